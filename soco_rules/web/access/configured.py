"""The ways to be known at the desk, from the environment."""

from __future__ import annotations

import base64
import binascii
import os
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
    return Proxy(
        header=said.text("SOCO_PROXY_KOPREGEL"),
        algorithm=algorithm,
        key=key,
        issuer=said.needed("SOCO_PROXY_UITGEVER", why),
        audience=said.needed("SOCO_PROXY_PUBLIEK", why),
        claims=_claims(said),
        folder=_folder(said, why),
        leave=said.text("SOCO_PROXY_AFMELDEN"),
    )


def _oidc(said: Said) -> Oidc:
    why = "bij SOCO_AANMELDEN=oidc"
    issuer = said.needed("SOCO_OIDC_UITGEVER", why)
    if issuer and not is_safe(issuer):
        said.wrong("SOCO_OIDC_UITGEVER", "SOCO_OIDC_UITGEVER is geen adres dat met https:// begint.")
    has_keys = said.needed("SOCO_SESSIESLEUTELS", why)
    secret = said.secret("SOCO_OIDC_GEHEIM") if said.text("SOCO_OIDC_GEHEIM") else b""
    return Oidc(
        issuer=issuer,
        client=said.needed("SOCO_OIDC_CLIENT", why),
        claims=_claims(said),
        sessions=SessionRules(
            keys=_session_keys(said) if has_keys else (),
            folder=_folder(said, why),
            idle=60 * said.number("SOCO_SESSIE_STIL"),
            longest=60 * 60 * said.number("SOCO_SESSIE_LANGST"),
        ),
        algorithm=said.choice("SOCO_OIDC_ALGORITME"),
        secret=secret.decode("utf-8", "replace").strip(),
        scope=said.text("SOCO_OIDC_BEREIK"),
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
        else:
            roles[word] = DeskRole(role)
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
