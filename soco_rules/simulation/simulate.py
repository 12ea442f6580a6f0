"""From an order to a report: the readings, the file, the reckoning, the tables."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from soco_rules.backends.sql.profile import UnfitError
from soco_rules.catalogue import finding
from soco_rules.comparing.sides import is_said
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.facts import first_of_month
from soco_rules.model.program import Field
from soco_rules.model.program import Slot
from soco_rules.model.values import Kind
from soco_rules.model.values import spaced
from soco_rules.simulation.cells import MONTH
from soco_rules.simulation.engines import NoSparkError
from soco_rules.simulation.engines import in_duckdb
from soco_rules.simulation.engines import in_spark
from soco_rules.simulation.flows import Flows
from soco_rules.simulation.intake import Caseload
from soco_rules.simulation.intake import fields_of
from soco_rules.simulation.intake import months_in
from soco_rules.simulation.intake import read
from soco_rules.simulation.opening import open_file
from soco_rules.simulation.reading import Findings
from soco_rules.simulation.reading import Part
from soco_rules.simulation.reading import Reading
from soco_rules.simulation.reading import monthly_decisions
from soco_rules.simulation.reading import parts_of
from soco_rules.simulation.reading import with_points_stated
from soco_rules.simulation.reckon import Side
from soco_rules.simulation.reckon import lacking
from soco_rules.simulation.reckon import measures_of
from soco_rules.simulation.reckon import reckon
from soco_rules.simulation.report import Report
from soco_rules.simulation.report import report_of
from soco_rules.simulation.sweep import Range
from soco_rules.simulation.sweep import Sweep
from soco_rules.simulation.sweep import sweep
from soco_rules.simulation.tables import THRESHOLD
from soco_rules.simulation.totals import NEW
from soco_rules.simulation.totals import OLD
from soco_rules.simulation.totals import small_flows
from soco_rules.simulation.transitional import tabulate
from soco_rules.simulation.witness import Witness
from soco_rules.simulation.witness import witnesses
from soco_rules.simulation.workplace import Workplace
from soco_rules.simulation.workplace import workplace

Progress = Callable[[str], None]
MONTH_AT_MOST = 31
"""So many days after a day another month has begun, or begins."""
MOST_GROUPS = 12
"""A fact with more values than this is no group unless it is asked for."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: one or two readings, a file, and what to show of it.

    No `decisions` means every monthly besluit with an amount as its outcome for which the file has columns; no
    `groups` every choice that is asked without a condition.
    """

    readings: tuple[Reading, ...]
    file: Path
    flows: Flows
    decisions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()
    on_spark: bool = False


def simulate(order: Order, progress: Progress = lambda _: None) -> tuple[Report | None, Findings]:
    """The report, with every finding about the readings and the file; None where an error stands in the way.

    What does not fit in the memory of a laptop is worked on in a folder that is gone afterwards.
    """
    with workplace() as place:
        return _simulated(place, order, progress)


def _simulated(place: Workplace, order: Order, progress: Progress) -> tuple[Report | None, Findings]:
    connection = place.connection
    progress("bestand")
    raw, findings = open_file(connection, order.file)
    if raw is None:
        return None, (*findings, *_wrong_points(order))
    months = months_in(connection, raw)
    if not months and MONTH in (name.strip() for name in raw):
        message = f"'{order.file}' heeft geen rij met een maand die te lezen is."
        remedy = "schrijf elke maand als jjjj-mm, zoals 2026-06"
        empty = finding("caseload-leeg", Span(str(order.file)), message, remedy=remedy)
        return None, (empty, *_wrong_points(order))
    sides, findings = _sides(order, months)
    if has_errors(findings):
        return None, findings
    fields = fields_of(program for side in sides for program in side.programs)
    caseload, found = read(connection, order.file, raw, fields, lambda name: progress(f"kolom {name}"))
    findings = (*findings, *found)
    if caseload is None:
        return None, findings
    sides, left_out, found = _possible(order, sides, caseload)
    findings = (*findings, *found)
    groups, found = _groups(order.groups, fields, caseload)
    findings = (*findings, *found)
    if any(one.is_error and one.code != "caseload-rij" for one in findings):
        return None, findings
    try:
        return _reported(
            place,
            order,
            sides=sides,
            caseload=caseload,
            fields=fields,
            groups=groups,
            left_out=left_out,
            progress=progress,
        ), findings
    except UnfitError as error:
        return None, (*findings, *_unfit(order.file, error))
    except NoSparkError:
        message = "Spark start niet; misschien is Java ouder dan 17."
        return None, (*findings, finding("spark-niet-beschikbaar", Span("--motor"), message))


def _reported(
    place: Workplace,
    order: Order,
    *,
    sides: Sequence[Side],
    caseload: Caseload,
    fields: Mapping[Slot, tuple[Field, ...]],
    groups: Sequence[Field],
    left_out: Sequence[str],
    progress: Progress,
) -> Report:
    connection = place.connection
    engine = in_duckdb(connection)
    if order.on_spark:
        progress("Spark start")
        engine = in_spark(connection, place.folder)
    reckon(connection, sides, order.flows, engine, progress)
    flows, told = _shown_flows(connection, order.flows, sides)
    sweeps: tuple[Sweep, ...] = ()
    if order.ranges:
        reading, names = order.readings[-1], tuple(sides[-1].parts)

        def side_for(points: dict[str, str]) -> Side:
            return _side(NEW, with_points_stated(reading, points), names, caseload.months)[0]

        sweeps = tuple(
            sweep(
                connection,
                order.ranges,
                base=sides[0],
                side_for=side_for,
                flows=flows,
                engine=engine,
                progress=lambda text: progress(f"reeks {text}"),
            )
        )
    if order.ranges or flows != order.flows:
        reckon(connection, sides, flows, engine, progress, done=[OLD] if order.ranges else [OLD, NEW])
    law = tabulate(connection, sides, engine)
    progress("rapport")
    shown: tuple[Witness, ...] = ()
    if len(sides) == 2:
        shown = witnesses(connection, caseload, sides, flows, fields)
    return report_of(
        connection,
        caseload,
        sides,
        flows,
        groups=groups,
        sweeps=sweeps,
        witnesses=shown,
        left_out=(*left_out, *told),
        law=law,
    )


def _shown_flows(
    connection: duckdb.DuckDBPyConnection, flows: Flows, sides: Sequence[Side]
) -> tuple[Flows, tuple[str, ...]]:
    """The flows without those of too few members, and that they are left out, as sentences."""
    measures = measures_of(program for side in sides for program in side.programs)
    both = [measure.name for measure in measures if all(measure.name in _names(side) for side in sides)]
    names = [flow.name for flow in flows.known(both).flows]
    small = small_flows(connection, names, [side.name for side in sides])
    told = tuple(
        f"Het bedrag '{spaced(name)}' telt niet mee bij het lid, de coöperatie en de gemeente: "
        f"minder dan {THRESHOLD} leden hebben het, of merken er verschil in."
        for name in small
    )
    return flows.without(small), told


def _names(side: Side) -> frozenset[str]:
    return frozenset(measure.name for measure in measures_of(side.programs))


def _sides(order: Order, months: Sequence[int]) -> tuple[tuple[Side, ...], Findings]:
    """Each reading with its programs; a point of a range is tried at both ends first."""
    sides = []
    findings: list[Diagnostic] = []
    for name, reading in zip((OLD, NEW), order.readings, strict=False):
        known, found = monthly_decisions(reading, months)
        findings += found
        side, found = _side(name, reading, order.decisions or known, months)
        findings += found
        sides.append(side)
    for one in order.ranges:
        for text in (one.texts()[0], one.texts()[-1]):
            tried = with_points_stated(order.readings[-1], {one.point: text})
            findings += monthly_decisions(tried, months[:1])[1]
    for name in order.decisions:
        if not any(side.parts.get(name) for side in sides):
            choices = [each for reading in order.readings for each in monthly_decisions(reading, months)[0]]
            message = f"Er is geen besluit '{name}' over een maand."
            remedy = did_you_mean(name, choices, otherwise=f"kies uit {', '.join(dict.fromkeys(choices))}")
            findings.append(finding("onbekend-besluit", Span("--besluit"), message, remedy=remedy))
    return tuple(sides), tuple(dict.fromkeys(findings))


def _wrong_points(order: Order) -> Findings:
    """What is wrong with the points that are filled otherwise, where the file has no month to look at them in."""
    last = max(
        version.valid_from
        for reading in order.readings
        for versions in reading.workspace.agreements.values()
        for version in (*versions, *((reading.version,) if reading.version else ()))
    )
    _, findings = _sides(order, (first_of_month(last + MONTH_AT_MOST),))
    return tuple(found for found in findings if found.is_error and is_said(found.span.file))


def _side(
    name: str, reading: Reading, decisions: Iterable[str], months: Sequence[int]
) -> tuple[Side, Findings]:
    parts = {}
    findings: list[Diagnostic] = []
    for decision in decisions:
        found_parts, found = parts_of(reading, decision, months)
        findings += found
        monthly = tuple(part for part in found_parts if part.program.decision.monthly)
        if monthly:
            parts[decision] = monthly
    return Side(name, reading, parts), tuple(findings)


def _possible(
    order: Order, sides: Sequence[Side], caseload: Caseload
) -> tuple[tuple[Side, ...], tuple[str, ...], Findings]:
    """The besluiten for which the file has columns on every side; what is left out, as sentences and findings."""
    short: dict[str, tuple[str, ...]] = {}
    for side in sides:
        for decision, parts in side.parts.items():
            names = dict.fromkeys(name for part in parts for name in lacking(part.program, caseload.slots))
            if names:
                short[decision] = tuple(names)
    left_out = tuple(
        f"Niet doorgerekend is het besluit '{spaced(decision)}': het bestand heeft geen kolom {', '.join(names)}."
        for decision, names in short.items()
    )
    kept = tuple(
        Side(
            side.name,
            side.reading,
            {
                decision: tuple(
                    Part(part.program, months)
                    for part in parts
                    if (months := tuple(month for month in part.months if month in caseload.months))
                )
                for decision, parts in side.parts.items()
                if decision not in short
            },
        )
        for side in sides
    )
    at = Span(str(order.file))
    findings = [finding("caseload-onvoldoende", at, line) for line in left_out]
    if not any(side.parts for side in kept):
        findings.append(finding("caseload-niets", at, "Geen enkel besluit is door te rekenen."))
    return kept, left_out, tuple(findings)


def _groups(
    asked: Sequence[str], fields: Mapping[Slot, tuple[Field, ...]], caseload: Caseload
) -> tuple[tuple[Field, ...], Findings]:
    """The facts by which members are grouped."""
    have = [declared[0] for slot, declared in fields.items() if slot in caseload.slots]
    sorted_ = [field for field in have if field.type.kind in {Kind.CHOICE, Kind.YES_NO}]
    if not asked:
        return tuple(
            field
            for field in sorted_
            if field.type.kind is Kind.CHOICE
            and field.gate is None
            and len(field.type.choices) <= MOST_GROUPS
        ), ()
    chosen = {name: next((field for field in sorted_ if field.name == name), None) for name in asked}
    wrong = tuple(
        finding(
            "onbekende-naam",
            Span("--groep"),
            f"'{name}' is geen keuze of ja-nee-gegeven in het bestand.",
            remedy=did_you_mean(name, [field.name for field in sorted_], otherwise=""),
        )
        for name, field in chosen.items()
        if field is None
    )
    return tuple(field for field in chosen.values() if field is not None), wrong


def _unfit(file: Path, error: UnfitError) -> Iterator[Diagnostic]:
    for unfit in error.reasons:
        message = f"De kolom '{unfit.column}' past niet bij een van de lezingen: {unfit.reason} ({unfit.rows} rijen)."
        yield finding("caseload-past-niet", Span(str(file)), message)
