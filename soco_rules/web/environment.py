"""The settings of a desk from the environment: everything that is wrong with them in one go."""

from __future__ import annotations

import base64
import binascii
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.web.access.ways import ALGORITHMS
from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Local
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import Proxy
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.access.ways import Way
from soco_rules.web.people import DeskRole
from soco_rules.web.settings import Limits
from soco_rules.web.settings import Settings
from soco_rules.web.settings import is_safe

if TYPE_CHECKING:
    from soco_rules.dossiers.keys import KeyRing

LOCAL, PROXY, OIDC = "lokaal", "proxy", "oidc"

VARIABLES: Mapping[str, str] = {
    "SOCO_WERKMAP": "de map met agreements/, templates/ en features/; anders de map waarin soco start",
    "SOCO_DOSSIERS": "waar de dossiers staan: een pad, of een adres van PostgreSQL zonder wachtwoord",
    "SOCO_SLEUTELS": "het sleutelbestand van de dossiers; zonder dat zijn er geen dossiers",
    "SOCO_GEBRUIKER": "alleen bij lokaal: onder welke naam de ene gebruiker werkt",
    "SOCO_AANMELDEN": "hoe iemand bekend wordt: lokaal, proxy of oidc; anders lokaal",
    "SOCO_ADRES": "bij proxy en oidc: het adres waarop mensen de werkplek openen, zoals https://soco.havendorp.example",
    "SOCO_LUISTER": "het IP-adres waarop soco luistert; anders 127.0.0.1",
    "SOCO_POORT": "de poort; anders 8000",
    "SOCO_VERTROUWD": "van welke proxy's X-Forwarded-For telt, met komma's; anders 127.0.0.1",
    "SOCO_AANMELDMAP": "bij proxy en oidc: een map die blijft, voor afgemelde sessies en welke naam van wie is",
    "SOCO_ROLLEN": "welk woord van de aanmelddienst welke rol is, zoals soco-km=klantmanager, soco-jur=jurist",
    "SOCO_CLAIM_NAAM": "de claim met de naam onder elke handeling; anders name",
    "SOCO_CLAIM_ACCOUNT": "de claim die nooit verandert; anders sub",
    "SOCO_CLAIM_ROLLEN": "de claim met de rollen, met punten voor een claim in een claim; anders roles",
    "SOCO_CLAIM_FUNCTIE": "de claim met de functie die in het mandaatregister staat; anders functie",
    "SOCO_PROXY_KOPREGEL": "bij proxy: de kopregel met het ondertekende token; anders X-Soco-Persoon",
    "SOCO_PROXY_ALGORITME": "bij proxy: RS256, ES256 of HS256; anders RS256",
    "SOCO_PROXY_SLEUTEL": "bij proxy: het bestand met de publieke sleutel (PEM), of met het geheim bij HS256",
    "SOCO_PROXY_UITGEVER": "bij proxy: wie het token uitgeeft (iss)",
    "SOCO_PROXY_PUBLIEK": "bij proxy: voor wie het token is (aud)",
    "SOCO_PROXY_AFMELDEN": "bij proxy: het adres waarop iemand zich bij de proxy afmeldt",
    "SOCO_OIDC_UITGEVER": "bij oidc: het adres van de aanmelddienst, precies zoals die zich noemt (issuer)",
    "SOCO_OIDC_CLIENT": "bij oidc: onder welke naam soco daar bekend is (client_id)",
    "SOCO_OIDC_GEHEIM": "bij oidc: het bestand met het geheim van soco; zonder is soco een openbare client met PKCE",
    "SOCO_OIDC_BEREIK": "bij oidc: de scopes; anders openid profile",
    "SOCO_OIDC_ALGORITME": "bij oidc: RS256 of ES256; anders RS256",
    "SOCO_SESSIESLEUTELS": "bij oidc: het bestand met sleutels voor sessies, een per regel; de laatste tekent",
    "SOCO_SESSIE_STIL": "bij oidc: na hoeveel minuten zonder werk een sessie eindigt; anders 30",
    "SOCO_SESSIE_LANGST": "bij oidc: na hoeveel uur een sessie altijd eindigt; anders 10",
    "SOCO_OPPAKKEN": "of een klantmanager een dossier mag openen dat van niemand is, ja of nee; anders ja",
    "SOCO_RESERVEKOPIEEN": "de map waarin de knoppen van beheer reservekopieën en ankers zetten",
    "SOCO_TEGELIJK": "hoeveel vragen een proces tegelijk aanneemt; anders 200",
    "SOCO_PER_MINUUT": "bij proxy en oidc: hoeveel vragen een sessie per minuut mag stellen; anders 600",
    "SOCO_AANMELDINGEN_PER_MINUUT": "bij proxy en oidc: hoe vaak per minuut vanaf een adres; anders 60",
    "SOCO_WERK_LANGST": "na hoeveel minuten een vergelijking, doorrekening of ander lang werk stopt; anders 60",
}
"""Every variable, with what it says, for docs/beheer/uitrol.md."""

