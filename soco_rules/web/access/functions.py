"""In which functions somebody may sign: the one that he signed in with, those that beheer listed, or his own choice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from soco_rules.adopt.mandate import is_same_function
from soco_rules.model.names import is_one
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings


class Source(StrEnum):
    """Who said that somebody has a function; it stands in what he adopts."""

    SIGNED_IN = "aanmelding"
    LISTED = "beheer"
    CHOSEN = "eigen keuze"


@dataclass(frozen=True, slots=True)
class Functions:
    """The functions of a person; `names` is None where he may choose any of the mandate register."""

    names: tuple[str, ...] | None
    source: Source

    def has(self, function: str) -> bool:
        """Whether this person may sign in a function."""
        return self.names is None or any(is_same_function(each, function) for each in self.names)


def to_be_listed(contact: str = "") -> str:
    """What somebody does of whom no function is known and who may choose none (SOCO_FUNCTIES, SOCO_FUNCTIE_KIEZEN)."""
    whom = f"de beheerder ({contact})" if contact else "de beheerder"
    return f"Vraag {whom} om de functie op te nemen waarin u tekent. Zelf kiezen kan op deze werkplek niet."


UNKNOWN = "Van u is geen functie bekend"
WITHOUT = f"{UNKNOWN}. {to_be_listed()}"
"""What is told to who has none, in short and with what to do."""


def functions_of(settings: Settings, person: Person) -> Functions:
    """The functions in which a person may sign at this desk."""
    if person.function:
        return Functions((person.function,), Source.SIGNED_IN)
    listed = tuple(
        function
        for name, functions in settings.functions.items()
        if name == person.account or is_one(name, person.name)
        for function in functions
    )
    if listed:
        return Functions(tuple(dict.fromkeys(listed)), Source.LISTED)
    if person.is_alone or settings.may_choose_function:
        return Functions(None, Source.CHOSEN)
    return Functions((), Source.LISTED)


def why_not(functions: Functions, function: str) -> str:
    """Why somebody may not sign in a function, in Dutch; empty where he may."""
    if functions.has(function):
        return ""
    if not functions.names:
        return WITHOUT
    return f"De functie ‘{function}’ staat niet bij u. U tekent als {' of '.join(functions.names)}."
