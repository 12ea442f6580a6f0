"""Ask whether some case of an Encoding makes a formula true, and read that case back as values."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import z3

from soco_rules.backends.proof.calendar import Calendar
from soco_rules.backends.proof.calendar import corrections
from soco_rules.backends.proof.encode import REFERENCE
from soco_rules.backends.proof.encode import Application
from soco_rules.backends.proof.encode import Encoding
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.backends.proof.symbolic import Symbolic
from soco_rules.model.program import Field
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value

EFFORT = 40_000_000
"""How much work one look may take, in the steps that z3 counts: some seconds, and the same on every machine."""
WISHING = 20
"""So many times less work may one wish take: it makes a case nicer to read, and no truer."""
LOOKED_UP = 60
"""How often a case is set aside because its dates are not in the calendar."""


@dataclass(frozen=True, slots=True)
class Never:
    """No case does it: proved."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """Neither proved nor refuted, with the reason in Dutch."""

    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """A case that does it: its reference date, and a value for every free field that it is about."""

    reference: int
    values: Mapping[Slot, Value]


OVERTIME = Undecided("de tijd was op")
"""The answer to a question for which no time was left."""

Uses = tuple[Application, ...]
Answer = Never | Undecided | Found


def version() -> str:
    """Which z3 does the work."""
    return str(z3.get_version_string())


def ask(
    encoding: Encoding,
    claim: Formula,
    about: Collection[Slot],
    calendar: Calendar,
    *,
    wishes: Iterable[Formula] = (),
    effort: int = EFFORT,
    is_over: Callable[[], bool] = lambda: False,
) -> Answer:
    """Whether some case makes the claim true; as many of the wishes as can be, from the first on, hold in it.

    `about` are the steps that the claim rests on: what is known of others is left out.

    A case in which a date is not what the calendar gives is set aside with what the calendar gives, and asked again.

    Once `is_over` says so nothing more is asked: the answer is `OVERTIME`, or the case that was found with the wishes
    that hold in it by then.
    """
    return Asked(encoding, claim, about, calendar, effort=effort, is_over=is_over).case(wishes=wishes)


class Asked:
    """A claim that can be asked about several times, each time with something more."""

    def __init__(
        self,
        encoding: Encoding,
        claim: Formula,
        about: Collection[Slot],
        calendar: Calendar,
        *,
        effort: int = EFFORT,
        is_over: Callable[[], bool] = lambda: False,
    ) -> None:
        self._encoding, self._about, self._calendar = encoding, about, calendar
        self._effort, self._is_over = effort, is_over
        self._uses = tuple(use for use in encoding.calendar if use.owner is None or use.owner in about)
        # What z3.Solver does beforehand takes a hundred times as long as most of these claims.
        self._solver = z3.SimpleSolver()
        self._solver.set("rlimit", effort)
        self._solver.add(claim, encoding.window)
        self._solver.add(*(bound for slot in about for bound in encoding.bounds.get(slot, ())))
        self._solver.add(*(bound for use in self._uses for bound in use.bounds))

    def case(self, *more: Formula, wishes: Iterable[Formula] = ()) -> Answer:
        """As `ask`, of the cases for which these formulas hold as well."""
        uses, solver, calendar = self._uses, self._solver, self._calendar
        for _ in range(LOOKED_UP):
            if self._is_over():
                return OVERTIME
            found = solver.check(*more)
            if found == z3.unsat:
                return Never()
            if found == z3.unknown:
                return Undecided("het rekenwerk werd te groot")
            model = solver.model()
            if _corrected(uses, solver, model, calendar):
                if solver.check(*more, *_same_days(uses, model)) != z3.sat:
                    continue
                model = solver.model()
                if _corrected(uses, solver, model, calendar):
                    continue
            return _case(self._encoding, self._about, self._as_wished(model, wishes, more))
        return Undecided("het hangt af van rekenen met maanden en jaren, en daarvoor zijn er te veel datums")

    def _as_wished(
        self, model: z3.ModelRef, wishes: Iterable[Formula], more: Iterable[Formula]
    ) -> z3.ModelRef:
        """The model in which as many wishes hold as can be, one after the other, with less work than asking takes."""
        self._solver.set("rlimit", max(1, self._effort // WISHING))
        held = list(more)
        for wish in wishes:
            if self._is_over():
                break
            if z3.is_true(model.eval(wish, model_completion=True)):
                held.append(wish)
            elif nicer := self._nicer([*held, wish], list(_same_days(self._uses, model))):
                held.append(wish)
                model = nicer
        self._solver.set("rlimit", self._effort)
        return model

    def _nicer(self, wished: list[Formula], days: list[Formula]) -> z3.ModelRef | None:
        """A model in which what is wished holds and every date is right: with other days, else with the same."""
        for pinned in ([], days, days):
            if self._solver.check(*wished, *pinned) != z3.sat:
                return None
            model = self._solver.model()
            if not _corrected(self._uses, self._solver, model, self._calendar):
                return model
        return None


def is_possible(encoding: Encoding, formula: Formula, about: Collection[Slot]) -> bool:
    """Whether it is certain that some values of these slots make the formula true, whatever the calendar gives."""
    solver = z3.SimpleSolver()
    solver.set("rlimit", EFFORT)
    solver.add(formula, *(bound for slot in about for bound in encoding.bounds.get(slot, ())))
    return bool(solver.check() == z3.sat)


def _corrected(uses: Uses, solver: z3.Solver, model: z3.ModelRef, calendar: Calendar) -> bool:
    """Whether the model had a date wrong; the solver then knows what it should have been."""
    corrections = list(_corrections(uses, model, calendar))
    solver.add(*corrections)
    return bool(corrections)


def _corrections(uses: Uses, model: z3.ModelRef, calendar: Calendar) -> Iterator[Formula]:
    for use in uses:
        arguments = [_number(model, argument) for argument in use.arguments]
        true = calendar[use.name](*arguments)
        inside = not isinstance(true, Absent)
        right = z3.is_true(model.eval(use.inside, model_completion=True)) is inside
        if not right or (inside and _number(model, use.result) != true):
            yield from corrections(use, arguments, calendar)


def _same_days(uses: Uses, model: z3.ModelRef) -> Iterator[Formula]:
    """The days that were asked of the calendar, which now gives them right: often the rest of the case can follow."""
    for use in uses:
        for argument in use.arguments:
            if z3.is_const(argument) and argument.decl().kind() == z3.Z3_OP_UNINTERPRETED:
                yield argument == _number(model, argument)


def _case(encoding: Encoding, about: Collection[Slot], model: z3.ModelRef) -> Found:
    fields = {step.slot: step for step in encoding.program.fields}
    values = {
        slot: _value(fields[slot], symbolic, model, encoding.texts)
        for slot, symbolic in encoding.free.items()
        if slot in about
    }
    return Found(_number(model, REFERENCE), values)


def _value(declared: Field, symbolic: Symbolic, model: z3.ModelRef, texts: tuple[str, ...]) -> Value:
    for absence, formula in symbolic.absences.items():
        if z3.is_true(model.eval(formula, model_completion=True)):
            return absence
    if declared.type.kind is Kind.YES_NO:
        return bool(z3.is_true(model.eval(symbolic.value, model_completion=True)))
    number = _number(model, symbolic.value)
    match declared.type.kind:
        case Kind.CHOICE:
            return texts[number]
        case Kind.TEXT:
            return texts[number] if 0 <= number < len(texts) else declared.name
        case _:
            return number


def _number(model: z3.ModelRef, expression: Any) -> int:  # noqa: ANN401 - z3 ships no types
    return int(model.eval(expression, model_completion=True).as_long())
