"""The rules of one concept in every row: which apply, which win, of which it is not known, and what comes of it."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from graphlib import CycleError
from graphlib import TopologicalSorter
from itertools import combinations
from itertools import product

from soco_rules.backends.sql.arithmetic import add
from soco_rules.backends.sql.arithmetic import bit
from soco_rules.backends.sql.arithmetic import only
from soco_rules.backends.sql.arithmetic import union
from soco_rules.backends.sql.cells import IN_LOGIC
from soco_rules.backends.sql.cells import NOT_APPLICABLE
from soco_rules.backends.sql.cells import Cell
from soco_rules.backends.sql.cells import first_that_holds
from soco_rules.backends.sql.cells import same
from soco_rules.backends.sql.cells import strongest
from soco_rules.backends.sql.certain import Certainty
from soco_rules.backends.sql.certain import certainty as certainty_of
from soco_rules.backends.sql.choosing import case
from soco_rules.backends.sql.terms import FALSE
from soco_rules.backends.sql.terms import TRUE
from soco_rules.backends.sql.terms import ZERO
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import all_of
from soco_rules.backends.sql.terms import any_of
from soco_rules.backends.sql.terms import at_most
from soco_rules.backends.sql.terms import literal
from soco_rules.backends.sql.terms import not_
from soco_rules.backends.sql.terms import null
from soco_rules.model.program import Clause
from soco_rules.model.values import Absent

Ranked = tuple[int, Term]
"""A rule, and whether it wins where none of those before it does."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Formulas for each rule, by index: whether it applies, wins, may win, is in doubt; and why there is doubt."""

    applies: tuple[Term, ...]
    wins: tuple[Term, ...]
    may_win: tuple[Term, ...]
    in_doubt: tuple[Term, ...]
    doubts: Mapping[Absent, Term]
    nobody: Term
    certainty: Certainty | None

    def exclude(self, one: Term, other: Term) -> bool:
        """Whether it is certain that two formulas about these rules are never yes together."""
        return self.certainty is not None and self.certainty.exclude(one, other)

    def ranking(self, clauses: tuple[Clause, ...]) -> tuple[Ranked, ...] | None:
        """The rules in an order in which the first that applies wins alone; None where that is not certain.

        A rule comes after those that beat it, so the first that applies is not beaten.
        """
        if self.certainty is None or any(doubt is not FALSE for doubt in self.in_doubt):
            return None
        if not all(self.exclude(one, other) for one, other in combinations(self.wins, 2)):
            return None
        order = range(len(clauses))
        beaten_by = {i: [o for o in order if i in clauses[o].precedes | clauses[o].bases] for i in order}
        try:
            ranked = tuple(TopologicalSorter(beaten_by).static_order())
        except CycleError:
            return None
        return tuple(zip(ranked, self.certainty.shortened([self.applies[i] for i in ranked]), strict=True))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An outcome that is still possible `when`; `rules` are those that have it, None among them is `anders`."""

    when: Term
    outcome: Cell
    rules: tuple[int | None, ...]


def standing_of(
    clauses: tuple[Clause, ...], conditions: Sequence[Cell], landmarks: Collection[Term]
) -> Standing:
    """An exception counts only where one of its bases applies, and then wins from it."""
    told = [part for cell in conditions for part in (cell.value, *cell.absences.values())]
    certainty = certainty_of(told, landmarks)

    def plain(formula: Term) -> Term:
        return formula if certainty is None else certainty.simplified(formula)

    applies: dict[int, Term] = {}
    in_doubt: dict[int, Term] = {}
    doubts: dict[int, dict[Absent, Term]] = {}
    for index in TopologicalSorter({i: sorted(c.bases) for i, c in enumerate(clauses)}).static_order():
        condition, bases = conditions[index], sorted(clauses[index].bases)
        presupposed = any_of(applies[base] for base in bases) if bases else TRUE
        possible = any_of(in_doubt[base] for base in bases)
        applies[index] = plain(all_of((condition.holds, presupposed)))
        met = any_of((condition.holds, condition.indefinite))
        unsure = all_of((condition.indefinite, presupposed))
        in_doubt[index] = plain(any_of((unsure, all_of((met, possible, not_(applies[index]))))))
        doubts[index] = {
            absence: plain(all_of((in_doubt[index], any_of((condition.is_(absence), *of_bases)))))
            for absence in IN_LOGIC
            if absence is not NOT_APPLICABLE
            for of_bases in [[doubts[base][absence] for base in bases]]
        }
    order = range(len(clauses))
    preceded = [any_of(applies[o] for o in order if i in clauses[o].precedes) for i in order]
    excepted = [any_of(applies[o] for o in order if i in clauses[o].bases) for i in order]
    return Standing(
        applies=tuple(applies[i] for i in order),
        wins=tuple(plain(all_of((applies[i], not_(any_of((preceded[i], excepted[i])))))) for i in order),
        may_win=tuple(plain(all_of((in_doubt[i], not_(preceded[i])))) for i in order),
        in_doubt=tuple(in_doubt[i] for i in order),
        doubts={
            absence: formula
            for absence in IN_LOGIC
            if absence is not NOT_APPLICABLE
            and (formula := any_of(doubts[i][absence] for i in order)) is not FALSE
        },
        nobody=plain(not_(any_of(applies[i] for i in order))),
        certainty=certainty,
    )


def outcome_of(
    clauses: tuple[Clause, ...], standing: Standing, outcomes: Sequence[Cell], otherwise: Cell
) -> Cell:
    """The outcome that all candidates share; a conflict where they are definite, differ, and no rule is in doubt."""
    ranking = standing.ranking(clauses)
    if ranking is not None:
        ranked = [(wins, outcomes[index]) for index, wins in ranking]
        return first_that_holds(
            [*ranked, *([] if standing.nobody is FALSE else [(standing.nobody, otherwise)])]
        )
    candidates = _candidates(standing, outcomes, otherwise)
    first = first_that_holds([(one.when, one.outcome) for one in candidates])
    indefinite = any_of(all_of((one.when, one.outcome.indefinite)) for one in candidates)
    differ = any_of(_differing(clauses, standing, candidates, first))
    if differ is FALSE and not standing.doubts:
        return first
    doubt = any_of(standing.in_doubt)
    conflict = all_of((differ, not_(indefinite), not_(doubt)))
    unsettled = any_of((indefinite, all_of((differ, doubt))))
    if unsettled is FALSE and conflict is FALSE:
        return first
    settled = all_of((not_(unsettled), not_(conflict)))
    value = case([(settled, first.value)], null(first.value.sort))
    absences = strongest(IN_LOGIC, _reasons(candidates, standing, indefinite), unsettled)
    absences = _with(absences, Absent.CONFLICT, conflict)
    absences = _with(absences, NOT_APPLICABLE, all_of((settled, first.is_(NOT_APPLICABLE))))
    return Cell(value, absences)


def mask(formulas: Sequence[Term], where: Term) -> Term:
    """The rules for which a formula holds, as the sum of two to the power of their index."""
    return union(only(all_of((where, formula)), 2**place) for place, formula in enumerate(formulas))


def winner(ranking: Sequence[Ranked], start: int, end: int, where: Term) -> Term:
    """The one rule that wins as two to the power of its index, of the rules from start to end."""
    of_each = [
        (wins, literal(2 ** (index - start)) if start <= index < end else ZERO) for index, wins in ranking
    ]
    return case([(where, case(of_each, ZERO))], ZERO)


def _candidates(standing: Standing, outcomes: Sequence[Cell], otherwise: Cell) -> list[_Candidate]:
    """Rules with one and the same outcome are one candidate."""
    found: dict[tuple[int, ...], _Candidate] = {}

    def join(when: Term, outcome: Cell, rule: int | None) -> None:
        key = (id(outcome.value), *(part for a, f in outcome.absences.items() for part in (id(a), id(f))))
        known = found.get(key, _Candidate(FALSE, outcome, ()))
        found[key] = _Candidate(any_of((known.when, when)), outcome, (*known.rules, rule))

    for index, outcome in enumerate(outcomes):
        when = any_of((standing.wins[index], standing.may_win[index]))
        if when is not FALSE:
            join(when, outcome, index)
    if standing.nobody is not FALSE:
        join(standing.nobody, otherwise, None)
    return list(found.values())


def _differing(
    clauses: tuple[Clause, ...], standing: Standing, candidates: list[_Candidate], first: Cell
) -> Iterator[Term]:
    for place, candidate in enumerate(candidates):
        if any(_together(clauses, standing, candidate, other) for other in candidates[:place]):
            yield all_of((candidate.when, not_(same(candidate.outcome, first))))


def _together(clauses: tuple[Clause, ...], standing: Standing, one: _Candidate, other: _Candidate) -> bool:
    """Whether it may be that both are candidates at once."""
    if standing.certainty is not None:
        return not standing.exclude(one.when, other.when)
    return any(_meet(clauses, standing, a, b) for a, b in product(one.rules, other.rules))


def _meet(clauses: tuple[Clause, ...], standing: Standing, one: int | None, other: int | None) -> bool:
    """A rule in doubt yields to those that precede it; `anders` stands beside rules in doubt only."""
    if one is None or other is None:
        rule = other if one is None else one
        return rule is not None and standing.may_win[rule] is not FALSE
    beats, beaten = one in clauses[other].bases, other in clauses[one].bases
    precedes, preceded = other in clauses[one].precedes, one in clauses[other].precedes
    doubtful, other_doubtful = standing.may_win[one] is not FALSE, standing.may_win[other] is not FALSE
    return (
        (doubtful and other_doubtful)
        or (doubtful and not preceded)
        or (other_doubtful and not precedes)
        or not (beats or beaten or precedes or preceded)
    )


def _reasons(candidates: list[_Candidate], standing: Standing, indefinite: Term) -> dict[Absent, list[Term]]:
    alone: Term = FALSE
    if standing.doubts and indefinite is not FALSE:
        number = reduce(add, map(bit, (*standing.wins, *standing.may_win, standing.nobody)))
        alone = at_most(number, literal(1))
    found: dict[Absent, list[Term]] = {}
    for candidate in candidates:
        for absence, formula in candidate.outcome.absences.items():
            found.setdefault(absence, []).append(all_of((candidate.when, formula)))
    for absence, formula in standing.doubts.items():
        found.setdefault(absence, []).append(all_of((formula, not_(alone))))
    return found


def _with(absences: dict[Absent, Term], absence: Absent, formula: Term) -> dict[Absent, Term]:
    joined = any_of((absences.get(absence, FALSE), formula))
    return absences if joined is FALSE else {**absences, absence: joined}
