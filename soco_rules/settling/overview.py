"""The overview of a month for the benefits administration: a row a person, the balances, the questions, the basis."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.dossier import Adopted
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import ValueType
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import parse_value
from soco_rules.model.values import spaced
from soco_rules.settling.balances import balances_of
from soco_rules.settling.basis import account_of
from soco_rules.settling.basis import basis_of
from soco_rules.settling.basis import missing_of
from soco_rules.settling.basis import questions_of
from soco_rules.settling.form import heading_of
from soco_rules.settling.members import Member
from soco_rules.settling.month import Result
from soco_rules.settling.month import Settled
from soco_rules.settling.pot import Account
from soco_rules.settling.workbook import UNKNOWN
from soco_rules.settling.workbook import Cents
from soco_rules.settling.workbook import Column
from soco_rules.settling.workbook import Day
from soco_rules.settling.workbook import Page
from soco_rules.settling.workbook import Share
from soco_rules.settling.workbook import Shown
from soco_rules.settling.workbook import as_workbook

_NUMBERS = {Kind.MONEY, Kind.COUNT, Kind.PERCENTAGE, Kind.DATE}


def overview_of(settled: Settled, accounts: tuple[Account, ...]) -> bytes:
    """The workbook; the same month gives the same bytes."""
    pages = [
        _persons(settled),
        *balances_of(settled, accounts),
        questions_of(settled),
        basis_of(settled),
        account_of(settled),
    ]
    return as_workbook(pages, f"Maandafrekening {settled.month_in_words}", settled.month)


@dataclass(frozen=True, slots=True)
class Amount:
    """A value that a besluit gives, and what it is."""

    besluit: str
    name: str
    type: ValueType


def amounts_of(settled: Settled) -> tuple[Amount, ...]:
    """Everything that the besluiten of the settlement give: the outcome of each and what stands in `ook`."""
    return tuple(
        Amount(program.decision.name, name, step.type)
        for program in settled.asked.programs
        for name in (program.decision.outcome, *program.decision.also)
        for step in [next(step for step in program.definitions if step.name == name)]
    )


# The persons


def _persons(settled: Settled) -> Page:
    amounts = amounts_of(settled)
    besluiten = settled.asked.decisions
    rows = [row for member, results in settled.each() for row in _rows_of(settled, member, results, amounts)]
    columns = (
        Column("Dossier", 9),
        Column("Lidnummer", 12),
        Column("Naam", 28),
        Column("Rol", 16),
        *(
            column
            for besluit in besluiten
            for column in (
                Column(f"{besluit.title}: status", 24),
                *(
                    Column(heading_of(each.name), 24 if each.type.kind not in _NUMBERS else 16)
                    for each in amounts
                    if each.besluit == besluit.name
                ),
            )
        ),
        Column("Open vragen", 12),
    )
    return Page("Overzicht", columns, rows, _above(settled), totals=_totals(rows, columns))


def _above(settled: Settled) -> tuple[str, ...]:
    count = sum(1 for _ in settled.each())
    standing = [result for _, results in settled.each() for result in results.values()]
    adopted = sum(result.adopted is not None for result in standing)
    return (
        f"Maandafrekening {settled.month_in_words}",
        f"{settled.title} ({settled.agreement})",
        f"{count} leden; {adopted} van de {len(standing)} besluiten zijn vastgesteld.",
        "Bij 'voorstel' heeft nog niemand beslist. Leeg is niet van toepassing; 'onbekend' is niet nul.",
        "",
    )


def _rows_of(
    settled: Settled, member: Member, results: Mapping[str, Result], amounts: tuple[Amount, ...]
) -> Iterator[tuple[Shown, ...]]:
    for role in Role:
        values = [(each, _shown_for(results.get(each.besluit), each, role)) for each in amounts]
        if role is Role.PARTNER and all(value is None for _, value in values):
            continue
        name = member.name if role is Role.APPLICANT else member.partner_name or f"partner van {member.name}"
        cells: list[Shown] = [member.number, member.member_number, name, str(role)]
        for besluit in settled.asked.decisions:
            cells.append(_status(results.get(besluit.name)) if role is Role.APPLICANT else None)
            cells += [value for each, value in values if each.besluit == besluit.name]
        open_questions = sum(1 for _ in missing_of(results.values(), role))
        yield (*cells, open_questions)


def _status(result: Result | None) -> str:
    match result:
        case None:
            return "geen besluit"
        case Result(adopted=Adopted(adoption=adoption)):
            return f"vastgesteld op {encoded_as_dutch(adoption.date, Kind.DATE)}"
        case _:
            return f"voorstel: {spaced(result.decision.status)}"


def _shown_for(result: Result | None, amount: Amount, role: Role) -> Shown:
    """What a besluit gives one person; what is of the household stands with the member."""
    if result is None:
        return None
    outcome = _outcome(result.decision, amount.name)
    match outcome:
        case PerPerson(applicant=applicant, partner=partner):
            text = applicant if role is Role.APPLICANT else partner
        case _ if role is Role.PARTNER:
            return None
        case _:
            text = outcome
    return shown(text, amount.type.kind, amount.type.words)


def _outcome(decision: Decision, name: str) -> Outcome:
    if name == decision.outcome_name:
        return decision.outcome
    decided = decision.outcomes.get(name)
    return decided.value if decided is not None else NOT_APPLICABLE_TEXT


def shown(text: str | None, kind: Kind, words: ChoiceWords | None = None) -> Shown:
    """An encoded value as a cell: a number as a number, what is not applicable as an empty cell."""
    if text is None:
        return UNKNOWN
    if text == NOT_APPLICABLE_TEXT:
        return None
    try:
        value = parse_value(text, ValueType(kind, choices=(text,)))
    except UnreadableValueError:
        return text
    match kind:
        case Kind.MONEY if isinstance(value, int):
            return Cents(value)
        case Kind.DATE if isinstance(value, int):
            return Day(value)
        case Kind.PERCENTAGE if isinstance(value, int):
            return Share(value)
        case Kind.COUNT if isinstance(value, int):
            return value
        case _:
            return encoded_as_dutch(text, kind, words)


def _totals(rows: Iterable[tuple[Shown, ...]], columns: tuple[Column, ...]) -> tuple[Shown, ...]:
    """The sum in cents of each column of amounts, and that of the questions; unknown is not counted as nothing."""
    sums: list[Shown] = [None] * len(columns)
    every = tuple(rows)
    for row in every:
        for place, cell in enumerate(row):
            before = sums[place]
            if isinstance(cell, Cents):
                sums[place] = Cents((before.amount if isinstance(before, Cents) else 0) + cell.amount)
            elif isinstance(cell, int) and place == len(columns) - 1:
                sums[place] = (before if isinstance(before, int) else 0) + cell
    is_short = any(
        row[place] == UNKNOWN for row in every for place, total in enumerate(sums) if isinstance(total, Cents)
    )
    sums[2] = "Totaal van wie bekend is" if is_short else "Totaal"
    return tuple(sums)
