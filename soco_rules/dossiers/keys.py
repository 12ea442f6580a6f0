"""The keys of the dossiers: a file outside the database, from which everything that is secret follows.

Each key of the file gives two: one that wraps the data keys of the dossiers and one that seals the head of a book. From
the data key of a book follows what finds a BSN or a file in it, so that these stay when the keys of the file change. A
dossier is readable as long as its own data key exists: who destroys that, erases it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KIND = "sleutels van soco dossier"
_LENGTH = 32
_NONCE = 12


class WrongKeyError(Exception):
    """Something cannot be read with these keys, or was changed: which of the two cannot be told."""


class KeyFileError(Exception):
    """A text is no key file; the message says why, in Dutch, without any of it."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The secrets by their id; `current` is the one that new data keys are wrapped with."""

    current: str
    secrets: Mapping[str, bytes] = field(repr=False)


def new_ring(name: str) -> KeyRing:
    """A ring with one fresh key."""
    return KeyRing(name, {name: os.urandom(_LENGTH)})


def renewed(ring: KeyRing, name: str) -> KeyRing:
    """The ring with a fresh key as the current one; the others stay, to read what they wrapped.

    Raises:
        KeyFileError: there is a key of this name.
    """
    if name in ring.secrets:
        raise KeyFileError(f"er is al een sleutel '{name}'")
    return KeyRing(name, {**ring.secrets, name: os.urandom(_LENGTH)})


def without_old(ring: KeyRing) -> KeyRing:
    """The ring with its current key only: what another one wrapped is then unreadable for ever."""
    return KeyRing(ring.current, {ring.current: ring.secrets[ring.current]})


def as_key_file(ring: KeyRing) -> bytes:
    """The text of the key file."""
    secrets = {name: base64.b64encode(secret).decode() for name, secret in ring.secrets.items()}
    content = {"soort": KIND, "huidig": ring.current, "sleutels": secrets}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def read_key_file(content: bytes) -> KeyRing:
    """The keys of a file.

    Raises:
        KeyFileError: it is none.
    """
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise KeyFileError("het is geen JSON") from None
    if not isinstance(data, dict) or data.get("soort") != KIND:
        raise KeyFileError(f"er staat geen soort: {KIND} in")
    current, written = data.get("huidig"), data.get("sleutels")
    if not isinstance(written, dict) or not isinstance(current, str) or current not in written:
        raise KeyFileError("de huidige sleutel ontbreekt")
    return KeyRing(current, {name: _secret(name, text) for name, text in written.items()})


def _secret(name: str, text: object) -> bytes:
    try:
        secret = base64.b64decode(text if isinstance(text, str) else "", validate=True)
    except binascii.Error:
        secret = b""
    if len(secret) != _LENGTH:
        raise KeyFileError(f"de sleutel '{name}' is geen base64 van {_LENGTH} bytes")
    return secret


def new_data_key() -> bytes:
    """The key of one dossier."""
    return os.urandom(_LENGTH)


def wrap(ring: KeyRing, data_key: bytes, owner: bytes) -> bytes:
    """A data key that only the current key opens, and only for its owner."""
    return encrypt(_derived(ring.secrets[ring.current], b"wrap"), data_key, owner)


def unwrap(ring: KeyRing, name: str, wrapped: bytes, owner: bytes) -> bytes:
    """The data key that the key `name` wrapped.

    Raises:
        WrongKeyError: the ring has no such key, or it was wrapped by another one or for another owner.
    """
    if name not in ring.secrets:
        raise WrongKeyError(name)
    return decrypt(_derived(ring.secrets[name], b"wrap"), wrapped, owner)


def opens(ring: KeyRing, name: str, wrapped: bytes, owner: bytes) -> bool:
    """Whether a ring opens a data key."""
    try:
        unwrap(ring, name, wrapped, owner)
    except WrongKeyError:
        return False
    return True


def encrypt(key: bytes, plain: bytes, beside: bytes) -> bytes:
    """The text under a key, bound to what stands `beside` it in clear."""
    nonce = os.urandom(_NONCE)
    return nonce + _cipher(key).encrypt(nonce, plain, beside)


def decrypt(key: bytes, encrypted: bytes, beside: bytes) -> bytes:
    """What `encrypt` got.

    Raises:
        WrongKeyError: another key, or another text beside it.
    """
    try:
        return _cipher(key).decrypt(encrypted[:_NONCE], encrypted[_NONCE:], beside)
    except (InvalidTag, ValueError):
        raise WrongKeyError from None


def bsn_index(book_key: bytes, bsn: str) -> bytes:
    """What finds a BSN within one book; in two books it differs, so that nobody is followed from one to the other."""
    return _keyed(_derived(book_key, b"bsn"), bsn.encode())


def file_digest(book_key: bytes, content: bytes) -> str:
    """What recognises a file within one book, and tells nothing of it to who lacks the keys."""
    return _keyed(_derived(book_key, b"file"), content).hex()


def seal(ring: KeyRing, name: str, text: bytes) -> bytes:
    """What only who has the keys can put under the head of a book."""
    return _keyed(_derived(ring.secrets[name], b"seal"), text)


def is_sealed(ring: KeyRing, name: str, text: bytes, given: bytes) -> bool:
    """Whether a seal was made with the key `name` for this text."""
    return name in ring.secrets and hmac.compare_digest(seal(ring, name, text), given)


def _keyed(key: bytes, text: bytes) -> bytes:
    return hmac.digest(key, text, hashlib.sha256)


@lru_cache(maxsize=256)
def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), _LENGTH, salt=None, info=b"soco dossier " + purpose).derive(secret)


@lru_cache(maxsize=4096)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)
