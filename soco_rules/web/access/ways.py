"""The three ways to be known at the desk, as they are set up.

`algorithm` is how a token is signed that counts; a token itself never chooses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from soco_rules.web.people import DeskRole


@dataclass(frozen=True, slots=True)
class ClaimNames:
    """Which claim of a token says what, with dots for a claim inside a claim; `roles_by_word` reads a role from a word.

    `name` has to tell people apart and `account` never changes: the register of names holds one against the other.
    """

    name: str = "name"
    account: str = "sub"
    roles: str = "roles"
    function: str = "functie"
    roles_by_word: Mapping[str, DeskRole] = field(
        default_factory=lambda: {str(role): role for role in DeskRole}
    )


@dataclass(frozen=True, slots=True)
class SessionRules:
    """How sessions are kept. `keys` sign, the last one new sessions; `idle` and `longest` are in seconds.

    In `folder` stands which sessions have ended and whose each name is; every process of a desk shares it.
    """

    keys: tuple[bytes, ...] = field(repr=False)
    folder: Path
    idle: int = 30 * 60
    longest: int = 10 * 60 * 60


@dataclass(frozen=True, slots=True)
class Local:
    """One user of this computer, who shows with a key from the terminal to be the one who started the desk."""

    name: str = "lokale gebruiker"
    port: int = 8000


@dataclass(frozen=True, slots=True)
class Proxy:
    """A reverse proxy that signs in a header who sends a request; `leave` is where somebody signs off there."""

    header: str
    algorithm: str
    key: bytes = field(repr=False)
    issuer: str
    audience: str
    claims: ClaimNames
    folder: Path
    leave: str = ""


@dataclass(frozen=True, slots=True)
class Oidc:
    """An identity provider with OpenID Connect; without `secret` the desk is a public client, with PKCE alone."""

    issuer: str
    client: str
    claims: ClaimNames
    sessions: SessionRules
    algorithm: str = "RS256"
    secret: str = field(default="", repr=False)
    scope: str = "openid profile"


Way = Local | Proxy | Oidc
