"""What the API answers about dossiers."""

from __future__ import annotations

from pydantic import Field

from soco_rules.model.decision import Decision
from soco_rules.web.api.answers import Answer
from soco_rules.web.problems import Finding


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


class FirstToTake(Answer):
    """The besluit that has to be taken before another."""

    besluit: str = Field(description="De naam van het besluit.")
    month: str | None = Field(
        alias="maand",
        description="De maand waarover het gaat (JJJJ-MM); null als het niet over een maand gaat.",
    )
    taken: int | None = Field(
        alias="genomen",
        description="De handeling waarmee het al is genomen; het geeft dan geen aanleiding tot dit besluit.",
    )
    proposed: int | None = Field(
        alias="voorstel", description="Het voorstel ervoor dat op vaststelling wacht."
    )


class DossierProposal(Answer):
    """A proposal on a dossier."""

    number: int | None = Field(
        alias="voorstel", description="Het nummer; null als de uitkomst nog niet vaststaat."
    )
    decision: Decision = Field(alias="besluit")
    first: FirstToTake | None = Field(
        alias="eerst", description="Het besluit dat eerst nodig is; null als dit besluit op geen ander wacht."
    )
    warnings: tuple[Finding, ...] = Field(alias="meldingen")


class DossierAdoption(Answer):
    """What came of signing."""

    act: int = Field(alias="handeling")
    is_adopted: bool = Field(
        alias="vastgesteld", description="false als een tweede persoon nog moet tekenen."
    )
    letter: int | None = Field(
        alias="brief", description="Het nummer van de brief in het dossier; null als er geen is bewaard."
    )
    warnings: tuple[Finding, ...] = Field(alias="meldingen")
