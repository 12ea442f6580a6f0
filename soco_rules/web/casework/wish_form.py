"""The fields with which an outcome is wished for, and the wish that was filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from soco_rules.counterfactual.wish import WORDS
from soco_rules.counterfactual.wish import read_wish
from soco_rules.model.program import Program
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import ValueType
from soco_rules.model.values import type_in_words
from soco_rules.web.days import as_written
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import choices_of
from soco_rules.web.forms import sentence
from soco_rules.web.forms import text_in

ANY = ""
EXACTLY = "precies"
_OTHER = Choice(ANY, "Elke andere uitkomst dan nu")


def wish_fields(program: Program, filled: Mapping[str, str]) -> tuple[Field, ...]:
    """What may be wished for: one of the outcomes, or of a number also how it stands to one.

    Of an outcome that is a text or a length of time nothing can be wished but another one.
    """
    type_ = _type_of(program)
    if counted := choices_of(type_):
        return (_choice("gewenst", "Welke uitkomst", (_OTHER, *counted), filled),)
    if type_.kind not in ORDERED or type_.kind is Kind.DURATION:
        return ()
    related = tuple(Choice(words.strip(), words.strip().capitalize()) for words in WORDS)
    relation = _choice("hoe", "Welke uitkomst", (_OTHER, *related, Choice(EXACTLY, "Precies")), filled)
    form = "een dag, zoals 2-11-2026" if type_.kind is Kind.DATE else type_in_words(type_)
    value = Field(
        "gewenst",
        "De grens",
        value=text_in(filled, "gewenst"),
        hint=f"Alleen als u hierboven geen ‘elke andere uitkomst’ kiest. Schrijf {form}.",
        required=False,
    )
    return relation, value


def wished(program: Program, filled: Mapping[str, str]) -> tuple[str, tuple[Field, ...]]:
    """The wish as `read_wish` reads it, empty for any other outcome; with the fields and what is wrong at each."""
    fields = wish_fields(program, filled)
    if not fields:
        return "", ()
    *relation, value = fields
    if any(each.value not in {choice.value for choice in each.choices} for each in fields if each.choices):
        return "", (replace(fields[0], error="Kies een van deze uitkomsten."), *fields[1:])
    if relation and relation[0].value == ANY:
        return "", fields
    text = as_written(value.value) if _type_of(program).kind is Kind.DATE else value.value
    if not text:
        return "", fields if not relation else (
            *relation,
            replace(value, error="Vul in hoeveel, of wanneer."),
        )
    words = f"{relation[0].value} " if relation and relation[0].value != EXACTLY else ""
    try:
        read_wish(f"{words}{text}", program)
    except UnreadableValueError as error:
        return "", (*relation, replace(value, error=sentence(str(error))))
    return f"{words}{text}", fields


def _choice(name: str, label: str, choices: tuple[Choice, ...], filled: Mapping[str, str]) -> Field:
    return Field(name, label, "select", value=text_in(filled, name), choices=choices, required=False)


def _type_of(program: Program) -> ValueType:
    return next(step.type for step in program.steps if step.slot == program.outcome[0])
