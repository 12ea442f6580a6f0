"""The ways to be known at the desk, from the environment."""

from __future__ import annotations

import base64
import binascii
import os
import re
from pathlib import Path

from soco_rules.diagnostics import did_you_mean
from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Local
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import Proxy
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.access.ways import Way
from soco_rules.web.people import DeskRole
from soco_rules.web.settings import is_safe
from soco_rules.web.variables import Said

_SHORTEST_KEY = 32
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", re.ASCII)


def way_in(said: Said, way: str, port: int) -> Way:
    """The way to be known that an environment sets up; what is wrong with it is told to `said`."""
    match way:
        case "proxy":
            return _proxy(said)
        case "oidc":
            return _oidc(said)
        case _:
            return Local(said.text("SOCO_GEBRUIKER"), port)


def _proxy(said: Said) -> Proxy:
    why = "bij SOCO_AANMELDEN=proxy"
    algorithm = said.choice("SOCO_PROXY_ALGORITME")
    key = said.secret("SOCO_PROXY_SLEUTEL") if said.needed("SOCO_PROXY_SLEUTEL", why) else b""
    if key.strip():
        from soco_rules.web.access.tokens import key_for  # noqa: PLC0415 - idem

        try:
            key_for(algorithm, key)
        except ValueError:
            form = (
                "een geheim van ten minste 32 tekens"
                if algorithm == "HS256"
                else "een publieke sleutel (PEM)"
            )
            said.wrong(
                "SOCO_PROXY_SLEUTEL", f"Het bestand is voor {algorithm} geen sleutel; nodig is {form}."
            )
    header, leave = said.text("SOCO_PROXY_KOPREGEL"), said.text("SOCO_PROXY_AFMELDEN")
    if not _HEADER.fullmatch(header):
        said.wrong("SOCO_PROXY_KOPREGEL", "SOCO_PROXY_KOPREGEL is geen naam van een kopregel.")
    if leave and not is_safe(leave) and not re.match(r"/(?!/)", leave):
        said.wrong("SOCO_PROXY_AFMELDEN", "SOCO_PROXY_AFMELDEN is geen adres dat met https:// of / begint.")
    return Proxy(
        header=header,
        algorithm=algorithm,
        key=key,
        issuer=said.needed("SOCO_PROXY_UITGEVER", why),
        audience=said.needed("SOCO_PROXY_PUBLIEK", why),
        claims=_claims(said),
        folder=_folder(said, why),
        leave=leave,
    )


def _oidc(said: Said) -> Oidc:
    why = "bij SOCO_AANMELDEN=oidc"
    issuer = said.needed("SOCO_OIDC_UITGEVER", why)
    if issuer and not is_safe(issuer):
        said.wrong("SOCO_OIDC_UITGEVER", "SOCO_OIDC_UITGEVER is geen adres dat met https:// begint.")
    has_keys = said.needed("SOCO_SESSIESLEUTELS", why)
    scope = said.text("SOCO_OIDC_BEREIK")
    if "openid" not in scope.split():
        said.wrong(
            "SOCO_OIDC_BEREIK",
            "In SOCO_OIDC_BEREIK ontbreekt openid.",
            remedy="schrijf bijvoorbeeld openid profile",
        )
    idle, longest = 60 * said.number("SOCO_SESSIE_STIL"), 60 * 60 * said.number("SOCO_SESSIE_LANGST")
    if idle > longest:
        message = (
            "SOCO_SESSIE_STIL is langer dan SOCO_SESSIE_LANGST: een sessie eindigt dan nooit door stilte."
        )
        said.wrong("SOCO_SESSIE_STIL", message)
    secret = said.secret("SOCO_OIDC_GEHEIM") if said.text("SOCO_OIDC_GEHEIM") else b""
    return Oidc(
        issuer=issuer,
        client=said.needed("SOCO_OIDC_CLIENT", why),
        claims=_claims(said),
        sessions=SessionRules(
            keys=_session_keys(said) if has_keys else (),
            folder=_folder(said, why),
            idle=idle,
            longest=longest,
        ),
        algorithm=said.choice("SOCO_OIDC_ALGORITME"),
        secret=secret.decode("utf-8", "replace").strip(),
        scope=scope,
    )


def _session_keys(said: Said) -> tuple[bytes, ...]:
    keys = []
    lines = filter(None, map(bytes.strip, said.secret("SOCO_SESSIESLEUTELS").splitlines()))
    for number, line in enumerate(lines, start=1):
        try:
            key = base64.b64decode(line, validate=True)
        except binascii.Error:
            key = b""
        if len(key) < _SHORTEST_KEY:
            remedy = "maak een sleutel met openssl rand -base64 32"
            message = f"Sleutel {number} in dat bestand is geen base64 van ten minste {_SHORTEST_KEY} bytes."
            said.wrong("SOCO_SESSIESLEUTELS", message, remedy=remedy)
        keys.append(key)
    return tuple(keys)


def _claims(said: Said) -> ClaimNames:
    roles: dict[str, DeskRole] = {}
    known = [str(role) for role in DeskRole]
    for part in filter(None, map(str.strip, said.text("SOCO_ROLLEN").split(","))):
        word, is_pair, role = (each.strip() for each in part.rpartition("="))
        if not is_pair or not word or role not in known:
            remedy = did_you_mean(
                role, known, otherwise=f"schrijf woord=rol; de rollen zijn {', '.join(known)}"
            )
            said.wrong("SOCO_ROLLEN", f"'{part}' in SOCO_ROLLEN wijst geen rol aan.", remedy=remedy)
        elif roles.setdefault(word, DeskRole(role)) != role:
            said.wrong("SOCO_ROLLEN", f"'{word}' staat in SOCO_ROLLEN bij meer dan een rol.")
    return ClaimNames(
        name=said.text("SOCO_CLAIM_NAAM"),
        account=said.text("SOCO_CLAIM_ACCOUNT"),
        roles=said.text("SOCO_CLAIM_ROLLEN"),
        function=said.text("SOCO_CLAIM_FUNCTIE"),
        roles_by_word=roles or {str(role): role for role in DeskRole},
    )


def _folder(said: Said, why: str) -> Path:
    folder = Path(said.needed("SOCO_AANMELDMAP", why) or ".")
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        said.wrong("SOCO_AANMELDMAP", f"'{folder}' is geen map waarin soco kan schrijven.")
    return folder
