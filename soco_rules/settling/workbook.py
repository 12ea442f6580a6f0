"""Pages as an XLSX workbook: the same pages give the same bytes, and nothing in a cell is ever run.

With `xlsx_file` this is the only door to openpyxl.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from typing import Any
from typing import Literal
from typing import assert_never

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment
from openpyxl.styles import Border
from openpyxl.styles import Font
from openpyxl.styles import PatternFill
from openpyxl.styles import Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from soco_rules.model.values import iso_day

MONEY = "[$€-413] #,##0.00;[Red]-[$€-413] #,##0.00"
_DAY = "dd-mm-yyyy"
_SHARE = "0.00%"
RUN = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet would run."""
"""With these a spreadsheet begins something that it works out."""
_LONGEST = 32_000
_LINE_HEIGHT = 15
_A3, _A4 = 8, 9
_FITS_A4 = 12
_FILLS = 0.95
"""How much of the width of a column a line of text fills."""
_FIXED = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

_PLAIN = Font(name="Calibri", size=11)
_BOLD = Font(name="Calibri", size=11, bold=True)
_TITLE = Font(name="Calibri", size=14, bold=True)
_HEAD = PatternFill("solid", start_color="FFE8EEF4")
_INPUT = PatternFill("solid", start_color="FFFFFDF0")
_LINE = Side(style="thin", color="FF60707F")
_ABOVE = Border(top=_LINE)
_BELOW = Border(bottom=_LINE)


