"""Data about persons in a file of members: burgerservicenummers and mail addresses, which have no place there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

import duckdb

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.bsn import is_bsn
from soco_rules.simulation.opening import ROW
from soco_rules.simulation.quoting import literal
from soco_rules.simulation.quoting import name as quoted

_NUMBER = "burgerservicenummer"
_MAIL = "mailadres"
_BETWEEN = r"[ .-]"
_ADDRESS = r"[^@\s]+@[^@\s]+\.[^@\s]+"
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
ROWS_NAMED = 5
"""So many rows of one column are named."""


def taken_out(connection: duckdb.DuckDBPyConnection, file: str, raw: Sequence[str]) -> tuple[Diagnostic, ...]:
    """What there is about persons in a file that is opened; its rows are taken out of the table `ruw`.

    No message has such a number or address in it.
    """
    return (*_in_the_head(file, raw), *_in_the_rows(connection, file, raw))


def kind_in(cell: str) -> str:
    """Which data about a person a cell holds, as an expression of the database; NULL where it holds none."""
    digits = f"regexp_replace({cell}, {literal(_BETWEEN)}, '', 'g')"
    total = " + ".join(
        f"{weight} * CAST({digits}[{place}] AS INTEGER)" for place, weight in enumerate(_WEIGHTS, 1)
    )
    return (
        f"CASE WHEN regexp_full_match({cell}, {literal(_ADDRESS)}) THEN {literal(_MAIL)} "
        f"WHEN regexp_full_match({digits}, '[0-9]{{9}}') AND {digits} <> '000000000' "
        f"THEN CASE WHEN ({total}) % 11 = 0 THEN {literal(_NUMBER)} END END"
    )


def _in_the_head(file: str, raw: Sequence[str]) -> Iterator[Diagnostic]:
    for number, name in enumerate(raw, 1):
        kind = (
            _MAIL if re.fullmatch(_ADDRESS, name) else _NUMBER if is_bsn(re.sub(_BETWEEN, "", name)) else ""
        )
        if kind:
            at = Span(file, 1, number, 1, number + 1)
            message = (
                f"Rij 1, kolom {number}: in de kop staat een {kind}. Er is niets van het bestand gebruikt."
            )
            yield finding("caseload-persoon", at, message)


def _in_the_rows(
    connection: duckdb.DuckDBPyConnection, file: str, raw: Sequence[str]
) -> Iterator[Diagnostic]:
    kinds = [(number, name, kind_in(f"ruw.{quoted(name)}")) for number, name in enumerate(raw, 1)]
    connection.execute("CREATE OR REPLACE TABLE personen (rij BIGINT, kolom INTEGER, soort VARCHAR)")
    for number, _, kind in kinds:
        connection.execute(
            f"INSERT INTO personen SELECT {quoted(ROW)}, {number}, {kind} FROM ruw WHERE ({kind}) IS NOT NULL"
        )
    connection.execute(f"DELETE FROM ruw WHERE {quoted(ROW)} IN (SELECT rij FROM personen)")
    found = connection.execute(
        f"SELECT kolom, soort, count(*), min(rij) AS eerste, min(rij, {ROWS_NAMED}) FROM personen "
        "GROUP BY kolom, soort ORDER BY eerste, kolom"
    ).fetchall()
    for number, kind, times, first, rows in found:
        at = Span(file, first + 1, number, first + 1, number + 1)
        named = ", ".join(str(row + 1) for row in rows)
        more = f" en {times - len(rows)} andere" if times > len(rows) else ""
        message = (
            f"Rij {named}{more}, kolom '{raw[number - 1]}': hier staat een {kind}. "
            "Er is niets van het bestand gebruikt."
        )
        yield finding("caseload-persoon", at, message)
