"""What a month rests on and still asks: the open questions, the assumptions, the versions and files."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping

from soco_rules.model.decision import Decision
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.settling.form import heading_of
from soco_rules.settling.members import Member
from soco_rules.settling.month import Result
from soco_rules.settling.month import Settled
from soco_rules.settling.workbook import UNKNOWN
from soco_rules.settling.workbook import Column
from soco_rules.settling.workbook import Day
from soco_rules.settling.workbook import Page
from soco_rules.settling.workbook import Shown


def missing_of(results: Iterable[Result], role: Role) -> Iterator[tuple[Decision, str, str]]:
    """What the results still ask of one person, where nobody adopted them: the decision, the fact, the question."""
    for result in results:
        if result.adopted is None:
            for missing in result.decision.missing:
                if (missing.role or Role.APPLICANT) == role:
                    yield result.decision, missing.name, missing.question


def questions_of(settled: Settled) -> Page:
    """Each question once for a person, with the besluiten that wait for it; and what else stands in the way."""
    rows: list[tuple[Shown, ...]] = []
    for member, results in settled.each():
        for role in Role:
            asked: dict[tuple[str, str], list[str]] = {}
            for decision, name, question in missing_of(results.values(), role):
                asked.setdefault((name, question), []).append(decision.title)
            for (name, question), titles in asked.items():
                who = (member.number, member.member_number, member.name, str(role))
                rows.append((*who, spaced(name), question, "; ".join(dict.fromkeys(titles))))
        rows += _other_reasons(member, results)
    columns = (
        Column("Dossier", 9),
        Column("Lidnummer", 12),
        Column("Naam", 28),
        Column("Rol", 16),
        Column("Gegeven", 26),
        Column("Vraag", 60),
        Column("Nodig voor", 40),
    )
    above = (f"Open vragen, {settled.month_in_words}", "Zonder antwoord is er geen uitkomst.", "")
    return Page("Vragen", columns, rows, above)


def _other_reasons(member: Member, results: Mapping[str, Result]) -> Iterator[tuple[Shown, ...]]:
    """What stands in the way besides a question: contradictory facts and requirements that do not hold."""
    who = (member.number, member.member_number, member.name, str(Role.APPLICANT))
    for result in results.values():
        decision = result.decision
        for fact in decision.facts:
            if fact.reports and result.adopted is None:
                kind, words = Kind(fact.kind), decision.words_of(fact.name)
                told = "; ".join(
                    f"{encoded_as_dutch(report.value, kind, words)} ({report.source or UNKNOWN})"
                    for report in fact.reports
                )
                yield (*who, spaced(fact.name), f"Bronnen spreken elkaar tegen: {told}.", decision.title)
        for broken in decision.requirements:
            yield (*who, spaced(broken.name), f"{heading_of(broken.message)}.", decision.title)


def basis_of(settled: Settled) -> Page:
    """Every assumption and reservation under the results, with how many results rest on it."""
    counted: dict[tuple[Shown, ...], int] = {}
    for _, results in settled.each():
        for result in results.values():
            decision = result.decision
            for used in decision.assumptions:
                day = Day(parse_date(used.date))
                told = (decision.title, f"{used.kind} {spaced(used.name)}", used.reason, used.owner, day)
                counted[told] = counted.get(told, 0) + 1
            for reason in _reservations(decision):
                line = (decision.title, "voorbehoud", reason, None, None)
                counted[line] = counted.get(line, 0) + 1
    columns = (
        Column("Besluit", 34),
        Column("Wat", 34),
        Column("Aanname of voorbehoud", 70),
        Column("Wie erover gaat", 26),
        Column("Sinds", 12),
        Column("Hoe vaak", 10),
    )
    above = (
        f"Aannames en voorbehouden, {settled.month_in_words}",
        "Geen bron noemt dit; een mens koos het.",
        "",
    )
    return Page("Aannames", columns, [(*line, number) for line, number in counted.items()], above)


def _reservations(decision: Decision) -> Iterator[str]:
    """Why the result is not final, without what repeats an assumption."""
    told = [used.reason for used in decision.assumptions]
    return (reason for reason in decision.provisional if not any(each in reason for each in told))


def account_of(settled: Settled) -> Page:
    """With which versions and files was calculated, so that it can be done again."""
    lines: dict[tuple[Shown, ...], None] = {}
    for _, results in settled.each():
        for result in results.values():
            decision, receipt = result.decision, result.decision.receipt
            lines[decision.title, "overeenkomst", f"{decision.agreement}, versie {decision.version}"] = None
            if receipt is not None:
                lines[decision.title, "programma", receipt.program] = None
                lines[
                    decision.title, "gerekend met", f"{receipt.engine}; {', '.join(receipt.calculators)}"
                ] = None
                for file, digest in receipt.files.items():
                    lines[decision.title, file, digest] = None
    columns = (Column("Besluit", 34), Column("Wat", 60), Column("Waarde", 70))
    above = (
        f"Verantwoording, {settled.month_in_words}",
        "Met deze bestanden is het opnieuw te berekenen.",
        "",
    )
    return Page("Verantwoording", columns, list(lines), above)
