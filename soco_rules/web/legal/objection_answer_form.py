"""What is asked of who decides on an objection, and what was filled in."""

from __future__ import annotations

from soco_rules.dossiers.answering import Answer
from soco_rules.dossiers.objection_words import INADMISSIBLE
from soco_rules.dossiers.objection_words import NOT_HEARD
from soco_rules.dossiers.objections import Objection
from soco_rules.model.objection import Costs
from soco_rules.model.objection import Inadmissible
from soco_rules.model.objection import NotHeard
from soco_rules.model.objection import Ruled
from soco_rules.model.objection import Ruling
from soco_rules.model.objection import Step
from soco_rules.model.values import iso_day
from soco_rules.web.access.functions import WITHOUT
from soco_rules.web.access.functions import Functions
from soco_rules.web.access.functions import why_not
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
from soco_rules.web.people import Person

NOTHING = "geen"
RENEWED = "gegrond_nieuw"


def answer_fields(
    objection: Objection, person: Person, own: Functions, able: tuple[str, ...], today: int, form: Form
) -> tuple[Field, ...]:
    """What is asked of who decides; `able` are the functions with the mandate. What cannot matter here is not asked."""
    rulings = (
        Choice(Ruling.UNFOUNDED, "ongegrond: het besluit blijft"),
        Choice(Ruling.FOUNDED, "gegrond: het besluit wordt herroepen, en er komt niets voor in de plaats"),
        Choice(
            RENEWED, "gegrond: het besluit wordt herroepen, en er komt een nieuw besluit voor in de plaats"
        ),
        Choice(Ruling.INADMISSIBLE, "niet-ontvankelijk: het bezwaar wordt niet inhoudelijk behandeld"),
    )
    day = iso_day(today)
    fields = (
        Field("uitkomst", "Uitkomst", "radio", choices=rulings),
        Field(
            "niet_ontvankelijk_omdat",
            "Waarom niet-ontvankelijk",
            "select",
            hint="Alleen bij die uitkomst.",
            choices=(NOT_FILLED, *(Choice(each, INADMISSIBLE[each]) for each in Inadmissible)),
            required=False,
        ),
        *(
            (
                Field(
                    "verschoonbaar",
                    "Waarom te laat zijn niet te verwijten is",
                    "textarea",
                    hint="Alleen als het bezwaar toch wordt behandeld (Awb 6:11).",
                    required=False,
                ),
            )
            if objection.is_late
            else ()
        ),
        *(() if Step.HEARD in objection.steps else _not_heard()),
        Field(
            "toelichting",
            "Toelichting op het besluit",
            "textarea",
            hint="Waarom u zo beslist, en wat u met de bezwaren hebt gedaan (Awb 7:12). Deze tekst komt zo in de brief.",
        ),
        *(
            (
                Field(
                    "afwijking_van_advies", "Waarom het advies niet wordt gevolgd", "textarea", required=False
                ),
            )
            if Step.ADVISED in objection.steps
            else ()
        ),
        *(_costs() if Step.COSTS_ASKED in objection.steps else ()),
        *_function(person, own, able),
        day_field("datum", "Dag van het besluit", day, "Vandaag, of een dag die voorbij is"),
        day_field(
            "verzonden_op",
            "Dag van verzenden",
            day,
            "De termijn voor beroep begint op de dag erna (Awb 6:8).",
        ),
        Field(
            "eigen_brief",
            "Kenmerk van uw eigen brief",
            hint="Alleen als u het besluit met een eigen brief bekendmaakt.",
            required=False,
        ),
    )
    return filled(fields, form)


def _not_heard() -> tuple[Field, ...]:
    return (
        Field(
            "niet_gehoord",
            "Waarom de persoon niet is gehoord",
            "select",
            hint="Is er wel gehoord, leg dat dan eerst vast als stap.",
            choices=(NOT_FILLED, *(Choice(each, NOT_HEARD[each]) for each in NotHeard)),
        ),
        Field(
            "niet_gehoord_omdat", "Waarom dat hier geldt", "textarea", hint="Deze tekst komt zo in de brief."
        ),
    )


def _costs() -> tuple[Field, ...]:
    return (
        Field("kosten", "Vergoeding van kosten", hint="Een bedrag zoals 647,00, of het woord geen."),
        Field(
            "kosten_omdat",
            "Waarom zo over de kosten is besloten",
            "textarea",
            hint="Deze tekst komt zo in de brief.",
        ),
    )


def _function(person: Person, own: Functions, able: tuple[str, ...]) -> tuple[Field, ...]:
    if person.function:
        return ()
    names = own.names if own.names is not None else able
    choices = (Choice("", "Kies een functie"), *(Choice(each, each) for each in names))
    hint = WITHOUT if own.names == () else "Met het mandaat besluit_op_bezwaar in het mandaatregister."
    return (
        Field(
            "functie", "Functie", "select", names[0] if len(names) == 1 else "", choices=choices, hint=hint
        ),
    )


def answer_in(
    person: Person, own: Functions, form: Form, fields: tuple[Field, ...]
) -> tuple[Answer | None, tuple[Field, ...]]:
    """The decision, or the fields with what is wrong in them."""
    errors = too_long(fields, form)
    word = text_in(form, "uitkomst")
    if word not in {*Ruling, RENEWED}:
        errors["uitkomst"] = "Kies wat u beslist."
    function = person.function or text_in(form, "functie")
    if not function:
        errors["functie"] = WITHOUT if own.names == () else "Kies in welke functie u beslist."
    elif problem := why_not(own, function):
        errors["functie"] = problem
    if not text_in(form, "toelichting"):
        errors["toelichting"] = "Schrijf waarom u zo beslist (Awb 7:12 lid 1)."
    days: dict[str, int | None] = {}
    for name in ("datum", "verzonden_op"):
        days[name], problem = day_given(form, name)
        if days[name] is None:
            errors[name] = problem or "Vul een dag in."
    day, sent = days["datum"], days["verzonden_op"]
    if errors or day is None or sent is None:
        return None, with_errors(fields, errors)
    ruled = _ruled(form, Ruling.FOUNDED if word == RENEWED else Ruling(word), renewed=word == RENEWED)
    said = Answer(person.name, function, day, sent, ruled, text_in(form, "eigen_brief"), own.source)
    return said, fields


def _ruled(form: Form, ruling: Ruling, *, renewed: bool) -> Ruled:
    why, not_heard = text_in(form, "niet_ontvankelijk_omdat"), text_in(form, "niet_gehoord")
    asked, because = text_in(form, "kosten"), text_in(form, "kosten_omdat")
    amount = None if asked.lower() in {"", NOTHING} else asked
    return Ruled(
        ruling=ruling,
        renewed=renewed,
        inadmissible=Inadmissible(why) if why in set(Inadmissible) else None,
        excused=text_in(form, "verschoonbaar"),
        not_heard=NotHeard(not_heard) if not_heard in set(NotHeard) else None,
        not_heard_because=text_in(form, "niet_gehoord_omdat"),
        reasons=text_in(form, "toelichting"),
        departs=text_in(form, "afwijking_van_advies"),
        costs=Costs(amount=amount, reason=because) if asked or because else None,
    )
