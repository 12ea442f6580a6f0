"""Totals over the table `uitkomst`: of parties, amounts, months and groups, each row with its head counts."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from soco_rules.simulation.reckon import NOT_APPLICABLE
from soco_rules.simulation.reckon import STATE
from soco_rules.simulation.reckon import UNCERTAIN
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import hidden_among
from soco_rules.simulation.tables import is_small

OLD, NEW = "oud", "nieuw"
NIET_BEKEND = "niet bekend"
"""The group of the rows in which the fact of a group is unknown."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What one measure comes to in some rows, with one or two readings.

    `counted` are the rows with an amount in every reading that is reckoned; only those are added, so that two totals
    are about the same rows. `members` have such a row, `paying` of them one that is not zero, `changed` one in which
    the amounts differ.
    """

    old: int
    new: int | None
    counted: int
    lacking: int
    uncertain: int
    members: int
    paying: int
    changed: int

    @property
    def change(self) -> int | None:
        """New minus old."""
        return None if self.new is None else self.new - self.old

    @property
    def gives_away(self) -> bool:
        """Whether the total itself tells about too few members."""
        return is_small(self.members) or is_small(self.paying)

    @property
    def change_gives_away(self) -> bool:
        """Whether the difference tells about too few members."""
        return self.gives_away or is_small(self.changed)


def sums(
    connection: duckdb.DuckDBPyConnection, measure: str, sides: Sequence[str], by: str = "''"
) -> Mapping[str, Sum]:
    """The Sum of a measure for every value of an expression over the row `u` and its case `z`.

    A row that is not applicable in one reading and has an amount in the other counts there as no payment at all.
    """
    amounts = [_q(f"{side}:{measure}") for side in sides]
    states = [_q(f"{side}:{measure}{STATE}") for side in sides]
    uncertain = " OR ".join(f"{state} = {UNCERTAIN}" for state in states)
    lacks = " AND ".join(f"{state} = {NOT_APPLICABLE}" for state in states)
    counted = f"NOT ({uncertain}) AND NOT ({lacks})"
    paying = " OR ".join(f"coalesce({amount}, 0) <> 0" for amount in amounts)
    changed = f"coalesce({amounts[0]}, 0) <> coalesce({amounts[-1]}, 0)"
    totals = ", ".join(
        f"coalesce(sum(coalesce({amount}, 0)) FILTER ({counted}), 0)::BIGINT" for amount in amounts
    )
    found = connection.execute(
        f"SELECT coalesce(CAST({by} AS VARCHAR), '{NIET_BEKEND}') AS groep, count(*) FILTER ({counted}), "
        f"count(*) FILTER (NOT ({uncertain}) AND {lacks}), count(*) FILTER ({uncertain}), "
        f"count(DISTINCT u.lid) FILTER ({counted}), "
        f"count(DISTINCT u.lid) FILTER ({counted} AND ({paying})), "
        f"count(DISTINCT u.lid) FILTER ({counted} AND {changed}), {totals} "
        "FROM uitkomst AS u JOIN zaken AS z USING (rij) GROUP BY 1 ORDER BY 1"
    ).fetchall()
    return {
        group: Sum(totals[0], totals[1] if len(totals) > 1 else None, *heads)
        for group, *heads, totals in ((row[0], *row[1:7], row[7:]) for row in found)
    }


def small_flows(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str], sides: Sequence[str]
) -> tuple[str, ...]:
    """Amounts that too few members have, or too few have a difference in.

    They may not be part of another total of which the other parts are shown.
    """
    found = {name: next(iter(sums(connection, name, sides).values())) for name in names}
    return tuple(name for name, total in found.items() if total.change_gives_away)


def money_cells(total: Sum, *, hide: bool = False) -> tuple[Cell, ...]:
    """Old, and with two readings new and the difference; hidden where it tells about too few."""
    if total.counted == 0:
        return (None,) if total.new is None else (None, None, None)
    old: Cell = HIDDEN if hide or total.gives_away else total.old
    if total.new is None:
        return (old,)
    if hide or total.change_gives_away:
        return (old, HIDDEN, HIDDEN)
    return (old, total.new, total.change)


def head_counts(total: Sum) -> tuple[Cell, ...]:
    """Rows with an amount, without one, and uncertain, of which the first two are about people."""
    counts = (total.counted, total.lacking)
    hidden = hidden_among((*counts, total.uncertain)) if any(map(is_small, counts)) else frozenset()
    return tuple(
        HIDDEN if place in hidden else count for place, count in enumerate((*counts, total.uncertain))
    )


def hidden_rows(found: Sequence[Sum]) -> frozenset[int]:
    """The rows of a table with a total that must be hidden: few members, or few with a difference."""
    counts = ([total.members for total in found], [total.paying for total in found])
    changing = [total.changed for total in found]
    return frozenset().union(*map(hidden_among, (*counts, changing)))


def spread(connection: duckdb.DuckDBPyConnection, measure: str) -> tuple[tuple[int, ...], int]:
    """The difference of each member over all months, and the number of members with an uncertain month.

    Such a member is in no group: the difference is not known.
    """
    old, new = (_q(f"{side}:{measure}") for side in (OLD, NEW))
    doubt = " OR ".join(f"{_q(f'{side}:{measure}{STATE}')} = {UNCERTAIN}" for side in (OLD, NEW))
    found = connection.execute(
        f"SELECT sum(coalesce({new}, 0) - coalesce({old}, 0))::BIGINT, bool_or({doubt}) FROM uitkomst "
        "GROUP BY lid ORDER BY 1"
    ).fetchall()
    known = tuple(change for change, doubtful in found if not doubtful)
    return known, len(found) - len(known)


def by_year() -> str:
    """The year of a row."""
    return "CAST(year(DATE '0001-01-01' + CAST(u.maand - 1 AS INTEGER)) AS VARCHAR)"


def by_month() -> str:
    """The month of a row, as jjjj-mm."""
    return "strftime(DATE '0001-01-01' + CAST(u.maand - 1 AS INTEGER), '%Y-%m')"


def by_fact(slot: str) -> str:
    """The value of a fact of a row."""
    return f"z.{_q(slot)}"


def _q(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
