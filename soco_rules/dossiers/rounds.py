"""A round in which applications are ranked: what the rules propose for each, in their order, with ties in sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.among import Figure
from soco_rules.dossiers.among import Rank
from soco_rules.dossiers.among import by_rank
from soco_rules.dossiers.among import limits
from soco_rules.dossiers.among import rank_of
from soco_rules.dossiers.assessors import of_each
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Prepared
from soco_rules.dossiers.deciding import calculated_for
from soco_rules.dossiers.deciding import counted_at
from soco_rules.dossiers.present import Judged
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import round_of
from soco_rules.model.agreement import Several
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import RoundOpened


@dataclass(frozen=True, slots=True)
class Ranked:
    """One application: what is proposed or, once it was, what was adopted; `is_tied` where another stands as high."""

    dossier: int
    rank: Rank
    prepared: Prepared | None
    adopted: Standing | None
    is_tied: bool = False
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """A round: the limits in the rules, and the applications with who stands first on top."""

    limits: tuple[Figure, ...]
    ranked: tuple[Ranked, ...]


def rounds_of(book: Book) -> tuple[RoundOpened, ...]:
    """The rounds of a book, each as it was last recorded."""
    opened = (entry.content for entry in book.entries)
    return tuple({each.name: each for each in opened if isinstance(each, RoundOpened)}.values())


def in_round(book: Book, name: str | None) -> tuple[int, ...]:
    """The dossiers that take part in a round, erased ones left out; without a name those of no round."""
    return tuple(
        dossier.number
        for dossier in book.dossiers.values()
        if round_of(dossier) == name and not is_erased(dossier)
    )


def ranking(desk: Desk, book: Book, name: str | None, told: Callable[[int], None]) -> Ranking:
    """Every application of a round in the order of the rules; `told` hears how many are done.

    Who has nothing to be ranked by, as long as judgements are missing, comes last.
    """
    counted, found = counted_at(desk, book), []
    for done, number in enumerate(in_round(book, name), start=1):
        adopted = adopted_of(book.dossiers[number], desk.besluit.name)
        prepared, findings = calculated_for(desk, book, number, counted=counted)
        rank = rank_of(prepared) if prepared else ()
        found.append(Ranked(number, rank, prepared, adopted[-1] if adopted else None, findings=findings))
        told(done)
    height = Counter(each.rank for each in found)
    ordered = sorted(found, key=lambda each: (not each.rank, by_rank(each.rank), each.dossier))
    return Ranking(limits(desk), tuple(_with_ties(each, height) for each in ordered))


def disagreements(desk: Desk, book: Book, number: int) -> tuple[str, ...]:
    """The names on which the assessors of an application must agree and do not yet."""
    given: dict[str, list[Judged]] = {}
    for entry, said in contents(book.dossiers[number], GivenJudgement):
        given.setdefault(said.name, []).append(Judged(entry, said))
    facts = desk.compiled.stack.facts
    asked = (name for name in given if name in facts and facts[name].several is Several.UNANIMOUS)
    return tuple(name for name in asked if len({each.said.value for each in of_each(given[name])}) > 1)


def _with_ties(ranked: Ranked, height: Counter[Rank]) -> Ranked:
    known = bool(ranked.rank) and None not in ranked.rank
    return replace(ranked, is_tied=known and height[ranked.rank] > 1)
