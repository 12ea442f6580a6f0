"""A file of a cooperative looked over by what its book knows: headings, rows, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.diagnostics import Diagnostic
from soco_rules.model.dossier import Book
from soco_rules.settling.asked import Asked
from soco_rules.settling.columns import Vocabulary
from soco_rules.settling.columns import remembered_of
from soco_rules.settling.columns import said_columns
from soco_rules.settling.headings import Headings
from soco_rules.settling.headings import headings_of
from soco_rules.settling.intake import Expected
from soco_rules.settling.intake import opened
from soco_rules.settling.intake import read_opened
from soco_rules.settling.members import Members
from soco_rules.settling.members import members_of
from soco_rules.settling.rows import Given
from soco_rules.settling.rows import Tell
from soco_rules.settling.rows import in_silence
from soco_rules.settling.sheets import same


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that a cooperative sent, with what --kolom and --blad say of it.

    `only_there` leaves out what is said of columns that the file does not have: it may be said for another file.
    """

    name: str
    content: bytes
    columns: tuple[tuple[str, str], ...] = ()
    sheets: tuple[str, ...] = ()
    only_there: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """By what of a book a file is read: who its members are in the month, and what columns meant before."""

    members: Members
    remembered: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as it was read: its headings, what was said now of its columns, its rows, and all that is wrong."""

    headings: Headings
    said: Mapping[str, str]
    given: tuple[Given, ...]
    findings: tuple[Diagnostic, ...]


Look = Callable[[Asked, int, Basis, Sent], Looked]
"""Reads a file about a month (the day number of its first day)."""


def basis_of(book: Book, asked: Asked, month: int) -> Basis:
    """By what of this book a file about a month is read."""
    return Basis(members_of(book, asked.compiled.stack.states, month), remembered_of(book))


def look_over(asked: Asked, month: int, basis: Basis, sent: Sent, tell: Tell = in_silence) -> Looked:
    """Read a file once; `tell` hears how many rows of how many are done."""
    known = Vocabulary(asked, basis.remembered)
    content = opened(sent.name, sent.content, known, sent.sheets)
    headings = headings_of(content, known)
    there = {same(heading) for heading in headings.every}
    columns = tuple(each for each in sent.columns if not sent.only_there or same(each[0]) in there)
    said, wrong = said_columns(columns, Vocabulary(asked, {}))
    vocabulary = Vocabulary(asked, basis.remembered, said)
    given, findings = read_opened(content, vocabulary, Expected(asked, basis.members, month), tell)
    return Looked(headings, said, given, (*wrong, *findings))
