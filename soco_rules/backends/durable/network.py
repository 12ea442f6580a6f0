"""The rules of the durable backend: a Program as forward-chaining rules over facts, without the library that runs them.

Everything that has a value is a *thing*: a slot, a part of a condition that needs a name, a calculation inside a
condition. Once its value is known or not applicable there is one fact about it, and never a second one; about what is
unknown there is no fact. A rule has a body of patterns, at most one for each thing, and heads: what follows.

Of every condition three outcomes can follow: it holds, it does not hold, it is not applicable. For `a en b`:

- from *a does not hold* alone, and from *b does not hold* alone, follows: it does not hold;
- from *a holds or is not applicable* together with *b holds or is not applicable*, one join in the network, follows:
  it is not applicable when one of the matched facts says so, else it holds.

`of` mirrors this. So every outcome follows from facts that are there, by patterns that compare one fact with
constants; there is no negation and no disjunction. A fact that says *not applicable* carries bounds beyond every
number (`h`, `l`), so that "at least 5 or not applicable" is one comparison too; `v` is there for a known value only.

What is left out of the network, because a pattern cannot say it or because a rule for it costs more than it tells:

- arithmetic, dates and a comparison of two values that both have to be known are formulas, tried when something that
  they read becomes known; such a comparison settles its condition, or is a thing for other patterns to match;
- who wins among the rules of a definition is worked out once their conditions are settled, or, when nothing more
  follows from facts, with what is still open taken both ways.

So comparisons with constants, conjunctions, disjunctions, applicability and gates are inferred by the engine; sums and
the order of precedence are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from enum import Enum
from enum import auto
from operator import eq
from operator import ge
from operator import gt
from operator import le
from operator import lt
from operator import ne
from typing import TypeGuard
from typing import assert_never

from soco_rules.backends.durable.calculations import NVT
from soco_rules.backends.durable.calculations import Calculation as Closure
from soco_rules.backends.durable.calculations import Derived
from soco_rules.backends.durable.calculations import calculation
from soco_rules.backends.durable.verdicts import Contest
from soco_rules.backends.durable.verdicts import contest
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Calculation
from soco_rules.model.program import Clauses
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import If
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Node
from soco_rules.model.program import Not
from soco_rules.model.program import OrElse
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.program import SumApplicable
from soco_rules.model.program import children
from soco_rules.model.program import reads
from soco_rules.model.values import Value

LARGEST = 2**53 - 1
"""Numbers in facts stay within this: to a constant that a pattern compares with, a larger one looks the same."""

BEYOND = 2**53
JOINED = 12
"""How many facts one rule joins; a longer condition is cut into named parts. The engine can join sixteen."""

Test = tuple[str, str, int]
"""Property, operator and constant, all in the engine's words."""

Body = tuple[tuple[int, tuple[Test, ...]], ...]
"""For each thing the tests that its fact must pass; no tests: there is a fact."""


class Effect(Enum):
    """What a head settles."""

    CONDITION = auto()
    GATE = auto()
    VALUE = auto()
    PART = auto()
    CHECK = auto()
    DECISION_GATE = auto()
    CHOICE = auto()
    FORMULA = auto()


@dataclass(frozen=True, slots=True)
class Head:
    """What follows when a body holds: `status` of number `index`, or NVT when one of `operands` is that."""

    effect: Effect
    index: int
    status: Derived = None
    operands: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A body and everything that follows from it."""

    body: Body
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A definition by rules: `conditions` is the number of its first condition."""

    step: int
    rules: Contest
    size: int
    conditions: int
    outcomes: tuple[Closure, ...]
    otherwise: Closure | None


@dataclass(frozen=True, slots=True)
class Formula:
    """A calculation and the head that its outcome settles.

    An `eager` one is tried whenever something that it reads becomes known. Any other is not applicable as soon as
    something that it reads is, and has no value before all of it is known: `awaits` counts that.
    """

    head: Head
    run: Closure
    awaits: int
    eager: bool


@dataclass(frozen=True, slots=True)
class Network:
    """A program as rules. Things are numbered: first the steps in order, then the named parts of conditions."""

    slots: tuple[Slot, ...]
    fields: tuple[int, ...]
    ungated: tuple[bool | None, ...]
    choices: tuple[Choice, ...]
    choice_of_step: Mapping[int, int]
    choice_of_condition: tuple[int, ...]
    formulas: tuple[Formula, ...]
    awaited: tuple[int, ...]
    followers: Mapping[int, tuple[Head, ...]]
    rules: tuple[Rule, ...]
    at_start: tuple[Head, ...]
    properties: Mapping[int, frozenset[str]]
    symbols: Mapping[str, int]
    things: int
    conditions: int
    checks: int
    has_gate: bool


