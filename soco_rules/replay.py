"""Make a stored decision again from the rule files of now, and tell what came out differently."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from soco_rules.decide import SecondCalculator
from soco_rules.decide import decide
from soco_rules.decide import in_process
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.facts import Dates
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.decision import UsedFact
from soco_rules.model.program import Origin
from soco_rules.model.values import Role
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.model.workspace import Workspace

STORED = "besluit"
NOTHING = "niets"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not the same any more: where in the decision, what it was, what it is now."""

    what: str
    before: str
    now: str

    @property
    def is_of_words(self) -> bool:
        """Whether it is only how something is told, or where that stands in a file: nothing was decided by it."""
        return not _TELLING.isdisjoint(self.what.split())

    @property
    def is_of_receipt(self) -> bool:
        """Whether it is only what was calculated with."""
        return self.what.partition(" ")[0] in _RECEIPT.values()

    def __str__(self) -> str:
        return f"{_in_words(self.what)}: was {self.before}, is nu {self.now}"


class Verdict(StrEnum):
    """Whether a decision that was made again is still the same."""

    SAME = "gelijk"
    TOLD_OTHERWISE = "anders_verteld"
    """The outcome and the grounds are the same; with what was calculated or how it is told is not."""
    OTHER = "anders"


def verdict_of(differences: Collection[Difference]) -> Verdict:
    """What the differences of a decision with itself made again come to."""
    if not differences:
        return Verdict.SAME
    is_told = all(each.is_of_words or each.is_of_receipt for each in differences)
    return Verdict.TOLD_OTHERWISE if is_told else Verdict.OTHER


def replay(
    decision: Decision, workspace: Workspace, *, second: SecondCalculator = in_process
) -> tuple[Decision | None, tuple[Difference, ...]]:
    """The decision made again from the facts and dates that it holds, with every difference: changed files first."""
    case = case_of(decision)
    dates = Dates(parse_date(decision.reference_date), parse_date(decision.decision_date))
    again, findings = decide(workspace, decision.agreement, decision.decision, case, dates, second=second)
    if again is None:
        return None, tuple(_refusal(decision, findings))
    return again, compare(decision, again)


def compare(stored: Decision, again: Decision) -> tuple[Difference, ...]:
    """Everything in which two decisions differ, changed files first."""
    before = stored.model_dump(mode="json", by_alias=True)
    now = again.model_dump(mode="json", by_alias=True)
    receipts = before.pop("ontvangstbewijs") or {}, now.pop("ontvangstbewijs") or {}
    return (*_receipt_differences(*receipts), *_differences("", before, now))


def case_of(decision: Decision) -> Case:
    """The case that a decision rests on, with the facts that it used and no others."""
    facts = {_key(fact): _reports(fact) for fact in decision.facts if fact.origin != Origin.JUDGEMENT}
    judgements = {_key(fact): _judgement(fact) for fact in decision.facts if fact.origin == Origin.JUDGEMENT}
    ranges = {
        (each.name, Role(each.role) if each.role else None): (each.least, each.most)
        for each in decision.between
    }
    return Case(None, facts, judgements, decision.letter, decision.procedure, STORED, ranges=ranges)


def _key(fact: UsedFact) -> tuple[str, Role | None]:
    return fact.name, Role(fact.role) if fact.role else None


def _reports(fact: UsedFact) -> tuple[Report, ...]:
    span = Span(STORED)
    if fact.reports:
        return tuple(Report(one.value, span, one.source, one.date) for one in fact.reports)
    return (Report(fact.value, span, fact.source, fact.date),)


def _judgement(fact: UsedFact) -> Judgement:
    return Judgement(fact.value, fact.by or "", Span(STORED), fact.date, fact.reason)


def _refusal(decision: Decision, findings: tuple[Diagnostic, ...]) -> Iterator[Difference]:
    for found in findings:
        if found.is_error:
            yield Difference(str(found.span), decision.status, f"niet meer te nemen: {found.message}")


def _receipt_differences(before: Mapping[str, object], now: Mapping[str, object]) -> Iterator[Difference]:
    nothing: Mapping[str, object] = {"bestanden": {}, "rekenaars": []}
    for key, word in _RECEIPT.items():
        none = nothing.get(key)
        yield from _differences(word, before.get(key, none), now.get(key, none))


def _differences(where: str, before: object, now: object) -> Iterator[Difference]:
    if before == now:
        return
    match before, now:
        case dict(), dict():
            for key in dict.fromkeys([*before, *now]):
                yield from _differences(f"{where} {key}".strip(), before.get(key), now.get(key))
        case list(), list():
            for position in range(max(len(before), len(now))):
                old = before[position] if position < len(before) else None
                new = now[position] if position < len(now) else None
                yield from _differences(f"{where} {position + 1}", old, new)
        case _:
            yield Difference(where, _text(before), _text(now))


def _in_words(what: str) -> str:
    """Where something differs, as a reader expects it; the path of a file stays as it is."""
    first, _, rest = what.partition(" ")
    if first in _RECEIPT.values() or "/" in what:
        return what
    return ", ".join(f"nummer {word}" if word.isdigit() else spaced(word) for word in (first, *rest.split()))


def _text(value: object) -> str:
    match value:
        case None:
            return NOTHING
        case bool():
            return "ja" if value else "nee"
        case dict():
            named = [value.get(key) for key in _NAMING if value.get(key)]
            return ", ".join(map(str, named)) or NOTHING
        case list():
            return ", ".join(map(_text, value)) or NOTHING
        case _:
            return str(value)


_TELLING = frozenset({"omschrijving", "omschrijvingen", "woorden", "omdat", "plaats", "vraag"})
_NAMING = ("naam", "begrip", "regel", "uitkomst", "waarde")
_RECEIPT = {"bestanden": "bestand", "programma": "programma", "motor": "motor", "rekenaars": "rekenaar"}
