"""Facts that only another outcome needs: each as a field, and from what is filled in to a case."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from soco_rules.diagnostics import Span
from soco_rules.model.case import Case
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Missing
from soco_rules.model.program import Field as ProgramField
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import ValueType
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_value
from soco_rules.web import days
from soco_rules.web.forms import Field
from soco_rules.web.forms import choices_of
from soco_rules.web.forms import day_field
from soco_rules.web.forms import sentence
from soco_rules.web.forms import text_in

PREFIX = "feit."
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?:\D|$))")


@dataclass(frozen=True, slots=True)
class Asked:
    """One fact that is asked, with its type and its field."""

    name: str
    role: Role | None
    type: ValueType
    field: Field


def asked_for(decision: Decision, program: Program) -> tuple[Asked, ...]:
    """What is still missing for a decision and is a fact: a judgement is given in the dossier."""
    fields = {(each.name, each.role): each for each in program.fields}
    found = (
        (each, fields.get((each.name, Role(each.role) if each.role else None))) for each in decision.missing
    )
    return tuple(_asked(missing, field) for missing, field in found if field and field.origin is Origin.FACT)


def _asked(missing: Missing, field: ProgramField) -> Asked:
    name = f"{PREFIX}{missing.name}" + (f".{missing.role}" if missing.role else "")
    whose = f" ({missing.role})" if missing.role else ""
    made = field_for(name, f"{missing.question}{whose}", field.type)
    return Asked(missing.name, Role(missing.role) if missing.role else None, field.type, made)


def field_for(name: str, label: str, type_: ValueType, *, without: Collection[str] = frozenset()) -> Field:
    """The field for a value of this type; of a choice without some of the answers."""
    match type_.kind:
        case Kind.DATE:
            return day_field(name, label)
        case Kind.YES_NO:
            return Field(name, label, "radio", choices=choices_of(type_))
        case Kind.CHOICE:
            choices = tuple(each for each in choices_of(type_) if each.value not in without)
            return Field(name, label, "radio", choices=choices)
        case Kind.MONEY:
            return Field(name, label, hint="Een bedrag, zoals 1.250,00.")
        case Kind.PERCENTAGE:
            return Field(name, label, hint="Een percentage, zoals 10%.")
        case Kind.COUNT | Kind.DURATION | Kind.TEXT:
            return Field(name, label)
        case _:
            assert_never(type_.kind)


def case_of(
    asked: Iterable[Asked], form: Mapping[str, object], by: str, day: int, errors: dict[str, str]
) -> Case | None:
    """What was filled in, told by who adopts; what is wrong with it goes to `errors`. None where nothing is asked."""
    facts: dict[tuple[str, Role | None], tuple[Report, ...]] = {}
    for each in asked:
        text = text_in(form, each.field.name)
        if not text:
            continue
        written = as_written(text, each.type.kind)
        try:
            parse_value(written, each.type)
        except UnreadableValueError as error:
            errors[each.field.name] = sentence(str(error))
            continue
        report = Report(written, Span("vaststelling"), f"opgave bij het vaststellen, {by}", iso_day(day))
        facts[each.name, each.role] = (report,)
    return Case(None, facts, {}) if facts else None


def as_written(text: str, kind: Kind) -> str:
    """An amount or a day as Dutch people type it, in the notation of the rule files."""
    if kind is Kind.DATE:
        return days.as_written(text)
    if kind is not Kind.MONEY:
        return text
    return _THOUSANDS.sub("", text.replace("€", "").strip()).replace(",", ".")
