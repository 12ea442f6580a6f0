"""A decision is made known on the day that its letter was really sent: terms follow that day and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.dossiers.due import due_in
from soco_rules.dossiers.making_known import Known
from soco_rules.dossiers.making_known import known_of
from soco_rules.dossiers.making_known import made_known
from soco_rules.dossiers.present import adoptions
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import MadeKnown
from soco_rules.model.dossier import SentLetter
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import adopted
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import compiled
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import said
from tests.dossiers.kade import written

TODAY = parse_date("2026-03-20")


def decided(own_letter: str = "") -> Book:
    """A book with an admission of 10 March 2026; nothing says that it was sent."""
    return adopted(proposed(at_kade(CANDIDATE), "toelating"), replace(said(), own_letter=own_letter))


def adoption(book: Book) -> int:
    """The number of the adoption."""
    ((entry, _),) = adoptions(book.dossiers[1])
    return entry.number


def recorded(book: Book, day: str, letter: str = "Z-1", reason: str = "") -> Book:
    """The book with a making known that is right."""
    draft, findings = made_known(
        book.dossiers[1], adoption(book), day=parse_date(day), letter=letter, reason=reason, today=TODAY
    )
    assert draft, findings
    return written(book, draft)


def refused(book: Book, day: str, letter: str = "Z-1", reason: str = "") -> list[str]:
    """Why a making known cannot be recorded."""
    draft, findings = made_known(
        book.dossiers[1], adoption(book), day=parse_date(day), letter=letter, reason=reason, today=TODAY
    )
    assert draft is None
    return [found.message for found in findings]


def kept(book: Book, day: str = "2026-03-10") -> Book:
    """The book with the final letter of its adoption in it."""
    ((entry, _),) = adoptions(book.dossiers[1])
    letter = SentLetter(adoption=entry.number, media_type="application/pdf", content="", date=day)
    return written(book, Draft(letter, 1, entry.subject, entry.month))


def known(book: Book) -> Known:
    """How the adoption was made known, without the act that says so."""
    ((entry, short),) = adoptions(book.dossiers[1])
    return replace(known_of(book.dossiers[1], entry, short), recorded=None)


def watched(book: Book, on: str = "2026-04-01") -> list[tuple[str, str]]:
    """The days to watch about sending and objection."""
    found = due_in(compiled().stack, book, parse_date(on))
    about = {"bekendmaken", "bezwaar mogelijk"}
    return [(each.what, iso_day(each.day or 0)) for each in found if each.what in about]


def test_a_concept_makes_nothing_known_and_no_term_runs() -> None:
    book = decided()

    assert Known(None, "", is_kept=False) == known(book)
    assert [("bekendmaken", "2026-03-10")] == watched(book)


def test_a_final_letter_makes_it_known_on_the_day_that_was_meant() -> None:
    assert Known(parse_date("2026-03-10"), "", is_kept=True) == known(kept(decided()))
    assert [("bezwaar mogelijk", "2026-04-21")] == watched(kept(decided()))


def test_a_letter_of_ones_own_named_at_adopting_does_too() -> None:
    assert Known(parse_date("2026-03-10"), "Z-9", is_kept=False) == known(decided("Z-9"))


@pytest.mark.parametrize(
    ("day", "last_day"),
    [("2026-03-10", "2026-04-21"), ("2026-03-11", "2026-04-22"), ("2026-03-16", "2026-04-28")],
    ids=["the day of adopting", "a day later", "the last day would be a holiday"],
)
def test_the_term_runs_from_the_day_after_the_real_one(day: str, last_day: str) -> None:
    assert [("bezwaar mogelijk", last_day)] == watched(recorded(decided(), day))


def test_what_was_recorded_last_counts_and_says_why_the_other_was_wrong() -> None:
    once = recorded(decided(), "2026-03-11")

    again = recorded(once, "2026-03-12", letter="", reason="De post is een dag later opgehaald.")

    assert Known(parse_date("2026-03-12"), "Z-1", is_kept=False) == known(again)


def test_the_kept_letter_may_be_sent_later_than_was_meant() -> None:
    book = recorded(kept(decided()), "2026-03-12", letter="")

    assert Known(parse_date("2026-03-12"), "", is_kept=True) == known(book)
    assert [("bezwaar mogelijk", "2026-04-23")] == watched(book)


@pytest.mark.parametrize(
    ("day", "letter", "expected"),
    [
        ("2026-03-09", "Z-1", ["9 maart 2026 is voor de dag van vaststellen, 10 maart 2026."]),
        ("2026-03-21", "Z-1", ["21 maart 2026 moet nog komen."]),
        (
            "2026-03-11",
            " ",
            ["Er staat geen brief bij dit besluit in het dossier, en er is geen eigen brief genoemd."],
        ),
        ("2026-03-11", "Z\u200b1", ["In het kenmerk van de brief staat een teken dat niet te zien is."]),
    ],
    ids=["the day before adopting", "tomorrow", "without a letter", "an invisible sign"],
)
def test_what_cannot_be_is_not_recorded(day: str, letter: str, expected: list[str]) -> None:
    assert expected == refused(decided(), day, letter)


@pytest.mark.parametrize("day", ["2026-03-10", "2026-03-20"], ids=["the day of adopting", "today"])
def test_the_first_and_the_last_possible_day_are_recorded(day: str) -> None:
    assert parse_date(day) == known(recorded(decided(), day)).day


def test_recording_it_twice_or_otherwise_without_a_reason_is_refused() -> None:
    once = recorded(decided(), "2026-03-11")

    assert [f"Dit staat er al: bekendgemaakt op 11 maart 2026 (handeling {last(once).number})."] == refused(
        once, "2026-03-11"
    )
    assert ["en er staat niet waarom dat anders is"] == [
        each.split(", ", 1)[1].rstrip(".") for each in refused(once, "2026-03-12")
    ]


def test_only_an_adoption_can_be_made_known() -> None:
    _, findings = made_known(decided().dossiers[1], 1, day=TODAY, letter="Z-1", reason="", today=TODAY)

    assert [("bekendmaking", "Handeling 1 van dossier 1 is geen vaststelling.")] == [
        (found.code, found.message) for found in findings
    ]


def test_what_is_no_beschikking_has_no_term() -> None:
    elsewhere = CANDIDATE.replace("woont_hier = ja", "woont_hier = nee")
    book = adopted(proposed(at_kade(elsewhere), "toelating"), replace(said(), hearing=None))

    assert ["is geen beschikking; er loopt geen termijn voor bezwaar."] == [
        each.split(" ", 2)[2] for each in refused(book, "2026-03-11")
    ]
    assert [] == watched(book)


def test_the_letter_of_an_earlier_adoption_is_not_that_of_a_later_one() -> None:
    book = kept(decided())
    ((entry, short),) = adoptions(book.dossiers[1])
    later = replace(entry, number=last(book).number + 1)
    again = replace(book.dossiers[1], entries=(*book.dossiers[1].entries, later))

    assert (True, False) == (known_of(again, entry, short).is_kept, known_of(again, later, short).is_kept)


def test_it_is_stored_under_its_dutch_names() -> None:
    content = MadeKnown(adoption=9, date="2026-03-11", letter="Z-1")

    assert {"vaststelling": 9, "verzonden_op": "2026-03-11", "eigen_brief": "Z-1", "reden": ""} == (
        content.model_dump(mode="json", by_alias=True)
    )


def test_the_letter_of_another_month_makes_this_one_not_known() -> None:
    book = decided()
    letter = SentLetter(adoption=adoption(book), media_type="application/pdf", content="", date="2026-03-10")

    assert Known(None, "", is_kept=False) == known(written(book, Draft(letter, 1, "toelating", "2026-04-01")))


def test_the_same_day_again_without_the_mark_of_the_letter_says_nothing_new() -> None:
    (message,) = refused(recorded(decided(), "2026-03-12"), "2026-03-12", letter="")

    assert message.startswith("Dit staat er al: bekendgemaakt op 12 maart 2026")
