"""Signing in with an identity provider: OpenID Connect with the authorization code, PKCE, state and nonce."""

from __future__ import annotations

import base64
import hmac
import re
import secrets
import time
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore
from threading import Lock
from typing import Any
from urllib.parse import quote_plus
from urllib.parse import urlencode

import httpx2
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from soco_rules.web.access.claims import claim_at
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
_LET_BE = 5.0
_AT_ONCE = 16
_IN_LINE = 2.0
"""Seconds that a provider is let be after it did not answer, how many people ask it something at a time, and seconds
that the next one waits for a place. Whoever is at work here notices nothing of a provider that keeps others waiting.
"""


_AWAY = "De aanmelddienst is nu niet te bereiken."
_NOT_FINISHED = "De aanmelddienst heeft de aanmelding niet afgerond."
_ERROR = re.compile(r"[a-z_]{1,40}")


@dataclass(frozen=True, slots=True)
class _Tokens:
    """What the provider gives for a code."""

    identity: str
    access: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What the provider tells of itself, with its keys."""

    at: float
    said: Mapping[str, object]
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
        self._places = BoundedSemaphore(_AT_ONCE)
        self._known: _Known | None = None
        self._away: tuple[float, str] | None = None

    def begin(self, back: str) -> tuple[str, Pending]:
        """Where to send somebody, and what to remember meanwhile.

        Raises:
            SignInError: the provider cannot be reached.
        """
        fresh = secrets.token_urlsafe
        pending = Pending(fresh(24), fresh(24), fresh(48), back, int(self._clock()))
        with self._place():
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
        with self._place():
            return self._finished(pending, answer)

    def _finished(self, pending: Pending, answer: Mapping[str, str]) -> Mapping[str, object]:
        names_itself = self._current().said.get("authorization_response_iss_parameter_supported") is True
        if answer.get("iss", "" if names_itself else self.oidc.issuer) != self.oidc.issuer:
            raise SignInError("Dit antwoord komt van een andere aanmelddienst.")
        if "error" in answer or not answer.get("code"):
            raise SignInError("De aanmelddienst heeft u niet toegelaten.", _named(answer.get("error", "")))
        found = self._exchanged(answer["code"], pending.verifier)
        claims = self._checked(found.identity)
        if not _is_same(str(claims.get("nonce", "")), pending.nonce):
            raise SignInError("Dit antwoord is van een andere aanmelding.")
        if claims.get("azp", _alone(claims, self.oidc.client)) != self.oidc.client:
            raise SignInError("Dit antwoord is voor een ander systeem.")
        return self._completed(claims, found.access)

    def leave(self, back: str) -> str | None:
        """Where somebody signs off at the provider as well; None where it has no such place.

        Raises:
            SignInError: the provider cannot be reached.
        """
        with self._place():
            endpoint = self._current().endpoints.get("end_session_endpoint")
        if not endpoint:
            return None
        asked = urlencode({"client_id": self.oidc.client, "post_logout_redirect_uri": back})
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{asked}"

    @contextmanager
    def _place(self) -> Iterator[None]:
        """One of the few places from which the provider is asked; without one it is as if the provider is away."""
        if not self._places.acquire(timeout=_IN_LINE):
            raise SignInError(_AWAY, "te_druk")
        try:
            yield
        finally:
            self._places.release()

    def _client(self) -> Any:  # noqa: ANN401 - authlib has no types
        return OAuth2Client(
            self.oidc.client,
            self.oidc.secret or None,
            token_endpoint_auth_method=self._shown_as(),
            scope=self.oidc.scope,
            redirect_uri=self._returns_to,
            code_challenge_method="S256",
            timeout=_PATIENCE,
        )

    def _shown_as(self) -> Any:  # noqa: ANN401 - a name that authlib knows, or a function of it
        """How the desk shows its secret: in a header, unless the provider takes it in the form only."""
        if not self.oidc.secret:
            return "none"
        ways = self._current().said.get("token_endpoint_auth_methods_supported")
        if isinstance(ways, list) and "client_secret_basic" not in ways and "client_secret_post" in ways:
            return "client_secret_post"
        return _in_header

    def _exchanged(self, code: str, verifier: str) -> _Tokens:
        endpoint = self._current().endpoints["token_endpoint"]
        try:
            with self._client() as client:
                found = client.fetch_token(
                    endpoint, grant_type="authorization_code", code=code, code_verifier=verifier
                )
        except OAuthError as error:
            raise SignInError(_NOT_FINISHED, _named(error.error)) from None
        except (httpx2.HTTPError, ValueError) as error:
            raise SignInError(_NOT_FINISHED, type(error).__name__) from None
        token = found.get("id_token")
        if not isinstance(token, str):
            raise SignInError("De aanmelddienst zegt niet wie u bent.")
        return _Tokens(token, str(found.get("access_token", "")))

    def _completed(self, claims: Mapping[str, object], access: str) -> Mapping[str, object]:
        """The claims; where no name or role is among them, with what the userinfo address tells of the same person."""
        names, endpoint = self.oidc.claims, self._current().endpoints.get("userinfo_endpoint")
        if not endpoint or not access or all(claim_at(claims, each) for each in (names.name, names.roles)):
            return claims
        try:
            with httpx2.Client(timeout=_PATIENCE, headers={"Authorization": f"Bearer {access}"}) as client:
                more = _json(client, endpoint)
        except (httpx2.HTTPError, ValueError, TypeError) as error:
            raise SignInError(_NOT_FINISHED, type(error).__name__) from None
        if more.get("sub") != claims.get("sub"):
            raise SignInError("De aanmelddienst zegt niet wie u bent.", "userinfo_sub")
        return more | dict(claims)

    def _checked(self, token: str) -> Mapping[str, object]:
        """The claims of an identity token; a key that is not known yet is asked for once."""
        why = ""
        for known in (self._current(), self._current(at_most=_AT_LEAST)):
            checks = Checks(self.oidc.algorithm, self.oidc.issuer, self.oidc.client, known.keys)
            try:
                return checked(token, checks, int(self._clock()))
            except TokenError as error:
                why = str(error)
        raise SignInError("Het bewijs van de aanmelddienst klopt niet of is verlopen.", why)

    def _current(self, at_most: float = _KEPT) -> _Known:
        """What the provider tells of itself, no older than so many seconds."""
        with self._lock:
            now = self._clock()
            if self._known is None or now - self._known.at > at_most:
                if self._away is not None and 0 <= now - self._away[0] < _LET_BE:
                    raise SignInError(_AWAY, self._away[1])
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
        except (httpx2.HTTPError, ValueError, KeyError, TypeError, JoseError) as error:
            self._away = self._clock(), type(error).__name__
            raise SignInError(_AWAY, type(error).__name__) from None
        return _Known(now, said, endpoints, keys)


def _json(client: httpx2.Client, address: str) -> dict[str, object]:
    answer = client.get(address)
    answer.raise_for_status()
    said = answer.json()
    if not isinstance(said, dict):
        raise TypeError
    return said


def _is_same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _alone(claims: Mapping[str, object], client: str) -> str:
    """For whom a token is that does not name it: its one audience; of more it has to be named."""
    audience = claims.get("aud")
    return "" if isinstance(audience, list) and len(audience) > 1 else client


def _named(error: str) -> str:
    """The code of an error as OAuth writes it; anything else is not repeated in the log."""
    return error if _ERROR.fullmatch(error) else "-"


def _in_header(client: Any, _: str, uri: str, headers: dict[str, str], body: str) -> tuple[str, Any, str]:  # noqa: ANN401 - authlib has no types
    """Show the secret as RFC 6749 section 2.3.1 has it: both parts encoded first, for it may hold a plus or a colon."""
    both = f"{quote_plus(client.client_id)}:{quote_plus(client.client_secret)}"
    headers["Authorization"] = f"Basic {base64.b64encode(both.encode()).decode()}"
    return uri, headers, body
