"""The empty form of a month that a cooperative fills in: its members, its questions, and what fits in each cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from collections.abc import Iterator
from typing import assert_never

from soco_rules.model.agreement import Fact
from soco_rules.model.values import LARGEST
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import capital
from soco_rules.model.values import iso_day
from soco_rules.model.values import month_in_words
from soco_rules.model.values import spaced
from soco_rules.settling.asked import Asked
from soco_rules.settling.columns import Word
from soco_rules.settling.members import Member
from soco_rules.settling.members import Members
from soco_rules.settling.workbook import RUN
from soco_rules.settling.workbook import Column
from soco_rules.settling.workbook import Page
from soco_rules.settling.workbook import Rule
from soco_rules.settling.workbook import Shown
from soco_rules.settling.workbook import as_workbook
from soco_rules.settling.xlsx_file import EXPLANATION

_SPARE_LINES = 200
_LONGEST_LIST = 200
_OUTER = LARGEST // 100


def form_for(asked: Asked, members: Members, month: int) -> bytes:
    """The workbook, with a row for each member whose stand the settlement is about."""
    due = [each for each in members.every.values() if each.is_due(asked.states)]
    pages = [_month_page(asked, due, month)]
    if asked.lines:
        pages.append(_lines_page(asked))
    pages.append(_explanation(asked, month))
    return as_workbook(pages, f"Maandopgave {iso_day(month)[:7]}", month)


def form_as_csv(asked: Asked, members: Members, month: int) -> bytes:
    """The same rows as a CSV file, as a spreadsheet here writes it: without invoice lines, explanation and bounds."""
    due = [each for each in members.every.values() if each.is_due(asked.states)]
    page = _month_page(asked, due, month)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in page.columns])
    writer.writerows([[_harmless(cell) for cell in row] for row in page.rows])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: Shown) -> str:
    """A cell that no spreadsheet runs as a formula: a space before it, which is not read."""
    text = "" if cell is None else str(cell)
    return f" {text}" if text.startswith(RUN) else text


def heading_of(name: str) -> str:
    """A name as the heading of a column."""
    return capital(spaced(name))


def _month_page(asked: Asked, due: Iterable[Member], month: int) -> Page:
    facts = [asked.monthly[name] for name in asked.on_form]
    who = (
        Column(heading_of(Word.NUMBER), 12),
        Column(heading_of(Word.NAME), 28),
        Column(heading_of(Word.ROLE), 16),
        Column(heading_of(Word.MONTH), 10),
    )
    rows = [
        (member.member_number, member.name, role, iso_day(month)[:7], *(None for _ in facts))
        for member in due
        for role in _roles(member)
    ]
    return Page("Maand", (*who, *map(_column, facts)), rows)


def _roles(member: Member) -> tuple[str, ...]:
    return tuple(Role) if member.partner_name else (Role.APPLICANT,)


def _lines_page(asked: Asked) -> Page:
    who = (
        Column(heading_of(Word.NUMBER), 12),
        Column(heading_of(Word.NAME), 28),
        Column(heading_of(Word.MARK), 18),
    )
    rows: tuple[tuple[Shown, ...], ...] = ()
    return Page("Facturen", (*who, *map(_column, asked.lines.values())), rows, spare=_SPARE_LINES)


def _column(fact: Fact) -> Column:
    kind = fact.type.kind
    return Column(
        heading_of(fact.name), 18, money=kind is Kind.MONEY, day=kind is Kind.DATE, rule=_rule(fact)
    )


def _rule(fact: Fact) -> Rule | None:
    type_, prompt = fact.type, _prompt(fact)
    match type_.kind:
        case Kind.MONEY:
            return Rule(
                "decimal", _bound(type_.minimum, -_OUTER, 100), _bound(type_.maximum, _OUTER, 100), (), prompt
            )
        case Kind.COUNT:
            return Rule(
                "whole", _bound(type_.minimum, -_OUTER, 1), _bound(type_.maximum, _OUTER, 1), (), prompt
            )
        case Kind.DATE if not type_.may_be_absent:
            return Rule("date", "1", "2958465", (), prompt)
        case Kind.YES_NO:
            return Rule("list", words=("ja", "nee"), prompt=prompt)
        case Kind.CHOICE if sum(map(len, type_.choices)) + len(type_.choices) < _LONGEST_LIST:
            return Rule("list", words=tuple(map(spaced, type_.choices)), prompt=prompt)
        case Kind.CHOICE | Kind.DATE | Kind.PERCENTAGE | Kind.DURATION | Kind.TEXT:
            return None
        case _:
            assert_never(type_.kind)


def _bound(value: object, otherwise: int, per: int) -> str:
    """A bound as a spreadsheet has it: euros for an amount."""
    if not isinstance(value, int):
        return str(otherwise)
    whole, rest = divmod(abs(value), per)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{rest:02d}" if rest else f"{sign}{whole}"


def _prompt(fact: Fact) -> str:
    limits = " ".join(_limits(fact.type))
    return f"{fact.question} {limits}".strip()


def _limits(type_: ValueType) -> Iterator[str]:
    if type_.minimum is not None:
        yield f"Ten minste {as_dutch(type_.minimum, type_.kind)}."
    if type_.maximum is not None:
        yield f"Ten hoogste {as_dutch(type_.maximum, type_.kind)}."
    if type_.may_be_absent:
        yield "Is er geen? Schrijf dan: nvt."


def _explanation(asked: Asked, month: int) -> Page:
    stack = asked.compiled.stack
    whose = stack.lowest.cooperative or stack.lowest.title
    lines: list[tuple[Shown, ...]] = [
        ("Waarvoor", f"De opgave van {whose} over {month_in_words(month)}. Dit blad wordt niet gelezen."),
        ("Wie", "Op het blad Maand staat een rij voor ieder lid. Laat elke rij staan, ook als er niets was."),
        ("Niets verdiend", "Vul 0 in. Een lege cel betekent: onbekend. Daar komt een vraag over."),
        ("Bedragen", "Schrijf 1234,56 of € 1.234,56. Schrijf geen 1.234 zonder cijfers achter de komma."),
        ("Datums", "Schrijf 15-10-2026."),
        (
            "Partner",
            "Een rij met de rol partner gaat over de partner van dat lid. Haal haar weg als die er niet is.",
        ),
    ]
    if asked.counted_from_lines:
        which = " en ".join(heading_of(name) for name in asked.on_form if name in asked.counted_from_lines)
        told = f"Wie per factuur opgeeft, gebruikt het blad Facturen en laat bij dat lid {which} op het blad Maand leeg."
        lines.append(("Facturen", f"{told} Elke factuurregel heeft een eigen kenmerk, zoals 2026-014/1."))
    lines.append(("", ""))
    lines += [(heading_of(name), _explained(asked.monthly[name])) for name in asked.on_form]
    lines += [(heading_of(name), _explained(fact)) for name, fact in asked.lines.items()]
    return Page(EXPLANATION, (Column("Onderwerp", 28), Column("Uitleg", 100)), lines)


def _explained(fact: Fact) -> str:
    about = capital(fact.description)
    return " ".join(filter(None, (_prompt(fact), f"{about}." if about else "")))
