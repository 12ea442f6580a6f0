"""Propose a decision: both calculators, the outcomes that remain, the reasons and what is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date

from soco_rules.backends import durable
from soco_rules.backends import reference as truth
from soco_rules.backends.compare import disagreements
from soco_rules.catalogue import finding
from soco_rules.compiler.program import compile_program
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.explain.account import rests_on
from soco_rules.explain.anatomy import Anatomy
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.missing import LIMIT
from soco_rules.explain.missing import Evaluate
from soco_rules.explain.missing import Open
from soco_rules.explain.missing import Remaining
from soco_rules.explain.missing import effective
from soco_rules.explain.missing import remaining
from soco_rules.explain.reasons import Reasons
from soco_rules.explain.reasons import Vocabulary
from soco_rules.explain.reasons import reasons
from soco_rules.explain.reasons import vocabulary
from soco_rules.explain.receipt import ENGINE
from soco_rules.explain.receipt import receipt_of
from soco_rules.explain.support import Trace
from soco_rules.explain.support import trace
from soco_rules.explain.wording import text_of
from soco_rules.explain.wording import writable
from soco_rules.facts import Bound
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import unused
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Status
from soco_rules.model.case import Case
from soco_rules.model.decision import DecidedValue
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import Missing
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import Receipt
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.model.values import as_dutch
from soco_rules.model.values import spaced
from soco_rules.model.workspace import Workspace

REFERENCE = "referentie"
SECOND = "durable-rules"
LIMIT_FOR_COMPANIONS = 256
"""How many combinations of answers are tried for what stands in `ook`."""

IN_ORDER = tuple(DecisionStatus)
_REFUSED = frozenset({Absent.CONTRADICTORY, Absent.CONFLICT})
_WITHOUT_OUTCOME = frozenset(
    {DecisionStatus.NOT_IN_FORCE, DecisionStatus.CALCULATORS_DISAGREE, DecisionStatus.REQUIREMENT_BROKEN}
)


@dataclass(frozen=True, slots=True)
class Calculators:
    """A program made ready: the reference, the second calculator where it can be used, and what explaining needs."""

    program: Program
    reference: Evaluate
    second: Evaluate | None
    inside: Evaluate
    anatomy: Anatomy
    vocabulary: Vocabulary
    receipt: Receipt
    provisional: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def prepare(program: Program, *, twice: bool = True, like: Calculators | None = None) -> Calculators:
    """The calculators of a program: made once, used for any number of cases; `twice` is for what people decide on.

    Those of a program `like` it serve again where all that is calculated is the same: what is agreed comes with a case.
    """
    if like is not None and _calculates_the_same(program, like.program):
        reference, second, findings = like.reference, like.second, like.findings
    else:
        reference = truth.prepare(program)
        second, findings = _second_calculator(program) if twice else (None, ())
    anatomy = dissect(program)
    return Calculators(
        program=program,
        reference=reference,
        second=second,
        inside=truth.prepare(anatomy.inside),
        anatomy=anatomy,
        vocabulary=vocabulary(program),
        receipt=receipt_of(program, (REFERENCE, SECOND) if second else (REFERENCE,)),
        provisional=tuple(_about_agreement(program.agreement)),
        findings=findings,
    )


def _calculates_the_same(program: Program, other: Program) -> bool:
    """Whether two programs have the very same steps, but for what is agreed."""
    around = (program.gate, program.checks, program.outcome, program.also)
    return (
        around == (other.gate, other.checks, other.outcome, other.also)
        and len(program.steps) == len(other.steps)
        and all(map(_is_same_step, program.steps, other.steps))
    )


def _is_same_step(one: Field | Definition, other: Field | Definition) -> bool:
    if one is other:
        return True
    are_points = (
        isinstance(one, Field) and isinstance(other, Field) and one.origin is other.origin is Origin.POINT
    )
    return are_points and (one.slot, one.type) == (other.slot, other.type)


def decide(
    workspace: Workspace, reference: str, decision: str, case: Case, dates: Dates
) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    """A proposed decision on a case, or None with the findings that stand in the way.

    A decision about a month takes the first day of the month of the reference date.
    """
    program, findings = compile_program(workspace, reference, decision, dates.reference)
    if program is not None and program.decision.monthly and dates.monthly() != dates:
        return decide(workspace, reference, decision, case, dates.monthly())
    if program is None:
        if any(found.code == "niets-in-werking" for found in findings):
            return _not_in_force(reference, decision, case, dates), findings
        return None, findings
    calculators = prepare(program)
    bound, about_case = bind(program, case, dates)
    findings = (*findings, *calculators.findings, *about_case)
    if has_errors(findings):
        return None, in_reading_order(findings)
    idle = unused(program, bound, calculators.reference(bound.values))
    return propose(program, bound, dates, calculators), in_reading_order((*findings, *idle))


def propose(program: Program, bound: Bound, dates: Dates, calculators: Calculators) -> Decision:
    """The decision that a program proposes on a bound case."""
    return _Proposal(program, bound, dates, calculators).decision()


def _is_definite(value: Value) -> bool:
    return not isinstance(value, Absent) or value is Absent.NOT_APPLICABLE


def _second_calculator(program: Program) -> tuple[Evaluate | None, tuple[Diagnostic, ...]]:
    if not durable.available():
        return None, ()
    try:
        return durable.prepare(program), ()
    except durable.DoesNotFitError as error:
        message = f"Besluit '{program.decision.name}' past niet in de tweede rekenaar: {error}."
        return None, (finding("tweede-rekenaar", program.decision.span, message),)


@dataclass(slots=True)
class _Proposal:
    """One decision in the making."""

    program: Program
    bound: Bound
    dates: Dates
    calculators: Calculators
    ours: Evaluation = field(init=False)
    theirs: Evaluation | None = None
    found: Trace = field(init=False)
    disputes: tuple[str, ...] = ()
    values: dict[Slot, Value] = field(default_factory=dict)
    missing: dict[Slot, Missing] = field(default_factory=dict)
    why: Reasons = field(init=False)

    def decision(self) -> Decision:
        given = self.bound.values
        self.ours = self.calculators.reference(given)
        self.found = trace(self.calculators.anatomy, self.calculators.inside(given))
        self.disputes = self._compare(given, self.ours, keep=True)
        slots = (*self.program.outcome, *self.program.also)
        for slot, value in zip(slots, effective(self.ours, slots), strict=True):
            self.values[slot] = writable(value, self._kind(slot))
        self._search()
        self.why = reasons(
            self.found,
            self.calculators.vocabulary,
            self.bound,
            self.dates.reference,
            gate_only=self._stops_at_gate(),
            settled=all(map(_is_definite, effective(self.ours, slots))),
        )
        return self._written(self._status())

    # Calculating

    def _compare(
        self, given: Mapping[Slot, Value], ours: Evaluation, *, keep: bool = False
    ) -> tuple[str, ...]:
        """What the second calculator finds otherwise; a failure of it counts as a difference."""
        second = self.calculators.second
        if second is None:
            return ()
        try:
            theirs = second(given)
        except durable.DurableError as error:
            return (f"{SECOND}: {error}",)
        if keep:
            self.theirs = theirs
        return disagreements(self.program, ours, theirs)

    def _stops_at_gate(self) -> bool:
        """Whether the gate of the decision settles it, and nothing behind it is contradictory."""
        if self.ours.gate is True or self.ours.gate is Absent.UNKNOWN:
            return False
        contradictory = any(self.ours.values[slot] is Absent.CONTRADICTORY for slot in self.program.outcome)
        return self.ours.gate is Absent.CONTRADICTORY or not contradictory

    def _search(self) -> None:
        """Try the missing answers where the outcome, or what stands in `ook`, is unknown."""
        outcome = self.program.outcome
        if any(
            self.values[slot] in _REFUSED or self.ours.values[slot] is Absent.CONTRADICTORY
            for slot in outcome
        ):
            return
        if any(self.values[slot] is Absent.UNKNOWN for slot in outcome):
            left = self._remaining(outcome)
            if self._settle(outcome, left):
                self._check_completions(left)
            if any(self.values[slot] is Absent.UNKNOWN for slot in outcome):
                self._ask(left, self.program.decision.outcome)
        for name, slots in _grouped(self.program.also):
            if any(self.values[slot] is Absent.UNKNOWN for slot in slots):
                left = self._remaining(slots, limit=LIMIT_FOR_COMPANIONS)
                if self._settle(slots, left):
                    self._check_completions(left)
                if any(self.values[slot] is Absent.UNKNOWN for slot in slots):
                    self._ask(left, name)

    def _remaining(self, targets: tuple[Slot, ...], limit: int = LIMIT) -> Remaining:
        inside = self.calculators.inside
        return remaining(
            self.found, self.calculators.reference, inside, self.bound.values, targets, limit=limit
        )

    def _settle(self, targets: Iterable[Slot], left: Remaining) -> bool:
        """Fill in what the remaining outcomes decide; whether there was anything."""
        settled = False
        for slot in targets:
            only = left.decided(slot)
            if only is not None and writable(only, self._kind(slot)) is not self.values[slot]:
                self.values[slot] = only
                settled = True
        return settled

    def _check_completions(self, left: Remaining) -> None:
        for completed in left.completions:
            if self.disputes:
                return
            self.disputes = self._compare(completed, self.calculators.reference(completed))

    def _ask(self, left: Remaining, name: str) -> None:
        for one in left.missing:
            known = self.missing.get(one.field.slot)
            if known is None:
                self.missing[one.field.slot] = self._question(one, name)
            elif name not in known.needed_for:
                self.missing[one.field.slot] = known.model_copy(
                    update={"needed_for": (*known.needed_for, name)}
                )

    def _question(self, one: Open, name: str) -> Missing:
        return Missing(
            name=one.field.name,
            role=one.field.role,
            kind=one.field.origin,
            question=_question_of(one.field, self.program, self.dates),
            needed_for=(name,),
            removes=one.removes,
        )

    # Status

    def _status(self) -> DecisionStatus:
        """The first in the order of the design that holds, over the persons to whom the decision applies."""
        holding = [self._status_of(slot) for slot in self.program.outcome]
        applying: list[DecisionStatus] = [
            status for status in holding if status is not DecisionStatus.NOT_APPLICABLE
        ]
        held = applying or [DecisionStatus.NOT_APPLICABLE]
        if self.disputes:
            held.append(DecisionStatus.CALCULATORS_DISAGREE)
            held = held if applying or self._both_say_not_applicable() else held[1:]
        elif applying and any(broken.severity == Severity.ERROR for broken in self.why.broken):
            held.append(DecisionStatus.REQUIREMENT_BROKEN)
        return min(held, key=IN_ORDER.index)

    def _both_say_not_applicable(self) -> bool:
        """Whether a difference elsewhere leaves it certain that the decision does not apply."""
        outcome, ours, theirs = self.program.outcome, self.ours, self.theirs
        return theirs is not None and (*effective(ours, outcome), ours.gate) == (
            *effective(theirs, outcome),
            theirs.gate,
        )

    def _status_of(self, slot: Slot) -> DecisionStatus:
        if self.ours.gate is Absent.CONTRADICTORY or self.ours.values[slot] is Absent.CONTRADICTORY:
            return DecisionStatus.CONTRADICTORY
        match self.values[slot]:
            case Absent.CONTRADICTORY:
                return DecisionStatus.CONTRADICTORY
            case Absent.NOT_APPLICABLE:
                return DecisionStatus.NOT_APPLICABLE
            case Absent.CONFLICT:
                return DecisionStatus.CONFLICT
            case Absent.UNKNOWN:
                return self._status_of_unknown()
            case Absent.NO_RULE:
                return DecisionStatus.NO_RULE
            case value:
                asks = self._text(slot, value) in self.program.decision.asks_person
                return DecisionStatus.JUDGEMENT_NEEDED if asks else DecisionStatus.KNOWN

    def _status_of_unknown(self) -> DecisionStatus:
        outcome = self.program.decision.outcome
        for one in self.missing.values():
            if one.kind == Origin.JUDGEMENT and outcome in one.needed_for:
                return DecisionStatus.JUDGEMENT_NEEDED
        return DecisionStatus.FACTS_MISSING

    # Writing

    def _written(self, status: DecisionStatus) -> Decision:
        program, why = self.program, self.why
        decision, agreement = program.decision, program.agreement
        shown = {} if status in _WITHOUT_OUTCOME else self.values
        municipality = agreement.municipality
        return Decision(
            decision=decision.name,
            title=decision.title,
            agreement=agreement.reference,
            version=_iso(agreement.valid_from),
            reference_date=_iso(self.dates.reference),
            decision_date=_iso(self.dates.decision),
            period=_iso(self.dates.reference)[:7] if decision.monthly else None,
            status=status,
            outcome=self._encoded(program.outcome, shown),
            outcome_name=decision.outcome,
            outcome_kind=self._kind(program.outcome[0]) if program.outcome else None,
            legal_character=self._legal_character(shown),
            decider=decision.decider,
            outcomes=self._companions(status, shown),
            facts=why.facts,
            terms=why.terms,
            grounds=why.grounds,
            fallen_rules=why.fallen,
            missing=tuple(self.missing.values()),
            assumptions=why.assumptions,
            requirements=why.broken,
            provisional=tuple(self._provisional(status)),
            disagreements=self.disputes,
            traces=self._traces(),
            agreement_title=agreement.title,
            municipality=municipality.name if municipality else None,
            authority=municipality.authority if municipality else None,
            cooperative=agreement.cooperative,
            letter_name=decision.letter,
            letter=dict(self.bound.case.letter),
            procedure=dict(self.bound.case.procedure),
            receipt=self.calculators.receipt,
        )

    def _encoded(self, slots: tuple[Slot, ...], shown: Mapping[Slot, Value]) -> Outcome:
        return _per_person(slots, {slot: self._text(slot, shown[slot]) for slot in slots if slot in shown})

    def _text(self, slot: Slot, value: Value) -> str | None:
        return text_of(value, slot, self.calculators.vocabulary.words)

    def _kind(self, slot: Slot) -> Kind:
        return self.calculators.vocabulary.words.kinds[slot]

    def _legal_character(self, shown: Mapping[Slot, Value]) -> Outcome:
        character = self.program.decision.legal_character
        texts: dict[Slot, str | None] = {}
        for slot in self.program.outcome:
            match shown.get(slot, Absent.UNKNOWN):
                case Absent.NOT_APPLICABLE:
                    texts[slot] = NOT_APPLICABLE_TEXT
                case Absent():
                    texts[slot] = None
                case value:
                    texts[slot] = character.of(self._text(slot, value) or "")
        return _per_person(self.program.outcome, texts)

    def _companions(self, status: DecisionStatus, shown: Mapping[Slot, Value]) -> dict[str, DecidedValue]:
        if not shown or status is DecisionStatus.NOT_APPLICABLE:
            return {}
        return {
            name: DecidedValue(
                value=self._encoded(slots, shown),
                kind=self._kind(slots[0]),
                description=_description_of(self.calculators.anatomy.organs[slots[0]].step),
            )
            for name, slots in _grouped(self.program.also)
        }

    def _provisional(self, status: DecisionStatus) -> Iterator[str]:
        """Why a letter on this decision stays a draft, apart from that nobody has adopted it."""
        yield from self.calculators.provisional
        for assumption in self.why.assumptions:
            yield rests_on(assumption)
        for name in self.why.open_points:
            yield f"De overeenkomst laat het punt {spaced(name)} open."
        if status in {DecisionStatus.NOT_APPLICABLE, *_WITHOUT_OUTCOME}:
            return
        for name in dict.fromkeys(self.why.doubtful):
            yield f"Nog niet bekend is of aan de eis {spaced(name)} is voldaan."
        for name, slots in _grouped(self.program.also):
            if any(isinstance(v := self.values[s], Absent) and v is not Absent.NOT_APPLICABLE for s in slots):
                yield f"Nog niet bekend is: {spaced(name)}."

    def _traces(self) -> dict[str, dict[str, str]]:
        if not self.disputes:
            return {}
        traces = {REFERENCE: self._trace(self.ours)}
        if self.theirs is not None:
            traces[SECOND] = self._trace(self.theirs)
        return traces

    def _trace(self, evaluation: Evaluation) -> dict[str, str]:
        texts: dict[str, str] = {}
        for step in self.program.steps:
            value = evaluation.values[step.slot]
            text = value.value if isinstance(value, Absent) else self._text(step.slot, value) or ""
            verdict = evaluation.verdicts.get(step.slot)
            if verdict is not None:
                text += f"; regels van toepassing: {_numbers(verdict.applying)}; winnend: {_numbers(verdict.winning)}"
            texts[step.slot] = text
        return texts


def _not_in_force(reference: str, decision: str, case: Case, dates: Dates) -> Decision:
    return Decision(
        decision=decision,
        title=spaced(decision),
        agreement=reference,
        version=None,
        reference_date=_iso(dates.reference),
        decision_date=_iso(dates.decision),
        status=DecisionStatus.NOT_IN_FORCE,
        letter=dict(case.letter),
        procedure=dict(case.procedure),
        receipt=Receipt(program="", files={}, engine=ENGINE, calculators=()),
    )


def _about_agreement(agreement: Agreement) -> Iterator[str]:
    if agreement.status is Status.DRAFT:
        yield f"De overeenkomst {agreement.reference} (versie {_iso(agreement.valid_from)}) is nog een concept."
    if agreement.status is Status.WITHDRAWN:
        yield f"De overeenkomst {agreement.reference} (versie {_iso(agreement.valid_from)}) is ingetrokken."
    if agreement.is_example:
        yield f"De overeenkomst {agreement.reference} is een voorbeeld, gemaakt uit openbare bronnen."


def _question_of(missing: Field, program: Program, dates: Dates) -> str:
    match missing.origin:
        case Origin.AMOUNT:
            day = as_dutch(dates.reference, Kind.DATE)
            return (
                f"Het bedrag {missing.name} is voor {day} niet bekend; vul de tabel in het regelbestand aan."
            )
        case Origin.POINT:
            point = program.agreement.points.get(missing.name)
            reason = f" ({point.open_reason})" if point and point.open_reason else ""
            about = f": {missing.question}" if missing.question else ""
            return f"De overeenkomst laat dit punt nog open{reason}{about}"
        case _:
            return missing.question


def _description_of(step: Field | Definition) -> str:
    return step.description if isinstance(step, Definition) else step.question


def _numbers(positions: tuple[int, ...]) -> str:
    return ", ".join(str(position + 1) for position in positions) or "geen"


def _grouped(slots: Iterable[Slot]) -> Iterator[tuple[str, tuple[Slot, ...]]]:
    groups: dict[str, list[Slot]] = {}
    for slot in slots:
        groups.setdefault(slot.partition("/")[0], []).append(slot)
    yield from ((name, tuple(members)) for name, members in groups.items())


def _per_person(slots: tuple[Slot, ...], texts: Mapping[Slot, str | None]) -> Outcome:
    roles = {slot.partition("/")[2]: texts.get(slot) for slot in slots}
    if "" in roles or not roles:
        return roles.get("")
    if not texts:
        return None
    return PerPerson(applicant=roles.get(Role.APPLICANT), partner=roles.get(Role.PARTNER))


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
