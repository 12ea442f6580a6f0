"""What comparing finds of the besluiten: proved the same, otherwise with a case, or not proved."""

from __future__ import annotations

import time
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum
from math import inf

from soco_rules.model.program import Field
from soco_rules.model.program import Slot
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import Value


class Ruling(StrEnum):
    """How two readings stand to each other."""

    SAME = "gelijk bewezen"
    DIFFERENT = "verschilt"
    UNPROVED = "niet bewezen"


@dataclass(frozen=True, slots=True)
class Limit:
    """How many seconds one decision may take, on a clock that only goes on."""

    seconds: float
    clock: Callable[[], float] = time.monotonic


ENDLESS = Limit(inf)


@dataclass(frozen=True, slots=True)
class Decider:
    """What decided a value on one side: a rule, or None for a calculation; what it rests on; where it stands."""

    concept: str
    rule: str | None
    basis: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Cause:
    """The first step on the way to an outcome that is otherwise in a case: a point, an amount, a fact or a concept."""

    name: str
    role: Role | None
    kind: Kind
    old: Value | None
    new: Value | None
    words: ChoiceWords = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Witness:
    """One case in which the sides differ, with no more answers than it takes; both calculators found the same.

    `calculators` tells how many looked at it. `scenario` has the case as the steps of a scenario.
    """

    old: Value
    new: Value
    reference: int
    decided_on: int
    fields: tuple[Field, ...]
    answers: Mapping[Slot, Value]
    old_by: tuple[Decider, ...]
    new_by: tuple[Decider, ...]
    causes: tuple[Cause, ...]
    calculators: int
    scenario: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomeFinding:
    """One value of a decision, or one of its requirements: `reason` tells what was not proved.

    `words` has what a reader sees of the values of a keuze. Of a requirement the values are whether it holds.
    With `is_complete` every way in which it can differ has its case.
    """

    name: str
    role: Role | None
    kind: Kind
    ruling: Ruling
    witnesses: tuple[Witness, ...] = ()
    reason: str = ""
    is_complete: bool = True
    is_requirement: bool = False
    other_rule: Witness | None = None
    words: ChoiceWords = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class DecisionFinding:
    """One kind of decision; `only` is the side that knows it, where the other does not."""

    name: str
    title: str
    only: str | None
    outcomes: tuple[OutcomeFinding, ...]
    reason: str = ""

    @property
    def ruling(self) -> Ruling:
        """Of all its values: otherwise where one is, and the same only where all are."""
        rulings = {outcome.ruling for outcome in self.outcomes}
        if self.only is not None or Ruling.DIFFERENT in rulings:
            return Ruling.DIFFERENT
        return Ruling.UNPROVED if self.reason or Ruling.UNPROVED in rulings else Ruling.SAME
