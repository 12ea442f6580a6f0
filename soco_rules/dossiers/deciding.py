"""Decide on a dossier: a proposal on what the book holds, and its adoption by a person while nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_in_force
from soco_rules.compiler.program import program_of
from soco_rules.compiler.versions import WITHOUT_FORCE
from soco_rules.decide import Calculators
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.decide import unconfirmed
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.dossiers.counting import Counted
from soco_rules.dossiers.counting import count_in
from soco_rules.dossiers.first import Asked
from soco_rules.dossiers.first import First
from soco_rules.dossiers.first import as_finding
from soco_rules.dossiers.first import first_for
from soco_rules.dossiers.gather import Gathered
from soco_rules.dossiers.gather import gather
from soco_rules.dossiers.lifecycle import misfit
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.once import decided_before
from soco_rules.dossiers.plan import Certain
from soco_rules.dossiers.plan import Plan
from soco_rules.dossiers.plan import certain_on
from soco_rules.dossiers.plan import plan_of
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import reopened_of
from soco_rules.dossiers.query import OTHERS
from soco_rules.dossiers.recording import Telling
from soco_rules.dossiers.recording import procedure_of
from soco_rules.dossiers.recording import recorded
from soco_rules.facts import Bound
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.agreement import DecisionType
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.program import Program
from soco_rules.model.values import Role
from soco_rules.model.values import iso_day
from soco_rules.model.workspace import Workspace

Findings = tuple[Diagnostic, ...]
ByHand = ReportedFact | GivenJudgement
Key = tuple[str, Role | None]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything to decide with on one day: made once, used for any number of dossiers.

    Of a besluit about a month `dates` has the first day of it as the reference date. `beside` is what whoever decides
    should know of the rules, such as a concept without force; it stands among the findings about every dossier.
    """

    workspace: Workspace
    compiled: Compiled
    program: Program
    calculators: Calculators
    plan: Plan
    dates: Dates
    certain: Certain
    second: SecondCalculator = in_process
    beside: Findings = ()

    @property
    def besluit(self) -> DecisionType:
        """What is decided."""
        return self.program.decision

    @property
    def asks_others(self) -> bool:
        """Whether the rules count other dossiers, so that the whole book is needed; else that of the one is enough."""
        return any(runner.query.pool in OTHERS for runner in self.plan.runners)


