"""How an invented caseload draws each fact: from a list with assumptions, else by the type of the fact."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType

SHIPPED = Path(__file__).with_name("verdelingen.toml")


@dataclass(frozen=True, slots=True)
class Distribution:
    """How one fact is drawn; see the head of the list for what each key means."""

    chance: int
    low: int = 0
    high: int = 0
    per_member: bool = True
    share_of: str | None = None
    weights: Mapping[str, int] = field(default_factory=dict)
    years: tuple[int, int] = (0, 5)
    lacking: int = 50
    assumption: str = "het volgt de regel voor zijn soort"


DEFAULTS: Mapping[Kind, Distribution] = {
    Kind.YES_NO: Distribution(20),
    Kind.CHOICE: Distribution(100),
    Kind.COUNT: Distribution(50, 0, 5),
    Kind.MONEY: Distribution(20, 0, 500, per_member=False),
    Kind.PERCENTAGE: Distribution(50, 0, 50),
    Kind.DATE: Distribution(100),
    Kind.DURATION: Distribution(100, 1, 12),
    Kind.TEXT: Distribution(100),
}
"""What a fact follows that is not in the list."""

_KEYS = frozenset({"kans", "van", "tot", "per_lid", "deel_van", "gewichten", "jaren", "ontbreekt", "aanname"})


@dataclass(frozen=True, slots=True)
class Distributions:
    """Distributions by name of a fact, and the assumption behind all of them."""

    named: Mapping[str, Distribution]
    assumption: str

    def of(self, name: str, type_: ValueType) -> Distribution:
        """How a fact is drawn."""
        return self.named.get(name, DEFAULTS[type_.kind])


def distributions_in(name: str, content: bytes) -> tuple[Distributions | None, tuple[Diagnostic, ...]]:
    """The distributions that a file lists, or everything that is wrong with it."""
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return None, (_wrong(name, f"'{name}' is geen TOML-bestand in UTF-8."),)
    found: list[Diagnostic] = []
    named: dict[str, Distribution] = {}
    entries = data.get("gegeven", {})
    for fact, entry in entries.items() if isinstance(entries, dict) else ():
        drawn = _distribution(entry) if isinstance(entry, dict) else None
        unknown = [key for key in entry if key not in _KEYS] if isinstance(entry, dict) else []
        found += [
            _wrong(name, f"Bij '{fact}' staat '{key}'.", did_you_mean(key, _KEYS, otherwise=""))
            for key in unknown
        ]
        if drawn is None:
            found.append(_wrong(name, f"De verdeling van '{fact}' is niet te gebruiken."))
        else:
            named[fact] = drawn
    if not isinstance(data.get("aanname"), str):
        found.append(_wrong(name, "De aanname ontbreekt."))
    return (None if found else Distributions(named, data["aanname"])), tuple(found)


def shipped() -> Distributions:
    """The distributions that come with soco_rules."""
    drawn, findings = distributions_in(SHIPPED.name, SHIPPED.read_bytes())
    assert drawn is not None, findings
    return drawn


def _distribution(entry: Mapping[str, object]) -> Distribution | None:
    numbers = {key: entry.get(key, default) for key, default in _NUMBERS.items()}
    whole = {key: value for key, value in numbers.items() if type(value) is int}
    weights, years, share = entry.get("gewichten", {}), entry.get("jaren", [0, 5]), entry.get("deel_van")
    if len(whole) < len(numbers) or not 0 <= whole["kans"] <= 100 or whole["van"] > whole["tot"]:
        return None
    if not (isinstance(weights, dict) and all(type(each) is int and each >= 0 for each in weights.values())):
        return None
    if not (isinstance(years, list) and len(years) == 2 and all(type(each) is int for each in years)):
        return None
    if not isinstance(share, str | None) or not 0 <= years[0] <= years[1] <= 120:
        return None
    return Distribution(
        whole["kans"],
        whole["van"],
        whole["tot"],
        bool(entry.get("per_lid", False)),
        share,
        weights,
        (years[0], years[1]),
        whole["ontbreekt"],
        str(entry.get("aanname", "")),
    )


_NUMBERS = {"kans": 100, "van": 0, "tot": 0, "ontbreekt": 50}


def _wrong(name: str, message: str, remedy: str = "") -> Diagnostic:
    return finding("verdeling", Span(name), message, remedy=remedy)
