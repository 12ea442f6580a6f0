"""Trees to compare and to draw: without places, from a stack of layers, or at random."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from soco_rules.compiler.layers import Stack
from soco_rules.compiler.layers import stack_layers
from soco_rules.compiler.versions import version_in_force
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.model.expressions import And
from soco_rules.model.expressions import Applies
from soco_rules.model.expressions import Arithmetic
from soco_rules.model.expressions import Choose
from soco_rules.model.expressions import Comparator
from soco_rules.model.expressions import Compare
from soco_rules.model.expressions import Expression
from soco_rules.model.expressions import Literal
from soco_rules.model.expressions import Name
from soco_rules.model.expressions import Not
from soco_rules.model.expressions import OneOf
from soco_rules.model.expressions import Operator
from soco_rules.model.expressions import Or
from soco_rules.model.expressions import OrElse
from soco_rules.model.expressions import Pick
from soco_rules.model.expressions import PickOne
from soco_rules.model.expressions import Rounded
from soco_rules.model.expressions import Share
from soco_rules.model.expressions import SumOver
from soco_rules.model.expressions import This
from soco_rules.model.expressions import WholeBetween
from soco_rules.model.expressions import YearOf
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root

ROOT = Path(__file__).parents[2]
HERE = Span("f.yaml")
ON = parse_date("2026-11-21")
NAMES = {
    "a": Kind.YES_NO,
    "niet_opgenomen": Kind.YES_NO,
    "geschikt_en_levensvatbaar": Kind.YES_NO,
    "rol": Kind.CHOICE,
    "stand": Kind.CHOICE,
    "in_aanmerking": Kind.MONEY,
    "norm_min_of_meer": Kind.MONEY,
    "deel": Kind.PERCENTAGE,
    "gestopt_op": Kind.DATE,
    "is_later_dan": Kind.DATE,
    "termijn": Kind.DURATION,
}
CHOICES = ("op_proef", "niet_op_proef", "a_of_b", "belanghebbende", "partner")


@cache
def shipped() -> Workspace:
    """All shipped agreements."""
    workspace, findings = load_workspace(ROOT, shipped_root())
    assert not has_errors(findings)
    return workspace


def stack_of(workspace: Workspace, reference: str, on: int = ON) -> Stack:
    """The layers of one agreement on a day."""
    version = version_in_force(workspace.agreements[reference], on)
    assert version is not None
    stack, findings = stack_layers(workspace, version, on)
    assert stack is not None, findings
    return stack


def without_places(node: object) -> object:
    """The tree with the same place everywhere."""
    match node:
        case Span():
            return HERE
        case tuple():
            return tuple(map(without_places, node))
        case _ if is_dataclass(node) and not isinstance(node, type):
            return replace(
                node, **{part.name: without_places(getattr(node, part.name)) for part in fields(node)}
            )
        case _:
            return node


def conditions_of(stack: Stack) -> Iterator[Expression]:
    """Every condition that a stack states."""
    for layer in stack.layers:
        for concept in layer.concepts.values():
            yield from filter(None, (concept.applies_when,))
            yield from (rule.condition for rule in concept.rules)
        for fact in layer.facts.values():
            yield from filter(None, (fact.applies_when, fact.from_dossier and fact.from_dossier.condition))
        yield from (each.applies_when for each in layer.decisions.values() if each.applies_when is not None)
        yield from (each.condition for each in layer.requirements)
        yield from (each.condition for each in layer.transitional)
        yield from layer.persons.values()


def values_of(stack: Stack) -> Iterator[Expression]:
    """Every outcome and calculation that a stack states."""
    for layer in stack.layers:
        for concept in layer.concepts.values():
            yield from filter(None, (concept.calculation, concept.otherwise))
            yield from (rule.outcome for rule in concept.rules)


def _literals() -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.booleans().map(lambda value: Literal(value, Kind.YES_NO, HERE)),
        st.integers(0, 10**6).map(lambda value: Literal(value, Kind.COUNT, HERE)),
        st.integers(0, 10**9).map(lambda value: Literal(value, Kind.MONEY, HERE)),
        st.integers(0, 30_000).map(lambda value: Literal(value, Kind.PERCENTAGE, HERE)),
        st.integers(parse_date("1900-01-01"), ON).map(lambda value: Literal(value, Kind.DATE, HERE)),
        st.builds(Duration, st.integers(0, 999), st.sampled_from(Unit)).map(
            lambda value: Literal(value, Kind.DURATION, HERE)
        ),
    )


_NAMES = st.sampled_from(tuple(NAMES)).map(lambda name: Name(name, HERE))
_THIS = st.sampled_from(tuple(NAMES)).map(lambda name: This(name, HERE))
_CHOICES = st.sampled_from(CHOICES).map(lambda name: Name(name, HERE))


def _larger(part: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(part, min_size=2, max_size=4).map(tuple)
    here = st.just(HERE)
    return st.one_of(
        st.builds(Not, part, here),
        st.builds(And, several, here),
        st.builds(Or, several, here),
        st.builds(Compare, st.sampled_from(Comparator), part, part, here),
        st.builds(
            OneOf, part, st.lists(_CHOICES | part, min_size=1, max_size=3).map(tuple), st.booleans(), here
        ),
        st.builds(Applies, part, st.booleans(), here),
        st.builds(Arithmetic, st.sampled_from(Operator), part, part, here),
        st.builds(Share, part.filter(_can_be_a_share), part, here),
        st.builds(OrElse, part, part, here),
        st.builds(PickOne, st.sampled_from(Pick), several, here),
        st.builds(SumOver, part, here),
        st.builds(Choose, part, part, part, here),
        st.builds(Rounded, part, here),
        st.builds(WholeBetween, st.sampled_from((1, 12)), part, part, here),
        st.builds(YearOf, part, here),
    )


def _can_be_a_share(part: Expression) -> bool:
    return not isinstance(part, Literal) or part.kind is Kind.PERCENTAGE


EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(
    _literals() | _NAMES | _THIS | _CHOICES, _larger, max_leaves=12
)
