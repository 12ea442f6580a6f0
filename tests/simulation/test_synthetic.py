from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from soco_rules.backends.sql import duck
from soco_rules.model.values import parse_date
from soco_rules.simulation import supply
from soco_rules.simulation.distributions import distributions_in
from soco_rules.simulation.distributions import shipped
from soco_rules.simulation.flows import flows_in
from soco_rules.simulation.intake import fields_of
from soco_rules.simulation.intake import read
from soco_rules.simulation.opening import open_file
from soco_rules.simulation.supply import make
from soco_rules.simulation.supply import parts_for
from soco_rules.simulation.synthetic import months_from
from tests.simulation.files import BESLUITEN
from tests.simulation.files import delft
from tests.simulation.files import invented


def test_the_same_seed_invents_the_same_members() -> None:
    invented.cache_clear()
    first = invented(3, 2)
    invented.cache_clear()

    assert first == invented(3, 2)
    assert first != invented(3, 2, seed=8)


def test_more_members_leave_the_first_ones_as_they_were() -> None:
    assert invented(5, 2).startswith(invented(3, 2))


def test_an_invented_member_can_be_recognised_and_has_what_applies() -> None:
    head, *rows = (line.split(",") for line in invented(60, 1).splitlines())
    members = [dict(zip(head, row, strict=True)) for row in rows]
    partners = {member["leefvorm"] for member in members if member["loon_partner"]}

    assert all(member["lid"].startswith("verzonnen-") for member in members)
    assert {"gehuwden"} == partners


def test_months_go_on_over_the_end_of_the_year() -> None:
    assert ("2026-11-01", "2026-12-01", "2027-01-01") == tuple(
        date.fromordinal(day).isoformat() for day in months_from(parse_date("2026-11-01"), 3)
    )


def test_parquet_holds_what_the_csv_holds(tmp_path: Path) -> None:
    months = months_from(parse_date("2026-05-01"), 2)
    asking, _ = parts_for([delft()], BESLUITEN, months)
    fields = fields_of(part.program for _, part in asking)
    found = []
    for path in (tmp_path / "leden.csv", tmp_path / "leden.parquet"):
        make(asking, shipped(), months, path, members=20, seed=7)
        connection = duck.connect(threads=1)
        raw, _ = open_file(connection, path)
        assert raw is not None
        caseload, findings = read(connection, path, raw, fields)
        assert (True, ()) == (caseload is not None and caseload.invented, findings)
        found.append(connection.execute("FROM zaken ORDER BY rij").fetchall())

    assert found[0] == found[1]


def test_members_made_in_more_parts_are_the_same_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    months = months_from(parse_date("2026-05-01"), 2)
    asking, _ = parts_for([delft()], BESLUITEN, months)
    found = []
    for rows in (6, 1000):
        monkeypatch.setattr(supply, "ROWS_AT_ONCE", rows)
        make(asking, shipped(), months, tmp_path / "leden.csv", members=11, seed=7)
        found.append((tmp_path / "leden.csv").read_text("utf-8"))

    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[gegeven.omzet", ["'v.toml' is geen TOML-bestand in UTF-8."]),
        ("aanname = 'x'\n[gegeven.omzet]\nkans = 101", ["De verdeling van 'omzet' is niet te gebruiken."]),
        ("aanname = 'x'\n[gegeven.omzet]\nkanz = 10", ["Bij 'omzet' staat 'kanz'."]),
        ("[gegeven.omzet]\nkans = 10", ["De aanname ontbreekt."]),
    ],
)
def test_a_wrong_list_of_distributions_is_told(text: str, expected: list[str]) -> None:
    assert expected == [each.message for each in distributions_in("v.toml", text.encode())[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\xff", ["'g.toml' is geen TOML-bestand in UTF-8."]),
        ("aanname = 'x'", ["Er is geen [[stroom]], of de aanname ontbreekt."]),
        (
            "aanname = 'x'\n[[stroom]]\nnaam = 'bijstand'\nvan = 'gemeent'\nnaar = 'lid'",
            ["Stroom 1 noemt 'gemeent'."],
        ),
        (
            "aanname = 'x'\n[[stroom]]\nnaam = 'bijstand'\nvan = 'lid'\nnaar = 'lid'",
            ["Stroom 1 heeft geen naam, of gaat niet van de een naar de ander."],
        ),
    ],
)
def test_a_wrong_list_of_flows_is_told(text: str, expected: list[str]) -> None:
    assert expected == [each.message for each in flows_in("g.toml", text.encode("latin-1"))[1]]