_ONLY = {"SOCO_PROXY_": PROXY, "SOCO_OIDC_": OIDC, "SOCO_SESSIE": OIDC}
_SHORTEST_KEY = 32
_HEADER = "X-Soco-Persoon"


@dataclass(frozen=True, slots=True)
class Configuration:
    """A desk and how it is served. `trusted` are the proxies whose word counts for who they speak for."""

    settings: Settings
    listen: str
    port: int
    trusted: str


def configuration_in(
    environment: Mapping[str, str], root: Path
) -> tuple[Configuration | None, tuple[Diagnostic, ...]]:
    """The desk that an environment describes, in a workspace unless that names another; None with an error."""
    said = _Said(environment)
    found = _configuration(said, Path(said.text("SOCO_WERKMAP") or root))
    findings = (*said.findings, *_misplaced(environment))
    return (None if has_errors(findings) else found), findings


@dataclass(slots=True)
class _Said:
    """What the environment says, with what is found wrong on the way."""

    environment: Mapping[str, str]
    findings: list[Diagnostic] = field(default_factory=list)

    def wrong(self, name: str, message: str, *, remedy: str = "") -> None:
        self.findings.append(finding("instelling", Span(name), message, remedy=remedy))

    def text(self, name: str, otherwise: str = "") -> str:
        return self.environment.get(name, "").strip() or otherwise

    def needed(self, name: str, why: str) -> str:
        value = self.text(name)
        if not value:
            self.wrong(name, f"{name} ontbreekt, en is nodig {why}.", remedy=f"geef {VARIABLES[name]}")
        return value

    def number(self, name: str, otherwise: int, least: int, most: int) -> int:
        value = self.text(name, str(otherwise))
        if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
            self.wrong(name, f"{name} is geen geheel getal van {least} tot en met {most}.")
            return otherwise
        return int(value)

    def one_of(self, name: str, options: tuple[str, ...], otherwise: str) -> str:
        value = self.text(name, otherwise)
        if value not in options:
            self.wrong(
                name,
                f"{name} is '{value}'; dat kan niet.",
                remedy=did_you_mean(value, options, otherwise=f"kies {' of '.join(options)}"),
            )
            return otherwise
        return value

    def secret(self, name: str, path: str) -> bytes:
        """What a file holds that only soco may read; empty with a finding where it cannot be used."""
        try:
            content = Path(path).read_bytes()
            open_to = stat.S_IMODE(Path(path).stat().st_mode) if os.name == "posix" else 0
        except OSError:
            self.wrong(name, f"Het bestand dat {name} noemt, is niet te lezen.")
            return b""
        if open_to & 0o007:
            message = f"Het bestand dat {name} noemt, is ook voor anderen op deze computer te lezen."
            self.findings.append(finding("sleutels-open", Span(name), message))
        if not content.strip():
            self.wrong(name, f"Het bestand dat {name} noemt, is leeg.")
        return content


