"""A dossier in which a machine writes: still open to who sends it, and on which act that builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from typing import Protocol

from fastapi import Depends
from fastapi import Header
from fastapi import Path

from soco_rules.dossiers.deciding import dossier_in
from soco_rules.dossiers.store import Ledger
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Dossier
from soco_rules.model.workspace import Workspace
from soco_rules.web.access.opening import may_handle
from soco_rules.web.api.grounded import Cooperative
from soco_rules.web.api.grounded import Municipality
from soco_rules.web.api.grounded import rules_for
from soco_rules.web.api.grounded import versions_of
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for

BOOK = "/{gemeente}/{cooperatie}"
ONE = f"{BOOK}/{{nummer}}"
WRITING = (403, 404, 409, 412, 428)
ETAG = {"ETag": "De laatste handeling van dit dossier, voor If-Match."}
Number = Annotated[int, Path(alias="nummer", description="Het nummer van het dossier.", ge=1, le=2**31 - 1)]
_BASED_ON = Annotated[
    str | None,
    Header(alias="If-Match", description="De ETag van het dossier waarop dit berust.", examples=['"12"']),
]
Caseworker = Annotated[Person, Depends(only_for(DeskRole.CASEWORKER))]
Lawyer = Annotated[Person, Depends(only_for(DeskRole.LEGAL))]


class May(Protocol):
    """Whether somebody may do something in a dossier."""

    def __call__(self, person: Person, dossier: Dossier, *, may_pick_up: bool) -> bool:
        """Whether this person may, at a desk where people may pick up a dossier of nobody."""


@dataclass(frozen=True, slots=True)
class Where:
    """In which dossier somebody writes, and on what that is based."""

    ground: Ground
    reference: str
    number: int
    person: Person
    based_on: str | None

    def workspace(self) -> Workspace:
        """The rules of this agreement, where it exists and the request says on what it is based."""
        workspace = rules_for(self.ground, self.reference)
        versions_of(workspace, self.reference)
        if self.based_on is None:
            raise ProblemError(428)
        return workspace

    def held_against(self, ledger: Ledger, may: May = may_handle) -> Dossier:
        """The dossier under the lock, while it is still what the request is based on, and this person may write in it.

        Raises:
            ProblemError: it is not there, is with somebody else, or has moved on.
        """
        found, findings = dossier_in(ledger.book(dossiers=(self.number,)), self.number)
        if found is None:
            raise ProblemError(404, findings)
        if not may(self.person, found, may_pick_up=self.ground.settings.may_pick_up):
            raise ProblemError(403, detail="Dit dossier ligt bij een ander.")
        if self.based_on != etag_of(found):
            raise ProblemError(412)
        return found


def where(
    ground: Here,
    gemeente: Municipality,
    cooperatie: Cooperative,
    nummer: Number,
    person: Who,
    based_on: _BASED_ON = None,
) -> Where:
    """The dossier in an address, and what a request says that it is based on."""
    return Where(ground, f"{gemeente}/{cooperatie}", nummer, person, based_on)


There = Annotated[Where, Depends(where)]


def etag_of(dossier: Dossier) -> str:
    """The last act of a dossier but for those that say who looked, as If-Match names it."""
    return f'"{max(entry.number for entry in dossier.entries if entry.act is not Act.CONSULTED)}"'
