"""What a besluit says about hearing the person and about deviating: read, and held against its outcomes and rules."""

from __future__ import annotations

import pytest

from soco_rules.model.agreement import HearingRule
from soco_rules.model.agreement import Requested
from soco_rules.review import review
from tests.decided import AGREEMENT
from tests.decided import NATIONAL
from tests.decided import REFERENCE
from tests.workspaces import workspace_of

BEFORE = "    brief: toelating\n"


def national(hearing: str) -> str:
    """The national file in which admission says this about hearing."""
    assert BEFORE in NATIONAL
    return NATIONAL.replace(BEFORE, f"{BEFORE}    zienswijze: {hearing}\n")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "{op_aanvraag: ja, nadelig: [afgewezen]}",
            HearingRule(Requested.ALWAYS, frozenset({"afgewezen"}), financial=False),
        ),
        (
            "{op_aanvraag: soms, nadelig: alle, financieel: ja}",
            HearingRule(Requested.SOMETIMES, None, financial=True),
        ),
        ("{op_aanvraag: nee, nadelig: []}", HearingRule(Requested.NEVER, frozenset(), financial=False)),
    ],
)
def test_hearing_is_read(written: str, expected: HearingRule) -> None:
    workspace, _ = workspace_of(national(written), AGREEMENT)

    assert expected == workspace.agreements["landelijk/proefkader"][0].decisions["toelating"].hearing


@pytest.mark.parametrize(
    ("written", "code", "remedy"),
    [
        ("{op_aanvraag: ja, nadelig: [afgewezn]}", "uitkomst-onbekend", "Bedoelde u 'afgewezen'?"),
        ("{op_aanvraag: misschien, nadelig: alle}", "ongeldige-waarde", "kies uit: ja, nee, soms"),
        (
            "{nadelig: alle}",
            "ontbrekende-sleutel",
            "voeg de sleutel toe, bijvoorbeeld: op_aanvraag: ja",
        ),
    ],
)
def test_what_cannot_be_is_a_finding(written: str, code: str, remedy: str) -> None:
    workspace, findings = workspace_of(national(written), AGREEMENT)

    found = (*findings, *review(workspace, [REFERENCE, "landelijk/proefkader"]))
    assert (code, remedy) in {(one.code, one.remedy) for one in found}


def test_only_a_rule_of_the_outcome_can_be_a_rule_of_the_law() -> None:
    deviation = "    individueel_afwijken: {grondslag: Algemene wet bestuursrecht artikel 4:84, niet_van: [andere_gemeent]}\n"
    workspace, _ = workspace_of(NATIONAL.replace(BEFORE, BEFORE + deviation), AGREEMENT)

    found = review(workspace, ["landelijk/proefkader"])

    assert [("'andere_gemeent' is geen regel van 'toelating'.", "Bedoelde u 'andere_gemeente'?")] == [
        (one.message, one.remedy) for one in found if one.code == "onbekende-naam"
    ]
