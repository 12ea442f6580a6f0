from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from soco_rules.backends import reference
from soco_rules.backends.sql import duck
from soco_rules.backends.sql.encode import CODES
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import last_of_month
from soco_rules.model.case import Case
from soco_rules.model.program import Program
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.simulation.engines import in_duckdb
from soco_rules.simulation.flows import PARTIES
from soco_rules.simulation.flows import Flows
from soco_rules.simulation.flows import shipped
from soco_rules.simulation.intake import fields_of
from soco_rules.simulation.intake import months_in
from soco_rules.simulation.intake import read
from soco_rules.simulation.opening import open_file
from soco_rules.simulation.reading import Reading
from soco_rules.simulation.reading import parts_of
from soco_rules.simulation.reckon import KNOWN
from soco_rules.simulation.reckon import NOT_APPLICABLE
from soco_rules.simulation.reckon import UNCERTAIN
from soco_rules.simulation.reckon import Side
from soco_rules.simulation.reckon import measures_of
from soco_rules.simulation.reckon import reckon
from soco_rules.simulation.reckon import same_as
from soco_rules.simulation.totals import by_fact
from soco_rules.simulation.totals import by_month
from soco_rules.simulation.totals import sums
from soco_rules.simulation.totals import total
from tests.simulation.files import BESLUITEN
from tests.simulation.files import delft
from tests.simulation.files import invented
from tests.simulation.files import written

FLOWS = shipped()
SIDES = {"oud": delft(), "nieuw": delft(bijdragepercentage="20%", inkomsten_tijdens_proef="maandelijks")}


def reckoned(
    folder: Path,
    text: str,
    readings: dict[str, Reading],
    flows: Flows = FLOWS,
    decisions: tuple[str, ...] = BESLUITEN,
) -> tuple[duckdb.DuckDBPyConnection, tuple[Side, ...]]:
    connection = duck.connect(threads=1)
    raw, findings = open_file(connection, written(folder, text))
    assert raw is not None, findings
    months = months_in(connection, raw)
    sides = tuple(
        Side(name, reading, {besluit: parts_of(reading, besluit, months)[0] for besluit in decisions})
        for name, reading in readings.items()
    )
    fields = fields_of(program for side in sides for program in side.programs)
    caseload, findings = read(connection, folder / "leden.csv", raw, fields)
    assert caseload is not None
    assert not any(found.is_error for found in findings)
    reckon(connection, sides, flows, in_duckdb(connection))
    return connection, sides


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[duckdb.DuckDBPyConnection, tuple[Side, ...]]:
    return reckoned(tmp_path_factory.mktemp("leden"), invented(40, 3), SIDES)


def by_reference(program: Program, row: dict[str, object], name: str) -> tuple[int | None, int]:
    """The amount of a row and how it stands, by the reference calculator alone."""
    month = row["maand"]
    assert isinstance(month, int)
    values: dict[str, Value] = dict(
        bind(program, Case(None, {}, {}), Dates(month, last_of_month(month)))[0].values
    )
    absences = {code: absence for absence, code in CODES.items()}
    for slot in values.keys() & row.keys():
        value = row[slot]
        if not isinstance(value, bool | int | str):
            code = row[f"{slot}/waarom"]
            assert isinstance(code, int)
            value = absences[code]
        values[slot] = value
    found = reference.prepare(program)(values)
    if found.gate is not True:
        return None, NOT_APPLICABLE if found.gate in {False, Absent.NOT_APPLICABLE} else UNCERTAIN
    outcomes = [slot for slot in (*program.outcome, *program.also) if slot.partition("/")[0] == name]
    amounts = [found.values[slot] for slot in outcomes]
    known = [amount for amount in amounts if isinstance(amount, int)]
    if any(check is False for check in found.checks) or len(known) + amounts.count(
        Absent.NOT_APPLICABLE
    ) < len(amounts):
        return None, UNCERTAIN
    return (sum(known), KNOWN) if known else (None, NOT_APPLICABLE)


