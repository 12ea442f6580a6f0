"""How long each dossier is kept by the rules of its agreement, and what still keeps it from being erased."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.backends.reference import add_months
from soco_rules.catalogue import finding
from soco_rules.compiler.layers import Stack
from soco_rules.compiler.retention import is_end
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.due import UNSENT
from soco_rules.dossiers.due import Due
from soco_rules.dossiers.due import due_in
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import reopened_of
from soco_rules.dossiers.present import returned_proposals
from soco_rules.model.agreement import Retention
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Erased
from soco_rules.model.dossier import MadeKnown
from soco_rules.model.objecting import Objected
from soco_rules.model.objecting import ObjectionDecided
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import as_dutch
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.terms.awb import objection

_NO_WORK = frozenset({Act.ASSIGNED, Act.CONSULTED})
"""Acts that tell nothing of the person: who reads a dossier, or has it on the desk, keeps it no longer."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long one dossier is kept.

    `since` is the day of the last decision, or of a proposal that waits or was given back, else of the last act.
    `last_day` is the last day of the term of `rule`; both are None where no rule names the stand. `ends` is whether a
    dossier can end in this stand. `running` is what is not finished, each in words.
    """

    dossier: int
    state: str | None
    since: int
    rule: Retention | None
    last_day: int | None
    ends: bool
    running: tuple[str, ...]

    def may_go(self, on: int) -> bool:
        """Whether the personal data can be erased on a day."""
        return self.last_day is not None and self.last_day < on and not self.running


def keeping_in(stack: Stack, book: Book, on: int) -> tuple[Keeping, ...]:
    """How long every dossier is kept that was not erased, by number."""
    due: dict[int | None, list[Due]] = defaultdict(list)
    for each in due_in(stack, book, on):
        if each.what != UNSENT or _may_be_open(each, on):
            due[each.dossier].append(each)
    return tuple(
        _keeping(stack, dossier, due[number])
        for number, dossier in book.dossiers.items()
        if not is_erased(dossier)
    )


def _may_be_open(unsent: Due, on: int) -> bool:
    """Whether objection would be open if a decision was sent on the day that was meant, though nobody recorded it."""
    last = objection(unsent.day).last_day if unsent.day is not None else None
    return last is None or last >= on


def why_not(keeping: Keeping, on: int) -> tuple[Diagnostic, ...]:
    """Everything that keeps a dossier from being erased on a day; nothing where it may go."""
    return tuple(_why_not(keeping, on))


def erased(keeping: Keeping) -> Draft:
    """The act that tells why a dossier was erased; it stays readable and holds nothing of the person."""
    assert keeping.rule is not None
    assert keeping.last_day is not None
    provenance = keeping.rule.provenance
    assumed = (f"aanname: {provenance.assumption.reason}",) if provenance.assumption else ()
    reason = (
        f"de bewaartermijn van {keeping.rule.words} na de stand '{spaced(keeping.state or '')}' "
        f"liep tot en met {as_dutch(keeping.last_day, Kind.DATE)}"
    )
    return Draft(Erased(reason=reason, basis="; ".join((*provenance.cited, *assumed))), keeping.dossier)


def _keeping(stack: Stack, dossier: Dossier, due: list[Due]) -> Keeping:
    state = state_of(dossier, stack.states)
    rule = stack.retention.get(state) if state is not None else None
    since = _since(dossier)
    return Keeping(
        dossier=dossier.number,
        state=state,
        since=since,
        rule=rule,
        last_day=None if rule is None else _after(since, rule.term),
        ends=state is not None and is_end(stack, state),
        running=(*map(_in_words, due), *_reopened(dossier)),
    )


def _since(dossier: Dossier) -> int:
    decided = [
        parse_date(day) for _, adopted in adoptions(dossier) for day in (adopted.date, adopted.sent_on)
    ]
    decided += [parse_date(known.date) for _, known in contents(dossier, MadeKnown)]
    decided += [parse_date(said.date) for _, said in contents(dossier, ObjectionDecided)]
    decided += [parse_date(said.received) for _, said in contents(dossier, Objected)]
    decided += [parse_date(each.entry.at[:10]) for each in open_proposals(dossier)]
    decided += [parse_date(each.entry.at[:10]) for each in returned_proposals(dossier)]
    told = (parse_date(entry.at[:10]) for entry in dossier.entries if entry.act not in _NO_WORK)
    return max(decided) if decided else max(told)


def _after(day: int, term: Duration) -> int | None:
    match term.unit:
        case Unit.DAYS:
            return day + term.amount
        case Unit.MONTHS:
            last = add_months(day, term.amount)
            return last if isinstance(last, int) else None


def _in_words(due: Due) -> str:
    day = "" if due.day is None else f" {as_dutch(due.day, Kind.DATE)}"
    return f"{due.what}{day} ({due.why})"


def _reopened(dossier: Dossier) -> Iterator[str]:
    for standing, _ in reopened_of(dossier):
        yield f"besluit {standing.entry.number} is heropend en niet opnieuw genomen"


def _why_not(keeping: Keeping, on: int) -> Iterator[Diagnostic]:
    place, name = place_of(keeping.dossier), f"Dossier {keeping.dossier}"
    state = spaced(keeping.state) if keeping.state else None
    if keeping.rule is None and not keeping.ends and state:
        yield finding("wissen-stand", place, f"{name} heeft de stand '{state}' en doet nog mee.")
    elif keeping.rule is None:
        where = f"na de stand '{state}'" if state else "zonder stand"
        yield finding("wissen-bewaren", place, f"{name}: hoe lang dossiers {where} blijven, staat nergens.")
    elif keeping.last_day is None or keeping.last_day >= on:
        until = (
            "" if keeping.last_day is None else f" tot en met {as_dutch(keeping.last_day, Kind.DATE)}"
        )  # fmt: skip
        since = as_dutch(keeping.since, Kind.DATE)
        message = f"{name} blijft{until}: {keeping.rule.words} vanaf {since}."
        yield finding("wissen-termijn", place, message)
    for each in keeping.running:
        yield finding("wissen-loopt", place, f"In dossier {keeping.dossier} loopt nog: {each}.")
