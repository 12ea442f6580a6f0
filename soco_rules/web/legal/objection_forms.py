"""The forms about objections: what is asked when one is received, at each step, and when somebody decides on it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.answering import Answer
from soco_rules.dossiers.objecting import Telling
from soco_rules.dossiers.objection_words import ARTICLES
from soco_rules.dossiers.objection_words import DELAYS
from soco_rules.dossiers.objection_words import INADMISSIBLE
from soco_rules.dossiers.objection_words import NOT_HEARD
from soco_rules.dossiers.objection_words import STEPS
from soco_rules.dossiers.objections import Objection
from soco_rules.model.objecting import Objected
from soco_rules.model.objection import Costs
from soco_rules.model.objection import Delay
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
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.forms import text_in
from soco_rules.web.legal.at_fields import with_errors
from soco_rules.web.legal.signing import LONGEST
from soco_rules.web.legal.signing import TOO_LONG
from soco_rules.web.people import Person
from soco_rules.web.remedies import for_a_page

Form = Mapping[str, object]
NOTHING = "geen"
RENEWED = "gegrond_nieuw"
_NO = Choice("", "niet ingevuld")
_AT = {
    "mandaat-ontbreekt": "functie",
}
_BY_OPTION = {
    "--ontvangen": "ontvangen",
    "--gepost": "gepost",
    "--van": "van",
    "--datum": "datum",
    "--tot-en-met": "tot_en_met",
    "--grond": "grond",
    "--gehoord-door": "gehoord_door",
    "--bij-de-stap": "toelichting",
    "--toelichting": "toelichting",
    "--niet-ontvankelijk-omdat": "niet_ontvankelijk_omdat",
    "--verschoonbaar": "verschoonbaar",
    "--niet-gehoord": "niet_gehoord",
    "--niet-gehoord-omdat": "niet_gehoord_omdat",
    "--afwijking-van-advies": "afwijking_van_advies",
    "--kosten": "kosten",
    "--kosten-omdat": "kosten_omdat",
    "--verzonden-op": "verzonden_op",
    "--functie": "functie",
    "--eigen-brief": "eigen_brief",
}


def filled(fields: Iterable[Field], form: Form) -> tuple[Field, ...]:
    """The fields with what was filled in."""
    return tuple(
        replace(each, value=text_in(form, each.name)) if each.name in form else each for each in fields
    )


def with_findings(
    fields: tuple[Field, ...], findings: Sequence[Diagnostic]
) -> tuple[tuple[Field, ...], tuple[Diagnostic, ...]]:
    """The fields with what is wrong with each, and the findings that are about none of them."""
    names = {field.name for field in fields}
    at: dict[str, tuple[Diagnostic, ...]] = {}
    rest: list[Diagnostic] = []
    for found in findings:
        words = (word.rstrip(",.;") for word in found.remedy.split())
        name = _AT.get(found.code) or next((_BY_OPTION[word] for word in words if word in _BY_OPTION), "")
        if name in names:
            at[name] = (*at.get(name, ()), found)
        else:
            rest.append(found)
    errors = {name: in_one_sentence(for_a_page(said)) for name, said in at.items()}
    return with_errors(fields, errors), for_a_page(rest)


def too_long(fields: Iterable[Field], form: Form) -> dict[str, str]:
    """The fields in which more stands than a letter holds."""
    return {each.name: TOO_LONG for each in fields if len(text_in(form, each.name)) > LONGEST}


# Receipt


def receipt_fields(form: Form) -> tuple[Field, ...]:
    """What is asked when an objection is received."""
    return filled(
        (
            day_field("ontvangen", "Ontvangen op", "", "De dag waarop het bezwaar er was"),
            day_field(
                "gepost",
                "Gepost op",
                "",
                "Het poststempel, als het met de post kwam (Awb 6:9)",
                required=False,
            ),
            Field(
                "van",
                "Ingediend door",
                hint="Alleen als dat een ander is dan de persoon zelf. Is het een gemachtigde, stuur dan ook hem de brieven "
                "(Awb 6:17).",
                required=False,
            ),
            Field("gronden", "Waarom de persoon het er niet mee eens is", "textarea", required=False),
        ),
        form,
    )


def receipt_in(
    adoption: int, form: Form, fields: tuple[Field, ...]
) -> tuple[Objected | None, tuple[Field, ...]]:
    """What was received, or the fields with what is wrong in them."""
    errors = too_long(fields, form)
    day, problem = day_given(form, "ontvangen")
    if day is None:
        errors["ontvangen"] = problem or "Vul in op welke dag het bezwaar is ontvangen."
    posted, problem = day_given(form, "gepost")
    if problem:
        errors["gepost"] = problem
    if errors or day is None:
        return None, with_errors(fields, errors)
    said = Objected(
        adoption=adoption,
        received=iso_day(day),
        posted_on=None if posted is None else iso_day(posted),
        by=text_in(form, "van"),
        grounds=text_in(form, "gronden"),
    )
    return said, fields


# Steps


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
                "Bij aanvullen, horen, verdagen en uitstel: de laatste dag",
                required=False,
            ),
            Field("grond", "Waarom verder uitstel mag", "select", choices=(_NO, *delays), required=False),
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


# The decision


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
            choices=(_NO, *(Choice(each, INADMISSIBLE[each]) for each in Inadmissible)),
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
            choices=(_NO, *(Choice(each, NOT_HEARD[each]) for each in NotHeard)),
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
    amount = None if asked.lower() in {"", NOTHING} else asked.replace(".", "").replace(",", ".")
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