def compile_network(program: Program) -> Network:
    """The rules of a program; the same program gives the same rules in the same order."""
    return _Draft(program).network()


@dataclass(frozen=True, slots=True)
class _Atom:
    """A condition that one fact answers: a comparison with a constant, or whether the thing is applicable."""

    thing: int
    comparator: Comparator | None
    constant: int
    negated: bool = False


_Literal = _Atom | Value | None
"""An atom, or the constant that a condition comes down to; None where nothing ever follows."""

_OPERATOR = {
    Comparator.EQUAL: "$eq",
    Comparator.NOT_EQUAL: "$neq",
    Comparator.LESS: "$lt",
    Comparator.AT_MOST: "$lte",
    Comparator.MORE: "$gt",
    Comparator.AT_LEAST: "$gte",
}
_PASSES = {"$eq": eq, "$neq": ne, "$lt": lt, "$lte": le, "$gt": gt, "$gte": ge}
_KNOWN: Test = ("v", "$ex", 1)
_NOT_APPLICABLE: Test = ("n", "$ex", 1)


def passes(test: Test, value: int | None) -> bool:
    """Whether the fact of a known number, or of what is not applicable (None), passes a test."""
    name, operator, constant = test
    number = value if value is not None else {"h": BEYOND, "l": -BEYOND}.get(name)
    if operator == "$ex":
        return (name == "n") is (value is None)
    return number is not None and bool(_PASSES[operator](number, constant))


def _certain(atom: _Atom, wanted: bool) -> tuple[Test, ...]:
    """The tests that a fact passes when the atom holds (or does not), and is applicable."""
    holds = wanted is not atom.negated
    if atom.comparator is None:
        return (_KNOWN if holds else _NOT_APPLICABLE,)
    return (("v", _OPERATOR[atom.comparator if holds else atom.comparator.opposite], atom.constant),)


def _possible(atom: _Atom, wanted: bool) -> tuple[Test, ...]:
    """The tests that a fact passes when the atom holds (or does not) or is not applicable."""
    if atom.comparator is None:
        return _certain(atom, wanted)
    comparator = atom.comparator if wanted is not atom.negated else atom.comparator.opposite
    match comparator:
        case Comparator.EQUAL:
            return (("h", "$gte", atom.constant), ("l", "$lte", atom.constant))
        case Comparator.AT_LEAST | Comparator.MORE | Comparator.NOT_EQUAL:
            return (("h", _OPERATOR[comparator], atom.constant),)
        case Comparator.AT_MOST | Comparator.LESS:
            return (("l", _OPERATOR[comparator], atom.constant),)
        case _:
            assert_never(comparator)


