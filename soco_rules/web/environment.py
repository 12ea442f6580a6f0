"""The settings of a desk from the environment: everything that is wrong with them in one go."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo
from zoneinfo import ZoneInfoNotFoundError

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.web.access.configured import way_in
from soco_rules.web.settings import Limits
from soco_rules.web.settings import Settings
from soco_rules.web.settings import is_safe
from soco_rules.web.variables import LOCAL
from soco_rules.web.variables import Said
from soco_rules.web.variables import misplaced

if TYPE_CHECKING:
    from soco_rules.dossiers.keys import KeyRing

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


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
    said = Said(environment)
    found = _configuration(said, Path(said.text("SOCO_WERKMAP") or root))
    findings = (*said.findings, *misplaced(environment))
    return (None if has_errors(findings) else found), findings


def _configuration(said: Said, root: Path) -> Configuration:
    mode = said.choice("SOCO_AANMELDEN")
    if not root.is_dir():
        said.wrong("SOCO_WERKMAP", f"SOCO_WERKMAP noemt '{root}', en dat is geen map.")
    elif mode != LOCAL and not (root / "agreements").is_dir():
        message = f"In de werkmap '{root}' staat geen map agreements: er zijn alleen de overeenkomsten die soco meebrengt."
        said.doubtful(
            "SOCO_WERKMAP", message, remedy="kijk of de goede map is gekoppeld, en of soco erin mag lezen"
        )
    port = said.number("SOCO_POORT")
    address, keys = _store(said, mode)
    settings = Settings(
        root,
        address,
        keys,
        access=way_in(said, mode, port),
        origin=_origin(said, mode),
        limits=_limits(said),
        may_pick_up=said.choice("SOCO_OPPAKKEN") == "ja",
        functions=_functions(said),
        may_choose_function=said.choice("SOCO_FUNCTIE_KIEZEN") == "ja",
        backups=_backups(said),
        contact=_contact(said),
    )
    return Configuration(settings, _listen(said, mode), port, _trusted(said))


def _functions(said: Said) -> dict[str, tuple[str, ...]]:
    """Who signs in which functions, from the file that beheer keeps; every line that says something else is told."""
    name = said.text("SOCO_FUNCTIES")
    if not name:
        return {}
    try:
        lines = Path(name).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        said.wrong("SOCO_FUNCTIES", "Het bestand dat SOCO_FUNCTIES noemt, is niet te lezen.")
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        who, is_pair, written = line.rpartition(":")
        functions = tuple(filter(None, (" ".join(each.split()) for each in written.split(","))))
        if not (is_pair and who.strip() and functions) or not line.strip().isprintable():
            remedy = "schrijf bijvoorbeeld: A. de Groot: teamleider participatie, jurist"
            said.wrong(
                "SOCO_FUNCTIES",
                f"Regel {number} van dat bestand noemt geen naam met functies.",
                remedy=remedy,
            )
        elif " ".join(who.split()) in found:
            said.wrong("SOCO_FUNCTIES", f"Regel {number} van dat bestand noemt iemand die er al staat.")
        else:
            found[" ".join(who.split())] = functions
    return found


def _contact(said: Said) -> str:
    contact = said.text("SOCO_CONTACT")
    if contact and not _ADDRESS.fullmatch(contact):
        said.wrong(
            "SOCO_CONTACT",
            "SOCO_CONTACT is geen e-mailadres.",
            remedy="schrijf bijvoorbeeld soco@havendorp.example",
        )
    return contact


def _store(said: Said, mode: str) -> tuple[str | None, KeyRing | None]:
    address, path = said.text("SOCO_DOSSIERS"), said.text("SOCO_SLEUTELS")
    if not path:
        if mode != LOCAL and address:
            said.needed("SOCO_SLEUTELS", "om de dossiers te lezen")
        return None, None
    if "://" in address and not address.startswith(("postgresql://", "postgres://")):
        remedy = "geef een pad, of een adres zoals postgresql://soco@db/dossiers"
        said.wrong("SOCO_DOSSIERS", "SOCO_DOSSIERS is geen pad en geen adres van PostgreSQL.", remedy=remedy)
    if mode != LOCAL:
        said.needed("SOCO_DOSSIERS", "bij SOCO_SLEUTELS")
        if urlsplit(address).password is not None:
            remedy = "zet het wachtwoord in een bestand, en noem dat in PGPASSFILE"
            said.wrong("SOCO_DOSSIERS", "In SOCO_DOSSIERS staat een wachtwoord.", remedy=remedy)
    from soco_rules.dossiers.keys import KeyFileError  # noqa: PLC0415 - the first page does not wait for it
    from soco_rules.dossiers.keys import read_key_file  # noqa: PLC0415 - idem

    if content := said.secret("SOCO_SLEUTELS"):
        try:
            return address, read_key_file(content)
        except KeyFileError as error:
            message = f"Het bestand dat SOCO_SLEUTELS noemt, is geen sleutelbestand: {error}."
            said.findings.append(finding("sleutels-onleesbaar", Span("SOCO_SLEUTELS"), message))
    return None, None


def _origin(said: Said, mode: str) -> str:
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


def _listen(said: Said, mode: str) -> str:
    listen = said.text("SOCO_LUISTER")
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


def _backups(said: Said) -> Path | None:
    """The folder for backups. It is made at the first one, so the nearest folder that is there has to be writable."""
    name = said.text("SOCO_RESERVEKOPIEEN")
    if not name:
        return None
    folder = Path(name)
    there = next((each for each in (folder, *folder.absolute().parents) if each.exists()), folder)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        said.wrong("SOCO_RESERVEKOPIEEN", f"'{folder}' is geen map waarin soco kan schrijven.")
    return folder


def _trusted(said: Said) -> str:
    """The addresses and networks of proxies; a name would never match, and every address would let anybody lie."""
    trusted = said.text("SOCO_VERTROUWD")
    for part in map(str.strip, trusted.split(",")):
        try:
            network = ip_network(part)
        except ValueError:
            remedy = "schrijf bijvoorbeeld 10.0.0.5, 172.16.0.0/12"
            said.wrong(
                "SOCO_VERTROUWD",
                f"'{part}' in SOCO_VERTROUWD is geen IP-adres en geen netwerk.",
                remedy=remedy,
            )
            continue
        if network.prefixlen == 0:
            message = f"Met '{part}' in SOCO_VERTROUWD kan iedereen zich voor een ander adres uitgeven."
            said.wrong("SOCO_VERTROUWD", message, remedy="noem alleen de proxy zelf, of zijn netwerk")
    return trusted


def other_time(now: datetime) -> Diagnostic | None:
    """A finding where a moment is told in another time than the Dutch: around midnight a besluit has the wrong day."""
    try:
        dutch = now.astimezone(ZoneInfo("Europe/Amsterdam"))
    except ZoneInfoNotFoundError:
        message = "Op deze computer is niet bekend hoe laat het in Nederland is."
        return finding(
            "instelling-bedoeld", Span("TZ"), message, remedy="installeer tijdzones, zoals het pakket tzdata"
        )
    if now.utcoffset() == dutch.utcoffset():
        return None
    message = f"Deze computer staat niet op Nederlandse tijd, maar op {now:%Z}: rond middernacht krijgt een besluit de verkeerde dag."
    return finding("instelling-bedoeld", Span("TZ"), message, remedy="start soco met TZ=Europe/Amsterdam")


def _limits(said: Said) -> Limits:
    return Limits(
        at_once=said.number("SOCO_TEGELIJK"),
        per_minute=said.number("SOCO_PER_MINUUT"),
        sign_ins=said.number("SOCO_AANMELDINGEN_PER_MINUUT"),
        work=60 * said.number("SOCO_WERK_LANGST"),
    )
