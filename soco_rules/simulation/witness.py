"""One case at each end: of an invented caseload a row, of a real one a constructed case that is nobody's.

A constructed case has for each fact what is the most frequent among all members who gain (or lose), amounts rounded
to fifty euros, days to the first of January. It is reckoned anew. There is none for fewer members than the threshold.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from soco_rules.backends.sql.encode import WHY
from soco_rules.model.program import Field
from soco_rules.model.program import Slot
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType
from soco_rules.model.values import in_words
from soco_rules.model.values import spaced
from soco_rules.simulation.engines import in_duckdb
from soco_rules.simulation.flows import MEMBER
from soco_rules.simulation.flows import Flows
from soco_rules.simulation.intake import Caseload
from soco_rules.simulation.intake import column_of
from soco_rules.simulation.reckon import STATE
from soco_rules.simulation.reckon import UNCERTAIN
from soco_rules.simulation.reckon import Side
from soco_rules.simulation.reckon import reckon
from soco_rules.simulation.tables import THRESHOLD
from soco_rules.simulation.totals import NEW
from soco_rules.simulation.totals import OLD

_OLD, _NEW = f'"{OLD}:{MEMBER}"', f'"{NEW}:{MEMBER}"'
_CHANGE = f"(coalesce({_NEW}, 0) - coalesce({_OLD}, 0))"
_CERTAIN = " AND ".join(f'"{side}:{MEMBER}{STATE}" <> {UNCERTAIN}' for side in (OLD, NEW))


@dataclass(frozen=True, slots=True)
class Witness:
    """A case with the amount of the member in both readings; None is no amount at all."""

    title: str
    month: int
    facts: tuple[tuple[str, str], ...]
    old: int | None
    new: int | None


def witnesses(
    connection: duckdb.DuckDBPyConnection,
    caseload: Caseload,
    sides: Sequence[Side],
    flows: Flows,
    fields: Mapping[Slot, tuple[Field, ...]],
) -> tuple[Witness, ...]:
    """The cases at both ends. The tables `zaken` and `uitkomst` hold what they held when this is done."""
    asked = {slot: declared[0] for slot, declared in fields.items() if slot in caseload.slots}
    if caseload.invented:
        return tuple(_row(connection, asked, title, order) for title, order in _ends(connection))
    rows = [_typical(connection, asked, condition) for condition in (f"{_CHANGE} > 0", f"{_CHANGE} < 0")]
    titles = ("Een samengesteld geval dat erop vooruitgaat", "Een samengesteld geval dat erop achteruitgaat")
    return tuple(_constructed(connection, sides, flows, asked, zip(titles, rows, strict=True)))


def _ends(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str]]:
    """The ends that there are: the largest gain, the largest loss."""
    most, least = connection.execute(
        f"SELECT coalesce(max({_CHANGE}), 0), coalesce(min({_CHANGE}), 0) FROM uitkomst WHERE {_CERTAIN}"
    ).fetchall()[0]
    if most > 0:
        yield "Grootste vooruitgang in een maand (verzonnen lid)", "DESC"
    if least < 0:
        yield "Grootste achteruitgang in een maand (verzonnen lid)", "ASC"


def _row(
    connection: duckdb.DuckDBPyConnection, asked: Mapping[Slot, Field], title: str, order: str
) -> Witness:
    found = connection.sql(
        f"SELECT zaken.*, {_OLD} AS _oud, {_NEW} AS _nieuw FROM uitkomst JOIN zaken USING (rij) "
        f"WHERE {_CERTAIN} ORDER BY {_CHANGE} {order}, rij LIMIT 1"
    )
    row = dict(zip(found.columns, found.fetchall()[0], strict=True))
    return _witness(title, row, asked)


def _witness(title: str, row: Mapping[str, object], asked: Mapping[Slot, Field]) -> Witness:
    facts = tuple(
        (spaced(column_of(field)), _shown(row[slot], field.type))
        for slot, field in asked.items()
        if row[slot] is not None and row[slot] not in (0, False)
    )
    month, old, new = row["maand"], row["_oud"], row["_nieuw"]
    assert isinstance(month, int)
    assert isinstance(old, int | None)
    assert isinstance(new, int | None)
    return Witness(title, month, facts, old, new)


def _shown(value: object, type_: ValueType) -> str:
    assert isinstance(value, bool | int | str)
    return f"{value} maanden of dagen" if type_.kind is Kind.DURATION else in_words(value, type_)


def _typical(
    connection: duckdb.DuckDBPyConnection, asked: Mapping[Slot, Field], condition: str
) -> dict[str, object] | None:
    """What is most frequent among the rows of enough members, rounded; None where they are too few."""
    which = f"FROM uitkomst JOIN zaken USING (rij) WHERE {_CERTAIN} AND {condition}"
    members = connection.execute(f"SELECT count(DISTINCT uitkomst.lid) {which}").fetchall()[0][0]
    if members < THRESHOLD:
        return None
    row: dict[str, object] = {}
    for slot, field in asked.items():
        cell = f'"{slot}"'
        how = "mode" if field.type.kind in {Kind.YES_NO, Kind.CHOICE, Kind.TEXT} else "quantile_disc"
        call = f"{how}({cell})" if how == "mode" else f"{how}({cell}, 0.5)"
        enough, value = connection.execute(
            f"SELECT count(DISTINCT uitkomst.lid) FILTER ({cell} IS NOT NULL), {call} {which}"
        ).fetchall()[0]
        told = enough >= THRESHOLD and field.type.kind is not Kind.TEXT  # a text may be about one person
        row[slot] = _rounded(value, field.type.kind) if told else None
    row["maand"] = connection.execute(f"SELECT mode(uitkomst.maand) {which}").fetchall()[0][0]
    return row


def _rounded(value: object, kind: Kind) -> object:
    match value:
        case bool() | str() | None:
            return value
        case int() if kind is Kind.MONEY:
            return (value + 2500) // 5000 * 5000
        case int() if kind is Kind.DATE:
            return date.fromordinal(value).replace(month=1, day=1).toordinal()
        case _:
            return value


def _constructed(
    connection: duckdb.DuckDBPyConnection,
    sides: Sequence[Side],
    flows: Flows,
    asked: Mapping[Slot, Field],
    rows: Iterator[tuple[str, dict[str, object] | None]],
) -> Iterator[Witness]:
    connection.execute("ALTER TABLE zaken RENAME TO alle_zaken")
    connection.execute("ALTER TABLE uitkomst RENAME TO alle_uitkomst")
    for title, row in rows:
        if row is None:
            continue
        connection.execute("CREATE OR REPLACE TABLE zaken AS FROM alle_zaken LIMIT 1")
        for slot in asked:
            connection.execute(
                f'UPDATE zaken SET "{slot}" = ?, "{slot}{WHY}" = ?',
                [row[slot], 3 if row[slot] is None else 0],
            )
        connection.execute("UPDATE zaken SET maand = ?", [row["maand"]])
        reckon(connection, sides, flows, in_duckdb(connection))
        old, new = connection.execute(f"SELECT {_OLD}, {_NEW} FROM uitkomst").fetchall()[0]
        yield _witness(title, {**row, "_oud": old, "_nieuw": new}, asked)
    connection.execute("DROP TABLE IF EXISTS uitkomst")
    connection.execute("DROP TABLE IF EXISTS zaken")
    connection.execute("ALTER TABLE alle_zaken RENAME TO zaken")
    connection.execute("ALTER TABLE alle_uitkomst RENAME TO uitkomst")
