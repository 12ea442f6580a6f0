"""Take the besluiten of a month for every member: proposals on the book under its lock, and their adoption."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from soco_rules.adopt.statement import Statement
from soco_rules.decide import Calculators
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.adopting import sign
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Prepared
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import counted_at
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.deciding import supplied_again
from soco_rules.dossiers.keeping_letters import final_letter
from soco_rules.dossiers.keeping_letters import kept_letter
from soco_rules.dossiers.lifecycle import misfit
from soco_rules.dossiers.present import Open
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.letters.made import not_made_known
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.values import iso_day
from soco_rules.settling.sharing import Pool
from soco_rules.settling.sharing import shared

_BATCH = 250
"""So many members are held at once, besides what the book keeps of them."""

Progress = Callable[[str, Sequence[int]], Iterable[int]]
"""Passes dossiers on one by one under a title, and may show how far it is."""


class Writer(Protocol):
    """What writes acts in a book while it is locked."""

    def append(self, drafts: Sequence[Draft]) -> tuple[Entry, ...]:
        """Number and keep some acts."""


@dataclass(slots=True)
class Taken:
    """What became of a month: how many proposals are new, which were adopted or signed, and why others were not.

    `kept` counts the letters that are in the dossiers since, `unsent` the adopted beschikkingen of which none is.
    """

    proposed: int = 0
    adopted: int = 0
    signed: int = 0
    kept: int = 0
    unsent: int = 0
    refused: list[tuple[int, str, tuple[Diagnostic, ...]]] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hand:
    """For which dossiers decisions are taken, in what they are written, and by whom they are adopted, if by anybody.

    `left_out` has by besluit those for whom it is not taken. `templates` are where letters are looked for, None where
    nothing is adopted.
    """

    due: Sequence[int]
    writer: Writer
    said: Statement | None
    progress: Progress
    left_out: Mapping[str, frozenset[int]] = field(default_factory=dict)
    templates: Sequence[Path] | None = None


def take_all(desks: Sequence[Desk], book: Book, hand: Hand) -> tuple[Book, Taken]:
    """Each besluit in turn for every member, on the book with what was written before; with the book as it then is.

    With an error among the findings nothing of it may be kept.
    """
    taken = Taken()
    for desk in desks:
        book = _take(desk, book, hand, taken)
        if has_errors(taken.findings):
            break
    return book, taken


def with_entries(book: Book, entries: Sequence[Entry]) -> Book:
    """The book with acts that were written behind the others."""
    of_dossier: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.dossier is not None:
            of_dossier.setdefault(entry.dossier, []).append(entry)
    dossiers = dict(book.dossiers)
    for number, added in of_dossier.items():
        before = dossiers[number].entries if number in dossiers else ()
        dossiers[number] = Dossier(number, (*before, *added))
    own = tuple(entry for entry in entries if entry.dossier is None)
    return replace(book, dossiers=dossiers, entries=(*book.entries, *own))


@dataclass(frozen=True, slots=True)
class _Ready:
    """A proposal of one member that waits: as it was just calculated, and the open one with the same content."""

    prepared: Prepared
    waiting: Open | None


def _take(desk: Desk, book: Book, hand: Hand, taken: Taken) -> Book:
    month = iso_day(desk.dates.reference)
    out = hand.left_out.get(desk.besluit.name, frozenset())
    waiting = [
        number for number in hand.due if number not in out and _is_to_take(book.dossiers[number], desk, month)
    ]
    counted = counted_at(desk, book)
    entries: list[Entry] = []
    batch: dict[int, _Ready] = {}
    pool: Pool = {}
    for number in hand.progress(desk.besluit.title, waiting):
        waits = _open(book.dossiers[number], desk, month)
        supplied = supplied_again(waits.proposed) if waits is not None else None
        prepared, findings = propose_for(desk, book, number, supplied, counted=counted)
        taken.findings += findings
        if prepared is not None and (waits is not None or _is_about(prepared)):
            same = waits if waits is not None and _is_same(waits, prepared) else None
            batch[number] = _Ready(shared(prepared, pool), same)
        if len(batch) == _BATCH:
            entries += _written(batch, book, hand, taken)
            batch = {}
    entries += _written(batch, book, hand, taken)
    return with_entries(book, entries)


def _written(batch: Mapping[int, _Ready], book: Book, hand: Hand, taken: Taken) -> tuple[Entry, ...]:
    """The acts of some members: their proposals where these are new, and what became of them."""
    if has_errors(taken.findings):
        return ()
    new = [number for number, each in batch.items() if each.waiting is None]
    entries = hand.writer.append([as_draft(number, batch[number].prepared) for number in new])
    taken.proposed += len(entries)
    if hand.said is None:
        return entries
    made = {
        number: Open(entry, batch[number].prepared.proposed)
        for number, entry in zip(new, entries, strict=True)
    }
    signed = list(_signed(batch, made, book, hand, taken))
    acts = hand.writer.append([draft for draft, _ in signed])
    adopted = {
        entry.number: (entry, adoption)
        for entry, (_, adoption) in zip(acts, signed, strict=True)
        if adoption is not None
    }
    hand.writer.append(
        list(_letters(adopted, hand, taken))
    )  # and not among the acts: nothing here reads them
    return (*entries, *acts)


def _letters(adopted: Mapping[int, tuple[Entry, Adoption]], hand: Hand, taken: Taken) -> Iterator[Draft]:
    """The acts that keep the letters as they are sent, as at the desk where one decision is adopted."""
    if hand.templates is None:
        return
    for number in hand.progress("brieven voor de dossiers", tuple(adopted)):
        entry, adoption = adopted[number]
        keeps = kept_letter(final_letter(adoption, hand.templates), adoption, entry)
        if keeps is not None:
            taken.kept += 1
            yield keeps
        elif adoption.effective.is_appealable:
            taken.unsent += 1


def _is_to_take(dossier: Dossier, desk: Desk, month: str) -> bool:
    """Whether the besluit is about who has this stand, and was not adopted about this month before."""
    taken = any(standing.entry.month == month for standing in adopted_of(dossier, desk.besluit.name))
    return not taken and misfit(desk.compiled.stack, desk.besluit, dossier, desk.dates) is None


def _open(dossier: Dossier, desk: Desk, month: str) -> Open | None:
    """The proposal of this besluit and month that nobody adopted."""
    waiting = (each for each in open_proposals(dossier) if each.entry.subject == desk.besluit.name)
    return next((each for each in waiting if each.entry.month == month), None)


def _is_about(prepared: Prepared) -> bool:
    """Whether there is anything to decide: of whom a besluit does not apply to, nothing is written."""
    return prepared.decision.status is not DecisionStatus.NOT_APPLICABLE


def _is_same(waits: Open, prepared: Prepared) -> bool:
    """Whether a proposal says the same, whatever the day on which it was made."""
    return _undated(waits.proposed.decision) == _undated(prepared.decision)


def _undated(decision: Decision) -> Decision:
    return decision.model_copy(update={"decision_date": ""})


def _signed(
    batch: Mapping[int, _Ready], made: Mapping[int, Open], book: Book, hand: Hand, taken: Taken
) -> Iterator[tuple[Draft, Adoption | None]]:
    """The acts of who signs, each with the adoption unless a second person must sign too."""
    assert hand.said is not None
    for number, each in batch.items():
        if not _is_about(each.prepared):
            continue
        waiting = each.waiting or made[number]
        prepared = replace(each.prepared, proposed=waiting.proposed)
        agreed, findings = sign(prepared, waiting, book.dossiers[number], hand.said)
        if agreed is None:
            taken.refused.append((number, prepared.desk.besluit.name, findings))
            continue
        if agreed.adoption and (unsent := _not_made_known(agreed.adoption, hand)):
            taken.refused.append((number, prepared.desk.besluit.name, unsent))
            continue
        if agreed.adoption is None:
            taken.signed += 1
        else:
            taken.adopted += 1
        yield agreed.draft, agreed.adoption


def _not_made_known(adoption: Adoption, hand: Hand) -> tuple[Diagnostic, ...]:
    """Why a beschikking would reach nobody; for one with a letter of one's own a dossier is the place."""
    unsent = not_made_known(adoption, hand.templates) if hand.templates is not None else ()
    remedy = "laat de brief in orde maken, of stel dit besluit in het dossier vast met soco dossier vaststellen --eigen-brief"
    return tuple(replace(found, remedy=remedy) if found.code == "zonder-brief" else found for found in unsent)


def calculators_of(desks: Iterable[Desk]) -> dict[str, Calculators]:
    """The calculators by the name of the besluit."""
    return {desk.besluit.name: desk.calculators for desk in desks}
