"""What two readings say otherwise: each point, amount, fact, concept, rule, besluit and eis, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from soco_rules.comparing.parts import Parts
from soco_rules.comparing.parts import Said
from soco_rules.comparing.parts import Sort
from soco_rules.comparing.parts import Thing
from soco_rules.comparing.parts import things
from soco_rules.compiler.layers import Stack


class Fate(StrEnum):
    """What became of something."""

    ADDED = "nieuw"
    DROPPED = "vervallen"
    CHANGED = "gewijzigd"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that is otherwise: None on the side that does not have it."""

    part: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise in one thing, and where it stands on both sides.

    `meaning` are the parts that a decision can rest on, `words` only how it is told and where it comes from. `within`
    is the concept of a rule. `old_source` and `new_source` tell what each side rests on.
    """

    sort: Sort
    name: str
    within: str | None
    fate: Fate
    meaning: tuple[Difference, ...]
    words: tuple[Difference, ...]
    old_place: str | None
    new_place: str | None
    old_source: str
    new_source: str

    @property
    def is_words_only(self) -> bool:
        """Whether it means the same."""
        return self.fate is Fate.CHANGED and not self.meaning


def changes(before: Stack, after: Stack) -> tuple[Change, ...]:
    """Everything that two stacks say otherwise, in the order of the newer file and what was dropped last."""
    return tuple(_changes(things(before), things(after)))


def _changes(
    before: Mapping[tuple[str, ...], Thing], after: Mapping[tuple[str, ...], Thing]
) -> Iterator[Change]:
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        meaning = tuple(_differences(old.meaning if old else {}, new.meaning if new else {}))
        words = tuple(_differences(old.words if old else {}, new.words if new else {}))
        if old and new and not (meaning or words):
            continue
        known = new or old
        assert known is not None
        yield Change(
            sort=known.sort,
            name=known.name,
            within=known.within,
            fate=Fate.CHANGED if old and new else Fate.ADDED if new else Fate.DROPPED,
            meaning=meaning,
            words=words,
            old_place=old.place if old else None,
            new_place=new.place if new else None,
            old_source=old.source if old else "",
            new_source=new.source if new else "",
        )


def _differences(old: Parts, new: Parts) -> Iterator[Difference]:
    for part in dict.fromkeys((*old, *new)):
        one, other = old.get(part), new.get(part)
        if (one and one.key) != (other and other.key):
            yield Difference(part, _shown(one), _shown(other))


def _shown(said: Said | None) -> str | None:
    return said.shown if said else None
