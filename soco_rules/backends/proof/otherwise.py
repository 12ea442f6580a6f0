"""Whether a change makes some decision come out otherwise: in no case, or in the case that is found."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import TypeVar

from soco_rules.backends.proof.calendar import Calendar
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.encode import Window
from soco_rules.backends.proof.encode import encode
from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import Answer
from soco_rules.backends.proof.solve import Found
from soco_rules.backends.proof.solve import Never
from soco_rules.backends.proof.solve import Undecided
from soco_rules.backends.proof.solve import ask
from soco_rules.backends.proof.symbolic import FALSE
from soco_rules.backends.proof.symbolic import TRUE
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import Symbolic
from soco_rules.backends.proof.symbolic import all_of
from soco_rules.backends.proof.symbolic import any_of
from soco_rules.backends.proof.symbolic import differs
from soco_rules.backends.proof.symbolic import gated
from soco_rules.backends.proof.symbolic import not_
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.compiler.program import whole
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent

Name = TypeVar("Name")


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """One stack as formulas over the reference dates of a window; `freed` are the points that can have any value.

    With `incomplete`, cases in which facts are unknown count as well.
    """

    compiled: Compiled
    program: Program
    window: Window
    freed: frozenset[Slot]
    incomplete: bool
    encoding: Encoding


def world(
    compiled: Compiled, window: Window, *, freed: frozenset[Slot] = frozenset(), incomplete: bool = False
) -> World:
    """The formulas of a whole stack."""
    program = whole(compiled)
    encoding = encode(program, window=window, freed=freed, incomplete=incomplete)
    return World(compiled, program, window, freed, incomplete, encoding)


def otherwise(
    before: World,
    after: Compiled,
    changed: Collection[Slot],
    calendar: Calendar,
    *,
    freed: frozenset[Slot] = frozenset(),
    grounds: bool = True,
    effort: int = EFFORT,
) -> Answer:
    """Whether some decision of the window comes out otherwise where these steps are those of `after`.

    Otherwise is: its outcome, what stands in `ook`, the requirements that do not hold, and with `grounds` the rules
    that decide. Points that are `freed` have any value afterwards.
    """
    grown = reached_by((before.compiled, after), changed)
    encoding = encode(
        whole(after),
        window=before.window,
        base=before.encoding,
        changed=grown,
        freed=before.freed | freed,
        incomplete=before.incomplete,
    )
    one, other = Reading(before.compiled, before.encoding), Reading(after, encoding)
    pairs = [
        (program_of(before.compiled, decision), program_of(after, after.stack.decisions[name]))
        for name, decision in before.compiled.stack.decisions.items()
        if decision.monthly is before.window.monthly
    ]
    claim = any_of(_difference(one, other, *pair, grounds=grounds) for pair in pairs)
    both = replace(
        encoding,
        calendar=(*before.encoding.calendar, *encoding.calendar),
        bounds={**before.encoding.bounds, **encoding.bounds},
        free={**before.encoding.free, **encoding.free},
    )
    about = {step.slot for pair in pairs for program in pair for step in program.steps}
    return ask(both, claim, about, calendar, effort=effort)


def otherwise_in(answers: Iterable[Answer]) -> Answer:
    """One answer of several: a case if there is one, else what is undecided, else never."""
    undecided: Undecided | None = None
    for answer in answers:
        if isinstance(answer, Found):
            return answer
        undecided = answer if isinstance(answer, Undecided) else undecided
    return undecided or Never()


def reached_by(stacks: Iterable[Compiled], slots: Collection[Slot]) -> frozenset[Slot]:
    """Some slots and all that reads them in some of the stacks, directly or not."""
    reads = [item for compiled in stacks for item in compiled.reads.items()]
    found, size = set(slots), -1
    while len(found) > size:
        size = len(found)
        found |= {slot for slot, read in reads if not found.isdisjoint(read)}
    return frozenset(found)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """An encoding of a whole stack, asked by the names that the stack gives."""

    compiled: Compiled
    encoding: Encoding

    def gate(self, program: Program) -> Symbolic:
        """When a decision applies."""
        if program.gate is None:
            return Symbolic(TRUE)
        gated = [name for name, gate in self.compiled.gates.items() if gate is not None]
        return self.encoding.checks[len(self.compiled.checks) + gated.index(program.decision.name)]

    def outcome(self, program: Program, slot: Slot) -> Symbolic:
        """What a decision says of a slot: nothing where it does not apply."""
        return gated(self.gate(program), self.encoding.values[slot])

    def broken(self, program: Program) -> Mapping[tuple[str, str | None], Formula]:
        """In which cases each requirement of a decision does not hold, by its name and person."""
        weighed = {(check.name, check.role) for check in program.checks}
        return {
            (check.name, check.role): formula.fails
            for check, formula in zip(self.compiled.checks, self.encoding.checks, strict=False)
            if (check.name, check.role) in weighed
        }

    def wins(self, slot: Slot) -> Mapping[str, Formula]:
        """In which cases each rule of a concept wins, by its name."""
        step = self.compiled.steps[slot]
        standing = self.encoding.standings.get(slot)
        if standing is None or not isinstance(step, Definition) or not isinstance(step.body, Clauses):
            return {}
        return dict(zip((clause.name for clause in step.body.clauses), standing.wins, strict=True))


def _difference(one: Reading, other: Reading, before: Program, after: Program, *, grounds: bool) -> Formula:
    """In which cases a decision comes out otherwise; where it does not apply nothing else of it is seen."""
    outcomes = [(one.outcome(before, slot), other.outcome(after, slot)) for slot in before.outcome]
    seen = not_(all_of(first.is_(Absent.NOT_APPLICABLE) for first, _ in outcomes))
    also = (differs(one.encoding.values[slot], other.encoding.values[slot]) for slot in before.also)
    anew = [slot for slot in (*before.outcome, *before.also) if slot in other.encoding.standings]
    rules = (_one_of(*pair) for slot in anew for pair in _side_by_side(one.wins(slot), other.wins(slot)))
    checks = (_one_of(*pair) for pair in _side_by_side(one.broken(before), other.broken(after)))
    rest = any_of((*also, *checks, *(rules if grounds else ())))
    return any_of((*(differs(*pair) for pair in outcomes), all_of((seen, rest))))


def _side_by_side(
    one: Mapping[Name, Formula], other: Mapping[Name, Formula]
) -> Iterator[tuple[Formula, Formula]]:
    for name in dict.fromkeys((*one, *other)):
        yield one.get(name, FALSE), other.get(name, FALSE)


def _one_of(one: Formula, other: Formula) -> Formula:
    """In which cases exactly one of the two holds."""
    return differs(Symbolic(one), Symbolic(other))
