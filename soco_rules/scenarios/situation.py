"""What a scenario has said so far, what a step says next, and what can come of it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.compiler.variant import Stated
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.values import Role

Findings = tuple[Diagnostic, ...]
Key = tuple[str, Role | None]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table under a step."""

    text: str
    span: Span


Table = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One step as its author wrote it: the words in its open places, its table, and where it stands."""

    words: Mapping[str, str]
    table: Table
    span: Span


@dataclass(frozen=True, slots=True)
class Said:
    """A text with the place where it was said."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Situation:
    """The case of a scenario as far as it has been told, and the decision once it was asked for.

    Dates are day numbers; `month` is the first day of the month. `names` gives the place of the name beside a value.
    `points` are those that the scenario fills otherwise than the agreement does.
    """

    agreement: Said | None = None
    points: Mapping[str, Stated] = field(default_factory=dict)
    reference_date: int | None = None
    month: int | None = None
    decision_date: int | None = None
    facts: Mapping[Key, tuple[Report, ...]] = field(default_factory=dict)
    judgements: Mapping[Key, Judgement] = field(default_factory=dict)
    names: Mapping[Span, Span] = field(default_factory=dict)
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What a step expected and what was found; `about` is the concept of which the deciding rules matter."""

    expected: str
    found: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A step that cannot be performed as it was written."""

    findings: Findings


Result = Situation | Mismatch | Refused


@dataclass(frozen=True, slots=True)
class Desk:
    """What a scenario asks of the rest: a proposed decision, the text of its letter, what it supposes otherwise."""

    propose: Callable[[Situation, str, Span], tuple[Decision | None, Findings]]
    letter: Callable[[Decision], tuple[str | None, Findings]]
    supposed: Callable[[Situation], Mapping[str, str]]


Act = Callable[[Spoken, Situation, Desk], Result]
