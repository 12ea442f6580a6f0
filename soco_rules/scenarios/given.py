"""The steps that tell a case: agreement, agreed points that are supposed, dates, facts and judgements."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.compiler.variant import Stated
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import capital
from soco_rules.model.values import parse_date
from soco_rules.scenarios.situation import Cell
from soco_rules.scenarios.situation import Desk
from soco_rules.scenarios.situation import Findings
from soco_rules.scenarios.situation import Key
from soco_rules.scenarios.situation import Refused
from soco_rules.scenarios.situation import Result
from soco_rules.scenarios.situation import Said
from soco_rules.scenarios.situation import Situation
from soco_rules.scenarios.situation import Spoken
from soco_rules.scenarios.situation import Table

_SUPPOSE_NOTHING = "Hier staat niet wat er in plaats daarvan is afgesproken."
_SUPPOSE_OPEN = "schrijf een waarde, niet van toepassing, of open"
FACT_COLUMNS = ("gegeven", "waarde", "belanghebbende", "partner", "voor", "bron", "datum")
POINT_COLUMNS = ("afspraak", "waarde")
JUDGEMENT_COLUMNS = ("oordeel", "waarde", "door", "reden", "voor", "datum")


def agreement_is(spoken: Spoken, situation: Situation, _: Desk) -> Result:
    """Which agreement the case falls under."""
    return replace(situation, agreement=Said(spoken.words["kenmerk"], spoken.span))


def point_is(spoken: Spoken, situation: Situation, _: Desk) -> Result:
    """Suppose that one point was agreed otherwise; a later step about the same point goes before this one."""
    name, text = spoken.words["naam"].strip(), spoken.words["waarde"].strip()
    if not name or not text:
        return Refused((finding("scenario-onvolledig", spoken.span, _SUPPOSE_NOTHING, remedy=_SUPPOSE_OPEN),))
    return _supposing(situation, {name: Stated(text, spoken.span, spoken.span)})


def points_are(spoken: Spoken, situation: Situation, _: Desk) -> Result:
    """Suppose that the points in a table were agreed otherwise."""
    rows, findings = _rows(spoken, "afspraak", POINT_COLUMNS)
    problems = list(findings)
    told: dict[str, Stated] = {}
    for row in rows:
        name, text = row.name.text, row.text("waarde")
        if text is None:
            span = row.span("waarde") if "waarde" in row.cells else row.name.span
            problems.append(finding("scenario-tabel", span, _SUPPOSE_NOTHING, remedy=_SUPPOSE_OPEN))
        elif name in told:
            message = f"De afspraak '{name}' staat er twee keer."
            problems.append(finding("scenario-tabel", row.name.span, message))
        else:
            told[name] = Stated(text, row.name.span, row.span("waarde"))
    return Refused(tuple(problems)) if problems else _supposing(situation, told)


def _supposing(situation: Situation, told: Mapping[str, Stated]) -> Situation:
    return replace(situation, points={**situation.points, **told})


def reference_date_is(spoken: Spoken, situation: Situation, _: Desk) -> Result:
    """The day for which the rules are read; replaces a month that was said before."""
    return _dated(spoken, lambda day: replace(situation, reference_date=day, month=None))


def decision_date_is(spoken: Spoken, situation: Situation, _: Desk) -> Result:
    """The day of the decision."""
    return _dated(spoken, lambda day: replace(situation, decision_date=day))


def month_is(spoken: Spoken, situation: Situation, _: Desk) -> Result:
    """The month of a monthly decision; replaces a reference date that was said before."""
    month = spoken.words["maand"]
    try:
        first = parse_date(f"{month}-01")
    except UnreadableValueError:
        message = f"'{month}' is geen maand; schrijf jaar-maand, bijvoorbeeld 2026-10."
        return Refused((finding("ongeldige-waarde", spoken.span, message),))
    return replace(situation, month=first, reference_date=None)


def facts_are(spoken: Spoken, situation: Situation, _: Desk) -> Result:
    """Facts in a table; an empty cell is not supplied, two rows are two reports."""
    rows, findings = _rows(spoken, "gegeven", FACT_COLUMNS)
    told: dict[Key, tuple[Report, ...]] = {}
    problems = list(findings)
    for row in rows:
        reports, found = _reports(row)
        problems += found
        for key, report in reports:
            told[key] = (*told.get(key, ()), report)
    if problems:
        return Refused(tuple(problems))
    return replace(situation, facts={**situation.facts, **told}, names={**situation.names, **_names(rows)})


def judgements_are(spoken: Spoken, situation: Situation, _: Desk) -> Result:
    """Judgements in a table, with who judged and why; an empty value is no judgement."""
    rows, findings = _rows(spoken, "oordeel", JUDGEMENT_COLUMNS)
    told: dict[Key, Judgement] = {}
    problems = list(findings)
    for row in rows:
        role, found = _role(row)
        problems += found
        if value := row.text("waarde"):
            key = (row.name.text, role)
            if key in told:
                message = f"Het oordeel '{row.name.text}' staat er twee keer."
                problems.append(finding("scenario-tabel", row.name.span, message))
            told[key] = Judgement(
                value, row.text("door") or "", row.span("waarde"), row.text("datum"), row.text("reden")
            )
    if problems:
        return Refused(tuple(problems))
    return replace(
        situation, judgements={**situation.judgements, **told}, names={**situation.names, **_names(rows)}
    )


def _dated(spoken: Spoken, told: Callable[[int], Situation]) -> Result:
    try:
        return told(parse_date(spoken.words["datum"]))
    except UnreadableValueError as error:
        return Refused((finding("ongeldige-waarde", spoken.span, f"{_sentence(error)}."),))


def _sentence(error: UnreadableValueError) -> str:
    return capital(str(error))


@dataclass(frozen=True, slots=True)
class _Row:
    """One row below the header, by column."""

    name: Cell
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str | None:
        return self.cells[column].text.strip() or None if column in self.cells else None

    def span(self, column: str) -> Span:
        return self.cells[column].span


def _rows(spoken: Spoken, first: str, columns: tuple[str, ...]) -> tuple[tuple[_Row, ...], Findings]:
    table = spoken.table
    if problems := tuple(_header_problems(table, spoken.span, first, columns)):
        return (), problems
    header = [cell.text.strip() for cell in table[0]]
    rows = []
    problems = ()
    for line in table[1:]:
        cells = dict(zip(header, line, strict=True))
        name = cells[first]
        if name.text.strip():
            rows.append(_Row(replace(name, text=name.text.strip()), cells))
        else:
            problems = (*problems, finding("scenario-tabel", name.span, f"Deze rij noemt geen {first}."))
    return tuple(rows), problems


def _names(rows: tuple[_Row, ...]) -> dict[Span, Span]:
    return {cell.span: row.name.span for row in rows for cell in row.cells.values()}


def _header_problems(table: Table, span: Span, first: str, columns: tuple[str, ...]) -> Iterator[Diagnostic]:
    example = "| " + " | ".join(columns[:2]) + " |"
    if not table:
        yield finding(
            "scenario-tabel", span, "Onder deze stap hoort een tabel.", remedy=f"begin met {example}"
        )
        return
    header = [cell.text.strip() for cell in table[0]]
    if first not in header:
        message = f"De eerste rij van de tabel is de kop en noemt '{first}'."
        yield finding("scenario-tabel", table[0][0].span, message, remedy=f"begin met {example}")
        return
    for position, cell in enumerate(table[0]):
        word = header[position]
        if word not in columns:
            remedy = did_you_mean(word, columns, otherwise=f"kies uit {', '.join(columns)}")
            yield finding("scenario-tabel", cell.span, f"De kolom '{word}' bestaat hier niet.", remedy=remedy)
        elif word in header[:position]:
            yield finding("scenario-tabel", cell.span, f"De kolom '{word}' staat er twee keer.")
    if not {"waarde", "belanghebbende", "partner"} & set(header):
        yield finding("scenario-tabel", table[0][0].span, "In deze tabel ontbreekt de kolom 'waarde'.")
    if "waarde" in header and {"belanghebbende", "partner"} & set(header):
        message = "Een tabel heeft de kolom 'waarde' of de kolommen 'belanghebbende' en 'partner'."
        yield finding("scenario-tabel", table[0][0].span, message)


def _reports(row: _Row) -> tuple[list[tuple[Key, Report]], Findings]:
    role, findings = _role(row)
    by_column = {"waarde": role, "belanghebbende": Role.APPLICANT, "partner": Role.PARTNER}
    return [
        ((row.name.text, of), Report(text, row.span(column), row.text("bron"), row.text("datum")))
        for column, of in by_column.items()
        if (text := row.text(column))
    ], findings


def _role(row: _Row) -> tuple[Role | None, Findings]:
    word = row.text("voor")
    if word is None:
        return None, ()
    try:
        return Role(word), ()
    except ValueError:
        message = f"'{word}' is geen persoon; schrijf belanghebbende of partner."
        return None, (finding("scenario-tabel", row.span("voor"), message),)
