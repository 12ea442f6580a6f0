"""The term to decide on an objection (Awb 7:10), and whether an objection came in time (6:9): on, below and above."""

from __future__ import annotations

import pytest

from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.terms.awb import Postponement
from soco_rules.terms.awb import Supplement
from soco_rules.terms.awb import appeal
from soco_rules.terms.of_objection import Handling
from soco_rules.terms.of_objection import deciding
from soco_rules.terms.of_objection import is_in_time
from soco_rules.terms.of_objection import longest

CLOSED = parse_date("2026-03-31")
ON = parse_date("2026-04-01")


def last_day(handling: Handling, on: int = ON) -> str | None:
    """Until when can be decided."""
    day = deciding(handling, on=on).last_day
    return None if day is None else iso_day(day)


def later(told: str, until: str) -> Postponement:
    return Postponement(parse_date(told), parse_date(until))


def repair(until: str, supplied: str | None = None) -> Supplement:
    return Supplement(
        parse_date("2026-04-07"), parse_date(until), None if supplied is None else parse_date(supplied)
    )


@pytest.mark.parametrize(
    ("received", "posted", "expected"),
    [
        ("2026-03-31", None, True),
        ("2026-04-01", None, False),
        ("2026-04-07", "2026-03-31", True),
        ("2026-04-08", "2026-03-31", False),
        ("2026-04-02", "2026-04-01", False),
    ],
    ids=[
        "on the last day",
        "a day later",
        "by post on the last day of that week",
        "a day after it",
        "posted too late",
    ],
)
def test_an_objection_is_in_time_by_receipt_or_by_the_day_of_posting(
    received: str, posted: str | None, expected: bool
) -> None:
    sent = None if posted is None else parse_date(posted)

    assert expected is is_in_time(CLOSED, parse_date(received), sent)


def test_six_weeks_count_from_the_day_after_the_last_day_to_object() -> None:
    assert "2026-05-12" == last_day(Handling(CLOSED))


@pytest.mark.parametrize(
    ("on", "word"), [(CLOSED, "kan"), (CLOSED + 1, "kon")], ids=["on the last day", "after it"]
)
def test_it_says_whether_one_can_still_object(on: int, word: str) -> None:
    said = deciding(Handling(CLOSED), on=on).explanation

    assert f"Bezwaar maken {word} tot en met 31 maart 2026." == said.split(" Vanaf ")[0]


def test_with_a_committee_there_are_twelve_weeks() -> None:
    assert "2026-06-23" == last_day(Handling(CLOSED, committee=True))


def test_the_term_ends_on_no_weekend_or_holiday() -> None:
    assert "2026-05-18" == last_day(Handling(parse_date("2026-04-04")))


def test_standing_still_lengthens_the_weeks_and_not_the_holiday_behind_them() -> None:
    closed = parse_date("2026-02-23")
    asked = Supplement(parse_date("2026-03-02"), parse_date("2026-03-16"), parse_date("2026-03-07"))

    plain, longer = last_day(Handling(closed)), last_day(Handling(closed, repair=asked))

    assert ("2026-04-07", "2026-04-10") == (
        plain,
        longer,
    )  # 6 April is Easter Monday, and four days stood still


def test_while_the_decision_is_not_made_known_no_term_runs() -> None:
    term = deciding(Handling(None), on=ON)

    assert (None, None, "Dit is bekend zodra het bestreden besluit bekend is gemaakt") == (
        term.first_day,
        term.last_day,
        term.explanation.split(":")[0],
    )


@pytest.mark.parametrize(
    ("asked", "on", "expected"),
    [
        (repair("2026-04-21", "2026-04-14"), ON, "2026-05-18"),
        (repair("2026-04-21", "2026-04-21"), ON, "2026-05-26"),
        (repair("2026-04-21", "2026-04-22"), parse_date("2026-04-22"), "2026-05-26"),
        (repair("2026-04-21"), parse_date("2026-04-22"), "2026-05-26"),
        (repair("2026-04-21"), parse_date("2026-04-21"), None),
    ],
    ids=[
        "mended halfway",
        "mended on the last day",
        "mended too late",
        "the term passed unused",
        "it still runs",
    ],
)
def test_it_stands_still_from_the_day_after_the_request_until_it_was_mended_or_the_term_passed(
    asked: Supplement, on: int, expected: str | None
) -> None:
    assert expected == last_day(Handling(CLOSED, repair=asked), on)


def test_a_request_to_mend_that_ended_before_the_term_began_changes_nothing() -> None:
    asked = Supplement(parse_date("2026-03-03"), parse_date("2026-03-17"), parse_date("2026-03-10"))

    assert "2026-05-12" == last_day(Handling(CLOSED, repair=asked))


@pytest.mark.parametrize(
    ("until", "expected"),
    [("2026-05-13", "2026-05-13"), ("2026-06-23", "2026-06-23"), ("2026-06-24", "2026-06-23")],
    ids=["a day", "six weeks", "never more than six weeks"],
)
def test_it_is_adjourned_for_six_weeks_at_most(until: str, expected: str) -> None:
    assert expected == last_day(Handling(CLOSED, postponed=later("2026-05-12", until)))


def test_an_adjournment_after_the_term_has_no_effect() -> None:
    assert "2026-05-12" == last_day(Handling(CLOSED, postponed=later("2026-05-13", "2026-06-23")))


def test_the_longest_adjournment_follows_what_stood_still() -> None:
    handling = Handling(
        CLOSED, repair=repair("2026-04-21", "2026-04-14"), postponed=later("2026-05-01", "2026-06-01")
    )

    assert parse_date("2026-06-29") == longest(handling, on=ON)


def test_a_further_delay_comes_after_the_adjournment() -> None:
    handling = Handling(
        CLOSED, postponed=later("2026-05-12", "2026-06-23"), delayed=later("2026-06-20", "2026-08-01")
    )
    term = deciding(handling, on=ON)

    assert (parse_date("2026-08-01"), ["lid 1", "lid 3", "lid 4"]) == (
        term.last_day,
        [article.split("7:10 ")[1] for article in term.articles],
    )


@pytest.mark.parametrize(
    ("sent", "expected"),
    [("2026-03-10", "2026-04-21"), ("2026-03-16", "2026-04-28")],
    ids=["six weeks", "the last day would be a holiday"],
)
def test_appeal_is_open_for_six_weeks_from_the_day_after_sending(sent: str, expected: str) -> None:
    assert parse_date(expected) == appeal(parse_date(sent)).last_day
