"""What a machine gets: the bodies of answers."""

from __future__ import annotations

from fastapi.responses import Response
from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field

from soco_rules.model.counterfactual import Counterfactual
from soco_rules.model.decision import Decision
from soco_rules.web.problems import Finding


class Answer(BaseModel):
    """An answer: closed, made by its English names and written with its Dutch ones."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def answer(made: Answer, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """An answer as a response."""
    return Response(made.model_dump_json(by_alias=True), status, headers, "application/json")


# What the agreements say


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


class Typed(Answer):
    """What values are possible."""

    kind: str = Field(
        alias="soort", description="ja_nee, keuze, aantal, bedrag, percentage, datum, duur of tekst."
    )
    per: tuple[str, ...] = Field(description="persoon, maand, jaar.")
    choices: tuple[str, ...] = Field(alias="keuzes")
    minimum: str | None = Field(alias="ten_minste")
    maximum: str | None = Field(alias="ten_hoogste")
    may_be_absent: bool = Field(alias="kan_ontbreken")


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


# What comes of a case


class Proposal(Answer):
    """A proposed decision; it is not kept."""

    decision: Decision = Field(alias="besluit", description="Het voorstel, als schema/besluit.schema.json.")
    warnings: tuple[Finding, ...] = Field(alias="meldingen")


class Question(Answer):
    """The question to ask now."""

    name: str = Field(alias="naam")
    role: str | None = Field(alias="rol")
    text: str = Field(alias="tekst")
    type: Typed = Field(alias="waardesoort")
    form: str = Field(alias="zo", description="Hoe het antwoord wordt geschreven.")
    judged_by: str | None = Field(alias="oordeel_van")
    needed_for: str = Field(alias="nodig_voor")
    used_in: tuple[str, ...] = Field(alias="telt_mee_voor")
    possible: int | None = Field(alias="uitkomsten", description="Hoeveel uitkomsten er nu nog kunnen.")
    removes_at_least: int | None = Field(alias="sluit_ten_minste_uit")
    removes_at_best: int | None = Field(alias="sluit_ten_hoogste_uit")


class CertainValue(Answer):
    """What no answer changes any more."""

    name: str = Field(alias="naam")
    role: str | None = Field(alias="rol")
    value: str = Field(alias="waarde", description="In woorden.")


class NextQuestion(Answer):
    """Where an interview stands."""

    question: Question | None = Field(alias="vraag", description="null als er niets meer te vragen is.")
    certain: tuple[CertainValue, ...] = Field(alias="zeker")
    possible: tuple[str, ...] = Field(alias="mogelijk")
    at_most: int = Field(alias="nog_ten_hoogste", description="Hoeveel vragen er nog kunnen komen.")
    obstacles: tuple[str, ...] = Field(alias="belemmeringen", description="Wat geen antwoord op kan lossen.")
    warnings: tuple[Finding, ...] = Field(alias="meldingen")


class Explanation(Answer):
    """A decision in words, with what would have to change."""

    decision: Decision = Field(alias="besluit")
    text: str = Field(
        alias="tekst", description="Waarom deze uitkomst, waarom geen andere, en wat ontbreekt."
    )
    what_if: Counterfactual | None = Field(alias="wat_als", description="Als schema/wat-als.schema.json.")
    what_if_text: str | None = Field(alias="wat_als_tekst")
    warnings: tuple[Finding, ...] = Field(alias="meldingen")


class Change(Answer):
    """One thing that is not the same any more."""

    what: str = Field(alias="wat")
    before: str = Field(alias="was")
    now: str = Field(alias="nu")


class Replay(Answer):
    """A decision made again."""

    is_same: bool = Field(alias="gelijk")
    differences: tuple[Change, ...] = Field(alias="verschillen")
    again: Decision | None = Field(
        alias="besluit", description="Het besluit zoals het nu is; null als dat niet kan."
    )


# What a dossier holds


class DossierInShort(Answer):
    """A dossier in the list."""

    number: int = Field(alias="dossier")
    name: str | None = Field(alias="naam")
    member_number: str | None = Field(alias="lidnummer")
    state: str | None = Field(alias="stand")
    round_name: str | None = Field(alias="ronde")
    proposals: tuple[int, ...] = Field(alias="voorstellen", description="De voorstellen die wachten.")
    is_erased: bool = Field(alias="gewist")


class Dossiers(Answer):
    """The dossiers of an agreement."""

    dossiers: tuple[DossierInShort, ...]


class DoneAct(Answer):
    """One act of a dossier."""

    number: int = Field(alias="nummer")
    act: str = Field(alias="handeling")
    besluit: str | None
    month: str | None = Field(alias="maand")
    at: str = Field(alias="op")
    by: str = Field(alias="door")
    content: dict[str, object] | None = Field(alias="inhoud", description="null als het dossier gewist is.")


class WholeDossier(Answer):
    """A dossier with its acts."""

    number: int = Field(alias="dossier")
    state: str | None = Field(alias="stand")
    acts: tuple[DoneAct, ...] = Field(alias="handelingen")


class Recorded(Answer):
    """What was written in a dossier."""

    acts: tuple[int, ...] = Field(alias="handelingen", description="De nummers van wat is vastgelegd.")
    reopened: tuple[int, ...] = Field(alias="heropend", description="Wat daardoor is heropend.")
    warnings: tuple[Finding, ...] = Field(alias="meldingen")


class DossierProposal(Answer):
    """A proposal on a dossier."""

    number: int | None = Field(
        alias="voorstel", description="Het nummer; null als de uitkomst nog niet vaststaat."
    )
    decision: Decision = Field(alias="besluit")
    warnings: tuple[Finding, ...] = Field(alias="meldingen")


class DossierAdoption(Answer):
    """What came of signing."""

    act: int = Field(alias="handeling")
    is_adopted: bool = Field(
        alias="vastgesteld", description="false als een tweede persoon nog moet tekenen."
    )
    warnings: tuple[Finding, ...] = Field(alias="meldingen")


Clause.model_rebuild()
