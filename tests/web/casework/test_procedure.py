"""The days of a procedure at the desk: from them the terms of the law run."""

from __future__ import annotations

import re

import httpx2
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


FIRST = {
    "ontvangen": "5-10-2026",
    "aanvullen_gevraagd_op": "7-10-2026",
    "aanvullen_tot_en_met": "14-10-2026",
    "aangevuld_op": "12-10-2026",
}


def test_a_second_request_to_supplement_stands_still_besides_the_first(candidate: TestClient) -> None:
    """Four days for the first and nine for the second, after 30 November; the last one is a Sunday."""
    form = hidden_in(candidate.get(f"{KADE}/procedure"))
    once = candidate.post(f"{KADE}/procedure", data=form | FIRST)
    page = candidate.get(f"{KADE}/procedure")
    second = {
        "aanvullen_gevraagd_op_2": "16-10-2026",
        "aanvullen_tot_en_met_2": "30-10-2026",
        "aangevuld_op_2": "26-10-2026",
    }
    twice = candidate.post(f"{KADE}/procedure", data=hidden_in(page) | FIRST | second)

    assert (["4 december 2026"], True, ["14 december 2026"]) == (
        _last_days(once),
        "Aanvullen van de aanvraag, tweede keer" in read(page),
        _last_days(twice),
    )


def test_the_next_time_is_offered_up_to_what_was_told(candidate: TestClient) -> None:
    page = read(candidate.get(f"{KADE}/procedure"))

    assert (False, False) == ("tweede keer" in page, "uitstel_vanaf_2" in page)


def test_a_day_before_the_one_that_it_follows_is_told_at_its_field(candidate: TestClient) -> None:
    form = hidden_in(candidate.get(f"{KADE}/procedure"))
    wrong = {"ontvangen": "5-10-2026", "aanvullen_gevraagd_op": "4-10-2026", "aangevuld_op": "3-10-2026"}
    answer = candidate.post(f"{KADE}/procedure", data=form | wrong)

    assert (422, True, True) == (
        answer.status_code,
        "Deze dag ligt voor de dag waarop de aanvraag is ontvangen: 5 oktober 2026." in read(answer),
        "Deze dag ligt voor de dag waarop om aanvulling van de aanvraag is gevraagd: 4 oktober 2026."
        in read(answer),
    )


def test_a_day_that_was_told_by_mistake_is_taken_back(candidate: TestClient) -> None:
    form = hidden_in(candidate.get(f"{KADE}/procedure"))
    candidate.post(f"{KADE}/procedure", data=form | {"ontvangen": "5-10-2026"})
    again = hidden_in(candidate.get(f"{KADE}/procedure"))
    answer = candidate.post(f"{KADE}/procedure", data=again | {"ontvangen": ""})
    dossier = read(candidate.get("/dossiers/havendorp/de-kade/1"))

    assert (True, True) == (
        "Er loopt geen termijn" in read(answer),
        "de dag waarop de aanvraag is ontvangen is teruggenomen" in dossier,
    )


def _last_days(answer: httpx2.Response) -> list[str]:
    """The last day to decide, as the page tells it."""
    return re.findall(r"beslissen: tot en met (\d+ \w+ \d+)", read(answer))
