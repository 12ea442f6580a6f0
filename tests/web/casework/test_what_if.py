"""What would give another outcome, at the desk."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.facts import Dates
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.parser.case import read_case
from soco_rules.web.casework.what_if import shown
from soco_rules.web.casework.what_if import sought
from soco_rules.web.casework.wish_form import wished
from tests.programs import calculation
from tests.programs import field
from tests.programs import program
from tests.web.casework.conftest import KADE
from tests.web.persons import CASEWORKER
from tests.web.persons import ROOT
from tests.web.persons import Ask
from tests.web.reading import in_lines
from tests.web.reading import read

PATH = f"{KADE}/2/besluit/toelating"


def test_the_outcome_has_a_way_to_what_would_change_it(in_town: Ask) -> None:
    assert "Wat zou een andere uitkomst geven?" in read(in_town(CASEWORKER).get(PATH))


def test_what_would_change_it_is_told_with_what_never_is_suggested(
    in_town: Ask, snapshot: SnapshotAssertion
) -> None:
    assert snapshot == found(in_town(CASEWORKER))


def test_a_change_is_told_with_what_comes_of_it_and_the_rule(snapshot: SnapshotAssertion) -> None:
    """On the case of docs/wat-als.md, of somebody who has too few hours."""
    path = ROOT / "docs" / "voorbeelden" / "delft-wat-als.yaml"
    case, _ = read_case(str(path), path.read_bytes())
    assert case
    dates = Dates(parse_date("2026-10-15"), parse_date("2026-10-20"))
    told = sought(lambda *_: None, ROOT, "delft/scope", "toelating", case, dates)
    assert told

    assert snapshot == shown(told)


def found(desk: TestClient, wish: dict[str, str] | None = None) -> str:
    """What the page says once the search is done."""
    begun = str(desk.post(f"{PATH}/wat-als", data=wish or {}).url)
    desk.app.state.tasks.known[begun.rpartition("/")[2]].coming.result()  # type: ignore[attr-defined]
    return in_lines(desk.get(begun))


def test_the_outcome_that_is_wished_for_is_chosen(in_town: Ask) -> None:
    desk = in_town(CASEWORKER)
    form = in_lines(desk.get(f"{PATH}/wat-als"))
    told = found(desk, {"gewenst": "afgewezen"})

    assert (True, True, True) == (
        "Elke andere uitkomst dan nu" in form,
        "afgewezen" in form,
        "de uitkomst afgewezen" in told,
    )


def test_an_outcome_that_does_not_exist_cannot_be_wished_for(in_town: Ask) -> None:
    answer = in_town(CASEWORKER).post(f"{PATH}/wat-als", data={"gewenst": "misschien"})

    assert (422, True) == (answer.status_code, "Kies een van deze uitkomsten." in read(answer))


MONEY = ValueType(Kind.MONEY)
DAY = ValueType(Kind.DATE)


@pytest.mark.parametrize(
    ("type_", "filled", "wish", "error"),
    [
        (MONEY, {}, "", ""),
        (MONEY, {"hoe": "", "gewenst": "200,00"}, "", ""),
        (MONEY, {"hoe": "ten minste", "gewenst": "200,00"}, "ten minste 200,00", ""),
        (MONEY, {"hoe": "precies", "gewenst": "200,00"}, "200,00", ""),
        (MONEY, {"hoe": "ten minste", "gewenst": ""}, "", "Vul in hoeveel, of wanneer."),
        (
            MONEY,
            {"hoe": "ten minste", "gewenst": "veel"},
            "",
            "'veel' is geen bedrag; schrijf bijvoorbeeld € 1401,50 of 1401.50.",
        ),
        (MONEY, {"hoe": "ongeveer", "gewenst": "200"}, "", "Kies een van deze uitkomsten."),
        (DAY, {"hoe": "meer dan", "gewenst": "2-11-2026"}, "meer dan 2026-11-02", ""),
        (ValueType(Kind.YES_NO), {"gewenst": "ja"}, "ja", ""),
        (ValueType(Kind.TEXT), {"gewenst": "iets"}, "", ""),
    ],
)
def test_what_is_wished_for_is_read_with_what_is_wrong_at_its_field(
    type_: ValueType, filled: dict[str, str], wish: str, error: str
) -> None:
    read_, fields = wished(program(field("feit", type_), calculation("uitkomst", "feit", kind=type_)), filled)

    assert (wish, error) == (read_, "".join(each.error for each in fields))
