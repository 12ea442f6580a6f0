"""The settings of a desk from the environment: everything that is wrong with them in one go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

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
    if not root.is_dir():
        said.wrong("SOCO_WERKMAP", f"SOCO_WERKMAP noemt '{root}', en dat is geen map.")
    mode = said.choice("SOCO_AANMELDEN")
    port = said.number("SOCO_POORT")
    address, keys = _store(said, mode)
    backups = said.text("SOCO_RESERVEKOPIEEN")
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
        backups=Path(backups) if backups else None,
        contact=_contact(said),
    )
    return Configuration(settings, _listen(said, mode), port, said.text("SOCO_VERTROUWD"))


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


def _limits(said: Said) -> Limits:
    return Limits(
        at_once=said.number("SOCO_TEGELIJK"),
        per_minute=said.number("SOCO_PER_MINUUT"),
        sign_ins=said.number("SOCO_AANMELDINGEN_PER_MINUUT"),
        work=60 * said.number("SOCO_WERK_LANGST"),
    )
