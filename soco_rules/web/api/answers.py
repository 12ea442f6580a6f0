"""What a machine gets: the bodies of answers about a case, and what every body has."""

from __future__ import annotations

from fastapi.responses import Response
from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field

from soco_rules.model.counterfactual import Counterfactual
from soco_rules.model.decision import Decision
from soco_rules.replay import Verdict
from soco_rules.web.problems import Finding

_BOUND = (
    "Een waarde; bij een overeenkomst van een datum ook besluitdatum, of besluitdatum met zo lang ervoor."
)


class Answer(BaseModel):
    """An answer: closed, made by its English names and written with its Dutch ones."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def answer(made: Answer, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """An answer as a response."""
    return Response(made.model_dump_json(by_alias=True), status, headers, "application/json")


class Typed(Answer):
    """What values are possible."""

    kind: str = Field(
        alias="soort", description="ja_nee, keuze, aantal, bedrag, percentage, datum, duur of tekst."
    )
    per: tuple[str, ...] = Field(description="persoon, maand, jaar.")
    choices: tuple[str, ...] = Field(alias="keuzes")
    words: dict[str, str] = Field(
        default_factory=dict,
        alias="woorden",
        description="Wat een mens bij elke keuze leest; zonder woorden is dat de keuze zelf, met spaties.",
    )
    minimum: str | None = Field(alias="ten_minste", description=_BOUND)
    maximum: str | None = Field(alias="ten_hoogste", description=_BOUND)
    may_be_absent: bool = Field(alias="kan_ontbreken")


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

    is_same: bool = Field(
        alias="gelijk", description="Of de uitkomst en de gronden gelijk zijn, als `soco herhaal`."
    )
    verdict: Verdict = Field(
        alias="oordeel",
        description="`anders_verteld`: alleen waarmee is gerekend of hoe het wordt verteld, is anders.",
    )
    differences: tuple[Change, ...] = Field(alias="verschillen")
    again: Decision | None = Field(
        alias="besluit", description="Het besluit zoals het nu is; null als dat niet kan."
    )
