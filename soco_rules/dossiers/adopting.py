"""A person takes a proposed decision of a dossier: while nothing changed, with mandate, two persons where asked."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.adopt.decision import adopt
from soco_rules.adopt.mandate import CODE as WITHOUT_MANDATE
from soco_rules.adopt.statement import Statement
from soco_rules.catalogue import finding
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.decide import prepare
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.answer_letter import renewing
from soco_rules.dossiers.answering import OWN
from soco_rules.dossiers.changed import changes
from soco_rules.dossiers.changed import rules_changed
from soco_rules.dossiers.deciding import Count
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Findings
from soco_rules.dossiers.deciding import Prepared
from soco_rules.dossiers.deciding import counted_at
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import dossier_in
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.deciding import reopened
from soco_rules.dossiers.deciding import supplied_again
from soco_rules.dossiers.lifecycle import moved_to
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.moves import moves_of
from soco_rules.dossiers.objecting import takers_of
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.objections import renews
from soco_rules.dossiers.present import Open
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.waiting import waiting_in
from soco_rules.explain.wording import writable
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.adoption import Adoption
from soco_rules.model.agreement import DecisionType
from soco_rules.model.case import Case
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import by_role
from soco_rules.model.decision import texts_of
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Moves
from soco_rules.model.dossier import Signed
from soco_rules.model.names import is_one
from soco_rules.model.program import Calculation
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Role
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_value
from soco_rules.model.values import spaced
from soco_rules.model.workspace import Workspace
from soco_rules.replay import case_of

DeskOn = Callable[[str, str, Dates], tuple[Desk | None, Findings]]
"""Gives the desk for an agreement, a besluit and its dates: `desk_for`, or what was made before."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What came of signing: the act to write, and the adoption unless a second person must sign too."""

    draft: Draft
    adoption: Adoption | None


def adopt_in(
    workspace: Workspace,
    book: Book,
    number: int,
    proposal: int,
    said: Statement,
    *,
    apart: bool = False,
    second: SecondCalculator = in_process,
    count: Count | None = None,
) -> tuple[Agreed | None, Findings]:
    """A person takes a proposal of a dossier, or signs first where two persons must; or why that cannot be.

    The proposal is made again on the book as it is: where facts or rules changed, it is refused with what changed. With
    `apart` nobody adopts what he proposed himself, also where the agreement does not ask for two persons. With `count`
    the book needs only this dossier.
    """
    held, findings = hold(workspace, book, number, proposal, second=second, count=count)
    if held is None:
        return None, findings
    return sign(held.prepared, held.waiting, held.dossier, said, apart=apart)


@dataclass(frozen=True, slots=True)
class Held:
    """A proposal that still stands on the book as it is; `prepared` has the proposal as it was stored.

    `warnings` are what was found in making it again that stands in nobody's way.
    """

    dossier: Dossier
    waiting: Open
    prepared: Prepared
    warnings: Findings = ()


def hold(
    workspace: Workspace,
    book: Book,
    number: int,
    proposal: int,
    *,
    second: SecondCalculator = in_process,
    desk_on: DeskOn | None = None,
    count: Count | None = None,
) -> tuple[Held | None, Findings]:
    """Hold a proposal against the book as it is: it still stands, or what stands in the way.

    With `desk_on` the desk comes from there and not from `workspace`; with `count` the book needs only this dossier.
    """
    dossier, unknown = dossier_in(book, number)
    if dossier is None:
        return None, unknown
    waiting, refused = waiting_in(dossier, proposal)
    if waiting is None:
        return None, refused
    desk, findings = _desk_of(book, waiting, desk_on or _new_desk(workspace, second))
    if desk is None:
        return None, findings
    counted = count(desk) if count else counted_at(desk, book)
    again, findings = propose_for(desk, book, number, supplied_again(waiting.proposed), counted=counted)
    if again is None or has_errors(findings):
        return None, findings
    before, now = waiting.proposed.decision, again.decision
    if changed := (*changes(before, now), *rules_changed(before, now)):
        message = f"Sinds voorstel {proposal} is er iets veranderd: {'; '.join(changed)}."
        return None, (finding("voorstel-achterhaald", place_of(number), message),)
    warnings = tuple(found for found in findings if not found.is_error)
    return Held(dossier, waiting, replace(again, proposed=waiting.proposed), warnings), ()