class _Draft:
    """Collects the rules of one program; heads with the same body become one rule."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._places: dict[Slot, int] = {step.slot: place for place, step in enumerate(program.steps)}
        self._parts: dict[Node, int] = {}
        self._things = len(program.steps)
        self._rules: defaultdict[Body, dict[Head, None]] = defaultdict(dict)
        self._formulas: list[Formula] = []
        self._followers: defaultdict[int, list[Head]] = defaultdict(list)
        self._choices: list[Choice] = []
        self._conditions = 0
        self._symbols: dict[str, int] = {}

    def network(self) -> Network:
        program = self._program
        for place, step in enumerate(program.steps):
            self._step(place, step)
        for index, check in enumerate(program.checks):
            self._conclude(check.node, Head(Effect.CHECK, index))
        if program.gate is not None:
            self._conclude(program.gate, Head(Effect.DECISION_GATE, 0))
        at_start = self._rules.pop((), {})
        properties: defaultdict[int, set[str]] = defaultdict(set)
        for body in self._rules:
            for thing, tests in body:
                properties[thing].update(name for name, _, _ in tests)
        return Network(
            slots=tuple(self._places),
            fields=tuple(place for place, step in enumerate(program.steps) if isinstance(step, Field)),
            ungated=tuple(True if step.gate is None else None for step in program.steps),
            choices=tuple(self._choices),
            choice_of_step={choice.step: number for number, choice in enumerate(self._choices)},
            choice_of_condition=tuple(
                number for number, choice in enumerate(self._choices) for _ in range(choice.size)
            ),
            formulas=tuple(self._formulas),
            awaited=tuple(formula.awaits for formula in self._formulas),
            followers={place: tuple(dict.fromkeys(heads)) for place, heads in self._followers.items()},
            rules=tuple(Rule(body, tuple(heads)) for body, heads in self._rules.items()),
            at_start=tuple(at_start),
            properties={thing: frozenset(names) for thing, names in properties.items()},
            symbols=dict(self._symbols),
            things=self._things,
            conditions=self._conditions,
            checks=len(program.checks),
            has_gate=program.gate is not None,
        )

    def _step(self, place: int, step: Field | Definition) -> None:
        if step.gate is not None:
            self._conclude(step.gate, Head(Effect.GATE, place))
        if isinstance(step, Field):
            return
        match step.body:
            case Calculation(node):
                self._conclude(node, Head(Effect.VALUE, place))
            case Clauses():
                self._choice(place, step.body)
            case _:
                assert_never(step.body)

    def _choice(self, place: int, body: Clauses) -> None:
        first = self._conditions
        self._conditions += len(body.clauses)
        for index, clause in enumerate(body.clauses):
            self._conclude(clause.condition, Head(Effect.CONDITION, first + index))
        outcomes = tuple(calculation(clause.outcome, self._places) for clause in body.clauses)
        otherwise = None if body.otherwise is None else calculation(body.otherwise, self._places)
        retry = Head(Effect.CHOICE, len(self._choices))
        nodes = [clause.outcome for clause in body.clauses]
        for node in [*nodes, body.otherwise] if body.otherwise else nodes:
            self._when_known(node, retry)
        self._choices.append(
            Choice(place, contest(body.clauses), len(body.clauses), first, outcomes, otherwise)
        )

    def _conclude(self, node: Node, head: Head, *, negated: bool = False) -> None:
        """The rules from which the outcomes of a condition follow; a calculation gets a formula."""
        match node:
            case Not(operand):
                self._conclude(operand, head, negated=not negated)
            case All(operands):
                self._join(operands, head, deciding=False, negated=negated)
            case Any(operands):
                self._join(operands, head, deciding=True, negated=negated)
            case Read() | Const() if head.effect is Effect.VALUE:
                self._formula(Not(node) if negated else node, head)
            case _:
                atom = self._atom(node)
                if atom is None:
                    self._formula(Not(node) if negated else node, head)
                else:
                    self._single(replace(atom, negated=atom.negated is not negated), head)

    def _single(self, atom: _Atom, head: Head) -> None:
        self._add(((atom.thing, _certain(atom, True)),), _settling(head, True))
        self._add(((atom.thing, _certain(atom, False)),), _settling(head, False))
        if atom.comparator is not None:
            self._add(((atom.thing, (_NOT_APPLICABLE,)),), _settling(head, NVT))

    def _join(self, operands: tuple[Node, ...], head: Head, *, deciding: bool, negated: bool) -> None:
        """`en` (nee decides) and `of` (ja decides): one rule for each operand, and one that joins them all."""
        literals = [self._literal(operand) for operand in _flat(operands, Any if deciding else All)]
        decided = _settling(head, deciding is not negated)
        if any(literal is deciding for literal in literals):
            self._add((), decided)
            return
        atoms = list(dict.fromkeys(literal for literal in literals if isinstance(literal, _Atom)))
        for atom in atoms:
            self._add(((atom.thing, _certain(atom, deciding)),), decided)
        if None in literals:
            return
        passed = NVT if NVT in literals else deciding is negated
        self._add_join(self._few(atoms, deciding), head, deciding=deciding, passed=passed)

    def _add_join(self, atoms: list[_Atom], head: Head, *, deciding: bool, passed: Derived) -> None:
        tests: defaultdict[int, set[Test]] = defaultdict(set)
        for atom in atoms:
            tests[atom.thing].update(_possible(atom, not deciding))
        body = tuple((thing, tuple(sorted(tests[thing]))) for thing in sorted(tests))
        spoilers = tuple(sorted({atom.thing for atom in atoms if atom.comparator is not None}))
        self._add(body, _settling(head, passed, spoilers))

    def _few(self, atoms: list[_Atom], deciding: bool) -> list[_Atom]:
        """The same atoms with so many of them under a named part that a join stays within its limit."""
        while len({atom.thing for atom in atoms}) > JOINED:
            part = self._new_thing()
            group, atoms = atoms[:JOINED], atoms[JOINED:]
            for atom in group:
                self._add(((atom.thing, _certain(atom, deciding)),), Head(Effect.PART, part, deciding))
            self._add_join(group, Head(Effect.PART, part), deciding=deciding, passed=not deciding)
            atoms.append(_Atom(part, Comparator.EQUAL, 1))
        return atoms

    def _literal(self, node: Node) -> _Literal:
        if isinstance(node, Not):
            literal = self._literal(node.operand)
            return (
                replace(literal, negated=not literal.negated)
                if isinstance(literal, _Atom)
                else _flipped(literal)
            )
        if atom := self._atom(node):
            return atom
        constant = self._constant(node)
        return _Atom(self._part(node), Comparator.EQUAL, 1) if constant is None else constant

    def _atom(self, node: Node) -> _Atom | None:
        """The condition as tests of one fact, where it can be that."""
        match node:
            case Read(slot):
                return _Atom(self._places[slot], Comparator.EQUAL, 1)
            case IsApplicable(Read(slot)):
                return _Atom(self._places[slot], None, 0)
            case Compare(comparator, Read(slot), Const(value)) if _is_plain(value):
                return self._comparison(slot, comparator, value)
            case Compare(comparator, Const(value), Read(slot)) if _is_plain(value):
                return self._comparison(slot, comparator.mirrored, value)
            case _:
                return None

    def _part(self, node: Node) -> int:
        """The thing that names this part of a condition; the same part is derived once."""
        if node not in self._parts:
            thing = self._parts[node] = self._new_thing()
            self._conclude(node, Head(Effect.PART, thing))
        return self._parts[node]

    def _constant(self, node: Node) -> Derived:
        """What the node is in every case: not applicable, for instance, beside a point that is not agreed."""
        return calculation(node, self._places)([None] * len(self._places))

    def _formula(self, node: Node, settles: Head) -> None:
        head = Head(Effect.FORMULA, len(self._formulas))
        constant = self._constant(node) is not None
        awaits = 1 if constant else len(reads(node))
        self._formulas.append(Formula(settles, calculation(node, self._places), awaits, not _is_strict(node)))
        if constant:
            self._add((), head)
        else:
            self._when_known(node, head)

    def _when_known(self, node: Node, head: Head) -> None:
        """Conclude the head, with NVT where it is that, whenever something that the node reads becomes known."""
        for slot in reads(node):
            place = self._places[slot]
            self._followers[place].append(_settling(head, head.status, (place,)))

    def _add(self, body: Body, head: Head) -> None:
        self._rules[body][head] = None

    def _new_thing(self) -> int:
        self._things += 1
        return self._things - 1

    def _comparison(self, slot: Slot, comparator: Comparator, constant: int | str) -> _Atom:
        place = self._places[slot]
        if constant is False and comparator in {Comparator.EQUAL, Comparator.NOT_EQUAL}:
            return _Atom(place, comparator.opposite, 1)
        if isinstance(constant, str):
            return _Atom(place, comparator, self._symbols.setdefault(constant, len(self._symbols)))
        return _Atom(place, comparator, int(constant))


def _is_plain(value: Value) -> TypeGuard[int | str]:
    """Whether a pattern can compare with it: a text, or a number well within the bounds of those in facts."""
    return isinstance(value, str) or (isinstance(value, int) and -LARGEST < value < LARGEST)


def _is_strict(node: Node) -> bool:
    """Whether the node has a value only when everything that it reads has."""
    if isinstance(node, All | Any | OrElse | If | SumApplicable | IsApplicable):
        return False
    return all(map(_is_strict, children(node)))


def _settling(head: Head, status: Derived, operands: tuple[int, ...] = ()) -> Head:
    """The head with another status; `replace` takes four times as long, and there are thousands of heads."""
    return Head(head.effect, head.index, status, operands)


def _flipped(value: Derived) -> Derived:
    return not value if isinstance(value, bool) else value


def _flat(operands: tuple[Node, ...], kind: type[All | Any]) -> tuple[Node, ...]:
    """`a en (b en c)` as `a en b en c`."""
    return tuple(
        each
        for operand in operands
        for each in (_flat(operand.operands, kind) if isinstance(operand, kind) else (operand,))
    )
