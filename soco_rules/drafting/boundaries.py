"""Cases that guard an agreed number: found with the calculator, just below, on and just above what is agreed.

A case guards a point when another value of the point would give another outcome. So a case is sought in which the
outcome hangs on the point, then the one fact or day with which it can be brought to the border, and then every fact
is left out without which the outcome is known and the same.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from functools import cached_property
from itertools import combinations
from itertools import islice

from soco_rules.backends import reference
from soco_rules.compiler.layers import days_to_check
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.program import program_of
from soco_rules.decide import Calculators
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.explain.anatomy import Anatomy
from soco_rules.explain.anatomy import Part
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.missing import Evaluate
from soco_rules.explain.missing import effective
from soco_rules.facts import Dates
from soco_rules.facts import agreed_value
from soco_rules.facts import amount_on
from soco_rules.facts import bind
from soco_rules.facts import last_of_month
from soco_rules.model.agreement import Agreement
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.program import AddMonths
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Field
from soco_rules.model.program import Greatest
from soco_rules.model.program import Least
from soco_rules.model.program import MonthsBetween
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import children
from soco_rules.model.program import nodes_of
from soco_rules.model.program import reads
from soco_rules.model.values import NUMERIC
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.model.values import encode
from soco_rules.model.values import is_definite
from soco_rules.model.values import is_known
from soco_rules.model.workspace import Workspace

GUARDED = NUMERIC | {Kind.DURATION}
"""The kinds of which a value has neighbours."""

PAIRS = 600
"""How many changes of two answers at once are tried where no single one helps."""

CASES = 12
"""How many cases in which a point counts are looked at more closely."""

EXAMPLE_AMOUNT = 1000_00
MONTHS_IN_YEAR = 12
OF_AGE = 16 * MONTHS_IN_YEAR
GROWN_UP = 40 * 365
LARGE_AMOUNT = 10_000_00
ODD_AMOUNT = 333_33
_FAR = {Kind.COUNT: 10**7, Kind.MONEY: 10**9, Kind.PERCENTAGE: 100_00, Kind.DURATION: 600}
EXAMPLE_COUNT = 1000
REASON = "verzonnen voorbeeld"

Values = dict[Slot, Value]
Options = Mapping[Slot, tuple[Value, ...]]
Progress = Callable[[str, int, int], None]
"""The point in hand, and how many of how many are done."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact or judgement of a case, as a feature file writes it; `judge` is who judged."""

    name: str
    kind: Kind
    value: Value
    judge: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A result that is checked; `of_applicant` where each person has one."""

    name: str
    kind: Kind
    of_applicant: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One value of what is varied, and what the decision then gives for each name in `Boundary.shown`."""

    value: Value
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """A proposed scenario: in `decision` the named thing is varied and all else is told.

    Of what is checked the first may be the outcome itself. `on_border` tells whether the
    middle row is where the outcome turns; otherwise the rows are examples of what the agreed value does.
    """

    point: str
    decision: str
    outcome: str
    dates: Dates
    monthly: bool
    told: tuple[Told, ...]
    varied: str
    varied_kind: Kind
    shown: tuple[Shown, ...]
    rows: tuple[Row, ...]
    on_border: bool

    @property
    def varies_day(self) -> bool:
        """Whether the day of decision is what is varied."""
        return self.varied == DECISION_DATE


@dataclass(frozen=True, slots=True)
class Unguarded:
    """A point with a number for which no scenario was found, and why in Dutch."""

    point: str
    why: str


def boundaries(
    workspace: Workspace,
    agreement: Agreement,
    only: Collection[str] | None = None,
    progress: Progress = lambda _point, _done, _total: None,
) -> tuple[Boundary | Unguarded, ...]:
    """Proposed scenarios for every point with an agreed number, at most two each, in the order of the layers.

    With `only` for those points alone. None at all where the agreement has errors: then nothing can be decided.
    `progress` is told each point before it is looked at, and how many of how many are done.
    """
    compiled = [
        (day, stack)
        for day in days_to_check(workspace, agreement)
        for stack, findings in [compile_stack(workspace, agreement, day)]
        if stack is not None and not has_errors(findings)
    ]
    if not compiled:
        return ()
    desks = [_Desk(stack, day) for day, stack in compiled]
    numbers = [(point, kind) for point, kind in _numbers(compiled[0][1]) if only is None or point in only]
    found: list[Boundary | Unguarded] = []
    for done, (point, kind) in enumerate(numbers):
        progress(point, done, len(numbers))
        found += _of_point(point, kind, desks)
    return tuple(found)


