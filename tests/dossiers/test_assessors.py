"""Several assessors: of each the last judgement counts, and the rule file says how they become one."""

from __future__ import annotations

import pytest

from soco_rules.diagnostics import Span
from soco_rules.dossiers.assessors import of_each
from soco_rules.dossiers.assessors import together
from soco_rules.dossiers.present import Judged
from soco_rules.model.agreement import Several
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import GivenJudgement


def judged(*said: str) -> tuple[Judged, ...]:
    """Judgements as `who value`."""
    found = []
    for number, each in enumerate(said, start=1):
        by, value = each.split()
        content = GivenJudgement(
            name="score",
            value=None if value == "-" else value,
            by=by,
            date=f"2026-03-0{number}",
            reason=f"reden {number}",
            valid_from="2026-01-01",
        )
        entry = Entry(number, Act.JUDGEMENT, 1, "", by, content)
        found.append(Judged(entry, content))
    return tuple(found)


@pytest.mark.parametrize(
    ("said", "counting"),
    [
        (("An 3", "Bo 4"), [1, 2]),
        (("An 3", "Bo 4", "an 5"), [2, 3]),
        (("An 3", "An -"), []),
    ],
)
def test_of_each_person_the_last_counts(said: tuple[str, ...], counting: list[int]) -> None:
    assert counting == [each.entry.number for each in of_each(judged(*said))]


@pytest.mark.parametrize(
    ("said", "several", "value"),
    [
        (("An 3", "Bo 4"), Several.AVERAGE, "4"),
        (("An 3", "Bo 3", "Cas 4"), Several.AVERAGE, "3"),
        (("An 3", "Bo 4", "Cas 4"), Several.AVERAGE, "4"),
        (("An 2", "Bo 4"), Several.AVERAGE, "3"),
        (("An 0",), Several.AVERAGE, "0"),
        (("An 3", "Bo 4"), Several.UNANIMOUS, None),
        (("An ja", "Bo ja"), Several.UNANIMOUS, "ja"),
    ],
)
def test_several_judgements_become_one(said: tuple[str, ...], several: Several, value: str | None) -> None:
    assert value == together(judged(*said), several, Span("dossier 1")).value


def test_the_reason_tells_what_each_of_them_found() -> None:
    one = together(judged("An 3", "Bo 3", "Cas 4"), Several.AVERAGE, Span("dossier 1"))

    assert (
        "An, Bo en Cas",
        "2026-03-03",
        "An: 3 (reden 1); Bo: 3 (reden 2); Cas: 4 (reden 3). Het gemiddelde is 3 (10 gedeeld door 3)",
    ) == (one.by, one.date, one.reason)
