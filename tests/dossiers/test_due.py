"""The days to watch: until another besluit deals with them, and no longer than they matter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.dossiers.due import due_in
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Entry
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from tests.dossiers.acts import book
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import adopted
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import compiled
from tests.dossiers.kade import proposed
from tests.dossiers.kade import said
from tests.dossiers.shipped import compiled as compiled_shipped

ON = parse_date("2026-12-15")
GRANTED = (
    "1 geopend\n1 besluit toelating op 2026-01-10 naar met_toestemming: deelname_tot_en_met = 2026-12-31"
)


def days(text: str, on: int = ON) -> list[tuple[str | None, str, bool]]:
    """Day, what, and whether it is late."""
    found = due_in(compiled().stack, at_kade(text), on)
    return [(None if each.day is None else iso_day(each.day), each.what, each.is_late(on)) for each in found]


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ("", ["2026-12-31"]),
        ("\n1 besluit plaatsing op 2026-02-01 naar lid", ["2026-12-31"]),
        ("\n1 besluit verlenging op 2026-11-01", []),
        ("\n1 besluit einde op 2026-11-01 naar gestopt", []),
        ("\n1 besluit toelating op 2026-02-01: deelname_tot_en_met = 2027-01-31", ["2027-01-31"]),
        (
            "\n1 besluit toelating op 2026-02-01 in plaats van 2: deelname_tot_en_met = 2027-01-31",
            ["2027-01-31"],
        ),
    ],
)
def test_a_watched_day_stays_until_a_besluit_deals_with_it(more: str, left: list[str]) -> None:
    assert left == [day for day, _, _ in days(GRANTED + more)]


TRIAL = """
    1 geopend
    1 besluit plaatsing op 2026-01-01 naar op_proef
    1 besluit toelating op 2026-01-01: proefperiode_tot_en_met = 2026-04-01; deelname_tot_en_met = 2027-01-01
"""


@pytest.mark.parametrize(
    ("character", "values", "left"),
    [
        ("beschikking", "proefuitslag = geslaagd", ["2027-01-01"]),
        ("mededeling", "proefuitslag = loopt_nog", ["2026-04-01", "2027-01-01"]),
        (
            "mededeling",
            "proefuitslag = loopt_nog; laatste_proefdag = 2026-07-01",
            ["2026-07-01", "2027-01-01"],
        ),
    ],
    ids=["a decision", "a notice", "a notice with a day of its own"],
)
def test_a_notice_deals_with_a_day_only_when_it_sets_another(
    character: str, values: str, left: list[str]
) -> None:
    known = book(f"{TRIAL.strip()}\n1 besluit proef op 2026-03-20: {values}", "delft/scope")
    dossier = known.dossiers[1]
    changed = replace(dossier, entries=(*dossier.entries[:-1], as_a(character, dossier.entries[-1])))

    found = due_in(
        compiled_shipped("delft/scope", "2026-03-01").stack,
        replace(known, dossiers={1: changed}),
        parse_date("2026-12-01"),
    )

    assert left == [iso_day(each.day or 0) for each in found if each.needed]


def as_a(character: str, entry: Entry) -> Entry:
    """The same adoption with this legal character."""
    assert isinstance(entry.content, Adopted)
    decision = entry.content.adoption.decision.model_copy(update={"legal_character": character})
    adoption = entry.content.adoption.model_copy(update={"decision": decision})
    return replace(entry, content=entry.content.model_copy(update={"adoption": adoption}))


def test_a_watched_day_tells_what_is_needed_then() -> None:
    (found,) = due_in(compiled().stack, at_kade(GRANTED), ON)

    assert (
        "deelname tot en met",
        "uit het besluit ‘Toestemming om mee te doen’; daarna is nodig: ‘Verlenging’ of ‘Einde van de deelname’",
        ("verlenging", "einde"),
        2,
    ) == (found.what, found.why, found.needed, found.number)


@pytest.mark.parametrize(("on", "late"), [("2026-12-31", False), ("2027-01-01", True)])
def test_a_day_is_late_when_it_has_passed(on: str, late: bool) -> None:
    assert [late] == [each for _, _, each in days(GRANTED, parse_date(on))]


@pytest.mark.parametrize("value", ["niet van toepassing", "onbekend"])
def test_a_date_that_does_not_apply_is_not_watched(value: str) -> None:
    assert [] == days(GRANTED.replace("2026-12-31", value))


def test_who_was_erased_is_not_watched() -> None:
    assert [] == days(f"{GRANTED}\n1 gewist")


def test_objection_is_open_for_six_weeks_and_is_never_late() -> None:
    known = adopted(proposed(at_kade(CANDIDATE), "toelating"), replace(said(), own_letter="Z-2026-1"))
    stack = compiled().stack

    inside, after = (due_in(stack, known, parse_date(day)) for day in ("2026-04-21", "2026-04-22"))

    assert [("2026-04-21", "bezwaar mogelijk", False), ("2027-03-31", "deelname tot en met", False)] == [
        (iso_day(each.day or 0), each.what, each.is_late(ON)) for each in inside
    ]
    assert ["deelname tot en met"] == [each.what for each in after]


PROCEDURE = """
    1 geopend
    1 dag toelating ontvangen = 2026-03-02
"""


def test_a_decision_term_runs_until_the_decision() -> None:
    assert [("2026-04-28", "beslissen", True)] == days(PROCEDURE, parse_date("2026-05-01"))
    assert [] == days(f"{PROCEDURE.strip()}\n1 besluit toelating op 2026-03-20", parse_date("2026-05-01"))


def test_while_a_supplement_is_awaited_the_decision_term_has_no_last_day() -> None:
    text = f"{PROCEDURE.strip()}\n1 dag toelating aanvullen_gevraagd_op = 2026-03-10\n1 dag toelating aanvullen_tot_en_met = 2026-03-24"

    assert [
        ("2026-03-24", "aanvullen", False),
        (None, "beslissen", False),
    ] == days(text, parse_date("2026-03-20"))


def test_the_last_day_of_amounts_concerns_the_agreement_itself() -> None:
    stack = compiled_shipped("delft/scope", "2026-03-01").stack

    found = due_in(stack, book("1 geopend", "delft/scope"), parse_date("2026-03-01"))

    assert [(None, "2026-12-31", "laatste dag van bedragen")] == [
        (each.dossier, iso_day(each.day or 0), each.what) for each in found
    ]
