"""The mutants that a feature file accepts: `# mutant aanvaard: <naam> <reden>`, and what is wrong with such a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import in_reading_order
from soco_rules.scenarios.fate import SURVIVING
from soco_rules.scenarios.fate import Fate
from soco_rules.scenarios.fate import Finding

MARK = "# mutant aanvaard:"
_LINE = re.compile(r"\s*#\s*mutant\s+aanvaard\b:?\s*(?P<rest>.*?)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Accepted:
    """One mutant that may live, the reason, and the line that says so."""

    name: str
    reason: str
    span: Span


def accepted_in(sources: Mapping[str, str]) -> tuple[tuple[Accepted, ...], tuple[Diagnostic, ...]]:
    """What the feature files among some texts accept, each mutant once, and what cannot be read of it."""
    accepted: dict[str, Accepted] = {}
    findings: list[Diagnostic] = []
    for one in _lines(sources):
        if not one.name or not one.reason:
            message = "Hier ontbreekt welke verandering wordt aanvaard, of waarom."
            remedy = f"schrijf: {MARK} {one.name or 'naam'} en dan de reden"
            findings.append(finding("mutant-aanvaard", one.span, message, remedy=remedy))
        elif one.name in accepted:
            note = Note("hier staat zij al", accepted[one.name].span)
            message = f"De verandering '{one.name}' is al aanvaard."
            findings.append(finding("mutant-aanvaard", one.span, message, notes=(note,)))
        else:
            accepted[one.name] = one
    return tuple(accepted.values()), tuple(findings)


def idle(
    accepted: Iterable[Accepted],
    fates: Mapping[str, Finding],
    mutated: Iterable[str],
    known: Iterable[str],
) -> tuple[Diagnostic, ...]:
    """The acceptances that no longer say anything true.

    `fates` has the mutants of the files with the references `mutated`; `known` are all references. An acceptance
    about a file that was not mutated now is left alone.
    """
    own, every = frozenset(mutated), frozenset(known)
    found = (_idle(one, fates, own, every) for one in accepted)
    return in_reading_order(one for one in found if one is not None)


def _idle(
    one: Accepted, fates: Mapping[str, Finding], mutated: frozenset[str], known: frozenset[str]
) -> Diagnostic | None:
    reference = one.name.partition(":")[0]
    if reference not in known:
        remedy = did_you_mean(reference, known, otherwise="neem de naam over van het scherm")
        return finding(
            "mutant-aanvaard", one.span, f"Er is geen bestand met het kenmerk '{reference}'.", remedy=remedy
        )
    if reference not in mutated:
        return None
    fate = fates.get(one.name)
    if fate is None:
        remedy = did_you_mean(one.name, fates, otherwise="haal deze regel weg")
        message = f"De verandering '{one.name}' is er niet, of niet meer."
        return finding("mutant-aanvaard", one.span, message, remedy=remedy)
    if fate.fate in SURVIVING:
        return None
    return finding("mutant-aanvaard", one.span, f"De verandering '{one.name}' {_why_idle(fate)}.")


def _why_idle(fate: Finding) -> str:
    match fate.fate:
        case Fate.NOTICED:
            return f"wordt wel gemerkt: {fate.scenario}"
        case Fate.EQUIVALENT:
            return "verandert niets aan de uitkomsten en telt niet mee"
        case _:
            return "is een fout in het bestand en telt niet mee"


def _lines(sources: Mapping[str, str]) -> Iterator[Accepted]:
    for file, text in sources.items():
        if not file.endswith(".feature"):
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if match := _LINE.fullmatch(line):
                name, _, reason = match["rest"].partition(" ")
                start = len(line) - len(line.lstrip()) + 1
                span = Span(file, number, start, number, len(line.rstrip()) + 1)
                yield Accepted(name, reason.strip(), span)
