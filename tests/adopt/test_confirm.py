"""What is believed of a stored adoption: only what adopting gives now."""

from __future__ import annotations

import pytest

from soco_rules.adopt.confirm import confirmed
from soco_rules.adopt.statement import Deviating
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Receipt
from tests.adopted import DECIDED
from tests.adopted import HEARD
from tests.adopted import adopted
from tests.adopted import case
from tests.adopted import for_the_cooperative
from tests.adopted import proposal
from tests.adopted import says
from tests.adopted import workspace

PARTICIPATION = {
    "  startdatum_proef": (
        "  startdatum_deelname: {waarde: 2026-11-02, bron: aanvraag, datum: 2026-10-08}\n  startdatum_proef"
    )
}
OTHERWISE = Deviating(
    {None: "toegewezen"}, "U begint met minder uren.", case=case("toelating", PARTICIPATION)
)


def doubts(stored: Adoption) -> tuple[Diagnostic, ...]:
    """Why a stored adoption is not believed."""
    return confirmed(stored, workspace())[1]


@pytest.mark.parametrize(
    "adoption",
    [
        adopted(proposal(), says()),
        adopted(proposal(), says(deviation=OTHERWISE, hearing=HEARD)),
        adopted(proposal("plaatsing", day=DECIDED + 5), for_the_cooperative()),
    ],
    ids=["proposal", "deviation", "cooperative"],
)
def test_what_was_adopted_is_believed_also_when_it_is_read_back(adoption: Adoption) -> None:
    read = Adoption.model_validate_json(adoption.model_dump_json(by_alias=True))

    assert () == doubts(read)


def test_another_version_of_the_engine_is_no_reason_to_doubt() -> None:
    adoption = adopted(proposal(), says())
    receipt = adoption.decision.receipt
    assert receipt
    older = receipt.model_copy(update={"engine": "soco_rules 0.0.1"})
    stored = adoption.model_copy(update={"decision": adoption.decision.model_copy(update={"receipt": older})})

    assert () == doubts(stored)


def as_before(decision: Decision) -> Decision:
    """A decision as a version of soco_rules kept it that had no words of rule files, and other line numbers."""
    fallen = (
        each.model_copy(update={"because": "anders gezegd", "description": ""})
        for each in decision.fallen_rules
    )
    grounds = (each.model_copy(update={"place": "elders.yaml:1"}) for each in decision.grounds)
    return decision.model_copy(
        update={
            "fallen_rules": tuple(fallen),
            "grounds": tuple(grounds),
            "descriptions": {},
            "receipt": Receipt(
                program="sha256:ander", files={}, engine="soco_rules 0.0.1", calculators=("referentie",)
            ),
        }
    )


@pytest.mark.parametrize("deviation", [None, OTHERWISE], ids=["proposal", "deviation"])
def test_what_an_older_version_told_otherwise_is_believed_and_told_as_now(
    deviation: Deviating | None,
) -> None:
    made = adopted(proposal(), says(deviation=deviation, hearing=HEARD))
    after = made.deviation and made.deviation.model_copy(
        update={"consequences": as_before(made.deviation.consequences)}
    )
    old = made.model_copy(update={"decision": as_before(made.decision), "deviation": after})
    told, found = confirmed(old, workspace())

    assert ((), made.decision.fallen_rules, made.decision.descriptions, old.decision.receipt, made.date) == (
        found,
        told.decision.fallen_rules,
        told.decision.descriptions,
        told.decision.receipt,
        told.date,
    )


def test_words_that_were_changed_by_hand_are_not_believed() -> None:
    made = adopted(proposal(), says())
    forged = tuple(each.model_copy(update={"description": "zomaar"}) for each in made.decision.grounds)
    (found,) = doubts(
        made.model_copy(update={"decision": made.decision.model_copy(update={"grounds": forged})})
    )

    assert "omschrijving: was zomaar" in found.message


_BELIEVED = adopted(proposal(), says())
_CONSEQUENCES = adopted(proposal(), says(deviation=OTHERWISE, hearing=HEARD)).deviation


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (
            {"decision": _BELIEVED.decision.model_copy(update={"outcome": "toegewezen"})},
            (
                "de regels geven iets anders dan het besluit in dit bestand: "
                "uitkomst: was toegewezen, is nu toegewezen_op_proef"
            ),
        ),
        (
            {"decision": _BELIEVED.decision.model_copy(update={"agreement": "waterstede/elders"})},
            "het besluit is niet meer te nemen: 'waterstede/elders' bestaat niet.",
        ),
        ({"function": "stagiair"}, "de functie 'stagiair' heeft geen mandaat van het college"),
        ({"mandate": None}, "'mandaat' in dit bestand is niet wat bij het vaststellen hoort"),
        (
            {"hearing": Hearing(manner=Manner.HEARD, date=None, account="Ja.")},
            "bij 'gehoord' ontbreekt op welke dag",
        ),
        (
            {"deviation": _CONSEQUENCES and _CONSEQUENCES.model_copy(update={"outcome": "afgewezen"})},
            "'afwijking' in dit bestand is niet wat bij het vaststellen hoort",
        ),
    ],
)
def test_what_was_changed_by_hand_is_not_believed(changes: dict[str, object], why: str) -> None:
    stored = _BELIEVED.model_copy(update=changes)

    assert [why] == [found.message for found in doubts(stored)]
