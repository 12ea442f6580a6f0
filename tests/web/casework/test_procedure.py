"""The days of a procedure at the desk: from them the terms of the law run."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.web.reading import hidden_in
from tests.web.reading import read

KADE = "/dossiers/havendorp/de-kade/1/besluit/toelating"


def test_a_besluit_without_a_day_says_that_no_term_runs(candidate: TestClient) -> None:
    assert "Er loopt geen termijn" in read(candidate.get(KADE))


def test_from_the_day_of_the_application_the_term_to_decide_runs(candidate: TestClient) -> None:
    form = hidden_in(candidate.get(f"{KADE}/procedure"))
    answer = candidate.post(f"{KADE}/procedure", data=form | {"ontvangen": "5-10-2026"})

    assert (200, True) == (answer.status_code, "beslissen: tot en met 30 november 2026" in read(answer))


def test_a_day_that_does_not_exist_is_told_at_its_field(candidate: TestClient) -> None:
    form = hidden_in(candidate.get(f"{KADE}/procedure"))
    answer = candidate.post(f"{KADE}/procedure", data=form | {"ontvangen": "31-11-2026"})

    assert (422, True) == (answer.status_code, "'31-11-2026' is geen bestaande dag" in read(answer))


def test_what_happened_is_not_on_a_day_that_still_has_to_come(candidate: TestClient) -> None:
    """A term would run from it, while the last day of a delay lies ahead."""
    form = hidden_in(candidate.get(f"{KADE}/procedure"))
    ahead = {"ontvangen": "5-10-2062", "aanvullen_tot_en_met": "20-12-2026"}
    answer = candidate.post(f"{KADE}/procedure", data=form | ahead)

    assert (422, True) == (answer.status_code, "Er is 1 fout" in read(answer))
    assert "Deze dag moet nog komen." in read(answer)


def test_what_was_filled_in_on_an_old_page_is_not_kept(candidate: TestClient) -> None:
    form = hidden_in(candidate.get(f"{KADE}/procedure"))
    candidate.post(f"{KADE}/procedure", data=form | {"ontvangen": "5-10-2026"})
    again = candidate.post(f"{KADE}/procedure", data=form | {"ontvangen": "6-10-2026"})

    assert (409, True) == (again.status_code, "intussen aangevuld" in read(again))
