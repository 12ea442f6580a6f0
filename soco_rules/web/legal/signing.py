"""The form with which a person adopts a proposal or deviates from it: its fields, and the statement that it makes."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import NamedTuple

from soco_rules.adopt.hearing import ARTICLES
from soco_rules.adopt.statement import Deviating
from soco_rules.adopt.statement import Statement
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.dossier import Signed
from soco_rules.model.mandate import Mandate
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.legal.asked import Asked
from soco_rules.web.legal.asked import as_written
from soco_rules.web.legal.asked import case_of
from soco_rules.web.legal.asked import field_for
from soco_rules.web.people import Person
from soco_rules.web.remedies import for_a_page

Form = Mapping[str, object]

MANNERS: Mapping[Manner, str] = {
    Manner.HEARD: "de persoon is gehoord",
    Manner.NOT_REQUIRED: "horen was niet verplicht: niet nadelig, of alleen eigen gegevens",
    Manner.MINOR_DIFFERENCE: "het verschil met de aanvraag is klein",
    Manner.DUTY_NOT_MET: "de persoon gaf gegevens niet die hij moest geven",
    Manner.URGENT: "er was haast bij",
    Manner.HEARD_BEFORE: "de persoon is eerder gehoord, en er is niets nieuws",
    Manner.PURPOSE: "het besluit mist anders zijn doel",
    Manner.FINANCIAL: "alleen een bedrag, en na bezwaar is alles te herstellen",
}
_GENERAL = "Algemene wet bestuursrecht artikel "
_DATED = frozenset({Manner.HEARD, Manner.HEARD_BEFORE})
OUTCOME = "uitkomst"
LONGEST = 10_000
"""Characters in one field: more than any letter holds."""
TOO_LONG = "Dit is te lang. Houd het bij ten hoogste 10.000 tekens."
NO_MANNER = "geen"
_BY_OPTION = {
    "--zienswijze-toelichting": "zienswijze_toelichting",
    "--zienswijze": "zienswijze",
    "--afwijking-reden": "afwijking_reden",
    "--toelichting": "toelichting",
    "--functie": "functie",
    "--eigen-brief": "eigen_brief",
}
_BY_CODE = {
    "mandaat-ontbreekt": "functie",
    "uitkomst-onbekend": "functie",
    "vaststelling-datum": "datum",
    "zienswijze": "zienswijze",
    "toelichting-ontbreekt": "toelichting",
    "afwijking": OUTCOME,
}
"""The field at which a finding is shown; any other finding stands above the form."""


class Proposal(NamedTuple):
    """The outcome that is proposed, the type that another one has too, and which outcomes nobody may choose instead."""

    outcome: str
    type: ValueType
    closed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asking:
    """What decides which fields there are.

    `outcomes` has what can be deviated from, by the person that it is of (None: the decision has one outcome); None
    where nobody deviates. `asked` are facts that only the other outcome needs. `appealable` is whether the decision
    is a beschikking. `no_letter` is whether no letter of it can be made here. `manners` are those that can hold for
    this besluit. `must_explain` is whether the reasons are asked of this person; `is_first` whether another must sign
    after this one.
    """

    person: Person
    today: int
    functions: tuple[str, ...]
    appealable: bool
    signed: Signed | None = None
    outcomes: Mapping[Role | None, Proposal] | None = None
    asked: tuple[Asked, ...] = ()
    no_letter: bool = False
    manners: tuple[Manner, ...] = tuple(Manner)
    must_explain: bool = False
    is_first: bool = False


def functions_of(mandates: Iterable[Mandate], body: str | None) -> tuple[str, ...]:
    """The functions that sign for a body, each once."""
    return tuple(dict.fromkeys(each.function for each in mandates if each.body == body))


def fields_of(asking: Asking, form: Form) -> tuple[Field, ...]:
    """The fields with what was filled in, or with what suits best while nothing was."""
    day = iso_day(asking.today)
    fields = (
        *_deviating_fields(asking),
        *_function(asking),
        day_field("datum", _day_of(is_first=asking.is_first), day, "Vandaag, of een dag die voorbij is"),
        day_field("verzonden_op", "Dag van verzenden", day, _SENT if asking.appealable else ""),
        *(_hearing_fields(asking) if asking.appealable else ()),
        Field(
            "toelichting",
            "Toelichting op het besluit",
            "textarea",
            hint="Waarom in dit geval zo is besloten. Deze tekst komt zo in de brief (Awb 3:46).",
            required=asking.must_explain,
        ),
        *_own_letter(asking),
    )
    return tuple(replace(each, value=_filled(form, each)) for each in fields)


def _own_letter(asking: Asking) -> tuple[Field, ...]:
    """The mark of a letter of one's own: asked where no letter can be made here, and possible for any beschikking."""
    if asking.is_first or not (asking.appealable or asking.no_letter):
        return ()
    hint = (
        "Van dit besluit is hier geen brief te maken. Een beschikking werkt pas als zij is toegezonden of uitgereikt "
        "(Awb 3:40 en 3:41). Maakt u zelf een brief, vul dan in onder welk kenmerk hij is bewaard."
        if asking.no_letter
        else "Alleen als u het besluit met een eigen brief bekendmaakt en niet met de brief van soco, zoals wanneer die een "
        "concept blijft."
    )
    return (Field(_OWN, "Kenmerk van uw eigen brief", hint=hint, required=asking.no_letter),)


