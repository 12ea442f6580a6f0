"""Keys: what they open, what they do not, and what a key file has to be."""

from __future__ import annotations

import json

import pytest

from soco_rules.dossiers.keys import KeyFileError
from soco_rules.dossiers.keys import WrongKeyError
from soco_rules.dossiers.keys import as_key_file
from soco_rules.dossiers.keys import bsn_index
from soco_rules.dossiers.keys import decrypt
from soco_rules.dossiers.keys import encrypt
from soco_rules.dossiers.keys import file_digest
from soco_rules.dossiers.keys import is_sealed
from soco_rules.dossiers.keys import new_data_key
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.keys import read_key_file
from soco_rules.dossiers.keys import renewed
from soco_rules.dossiers.keys import seal
from soco_rules.dossiers.keys import unwrap
from soco_rules.dossiers.keys import without_old
from soco_rules.dossiers.keys import wrap

RING = new_ring("een")
KEY = new_data_key()
SECRET = json.loads(as_key_file(RING))["sleutels"]["een"]


def test_a_key_file_is_read_back() -> None:
    ring = renewed(RING, "twee")

    assert ring == read_key_file(as_key_file(ring))


def test_a_ring_does_not_show_its_secrets() -> None:
    assert "KeyRing(current='een')" == repr(RING)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "het is geen JSON"),
        (b"\xff", "het is geen JSON"),
        (b"[" * 100_000, "het is geen JSON"),
        (b"[]", "er staat geen soort: sleutels van soco dossier in"),
        (b'{"soort": "iets anders"}', "er staat geen soort: sleutels van soco dossier in"),
        (b'{"soort": "sleutels van soco dossier"}', "de huidige sleutel ontbreekt"),
        (
            b'{"soort": "sleutels van soco dossier", "huidig": ["a"], "sleutels": {"a": "b"}}',
            "de huidige sleutel ontbreekt",
        ),
        (
            b'{"soort": "sleutels van soco dossier", "huidig": "a", "sleutels": {"a": "kort"}}',
            "de sleutel 'a' is geen base64 van 32 bytes",
        ),
        (
            b'{"soort": "sleutels van soco dossier", "huidig": "a", "sleutels": {"a": 1}}',
            "de sleutel 'a' is geen base64 van 32 bytes",
        ),
    ],
)
def test_what_is_no_key_file_is_told(content: bytes, message: str) -> None:
    with pytest.raises(KeyFileError) as raised:
        read_key_file(content)

    assert message == str(raised.value)


def test_a_data_key_opens_for_its_owner_only() -> None:
    wrapped = wrap(RING, KEY, b"dossier 1")

    assert unwrap(RING, "een", wrapped, b"dossier 1") == KEY
    with pytest.raises(WrongKeyError):
        unwrap(RING, "een", wrapped, b"dossier 2")


def test_another_ring_opens_nothing() -> None:
    with pytest.raises(WrongKeyError):
        unwrap(new_ring("een"), "een", wrap(RING, KEY, b""), b"")


def test_a_renewed_ring_opens_what_the_old_one_wrapped_until_that_is_forgotten() -> None:
    ring = renewed(RING, "twee")
    wrapped = wrap(RING, KEY, b"")

    assert unwrap(ring, "een", wrapped, b"") == KEY
    with pytest.raises(WrongKeyError):
        unwrap(without_old(ring), "een", wrapped, b"")


def test_a_ring_is_not_renewed_under_the_same_name() -> None:
    with pytest.raises(KeyFileError):
        renewed(RING, "een")


@pytest.mark.parametrize("place", [0, 12, -1])
def test_a_changed_byte_is_never_read(place: int) -> None:
    encrypted = bytearray(encrypt(KEY, b"omzet", b"beside"))
    encrypted[place] ^= 1

    with pytest.raises(WrongKeyError):
        decrypt(KEY, bytes(encrypted), b"beside")


def test_what_is_cut_off_is_never_read() -> None:
    with pytest.raises(WrongKeyError):
        decrypt(KEY, b"short", b"")


def test_the_same_text_is_encrypted_differently_each_time() -> None:
    assert encrypt(KEY, b"omzet", b"") != encrypt(KEY, b"omzet", b"")


def test_a_bsn_is_found_in_its_own_book_only() -> None:
    assert bsn_index(KEY, "999990019") == bsn_index(KEY, "999990019")
    assert bsn_index(KEY, "999990019") != bsn_index(new_data_key(), "999990019")


def test_a_bsn_and_a_file_never_have_one_digest() -> None:
    assert bsn_index(KEY, "999990019").hex() != file_digest(KEY, b"999990019")


def test_a_seal_holds_for_its_text_and_key() -> None:
    given = seal(RING, "een", b"head")

    assert (True, False, False, False) == (
        is_sealed(RING, "een", b"head", given),
        is_sealed(RING, "een", b"tail", given),
        is_sealed(new_ring("een"), "een", b"head", given),
        is_sealed(RING, "unknown", b"head", given),
    )
