"""The form with which a dossier is put on the desk of a colleague."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.dossiers.store import agreements
from soco_rules.web.access.colleagues import colleague
from soco_rules.web.access.colleagues import register_of
from soco_rules.web.casework.books import members_of
from soco_rules.web.forms import Field
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground

_LONGEST = 500
_SURE = "zeker"


@dataclass(frozen=True, slots=True)
class Giving:
    """To whom a dossier goes and why, and the fields as they were filled in; without errors it can be done."""

    to: str
    reason: str
    fields: tuple[Field, ...]

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong with it."""
        return not wrong(self.fields)


def empty() -> tuple[Field, ...]:
    """The fields before anything is filled in."""
    return _fields({}, {})


def giving_in(filled: Mapping[str, str], ground: Ground) -> Giving:
    """What was filled in; a name under which nobody worked here counts only where somebody says that it is right."""
    found = colleague(text_in(filled, "aan"), _active(ground), register_of(ground.settings.access))
    reason = text_in(filled, "reden")
    errors = {}
    if found.error and not (found.is_doubtful and text_in(filled, _SURE) == "ja"):
        errors["aan"] = found.error
    if not reason:
        errors["reden"] = "Schrijf op waarom."
    elif len(reason) > _LONGEST:
        errors["reden"] = f"Dit is langer dan {_LONGEST} tekens. Houd het kort."
    return Giving(found.name, reason, _fields(filled, errors, is_doubtful=found.is_doubtful))


def _fields(
    filled: Mapping[str, str], errors: Mapping[str, str], *, is_doubtful: bool = False
) -> tuple[Field, ...]:
    to = Field(
        "aan",
        "Aan wie",
        value=text_in(filled, "aan"),
        hint="De naam die onder het werk van deze collega staat.",
        error=errors.get("aan", ""),
    )
    why = Field(
        "reden",
        "Waarom",
        "textarea",
        value=text_in(filled, "reden"),
        hint="Staat in het dossier, ook voor de deelnemer die het opvraagt. Schrijf niets over de gezondheid van een collega: ‘afwezig’ is genoeg.",
        error=errors.get("reden", ""),
    )
    sure = Field(
        _SURE,
        "De naam klopt",
        "checkbox",
        value=text_in(filled, _SURE),
        hint="Deze collega ziet het dossier zodra die zich onder deze naam aanmeldt.",
        required=False,
    )
    return (to, sure, why) if is_doubtful else (to, why)


def _active(ground: Ground) -> frozenset[str]:
    """Who opened a dossier at this desk."""
    store = ground.dossiers
    return frozenset(
        line.whose.opened_by
        for reference in agreements(store)
        for line in members_of(ground, reference).lines.values()
        if line.whose.opened_by
    )
