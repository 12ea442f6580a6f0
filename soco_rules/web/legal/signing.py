"""The form with which a person adopts a proposal or deviates from it: what decides on its fields, and the fields."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import NamedTuple

from soco_rules.model.adoption import Manner
from soco_rules.model.dossier import Signed
from soco_rules.model.mandate import Mandate
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.web.access.functions import Functions
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import text_in
from soco_rules.web.legal.asked import Asked
from soco_rules.web.legal.asked import field_for
from soco_rules.web.legal.in_function import function_fields
from soco_rules.web.legal.manners import NO_MANNER
from soco_rules.web.legal.manners import manner_in_words
from soco_rules.web.people import Person

Form = Mapping[str, object]

OUTCOME = "uitkomst"
LONGEST = 10_000
"""Characters in one field: more than any letter holds."""
TOO_LONG = "Dit is te lang. Houd het bij ten hoogste 10.000 tekens."


class Proposal(NamedTuple):
    """The outcome that is proposed, the type that another one has too, and which outcomes nobody may choose instead."""

    outcome: str
    type: ValueType
    closed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asking:
    """What decides which fields there are.

    `functions` are those that sign for the body, `own` those of this person. `outcomes` has what can be deviated from,
    by the person that it is of (None: the decision has one outcome); None where nobody deviates. `asked` are facts that
    only the other outcome needs. `appealable` is whether the decision is a beschikking. `no_letter` is whether no
    letter of it can be made here. `manners` are those that can hold for this besluit, `articles` what each rests on:
    article 4:7 on an application, 4:8 without one. `must_explain` is whether the reasons are asked of this person;
    `is_first` whether another must sign after this one; `recorded` is the day on which the proposal was recorded.
    """

    person: Person
    today: int
    functions: tuple[str, ...]
    appealable: bool
    own: Functions
    signed: Signed | None = None
    outcomes: Mapping[Role | None, Proposal] | None = None
    asked: tuple[Asked, ...] = ()
    no_letter: bool = False
    manners: tuple[Manner, ...] = tuple(Manner)
    articles: Mapping[Manner, str] = field(default_factory=dict)
    must_explain: bool = False
    is_first: bool = False
    recorded: int = 0

    def is_before(self, day: int) -> bool:
        """Whether a day lies before the proposal was recorded."""
        return day < self.recorded


def functions_of(mandates: Iterable[Mandate], body: str | None) -> tuple[str, ...]:
    """The functions that sign for a body, each once."""
    return tuple(dict.fromkeys(each.function for each in mandates if each.body == body))


def fields_of(asking: Asking, form: Form) -> tuple[Field, ...]:
    """The fields with what was filled in, or with what suits best while nothing was."""
    day = iso_day(asking.today)
    fields = (
        *_deviating_fields(asking),
        *function_fields(asking.person, asking.own, asking.functions),
        day_field("datum", day_of(is_first=asking.is_first), day, "Vandaag, of een dag die voorbij is"),
        *_earlier(asking, form),
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


def _earlier(asking: Asking, form: Form) -> tuple[Field, ...]:
    """Why a decision is of before its proposal; asked once somebody fills in such a day."""
    day, _ = day_given(form, "datum")
    if day is None or not asking.is_before(day):
        return ()
    recorded = as_dutch(asking.recorded, Kind.DATE)
    hint = (
        f"Het voorstel is vastgelegd op {recorded}. Een besluit is van de dag waarop het is genomen, en niemand besluit op een "
        "voorstel dat er nog niet is. Nam het bestuursorgaan het toch eerder, zoals in een vergadering, schrijf dan wanneer en "
        "waar dat staat. Dit komt bij de vaststelling, niet in de brief."
    )
    return (Field(EARLIER, "Waarom het besluit van voor het voorstel is", "textarea", hint=hint),)


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
    return (Field(OWN, "Kenmerk van uw eigen brief", hint=hint, required=asking.no_letter),)


OWN = "eigen_brief"
EARLIER = "eerder_dan_het_voorstel"
_SENT = "De termijn voor bezwaar begint op de dag erna (Awb 6:8)."


def day_of(*, is_first: bool) -> str:
    """What the day of signing is called."""
    return "Dag van ondertekenen" if is_first else "Dag van vaststellen"


def _filled(form: Form, field: Field) -> str:
    return text_in(form, field.name) if field.name in form else field.value


def _hearing_fields(asking: Asking) -> tuple[Field, ...]:
    signed = asking.signed.hearing if asking.signed else None
    manners = tuple(Choice(each, manner_in_words(each, asking.articles)) for each in asking.manners)
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


def _deviating_fields(asking: Asking) -> tuple[Field, ...]:
    if not asking.outcomes:
        return ()
    chosen = tuple(
        replace(
            field_for(outcome_field(role), _label(role), of.type, without=of.closed),
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


def outcome_field(role: Role | None) -> str:
    """The name of the field with the other outcome of a person."""
    return f"{OUTCOME}.{role}" if role else OUTCOME
