"""The report of a caseload, shaped for a page: figures, each with its table, and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.model.values import month_in_words
from soco_rules.simulation.overviews import LAW
from soco_rules.simulation.picture import bars
from soco_rules.simulation.picture import lines_of
from soco_rules.simulation.picture import lines_through
from soco_rules.simulation.report import Report
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import THRESHOLD
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Table
from soco_rules.simulation.tables import written
from soco_rules.simulation.witness import Witness

MONTHLY = "maand"
_REST = ("bedragen", "jaar", MONTHLY)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it is read; `is_hidden` where it would give somebody away."""

    text: str
    is_number: bool
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """One table of a report, with a picture of it where there is one: our own SVG, in which every text is escaped."""

    anchor: str
    title: str
    note: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A case at one end: its facts and the amounts of the member."""

    title: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """All that a page about a caseload says; `people` and `sweeps` have pictures."""

    labels: tuple[str, ...]
    about: str
    is_invented: bool
    rejected: str
    headline: tuple[str, ...]
    left_out: tuple[str, ...]
    parties: tuple[Figures, ...]
    law: tuple[Figures, ...]
    doubts: tuple[Figures, ...]
    people: tuple[Figures, ...]
    examples: tuple[Example, ...]
    sweeps: tuple[Figures, ...]
    groups: tuple[Figures, ...]
    rest: tuple[Figures, ...]
    hides: str
    assumptions: tuple[str, ...]
    receipt: tuple[tuple[str, str], ...]


def reckoned(report: Report) -> Reckoned:
    """What a page about a report says."""
    tables = {table.key: table for table in report.tables}
    return Reckoned(
        labels=report.labels,
        about=_about(report),
        is_invented=report.caseload.invented,
        rejected=written(report.caseload.rejected, Form.NUMBER) if report.caseload.rejected else "",
        headline=report.headline,
        left_out=report.left_out,
        parties=tuple(_figures(tables[key]) for key in ("partijen",) if key in tables),
        law=tuple(_figures(table) for table in report.tables if table.key.startswith(LAW)),
        doubts=tuple(_figures(tables[key]) for key in ("onzeker",) if key in tables),
        people=tuple(_people(report)),
        examples=tuple(_example(witness) for witness in report.witnesses),
        sweeps=tuple(_figures(each.table, lines_of(each)) for each in report.sweeps),
        groups=tuple(_figures(table) for table in report.tables if table.key.startswith("groep-")),
        rest=tuple(
            _figures(tables[key], lines_through(tables[key]) if key == MONTHLY else "")
            for key in _REST
            if key in tables
        ),
        hides=_hides(report),
        assumptions=report.assumptions,
        receipt=report.receipt,
    )


def _about(report: Report) -> str:
    caseload = report.caseload
    first, last = (month_in_words(month) for month in (caseload.months[0], caseload.months[-1]))
    period = first if first == last else f"{first} tot en met {last}"
    members, rows = (written(number, Form.NUMBER) for number in (caseload.members, caseload.rows))
    return f"{members} leden, {rows} maanden van leden, {period}."


def _people(report: Report) -> Iterator[Figures]:
    directions, spread = report.table("richting"), report.table("verdeling")
    if directions is not None and spread is not None and report.spread is not None:
        yield _figures(directions)
        yield _figures(spread, bars(report.spread.bars, spread.title))


def _example(witness: Witness) -> Example:
    change = (witness.new or 0) - (witness.old or 0)
    return Example(
        witness.title,
        (
            ("maand", month_in_words(witness.month)),
            *witness.facts,
            ("lid, oud", written(witness.old, Form.MONEY)),
            ("lid, nieuw", written(witness.new, Form.MONEY)),
            ("verschil", written(change, Form.CHANGE)),
        ),
    )


def _hides(report: Report) -> str:
    if not any(table.hides for table in report.tables):
        return ""
    return (
        f"Een cijfer over minder dan {THRESHOLD} leden is afgeschermd. Waar een totaal het zou verraden, is nog een "
        "cijfer afgeschermd."
    )


def _figures(table: Table, picture: str = "") -> Figures:
    return Figures(
        anchor=f"tabel-{table.key}",
        title=table.title,
        note=table.note,
        header=tuple(Cell(column.title, column.form is not Form.TEXT) for column in table.columns),
        rows=tuple(
            tuple(
                Cell(written(cell, column.form), column.form is not Form.TEXT, cell is HIDDEN)
                for cell, column in zip(row, table.columns, strict=True)
            )
            for row in table.rows
        ),
        picture=picture,
    )
