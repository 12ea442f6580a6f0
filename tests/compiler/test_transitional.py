"""Transitional law between two fictional versions of the village's agreement."""

from __future__ import annotations

from datetime import date

import pytest

from soco_rules.backends.reference import prepare
from soco_rules.compiler.program import compile_program
from soco_rules.facts import agreed_value
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from tests.workspaces import good
from tests.workspaces import workspace_of

OLD = good("dorp")
NEW = OLD.replace("geldig_vanaf: 2020-01-01", "geldig_vanaf: 2026-07-01").replace(
    "waarde: 10%", "waarde: 20%"
)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def contribution(program: Program, month: str, notice: Value) -> Value:
    """The contribution over an income of a hundred euro."""
    given: dict[str, Value] = {
        field.slot: agreed_value(field) for field in program.fields if field.origin is Origin.POINT
    }
    given |= {
        "inkomen/belanghebbende": 100_00,
        "begin_tijdvak": day(month),
        "bericht_op": notice,
        "leefvorm": "alleen",
    }
    return prepare(program)(given).values["bijdrage/belanghebbende"]


@pytest.mark.parametrize(
    ("month", "notice", "expected"),
    [
        ("2026-06-01", "2026-06-15", 10_00),  # the old version is in force
        ("2026-07-01", "2026-06-30", 20_00),  # told the day before
        ("2026-07-01", "2026-07-01", 10_00),  # told on the first day: that month still the old share
        ("2026-07-01", "2026-07-15", 10_00),
        ("2026-08-01", "2026-07-15", 20_00),
        ("2026-07-01", None, Absent.UNKNOWN),  # not known whether it was told
        (
            "2026-07-01",
            Absent.NOT_APPLICABLE,
            20_00,
        ),  # a rule whose condition is not applicable does not apply
    ],
)
def test_a_change_counts_from_the_month_after_it_was_told(
    month: str, notice: str | Absent | None, expected: Value
) -> None:
    workspace, findings = workspace_of(good("proefwet"), OLD, NEW)
    program, found = compile_program(workspace, "dorp/samen", "afrekening", day(month))
    told = day(notice) if isinstance(notice, str) else notice or Absent.UNKNOWN

    assert program
    assert ((), ()) == (findings, found)
    assert expected == contribution(program, month, told)


def test_without_an_earlier_version_there_is_nothing_to_go_back_to() -> None:
    workspace, _ = workspace_of(good("proefwet"), OLD)
    program, _ = compile_program(workspace, "dorp/samen", "afrekening", day("2026-06-01"))

    assert program
    assert contribution(program, "2026-06-01", day("2026-06-15")) == 10_00
    assert "bericht_op" not in {field.slot for field in program.fields}


ADOPTED_OLD, ADOPTED_NEW = (text.replace("status: concept", "status: vastgesteld") for text in (OLD, NEW))
BETWEEN = OLD.replace("geldig_vanaf: 2020-01-01", "geldig_vanaf: 2026-05-01").replace(
    "waarde: 10%", "waarde: 15%"
)


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ((ADOPTED_OLD, ADOPTED_NEW), 10_00),
        ((ADOPTED_OLD, BETWEEN, ADOPTED_NEW), 10_00),  # nobody was ever held to the concept in between
        ((OLD, ADOPTED_NEW), 20_00),  # nor to one that was the first
        ((BETWEEN, NEW), 15_00),  # where nothing was adopted, one concept follows another
    ],
)
def test_the_version_before_is_one_that_people_were_held_to(
    versions: tuple[str, ...], expected: Value
) -> None:
    workspace, _ = workspace_of(good("proefwet"), *versions)
    program, _ = compile_program(workspace, "dorp/samen", "afrekening", day("2026-07-01"))

    assert program
    assert expected == contribution(program, "2026-07-01", day("2026-07-01"))


def test_a_concept_is_tried_with_the_adopted_version_before_it() -> None:
    workspace, _ = workspace_of(good("proefwet"), ADOPTED_OLD, BETWEEN, NEW)
    program, _ = compile_program(workspace, "dorp/samen", "afrekening", day("2026-07-01"), drafts=True)

    assert program
    assert 10_00 == contribution(program, "2026-07-01", day("2026-07-01"))
