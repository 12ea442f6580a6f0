"""An XLSX workbook as sheets: only what stands in its cells, within bounds, with nothing run and nothing fetched.

With `workbook` this is the only door to openpyxl.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import Any
from typing import NamedTuple
from typing import TypeVar

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.settling.sheets import MAX_COLUMNS
from soco_rules.settling.sheets import MAX_ROWS
from soco_rules.settling.sheets import Cell
from soco_rules.settling.sheets import Raw
from soco_rules.settling.sheets import Row
from soco_rules.settling.sheets import Sheet

MAX_UNPACKED = 100_000_000
MAX_PARTS = 2_000
MAX_TAGS = {True: 5_000_000, False: 200_000}
"""How many tags there are in one part that holds cells or their texts, and in one that tells how they look."""
MAX_SHEETS = 50
LAST_ROW = 1_048_576
"""The last row that a spreadsheet knows."""
MAX_CELLS = 20_000_000
"""How many places of a sheet are looked at, also empty ones."""
EXPLANATION = "Uitleg"
"""The sheet with explanation in a form that soco handed out; it is never read."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s[^<>]*?hidden="(?:1|true)"')
_CELLS = re.compile(r"xl/(?:worksheets/[^/]+|sharedStrings)\.xml")
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")

Found = tuple[Diagnostic, ...]
_Thing = TypeVar("_Thing")


class _DamagedError(Exception):
    """openpyxl cannot read the workbook."""


class _Place(NamedTuple):
    """What openpyxl finds in a cell."""

    value: object
    is_percentage: bool
    is_formula: bool


_NOTHING = _Place(None, is_percentage=False, is_formula=False)