def _desk_of(book: Book, waiting: Open, desk_on: DeskOn) -> tuple[Desk | None, Findings]:
    """The desk at which a proposal was made."""
    stored = waiting.proposed.decision
    dates = Dates(parse_date(stored.reference_date), parse_date(stored.decision_date))
    return desk_on(book.agreement, stored.decision, dates)


def _new_desk(workspace: Workspace, second: SecondCalculator) -> DeskOn:
    return lambda agreement, besluit, dates: desk_for(workspace, agreement, besluit, dates, second=second)


def sign(
    prepared: Prepared, waiting: Open, dossier: Dossier, said: Statement, *, apart: bool = False
) -> tuple[Agreed | None, Findings]:
    """The act of taking a proposal that was just held against the book; `adopt_in` does both."""
    besluit = prepared.desk.besluit
    said = _with_what_is_known(_with_what_was_signed(said, waiting), prepared)
    desk = prepared.desk
    adoption, findings = adopt(prepared.decision, said, desk.workspace, second=desk.second)
    corrected = _corrected(besluit, dossier, waiting)
    if adoption is not None and corrected is not None:
        on_objection = renewing(dossier, corrected.entry.number)
        adoption = adoption.model_copy(update={"on_objection": on_objection})
    errors = tuple(found for found in findings if found.is_error)
    if adoption is None and (said.deviation or any(found.code != WITHOUT_MANDATE for found in errors)):
        return None, findings
    taken = adoption.effective if adoption else prepared.decision
    if besluit.monthly and (open_ := _unknown(taken)):
        message = f"Bij '{besluit.title}' is nog niet bekend: {', '.join(open_)}."
        return None, (*errors, finding("maand-onvolledig", place_of(dossier.number), message))
    outcome = adoption.outcome if adoption else prepared.decision.outcome
    asks_two = besluit.four_eyes is None or not besluit.four_eyes.isdisjoint(texts_of(outcome))
    if own := tuple(_took_the_revoked(dossier, corrected, said)):
        return None, (*errors, *own)
    if asks_two and waiting.signed is None:
        return Agreed(_first_signature(waiting, dossier, said, outcome), None), findings if adoption else ()
    wrong = (
        *_same_persons(waiting, dossier, said, outcome, asks_two),
        *_own_proposal(waiting, dossier, said, apart=apart and not asks_two),
    )
    if adoption is None or wrong:
        return None, (*errors, *wrong)
    return Agreed(_adopted(prepared, waiting, dossier, adoption), adoption), findings


_OF_A_PERSON = frozenset(
    {WITHOUT_MANDATE, "zienswijze", "toelichting-ontbreekt", "vier-ogen", "eigen-voorstel", OWN}
)
"""What stands in the way of one person, or until he fills something in; of another it may not."""


def in_the_way_on(held: Held, day: int) -> Findings:
    """What stands in the way of adopting a proposal on a day, whoever does it and whatever he says."""
    lines = held.prepared.desk.workspace.mandates.get(held.prepared.decision.agreement.partition("/")[0], ())
    function = next((line.function for line in lines if line.body == held.prepared.decision.decider), "-")
    said = Statement(by="-", function=function, date=day, sent_on=day, reasons="-")
    _, findings = sign(held.prepared, held.waiting, held.dossier, said)
    return tuple(found for found in findings if found.is_error and found.code not in _OF_A_PERSON)


def _unknown(decision: Decision) -> tuple[str, ...]:
    """What stands beside the outcome and is not known: a month is only closed with all that the next one counts."""
    return tuple(
        spaced(name) for name, decided in decision.outcomes.items() if None in by_role(decided.value).values()
    )


def _standing(dossier: Dossier, besluit: str, month: str | None) -> tuple[Standing, ...]:
    return tuple(each for each in adopted_of(dossier, besluit) if each.entry.month == month)


# Two persons


def _with_what_was_signed(said: Statement, waiting: Open) -> Statement:
    """Who signs second agrees with what the first said, and may add to it.

    Why the first came to what was proposed is no reason for another outcome, so it is not said with a deviation.
    """
    signed = waiting.signed
    if signed is None:
        return said
    departs = said.deviation is not None and signed.outcome == waiting.proposed.decision.outcome
    reasons = said.reasons or ("" if departs else signed.reasons)
    return replace(said, hearing=said.hearing or signed.hearing, reasons=reasons)


