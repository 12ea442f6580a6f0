"""The amounts of a table of periods as a picture."""

from __future__ import annotations

import re

import pytest

from soco_rules.simulation.picture import lines_through
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import Column
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Table

ONE = (Column("maand"), Column("voor"), Column("bedrag", Form.MONEY), Column("maanden", Form.NUMBER))
TWO = (*ONE[:2], Column("oud", Form.MONEY), Column("verschil", Form.CHANGE))
_LINE = re.compile(r'<polyline points="([^"]*)"')
_DOT = re.compile(r'<circle cx="([0-9]+)" cy="([0-9]+)"')
_WORDS = re.compile(r"<text[^>]*>([^<]*)</text>")


def table(columns: tuple[Column, ...], *rows: tuple[Cell, ...]) -> Table:
    return Table("maand", "Per maand", columns, rows)


def test_each_party_has_a_line_through_its_months() -> None:
    """From -€ 100 to € 100 is 280 high, and the two months are 490 apart."""
    picture = lines_through(
        table(
            ONE,
            ("2026-01", "lid", -10000, 12),
            ("2026-01", "coöperatie", 10000, 12),
            ("2026-02", "lid", 0, 12),
            ("2026-02", "coöperatie", 0, 12),
        )
    )

    assert ["120,300 610,160", "120,20 610,160"] == _LINE.findall(picture)
    assert {"2026-01", "2026-02", "lid", "coöperatie", "€ 100", "-€ 100"} <= set(_WORDS.findall(picture))


def test_of_two_readings_the_difference_is_drawn_and_named() -> None:
    picture = lines_through(table(TWO, ("2026-01", "lid", 50000, 10000), ("2026-02", "lid", 50000, 0)))

    assert ("120,20 610,300", True) == (
        _LINE.findall(picture)[0],
        'aria-label="Per maand: verschil.' in picture,
    )


@pytest.mark.parametrize("not_told", [HIDDEN, None], ids=["hidden", "unknown"])
def test_no_line_goes_through_what_is_not_told(not_told: Cell) -> None:
    """A line from before to after it would say that it lies between them; what stands alone is a dot."""
    picture = lines_through(
        table(
            ONE,
            ("2026-01", "lid", 10000, 12),
            ("2026-02", "lid", not_told, not_told),
            ("2026-03", "lid", 0, 12),
            ("2026-04", "lid", 5000, 12),
        )
    )

    assert (["446,300 610,160"], ["120,20"]) == (
        _LINE.findall(picture),
        [f"{x},{y}" for x, y in _DOT.findall(picture)],
    )


def test_one_month_needs_no_picture() -> None:
    assert "" == lines_through(table(ONE, ("2026-01", "lid", 10000, 12)))
