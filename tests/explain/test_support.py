"""What a result rests on."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import settings

from soco_rules.backends import reference
from soco_rules.explain.anatomy import Anatomy
from soco_rules.explain.anatomy import Part
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.support import Trace
from soco_rules.explain.support import slots_behind
from soco_rules.explain.support import supporting
from soco_rules.explain.support import trace
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import Slot
from soco_rules.model.values import Value
from tests.random_programs import programs_with_cases


def parts_of(anatomy: Anatomy) -> Iterator[Part]:
    """Every part of the steps of a program."""
    for organ in anatomy.organs.values():
        tops = (organ.gate, organ.body, *(part for r in organ.rulings for part in (r.condition, r.outcome)))
        yield from (inner for top in tops if top is not None for inner in with_inner(top))


def with_inner(part: Part) -> Iterator[Part]:
    """A part and all parts inside it."""
    yield part
    for inner in part.parts:
        yield from with_inner(inner)


def read_by_what_supports(part: Part, found: Trace) -> Iterator[Slot]:
    """The slots behind a part, going down through nothing but what its value rests on."""
    if isinstance(part.node, Read):
        yield part.slot
    for operand in supporting(part, found.values):
        yield from read_by_what_supports(operand, found)


@given(programs_with_cases())
@settings(max_examples=200)
def test_a_part_that_always_rests_on_the_same_does_so_for_these_values(
    drawn: tuple[Program, dict[Slot, Value]],
) -> None:
    one, values = drawn
    anatomy = dissect(one)
    found = trace(anatomy, reference.prepare(anatomy.inside)(values))
    parts = tuple(parts_of(anatomy))

    expected = [tuple(dict.fromkeys(read_by_what_supports(part, found))) for part in parts]
    assert expected == [slots_behind(part, found) for part in parts]