def _with_what_is_known(said: Statement, prepared: Prepared) -> Statement:
    """Another outcome can ask for facts that the proposal did not need; what the dossier knows is not asked again."""
    if said.deviation is None:
        return said
    given, known = said.deviation.case or Case(None, {}, {}), prepared.bound.case
    case = replace(
        given,
        facts={**known.facts, **given.facts},
        judgements={**known.judgements, **given.judgements},
    )
    return replace(said, deviation=replace(said.deviation, case=case))


def _first_signature(waiting: Open, dossier: Dossier, said: Statement, outcome: Outcome) -> Draft:
    signed = Signed(
        proposal=waiting.entry.number,
        by=said.by.strip(),
        function=said.function.strip(),
        date=iso_day(said.date),
        outcome=outcome,
        hearing=said.hearing,
        reasons=said.reasons.strip(),
    )
    return Draft(signed, dossier.number, waiting.entry.subject, waiting.entry.month)


def _same_persons(
    waiting: Open, dossier: Dossier, said: Statement, outcome: Outcome, asks_two: bool
) -> Iterator[Diagnostic]:
    """Two signatures are of two persons, and the one who proposed does not take the decision."""
    if not asks_two or waiting.signed is None:
        return
    place, signed = place_of(dossier.number), waiting.signed
    if is_one(said.by, signed.by):
        message = f"{said.by} heeft voorstel {waiting.entry.number} al ondertekend."
        yield finding("vier-ogen", place, message)
    elif is_one(said.by, waiting.entry.by):
        message = f"{said.by} heeft voorstel {waiting.entry.number} zelf gedaan en kan het niet vaststellen."
        yield finding("vier-ogen", place, message)
    if outcome != signed.outcome:
        decision = waiting.proposed.decision
        other = _in_words(signed.outcome, decision.words_of(decision.outcome_name))
        message = f"{signed.by} heeft een andere uitkomst ondertekend: {other}."
        remedy = "stel dezelfde uitkomst vast, of doe een nieuw voorstel dat beiden ondertekenen"
        yield finding("vier-ogen", place, message, remedy=remedy)


def _own_proposal(waiting: Open, dossier: Dossier, said: Statement, *, apart: bool) -> Iterator[Diagnostic]:
    """Who proposed does not take the decision; `_same_persons` says so where two persons must sign."""
    if apart and (own := own_part(waiting, dossier, said.by)):
        yield finding(
            "eigen-voorstel", place_of(dossier.number), f"{said.by} {own} en kan het niet vaststellen."
        )


def own_part(waiting: Open, dossier: Dossier, name: str) -> str:
    """What somebody did himself of a proposal: he made it, or recorded in this dossier what it rests on; else empty."""
    number = waiting.entry.number
    if is_one(name, waiting.entry.by):
        return f"heeft voorstel {number} zelf gedaan"
    recorded = {each.number: each.by for each in dossier.entries if each.act in {Act.FACT, Act.JUDGEMENT}}
    own = sorted(
        {
            origin.name
            for origin in waiting.proposed.origins
            for act in origin.acts
            if act in recorded and is_one(name, recorded[act])
        }
    )
    names = ", ".join(f"'{each}'" for each in own)
    return f"legde zelf vast waarop voorstel {number} rust ({names})" if own else ""


def _in_words(outcome: Outcome, words: ChoiceWords) -> str:
    said = (words.get(text) or spaced(text) for text in sorted(texts_of(outcome)))
    return " en ".join(said) or "geen uitkomst"


# What an adoption makes of a dossier


def _took_the_revoked(dossier: Dossier, corrected: Standing | None, said: Statement) -> Iterator[Diagnostic]:
    """What comes in the place of a revoked decision is not taken by who took that one (10:3 lid 3)."""
    for each in objections_of(dossier):
        if corrected is None or not renews(each, corrected.entry.number):
            continue
        if any(is_one(said.by, name) for name in takers_of(dossier, each)):
            message = (
                f"{said.by} nam het herroepen besluit (handeling {corrected.entry.number}) zelf of mede."
            )
            remedy = "laat een ander met het mandaat voor dit besluit het vaststellen"
            yield finding(OWN, place_of(dossier.number), message, remedy=remedy)
            return


