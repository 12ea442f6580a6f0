"""Giving a proposal back: it cannot be adopted any more, and the remark says why."""

from __future__ import annotations

import pytest

from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.waiting import returned
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Returned
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import adopted
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import refused
from tests.dossiers.kade import said
from tests.dossiers.kade import told
from tests.dossiers.kade import written


def waiting() -> Book:
    """A candidate with one proposal: number 8."""
    return proposed(at_kade(CANDIDATE), "toelating")


def given_back() -> Book:
    draft, _ = returned(waiting().dossiers[1], 8, "De startdatum is een zondag.")
    assert draft
    return written(waiting(), draft, by="J. Smit")


def test_it_is_about_the_besluit_of_the_proposal() -> None:
    expected = Draft(Returned(proposal=8, remark="De startdatum is een zondag."), 1, "toelating", None)

    assert (expected, ()) == returned(waiting().dossiers[1], 8, "  De startdatum is een zondag. ")


def test_adopting_it_is_refused_with_the_remark() -> None:
    message = "Voorstel 8 is op 1 januari 2026 teruggegeven door J. Smit: De startdatum is een zondag."

    assert [("voorstel-teruggegeven", message)] == refused(given_back(), said(), proposal=8)


def test_the_remark_is_not_repeated_where_no_personal_data_may_stand() -> None:
    _, (found,) = returned(given_back().dossiers[1], 8, "nog eens")

    assert "Voorstel 8 is op 1 januari 2026 teruggegeven door J. Smit." == found.discreet


def test_a_new_proposal_can_be_adopted() -> None:
    known = adopted(proposed(given_back(), "toelating"), said())

    assert () == open_proposals(known.dossiers[1])
    assert "vaststelling" == last(known).act


@pytest.mark.parametrize(
    ("book", "proposal", "remark", "expected"),
    [
        (waiting(), 8, " ", ("opmerking-ontbreekt", "Bij het teruggeven van voorstel 8 staat niet waarom.")),
        (waiting(), 7, "nee", ("onbekend-voorstel", "Dossier 1 heeft geen voorstel 7.")),
        (
            adopted(waiting(), said()),
            8,
            "nee",
            ("onbekend-voorstel", "Voorstel 8 is al vastgesteld (handeling 9)."),
        ),
    ],
)
def test_what_cannot_be_given_back(book: Book, proposal: int, remark: str, expected: tuple[str, str]) -> None:
    draft, findings = returned(book.dossiers[1], proposal, remark)

    assert (None, [expected]) == (draft, told(findings))
