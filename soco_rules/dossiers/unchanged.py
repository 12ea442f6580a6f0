"""Whether a decision must come out as it was taken, so that it need not be calculated again to know that it stands."""

from __future__ import annotations

from typing import assert_never

from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.plan import may_count
from soco_rules.dossiers.present import Line
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.present import contents
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import InvoiceLine
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.procedure import is_known as is_day_of_procedure
from soco_rules.model.values import Per
from soco_rules.model.values import iso_day


def must_be_as_taken(desk: Desk, now: Dossier, dossier: Dossier, standing: Standing) -> bool:
    """Whether the same rules read the same acts as when a decision was proposed; False wherever that is not certain.

    `now` has the acts that the decision is held against, `dossier` all of them. Where the rules count other dossiers it
    is never certain.
    """
    proposal = next(entry for entry in dossier.entries if entry.number == standing.short.proposal)
    proposed = proposal.content
    if desk.asks_others or not isinstance(proposed, Proposed):
        return False
    decided_before = [each for each in _adoptions(dossier) if each < proposal.number]
    came_since = (
        entry for entry in dossier.entries if entry.number > proposal.number or entry.at > proposed.knowledge
    )
    return (
        decided_before == _adoptions(now)
        and proposed.decision.receipt == desk.calculators.receipt
        and standing.adopted.adoption.decision.receipt == desk.calculators.receipt
        and not any(_can_matter(entry, desk, dossier) for entry in came_since)
    )


def _adoptions(dossier: Dossier) -> list[int]:
    return [entry.number for entry in dossier.entries if entry.act is Act.ADOPTION]


def _can_matter(entry: Entry, desk: Desk, dossier: Dossier) -> bool:
    """Whether an act may be read in deciding at a desk; adoptions are looked at apart."""
    match entry.act:
        case Act.FACT | Act.JUDGEMENT:
            said = entry.content
            return not isinstance(said, ReportedFact | GivenJudgement) or _is_about_then(said, desk)
        case Act.INVOICE:
            return _is_of_lines_that_count(entry, desk, dossier)
        case Act.OPENED | Act.PERSON | Act.ERASED | Act.ROUND | Act.MADE_KNOWN | Act.OBJECTION_DECIDED:
            return True
        case Act.PROPOSAL | Act.FIRST_SIGNATURE | Act.RETURNED | Act.ADOPTION | Act.REOPENED:
            return False
        case Act.OBJECTION | Act.OBJECTION_STEP | Act.ERASURE_LISTED:
            return False
        case Act.LETTER | Act.INTAKE | Act.COLUMNS | Act.ASSIGNED | Act.CONSULTED | Act.KEYS_CHANGED:
            return False
        case _:
            assert_never(entry.act)


def _is_of_lines_that_count(entry: Entry, desk: Desk, dossier: Dossier) -> bool:
    """Whether a line may be counted at a desk, or any line whose place it took."""
    said = entry.content
    if not isinstance(said, InvoiceLine):
        return True
    versions = (
        Line(each, line)
        for each, line in contents(dossier, InvoiceLine)
        if each.number <= entry.number and line.mark == said.mark and line.facts
    )
    return any(may_count(desk.certain, line) for line in versions)


def _is_about_then(said: ReportedFact | GivenJudgement, desk: Desk) -> bool:
    """Whether it is not only about months, or of a fact per year about years, after the one that is decided on."""
    fact = desk.compiled.stack.facts.get(said.name)
    if fact is None or fact.type.is_timeless or is_day_of_procedure(said.name):
        return True
    length = len("2026") if Per.YEAR in fact.type.per else len("2026-01")
    return said.valid_from[:length] <= iso_day(desk.dates.reference)[:length]
