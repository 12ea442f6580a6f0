"""What is asked of a step with an objection, and what was filled in."""

from __future__ import annotations

from soco_rules.dossiers.objecting import Telling
from soco_rules.dossiers.objection_words import ARTICLES
from soco_rules.dossiers.objection_words import DELAYS
from soco_rules.dossiers.objection_words import STEPS
from soco_rules.model.objection import Delay
from soco_rules.model.objection import Step
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import text_in
from soco_rules.web.legal.at_fields import with_errors
from soco_rules.web.legal.objection_fields import NOT_FILLED
from soco_rules.web.legal.objection_fields import Form
from soco_rules.web.legal.objection_fields import filled
from soco_rules.web.legal.objection_fields import too_long


def step_fields(form: Form) -> tuple[Field, ...]:
    """What is asked of a step."""
    steps = tuple(Choice(each, f"{STEPS[each]} (Awb {ARTICLES[each]})") for each in Step)
    delays = tuple(Choice(each, DELAYS[each]) for each in Delay)
    return filled(
        (
            Field("stap", "Wat er is gebeurd", "select", choices=(Choice("", "Kies een stap"), *steps)),
            day_field("datum", "Op welke dag", "", "De dag waarop het is gebeurd"),
            day_field(
                "tot_en_met",
                "Tot en met",
                "",
                "De laatste dag om aan te vullen of te antwoorden, of waarop er uiterlijk wordt beslist",
                required=False,
            ),
            Field(
                "grond",
                "Waarom verder uitstel mag",
                "select",
                hint="Alleen bij verder uitstel.",
                choices=(NOT_FILLED, *delays),
                required=False,
            ),
            Field(
                "gehoord_door",
                "Gehoord door",
                hint="Namen met een puntkomma ertussen, wie het horen leidde het eerst. Wie aan het besluit meewerkte, hoort niet "
                "alleen (Awb 7:5).",
                required=False,
            ),
            Field(
                "toelichting",
                "Toelichting op de stap",
                "textarea",
                hint="Bij het horen het verslag, bij een advies het advies: zo komen zij in de brief.",
                required=False,
            ),
        ),
        form,
    )


def step_in(form: Form, fields: tuple[Field, ...]) -> tuple[Telling | None, tuple[Field, ...]]:
    """The step, or the fields with what is wrong in them."""
    errors = too_long(fields, form)
    word = text_in(form, "stap")
    if word not in set(Step):
        errors["stap"] = "Kies wat er is gebeurd."
    day, problem = day_given(form, "datum")
    if day is None:
        errors["datum"] = problem or "Vul in op welke dag dat was."
    until, problem = day_given(form, "tot_en_met")
    if problem:
        errors["tot_en_met"] = problem
    delay = text_in(form, "grond")
    if errors or day is None:
        return None, with_errors(fields, errors)
    names = tuple(each.strip() for each in text_in(form, "gehoord_door").split(";") if each.strip())
    found = Delay(delay) if delay in set(Delay) else None
    return Telling(Step(word), day, until, found, names, text_in(form, "toelichting")), fields
