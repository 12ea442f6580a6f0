"""The questions that the layers above leave to a municipality: every point that is declared and not filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import AgreedPoint
from soco_rules.compiler.layers import Stack
from soco_rules.compiler.layers import stack_layers
from soco_rules.compiler.versions import nothing_in_force
from soco_rules.compiler.versions import version_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Point
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import choices_in_words
from soco_rules.model.values import encode
from soco_rules.model.values import type_in_words
from soco_rules.model.wording import in_words
from soco_rules.model.workspace import Workspace

_WORD = re.compile(r"\w+")
_HEADING = re.compile(r" {1,4}#\s*(\S.*)")
_USUAL: Mapping[Kind, int | Duration] = {
    Kind.COUNT: 12,
    Kind.MONEY: 250_00,
    Kind.PERCENTAGE: 10_00,
    Kind.DURATION: Duration(3, Unit.MONTHS),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A point to fill: under which heading, what it means, what its value looks like, and where that rests on."""

    name: str
    section: str
    type: ValueType
    meaning: str
    bases: tuple[str, ...]
    example: str

    @property
    def answers(self) -> str:
        """In Dutch words what the value can be: its sort, its bounds, and whether it may be absent."""
        return "; ".join(_answers(self.type))

    @property
    def answers_in_words(self) -> str:
        """The same for who chooses from a list and types nothing: a keuze in the words that a reader sees."""
        return "; ".join(_answers(replace(self.type, choices=choices_in_words(self.type))))


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """The questions of the layers that an agreement builds on, from the lowest layer up, in the order of its file.

    `on` is the first day for which the layers can be asked: not before they are all in force.
    `related` are the points that a requirement names, so that one answer may not fit another.
    """

    workspace: Workspace
    builds_on: tuple[str, ...]
    on: int
    questions: tuple[Question, ...]
    related: frozenset[str]

    def question(self, name: str) -> Question:
        """The question about a point.

        Raises:
            KeyError: the layers leave no such point open.
        """
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(name)


def form_of(workspace: Workspace, layer: str, valid_from: int) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """The form for an agreement that stands on a layer from a day on, or None with what is in the way."""
    here = Span(layer)
    versions = workspace.agreements.get(layer, ())
    if not versions:
        remedy = did_you_mean(layer, workspace.agreements, otherwise="")
        message = f"De laag '{layer}' bestaat niet."
        return None, (finding("onbekende-laag", here, message, remedy=remedy),)
    on = max(valid_from, _first_day(workspace, layer))
    version = version_in_force(versions, on)
    if version is None:
        return None, (nothing_in_force(workspace, layer, on, here),)
    stack, findings = stack_layers(workspace, version, on)
    if stack is None:
        return None, findings
    return _form(workspace, (layer,), on, stack), ()


def form_under(workspace: Workspace, version: Agreement) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """The form of a version that there is: what the layers under it leave open, whatever it answers itself."""
    own = {name: point for name, point in version.points.items() if point.type is not None}
    starts = (_first_day(workspace, layer) for layer in version.builds_on)
    on = max((version.valid_from, *starts))
    stack, findings = stack_layers(workspace, replace(version, points=own), on)
    if stack is None:
        return None, findings
    under = replace(stack, layers=stack.layers[:-1])
    return _form(workspace, version.builds_on, on, under), ()


def own_questions(version: Agreement, source: str) -> tuple[Question, ...]:
    """The points that a version declares and answers itself, as questions."""
    lines = source.splitlines()
    return tuple(
        _question(version, name, point, point.type, lines)
        for name, point in version.points.items()
        if point.type is not None and (point.raw is not None or point.open_reason is not None)
    )


def _form(workspace: Workspace, builds_on: tuple[str, ...], on: int, stack: Stack) -> Form:
    questions = (
        question
        for each in reversed(stack.layers)
        for question in _questions(each, stack.points, workspace.sources.get(each.path, ""))
    )
    said = " ".join(in_words(requirement.condition) for requirement in stack.requirements)
    related = frozenset(stack.points) & frozenset(_WORD.findall(said))
    return Form(workspace, builds_on, on, tuple(questions), related)


def _first_day(workspace: Workspace, layer: str) -> int:
    """The first day on which a layer and all that it stands on have begun."""
    seen: set[str] = set()
    waiting = [layer]
    while waiting:
        reference = waiting.pop()
        if reference not in seen:
            seen.add(reference)
            waiting += (each for v in workspace.agreements.get(reference, ()) for each in v.builds_on)
    starts = (workspace.agreements.get(reference, ()) for reference in seen)
    return max((min(v.valid_from for v in versions) for versions in starts if versions), default=1)


def _questions(layer: Agreement, points: Mapping[str, AgreedPoint], source: str) -> Iterator[Question]:
    lines = source.splitlines()
    for name, point in layer.points.items():
        agreed = points.get(name)
        if point.type is None or agreed is None or agreed.filled is not None:
            continue
        if agreed.value is not None or agreed.declared.open_reason is not None:
            continue
        yield _question(layer, name, point, point.type, lines)


def _question(layer: Agreement, name: str, point: Point, type_: ValueType, lines: list[str]) -> Question:
    return Question(
        name=name,
        section=_section(layer, point, lines),
        type=type_,
        meaning=point.description,
        bases=point.provenance.legal_basis or ((point.provenance.source,) if point.provenance.source else ()),
        example=_example(type_),
    )


def _section(layer: Agreement, point: Point, lines: list[str]) -> str:
    """The comment on a line of its own that stands nearest above a point, else the title of its layer."""
    start = layer.spans["afspraken:"].line if "afspraken:" in layer.spans else 1
    for line in reversed(lines[start - 1 : point.span.line - 1]):
        if found := _HEADING.fullmatch(line):
            return found[1].rstrip()
    return layer.title


def _answers(type_: ValueType) -> Iterator[str]:
    yield type_in_words(type_)
    yield from (f"per {unit}" for unit in (Per.MONTH, Per.YEAR) if unit in type_.per)
    if type_.minimum is not None:
        yield f"ten minste {as_dutch(type_.minimum, type_.kind)}"
    if type_.maximum is not None:
        yield f"ten hoogste {as_dutch(type_.maximum, type_.kind)}"
    if type_.may_be_absent:
        yield "of nvt (niet van toepassing)"


def _example(type_: ValueType) -> str:
    match type_.kind:
        case Kind.YES_NO:
            return "ja"
        case Kind.CHOICE:
            return type_.choices[0]
        case Kind.DATE:
            return "2026-10-15"
        case Kind.TEXT:
            return "Verordening van 2026"
        case kind:
            return _written(_within(_USUAL[kind], type_), kind)


def _within(usual: int | Duration, type_: ValueType) -> Value:
    low, high = type_.minimum, type_.maximum
    match usual, low, high:
        case int(), int(), _ if usual < low:
            return low
        case int(), _, int() if usual > high:
            return high
        case Duration(), Duration(), _ if low.unit is not usual.unit or usual.amount < low.amount:
            return low
        case Duration(), _, Duration() if high.unit is not usual.unit or usual.amount > high.amount:
            return high
        case _:
            return usual


def _written(value: Value, kind: Kind) -> str:
    """As a person writes it in a rule file."""
    return as_dutch(value, kind) if kind in {Kind.MONEY, Kind.PERCENTAGE} else encode(value, kind) or ""
