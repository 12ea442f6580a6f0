"""A Decision: the proposal that a Program makes, with everything needed to explain, check and replay it.

The models are the JSON contract of `soco besluit --json`; field names are English, aliases Dutch. Values are in the one
encoding of `values.encode`. A per-person outcome is a `PerPerson`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field

from soco_rules.model.called import called
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Role


class DecisionStatus(StrEnum):
    """What the outcome is worth: the first of these that holds."""

    NOT_IN_FORCE = "niet_in_werking"
    CONTRADICTORY = "gegevens_strijdig"
    NOT_APPLICABLE = "niet_van_toepassing"
    CALCULATORS_DISAGREE = "rekenaars_oneens"
    CONFLICT = "regels_strijdig"
    JUDGEMENT_NEEDED = "oordeel_nodig"
    FACTS_MISSING = "gegevens_ontbreken"
    NO_RULE = "geen_regel"
    REQUIREMENT_BROKEN = "eis_geschonden"
    KNOWN = "uitkomst_bekend"


class Part(BaseModel):
    """Frozen, closed, read and written by its Dutch aliases."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class PerPerson(Part):
    """One value for each of the two persons of a household."""

    applicant: str | None = Field(None, alias="belanghebbende")
    partner: str | None = None


Outcome = str | PerPerson | None

APPEALABLE = "beschikking"
"""The legal character of what objection (*bezwaar*) is possible against."""


def by_role(outcome: Outcome) -> dict[Role | None, str | None]:
    """The outcome of each of the two persons; the only one there is under None."""
    if isinstance(outcome, PerPerson):
        return {Role.APPLICANT: outcome.applicant, Role.PARTNER: outcome.partner}
    return {None: outcome}


def texts_of(outcome: Outcome) -> tuple[str, ...]:
    """What was decided, of both persons: each once, without what is not known and what does not apply."""
    texts = dict.fromkeys(by_role(outcome).values())
    return tuple(text for text in texts if text is not None and text != NOT_APPLICABLE_TEXT)


class DecidedValue(Part):
    """A value that the rules derived."""

    value: Outcome = Field(alias="waarde")
    kind: str = Field(alias="soort")
    description: str = Field("", alias="omschrijving")


class UsedFact(Part):
    """A fact or judgement that was used, with who supplied it; `reports` holds reports that do not agree."""

    name: str = Field(alias="naam")
    role: str | None = Field(None, alias="rol")
    kind: str = Field(alias="soort")
    origin: str = Field(alias="herkomst")
    value: str | None = Field(alias="waarde")
    source: str | None = Field(None, alias="bron")
    date: str | None = Field(None, alias="datum")
    by: str | None = Field(None, alias="door")
    reason: str | None = Field(None, alias="reden")
    reports: tuple[UsedReport, ...] = Field((), alias="opgaven")
    question: str | None = Field(None, alias="vraag")


class UsedReport(Part):
    """One of several reports of the same fact that do not agree."""

    value: str | None = Field(alias="waarde")
    source: str | None = Field(None, alias="bron")
    date: str | None = Field(None, alias="datum")


class Between(Part):
    """A counted fact that is not known, with what it is at least and at most."""

    name: str = Field(alias="naam")
    role: str | None = Field(None, alias="rol", exclude_if=lambda said: said is None)
    least: int = Field(alias="ten_minste")
    most: int = Field(alias="ten_hoogste")


class UsedTerm(Part):
    """An agreed point or a dated amount that the decision used, with where it comes from."""

    name: str = Field(alias="naam")
    kind: str = Field(alias="soort")
    origin: str = Field(alias="herkomst")
    value: str | None = Field(alias="waarde")
    legal_basis: tuple[str, ...] = Field((), alias="grondslag")
    source: str | None = Field(None, alias="bron")
    place: str = Field(alias="plaats")


class Ground(Part):
    """A rule that applied. `wins` is false for a rule that was beaten, or that a rule still in doubt may beat.

    `kind` is the kind of the outcome; `description` is what the rule says in the words of its file, if it says so.
    """

    concept: str = Field(alias="begrip")
    role: str | None = Field(None, alias="rol")
    rule: str | None = Field(alias="regel")
    outcome: str | None = Field(alias="uitkomst")
    wins: bool = Field(alias="wint")
    legal_basis: tuple[str, ...] = Field((), alias="grondslag")
    source: str | None = Field(None, alias="bron")
    facts: tuple[str, ...] = Field((), alias="feiten")
    terms: tuple[str, ...] = Field((), alias="afspraken")
    place: str = Field(alias="plaats")
    kind: str | None = Field(None, alias="soort")
    description: str = Field("", alias="omschrijving")


class FallenRule(Part):
    """A rule that did not apply, why not in one Dutch sentence, and the facts that stopped it.

    `description` is what the rule says in the words of its file, if it says so.
    """

    concept: str = Field(alias="begrip")
    role: str | None = Field(None, alias="rol")
    rule: str = Field(alias="regel")
    because: str = Field(alias="omdat")
    facts: tuple[str, ...] = Field((), alias="feiten")
    place: str = Field(alias="plaats")
    description: str = Field("", alias="omschrijving")


