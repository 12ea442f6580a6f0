"""Which version of which agreement a page is about, and what the workspace has of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.exceptions import HTTPException

from soco_rules.follow import Situation
from soco_rules.follow import with_scenarios
from soco_rules.model.agreement import Agreement
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import parse_date
from soco_rules.parser.register import sha256_of
from soco_rules.parser.workspace import AGREEMENTS
from soco_rules.web.ground import Here

SECTION = "/overeenkomsten"
_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Place:
    """One version of an agreement, by its reference and its first day as it is written."""

    reference: str
    version: str

    @property
    def file(self) -> str:
        """Its rule file, from the root of the workspace."""
        return f"{AGREEMENTS}/{self.reference}/{self.version}.yaml"

    @property
    def url(self) -> str:
        """The page of this version."""
        return f"{SECTION}/{self.reference}/{self.version}"


@dataclass(frozen=True, slots=True)
class Found:
    """A version as the workspace has it: its text, and what that says unless it cannot be read."""

    place: Place
    situation: Situation
    text: str
    agreement: Agreement | None

    @property
    def title(self) -> str:
        """What the agreement calls itself, else its reference."""
        return self.agreement.title if self.agreement else self.place.reference

    @property
    def sha256(self) -> str:
        """The hash of the text, with which a form tells what it was made from."""
        return hash_of(self.text)


def hash_of(text: str) -> str:
    """The hash of a text as the desk reads it, without a byte order mark."""
    return sha256_of(text.encode())


def is_reference(reference: str) -> bool:
    """Whether this can be the reference of an agreement of this workspace: two names, and not those of the law."""
    municipality, _, cooperative = reference.partition("/")
    return bool(_PART.fullmatch(municipality) and _PART.fullmatch(cooperative))


def place_of(gemeente: str, cooperatie: str, versie: str) -> Place:
    """The version in an address.

    Raises:
        HTTPException: nothing can be called that; no name but this leads to a file.
    """
    reference = f"{gemeente}/{cooperatie}"
    try:
        parse_date(versie)
    except UnreadableValueError:
        raise HTTPException(404) from None
    if not is_reference(reference):
        raise HTTPException(404)
    return Place(reference, versie)


def found_at(place: Annotated[Place, Depends(place_of)], here: Here) -> Found:
    """The version in an address, as it is now.

    Raises:
        HTTPException: there is no such version.
    """
    situation = with_scenarios(here.settings.root, here.rules())
    text = situation.workspace.sources.get(place.file)
    if text is None:
        raise HTTPException(404)
    versions = situation.workspace.agreements.get(place.reference, ())
    agreement = next((version for version in versions if version.path == place.file), None)
    return Found(place, situation, text, agreement)


At = Annotated[Found, Depends(found_at)]
