"""An adoption reads the same in short, from its JSON or from the whole of it."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import read_book
from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Deviation
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import AdoptedInShort
from soco_rules.model.dossier import Draft
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import append


def adopted(character: Outcome, deviating: Decision | None = None) -> Adopted:
    decision = _decision(character)
    adoption = Adoption(
        decision=decision,
        by="J. Vos",
        function="voorzitter",
        mandate=None,
        date="2026-03-10",
        sent_on="2026-03-12",
        deviation=Deviation(outcome="nee", reason="Om haar.", consequences=deviating) if deviating else None,
    )
    return Adopted(proposal=4, adoption=adoption, values={"omzet": "1.00"}, state="lid", corrects=2)


def _decision(character: Outcome) -> Decision:
    return Decision(
        decision="plaatsing",
        title="Plaats",
        agreement=BOOK,
        version=None,
        reference_date="2026-03-01",
        decision_date="2026-03-09",
        status=DecisionStatus.KNOWN,
        outcome="ja",
        legal_character=character,
    )


@pytest.mark.parametrize(
    "said",
    [
        adopted("beschikking"),
        adopted(None),
        adopted(PerPerson(applicant="beschikking", partner="mededeling")),
        adopted("beschikking", _decision("mededeling")),
        adopted("beschikking", _decision(None)),
    ],
)
def test_an_adoption_of_the_store_reads_in_short_as_the_whole_does(store: Store, said: Adopted) -> None:
    number = admit(store, "S. Willems")
    append(store, Draft(said, number, "plaatsing"))
    stored = read_book(store, BOOK).dossiers[number].entries[-1]

    assert (said.in_short, said.values) == (stored.adopted_in_short, stored.adopted_values)


def test_another_act_is_no_adoption(store: Store) -> None:
    number = admit(store, "S. Willems")
    stored = read_book(store, BOOK).dossiers[number].entries[-1]

    assert (None, {}) == (stored.adopted_in_short, stored.adopted_values)


def test_what_newer_software_adds_to_an_adoption_is_not_passed_over() -> None:
    stored = json.loads(adopted("beschikking").model_dump_json(by_alias=True))

    with pytest.raises(ValidationError):
        AdoptedInShort.model_validate_json(json.dumps({**stored, "ingetrokken": "2027-01-01"}))
