"""What is wrong, at the field that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import replace

from soco_rules.diagnostics import Diagnostic
from soco_rules.web.forms import Field
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.legal.manners import MANNERS
from soco_rules.web.legal.signing import OUTCOME
from soco_rules.web.remedies import for_a_page

_BY_OPTION = {
    "--zienswijze-toelichting": "zienswijze_toelichting",
    "--zienswijze": "zienswijze",
    "--afwijking-reden": "afwijking_reden",
    "--toelichting": "toelichting",
    "--functie": "functie",
    "--eigen-brief": "eigen_brief",
    "--verzonden-op": "verzonden_op",
    "--reden": "reden",
}
_BY_CODE = {
    "mandaat-ontbreekt": "functie",
    "uitkomst-onbekend": "functie",
    "zienswijze": "zienswijze",
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
        wanted, told = _field_of(found), replace(found, message=_with_manners(found.message))
        name = next((each.name for each in fields if each.name.partition(".")[0] == wanted), None)
        if name is None:
            rest.append(told)
        else:
            at[name] = (*at.get(name, ()), told)
    errors = {name: in_one_sentence(for_a_page(found)) for name, found in at.items()}
    return with_errors(fields, errors), for_a_page(rest)


def _with_manners(message: str) -> str:
    """A message with each manner in the words of the page."""
    for manner, words in MANNERS.items():
        message = message.replace(f"'{manner}'", f"‘{words}’")
    return message


def _field_of(found: Diagnostic) -> str | None:
    if not found.is_error:
        return None
    if found.code == "vaststelling-datum":
        return "verzonden_op" if found.message.startswith("verzenden") else "datum"
    words = found.remedy.split()
    named = next((name for option, name in _BY_OPTION.items() if option in words), None)
    if found.code == "zienswijze" and found.remedy == "verbeter de dag":
        return "zienswijze_datum"
    return named or _BY_CODE.get(found.code)


def with_errors(fields: tuple[Field, ...], errors: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields with what is wrong with each, by name."""
    return tuple(replace(each, error=errors.get(each.name, "")) for each in fields)
