"""The form for who a dossier is about, and the person that was filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.bsn import is_bsn
from soco_rules.model.dossier import Person
from soco_rules.parser.person import read_person
from soco_rules.web.forms import Field
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong

FIELDS = (
    Field("naam", "Naam", hint="Zoals die boven een brief staat, bijvoorbeeld mevrouw A. Jansen."),
    Field(
        "adres",
        "Adres",
        "textarea",
        hint="Elke regel zoals op een envelop. Zonder adres heeft een brief geen geadresseerde.",
        required=False,
    ),
    Field("lidnummer", "Lidnummer", hint="Hoe de coöperatie dit lid noemt.", required=False),
    Field(
        "bsn",
        "Burgerservicenummer",
        hint="Alleen als dat nodig is om iemand zeker te herkennen. Negen cijfers.",
        required=False,
    ),
    Field("naam_partner", "Naam van de partner", required=False),
    Field("bsn_partner", "Burgerservicenummer van de partner", required=False),
)
_NUMBERS = frozenset({"bsn", "bsn_partner"})
_FILE = "formulier"


def person_in(filled: Mapping[str, str]) -> tuple[Person | None, tuple[Field, ...]]:
    """The person of a form, or None; with the fields as they were filled in and what is wrong at each."""
    fields = tuple(_checked(field, text_in(filled, field.name)) for field in FIELDS)
    if wrong(fields):
        return None, fields
    person, findings = _read({field.name: _written(field) for field in fields if field.value})
    if person is None:
        whole = replace(fields[0], error=in_one_sentence(findings))
        return None, (whole, *fields[1:])
    return person, fields


def _checked(field: Field, value: str) -> Field:
    field = replace(field, value=value)
    if field.required and not value:
        return replace(field, error="Vul de naam in.")
    if not value:
        return field
    alone = {"naam": "x", field.name: _written(field)}
    person, findings = _read(alone)
    return field if person else replace(field, error=_at(field, in_one_sentence(findings)))


def _at(field: Field, error: str) -> str:
    """What is wrong, with the label of the field where a file has its key."""
    return error.replace(f"'{field.name}'", f"‘{field.label}’")


def _written(field: Field) -> str | list[str]:
    """A field in the notation of a person file."""
    if field.name == "adres":
        return [line for line in field.value.splitlines() if line.strip()]
    if field.name in _NUMBERS:
        return "".join(field.value.replace(".", "").split())
    return field.value


def _read(written: Mapping[str, object]) -> tuple[Person | None, tuple[Diagnostic, ...]]:
    return read_person(_FILE, json.dumps(written, ensure_ascii=False).encode(), is_bsn)
