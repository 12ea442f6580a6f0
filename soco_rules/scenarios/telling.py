"""A case in the sentences of a scenario, as an author would write it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import encode
from soco_rules.model.values import encoded_as_dutch


@dataclass(frozen=True, slots=True)
class Setting:
    """Of which agreement and day a scenario tells; a month takes the place of the reference date.

    `points` are those that it supposes otherwise than the agreement.
    """

    agreement: str | None
    month: int | None
    reference_date: int | None
    decision_date: int | None
    points: Mapping[str, str] = field(default_factory=dict)


def told(
    setting: Setting, fields: Iterable[Field], values: Mapping[Slot, Value], decision: str
) -> Iterator[str]:
    """The steps up to the decision that is asked for; what is unknown is left out."""
    if setting.agreement is not None:
        yield f'Gegeven de overeenkomst "{setting.agreement}"'
    if setting.points:
        yield "Stel deze afspraken gelden"
        yield from _table(("afspraak", "waarde"), tuple(setting.points.items()))
    if setting.month is not None:
        yield f"En de maand is {(encode(setting.month, Kind.DATE) or '')[:7]}"
    if setting.reference_date is not None:
        yield f"En de peildatum is {encode(setting.reference_date, Kind.DATE)}"
    if setting.decision_date is not None:
        yield f"En de besluitdatum is {encode(setting.decision_date, Kind.DATE)}"
    rows = tuple(_rows(fields, values))
    facts = [(step.name, text, step.role or "") for step, text in rows if step.origin is Origin.FACT]
    judged = [
        (step.name, text, step.judged_by or "", "voorbeeld", step.role or "")
        for step, text in rows
        if step.origin is Origin.JUDGEMENT
    ]
    if facts:
        yield "En de gegevens"
        yield from _table(("gegeven", "waarde", "voor"), facts)
    if judged:
        yield "En de oordelen"
        yield from _table(("oordeel", "waarde", "door", "reden", "voor"), judged)
    yield f'Als het besluit "{decision}" wordt voorgesteld'


def expected(text: str, kind: Kind) -> str:
    """An outcome as a scenario expects it: an amount as people write it, all else as it is kept."""
    return encoded_as_dutch(text, kind) if kind is Kind.MONEY else text


def _rows(fields: Iterable[Field], values: Mapping[Slot, Value]) -> Iterator[tuple[Field, str]]:
    for step in fields:
        if step.origin in {Origin.FACT, Origin.JUDGEMENT}:
            text = encode(values.get(step.slot, Absent.UNKNOWN), step.type.kind)
            if text is not None:
                yield step, text


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table under a step; a column in which nothing stands is left out."""
    lines = [header, *rows]
    kept = [i for i in range(len(header)) if any(row[i] for row in lines[1:])]
    widths = {i: max(len(row[i]) for row in lines) for i in kept}
    for row in lines:
        yield "  | " + " | ".join(row[i].ljust(widths[i]) for i in kept) + " |"
