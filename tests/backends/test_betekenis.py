"""Every row of docs/betekenis.md, calculated.

The heading of a column says what it is: an input, an expression over the inputs, or the name of a rule.
A table that has an expression in its first heading crosses the values of `a` and `b`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from enum import auto
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from typing import get_args

import pytest

from soco_rules.backends.reference import prepare
from soco_rules.model.program import Const
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import children
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.model.values import parse_count
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_duration
from soco_rules.model.values import parse_money
from soco_rules.model.values import parse_percentage
from tests import programs as p

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

DOCUMENT = Path(__file__).parents[2] / "docs" / "betekenis.md"

INPUTS = ("a", "b", "c", "n", "belanghebbende", "partner")
"""What a column of given values may be called."""

EXPRESSIONS: dict[str, Node] = {
    "niet a": p.no("a"),
    "a en b": p.both("a", "b"),
    "a of b": p.either("a", "b"),
    "a en b en c": p.both("a", "b", "c"),
    "a of b of c": p.either("a", "b", "c"),
    "a is van toepassing": p.applicable("a"),
    "a is niet van toepassing": p.no(p.applicable("a")),
    "a is b": p.compare("a", "=", "b"),
    "a is niet b": p.compare("a", "<>", "b"),
    "a is ten minste b": p.compare("a", ">=", "b"),
    "a is ten hoogste b": p.compare("a", "<=", "b"),
    "a is meer dan b": p.compare("a", ">", "b"),
    "a is minder dan b": p.compare("a", "<", "b"),
    "a + b": p.add("a", "b"),
    "a - b": p.subtract("a", "b"),
    "a * b": p.multiply("a", "b"),
    "de laagste van (a, b)": p.least("a", "b"),
    "de hoogste van (a, b)": p.greatest("a", "b"),
    "(a of anders b)": p.or_else("a", "b"),
    "als a dan b anders c": p.choose("a", "b", "c"),
    "de som van x": p.sum_applicable("belanghebbende", "partner"),
    "a gedeeld door b afgerond op centen": p.round_div("a", "b"),
    "a van b afgerond op centen": p.round_div(p.multiply("a", "b"), 100_00),
    "a + n dagen": p.add("a", "n"),
    "a + n maanden": p.add_months("a", "n"),
    "hele maanden tussen a en b": p.months_between("a", "b"),
    "hele jaren tussen a en b": p.months_between("a", "b", 12),
    "jaar van a": p.year_of("a"),
}
"""What a column of results may be called."""

RULES = ("regel", "uitkomst", "uitzondering op", "gaat voor")
RESULTS = ("uitkomst", "gronden", "wint", "nog onbeslist")
GATES = ("geldt_als", "ingevuld of berekend", "waarde")
DURATIONS = ("geschreven", "telt als")

Row = tuple[str, ...]


class Shape(Enum):
    """How a table is to be read."""

    CROSSING = auto()
    EXPRESSIONS = auto()
    RULES = auto()
    CASES = auto()
    GATES = auto()
    DURATIONS = auto()


FIXED = {RULES: Shape.RULES, GATES: Shape.GATES, DURATIONS: Shape.DURATIONS}


@dataclass(frozen=True)
class Table:
    """A table of the document, under its nearest heading."""

    heading: str
    columns: Row
    rows: tuple[Row, ...]

    @property
    def shape(self) -> Shape | None:
        """What the headings of the columns say, None when this is no test."""
        if self.columns in FIXED:
            return FIXED[self.columns]
        if self.columns[-len(RESULTS) :] == RESULTS:
            return Shape.CASES
        if self.columns[0] in EXPRESSIONS:
            return Shape.CROSSING
        if self.columns[-1] in EXPRESSIONS and {*INPUTS, *EXPRESSIONS} >= set(self.columns):
            return Shape.EXPRESSIONS
        return None


def tables() -> list[Table]:
    """All tables of the document, in its order."""
    found = []
    heading = ""
    for block in DOCUMENT.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        if lines[0].startswith("#"):
            heading = lines[0].lstrip("# ")
        if lines[0].startswith("|"):
            columns, _, *rows = map(_cells, lines)
            found.append(Table(heading, columns, tuple(rows)))
    return found


def _cells(line: str) -> Row:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def value(text: str) -> Value:
    """The value that a cell writes; what is not a number, a date or an absence is a value of a keuze."""
    if text in {"ja", "nee"}:
        return text == "ja"
    if text in ABSENCES:
        return ABSENCES[text]
    for pattern, parse in READERS.items():
        if re.fullmatch(pattern, text):
            return parse(text)
    return text


ABSENCES = {absent.value: absent for absent in Absent}
READERS: dict[str, Callable[[str], Value]] = {
    r"-?\d+": parse_count,
    r"-?€.+": parse_money,
    r".+%": parse_percentage,
    r"\d{4}-\d\d-\d\d": parse_date,
}


def names(text: str) -> Row:
    """The rules that a cell names; a dash for none."""
    return () if text == "–" else tuple(name.strip() for name in text.split(","))


def expression_rows() -> Iterator[ParameterSet]:
    """The given cells and the expected cells of every row, and of every crossing."""
    for table in tables():
        for row in table.rows:
            if table.shape is Shape.CROSSING:
                expression, *seconds = table.columns
                for second, expected in zip(seconds, row[1:], strict=True):
                    yield _expression_row(table, {"a": row[0], "b": second}, {expression: expected})
            if table.shape is Shape.EXPRESSIONS:
                cells = list(zip(table.columns, row, strict=True))
                given = {column: cell for column, cell in cells if column in INPUTS}
                yield _expression_row(table, given, {c: cell for c, cell in cells if c in EXPRESSIONS})


def _expression_row(table: Table, given: dict[Slot, str], expected: dict[str, str]) -> ParameterSet:
    return pytest.param(
        given, expected, id=f"{table.heading}: {', '.join(given.values())}: {', '.join(expected)}"
    )


def rule_rows() -> Iterator[ParameterSet]:
    """A program of one concept, its rules, and the cells of one case."""
    for declared, cases in pairwise(tables()):
        if declared.shape is Shape.RULES:
            rules = tuple(row[0] for row in declared.rows if row[0] != "anders")
            assert (*rules, *RESULTS) == cases.columns
            for row in cases.rows:
                cells = dict(zip(cases.columns, row, strict=True))
                name = f"{cases.heading}: {', '.join(cells[rule] for rule in rules)}"
                yield pytest.param(_concept(declared), rules, cells, id=name)


def rows_of(shape: Shape) -> list[Row]:
    """The rows of all tables of one shape."""
    return [row for table in tables() if table.shape is shape for row in table.rows]


def _concept(table: Table) -> Program:
    rules = [row for row in table.rows if row[0] != "anders"]
    index = {name: position for position, (name, *_) in enumerate(rules)}
    otherwise = {name: Const(value(outcome)) for name, outcome, *_ in table.rows if name == "anders"}
    return p.program(
        *(p.field(name) for name in index),
        p.rules(
            "besluit",
            *(
                p.clause(
                    name,
                    Const(value(outcome)),
                    name=name,
                    exception_to=[index[base] for base in names(bases)],
                    precedes=[index[other] for other in names(others)],
                )
                for name, outcome, bases, others in rules
            ),
            otherwise=otherwise.get("anders"),
        ),
    )


def _kinds(values: dict[str, Value]) -> dict[str, tuple[type, Value]]:
    """With its type beside each value, for ja is not 1."""
    return {name: (type(one), one) for name, one in values.items()}


@pytest.mark.parametrize(("given", "expected"), list(expression_rows()))
def test_expression_means_what_its_row_says(given: dict[Slot, str], expected: dict[str, str]) -> None:
    program = p.program(
        *map(p.field, given),
        *(p.calculation(text, EXPRESSIONS[text]) for text in expected),
    )
    evaluation = prepare(program)({slot: value(text) for slot, text in given.items()})

    assert _kinds({name: value(text) for name, text in expected.items()}) == _kinds(
        {name: evaluation.values[name] for name in expected}
    )


@pytest.mark.parametrize(("program", "rules", "cells"), list(rule_rows()))
def test_rules_decide_what_their_row_says(program: Program, rules: Row, cells: dict[str, str]) -> None:
    evaluation = prepare(program)({rule: value(cells[rule]) for rule in rules})

    verdict = evaluation.verdicts["besluit"]
    assert (value(cells["uitkomst"]), *(names(cells[column]) for column in RESULTS[1:])) == (
        evaluation.values["besluit"],
        *(tuple(rules[i] for i in found) for found in (verdict.applying, verdict.winning, verdict.undecided)),
    )


@pytest.mark.parametrize(("gate", "supplied", "expected"), rows_of(Shape.GATES))
def test_gate_means_what_its_row_says(gate: str, supplied: str, expected: str) -> None:
    """For a field, for a calculation and for rules alike."""
    program = p.program(
        p.field("geldt_als"),
        p.field("ingevuld"),
        p.field("gegeven", gate="geldt_als"),
        p.calculation("berekend", "ingevuld", gate="geldt_als"),
        p.rules("afgeleid", p.clause(True, "ingevuld"), gate="geldt_als"),
    )
    evaluation = prepare(program)(
        {"geldt_als": value(gate), "ingevuld": value(supplied), "gegeven": value(supplied)}
    )

    assert [value(expected)] * 3 == [evaluation.values[slot] for slot in ("gegeven", "berekend", "afgeleid")]


@pytest.mark.parametrize(("written", "counts_as"), rows_of(Shape.DURATIONS))
def test_duration_counts_as_its_row_says(written: str, counts_as: str) -> None:
    assert parse_duration(counts_as) == parse_duration(written)


def test_every_table_is_read() -> None:
    """One with other headings, or glued to a line of text, would say something that nobody tests."""
    unread = [table.heading for table in tables() if table.shape is None]
    lines = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if "|" in line]

    assert ([], len(lines)) == (unread, sum(len(table.rows) + 2 for table in tables()))


def test_every_kind_of_node_has_a_table() -> None:
    columns = {column for table in tables() for column in table.columns}

    assert set(EXPRESSIONS) == set(EXPRESSIONS) & columns
    assert set(get_args(Node)) == {
        type(part) for node in EXPRESSIONS.values() for part in (node, *children(node))
    }
