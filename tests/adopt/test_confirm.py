"""What is believed of a stored adoption: only what adopting gives now."""

from __future__ import annotations

import pytest

from soco_rules.adopt.confirm import doubts
from soco_rules.adopt.statement import Deviating
from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
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

    assert () == doubts(read, workspace())


def test_another_version_of_the_engine_is_no_reason_to_doubt() -> None:
    adoption = adopted(proposal(), says())
    receipt = adoption.decision.receipt
    assert receipt
    older = receipt.model_copy(update={"engine": "soco_rules 0.0.1"})
    stored = adoption.model_copy(update={"decision": adoption.decision.model_copy(update={"receipt": older})})

    assert () == doubts(stored, workspace())


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
        ({"function": "stagiair"}, "de functie 'stagiair' heeft geen mandaat van 'college'"),
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

    assert [why] == [found.message for found in doubts(stored, workspace())]
