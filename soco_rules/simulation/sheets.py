"""The tables of a report as CSV and, where openpyxl is installed, as a workbook."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from importlib.util import find_spec

from soco_rules.simulation.report import Report
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Hidden
from soco_rules.simulation.tables import plain

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would run as a formula."""


def can_xlsx() -> bool:
    """Whether a workbook can be written."""
    return find_spec("openpyxl") is not None


def as_csv(report: Report) -> str:
    """All tables in one file, one below the other: each row begins with the name of its table."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    for table in report.tables:
        writer.writerow([table.key, *(_safe(column.title) for column in table.columns)])
        for row in table.rows:
            cells = zip(row, table.columns, strict=True)
            writer.writerow(
                [
                    table.key,
                    *(
                        _safe(text) if column.form is Form.TEXT else text
                        for text, column in ((plain(cell, column.form), column) for cell, column in cells)
                    ),
                ]
            )
    return text.getvalue()


def as_xlsx(report: Report) -> bytes:
    """A sheet for each table; amounts are numbers with two decimals."""
    from openpyxl import Workbook  # noqa: PLC0415 - belongs to an extra

    book = Workbook()
    book.remove(book.worksheets[0])
    for number, table in enumerate(report.tables, 1):
        sheet = book.create_sheet(f"{number} {table.key}"[:31])
        sheet.append([_safe(column.title) for column in table.columns])
        for row in table.rows:
            cells = zip(row, table.columns, strict=True)
            sheet.append([_stored(cell, column.form) for cell, column in cells])
        for place, column in enumerate(table.columns, 1):
            if column.form in {Form.MONEY, Form.CHANGE}:
                for line in range(2, len(table.rows) + 2):
                    sheet.cell(line, place).number_format = '"€" #,##0.00'
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _stored(cell: Cell, form: Form) -> str | int | Decimal | None:
    match cell:
        case None:
            return None
        case Hidden():
            return cell.value
        case str():
            return _safe(cell)
        case int() if form is Form.NUMBER:
            return cell
        case int():
            return Decimal(cell) / 100


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text