def _configuration(said: _Said, root: Path) -> Configuration:
    if not root.is_dir():
        said.wrong("SOCO_WERKMAP", f"SOCO_WERKMAP noemt '{root}', en dat is geen map.")
    mode = said.one_of("SOCO_AANMELDEN", (LOCAL, PROXY, OIDC), LOCAL)
    port = said.number("SOCO_POORT", 8000, 1, 65535)
    address, keys = _store(said, mode)
    backups = said.text("SOCO_RESERVEKOPIEEN")
    settings = Settings(
        root,
        address,
        keys,
        access=_way(said, mode, port),
        origin=_origin(said, mode),
        limits=_limits(said),
        may_pick_up=said.one_of("SOCO_OPPAKKEN", ("ja", "nee"), "ja") == "ja",
        backups=Path(backups) if backups else None,
    )
    trusted = said.text("SOCO_VERTROUWD", "127.0.0.1")
    return Configuration(settings, _listen(said, mode), port, trusted)


def _store(said: _Said, mode: str) -> tuple[str | None, KeyRing | None]:
    address, path = said.text("SOCO_DOSSIERS"), said.text("SOCO_SLEUTELS")
    if not path:
        if mode != LOCAL and address:
            said.needed("SOCO_SLEUTELS", "om de dossiers te lezen")
        return None, None
    if mode != LOCAL:
        said.needed("SOCO_DOSSIERS", "bij SOCO_SLEUTELS")
        if urlsplit(address).password is not None:
            remedy = "zet het wachtwoord in een bestand, en noem dat in PGPASSFILE"
            said.wrong("SOCO_DOSSIERS", "In SOCO_DOSSIERS staat een wachtwoord.", remedy=remedy)
    from soco_rules.dossiers.keys import KeyFileError  # noqa: PLC0415 - the first page does not wait for it
    from soco_rules.dossiers.keys import read_key_file  # noqa: PLC0415 - idem

    if content := said.secret("SOCO_SLEUTELS", path):
        try:
            return address, read_key_file(content)
        except KeyFileError as error:
            message = f"Het bestand dat SOCO_SLEUTELS noemt, is geen sleutelbestand: {error}."
            said.findings.append(finding("sleutels-onleesbaar", Span("SOCO_SLEUTELS"), message))
    return None, None


def _way(said: _Said, mode: str, port: int) -> Way:
    match mode:
        case "proxy":
            return _proxy(said)
        case "oidc":
            return _oidc(said)
        case _:
            return Local(said.text("SOCO_GEBRUIKER", "lokale gebruiker"), port)


def _proxy(said: _Said) -> Proxy:
    why = "bij SOCO_AANMELDEN=proxy"
    algorithm = said.one_of("SOCO_PROXY_ALGORITME", ALGORITHMS, "RS256")
    path = said.needed("SOCO_PROXY_SLEUTEL", why)
    key = said.secret("SOCO_PROXY_SLEUTEL", path) if path else b""
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
        header=said.text("SOCO_PROXY_KOPREGEL", _HEADER),
        algorithm=algorithm,
        key=key,
        issuer=said.needed("SOCO_PROXY_UITGEVER", why),
        audience=said.needed("SOCO_PROXY_PUBLIEK", why),
        claims=_claims(said),
        folder=_folder(said, why),
        leave=said.text("SOCO_PROXY_AFMELDEN"),
    )


def _oidc(said: _Said) -> Oidc:
    why = "bij SOCO_AANMELDEN=oidc"
    issuer = said.needed("SOCO_OIDC_UITGEVER", why)
    if issuer and not is_safe(issuer):
        said.wrong("SOCO_OIDC_UITGEVER", "SOCO_OIDC_UITGEVER is geen adres dat met https:// begint.")
    secret = said.text("SOCO_OIDC_GEHEIM")
    path = said.needed("SOCO_SESSIESLEUTELS", why)
    return Oidc(
        issuer=issuer,
        client=said.needed("SOCO_OIDC_CLIENT", why),
        claims=_claims(said),
        sessions=SessionRules(
            keys=_session_keys(said, path) if path else (),
            folder=_folder(said, why),
            idle=60 * said.number("SOCO_SESSIE_STIL", 30, 1, 24 * 60),
            longest=60 * 60 * said.number("SOCO_SESSIE_LANGST", 10, 1, 24),
        ),
        algorithm=said.one_of("SOCO_OIDC_ALGORITME", ALGORITHMS[:2], "RS256"),
        secret=said.secret("SOCO_OIDC_GEHEIM", secret).decode("utf-8", "replace").strip() if secret else "",
        scope=said.text("SOCO_OIDC_BEREIK", "openid profile"),
    )