@dataclass(frozen=True, slots=True)
class Cents:
    """An amount in cents."""

    amount: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as a day number."""

    number: int


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage in basis points."""

    points: int


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks."""

    part: Literal["body", "title", "heading", "total"] = "body"
    form: str | None = None
    is_input: bool = False
    is_centred: bool = False
    is_indented: bool = False
    is_quoted: bool = False
    wraps: bool = False


_HEADING = _Look("heading", wraps=True, is_indented=True)
_TOTAL = _Look("total")
_FONTS = {"body": _PLAIN, "title": _TITLE, "heading": _BOLD, "total": _BOLD}
_Styles = dict[_Look, Any]
"""The style of each look in one workbook, made once."""

UNKNOWN = "onbekend"
"""Stands in a cell for what is not known, which is never an empty cell or zero."""
Shown = str | int | Cents | Day | Share | None


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be typed in a column: a list of words, or a kind of number with its bounds as a spreadsheet has them."""

    kind: Literal["list", "decimal", "whole", "date"]
    lowest: str | None = None
    highest: str | None = None
    words: tuple[str, ...] = ()
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its heading; `money` shows what is typed as euros, `rule` limits it."""

    heading: str
    width: int = 14
    money: bool = False
    day: bool = False
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: lines of text above, then a table with headings. `spare` is how many empty rows are to be filled."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Shown]]
    above: tuple[str, ...] = ()
    totals: Sequence[Shown] | None = None
    spare: int = 0


def as_workbook(pages: Sequence[Page], title: str, day: int) -> bytes:
    """The file. It is dated at the day that it is about, so that the same pages are the same bytes."""
    book = Workbook(write_only=True)
    book.properties.title = _safe(title)
    book.properties.creator = "soco"
    book.properties.language = "nl-NL"
    styles: _Styles = {}
    for page in pages:
        _write(book.create_sheet(page.name), page, styles)
    stream = io.BytesIO()
    book.save(stream)
    return _dated(stream.getvalue(), iso_day(day))


def _write(sheet: Any, page: Page, styles: _Styles) -> None:  # noqa: ANN401 - openpyxl's writer has no public type
    header = len(page.above) + 1
    last = header + len(page.rows) + page.spare
    _set_up(sheet, page, header)
    for number, line in enumerate(page.above):
        sheet.append([_cell(sheet, line, _Look("title" if number == 0 else "body"), styles)])
    sheet.row_dimensions[header].height = _LINE_HEIGHT * max(
        _lines(each, each.heading) for each in page.columns
    )
    sheet.append([_cell(sheet, column.heading, _HEADING, styles) for column in page.columns])
    for number, row in enumerate(page.rows, start=header + 1):
        if (lines := max(map(_lines, page.columns, row))) > 1:
            sheet.row_dimensions[number].height = _LINE_HEIGHT * lines
        sheet.append(
            [
                _cell(sheet, value, _look(column, value), styles)
                for column, value in zip(page.columns, row, strict=True)
            ]
        )
    for _ in range(page.spare):
        sheet.append([_cell(sheet, None, _look(column, None), styles) for column in page.columns])
    if page.totals is not None:
        sheet.append([_cell(sheet, value, _TOTAL, styles) for value in page.totals])
    for number, column in enumerate(page.columns, start=1):
        if column.rule is not None:
            _limit(sheet, get_column_letter(number), header + 1, max(last, header + 1), column)


def _set_up(sheet: Any, page: Page, header: int) -> None:  # noqa: ANN401 - as above
    """How the sheet is seen and printed."""
    for number, column in enumerate(page.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = f"A{header + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A3 if len(page.columns) > _FITS_A4 else _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{header}:{header}"
    if len(page.rows) > 1:
        end = get_column_letter(len(page.columns))
        sheet.auto_filter.ref = f"A{header}:{end}{header + len(page.rows)}"


def _lines(column: Column, value: Shown) -> int:
    """On how many lines a text is shown."""
    if not isinstance(value, str) or len(value) < column.width * _FILLS:
        return 1
    return sum(max(1, math.ceil(len(line) / (column.width * _FILLS))) for line in value.split("\n"))


def _look(column: Column, value: Shown) -> _Look:
    """How a value looks in its column."""
    form = MONEY if column.money else _DAY if column.day else None
    match value:
        case None if column.rule is not None:
            return _Look(form=form, is_input=True)
        case int():
            return _Look(form=form, is_centred=True)
        case str():
            return _Look(form=form, wraps=_lines(column, value) > 1, is_indented=True)
        case _:
            return _Look(form=form)


def _cell(sheet: Any, value: Shown, look: _Look, styles: _Styles) -> Any:  # noqa: ANN401 - as above
    cell: Any = WriteOnlyCell(sheet)
    match value:
        case None:
            pass
        case str():
            text = _safe(value)
            cell.value = text
            cell.data_type = "s"  # also where it looks like a formula
            if text.startswith(RUN):
                look = replace(look, is_quoted=True)
        case int():
            cell.value = value
        case Cents(amount):
            cell.value = Decimal(amount).scaleb(-2)
            look = replace(look, form=MONEY)
        case Day(number):
            cell.value = date.fromordinal(number)
            look = replace(look, form=_DAY)
        case Share(points):
            cell.value = Decimal(points).scaleb(-4)
            look = replace(look, form=_SHARE)
        case _:
            assert_never(value)
    if look not in styles:
        styles[look] = _style_of(sheet, look)
    cell._style = styles[look]  # noqa: SLF001 - setting each part for each cell takes most of the time of a workbook
    return cell


def _style_of(sheet: Any, look: _Look) -> Any:  # noqa: ANN401 - as above
    cell: Any = WriteOnlyCell(sheet)
    cell.font = _FONTS[look.part]
    side: Literal["center", "left"] | None = (
        "center" if look.is_centred else "left" if look.is_indented else None
    )
    cell.alignment = Alignment(
        horizontal=side, indent=int(look.is_indented), wrap_text=look.wraps, vertical="top"
    )
    if look.form is not None:
        cell.number_format = look.form
    if look.is_input:
        cell.fill = _INPUT
    if look.part == "heading":
        cell.fill, cell.border = _HEAD, _BELOW
    if look.part == "total":
        cell.border = _ABOVE
    if look.is_quoted:
        cell.quotePrefix = True
    return cell._style  # noqa: SLF001 - as above


def _safe(text: str) -> str:
    """A text that fits in a cell: without signs that XML has no place for."""
    return ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)[:_LONGEST]


def _limit(sheet: Any, column: str, first: int, last: int, what: Column) -> None:  # noqa: ANN401 - as above
    rule = what.rule
    assert rule is not None
    if rule.words:
        limit = DataValidation(type="list", formula1=f'"{",".join(rule.words)}"', allow_blank=True)
    else:
        limit = DataValidation(
            type=rule.kind,
            operator="between",
            formula1=rule.lowest,
            formula2=rule.highest,
            allow_blank=True,
        )
    limit.showErrorMessage = True
    limit.errorTitle = "Dit past hier niet"
    limit.error = rule.prompt[:220]
    limit.showInputMessage = True
    limit.promptTitle = what.heading[:32]
    limit.prompt = rule.prompt[:250]
    limit.add(f"{column}{first}:{column}{last}")
    sheet.data_validations.append(limit)


def _dated(content: bytes, day: str) -> bytes:
    """The same archive with one time in it, whatever the clock says."""
    moment = f"{datetime.fromisoformat(day):%Y-%m-%dT00:00:00Z}".encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == _CORE:
                text = _TIMES.sub(rb"\g<1>" + moment, text)
            entry = zipfile.ZipInfo(part.filename, date_time=_FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, text)
    return stream.getvalue()
