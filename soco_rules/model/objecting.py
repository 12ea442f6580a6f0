"""The acts of an objection in a dossier: its receipt, each step after it, and the decision that is taken on it."""

from __future__ import annotations

from pydantic import Field

from soco_rules.model.adoption import SignedUnder
from soco_rules.model.decision import Part
from soco_rules.model.objection import Delay
from soco_rules.model.objection import Ruled
from soco_rules.model.objection import Step


class Objected(Part):
    """Somebody objected to an adopted decision (its number), on the day of receipt (Awb 6:4).

    `posted_on` is the day of posting where it came by post (6:9 lid 2); `by` is who did so for the person.
    """

    adoption: int = Field(alias="vaststelling")
    received: str = Field(alias="ontvangen")
    posted_on: str | None = Field(None, alias="gepost_op")
    by: str = Field("", alias="ingediend_door")
    grounds: str = Field("", alias="gronden")


class ObjectionStep(Part):
    """A step with an objection (the number of its receipt); the newest of each kind counts.

    `until` is the last day that was set with it. `heard_by` are those who heard, who led that first (7:5). `account`
    is what was said, advised or agreed, or why an earlier record of the same step was wrong.
    """

    objection: int = Field(alias="bezwaar")
    step: Step = Field(alias="stap")
    date: str = Field(alias="datum")
    until: str | None = Field(None, alias="tot_en_met")
    delay: Delay | None = Field(None, alias="grond")
    heard_by: tuple[str, ...] = Field((), alias="gehoord_door")
    account: str = Field("", alias="toelichting")


class ObjectionDecided(Part):
    """The decision on an objection, taken by a person under a mandate (Awb 7:10-7:12); days are as in an `Adoption`."""

    objection: int = Field(alias="bezwaar")
    adoption: int = Field(alias="vaststelling")
    ruled: Ruled = Field(alias="beslissing")
    by: str = Field(alias="door")
    function: str = Field(alias="functie")
    mandate: SignedUnder = Field(alias="mandaat")
    date: str = Field(alias="datum")
    sent_on: str = Field(alias="verzonden_op")
    own_letter: str = Field("", alias="eigen_brief")
    function_from: str = Field("", alias="functie_volgens")
