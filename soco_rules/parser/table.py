"""Rules written as a table with pipes: every row is one rule, every condition column one condition of it.

A cell stands behind its header: `leeftijd` above `< 27` means `leeftijd < 27`, `uitkering` above `pw` means
`uitkering is pw`. `-` means that the column does not matter for the row. The table means the same as the list of
rules it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.parser.located import Located

NAME = "naam"
OUTCOME = "dan"
LISTS = {"uitzondering_op": ",", "gaat_voor": ",", "grondslag": ";"}
"""The columns whose cells may hold more than one text, and the sign between them."""
TEXTS = frozenset({NAME, OUTCOME, "omschrijving", "bron", "aanname", "lokaal_afwijken"})
_COMPARATORS = ("<=", ">=", "<>", "<", ">", "=")
_HEADER_ENDS = (
    *_COMPARATORS, "is", "is niet", "is ten minste", "is ten hoogste", "is meer dan", "is minder dan",
    "is een van", "is geen van",
)  # fmt: skip
_NO_MATTER = "-"


@dataclass(frozen=True, slots=True)
class Condition:
    """Header and cell as one expression, and the place of the cell."""

    text: Located
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: its conditions, and the other columns that are filled."""

    conditions: tuple[Condition, ...]
    columns: Mapping[str, Located]
    span: Span

    def texts(self, column: str) -> tuple[Located, ...]:
        """The texts in a column that may hold more than one."""
        cell = self.columns.get(column)
        return tuple(_split(cell, LISTS[column])) if cell else ()


def read_table(table: Located) -> tuple[tuple[Row, ...], tuple[Diagnostic, ...]]:
    """The rows of a table; a row that cannot be read is a finding and left out."""
    lines = [line for line in _split(table, "\n") if line.text]
    findings: list[Diagnostic] = []
    cells = [_cells(line, findings) for line in lines]
    header = cells[0] if cells else ()
    findings += _check_header(table, header) if header or not cells else ()
    if findings and not header:
        return (), tuple(findings)
    if len(cells) == 1:
        findings.append(_shape(table.whole, "de tabel heeft een kop en geen rijen"))
    rows = tuple(
        row
        for line, filled in zip(lines[1:], cells[1:], strict=True)
        if filled and (row := _row(header, filled, line, findings))
    )
    return rows, tuple(findings)


def _cells(line: Located, findings: list[Diagnostic]) -> tuple[Located, ...]:
    if len(line.text) < 2 or not (line.text.startswith("|") and line.text.endswith("|")):
        findings.append(_shape(line.whole, "deze rij begint en eindigt niet met een streepje |"))
        return ()
    return tuple(_split(_part(line, 1, len(line.text) - 1), "|"))


def _check_header(table: Located, header: tuple[Located, ...]) -> Iterator[Diagnostic]:
    names = [cell.text for cell in header]
    for needed in (NAME, OUTCOME):
        if needed not in names:
            place = header[0].whole if header else table.whole
            yield _shape(place, f"de tabel heeft geen kolom '{needed}'", f"voeg een kolom '{needed}' toe")
    for cell in header:
        if not cell.text:
            yield _shape(cell.whole, "deze kolom heeft geen kop")
    seen: set[str] = set()
    for cell in header:
        if cell.text in seen & (TEXTS | LISTS.keys()):
            yield _shape(cell.whole, f"de kolom '{cell.text}' staat twee keer in de tabel")
        seen.add(cell.text)


def _row(
    header: tuple[Located, ...], cells: tuple[Located, ...], line: Located, findings: list[Diagnostic]
) -> Row | None:
    if len(cells) != len(header):
        findings.append(
            _shape(line.whole, f"deze rij heeft {len(cells)} kolommen en de kop heeft er {len(header)}")
        )
        return None
    conditions: list[Condition] = []
    columns: dict[str, Located] = {}
    for head, cell in zip(header, cells, strict=True):
        fixed = head.text in TEXTS or head.text in LISTS
        if fixed and cell.text not in {"", _NO_MATTER}:
            columns[head.text] = cell
        elif head.text in {NAME, OUTCOME}:
            findings.append(_shape(cell.whole, f"deze rij heeft geen '{head.text}'"))
        elif not fixed and not cell.text:
            findings.append(
                _shape(cell.whole, "deze cel is leeg", "schrijf - als de kolom voor deze rij niet telt")
            )
        elif not fixed and cell.text != _NO_MATTER and head.text:
            conditions.append(Condition(_condition(head, cell), cell.whole))
    if NAME not in columns or OUTCOME not in columns:
        return None
    return Row(tuple(conditions), columns, line.whole)


def _condition(head: Located, cell: Located) -> Located:
    """Header and cell as one expression; what lies between them points at the cell."""
    if head.text in _HEADER_ENDS or head.text.endswith(tuple(f" {end}" for end in _HEADER_ENDS)):
        return _join((head, " ", cell))
    verb = " " if cell.text.startswith((*_COMPARATORS, "is ")) else " is "
    if head.text.replace("_", "").isalnum():
        return _join((head, verb, cell))
    return _join(("(", head, ")" + verb, cell))


def _shape(span: Span, message: str, remedy: str = "") -> Diagnostic:
    return finding("tabel-vorm", span, message, remedy=remedy)


def _split(text: Located, mark: str) -> Iterator[Located]:
    """The parts between marks, without the white space around them."""
    start = 0
    for piece in text.text.split(mark):
        left = start + len(piece) - len(piece.lstrip())
        yield (
            _part(text, left, max(left, start + len(piece.rstrip())))
            if piece.strip()
            else _part(text, start, start)
        )
        start += len(piece) + len(mark)


def _part(text: Located, start: int, end: int) -> Located:
    place = text.span(min(start, max(len(text.text) - 1, 0)), start)
    inside = [(offset - start, line, column) for offset, line, column in text.pieces if start < offset < end]
    return Located(text.text[start:end], text.file, ((0, place.line, place.column), *inside))


def _join(parts: tuple[Located | str, ...]) -> Located:
    """One text out of several; words in between get the place of the text that follows or precedes them."""
    located = [part for part in parts if isinstance(part, Located)]
    text = ""
    pieces: list[tuple[int, int, int]] = []
    for index, part in enumerate(parts):
        if isinstance(part, Located):
            pieces += [(offset + len(text), line, column) for offset, line, column in part.pieces]
            text += part.text
        else:
            after = next((other for other in parts[index:] if isinstance(other, Located)), located[-1])
            _, line, column = after.pieces[0]
            pieces += [(len(text) + step, line, column) for step in range(len(part))]
            text += part
    return Located(text, located[0].file, tuple(pieces))
