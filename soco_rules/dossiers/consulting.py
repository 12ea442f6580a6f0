"""Who read what is kept of people, and what for: recorded once a day, before anything is shown."""

from __future__ import annotations

from collections.abc import Iterable

from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Consulted
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry

HANDLING = "behandeling van het dossier"
OVERVIEW = "overzicht van de dossiers"
FORM_FOR_MONTH = "leeg maandformulier met de leden, voor de coöperatie"
MONTH_OF_ALL = "maandoverzicht van alle leden, voor de uitkeringsadministratie"
OWN_FILE = "inzage op verzoek van de persoon zelf"


def consulted(
    entries: Iterable[Entry], by: str, purpose: str, at: str, *, dossier: int | None = None
) -> Draft | None:
    """The act that somebody reads a dossier at a moment, or what the whole book says of people (None).

    None where `entries`, the acts of that dossier or about the whole book, have it of this person and purpose on the
    same day already, in UTC as all moments are.
    """
    known = any(
        isinstance(said := entry.content, Consulted) and said.purpose == purpose
        for entry in entries
        if (entry.act, entry.by, entry.at[:10]) == (Act.CONSULTED, by, at[:10])
    )
    return None if known else Draft(Consulted(purpose=purpose), dossier)
