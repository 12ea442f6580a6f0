"""The rows of a table as typed facts of members, with every finding about every cell."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import nearest
from soco_rules.model.agreement import Fact
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode
from soco_rules.model.values import iso_day
from soco_rules.model.values import type_in_words
from soco_rules.settling.cells import month_of
from soco_rules.settling.cells import text_of
from soco_rules.settling.cells import value_of
from soco_rules.settling.columns import Table
from soco_rules.settling.columns import Word
from soco_rules.settling.members import Member
from soco_rules.settling.members import Members
from soco_rules.settling.members import WhoError
from soco_rules.settling.sheets import Cell
from soco_rules.settling.sheets import Row
from soco_rules.settling.sheets import same
from soco_rules.settling.sheets import same_mark
from soco_rules.settling.sheets import shown

_TOTALS = frozenset({"totaal", "totalen", "eindtotaal", "som", "totaal:"})
_OWN = frozenset({"", "lid", "deelnemer", "aanvrager", "zelf"})


@dataclass(frozen=True, slots=True)
class Given:
    """What one row gives of one member: facts by name, encoded. `mark` names the invoice line, if it is one.

    `place` is the row, and `blank` where a cell of the row is empty, by the fact that would stand there.
    """

    member: int
    role: Role
    facts: Mapping[str, str]
    place: Span
    blank: Mapping[str, Span] = field(default_factory=dict)
    mark: str | None = None


Tell = Callable[[str, int, int], None]
"""Hears what is being done, and how many of how many are done."""
_TELL_EVERY = 500


def in_silence(doing: str, done: int, total: int) -> None:
    """Tell nobody."""


def given_by(
    table: Table, members: Members, month: int, tell: Tell = in_silence
) -> tuple[tuple[Given, ...], frozenset[int], tuple[Diagnostic, ...]]:
    """What the rows of a table give, the members that its other rows may be about, and what is wrong in any."""
    reading, rows = _Reading(table, members, month), table.rows
    for done, row in enumerate(rows):
        if done % _TELL_EVERY == 0:
            tell("de rijen van het bestand", done, len(rows))
        reading.read(row)
    return tuple(reading.given), frozenset(reading.meant), tuple(reading.findings)


@dataclass(slots=True)
class _Reading:
    table: Table
    members: Members
    month: int
    given: list[Given] = field(default_factory=list)
    meant: set[int] = field(default_factory=set)
    findings: list[Diagnostic] = field(default_factory=list)
    sums: dict[int, int] = field(default_factory=dict)
    doubted: set[int] = field(default_factory=set)
    columns: dict[Word, int] = field(init=False)

    def __post_init__(self) -> None:
        self.columns = {
            meaning.word: column
            for column, meaning in self.table.meanings.items()
            if meaning.word is not None
        }

    def read(self, row: Row) -> None:
        if self._is_total(row):
            self._check_total(row)
            return
        self._check_width(row)
        member = self._member(row)
        role = self._role(row)
        mark = self._mark(row)
        self._check_month(row)
        given = Given(
            member.number if member else 0,
            role or Role.APPLICANT,
            dict(self._facts(row, role)),
            self.table.sheet.place(row.number),
            dict(self._blank(row, role)),
            mark,
        )
        if not (member is None or role is None or (self.table.of_lines and mark is None)):
            self.given.append(given)
        else:
            self.meant |= self.members.meant(self._text(row, Word.NUMBER), self._text(row, Word.NAME))

    def _facts(self, row: Row, role: Role | None) -> Iterator[tuple[str, str]]:
        for column, meaning in self.table.meanings.items():
            fact, cell = meaning.fact, row.cells.get(column)
            if fact is None or cell is None:
                continue
            if role is Role.PARTNER and self._is_shared(fact):
                self._find(
                    "invoer-waarde",
                    row,
                    column,
                    f"'{fact.name}' is er één keer voor het hele huishouden",
                    remedy="zet de waarde in de rij van het lid zelf en laat deze cel leeg",
                )
                continue
            value = self._value(row, column, cell, fact)
            if value is not None:
                encoded = encode(value, fact.type.kind)
                assert encoded is not None
                yield fact.name, encoded

    def _blank(self, row: Row, role: Role | None) -> Iterator[tuple[str, Span]]:
        for column, meaning in self.table.meanings.items():
            fact = meaning.fact
            expected = fact is not None and not (role is Role.PARTNER and self._is_shared(fact))
            if fact is not None and expected and column not in row.cells:
                yield fact.name, self.table.sheet.place(row.number, column)

    def _is_shared(self, fact: Fact) -> bool:
        """Whether there is one for the household, which stands in the row of the member."""
        return not (self.table.of_lines or fact.type.per_person)

    def _value(self, row: Row, column: int, cell: Cell, fact: Fact) -> Value | None:
        try:
            value = value_of(cell, fact.type)
        except UnreadableValueError as error:
            self.doubted.add(column)
            self._unreadable(row, column, fact, error)
            return None
        if fact.type.kind is Kind.MONEY and isinstance(value, int):
            self.sums[column] = self.sums.get(column, 0) + value
        return value

    # Who and when

    def _member(self, row: Row) -> Member | None:
        number, name = self._text(row, Word.NUMBER), self._text(row, Word.NAME)
        try:
            return self.members.find(number, name)
        except WhoError as error:
            column = self.columns.get(Word.NUMBER if number is not None else Word.NAME)
            meant = self._who_is_meant(number, name)
            discreet = "wie hier staat, is niet met zekerheid een lid van dit boek"
            self._find("invoer-lid", row, column, f"{error}{meant}", discreet=discreet)
            return None

    def _who_is_meant(self, number: str | None, name: str | None) -> str:
        if number is not None or name is None or same(name) in self.members.by_name:
            return ""
        names = {same(each.name): each.name for each in self.members.every.values()}
        near = nearest(same(name), names)
        return f". Bedoelde u '{names[near]}'?" if near else ""

    def _role(self, row: Row) -> Role | None:
        text = same(self._text(row, Word.ROLE) or "")
        if text in _OWN:
            return Role.APPLICANT
        if text in set(Role):
            return Role(text)
        self._find(
            "invoer-waarde",
            row,
            self.columns[Word.ROLE],
            f"'{text}' is geen rol; schrijf {' of '.join(Role)}",
            discreet=f"hier staat geen rol; schrijf {' of '.join(Role)}",
        )
        return None

    def _mark(self, row: Row) -> str | None:
        mark = self._text(row, Word.MARK)
        if mark is None and self.table.of_lines:
            column = self.columns[Word.MARK]
            self._find("invoer-waarde", row, column, "het kenmerk van de factuurregel ontbreekt")
        return mark

    def _check_month(self, row: Row) -> None:
        column = self.columns.get(Word.MONTH)
        cell = None if column is None else row.cells.get(column)
        if cell is None:
            return
        try:
            month = month_of(cell)
        except UnreadableValueError as error:
            self._find("invoer-maand", row, column, f"{error}", discreet="hier staat geen maand")
            return
        if month != self.month:
            said, asked = iso_day(month)[:7], iso_day(self.month)[:7]
            self._find("invoer-maand", row, column, f"de rij is van {said} en niet van {asked}")

    def _text(self, row: Row, word: Word) -> str | None:
        cell = row.cells.get(self.columns.get(word, 0))
        return None if cell is None else text_of(cell) or None

    # The form of the row

    def _check_width(self, row: Row) -> None:
        for column in row.cells:
            if column not in self.table.headings:
                message = f"'{shown(row.cells[column].raw)}' staat onder geen kop"
                self._find("invoer-rij", row, column, message, discreet="deze cel staat onder geen kop")
        least = max(self.table.headings)
        if row.width is not None and row.width < least:
            message = f"de rij heeft {row.width} cellen en de kop {least}"
            self._find("invoer-rij", row, None, message)

    def _is_total(self, row: Row) -> bool:
        texts = (self._text(row, Word.NUMBER), self._text(row, Word.NAME))
        said = [same(text) for text in texts if text]
        return bool(said) and all(text in _TOTALS for text in said)

    def _check_total(self, row: Row) -> None:
        """A row of totals is no member; it is held against the rows above it."""
        for column, meaning in self.table.meanings.items():
            cell, fact = row.cells.get(column), meaning.fact
            if cell is None or fact is None or fact.type.kind is not Kind.MONEY or column in self.doubted:
                continue
            try:
                said = value_of(cell, fact.type)
            except UnreadableValueError as error:
                self._unreadable(row, column, fact, error)
                continue
            counted = self.sums.get(column, 0)
            if said != counted:
                money = Kind.MONEY
                message = (
                    f"het totaal is {as_dutch(said, money)} en de rijen zijn samen {as_dutch(counted, money)}"
                )
                discreet = "het totaal is niet wat de rijen samen zijn"
                self._find("invoer-totaal", row, column, message, discreet=discreet)

    def _unreadable(self, row: Row, column: int, fact: Fact, error: UnreadableValueError) -> None:
        heading = self.table.headings[column]
        discreet = f"{heading}: dit is niet te lezen; schrijf {type_in_words(fact.type)}"
        self._find("invoer-waarde", row, column, f"{heading}: {error}", discreet=discreet)

    def _find(
        self,
        code: str,
        row: Row,
        column: int | None,
        message: str,
        *,
        remedy: str = "",
        discreet: str | None = None,
    ) -> None:
        sheet = self.table.sheet
        self.findings.append(sheet.find(code, row.number, column, message, remedy=remedy, discreet=discreet))


def check_together(given: tuple[Given, ...]) -> Iterator[Diagnostic]:
    """Two rows about the same member, or two invoice lines with one mark."""
    first: dict[tuple[int, Role | None, str | None], Given] = {}
    for each in given:
        mark = None if each.mark is None else same_mark(each.mark)
        key = (each.member, None if each.mark else each.role, mark)
        if key in first:
            yield _double(first[key], each)
        first.setdefault(key, each)


def _double(first: Given, second: Given) -> Diagnostic:
    what = "dit lid" if second.mark is None else f"factuurregel '{second.mark}' van dit lid"
    other = "" if first.mark == second.mark else f" als '{first.mark}'"
    message = (
        f"Rij {second.place.line}: {what} staat ook op rij {first.place.line}{other} ({first.place.file})"
    )
    return finding("invoer-dubbel", second.place, message)
