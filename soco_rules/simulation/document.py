"""A report as JSON, and its schema: `python -m soco_rules.simulation.document schema`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated
from typing import Literal

from pydantic import Field

from soco_rules.model.decision import Part
from soco_rules.model.decision_schema import schema_text
from soco_rules.simulation.report import Report
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Table
from soco_rules.simulation.tables import plain

NAME = "doorrekening.schema.json"
_KINDS: dict[Form, Literal["tekst", "aantal", "bedrag", "verschil"]] = {
    Form.TEXT: "tekst",
    Form.NUMBER: "aantal",
    Form.MONEY: "bedrag",
    Form.CHANGE: "verschil",
}


class ColumnPart(Part):
    """The heading of a column and what is in it."""

    title: str = Field(alias="titel")
    kind: Literal["tekst", "aantal", "bedrag", "verschil"] = Field(alias="soort")


class CellPart(Part):
    """One cell: null where there is nothing to say, and where it is not shown because it is about too few members."""

    value: str | None = Field(alias="waarde")
    is_hidden: bool = Field(alias="afgeschermd")


class TablePart(Part):
    """One table; `sleutel` is what it is called in the CSV too."""

    key: str = Field(alias="sleutel")
    title: str = Field(alias="titel")
    note: str = Field(alias="uitleg")
    columns: tuple[ColumnPart, ...] = Field(alias="kolommen")
    rows: tuple[tuple[CellPart, ...], ...] = Field(alias="rijen")


class ReceiptPart(Part):
    """One thing that the figures come from, with its digest."""

    what: str = Field(alias="wat")
    digest: str = Field(alias="kenmerk")


class ReportPart(Part):
    """The whole report."""

    schema_version: Annotated[Literal[1], Field(alias="schema_versie")] = 1
    title: str = Field(alias="titel")
    readings: tuple[str, ...] = Field(alias="lezingen")
    members: int = Field(alias="leden")
    rows: int = Field(alias="maanden_van_leden")
    rejected: int = Field(alias="rijen_die_niet_meetellen")
    is_invented: bool = Field(alias="verzonnen")
    headline: tuple[str, ...] = Field(alias="in_het_kort")
    left_out: tuple[str, ...] = Field(alias="niet_doorgerekend")
    tables: tuple[TablePart, ...] = Field(alias="tabellen")
    assumptions: tuple[str, ...] = Field(alias="aannames")
    receipt: tuple[ReceiptPart, ...] = Field(alias="ontvangstbewijs")


def report_schema() -> str:
    """The JSON Schema of a report."""
    return schema_text(ReportPart, "doorrekening", "Doorrekening van soco_rules")


def as_json(report: Report) -> str:
    """The whole report but for its pictures and the cases at its ends; amounts as `204.00`."""
    caseload = report.caseload
    return (
        ReportPart(
            title=report.title,
            readings=report.labels,
            members=caseload.members,
            rows=caseload.rows,
            rejected=caseload.rejected,
            is_invented=caseload.invented,
            headline=report.headline,
            left_out=report.left_out,
            tables=tuple(map(_table, report.tables)),
            assumptions=report.assumptions,
            receipt=tuple(ReceiptPart(what=what, digest=digest) for what, digest in report.receipt),
        ).model_dump_json(by_alias=True, indent=2)
        + "\n"
    )


def _table(table: Table) -> TablePart:
    return TablePart(
        key=table.key,
        title=table.title,
        note=table.note,
        columns=tuple(ColumnPart(title=each.title, kind=_KINDS[each.form]) for each in table.columns),
        rows=tuple(
            tuple(
                CellPart(
                    value=None if cell is None or cell is HIDDEN else plain(cell, column.form),
                    is_hidden=cell is HIDDEN,
                )
                for cell, column in zip(row, table.columns, strict=True)
            )
            for row in table.rows
        ),
    )


def main(folder: str) -> None:
    """Writes the schema into a folder."""
    Path(folder, NAME).write_text(report_schema(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
