"""Signing in with an identity provider: OpenID Connect with the authorization code, PKCE, state and nonce."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any
from urllib.parse import urlencode

import httpx2
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from soco_rules.web.access.pending import Pending
from soco_rules.web.access.pending import SignInError
from soco_rules.web.access.tokens import Checks
from soco_rules.web.access.tokens import TokenError
from soco_rules.web.access.tokens import checked
from soco_rules.web.access.ways import Oidc
from soco_rules.web.settings import is_safe

_PATIENCE = 10.0
_KEPT = 3600.0
_AT_LEAST = 30.0
"""Seconds for an answer of the provider, that its answer is kept, and between two times that its keys are asked."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the provider tells of itself, with its keys."""

    at: float
    endpoints: Mapping[str, str]
    keys: KeySet


class Provider:
    """An identity provider as it describes itself; that is asked at the first need, and again each hour."""

    def __init__(self, oidc: Oidc, returns_to: str, clock: Callable[[], float] = time.time) -> None:
        """Ask nothing yet. `returns_to` is the address to which the provider sends people back."""
        self.oidc = oidc
        self._returns_to = returns_to
        self._clock = clock
        self._lock = Lock()
        self._known: _Known | None = None

    def begin(self, back: str) -> tuple[str, Pending]:
        """Where to send somebody, and what to remember meanwhile.

        Raises:
            SignInError: the provider cannot be reached.
        """
        fresh = secrets.token_urlsafe
        pending = Pending(fresh(24), fresh(24), fresh(48), back, int(self._clock()))
        endpoint = self._current().endpoints["authorization_endpoint"]
        with self._client() as client:
            address, _ = client.create_authorization_url(
                endpoint, state=pending.state, code_verifier=pending.verifier, nonce=pending.nonce
            )
        return str(address), pending

    def finish(self, pending: Pending, answer: Mapping[str, str]) -> Mapping[str, object]:
        """What the provider claims of who came back with this answer.

        Raises:
            SignInError: the answer is not to what was asked, or the provider says no or cannot be reached.
        """
        if not _is_same(answer.get("state", ""), pending.state):
            raise SignInError("Dit antwoord hoort niet bij een aanmelding die hier begon.")
        if answer.get("iss", self.oidc.issuer) != self.oidc.issuer:
            raise SignInError("Dit antwoord komt van een andere aanmelddienst.")
        if "error" in answer or not answer.get("code"):
            raise SignInError("De aanmelddienst heeft u niet toegelaten.")
        token = self._exchanged(answer["code"], pending.verifier)
        claims = self._checked(token)
        if not _is_same(str(claims.get("nonce", "")), pending.nonce):
            raise SignInError("Dit antwoord is van een andere aanmelding.")
        if claims.get("azp", self.oidc.client) != self.oidc.client:
            raise SignInError("Dit antwoord is voor een ander programma.")
        return claims

    def leave(self, back: str) -> str | None:
        """Where somebody signs off at the provider as well; None where it has no such place.

        Raises:
            SignInError: the provider cannot be reached.
        """
        endpoint = self._current().endpoints.get("end_session_endpoint")
        if not endpoint:
            return None
        asked = urlencode({"client_id": self.oidc.client, "post_logout_redirect_uri": back})
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{asked}"

    def _client(self) -> Any:  # noqa: ANN401 - authlib has no types
        return OAuth2Client(
            self.oidc.client,
            self.oidc.secret or None,
            token_endpoint_auth_method="client_secret_basic" if self.oidc.secret else "none",
            scope=self.oidc.scope,
            redirect_uri=self._returns_to,
            code_challenge_method="S256",
            timeout=_PATIENCE,
        )

    def _exchanged(self, code: str, verifier: str) -> str:
        endpoint = self._current().endpoints["token_endpoint"]
        try:
            with self._client() as client:
                found = client.fetch_token(
                    endpoint, grant_type="authorization_code", code=code, code_verifier=verifier
                )
        except (OAuthError, httpx2.HTTPError, ValueError):
            raise SignInError("De aanmelddienst heeft de aanmelding niet afgerond.") from None
        token = found.get("id_token")
        if not isinstance(token, str):
            raise SignInError("De aanmelddienst zegt niet wie u bent.")
        return token

    def _checked(self, token: str) -> Mapping[str, object]:
        """The claims of an identity token; a key that is not known yet is asked for once."""
        for known in (self._current(), self._current(at_most=_AT_LEAST)):
            checks = Checks(self.oidc.algorithm, self.oidc.issuer, self.oidc.client, known.keys)
            try:
                return checked(token, checks, int(self._clock()))
            except TokenError:
                continue
        raise SignInError("Het bewijs van de aanmelddienst klopt niet of is verlopen.")

    def _current(self, at_most: float = _KEPT) -> _Known:
        """What the provider tells of itself, no older than so many seconds."""
        with self._lock:
            now = self._clock()
            if self._known is None or now - self._known.at > at_most:
                self._known = self._asked(now)
            return self._known

    def _asked(self, now: float) -> _Known:
        try:
            with httpx2.Client(timeout=_PATIENCE) as client:
                said = _json(client, f"{self.oidc.issuer.rstrip('/')}/.well-known/openid-configuration")
                if said.get("issuer") != self.oidc.issuer:
                    raise SignInError("De aanmelddienst noemt zich anders dan in de instellingen staat.")
                endpoints = {
                    name: address
                    for name, address in said.items()
                    if isinstance(address, str) and name.endswith(("_endpoint", "jwks_uri"))
                }
                wanted = {"authorization_endpoint", "token_endpoint", "jwks_uri"}
                if not wanted <= endpoints.keys() or not all(map(is_safe, endpoints.values())):
                    raise SignInError("De aanmelddienst noemt niet alle adressen, of onveilige.")
                keys = KeySet.import_key_set(_json(client, endpoints["jwks_uri"]))  # type: ignore[arg-type] # checked by it
        except (httpx2.HTTPError, ValueError, KeyError, TypeError, JoseError):
            raise SignInError("De aanmelddienst is nu niet te bereiken.") from None
        return _Known(now, endpoints, keys)


def _json(client: httpx2.Client, address: str) -> dict[str, object]:
    answer = client.get(address)
    answer.raise_for_status()
    said = answer.json()
    if not isinstance(said, dict):
        raise TypeError
    return said


def _is_same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
