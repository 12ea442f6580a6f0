"""The terms of a procedure as a picture."""

from __future__ import annotations

import re

from soco_rules.model.values import parse_date
from soco_rules.web.casework.course import Stretch
from soco_rules.web.casework.course import drawn

ON = parse_date("2026-11-02")
_BAR = re.compile(r'<rect( class="[a-z_-]+")? x="(\d+)" y="(\d+)" width="(\d+)"')
_WORDS = re.compile(r"<text[^>]*>([^<]*)</text>")


def stretch(name: str, first: str, last: str = "") -> Stretch:
    return Stretch(name, parse_date(first), parse_date(last) if last else None)


def test_without_terms_there_is_no_picture() -> None:
    assert "" == drawn((), ON, "vandaag")


def test_each_term_has_its_words_and_a_bar_as_long_as_it_runs() -> None:
    """On a scale of 62 days from 1 October to 2 December, 368 wide, a term of a week is 41 wide."""
    picture = drawn(
        (stretch("beslissen", "2026-10-01", "2026-12-02"), stretch("aanvullen", "2026-10-08", "2026-10-14")),
        ON,
        "dag van het besluit",
    )

    assert [
        "dag van het besluit: 2 november 2026",
        "beslissen: tot en met 2 december 2026",
        "aanvullen: tot en met 14 oktober 2026 (voorbij)",
    ] == _WORDS.findall(picture)
    assert [("", "4", "54", "373"), ("", "45", "100", "42")] == _BAR.findall(picture)


def test_a_term_of_which_nobody_knows_the_end_goes_on_beyond_the_days() -> None:
    picture = drawn((stretch("dwangsom", "2026-10-01"),), ON, "vandaag")

    assert "dwangsom: einde nog niet bekend" in _WORDS.findall(picture)
    assert [(' class="soco-course__open"', "4", "54", "392")] == _BAR.findall(picture)


def test_a_term_of_one_day_on_the_day_itself_is_seen() -> None:
    assert [("", "4", "54", "368")] == _BAR.findall(
        drawn((stretch("zienswijze", "2026-11-02", "2026-11-02"),), ON, "nu")
    )


def test_the_words_of_a_term_cannot_be_markup() -> None:
    assert "&lt;b&gt;" in drawn((stretch("<b>", "2026-10-01"),), ON, "nu")