def _session_keys(said: _Said, path: str) -> tuple[bytes, ...]:
    keys = []
    lines = filter(None, map(bytes.strip, said.secret("SOCO_SESSIESLEUTELS", path).splitlines()))
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


def _claims(said: _Said) -> ClaimNames:
    usual = ClaimNames()
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
        name=said.text("SOCO_CLAIM_NAAM", usual.name),
        account=said.text("SOCO_CLAIM_ACCOUNT", usual.account),
        roles=said.text("SOCO_CLAIM_ROLLEN", usual.roles),
        function=said.text("SOCO_CLAIM_FUNCTIE", usual.function),
        roles_by_word=roles or usual.roles_by_word,
    )


def _folder(said: _Said, why: str) -> Path:
    folder = Path(said.needed("SOCO_AANMELDMAP", why) or ".")
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        said.wrong("SOCO_AANMELDMAP", f"'{folder}' is geen map waarin soco kan schrijven.")
    return folder


def _origin(said: _Said, mode: str) -> str:
    if mode == LOCAL:
        if said.text("SOCO_ADRES"):
            message = "SOCO_ADRES is gezet, en zonder SOCO_AANMELDEN=proxy of oidc werkt soco alleen op deze computer."
            said.wrong("SOCO_ADRES", message)
        return ""
    origin = said.needed("SOCO_ADRES", f"bij SOCO_AANMELDEN={mode}").rstrip("/").lower()
    parts = urlsplit(origin)
    if origin and (not is_safe(origin) or not parts.hostname or parts.path or parts.query or parts.username):
        said.wrong(
            "SOCO_ADRES",
            "SOCO_ADRES is geen adres dat met https:// begint, zonder pad.",
            remedy="schrijf bijvoorbeeld https://soco.havendorp.example",
        )
    return origin


def _listen(said: _Said, mode: str) -> str:
    listen = said.text("SOCO_LUISTER", "127.0.0.1")
    try:
        is_loopback = ip_address(listen).is_loopback
    except ValueError:
        said.wrong("SOCO_LUISTER", f"SOCO_LUISTER is '{listen}', en dat is geen IP-adres.")
        return listen
    if mode == LOCAL and not is_loopback:
        said.wrong(
            "SOCO_LUISTER",
            f"Zonder aanmelddienst of proxy luistert soco niet op {listen}: iedereen op het netwerk kon er dan bij.",
            remedy="laat SOCO_LUISTER weg, of richt SOCO_AANMELDEN=proxy of oidc in",
        )
    return listen


def _limits(said: _Said) -> Limits:
    usual = Limits()
    return Limits(
        at_once=said.number("SOCO_TEGELIJK", usual.at_once, 1, 10_000),
        per_minute=said.number("SOCO_PER_MINUUT", usual.per_minute, 10, 100_000),
        sign_ins=said.number("SOCO_AANMELDINGEN_PER_MINUUT", usual.sign_ins, 1, 10_000),
        work=60 * said.number("SOCO_WERK_LANGST", round(usual.work / 60), 1, 24 * 60),
    )


def _misplaced(environment: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Variables that say nothing: those of another way to be known, and those that may be a typing error."""
    mode = environment.get("SOCO_AANMELDEN", "").strip() or LOCAL
    found = []
    for name in sorted(environment):
        for start, needs in _ONLY.items():
            if (
                name in VARIABLES
                and name.startswith(start)
                and mode in {LOCAL, PROXY, OIDC}
                and mode != needs
            ):
                message = f"{name} is gezet, en telt alleen bij SOCO_AANMELDEN={needs}."
                found.append(finding("instelling", Span(name), message))
        if name.startswith("SOCO_") and not name.startswith("SOCO_TEST_") and name not in VARIABLES:
            message = f"{name} is geen instelling van soco."
            remedy = did_you_mean(name, VARIABLES, otherwise="haal haar weg als zij van soco was bedoeld")
            found.append(finding("instelling-onbekend", Span(name), message, remedy=remedy))
    return tuple(found)