class Missing(Part):
    """What is not known and still matters, most useful answer first.

    `removes` counts the outcomes that an answer can remove at best; None where that cannot be told.
    """

    name: str = Field(alias="naam")
    role: str | None = Field(None, alias="rol")
    kind: str = Field(alias="soort")
    question: str = Field(alias="vraag")
    needed_for: tuple[str, ...] = Field((), alias="nodig_voor")
    removes: int | None = Field(None, alias="sluit_uit")


class UsedAssumption(Part):
    """An assumption that the decision rests on; `description` is what that rule, point, amount or fact is about."""

    kind: str = Field(alias="soort")
    name: str = Field(alias="naam")
    reason: str = Field(alias="reden")
    owner: str = Field(alias="eigenaar")
    date: str = Field(alias="datum")
    description: str = Field("", alias="omschrijving")

    @property
    def called(self) -> str:
        """What it is about, in words."""
        return called(self.name, self.description)


class BrokenRequirement(Part):
    """A requirement (`eis`) that does not hold for this decision."""

    name: str = Field(alias="naam")
    role: str | None = Field(None, alias="rol")
    severity: str = Field(alias="ernst")
    message: str = Field(alias="melding")
    legal_basis: tuple[str, ...] = Field((), alias="grondslag")
    place: str = Field(alias="plaats")


class Receipt(Part):
    """What was calculated with, so that the decision can be made again from the same files."""

    program: str = Field(alias="programma")
    files: dict[str, str] = Field(alias="bestanden")
    engine: str = Field(alias="motor")
    calculators: tuple[str, ...] = Field(alias="rekenaars")


class Decision(Part):
    """A proposed decision (*voorstel*). A person adopts it; the rules only propose.

    `letter_name` is the template that the agreement names; `outcome_name` and `outcome_kind` tell what was decided on.
    `words` has what a reader saw of the values of each keuze in it when it was made, `descriptions` what everything in
    it was called; nothing is decided by them.
    `between` has the counted facts of which only the bounds are known, with which the outcome was found.
    `disagreements` and `traces` are filled only where two calculators differ: what differs, and what each found.
    """

    schema_version: Annotated[int, Field(alias="schema_versie")] = 1
    decision: str = Field(alias="besluit")
    title: str = Field(alias="titel")
    agreement: str = Field(alias="overeenkomst")
    version: str | None = Field(alias="versie")
    reference_date: str = Field(alias="peildatum")
    decision_date: str = Field(alias="besluitdatum")
    period: str | None = Field(None, alias="tijdvak")
    status: DecisionStatus
    outcome: Outcome = Field(None, alias="uitkomst")
    outcome_name: str | None = Field(None, alias="uitkomst_naam")
    outcome_kind: str | None = Field(None, alias="uitkomst_soort")
    legal_character: Outcome = Field(None, alias="rechtskarakter")
    decider: str | None = Field(None, alias="beslisser")
    outcomes: dict[str, DecidedValue] = Field(default_factory=dict, alias="uitkomsten")
    facts: tuple[UsedFact, ...] = Field((), alias="feiten")
    between: tuple[Between, ...] = Field((), alias="tussen", exclude_if=lambda said: not said)
    terms: tuple[UsedTerm, ...] = Field((), alias="afspraken")
    grounds: tuple[Ground, ...] = Field((), alias="gronden")
    fallen_rules: tuple[FallenRule, ...] = Field((), alias="afgevallen_regels")
    missing: tuple[Missing, ...] = Field((), alias="ontbreekt")
    assumptions: tuple[UsedAssumption, ...] = Field((), alias="aannames")
    requirements: tuple[BrokenRequirement, ...] = Field((), alias="eisen")
    provisional: tuple[str, ...] = Field((), alias="voorlopig_omdat")
    disagreements: tuple[str, ...] = Field((), alias="rekenaars_oneens")
    traces: dict[str, dict[str, str]] = Field(default_factory=dict, alias="sporen")
    agreement_title: str | None = Field(None, alias="overeenkomst_titel")
    municipality: str | None = Field(None, alias="gemeente")
    authority: str | None = Field(None, alias="bestuursorgaan")
    cooperative: str | None = Field(None, alias="cooperatie")
    letter_name: str | None = Field(None, alias="sjabloon")
    letter: dict[str, object] = Field(default_factory=dict, alias="brief")
    procedure: dict[str, str] = Field(default_factory=dict, alias="procedure")
    receipt: Receipt | None = Field(None, alias="ontvangstbewijs")
    words: dict[str, dict[str, str]] = Field(default_factory=dict, alias="woorden")
    descriptions: dict[str, str] = Field(default_factory=dict, alias="omschrijvingen")

    @property
    def is_appealable(self) -> bool:
        """Whether objection is possible: this is a beschikking for either person."""
        return APPEALABLE in texts_of(self.legal_character)

    def called(self, name: str) -> str:
        """What a reader sees instead of a name in it."""
        return called(name, self.descriptions.get(name))

    def words_of(self, name: str | None) -> dict[str, str]:
        """What a reader sees of the values of a fact, point or concept; none where it is no keuze with words."""
        return self.words.get(name or "", {})
