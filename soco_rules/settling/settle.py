"""Settle a month on a book under its lock: rows to facts, facts to besluiten, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import Protocol

from soco_rules.adopt.statement import Statement
from soco_rules.adopt.statement import doubt_about_sending
from soco_rules.adopt.statement import still_to_come
from soco_rules.catalogue import finding
from soco_rules.compiler.program import compile_in_force
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.reopening import DeskOn
from soco_rules.dossiers.reopening import Overtaken
from soco_rules.dossiers.reopening import as_drafts
from soco_rules.dossiers.reopening import desks_by
from soco_rules.dossiers.reopening import overtaken_in
from soco_rules.facts import Dates
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Columns
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Intake
from soco_rules.model.values import iso_day
from soco_rules.model.workspace import Workspace
from soco_rules.settling.asked import Asked
from soco_rules.settling.asked import what_is_asked
from soco_rules.settling.booking import Reporting
from soco_rules.settling.booking import canonical
from soco_rules.settling.booking import drafts_for
from soco_rules.settling.booking import missed
from soco_rules.settling.booking import source_of
from soco_rules.settling.booking import without_amount
from soco_rules.settling.booking import without_line
from soco_rules.settling.columns import remembered_of
from soco_rules.settling.deciding import Hand
from soco_rules.settling.deciding import Progress
from soco_rules.settling.deciding import Taken
from soco_rules.settling.deciding import calculators_of
from soco_rules.settling.deciding import take_all
from soco_rules.settling.deciding import with_entries
from soco_rules.settling.early import is_running
from soco_rules.settling.early import not_begun
from soco_rules.settling.early import once
from soco_rules.settling.early import too_early
from soco_rules.settling.looking import Basis
from soco_rules.settling.looking import Look
from soco_rules.settling.looking import Sent
from soco_rules.settling.looking import look_over
from soco_rules.settling.members import Members
from soco_rules.settling.members import members_of
from soco_rules.settling.month import open_questions
from soco_rules.settling.month import settled_of
from soco_rules.settling.pot import accounts_of
from soco_rules.settling.pot import overdrawn
from soco_rules.settling.rows import Given
from soco_rules.settling.sequence import left_out
from soco_rules.settling.sequence import out_of_order
from soco_rules.settling.sequence import passed_over
from soco_rules.settling.sequence import refusal


class LockedBook(Protocol):
    """A book while it is locked, as a settlement needs it."""

    def book(self) -> Book:
        """Everything in it."""

    def append(self, drafts: Sequence[Draft]) -> tuple[Entry, ...]:
        """Number and keep some acts."""

    def file_digest(self, content: bytes) -> str:
        """What recognises a file without telling anything of it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be settled: which month (the day number of its first day), on which day, of which besluiten.

    `said` is what the person who adopts says, None while nobody does. Without `besluiten` all are taken. `early` is
    why it is settled before it is over, empty where nobody says so. `clock` is the day that it really is, where another
    was said; None where nobody says another. `templates` are where letters are looked for: a
    beschikking of which none can be made is not adopted; None where nothing is.
    """

    agreement: str
    month: int
    today: int
    said: Statement | None = None
    besluiten: tuple[str, ...] = ()
    early: str = ""
    templates: tuple[Path, ...] | None = None
    clock: int | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What holds for a month before anything is read: what it asks, and the desks at which it is decided.

    `desk_on` gives the desk of an earlier decision, by the rules of now.
    """

    asked: Asked
    desks: tuple[Desk, ...]
    desk_on: DeskOn


@dataclass(slots=True)
class Settlement:
    """What was done: how many facts and lines are new, whether the file was booked before, what became of besluiten.

    `overtaken` has by dossier the decisions that no longer stand on what was sent; they are reopened.
    """

    book: Book
    members: Members
    taken: Taken
    booked: int = 0
    rows: int = 0
    seen_before: bool = False
    overtaken: Mapping[int, tuple[Overtaken, ...]] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = field(default=())


