"""Who works at the desk, and what that person may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import Depends
from fastapi import Request


class DeskRole(StrEnum):
    """A role (`rol`): what somebody does at the municipality."""

    CASEWORKER = "klantmanager"
    POLICY = "beleid"
    LEGAL = "jurist"
    ADMIN = "beheer"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works at the desk. `name` stands under every act; `function` is the one that the mandates name.

    `is_alone` is the one user of a computer of his own, for whom proposing and adopting are not kept apart. `account`
    is what an identity provider knows somebody by, and is shown nowhere.
    """

    name: str
    roles: frozenset[DeskRole]
    function: str = ""
    is_alone: bool = False
    account: str = ""


Identify = Callable[[Request], Person | None]
"""From a request to who sends it; None where nobody has made himself known."""


class NotKnownError(Exception):
    """Nobody has made himself known; the desk asks for that."""


class NotAllowedError(Exception):
    """This is not for this person; the message says why, in Dutch."""


def person_of(request: Request) -> Person:
    """Who sends a request; what shows that is looked at once.

    Raises:
        NotKnownError: nobody has made himself known.
    """
    identify: Identify = request.app.state.identify
    person: Person | None = getattr(request.state, "person", None) or identify(request)
    if person is None:
        raise NotKnownError
    request.state.person = person
    return person


Who = Annotated[Person, Depends(person_of)]


def only_for(*roles: DeskRole) -> Callable[[Person], Person]:
    """The dependency of a page that only these roles may see.

    It raises `NotAllowedError` for anybody else.
    """

    def allowed(person: Who) -> Person:
        if person.roles.isdisjoint(roles):
            raise NotAllowedError(f"Deze bladzijde is voor de rol {' of '.join(roles)}.")
        return person

    return allowed