def _numbers(compiled: Compiled) -> Iterator[tuple[str, Kind]]:
    for name, point in compiled.stack.points.items():
        type_ = point.declared.type
        if type_ is not None and type_.kind in GUARDED and point.value is not None and is_known(point.value):
            yield name, type_.kind


def _of_point(point: str, kind: Kind, desks: list[_Desk]) -> Iterator[Boundary | Unguarded]:
    """A duration has a last day and says how long; a share has no border; any other number is one."""
    match kind:
        case Kind.DURATION:
            wanted: tuple[tuple[bool, ...], ...] = ((True,), (False,))
        case Kind.PERCENTAGE:
            wanted = ((False, True),)
        case _:
            wanted = ((True, False),)
    searches = [search for desk in desks for search in desk.searches(point)]
    several = (next((found for search in searches if (found := search.found(ways))), None) for ways in wanted)
    boundaries = [found for found in several if found is not None]
    yield from boundaries
    if not boundaries:
        waiting = dict.fromkeys(name for search in searches for name in search.still_open())
        yield Unguarded(
            point, _why_not(tuple(waiting)) if searches else "geen enkel besluit gebruikt dit punt"
        )


def _why_not(waiting: tuple[str, ...]) -> str:
    why = "er is geen zaak gevonden waarin een andere waarde een andere uitkomst geeft"
    return f"{why}; nog open: {', '.join(waiting)}" if waiting else why


@dataclass(slots=True)
class _Desk:
    """The decisions of one stack of layers on one day, each made ready once."""

    compiled: Compiled
    day: int
    rooms: dict[str, _Room] = field(default_factory=dict)

    def searches(self, point: str) -> Iterator[_Search]:
        """A search in every decision that reads a point."""
        for name in self.compiled.stack.decisions:
            room = self._room(name)
            slot = next((each.slot for each in room.program.fields if each.name == point), None)
            if slot is not None and is_known(room.given[slot]):
                yield _Search(room, point, slot)

    def _room(self, name: str) -> _Room:
        if name not in self.rooms:
            decision = self.compiled.stack.decisions[name]
            self.rooms[name] = _Room(
                program_of(self.compiled, decision), self._dates(monthly=decision.monthly)
            )
        return self.rooms[name]

    def _dates(self, *, monthly: bool) -> Dates:
        if not monthly:
            return Dates(self.day, self.day)
        first = date.fromordinal(self.day)
        if first.day > 1:
            first = (first.replace(day=28) + _FOUR_DAYS).replace(day=1)
        return Dates(first.toordinal(), last_of_month(first.toordinal()))


_FOUR_DAYS = date(2000, 1, 5) - date(2000, 1, 1)


