"""How long a dossier is kept: by the rule of its stand, and never while something runs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.compiler.layers import Stack
from soco_rules.dossiers.retention import Keeping
from soco_rules.dossiers.retention import erased
from soco_rules.dossiers.retention import keeping_in
from soco_rules.dossiers.retention import why_not
from soco_rules.model.agreement import Assumption
from soco_rules.model.agreement import Provenance
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Erased
from soco_rules.model.values import Duration
from soco_rules.model.values import Unit
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import compiled

ENDED = "1 geopend\n1 persoon S. Willems\n1 besluit einde op 2026-03-31 naar gestopt"
LAST = "2026-09-30"
"""Six months later: the last day on which this dossier is kept."""


def keeping(text: str, day: str = "2026-10-01", stack: Stack | None = None) -> Keeping:
    """How long the only dossier is kept, as known on a day."""
    (found,) = keeping_in(stack or compiled().stack, at_kade(text), parse_date(day))
    return found


def reasons(text: str, day: str = "2026-10-01", stack: Stack | None = None) -> list[tuple[str, str]]:
    """Why it cannot be erased on a day: code and message."""
    found = why_not(keeping(text, day, stack), parse_date(day))
    return [(each.code, each.message) for each in found]


@pytest.mark.parametrize(
    ("more", "last_day"),
    [
        ("", LAST),
        ("\n1 feit omzet 2026-04 = 1.00", LAST),
        ("\n1 toegewezen M. Bakker\n1 inzage behandeling", LAST),
        ("\n1 besluit afdracht 2026-03 op 2026-04-30", "2026-10-30"),
        ("\n1 besluit afdracht 2026-03 op 2026-08-31", "2027-02-28"),
        ("\n1 besluit afdracht 2026-03 op 2026-02-10", LAST),
        ("\n1 besluit verlenging op 2026-05-01 naar lid", None),
    ],
)
def test_the_term_runs_from_the_last_decision(more: str, last_day: str | None) -> None:
    found = keeping(ENDED + more).last_day

    assert last_day == (None if found is None else iso_day(found))


def test_without_a_decision_the_term_runs_from_the_last_act() -> None:
    found = keeping("1 geopend\n1 persoon S. Willems")

    assert ("2026-01-01", "2126-01-01") == (iso_day(found.since), iso_day(found.last_day or 0))


def test_a_proposal_that_waits_lets_the_term_run_from_its_day() -> None:
    assert "2026-07-01" == iso_day(
        keeping("1 geopend\n1 besluit einde op 2025-03-31 naar gestopt\n1 voorstel afdracht 2026-03").last_day or 0
    )  # fmt: skip


@pytest.mark.parametrize(("day", "may_go"), [(LAST, False), ("2026-10-01", True), ("2040-01-01", True)])
def test_a_dossier_may_go_the_day_after_the_last_one(day: str, may_go: bool) -> None:
    assert may_go is keeping(ENDED, day).may_go(parse_date(day))


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        (
            "1 geopend\n1 besluit plaatsing op 2026-02-01 naar lid",
            "2040-01-01",
            [("wissen-stand", "Dossier 1 heeft de stand 'lid' en doet nog mee.")],
        ),
        (
            "1 geopend\n1 besluit plaatsing op 2026-02-01 naar wachtlijst",
            "2040-01-01",
            [("wissen-stand", "Dossier 1 heeft de stand 'wachtlijst' en doet nog mee.")],
        ),
        (
            ENDED,
            LAST,
            [("wissen-termijn", "Dossier 1 blijft tot en met 30 september 2026: 6 maanden vanaf 31 maart 2026.")],
        ),
        (
            f"{ENDED}\n1 heropend 3 wegens 2",
            "2026-10-01",
            [("wissen-loopt", "In dossier 1 loopt nog: besluit 3 is heropend en niet opnieuw genomen.")],
        ),
        (ENDED, "2026-10-01", []),
    ],
)  # fmt: skip
def test_why_a_dossier_stays(text: str, day: str, found: list[tuple[str, str]]) -> None:
    assert found == reasons(text, day)


def test_a_procedure_that_runs_keeps_a_dossier() -> None:
    codes = [code for code, _ in reasons(f"{ENDED}\n1 dag verlenging ontvangen = 2026-03-01", "2030-01-01")]

    assert ["wissen-loopt"] == codes


def test_without_a_rule_nothing_may_ever_go() -> None:
    stack = replace(compiled().stack, retention={})

    assert [
        ("wissen-bewaren", "Dossier 1: hoe lang dossiers na de stand 'gestopt' blijven, staat nergens.")
    ] == reasons(ENDED, "2999-01-01", stack)


def test_an_agreement_without_standen_keeps_everything() -> None:
    stack = replace(compiled().stack, retention={}, states=())

    assert [
        ("wissen-bewaren", "Dossier 1: hoe lang dossiers zonder stand blijven, staat nergens.")
    ] == reasons("1 geopend", "2999-01-01", stack)


def test_what_was_erased_is_kept_no_longer() -> None:
    assert () == keeping_in(compiled().stack, at_kade(f"{ENDED}\n1 gewist"), parse_date("2040-01-01"))


@given(
    ended=st.dates(),
    term=st.builds(Duration, st.integers(0, 1200), st.sampled_from(Unit)),
    on=st.dates().map(lambda day: day.toordinal()),
)
def test_a_dossier_may_go_exactly_when_nothing_keeps_it(ended: object, term: Duration, on: int) -> None:
    stack = compiled().stack
    rule = replace(stack.retention["gestopt"], term=term)
    book = at_kade(f"1 geopend\n1 besluit einde op {ended} naar gestopt")

    (found,) = keeping_in(replace(stack, retention={"gestopt": rule}), book, on)

    assert found.may_go(on) is not bool(why_not(found, on))
    assert found.last_day is None or found.last_day >= found.since


def test_the_act_tells_why_and_on_what_and_nothing_of_the_person() -> None:
    assert Draft(
        Erased(
            reason="de bewaartermijn van 6 maanden na de stand 'gestopt' liep tot en met 30 september 2026",
            basis="Archiefwet 1995 artikel 5; selectielijst van Havendorp",
        ),
        1,
    ) == erased(keeping(ENDED))


def test_the_act_says_it_when_the_term_was_assumed() -> None:
    stack = compiled().stack
    assumed = Provenance(assumption=Assumption("niet gezien", "de archivaris", 1))
    rules = {"gestopt": replace(stack.retention["gestopt"], provenance=assumed)}

    draft = erased(keeping(ENDED, stack=replace(stack, retention=rules)))

    assert isinstance(draft.content, Erased)
    assert "aanname: niet gezien" == draft.content.basis