def test_every_amount_is_that_of_the_reference_to_the_cent(
    both: tuple[duckdb.DuckDBPyConnection, tuple[Side, ...]],
) -> None:
    connection, sides = both
    relation = connection.sql("SELECT * FROM zaken JOIN uitkomst USING (rij, lid, maand) ORDER BY rij")
    rows = [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]
    expected, actual = [], []
    for side in sides:
        for parts in side.parts.values():
            for part in parts:
                for measure in measures_of([part.program]):
                    for row in rows:
                        if row["maand"] in part.months:
                            key = f"{side.name}:{measure.name}"
                            expected.append((key, row["rij"], by_reference(part.program, row, measure.name)))
                            actual.append((key, row["rij"], (row[key], row[f"{key}?"])))

    assert expected == actual
    assert {KNOWN, NOT_APPLICABLE, UNCERTAIN} == {state for _, _, (_, state) in actual}


@pytest.mark.parametrize("by", [by_month(), by_fact("leefvorm"), by_fact("stand")])
@pytest.mark.parametrize("measure", [*PARTIES, "bijstand", "bijdrage"])
def test_the_groups_together_are_the_total(
    both: tuple[duckdb.DuckDBPyConnection, tuple[Side, ...]], measure: str, by: str
) -> None:
    connection, sides = both
    names = [side.name for side in sides]
    together = total(connection, [measure], names)[measure]
    groups = sums(connection, [measure], names, by)[measure].values()

    assert (together.old, together.new, together.counted, together.lacking, together.uncertain) == (
        sum(each.old for each in groups),
        sum(each.new or 0 for each in groups),
        sum(each.counted for each in groups),
        sum(each.lacking for each in groups),
        sum(each.uncertain for each in groups),
    )


def test_what_one_party_receives_another_pays(
    both: tuple[duckdb.DuckDBPyConnection, tuple[Side, ...]],
) -> None:
    connection, _ = both
    positions = " + ".join(f'coalesce("oud:{party}", 0)' for party in PARTIES)
    certain = " AND ".join(f'"oud:{party}?" <> {UNCERTAIN}' for party in PARTIES)
    found = connection.execute(f"SELECT DISTINCT {positions} FROM uitkomst WHERE {certain}").fetchall()

    assert [(0,)] == found


def test_an_unknown_fact_leaves_an_unknown_amount_and_not_zero(tmp_path: Path) -> None:
    head, first, *_ = invented(1, 1).splitlines()
    place = head.split(",").index("kostendelers")
    cells = first.split(",")
    cells[place] = ""
    connection, sides = reckoned(tmp_path, f"{head}\n{','.join(cells)}\n", {"oud": delft()})

    found = total(connection, ["bijstand"], [side.name for side in sides])["bijstand"]

    assert (0, 0, 1) == (found.old, found.counted, found.uncertain)


def test_one_day_for_all_months_takes_the_norms_of_that_day(tmp_path: Path) -> None:
    june, july = (date(2026, month, 1).toordinal() for month in (6, 7))
    readings = {
        name: Reading(name, delft().workspace, delft().reference, day=day)
        for name, day in (("oud", june), ("nieuw", july))
    }
    connection, _ = reckoned(tmp_path, invented(10, 1), readings)
    found = connection.execute(
        'SELECT DISTINCT "nieuw:norm" > "oud:norm" FROM uitkomst WHERE "oud:norm?" = 0'
    )

    assert [(True,)] == found.fetchall()


def test_a_besluit_that_two_readings_reckon_alike_is_reckoned_once_and_comes_to_the_same(
    tmp_path: Path,
) -> None:
    readings = {"oud": delft(), "nieuw": delft(bijdragepercentage="20%")}
    text = invented(20, 2)
    alone, _ = reckoned(tmp_path, text, {"nieuw": readings["nieuw"]})
    beside, sides = reckoned(tmp_path, text, readings)
    tables = {name for (name,) in beside.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    own = {decision for decision in BESLUITEN if same_as(decision, sides[1], sides[:1]) is None}
    columns = ", ".join(f'"{name}"' for name in alone.table("uitkomst").columns)
    asked = f"SELECT {columns} FROM uitkomst ORDER BY rij"

    assert {"bijdrageoverzicht"} == own
    assert {f"nieuw {decision}" for decision in own} == {name for name in tables if name.startswith("nieuw ")}
    assert alone.execute(asked).fetchall() == beside.execute(asked).fetchall()
