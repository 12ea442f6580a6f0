"""To whom a dossier can be given: a name that somebody typed, held against who works at this desk."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import assert_never

from soco_rules.diagnostics import did_you_mean
from soco_rules.model.names import is_one
from soco_rules.model.names import letters
from soco_rules.web.access.register import Register
from soco_rules.web.access.ways import Local
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import Proxy
from soco_rules.web.access.ways import Way
from soco_rules.web.people import DeskRole

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Matched:
    """A name as it stands under the acts of its owner, or what is wrong with what was typed.

    `is_doubtful`: nobody of this name ever worked here, and only who typed it can know that it is right.
    """

    name: str = ""
    error: str = ""
    is_doubtful: bool = False


def register_of(way: Way) -> Register | None:
    """The register of who works at a desk; the one user of a computer has none."""
    match way:
        case Local():
            return None
        case Proxy(folder=folder):
            return Register(folder)
        case Oidc(sessions=sessions):
            return Register(sessions.folder)
        case _ as never:
            assert_never(never)


def colleague(typed: str, active: Collection[str], register: Register | None) -> Matched:
    """The caseworker who is meant; `active` are the names of those who opened dossiers here."""
    name = " ".join(typed.split())
    if not letters(name):
        return Matched(error="Vul in bij wie het dossier komt te liggen.")
    if len(name) > _LONGEST or not name.isprintable():
        return Matched(error=f"Een naam is één regel van ten hoogste {_LONGEST} tekens.")
    known = next((each for each in active if is_one(each, name)), None)
    roles = register.roles_of(name) if register else None
    if roles is not None and DeskRole.CASEWORKER not in roles:
        return Matched(
            name, f"{known or name} is hier geen klantmanager, en kan dit dossier niet behandelen."
        )
    if known or roles:
        return Matched(known or name)
    message = f"Niemand die ‘{name}’ heet heeft hier als klantmanager gewerkt."
    near = did_you_mean(name, active, otherwise="Kijk de naam na.")
    return Matched(name, f"{message} {near}", is_doubtful=True)
