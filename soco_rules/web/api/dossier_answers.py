"""What the API answers about dossiers."""

from __future__ import annotations

from pydantic import Field

from soco_rules.model.decision import Decision
from soco_rules.web.api.answers import Answer
from soco_rules.web.problems import Finding

_PENDING = "De stand die volgt zodra het besluit daarover bekend is gemaakt; null als daar niets op wacht."


class DossierInShort(Answer):
    """A dossier in the list."""

    number: int = Field(alias="dossier")
    name: str | None = Field(alias="naam")
    member_number: str | None = Field(alias="lidnummer")
    state: str | None = Field(alias="stand")
    pending: str | None = Field(alias="stand_na_bekendmaking", description=_PENDING)
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
    pending: str | None = Field(alias="stand_na_bekendmaking", description=_PENDING)
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


class DayToWatch(Answer):
    """A day to watch in a dossier, or of the agreement itself."""

    day: str | None = Field(alias="dag", description="null zolang de dag niet bekend is.")
    what: str = Field(alias="wat")
    why: str = Field(alias="waarom")
    dossier: int | None = Field(description="null als het over de overeenkomst gaat.")
    besluit: str | None
    needed: tuple[str, ...] = Field(alias="nodig", description="De besluiten waarvan één het afhandelt.")
    articles: tuple[str, ...] = Field(alias="artikelen")
    act: int | None = Field(alias="handeling", description="De handeling waar de dag vandaan komt.")
    is_late: bool = Field(alias="te_laat")


class WaitingMember(Answer):
    """A member who is not settled in a month."""

    dossier: int
    waits: str = Field(alias="staat", description="Zoals op de werklijst van de werkplek.")


class MonthToSettle(Answer):
    """A month that is over and not settled of everybody."""

    month: str = Field(alias="maand")
    how: str = Field(alias="hoe")
    waiting: tuple[WaitingMember, ...] = Field(alias="open", description="Alleen dossiers die u behandelt.")
    elsewhere: int = Field(alias="bij_anderen", description="Hoeveel leden nog open staan bij een ander.")
    settled: int = Field(alias="verrekend", description="Hoeveel leden klaar zijn.")
    files: tuple[str, ...] = Field(alias="bestanden", description="De geboekte opgaven.")
    has_rules: bool = Field(alias="heeft_regels", description="false als er voor de maand geen regels zijn.")
    last_day: str | None = Field(
        default=None,
        alias="uiterlijk",
        description="null zolang de overeenkomst geen dag noemt waarop het klaar is.",
    )


class WorkList(Answer):
    """What waits in the dossiers of an agreement."""

    days: tuple[DayToWatch, ...] = Field(alias="dagen")
    months: tuple[MonthToSettle, ...] = Field(alias="maanden")
    since: str | None = Field(
        alias="eerste_maand",
        description="De eerste maand die is nagekeken; null als er nog geen maand voorbij is.",
    )
