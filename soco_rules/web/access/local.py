"""The one user of this computer: a key that works once, in the address that only the terminal shows."""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Callable
from threading import Lock

ENTER = "/aanmelden/sleutel"


class OneTimeKey:
    """A key for one entry. When it is spent another takes its place, which `announce` tells to who started the desk."""

    def __init__(self, announce: Callable[[str], None]) -> None:
        """Make the first key, without telling it."""
        self._announce = announce
        self._lock = Lock()
        self._key = secrets.token_urlsafe(32)

    @property
    def current(self) -> str:
        """The key that works now."""
        return self._key

    def spend(self, given: str) -> bool:
        """Whether this is the key; it is not the next time."""
        with self._lock:
            if not hmac.compare_digest(given.encode(), self._key.encode()):
                return False
            self._key = secrets.token_urlsafe(32)
        self._announce(self._key)
        return True


def new_session_keys() -> tuple[bytes, ...]:
    """Keys for as long as this desk runs: after a restart nobody is known."""
    return (os.urandom(32),)
