"""A decision of before its proposal was recorded asks why; one of that day or later does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.dossiers.dated_back import dated
from soco_rules.model.values import parse_date
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import said

BOOK = proposed(at_kade(CANDIDATE), "toelating")
NUMBER = last(BOOK).number
RECORDED = parse_date(last(BOOK).at[:10])
TODAY = RECORDED + 30


@pytest.mark.parametrize(
    ("day", "today", "why", "expected"),
    [
        (RECORDED - 1, TODAY, " ", (" ", ["eerder-dan-voorstel"])),
        (RECORDED - 1, TODAY, "notulen", ("notulen", [])),
        (RECORDED, TODAY, "notulen", ("", [])),
        (RECORDED - 2, RECORDED - 2, "", ("", [])),
    ],
    ids=["a day before", "with a reason", "on the day itself", "the clock of the store is ahead"],
)
def test_only_a_day_before_the_recording_asks_why(
    day: int, today: int, why: str, expected: tuple[str, list[str]]
) -> None:
    statement, findings = dated(replace(said(), date=day, dated_back=why), BOOK.dossiers[1], NUMBER, today)

    assert expected == (statement.dated_back, [each.code for each in findings])


def test_a_proposal_that_is_not_there_is_told_of_elsewhere() -> None:
    _, findings = dated(replace(said(), date=0), BOOK.dossiers[1], 999, TODAY)

    assert () == findings
