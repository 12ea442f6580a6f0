"""A late fact reopens exactly the decisions that rest on it, and those that rest on them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from soco_rules.adopt.statement import Statement
from soco_rules.dossiers.adopting import adopt_in
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Findings
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.reopening import DeskOn
from soco_rules.dossiers.reopening import Overtaken
from soco_rules.dossiers.reopening import as_drafts
from soco_rules.dossiers.reopening import net_effects
from soco_rules.dossiers.reopening import overtaken_in
from soco_rules.facts import Dates
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.values import parse_date
from soco_rules.parser.load import load_agreement
from tests.dossiers.acts import book
from tests.dossiers.kade import by_chair
from tests.dossiers.kade import last
from tests.dossiers.kade import workspace
from tests.dossiers.kade import written

SLUIS = "havendorp/de-sluis"
MEMBER = """
    1 geopend
    1 oordeel akkoord = ja vanaf 2026-01-01
    1 feit omzet 2026-01 = 100.00 volgens opgave
    1 feit omzet 2026-02 = 200.00 volgens opgave
    1 feit omzet 2026-03 = 300.00 volgens opgave
"""
"""A member of three months; the last act is number 5."""
Told = list[tuple[str, str, tuple[int, ...], dict[str, tuple[str | None, str | None]]]]


@cache
def desk(besluit: str, dates: Dates) -> tuple[Desk | None, Findings]:
    return desk_for(workspace(), SLUIS, besluit, dates)


def adopted(known: Book, month: str, besluit: str = "overzicht", number: int = 1) -> Book:
    """The book in which a month was decided."""
    statement = _chair(month)
    found, findings = desk(besluit, Dates(parse_date(f"{month}-01"), statement.date))
    assert found, findings
    prepared, findings = propose_for(found, known, number)
    assert prepared, findings
    known = written(known, as_draft(number, prepared))
    agreed, findings = adopt_in(workspace(), known, number, last(known, number).number, statement)
    assert agreed, findings
    return written(known, agreed.draft)


def _chair(month: str) -> Statement:
    return by_chair(day=parse_date(f"{month}-28"))


def three_months(text: str = MEMBER) -> Book:
    """Adoptions 7, 9 and 11."""
    known = book(text, SLUIS)
    for month in ("2026-01", "2026-02", "2026-03"):
        known = adopted(known, month)
    return known


def with_act(known: Book, line: str) -> Book:
    """The book with one more act, written as in `tests.dossiers.acts`."""
    (entry,) = book(line).dossiers[1].entries
    assert entry.content
    return written(known, Draft(entry.content, 1, entry.subject, entry.month))


def with_reopened(known: Book) -> Book:
    """The book in which what is overtaken was reopened."""
    for draft in as_drafts(known.dossiers[1], found_in(known)):
        known = written(known, draft)
    return known


def by_other_rules(besluit: str, dates: Dates) -> tuple[Desk | None, Findings]:
    """The desk after the agreement was changed with retroactive effect."""
    (version,) = workspace().agreements[SLUIS]
    text = workspace().sources[version.path].replace("waarde: 10%", "waarde: 12%")
    changed, _ = load_agreement(version.path, text.encode())
    assert changed
    agreements = {**workspace().agreements, SLUIS: (changed,)}
    return desk_for(replace(workspace(), agreements=agreements), SLUIS, besluit, dates)


def reopened(known: Book) -> Told:
    """What is reopened: besluit, month, because of which acts, and what changes from what to what."""
    return [
        (
            each.standing.entry.subject or "",
            (each.standing.entry.month or "")[:7],
            each.because,
            {effect.slot: (effect.before, effect.after) for effect in each.effects or ()},
        )
        for each in found_in(known)
    ]


def found_in(known: Book, desk_on: DeskOn = desk) -> tuple[Overtaken, ...]:
    return overtaken_in(known, 1, desk_on)


def test_what_stands_is_not_reopened() -> None:
    assert [] == reopened(three_months())


def test_a_late_fact_is_followed_to_the_last_month() -> None:
    late = with_act(three_months(), "1 feit omzet 2026-02 = 250.00 volgens opgave")
    assert [
        ("overzicht", "2026-02", (12,), {"bijdrage": ("20.00", "25.00"), "saldo_eind": ("270.00", "315.00")}),
        ("overzicht", "2026-03", (12,), {"saldo_eind": ("540.00", "585.00")}),
    ] == reopened(late)


def test_what_it_comes_to_over_all_months() -> None:
    late = with_act(three_months(), "1 feit omzet 2026-02 = 250.00 volgens opgave")
    assert {"bijdrage": 500} == net_effects(found_in(late))


@pytest.mark.parametrize(
    "line",
    [
        "1 feit omzet 2026-04 = 900.00 volgens opgave",
        "1 feit omzet 2026-02 = 200.00 volgens opgave",
        "1 oordeel akkoord = nee vanaf 2026-03-29",
    ],
    ids=["another month", "the same again", "a judgement about later"],
)
def test_what_no_decision_rests_on_reopens_nothing(line: str) -> None:
    assert [] == reopened(with_act(three_months(), line))


LATE = "1 feit omzet 2026-02 = 250.00 volgens opgave"


def test_what_is_otherwise_is_told() -> None:
    late = with_act(three_months(), LATE)
    assert [
        ("'omzet' was € 200,00 en is nu € 250,00",),
        ("'saldo begin' was € 270,00 en is nu € 315,00",),
    ] == [each.changed for each in found_in(late)]


def test_a_decision_is_reopened_once_for_one_reason() -> None:
    late = with_reopened(with_act(three_months(), LATE))
    assert () == as_drafts(late.dossiers[1], found_in(late))


def test_a_correction_takes_the_place_and_the_later_month_waits() -> None:
    late = with_reopened(with_act(three_months(), LATE))
    corrected = adopted(late, "2026-02", "herstel")
    assert [("overzicht", "2026-03", (16,), {"saldo_eind": ("540.00", "585.00")})] == reopened(corrected)


def test_when_every_month_was_taken_again_nothing_is_open() -> None:
    late = with_reopened(with_act(three_months(), LATE))
    corrected = adopted(adopted(late, "2026-02", "herstel"), "2026-03", "herstel")
    assert [] == reopened(corrected)


def test_a_correction_can_be_overtaken_itself() -> None:
    late = with_reopened(with_act(three_months(), LATE))
    corrected = adopted(adopted(late, "2026-02", "herstel"), "2026-03", "herstel")
    later = with_act(corrected, "1 feit omzet 2026-02 = 240.00 volgens opgave")
    assert [
        ("herstel", "2026-02", (19,), {"bijdrage": ("25.00", "24.00"), "saldo_eind": ("315.00", "306.00")}),
        ("herstel", "2026-03", (19,), {"saldo_eind": ("585.00", "576.00")}),
    ] == reopened(later)


def test_two_sources_that_disagree_leave_the_outcome_unknown() -> None:
    late = with_act(three_months(), "1 feit omzet 2026-03 = 250.00 volgens belastingdienst")
    assert [
        ("overzicht", "2026-03", (12,), {"bijdrage": ("30.00", None), "saldo_eind": ("540.00", None)})
    ] == reopened(late)


def test_rules_that_change_with_retroactive_effect_reopen_every_month() -> None:
    assert [
        (
            "2026-01",
            ("'deel' was 10% en is nu 12%",),
            {"bijdrage": ("10.00", "12.00"), "saldo_eind": ("90.00", "88.00")},
        ),
        (
            "2026-02",
            ("'saldo begin' was € 90,00 en is nu € 88,00",),
            {"bijdrage": ("20.00", "24.00"), "saldo_eind": ("270.00", "264.00")},
        ),
        (
            "2026-03",
            ("'saldo begin' was € 270,00 en is nu € 264,00",),
            {"bijdrage": ("30.00", "36.00"), "saldo_eind": ("540.00", "528.00")},
        ),
    ] == [
        (
            (each.standing.entry.month or "")[:7],
            each.changed,
            {effect.slot: (effect.before, effect.after) for effect in each.effects or ()},
        )
        for each in found_in(three_months(), by_other_rules)
    ]


def test_a_month_that_is_taken_late_reopens_the_later_months() -> None:
    late = adopted(adopted(book(MEMBER, SLUIS), "2026-02"), "2026-01")

    assert [
        ("overzicht", "2026-02", (9,), {"saldo_eind": ("180.00", "270.00"), "hoeveelste": ("1", "2")})
    ] == reopened(late)


def test_months_that_were_taken_out_of_order_are_followed_in_their_order() -> None:
    late = adopted(adopted(book(MEMBER, SLUIS), "2026-02"), "2026-01")
    again = with_act(late, "1 feit omzet 2026-01 = 150.00 volgens opgave")

    assert [
        (
            "overzicht",
            "2026-01",
            (10,),
            {"bijdrage": ("10.00", "15.00"), "saldo_eind": ("90.00", "135.00")},
        ),
        ("overzicht", "2026-02", (10,), {"saldo_eind": ("180.00", "315.00"), "hoeveelste": ("1", "2")}),
    ] == reopened(again)
