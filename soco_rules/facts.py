"""Bind a case to a Program: the typed value of every field, and who supplied it."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from typing import assert_never

from soco_rules.backends.reference import add_months
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import DatedValue
from soco_rules.model.called import judge
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.case import Written
from soco_rules.model.procedure import DATES
from soco_rules.model.procedure import is_known
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import MovingDay
from soco_rules.model.values import Per
from soco_rules.model.values import Role
from soco_rules.model.values import Unit
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import maximum_passed
from soco_rules.model.values import minimum_passed
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_value
from soco_rules.model.values import type_in_words

EARLY = "maand-loopt"
"""The warning about a besluit on the figures of a month that can still change."""

PROCEDURE = "procedure"
"""The source of a fact that was read from the procedure dates of the case."""

STATE = "stand"
_SUPPLIED = frozenset({Origin.FACT, Origin.JUDGEMENT})
_NOT_TO_SUPPLY = {
    Origin.PERIOD: "is een datum van het besluit zelf en wordt bij het besluit gekozen",
    Origin.POINT: "is een punt van de overeenkomst en staat in het regelbestand",
    Origin.AMOUNT: "is een bedrag met een datum en staat in het regelbestand",
}


@dataclass(frozen=True, slots=True)
class Dates:
    """The reference date (*peildatum*) and the day of decision (*besluitdatum*), as day numbers."""

    reference: int
    decision: int

    def monthly(self) -> Dates:
        """The same dates for a decision about a month: its first day is the reference date."""
        return Dates(first_of_month(self.reference), self.decision)


@dataclass(frozen=True, slots=True)
class Supplied:
    """One report of a fact, or the one judgement: its typed value and where it comes from."""

    value: Value
    source: str | None = None
    date: str | None = None
    by: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """A case for one Program: a value for every field, and per slot what is behind it."""

    values: Mapping[Slot, Value]
    behind: Mapping[Slot, tuple[Supplied, ...]]
    case: Case


def first_of_month(day: int) -> int:
    """The first day of the month of a day."""
    return date.fromordinal(day).replace(day=1).toordinal()


def last_of_month(day: int) -> int:
    """The last day of the month of a day."""
    first = date.fromordinal(day)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1]).toordinal()


def unfinished(program: Program, dates: Dates) -> str | None:
    """That a month is not over on the day on which is decided, where the rules read figures of it; else None."""
    if not (program.decision.monthly and dates.decision < last_of_month(dates.reference)):
        return None
    if not any(Per.MONTH in each.type.per for each in program.fields if each.origin in _SUPPLIED):
        return None
    _, _, month = as_dutch(dates.reference, Kind.DATE).partition(" ")
    how = "nog niet voorbij" if dates.decision >= first_of_month(dates.reference) else "nog niet begonnen"
    return f"De maand {month} is op de dag van het besluit, {as_dutch(dates.decision, Kind.DATE)}, {how}."


def bind(program: Program, case: Case, dates: Dates) -> tuple[Bound, tuple[Diagnostic, ...]]:
    """The case typed against the fields of a program; what is wrong is left out and found, all at once.

    A value that was not supplied is unknown; reports that do not agree are contradictory.
    """
    binding = _Binding(program, case, dates)
    binding.bind()
    return Bound(binding.values, binding.behind, case), in_reading_order(binding.findings)


def unused(program: Program, bound: Bound, evaluation: Evaluation) -> tuple[Diagnostic, ...]:
    """A warning for every supplied value that does not count because it does not apply to this case."""
    return tuple(
        finding(
            "gegeven-niet-gebruikt",
            _span_of(bound.case, field),
            f"{_named(field)} is hier niet van toepassing.",
        )
        for field in program.fields
        if field.gate is not None
        and evaluation.values[field.slot] is Absent.NOT_APPLICABLE
        and bound.values[field.slot] not in {Absent.UNKNOWN, Absent.NOT_APPLICABLE}
        and field.slot in bound.behind
    )


def agreed_value(point: Field) -> Value:
    """What a calculator receives for an agreement point: its value, a duration as its amount; unknown while open."""
    match point.constant:
        case None:
            return Absent.UNKNOWN
        case Duration(amount, _):
            return amount
        case value:
            return value


def amount_on(program: Program, name: str, day: int) -> Value:
    """What a dated table says of a day; unknown before it begins, after it ends and in its gaps."""
    row = row_on(program.amounts[name], day)
    return Absent.UNKNOWN if row is None or row.value is None else row.value


def row_on(table: AmountTable, day: int) -> DatedValue | None:
    """The row of a dated table that holds on a day; None before it begins and after it ends."""
    begun = [row for row in table.values if row.valid_from <= day]
    return max(begun, key=lambda row: row.valid_from) if begun and day <= table.known_through else None


@dataclass(slots=True)
class _Binding:
    program: Program
    case: Case
    dates: Dates
    values: dict[Slot, Value] = field(default_factory=dict)
    behind: dict[Slot, tuple[Supplied, ...]] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    by_name: dict[str, list[Field]] = field(default_factory=dict)

    def bind(self) -> None:
        for declared in self.program.fields:
            self.values[declared.slot] = self._given(declared)
            self.by_name.setdefault(declared.name, []).append(declared)
        if self.case.agreement is not None and self.case.agreement != self.program.agreement.reference:
            self._check_agreement(self.case.agreement)
        for (name, role), reports in self.case.facts.items():
            if reports:
                self._fact(name, role, reports)
        for (name, role), judgement in self.case.judgements.items():
            self._judgement(name, role, judgement)
        for name, day in self.case.procedure.items():
            self._procedure(name, day)
        if early := unfinished(self.program, self.dates):
            self._find(EARLY, Span(self.case.file), early)

    def _given(self, declared: Field) -> Value:
        """What the agreement and the dates say themselves."""
        match declared.origin:
            case Origin.FACT | Origin.JUDGEMENT:
                return Absent.UNKNOWN
            case Origin.POINT:
                return agreed_value(declared)
            case Origin.AMOUNT:
                return amount_on(self.program, declared.name, self.dates.reference)
            case Origin.PERIOD:
                return self._period(declared.name)
            case _:
                assert_never(declared.origin)

    def _period(self, name: str) -> Value:
        match name:
            case "peildatum":
                return self.dates.reference
            case "besluitdatum":
                return self.dates.decision
            case "begin_tijdvak" if self.program.decision.monthly:
                return first_of_month(self.dates.reference)
            case "einde_tijdvak" if self.program.decision.monthly:
                return last_of_month(self.dates.reference)
            case _:
                return Absent.UNKNOWN

    def _check_agreement(self, named: str) -> None:
        message = f"De zaak noemt overeenkomst '{named}' en niet '{self.program.agreement.reference}'."
        self._find("zaak-past-niet", Span(self.case.file), message)

    def _fact(self, name: str, role: Role | None, reports: tuple[Report, ...]) -> None:
        declared = self._field_for(name, role, reports[0].span)
        if declared is None:
            return
        if declared.origin is Origin.JUDGEMENT:
            message = f"{_named(declared)} is een oordeel van {judge(declared.judged_by or 'een persoon')} en staat onder feiten."
            self._find("oordeel-nodig", reports[0].span, message)
            return
        self._supply(
            declared, tuple(supplied for report in reports for supplied in self._report(declared, report))
        )

    def _report(self, declared: Field, report: Report) -> Iterator[Supplied]:
        value = self._typed(declared, report.value, report.span)
        self._check_date(declared, report.date, report.span)
        if value is not None:
            yield Supplied(value, report.source, report.date)

    def _judgement(self, name: str, role: Role | None, judgement: Judgement) -> None:
        declared = self._field_for(name, role, judgement.span)
        if declared is None:
            return
        if declared.origin is not Origin.JUDGEMENT:
            message = f"{_named(declared)} is een gegeven en geen oordeel."
            self._find("oordeel-nodig", judgement.span, message, remedy="zet de waarde onder feiten")
            return
        value = self._typed(declared, judgement.value, judgement.span)
        if judgement.value is None:
            return
        if lacking := [word for word, said in _said(judgement) if not (said and said.strip())]:
            message = f"Bij het oordeel {_named(declared)} ontbreekt: {', '.join(lacking)}."
            self._find("oordeel-nodig", judgement.span, message)
            return
        self._check_date(declared, judgement.date, judgement.span)
        if value is not None:
            supplied = Supplied(value, None, judgement.date, judgement.by, judgement.reason)
            self._supply(declared, (supplied,))

    def _procedure(self, name: str, day: str) -> None:
        """A procedure date is a fact only where a rule names it as one that was not supplied itself."""
        if not (is_known(name) or name in self.by_name or self._is_fact(name)):
            message = f"'{name}' is geen dag van de procedure."
            remedy = did_you_mean(name, DATES, otherwise="")
            place = self.case.places.get(name, Span(self.case.file))
            self._find("onbekende-proceduredag", place, message, remedy=remedy)
        for declared in self.by_name.get(name, ()):
            plain = (
                declared.role is None and declared.origin is Origin.FACT and declared.type.kind is Kind.DATE
            )
            if plain and declared.slot not in self.behind:
                value = self._typed(declared, day, Span(self.case.file))
                if value is not None:
                    self._supply(declared, (Supplied(value, PROCEDURE),))

    def _is_fact(self, name: str) -> bool:
        return any(name in layer.facts for layer in self.program.layers)

    def _supply(self, declared: Field, supplied: tuple[Supplied, ...]) -> None:
        if supplied:
            first = supplied[0]
            agree = all(other.value == first.value for other in supplied)
            self.behind[declared.slot] = (first,) if agree else supplied
            self.values[declared.slot] = first.value if agree else Absent.CONTRADICTORY

    # Names

    def _field_for(self, name: str, role: Role | None, span: Span) -> Field | None:
        fields = self.by_name.get(name)
        if not fields:
            self._not_in_program(name, span)
            return None
        if (origin := fields[0].origin) not in _SUPPLIED:
            message = f"'{name}' {_NOT_TO_SUPPLY[origin]}."
            self._find("onbekend-gegeven", span, message, remedy="haal het uit de zaak")
            return None
        asked = Role.APPLICANT if role is None and fields[0].role is not None else role
        for declared in fields:
            if declared.role is asked:
                return declared
        self._wrong_person(name, role, fields, span)
        return None

    def _wrong_person(self, name: str, role: Role | None, fields: list[Field], span: Span) -> None:
        if fields[0].role is None:
            message = f"'{name}' is er één keer en niet per persoon."
            self._find("gegeven-ongeldig", span, message, remedy=f"schrijf {name}: met één waarde")
        else:
            self._find("gegeven-niet-gebruikt", span, f"'{name}' van de {role} telt in dit besluit niet mee.")

    def _not_in_program(self, name: str, span: Span) -> None:
        layers = self.program.layers
        if self._is_fact(name) or (name == STATE and any(layer.states for layer in layers)):
            self._find(
                "gegeven-niet-gebruikt", span, f"'{name}' hoort bij een ander besluit van deze overeenkomst."
            )
        elif any(name in layer.concepts for layer in layers):
            message = f"'{name}' wordt door de regels afgeleid en is geen gegeven."
            self._find("onbekend-gegeven", span, message, remedy="haal het uit de zaak")
        elif origin := next(
            (kind for layer in layers for kind in _declared_as(name, layer.points, layer.amounts)), None
        ):
            self._find(
                "onbekend-gegeven", span, f"'{name}' {_NOT_TO_SUPPLY[origin]}.", remedy="haal het uit de zaak"
            )
        else:
            remedy = did_you_mean(name, self._known_names(), otherwise="")
            self._find(
                "onbekend-gegeven", span, f"'{name}' is geen gegeven van deze overeenkomst.", remedy=remedy
            )

    def _known_names(self) -> Iterable[str]:
        own = [declared.name for declared in self.program.fields if declared.origin in _SUPPLIED]
        return dict.fromkeys([*own, *(name for layer in self.program.layers for name in layer.facts)])

    # Values

    def _typed(self, declared: Field, written: Written, span: Span) -> Value | None:
        """The value of what was written; None for null and for what cannot be used, which is found."""
        if written is None:
            return None
        try:
            value = read_written(written, declared.type)
        except UnreadableValueError as error:
            message = f"{_named(declared)}: {error}."
            discreet = f"{_named(declared)} is niet te lezen; schrijf {type_in_words(declared.type)}."
            self._find("gegeven-ongeldig", span, message, discreet=discreet)
            return None
        if outside := outside_bounds(value, on_day(declared.type, self.dates.decision)):
            bound = outside.removeprefix(f"is {as_dutch(value, declared.type.kind)} en ")
            discreet = f"{_named(declared)} {bound}."
            self._find("gegeven-buiten-grens", span, f"{_named(declared)} {outside}.", discreet=discreet)
            return None
        return value

    def _check_date(self, declared: Field, date: str | None, span: Span) -> None:
        if date is None:
            return
        try:
            parse_date(date)
        except UnreadableValueError as error:
            message = f"De datum bij {_named(declared)}: {error}."
            discreet = f"De datum bij {_named(declared)} is geen bestaande dag als jaar-maand-dag."
            self._find("gegeven-ongeldig", span, message, discreet=discreet)

    def _find(
        self, code: str, span: Span, message: str, *, remedy: str = "", discreet: str | None = None
    ) -> None:
        self.findings.append(finding(code, span, message, remedy=remedy, discreet=discreet))


def read_written(written: str | bool | int, type_: ValueType) -> Value:
    """The value that a case file gives: text in the notation of the rule files, a JSON boolean or integer.

    Raises:
        UnreadableValueError: with a Dutch sentence that says what was expected.
    """
    if isinstance(written, bool):
        if type_.kind is not Kind.YES_NO:
            raise UnreadableValueError(f"ja of nee past hier niet; schrijf {type_in_words(type_)}")
        return written
    if isinstance(written, int):
        if type_.kind not in {Kind.COUNT, Kind.MONEY}:
            raise UnreadableValueError(f"een getal past hier niet; schrijf {type_in_words(type_)}")
        return parse_value(str(written), type_)
    if (
        written.strip() == Absent.NOT_APPLICABLE.value
        and not type_.may_be_absent
        and type_.kind is not Kind.TEXT
    ):
        raise UnreadableValueError(f"dit gegeven kan niet ontbreken; schrijf {type_in_words(type_)}")
    return parse_value(written, type_)


def outside_bounds(value: Value, type_: ValueType) -> str | None:
    """In Dutch words how a value falls outside the bounds of its type, or None."""
    if (low := minimum_passed(value, type_)) is not None:
        return f"is {as_dutch(value, type_.kind)} en moet ten minste {as_dutch(low, type_.kind)} zijn"
    if (high := maximum_passed(value, type_)) is not None:
        return f"is {as_dutch(value, type_.kind)} en mag ten hoogste {as_dutch(high, type_.kind)} zijn"
    return None


def on_day(type_: ValueType, decision: int) -> ValueType:
    """The type with the bounds that it has for a decision of one day."""
    if type_.earliest is None and type_.latest is None:
        return type_
    lows = [bound for bound in (type_.minimum, _day_of(type_.earliest, decision)) if isinstance(bound, int)]
    highs = [bound for bound in (type_.maximum, _day_of(type_.latest, decision)) if isinstance(bound, int)]
    return replace(
        type_,
        minimum=max(lows, default=None),
        maximum=min(highs, default=None),
        earliest=None,
        latest=None,
    )


def _day_of(bound: MovingDay | None, decision: int) -> int | None:
    """The day of a bound; None where the calendar has none."""
    if bound is None:
        return None
    if bound.before is None:
        return decision
    if bound.before.unit is Unit.DAYS:
        return decision - bound.before.amount
    day = add_months(decision, -bound.before.amount)
    return day if isinstance(day, int) else None


def _said(judgement: Judgement) -> tuple[tuple[str, str | None], ...]:
    return (("door", judgement.by), ("datum", judgement.date), ("reden", judgement.reason))


def _declared_as(name: str, points: Mapping[str, object], amounts: Mapping[str, object]) -> Iterator[Origin]:
    if name in points:
        yield Origin.POINT
    if name in amounts:
        yield Origin.AMOUNT


def _named(declared: Field) -> str:
    return f"'{declared.name}' van de {declared.role}" if declared.role else f"'{declared.name}'"


def _span_of(case: Case, declared: Field) -> Span:
    key = (declared.name, declared.role)
    if key in case.judgements:
        return case.judgements[key].span
    return case.facts[key][0].span if case.facts.get(key) else Span(case.file)
