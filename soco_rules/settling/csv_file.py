"""A CSV file as a sheet: whatever separator and letters the program that wrote it chose, or a finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from collections.abc import Iterator
from itertools import islice

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.settling.sheets import MAX_COLUMNS
from soco_rules.settling.sheets import MAX_ROWS
from soco_rules.settling.sheets import Cell
from soco_rules.settling.sheets import Row
from soco_rules.settling.sheets import Sheet

SEPARATORS = (";", "\t", ",")
_EXCEL_LINE = "sep="
_TRIED = 20
_WIDE = (b"\xff\xfe", b"\xfe\xff")

Found = tuple[Diagnostic, ...]


def read_csv(
    file: str, content: bytes, headings: Callable[[tuple[str, ...]], int]
) -> tuple[Sheet | None, Found]:
    """The rows of a CSV file; `headings` tells how many cells of a row are known headings, to choose the separator."""
    text, wrong = _decoded(content)
    if text is None:
        return None, (finding("invoer-onleesbaar", Span(file), wrong),)
    skipped = 0
    if text.casefold().startswith(_EXCEL_LINE) and text[len(_EXCEL_LINE) :][:1] in SEPARATORS:
        separator, skipped = text[len(_EXCEL_LINE)], 1
        text = text.partition("\n")[2]
    else:
        separator = _separator(text, headings)
    return _rows(file, text, separator, skipped)


def _decoded(content: bytes) -> tuple[str | None, str]:
    if content.startswith(_WIDE):
        return None, "het bestand is bewaard als Unicode-tekst (UTF-16); bewaar het als CSV UTF-8"
    if b"\0" in content:
        return None, "in het bestand staan tekens die niet in een tekst horen"
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding), ""
        except UnicodeDecodeError:
            continue
    return None, "de letters zijn geen UTF-8 en geen Windows-1252; bewaar het bestand als CSV UTF-8"


def _separator(text: str, headings: Callable[[tuple[str, ...]], int]) -> str:
    """The separator with which some of the first rows has the most known headings, else the most cells."""

    def worth(separator: str) -> tuple[int, int]:
        try:
            rows = [row[: MAX_COLUMNS + 1] for row in islice(_reader(text, separator, strict=False), _TRIED)]
        except csv.Error:
            return -1, -1
        return max((headings(tuple(row)) for row in rows), default=0), max(map(len, rows), default=0)

    return max(SEPARATORS, key=worth)


def _reader(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)


def _rows(file: str, text: str, separator: str, skipped: int) -> tuple[Sheet | None, Found]:
    rows: list[Row] = []
    reader = _reader(text, separator, strict=True)
    number = skipped
    try:
        for cells in reader:
            number += 1
            if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
                most = (
                    f"{MAX_ROWS:,} rijen".replace(",", ".")
                    if number > MAX_ROWS
                    else f"{MAX_COLUMNS} kolommen"
                )
                return None, (finding("te-groot", Span(file, number), f"'{file}' heeft meer dan {most}"),)
            filled = {column: Cell(cell) for column, cell in enumerate(cells, start=1) if cell.strip()}
            if filled:
                rows.append(Row(number, filled, len(cells)))
    except csv.Error:
        message = f"na rij {number} klopt een aanhalingsteken niet"
        return None, (finding("invoer-onleesbaar", Span(file, number + 1), message),)
    return Sheet(file, None, tuple(rows)), ()
