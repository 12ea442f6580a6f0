"""Laws of terms that hold for every day, and what the worked dates of docs/termijnen.md do not show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import encode
from soco_rules.model.values import parse_date
from soco_rules.terms.awb import Consent
from soco_rules.terms.awb import Postponement
from soco_rules.terms.awb import Statutory
from soco_rules.terms.awb import Supplement
from soco_rules.terms.awb import decision
from soco_rules.terms.awb import objection
from soco_rules.terms.awb import payment
from soco_rules.terms.awb import penalty
from soco_rules.terms.awb import penalty_in_cents
from soco_rules.terms.calendar import closed
from soco_rules.terms.calendar import ending
from soco_rules.terms.of_case import terms_of

FIRST, LAST = parse_date("2014-01-01"), parse_date("2098-12-31")
DAYS = st.integers(FIRST, LAST)
RECEIVED = parse_date("2026-09-01")
LATER = parse_date("2026-10-10")

MONTHS_6 = Statutory(Duration(6, Unit.MONTHS), "Verordening artikel 3")
WEEKS_6 = Statutory(Duration(42, Unit.DAYS), "Verordening artikel 3")


def _last(term_day: int | None) -> int:
    assert term_day is not None
    return term_day


@given(DAYS)
def test_six_weeks_start_the_day_after_sending_and_end_on_a_working_day(sent: int) -> None:
    term = objection(sent)

    assert (sent + 1, None) == (term.first_day, closed(_last(term.last_day)))
    assert 0 <= _last(term.last_day) - (sent + 42) <= 9
    assert term.last_day == payment(sent).last_day


@given(DAYS)
def test_who_gets_the_letter_later_never_has_to_object_earlier(sent: int) -> None:
    assert _last(objection(sent).last_day) <= _last(objection(sent + 1).last_day)


@given(DAYS, st.integers(0, 80))
def test_a_statutory_term_is_never_shortened_and_never_ends_on_a_closed_day(first: int, length: int) -> None:
    found = ending(first, first + length)

    assert found is not None
    assert (None, True) == (closed(found.last_day), found.last_day >= first + length)
    open_days = sum(not closed(day) for day in range(first, found.last_day + 1))
    assert length < 2 or open_days >= 2


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_later_supplement_never_makes_the_decision_due_earlier(asked: int, wait: int, more: int) -> None:
    first, second = (
        decision(RECEIVED, on=LATER, standstills=[Supplement(RECEIVED + asked, supplied=day)])
        for day in (RECEIVED + asked + wait, RECEIVED + asked + wait + more)
    )

    assert _last(first.last_day) <= _last(second.last_day)


@given(st.lists(st.tuples(st.integers(1, 90), st.integers(0, 30)), max_size=5))
def test_standing_still_counts_every_day_at_most_once_in_whatever_order(spans: list[tuple[int, int]]) -> None:
    consents = [Consent(RECEIVED + first, RECEIVED + first + length) for first, length in spans]
    term = decision(RECEIVED, on=LATER, standstills=consents)
    still = {day for each in consents for day in range(each.first, (each.last or 0) + 1)}

    assert _last(term.last_day) - (RECEIVED + 56) <= len(still) + 9
    assert term.last_day == decision(RECEIVED, on=LATER, standstills=consents[::-1]).last_day


@given(st.integers(-5, 200))
def test_a_penalty_grows_by_the_day_and_stops_after_six_weeks(day: int) -> None:
    today, tomorrow = penalty_in_cents(1, day), penalty_in_cents(1, day + 1)

    assert tomorrow - today in ({0} if not 0 <= day < 42 else {23_00, 35_00, 45_00})
    assert 0 <= today <= 1442_00


@pytest.mark.parametrize(
    ("statutory", "postponed", "expected"),
    [
        (MONTHS_6, None, "2027-03-01"),
        (WEEKS_6, None, "2026-10-13"),
        (WEEKS_6, Postponement(RECEIVED + 10, RECEIVED + 100), "2026-10-13"),
    ],
    ids=["months", "weeks", "a notice does not make it longer"],
)
def test_a_regulation_can_give_the_term_to_decide(
    statutory: Statutory, postponed: Postponement | None, expected: str
) -> None:
    term = decision(RECEIVED, on=LATER, postponed=postponed, statutory=statutory)

    assert (parse_date(expected), "Verordening artikel 3") == (term.last_day, term.articles[0])


def test_a_term_of_six_months_ends_on_a_sunday_if_need_be() -> None:
    received = parse_date("2026-08-28")

    assert parse_date("2027-02-28") == decision(received, on=LATER, statutory=MONTHS_6).last_day
    assert closed(parse_date("2027-02-28")) == "een zondag"


def test_a_term_tells_what_moved_its_end() -> None:
    term = objection(parse_date("2026-11-13"))

    assert term.articles[-1] == "Algemene termijnenwet artikel 1 lid 1"
    assert term.explanation == (
        "Het besluit is verzonden op 13 november 2026. De zes weken beginnen de dag daarna. Een bezwaarschrift is op "
        "tijd als het uiterlijk op de laatste dag is ontvangen. Met de post mag het een week later aankomen, als het op tijd is "
        "gepost. 25 december 2026 is eerste kerstdag; de termijn loopt door tot een werkdag."
    )


def test_a_term_to_decide_tells_its_course() -> None:
    term = decision(
        RECEIVED,
        on=LATER,
        standstills=[Supplement(RECEIVED + 9, RECEIVED + 23, RECEIVED + 19)],
        postponed=Postponement(RECEIVED + 49, RECEIVED + 90),
    )

    assert (
        (
            "Algemene wet bestuursrecht artikel 4:13 lid 2",
            "Algemene wet bestuursrecht artikel 4:15 lid 1 onderdeel a",
            "Algemene wet bestuursrecht artikel 4:14 lid 3",
        ),
        (
            "De aanvraag is ontvangen op 1 september 2026. De termijn stond 9 dagen stil vanaf 11 september 2026. Op 20 "
            "oktober 2026 is bericht dat het besluit later komt, uiterlijk op 30 november 2026."
        ),
    ) == (term.articles, term.explanation)


@pytest.mark.parametrize(
    ("standstill", "expected"),
    [
        (
            Supplement(RECEIVED + 9, LATER),
            "Zij loopt verder op de dag van de aanvulling, of anders na 10 oktober 2026.",
        ),
        (Supplement(RECEIVED + 9), "In de zaak staat niet tot en met welke dag aanvullen kan."),
        (Consent(RECEIVED + 9), "In de zaak staat niet tot en met welke dag."),
        (
            Consent(RECEIVED + 9, RECEIVED),
            "Het uitstel eindigt op 1 september 2026 en begint op 10 september 2026.",
        ),
        (
            Supplement(RECEIVED - 9, LATER),
            "Vanaf 24 augustus 2026 zou de termijn stilstaan: dat is voordat zij begon.",
        ),
    ],
)
def test_a_term_that_cannot_be_known_says_why(standstill: Supplement | Consent, expected: str) -> None:
    term = decision(RECEIVED, on=LATER, standstills=[standstill])

    assert (None, True) == (term.last_day, term.explanation.endswith(expected))


def test_a_notice_before_the_end_costs_nothing() -> None:
    assert (None, None) == (penalty(100, 100).first_day, penalty(100, 100).last_day)
    assert (None, None) == (penalty(None, 100).first_day, penalty(None, 100).last_day)


def test_a_case_without_dates_has_no_terms() -> None:
    assert {} == terms_of({}, on=LATER)


@pytest.mark.parametrize(
    "procedure",
    [
        {"ontvangen": "9999-12-31", "verdaagd_op": "9999-12-31"},
        {"aanvullen_gevraagd_op": "9999-12-31", "zienswijze_gevraagd_op": "9999-12-31"},
        {"ontvangen": "2026-09-01", "uitstel_vanaf": "2026-09-03", "uitstel_tot_en_met": "9999-12-31"},
    ],
)
def test_past_the_last_day_of_the_calendar_no_term_ends(procedure: dict[str, str]) -> None:
    last = parse_date("9999-12-31")

    assert {None} == {term.last_day for term in terms_of(procedure, on=last, sent=last).values()}


def test_what_is_no_date_starts_no_term() -> None:
    assert {} == terms_of({"ontvangen": "gisteren"}, on=LATER)


@given(st.integers(1, 3_650_000), st.integers(1, 3_650_000), st.integers(1, 3_650_000))
def test_no_day_makes_a_term_fail(sent: int, received: int, asked: int) -> None:
    objection(sent)
    decision(received, on=asked, standstills=[Supplement(asked, sent)])
    penalty(received, sent)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("2026-02-20", "3 april 2026 is goede vrijdag; de termijn loopt door tot een werkdag."),
        ("2026-10-03", "14 november 2026 is een zaterdag; de termijn loopt door tot een werkdag."),
        (
            "2028-12-01",
            "Voor dat jaar is hier nog niet bekend welke dagen met een feestdag zijn gelijkgesteld.",
        ),
        ("2028-11-13", "25 december 2028 is eerste kerstdag; de termijn loopt door tot een werkdag."),
    ],
)
def test_the_explanation_ends_with_what_moved_or_may_move_the_last_day(sent: str, expected: str) -> None:
    assert objection(parse_date(sent)).explanation.endswith(f" {expected}")


def test_every_term_begins_the_day_after_what_starts_it() -> None:
    dates = {
        "ontvangen": "2026-09-01",
        "aanvullen_gevraagd_op": "2026-09-10",
        "aanvullen_tot_en_met": "2026-09-24",
        "zienswijze_gevraagd_op": "2026-10-01",
    }
    terms = terms_of(dates, on=LATER, sent=LATER)

    assert {
        "bezwaar": "2026-10-11",
        "betalen": "2026-10-11",
        "beslissen": "2026-09-02",
        "aanvullen": "2026-09-11",
        "buiten_behandeling": "2026-09-25",
        "zienswijze": "2026-10-02",
    } == {name: encode(term.first_day or 0, Kind.DATE) for name, term in terms.items()}
