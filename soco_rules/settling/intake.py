"""The file that a cooperative sends: from bytes to rows of members, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.values import spaced
from soco_rules.settling.asked import Asked
from soco_rules.settling.columns import Table
from soco_rules.settling.columns import Vocabulary
from soco_rules.settling.columns import Word
from soco_rules.settling.columns import table_of
from soco_rules.settling.columns import unused_columns
from soco_rules.settling.csv_file import read_csv
from soco_rules.settling.members import Member
from soco_rules.settling.members import Members
from soco_rules.settling.rows import Given
from soco_rules.settling.rows import Tell
from soco_rules.settling.rows import check_together
from soco_rules.settling.rows import given_by
from soco_rules.settling.rows import in_silence
from soco_rules.settling.sheets import MAX_BYTES
from soco_rules.settling.xlsx_file import Read
from soco_rules.settling.xlsx_file import read_xlsx

_ZIP = b"PK\x03\x04"
_SHOWN = 5
Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """For whom and for which month a file should be; `month` is the day number of its first day."""

    asked: Asked
    members: Members
    month: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as sheets with rows; `findings` are why it cannot be read, or what was left out."""

    file: str
    sheets: tuple[Read, ...]
    findings: Found


def opened(file: str, content: bytes, vocabulary: Vocabulary, sheets: Sequence[str] = ()) -> Opened:
    """A file as sheets, within bounds. `sheets` names those of a workbook; without it all that are visible."""
    if len(content) > MAX_BYTES:
        message = f"'{file}' is groter dan {MAX_BYTES // 1_000_000} MB"
        return Opened(file, (), (finding("te-groot", Span(file), message),))
    read, findings = _read(file, content, vocabulary.count)
    chosen, missing = _chosen(file, read, sheets)
    return Opened(file, chosen, (*findings, *missing))


def read_intake(
    file: str, content: bytes, vocabulary: Vocabulary, expected: Expected, sheets: Sequence[str] = ()
) -> tuple[tuple[Given, ...], Found]:
    """Everything that a file gives, with all that is wrong with it; with an error nothing of it may be booked.

    `sheets` names the sheets of a workbook that are read; without it all that are visible.
    """
    return read_opened(opened(file, content, vocabulary, sheets), vocabulary, expected)


def read_opened(
    content: Opened, vocabulary: Vocabulary, expected: Expected, tell: Tell = in_silence
) -> tuple[tuple[Given, ...], Found]:
    """As `read_intake`, of a file that is opened."""
    file = content.file
    given: list[Given] = []
    found: list[Diagnostic] = [*content.findings]
    tables: list[Table] = []
    meant: set[int] = set()
    for each in content.sheets:
        table, wrong = table_of(each.sheet, vocabulary)
        found += wrong
        if table is not None:
            rows, others, wrong = given_by(table, expected.members, expected.month, tell)
            given += rows
            meant |= others
            found += (*_about_workbook(each, table), *wrong)
            tables.append(table)
    if not (content.sheets or has_errors(found)):
        found.append(finding("invoer-koppen", Span(file), f"'{file}' is leeg"))
    everything = tuple(given)
    if tables:
        found += unused_columns(file, tables, vocabulary)
        found += (*check_together(everything), *_about_states(everything, expected))
        found += (
            *_both_ways(everything, expected.asked),
            *_absent(tables, everything, meant, expected, has_errors(found)),
        )
    return everything, in_reading_order(found)


def _read(
    file: str, content: bytes, known: Callable[[tuple[str, ...]], int]
) -> tuple[tuple[Read, ...], Found]:
    if content.startswith((_ZIP, b"\xd0\xcf\x11\xe0")):
        return read_xlsx(file, content)
    sheet, findings = read_csv(file, content, known)
    return ((Read(sheet),) if sheet is not None and sheet.rows else ()), findings


def _chosen(file: str, read: tuple[Read, ...], sheets: Sequence[str]) -> tuple[tuple[Read, ...], Found]:
    if not sheets:
        return read, ()
    names = [each.sheet.name for each in read if each.sheet.name is not None]
    missing = tuple(
        finding(
            "invoer-koppen",
            Span(file),
            f"'{file}' heeft geen zichtbaar blad '{name}' waar iets op staat",
            remedy=did_you_mean(name, names, otherwise=""),
        )
        for name in sheets
        if name not in names
    )
    return tuple(each for each in read if each.sheet.name in sheets), missing


