"""Places: never more than the limit, in the order of the agreement, nobody lost, however many are admitted at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.places import admit
from soco_rules.dossiers.places import places_of
from soco_rules.dossiers.places import placing
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from tests.dossiers.kade import KADE
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import by_chair
from tests.dossiers.kade import compiled
from tests.dossiers.kade import desk
from tests.dossiers.kade import said
from tests.dossiers.processes import at_once
from tests.dossiers.shipped import answer
from tests.dossiers.shipped import compiled as compiled_shipped
from tests.dossiers.shipped import gathered

PLACES = 2
CANDIDATE = """
    {number} geopend
    {number} feit aangemeld_op = 2026-{month:02d}-{day:02d}
    {number} oordeel cooperatie_laat_toe = ja
    {number} besluit toelating op 2026-02-01 naar met_toestemming
"""
WAITING = """
    1 geopend
    1 besluit plaatsing op 2026-02-01 naar lid
    2 geopend
    2 feit aangemeld_op = 2026-02-03
    2 oordeel cooperatie_laat_toe = ja
    2 besluit plaatsing op 2026-02-20 naar wachtlijst
    3 geopend
    3 feit aangemeld_op = 2026-02-02
    3 oordeel cooperatie_laat_toe = ja
    3 besluit plaatsing op 2026-02-21 naar wachtlijst
"""


def candidates(count: int) -> str:
    """So many candidates with consent; who has a lower number came earlier."""
    return "\n".join(
        CANDIDATE.strip().format(number=number, month=1 + number // 28, day=1 + number % 28)
        for number in range(1, count + 1)
    )


def stored(store: Store, known: Book) -> None:
    """Write the acts of a book, dossier by dossier."""
    with writing(store, KADE, "M. Bakker") as ledger:
        for number, dossier in known.dossiers.items():
            assert number == ledger.open_dossier()
            ledger.append(
                [
                    Draft(entry.content, number, entry.subject, entry.month)
                    for entry in dossier.entries
                    if entry.content is not None
                ]
            )


def states(store: Store) -> dict[int, str | None]:
    order = compiled().stack.states
    return {number: state_of(each, order) for number, each in read_book(store, KADE).dossiers.items()}


def admit_at_once(store: Store, numbers: Iterable[int]) -> tuple[int, ...]:
    """Each of these dossiers asks for a place in a process of its own; how each process ended."""
    asked, ready = tuple(numbers), desk("plaatsing")

    def work(turn: int) -> None:
        with writing(store, KADE, "J. Vos") as ledger:
            admit(ledger, ready, asked[turn], by_chair())

    return at_once(len(asked), work)


def admitted_at_once(store: Store, count: int) -> None:
    """So many at once for two places; then one place comes free and all who wait ask for it at once."""
    stored(store, at_kade(candidates(count)))

    assert (0,) * count == admit_at_once(store, range(1, count + 1))
    first = states(store)
    assert {"lid": PLACES, "wachtlijst": count - PLACES} == Counter(first.values())

    (leaving, *_), waiting = (
        [n for n, state in first.items() if state == each] for each in ("lid", "wachtlijst")
    )
    stop(store, leaving)
    assert (0,) * len(waiting) == admit_at_once(store, waiting)
    second = states(store)
    assert {"lid": PLACES, "wachtlijst": count - PLACES - 1, "gestopt": 1} == Counter(second.values())
    assert "lid" == second[min(waiting)]
    assert () == verify(store, KADE)


def stop(store: Store, number: int) -> None:
    """A member leaves."""
    (entry,) = at_kade(f"{number} besluit einde op 2026-03-01 naar gestopt").dossiers[number].entries
    assert entry.content is not None
    with writing(store, KADE, "M. Bakker") as ledger:
        ledger.append([Draft(entry.content, number, entry.subject)])


def test_six_at_once_for_two_places(stores: Store) -> None:
    admitted_at_once(stores, 6)


@pytest.mark.slow
def test_sixty_four_at_once_for_two_places(stores: Store) -> None:
    admitted_at_once(stores, 64)


def test_an_admission_that_is_refused_leaves_nothing_behind(store: Store) -> None:
    stored(store, at_kade(candidates(1)))
    before = read_book(store, KADE)

    with pytest.raises(StoreError) as refused, writing(store, KADE, "J. Vos") as ledger:
        admit(ledger, desk("plaatsing"), 1, said(hearing=None))

    assert ["mandaat-ontbreekt"] == [found.code for found in refused.value.diagnostics]
    assert before == read_book(store, KADE)


def test_who_waits_and_must_wait_keeps_the_decision_that_there_is(store: Store) -> None:
    stored(store, at_kade(WAITING))
    before = read_book(store, KADE)

    with writing(store, KADE, "J. Vos") as ledger:
        kept = admit(ledger, desk("plaatsing"), 2, by_chair())

    assert (None, None, "op_de_wachtlijst") == (kept.proposal, kept.adoption, kept.decision.outcome)
    assert before == read_book(store, KADE)


def test_the_waiting_list_has_the_order_of_the_agreement() -> None:
    found = places_of(desk("plaatsing"), at_kade(WAITING))

    assert ["ledenmaximum: 2", "aantal leden: 1"] == [str(each) for each in (*found.limits, *found.counted)]
    assert {"wachtlijst": (2, 3), "lid": (1,)} == found.by_state
    assert [(3, (0,), True), (2, (1,), False)] == [
        (each.dossier, each.rank, each.is_next) for each in found.waiting
    ]


def test_who_came_on_the_same_day_stands_level() -> None:
    found = places_of(desk("plaatsing"), at_kade(WAITING.replace("2026-02-03", "2026-02-02")))

    assert [(2, True), (3, True)] == [(each.dossier, each.is_tied) for each in found.waiting]


def test_who_waits_without_a_day_has_no_place_in_the_order() -> None:
    found = places_of(
        desk("plaatsing"), at_kade(WAITING.replace("    2 feit aangemeld_op = 2026-02-03\n", ""))
    )

    assert {(2, (None,), False, False), (3, (None,), False, False)} == {
        (each.dossier, each.rank, each.is_next, each.is_tied) for each in found.waiting
    }


LATER = """
    4 geopend
    4 feit aangemeld_op = 2026-02-05
    4 oordeel cooperatie_laat_toe = ja
    4 besluit plaatsing op 2026-02-22 naar wachtlijst
