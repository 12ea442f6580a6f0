"""One objection in its dossier, as an address names it, and the letter that was kept of the decision on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.exceptions import HTTPException

from soco_rules.dossiers.consulting import HANDLING
from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import objection_in
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.store import consult
from soco_rules.dossiers.store import read_dossier
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import SentLetter
from soco_rules.model.workspace import Workspace
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.legal.proposal import last_act
from soco_rules.web.legal.routes import Agreement
from soco_rules.web.legal.routes import Number
from soco_rules.web.legal.rules import rules_for
from soco_rules.web.people import Person
from soco_rules.web.people import Who

DESK = "/bezwaren"
"""Where the pages about objections are."""
ONE = "/{gemeente}/{cooperatie}/{nummer}/{bezwaar}"


@dataclass(frozen=True, slots=True)
class Shown:
    """One objection in its dossier; `seen` is the last act that matters, which a form carries."""

    agreement: str
    workspace: Workspace
    dossier: Dossier
    objection: Objection

    @property
    def path(self) -> str:
        """The page of this objection."""
        return f"/bezwaren/{self.agreement}/{self.dossier.number}/{self.objection.entry.number}"

    @property
    def seen(self) -> int:
        """The last act of the dossier that can change what somebody reads."""
        return last_act(self.dossier)

    @property
    def title(self) -> str:
        """Of the decision that it is about."""
        content = self.objection.decision.content
        return content.adoption.decision.title if isinstance(content, Adopted) else ""

    @property
    def is_on_application(self) -> bool:
        """Whether the decision that it is about was taken on an application, which then waits for another."""
        content = self.objection.decision.content
        return isinstance(content, Adopted) and content.adoption.on_application == "ja"

    @property
    def body(self) -> str:
        """Who decides."""
        content = self.objection.decision.content
        return (content.adoption.decision.decider or "") if isinstance(content, Adopted) else ""


def dossier_of(here: Ground, person: Person, agreement: str, number: int) -> Dossier:
    """A dossier; that somebody reads it is recorded first.

    Raises:
        HTTPException: there is none.
        RefusedError: the rules cannot be used.
    """
    rules_for(here, agreement)
    consult(here.dossiers, agreement, person.name, HANDLING, dossier=number)
    found = read_dossier(here.dossiers, agreement, number)
    if found is None:
        raise HTTPException(404)
    return found


def objection_of(here: Here, person: Who, agreement: Agreement, nummer: Number, bezwaar: Number) -> Shown:
    """The objection that an address names; that somebody reads it is recorded first.

    Raises:
        HTTPException: there is none.
        RefusedError: the rules cannot be used.
    """
    workspace = rules_for(here, agreement)
    dossier = dossier_of(here, person, agreement, nummer)
    found = objection_in(dossier, bezwaar)
    if found is None:
        raise HTTPException(404)
    return Shown(agreement, workspace, dossier, found)


There = Annotated[Shown, Depends(objection_of)]


def kept_letter(shown: Shown) -> SentLetter | None:
    """The final letter of the decision on an objection, as it was sent; None where none was kept."""
    answered = shown.objection.answered
    number = answered[0].number if answered else 0
    return next((each for _, each in contents(shown.dossier, SentLetter) if each.adoption == number), None)
