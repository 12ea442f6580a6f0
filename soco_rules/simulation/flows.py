"""Who pays whom: a list of amounts with a payer and a receiver, from a file, for rules do not say it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean

MEMBER, COOPERATIVE, MUNICIPALITY = PARTIES = ("lid", "coöperatie", "gemeente")
SHIPPED = Path(__file__).with_name("geldstromen.toml")


@dataclass(frozen=True, slots=True)
class Flow:
    """One outcome that is money from one party to another."""

    name: str
    payer: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Flows:
    """All flows, and the assumption that they are."""

    flows: tuple[Flow, ...]
    assumption: str

    def known(self, names: Iterable[str]) -> Flows:
        """Those of outcomes that are reckoned."""
        kept = set(names)
        return Flows(tuple(flow for flow in self.flows if flow.name in kept), self.assumption)

    def without(self, names: Iterable[str]) -> Flows:
        """All but some."""
        left = set(names)
        return Flows(tuple(flow for flow in self.flows if flow.name not in left), self.assumption)

    def of(self, party: str) -> tuple[tuple[str, int], ...]:
        """What a party receives (+1) and pays (-1)."""
        received = ((flow.name, 1) for flow in self.flows if flow.receiver == party)
        paid = ((flow.name, -1) for flow in self.flows if flow.payer == party)
        return (*received, *paid)


def flows_in(name: str, content: bytes) -> tuple[Flows | None, tuple[Diagnostic, ...]]:
    """The flows that a file lists, or everything that is wrong with it."""
    try:
        data = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return None, (_wrong(name, f"'{name}' is geen TOML-bestand in UTF-8."),)
    found: list[Diagnostic] = []
    flows = []
    listed = data.get("stroom")
    for number, entry in enumerate(listed if isinstance(listed, list) else (), 1):
        texts = [entry.get(key) if isinstance(entry, dict) else None for key in ("naam", "van", "naar")]
        outcome, payer, receiver = (text if isinstance(text, str) else "" for text in texts)
        if not outcome or payer == receiver:
            found.append(
                _wrong(name, f"Stroom {number} heeft geen naam, of gaat niet van de een naar de ander.")
            )
        found += [
            _wrong(
                name,
                f"Stroom {number} noemt '{party}'.",
                did_you_mean(party, PARTIES, otherwise=f"kies uit {', '.join(PARTIES)}"),
            )
            for party in (payer, receiver)
            if party not in PARTIES
        ]
        flows.append(Flow(outcome, payer, receiver))
    if len({flow.name for flow in flows}) < len(flows):
        found.append(_wrong(name, "Een bedrag staat er tweemaal."))
    if not flows or not isinstance(data.get("aanname"), str):
        found.append(_wrong(name, "Er is geen [[stroom]], of de aanname ontbreekt."))
    return (None if found else Flows(tuple(flows), str(data["aanname"]))), tuple(found)


def shipped() -> Flows:
    """The flows of the national model."""
    flows, findings = flows_in(SHIPPED.name, SHIPPED.read_bytes())
    assert flows is not None, findings
    return flows


def _wrong(name: str, message: str, remedy: str = "") -> Diagnostic:
    return finding("geldstromen", Span(name), message, remedy=remedy)