"""


def test_who_has_a_place_in_every_possible_order_gets_it() -> None:
    nobody_in = WAITING.replace("    1 besluit plaatsing op 2026-02-01 naar lid\n", "")
    found = places_of(
        desk("plaatsing"), at_kade(nobody_in.replace("    2 feit aangemeld_op = 2026-02-03\n", ""))
    )

    assert {(2, True, "plaats 1 tot en met 2"), (3, True, "plaats 1 tot en met 2")} == {
        (each.dossier, each.is_next, each.place) for each in found.waiting
    }


def test_what_is_not_known_of_one_leaves_the_others_a_range_with_the_reason() -> None:
    text = (WAITING.rstrip() + LATER).replace("    2 feit aangemeld_op = 2026-02-03\n", "")
    found = places_of(desk("plaatsing"), at_kade(text))

    assert [
        (3, False, "plaats 1 tot en met 2", ("bij 1 ander is ‘aangemeld op’ niet bekend",)),
        (4, False, "plaats 2 tot en met 3", ("bij 1 ander is ‘aangemeld op’ niet bekend",)),
        (2, False, "plaats 1 tot en met 3", ("hier is ‘aangemeld op’ niet bekend",)),
    ] == [(each.dossier, each.is_next, each.place, each.doubts) for each in found.waiting]


@pytest.mark.parametrize(
    ("agreement", "besluiten"),
    [
        ("amersfoort/blauwe-paraplu", ["plaatsing"]),
        ("groningen/sociale-ondernemers-challenge", ["selectie"]),
    ],
)
def test_the_besluit_with_a_waiting_list_follows_from_its_stands(
    agreement: str, besluiten: list[str]
) -> None:
    assert besluiten == [each.name for each in placing(compiled_shipped(agreement, "2026-03-01").stack)]


def test_who_waits_on_a_day_of_his_own_needs_no_lot() -> None:
    """The lot decides between those of one day; nobody comes before himself."""
    text = """
        1 geopend
        1 feit ontvangen_op = 2026-02-03
        1 besluit plaatsing op 2026-02-20 naar wachtlijst
        2 geopend
        2 feit ontvangen_op = 2026-02-02
        2 besluit plaatsing op 2026-02-20 naar wachtlijst
    """

    first, second = (
        answer(
            gathered("amersfoort/blauwe-paraplu", "plaatsing", text, number=number), "wachtenden_voor_deze"
        )
        for number in (1, 2)
    )

    assert ("1", "0") == (first.value, second.value)
