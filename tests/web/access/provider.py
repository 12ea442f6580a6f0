"""A small identity provider on this machine: real HTTP and real keys, and wrong on request."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import quote_plus
from urllib.parse import urlencode
from urllib.parse import urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet
from joserfc.jwk import RSAKey

CLIENT, SECRET = "soco", "geheim van de test"


@dataclass
class IdentityProvider:
    """Who it says that everybody is, and what is wrong with how it says so."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    named: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "een"}))
    published: list[RSAKey] = field(default_factory=list)
    asked: dict[str, dict[str, str]] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)
    secret: str = SECRET

    def described(self) -> dict[str, Any]:
        """The discovery document."""
        at = self.issuer
        return {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "jwks_uri": f"{at}/jwks",
            "end_session_endpoint": f"{at}/logout",
        } | self.named

    def signed_in(self, question: dict[str, str]) -> str:
        """The address to which somebody who signed in goes back."""
        code = f"code-{len(self.asked)}"
        self.asked[code] = question
        return f"{question['redirect_uri']}?{urlencode({'code': code, 'state': question['state']})}"

    def token(self, form: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """What a client gets for a code; nothing without its secret and the verifier of who asked."""
        question = self.asked.pop(form.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        expected = "Basic " + base64.b64encode(f"{CLIENT}:{quote_plus(self.secret)}".encode()).decode()
        if (
            question is None
            or question["code_challenge"] != challenge.rstrip(b"=").decode()
            or question["code_challenge_method"] != "S256"
            or question["redirect_uri"] != form.get("redirect_uri")
            or authorization != expected
        ):
            return None
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "exp": now + 300,
            "iat": now,
            "nonce": question["nonce"],
            "sub": "km-1",
            "name": "K. Jansen",
            "roles": ["klantmanager"],
        } | self.claims
        return {"access_token": "x", "token_type": "Bearer", "id_token": self.written(claims)}

    def written(self, claims: dict[str, Any]) -> str:
        """The claims as a token, with whatever is wrong in its header."""
        header = {"alg": "RS256", "kid": self.key.kid} | self.header
        if header["alg"] == "RS256":
            return jwt.encode(header, claims, self.key)
        first = b".".join(
            base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=") for p in (header, claims)
        )
        return first.decode() + "."


@contextmanager
def running(provider: IdentityProvider) -> Iterator[IdentityProvider]:
    """The provider on a port of this machine, which becomes its issuer."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            provider.heard.append(parts.path)
            match parts.path:
                case "/.well-known/openid-configuration":
                    self._tell(200, provider.described())
                case "/jwks":
                    keys = KeySet([*provider.published] or [provider.key])
                    self._tell(200, dict(keys.as_dict(private=False)))
                case "/userinfo" if self.headers["Authorization"] == "Bearer x":
                    self._tell(200, provider.more)
                case "/authorize":
                    question = {name: values[0] for name, values in parse_qs(parts.query).items()}
                    self.send_response(302)
                    self.send_header("Location", provider.signed_in(question))
                    self.end_headers()
                case _:
                    self._tell(404, {})

        def do_POST(self) -> None:
            form = self.rfile.read(int(self.headers["Content-Length"])).decode()
            fields = {name: values[0] for name, values in parse_qs(form).items()}
            found = provider.token(fields, self.headers.get("Authorization", ""))
            self._tell(200 if found else 400, found or {"error": "invalid_grant"})

        def _tell(self, status: int, said: dict[str, Any]) -> None:
            content = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        try:
            yield provider
        finally:
            server.shutdown()
            serving.join()
