"""Tell in Dutch where a counted value comes from, and why one cannot be counted; never who the others are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from soco_rules.catalogue import finding
from soco_rules.compiler.query import THIS
from soco_rules.compiler.query import Pool
from soco_rules.compiler.query import Query
from soco_rules.compiler.query import Take
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.query import OTHERS
from soco_rules.dossiers.query import Found
from soco_rules.dossiers.query import Row
from soco_rules.model.case import Report
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import in_words
from soco_rules.model.values import is_definite
from soco_rules.model.values import spaced

MOST = 10
"""How many acts are named one by one."""


def source_of(query: Query, found: Found) -> str:
    """Where a counted value comes from, as the source of a report."""
    return _rows(query, found.rows) if query.pool in OTHERS else f"dossier: {_rows(query, found.rows)}"


def by_hand(reports: Iterable[Report], query: Query, found: Found) -> str:
    """What was said instead of what the dossier counts, with what that was."""
    type_ = query.fact.type
    said = " en ".join(_said(report, type_) for report in reports if report.value is not None)
    counted = (
        "niet te tellen"
        if found.value is Absent.UNKNOWN
        else f"{in_words(found.value, type_)} ({_rows(query, found.rows)})"
    )
    return f"opgegeven: {said}; in het dossier: {counted}"


def unknown(number: int, query: Query, found: Found, case: dict[Slot, Value]) -> Diagnostic:
    """Why a definition has no outcome: which row is in doubt, and what is not known of it or of the case itself."""
    row = found.undecided[0]
    of_case = _names(slot for slot in case if not is_definite(case[slot]))
    of_row = _missing(query.row.fields, row) or (() if of_case else _missing(query.row.definitions, row))
    missing = of_row or of_case
    where = _where(query, row) if of_row else "in deze zaak"
    what = " en ".join(f"'{name}'" for name in missing)
    others = len(found.undecided) - 1
    more = f" (en bij nog {others} {'andere' if others > 1 else 'ander'})" if others else ""
    message = (
        f"{named(query.fact.name, query.role)} is niet te tellen: "
        f"{where} {'zijn' if len(missing) > 1 else 'is'} {what} niet bekend{more}."
    )
    return finding("telling-onbekend", Span(f"dossier {number}"), message)


def doubt(query: Query, found: Found, case: dict[Slot, Value]) -> str:
    """Why only the bounds of a count over others are known, without whom it is about."""
    of_case = _names(slot for slot in case if not is_definite(case[slot]))
    if of_case:
        return f"hier {_unknown(of_case)}"
    of_rows = dict.fromkeys(
        name for row in found.undecided for name in _missing(query.row.fields, row)
    ) or dict.fromkeys(name for row in found.undecided for name in _missing(query.row.definitions, row))
    many = len(found.undecided)
    return f"bij {many} {'ander' if many == 1 else 'anderen'} {_unknown(tuple(of_rows))}"


def _unknown(names: tuple[str, ...]) -> str:
    what = " en ".join(f"‘{spaced(name)}’" for name in names)
    return f"{'zijn' if len(names) > 1 else 'is'} {what} niet bekend"


def differs(number: int, query: Query, value: Value, found: Found) -> Diagnostic:
    """That what was supplied is not what the dossier counts."""
    said, counted = in_words(value, query.fact.type), in_words(found.value, query.fact.type)
    message = (
        f"{named(query.fact.name, query.role)} is {said}, "
        f"en het dossier telt {counted} ({_rows(query, found.rows)})."
    )
    discreet = (
        f"{named(query.fact.name, query.role)} is anders dan het dossier telt ({_rows(query, found.rows)})."
    )
    return finding("telling-wijkt-af", Span(f"dossier {number}"), message, discreet=discreet)


def named(name: str, role: Role | None) -> str:
    """A fact between quotes, with whose it is."""
    return f"'{name}' van de {role}" if role else f"'{name}'"


def _said(report: Report, type_: ValueType) -> str:
    value = encoded_as_dutch(str(report.value), type_.kind, type_.words)
    return f"{value} ({report.source})" if report.source else value


def _rows(query: Query, rows: tuple[Row, ...]) -> str:
    if query.pool in OTHERS:  # how many there are is told, and not which
        return f"{query.pool}: {len(rows) or 'geen'} {'tellen' if len(rows) > 1 else 'telt'} mee"
    what, many, which = _words(query)
    if not rows:
        return f"geen {what} {which} meetelt"
    if query.take in {Take.FIRST, Take.LAST}:
        return f"{query.take} {what} {which} meetelt ({_numbers(rows)})"
    return f"{len(rows)} {what if len(rows) == 1 else many} ({_numbers(rows)})"


def _words(query: Query) -> tuple[str, str, str]:
    """What the rows are: one of them, more of them, and the word that refers to one."""
    if query.besluit is None:
        return "factuurregel", "factuurregels", "die"
    name = spaced(query.besluit)
    return f"besluit {name}", f"besluiten {name}", "dat"


def _numbers(rows: tuple[Row, ...]) -> str:
    numbers = [row.acts[0] for row in rows]
    shown = ", ".join(map(str, numbers[:MOST]))
    rest = f" en {len(numbers) - MOST} andere" if len(numbers) > MOST else ""
    return f"nr. {shown}" if len(numbers) == 1 else f"nrs. {shown}{rest}"


def _where(query: Query, row: Row) -> str:
    match query.pool:
        case Pool.DECISIONS:
            return f"in het besluit {spaced(query.besluit or '')} (nr. {row.acts[0]})"
        case Pool.LINES:
            return f"op de factuurregel (nr. {row.acts[0]})"
        case Pool.MEMBERS | Pool.APPLICATIONS:
            return f"in dossier {row.dossier}"
        case _:
            assert_never(query.pool)


def _missing(steps: Iterable[Field | Definition], row: Row) -> tuple[str, ...]:
    """What is not known of a row."""
    return _names(step.slot for step in steps if not is_definite(row.values[step.slot]))


def _names(slots: Iterable[Slot]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slot.removeprefix(THIS).partition("/")[0] for slot in slots))
