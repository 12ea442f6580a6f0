"""What a machine may ask about objections: the bodies of requests."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from soco_rules.model.objection import Delay
from soco_rules.model.objection import Inadmissible
from soco_rules.model.objection import NotHeard
from soco_rules.model.objection import Ruling
from soco_rules.model.objection import Step
from soco_rules.web.api.asked import LONG
from soco_rules.web.api.asked import Asked
from soco_rules.web.api.asked import Day
from soco_rules.web.api.asked import Named
from soco_rules.web.api.asked import Number
from soco_rules.web.api.asked import Words

_Amount = Annotated[str, Field(pattern=r"^[0-9]{1,9}\.[0-9]{2}$")]


class ToObject(Asked):
    """That an objection was received."""

    adoption: Number = Field(
        alias="vaststelling", description="Het nummer van de vaststelling waar het over gaat."
    )
    received: Day = Field(alias="ontvangen", description="De dag waarop het bezwaar is ontvangen.")
    posted_on: Day | None = Field(
        None, alias="gepost_op", description="De dag van het poststempel, als het met de post kwam."
    )
    by: Annotated[str, Field(max_length=200)] = Field(
        "", alias="ingediend_door", description="Wie het indiende, als dat een ander is dan de persoon zelf."
    )
    grounds: Words = Field("", alias="gronden", description="Waarom de persoon het er niet mee eens is.")


class ToTakeStep(Asked):
    """A step with an objection."""

    step: Step = Field(alias="stap", description="Wat er is gebeurd.")
    date: Day = Field(alias="datum", description="De dag waarop het is gebeurd.")
    until: Day | None = Field(
        None, alias="tot_en_met", description="De laatste dag, bij herstel, horen, verdagen en uitstel."
    )
    delay: Delay | None = Field(None, alias="grond", description="Bij verder uitstel: waarom dat mag.")
    heard_by: Annotated[tuple[Named, ...], Field(max_length=20)] = Field(
        (), alias="gehoord_door", description="Wie hoorde; wie het leidde het eerst."
    )
    account: Words = Field(
        "", alias="toelichting", description="Het verslag, het advies of wat is afgesproken."
    )


class CostsHere(Asked):
    """What is decided on the costs that were asked for."""

    amount: _Amount | None = Field(None, alias="bedrag", description="Wat wordt vergoed; null is niets.")
    reason: Annotated[str, Field(min_length=1, max_length=LONG)] = Field(alias="reden", description="Waarom.")


class ToAnswer(Asked):
    """The decision of a person on an objection. Who decides is who sends it."""

    ruling: Ruling = Field(alias="uitkomst", description="Wat er is besloten.")
    renewed: bool = Field(
        default=False,
        alias="nieuw_besluit",
        description="Bij gegrond: of er een nieuw besluit voor in de plaats komt.",
    )
    inadmissible: Inadmissible | None = Field(
        None, alias="niet_ontvankelijk_omdat", description="Waarom niet-ontvankelijk."
    )
    excused: Words = Field("", alias="verschoonbaar", description="Waarom te laat zijn niet te verwijten is.")
    not_heard: NotHeard | None = Field(
        None, alias="niet_gehoord", description="Waarom de persoon niet is gehoord."
    )
    not_heard_because: Words = Field("", alias="niet_gehoord_omdat", description="Waarom dat hier geldt.")
    reasons: Annotated[str, Field(min_length=1, max_length=LONG)] = Field(
        alias="toelichting", description="De motivering."
    )
    departs: Words = Field(
        "", alias="afwijking_van_advies", description="Waarom het advies niet wordt gevolgd."
    )
    costs: CostsHere | None = Field(None, alias="kosten", description="Alleen als er om is gevraagd.")
    function: Named = Field(
        alias="functie", description="In welke functie, zoals het mandaatregister die noemt."
    )
    sent_on: Day | None = Field(
        None, alias="verzonden_op", description="De dag van verzending. Zonder is dat vandaag."
    )
    own_letter: Annotated[str, Field(max_length=200)] = Field(
        "",
        alias="eigen_brief",
        description="Het kenmerk van een eigen brief waarmee het wordt bekendgemaakt.",
    )
