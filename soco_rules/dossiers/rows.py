"""The values that a dossier gives: of a fact on a day, of an adopted decision, of an invoice line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache
from typing import TypeVar

from soco_rules.compiler.program import DATES
from soco_rules.compiler.query import Query
from soco_rules.diagnostics import Span
from soco_rules.dossiers.assessors import of_each
from soco_rules.dossiers.assessors import together
from soco_rules.dossiers.moves import ACTS as MOVING
from soco_rules.dossiers.moves import moved_by
from soco_rules.dossiers.present import Judged
from soco_rules.dossiers.present import Key
from soco_rules.dossiers.present import Line
from soco_rules.dossiers.present import Reported
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import holding
from soco_rules.dossiers.present import in_force
from soco_rules.dossiers.present import judgements_by_name
from soco_rules.dossiers.present import last_judgement
from soco_rules.dossiers.present import lines_of
from soco_rules.dossiers.present import reports_by_name
from soco_rules.dossiers.present import round_of
from soco_rules.facts import STATE
from soco_rules.facts import Dates
from soco_rules.facts import last_of_month
from soco_rules.facts import outside_bounds
from soco_rules.facts import read_written
from soco_rules.model.agreement import Several
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.case import Written
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_value


@dataclass(frozen=True, slots=True)
class Known:
    """A dossier read once: its reports and judgements by name, its stand with the act that gave it, its round.

    `adoptions` has only the acts from which the stand and what was decided are read, `invoiced` the invoice lines.
    """

    dossier: Dossier
    adoptions: Dossier
    invoiced: Dossier
    reports: Mapping[Key, tuple[Reported, ...]]
    judgements: Mapping[Key, tuple[Judged, ...]]
    state: str | None
    state_act: int
    round_name: str | None
    several: Mapping[str, Several] = field(default_factory=dict)
    """How the judgements of several persons become one, by name; where nothing is said the newest counts."""

    def adopted(self) -> Mapping[str, tuple[Standing, ...]]:
        """The adopted decisions that stand, by the besluiten that they stand for."""
        found: dict[str, list[Standing]] = {}
        for standing in adopted_of(self.adoptions):
            for besluit in standing.besluiten:
                found.setdefault(besluit, []).append(standing)
        return {besluit: tuple(standing) for besluit, standing in found.items()}

    def lines(self) -> tuple[Line, ...]:
        """The invoice lines that count."""
        return lines_of(self.invoiced)


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of one field, by the dossier and by hand, and what that comes to.

    `acts` are those of the dossier; `is_by_hand` tells that a person supplied something now. `is_said` tells that there
    is a value, also one that contradicts another or cannot be read: `value` is unknown then, and binding finds it.
    """

    value: Value
    reports: tuple[Report, ...] = ()
    judgement: Judgement | None = None
    acts: tuple[int, ...] = ()
    is_by_hand: bool = False
    is_said: bool = True


Said = TypeVar("Said", Reported, Judged)
NOTHING = Given(Absent.UNKNOWN, is_said=False)


def known_of(
    dossier: Dossier, states: tuple[str, ...], several: Mapping[str, Several] | None = None
) -> Known:
    """A dossier read once, for any number of questions."""
    parts = _by_act(dossier)
    moving = _of(dossier, MOVING)
    moved = moved_by(moving)
    opened = dossier.entries[0].number if dossier.entries else 0
    state, act = (moved.state, moved.entry.number) if moved else (next(iter(states), None), opened)
    return Known(
        dossier,
        moving,
        parts[Act.INVOICE],
        reports_by_name(parts[Act.FACT]),
        judgements_by_name(parts[Act.JUDGEMENT]),
        state,
        act,
        round_of(parts[Act.OPENED]),
        several or {},
    )


def _of(dossier: Dossier, acts: frozenset[Act]) -> Dossier:
    return Dossier(dossier.number, tuple(entry for entry in dossier.entries if entry.act in acts))


def _by_act(dossier: Dossier) -> Mapping[Act, Dossier]:
    """The acts by what was done, so that years of them are gone through once."""
    found: dict[Act, list[Entry]] = {act: [] for act in Act}
    for entry in dossier.entries:
        found[entry.act].append(entry)
    return {act: Dossier(dossier.number, tuple(entries)) for act, entries in found.items()}


def supplied_fields(program: Program) -> tuple[Field, ...]:
    """The fields of a program that a case or a dossier supplies."""
    return tuple(field for field in program.fields if field.origin in {Origin.FACT, Origin.JUDGEMENT})


def given_of(field: Field, known: Known, dates: Dates, by_hand: Case | None = None) -> Given:
    """What is said of a field on these dates.

    A judgement by hand takes the place of an earlier one; a report by hand stands beside those of other sources.
    """
    if field.name == STATE and field.origin is Origin.FACT:
        return _state(field, known, by_hand)
    if field.origin is Origin.JUDGEMENT:
        return _judged(field, known, dates, by_hand)
    return _reported(field, known, dates, by_hand)


def line_values(line: Line, fields: tuple[Field, ...], case: Mapping[Slot, Value]) -> dict[Slot, Value]:
    """The facts of an invoice line, and for what a line does not say itself what holds in the case being decided."""
    facts, role = line.said.facts, line.said.role
    return {
        field.slot: _read(facts[field.name], field.type)
        if field.name in facts and field.role in {None, role}
        else case.get(field.slot, Absent.UNKNOWN)
        for field in fields
    }


def adopted_values(standing: Standing, query: Query) -> dict[Slot, Value]:
    """What a query reads of an adopted decision: its values as it was taken, unknown where it has none."""
    values = standing.values
    return {
        field.slot: _date_of(standing, field.name)
        if field.name in DATES
        else decoded(values.get(field.slot), field.type.kind)
        for field in query.row.fields
    }