@dataclass(eq=False)
class _Room:
    """One decision with what is needed to calculate it often."""

    program: Program
    dates: Dates

    @cached_property
    def evaluate(self) -> Evaluate:
        return reference.prepare(self.program)

    @cached_property
    def anatomy(self) -> Anatomy:
        return dissect(self.program)

    @cached_property
    def inside(self) -> Evaluate:
        return reference.prepare(self.anatomy.inside)

    @cached_property
    def calculators(self) -> Calculators:
        return prepare(self.program)

    @cached_property
    def given(self) -> Values:
        """What the agreement and the calendar say themselves."""
        bound, _ = bind(self.program, Case(None, {}, {}), self.dates)
        values = dict(bound.values)
        for each in self.program.fields:
            if each.origin is Origin.POINT:
                values[each.slot] = agreed_value(each)
            elif each.origin is Origin.AMOUNT:
                values[each.slot] = amount_on(self.program, each.name, self.dates.reference)
        return values

    @cached_property
    def targets(self) -> tuple[Slot, ...]:
        """What the decision gives to the applicant, the outcome first."""
        every = (*self.program.outcome, *self.program.also)
        return tuple(dict.fromkeys(slot for slot in every if not slot.endswith(f"/{Role.PARTNER}")))

    @cached_property
    def asked(self) -> tuple[Field, ...]:
        """What a case can tell."""
        return tuple(
            each
            for each in self.program.fields
            if each.origin in {Origin.FACT, Origin.JUDGEMENT} and each.role is not Role.PARTNER
        )

    @cached_property
    def births(self) -> frozenset[Slot]:
        """The dates from which an age is told: in whole years, or as the day on which it is reached."""
        return frozenset(
            slot
            for part in _parts(self.anatomy)
            if isinstance(part.node, MonthsBetween | AddMonths) and _tells_age(part.node)
            for slot in reads(children(part.node)[0])
        )

    def results(self, values: Mapping[Slot, Value]) -> tuple[Value, ...]:
        return effective(self.evaluate(values), self.targets)

    @cached_property
    def behind(self) -> Mapping[Slot, frozenset[Slot]]:
        """For every slot all that its value can depend on, itself included."""
        found: dict[Slot, frozenset[Slot]] = {}
        for step in self.anatomy.inside.steps:
            below = (found.get(slot, frozenset()) for node in nodes_of(step) for slot in reads(node))
            found[step.slot] = frozenset({step.slot}).union(*below)
        return found


