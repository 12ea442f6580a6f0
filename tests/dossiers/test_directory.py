from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from soco_rules.dossiers.directory import Line
from soco_rules.dossiers.directory import directory_of
from soco_rules.dossiers.directory import matching
from soco_rules.dossiers.directory import namesakes
from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Erased
from soco_rules.model.dossier import Person
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import append


def test_a_book_in_which_nothing_was_written_has_nobody(store: Store) -> None:
    assert {} == directory_of(store, BOOK).lines


def test_what_changed_is_read_and_the_rest_is_kept(stores: Store) -> None:
    admit(stores, "A. Bos")
    admit(stores, "B. Kok")
    before = directory_of(stores, BOOK)
    append(stores, Draft(Person(name="B. de Kok"), 2))
    admit(stores, "C. Vos")

    after = directory_of(stores, BOOK, before)

    assert ["A. Bos", "B. de Kok", "C. Vos"] == [line.name for line in after.lines.values()]
    assert before.lines[1] is after.lines[1]


def test_it_is_what_reading_all_of_it_gives(stores: Store) -> None:
    admit(stores, "A. Bos")
    before = directory_of(stores, BOOK)
    append(stores, Draft(Person(name="A. Bosch"), 1))

    assert directory_of(stores, BOOK) == directory_of(stores, BOOK, before)


def test_of_who_was_erased_nothing_is_kept(store: Store) -> None:
    admit(store, "A. Bos")
    before = directory_of(store, BOOK)
    with writing(store, BOOK, "A. de Vries") as ledger:
        ledger.erase(1)
        ledger.append((Draft(Erased(reason="termijn voorbij", basis="Archiefwet 1995 artikel 5"), 1),))

    assert {1: Line(1, is_erased=True)} == directory_of(store, BOOK, before).lines


def test_another_book_under_the_same_name_is_read_anew(
    store: Store, empty_file: Path, tmp_path: Path, keys: KeyRing
) -> None:
    admit(store, "A. Bos")
    before = directory_of(store, BOOK)
    other = open_store(str(shutil.copy(empty_file, tmp_path / "other.sqlite")), keys)
    admit(other, "X. Ander")

    assert ["X. Ander"] == [line.name for line in directory_of(other, BOOK, before).lines.values()]


def test_a_name_is_found_without_accents_capitals_or_its_whole(store: Store) -> None:
    admit(store, "Ö. Yildiz-van der Laan")
    admit(store, "A. Bos")
    directory = directory_of(store, BOOK)

    assert [[1], [2], [], []] == [
        [line.number for line in matching(directory, text)] for text in ("o. LAAN", "bos", "kok", " ")
    ]


def test_namesakes_have_the_whole_name(store: Store) -> None:
    admit(store, "A. Bos")
    admit(store, "A. Bosch")

    assert [1] == [line.number for line in namesakes(directory_of(store, BOOK), "a.  BOS")]


@pytest.mark.parametrize("name", ["mevrouw A. Bos", "Mw. A.Bos", "de heer á bos", "A. Bos"])
def test_how_somebody_is_addressed_hides_no_namesake(store: Store, name: str) -> None:
    admit(store, "A. Bos")
    admit(store, "mevrouw A. Bos")
    admit(store, "A. de Bos")

    assert [1, 2] == [line.number for line in namesakes(directory_of(store, BOOK), name)]
