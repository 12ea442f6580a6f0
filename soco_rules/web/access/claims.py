"""From what a token claims to a person at the desk."""

from __future__ import annotations

from collections.abc import Mapping

from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person

_LONGEST = 100


class ClaimsError(Exception):
    """Nobody can work here on these claims; the message says why, in Dutch and without any of them."""


def person_in(claims: Mapping[str, object], names: ClaimNames) -> Person:
    """The person that a checked token is about, with the roles that the settings know; other words are passed over.

    Raises:
        ClaimsError: a name or account is missing or unreadable, or no word stands for a role.
    """
    roles = frozenset(_roles(claim_at(claims, names.roles), names.roles_by_word))
    if not roles:
        raise ClaimsError("U hebt bij soco geen rol. Vraag de beheerder om een rol, en meld u opnieuw aan.")
    function = claim_at(claims, names.function)
    return Person(
        name=_line(claim_at(claims, names.name), "naam"),
        roles=roles,
        function=_line(function, "functie") if function else "",
        account=_line(claim_at(claims, names.account), "account"),
    )


def claim_at(claims: Mapping[str, object], path: str) -> object:
    """The claim of this name; else the one inside another that its points lead to (`realm_access.roles`), or None."""
    if path in claims:
        return claims[path]
    found: object = claims
    for part in path.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(part)
    return found


def _roles(said: object, known: Mapping[str, DeskRole]) -> tuple[DeskRole, ...]:
    words = said if isinstance(said, list) else [said]
    return tuple(known[word] for word in words if isinstance(word, str) and word in known)


def _line(said: object, what: str) -> str:
    text = " ".join(said.split()) if isinstance(said, str) else ""
    if not text or not text.isprintable() or len(text) > _LONGEST:
        message = f"Uw aanmelding noemt geen bruikbare {what}." if what != "account" else _NO_ACCOUNT
        raise ClaimsError(f"{message} Vraag de beheerder om de instellingen na te kijken.")
    return text


_NO_ACCOUNT = "Uw aanmelding noemt geen bruikbaar account."
