"""Many writers at once, and a writer that dies: nobody is lost, nothing is half."""

from __future__ import annotations

import multiprocessing
import random
from pathlib import Path

import pytest

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import back_up
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import restore
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import KeysChanged
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import fact
from tests.dossiers.processes import alone
from tests.dossiers.processes import at_once
from tests.dossiers.processes import die_at

BATCH = 50


def _admit_in_turn(store: Store, count: int) -> None:
    """Each process opens a dossier that says how many there were: only under the lock that is right."""

    def work(number: int) -> None:
        with writing(store, BOOK, f"medewerker {number}") as ledger:
            there = len(ledger.book().dossiers)
            dossier = ledger.open_dossier()
            ledger.append([Draft(Opened(), dossier), Draft(Person(name=f"{number} na {there}"), dossier)])

    ended = at_once(count, work)
    book = read_book(store, BOOK)
    entries = [entry for dossier in book.dossiers.values() for entry in dossier.entries]
    names = [str(getattr(entry.content, "name", "")).split(" na ") for entry in entries[1::2]]
    numbers = list(range(count))

    assert (0,) * count == ended
    assert list(range(1, 2 * count + 1)) == sorted(entry.number for entry in entries)
    assert (numbers, numbers) == (
        sorted(int(who) for who, _ in names),
        sorted(int(before) for _, before in names),
    )
    assert verify(store, BOOK) == ()


def test_eight_writers_at_once_each_have_their_turn(stores: Store) -> None:
    _admit_in_turn(stores, 8)


@pytest.mark.slow
def test_sixty_four_writers_at_once_each_have_their_turn(stores: Store) -> None:
    _admit_in_turn(stores, 64)


def test_readers_see_whole_batches_while_others_write(stores: Store) -> None:
    admit(stores, "B. Jansen")
    seen = multiprocessing.get_context("fork").SimpleQueue()

    def work(number: int) -> None:
        if number:
            with writing(stores, BOOK, "A. de Vries") as ledger:
                ledger.append([fact("100")] * BATCH)
        else:
            seen.put([len(read_book(stores, BOOK).dossiers[1].entries) for _ in range(5)])

    ended = at_once(4, work)

    assert (0,) * 4 == ended
    assert {2} == {count % BATCH for count in seen.get()}


def test_a_backup_made_while_others_write_is_of_one_moment(stores: Store, tmp_path: Path) -> None:
    admit(stores, "B. Jansen")

    def work(number: int) -> None:
        for time in range(3):
            if number:
                with writing(stores, BOOK, "A. de Vries") as ledger:
                    ledger.append([fact("100")] * BATCH)
            else:
                back_up(stores, tmp_path / f"kopie-{time}")

    ended = at_once(3, work)
    kept = sorted(tmp_path.glob("kopie-*/*.gz"))
    heads = [restore(path, f"{path}.sqlite", stores.keys)[0].number % BATCH for path in kept]

    assert ((0,) * 3, [2] * 3) == (ended, heads)


def test_a_writer_that_dies_at_any_statement_leaves_all_or_nothing(stores: Store) -> None:
    admit(stores, "B. Jansen")
    counts = [2]
    for moment in range(100):

        def work(moment: int = moment) -> None:
            die_at(stores.engine, moment)
            with writing(stores, BOOK, "A. de Vries") as ledger:
                ledger.append([fact("100")] * BATCH)
                ledger.append([Draft(KeysChanged(key="x"))])

        ended = alone(work)
        book = read_book(stores, BOOK)
        counts.append(len(book.dossiers[1].entries))
        assert verify(stores, BOOK) == ()
        if ended == 0:
            break

    # Each attempt but the last one was killed before its commit was through.
    assert ([2] * (len(counts) - 1) + [2 + BATCH], True) == (counts, len(counts) > 10)


@pytest.mark.slow
def test_a_writer_that_is_killed_in_the_middle_of_its_work_loses_nothing_it_reported(stores: Store) -> None:
    admit(stores, "B. Jansen")
    context = multiprocessing.get_context("fork")
    reported = 0
    for _ in range(20):
        reader, writer = context.Pipe(duplex=False)

        def work(writer: multiprocessing.connection.Connection = writer) -> None:
            while True:
                with writing(stores, BOOK, "A. de Vries") as ledger:
                    ledger.append([fact("100")] * BATCH)
                writer.send(b"")

        process = context.Process(target=work)
        process.start()
        for _ in range(random.randint(1, 4)):
            reader.recv()
            reported += 1
        process.kill()
        process.join()
        writer.close()
        while reader.poll():  # reported between the last look and the end
            try:
                reader.recv()
            except EOFError:
                break
            reported += 1
        reader.close()
        written, rest = divmod(len(read_book(stores, BOOK).dossiers[1].entries) - 2, BATCH)
        assert (0, True, ()) == (rest, reported <= written <= reported + 1, verify(stores, BOOK))
        reported = written
