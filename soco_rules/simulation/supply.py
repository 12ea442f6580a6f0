"""What an invented caseload is made for, and how it is written as Parquet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path

import duckdb

from soco_rules.backends.sql import duck
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.program import Field
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Kind
from soco_rules.simulation.intake import column_of
from soco_rules.simulation.reading import Findings
from soco_rules.simulation.reading import Reading
from soco_rules.simulation.reading import monthly_decisions
from soco_rules.simulation.reading import parts_of

_TYPES = {Kind.YES_NO: "BOOLEAN", Kind.COUNT: "BIGINT", Kind.MONEY: "DECIMAL(18,2)", Kind.DATE: "DATE"}


def programs_for(
    reading: Reading, decisions: Iterable[str], months: tuple[int, ...]
) -> tuple[Mapping[int, tuple[Program, ...]], Findings]:
    """The programs of each month: of the besluiten that are named, else of all that settle an amount of a month."""
    known, findings = monthly_decisions(reading, months)
    found: dict[int, list[Program]] = {month: [] for month in months}
    wrong: list[Diagnostic] = list(findings)
    for decision in tuple(decisions) or known:
        parts, _ = parts_of(reading, decision, months)
        monthly = [part for part in parts if part.program.decision.monthly]
        if not monthly:
            remedy = did_you_mean(decision, known, otherwise=f"kies uit {', '.join(known)}")
            message = f"Er is geen besluit '{decision}' over een maand."
            wrong.append(finding("onbekend-besluit", Span("--besluit"), message, remedy=remedy))
        for part in monthly:
            for month in part.months:
                found[month].append(part.program)
    if not wrong and not any(found.values()):
        wrong.append(finding("caseload-niets", Span(reading.label), "Er is geen besluit om door te rekenen."))
    return {month: tuple(each) for month, each in found.items()}, tuple(wrong)


def as_parquet(text: str, fields: Mapping[Slot, tuple[Field, ...]], target: Path) -> tuple[Diagnostic, ...]:
    """Write the text of an invented caseload as Parquet, with a type for each column."""
    connection = duck.connect(threads=1)
    types = {}
    for first, *_ in fields.values():
        if first.type.kind in _TYPES and not first.type.may_be_absent:
            types[column_of(first)] = _TYPES[first.type.kind]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "leden.csv"
        file.write_text(text, "utf-8")
        source = connection.read_csv(str(file), all_varchar=True, header=True, sep=",")
        cells = ", ".join(_cell(name, types.get(name)) for name in source.columns)
        source.create_view("leden")
        try:
            quoted = str(target).replace("'", "''")
            connection.execute(f"COPY (SELECT {cells} FROM leden) TO '{quoted}' (FORMAT parquet)")
        except (duckdb.IOException, OSError):
            return (finding("bestand", Span(str(target)), f"'{target}' is niet te schrijven."),)
    return ()


def _cell(name: str, type_: str | None) -> str:
    cell = '"' + name.replace('"', '""') + '"'
    match type_:
        case None:
            return cell
        case "BOOLEAN":
            return f"CASE {cell} WHEN 'ja' THEN true WHEN 'nee' THEN false END AS {cell}"
        case _:
            return f"CAST({cell} AS {type_}) AS {cell}"
