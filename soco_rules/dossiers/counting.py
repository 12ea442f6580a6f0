"""A book made ready for a besluit: what is the same for every dossier is found once, and again where acts came."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.compiler.query import Pool
from soco_rules.dossiers.moves import ACTS as MOVING
from soco_rules.dossiers.plan import Plan
from soco_rules.dossiers.plan import known_in
from soco_rules.dossiers.plan import row_in
from soco_rules.dossiers.plan import said_itself
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import known_through
from soco_rules.dossiers.query import OTHERS
from soco_rules.dossiers.query import Found
from soco_rules.dossiers.query import Row
from soco_rules.dossiers.query import Runner
from soco_rules.dossiers.query import can_count
from soco_rules.dossiers.query import run
from soco_rules.facts import Dates
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.program import Slot
from soco_rules.model.values import Value

ACTS = frozenset({Act.OPENED, Act.FACT, Act.JUDGEMENT, Act.ERASED}) | MOVING
"""The acts by which a dossier counts for others."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A book made ready to gather from on some dates: what is the same for every dossier is found once.

    `given` has what the agreement and the dates say themselves, by the slot of a runner's fact; `own` that for the
    case. `rows` has the dossiers that can still count, in the order of their numbers; `totals` what they come to, by
    slot and round, where nothing of the case being decided is read. `knowledge` is the moment of the last act of all.
    The book itself needs no more than the dossiers that are decided on.
    """

    plan: Plan
    book: Book
    dates: Dates
    knowledge: str
    own: Mapping[Slot, Value]
    given: Mapping[Slot, Mapping[Slot, Value]]
    rows: Mapping[Slot, tuple[Row, ...]]
    rounds: Mapping[int, str | None]
    totals: Mapping[tuple[Slot, str | None], Found]


def count_in(plan: Plan, book: Book, dates: Dates) -> Counted:
    """A book made ready for a plan: whatever is the same for each of its dossiers on these dates."""
    dates = dates.monthly() if plan.besluit.monthly else dates
    nothing = Counted(
        plan=plan,
        book=book,
        dates=dates,
        knowledge=known_through(book),
        own=said_itself(plan.known, dates),
        given={runner.query.slot: said_itself(runner.query.row, dates) for runner in plan.runners},
        rows={runner.query.slot: () for runner in _among(plan)},
        rounds={},
        totals={},
    )
    return recounted(nothing, book.dossiers.values())


def recounted(counted: Counted, dossiers: Iterable[Dossier]) -> Counted:
    """What was counted, with some dossiers as they are now; one without acts is not there.

    It is what `count_in` makes of the book with these in it; `book` and `knowledge` are left as they were.
    """
    plan, among = counted.plan, _among(counted.plan)
    if not among:
        return counted
    touched = {dossier.number: dossier for dossier in dossiers}
    # who was erased is no longer one of them
    there = [each for each in touched.values() if each.entries and not is_erased(each)]
    known = [known_in(plan.compiled, dossier) for dossier in there]
    rows = {}
    for runner in among:
        slot = runner.query.slot
        fresh = (row_in(runner, counted.given[slot], each, counted.dates) for each in known)
        rest = (row for row in counted.rows[slot] if row.dossier not in touched)
        counting = (*rest, *(row for row in fresh if can_count(row)))
        rows[slot] = tuple(sorted(counting, key=lambda row: row.dossier))
    others = {number: name for number, name in counted.rounds.items() if number not in touched}
    rounds = others | {each.dossier.number: each.round_name for each in known}
    return replace(counted, rows=rows, rounds=rounds, totals=_totals(among, rows, rounds))


def _among(plan: Plan) -> tuple[Runner, ...]:
    return tuple(runner for runner in plan.runners if runner.query.pool in OTHERS)


def _totals(
    among: tuple[Runner, ...], rows: Mapping[Slot, tuple[Row, ...]], rounds: Mapping[int, str | None]
) -> dict[tuple[Slot, str | None], Found]:
    """What the definitions come to that are the same for every dossier, of a round or of all together."""
    totals = {}
    for runner in among:
        if runner.whole is None:
            slot, in_rounds = runner.query.slot, runner.query.pool is Pool.APPLICATIONS
            grouped: dict[str | None, list[Row]] = (
                {name: [] for name in rounds.values()} if in_rounds else {None: []}
            )
            for row in rows[slot]:
                grouped[rounds[row.dossier] if in_rounds else None].append(row)
            totals.update({(slot, name): run(runner, group, {}) for name, group in grouped.items()})
    return totals
