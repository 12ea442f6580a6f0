"""The letter of a decision on an objection: it is written, checked and shown as that of any decision of a person."""

from __future__ import annotations

from soco_rules.dossiers.deciding import letter_data
from soco_rules.dossiers.objection_words import RULINGS as IN_WORDS
from soco_rules.dossiers.objections import SUBJECT
from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.objections import renews
from soco_rules.dossiers.objections import stands
from soco_rules.dossiers.present import person_of
from soco_rules.letters.law import INADMISSIBLE
from soco_rules.letters.law import RULINGS
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import Ground
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Dossier
from soco_rules.model.objecting import ObjectionDecided
from soco_rules.model.objection import OnObjection
from soco_rules.model.objection import Ruling
from soco_rules.model.objection import Step
from soco_rules.model.values import Kind
from soco_rules.model.values import iso_day

TITLE = "Besluit op uw bezwaar"


def adoption_of(
    agreement: str, dossier: Dossier, objection: Objection, decided: ObjectionDecided
) -> Adoption:
    """A decision on an objection as an adopted decision, for its letter.

    It has the body, the agreement and the addressees of the decision that it is about. No rules gave its outcome: its
    only ground is the reconsideration of article 7:11. What kept the letter of the contested decision a draft, such as
    an agreement that is an example, keeps this one so too.
    """
    contested = objection.decision.content
    assert isinstance(contested, Adopted)
    about, ruled = contested.adoption.effective, decided.ruled
    ground = Ground(
        concept=SUBJECT,
        rule=ruled.ruling,
        outcome=ruled.ruling,
        wins=True,
        legal_basis=(
            *RULINGS[ruled.ruling],
            *((INADMISSIBLE[ruled.inadmissible].article,) if ruled.inadmissible else ()),
        ),
        place="",
        kind=Kind.CHOICE,
    )
    decision = Decision(
        decision=SUBJECT,
        title=TITLE,
        agreement=about.agreement,
        version=about.version,
        reference_date=about.reference_date,
        decision_date=decided.date,
        status=DecisionStatus.KNOWN,
        outcome=ruled.ruling,
        outcome_name=SUBJECT,
        outcome_kind=Kind.CHOICE,
        legal_character=about.legal_character if isinstance(about.legal_character, str) else "beschikking",
        decider=about.decider,
        grounds=(ground,),
        provisional=about.provisional,
        assumptions=about.assumptions,
        agreement_title=about.agreement_title,
        municipality=about.municipality,
        authority=about.authority,
        cooperative=about.cooperative,
        letter_name=SUBJECT,
        letter=_letter_of(about, agreement, dossier),
        words={SUBJECT: {str(ruling): words for ruling, words in IN_WORDS.items()}},
    )
    return Adoption(
        decision=decision,
        by=decided.by,
        function=decided.function,
        mandate=decided.mandate,
        date=decided.date,
        sent_on=decided.sent_on,
        reasons=decided.ruled.reasons,
        own_letter=decided.own_letter,
        function_from=decided.function_from,
        on_objection=_told(objection, decided).model_copy(
            update={"replaced": ruled.ruling is not Ruling.FOUNDED and not stands(dossier, objection)}
        ),
    )


def renewing(dossier: Dossier, corrected: int | None) -> OnObjection | None:
    """What the decision in the place of a revoked one says of the objection; None where it is not taken on one."""
    for each in objections_of(dossier):
        if each.answered and corrected is not None and renews(each, corrected):
            return _told(each, each.answered[1]).model_copy(
                update={"ruled": None, "heard_on": None, "account": "", "advice": "", "closed": None}
            )
    return None


def _told(objection: Objection, decided: ObjectionDecided) -> OnObjection:
    contested = objection.decision.content
    assert isinstance(contested, Adopted)
    heard, advised = objection.steps.get(Step.HEARD), objection.steps.get(Step.ADVISED)
    return OnObjection(
        contested=contested.adoption.decision.title,
        adopted_on=objection.short.date,
        sent_on=None if objection.contested.day is None else iso_day(objection.contested.day),
        received=objection.said.received,
        decided_on=decided.date,
        ruled=decided.ruled,
        heard_on=heard.date if heard else None,
        account=heard.account if heard else "",
        advice=advised.account if advised else "",
        closed=iso_day(objection.closed) if objection.closed is not None and objection.is_late else None,
    )


def _letter_of(about: Decision, agreement: str, dossier: Dossier) -> dict[str, object]:
    """The mark and the addressees of the contested decision; a letter to the person alone goes where he lives now."""
    now, person = letter_data(agreement, dossier), person_of(dossier)
    match about.letter.get("geadresseerden"):
        case [{"naam": name}] if person is None or name != person.name:
            return {**now, **about.letter}
        case None | [_]:
            return {**now, **about.letter, **{key: now[key] for key in now if key == "geadresseerden"}}
        case _:
            return {**now, **about.letter}