class RefusedError(Exception):
    """The month cannot be settled; nothing may be kept of what was written."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = tuple(findings)


def ground_of(workspace: Workspace, order: Order, *, second: SecondCalculator = in_process) -> Ground:
    """The settlement that an agreement knows for a month.

    Raises:
        RefusedError: the agreement, or one of its besluiten, cannot be used for this month.
    """
    compiled, findings = compile_in_force(workspace, order.agreement, order.month)
    if compiled is None or has_errors(findings):
        raise RefusedError(findings)
    asked = what_is_asked(compiled)
    if not asked.programs:
        message = f"'{order.agreement}' kent geen besluiten voor de maandafrekening."
        raise RefusedError((finding("geen-maandafrekening", compiled.stack.lowest.span, message),))
    desks: list[Desk] = []
    wrong: list[Diagnostic] = []
    for decision in asked.decisions:
        dates = Dates(order.month, order.today)
        desk, found = desk_for(workspace, order.agreement, decision.name, dates, second=second)
        wrong += found
        if desk is not None:
            desks.append(desk)
    if has_errors(wrong):
        raise RefusedError(in_reading_order(wrong))
    return Ground(asked, tuple(desks), desks_by(workspace, order.agreement, second=second))


def settle(
    ledger: LockedBook,
    ground: Ground,
    order: Order,
    sent: Sent | None,
    progress: Progress,
    *,
    look: Look = look_over,
) -> Settlement:
    """Book what was sent and take the besluiten of the month, in one transaction of the caller.

    The same file again changes nothing. What is adopted stays; what is only proposed is proposed again where something
    changed. A line that belongs to an earlier month reopens what was decided about it. `look` reads the file, or has it
    as it was read by the same of the book.

    Raises:
        RefusedError: with everything that is wrong; the caller keeps nothing.
    """
    book = ledger.book()
    if order.clock is not None and (late := still_to_come(order.today, order.clock)):
        raise RefusedError((late,))
    if found := too_early(book, order.month, order.today, order.early):
        raise RefusedError((found,))
    asked = ground.asked
    members = members_of(book, asked.compiled.stack.states, order.month)
    done = Settlement(book, members, Taken())
    given: tuple[Given, ...] = ()
    if sent is not None:
        given = _book(ledger, done, order, asked, sent, look=look)
        _reopen(ledger, ground, done, given)
    wanted = [desk for desk in ground.desks if not order.besluiten or desk.besluit.name in order.besluiten]
    due = [number for number, member in members.every.items() if member.is_due(asked.states)]
    held = tuple(out_of_order(done.book, wanted, due, order.month, ground.desk_on))
    if nobody := refusal(held, due):
        raise RefusedError(nobody)
    hand = Hand(due, ledger, order.said, progress, left_out(wanted, held), order.templates)
    done.book, done.taken = take_all(wanted, done.book, hand)
    after = (*done.taken.findings, *without_line(given, done.book, asked, order.month))
    if has_errors(after):
        raise RefusedError(in_reading_order((*done.findings, *after)))
    month = settled_of(done.book, asked, members, order.month)
    below = overdrawn(accounts_of(month, done.book, calculators_of(ground.desks)))
    done.findings = in_reading_order(
        (
            *done.findings,
            *once(done.taken.findings),
            *passed_over(held),
            *below,
            *_about_sending(order, done.taken),
            *_blank_questions(given, done, order),
        )
    )
    return done


def _about_sending(order: Order, taken: Taken) -> Iterator[Diagnostic]:
    """What the day of sending says that letters of today cannot do, once for all of them."""
    if order.said is not None and order.clock is not None and taken.adopted:
        doubt = doubt_about_sending(order.said, order.clock)
        if doubt is not None and taken.kept + taken.unsent:
            yield doubt


def correct(
    ledger: LockedBook, ground: Ground, order: Order, sent: Sent, *, look: Look = look_over
) -> Settlement:
    """Book what was sent over a month on which was decided, and reopen the decisions that rest on it.

    No besluit is taken: that asks a person. Months after it are reopened too, where they change. `look` is as in
    `settle`.

    Raises:
        RefusedError: with everything that is wrong; the caller keeps nothing.
    """
    book = ledger.book()
    if order.clock is not None and (late := still_to_come(order.today, order.clock)):
        raise RefusedError((late,))
    if found := not_begun(order.month, order.today):
        raise RefusedError((found,))
    members = members_of(book, ground.asked.compiled.stack.states, order.month)
    done = Settlement(book, members, Taken())
    given = _book(ledger, done, order, ground.asked, sent, look=look, over_decisions=True)
    _reopen(ledger, ground, done, given)
    return done


def _reopen(ledger: LockedBook, ground: Ground, done: Settlement, given: Sequence[Given]) -> None:
    """Reopen what no longer stands in the dossiers of a file."""
    done.overtaken = {
        number: found
        for number in sorted({each.member for each in given})
        if (found := overtaken_in(done.book, number, ground.desk_on))
    }
    drafts = [
        draft
        for number, found in done.overtaken.items()
        for draft in as_drafts(done.book.dossiers[number], found)
    ]
    done.book = with_entries(done.book, ledger.append(drafts))


def _book(
    ledger: LockedBook,
    done: Settlement,
    order: Order,
    asked: Asked,
    sent: Sent,
    *,
    look: Look,
    over_decisions: bool = False,
) -> tuple[Given, ...]:
    remembered = remembered_of(done.book)
    looked = look(asked, order.month, Basis(done.members, remembered), sent)
    given, said, findings = looked.given, looked.said, looked.findings
    if not has_errors(findings):
        findings = (*findings, *without_amount(given, done.book, asked))
    reporting = Reporting(asked, order.month, source_of(asked), order.today)
    drafts, changed = drafts_for(given, done.book, reporting)
    findings = findings if over_decisions else (*findings, *changed)
    findings = (*findings, *missed(given, done.book, sent.name, order.month))
    if has_errors(findings):
        raise RefusedError(in_reading_order(findings))
    digest = ledger.file_digest(canonical(given, order.month))
    done.seen_before = _is_known(done.book, digest, order.month)
    acts = [*drafts]
    if drafts or not done.seen_before:
        month = iso_day(order.month)
        intake = Intake(
            digest=digest,
            name=sent.name,
            month=month,
            rows=len(given),
            reason=order.early or None if is_running(order.month, order.today) else None,
        )
        acts.append(Draft(intake, month=month))
    if {**remembered, **said} != remembered:
        acts.append(Draft(Columns(by_heading=said)))
    done.book = with_entries(done.book, ledger.append(acts))
    done.booked, done.rows, done.findings = len(drafts), len(given), in_reading_order(findings)
    return given


def _is_known(book: Book, digest: str, month: int) -> bool:
    booked = (entry.content for entry in book.entries)
    return any(
        isinstance(intake, Intake) and (intake.digest, intake.month) == (digest, iso_day(month))
        for intake in booked
    )


def _blank_questions(given: Sequence[Given], done: Settlement, order: Order) -> list[Diagnostic]:
    """A warning for each empty cell that a decision still asks, with its question."""
    found: list[Diagnostic] = []
    for each in given:
        if not each.blank:
            continue
        questions = open_questions(done.book.dossiers[each.member], each.role, order.month)
        for name, place in each.blank.items():
            if name in questions:
                message = f"Rij {place.line}: '{name}' is niet ingevuld. Vraag: {questions[name]}"
                found.append(finding("invoer-leeg", place, message))
    return found
