"""What is still needed is all told, also where answers were tried and none of them alone settles anything."""

from __future__ import annotations

import pytest

from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.case import Case
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import Add
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Node
from soco_rules.model.program import Read
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType
from tests import programs as build

SCORE = ValueType(Kind.COUNT, minimum=0, maximum=5)
NAMES = ("a", "b", "c", "d", "e")
SUM = Add(tuple(Read(name) for name in NAMES))


@pytest.mark.parametrize(
    ("kind", "node"),
    [(ValueType(Kind.COUNT), SUM), (ValueType(Kind.YES_NO), Compare(Comparator.AT_LEAST, SUM, Const(1)))],
)
def test_every_part_of_a_sum_is_asked(kind: ValueType, node: Node) -> None:
    program = build.program(
        *(build.field(name, SCORE) for name in NAMES), build.calculation("totaal", node, kind=kind)
    )
    dates = Dates(build.FIRST_DAY, build.FIRST_DAY)
    bound, _ = bind(program, Case(None, {}, {}), dates)

    decision = propose(prepare(program), bound, dates)

    assert set(NAMES) == {one.name for one in decision.missing}
