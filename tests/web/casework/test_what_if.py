"""What would give another outcome, at the desk."""

from __future__ import annotations

from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.facts import Dates
from soco_rules.model.values import parse_date
from soco_rules.parser.case import read_case
from soco_rules.web.casework.what_if import shown
from soco_rules.web.casework.what_if import sought
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


def found(desk: TestClient) -> str:
    """What the page says once the search is done."""
    begun = str(desk.post(f"{PATH}/wat-als").url)
    desk.app.state.tasks.known[begun.rpartition("/")[2]].coming.result()  # type: ignore[attr-defined]
    return in_lines(desk.get(begun))
