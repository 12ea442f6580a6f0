"""A day on a form: typed in the ways in which people write one, and told at its field what is wrong with it."""

from __future__ import annotations

import pytest

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Span
from soco_rules.model.values import parse_date
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.forms import month_field

DAY = parse_date("2026-11-02")


@pytest.mark.parametrize("typed", ["2-11-2026", "02/11/2026", " 2.11.2026 ", "2 11 2026", "2026-11-02"])
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert (DAY, "") == day_given({"dag": typed}, "dag")


@pytest.mark.parametrize("typed", ["31-11-2026", "morgen", "2-11-26", "2026-13-01", "2-11-2026?"])
def test_what_is_no_day_is_said_with_how_it_is_typed(typed: str) -> None:
    assert (None, f"'{typed}' is geen bestaande dag; schrijf bijvoorbeeld 2-11-2026.") == day_given(
        {"dag": typed}, "dag"
    )


def test_a_field_that_is_empty_or_not_there_is_wrong_with_nothing() -> None:
    assert [(None, "")] * 2 == [day_given({"dag": " "}, "dag"), day_given({}, "dag")]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            day_field("dag", "Dag", "2026-11-02"),
            Field("dag", "Dag", "day", "2-11-2026", "Bijvoorbeeld 2-11-2026."),
        ),
        (
            day_field("dag", "Dag", "31-11-2026", "De eerste dag.", "Fout.", required=False),
            Field(
                "dag",
                "Dag",
                "day",
                "31-11-2026",
                "De eerste dag. Bijvoorbeeld 2-11-2026.",
                "Fout.",
                required=False,
            ),
        ),
        (
            month_field("maand", "Maand", "10-2026"),
            Field("maand", "Maand", "day", "10-2026", "Bijvoorbeeld 10-2026."),
        ),
    ],
)
def test_a_field_shows_a_day_as_people_type_it_and_an_example(made: Field, expected: Field) -> None:
    assert expected == made


def test_what_to_do_is_said_once_where_it_is_the_same_for_several_errors() -> None:
    found = [
        finding("eis-open", Span("x"), message, remedy="vul het punt in")
        for message in ("dit is open", "dat is open", "dit is open")
    ]

    assert "Dat is open. Dit is open. Vul het punt in." == in_one_sentence(found)
