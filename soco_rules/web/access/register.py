"""What all processes of a desk have to know of its people: which sessions ended, whose each name is, and its roles.

A name stands under every act, and keeps proposing and adopting apart. So it may never be of two accounts, nor an
account take a second name: an identity provider may let people change their own name.
"""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from tempfile import NamedTemporaryFile

from soco_rules.model.names import letters
from soco_rules.web.access.claims import ClaimsError
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person

_KEPT = 30 * 24 * 60 * 60
_OTHER_ACCOUNT = "Onder uw naam werkt al een ander account. Vraag de beheerder om namen die verschillen."
_OTHER_NAME = "Uw account heeft een andere naam dan eerst. Vraag de beheerder om de nieuwe naam toe te laten."


@dataclass(frozen=True, slots=True)
class Register:
    """A folder with one small file for each ended session, each name and each account, all under their digest."""

    folder: Path

    def end(self, session: str) -> None:
        """Let a session count no more, and forget those that have expired long since."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in self.folder.glob("einde-*"):
            if time.time() - old.stat().st_mtime > _KEPT:
                old.unlink(missing_ok=True)
        self._at("einde", session).touch(mode=0o600)

    def has_ended(self, session: str) -> bool:
        """Whether somebody ended a session."""
        return self._at("einde", session).exists()

    def admit(self, person: Person) -> None:
        """Bind a name to its account and an account to its name, the first time that they are seen.

        Raises:
            ClaimsError: the name is of another account, or the account has another name.
        """
        name, account = letters(person.name), person.account
        if self._bound("account", account, name) != name:
            raise ClaimsError(_OTHER_NAME)
        if self._bound("naam", name, account) != account:
            raise ClaimsError(_OTHER_ACCOUNT)
        self._bind("naam", name, account)
        self._bind("account", account, name)
        if self._bound("naam", name, account) != account:  # somebody else took it this very moment
            raise ClaimsError(_OTHER_ACCOUNT)
        if self.roles_of(person.name) != person.roles:
            self._note(self._at("rollen", name), " ".join(sorted(person.roles)))

    def roles_of(self, name: str) -> frozenset[DeskRole] | None:
        """The roles with which somebody of this name worked here last; None where nobody of this name ever did."""
        try:
            words = self._at("rollen", letters(name)).read_text("ascii").split()
        except FileNotFoundError:
            return None
        return frozenset(role for role in DeskRole if role in words)

    def _note(self, path: Path, text: str) -> None:
        """Write a file that others read at this moment."""
        beside = path.with_name(f"{path.name}-{token_hex(8)}")
        beside.write_text(text, "ascii")
        beside.replace(path)

    def _bound(self, kind: str, one: str, other: str) -> str:
        """What `one` is bound to: `other`, where it is free or bound to that; else something that is not `other`."""
        try:
            return other if self._at(kind, one).read_text("ascii") == _digest(other) else ""
        except FileNotFoundError:
            return other

    def _bind(self, kind: str, one: str, other: str) -> None:
        """Bind `one` where it is free; of two who do that at once one is first."""
        path = self._at(kind, one)
        if path.exists():
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="ascii", dir=self.folder) as whole:
            whole.write(_digest(other))
            whole.flush()
            with suppress(FileExistsError):
                path.hardlink_to(whole.name)

    def _at(self, kind: str, what: str) -> Path:
        return self.folder / f"{kind}-{_digest(what)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
