"""The reasons of a decision: the rules that applied, those that did not and why, the facts and assumptions behind."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span
from soco_rules.explain.anatomy import Anatomy
from soco_rules.explain.anatomy import Organ
from soco_rules.explain.anatomy import Ruling
from soco_rules.explain.support import Behind
from soco_rules.explain.support import Trace
from soco_rules.explain.support import presupposition_fails
from soco_rules.explain.support import reached
from soco_rules.explain.support import slots_behind
from soco_rules.explain.wording import Reason
from soco_rules.explain.wording import sentence
from soco_rules.explain.wording import text_of
from soco_rules.explain.wording import why_not
from soco_rules.explain.words import Words
from soco_rules.explain.words import words_of
from soco_rules.facts import Bound
from soco_rules.facts import Supplied
from soco_rules.facts import row_on
from soco_rules.model.agreement import Assumption
from soco_rules.model.agreement import Provenance
from soco_rules.model.called import called
from soco_rules.model.decision import BrokenRequirement
from soco_rules.model.decision import FallenRule
from soco_rules.model.decision import Ground
from soco_rules.model.decision import UsedAssumption
from soco_rules.model.decision import UsedFact
from soco_rules.model.decision import UsedReport
from soco_rules.model.decision import UsedTerm
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import Verdict
from soco_rules.model.values import Absent
from soco_rules.model.values import encode
from soco_rules.model.values import is_definite
from soco_rules.model.values import iso_day
from soco_rules.model.values import spaced

_SUPPLIED = frozenset({Origin.FACT, Origin.JUDGEMENT})
_AGREED = frozenset({Origin.POINT, Origin.AMOUNT})


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a decision is what it is; `open_points` are the agreement points without a value that it met.

    `doubtful` are the requirements that bind and of which it is not known whether they hold.
    """

    grounds: tuple[Ground, ...] = ()
    fallen: tuple[FallenRule, ...] = ()
    facts: tuple[UsedFact, ...] = ()
    terms: tuple[UsedTerm, ...] = ()
    assumptions: tuple[UsedAssumption, ...] = ()
    broken: tuple[BrokenRequirement, ...] = ()
    open_points: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What explaining a program needs and no case changes.

    `facts` has the names of the facts and judgements by slot, `terms` those of the agreed points and dated amounts,
    `descriptions` what rules say of themselves, `choices` the words of each keuze that has them, by its name, and
    `called` what each name with words of its own is called.
    """

    words: Words
    choices: Mapping[str, Mapping[str, str]]
    facts: Mapping[Slot, str]
    terms: Mapping[Slot, str]
    descriptions: Mapping[tuple[str, str], str]
    called: Mapping[str, str]


def vocabulary(program: Program) -> Vocabulary:
    """The vocabulary of a program."""
    descriptions = {
        (concept.name, rule.name): rule.description
        for layer in program.layers
        for concept in layer.concepts.values()
        for rule in concept.rules
        if rule.description
    }
    facts = {asked.slot: asked.name for asked in program.fields if asked.origin in _SUPPLIED}
    terms = {asked.slot: asked.name for asked in program.fields if asked.origin in _AGREED}
    choices = {step.name: dict(step.type.words) for step in program.steps if step.type.words}
    words = words_of(program)
    names = {each.name: each.words for each in words.called.values() if each.words != spaced(each.name)}
    return Vocabulary(words, choices, facts, terms, descriptions, names)


def reasons(
    found: Trace,
    vocabulary: Vocabulary,
    bound: Bound,
    day: int,
    *,
    gate_only: bool = False,
    settled: bool = True,
) -> Reasons:
    """The reasons of what was found; with `gate_only` those of the gate of the decision alone.

    `day` is the reference date, which tells the row of a dated amount. Where not every value is settled, the result
    rests on all that was supplied and agreed: another value could have left other outcomes.
    """
    program = found.anatomy.program
    gate = found.anatomy.gate
    first = () if gate is None else slots_behind(gate, found)
    start = () if gate_only else program.outcome
    under_outcome = reached(found, (*start, *first))
    behind = under_outcome if gate_only else reached(found, program.also, under_outcome)
    explanation = _Explanation(found, vocabulary, bound, behind)
    explanation.grounds_of(_from_outcome_down(found.anatomy, behind, under_outcome))
    failed = () if gate_only else tuple(_failed(found))
    weighed = () if gate_only else (*failed, *_binding(program))
    for part in dict.fromkeys(weighed):
        behind = reached(found, slots_behind(found.anatomy.checks[part], found), behind)
    explanation.behind = behind if settled else {**dict.fromkeys(_given(program, bound), ()), **behind}
    return Reasons(
        grounds=tuple(explanation.grounds),
        fallen=tuple(explanation.fallen),
        facts=tuple(explanation.used_facts()),
        terms=tuple(explanation.used_terms(day)),
        assumptions=tuple(dict.fromkeys(explanation.used_assumptions(day))),
        broken=tuple(_broken(program, position) for position in failed),
        open_points=tuple(dict.fromkeys(explanation.open_points())),
        doubtful=() if gate_only else tuple(_doubtful(found)),
    )


def _given(program: Program, bound: Bound) -> Iterator[Slot]:
    for asked in program.fields:
        if asked.slot in bound.behind or asked.constant is not None:
            yield asked.slot


def _from_outcome_down(anatomy: Anatomy, behind: Behind, under_outcome: Behind) -> tuple[Slot, ...]:
    """What the outcome rests on before what only its companions rest on; a reader before what it reads."""
    return tuple(sorted(behind, key=lambda slot: (slot not in under_outcome, -anatomy.order[slot])))


@dataclass(slots=True)
class _Explanation:
    found: Trace
    vocabulary: Vocabulary
    bound: Bound
    behind: Behind
    grounds: list[Ground] = field(default_factory=list)
    fallen: list[FallenRule] = field(default_factory=list)
    assumed: list[UsedAssumption] = field(default_factory=list)

    def grounds_of(self, slots: Iterable[Slot]) -> None:
        for slot in slots:
            organ = self.found.anatomy.organs[slot]
            if not isinstance(organ.step, Definition):
                continue
            gate = organ.gate
            opened = gate is None or self.found.values[gate.slot] is True
            if not organ.rulings or not opened:
                self._by_itself(organ.step, slot)
            else:
                self._by_rules(organ, organ.step)

    def _by_itself(self, step: Definition, slot: Slot) -> None:
        """A calculation, `anders`, or a concept that does not apply."""
        value = self.found.values[slot]
        if not is_definite(value):
            return
        self._assume("begrip", step.name, step.provenance, step.description)
        self.grounds.append(
            Ground(
                concept=step.name,
                role=step.role,
                rule=None,
                outcome=text_of(value, slot, self.vocabulary.words),
                wins=True,
                legal_basis=step.provenance.legal_basis,
                source=step.provenance.source,
                facts=self._facts(self.behind[slot]),
                terms=self._terms(self.behind[slot]),
                place=_place(step.span),
                kind=step.type.kind,
                description=step.description,
            )
        )

    def _by_rules(self, organ: Organ, step: Definition) -> None:
        verdict = self.found.verdicts[step.slot]
        settled = self.found.values[step.slot] not in {Absent.UNKNOWN, Absent.CONTRADICTORY}
        for position in verdict.applying:
            self._ground(step, organ.rulings[position], wins=settled and position in verdict.winning)
        if not verdict.applying and not verdict.undecided:
            self._by_itself(step, step.slot)
        fallen = [
            self._fallen(organ, position, verdict)
            for position in range(len(organ.rulings))
            if position not in verdict.applying and position not in verdict.undecided
        ]
        fallen.sort(key=lambda one: one[0])
        self.fallen += [rule for _, rule in fallen]

    def _ground(self, step: Definition, ruling: Ruling, *, wins: bool) -> None:
        clause = ruling.clause
        values = self.found.values
        behind = (*slots_behind(ruling.condition, self.found), *slots_behind(ruling.outcome, self.found))
        described = self.vocabulary.descriptions.get((step.name, clause.name), "")
        self._assume("begrip", step.name, step.provenance, step.description)
        self._assume("regel", clause.name, clause.provenance, described)
        self.grounds.append(
            Ground(
                concept=step.name,
                role=step.role,
                rule=clause.name,
                outcome=text_of(values[ruling.outcome.slot], step.slot, self.vocabulary.words),
                wins=wins,
                legal_basis=clause.provenance.legal_basis,
                source=clause.provenance.source,
                facts=self._facts(behind),
                terms=self._terms(behind),
                place=_place(clause.span),
                kind=step.type.kind,
                description=described,
            )
        )

    def _fallen(self, organ: Organ, position: int, verdict: Verdict) -> tuple[int, FallenRule]:
        ruling = organ.rulings[position]
        step = organ.step
        because, behind = self._why_fallen(organ, ruling, verdict)
        return len(because), FallenRule(
            concept=step.name,
            role=step.role,
            rule=ruling.clause.name,
            because=sentence(because),
            facts=self._facts(behind),
            place=_place(ruling.clause.span),
            description=self.vocabulary.descriptions.get((step.name, ruling.clause.name), ""),
        )

    def _why_fallen(
        self, organ: Organ, ruling: Ruling, verdict: Verdict
    ) -> tuple[tuple[Reason, ...], tuple[Slot, ...]]:
        if not presupposition_fails(ruling, verdict):
            because = why_not(ruling.condition, self.found, self.vocabulary.words)
            return because, slots_behind(ruling.condition, self.found)
        step = organ.step
        bases = [organ.rulings[base] for base in sorted(ruling.clause.bases)]
        behind = tuple(slot for base in bases for slot in self._why_fallen(organ, base, verdict)[1])
        return (Reason(_unless([self._said(step, base) for base in bases])),), behind

    # Facts and assumptions

    def _facts(self, slots: Iterable[Slot]) -> tuple[str, ...]:
        """The facts directly behind something; where there are none, those behind the concepts that it reads."""
        facts, level = self.vocabulary.facts, tuple(slots)
        seen: set[Slot] = set()
        while level:
            if names := [facts[slot] for slot in level if slot in facts]:
                return tuple(dict.fromkeys(names))
            seen.update(level)
            level = tuple({s: None for slot in level for s in self.behind.get(slot, ()) if s not in seen})
        return ()

    def _terms(self, slots: Iterable[Slot]) -> tuple[str, ...]:
        """The agreed points and dated amounts directly behind something."""
        terms = self.vocabulary.terms
        return tuple(dict.fromkeys(terms[slot] for slot in slots if slot in terms))

    def used_terms(self, day: int) -> Iterator[UsedTerm]:
        for step in self.found.anatomy.program.fields:
            if step.slot in self.behind and step.slot in self.vocabulary.terms:
                provenance = self._stated(step, day)
                yield UsedTerm(
                    name=step.name,
                    kind=step.type.kind,
                    origin=step.origin,
                    value=text_of(self.found.values[step.slot], step.slot, self.vocabulary.words),
                    legal_basis=provenance.legal_basis,
                    source=provenance.source,
                    place=_place(step.span),
                )

    def used_facts(self) -> Iterator[UsedFact]:
        for step in self.found.anatomy.program.fields:
            supplied = self.bound.behind.get(step.slot)
            if supplied and step.slot in self.behind and step.slot in self.vocabulary.facts:
                gate = self.found.anatomy.organs[step.slot].gate
                if gate is None or self.found.values[gate.slot] in {True, Absent.UNKNOWN}:
                    yield _used(step, supplied)

    def used_assumptions(self, day: int) -> Iterator[UsedAssumption]:
        yield from self.assumed
        for step in self.found.anatomy.program.fields:
            if step.slot in self.behind:
                provenance = self._stated(step, day)
                if provenance.assumption:
                    yield _assumption(str(step.origin), step.name, provenance.assumption, step.question)

    def _stated(self, step: Field, day: int) -> Provenance:
        """Where a value comes from; of a dated amount that is the row of the day."""
        if step.origin is not Origin.AMOUNT:
            return step.provenance
        row = row_on(self.found.anatomy.program.amounts[step.name], day)
        return row.provenance if row else step.provenance

    def open_points(self) -> Iterator[str]:
        for step in self.found.anatomy.program.fields:
            if step.origin is Origin.POINT and step.constant is None and step.slot in self.behind:
                yield step.name

    def _assume(self, kind: str, name: str, provenance: Provenance, description: str) -> None:
        if provenance.assumption:
            self.assumed.append(_assumption(kind, name, provenance.assumption, description))

    def _said(self, step: Field | Definition, ruling: Ruling) -> str:
        """A rule in its own words."""
        return called(ruling.clause.name, self.vocabulary.descriptions.get((step.name, ruling.clause.name)))


def _unless(bases: list[str]) -> str:
    """That none of the rules holds to which this one is an exception."""
    match bases:
        case [only]:
            return f"dit is een uitzondering op ‘{only}’, en dat is hier niet aan de orde"
        case [first, second]:
            return f"dit is een uitzondering op ‘{first}’ en ‘{second}’, en die zijn hier niet aan de orde"
        case _:
            return f"dit is een uitzondering op {len(bases)} andere regels, en die zijn hier niet aan de orde"


def _failed(found: Trace) -> Iterator[int]:
    for position, check in enumerate(found.anatomy.checks):
        if found.values[check.slot] is False:
            yield position


def _binding(program: Program) -> Iterator[int]:
    for position, check in enumerate(program.checks):
        if check.severity is Severity.ERROR:
            yield position


def _doubtful(found: Trace) -> Iterator[str]:
    for position in _binding(found.anatomy.program):
        value = found.values[found.anatomy.checks[position].slot]
        if not is_definite(value):
            yield found.anatomy.program.checks[position].name


def _broken(program: Program, position: int) -> BrokenRequirement:
    check = program.checks[position]
    return BrokenRequirement(
        name=check.name,
        role=check.role,
        severity=Severity(check.severity),
        message=check.message,
        legal_basis=check.provenance.legal_basis,
        place=_place(check.span),
    )


def _used(step: Field, supplied: tuple[Supplied, ...]) -> UsedFact:
    kind = step.type.kind
    differ = len(supplied) > 1
    first = supplied[0]
    return UsedFact(
        name=step.name,
        role=step.role,
        kind=kind,
        origin=step.origin,
        value=None if differ else encode(first.value, kind),
        source=None if differ else first.source,
        date=None if differ else first.date,
        by=first.by,
        reason=first.reason,
        reports=tuple(
            UsedReport(value=encode(one.value, kind), source=one.source, date=one.date) for one in supplied
        )
        if differ
        else (),
        question=step.question,
    )


def _assumption(kind: str, name: str, assumption: Assumption, description: str) -> UsedAssumption:
    return UsedAssumption(
        kind=kind,
        name=name,
        reason=assumption.reason,
        owner=assumption.owner,
        date=iso_day(assumption.date),
        description=description,
    )


def _place(span: Span) -> str:
    return f"{span.file}:{span.line}"