@dataclass(slots=True)
class _Search:
    """The search for cases that guard one point in one decision."""

    room: _Room
    point: str
    slot: Slot

    def found(self, ways: tuple[bool, ...]) -> Boundary | None:
        """The first case of one of these ways: on the border or not, the first way first."""
        cases = list(islice(self._telling(), CASES))
        for on_border in ways:
            for case in cases:
                seek = self._on_border if on_border else self._in_effect
                if found := next(seek(case), None):
                    return found
        return None

    # Cases in which the point counts

    def _telling(self) -> Iterator[Values]:
        """Complete cases in which quite another value of the point gives another result, the plainest first."""
        fields = [each for each in self.room.asked if each.slot in self._relevant()]
        options = {each.slot: _options(each, self.room) for each in fields}
        plain = {slot: values[0] for slot, values in options.items()}
        seen: list[Values] = []
        for start in _starts(options):
            for case in self._around(self._climbed({**self.room.given, **start}, options), plain, options):
                if case not in seen:
                    seen.append(case)
                    yield case

    def _around(self, found: Values, plain: Values, options: Options) -> Iterator[Values]:
        """A telling case made as plain as can be, and the telling cases one answer away from it."""
        if not self._tells(found):
            return
        case = found
        for slot, value in plain.items():
            if case[slot] != value and self._tells(fewer := {**case, slot: value}):
                case = fewer
        yield case
        for slot, value in _single_changes(case, options):
            if self._tells(other := {**case, slot: value}):
                yield other

    def _climbed(self, case: Values, options: Options) -> Values:
        """A case in which the point reaches as far as it can, changed one answer at a time, or two where one fails."""
        score = self._reach(case)
        while not self._tells(case):
            best = max(
                (
                    (self._reach({**case, slot: value}), slot, value)
                    for slot, value in _single_changes(case, options)
                ),
                key=lambda tried: tried[0],
                default=(0, "", False),
            )
            if best[0] > score:
                score, case = best[0], {**case, best[1]: best[2]}
                continue
            for (one, first), (two, second) in islice(combinations(_single_changes(case, options), 2), PAIRS):
                changed = {**case, one: first, two: second}
                if one != two and (reach := self._reach(changed)) > score:
                    score, case = reach, changed
                    break
            else:
                return case
        return case

    def _reach(self, case: Values) -> int:
        """How many parts of the rules give something else when the point is quite another."""
        here = self.room.inside(case)
        best = 0
        for other in self._elsewhere():
            there = self.room.inside({**case, self.slot: other}).values
            best = max(best, sum(there[slot] != value for slot, value in here.values.items()))
        return best

    def _tells(self, case: Values) -> bool:
        results = self.room.results(case)
        return any(_differ(results, self.room.results({**case, self.slot: v})) for v in self._elsewhere())

    def _elsewhere(self) -> tuple[int, ...]:
        """Values far from the agreed one, on either side."""
        kind = next(each.type.kind for each in self.room.program.fields if each.slot == self.slot)
        return (0, _FAR[kind])

    def still_open(self) -> Iterator[str]:
        """The open points on which the results that the point can change depend."""
        for each in self.room.program.fields:
            if each.origin is Origin.POINT and each.slot in self._relevant() and each.constant is None:
                yield each.name

    def _relevant(self) -> frozenset[Slot]:
        """What the results that the point can change depend on."""
        behind = self.room.behind
        changed = [target for target in self.room.targets if self.slot in behind[target]]
        gate = self.room.anatomy.gate
        return frozenset[Slot]().union(
            *(behind[target] for target in changed), behind[gate.slot] if gate else ()
        )

    # On the border

    def _on_border(self, case: Values) -> Iterator[Boundary]:
        for part in self._turning():
            for varied in self._movable(part):
                for at in self._meeting(case, part, varied):
                    yield from self._rows(case, varied, at)

    def _turning(self) -> Iterator[Part]:
        """The comparisons, and choices of the least or greatest, in which the point counts."""
        seen: set[Slot] = set()
        for part in _parts(self.room.anatomy):
            turns = isinstance(part.node, Compare | Least | Greatest) and len(part.parts) == 2
            if turns and part.slot not in seen and self.slot in self.room.behind[part.slot]:
                seen.add(part.slot)
                yield part

    def _movable(self, part: Part) -> Iterator[Field]:
        """What can bring both sides together: a fact first, then the day of decision."""
        behind = self.room.behind[part.slot]
        yield from (each for each in self.room.asked if each.slot in behind and each.type.kind in ORDERED)
        if not self.room.program.decision.monthly:
            yield from (
                each for each in self.room.program.fields
                if each.name == DECISION_DATE and each.slot in behind
            )  # fmt: skip

    def _meeting(self, case: Values, part: Part, varied: Field) -> Iterator[int]:
        """Where the two sides are equal, as far as they move one for one with what is varied."""
        start, gap = case.get(varied.slot), self._gap(case, part)
        if not isinstance(start, int) or isinstance(start, bool) or gap is None:
            return
        for at in dict.fromkeys((start + gap, start - gap)):
            if _allowed(varied, at) and self._gap({**case, varied.slot: at}, part) == 0:
                yield at

    def _gap(self, case: Values, part: Part) -> int | None:
        values = self.room.inside(case).values
        left, right = (values[each.slot] for each in part.parts)
        both = (left, right)
        if any(isinstance(value, bool) or not isinstance(value, int) for value in both):
            return None
        assert isinstance(left, int)
        assert isinstance(right, int)
        return left - right

    def _rows(self, case: Values, varied: Field, at: int) -> Iterator[Boundary]:
        for step in (1, 100, 100_00) if varied.type.kind is Kind.MONEY else (1,):
            values = [value for value in (at - step, at, at + step) if _allowed(varied, value)]
            if len(values) < 2 or at not in values:
                continue
            neighbours = (self._value() - step, self._value() + step)
            if found := self._settled(case, varied, values, neighbours, on_border=True):
                yield found
                return

    def _value(self) -> int:
        value = self.room.given[self.slot]
        assert isinstance(value, int)
        return value

    # The effect of the agreed value

    def _in_effect(self, case: Values) -> Iterator[Boundary]:
        neighbours = (self._value() - 1, self._value() + 1)
        for varied in self.room.asked:
            values = [value for value in _examples(varied, self.room.dates) if _allowed(varied, value)]
            if varied.slot not in self._relevant() or len(values) < 2:
                continue
            if found := self._settled(case, varied, values, neighbours, on_border=False):
                yield found

    # Making it small and certain

    def _settled(
        self, case: Values, varied: Field, values: list[int], neighbours: tuple[int, int], *, on_border: bool
    ) -> Boundary | None:
        """The scenario for some values of what is varied, where it guards the point; with as few facts as possible."""
        results = [self.room.results({**case, varied.slot: value}) for value in values]
        shown = self._shown(case, varied, values, results, neighbours, on_border=on_border)
        if not shown:
            return None
        fewer = dict(case)
        for each in self.room.asked:
            if each.slot != varied.slot and fewer.get(each.slot, Absent.UNKNOWN) is not Absent.UNKNOWN:
                attempt = {**fewer, each.slot: Absent.UNKNOWN}
                again = [self.room.results({**attempt, varied.slot: value}) for value in values]
                if all(row[i] == old[i] for row, old in zip(again, results, strict=True) for i in shown):
                    fewer = attempt
        return self._decided(fewer, varied, values, shown, on_border=on_border)

    def _shown(
        self,
        case: Values,
        varied: Field,
        values: list[int],
        results: list[tuple[Value, ...]],
        neighbours: tuple[int, int],
        *,
        on_border: bool,
    ) -> tuple[int, ...]:
        """Which results are worth checking: one that the rows and the point change, with the outcome before it."""
        moved = [
            [self.room.results({**case, varied.slot: value, self.slot: other}) for value in values]
            for other in neighbours
            if other >= 0
        ]
        for i in range(len(self.room.targets)):
            column = [row[i] for row in results]
            known = all(map(is_definite, column))
            told = _turns(column) if on_border else len(set(column)) > 1
            if known and told and any([row[i] for row in each] != column for each in moved):
                first = [row[0] for row in results]
                outcome_known = all(is_known(value) for value in first)
                return (0, i) if i and outcome_known else (i,)
        return ()

    def _decided(
        self, case: Values, varied: Field, values: list[int], shown: tuple[int, ...], *, on_border: bool
    ) -> Boundary | None:
        """The scenario as the whole engine decides it, both calculators and all; None where it will not decide."""
        rows = []
        checked: tuple[Shown, ...] = ()
        for value in values:
            decision = self._propose({**case, varied.slot: value}, varied)
            if decision is None:
                return None
            given = [_given(decision, self.room.targets[i], outcome=not i) for i in shown]
            results = [each for each in given if each is not None]
            if len(results) < len(given):
                return None
            checked = tuple(what for what, _ in results)
            rows.append(Row(value, tuple(text for _, text in results)))
        program = self.room.program
        return Boundary(
            point=self.point,
            decision=program.decision.name,
            outcome=program.decision.outcome,
            dates=self.room.dates,
            monthly=program.decision.monthly,
            told=tuple(
                Told(each.name, each.type.kind, case[each.slot], each.judged_by)
                for each in self.room.asked
                if each.slot == varied.slot or case.get(each.slot, Absent.UNKNOWN) is not Absent.UNKNOWN
            ),
            varied=varied.name,
            varied_kind=varied.type.kind,
            shown=checked,
            rows=tuple(rows),
            on_border=on_border,
        )

    def _propose(self, case: Values, varied: Field) -> Decision | None:
        room = self.room
        day = case[varied.slot] if varied.name == DECISION_DATE else room.dates.decision
        assert isinstance(day, int)
        dates = Dates(room.dates.reference, day)
        bound, findings = bind(room.program, _case(room, case, dates), dates)
        if findings:
            return None
        return propose(room.calculators, bound, dates)


