"""The fields with which a question is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from soco_rules.interview import Question
from soco_rules.model.called import body
from soco_rules.model.values import Kind
from soco_rules.model.values import capital
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import absent_of
from soco_rules.web.forms import choices_of
from soco_rules.web.forms import day_field

FEW = 8
"""So many choices stand below each other; more go in a list that opens."""

OWN = "klantmanager"
"""Whose judgement the caseworker gives in his own name."""


def answer_field(question: Question, value: str, error: str = "") -> Field:
    """The field for the answer itself."""
    if question.type.kind is Kind.DATE:
        absent = " Of schrijf: niet van toepassing." if question.type.may_be_absent else ""
        made = day_field("antwoord", question.text, value, "Een dag", error)
        return replace(made, hint=f"{made.hint}{absent}")
    counted = choices_of(question.type)
    choices = (*counted, *absent_of(question.type)) if counted else ()
    kind = "text" if not choices else "radio" if len(choices) <= FEW else "select"
    if kind == "select":
        choices = (Choice("", "Kies"), *choices)
    return Field(
        "antwoord",
        question.text,
        kind,
        value=value,
        hint="" if choices else hint_of(question.form),
        error=error,
        choices=choices,
    )


def judge_fields(
    question: Question, filled: Mapping[str, str], errors: Mapping[str, str]
) -> tuple[Field, ...]:
    """What a judgement asks besides: why, and who judges where that is not the caseworker."""
    if question.judged_by is None:
        return ()
    why = Field(
        "reden",
        "Waarom",
        "textarea",
        value=filled.get("reden", ""),
        hint="Staat later in het besluit en in de brief.",
        error=errors.get("reden", ""),
    )
    if question.judged_by == OWN:
        return (why,)
    who = Field(
        "door",
        "Wie oordeelt",
        value=filled.get("door", ""),
        hint=f"De naam van wie dit voor {body(question.judged_by)} vindt.",
        error=errors.get("door", ""),
    )
    return (who, why)


def hint_of(form: str) -> str:
    """How to write an answer."""
    said = capital(form)
    return said if said.endswith(".") else f"{said}."