_OWN = "eigen_brief"
_SENT = "De termijn voor bezwaar begint op de dag erna (Awb 6:8)."


def _day_of(*, is_first: bool) -> str:
    return "Dag van ondertekenen" if is_first else "Dag van vaststellen"


def _filled(form: Form, field: Field) -> str:
    return text_in(form, field.name) if field.name in form else field.value


def _function(asking: Asking) -> tuple[Field, ...]:
    if asking.person.function:
        return ()
    if not asking.functions:
        return (Field("functie", "Functie", hint="De functie die in het mandaatregister staat."),)
    choices = (Choice("", "Kies een functie"), *(Choice(each, each) for each in asking.functions))
    hint = "Uit het mandaatregister. Kies alleen de functie die u hebt: u tekent ermee."
    return (Field("functie", "Functie", "select", choices=choices, hint=hint),)


def _hearing_fields(asking: Asking) -> tuple[Field, ...]:
    signed = asking.signed.hearing if asking.signed else None
    manners = tuple(Choice(each, _manner_in_words(each)) for each in asking.manners)
    none = Choice(NO_MANNER, "niet ingevuld")
    return (
        Field(
            "zienswijze",
            "Zienswijze",
            "select",
            signed.manner if signed else NO_MANNER,
            hint="Of de persoon zijn zienswijze heeft kunnen geven, of waarom niet.",
            choices=(none, *manners),
        ),
        day_field(
            "zienswijze_datum",
            "Dag waarop de persoon is gehoord",
            (signed.date or "") if signed else "",
            "Alleen als de persoon is gehoord",
            required=False,
        ),
        Field(
            "zienswijze_toelichting",
            "Toelichting op de zienswijze",
            "textarea",
            signed.account if signed else "",
            hint="Wat de persoon zei, of waarom de uitzondering hier geldt. Alleen als horen niet verplicht was, mag dit "
            "leeg blijven.",
            required=False,
        ),
    )


def _manner_in_words(manner: Manner) -> str:
    article = ARTICLES.get(manner, f"{_GENERAL}4:7 en 4:8").removeprefix(_GENERAL)
    return f"{MANNERS[manner]} (Awb {article})"


def _deviating_fields(asking: Asking) -> tuple[Field, ...]:
    if not asking.outcomes:
        return ()
    chosen = tuple(
        replace(
            field_for(_outcome_field(role), _label(role), of.type, without=of.closed),
            required=role is None,
        )
        for role, of in asking.outcomes.items()
    )
    reason = Field(
        "afwijking_reden",
        "Reden van de afwijking",
        "textarea",
        hint="Welke bijzondere omstandigheden maken dat de regels hier te hard uitpakken (Awb 4:84). "
        "Deze tekst komt zo in de brief.",
    )
    return (*chosen, reason, *(each.field for each in asking.asked))


def _label(role: Role | None) -> str:
    return f"Andere uitkomst voor de {role}" if role else "Andere uitkomst"


def _outcome_field(role: Role | None) -> str:
    return f"{OUTCOME}.{role}" if role else OUTCOME


def statement_in(
    asking: Asking, form: Form, fields: tuple[Field, ...]
) -> tuple[Statement | None, tuple[Field, ...]]:
    """What the person says, or the fields with what is wrong in them."""
    errors: dict[str, str] = {}
    day = _day(form, "datum", errors)
    sent = _day(form, "verzonden_op", errors)
    if day is not None and day > asking.today:
        errors["datum"] = "Deze dag moet nog komen. Kies vandaag, of een dag die voorbij is."
    hearing = _hearing(asking, form, errors) if asking.appealable else None
    deviation = _deviation(asking, form, errors) if asking.outcomes else None
    errors |= {each.name: TOO_LONG for each in fields if len(text_in(form, each.name)) > LONGEST}
    function = asking.person.function or text_in(form, "functie")
    if not function:
        errors["functie"] = "Vul in in welke functie u vaststelt."
    checked = with_errors(fields, errors)
    if wrong(checked) or day is None or sent is None:
        return None, checked
    said = Statement(
        by=asking.person.name,
        function=function,
        date=day,
        sent_on=sent,
        hearing=hearing,
        reasons=text_in(form, "toelichting"),
        deviation=deviation,
        own_letter=text_in(form, _OWN),
    )
    return said, fields


