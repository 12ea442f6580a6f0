"""A decision that burdens somebody moves the stand on the day that it was made known, and no day before (Awb 3:40)."""

from __future__ import annotations

from soco_rules.dossiers.moves import moved_in_month
from soco_rules.dossiers.moves import moves_of
from soco_rules.dossiers.moves import pending_state
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.moves import timeline
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Moves
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from tests.dossiers.acts import dossier
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import adopted
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import compiled
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import said
from tests.dossiers.objecting import known_on
from tests.dossiers.objecting import refusal

STATES = compiled().stack.states


def stands(book: Book) -> tuple[str | None, str | None]:
    """The stand, and the one that waits for making known."""
    return state_of(book.dossiers[1], STATES), pending_state(book.dossiers[1])


def days(book: Book) -> list[tuple[str, str]]:
    """The stands after the first, with the day of each."""
    return [(iso_day(day), state) for day, state in timeline(book.dossiers[1], STATES)[1:]]


def test_a_refusal_that_nobody_sent_moves_nothing() -> None:
    assert ("aangemeld", "gestopt") == stands(refusal(own_letter=""))
    assert [] == days(refusal(own_letter=""))


def test_it_moves_on_the_day_that_it_was_really_made_known() -> None:
    book = known_on(refusal(own_letter=""), "2026-03-16")

    assert ("gestopt", None) == stands(book)
    assert [("2026-03-16", "gestopt")] == days(book)


def test_with_a_letter_that_is_ready_it_moves_on_the_day_of_sending() -> None:
    assert ("gestopt", None) == stands(refusal("Z-1"))
    assert [("2026-03-10", "gestopt")] == days(refusal("Z-1"))


def test_the_real_day_takes_the_place_of_the_one_that_was_meant() -> None:
    assert [("2026-03-12", "gestopt")] == days(known_on(refusal("Z-1"), "2026-03-12"))


def test_a_favourable_decision_moves_at_once_so_that_no_place_is_given_twice() -> None:
    book = adopted(proposed(at_kade(CANDIDATE), "toelating"), said())

    assert ("met_toestemming", None) == stands(book)


def test_who_is_not_told_yet_is_settled_as_the_member_that_he_is() -> None:
    member = dossier("1 geopend\n1 besluit plaatsing op 2026-01-15 naar lid: plaatsing = als_lid")
    leaving = dossier(
        "1 geopend\n1 besluit plaatsing op 2026-01-15 naar lid\n1 besluit einde op 2026-02-10 naar gestopt"
    )
    end = leaving.entries[-1]
    assert isinstance(end.content, Adopted)
    object.__setattr__(end, "content", end.content.model_copy(update={"moves": Moves.MADE_KNOWN}))
    march = parse_date("2026-03-01")

    assert moved_in_month(member, STATES, frozenset({"lid"}), march) is not None
    assert ["lid"] == [move.state for move in moves_of(leaving)]
    found = moved_in_month(leaving, STATES, frozenset({"lid"}), march)
    assert found is not None
    assert "lid" == found[1]


def test_an_adoption_of_an_older_store_moves_the_stand_as_it_did() -> None:
    stored = last(refusal(own_letter="")).content
    assert isinstance(stored, Adopted)
    older = {
        key: value
        for key, value in stored.model_dump(mode="json", by_alias=True).items()
        if key != "stand_bij"
    }

    read = Adopted.model_validate(older)

    assert ("gestopt", Moves.ADOPTED) == (read.state, read.moves)
    assert "stand_bij" not in read.model_dump(mode="json", by_alias=True)
