"""A backup that is really put back, and one that is not whole."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import anchor
from soco_rules.dossiers.store import back_up
from soco_rules.dossiers.store import find_by_bsn
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import restore
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Erased
from soco_rules.model.dossier import Opened
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import append
from tests.dossiers.books import fact


def _filled(store: Store) -> Store:
    admit(store, "B. Jansen", "999990019")
    admit(store, "C. Bakker", "999990020")
    append(store, *[fact("100")] * 1500)
    with writing(store, BOOK, "A. de Vries") as ledger:
        ledger.erase(2)
        ledger.append([Draft(Erased(reason="r", basis="b"), 2)])
    with writing(store, "gouda/scope", "A. de Vries") as ledger:
        ledger.append([Draft(Opened(), ledger.open_dossier())])
    return store


def _codes(backup: Path, address: str, keys: KeyRing) -> list[str]:
    with pytest.raises(StoreError) as raised:
        restore(backup, address, keys)
    return [found.code for found in raised.value.diagnostics]


def test_a_backup_is_put_back_into_either_database(stores: Store, empty_address: str, tmp_path: Path) -> None:
    store = _filled(stores)
    kept = anchor(store, BOOK)
    path, heads = back_up(store, tmp_path / "reservekopie")
    put_back = restore(path, empty_address, store.keys, anchors=(kept,))
    again = open_store(empty_address, store.keys)

    assert (heads, agreements(store)) == (put_back, agreements(again))
    assert [read_book(store, each) for each in agreements(store)] == [
        read_book(again, each) for each in agreements(again)
    ]
    assert (1, None) == (find_by_bsn(again, BOOK, "999990019"), find_by_bsn(again, BOOK, "999990020"))
    assert verify(again, BOOK, kept) == ()


def test_a_store_that_was_put_back_goes_on(store: Store, tmp_path: Path) -> None:
    path, _ = back_up(_filled(store), tmp_path)
    address = str(tmp_path / "hersteld.sqlite")
    restore(path, address, store.keys)
    again = open_store(address, store.keys)

    assert (3, ()) == (admit(again, "D. Visser"), verify(again, BOOK))


def test_a_backup_tells_nothing_without_the_keys(store: Store, tmp_path: Path) -> None:
    path, _ = back_up(_filled(store), tmp_path)
    content = gzip.decompress(path.read_bytes())

    assert (False, False, 0o600) == (
        b"999990019" in content,
        b"Jansen" in content,
        path.stat().st_mode & 0o777,
    )


def test_a_backup_of_nothing_is_put_back(store: Store, tmp_path: Path) -> None:
    path, _ = back_up(store, tmp_path)

    assert restore(path, str(tmp_path / "hersteld.sqlite"), store.keys) == ()


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _without_last_line(content: bytes) -> bytes:
    return gzip.compress(b"\n".join(gzip.decompress(content).splitlines()[:-1]) + b"\n")


def _with_another_row(content: bytes) -> bytes:
    return gzip.compress(gzip.decompress(content).replace(b'"last_dossier": 2', b'"last_dossier": 3'))


def _with_a_line_behind(content: bytes) -> bytes:
    return gzip.compress(gzip.decompress(content) + b"{}\n")


@pytest.mark.parametrize(
    "damage",
    [
        _cut,
        _without_last_line,
        _with_another_row,
        _with_a_line_behind,
        lambda _: b"",
        lambda _: b"no gzip",
        lambda _: gzip.compress(b"no json"),
        lambda _: gzip.compress(b"[]\n"),
        lambda _: gzip.compress(b"{}\n"),
    ],
)
def test_half_a_backup_makes_no_store(store: Store, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path, _ = back_up(_filled(store), tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    target = tmp_path / "hersteld.sqlite"

    assert ["reservekopie"] == _codes(path, str(target), store.keys)
    assert not target.exists()


def test_a_backup_is_not_put_over_books(store: Store, tmp_path: Path) -> None:
    path, _ = back_up(_filled(store), tmp_path)
    before = read_book(store, BOOK)

    assert ["opslag-niet-leeg"] == _codes(path, store.place, store.keys)
    assert before == read_book(store, BOOK)


def test_with_other_keys_nothing_is_put_back(store: Store, tmp_path: Path) -> None:
    path, _ = back_up(_filled(store), tmp_path)
    target = tmp_path / "hersteld.sqlite"

    assert ["sleutels-passen-niet"] == _codes(path, str(target), new_ring("test"))
    assert [] == [file.name for file in tmp_path.iterdir() if file.name.startswith("hersteld")]


def _forged(content: bytes) -> bytes:
    """A backup with one letter of a name in it changed, and with a sum that fits that."""
    lines = gzip.decompress(content).replace(b"A. de Vries", b"B. de Vries").splitlines(keepends=True)[:-1]
    last = {"regels": len(lines), "sha256": hashlib.sha256(b"".join(lines)).hexdigest()}
    return gzip.compress(b"".join(lines) + json.dumps(last).encode() + b"\n")


def test_a_forged_backup_is_not_put_back(stores: Store, empty_address: str, tmp_path: Path) -> None:
    admit(stores, "B. Jansen")
    path, _ = back_up(stores, tmp_path / "reservekopie")
    path.write_bytes(_forged(path.read_bytes()))
    codes = _codes(path, empty_address, stores.keys)

    assert ["boek-beschadigd"] * 2 == codes
    if "://" in empty_address:
        assert () == agreements(open_store(empty_address, stores.keys))
    else:
        assert not Path(empty_address).exists()


def test_an_older_backup_is_not_put_back_where_an_anchor_is_newer(store: Store, tmp_path: Path) -> None:
    admit(store, "B. Jansen")
    path, _ = back_up(store, tmp_path)
    append(store, fact("100"))
    kept = anchor(store, BOOK)
    with pytest.raises(StoreError) as raised:
        restore(path, str(tmp_path / "hersteld.sqlite"), store.keys, anchors=(kept,))

    assert ["boek-beschadigd"] == [found.code for found in raised.value.diagnostics]


def test_a_book_that_the_anchor_knows_and_the_backup_does_not_is_told(store: Store, tmp_path: Path) -> None:
    path, _ = back_up(store, tmp_path)
    admit(store, "B. Jansen")
    kept = anchor(store, BOOK)
    with pytest.raises(StoreError) as raised:
        restore(path, str(tmp_path / "hersteld.sqlite"), store.keys, anchors=(kept,))

    assert ["Het boek 'delft/scope' staat niet in de reservekopie, en wel in een anker."] == [
        found.message for found in raised.value.diagnostics
    ]
