"""What a machine gets when something cannot be: a problem document (RFC 9457), in Dutch."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import as_json

BELOW = "/v1"
"""Where the API is."""

VERSION = "1.0.0"
"""The version of the API, which every answer of it names."""

MEDIA_TYPE = "application/problem+json"

_KINDS: dict[int, tuple[str, str, str]] = {
    400: ("verzoek-onjuist", "Het verzoek klopt niet", "Pas het verzoek aan aan de beschrijving van de API."),
    401: ("niet-aangemeld", "Niet bekend is wie dit vraagt", "Stuur een geldig token mee."),
    403: ("niet-toegestaan", "Dit is niet voor u", "Vraag de beheerder om toegang."),
    404: ("niet-gevonden", "Dit is er niet", "Controleer het adres."),
    405: ("methode-onbekend", "Dit kan hier niet", "Gebruik een methode die in Allow staat."),
    406: (
        "vorm-onbekend",
        "In deze vorm bestaat het antwoord niet",
        "Vraag in Accept een van de vormen uit de beschrijving.",
    ),
    408: (
        "te-langzaam",
        "Het duurde te lang",
        "Controleer de verbinding en probeer het opnieuw. Er is niets vastgelegd.",
    ),
    409: ("niet-mogelijk", "Dit kan niet", "Los op wat de meldingen zeggen."),
    412: ("achterhaald", "Er is intussen iets veranderd", "Lees opnieuw wat er nu is en beslis dan."),
    413: ("te-groot", "Het verzoek is te groot", "Stuur minder tegelijk."),
    415: ("soort-onbekend", "Dit soort inhoud kan hier niet", "Stuur application/json."),
    421: ("ander-adres", "Dit adres hoort niet bij deze werkplek", "Controleer het adres."),
    422: ("inhoud-onbruikbaar", "De regels kunnen hier niet mee werken", "Los op wat de meldingen zeggen."),
    428: (
        "voorwaarde-ontbreekt",
        "Er staat niet bij waarop dit rust",
        "Stuur in If-Match de ETag die het laatst gelezen is.",
    ),
    429: ("te-snel", "Het gaat te snel", "Wacht een minuut en probeer het opnieuw."),
    500: (
        "fout-in-programma",
        "Er ging iets mis op de werkplek",
        "Probeer het opnieuw; meld anders X-Request-ID van dit antwoord.",
    ),
    503: ("niet-bereikbaar", "Dit werkt nu niet", "Probeer het over een minuut opnieuw."),
}
STATUSES = tuple(_KINDS)
"""Every status that a problem can have."""


class Finding(BaseModel):
    """A finding as `soco controleer --json` writes it; `pointer` is its place in what was sent (RFC 6901)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    severity: str = Field(alias="ernst", description="fout of waarschuwing.")
    file: str = Field(alias="bestand", description="Waar dit staat; 'verzoek' is wat is gestuurd.")
    line: int | None = Field(alias="regel", description="null waar alleen de verwijzing de plaats zegt.")
    column: int | None = Field(alias="kolom")
    end_line: int | None = Field(alias="eind_regel")
    end_column: int | None = Field(alias="eind_kolom")
    message: str = Field(alias="melding", description="Wat er aan de hand is.")
    reason: str = Field(alias="reden", description="Waarom dat ertoe doet.")
    remedy: str = Field(alias="oplossing", description="Wat eraan te doen is.")
    see_also: tuple[dict[str, str | int], ...] = Field((), alias="zie_ook")
    pointer: str | None = Field(
        None, alias="verwijzing", description="De plaats in het verzoek als JSON Pointer, waar die er is."
    )


class Problem(BaseModel):
    """A problem document."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    type: str = Field(description="Wat voor probleem dit is.")
    title: str = Field(description="Het probleem in het kort.")
    status: int = Field(ge=400, le=599, description="De status van het antwoord.")
    detail: str = Field(description="Wat eraan te doen is.")
    instance: str = Field(description="Waar het gebeurde.")
    findings: tuple[Finding, ...] = Field((), alias="meldingen", description="Alles wat er niet klopt.")


def is_for_machine(request: Request) -> bool:
    """Whether the API is asked, where every fault is a problem document."""
    path = request.url.path
    return path == BELOW or path.startswith(f"{BELOW}/")


def problem(
    request: Request,
    status: int,
    title: str = "",
    detail: str = "",
    findings: Iterable[Diagnostic | Finding] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer that says that something cannot be."""
    kind, said, then = _KINDS.get(status, ("anders", "Dit kan niet", ""))
    told = Problem(
        type=f"urn:soco-rules:probleem:{kind}",
        title=title or said,
        status=status,
        detail=detail or then,
        instance=request.url.path,
        findings=tuple(map(as_finding, findings)),
    )
    more = {"WWW-Authenticate": 'Bearer realm="soco_rules"'} if status == 401 else {}
    return Response(
        told.model_dump_json(by_alias=True),
        status,
        {"API-Version": VERSION, **more, **(headers or {})},
        MEDIA_TYPE,
    )


def as_finding(found: Diagnostic | Finding) -> Finding:
    """A finding as a machine reads it."""
    return found if isinstance(found, Finding) else Finding.model_validate(as_json(found))


def said_of(status: int) -> str:
    """What a problem with this status says, in short."""
    return _KINDS[status][1]