def desk_for(
    workspace: Workspace,
    agreement: str,
    besluit: str,
    dates: Dates,
    *,
    second: SecondCalculator = in_process,
) -> tuple[Desk | None, Findings]:
    """The desk for one besluit of an agreement, or None with what stands in the way."""
    compiled, findings = compile_in_force(workspace, agreement, dates.reference)
    if compiled is None or has_errors(findings):
        return None, findings
    decisions = compiled.stack.decisions
    if besluit not in decisions:
        message = f"'{agreement}' kent geen besluit '{besluit}'."
        remedy = did_you_mean(besluit, decisions, otherwise=f"Kies uit {', '.join(sorted(decisions))}.")
        return None, (finding("onbekend-besluit", compiled.stack.lowest.span, message, remedy=remedy),)
    if decisions[besluit].monthly and dates.monthly() != dates:
        return desk_for(workspace, agreement, besluit, dates.monthly(), second=second)
    program = program_of(compiled, decisions[besluit])
    calculators, plan = prepare(program, second=second), plan_of(compiled, besluit)
    found = tuple(found for found in (*calculators.findings, *plan.findings) if found.is_error)
    if found:
        return None, found
    certain = certain_on(plan, dates)
    beside = tuple(found for found in findings if found.code == WITHOUT_FORCE)
    return Desk(workspace, compiled, program, calculators, plan, dates, certain, second, beside), ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A proposal that is not written yet, with the values that it was calculated with, and what has to come `first`."""

    desk: Desk
    proposed: Proposed
    bound: Bound
    first: First | None = None
    doubts: tuple[str, ...] = ()

    @property
    def decision(self) -> Decision:
        """What the rules propose."""
        return self.proposed.decision


def propose_for(
    desk: Desk,
    book: Book,
    number: int,
    supplied: Case | None = None,
    *,
    counted: Counted | None = None,
) -> tuple[Prepared | None, Findings]:
    """A proposal for one dossier on what the book holds, and on what a person supplies for this decision only.

    What stands in the letter only, and the days of the procedure, come from the dossier too. What is wrong, also with
    the stand of who it is about, is told in the findings. For many dossiers of one book make `counted` (`counted_at`)
    once.
    """
    dossier, unknown = dossier_in(book, number)
    if dossier is None:
        return None, unknown
    if off := unfit(desk, dossier):
        return None, (off,)
    return calculated_for(desk, book, number, supplied, counted=counted)


def calculated_for(
    desk: Desk,
    book: Book,
    number: int,
    supplied: Case | None = None,
    *,
    counted: Counted | None = None,
) -> tuple[Prepared | None, Findings]:
    """As `propose_for`, whatever the stand of who it is about: what the rules make of a dossier that can be read."""
    by_hand, wrong = _by_hand(desk, number, supplied)
    if wrong:
        return None, wrong
    told = _as_case(by_hand, number)
    if supplied is not None:
        told = replace(told, letter=supplied.letter, procedure=supplied.procedure)
    counted = counted or counted_at(desk, book)
    gathered, findings = gathered_for(desk, counted, number, told)
    bound, about_case = bind(desk.program, gathered.case, desk.dates)
    findings = (*findings, *about_case)
    if has_errors(findings):
        return None, in_reading_order(findings)
    decision = propose(desk.calculators, bound, desk.dates)
    first, waits = waiting(desk, book, gathered, bound, decision)
    findings = (*findings, *unconfirmed(decision, place_of(number)), *waits)
    proposed = Proposed(
        decision=decision,
        origins=gathered.origins,
        knowledge=counted.knowledge,
        facts=tuple(told for told in by_hand if isinstance(told, ReportedFact)),
        judgements=tuple(told for told in by_hand if isinstance(told, GivenJudgement)),
    )
    return Prepared(desk, proposed, bound, first, gathered.doubts), in_reading_order(findings)


def gathered_for(
    desk: Desk, counted: Counted, number: int, told: Case | None = None
) -> tuple[Gathered, Findings]:
    """The case of a dossier for a besluit, with what is `told` for this decision only."""
    book, dossier = counted.book, counted.book.dossiers[number]
    told = told or _as_case((), number)
    case = replace(
        told,
        letter={**letter_data(book.agreement, dossier), **told.letter},
        procedure={**procedure_of(dossier, desk.besluit.name), **told.procedure},
    )
    gathered, findings = gather(counted, number, supplied=case)
    return gathered, (*desk.beside, *findings)


def waiting(
    desk: Desk, book: Book, gathered: Gathered, bound: Bound, decision: Decision
) -> tuple[First | None, Findings]:
    """The besluit that has to come before this one, also as a finding; nothing where this one waits for none."""
    if decision.status not in {DecisionStatus.NOT_APPLICABLE, DecisionStatus.NO_RULE}:
        return None, ()
    first = first_for(Asked(desk.compiled, desk.calculators, book, gathered, bound, desk.dates))
    return first, () if first is None else (as_finding(first, book.agreement, gathered.number),)


def unfit(desk: Desk, dossier: Dossier) -> Diagnostic | None:
    """Why a besluit does not fit the stand of who it is about, or was taken about this month already.

    One that was reopened is taken again, in any stand.
    """
    misfits = misfit(desk.compiled.stack, desk.besluit, dossier, desk.dates)
    off = misfits or decided_before(desk.plan, dossier, month_of(desk))
    if off is None or reopened(dossier, desk.besluit.name, iso_day(desk.dates.reference)) is not None:
        return None
    return off


Count = Callable[[Desk], Counted]
"""Gives a book ready to decide on at a desk: `counted_at`, or what was counted before."""


def counted_at(desk: Desk, book: Book) -> Counted:
    """What is the same for every dossier of a book, for `propose_for`."""
    return count_in(desk.plan, book, desk.dates)


def as_draft(number: int, prepared: Prepared) -> Draft:
    """A proposal as an act to write."""
    return Draft(prepared.proposed, number, prepared.desk.besluit.name, month_of(prepared.desk))


def is_settled(decision: Decision) -> bool:
    """Whether a person can adopt what is proposed."""
    settled = decision.status in {DecisionStatus.KNOWN, DecisionStatus.JUDGEMENT_NEEDED}
    return settled and decision.outcome is not None


def month_of(desk: Desk) -> str | None:
    """The first day of the month that is decided on; None where the besluit is not about a month."""
    return iso_day(desk.dates.reference) if desk.besluit.monthly else None


def reopened(dossier: Dossier, besluit: str, reference_date: str) -> Standing | None:
    """The adopted decision that waits to be taken again, which the next one about that day takes the place of.

    One about another month or day is another decision: it takes the place of none.
    """
    waiting = (standing for standing, _ in reopened_of(dossier))
    about = (besluit, reference_date)
    return next((each for each in waiting if (each.entry.subject, each.short.reference_date) == about), None)


def supplied_again(proposed: Proposed) -> Case:
    """What a person supplied for a proposal only."""
    case = _as_case((*proposed.facts, *proposed.judgements), 0)
    return replace(case, letter=proposed.decision.letter, procedure=proposed.decision.procedure)


def letter_data(agreement: str, dossier: Dossier) -> dict[str, object]:
    """What a letter says of itself: under which mark it is kept, and to whom it goes."""
    person = person_of(dossier)
    letter: dict[str, object] = {"kenmerk": f"{agreement}, {place_of(dossier.number).file}"}
    if person is not None and person.address:
        letter["geadresseerden"] = [{"naam": person.name, "adres": list(person.address)}]
    return letter


def dossier_in(book: Book, number: int) -> tuple[Dossier | None, Findings]:
    """A dossier that can be decided on, or why there is none."""
    dossier, place = book.dossiers.get(number), place_of(number)
    if dossier is None:
        message = f"Dossier {number} van '{book.agreement}' bestaat niet."
        return None, (finding("onbekend-dossier", place, message),)
    if is_erased(dossier):
        return None, (finding("dossier-gewist", place, f"De gegevens van dossier {number} zijn gewist."),)
    return dossier, ()


def _by_hand(desk: Desk, number: int, supplied: Case | None) -> tuple[tuple[ByHand, ...], Findings]:
    """What is supplied now, as it would be told to the dossier."""
    if supplied is None or not (supplied.facts or supplied.judgements):
        return (), ()
    month = desk.dates.reference if desk.besluit.monthly else None
    told = Telling(today=desk.dates.decision, month=month, valid_from=desk.dates.reference, is_kept=False)
    drafts, findings = recorded(desk.compiled, number, replace(supplied, procedure={}), told)
    if has_errors(findings):
        return (), findings
    said = (draft.content for draft in drafts)
    return tuple(each for each in said if isinstance(each, ReportedFact | GivenJudgement)), ()


def _as_case(told: Iterable[ByHand], number: int) -> Case:
    place = place_of(number)
    facts: dict[Key, tuple[Report, ...]] = {}
    judgements: dict[Key, Judgement] = {}
    for each in told:
        key = (each.name, each.role)
        match each:
            case ReportedFact():
                facts[key] = (*facts.get(key, ()), Report(each.value, place, each.source, each.date))
            case GivenJudgement():
                judgements[key] = Judgement(each.value, each.by, place, each.date, each.reason)
    return Case(None, facts, judgements, file=str(place))
