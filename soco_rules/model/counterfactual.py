"""What would have to change for another outcome, as people and machines read it (`soco besluit --wat-als`).

The models are the JSON contract; field names are English, aliases Dutch. Values are in the one encoding of
`values.encode`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from soco_rules.model.called import called
from soco_rules.model.decision import Ground
from soco_rules.model.decision import Missing
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import Part


class Found(StrEnum):
    """What came of the search."""

    CHANGES = "gevonden"
    NEVER = "kan_niet"
    ALREADY = "is_al_zo"
    FIRST_KNOW = "eerst_uitkomst_nodig"
    UNDECIDED = "niet_bepaald"


class Because(StrEnum):
    """Why a fact is not among those that may be suggested to change."""

    FIXED = "staat_vast"
    PAST = "voorbij"
    JUDGEMENT = "oordeel"
    DOSSIER = "dossier"
    STATE = "stand"
    PERSONAL = "persoonlijk"
    ONE_WAY = "alleen_andersom"
    UNMARKED = "niet_aangemerkt"
    NO_VALUE = "geen_waarde"


class Changed(Part):
    """A fact with what it is and what it would be; `not_yet` is the nearest number at which it is not yet so."""

    name: str = Field(alias="naam")
    role: str | None = Field(None, alias="rol")
    kind: str = Field(alias="soort")
    before: str = Field(alias="was")
    after: str = Field(alias="wordt")
    not_yet: str | None = Field(None, alias="nog_niet_bij")


class Alternative(Part):
    """One smallest change, the outcome that both calculators give then, and the rules that apply then."""

    changes: tuple[Changed, ...] = Field(alias="veranderingen")
    outcome: Outcome = Field(alias="uitkomst")
    grounds: tuple[Ground, ...] = Field(alias="gronden")


class Unchanged(Part):
    """A fact that counts and was left as it is, with the reason."""

    name: str = Field(alias="naam")
    role: str | None = Field(None, alias="rol")
    kind: str = Field(alias="soort")
    value: str = Field(alias="waarde")
    because: Because = Field(alias="omdat")
    by: str | None = Field(None, alias="van")


class Counterfactual(Part):
    """The smallest changes of changeable facts that give another outcome.

    `wanted` is as it was asked; None is any other outcome. `month_is_over` is whether the facts of the month of the
    decision lie in the past. `left_out` are facts that nobody has told and with which less can be enough; what is found
    holds whatever those are.
    `complete` is whether every change of equally few facts was looked at. `words` and `descriptions` are as in a
    Decision.
    """

    schema_version: Annotated[int, Field(alias="schema_versie")] = 1
    decision: str = Field(alias="besluit")
    title: str = Field(alias="titel")
    agreement: str = Field(alias="overeenkomst")
    version: str | None = Field(alias="versie")
    reference_date: str = Field(alias="peildatum")
    decision_date: str = Field(alias="besluitdatum")
    outcome_name: str | None = Field(alias="uitkomst_naam")
    outcome_kind: str | None = Field(alias="uitkomst_soort")
    outcome: Outcome = Field(alias="uitkomst")
    wanted: str | None = Field(None, alias="gewenst")
    found: Found = Field(alias="gevonden")
    reason: str | None = Field(None, alias="reden")
    missing: tuple[Missing, ...] = Field((), alias="ontbreekt")
    alternatives: tuple[Alternative, ...] = Field((), alias="mogelijkheden")
    complete: bool = Field(default=True, alias="volledig")
    unchanged: tuple[Unchanged, ...] = Field((), alias="ongewijzigd")
    month_is_over: bool = Field(default=False, alias="maand_is_voorbij")
    left_out: tuple[str, ...] = Field((), alias="buiten_beschouwing")
    words: dict[str, dict[str, str]] = Field(default_factory=dict, alias="woorden")
    descriptions: dict[str, str] = Field(default_factory=dict, alias="omschrijvingen")

    def called(self, name: str) -> str:
        """What a reader sees instead of a name in it."""
        return called(name, self.descriptions.get(name))

    def words_of(self, name: str | None) -> dict[str, str]:
        """What a reader sees of the values of a fact or concept; none where it is no keuze with words."""
        return self.words.get(name or "", {})
