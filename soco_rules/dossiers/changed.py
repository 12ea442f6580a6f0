"""What is otherwise between a decision and the same decision made again: facts, and the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.model.decision import Decision
from soco_rules.model.decision import UsedFact
from soco_rules.model.decision import UsedTerm
from soco_rules.model.program import Origin
from soco_rules.model.values import Kind
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import spaced


def changes(before: Decision, now: Decision) -> tuple[str, ...]:
    """Which facts under a decision are not what they were, in Dutch; the same told by another source is no change."""
    old, new = _by_name(before), _by_name(now)
    return tuple(
        f"{_whose(key)} was {_told(old.get(key), before)} en is nu {_told(new.get(key), now)}"
        for key in changed_facts(before, now)
    )


def changed_facts(before: Decision, now: Decision) -> tuple[tuple[str, str | None], ...]:
    """The facts of `changes`, by name and by whose they are."""
    old, new = _by_name(before), _by_name(now)
    return tuple(
        key for key in dict.fromkeys((*old, *new)) if _substance(old.get(key)) != _substance(new.get(key))
    )


def rules_changed(before: Decision, now: Decision) -> tuple[str, ...]:
    """What is otherwise in what two decisions were calculated with, in Dutch: nothing where their receipts are equal.

    The agreed points and amounts that were used, else the files, else the version of soco_rules.
    """
    if before.receipt == now.receipt:
        return ()
    return (
        tuple(_terms_changed(before, now))
        or tuple(_files_changed(before, now))
        or _engine_changed(before, now)
    )


def _terms_changed(before: Decision, now: Decision) -> Iterator[str]:
    old, new = ({term.name: term for term in decision.terms} for decision in (before, now))
    for name, was in old.items():
        becomes = new.get(name, was)
        if was.value != becomes.value:
            yield f"'{spaced(name)}' was {_shown(was, before)} en is nu {_shown(becomes, now)}"


def _files_changed(before: Decision, now: Decision) -> Iterator[str]:
    old, new = (decision.receipt.files if decision.receipt else {} for decision in (before, now))
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            yield f"{name} is veranderd"


def _engine_changed(before: Decision, now: Decision) -> tuple[str, ...]:
    old, new = (
        f"{decision.receipt.engine} ({', '.join(decision.receipt.calculators)})"
        if decision.receipt
        else "niets"
        for decision in (before, now)
    )
    if old == new:
        return ("dezelfde regelbestanden worden nu anders gelezen, door een andere versie van soco_rules",)
    return (f"er is gerekend met {old} en nu met {new}",)


def _shown(term: UsedTerm, decision: Decision) -> str:
    return encoded_as_dutch(term.value, Kind(term.kind), decision.words_of(term.name))


def _by_name(decision: Decision) -> dict[tuple[str, str | None], UsedFact]:
    return {(fact.name, fact.role): fact for fact in decision.facts}


def _substance(fact: UsedFact | None) -> tuple[object, ...]:
    if fact is None:
        return ()
    said = (fact.by, fact.reason) if fact.origin == Origin.JUDGEMENT else ()
    return (fact.value, frozenset(report.value for report in fact.reports), *said)


def _whose(key: tuple[str, str | None]) -> str:
    name, role = key
    return f"'{spaced(name)}' ({role})" if role else f"'{spaced(name)}'"


def _told(fact: UsedFact | None, decision: Decision) -> str:
    if fact is None:
        return "niet nodig"
    if len({report.value for report in fact.reports}) > 1:
        return "strijdig"
    said = f" ({fact.by}: {fact.reason})" if fact.origin == Origin.JUDGEMENT else ""
    return encoded_as_dutch(fact.value, Kind(fact.kind), decision.words_of(fact.name)) + said
