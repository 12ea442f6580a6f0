"""Totals over the table `uitkomst`: of parties, amounts, months and groups, each row with its head counts."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from soco_rules.simulation.quoting import name as quoted
from soco_rules.simulation.reckon import NOT_APPLICABLE
from soco_rules.simulation.reckon import STATE
from soco_rules.simulation.reckon import UNCERTAIN
from soco_rules.simulation.spread import Heads
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import hidden_among
from soco_rules.simulation.tables import is_small

OLD, NEW = "oud", "nieuw"
EVERYBODY = "''"
"""One group of all rows."""
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


Totals = Mapping[str, Mapping[str, Sum]]
"""For each measure the Sum of every group."""


def sums(
    connection: duckdb.DuckDBPyConnection, measures: Sequence[str], sides: Sequence[str], by: str = EVERYBODY
) -> Totals:
    """The Sum of each measure for every value of an expression over the row `u`, its case `z` and its `overgang`.

    A row that is not applicable in one reading and has an amount in the other counts there as no payment at all.
    First each member is added up in each group, so that members can be counted without a list of them.
    """
    if not measures:
        return {}
    each = [_per_member(measure, sides, number) for number, measure in enumerate(measures)]
    together = [cell for number in range(len(measures)) for cell in _over_members(number, len(sides))]
    cases = " JOIN zaken AS z USING (rij)" if "z." in by else ""
    cases += " JOIN overgang USING (rij)" if "overgang." in by else ""
    found = connection.execute(
        f"SELECT groep, {', '.join(together)} FROM (SELECT coalesce(CAST({by} AS VARCHAR), '{NIET_BEKEND}') AS groep, "
        f"u.lid, {', '.join(cell for cells in each for cell in cells)} FROM uitkomst AS u{cases} GROUP BY ALL) "
        "GROUP BY ALL ORDER BY 1"
    ).fetchall()
    width = 6 + len(sides)
    return {
        measure: {
            group: _sum_of(row[number * width : (number + 1) * width], len(sides)) for group, *row in found
        }
        for number, measure in enumerate(measures)
    }


def total(
    connection: duckdb.DuckDBPyConnection, measures: Sequence[str], sides: Sequence[str]
) -> Mapping[str, Sum]:
    """The Sum of each measure over everybody."""
    return {measure: groups[""] for measure, groups in sums(connection, measures, sides).items()}


def _per_member(measure: str, sides: Sequence[str], number: int) -> tuple[str, ...]:
    """What a measure comes to for one member in one group."""
    amounts = [quoted(f"{side}:{measure}") for side in sides]
    states = [quoted(f"{side}:{measure}{STATE}") for side in sides]
    uncertain = " OR ".join(f"{state} = {UNCERTAIN}" for state in states)
    lacks = " AND ".join(f"{state} = {NOT_APPLICABLE}" for state in states)
    counted = f"NOT ({uncertain}) AND NOT ({lacks})"
    paying = " OR ".join(f"coalesce({amount}, 0) <> 0" for amount in amounts)
    changed = f"coalesce({amounts[0]}, 0) <> coalesce({amounts[-1]}, 0)"
    return (
        f"count(*) FILTER ({counted}) AS telt{number}",
        f"count(*) FILTER (NOT ({uncertain}) AND {lacks}) AS niet{number}",
        f"count(*) FILTER ({uncertain}) AS onzeker{number}",
        f"count(*) FILTER ({counted} AND ({paying})) AS betaalt{number}",
        f"count(*) FILTER ({counted} AND {changed}) AS anders{number}",
        *(f"sum({amount}) FILTER ({counted}) AS som{number}_{side}" for side, amount in enumerate(amounts)),
    )


def _over_members(number: int, sides: int) -> tuple[str, ...]:
    """The cells of one Sum, as `_sum_of` reads them."""
    heads = (f"sum({name}{number})::BIGINT" for name in ("telt", "niet", "onzeker"))
    members = (f"count(*) FILTER ({name}{number} > 0)" for name in ("telt", "betaalt", "anders"))
    amounts = (f"coalesce(sum(som{number}_{side}), 0)::BIGINT" for side in range(sides))
    return (*heads, *members, *amounts)


def _sum_of(cells: Sequence[int], sides: int) -> Sum:
    *heads, old = cells if sides == 1 else cells[:-1]
    return Sum(old, cells[-1] if sides == 2 else None, *heads)


def small_flows(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str], sides: Sequence[str]
) -> tuple[str, ...]:
    """Amounts that too few members have, or too few have a difference in.

    They may not be part of another total of which the other parts are shown.
    """
    found = total(connection, names, sides)
    return tuple(name for name, each in found.items() if each.change_gives_away)


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


def changes(connection: duckdb.DuckDBPyConnection, measure: str) -> Heads:
    """How many members lose and gain over all months; their differences are in the table `verschillen`.

    A member with an uncertain month is in no group: the difference is not known.
    """
    old, new = (quoted(f"{side}:{measure}") for side in (OLD, NEW))
    doubt = " OR ".join(f"{quoted(f'{side}:{measure}{STATE}')} = {UNCERTAIN}" for side in (OLD, NEW))
    connection.execute(
        "CREATE OR REPLACE TABLE verschillen AS SELECT "
        f"CASE WHEN NOT bool_or({doubt}) THEN sum(coalesce({new}, 0) - coalesce({old}, 0))::BIGINT END AS verschil "
        "FROM uitkomst GROUP BY lid"
    )
    (counts,) = connection.execute(
        "SELECT count(*) FILTER (verschil < 0), count(*) FILTER (verschil = 0), count(*) FILTER (verschil > 0), "
        "count(*) FILTER (verschil IS NULL), coalesce(max(abs(verschil)), 0) FROM verschillen"
    ).fetchall()
    return Heads(*counts)


def in_steps(connection: duckdb.DuckDBPyConnection, step: int) -> Mapping[tuple[int, int], int]:
    """The members of the table `verschillen` by direction and the number of whole steps below their difference."""
    found = connection.execute(
        f"SELECT sign(verschil)::INTEGER, (abs(verschil) - 1) // {step}, count(*) FROM verschillen "
        "WHERE verschil <> 0 GROUP BY ALL"
    ).fetchall()
    return {(direction, place): members for direction, place, members in found}


def by_year() -> str:
    """The year of a row."""
    return "CAST(year(DATE '0001-01-01' + CAST(u.maand - 1 AS INTEGER)) AS VARCHAR)"


def by_month() -> str:
    """The month of a row, as jjjj-mm."""
    return "strftime(DATE '0001-01-01' + CAST(u.maand - 1 AS INTEGER), '%Y-%m')"


def by_fact(slot: str) -> str:
    """The value of a fact of a row."""
    return f"z.{quoted(slot)}"
