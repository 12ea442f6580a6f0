"""What the API answers about agreements."""

from __future__ import annotations

from pydantic import Field

from soco_rules.web.api.answers import Answer
from soco_rules.web.api.answers import Typed


class AgreementInShort(Answer):
    """An agreement with its versions."""

    reference: str = Field(alias="kenmerk")
    layer: str = Field(alias="soort", description="landelijk, model, overeenkomst of regeling.")
    title: str = Field(alias="titel")
    municipality: str | None = Field(alias="gemeente")
    cooperative: str | None = Field(alias="cooperatie")
    versions: tuple[str, ...] = Field(alias="versies", description="De eerste dag van elke versie.")


class Agreements(Answer):
    """All agreements."""

    agreements: tuple[AgreementInShort, ...] = Field(alias="overeenkomsten")


class Version(Answer):
    """One version of an agreement: one rule file."""

    reference: str = Field(alias="kenmerk")
    version: str = Field(alias="versie", description="De eerste dag waarop deze versie geldt.")
    layer: str = Field(alias="soort")
    title: str = Field(alias="titel")
    description: str = Field(alias="omschrijving")
    status: str = Field(description="concept, vastgesteld of ingetrokken.")
    is_example: bool = Field(
        alias="voorbeeld", description="Of dit een reconstructie uit openbare bronnen is."
    )
    valid_to: str | None = Field(alias="geldig_tot_en_met")
    builds_on: tuple[str, ...] = Field(alias="bouwt_op")
    municipality: str | None = Field(alias="gemeente")
    authority: str | None = Field(alias="bestuursorgaan")
    cooperative: str | None = Field(alias="cooperatie")
    file: str = Field(alias="bestand")
    digest: str = Field(alias="zegel", description="sha256 van het regelbestand.")


class Versions(Answer):
    """The versions of an agreement, from early to late."""

    versions: tuple[Version, ...] = Field(alias="versies")


class Source(Answer):
    """Where something comes from."""

    legal_basis: tuple[str, ...] = Field(alias="grondslag")
    source: str | None = Field(alias="bron")
    assumption: str | None = Field(alias="aanname", description="De reden van een keuze zonder bron.")
    owner: str | None = Field(alias="eigenaar", description="Wie over de aanname gaat.")


class AgreedPoint(Answer):
    """An agreement point with what was agreed."""

    name: str = Field(alias="naam")
    description: str = Field(alias="omschrijving")
    type: Typed = Field(alias="waardesoort")
    value: str | None = Field(alias="waarde", description="Wat is afgesproken; null zolang het open is.")
    open_because: str | None = Field(alias="open")
    stated_in: str = Field(alias="plaats")
    source: Source = Field(alias="herkomst", description="Waar de waarde vandaan komt.")
    declared_by: Source = Field(alias="gevraagd_op_grond_van", description="Waarom dit wordt afgesproken.")


class AgreedPoints(Answer):
    """The points of a version."""

    reference: str = Field(alias="kenmerk")
    version: str = Field(alias="versie")
    points: tuple[AgreedPoint, ...] = Field(alias="afspraken")


class AskedFact(Answer):
    """A fact or judgement that a decision may need."""

    name: str = Field(alias="naam")
    question: str = Field(alias="vraag")
    type: Typed = Field(alias="waardesoort")
    judged_by: str | None = Field(alias="oordeel_van", description="Wie oordeelt; null bij een gegeven.")
    from_dossier: bool = Field(
        alias="uit_dossier", description="Of een dossier dit zelf kan tellen of vinden."
    )
    description: str = Field(alias="omschrijving")
    source: Source = Field(alias="herkomst")


class DecisionKind(Answer):
    """A decision that the agreement knows."""

    name: str = Field(alias="naam")
    title: str = Field(alias="titel")
    description: str = Field(alias="omschrijving")
    outcome: str = Field(alias="uitkomst", description="De naam van wat wordt besloten.")
    outcome_type: Typed = Field(alias="uitkomst_waardesoort")
    also: tuple[str, ...] = Field(alias="ook", description="Wat verder uit de regels volgt.")
    decider: str = Field(alias="beslisser")
    is_monthly: bool = Field(alias="per_maand")
    facts: tuple[AskedFact, ...] = Field(alias="gegevens")


class DecisionKinds(Answer):
    """The decisions of a version."""

    reference: str = Field(alias="kenmerk")
    version: str = Field(alias="versie")
    decisions: tuple[DecisionKind, ...] = Field(alias="besluiten")


class Clause(Answer):
    """A numbered lid, with what stands below it."""

    mark: str = Field(alias="nummer")
    text: str = Field(alias="tekst")
    below: tuple[Passage, ...] = Field((), alias="daaronder")


class Passage(Answer):
    """A heading, a paragraph, a list, a table or numbered clauses: exactly one of these is filled."""

    heading: str | None = Field(None, alias="kop")
    level: int | None = Field(None, alias="niveau")
    paragraph: str | None = Field(None, alias="alinea")
    items: tuple[str, ...] | None = Field(None, alias="opsomming")
    table: tuple[tuple[str, ...], ...] | None = Field(
        None, alias="tabel", description="De eerste rij is de kop."
    )
    clauses: tuple[Clause, ...] | None = Field(None, alias="leden")


class Articles(Answer):
    """An agreement as articles."""

    reference: str = Field(alias="kenmerk")
    version: str = Field(alias="versie")
    title: str = Field(alias="titel")
    concept_because: tuple[str, ...] = Field(
        alias="concept_omdat", description="Leeg als de tekst vaststaat."
    )
    passages: tuple[Passage, ...] = Field(alias="tekst")


class ExplainedName(Answer):
    """What a name means."""

    name: str = Field(alias="naam")
    explanation: str = Field(alias="uitleg")
    reads: tuple[str, ...] = Field(alias="leest")
    read_by: tuple[str, ...] = Field(alias="gelezen_door")
    decisions: tuple[str, ...] = Field(alias="besluiten")


class Names(Answer):
    """Every name that can be explained."""

    names: tuple[str, ...] = Field(alias="namen")


Clause.model_rebuild()