@dataclass(frozen=True, slots=True)
class Merged:
    """A rectangle of merged cells: first and last row and column."""

    first_row: int
    last_row: int
    first_column: int


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet with its merged cells and with the places where a stored result of a formula was missing."""

    sheet: Sheet
    merged: tuple[Merged, ...] = ()
    without_result: tuple[tuple[int, int], ...] = ()


def read_xlsx(file: str, content: bytes) -> tuple[tuple[Read, ...], Found]:
    """The visible sheets that hold anything, with findings about what was left out or cannot be read."""
    here = Span(file)
    if content.startswith(_OLD_OFFICE):
        message = "dit is een oud of beveiligd werkboek; bewaar het als .xlsx zonder wachtwoord"
        return (), (finding("invoer-onleesbaar", here, message),)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if unsafe := tuple(_unsafe(file, archive)):
                return (), unsafe
            parts = _sheet_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        return (), (finding("invoer-onleesbaar", here, f"'{file}' is geen werkboek van een rekenblad"),)
    try:
        return _sheets(file, content, parts)
    except _DamagedError:
        return (), (finding("invoer-onleesbaar", here, f"'{file}' is beschadigd of geen .xlsx-werkboek"),)


def _unsafe(file: str, archive: zipfile.ZipFile) -> Iterator[Diagnostic]:
    """What would make reading the archive cost more than any month of a cooperative does."""
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        message = f"'{file}' is uitgepakt groter dan {MAX_UNPACKED // 1_000_000} MB"
        yield finding("te-groot", Span(file), message)
        return
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            text = archive.read(part)
            if text.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")) or _DECLARATION.search(text):
                message = f"in '{file}' staat iets wat geen rekenblad schrijft ({part.filename})"
                yield finding("invoer-onleesbaar", Span(file), message)
                return
            if text.count(b"<") > MAX_TAGS[_CELLS.fullmatch(part.filename) is not None]:
                message = f"'{file}' heeft meer cellen of opmaak dan een opgave van een maand"
                yield finding("te-groot", Span(file), message)
                return


def _sheet_parts(archive: zipfile.ZipFile) -> Mapping[str, bytes]:
    return {name: archive.read(name) for name in archive.namelist() if _SHEET_PART.fullmatch(name)}


def _sheets(file: str, content: bytes, parts: Mapping[str, bytes]) -> tuple[tuple[Read, ...], Found]:
    has_formulas = any(_FORMULA.search(part) for part in parts.values())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out, such as pictures, no row holds
        results = _given(lambda: _opened(content, data_only=True))
        formulas = _given(lambda: _opened(content, data_only=False)) if has_formulas else None
        read: list[Read] = []
        findings: list[Diagnostic] = []
        for sheet in results.worksheets[:MAX_SHEETS]:
            if sheet.title == EXPLANATION:
                continue
            part = parts.get(getattr(sheet, "_worksheet_path", "").removeprefix("/"), b"")
            with_formulas = None
            if formulas is not None and _FORMULA.search(part):
                with_formulas = _given(partial(formulas.__getitem__, sheet.title))
            found, wrong = _sheet(file, sheet, with_formulas, part)
            findings += wrong
            if found is not None and found.sheet.rows:
                if sheet.sheet_state == "visible":
                    read.append(found)
                else:
                    message = f"het verborgen blad '{sheet.title}' is niet gelezen"
                    findings.append(finding("invoer-blad-overgeslagen", found.sheet.place(), message))
    return tuple(read), tuple(findings)


def _sheet(
    file: str,
    sheet: Any,  # noqa: ANN401 - openpyxl's reader of one sheet has no public type
    with_formulas: Any | None,  # noqa: ANN401 - idem
    part: bytes,
) -> tuple[Read | None, Found]:
    places = _formula_places(with_formulas)
    answered: set[tuple[int, int]] = set()
    rows: list[Row] = []
    width = 0
    for number, cells in _rows_of(sheet):
        width += len(cells)
        filled = {
            column: Cell(raw, cell.is_percentage, (number, column) in places)
            for column, cell in enumerate(cells, start=1)
            if (raw := _raw(cell.value)) is not None
        }
        if (
            number > LAST_ROW
            or width > MAX_CELLS
            or (filled and (number > MAX_ROWS or max(filled) > MAX_COLUMNS))
        ):
            most = f"{MAX_ROWS:,} rijen of {MAX_COLUMNS} kolommen".replace(",", ".")
            message = f"het blad '{sheet.title}' heeft meer dan {most}"
            return None, (finding("te-groot", Span(file, number), message),)
        if filled:
            rows.append(Row(number, filled))
            answered |= {(number, column) for column in filled}
    read = Sheet(file, sheet.title, tuple(rows))
    found = (_about_hidden_rows(read),) if rows and _HIDDEN_ROW.search(part) else ()
    return Read(read, _merged(part), tuple(sorted(places - answered))), found


def _rows_of(sheet: Any) -> Iterator[tuple[int, Sequence[_Place]]]:  # noqa: ANN401 - as above
    """Every row with its number; a row is as wide as its last cell, whatever the file says of its size."""
    _given(sheet.reset_dimensions)
    rows = _given(lambda: iter(islice(sheet.iter_rows(), LAST_ROW + 1)))
    number = 0
    while (places := _given(lambda: _next_row(rows))) is not None:
        number += 1
        yield number, places


def _next_row(rows: Iterator[Sequence[Any]]) -> Sequence[_Place] | None:
    row = next(rows, None)
    return None if row is None else [_place_of(cell) for cell in row]


def _place_of(cell: Any) -> _Place:  # noqa: ANN401 - as above
    if cell.value is None:
        return _NOTHING
    return _Place(cell.value, "%" in (cell.number_format or ""), cell.data_type == "f")


def _opened(content: bytes, *, data_only: bool) -> Any:  # noqa: ANN401 - as above
    return load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)


def _given(by_openpyxl: Callable[[], _Thing]) -> _Thing:
    """What openpyxl gives, and nothing of our own: on a damaged workbook it raises anything at all."""
    try:
        return by_openpyxl()
    except Exception as error:
        raise _DamagedError from error


def _formula_places(sheet: Any | None) -> frozenset[tuple[int, int]]:  # noqa: ANN401 - as above
    if sheet is None:
        return frozenset()
    return frozenset(
        (number, column)
        for number, cells in _rows_of(sheet)
        for column, cell in enumerate(cells, start=1)
        if cell.is_formula
    )


def _raw(value: object) -> Raw | None:
    """What a cell holds, a number as its reader sees it: with the fifteen digits that a spreadsheet shows."""
    match value:
        case None:
            return None
        case bool():
            return value
        case int() | float():
            return Decimal(f"{value:.15g}")
        case datetime() if value.time() == time():
            return value.date()
        case datetime() | time() | timedelta():
            return str(value)
        case date():
            return value
        case _:
            text = str(value)
            return text if text.strip() else None


def _merged(part: bytes) -> tuple[Merged, ...]:
    return tuple(_rectangles(match[1].decode() for match in _MERGED.finditer(part)))


def _rectangles(references: Iterable[str]) -> Iterator[Merged]:
    for reference in references:
        first_column, first_row, _, last_row = _given(partial(range_boundaries, reference))
        if first_column is not None and first_row is not None and last_row is not None:
            yield Merged(first_row, last_row, first_column)


def _about_hidden_rows(sheet: Sheet) -> Diagnostic:
    message = f"op blad '{sheet.name}' zijn rijen verborgen, ook door een filter; zij zijn wel gelezen"
    return finding("invoer-verborgen-rijen", sheet.place(), message)
