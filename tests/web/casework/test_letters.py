from __future__ import annotations

from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from tests.web.casework.conftest import KADE
from tests.web.casework.conftest import converse
from tests.web.reading import read

_SCOPE = "/dossiers/delft/scope/1"
_PAGE = f"{_SCOPE}/besluit/toelating"


def test_a_letter_shows_that_it_is_a_concept_and_why(
    in_delft: TestClient, snapshot: SnapshotAssertion
) -> None:
    converse(in_delft, _PAGE).answer("nee")

    assert snapshot == read(in_delft.get(f"{_PAGE}/brief"))


def test_the_letter_stands_on_its_own_in_a_frame(in_delft: TestClient) -> None:
    converse(in_delft, _PAGE).answer("nee")

    answer = in_delft.get(f"{_PAGE}/brief.html")
    policy = answer.headers["Content-Security-Policy"]

    assert ("de heer B. Bos" in answer.text, "unsafe" in policy, policy.endswith("; sandbox")) == (
        True,
        False,
        True,
    )


def test_the_letter_is_a_file_that_says_concept(in_delft: TestClient) -> None:
    converse(in_delft, _PAGE).answer("nee")

    found = [in_delft.get(f"{_PAGE}/brief.{form}") for form in ("pdf", "docx")]

    assert [
        ('attachment; filename="toelating-dossier-1-concept.pdf"', b"%PDF"),
        ('attachment; filename="toelating-dossier-1-concept.docx"', b"PK\x03\x04"),
    ] == [(each.headers["Content-Disposition"], each.content[:4]) for each in found]


def test_a_proposal_that_waits_has_its_letter(in_delft: TestClient) -> None:
    talk = converse(in_delft, _PAGE)
    talk.answer("nee")
    act = talk.propose().url.params["voorstel"]

    assert "Dit is een concept" in read(in_delft.get(f"{_SCOPE}/voorstel/{act}/brief"))


def test_what_is_not_settled_has_no_letter_and_says_what_is_needed(
    candidate: TestClient, snapshot: SnapshotAssertion
) -> None:
    assert snapshot == read(candidate.get(f"{KADE}/1/besluit/toelating/brief"))


def test_another_form_or_act_is_no_page(in_delft: TestClient) -> None:
    assert [404, 404, 404] == [
        in_delft.get(f"{_PAGE}/brief.exe").status_code,
        in_delft.get(f"{_SCOPE}/voorstel/1/brief").status_code,
        in_delft.get(f"{_SCOPE}/brief/1").status_code,
    ]
