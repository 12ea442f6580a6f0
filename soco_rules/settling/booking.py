"""What rows of a file change in a book: the acts to write, or that something was decided on that must not change."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.present import Line
from soco_rules.dossiers.present import Reported
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import in_force
from soco_rules.dossiers.present import lines_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import reports_by_name
from soco_rules.facts import Dates
from soco_rules.facts import last_of_month
from soco_rules.model.agreement import Fact
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import InvoiceLine
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import Per
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import iso_day
from soco_rules.settling.asked import Asked
from soco_rules.settling.rows import Given
from soco_rules.settling.sheets import same_mark

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reporting:
    """For which month a source reports, and on which day; day numbers, of the month its first."""

    asked: Asked
    month: int
    source: str
    today: int


def source_of(asked: Asked) -> str:
    """Under which name what a cooperative sends is known: the same every time, so that it can correct itself."""
    lowest = asked.compiled.stack.lowest
    return f"maandopgave van {lowest.cooperative or lowest.title}"


def canonical(given: Iterable[Given], month: int) -> bytes:
    """What a file says, whatever the order of its rows and the form in which it was sent."""
    rows = sorted(
        (each.member, each.role.value, each.mark or "", sorted(each.facts.items()), sorted(each.blank))
        for each in given
    )
    return json.dumps([iso_day(month), rows], ensure_ascii=False).encode()


def drafts_for(
    given: Iterable[Given], book: Book, reporting: Reporting
) -> tuple[tuple[Draft, ...], tuple[Diagnostic, ...]]:
    """The acts that are not in the book yet; what is there already is not written again.

    A value under a decision that was adopted is not changed here: that is a correction, and told as a finding.
    """
    drafts: list[Draft] = []
    findings: list[Diagnostic] = []
    by_member: dict[int, _Known] = {}  # a member may have thousands of lines of invoices
    for each in given:
        if each.member not in by_member:
            by_member[each.member] = _Known.of(book.dossiers[each.member], reporting)
        known = by_member[each.member]
        for draft, before in known.news(each):
            drafts.append(draft)
            findings += known.refusal(each, draft, before)
    return tuple(drafts), tuple(findings)


def missed(given: Iterable[Given], book: Book, file: str, month: int) -> Iterator[Diagnostic]:
    """A warning about the lines that earlier files of this month had and this one lacks: they go on counting."""
    present = {(each.member, same_mark(each.mark)) for each in given if each.mark is not None}
    if not present:
        return
    booked = [(entry.number, entry.month) for entry in book.entries if entry.act is Act.INTAKE]
    absent = [
        (dossier.number, line.said.mark)
        for dossier in book.dossiers.values()
        for line in lines_of(dossier)
        if _month_of(line, booked) == iso_day(month)
        and (dossier.number, same_mark(line.said.mark)) not in present
    ]
    if not absent:
        return
    named = [f"'{mark}' van dossier {number}" for number, mark in absent[:_SHOWN]]
    rest = f" en nog {len(absent) - _SHOWN}" if len(absent) > _SHOWN else ""
    many = "1 factuurregel" if len(absent) == 1 else f"{len(absent)} factuurregels"
    told = f"{many} uit een eerder bestand over deze maand"
    end = f"{'staat' if len(absent) == 1 else 'staan'} niet in dit bestand en {'telt' if len(absent) == 1 else 'tellen'} mee"
    dossiers = ", ".join(str(number) for number in dict.fromkeys(number for number, _ in absent[:_SHOWN]))
    yield finding(
        "invoer-regel-weg",
        Span(file),
        f"{told} {end}: {', '.join(named)}{rest}",
        discreet=f"{told} {end}: van dossier {dossiers}{rest}",
    )


def _month_of(line: Line, booked: Sequence[tuple[int, str | None]]) -> str | None:
    """The month of the file that a line came from: each file is booked behind its lines."""
    behind = bisect_right(booked, line.entry.number, key=itemgetter(0))
    return booked[behind][1] if behind < len(booked) else None


def without_amount(given: Iterable[Given], book: Book, asked: Asked) -> Iterator[Diagnostic]:
    """A member of whom neither an amount nor an invoice line is known: counting nothing would make that zero."""
    rows = tuple(given)
    in_lines = {each.member for each in rows if each.mark is not None}
    for each in rows:
        if each.mark is not None or each.role is not Role.APPLICANT or each.member in in_lines:
            continue
        for name in sorted(asked.counted_from_lines - each.facts.keys()):
            if not lines_of(book.dossiers[each.member]):
                place = each.blank.get(name, each.place)
                message = f"Rij {place.line}: er is geen '{name}' en er zijn geen factuurregels van dit lid"
                yield finding("invoer-niet-opgegeven", place, message)


def without_line(given: Iterable[Given], book: Book, asked: Asked, month: int) -> Iterator[Diagnostic]:
    """As `without_amount`, of who has invoice lines and none of them in this month."""
    for each in given:
        if each.mark is not None or each.role is not Role.APPLICANT:
            continue
        for name in sorted(asked.counted_from_lines - each.facts.keys()):
            if _is_lacking(book.dossiers[each.member], name, iso_day(month)):
                place = each.blank.get(name, each.place)
                message = f"Rij {place.line}: er is geen '{name}' en er is geen factuurregel in deze maand"
                yield finding("invoer-niet-opgegeven", place, message)


def _is_lacking(dossier: Dossier, name: str, month: str) -> bool:
    """Whether a proposal of this month waits for a fact of the applicant."""
    return any(
        (lacks.name, lacks.role) == (name, Role.APPLICANT)
        for waiting in open_proposals(dossier)
        if waiting.entry.month == month
        for lacks in waiting.proposed.decision.missing
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What a dossier knows of the month already."""

    dossier: Dossier
    reporting: Reporting
    reports: Mapping[tuple[str, Role | None], tuple[Reported, ...]]
    lines: Mapping[str, Line]
    """Those that count, by `same_mark`."""

    @classmethod
    def of(cls, dossier: Dossier, reporting: Reporting) -> _Known:
        lines = {same_mark(line.said.mark): line for line in lines_of(dossier)}
        return cls(dossier, reporting, reports_by_name(dossier), lines)

    def news(self, given: Given) -> Iterator[tuple[Draft, str | None]]:
        """The acts that change something, each with what was said before."""
        if given.mark is not None:
            before = self.lines.get(same_mark(given.mark))
            line = self._line(given, given.mark if before is None else before.said.mark)
            if before is None or (before.said.facts, before.said.role) != (line.facts, line.role):
                yield Draft(line, self.dossier.number), None if before is None else "andere gegevens"
            return
        facts: dict[str, str | None] = {**dict.fromkeys(given.blank), **given.facts}
        for name, value in facts.items():
            fact = self.reporting.asked.monthly[name]
            role = given.role if fact.type.per_person else None
            before_value = self._said(fact, role)
            if value != before_value:
                yield Draft(self._report(fact, role, value), self.dossier.number), before_value

    def refusal(self, given: Given, draft: Draft, before: str | None) -> Iterator[Diagnostic]:
        """That a decision about this month rests on what would change."""
        taken = dict.fromkeys((*self._taken_on(draft), *self._counted_in(draft)))
        if not taken:
            return
        match draft.content:
            case ReportedFact() as report:
                type_ = self.reporting.asked.monthly[report.name].type
                change = f"'{report.name}' was {_shown(before, type_)} en is nu {_shown(report.value, type_)}"
                quiet = f"'{report.name}' is anders dan eerst"
            case _:
                state = "nieuw" if before is None else "veranderd"
                change, quiet = f"factuurregel '{given.mark}' is {state}", f"een factuurregel is {state}"
        row, end = f"Rij {given.place.line}: ", f", en al is vastgesteld: {', '.join(taken)}"
        found = f"{row}{change}{end}"
        yield finding("invoer-veranderd", given.place, found, discreet=f"{row}{quiet}{end}")

    def _said(self, fact: Fact, role: Role | None) -> str | None:
        """What this source said of this month last."""
        dates = Dates(self.reporting.month, self.reporting.month)
        found = in_force(self.reports.get((fact.name, role), ()), fact.type, dates)
        own = [each.said.value for each in found if each.said.source == self.reporting.source]
        return own[-1] if own else None

    def _taken_on(self, draft: Draft) -> tuple[str, ...]:
        """The adopted besluiten of this month that read what a draft says."""
        asked, month = self.reporting.asked, iso_day(self.reporting.month)
        is_line = isinstance(draft.content, InvoiceLine)
        names = asked.counted_from_lines if is_line else {getattr(draft.content, "name", "")}
        return tuple(
            program.decision.title
            for program in asked.programs
            if any(field.name in names for field in program.fields)
            and any(each.entry.month == month for each in adopted_of(self.dossier, program.decision.name))
        )

    def _counted_in(self, draft: Draft) -> Iterator[str]:
        """The adopted besluiten, of whatever month, that counted the line whose place a draft takes."""
        content = draft.content
        line = self.lines.get(same_mark(content.mark)) if isinstance(content, InvoiceLine) else None
        if line is None:
            return
        proposals = {entry.number: entry for entry in self.dossier.entries if entry.act is Act.PROPOSAL}
        for program in self.reporting.asked.programs:
            for each in adopted_of(self.dossier, program.decision.name):
                proposed = proposals[each.short.proposal].content
                assert isinstance(proposed, Proposed)
                if any(line.entry.number in origin.acts for origin in proposed.origins):
                    yield program.decision.title

    def _report(self, fact: Fact, role: Role | None, value: str | None) -> ReportedFact:
        monthly = Per.MONTH in fact.type.per
        return ReportedFact(
            name=fact.name,
            role=role,
            value=value,
            source=self.reporting.source,
            date=iso_day(self.reporting.today),
            valid_from=iso_day(self.reporting.month),
            valid_to=None if monthly else iso_day(last_of_month(self.reporting.month)),
        )

    def _line(self, given: Given, mark: str) -> InvoiceLine:
        return InvoiceLine(
            mark=mark,
            role=given.role,
            facts=dict(given.facts),
            source=self.reporting.source,
            date=iso_day(self.reporting.today),
        )


def _shown(value: str | None, type_: ValueType) -> str:
    return "niet opgegeven" if value is None else encoded_as_dutch(value, type_.kind, type_.words)