def _about_workbook(read: Read, table: Table) -> Iterator[Diagnostic]:
    """Merged cells and formulas where they can hide or change what counts."""
    sheet, first = read.sheet, table.header.number
    for merged in read.merged:
        if merged.last_row >= first:
            message = (
                "hier zijn cellen samengevoegd; daarvan is niet te zeggen bij welke rij of kolom zij horen"
            )
            yield sheet.find("invoer-samengevoegd", merged.first_row, merged.first_column, message)
    counts = {column for column, meaning in table.meanings.items() if meaning.word is not Word.SKIP}
    for row, column in read.without_result:
        if row > first and column in counts:
            message = "de cel heeft een formule en geen bewaarde uitkomst"
            yield sheet.find("invoer-formule", row, column, message)
    formulas = [
        (row.number, column)
        for row in table.rows
        for column, cell in row.cells.items()
        if cell.is_formula and column in counts
    ]
    if formulas:
        row, column = formulas[0]
        message = f"{_cells(len(formulas))} een formule; gelezen is de uitkomst die het rekenblad het laatst bewaarde"
        yield sheet.find("invoer-formule-gelezen", row, column, message)


def _cells(number: int) -> str:
    return "deze cel heeft" if number == 1 else f"{number} cellen, te beginnen met deze, hebben"


def _about_states(given: Iterable[Given], expected: Expected) -> Iterator[Diagnostic]:
    """A row of a member whose stand no besluit of the settlement is about."""
    states = expected.asked.states
    for each in given:
        member = expected.members.every[each.member]
        if not member.is_due(states):
            stand = " en ".join(f"'{spaced(state)}'" for state in sorted(member.states)) or "geen"
            row, end = f"Rij {each.place.line}:", f"heeft in deze maand de stand {stand}"
            discreet = f"{row} dossier {member.number} {end}"
            yield finding("invoer-stand", each.place, f"{row} '{member.name}' {end}", discreet=discreet)


def _both_ways(given: tuple[Given, ...], asked: Asked) -> Iterator[Diagnostic]:
    """A fact that is given as a whole and in lines, so that it would count twice or contradict itself."""
    in_lines = {(each.member, each.role) for each in given if each.mark is not None}
    for each in given:
        for name in each.facts:
            twice = each.mark is None and name in asked.counted_from_lines
            if twice and (each.member, each.role) in in_lines:
                message = f"Rij {each.place.line}: '{name}' staat hier als bedrag en ook als factuurregels"
                yield finding("invoer-dubbel", each.place, message)


def _absent(
    tables: Sequence[Table],
    given: tuple[Given, ...],
    meant: AbstractSet[int],
    expected: Expected,
    is_wrong: bool,
) -> Iterator[Diagnostic]:
    """Members of whom a row was expected; of whom invoices are sent, having none is told and no mistake.

    Of a member that is `meant` in a row with a mistake, that mistake is told, and not that there is no row.
    """
    states = expected.asked.states
    due = [member for member in expected.members.every.values() if member.is_due(states)]
    here = tables[0].sheet.place(tables[0].header.number)
    if any(not table.of_lines for table in tables):
        present = {each.member for each in given if each.mark is None}
        if is_wrong and not present:
            return
        for member in due:
            if member.number not in present | meant:
                discreet = f"voor dossier {member.number} is er geen rij"
                message = f"voor {_named(member)} is er geen rij"
                yield finding("invoer-lid-ontbreekt", here, message, discreet=discreet)
    else:
        present = {each.member for each in given}
        without = [member for member in due if member.number not in present | meant]
        if without:
            rest = len(without) - _SHOWN
            more = f" en nog {rest}" if rest > 0 else ""
            message = f"zonder factuurregel: {', '.join(map(_named, without[:_SHOWN]))}{more}"
            numbers = ", ".join(str(member.number) for member in without[:_SHOWN])
            discreet = f"zonder factuurregel: dossier {numbers}{more}"
            yield finding("invoer-zonder-regels", here, message, discreet=discreet)


def _named(member: Member) -> str:
    return f"'{member.name}'" + (f" (lidnummer {member.member_number})" if member.member_number else "")
