"""A table that somebody sent, cell by cell as it stands there: not yet matched, not yet typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span

MAX_BYTES = 10_000_000
MAX_ROWS = 50_000
MAX_COLUMNS = 100
MAX_TEXT = 2_000
"""How many signs one cell may hold."""

Raw = str | Decimal | bool | date
"""What a cell can hold; an empty cell is not there at all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell. `is_share` tells that a spreadsheet shows its number as a percentage."""

    raw: Raw
    is_share: bool = False
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of one row, by column; rows and columns count from 1, as a spreadsheet shows them.

    `width` is how many cells the row has in a text file, also empty ones; None in a spreadsheet.
    """

    number: int
    cells: Mapping[int, Cell]
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet that hold anything. A CSV file is one sheet without a name."""

    file: str
    name: str | None
    rows: tuple[Row, ...]

    def place(self, row: int = 1, column: int = 1) -> Span:
        """Where a cell stands, for a finding."""
        return Span(self.label, row, column, row, column + 1)

    @property
    def label(self) -> str:
        """The file, with the sheet where there can be several."""
        return f"{self.file} [{self.name}]" if self.name is not None else self.file

    def find(
        self,
        code: str,
        row: int,
        column: int | None,
        message: str,
        *,
        remedy: str = "",
        discreet: str | None = None,
    ) -> Diagnostic:
        """A finding that tells sheet, row and column letter in words too."""
        where = f"Rij {row}" if column is None else f"Rij {row}, kolom {letter(column)}"
        if self.name is not None:
            where = f"Blad '{self.name}', {where[0].lower()}{where[1:]}"
        quiet = None if discreet is None else f"{where}: {discreet}"
        place = self.place(row, column or 1)
        return finding(code, place, f"{where}: {message}", remedy=remedy, discreet=quiet)


def letter(column: int) -> str:
    """The letters by which a spreadsheet names a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def plain(text: str) -> str:
    """A text with one space where there is white space, in one form of its accents."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def same_mark(mark: str) -> str:
    """The mark of an invoice line in the form in which two are the same: without capitals and spare spaces."""
    return plain(mark).casefold()


def same(text: str) -> str:
    """A heading or name in the form in which two are the same: without capitals, low lines and spare spaces."""
    return plain(text.replace("_", " ")).casefold()


def shown(raw: Raw) -> str:
    """A cell as its reader saw it, cut off where it is very long."""
    match raw:
        case bool():
            text = "ja" if raw else "nee"
        case Decimal():
            text = f"{raw.normalize():f}".replace(".", ",")
        case date():
            text = f"{raw.day}-{raw.month}-{raw.year}"
        case str():
            text = plain(raw)
    return text if len(text) <= 60 else f"{text[:60]}..."
