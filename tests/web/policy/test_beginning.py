"""A new agreement from its heading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.reading import region

PAGE = "/overeenkomsten/nieuw"
HEADING = {
    "kenmerk": "voorbeeldstad/samen",
    "geldig_vanaf": "2027-01-01",
    "bouwt_op": "landelijk/sociale-cooperatie",
    "gemeente": "Voorbeeldstad",
    "cooperatie": "Samen",
}
FILE = "agreements/voorbeeldstad/samen/2027-01-01.yaml"


def test_a_new_agreement_begins_with_every_point_open(
    ask: Ask, workspace_root: Path, snapshot: SnapshotAssertion
) -> None:
    answer = ask(ADVISOR).post(PAGE, data=HEADING, follow_redirects=False)

    assert (
        "/overeenkomsten/voorbeeldstad/samen/2027-01-01/punten?zojuist=begonnen" == answer.headers["Location"]
    )
    assert snapshot == (workspace_root / FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [
        ("kenmerk", "", "Vul dit in."),
        ("kenmerk", "../../etc", "Schrijf gemeente/cooperatie in kleine letters, cijfers en streepjes;"),
        ("kenmerk", "landelijk/wet", "Schrijf gemeente/cooperatie in kleine letters, cijfers en streepjes;"),
        ("kenmerk", "havendorp/de-kade", "Deze overeenkomst is er al."),
        ("geldig_vanaf", "2027-02-30", "'2027-02-30' is geen bestaande dag;"),
        ("bouwt_op", "landelijk/niets", "Kies een van deze regels."),
        ("gemeente", "12", "Een naam bestaat uit letters, zoals Delft."),
        ("code", "0503", "Schrijf GM met vier cijfers, zoals GM0503."),
        ("titel", "x" * 1001, "Dit is langer dan 1000 tekens."),
    ],
)
def test_what_is_wrong_with_a_heading_is_told_at_its_field(
    ask: Ask, workspace_root: Path, name: str, said: str, told: str
) -> None:
    answer = ask(ADVISOR).post(PAGE, data=HEADING | {name: said})

    assert (422, True, False) == (
        answer.status_code,
        region(answer, f"{name}-fout").startswith(told),
        (workspace_root / FILE).exists(),
    )


def test_a_new_agreement_is_for_who_prepares_versions(ask: Ask) -> None:
    assert 403 == ask(CASEWORKER).get(PAGE).status_code


def test_all_that_is_wrong_with_a_heading_is_told_at_once(ask: Ask) -> None:
    wrong = {"kenmerk": "havendorp/de-kade", "geldig_vanaf": "ooit", "bouwt_op": "x", "code": "1"}
    answer = ask(ADVISOR).post(PAGE, data=HEADING | wrong)

    assert set(wrong) == set(re.findall(r'id="(\w+)-fout"', answer.text))
