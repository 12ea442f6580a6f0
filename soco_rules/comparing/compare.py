"""Compare two readings: what is written otherwise, in which cases it matters, which scenarios notice."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from soco_rules.backends import proof
from soco_rules.comparing.changes import Change
from soco_rules.comparing.changes import changes
from soco_rules.comparing.findings import ENDLESS
from soco_rules.comparing.findings import DecisionFinding
from soco_rules.comparing.findings import Limit
from soco_rules.comparing.likeness import clashing
from soco_rules.comparing.rehearsed import Rehearsed
from soco_rules.comparing.rehearsed import rehearsed
from soco_rules.comparing.sides import Side

NO_PROVER = "de bewijzer is er niet; installeer die in de map van soco_rules met: pip install '.[bewijs]'"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that two readings differ in on a reference date. `remarks` are what a reader must know first."""

    old: Side
    new: Side
    day: int
    changes: tuple[Change, ...]
    decisions: tuple[DecisionFinding, ...]
    scenarios: Rehearsed | None
    remarks: tuple[str, ...]


def decisions_of(old: Side, new: Side) -> tuple[str, ...]:
    """Every kind of decision that one of the sides knows."""
    return tuple(dict.fromkeys((*old.compiled.stack.decisions, *new.compiled.stack.decisions)))


def compare(
    old: Side,
    new: Side,
    day: int,
    root: Path | None,
    names: Collection[str],
    *,
    each: Callable[[], None] = lambda: None,
    begin: Callable[[str | None], None] = lambda _: None,
    limit: Limit = ENDLESS,
) -> Comparison:
    """The difference between two readings for the decisions with these names, each of which has its own `limit`.

    `begin` is called with the name of every decision before it is looked at, and with None before the scenarios are
    run; `each` is called after every decision. Without a folder no scenarios are run.
    """
    found: list[DecisionFinding] = []
    if proof.available():
        from soco_rules.comparing.outcomes import compared  # noqa: PLC0415 - needs z3

        for decision in compared(old, new, day, names, limit=limit, begin=begin):
            found.append(decision)
            each()
    else:
        found += [_unproved(old, new, name) for name in names]
    begin(None)
    return Comparison(
        old=old,
        new=new,
        day=day,
        changes=changes(old.compiled.stack, new.compiled.stack),
        decisions=tuple(found),
        scenarios=rehearsed(old, new, root) if root is not None else None,
        remarks=tuple(_remarks(old, new, day, told=root is not None)),
    )


def _unproved(old: Side, new: Side, name: str) -> DecisionFinding:
    before = old.compiled.stack.decisions.get(name)
    after = new.compiled.stack.decisions.get(name)
    known = after or before
    assert known is not None
    only = None if before and after else "oud" if before else "nieuw"
    return DecisionFinding(name, known.title, only, (), "" if only else NO_PROVER)


def _remarks(old: Side, new: Side, day: int, *, told: bool) -> list[str]:
    said = [
        f"{side.label} geldt niet op de peildatum; er is gerekend alsof dat wel zo is."
        for side in (old, new)
        if not _holds_on(side, day)
    ]
    if old.version == new.version and old.on == new.on:
        said.append("Beide kanten zijn dezelfde versie.")
    elif old.reference != new.reference:
        also = " Een scenario van de ene is hier ook op de andere toegepast." if told else ""
        said.append(f"Dit zijn twee overeenkomsten.{also}")
    clashes = clashing(old.compiled, new.compiled)
    said += [f"Niet te vergelijken: {why}." for why in dict.fromkeys(clashes.values())]
    return said


def _holds_on(side: Side, day: int) -> bool:
    version = side.version
    return version.valid_from <= day and (version.valid_to is None or day <= version.valid_to)
