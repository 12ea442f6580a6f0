"""Which agreed points some case can touch; the others are switched off by what else is agreed."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.backends import reference as truth
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.diagnostics import Span
from soco_rules.facts import agreed_value
from soco_rules.model.agreement import Provenance
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Calculation
from soco_rules.model.program import Clauses
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import If
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Node
from soco_rules.model.program import OrElse
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.program import SumApplicable
from soco_rules.model.program import children
from soco_rules.model.program import nodes_of
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType


def touchable_points(compiled: Compiled) -> frozenset[tuple[str, Span]]:
    """The agreed points, with their places, that can matter to a decision in some case, as all else is agreed now."""
    return frozenset(
        (step.name, step.span)
        for program in _programs(compiled)
        for touched in (touchable(program),)
        for step in program.fields
        if step.origin is Origin.POINT and step.slot in touched
    )


def are_dormant(compiled: Compiled, names: frozenset[str]) -> bool:
    """Whether each of these points is read for some decision, and none can change anything in any case."""
    read = {field.name for program in _programs(compiled) for field in program.fields}
    return names <= read and names.isdisjoint(name for name, _ in touchable_points(compiled))


def touchable(program: Program) -> frozenset[Slot]:
    """The slots on which a decision can depend.

    Where a rule, a `geldt_als` or a part of a condition is settled by agreed values alone, what stands behind it and
    can no longer change anything is left out. An open point settles nothing. Of a case that holds contradictory facts
    nothing is said: it is refused. Where there is no outcome either way, it is not looked at whether a fact, a rule or
    agreement among rules is lacking.
    """
    sieve = _sieve(program)
    steps = {step.slot: step for step in program.steps}
    waiting = list(sieve.asked(program))
    seen: set[Slot] = set()
    while waiting:
        slot = waiting.pop()
        if slot not in seen:
            seen.add(slot)
            waiting.extend(sieve.of_step(steps[slot]))
    return frozenset(seen)


def _programs(compiled: Compiled) -> Iterator[Program]:
    return (program_of(compiled, decision) for decision in compiled.stack.decisions.values())


def _sieve(program: Program) -> _Sieve:
    """What every node is worth where nothing is known but what is agreed: what is known then holds in every case."""
    gate = () if program.gate is None else (program.gate,)
    roots = (*gate, *(check.node for check in program.checks))
    roots += tuple(node for step in program.steps for node in nodes_of(step))
    nodes = tuple(node for root in roots for node in _with_operands(root))
    slots = {id(node): f"@{number}" for number, node in enumerate(nodes)}
    asked = tuple(_asked(slots[id(node)], node) for node in nodes)
    agreed = {step.slot: agreed_value(step) for step in program.fields if step.origin is Origin.POINT}
    values = truth.prepare(replace(program, steps=(*program.steps, *asked)))(agreed).values
    return _Sieve({key: values[slot] for key, slot in slots.items()})


def _asked(slot: Slot, node: Node) -> Definition:
    """A step of its own for a node."""
    return Definition(
        slot=slot,
        name=slot,
        role=None,
        type=ValueType(Kind.TEXT),
        gate=None,
        body=Calculation(node),
        description="",
        provenance=Provenance(),
        span=Span(""),
    )


def _with_operands(node: Node) -> Iterator[Node]:
    yield node
    for operand in children(node):
        yield from _with_operands(operand)


@dataclass(frozen=True, slots=True)
class _Sieve:
    """Lets through what can still matter. `worth` has the value of each node by its id; unknown is any value."""

    worth: Mapping[int, Value]

    def asked(self, program: Program) -> Iterator[Slot]:
        """What a decision starts from."""
        if program.gate is not None:
            yield from self.of_node(program.gate)
        if program.gate is None or not self._fails(program.gate):
            yield from (*program.outcome, *program.also)
            for check in program.checks:
                yield from self.of_node(check.node)

    def of_step(self, step: Field | Definition) -> Iterator[Slot]:
        if step.gate is not None:
            yield from self.of_node(step.gate)
            if self._fails(step.gate):
                return
        if isinstance(step, Definition):
            match step.body:
                case Calculation(node):
                    yield from self.of_node(node)
                case Clauses():
                    yield from self._of_clauses(step.body)

    def of_node(self, node: Node) -> Iterator[Slot]:
        if isinstance(node, Read):
            yield node.slot
        for operand in self._that_matter(node):
            yield from self.of_node(operand)

    def _that_matter(self, node: Node) -> tuple[Node, ...]:
        """The operands on which the value of a node can depend."""
        match node:
            case All(operands):
                return tuple(one for one in operands if self._worth(one) is False) or operands
            case Any(operands):
                return tuple(one for one in operands if self._worth(one) is True) or operands
            case If(condition, then, otherwise):
                return (condition, *self._branches(condition, then, otherwise))
            case OrElse(operand, otherwise):
                absent = self._worth(operand) in {Absent.NOT_APPLICABLE, Absent.UNKNOWN}
                return (operand, otherwise) if absent else (operand,)
            case SumApplicable() | IsApplicable():
                return children(node)
            case _:
                strict = children(node)
                return tuple(one for one in strict if self._worth(one) is Absent.NOT_APPLICABLE) or strict

    def _branches(self, condition: Node, then: Node, otherwise: Node) -> tuple[Node, ...]:
        match self._worth(condition):
            case True:
                return (then,)
            case False:
                return (otherwise,)
            case Absent.NOT_APPLICABLE:
                return ()
            case _:
                return (then, otherwise)

    def _of_clauses(self, body: Clauses) -> Iterator[Slot]:
        """The conditions of rules that matter, and the outcomes of those that can decide.

        A rule that is beaten in every case matters only where it beats a rule that is not, or is the base of one.
        """
        rules = body.clauses
        never, always = self._never(body), self._always(body)
        beats = [rule.precedes | rule.bases for rule in rules]
        rulers = always - {index for winner in always for index in beats[winner]}
        beaten = {index for ruler in rulers for index in beats[ruler]}
        needed = {base for index, rule in enumerate(rules) if index not in beaten for base in rule.bases}
        for index, rule in enumerate(rules):
            idle = bool(rule.bases) and rule.bases <= never
            if not idle and (index not in beaten or index in needed or not beats[index] <= beaten):
                yield from self.of_node(rule.condition)
            if index not in beaten and index not in never:
                yield from self.of_node(rule.outcome)
        if body.otherwise is not None and not always:
            yield from self.of_node(body.otherwise)

    def _never(self, body: Clauses) -> set[int]:
        never: set[int] = set()
        while (
            fresh := {
                index
                for index, rule in enumerate(body.clauses)
                if self._fails(rule.condition) or (rule.bases and rule.bases <= never)
            }
            - never
        ):
            never |= fresh
        return never

    def _always(self, body: Clauses) -> set[int]:
        always: set[int] = set()
        while (
            fresh := {
                index
                for index, rule in enumerate(body.clauses)
                if self._worth(rule.condition) is True and (not rule.bases or rule.bases & always)
            }
            - always
        ):
            always |= fresh
        return always

    def _fails(self, condition: Node) -> bool:
        worth = self._worth(condition)
        return worth is False or worth is Absent.NOT_APPLICABLE

    def _worth(self, node: Node) -> Value:
        if isinstance(node, Const):
            return node.value
        return self.worth[id(node)]
