"""The total for each party while one or two points take a range of values."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode
from soco_rules.model.values import parse_value
from soco_rules.model.values import spaced
from soco_rules.simulation.engines import Engine
from soco_rules.simulation.flows import PARTIES
from soco_rules.simulation.flows import Flows
from soco_rules.simulation.reckon import Side
from soco_rules.simulation.reckon import measures_of
from soco_rules.simulation.reckon import reckon
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import Column
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Table
from soco_rules.simulation.totals import Sum
from soco_rules.simulation.totals import money_cells
from soco_rules.simulation.totals import total

MOST = 60
"""So many values at most: each asks for the whole caseload."""
MOST_POINTS = 2
_RANGE = re.compile(r"([a-z0-9_]+)=(.+?)\.\.(.+?)(?::(.+))?")


@dataclass(frozen=True, slots=True)
class Range:
    """The values that a point takes, as a rule file writes them."""

    point: str
    kind: Kind
    values: tuple[int, ...]

    def texts(self) -> tuple[str, ...]:
        """The values in the notation of a rule file."""
        return tuple(encode(value, self.kind) or "" for value in self.values)


@dataclass(frozen=True, slots=True)
class Line:
    """The difference for one party at each value; a cell that is not an amount is a gap."""

    party: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sweep:
    """One range with the lines of a picture and the table beside it; `second` is what the other point is."""

    point: str
    second: str
    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    table: Table


def ranges_in(texts: Sequence[str]) -> tuple[tuple[Range, ...], tuple[str, ...]]:
    """The ranges that can be read, and everything that is wrong with any of them or with all together, in Dutch."""
    found: list[Range] = []
    wrong = []
    for text in texts:
        try:
            found.append(parse_range(text))
        except UnreadableValueError as error:
            wrong.append(str(error))
    names = [each.point for each in found]
    wrong += [
        f"het punt '{spaced(name)}' staat er twee keer"
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]
    if len(texts) > MOST_POINTS:
        wrong.append("noem een of twee punten")
    elif len(found) == MOST_POINTS and len(found[0].values) * len(found[1].values) > MOST:
        wrong.append(f"samen zijn het meer dan {MOST} waarden; kies grotere stappen")
    return tuple(found), tuple(wrong)


def parse_range(text: str) -> Range:
    """The range that `punt=5%..30%:1%` writes; without a step one percent, one euro or one.

    Raises:
        UnreadableValueError: with a Dutch sentence that says what was expected.
    """
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        raise UnreadableValueError(
            f"'{text}' is geen reeks; schrijf bijvoorbeeld bijdragepercentage=5%..30%:5%"
        )
    point, first, last, step = match.groups()
    kind = Kind.PERCENTAGE if "%" in first else Kind.MONEY if "€" in first or "." in first else Kind.COUNT
    type_ = ValueType(kind)
    low, high = (_number(each, type_) for each in (first, last))
    width = _number(step, type_) if step else {Kind.COUNT: 1}.get(kind, 100)
    if width <= 0 or high < low:
        raise UnreadableValueError(
            f"de reeks van '{point}' loopt niet van laag naar hoog met een stap boven nul"
        )
    values = tuple(range(low, high + 1, width))
    if len(values) > MOST:
        raise UnreadableValueError(
            f"de reeks van '{point}' heeft {len(values)} waarden; {MOST} is het meeste"
        )
    return Range(point, kind, values)


def sweep(
    connection: duckdb.DuckDBPyConnection,
    ranges: Sequence[Range],
    *,
    base: Side,
    side_for: Callable[[dict[str, str]], Side],
    flows: Flows,
    engine: Engine,
    progress: Callable[[str], None] = lambda _: None,
) -> Iterator[Sweep]:
    """One Sweep over the first range, or one for each value of the second; each value beside the same `base`.

    `side_for` makes a side of that other name, in which some points are filled otherwise. `base` is reckoned already.
    """
    first, *rest = ranges
    for other, value in [(one.point, text) for one in rest for text in one.texts()] or [("", "")]:
        found: dict[str, list[Sum]] = {}
        for text in first.texts():
            progress(text)
            side = side_for({first.point: text} | ({other: value} if other else {}))
            reckon(connection, [base, side], flows, engine, done=[base.name])
            used = flows.known(measure.name for measure in measures_of([*base.programs, *side.programs]))
            parties = [party for party in PARTIES if used.of(party)]
            for party, each in total(connection, parties, [base.name, side.name]).items():
                found.setdefault(party, []).append(each)
        yield _swept(first, f"{other}={value}" if other else "", found)


def _swept(first: Range, second: str, found: dict[str, list[Sum]]) -> Sweep:
    labels = tuple(as_dutch(value, first.kind) for value in first.values)
    cells = {party: [money_cells(total) for total in totals] for party, totals in found.items()}
    lines = tuple(Line(party, tuple(change for _, _, change in each)) for party, each in cells.items())
    pairs = [
        (Column(party, Form.MONEY), Column(f"{party}: verschil met oud", Form.CHANGE)) for party in cells
    ]
    columns = (Column(spaced(first.point)), *(column for pair in pairs for column in pair))
    rows = tuple(
        (label, *(cell for each in cells.values() for cell in each[place][1:]))
        for place, label in enumerate(labels)
    )
    title = f"Als {spaced(first.point)} anders was" + (f", met {spaced(second)}" if second else "")
    key = f"reeks-{first.point}" + (f"-{second}" if second else "")
    note = "De lijnen laten het verschil met oud zien, voor alle leden en maanden samen."
    return Sweep(first.point, second, labels, lines, Table(key, title, columns, rows, note))


def _number(text: str, type_: ValueType) -> int:
    value = parse_value(text, type_)
    assert isinstance(value, int)
    return value
