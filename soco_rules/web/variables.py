"""Every variable of the environment that a desk reads, in one table, and what somebody set them to."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean

LOCAL, PROXY, OIDC = "lokaal", "proxy", "oidc"
WAYS = (LOCAL, PROXY, OIDC)


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: what it says, in Dutch, and what holds without it ('' where nothing does).

    `only` are the ways to be known at which it says something, `options` the words that it can be, `between` the least
    and the most that a number can be.
    """

    says: str
    usual: str = ""
    only: tuple[str, ...] = WAYS
    options: tuple[str, ...] = ()
    between: tuple[int, int] = (0, 0)

    @property
    def text(self) -> str:
        """As a table for who runs a desk has it."""
        way = "" if self.only == WAYS else f"bij {' en '.join(self.only)}: "
        return f"{way}{self.says}{f'; anders {self.usual}' if self.usual else ''}"


_KNOWN = (PROXY, OIDC)
VARIABLES: Mapping[str, Variable] = {
    "SOCO_WERKMAP": Variable(
        "de map met agreements/, templates/ en features/; anders de map waarin soco start"
    ),
    "SOCO_DOSSIERS": Variable(
        "waar de dossiers staan: een pad, of een adres van PostgreSQL zonder wachtwoord"
    ),
    "SOCO_SLEUTELS": Variable("het sleutelbestand van de dossiers; zonder dat zijn er geen dossiers"),
    "SOCO_RESERVEKOPIEEN": Variable("de map waarin de knoppen van beheer reservekopieën en ankers zetten"),
    "SOCO_CONTACT": Variable("het e-mailadres van wie de werkplek beheert, voor wie er niet uitkomt"),
    "SOCO_AANMELDEN": Variable("hoe iemand bekend wordt: lokaal, proxy of oidc", LOCAL, options=WAYS),
    "SOCO_GEBRUIKER": Variable("onder welke naam de ene gebruiker werkt", "lokale gebruiker", (LOCAL,)),
    "SOCO_ADRES": Variable(
        "het adres waarop mensen de werkplek openen, zoals https://soco.havendorp.example", only=_KNOWN
    ),
    "SOCO_LUISTER": Variable("het IP-adres waarop soco luistert", "127.0.0.1"),
    "SOCO_POORT": Variable("de poort", "8000", between=(1, 65535)),
    "SOCO_VERTROUWD": Variable("van welke proxy's X-Forwarded-For telt, met komma's", "127.0.0.1"),
    "SOCO_AANMELDMAP": Variable(
        "een map die blijft, voor afgemelde sessies en welke naam van wie is", only=_KNOWN
    ),
    "SOCO_ROLLEN": Variable(
        "welk woord van de aanmelddienst welke rol is, zoals soco-km=klantmanager, soco-jur=jurist",
        only=_KNOWN,
    ),
    "SOCO_CLAIM_NAAM": Variable("de claim met de naam onder elke handeling", "name", _KNOWN),
    "SOCO_CLAIM_ACCOUNT": Variable("de claim die nooit verandert", "sub", _KNOWN),
    "SOCO_CLAIM_ROLLEN": Variable(
        "de claim met de rollen, met punten voor een claim in een claim", "roles", _KNOWN
    ),
    "SOCO_CLAIM_FUNCTIE": Variable(
        "de claim met de functie die in het mandaatregister staat", "functie", _KNOWN
    ),
    "SOCO_FUNCTIES": Variable(
        "een bestand met op elke regel een naam of account, een dubbele punt, en de functies waarin die persoon tekent, met komma's",
        only=_KNOWN,
    ),
    "SOCO_FUNCTIE_KIEZEN": Variable(
        "of wie geen functie heeft er zelf een uit het mandaatregister kiest, ja of nee",
        "nee",
        _KNOWN,
        options=("ja", "nee"),
    ),
    "SOCO_PROXY_KOPREGEL": Variable("de kopregel met het ondertekende token", "X-Soco-Persoon", (PROXY,)),
    "SOCO_PROXY_ALGORITME": Variable(
        "RS256, ES256 of HS256", "RS256", (PROXY,), options=("RS256", "ES256", "HS256")
    ),
    "SOCO_PROXY_SLEUTEL": Variable(
        "het bestand met de publieke sleutel (PEM), of met het geheim bij HS256", only=(PROXY,)
    ),
    "SOCO_PROXY_UITGEVER": Variable("wie het token uitgeeft (iss)", only=(PROXY,)),
    "SOCO_PROXY_PUBLIEK": Variable("voor wie het token is (aud)", only=(PROXY,)),
    "SOCO_PROXY_AFMELDEN": Variable("het adres waarop iemand zich bij de proxy afmeldt", only=(PROXY,)),
    "SOCO_OIDC_UITGEVER": Variable(
        "het adres van de aanmelddienst, precies zoals die zich noemt (issuer)", only=(OIDC,)
    ),
    "SOCO_OIDC_CLIENT": Variable("onder welke naam soco daar bekend is (client_id)", only=(OIDC,)),
    "SOCO_OIDC_GEHEIM": Variable(
        "het bestand met het geheim van soco; zonder is soco een openbare client met PKCE", only=(OIDC,)
    ),
    "SOCO_OIDC_BEREIK": Variable("de scopes", "openid profile", (OIDC,)),
    "SOCO_OIDC_ALGORITME": Variable("RS256 of ES256", "RS256", (OIDC,), options=("RS256", "ES256")),
    "SOCO_SESSIESLEUTELS": Variable(
        "het bestand met sleutels voor sessies, een per regel; de laatste tekent", only=(OIDC,)
    ),
    "SOCO_SESSIE_STIL": Variable(
        "na hoeveel minuten zonder werk een sessie eindigt", "30", (OIDC,), between=(1, 24 * 60)
    ),
    "SOCO_SESSIE_LANGST": Variable(
        "na hoeveel uur een sessie altijd eindigt", "10", (OIDC,), between=(1, 24)
    ),
    "SOCO_OPPAKKEN": Variable(
        "of een klantmanager een dossier mag openen dat van niemand is, ja of nee",
        "ja",
        options=("ja", "nee"),
    ),
    "SOCO_TEGELIJK": Variable("hoeveel vragen een proces tegelijk aanneemt", "200", between=(1, 10_000)),
    "SOCO_PER_MINUUT": Variable(
        "hoeveel vragen iemand per minuut mag stellen", "600", _KNOWN, between=(10, 100_000)
    ),
    "SOCO_AANMELDINGEN_PER_MINUUT": Variable(
        "hoe vaak per minuut vanaf een adres", "60", _KNOWN, between=(1, 10_000)
    ),
    "SOCO_WERK_LANGST": Variable(
        "na hoeveel minuten een vergelijking, doorrekening of ander lang werk stopt",
        "60",
        between=(1, 24 * 60),
    ),
}
"""Every variable by its name, in the order in which docs/beheer/uitrol.md has them."""


