"""What is wrong, at the field that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import replace

from soco_rules.diagnostics import Diagnostic
from soco_rules.web.forms import Field
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.legal.manners import MANNERS
from soco_rules.web.legal.signing import EARLIER
from soco_rules.web.legal.signing import OUTCOME
from soco_rules.web.remedies import for_a_page

_HEARING = "zienswijze"
_BY_OPTION = {
    "--zienswijze-toelichting": "zienswijze_toelichting",
    "--zienswijze": "zienswijze",
    "--afwijking-reden": "afwijking_reden",
    "--toelichting": "toelichting",
    "--functie": "functie",
    "--eigen-brief": "eigen_brief",
    "--verzonden-op": "verzonden_op",
    "--reden": "reden",
    "--eerder-omdat": EARLIER,
    "--ontvangen": "ontvangen",
    "--gepost": "gepost",
    "--van": "van",
    "--datum": "datum",
    "--tot-en-met": "tot_en_met",
    "--grond": "grond",
    "--gehoord-door": "gehoord_door",
    "--bij-de-stap": "toelichting",
    "--niet-ontvankelijk-omdat": "niet_ontvankelijk_omdat",
    "--verschoonbaar": "verschoonbaar",
    "--niet-gehoord": "niet_gehoord",
    "--niet-gehoord-omdat": "niet_gehoord_omdat",
    "--afwijking-van-advies": "afwijking_van_advies",
    "--kosten": "kosten",
    "--kosten-omdat": "kosten_omdat",
}
_BY_CODE = {
    "mandaat-ontbreekt": "functie",
    "uitkomst-onbekend": "functie",
    _HEARING: "zienswijze",
    "toelichting-ontbreekt": "toelichting",
    "afwijking": OUTCOME,
}
"""The field at which a finding is shown; any other finding stands above the form."""


def with_findings(
    fields: tuple[Field, ...], findings: Iterable[Diagnostic]
) -> tuple[tuple[Field, ...], tuple[Diagnostic, ...]]:
    """The fields with the findings that are about them, and the findings that are about none."""
    at: dict[str, tuple[Diagnostic, ...]] = {}
    rest: list[Diagnostic] = []
    for found in findings:
        wanted, told = _field_of(found), _with_manners(found)
        name = next((each.name for each in fields if each.name.partition(".")[0] == wanted), None)
        if name is None:
            rest.append(told)
        else:
            at[name] = (*at.get(name, ()), told)
    errors = {name: in_one_sentence(for_a_page(found)) for name, found in at.items()}
    return with_errors(fields, errors), for_a_page(rest)


def _with_manners(found: Diagnostic) -> Diagnostic:
    """What is wrong with how somebody was heard, with each manner in the words of the page."""
    if found.code != _HEARING:
        return found
    message = found.message
    for manner, words in MANNERS.items():
        message = message.replace(f"'{manner}'", f"‘{words}’")
    return replace(found, message=message)


def _field_of(found: Diagnostic) -> str | None:
    if not found.is_error:
        return None
    if found.code == "vaststelling-datum":
        return "verzonden_op" if found.message.startswith("verzenden") else "datum"
    words = (word.rstrip(",.;") for word in found.remedy.split())
    named = next((_BY_OPTION[word] for word in words if word in _BY_OPTION), None)
    if found.code == _HEARING and found.remedy == "verbeter de dag":
        return "zienswijze_datum"
    return named or _BY_CODE.get(found.code)


def with_errors(fields: tuple[Field, ...], errors: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields with what is wrong with each, by name."""
    return tuple(replace(each, error=errors.get(each.name, "")) for each in fields)