def _single_changes(case: Values, options: Options) -> Iterator[tuple[Slot, Value]]:
    return ((slot, value) for slot, values in options.items() for value in values if case[slot] != value)


def _starts(options: Options) -> Iterator[Values]:
    """Cases to begin with: every fact at its plainest, then at its last, and the judgements against."""
    yield {slot: values[0] for slot, values in options.items()}
    yield {slot: values[-1] for slot, values in options.items()}
    yield {slot: True if set(values) == {True, False} else values[0] for slot, values in options.items()}


def _differ(one: Iterable[Value], other: Iterable[Value]) -> bool:
    """Whether some result is known on one side and otherwise on the other."""
    pairs = zip(one, other, strict=True)
    return any(a != b and not {a, b} & {Absent.UNKNOWN, Absent.CONFLICT, Absent.NO_RULE} for a, b in pairs)


def _turns(column: list[Value]) -> bool:
    """Whether something happens in the middle: another answer, or a number that goes on in another way."""
    match column:
        case [int() as low, int() as middle, int() as high] if not isinstance(middle, bool):
            return middle - low != high - middle
        case _:
            return len(set(column)) > 1


def _options(asked: Field, room: _Room) -> tuple[Value, ...]:
    """The values that a case may have for a fact, the plainest first."""
    absent = (Absent.NOT_APPLICABLE,) if asked.type.may_be_absent else ()
    low = asked.type.minimum if isinstance(asked.type.minimum, int) else 0
    match asked.type.kind:
        case Kind.YES_NO:
            return (True, False) if asked.origin is Origin.JUDGEMENT else (False, True)
        case Kind.CHOICE:
            states = room.program.decision.states_from if asked.name == "stand" else ()
            return tuple(dict.fromkeys((*states, *asked.type.choices)))
        case Kind.DATE:
            return (*absent, room.dates.reference - (GROWN_UP if asked.slot in room.births else 0))
        case Kind.MONEY:
            return (*absent, max(low, 0), max(low, EXAMPLE_AMOUNT), max(low, LARGE_AMOUNT))
        case Kind.TEXT:
            return (*absent, "voorbeeld")
        case Kind.COUNT:
            high = asked.type.maximum if isinstance(asked.type.maximum, int) else EXAMPLE_COUNT
            return (*absent, *dict.fromkeys((max(low, 0), max(low, min(high, EXAMPLE_COUNT)))))
        case _:
            return (*absent, max(low, 0))


