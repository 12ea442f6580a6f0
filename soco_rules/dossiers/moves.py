"""The stand of a participant, from the adopted decisions that moved it and the day on which each of them did."""

from __future__ import annotations

from typing import NamedTuple

from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.present import revoked_in
from soco_rules.facts import last_of_month
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import AdoptedInShort
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import MadeKnown
from soco_rules.model.dossier import Moves
from soco_rules.model.values import parse_date

ACTS = frozenset({Act.ADOPTION, Act.MADE_KNOWN, Act.OBJECTION_DECIDED})
"""The acts from which the stand is read."""


class Move(NamedTuple):
    """A stand that was reached: the adoption that led to it, and from which day, as a day number."""

    entry: Entry
    state: str
    day: int


def moves_of(dossier: Dossier) -> tuple[Move, ...]:
    """Every move of the stand, in the order in which each began to work; see `model.dossier.Moves`.

    What was revoked on an objection moved nothing.
    """
    known, revoked = _made_known(dossier), revoked_in(dossier)
    found: list[tuple[int, Move]] = []
    for entry, adopted in adoptions(dossier):
        if adopted.state is None or entry.number in revoked:
            continue
        match adopted.moves, known.get(entry.number):
            case Moves.ADOPTED, _:
                found.append((entry.number, Move(entry, adopted.state, parse_date(adopted.date))))
            case Moves.SENT, None:
                found.append((entry.number, Move(entry, adopted.state, parse_date(adopted.sent_on))))
            case Moves.SENT, (_, day):
                found.append((entry.number, Move(entry, adopted.state, day)))
            case Moves.MADE_KNOWN, (first, day):
                found.append((first, Move(entry, adopted.state, day)))
            case _:
                pass  # nobody made it known yet
    return tuple(move for _, move in sorted(found, key=lambda each: each[0]))


def pending_of(dossier: Dossier) -> tuple[tuple[Entry, AdoptedInShort], ...]:
    """The decisions that stand and move nothing yet, because nobody made them known (Awb 3:40)."""
    known = _made_known(dossier)
    return tuple(
        (each.entry, each.short)
        for each in adopted_of(dossier)
        if each.short.state is not None
        and each.short.moves is Moves.MADE_KNOWN
        and each.entry.number not in known
    )


def pending_state(dossier: Dossier) -> str | None:
    """The stand that is reached once the last of those decisions is made known; None where none waits for that."""
    return next((short.state for _, short in reversed(pending_of(dossier))), None)


def state_of(dossier: Dossier, states: tuple[str, ...]) -> str | None:
    """The stand: what the last adoption that moved it made of it, and before that the first of `states`.

    It is the stand as known now, whatever the reference date: a place that was taken yesterday is taken, also for who
    counts the places of last month. None where the agreement has no standen.
    """
    moved = moved_by(dossier)
    return moved.state if moved else next(iter(states), None)


def moved_by(dossier: Dossier) -> Move | None:
    """What moved the stand last; None while nothing did."""
    return next(reversed(moves_of(dossier)), None)


def timeline(dossier: Dossier, states: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """The stands that a dossier has had, each with the day on which it was reached; the first has day 0."""
    moves = ((move.day, move.state) for move in moves_of(dossier))
    return (*((0, state) for state in states[:1]), *moves)


def moved_in_month(
    dossier: Dossier, states: tuple[str, ...], about: frozenset[str], month: int
) -> tuple[Entry | None, str] | None:
    """The stand for a decision about a month, with the adoption that led to it; None for who had none.

    Who left in March, or in April when March is settled, was a member in March. So it is the last stand in the month
    that decisions about months are `about`, else the last of the month. `month` is the day number of its first day.
    """
    moves: list[tuple[int, Entry | None, str]] = [(0, None, state) for state in states[:1]]
    moves += [(move.day, move.entry, move.state) for move in moves_of(dossier)]
    last = last_of_month(month)
    ends = [*(day for day, _, _ in moves[1:]), last]
    held = [
        (entry, state)
        for (begun, entry, state), end in zip(moves, ends, strict=bool(moves))
        if begun <= last and end >= month
    ]
    fitting = [each for each in held if each[1] in about] or held
    return fitting[-1] if fitting else None


def _made_known(dossier: Dossier) -> dict[int, tuple[int, int]]:
    """By the number of an adoption, which act said first that it was made known, and on which day that was last."""
    found: dict[int, tuple[int, int]] = {}
    for entry, said in contents(dossier, MadeKnown):
        first, _ = found.get(said.adoption, (entry.number, 0))
        found[said.adoption] = (first, parse_date(said.date))
    return found
