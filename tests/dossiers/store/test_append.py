"""Writing and reading back, the same in each database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from dataclasses import replace
from pathlib import Path

import pytest

from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import find_by_bsn
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import read_dossier
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Erased
from soco_rules.model.dossier import Intake
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import append
from tests.dossiers.books import fact

MORNING = "2026-11-21T09:00:00.000000Z"
NOON = "2026-11-21T12:00:00.000000Z"
EVENING = "2026-11-21T20:00:00.000000Z"


def _with_clock(store: Store, *moments: str) -> Store:
    ticks: Iterator[str] = iter(moments)
    return Store(store.engine, store.place, store.keys, lambda: next(ticks))


def test_what_is_appended_is_read_back(stores: Store) -> None:
    store = _with_clock(stores, MORNING, MORNING)
    opened, person = Opened(), Person(name="B. Jansen", bsn="999990019")
    with writing(store, BOOK, "A. de Vries") as ledger:
        number = ledger.open_dossier()
        written = ledger.append([Draft(opened, number), Draft(person, number, "toelating", "2026-10-01")])

    expected = (
        Entry(1, Act.OPENED, 1, MORNING, "A. de Vries", opened),
        Entry(2, Act.PERSON, 1, MORNING, "A. de Vries", person, "toelating", "2026-10-01"),
    )
    assert (expected, expected) == (written, read_book(stores, BOOK).dossiers[1].entries)


def test_a_book_where_nothing_was_written_is_empty(stores: Store) -> None:
    assert Book(BOOK, {}) == read_book(stores, BOOK)


def test_an_exception_undoes_everything(stores: Store) -> None:
    admit(stores, "B. Jansen")
    before = read_book(stores, BOOK)

    def fail_halfway() -> None:
        with writing(stores, BOOK, "A. de Vries") as ledger:
            ledger.append([fact("100"), Draft(Opened(), ledger.open_dossier())])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()

    assert before == read_book(stores, BOOK)


def test_a_writer_sees_what_it_appended_itself(stores: Store) -> None:
    admit(stores, "B. Jansen")
    with writing(stores, BOOK, "A. de Vries") as ledger:
        (written,) = ledger.append([fact("100")])
        seen = ledger.book(dossiers=[1])

    assert written == seen.dossiers[1].entries[-1]


def test_acts_about_the_book_stand_apart(stores: Store) -> None:
    admit(stores, "B. Jansen")
    intake = Draft(Intake(digest="ab", name="oktober.csv", month="2026-10-01", rows=3))
    append(stores, intake)

    assert [3] == [entry.number for entry in read_book(stores, BOOK).entries]


def test_a_book_is_read_as_it_was_known_at_a_moment(stores: Store) -> None:
    store = _with_clock(stores, MORNING, MORNING, NOON, EVENING)
    admit(store, "B. Jansen")
    append(store, fact("100"))
    append(store, fact("200"))

    read = [
        len(read_book(stores, BOOK, through=moment).dossiers[1].entries)
        for moment in (MORNING, NOON, EVENING)
    ]
    assert [2, 3, 4] == read


def test_only_some_kinds_of_act_are_read_when_asked(stores: Store) -> None:
    admit(stores, "B. Jansen")
    append(stores, fact("100"))

    book = read_book(stores, BOOK, acts={Act.FACT})
    assert [Act.FACT] == [entry.act for entry in book.dossiers[1].entries]


def test_one_dossier_is_read_by_its_number(stores: Store) -> None:
    numbers = [admit(stores, name) for name in ("B. Jansen", "C. Bakker")]
    dossier = read_dossier(stores, BOOK, 2)

    assert [1, 2] == numbers
    assert dossier == read_book(stores, BOOK).dossiers[2]
    assert read_dossier(stores, BOOK, 3) is None


def test_many_dossiers_are_read_as_few_are(store: Store) -> None:
    with writing(store, BOOK, "A. de Vries") as ledger:
        numbers = [ledger.open_dossier() for _ in range(601)]
        ledger.append([Draft(Opened(), number) for number in numbers])
        some = ledger.book(dossiers=range(2, 601))

    assert list(range(2, 601)) == list(some.dossiers)


def test_two_agreements_have_books_that_do_not_touch(stores: Store) -> None:
    admit(stores, "B. Jansen", "999990019")
    with writing(stores, "gouda/scope", "A. de Vries") as ledger:
        ledger.append([Draft(Opened(), ledger.open_dossier())])

    assert [1] == [entry.number for entry in read_book(stores, "gouda/scope").dossiers[1].entries]
    assert find_by_bsn(stores, "gouda/scope", "999990019") is None


def test_a_person_is_found_by_the_newest_bsn_of_a_dossier(stores: Store) -> None:
    admit(stores, "B. Jansen", "999990019")
    admit(stores, "C. Bakker", "999990020")
    append(stores, Draft(Person(name="B. Jansen", bsn="999990032"), 1))

    found = [find_by_bsn(stores, BOOK, bsn) for bsn in ("999990019", "999990020", "999990032")]
    assert [None, 2, 1] == found


def test_who_takes_part_again_is_found_in_the_newest_dossier(stores: Store) -> None:
    for _ in range(2):
        admit(stores, "B. Jansen", "999990019")

    assert find_by_bsn(stores, BOOK, "999990019") == 2


def test_a_bsn_is_nowhere_in_the_database(store: Store) -> None:
    admit(store, "B. Jansen", "999990019")
    content = Path(store.place).read_bytes()

    assert (False, False) == (b"999990019" in content, b"Jansen" in content)


def test_the_same_file_has_one_digest_in_a_book_also_after_other_keys(stores: Store) -> None:
    with writing(stores, BOOK, "A. de Vries") as ledger:
        first = ledger.file_digest(b"lidnummer;omzet")
    with writing(stores, BOOK, "A. de Vries") as ledger:
        again = ledger.file_digest(b"lidnummer;omzet")
    with writing(stores, "gouda/scope", "A. de Vries") as ledger:
        elsewhere = ledger.file_digest(b"lidnummer;omzet")

    assert first == again != elsewhere


def test_an_erased_dossier_is_unreadable_and_says_why(stores: Store) -> None:
    admit(stores, "B. Jansen", "999990019")
    why = Erased(reason="bewaartermijn voorbij", basis="Archiefwet 1995 artikel 3")
    with writing(stores, BOOK, "A. de Vries") as ledger:
        ledger.erase(1)
        ledger.append([Draft(why, 1)])

    assert [None, None, why] == [entry.content for entry in read_book(stores, BOOK).dossiers[1].entries]
    assert (None, ()) == (find_by_bsn(stores, BOOK, "999990019"), verify(stores, BOOK))


def test_an_erased_dossier_was_unreadable_before_it_was_erased_too(stores: Store) -> None:
    store = _with_clock(stores, MORNING, MORNING, NOON)
    admit(store, "B. Jansen")
    with writing(store, BOOK, "A. de Vries") as ledger:
        ledger.erase(1)
        ledger.append([Draft(Erased(reason="r", basis="b"), 1)])

    entries = read_book(stores, BOOK, through=MORNING).dossiers[1].entries
    assert [None, None] == [entry.content for entry in entries]


def test_a_dossier_is_not_erased_without_saying_why(stores: Store) -> None:
    admit(stores, "B. Jansen")

    def erase() -> None:
        with writing(stores, BOOK, "A. de Vries") as ledger:
            ledger.erase(1)

    def explain() -> None:
        with writing(stores, BOOK, "A. de Vries") as ledger:
            ledger.append([Draft(Erased(reason="r", basis="b"), 1)])

    for half in (erase, explain):
        with pytest.raises(AssertionError):
            half()

    assert ([1, 2], ()) == (
        [entry.number for entry in read_book(stores, BOOK).dossiers[1].entries],
        verify(stores, BOOK),
    )


@pytest.mark.parametrize(("number", "code"), [(1, "dossier-gewist"), (2, "onbekend-dossier")])
def test_what_cannot_be_erased_is_told(stores: Store, number: int, code: str) -> None:
    admit(stores, "B. Jansen")
    with writing(stores, BOOK, "A. de Vries") as ledger:
        ledger.erase(1)
        ledger.append([Draft(Erased(reason="r", basis="b"), 1)])

    def erase() -> None:
        with writing(stores, BOOK, "A. de Vries") as ledger:
            ledger.erase(number)

    with pytest.raises(StoreError) as raised:
        erase()

    assert [code] == [found.code for found in raised.value.diagnostics]


def test_an_erased_key_is_nowhere_in_the_files(store: Store) -> None:
    admit(store, "B. Jansen")
    with store.engine.connect() as connection:
        wrapped = connection.exec_driver_sql("SELECT wrapped FROM data_key WHERE dossier = 1").scalar()
    with writing(store, BOOK, "A. de Vries") as ledger:
        ledger.erase(1)
        ledger.append([Draft(Erased(reason="r", basis="b"), 1)])
    content = Path(store.place).read_bytes()

    assert isinstance(wrapped, bytes)
    assert wrapped not in content


@pytest.mark.parametrize(
    ("draft", "code", "message"),
    [
        (
            Draft(Opened(), 7),
            "onbekend-dossier",
            "Dossier 7 van 'delft/scope' bestaat niet.",
        ),
        (
            Draft(Erased(reason="r", basis="b"), 0),
            "onbekend-dossier",
            "Dossier 0 van 'delft/scope' bestaat niet.",
        ),
        (
            Draft(Opened(), 1),
            "dossier-gewist",
            "Dossier 1 van 'delft/scope' is gewist.",
        ),
        (
            Draft(Person(name="B. Jansen", bsn="999990018"), 2),
            "bsn",
            "Een burgerservicenummer bij dossier 2 voldoet niet aan de elfproef.",
        ),
        (
            Draft(Person(name="B. Jansen", partner_bsn="1"), 2),
            "bsn",
            "Een burgerservicenummer bij dossier 2 voldoet niet aan de elfproef.",
        ),
    ],
)
def test_what_cannot_be_appended_is_told(stores: Store, draft: Draft, code: str, message: str) -> None:
    for name in ("B. Jansen", "C. Bakker"):
        admit(stores, name)
    with writing(stores, BOOK, "A. de Vries") as ledger:
        ledger.erase(1)
        ledger.append([Draft(Erased(reason="r", basis="b"), 1)])
    with pytest.raises(StoreError) as raised:
        append(stores, draft)

    assert [(code, message)] == [(found.code, found.message) for found in raised.value.diagnostics]


def test_nothing_is_stamped_before_the_act_before(stores: Store) -> None:
    store = _with_clock(stores, "2026-11-21T09:00:03.000000Z", "2026-11-21T09:00:03.000000Z", MORNING)
    admit(store, "B. Jansen")
    append(store, fact("100"))

    (*_, last) = read_book(stores, BOOK).dossiers[1].entries
    assert last.at == "2026-11-21T09:00:03.000000Z"


def test_a_clock_that_is_far_behind_stops_writing(stores: Store) -> None:
    admit(_with_clock(stores, EVENING, EVENING), "B. Jansen")
    with pytest.raises(StoreError) as raised:
        append(_with_clock(stores, MORNING), fact("100"))

    assert ["opslag-klok"] == [found.code for found in raised.value.diagnostics]


def test_other_keys_read_and_write_nothing(address: str, keys: KeyRing) -> None:
    admit(open_store(address, keys), "B. Jansen")
    other = KeyRing("test", {"test": bytes(32)})
    codes = []
    for use in (
        lambda: read_book(open_store(address, other), BOOK),
        lambda: admit(open_store(address, other), "X"),
    ):
        with pytest.raises(StoreError) as raised:
            use()
        codes += [found.code for found in raised.value.diagnostics]

    assert ["sleutels-passen-niet"] * 2 == codes


def test_what_is_read_is_an_entry_in_everything(store: Store) -> None:
    admit(store, "B. Jansen")
    entry = read_book(store, BOOK).dossiers[1].entries[1]
    same = Entry(entry.number, entry.act, entry.dossier, entry.at, entry.by, entry.content)
    other = replace(entry, content=Person(name="C. Bakker"))

    assert (True, True, False) == (entry == same, same == entry, other == entry)
    assert other.content == Person(name="C. Bakker")


def test_what_is_read_does_not_change(store: Store) -> None:
    admit(store, "B. Jansen")
    entry = read_book(store, BOOK).dossiers[1].entries[1]
    with pytest.raises(FrozenInstanceError):
        entry.content = None  # type: ignore[misc] # that is what is tested
