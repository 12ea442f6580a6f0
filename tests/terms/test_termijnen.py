"""Every row of docs/termijnen.md, calculated: the heading of a column says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.model.procedure import DATES
from soco_rules.model.procedure import is_known
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_duration
from soco_rules.terms.awb import Postponement
from soco_rules.terms.awb import Supplement
from soco_rules.terms.awb import appeal
from soco_rules.terms.awb import penalty
from soco_rules.terms.awb import penalty_in_cents
from soco_rules.terms.calendar import EQUATED
from soco_rules.terms.calendar import ending
from soco_rules.terms.calendar import is_covered
from soco_rules.terms.calendar import recognised
from soco_rules.terms.of_case import terms_of
from soco_rules.terms.of_objection import Handling
from soco_rules.terms.of_objection import deciding
from soco_rules.terms.of_objection import is_in_time

DOCUMENT = Path(__file__).parents[2] / "docs" / "termijnen.md"
NOTHING = "–"
UNKNOWN = "onbekend"
TERMS = {"vanaf": ("bezwaar", "first_day"), "tot en met": ("bezwaar", "last_day")} | {
    f"{name.replace('_', ' ')} {side}": (name, field)
    for name in ("betalen", "aanvullen", "buiten_behandeling", "beslissen", "dwangsom", "zienswijze")
    for side, field in (("vanaf", "first_day"), ("tot en met", "last_day"))
}
"""What a column of results may be called."""

Row = dict[str, str]


def _tables() -> list[tuple[int, list[Row]]]:
    """Each table with the line on which it starts."""
    tables: list[tuple[int, list[Row]]] = []
    columns: list[str] = []
    for number, line in enumerate(DOCUMENT.read_text("utf-8").splitlines(), start=1):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            columns = []
        elif not columns:
            columns = cells
            tables.append((number, []))
        elif not line.startswith("|---"):
            tables[-1][1].append(dict(zip(columns, cells, strict=True)))
    return tables


TABLES = _tables()
ROWS = [(number + 2 + n, row) for number, rows in TABLES for n, row in enumerate(rows)]


def _with(column: str) -> list[object]:
    return [pytest.param(row, id=f"regel {line}") for line, row in ROWS if column in row]


def _written(day: int | None) -> str:
    return UNKNOWN if day is None else encode(day, Kind.DATE) or ""


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"regel {line}") for line, row in ROWS if TERMS.keys() & row.keys()]
)
def test_a_term_ends_on_the_day_of_the_table(row: Row) -> None:
    given = {name: day for name, day in row.items() if is_known(name) and day != NOTHING}
    sent = parse_date(row["verzonden"]) if "verzonden" in row else None
    found = terms_of(given, on=parse_date(row.get("kijkdag", "2026-10-01")), sent=sent)

    expected = {column: day for column, day in row.items() if column in TERMS}
    assert expected == {
        column: _written(getattr(found[TERMS[column][0]], TERMS[column][1])) for column in expected
    }
    assert set(row) <= {*TERMS, *(name for name in row if is_known(name)), "verzonden", "kijkdag"}


def _given(row: Row, column: str) -> int | None:
    return None if row.get(column, NOTHING) == NOTHING else parse_date(row[column])


def _later(row: Row, told: str) -> Postponement | None:
    day = _given(row, told)
    return None if day is None else Postponement(day, _given(row, f"{told} tot en met"))


@pytest.mark.parametrize("row", _with("op tijd"))
def test_an_objection_is_in_time_as_the_table_says(row: Row) -> None:
    closed, received = parse_date(row["einde van de bezwaartermijn"]), parse_date(row["ontvangen"])

    assert (row["op tijd"] == "ja") is is_in_time(closed, received, _given(row, "gepost"))


@pytest.mark.parametrize("row", _with("beslissen op bezwaar tot en met"))
def test_an_objection_is_decided_on_by_the_day_of_the_table(row: Row) -> None:
    asked = _given(row, "herstel gevraagd")
    repair = asked and Supplement(asked, _given(row, "herstel tot en met"), _given(row, "hersteld"))
    handling = Handling(
        _given(row, "einde van de bezwaartermijn"),
        row["commissie"] == "ja",
        repair or None,
        _later(row, "verdaagd"),
        _later(row, "uitgesteld"),
    )

    found = deciding(handling, on=parse_date(row["kijkdag"]))

    assert row["beslissen op bezwaar tot en met"] == _written(found.last_day)


@pytest.mark.parametrize("row", _with("beroep vanaf"))
def test_appeal_is_open_on_the_days_of_the_table(row: Row) -> None:
    found = appeal(parse_date(row["besluit op bezwaar verzonden"]))

    assert (row["beroep vanaf"], row["beroep tot en met"]) == (
        _written(found.first_day),
        _written(found.last_day),
    )


@pytest.mark.parametrize("row", _with("dwangsom op bezwaar vanaf"))
def test_a_late_decision_on_an_objection_costs_a_penalty_on_the_days_of_the_table(row: Row) -> None:
    decide_by = parse_date(row["beslissen op bezwaar kon tot en met"])
    found = penalty(decide_by, parse_date(row["in gebreke gesteld"]))

    assert (row["dwangsom op bezwaar vanaf"], row["dwangsom op bezwaar tot en met"]) == (
        _written(found.first_day),
        _written(found.last_day),
    )


@pytest.mark.parametrize("row", _with("jaar"))
def test_the_holidays_of_a_year_are_those_of_the_law(row: Row) -> None:
    year = row["jaar"]
    fixed = {f"{year}-01-01", f"{year}-05-05", f"{year}-12-25", f"{year}-12-26"}

    assert {*row.values(), *fixed} - {year} == {_written(day) for day in recognised(int(year))}


def test_the_equated_days_are_those_of_the_decrees() -> None:
    assert {row["gelijkgestelde dag"] for _, row in ROWS if "gelijkgestelde dag" in row} == {
        _written(day) for day in EQUATED
    }


@pytest.mark.parametrize("row", _with("loopt tot en met"))
def test_a_statutory_term_runs_on_to_a_working_day(row: Row) -> None:
    found = ending(parse_date(row["eerste dag"]), parse_date(row["laatste dag"]))

    assert row["loopt tot en met"] == _written(found.last_day if found else None)


@pytest.mark.parametrize("row", _with("loopt door"))
def test_a_long_term_does_not_run_on(row: Row) -> None:
    assert row["loopt door"] == ("ja" if is_covered(parse_duration(row["termijn"])) else "nee")


@pytest.mark.parametrize("row", _with("dag van de dwangsom"))
def test_the_penalty_adds_up(row: Row) -> None:
    cents = penalty_in_cents(1, int(row["dag van de dwangsom"]))

    assert row["bedrag tot en met die dag"] == as_dutch(cents, Kind.MONEY)


def test_the_page_lists_every_procedure_date() -> None:
    assert list(DATES.items()) == [
        (row["naam"].strip("`"), row["wat het is"]) for _, row in ROWS if "wat het is" in row
    ]
