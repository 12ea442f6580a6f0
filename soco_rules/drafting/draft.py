"""A draft: what stands in the heading of an agreement and what has been said of its points so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Point
from soco_rules.model.values import iso_day

NOT_DISCUSSED = "nog niet besproken"
"""Why a point is open that nobody has answered yet: with these words it is asked again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of a point: a value as written with its `bron` or `aanname`, or why it is still open.

    `owner` and `since` (a day as it is written) are those of this assumption alone, where it has others than the file.
    """

    value: str | None = None
    source: str | None = None
    assumption: str | None = None
    open_reason: str | None = None
    owner: str | None = None
    since: str | None = None

    @property
    def is_asked(self) -> bool:
        """Whether the question still has to be put."""
        return self.value is None and self.open_reason in {None, NOT_DISCUSSED}


UNANSWERED = Entry(open_reason=NOT_DISCUSSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What an agreement says of itself. Days are day numbers; `owner` looks after the assumptions since `since`."""

    reference: str
    title: str
    valid_from: int
    builds_on: tuple[str, ...]
    municipality: str
    code: str
    authority: str
    cooperative: str
    owner: str
    since: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An agreement in the making; a point that is not among `entries` has not been answered."""

    heading: Heading
    entries: Mapping[str, Entry]

    def entry(self, name: str) -> Entry:
        """What is said of a point so far."""
        return self.entries.get(name, UNANSWERED)

    def with_entry(self, name: str, entry: Entry) -> Draft:
        """The same draft with this said of a point."""
        return replace(self, entries={**self.entries, name: entry})


def entries_of(agreement: Agreement) -> dict[str, Entry]:
    """What a rule file says of the points of higher layers, so that a draft goes on where it stopped."""
    return {
        name: entry_of(point, agreement) for name, point in agreement.points.items() if point.type is None
    }


def entry_of(point: Point, agreement: Agreement) -> Entry:
    """What a rule file says of one of its points."""
    if point.raw is None:
        return Entry(open_reason=point.open_reason or NOT_DISCUSSED)
    assumed = point.provenance.assumption
    if assumed is None:
        return Entry(point.raw, point.provenance.source)
    own = f"afspraken.{point.name}.aanname"
    return Entry(
        point.raw,
        point.provenance.source,
        assumed.reason,
        owner=assumed.owner if f"{own}.eigenaar" in agreement.spans else None,
        since=iso_day(assumed.date) if f"{own}.datum" in agreement.spans else None,
    )
