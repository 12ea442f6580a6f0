"""An objection (*bezwaar*) to an adopted decision (Awb 6 and 7): the words for its steps and for the decision on it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from soco_rules.model.decision import Part


class Step(StrEnum):
    """What happened with an objection after it was received (`stap`)."""

    COMMITTEE = "commissie"
    """The person was told that a committee advises (7:13): the term to decide is twelve weeks."""
    REPAIR_ASKED = "herstel_gevraagd"
    REPAIRED = "hersteld"
    HEARING_ASKED = "horen_gevraagd"
    HEARD = "gehoord"
    ADVISED = "advies"
    POSTPONED = "verdaagd"
    DELAYED = "uitgesteld"
    COSTS_ASKED = "kosten_gevraagd"
    NOTICE_OF_DEFAULT = "in_gebreke_gesteld"
    WITHDRAWN = "ingetrokken"


class Delay(StrEnum):
    """Why the decision may come later than after one adjournment (7:10 lid 4), by the letters of that article."""

    ALL_AGREE = "allen_stemmen_in"
    OBJECTOR_AGREES = "indiener_stemt_in"
    PROCEDURE = "procedurevoorschrift"


class Ruling(StrEnum):
    """What was decided on an objection (`uitkomst`)."""

    INADMISSIBLE = "niet_ontvankelijk"
    UNFOUNDED = "ongegrond"
    FOUNDED = "gegrond"


class Inadmissible(StrEnum):
    """Why an objection is not considered."""

    LATE = "te_laat"
    DEFECT = "niet_hersteld"
    NO_PARTY = "geen_belanghebbende"
    OTHER = "anders"


class NotHeard(StrEnum):
    """Why the person was not heard: the parts of article 7:3, in its order."""

    CLEARLY_INADMISSIBLE = "kennelijk_niet_ontvankelijk"
    CLEARLY_UNFOUNDED = "kennelijk_ongegrond"
    WAIVED = "ziet_ervan_af"
    SILENT = "zegt_niets"
    FULLY_MET = "volledig_tegemoet"


class Costs(Part):
    """What was decided on the costs that the person asked for (7:15): `amount` is encoded; None grants nothing."""

    amount: str | None = Field(None, alias="bedrag")
    reason: str = Field(alias="reden")


class Ruled(Part):
    """What a person decided on an objection, and why (7:11 and 7:12).

    `renewed` is whether another decision comes in the place of the one that was revoked; only where it is founded.
    `excused` is why it is considered though it was late (6:11), `departs` why the advice was not followed (7:13 lid 7).
    """

    ruling: Ruling = Field(alias="uitkomst")
    renewed: bool = Field(default=False, alias="nieuw_besluit")
    inadmissible: Inadmissible | None = Field(None, alias="niet_ontvankelijk_omdat")
    excused: str = Field("", alias="verschoonbaar")
    not_heard: NotHeard | None = Field(None, alias="niet_gehoord")
    not_heard_because: str = Field("", alias="niet_gehoord_omdat")
    reasons: str = Field(alias="toelichting")
    departs: str = Field("", alias="afwijking_van_advies")
    costs: Costs | None = Field(None, alias="kosten")


class OnObjection(Part):
    """What a letter tells of the objection on which something was decided.

    `contested` is the title of the decision that it is about, adopted and made known on those days. `ruled` is None in
    the decision that comes in its place, which only refers to the decision on the objection. `closed` is the last day
    to object, of an objection that came after it; `replaced` whether another decision came in the place of that one.
    """

    contested: str = Field(alias="bestreden_besluit")
    adopted_on: str = Field(alias="vastgesteld_op")
    sent_on: str | None = Field(alias="verzonden_op")
    received: str = Field(alias="ontvangen")
    decided_on: str = Field(alias="besloten_op")
    ruled: Ruled | None = Field(None, alias="beslissing")
    heard_on: str | None = Field(None, alias="gehoord_op")
    account: str = Field("", alias="verslag")
    advice: str = Field("", alias="advies")
    closed: str | None = Field(None, alias="bezwaar_tot_en_met", exclude_if=lambda said: said is None)
    replaced: bool = Field(default=False, alias="vervangen", exclude_if=lambda said: not said)