def _adopted(prepared: Prepared, waiting: Open, dossier: Dossier, adoption: Adoption) -> Draft:
    besluit, entry = prepared.desk.besluit, waiting.entry
    corrected = _corrected(besluit, dossier, waiting)
    state = moved_to(besluit, adoption.outcome)
    if corrected is not None and (corrected.entry.number, state) in _moved(dossier):
        state = None  # it moved the participant already, who may have come further since
    adopted = Adopted(
        proposal=entry.number,
        adoption=adoption,
        values=values_of(prepared, adoption),
        state=state,
        moves=_moves(besluit, adoption) if state else Moves.ADOPTED,
        corrects=corrected.entry.number if corrected else None,
    )
    return Draft(adopted, dossier.number, entry.subject, entry.month)


def _moved(dossier: Dossier) -> set[tuple[int, str]]:
    return {(move.entry.number, move.state) for move in moves_of(dossier)}


def _moves(besluit: DecisionType, adoption: Adoption) -> Moves:
    """When the stand moves: a beschikking that somebody will object to works for him once he knows it (Awb 3:40)."""
    adverse = besluit.hearing is None or any(map(besluit.hearing.is_adverse, texts_of(adoption.outcome)))
    if not adverse or not adoption.effective.is_appealable:
        return Moves.ADOPTED
    return Moves.SENT if adoption.own_letter else Moves.MADE_KNOWN


def with_letter(draft: Draft) -> Draft:
    """The adoption when its final letter is kept with it: what waited to be made known is so on the day of sending."""
    adopted = draft.content
    if not isinstance(adopted, Adopted) or adopted.moves is not Moves.MADE_KNOWN:
        return draft
    return replace(draft, content=adopted.model_copy(update={"moves": Moves.SENT}))


def _corrected(besluit: DecisionType, dossier: Dossier, waiting: Open) -> Standing | None:
    """The decision whose place it takes: what it corrects, or the same decision that was reopened."""
    if besluit.corrects is None:
        return reopened(dossier, besluit.name, waiting.proposed.decision.reference_date)
    return next(iter(_standing(dossier, besluit.corrects, waiting.entry.month)), None)


def values_of(prepared: Prepared, adoption: Adoption) -> dict[str, str | None]:
    """Every value of a decision as it was taken, on the day that it was taken, by slot."""
    desk, calculators, case = prepared.desk, prepared.desk.calculators, prepared.bound.case
    if adoption.deviation is not None:
        calculators = prepare(_as_taken(desk.program, adoption.deviation.outcome), twice=False)
        told = case_of(adoption.effective)
        case = replace(
            case,
            facts={**told.facts, **case.facts},
            judgements={**told.judgements, **case.judgements},
        )
    program = calculators.program
    bound, _ = bind(program, case, Dates(desk.dates.reference, parse_date(adoption.date)))
    found = calculators.reference(bound.values).values
    values = {
        step.slot: calculators.text_of(step.slot, writable(found[step.slot], step.type.kind))
        for step in program.steps
    }
    texts = _texts(prepared.decision.outcome)  # what is certain in every possible answer no calculation says
    tried = {slot: texts.get(_role_of(program, slot)) for slot in program.outcome if values[slot] is None}
    return {**values, **tried}


def _role_of(program: Program, slot: Slot) -> Role | None:
    return next(step.role for step in program.steps if step.slot == slot)


def _texts(outcome: Outcome) -> dict[Role | None, str | None]:
    """An outcome by the person that it is of."""
    match outcome:
        case PerPerson(applicant=applicant, partner=partner):
            return {Role.APPLICANT: applicant, Role.PARTNER: partner}
        case _:
            return {None: outcome}


def _as_taken(program: Program, outcome: Outcome) -> Program:
    """The program in which a person fixed the outcome."""
    texts = _texts(outcome)
    steps = tuple(
        _fixed(step, texts[step.role])
        if isinstance(step, Definition) and step.slot in program.outcome
        else step
        for step in program.steps
    )
    return replace(program, steps=steps)


def _fixed(step: Definition, text: str | None) -> Definition:
    if text is None or text == NOT_APPLICABLE_TEXT:
        return step
    return replace(step, body=Calculation(Const(parse_value(text, step.type))))