def _examples(varied: Field, dates: Dates) -> tuple[int, ...]:
    """Values that show the effect of a rule: a rounding and a round amount; days with a short month behind them."""
    match varied.type.kind:
        case Kind.MONEY:
            return (0, ODD_AMOUNT, EXAMPLE_AMOUNT, LARGE_AMOUNT)
        case Kind.DATE:
            year = date.fromordinal(dates.reference).year
            later = (date(year, 11, 1), date(year, 12, 1), date(year + 1, 1, 31))
            return (dates.reference, *(each.toordinal() for each in later))
        case _:
            return ()


def _allowed(varied: Field, value: int) -> bool:
    low, high = varied.type.minimum, varied.type.maximum
    return not (
        (isinstance(low, int) and value < low)
        or (isinstance(high, int) and value > high)
        or (varied.type.kind is Kind.DATE and not date.min.toordinal() < value < date.max.toordinal())
    )


def _parts(anatomy: Anatomy) -> Iterator[Part]:
    """Every part of a program, in the order of its steps."""

    def walk(part: Part) -> Iterator[Part]:
        yield part
        for each in part.parts:
            yield from walk(each)

    roots = [anatomy.gate] if anatomy.gate else []
    for organ in anatomy.organs.values():
        roots += [part for part in (organ.gate, organ.body) if part is not None]
        roots += [part for ruling in organ.rulings for part in (ruling.condition, ruling.outcome)]
    for root in roots:
        yield from walk(root)


def _tells_age(node: MonthsBetween | AddMonths) -> bool:
    match node:
        case MonthsBetween(step=step):
            return step == MONTHS_IN_YEAR
        case AddMonths(months=Const(int() as months)):
            return months >= OF_AGE
        case _:
            return False


def _given(decision: Decision, slot: Slot, *, outcome: bool) -> tuple[Shown, str] | None:
    """What a decision gives for a slot; None where it gives nothing."""
    name, _, role = slot.partition("/")
    decided = None if outcome else decision.outcomes.get(name)
    kind = decision.outcome_kind if outcome else decided.kind if decided else None
    value = _of_applicant(decision.outcome if outcome else decided.value if decided else None)
    return (Shown(name, Kind(kind), bool(role)), value) if kind and value is not None else None


def _of_applicant(value: Outcome) -> str | None:
    return value.applicant if isinstance(value, PerPerson) else value


def _case(room: _Room, values: Mapping[Slot, Value], dates: Dates) -> Case:
    here = Span("voorstel")
    today = encode(dates.decision, Kind.DATE)
    facts: dict[tuple[str, Role | None], tuple[Report, ...]] = {}
    judgements: dict[tuple[str, Role | None], Judgement] = {}
    for each in room.asked:
        written = encode(values.get(each.slot, Absent.UNKNOWN), each.type.kind)
        if written is None:
            continue
        if each.judged_by is None:
            facts[each.name, each.role] = (Report(written, here),)
        else:
            judgements[each.name, each.role] = Judgement(written, each.judged_by, here, today, REASON)
    return Case(room.program.agreement.reference, facts, judgements)
