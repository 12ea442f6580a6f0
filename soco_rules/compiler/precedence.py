"""Which rule of a concept wins from which: exceptions, `gaat_voor`, and the circles they may not form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import Findings
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.agreement import Rule

EVERY_RULE = "alle"
MOST_LEVELS = 20
"""How many exceptions to exceptions may stand on each other; law that people can follow has a few."""


@dataclass(frozen=True, slots=True)
class Precedence:
    """Per rule, by index: the rules it is an exception to, and those it wins from without presupposing them."""

    bases: tuple[frozenset[int], ...]
    precedes: tuple[frozenset[int], ...]


def precedence(rules: Sequence[Rule]) -> tuple[Precedence, Findings]:
    """The precedence among the rules of one concept; names that do not exist and circles are findings."""
    index = {rule.name: position for position, rule in enumerate(rules)}
    findings: list[Diagnostic] = []

    def resolve(rule: Rule, names: Sequence[str], span: Span) -> frozenset[int]:
        found = set()
        for name in names:
            if name in index and name != rule.name:
                found.add(index[name])
            elif name != EVERY_RULE:
                remedy = did_you_mean(name, index, otherwise=f"Kies uit {', '.join(index)}.")
                message = f"Regel '{rule.name}' noemt '{name}', en die regel is er hier niet."
                findings.append(finding("uitzondering-onbekend", span, message, remedy=remedy))
        return frozenset(found)

    bases = tuple(resolve(rule, rule.exception_to, rule.exception_span) for rule in rules)
    if circle := _circle(bases):
        message = f"De regel '{rules[circle[0]].name}' is via uitzonderingen een uitzondering op zichzelf."
        findings.append(_circle_found(rules, circle, message))
        return Precedence((frozenset(),) * len(rules), (frozenset(),) * len(rules)), tuple(findings)
    if (deep := _too_deep(bases)) is not None:
        message = f"De regel '{rules[deep].name}' is een uitzondering op een uitzondering, meer dan {MOST_LEVELS} keer."
        findings.append(finding("te-diep", rules[deep].exception_span, message))
        return Precedence((frozenset(),) * len(rules), (frozenset(),) * len(rules)), tuple(findings)
    precedes = tuple(
        resolve(rule, rule.precedes, rule.precedes_span) | _every_other(rules, bases, position)
        for position, rule in enumerate(rules)
    )
    beats = _may_beat(bases, precedes)
    for one, other in ((a, b) for a in range(len(rules)) for b in beats[a] if a < b and a in beats[b]):
        message = f"De regels '{rules[one].name}' en '{rules[other].name}' winnen van elkaar."
        findings.append(_circle_found(rules, (one, other), message))
    return Precedence(bases, precedes), tuple(findings)


def _every_other(rules: Sequence[Rule], bases: Sequence[frozenset[int]], position: int) -> frozenset[int]:
    """What `alle` means: every rule without its own gaat_voor, except this rule's own exceptions."""
    if EVERY_RULE not in rules[position].precedes:
        return frozenset()
    own_exceptions = {other for other in range(len(rules)) if position in _ancestors(bases, other)}
    return frozenset(
        other
        for other, rule in enumerate(rules)
        if other != position and not rule.precedes and other not in own_exceptions
    )


def _ancestors(bases: Sequence[frozenset[int]], position: int) -> set[int]:
    seen: set[int] = set()
    waiting = list(bases[position])
    while waiting:
        base = waiting.pop()
        if base not in seen:
            seen.add(base)
            waiting.extend(bases[base])
    return seen


def _circle(bases: Sequence[frozenset[int]]) -> tuple[int, ...] | None:
    return next(
        ((position,) for position in range(len(bases)) if position in _ancestors(bases, position)), None
    )


def _too_deep(bases: Sequence[frozenset[int]]) -> int | None:
    """A rule that stands on too many others, one on the other; there are no circles."""
    level = frozenset(range(len(bases)))
    for _ in range(MOST_LEVELS + 1):
        level = frozenset(position for position in level if bases[position] & level)
    return min(level, default=None)


def _may_beat(bases: Sequence[frozenset[int]], precedes: Sequence[frozenset[int]]) -> tuple[set[int], ...]:
    beats: list[set[int]] = []
    for position in range(len(bases)):
        chain = _ancestors(bases, position)
        beats.append(
            set(precedes[position]) | chain | {beaten for base in chain for beaten in precedes[base]}
        )
    return tuple(beats)


def _circle_found(rules: Sequence[Rule], positions: Sequence[int], message: str) -> Diagnostic:
    first = rules[positions[0]]
    notes = tuple(Note("de andere regel", rules[position].span) for position in positions[1:])
    return finding("voorrang-kring", first.span, message, notes=notes)
