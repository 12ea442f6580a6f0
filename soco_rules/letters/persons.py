"""The persons to whom a letter goes and whom it is about, as a template names them."""

from __future__ import annotations

from soco_rules.letters.named import Listing
from soco_rules.letters.named import Named
from soco_rules.letters.named import Node
from soco_rules.letters.named import named_text
from soco_rules.model.decision import Decision
from soco_rules.model.values import Role

_REPRESENTATIVES = ("gemachtigde", "bewindvoerder")
"""The parts (`rol`) of an addressee who acts for somebody else (Awb 2:1, Burgerlijk Wetboek Boek 1 artikel 441)."""
_SIR_OR_MADAM = "heer of mevrouw"


def persons_of(decision: Decision) -> dict[str, Node]:
    """Who the letter goes to and whom it is about, as `brief.geadresseerden` of the case says."""
    written = decision.letter.get("geadresseerden")
    every = written if isinstance(written, list | tuple) else [written]
    found = tuple(person for person in map(_addressee, every) if person)
    salutations = dict.fromkeys(person.get("aanhef") or _SIR_OR_MADAM for person in found)
    acting = tuple(person for person in found if person.get("rol") in _REPRESENTATIVES)
    parties: dict[str, Node] = {role: _party(role, found) for role in Role}
    return {
        "geadresseerden": Listing("geadresseerden", tuple(map(_person, found))),
        "aansprekingen": Listing(
            "aansprekingen",
            tuple(named_text("aansprekingen", one) for one in salutations or (_SIR_OR_MADAM,)),
        ),
        "personen": Named("personen", fields=parties),
        "vertegenwoordigers": Listing("vertegenwoordigers", tuple(map(_person, acting))),
    }


def _party(role: Role, found: tuple[dict[str, str], ...]) -> Named:
    """The name of one of the two persons; the applicant is also whom a representative acts for."""
    names = [person.get("naam") for person in found if person.get("rol", Role.APPLICANT) == role]
    if role is Role.APPLICANT:
        names += [person.get("namens") for person in found if person.get("rol") in _REPRESENTATIVES]
    return named_text(f"personen.{role}", next((name for name in names if name), None))


def _addressee(written: object) -> dict[str, str]:
    """What is known of an addressee; a text on its own is a name with the address under it."""
    match written:
        case str() if written.strip():
            return {"naam": written.strip().splitlines()[0]}
        case dict():
            return {str(key): text for key, text in written.items() if isinstance(text, str)}
        case _:
            return {}


def _person(person: dict[str, str]) -> Named:
    fields = ("naam", "aanhef", "rol", "namens")
    return Named(
        "geadresseerde", fields={key: named_text(f"geadresseerde.{key}", person.get(key)) for key in fields}
    )
