"""The proposed scenarios as a Dutch feature file, marked as what a person has to confirm."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.drafting.boundaries import REASON
from soco_rules.drafting.boundaries import Boundary
from soco_rules.drafting.boundaries import Progress
from soco_rules.drafting.boundaries import Told
from soco_rules.drafting.boundaries import Unguarded
from soco_rules.drafting.boundaries import boundaries
from soco_rules.model.agreement import Agreement
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode
from soco_rules.model.workspace import Workspace
from soco_rules.scenarios.telling import expected

_MARK = re.compile(r"# Gemaakt met soco nieuw, en sindsdien niet veranderd: ([0-9a-f]{16})\n")
_HEAD = "# language: nl\n"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A feature file with scenarios on the borders of the agreed numbers, and the points that have none.

    `text` is None where there is no scenario at all, for a feature file has at least one.
    """

    text: str | None
    without: tuple[Unguarded, ...]


def proposed(
    workspace: Workspace,
    agreement: Agreement,
    progress: Progress = lambda _point, _done, _total: None,
) -> Proposed:
    """Scenarios on the border of every agreed number; they pass, for the rules themselves calculated them.

    The agreement has to be among those of the workspace. A point without a scenario is named with the reason.
    """
    found = boundaries(workspace, agreement, progress=progress)
    without = tuple(each for each in found if isinstance(each, Unguarded))
    if len(without) == len(found):
        return Proposed(None, without)
    body = "\n".join((*_opening(agreement), *_regels(agreement, found), *_unguarded(without), ""))
    text = f"{_HEAD}# Gemaakt met soco nieuw, en sindsdien niet veranderd: {_digest(body)}\n{body}"
    return Proposed(text, without)


def as_feature(workspace: Workspace, agreement: Agreement) -> str | None:
    """The text of what is `proposed`."""
    return proposed(workspace, agreement).text


def is_untouched(feature: str) -> bool:
    """Whether a feature file is as it was made here, so that nobody's work is lost by making it again."""
    rest = feature.removeprefix(_HEAD)
    mark = _MARK.match(rest)
    return mark is not None and mark[1] == _digest(rest[mark.end() :])


def count_of(feature: str) -> int:
    """How many scenarios a feature file proposes."""
    return feature.count("\n    Abstract Scenario:")


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:16]


def _opening(agreement: Agreement) -> Iterator[str]:
    yield "# VOORSTELLEN. De uitkomsten zijn berekend met de regels en zeggen dus niet of de regels kloppen."
    yield "# Lees elk scenario: is dit wat er is afgesproken? Haal dan het label @voorstel weg. Zo niet: verbeter de afspraak."
    yield "# Alle gegevens zijn verzonnen."
    yield f"Functionaliteit: Grenzen van {agreement.reference} vanaf {encode(agreement.valid_from, Kind.DATE)}"


def _regels(agreement: Agreement, found: Iterable[Boundary | Unguarded]) -> Iterator[str]:
    point = ""
    for each in found:
        if isinstance(each, Boundary):
            if each.point != point:
                point = each.point
                yield ""
                yield f"  Regel: {point} is {_agreed(agreement, point)}"
            yield ""
            yield "    @voorstel"
            yield from (f"    {line}" if line else "" for line in scenario(agreement.reference, each))


def _unguarded(without: tuple[Unguarded, ...]) -> Iterator[str]:
    if without:
        yield ""
    for each in without:
        yield f"# Geen scenario voor {each.point}: {each.why}."


def _agreed(agreement: Agreement, point: str) -> str:
    own = agreement.points.get(point)
    return own.raw if own and own.raw else "afgesproken in een hogere laag"


def scenario(reference: str, found: Boundary) -> Iterator[str]:
    """The lines of the outline of one border, without its label."""
    yield f"Abstract Scenario: {_title(found)}"
    yield f'  Gegeven de overeenkomst "{reference}"'
    if found.monthly:
        yield f"  En de maand is {(encode(found.dates.reference, Kind.DATE) or '')[:7]}"
    else:
        yield f"  En de peildatum is {encode(found.dates.reference, Kind.DATE)}"
    day = f"<{found.varied}>" if found.varies_day else encode(found.dates.decision, Kind.DATE)
    yield f"  En de besluitdatum is {day}"
    facts = [each for each in found.told if each.judge is None]
    judged = [each for each in found.told if each.judge is not None]
    if facts:
        yield "  En de gegevens"
        yield from _table([("gegeven", "waarde"), *((each.name, _cell(each, found)) for each in facts)], 4)
    if judged:
        yield "  En de oordelen"
        rows = [(each.name, _cell(each, found), each.judge or "", REASON) for each in judged]
        yield from _table([("oordeel", "waarde", "door", "reden"), *rows], 4)
    yield f'  Als het besluit "{found.decision}" wordt voorgesteld'
    for number, shown in enumerate(found.shown):
        start, of = ("En" if number else "Dan"), (" van de belanghebbende" if shown.of_applicant else "")
        cell = f'"<{_column(shown.name, found)}>"'
        if shown.name == found.outcome:
            yield f"  {start} is de uitkomst{of} {cell}"
        else:
            yield f'  {start} is "{shown.name}"{of} gelijk aan {cell}'
    yield ""
    yield "  Voorbeelden:"
    yield from _table([*_examples(found)], 4)


def _title(found: Boundary) -> str:
    what = "onder, op en boven de grens" if found.on_border else "wat de afspraak doet"
    return f"{found.point} in het besluit {found.decision}: {what} ({found.varied})"


def _column(name: str, found: Boundary) -> str:
    return f"uitkomst {name}" if name == found.varied else name


def _examples(found: Boundary) -> Iterator[tuple[str, ...]]:
    yield (found.varied, *(_column(shown.name, found) for shown in found.shown))
    for row in found.rows:
        cells = (expected(text, shown.kind) for text, shown in zip(row.given, found.shown, strict=True))
        yield (_written(row.value, found.varied_kind), *cells)


def _cell(told: Told, found: Boundary) -> str:
    return f"<{told.name}>" if told.name == found.varied else _written(told.value, told.kind)


def _written(value: Value, kind: Kind) -> str:
    if isinstance(value, Absent):
        return value.value
    return as_dutch(value, kind) if kind is Kind.MONEY else encode(value, kind) or ""


def _table(rows: list[tuple[str, ...]], margin: int) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"{' ' * margin}| {cells} |"
