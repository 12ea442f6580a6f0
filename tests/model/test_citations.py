"""How a legal basis is written, and what is suggested for other ways of writing."""

from __future__ import annotations

import pytest

from soco_rules.model.citations import FORMS
from soco_rules.model.citations import has_form
from soco_rules.model.citations import law_of
from soco_rules.model.citations import suggested

WRITTEN = {
    "art. 31 lid 2 Participatiewet": "Participatiewet artikel 31 lid 2",
    "artikel 9 van de Participatiewet": "Participatiewet artikel 9",
    "Participatiewet artikel 31, tweede lid, onder j": "Participatiewet artikel 31 lid 2 onderdeel j",
    "Participatiewet art 10": "Participatiewet artikel 10",
    "participatiewet artikel 10": "Participatiewet artikel 10",
    "Pw artikel 9 lid 2": "Participatiewet artikel 9 lid 2",
    "Awb 4:5": "Algemene wet bestuursrecht artikel 4:5",
    "artikel 4:84 Awb": "Algemene wet bestuursrecht artikel 4:84",
    "ECLI:NL:CRVB:2024:1564": "uitspraak ECLI:NL:CRVB:2024:1564",
    "Participatiewet artikel tien": None,
    "Participatiewet": None,
    "de wet": None,
    "zie de website": None,
}


@pytest.mark.parametrize("citation", FORMS)
def test_an_example_has_the_form(citation: str) -> None:
    assert has_form(citation)


@pytest.mark.parametrize(
    "citation",
    [
        "Participatiewet artikel 22a lid 1",
        "Participatiewet artikel 31 lid 2 onderdeel aa",
        "Burgerlijk Wetboek Boek 2 artikel 59",
        "Besluit bijstandverlening zelfstandigen 2004 artikel 1 onderdeel b",
        "Re-integratieverordening Delft 2015 artikel 3",
    ],
)
def test_an_article_of_a_named_law_has_the_form(citation: str) -> None:
    assert (True, citation.partition(" artikel")[0]) == (has_form(citation), law_of(citation))


@pytest.mark.parametrize(("citation", "meant"), WRITTEN.items())
def test_another_way_of_writing_is_refused_with_what_was_meant(citation: str, meant: str | None) -> None:
    assert (False, meant) == (has_form(citation), suggested(citation))
