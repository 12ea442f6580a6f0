"""Which rules of a definition apply and win, where every condition holds, does not hold, or is not derived (yet)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter

from soco_rules.backends.durable.calculations import Calculation
from soco_rules.backends.durable.calculations import Derived
from soco_rules.model.program import Clause
from soco_rules.model.program import Verdict
from soco_rules.model.values import Absent
from soco_rules.model.values import Value


@dataclass(frozen=True, slots=True)
class Contest:
    """How rules relate. `order` names those with relations, each after its bases; `precedes` is in bits."""

    order: tuple[int, ...]
    bases: tuple[tuple[int, ...], ...]
    precedes: tuple[int, ...]


def contest(clauses: Sequence[Clause]) -> Contest:
    """The relations between the rules of one definition."""
    bases = tuple(tuple(sorted(clause.bases)) for clause in clauses)
    order = TopologicalSorter(dict(enumerate(bases))).static_order()
    return Contest(
        tuple(index for index in order if clauses[index].bases or clauses[index].precedes),
        bases,
        tuple(sum(1 << loser for loser in clause.precedes) for clause in clauses),
    )


def resolve(
    rules: Contest,
    conditions: Sequence[bool | None],
    outcomes: Sequence[Calculation],
    otherwise: Calculation | None,
    values: Sequence[Derived],
) -> tuple[Verdict, Value]:
    """The verdict and the value, as far as they are certain now; UNKNOWN where an open condition could change it.

    A rule with an open condition is counted both as applying and as not applying.
    """
    standing, beaten = _standing(rules, conditions)
    applying, winning, undecided, rivals = [], [], [], []
    for index, applies in enumerate(standing):
        if applies:
            applying.append(index)
            if not beaten >> index & 1:
                winning.append(index)
        elif applies is None:
            undecided.append(index)
            if not beaten >> index & 1:
                rivals.append(index)
    verdict = Verdict(tuple(applying), tuple(winning), tuple(undecided))
    candidates = [outcomes[index](values) for index in (*winning, *rivals)]
    if not applying:
        if otherwise is None:
            return verdict, Absent.UNKNOWN if undecided else Absent.NO_RULE
        candidates.append(otherwise(values))
    return verdict, _agreed(candidates, open_=bool(rivals))


def _standing(rules: Contest, conditions: Sequence[bool | None]) -> tuple[Sequence[bool | None], int]:
    """Whether each rule applies, and as bits all that are beaten by one that does."""
    standing = list(conditions)
    wins = [0] * len(standing)
    beaten = 0
    for index in rules.order:
        bases = rules.bases[index]
        if bases and standing[index] is not False:
            standing[index] = _presupposed(standing[index], [standing[base] for base in bases])
        if standing[index]:
            wins[index] = rules.precedes[index]
            for base in bases:
                if standing[base]:
                    wins[index] |= wins[base] | 1 << base
            beaten |= wins[index]
    return standing, beaten


def _presupposed(condition: bool | None, bases: list[bool | None]) -> bool | None:
    if True in bases:
        return condition
    return None if None in bases else False


def _agreed(outcomes: list[Derived], *, open_: bool) -> Value:
    first = outcomes[0]
    if first is None:
        return Absent.UNKNOWN
    for other in outcomes:
        if other != first:
            return Absent.UNKNOWN if open_ or None in outcomes else Absent.CONFLICT
    return first
