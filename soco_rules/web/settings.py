"""How the desk is set up."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import UTC
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends
from fastapi import Request

from soco_rules.web.access.ways import Local
from soco_rules.web.access.ways import Way

if TYPE_CHECKING:
    from soco_rules.dossiers.keys import KeyRing

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""The names under which a computer reaches itself."""


def today() -> int:
    """The day number of today."""
    return datetime.now(tz=UTC).astimezone().date().toordinal()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one desk takes on. Sizes are in bytes, `slowest` and `work` are in seconds.

    `at_once` counts the requests that one process answers at a time, `of_one` how many of those are of one person,
    `per_minute` what one person asks, `sign_ins` the attempts to sign in from one address in a minute; `slowest` is how
    long a body may take to arrive, and `work` how long one piece of work may take that runs beside the pages.
    """

    body: int = 1_000_000
    at_once: int = 200
    of_one: int = 12
    per_minute: int = 600
    sign_ins: int = 60
    slowest: float = 30.0
    work: float = 3600.0


@dataclass(frozen=True, slots=True)
class Settings:
    """Where everything is. Without `dossiers` (an address and its keys) there are no dossiers at this desk.

    `today` gives the day number of today: no page reads the clock in any other place. `origin` is the
    address at which people reach the desk (`https://soco.havendorp.example`), empty where that is this computer only.
    `may_pick_up`: a caseworker may open a dossier that is on nobody's desk. `backups` is the folder for backups and
    anchors. `functions` are those in which somebody may sign, by his name or account, where the identity provider does
    not say it; `may_choose_function`: of whom none is known chooses one of the mandate register. `contact` is the
    e-mail address of who runs this desk, for whoever builds on its API.
    """

    root: Path
    dossiers: str | None = None
    keys: KeyRing | None = None
    today: Callable[[], int] = today
    access: Way = field(default_factory=Local)
    origin: str = ""
    limits: Limits = field(default_factory=Limits)
    may_pick_up: bool = True
    functions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    may_choose_function: bool = False
    backups: Path | None = None
    contact: str = ""

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which the desk answers, without a port."""
        return frozenset({host_in(urlsplit(self.origin).netloc)}) if self.origin else LOOPBACK

    @property
    def is_encrypted(self) -> bool:
        """Whether people reach the desk over TLS."""
        return self.origin.startswith("https://")

    @property
    def is_local(self) -> bool:
        """Whether the one user of this computer works here."""
        return isinstance(self.access, Local)


def host_in(netloc: str) -> str:
    """The name in `name:port`, in small letters."""
    host, _, port = netloc.rpartition(":")
    return (host if host and port.isdigit() else netloc).lower()


def is_safe(address: str) -> bool:
    """Whether nobody reads along on the way to an address: over TLS, or on this computer."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def settings_of(request: Request) -> Settings:
    """How the desk that a request is sent to is set up."""
    settings: Settings = request.app.state.settings
    return settings


SetUp = Annotated[Settings, Depends(settings_of)]
