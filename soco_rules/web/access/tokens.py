"""Checking a signed token (JWT): by whom, for whom, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from joserfc.jwk import KeySet
from joserfc.jwk import OctKey
from joserfc.jwk import RSAKey

TokenKey = RSAKey | ECKey | OctKey | KeySet
_LEEWAY = 60
_SHORTEST_SECRET = 32


class TokenError(Exception):
    """A token does not count; the message names the kind of fault, and nothing of the token."""


@dataclass(frozen=True, slots=True)
class Checks:
    """What a token has to be: signed with this algorithm and a key, by this issuer for this audience."""

    algorithm: str
    issuer: str
    audience: str
    key: TokenKey = field(repr=False)


def key_for(algorithm: str, content: bytes) -> TokenKey:
    """The key in a file: PEM for RS256 and ES256, a secret of at least 32 bytes for HS256.

    Raises:
        ValueError: it is no such key.
    """
    if algorithm == "HS256":
        secret = content.strip()
        if len(secret) < _SHORTEST_SECRET or secret.startswith(b"-----BEGIN"):
            raise ValueError
        return OctKey.import_key(secret)
    try:
        return (RSAKey if algorithm == "RS256" else ECKey).import_key(content)
    except (JoseError, TypeError):
        raise ValueError from None


def checked(token: str, checks: Checks, now: int) -> Mapping[str, object]:
    """The claims of a token.

    Raises:
        TokenError: it is not signed as `checks` say, has expired or is not yet valid, or is by or for somebody else.
    """
    claims = jwt.JWTClaimsRegistry(
        now=now,
        leeway=_LEEWAY,
        iss={"essential": True, "value": checks.issuer},
        aud={"essential": True, "value": checks.audience},
        exp={"essential": True},
    )
    try:
        found = jwt.decode(token, checks.key, algorithms=[checks.algorithm])
        claims.validate(found.claims)
    except (JoseError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise TokenError(type(error).__name__) from None
    return found.claims
