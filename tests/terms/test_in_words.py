"""The terms as a caseworker reads them below a proposal."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from soco_rules.terms.in_words import in_words
from tests.letters.decisions import ADMISSION
from tests.letters.decisions import decision

PROCEDURE = {
    "ontvangen": "2026-08-01",
    "aanvullen_gevraagd_op": "2026-08-10",
    "aanvullen_tot_en_met": "2026-08-24",
    "ingebrekestelling_ontvangen": "2026-10-14",
    "zienswijze_tot_en_met": "2026-10-10",
}


def test_each_term_is_told_with_its_reason_and_articles(snapshot: SnapshotAssertion) -> None:
    assert snapshot == in_words(decision(ADMISSION, procedure=PROCEDURE))


def test_a_term_that_waits_says_for_what() -> None:
    waiting = {"ontvangen": "2026-10-01", "aanvullen_tot_en_met": "2026-10-30"}

    why = (
        "Bekend is de laatste dag om de aanvraag aan te vullen, "
        "en niet de dag waarop om aanvulling van de aanvraag is gevraagd."
    )

    assert in_words(decision(ADMISSION, procedure=waiting)).splitlines()[1:3] == [
        "  beslissen: nog niet bekend",
        f"    {why} (Algemene wet bestuursrecht artikel 4:13 lid 2)",
    ]


def test_without_procedure_dates_there_is_nothing_to_tell() -> None:
    assert "" == in_words(decision(ADMISSION, procedure={}))
