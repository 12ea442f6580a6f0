"""What is kept of the others in a book: it must be what counting all of them gives, whatever came since."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import counted_at
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import gathered_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.others import Kept
from soco_rules.dossiers.others import Others
from soco_rules.dossiers.others import others_in
from soco_rules.dossiers.others import ready
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import as_known
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.reopening import desks_by
from soco_rules.dossiers.reopening import overtaken_in
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import View
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import viewing
from soco_rules.dossiers.store import writing
from soco_rules.dossiers.taking import take
from soco_rules.facts import Dates
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Erased
from soco_rules.model.dossier import Opened
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import shipped_root
from tests.dossiers import kade
from tests.dossiers.acts import book
from tests.dossiers.acts import moment
from tests.dossiers.shipped import workspace

CHALLENGE = "groningen/sociale-ondernemers-challenge"
ROUNDS = (None, "voorjaar", "najaar")
SAID = {
    kade.KADE: (
        "feit aangemeld_op = 2026-02-01",
        "feit aangemeld_op = 2026-03-01 volgens coöperatie",
        "feit aangemeld_op = onbekend",
        "oordeel past = ja",
        "besluit plaatsing naar lid",
        "besluit plaatsing naar wachtlijst",
        "besluit einde naar gestopt",
        "voorstel plaatsing",
        "inzage behandeling van het dossier",
        "gewist",
    ),
    CHALLENGE: (
        *(f"oordeel score_{name} = {score}" for name in ("impact", "draagvlak", "nieuw") for score in (2, 4)),
        "oordeel score_ondernemend = 3",
        "oordeel score_schaalbaar = 3",
        "feit begroting = 2000.00",
        "feit inwoner = ja",
        "oordeel sociaal_idee = ja",
        "oordeel ondernemend_idee = ja",
        "besluit selectie naar afgevallen: keuze = reservelijst",
        "inzage behandeling van het dossier",
        "gewist",
    ),
}
Writings = list[list[tuple[int, str]]]


@cache
def desk(agreement: str) -> Desk:
    """A desk of which the rules count the other members, or the other applications of the same round."""
    if agreement == kade.KADE:
        return kade.desk("plaatsing")
    day = parse_date("2020-03-10")
    found, findings = desk_for(workspace(), agreement, "selectie", Dates(day, day))
    assert found, findings
    return found


def writings(agreement: str) -> st.SearchStrategy[Writings]:
    """Some acts at a time, each of one of a few dossiers."""
    act = st.tuples(st.integers(1, 5), st.sampled_from(SAID[agreement]))
    return st.lists(st.lists(act, min_size=1, max_size=5), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def empty(empty_file: Path) -> Iterator[Path]:
    """An empty store, with room for copies."""
    with TemporaryDirectory() as folder:
        yield Path(shutil.copy(empty_file, Path(folder) / "leeg.sqlite"))


@pytest.mark.parametrize("agreement", SAID)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_it_is_what_counting_everybody_gives_now_and_then(
    agreement: str, data: st.DataObject, empty: Path
) -> None:
    store, here, kept = fresh(empty), desk(agreement), None
    for said in data.draw(writings(agreement)):
        write(store, agreement, said)
        with viewing(store, agreement) as view:
            kept = others_in(view, here, kept)
            whole = view.book()

            assert_same(view, here, kept, whole, None)
    with viewing(store, agreement) as view:
        for then in moments(whole):
            assert_same(view, here, kept, as_known(whole, then), then)


@given(data=st.data())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_writer_counts_what_was_just_appended(data: st.DataObject, empty: Path) -> None:
    store, here = fresh(empty), desk(kade.KADE)
    said = data.draw(writings(kade.KADE))
    write(store, kade.KADE, said[0])
    kept = Kept().now(store, kade.KADE, here)
    with writing(store, kade.KADE, "M. Bakker") as ledger:
        for acts in said[1:]:
            append(ledger, acts)

        assert_same(ledger.view, here, kept, ledger.book(), None)


@given(data=st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_decided_is_looked_back_at_as_in_the_whole_book(data: st.DataObject, empty: Path) -> None:
    store = fresh(empty)
    place(
        store,
        data.draw(
            st.lists(st.sampled_from(("feit aangemeld_op = 2026-02-01", "besluit plaatsing naar lid")))
        ),
    )
    for said in data.draw(writings(kade.KADE)):
        write(store, kade.KADE, [each for each in said if each[0] != 1 or each[1].startswith("feit")])
    with viewing(store, kade.KADE) as view:
        whole, own = view.book(), view.book(dossiers=(1,))
        on = desks_by(kade.workspace(), kade.KADE)
        assert [each.entry.subject for each in adopted_of(own.dossiers[1])][:2] == ["toelating", "plaatsing"]

        assert overtaken_in(whole, 1, on) == overtaken_in(
            own, 1, on, lambda here, then: ready(view, here, 1, through=then)
        )


def test_of_a_book_that_was_put_back_everything_is_read_again(store: Store, empty: Path) -> None:
    here, kept = desk(kade.KADE), None
    for where in (store, fresh(empty)):
        write(where, kade.KADE, [(1, f"besluit plaatsing naar {'lid' if where is store else 'wachtlijst'}")])
        with viewing(where, kade.KADE) as view:
            kept = others_in(view, here, kept)

    assert kept is not None
    assert ((), (1,)) == tuple(
        tuple(row.dossier for row in kept.counted.rows[slot])
        for slot in ("aantal_leden", "wachtenden_voor_deze")
    )


def test_of_somebody_who_was_erased_nothing_is_kept(store: Store) -> None:
    here, kept = desk(kade.KADE), Kept()
    write(store, kade.KADE, [(1, "besluit plaatsing naar lid")])
    kept.now(store, kade.KADE, here)
    write(store, kade.KADE, [(1, "gewist")])

    after = kept.now(store, kade.KADE, here)

    assert after is not None
    assert ({"aantal_leden": (), "wachtenden_voor_deze": ()}, {}) == (
        after.counted.rows,
        after.counted.rounds,
    )


def test_what_was_counted_is_kept_for_the_last_desks_only(store: Store) -> None:
    kept, days = Kept(most=2), [parse_date(f"2026-03-{day}") for day in (10, 11, 12)]
    write(store, kade.KADE, [(1, "besluit plaatsing naar lid")])
    first, *_ = [kept.now(store, kade.KADE, kade.desk("plaatsing", day)) for day in days]

    assert first is not kept.now(store, kade.KADE, kade.desk("plaatsing", days[0]))


def test_while_nothing_came_nothing_is_counted_again(store: Store) -> None:
    kept = Kept()
    write(store, kade.KADE, [(1, "besluit plaatsing naar lid")])

    assert kept.now(store, kade.KADE, desk(kade.KADE)) is kept.now(store, kade.KADE, desk(kade.KADE))


def test_where_the_rules_count_no_others_nothing_is_read(store: Store) -> None:
    assert Kept().now(store, kade.KADE, kade.desk("toelating")) is None


# A store, and what is written in it


def place(store: Store, of_another: list[str]) -> None:
    """A first dossier, of somebody who was admitted and has a place, and another one."""
    acts = kade.at_kade(kade.CANDIDATE).dossiers[1].entries
    with writing(store, kade.KADE, "M. Bakker") as ledger:
        ledger.open_dossier()
        ledger.append([Draft(each.content, 1) for each in acts if each.content])
        append(ledger, [(2, said) for said in of_another])
        for besluit, statement in (("toelating", kade.said()), ("plaatsing", kade.by_chair())):
            counted = ready(ledger.view, kade.desk(besluit), 1)
            prepared, findings = propose_for(kade.desk(besluit), counted.book, 1, counted=counted)
            assert prepared, findings
            (entry,) = ledger.append([as_draft(1, prepared)])
            taken, findings = take(
                ledger,
                kade.workspace(),
                1,
                entry.number,
                statement,
                today=statement.date,
                templates=(kade.ROOT / "templates", shipped_root() / "templates"),
                with_letter=False,
            )
            assert taken, findings


def fresh(empty: Path) -> Store:
    """An empty store with a clock of its own, on which each moment is that of two writings."""
    place = shutil.copy(empty, empty.with_name(f"{next(_NAMES)}.sqlite"))
    ticks = count()
    return open_store(str(place), new_ring("test"), now=lambda: moment(next(ticks) // 4))


_NAMES = count()


def write(store: Store, agreement: str, said: list[tuple[int, str]]) -> None:
    """Some acts at once; a dossier that is not there is opened, and in one that was erased nothing is done."""
    with writing(store, agreement, "M. Bakker") as ledger:
        append(ledger, said)


def append(ledger: Ledger, said: list[tuple[int, str]]) -> None:
    """As `write`, in a book that is locked."""
    for wanted, act in said:
        number = wanted
        if wanted > ledger.head.last_dossier:
            number = ledger.open_dossier()
            ledger.append([Draft(Opened(round_name=ROUNDS[number % 3]), number)])
        if is_erased(ledger.book(dossiers=(number,)).dossiers[number]):
            continue
        if act == "gewist":
            ledger.erase(number)
            ledger.append([Draft(Erased(reason="bewaartermijn", basis="Archiefwet"), number)])
            continue
        entry = book(f"{number} {act}").dossiers[number].entries[0]
        assert entry.content is not None
        ledger.append([Draft(entry.content, number, entry.subject, entry.month)])


def moments(whole: Book) -> list[str]:
    """Each moment at which something was done, and one before all."""
    return ["", *sorted({entry.at for dossier in whole.dossiers.values() for entry in dossier.entries})]


def assert_same(view: View, here: Desk, kept: Others | None, whole: Book, then: str | None) -> None:
    """Whoever is decided on: the same case, origins and findings as with the whole book."""
    counted = counted_at(here, whole)
    for number in range(1, 6):
        found = ready(view, here, number, kept, through=then)
        assert replace(counted, book=found.book) == found
        if number in whole.dossiers and not is_erased(whole.dossiers[number]):
            assert gathered_for(here, counted, number) == gathered_for(here, found, number)