_OTHERS: Mapping[tuple[str, ...], tuple[str, ...]] = {(PROXY,): (LOCAL, OIDC), (OIDC,): (LOCAL, PROXY)}
"""The ways at which a variable for one of them is a mistake; `SOCO_GEBRUIKER` is set for commands too."""


@dataclass(slots=True)
class Said:
    """What an environment says, with what is found wrong on the way."""

    environment: Mapping[str, str]
    findings: list[Diagnostic] = field(default_factory=list)

    def wrong(self, name: str, message: str, *, remedy: str = "") -> None:
        """Tell of a variable that cannot be as it is set."""
        self.findings.append(finding("instelling", Span(name), message, remedy=remedy))

    def doubtful(self, name: str, message: str, *, remedy: str = "") -> None:
        """Tell of what a desk can start with, and was probably not meant."""
        self.findings.append(finding("instelling-bedoeld", Span(name), message, remedy=remedy))

    def text(self, name: str) -> str:
        """What a variable is set to, or what holds without it."""
        return self.environment.get(name, "").strip() or VARIABLES[name].usual

    def needed(self, name: str, why: str) -> str:
        """What a variable is set to that has to be; empty with a finding where it is not."""
        value = self.text(name)
        if not value:
            remedy = f"geef {VARIABLES[name].text}"
            self.wrong(name, f"{name} ontbreekt, en is nodig {why}.", remedy=remedy)
        return value

    def number(self, name: str) -> int:
        """A whole number between the bounds of its variable."""
        value, (least, most) = self.text(name), VARIABLES[name].between
        if not (value.isascii() and value.isdigit() and least <= int(value) <= most):
            self.wrong(name, f"{name} is geen geheel getal van {least} tot en met {most}.")
            return int(VARIABLES[name].usual)
        return int(value)

    def choice(self, name: str) -> str:
        """One of the options of a variable."""
        value, options = self.text(name), VARIABLES[name].options
        if value not in options:
            remedy = did_you_mean(value, options, otherwise=f"kies {' of '.join(options)}")
            self.wrong(name, f"{name} is '{value}'; dat kan niet.", remedy=remedy)
            return VARIABLES[name].usual
        return value

    def secret(self, name: str) -> bytes:
        """What the file holds that only soco may read; empty with a finding where it cannot be used."""
        path = Path(self.text(name))
        try:
            content = path.read_bytes()
            open_to = stat.S_IMODE(path.stat().st_mode) if os.name == "posix" else 0
        except OSError:
            self.wrong(name, f"Het bestand dat {name} noemt, is niet te lezen.")
            return b""
        if open_to & 0o007:
            message = f"Het bestand dat {name} noemt, is ook voor anderen op deze computer te lezen."
            self.findings.append(finding("sleutels-open", Span(name), message))
        if not content.strip():
            self.wrong(name, f"Het bestand dat {name} noemt, is leeg.")
        return content


def misplaced(environment: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Variables that say nothing: those of another way to be known, and those that may be a typing error."""
    way = Said(environment).text("SOCO_AANMELDEN")
    for name in sorted(each for each in environment if each.startswith("SOCO_")):
        variable = VARIABLES.get(name)
        if variable is not None and way in _OTHERS.get(variable.only, ()):
            message = f"{name} is gezet, en telt alleen bij SOCO_AANMELDEN={variable.only[0]}."
            yield finding("instelling", Span(name), message)
        if variable is None and not name.startswith("SOCO_TEST_"):
            message = f"{name} is geen instelling van soco."
            remedy = did_you_mean(name, VARIABLES, otherwise="haal haar weg als zij van soco was bedoeld")
            yield finding("instelling-onbekend", Span(name), message, remedy=remedy)
