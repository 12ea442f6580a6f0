"""The nearest changes are those that trying every case gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from random import Random

from hypothesis import assume
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from soco_rules.backends import reference
from soco_rules.backends.calendar import CALENDAR
from soco_rules.backends.proof.nearest import Freedom
from soco_rules.backends.proof.nearest import Nearest
from soco_rules.backends.proof.nearest import Within
from soco_rules.backends.proof.nearest import helped_by
from soco_rules.backends.proof.nearest import nearest
from soco_rules.backends.proof.outcomes import Reaches
from soco_rules.backends.proof.outcomes import Turns
from soco_rules.backends.proof.outcomes import Wish
from soco_rules.backends.proof.solve import Never
from soco_rules.backends.proof.solve import Undecided
from soco_rules.counterfactual.wish import holds
from soco_rules.diagnostics import Severity
from soco_rules.explain.missing import effective
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import is_definite
from tests import programs as build
from tests.random_programs import CHOICES
from tests.random_programs import random_case
from tests.random_programs import random_program

Given = dict[Slot, Value]
Free = dict[Slot, Freedom]
LARGEST = 3000
"""How many cases are tried at most for one program."""


def type_of_outcome(program: Program) -> ValueType:
    return next(step.type for step in program.steps if step.slot == program.outcome[0])


def options(freedom: Freedom) -> tuple[Value, ...]:
    match freedom:
        case Within(lowest, highest):
            return tuple(range(lowest, highest + 1))
        case others:
            return others


def tried(program: Program, given: Given, free: Free, wish: Wish) -> Iterator[Given]:
    """The changes of every case that is as wished, by trying them all."""
    evaluate = reference.prepare(program)
    kind = type_of_outcome(program).kind
    for values in product(*((given[slot], *options(freedom)) for slot, freedom in free.items())):
        case = dict(zip(free, values, strict=True))
        found = evaluate({**given, **case})
        broken = any(
            value is False and check.severity is Severity.ERROR
            for check, value in zip(program.checks, found.checks, strict=True)
        )
        if not broken and holds(wish, effective(found, program.outcome), kind):
            yield {slot: value for slot, value in case.items() if not same(value, given[slot])}


def same(one: Value, other: Value) -> bool:
    return type(one) is type(other) and one == other


def smallest(program: Program, given: Given, free: Free, wish: Wish) -> tuple[Given, ...] | None:
    """What `nearest` promises, from all cases; None where there is no such case."""
    changes = list(tried(program, given, free, wish))
    if not changes:
        return None
    fewest = min(map(len, changes))
    best: dict[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], Given]] = {}
    order = list(free)
    for change in changes:
        if len(change) == fewest:
            slots = [slot for slot in order if slot in change]
            ways, distances = [], []
            for slot in slots:
                value, held = change[slot], given[slot]
                if isinstance(free[slot], Within):
                    assert isinstance(value, int)
                    assert isinstance(held, int)
                    ways.append((order.index(slot), 0 if value > held else 1))
                    distances.append(abs(value - held))
                else:
                    ways.append((order.index(slot), options(free[slot]).index(value)))
            group = tuple(place for place, _ in ways)
            key = (group, tuple(way for _, way in ways))
            if key not in best or tuple(distances) < best[key][0]:
                best[key] = (tuple(distances), change)
    return tuple(best[key][1] for key in sorted(best))


def some_freedom(rng: Random, program: Program, given: Given) -> Free:
    """Some fields that are known, each with a few other values."""
    free: Free = {}
    size = 1
    for step in program.fields:
        held, choices = given[step.slot], step.type.choices
        if isinstance(held, Absent) or step.constant is not None or rng.random() < 0.2:
            continue
        if step.type.kind is Kind.YES_NO:
            freedom: Freedom = (not held,)
        elif step.type.kind is Kind.CHOICE:
            freedom = tuple(choice for choice in choices if choice != held)
        elif isinstance(held, int) and step.type.kind is not Kind.TEXT:
            freedom = Within(held - rng.choice((0, 2, 4)), held + rng.choice((1, 3)))
        else:
            continue
        size *= 1 + len(options(freedom))
        if size <= LARGEST:
            free[step.slot] = freedom
    return free


def test_a_number_is_found_to_the_cent_and_on_either_side() -> None:
    """25% of an amount, rounded, is € 10,00 from € 39,98 to € 40,01."""
    quarter = build.round_div(build.multiply("omzet", 2500), 10_000)
    program = build.program(
        build.field("omzet", ValueType(Kind.MONEY, minimum=0, maximum=10**9)),
        build.calculation("precies", build.compare(quarter, "=", 1000), kind=Kind.YES_NO),
    )

    def found(omzet: int, wish: Wish) -> object:
        return nearest(program, {"omzet": omzet}, {"omzet": Within(0, 10**9)}, wish, CALENDAR)

    assert Nearest(({"omzet": 3998},), complete=True) == found(0, Turns((False,)))
    assert Nearest(({"omzet": 4001},), complete=True) == found(10**9, Reaches(Comparator.EQUAL, True))
    assert Nearest(({"omzet": 4002}, {"omzet": 3997}), complete=True) == found(4000, Turns((True,)))


def test_a_day_is_found_at_the_end_of_a_short_month() -> None:
    """One month after 31 January 2028 is 29 February."""
    day, last = date(2028, 1, 1).toordinal(), date(2028, 2, 29).toordinal()
    program = build.program(
        build.field("begin", Kind.DATE),
        build.calculation(
            "op_tijd", build.compare(build.add_months("begin", 1), "=", last), kind=Kind.YES_NO
        ),
    )

    assert Nearest(({"begin": day + 28},), complete=True) == nearest(
        program, {"begin": day}, {"begin": Within(day, day + 3650)}, Turns((False,)), CALENDAR
    )


def test_a_requirement_that_would_be_broken_is_kept() -> None:
    program = build.program(
        build.field("uren", ValueType(Kind.COUNT, minimum=0, maximum=50)),
        build.calculation("veel", build.compare("uren", ">=", 20), kind=Kind.YES_NO),
        checks=(build.check(build.compare("uren", "<", 20)),),
    )

    assert Never() == nearest(program, {"uren": 3}, {"uren": Within(0, 50)}, Turns((False,)), CALENDAR)


def test_what_is_unknown_is_not_counted_on() -> None:
    program = build.program(
        build.field("plan"),
        build.field("past"),
        build.calculation("samen", build.both("plan", "past"), kind=Kind.YES_NO),
    )
    given: Given = {"plan": False, "past": Absent.UNKNOWN}

    assert Never() == nearest(program, given, {"plan": (True,)}, Turns((False,)), CALENDAR)


def test_an_unknown_answer_that_would_help_is_told() -> None:
    """With the plan unknown the hours are needed too; the colour never matters."""
    hours = ValueType(Kind.COUNT, minimum=0, maximum=50)
    enough = build.either(build.both("past", "plan"), build.both("past", build.compare("uren", ">=", 20)))
    program = build.program(
        build.field("past"),
        build.field("plan"),
        build.field("kleur"),
        build.field("uren", hours),
        build.calculation(
            "goed", build.both(enough, build.either("kleur", build.no("kleur"))), kind=Kind.YES_NO
        ),
    )
    given: Given = {"past": False, "plan": Absent.UNKNOWN, "kleur": True, "uren": 3}
    free: Free = {"past": (True,), "uren": Within(0, 50)}

    assert Nearest(({"past": True, "uren": 20},), complete=True) == nearest(
        program, given, free, Turns((False,)), CALENDAR
    )
    assert ("plan",) == helped_by(
        program, given, free, Turns((False,)), CALENDAR, unknown=("plan",), fewer_than=2
    )
    assert () == helped_by(program, given, free, Turns((False,)), CALENDAR, unknown=("plan",), fewer_than=1)


def test_too_little_effort_decides_nothing() -> None:
    program = build.program(
        build.field("uren", ValueType(Kind.COUNT, minimum=0, maximum=50)),
        build.calculation("veel", build.compare("uren", ">=", 20), kind=Kind.YES_NO),
    )
    given: Given = {"uren": 3}

    assert isinstance(
        nearest(program, given, {"uren": Within(0, 50)}, Turns((False,)), CALENDAR, effort=1), Undecided
    )


def some_wish(rng: Random, program: Program, now: tuple[Value, ...]) -> Wish:
    """Another outcome, or a value near that of now that the outcome has to reach."""
    type_ = type_of_outcome(program)
    if rng.random() < 0.5:
        return Turns(now)
    if type_.kind is Kind.CHOICE:
        return Reaches(Comparator.EQUAL, rng.choice(CHOICES))
    if type_.kind is Kind.YES_NO:
        return Reaches(Comparator.EQUAL, rng.random() < 0.5)
    near = now[0] if isinstance(now[0], int) else 0
    signs = (Comparator.EQUAL, Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.MORE, Comparator.LESS)
    return Reaches(rng.choice(signs), near + rng.choice((-2, -1, 0, 1, 2)))


@given(st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_the_nearest_changes_are_those_of_trying_every_case(rng: Random) -> None:
    program = random_program(rng)
    case = {**random_case(rng, program)}
    free = some_freedom(rng, program, case)
    now = effective(reference.prepare(program)(case), program.outcome)
    assume(free and all(map(is_definite, now)))
    wish = some_wish(rng, program, now)
    assume(not holds(wish, now, type_of_outcome(program).kind))
    found = nearest(program, case, free, wish, CALENDAR)
    assume(not isinstance(found, Undecided))

    expected = smallest(program, case, free, wish)

    assert expected == (found.changes if isinstance(found, Nearest) else None)
