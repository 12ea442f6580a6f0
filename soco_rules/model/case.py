"""A case: the facts, judgements, letter data and procedure dates of one person, as supplied and not yet typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.diagnostics import Span
from soco_rules.model.values import Role

Written = str | bool | int | None
"""A value as it stands in the file: text in the notation of the rule files, a JSON boolean or integer, or null."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one source says of a fact (`waarde, bron, datum`)."""

    value: Written
    span: Span
    source: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person found (`oordeel`): who, when and why."""

    value: Written
    by: str
    span: Span
    date: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One case. The keys of `facts` and `judgements` are a name and the role for a per-person value (else None).

    `places` tells where each date of the procedure stands. `ranges` has between which whole numbers a fact lies, both
    included, of which it is not known which of them it is.
    """

    agreement: str | None
    facts: Mapping[tuple[str, Role | None], tuple[Report, ...]]
    judgements: Mapping[tuple[str, Role | None], Judgement]
    letter: Mapping[str, object] = field(default_factory=dict)
    procedure: Mapping[str, str] = field(default_factory=dict)
    file: str = "zaak"
    places: Mapping[str, Span] = field(default_factory=dict)
    ranges: Mapping[tuple[str, Role | None], tuple[int, int]] = field(default_factory=dict)
