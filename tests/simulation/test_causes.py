from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from soco_rules.simulation import causes
from soco_rules.simulation.causes import OTHER
from soco_rules.simulation.causes import Cause
from soco_rules.simulation.causes import _Look
from soco_rules.simulation.causes import doubts
from soco_rules.simulation.doubting import doubts_table
from soco_rules.simulation.reckon import UNCERTAIN
from soco_rules.simulation.tables import HIDDEN
from tests.simulation.files import delft
from tests.simulation.files import invented
from tests.simulation.test_reckon import reckoned

OVERVIEW = ("bijdrageoverzicht",)
FILLED = {"inkomsten_tijdens_proef": "maandelijks", "vrijlating_telt_voor_recht": "ja"}


def with_holes(text: str, chance: int) -> str:
    """The same file in which so many of a hundred cells are empty, and one column is gone."""
    rng = Random(chance)
    head, *rows = (line.split(",") for line in text.splitlines())
    gone = head.index("kostendelers")
    for row in rows:
        row[2:] = ["" if rng.randrange(100) < chance else cell for cell in row[2:]]
    return "\n".join(
        ",".join(cell for place, cell in enumerate(row) if place != gone) for row in (head, *rows)
    )


@pytest.mark.parametrize("one_by_one", [0, 10_000])
def test_what_one_row_of_a_pattern_hangs_on_every_row_of_it_hangs_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_by_one: int
) -> None:
    monkeypatch.setattr(causes, "ONE_BY_ONE", one_by_one)
    connection, sides = reckoned(tmp_path, with_holes(invented(60, 2), 3), {"oud": delft()})
    (side,) = sides
    relation = connection.sql("SELECT * FROM zaken JOIN uitkomst USING (rij, lid, maand)")
    rows = [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]
    supplied = [name for name in relation.columns if f"{name}/waarom" in relation.columns]
    expected: Counter[tuple[str, Cause]] = Counter()
    for parts in side.parts.values():
        for part in parts:
            look = _Look(side, part, supplied)
            for name in look.slots:
                for row in rows:
                    if row["maand"] in part.months and row.get(f"oud:{name}?") == UNCERTAIN:
                        expected.update((name, cause) for cause in look.at(row).behind(name))
    found = {
        (doubt.measure, cause): count.rows
        for doubt in doubts(connection, sides, supplied)
        for cause, count in doubt.causes.items()
    }

    assert expected == found


def test_an_open_point_an_empty_cell_and_a_missing_column_are_told_apart(tmp_path: Path) -> None:
    head, *rows = invented(30, 1).splitlines()
    names = head.split(",")
    empty, gone = names.index("loon"), names.index("kostendelers")
    cells = [line.split(",") for line in rows]
    for row in cells:
        row[empty] = ""
    text = "\n".join(",".join(c for i, c in enumerate(row) if i != gone) for row in (names, *cells))
    connection, sides = reckoned(tmp_path, text, {"oud": delft()})
    supplied = {"loon/belanghebbende"}

    found = {doubt.measure: set(doubt.causes) for doubt in doubts(connection, sides, supplied)}

    assert {
        Cause("gegeven", "loon", "leeg in het bestand"),
        Cause("gegeven", "kostendelers", "geen kolom in het bestand"),
        Cause("afspraak die open is", "inkomsten_tijdens_proef"),
    } <= found["bijstand"]


def test_with_everything_known_nothing_stands_in_the_way(tmp_path: Path) -> None:
    connection, sides = reckoned(tmp_path, invented(30, 1), {"oud": delft(**FILLED)}, decisions=OVERVIEW)

    assert () == doubts(connection, sides, ())


def test_of_more_patterns_than_are_looked_into_the_rest_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection, sides = reckoned(
        tmp_path, with_holes(invented(40, 1), 10), {"oud": delft()}, decisions=OVERVIEW
    )
    whole = {doubt.measure: doubt.all.rows for doubt in doubts(connection, sides, ())}
    monkeypatch.setattr(causes, "ONE_BY_ONE", 0)
    monkeypatch.setattr(causes, "PATTERNS", 2)
    cut = doubts(connection, sides, ())

    assert whole == {doubt.measure: doubt.all.rows for doubt in cut}
    assert any(OTHER in doubt.causes for doubt in cut)


def test_a_cause_that_a_few_members_have_is_named_and_not_counted(tmp_path: Path) -> None:
    head, *rows = invented(30, 1).splitlines()
    place = head.split(",").index("omzet")
    cells = [line.split(",") for line in rows]
    cells[0][place] = ""
    text = "\n".join([head, *(",".join(row) for row in cells)])
    connection, sides = reckoned(tmp_path, text, {"oud": delft(**FILLED)}, decisions=OVERVIEW)
    table = doubts_table(doubts(connection, sides, ["omzet/belanghebbende"]), two=False)

    assert {("gegeven", "omzet (leeg in het bestand)", HIDDEN)} == {row[2:] for row in table.rows}


def test_what_two_readings_reckon_alike_has_the_same_causes_in_both(tmp_path: Path) -> None:
    readings = {"oud": delft(), "nieuw": delft(bijdragepercentage="20%")}
    text = with_holes(invented(40, 1), 5)
    alone, sides = reckoned(tmp_path, text, {"nieuw": readings["nieuw"]})
    beside, both = reckoned(tmp_path, text, readings)
    found = [doubt for doubt in doubts(beside, both, ()) if doubt.side == "nieuw"]

    assert list(doubts(alone, sides, ())) == found
