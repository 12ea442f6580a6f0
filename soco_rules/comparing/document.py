"""A comparison as JSON, and its schema: `python -m soco_rules.comparing.document schema`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from pydantic import Field

from soco_rules.comparing.changes import Change
from soco_rules.comparing.changes import Difference
from soco_rules.comparing.compare import Comparison
from soco_rules.comparing.findings import Cause
from soco_rules.comparing.findings import Decider
from soco_rules.comparing.findings import DecisionFinding
from soco_rules.comparing.findings import OutcomeFinding
from soco_rules.comparing.findings import Witness
from soco_rules.comparing.rehearsed import Moved
from soco_rules.comparing.sides import Side
from soco_rules.comparing.words import moved_in_words
from soco_rules.comparing.words import value_in_words
from soco_rules.model.decision import Part
from soco_rules.model.decision_schema import schema_text
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import encode
from soco_rules.model.values import iso_day

NAME = "vergelijking.schema.json"


class SidePart(Part):
    """One reading."""

    label: str = Field(alias="naam")
    reference: str = Field(alias="kenmerk")
    version: str = Field(alias="versie")
    path: str = Field(alias="bestand")
    sha256: str
    layers_on: str = Field(alias="lagen_van")


class DifferencePart(Part):
    """One part that is otherwise; null where a side does not have it."""

    part: str = Field(alias="onderdeel")
    old: str | None = Field(alias="oud")
    new: str | None = Field(alias="nieuw")


class ChangePart(Part):
    """What is otherwise in one thing."""

    sort: str = Field(alias="soort")
    name: str = Field(alias="naam")
    within: str | None = Field(alias="begrip")
    fate: str = Field(alias="wat")
    meaning: tuple[DifferencePart, ...] = Field(alias="betekenis")
    words: tuple[DifferencePart, ...] = Field(alias="woorden")
    old_place: str | None = Field(alias="plaats_oud")
    new_place: str | None = Field(alias="plaats_nieuw")
    old_source: str = Field(alias="herkomst_oud")
    new_source: str = Field(alias="herkomst_nieuw")


class ValuePart(Part):
    """A value of one side: null where there is none, with the reason in words."""

    value: str | None = Field(alias="waarde")
    words: str = Field(alias="in_woorden")


class AnswerPart(Part):
    """One answer of a case."""

    name: str = Field(alias="naam")
    role: str | None = Field(alias="rol")
    kind: str = Field(alias="soort")
    origin: str = Field(alias="herkomst")
    value: str | None = Field(alias="waarde")


class DeciderPart(Part):
    """What decided on one side; without a rule it is a calculation."""

    concept: str = Field(alias="begrip")
    rule: str | None = Field(alias="regel")
    basis: tuple[str, ...] = Field(alias="grondslag")
    place: str = Field(alias="plaats")


class CausePart(Part):
    """What is otherwise in the case already before the outcome."""

    name: str = Field(alias="naam")
    role: str | None = Field(alias="rol")
    old: ValuePart = Field(alias="oud")
    new: ValuePart = Field(alias="nieuw")


class WitnessPart(Part):
    """One case in which the sides differ."""

    old: ValuePart = Field(alias="oud")
    new: ValuePart = Field(alias="nieuw")
    reference_date: str = Field(alias="peildatum")
    decision_date: str = Field(alias="besluitdatum")
    answers: tuple[AnswerPart, ...] = Field(alias="antwoorden")
    old_by: tuple[DeciderPart, ...] = Field(alias="beslist_oud")
    new_by: tuple[DeciderPart, ...] = Field(alias="beslist_nieuw")
    causes: tuple[CausePart, ...] = Field(alias="anders")
    calculators: int = Field(alias="rekenaars")
    scenario: tuple[str, ...]


class OutcomePart(Part):
    """One value, or one requirement, of a decision."""

    name: str = Field(alias="naam")
    role: str | None = Field(alias="rol")
    kind: str = Field(alias="soort")
    is_requirement: bool = Field(alias="is_eis")
    ruling: str = Field(alias="oordeel")
    reason: str = Field(alias="omdat")
    is_complete: bool = Field(alias="alle_verschillen")
    witnesses: tuple[WitnessPart, ...] = Field(alias="gevallen")
    other_rule: WitnessPart | None = Field(alias="andere_regel")


class DecisionPart(Part):
    """One kind of decision; `alleen` is the side that knows it, where the other does not."""

    name: str = Field(alias="besluit")
    title: str = Field(alias="titel")
    ruling: str = Field(alias="oordeel")
    only: str | None = Field(alias="alleen")
    reason: str = Field(alias="omdat")
    outcomes: tuple[OutcomePart, ...] = Field(alias="uitkomsten")


class MovedPart(Part):
    """A scenario that comes out otherwise."""

    name: str = Field(alias="scenario")
    place: str = Field(alias="plaats")
    example: dict[str, str] = Field(alias="voorbeeld")
    old: str = Field(alias="oud")
    new: str = Field(alias="nieuw")


class ScenariosPart(Part):
    """The scenarios that were run under both readings."""

    files: tuple[str, ...] = Field(alias="bestanden")
    missing: tuple[str, ...] = Field(alias="ontbrekend")
    number: int = Field(alias="aantal")
    moved: tuple[MovedPart, ...] = Field(alias="anders")


class ComparisonPart(Part):
    """All that two readings differ in."""

    schema_version: Annotated[int, Field(alias="schema_versie")] = 1
    old: SidePart = Field(alias="oud")
    new: SidePart = Field(alias="nieuw")
    reference_date: str = Field(alias="peildatum")
    remarks: tuple[str, ...] = Field(alias="opmerkingen")
    changes: tuple[ChangePart, ...] = Field(alias="wijzigingen")
    decisions: tuple[DecisionPart, ...] = Field(alias="besluiten")
    scenarios: ScenariosPart | None = Field(alias="scenarios")


def as_document(found: Comparison) -> ComparisonPart:
    """The comparison as it is written."""
    scenarios = found.scenarios
    return ComparisonPart(
        old=_side(found.old),
        new=_side(found.new),
        reference_date=iso_day(found.day),
        remarks=found.remarks,
        changes=tuple(map(_change, found.changes)),
        decisions=tuple(map(_decision, found.decisions)),
        scenarios=None
        if scenarios is None
        else ScenariosPart(
            files=scenarios.files,
            missing=scenarios.missing,
            number=scenarios.number,
            moved=tuple(map(_moved, scenarios.moved)),
        ),
    )


def comparison_schema() -> str:
    """The text of the schema."""
    return schema_text(ComparisonPart, "vergelijking", "Vergelijking van soco_rules")


def _side(side: Side) -> SidePart:
    version = side.version
    return SidePart(
        label=side.label,
        reference=version.reference,
        version=iso_day(version.valid_from),
        path=version.path,
        sha256=version.sha256,
        layers_on=iso_day(side.on),
    )


def _change(change: Change) -> ChangePart:
    return ChangePart(
        sort=change.sort,
        name=change.name,
        within=change.within,
        fate=change.fate,
        meaning=tuple(map(_difference, change.meaning)),
        words=tuple(map(_difference, change.words)),
        old_place=change.old_place,
        new_place=change.new_place,
        old_source=change.old_source,
        new_source=change.new_source,
    )


def _difference(one: Difference) -> DifferencePart:
    return DifferencePart(part=one.part, old=one.old, new=one.new)


def _decision(decision: DecisionFinding) -> DecisionPart:
    return DecisionPart(
        name=decision.name,
        title=decision.title,
        ruling=decision.ruling,
        only=decision.only,
        reason=decision.reason,
        outcomes=tuple(map(_outcome, decision.outcomes)),
    )


def _outcome(outcome: OutcomeFinding) -> OutcomePart:
    return OutcomePart(
        name=outcome.name,
        role=outcome.role,
        kind=outcome.kind,
        is_requirement=outcome.is_requirement,
        ruling=outcome.ruling,
        reason=outcome.reason,
        is_complete=outcome.is_complete,
        witnesses=tuple(_witness(case, outcome) for case in outcome.witnesses),
        other_rule=_witness(outcome.other_rule, outcome) if outcome.other_rule else None,
    )


def _witness(case: Witness, outcome: OutcomeFinding) -> WitnessPart:
    return WitnessPart(
        old=_value(case.old, outcome.kind, outcome.words),
        new=_value(case.new, outcome.kind, outcome.words),
        reference_date=iso_day(case.reference),
        decision_date=iso_day(case.decided_on),
        answers=tuple(
            AnswerPart(
                name=step.name,
                role=step.role,
                kind=step.type.kind,
                origin=step.origin,
                value=encode(case.answers[step.slot], step.type.kind),
            )
            for step in case.fields
        ),
        old_by=tuple(map(_decider, case.old_by)),
        new_by=tuple(map(_decider, case.new_by)),
        causes=tuple(map(_cause, case.causes)),
        calculators=case.calculators,
        scenario=case.scenario,
    )


def _decider(one: Decider) -> DeciderPart:
    return DeciderPart(concept=one.concept, rule=one.rule, basis=one.basis, place=one.place)


def _cause(cause: Cause) -> CausePart:
    old, new = (_value(value, cause.kind, cause.words) for value in (cause.old, cause.new))
    return CausePart(name=cause.name, role=cause.role, old=old, new=new)


def _value(value: Value | None, kind: Kind, words: ChoiceWords) -> ValuePart:
    said = value_in_words(value, kind, words)
    return ValuePart(value=None if value is None else encode(value, kind), words=said)


def _moved(moved: Moved) -> MovedPart:
    old, new = moved_in_words(moved)
    result = moved.old
    place = f"{result.span.file}:{result.span.line}"
    return MovedPart(name=result.name, place=place, example=dict(result.example), old=old, new=new)


def main(folder: str) -> None:
    """Writes the schema into a folder."""
    Path(folder, NAME).write_text(comparison_schema(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
