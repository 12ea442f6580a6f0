"""What a person tells a dossier, checked against the agreement: facts, judgements and days of a procedure."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import whole
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.dossiers.lifecycle import NOTICE
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import contents
from soco_rules.facts import EARLY
from soco_rules.facts import STATE
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import first_of_month
from soco_rules.facts import read_written
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.decision import texts_of
from soco_rules.model.dossier import AdoptedInShort
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.procedure import in_words
from soco_rules.model.procedure import is_known
from soco_rules.model.procedure import may_lie_ahead
from soco_rules.model.program import Field
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import capital
from soco_rules.model.values import encode
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.terms.of_case import disordered

PROCEDURE = "procedure"
"""The source of a day of the procedure."""

_BY_NAME = Span("teruggenomen dag")
_ASKED = "aanvullen_gevraagd_op"
_OF_DECIDING = frozenset({"gegeven-niet-gebruikt", EARLY})
"""What binding finds that is about a besluit, and not about what is told."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What holds for everything that is told at once.

    `today` is the day of telling; `month` the day number of the month that monthly facts are about. `valid_from` and
    `valid_to` bound the other facts; without the first a fact holds from the day of its report. `besluit` is what days
    of a procedure belong to; `source` is that of reports that name none; `replaces` are the acts whose place it takes.
    What is not `is_kept` counts for one decision, and is not written in the dossier.
    """

    today: int
    month: int | None = None
    valid_from: int | None = None
    valid_to: int | None = None
    besluit: str | None = None
    source: str | None = None
    replaces: tuple[int, ...] = ()
    is_kept: bool = True


def recorded(
    compiled: Compiled,
    number: int,
    case: Case,
    telling: Telling,
    *,
    known: Mapping[str, str] | None = None,
    taken_back: Collection[str] = (),
) -> tuple[tuple[Draft, ...], tuple[Diagnostic, ...]]:
    """The acts of telling a dossier what is in a case; none at all where something in it is wrong.

    `known` are the days that its procedure has already, of which those in `taken_back` turned out not to be so: the
    days of the case must lie in order with the others too.
    """
    kept = {name: day for name, day in (known or {}).items() if name not in taken_back}
    program = whole(compiled)
    at = telling.month or telling.valid_from or telling.today
    _, about_case = bind(program, case, Dates(at, telling.today))
    fields = {(field.name, field.role): field for field in program.fields}
    findings = (
        *(found for found in about_case if found.code not in _OF_DECIDING),
        *_incomplete(case, fields, compiled, telling),
        *(_of_acts(case, number) if telling.is_kept else ()),
        *_to_come(case, telling.today),
        *_not_there(known or {}, taken_back, case),
        *disordered(case.procedure, case.places, known=kept),
    )
    if has_errors(findings):
        return (), in_reading_order(findings)
    drafts = (
        *_facts(case, fields, number, telling),
        *_judgements(case, fields, number, telling),
        *_procedure(case, number, telling),
        *_withdrawn(known or {}, taken_back, number, telling),
    )
    return drafts, in_reading_order(findings)


def procedure_of(dossier: Dossier, besluit: str | None) -> dict[str, str]:
    """The days of the procedure that runs: those told for a besluit since it was adopted last; none of no besluit.

    A notice (*mededeling*) that asks to supplement the application does not end it; another notice does.
    """
    if besluit is None:
        return {}
    decided = noticed = 0
    for entry, adopted in adoptions(dossier):
        if entry.subject == besluit:
            decided, noticed = (decided, entry.number) if _is_notice(adopted) else (entry.number, 0)
    days = _days_since(dossier, besluit, decided)
    return days if _ASKED in days else _days_since(dossier, besluit, max(decided, noticed))


def _is_notice(adopted: AdoptedInShort) -> bool:
    """Whether it changed nothing: neither the legal position nor the stand."""
    return adopted.state is None and texts_of(adopted.legal_character) == (NOTICE,)


def _days_since(dossier: Dossier, besluit: str, number: int) -> dict[str, str]:
    told = {
        said.name: said.value
        for entry, said in contents(dossier, ReportedFact)
        if entry.subject == besluit and entry.number > number and is_known(said.name)
    }
    return {name: day for name, day in told.items() if day is not None}


def _withdrawn(
    known: Mapping[str, str], taken_back: Collection[str], number: int, telling: Telling
) -> Iterator[Draft]:
    """The acts that take days of a procedure back, which were told before."""
    for name in taken_back:
        told = ReportedFact(
            name=name, value=None, source=PROCEDURE, date=iso_day(telling.today), valid_from=known[name]
        )
        yield Draft(told, number, subject=telling.besluit)


def _to_come(case: Case, today: int) -> Iterator[Diagnostic]:
    """An error for each day of what happened that still has to come."""
    for name, day in case.procedure.items():
        if is_known(name) and not may_lie_ahead(name) and parse_date(day) > today:
            shown = encoded_as_dutch(day, Kind.DATE)
            yield finding(
                "dag-komt-nog", case.places[name], f"{capital(in_words(name))} ({shown}) moet nog komen."
            )


def _not_there(known: Mapping[str, str], taken_back: Collection[str], case: Case) -> Iterator[Diagnostic]:
    """An error for each day that is taken back and is not there, or is told anew as well."""
    for name in taken_back:
        if name not in known:
            remedy = did_you_mean(name, known, otherwise="")
            message = f"De dag '{name}' staat niet bij deze procedure."
            yield finding("procedure-terugnemen", _BY_NAME, message, remedy=remedy)
        elif name in case.procedure:
            message = f"De dag '{name}' wordt teruggenomen en ook opnieuw gegeven."
            yield finding("procedure-terugnemen", _BY_NAME, message, remedy="doe een van beide")


Fields = dict[tuple[str, Role | None], Field]


def _incomplete(case: Case, fields: Fields, compiled: Compiled, telling: Telling) -> Iterator[Diagnostic]:
    for (name, role), reports in case.facts.items():
        field = _field(fields, name, role)
        for report in reports:
            if not (report.source or telling.source):
                message = f"Bij '{name}' staat niet waar het vandaan komt."
                yield finding("bron-ontbreekt", report.span, message)
            if field and Per.MONTH in field.type.per and telling.month is None:
                message = f"'{name}' gaat over een maand, en er staat niet over welke."
                yield finding("maand-ontbreekt", report.span, message)
    for (name, role), judgement in case.judgements.items():
        field = _field(fields, name, role)
        if field and Per.MONTH in field.type.per and telling.month is None:
            message = f"'{name}' gaat over een maand, en er staat niet over welke."
            yield finding("maand-ontbreekt", judgement.span, message)
    besluiten = compiled.stack.decisions
    for name in case.procedure:
        if telling.besluit not in besluiten:
            message = f"De dag '{name}' hoort bij een besluit, en er staat niet bij welk."
            remedy = f"geef --besluit met een van: {', '.join(sorted(besluiten))}"
            yield finding("onbekend-besluit", case.places[name], message, remedy=remedy)


def _of_acts(case: Case, number: int) -> Iterator[Diagnostic]:
    """An error where somebody tells the stand: it follows from what was decided, so it would change nothing."""
    for report in case.facts.get((STATE, None), ()):
        if report.value is not None:
            message = f"De stand in dossier {number} volgt uit de besluiten die daarin zijn genomen."
            yield finding("stand-uit-besluiten", report.span, message)


def _facts(case: Case, fields: Fields, number: int, telling: Telling) -> Iterator[Draft]:
    for (name, role), reports in case.facts.items():
        field = _field(fields, name, role)
        assert field is not None  # binding found no unknown name
        for report in reports:
            date = parse_date(report.date) if report.date else telling.today
            valid_from, valid_to = _valid(field.type, date, telling)
            yield Draft(
                ReportedFact(
                    name=name,
                    role=field.role,
                    value=_encoded(report, field),
                    source=report.source or telling.source or "",
                    date=iso_day(date),
                    valid_from=iso_day(valid_from),
                    valid_to=None if valid_to is None else iso_day(valid_to),
                    replaces=telling.replaces,
                ),
                number,
            )


def _judgements(case: Case, fields: Fields, number: int, telling: Telling) -> Iterator[Draft]:
    for (name, role), judgement in case.judgements.items():
        field = _field(fields, name, role)
        assert field is not None  # as above
        date = parse_date(judgement.date) if judgement.date else telling.today
        valid_from, valid_to = _valid(field.type, date, telling)
        yield Draft(
            GivenJudgement(
                name=name,
                role=field.role,
                value=_encoded(judgement, field),
                by=judgement.by,
                date=iso_day(date),
                reason=judgement.reason or "",
                valid_from=iso_day(valid_from),
                valid_to=None if valid_to is None else iso_day(valid_to),
            ),
            number,
        )


def _procedure(case: Case, number: int, telling: Telling) -> Iterator[Draft]:
    for name, day in case.procedure.items():
        told = ReportedFact(
            name=name,
            value=day,
            source=PROCEDURE,
            date=iso_day(telling.today),
            valid_from=day,
        )
        yield Draft(told, number, subject=telling.besluit)


def _field(fields: Fields, name: str, role: Role | None) -> Field | None:
    """The field of a fact; what is told of a per-person fact without a person is of the applicant."""
    return fields.get((name, role)) or (fields.get((name, Role.APPLICANT)) if role is None else None)


def _valid(type_: ValueType, date: int, telling: Telling) -> tuple[int, int | None]:
    if Per.MONTH in type_.per and telling.month is not None:
        return first_of_month(telling.month), None
    return telling.valid_from or date, telling.valid_to


def _encoded(told: Report | Judgement, field: Field) -> str | None:
    """The one encoding of what was written; a report without a value is taken back."""
    return None if told.value is None else encode(read_written(told.value, field.type), field.type.kind)
