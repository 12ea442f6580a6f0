"""What a page says first when it comes after something that was done."""

from __future__ import annotations

import re

from soco_rules.web.done import after
from soco_rules.web.done import said_in
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.reading import read

PAGE = "/dossiers/havendorp/de-kade/1"
_TITLE = re.compile(r"<title>(.*)</title>")


def title_of(html: str) -> str:
    """The title of a page."""
    found = _TITLE.search(html)
    assert found
    return found[1]


def test_an_address_says_what_was_done_beside_what_it_asks() -> None:
    assert "/beheer?van=1&zojuist=reservekopie" == after("/beheer?van=1", "reservekopie")


def test_what_nobody_here_wrote_is_not_said() -> None:
    assert "" == said_in({"zojuist": "U bent opgelicht"})


def test_what_was_done_is_the_beginning_of_the_page_and_of_its_title(in_town: Ask) -> None:
    answer = in_town(CASEWORKER).post(f"{PAGE}/toewijzing", data={"doe": "neem"})

    assert (
        "Het dossier ligt nu bij u – Dossier 1 –",
        "Dossiers Convenant tussen de gemeente Havendorp en sociale coöperatie De Kade Het dossier ligt nu bij u",
    ) == (title_of(answer.text)[:39], read(answer)[:103])


def test_a_title_has_no_name_which_a_browser_would_remember(in_town: Ask) -> None:
    answer = in_town(CASEWORKER).get(PAGE)

    assert (True, False) == ("S. Willems" in read(answer), "S. Willems" in title_of(answer.text))


def test_a_title_says_first_that_something_is_wrong(in_town: Ask) -> None:
    answer = in_town(CASEWORKER).post(f"{PAGE}/persoon", data={"naam": ""})

    assert "Fout: Persoonsgegevens – Dossier 1 –" == title_of(answer.text)[:36]
