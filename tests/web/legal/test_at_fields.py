"""A finding about what was filled in stands at the field that it is about."""

from __future__ import annotations

import pytest

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.web.forms import Field
from soco_rules.web.legal.at_fields import with_findings

FIELDS = tuple(Field(name, name) for name in ("zienswijze", "toelichting", "niet_gehoord_omdat", "kosten"))


def found(code: str, message: str, remedy: str) -> Diagnostic:
    return finding(code, Span("dossier 1"), message, remedy=remedy)


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        (
            found(
                "besluit-op-bezwaar",
                "Waarom is niet gehoord?",
                "geef --niet-gehoord-omdat naast --niet-gehoord",
            ),
            "niet_gehoord_omdat",
            "Waarom is niet gehoord?",
        ),
        (
            found("besluit-op-bezwaar", "Er is om gevraagd.", "geef --kosten, of 'geen'"),
            "kosten",
            "Er is om gevraagd.",
        ),
        (
            found("bezwaar", "Bij 'gehoord' staat niets.", "geef --toelichting"),
            "toelichting",
            "Bij 'gehoord' staat niets.",
        ),
        (
            found("zienswijze", "'gehoord' kan hier niet", "kies iets anders"),
            "zienswijze",
            "‘de persoon is gehoord’ kan hier niet",
        ),
    ],
    ids=[
        "the first option that is named",
        "with a comma after it",
        "a step keeps its word",
        "a manner in words",
    ],
)
def test_it_stands_at_the_first_field_that_its_remedy_names(said: Diagnostic, field: str, words: str) -> None:
    fields, rest = with_findings(FIELDS, (said,))

    assert ([field], ()) == ([each.name for each in fields if each.error], rest)
    assert words.rstrip(".") in next(each.error for each in fields if each.error)


def test_what_is_about_no_field_stands_above_the_form() -> None:
    fields, rest = with_findings(FIELDS, (found("bezwaar", "Er loopt al een bezwaar.", "leg een stap vast"),))

    assert ([], ["Er loopt al een bezwaar."]) == (
        [each.name for each in fields if each.error],
        [each.message for each in rest],
    )
