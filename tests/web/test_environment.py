"""A desk from the environment: local where nothing is said, else whole or refused with all faults at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from joserfc.jwk import RSAKey

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.keys import as_key_file
from soco_rules.dossiers.keys import new_ring
from soco_rules.web.access.ways import ClaimNames
from soco_rules.web.access.ways import Local
from soco_rules.web.access.ways import Oidc
from soco_rules.web.access.ways import Proxy
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.environment import configuration_in
from soco_rules.web.environment import other_time
from soco_rules.web.people import DeskRole
from soco_rules.web.settings import Limits
from tests.web.persons import ROOT

PEM = RSAKey.generate_key(2048).as_pem(private=False)
In = Callable[[str], dict[str, str]]


@pytest.fixture
def files(tmp_path: Path) -> In:
    """A whole environment for a way to be known, in a folder with the files that it names."""
    contents = {
        "sleutels.json": as_key_file(new_ring("test")),
        "sessies": b"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n",
        "geheim": b"geheim van soco\n",
        "poort.pem": PEM,
        "leeg": b"",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        (tmp_path / name).chmod(0o600)
    shared = {
        "SOCO_ADRES": "https://soco.havendorp.example",
        "SOCO_AANMELDMAP": str(tmp_path),
        "SOCO_DOSSIERS": "postgresql://soco@db/dossiers",
        "SOCO_SLEUTELS": str(tmp_path / "sleutels.json"),
    }
    whole = {
        "proxy": {
            "SOCO_AANMELDEN": "proxy",
            "SOCO_PROXY_SLEUTEL": str(tmp_path / "poort.pem"),
            "SOCO_PROXY_UITGEVER": "poort",
            "SOCO_PROXY_PUBLIEK": "soco",
        },
        "oidc": {
            "SOCO_AANMELDEN": "oidc",
            "SOCO_OIDC_UITGEVER": "https://aanmelden.havendorp.example",
            "SOCO_OIDC_CLIENT": "soco",
            "SOCO_OIDC_GEHEIM": str(tmp_path / "geheim"),
            "SOCO_SESSIESLEUTELS": str(tmp_path / "sessies"),
        },
    }
    return lambda way: shared | whole[way]


def faults(environment: dict[str, str]) -> list[tuple[str, str, str]]:
    found, findings = configuration_in(environment, ROOT)
    assert (found is None) == any(each.is_error for each in findings)
    return list(map(_in_short, findings))


def _in_short(found: Diagnostic) -> tuple[str, str, str]:
    return found.code, found.span.file, found.message


def test_without_anything_one_user_works_on_this_computer() -> None:
    found, findings = configuration_in({"SOCO_GEBRUIKER": "A. de Vries", "SOCO_POORT": "8123"}, ROOT)

    assert found
    assert (Local("A. de Vries", 8123), "127.0.0.1", "", None, ()) == (
        found.settings.access,
        found.listen,
        found.settings.origin,
        found.settings.dossiers,
        findings,
    )


def test_an_identity_provider(files: In, tmp_path: Path) -> None:
    more = {
        "SOCO_LUISTER": "0.0.0.0",  # noqa: S104 # that this is allowed is the point
        "SOCO_ROLLEN": "soco-km = klantmanager, soco-jur=jurist",
        "SOCO_SESSIE_STIL": "15",
        "SOCO_OPPAKKEN": "nee",
        "SOCO_TEGELIJK": "50",
        "SOCO_CONTACT": "soco@havendorp.example",
    }
    found, findings = configuration_in(files("oidc") | more, ROOT)

    assert found
    assert () == findings
    assert found.settings.access == Oidc(
        issuer="https://aanmelden.havendorp.example",
        client="soco",
        claims=ClaimNames(roles_by_word={"soco-km": DeskRole.CASEWORKER, "soco-jur": DeskRole.LEGAL}),
        sessions=SessionRules((b"01234567890123456789012345678901",), tmp_path, 15 * 60, 10 * 60 * 60),
        secret="geheim van soco",  # noqa: S106 # of a test
    )
    assert ("0.0.0.0", False, Limits(at_once=50), {"soco.havendorp.example"}) == (  # noqa: S104 # idem
        found.listen,
        found.settings.may_pick_up,
        found.settings.limits,
        set(found.settings.hosts),
    )
    assert "soco@havendorp.example" == found.settings.contact


def test_a_proxy(files: In, tmp_path: Path) -> None:
    found, findings = configuration_in(files("proxy"), ROOT)

    assert found
    assert () == findings
    assert found.settings.access == Proxy(
        "X-Soco-Persoon", "RS256", PEM, "poort", "soco", ClaimNames(), tmp_path
    )


def test_everything_that_is_missing_is_told_at_once() -> None:
    assert [
        ("instelling", name, f"{name} ontbreekt, en is nodig bij SOCO_AANMELDEN=oidc.")
        for name in (
            "SOCO_OIDC_UITGEVER",
            "SOCO_SESSIESLEUTELS",
            "SOCO_OIDC_CLIENT",
            "SOCO_AANMELDMAP",
            "SOCO_ADRES",
        )
    ] == faults({"SOCO_AANMELDEN": "oidc"})


WRONG: list[tuple[str, dict[str, str], tuple[str, str, str]]] = [
    (
        "local",
        {"SOCO_LUISTER": "0.0.0.0"},  # noqa: S104 # that this is refused is the point
        (
            "instelling",
            "SOCO_LUISTER",
            "Zonder aanmelddienst of proxy luistert soco niet op 0.0.0.0: iedereen op het netwerk kon er dan bij.",
        ),
    ),
    (
        "local",
        {"SOCO_LUISTER": "overal"},
        ("instelling", "SOCO_LUISTER", "SOCO_LUISTER is 'overal', en dat is geen IP-adres."),
    ),
    (
        "local",
        {"SOCO_CONTACT": "de balie"},
        ("instelling", "SOCO_CONTACT", "SOCO_CONTACT is geen e-mailadres."),
    ),
    (
        "local",
        {"SOCO_POORT": "80x"},
        ("instelling", "SOCO_POORT", "SOCO_POORT is geen geheel getal van 1 tot en met 65535."),
    ),
    (
        "local",
        {"SOCO_WERKMAP": "/nergens"},
        ("instelling", "SOCO_WERKMAP", "SOCO_WERKMAP noemt '/nergens', en dat is geen map."),
    ),
    (
        "local",
        {"SOCO_AANMELDEN": "iodc"},
        ("instelling", "SOCO_AANMELDEN", "SOCO_AANMELDEN is 'iodc'; dat kan niet."),
    ),
    (
        "local",
        {"SOCO_OIDC_CLIENT": "soco"},
        (
            "instelling",
            "SOCO_OIDC_CLIENT",
            "SOCO_OIDC_CLIENT is gezet, en telt alleen bij SOCO_AANMELDEN=oidc.",
        ),
    ),
    (
        "local",
        {"SOCO_ADRES": "https://soco.havendorp.example"},
        (
            "instelling",
            "SOCO_ADRES",
            "SOCO_ADRES is gezet, en zonder SOCO_AANMELDEN=proxy of oidc werkt soco alleen op deze computer.",
        ),
    ),
    (
        "local",
        {"SOCO_DOSIERS": "x"},
        ("instelling-onbekend", "SOCO_DOSIERS", "SOCO_DOSIERS is geen instelling van soco."),
    ),
    (
        "oidc",
        {"SOCO_ADRES": "http://soco.havendorp.example"},
        ("instelling", "SOCO_ADRES", "SOCO_ADRES is geen adres dat met https:// begint, zonder pad."),
    ),
    (
        "oidc",
        {"SOCO_OIDC_UITGEVER": "http://aanmelden.havendorp.example"},
        ("instelling", "SOCO_OIDC_UITGEVER", "SOCO_OIDC_UITGEVER is geen adres dat met https:// begint."),
    ),
    (
        "oidc",
        {"SOCO_OIDC_GEHEIM": "hunter2"},
        ("instelling", "SOCO_OIDC_GEHEIM", "Het bestand dat SOCO_OIDC_GEHEIM noemt, is niet te lezen."),
    ),
    (
        "oidc",
        {"SOCO_SESSIESLEUTELS": "{}/geheim"},
        (
            "instelling",
            "SOCO_SESSIESLEUTELS",
            "Sleutel 1 in dat bestand is geen base64 van ten minste 32 bytes.",
        ),
    ),
    (
        "oidc",
        {"SOCO_OIDC_ALGORITME": "none"},
        ("instelling", "SOCO_OIDC_ALGORITME", "SOCO_OIDC_ALGORITME is 'none'; dat kan niet."),
    ),
    (
        "oidc",
        {"SOCO_ROLLEN": "soco-km=klantmanger"},
        ("instelling", "SOCO_ROLLEN", "'soco-km=klantmanger' in SOCO_ROLLEN wijst geen rol aan."),
    ),
    (
        "oidc",
        {"SOCO_DOSSIERS": "postgresql://soco:geheim@db/dossiers"},
        ("instelling", "SOCO_DOSSIERS", "In SOCO_DOSSIERS staat een wachtwoord."),
    ),
    (
        "oidc",
        {"SOCO_DOSSIERS": "mysql://db/dossiers"},
        ("instelling", "SOCO_DOSSIERS", "SOCO_DOSSIERS is geen pad en geen adres van PostgreSQL."),
    ),
    (
        "oidc",
        {"SOCO_RESERVEKOPIEEN": "{}/geheim/kopie"},
        ("instelling", "SOCO_RESERVEKOPIEEN", "'{}/geheim/kopie' is geen map waarin soco kan schrijven."),
    ),
    (
        "oidc",
        {"SOCO_WERKMAP": "{}"},
        (
            "instelling-bedoeld",
            "SOCO_WERKMAP",
            "In de werkmap '{}' staat geen map agreements: er zijn alleen de overeenkomsten die soco meebrengt.",
        ),
    ),
    (
        "oidc",
        {"SOCO_VERTROUWD": "10.0.0.5, poort"},
        ("instelling", "SOCO_VERTROUWD", "'poort' in SOCO_VERTROUWD is geen IP-adres en geen netwerk."),
    ),
    (
        "oidc",
        {"SOCO_VERTROUWD": "0.0.0.0/0"},
        (
            "instelling",
            "SOCO_VERTROUWD",
            "Met '0.0.0.0/0' in SOCO_VERTROUWD kan iedereen zich voor een ander adres uitgeven.",
        ),
    ),
    (
        "oidc",
        {"SOCO_OIDC_BEREIK": "profile"},
        ("instelling", "SOCO_OIDC_BEREIK", "In SOCO_OIDC_BEREIK ontbreekt openid."),
    ),
    (
        "oidc",
        {"SOCO_SESSIE_STIL": "90", "SOCO_SESSIE_LANGST": "1"},
        (
            "instelling",
            "SOCO_SESSIE_STIL",
            "SOCO_SESSIE_STIL is langer dan SOCO_SESSIE_LANGST: een sessie eindigt dan nooit door stilte.",
        ),
    ),
    (
        "oidc",
        {"SOCO_ROLLEN": "soco-km=klantmanager, soco-km=jurist"},
        ("instelling", "SOCO_ROLLEN", "'soco-km' staat in SOCO_ROLLEN bij meer dan een rol."),
    ),
    (
        "proxy",
        {"SOCO_PROXY_KOPREGEL": "X Soco"},
        ("instelling", "SOCO_PROXY_KOPREGEL", "SOCO_PROXY_KOPREGEL is geen naam van een kopregel."),
    ),
    (
        "proxy",
        {"SOCO_PROXY_AFMELDEN": "javascript:alert(1)"},
        (
            "instelling",
            "SOCO_PROXY_AFMELDEN",
            "SOCO_PROXY_AFMELDEN is geen adres dat met https:// of / begint.",
        ),
    ),
    (
        "oidc",
        {"SOCO_SLEUTELS": "{}/geheim"},
        (
            "sleutels-onleesbaar",
            "SOCO_SLEUTELS",
            "Het bestand dat SOCO_SLEUTELS noemt, is geen sleutelbestand: het is geen JSON.",
        ),
    ),
    (
        "proxy",
        {"SOCO_PROXY_ALGORITME": "HS256"},
        (
            "instelling",
            "SOCO_PROXY_SLEUTEL",
            "Het bestand is voor HS256 geen sleutel; nodig is een geheim van ten minste 32 tekens.",
        ),
    ),
    (
        "proxy",
        {"SOCO_PROXY_SLEUTEL": "{}/leeg"},
        ("instelling", "SOCO_PROXY_SLEUTEL", "Het bestand dat SOCO_PROXY_SLEUTEL noemt, is leeg."),
    ),
    (
        "proxy",
        {"SOCO_AANMELDMAP": "/nergens"},
        ("instelling", "SOCO_AANMELDMAP", "'/nergens' is geen map waarin soco kan schrijven."),
    ),
]


@pytest.mark.parametrize(("way", "change", "expected"), WRONG)
def test_a_wrong_setting_is_told(
    files: In, tmp_path: Path, way: str, change: dict[str, str], expected: tuple[str, str, str]
) -> None:
    environment = {} if way == "local" else files(way)
    changed = {name: value.replace("{}", str(tmp_path)) for name, value in change.items()}

    code, name, message = expected

    assert [(code, name, message.replace("{}", str(tmp_path)))] == faults(environment | changed)


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Europe/Paris"])
def test_dutch_time_is_not_told(zone: str) -> None:
    assert None is other_time(datetime(2026, 7, 1, 12, tzinfo=ZoneInfo(zone)))


def test_another_time_is_told() -> None:
    found = other_time(datetime(2026, 7, 1, 12, tzinfo=UTC))

    assert found
    assert (
        "instelling-bedoeld",
        "Deze computer staat niet op Nederlandse tijd, maar op UTC: rond middernacht krijgt een besluit de verkeerde dag.",
    ) == (found.code, found.message)


def test_no_message_repeats_what_may_be_a_secret(files: In) -> None:
    """Somebody who sets a secret itself instead of its file finds it in no log."""
    names = ("SOCO_OIDC_GEHEIM", "SOCO_SESSIESLEUTELS", "SOCO_SLEUTELS", "SOCO_PROXY_SLEUTEL")
    _, findings = configuration_in(files("oidc") | dict.fromkeys(names, "hunter2"), ROOT)

    assert (4, False) == (len(findings), "hunter2" in str(findings))


def test_a_secret_that_others_can_read_is_told(files: In, tmp_path: Path) -> None:
    (tmp_path / "geheim").chmod(0o644)

    assert [
        (
            "sleutels-open",
            "SOCO_OIDC_GEHEIM",
            "Het bestand dat SOCO_OIDC_GEHEIM noemt, is ook voor anderen op deze computer te lezen.",
        )
    ] == faults(files("oidc"))
