"""The words of an own file: what is stored, in Dutch, as lines of a document."""

from __future__ import annotations

from collections.abc import Iterable

from soco_rules.compiler.layers import Stack
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Inline
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.model.procedure import DATES
from soco_rules.model.procedure import is_known as is_day_of_procedure
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced

Part = str | Inline


def line(*parts: Part) -> Line:
    """One line out of words and values."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def heading(text: str, level: int = 2) -> Block:
    """A heading."""
    return Heading(level, line(text))


def paragraph(*parts: Part) -> Block:
    """A paragraph."""
    return Paragraph(line(*parts))


def bullets(items: Iterable[Line]) -> Block:
    """A list."""
    return Bullets(tuple(items))


def table(header: Iterable[str], rows: Iterable[tuple[Line, ...]]) -> Block:
    """A table of words."""
    head = tuple(map(line, header))
    return Table(head, tuple(rows), (False,) * len(head))


def said(text: str) -> Value:
    """What somebody wrote, which is never markup."""
    return Value(text, "", Kind.TEXT)


def day(when: int | str) -> Value:
    """A day in words, of a day number or an ISO date."""
    number = parse_date(when) if isinstance(when, str) else when
    return Value(as_dutch(number, Kind.DATE), "", Kind.DATE)


def month(when: str) -> Value:
    """The month of an ISO date, in words."""
    return said(as_dutch(parse_date(f"{when[:7]}-01"), Kind.DATE).removeprefix("1 "))


def moment(at: str) -> Value:
    """A moment in words, to the minute, in UTC."""
    return said(f"{day(at[:10]).text}, {at[11:16]}")


def named(name: str, role: Role | str | None) -> Line:
    """The name of something, with whose it is."""
    return line(f"{spaced(name)} ({role})" if role else spaced(name))


def asked(stack: Stack, name: str, role: Role | str | None) -> Line:
    """What something is the answer to, as the person was or would be asked, else its name."""
    fact = stack.facts.get(name)
    if fact is None and name in DATES:
        return line(DATES[name])
    return named(name, role) if fact is None else line(f"{fact.question} ({role})" if role else fact.question)


def shown(stack: Stack, name: str, text: str | None) -> Line:
    """A stored value in words."""
    fact = stack.facts.get(name)
    if text is None:
        return line("teruggenomen")
    kind = fact.type.kind if fact else Kind.DATE if is_day_of_procedure(name) else Kind.TEXT
    words = fact.type.words if fact else None
    return line(Value(encoded_as_dutch(text, kind, words), name, kind))
