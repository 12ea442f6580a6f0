"""The field that asks in which function somebody signs: one of his own, or one that the mandate register knows."""

from __future__ import annotations

from collections.abc import Collection

from soco_rules.web.access.functions import WITHOUT
from soco_rules.web.access.functions import Functions
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.people import Person

_CHOSEN = "Uit het mandaatregister. Kies alleen de functie die u hebt: bij de vaststelling komt te staan dat u haar zelf koos."


def function_fields(
    person: Person, own: Functions, listed: Collection[str], about_choosing: str = _CHOSEN
) -> tuple[Field, ...]:
    """The field, unless a function came along with signing in; `listed` are those of the register."""
    if person.function:
        return ()
    if own.names is not None:
        choices = (Choice("", "Kies een functie"), *(Choice(each, each) for each in own.names))
        hint = "De functies die de beheerder bij u heeft gezet." if own.names else WITHOUT
        only = own.names[0] if len(own.names) == 1 else ""
        return (Field("functie", "Functie", "select", only, choices=choices, hint=hint),)
    if not listed:
        return (Field("functie", "Functie", hint="De functie die in het mandaatregister staat."),)
    choices = (Choice("", "Kies een functie"), *(Choice(each, each) for each in listed))
    return (Field("functie", "Functie", "select", choices=choices, hint=about_choosing),)
