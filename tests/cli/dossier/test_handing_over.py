"""`soco dossier teruggeven` and `toewijzen` as a lawyer and a team type them, and reading that is recorded."""

from __future__ import annotations

import json
import sqlite3

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.workspace import today
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from tests.cli.dossier.test_a_member import Say
from tests.cli.dossier.test_a_member import say

__all__ = ["say"]

REMARK = "--opmerking 'De startdatum is een zondag.'"
LAWYER = "--als 'J. Smit'"
SIGNED = "--als 'A. de Groot' --functie teamleider --eerder-omdat Notulen --datum 2026-03-11 --zienswijze niet_verplicht --toelichting Past."


@pytest.fixture
def proposed(say: Say) -> Say:
    """A candidate with a proposal: number 8 of dossier 1."""
    for command in (
        "nieuw KADE --persoon persoon-1.yaml",
        "feit KADE 1 --zaak zaak.yaml --besluit toelating",
        "oordeel KADE 1 --zaak zaak.yaml",
        "besluit KADE 1 toelating --besluitdatum 2026-03-10",
    ):
        answer = say(command)
        assert answer.endswith("[0]\n"), answer
    return say


def test_a_proposal_goes_back_and_a_new_one_comes(proposed: Say, snapshot: SnapshotAssertion) -> None:
    told = [
        proposed(f"teruggeven KADE 1 9 {LAWYER} --opmerking ''"),
        proposed(f"teruggeven KADE 1 99 {LAWYER} {REMARK}"),
        proposed(f"teruggeven KADE 1 9 {LAWYER} {REMARK}"),
        proposed(f"teruggeven KADE 1 9 {LAWYER} {REMARK}"),
        proposed(f"vaststellen KADE 1 9 {SIGNED}"),
        proposed("toewijzen KADE 1 --aan 'M. Bakker' --als 'J. Smit'"),
        proposed("toewijzen KADE 1 --aan 'M. Bakker'"),
        proposed("lijst KADE"),
        proposed("toon KADE 1 --op 2026-03-11"),
        proposed("toewijzen KADE 1 --niemand"),
        proposed("toewijzen KADE 1"),
        proposed("toewijzen KADE 1 --niemand --aan 'M. Bakker'"),
        proposed("lijst KADE --json"),
    ]

    shown = (
        "\n".join(told).replace(as_dutch(today(), Kind.DATE), "vandaag").replace(iso_day(today()), "vandaag")
    )
    assert snapshot == shown


def test_what_shows_a_dossier_is_recorded_in_it_once(proposed: Say) -> None:
    for command in (
        "toon KADE 1",
        "toon KADE 1 --json",
        "toon KADE 1 --als 'J. Smit'",
        "inzage KADE 1 --uit inzage",
    ):
        assert proposed(command).endswith("[0]\n")

    shown = proposed("toon KADE 1 --json")
    acts = json.loads(shown[shown.index("{") : shown.rindex("}") + 1])["handelingen"]
    assert [
        ("M. Bakker", {"doel": "behandeling van het dossier"}),
        ("J. Smit", {"doel": "behandeling van het dossier"}),
        ("M. Bakker", {"doel": "inzage op verzoek van de persoon zelf"}),
    ] == [(each["door"], each["inhoud"]) for each in acts if each["handeling"] == "inzage"]


@pytest.mark.parametrize(
    "command",
    [
        "lijst KADE",
        "termijnen KADE",
        "plaatsen KADE --op 2026-03-12",
        "bewaartermijnen KADE",
        "heropen KADE --alleen-tonen",
    ],
)
def test_what_shows_all_dossiers_is_recorded_in_the_book_once(proposed: Say, command: str) -> None:
    before = acts_in_book()

    for _ in range(2):
        assert proposed(command).endswith("[0]\n")

    assert [*before, (0, "inzage", "M. Bakker")] == acts_in_book()


def test_a_question_about_a_decision_that_is_not_settled_is_recorded_too(proposed: Say) -> None:
    proposed("nieuw KADE --persoon persoon-2.yaml")
    before = acts_in_book()

    for _ in range(2):
        assert proposed("besluit KADE 2 toelating --besluitdatum 2026-03-10").endswith("[1]\n")

    assert [*before, (2, "inzage", "M. Bakker")] == acts_in_book()


def acts_in_book() -> list[tuple[int, str, str]]:
    """What stands in the store in clear."""
    with sqlite3.connect("dossiers.sqlite") as connection:
        return list(connection.execute('SELECT dossier, act, "by" FROM entry ORDER BY number'))