@lru_cache(maxsize=65_536)  # the same few values return in every month of every dossier
def decoded(text: str | None, kind: Kind) -> Value:
    """An encoded value as calculators have it; one that cannot be read any more is unknown."""
    if text is None:
        return Absent.UNKNOWN
    try:
        value = parse_value(text, ValueType(kind, choices=(text,), may_be_absent=True))
    except UnreadableValueError:
        return Absent.UNKNOWN
    return value.amount if isinstance(value, Duration) else value


def _state(field: Field, known: Known, by_hand: Case | None) -> Given:
    said = _by_hand(field, by_hand)
    if said:
        return _together(field, said, (), is_by_hand=True)
    if known.state is None:
        return NOTHING
    report = Report(known.state, _place(known, known.state_act), source=f"dossier (nr. {known.state_act})")
    return Given(_read(known.state, field.type), (report,), None, (known.state_act,))


def _judged(field: Field, known: Known, dates: Dates, by_hand: Case | None) -> Given:
    for key in keys_of(field):
        if by_hand is not None and key in by_hand.judgements:
            judgement = by_hand.judgements[key]
            return Given(_read(judgement.value, field.type), (), judgement, is_by_hand=True)
    if field.name in known.several:
        return _of_several(field, known, dates, known.several[field.name])
    found = last_judgement(_all(known.judgements, field), field.type, dates)
    if found is None:
        return NOTHING
    said, number = found.said, found.entry.number
    judgement = Judgement(said.value, said.by, _place(known, number), said.date, said.reason)
    return Given(_read(said.value, field.type), (), judgement, (number,))


def _of_several(field: Field, known: Known, dates: Dates, several: Several) -> Given:
    """What the judgements of several persons come to, each by the last of that person."""
    each = of_each(holding(_all(known.judgements, field), field.type, dates))
    acts = tuple(one.entry.number for one in each)
    if not each:
        return NOTHING
    judgement = together(each, several, _place(known, acts[-1]))
    return Given(_read(judgement.value, field.type), (), judgement, acts)


def _reported(field: Field, known: Known, dates: Dates, by_hand: Case | None) -> Given:
    said, told = _by_hand(field, by_hand), _all(known.reports, field)
    if not said and by_hand is not None and _is_day_of_procedure(field, by_hand):
        return Given(_read(by_hand.procedure[field.name], field.type), is_by_hand=True)
    if not (said or told):
        return NOTHING
    sources = {report.source for report in said}
    found = [each for each in in_force(told, field.type, dates) if each.said.source not in sources]
    reports = tuple(
        Report(each.said.value, _place(known, each.entry.number), each.said.source, each.said.date)
        for each in found
    )
    acts = tuple(each.entry.number for each in found)
    return _together(field, (*reports, *said), acts, is_by_hand=any(r.value is not None for r in said))


def _is_day_of_procedure(field: Field, case: Case) -> bool:
    """Whether a fact is a day of the procedure, which binding reads where the fact itself is not supplied."""
    return field.name in case.procedure and field.role is None and field.type.kind is Kind.DATE


def _together(field: Field, reports: tuple[Report, ...], acts: tuple[int, ...], *, is_by_hand: bool) -> Given:
    written = [report.value for report in reports if report.value is not None]
    values = [value for each in written if (value := _read(each, field.type)) is not Absent.UNKNOWN]
    agree = len({(type(value), value) for value in values}) == 1
    value = values[0] if agree else Absent.CONTRADICTORY if values else Absent.UNKNOWN
    return Given(value, reports, None, acts, is_by_hand, is_said=bool(written))


def _by_hand(field: Field, by_hand: Case | None) -> tuple[Report, ...]:
    if by_hand is None:
        return ()
    return tuple(report for key in keys_of(field) for report in by_hand.facts.get(key, ()))


def keys_of(field: Field) -> tuple[Key, ...]:
    """Under which keys a field is supplied: what has no role is of the applicant."""
    own = (field.name, field.role)
    return (own, (field.name, None)) if field.role is Role.APPLICANT else (own,)


def _all(by_name: Mapping[Key, tuple[Said, ...]], field: Field) -> tuple[Said, ...]:
    """What is said under any of the keys of a field, in the order of the acts."""
    found = [by_name[key] for key in keys_of(field) if key in by_name]
    if len(found) < 2:
        return found[0] if found else ()
    return tuple(sorted((each for said in found for each in said), key=lambda each: each.entry.number))


@lru_cache(maxsize=65_536, typed=True)
def _read(written: Written, type_: ValueType) -> Value:
    """A written value as calculators have it; one that is not allowed is unknown here, and found in deciding."""
    if written is None:
        return Absent.UNKNOWN
    try:
        value = read_written(written, type_)
    except UnreadableValueError:
        return Absent.UNKNOWN
    return Absent.UNKNOWN if outside_bounds(value, type_) else value


def _date_of(standing: Standing, name: str) -> Value:
    """The dates that a decision is about: they are of the decision itself, whatever it calculated with."""
    match name:
        case "peildatum":
            return parse_date(standing.short.reference_date)
        case "besluitdatum":
            return parse_date(standing.short.date)
        case "begin_tijdvak":
            return _month(standing)
        case _:
            first = _month(standing)
            return last_of_month(first) if isinstance(first, int) else first


def _month(standing: Standing) -> Value:
    return decoded(standing.entry.month, Kind.DATE)


def _place(known: Known, act: int) -> Span:
    return Span(f"dossier {known.dossier.number}, nr. {act}")