def _day(form: Form, name: str, errors: dict[str, str]) -> int | None:
    day, problem = day_given(form, name)
    if day is None:
        errors[name] = problem or "Vul een dag in."
    return day


def _hearing(asking: Asking, form: Form, errors: dict[str, str]) -> Hearing | None:
    word, day = text_in(form, "zienswijze"), text_in(form, "zienswijze_datum")
    account = text_in(form, "zienswijze_toelichting")
    if word not in set(asking.manners):
        if day or account:
            errors["zienswijze"] = "Kies of de persoon is gehoord, of waarom niet."
        return None
    manner = Manner(word)
    heard, problem = day_given(form, "zienswijze_datum")
    if manner not in _DATED and day:
        errors["zienswijze_datum"] = "Bij deze keuze hoort geen dag. Laat dit leeg."
    elif manner in _DATED and heard is None:
        errors["zienswijze_datum"] = problem or "Vul in op welke dag de persoon is gehoord."
    return Hearing(manner=manner, date=None if heard is None else iso_day(heard), account=account)


def _deviation(asking: Asking, form: Form, errors: dict[str, str]) -> Deviating | None:
    assert asking.outcomes is not None
    outcomes = {
        role: as_written(chosen, of.type.kind)
        for role, of in asking.outcomes.items()
        if (chosen := text_in(form, _outcome_field(role)))
    }
    first = _outcome_field(next(iter(asking.outcomes)))
    if not outcomes:
        errors[first] = "Kies een andere uitkomst dan het voorstel heeft."
    if not text_in(form, "afwijking_reden"):
        errors["afwijking_reden"] = "Schrijf waarom u van de regels afwijkt."
    case = case_of(asking.asked, form, asking.person.name, asking.today, errors)
    return Deviating(outcomes, text_in(form, "afwijking_reden"), case)


def with_findings(
    fields: tuple[Field, ...], findings: Iterable[Diagnostic]
) -> tuple[tuple[Field, ...], tuple[Diagnostic, ...]]:
    """The fields with the findings that are about them, and the findings that are about none."""
    names = {each.name for each in fields}
    at: dict[str, tuple[Diagnostic, ...]] = {}
    rest: list[Diagnostic] = []
    for found in findings:
        name = _field_of(found)
        found = replace(found, message=_with_manners(found.message))  # noqa: PLW2901
        name = next((each for each in names if name and each.partition(".")[0] == name), None)
        if name is None:
            rest.append(found)
        else:
            at[name] = (*at.get(name, ()), found)
    errors = {name: in_one_sentence(for_a_page(found)) for name, found in at.items()}
    return with_errors(fields, errors), for_a_page(rest)


def _with_manners(message: str) -> str:
    """A message with each manner in the words of the page."""
    for manner, words in MANNERS.items():
        message = message.replace(f"'{manner}'", f"‘{words}’")
    return message


def _field_of(found: Diagnostic) -> str | None:
    if not found.is_error:
        return None
    words = found.remedy.split()
    named = next((name for option, name in _BY_OPTION.items() if option in words), None)
    if found.code == "vaststelling-datum" and found.message.startswith("verzenden"):
        return "verzonden_op"
    if found.code == "zienswijze" and found.remedy == "verbeter de dag":
        return "zienswijze_datum"
    return named or _BY_CODE.get(found.code)


def with_errors(fields: tuple[Field, ...], errors: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields with what is wrong with each, by name."""
    return tuple(replace(each, error=errors.get(each.name, "")) for each in fields)


def in_words(said: Statement, words: ChoiceWords, *, is_first: bool = False) -> tuple[tuple[str, str], ...]:
    """What a person is about to say, as names with their values; the first of two signs and adopts nothing."""
    rows = [
        ("Ondertekend door" if is_first else "Vastgesteld door", f"{said.by}, {said.function}"),
        (_day_of(is_first=is_first), as_dutch(said.date, Kind.DATE)),
        ("Dag van verzenden", as_dutch(said.sent_on, Kind.DATE)),
    ]
    if said.deviation is not None:
        for role, outcome in said.deviation.outcomes.items():
            shown = words.get(outcome) or spaced(outcome)
            rows.append((f"Andere uitkomst ({role})" if role else "Andere uitkomst", shown))
        rows.append(("Reden van de afwijking", said.deviation.reason))
    if said.hearing is not None:
        heard = said.hearing
        day = f", op {as_dutch(parse_date(heard.date), Kind.DATE)}" if heard.date else ""
        rows.append(("Zienswijze", f"{_manner_in_words(heard.manner)}{day}"))
        if heard.account:
            rows.append(("Toelichting op de zienswijze", heard.account))
    if said.own_letter:
        rows.append(("Eigen brief", said.own_letter))
    if said.reasons:
        rows.append(("Toelichting op het besluit", said.reasons))
    return tuple(rows)
