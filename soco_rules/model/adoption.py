"""An Adoption (*vaststelling*): a person with a mandate takes a proposed decision for the body that decides.

The models are the JSON contract of `soco vaststellen`, as `model.decision` is of `soco besluit --json`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated
from typing import Literal

from pydantic import Field

from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import Part
from soco_rules.model.objection import OnObjection


class Manner(StrEnum):
    """Whether the person was heard, or the one reason in the Awb for which hearing can be left out."""

    HEARD = "gehoord"
    NOT_REQUIRED = "niet_verplicht"
    MINOR_DIFFERENCE = "geringe_afwijking"
    DUTY_NOT_MET = "gegevens_niet_verstrekt"
    URGENT = "spoed"
    HEARD_BEFORE = "eerder_gehoord"
    PURPOSE = "doel"
    FINANCIAL = "financieel"


class Hearing(Part):
    """How the view (*zienswijze*) of the person was asked (Awb 4:7-4:12).

    `account` is what the person said, or why this reason holds here; `date` is filled exactly for HEARD and
    HEARD_BEFORE.
    """

    manner: Manner = Field(alias="wijze")
    date: str | None = Field(None, alias="datum")
    account: str = Field(alias="toelichting")


class SignedUnder(Part):
    """The line of the mandate register under which was signed."""

    name: str = Field(alias="naam")
    body: str = Field(alias="orgaan")
    source: str = Field(alias="bron")


class Deviation(Part):
    """Another outcome than the rules gave (Awb 4:84), and why.

    `consequences` is what the rules make of that outcome: its legal character and what stands in `ook`. Among its
    grounds is none of a rule that gave the outcome, for a person did.
    """

    outcome: Outcome = Field(alias="uitkomst")
    reason: str = Field(alias="reden")
    consequences: Decision = Field(alias="gevolgen")


class Adoption(Part):
    """An adopted decision. `decision` is the proposal as it was, also where the person deviated.

    `sent_on` is the day of sending, from which the term for objection runs (Awb 3:41, 6:8). `reasons` are those of
    this person (Awb 3:46), in the words of who adopts. `own_letter` is the mark of the letter with which it is made
    known, where that is not one of soco_rules (Awb 3:40, 3:41). `on_application` is whether the duty to hear was that
    of a decision on an application (Awb 4:7) or not (4:8); None where that was not kept. `function_from` is who said
    at a desk that this person has the function; empty where that was not asked. `dated_back` is why it is of a day
    before the proposal was recorded. `on_objection` is what it was decided on where that was an objection: then no
    objection is possible, but appeal to the court (Awb 7:1 lid 1 onderdeel a, 8:1).
    """

    schema_version: Annotated[int, Field(alias="schema_versie")] = 1
    decision: Decision = Field(alias="besluit")
    by: str = Field(alias="door")
    function: str = Field(alias="functie")
    mandate: SignedUnder | None = Field(alias="mandaat")
    date: str = Field(alias="datum")
    sent_on: str = Field(alias="verzonden_op")
    hearing: Hearing | None = Field(None, alias="zienswijze")
    reasons: str = Field("", alias="toelichting")
    deviation: Deviation | None = Field(None, alias="afwijking")
    own_letter: str = Field("", alias="eigen_brief")
    function_from: str = Field("", alias="functie_volgens", exclude_if=lambda said: not said)
    on_application: Literal["ja", "nee"] | None = Field(
        None, alias="op_aanvraag", exclude_if=lambda said: said is None
    )
    dated_back: str = Field("", alias="eerder_dan_het_voorstel", exclude_if=lambda why: not why)
    on_objection: OnObjection | None = Field(None, alias="op_bezwaar", exclude_if=lambda said: said is None)

    @property
    def outcome(self) -> Outcome:
        """What was decided: the deviation, else what the rules gave."""
        return self.deviation.outcome if self.deviation else self.decision.outcome

    @property
    def effective(self) -> Decision:
        """The decision as it was taken, on the day that it was taken."""
        decision = self.deviation.consequences if self.deviation else self.decision
        return decision.model_copy(update={"decision_date": self.date})
