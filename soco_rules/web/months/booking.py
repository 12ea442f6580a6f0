"""Booking the file of a month beside the pages, and the page that says what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import without_values
from soco_rules.model.dossier import Book
from soco_rules.model.values import month_in_words
from soco_rules.settling.asked import Asked
from soco_rules.settling.looking import Basis
from soco_rules.settling.looking import Looked
from soco_rules.settling.looking import Sent
from soco_rules.settling.looking import basis_of
from soco_rules.settling.month import settled_of
from soco_rules.settling.settle import Ground as Settling
from soco_rules.settling.settle import Order
from soco_rules.settling.settle import RefusedError
from soco_rules.settling.settle import Settlement
from soco_rules.settling.settle import correct
from soco_rules.settling.settle import ground_of
from soco_rules.settling.settle import settle
from soco_rules.web.access.opening import handled_by
from soco_rules.web.ground import Ground
from soco_rules.web.months.columns import fields_for
from soco_rules.web.months.columns import vocabulary_of
from soco_rules.web.months.reading import reading
from soco_rules.web.months.shown import key_of
from soco_rules.web.months.shown import rows_of
from soco_rules.web.people import Person
from soco_rules.web.remedies import for_a_page
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Run

_OF_THE_BOOK = frozenset(
    {"invoer-lid-ontbreekt", "invoer-zonder-regels", "invoer-regel-weg", "invoer-stand", "pot-onder-nul"}
)
"""What findings say of members that the file does not say itself."""


@dataclass(frozen=True, slots=True)
class Booking:
    """A file to book, for whom; with `corrects` over a month that was decided."""

    ground: Ground
    person: Person
    order: Order
    sent: Sent
    corrects: bool

    def done(self, run: Run) -> Ready:
        """Book it and propose; what comes of it is a page, also where it is refused."""
        about = {
            "title": f"Bestand van {month_in_words(self.order.month)}",
            "sent": self.sent.name,
            "order": self.order,
            "maand": key_of(self.order.month),
            "in_words": month_in_words(self.order.month),
        }
        try:
            at = ground_of(self.ground.rules().workspace, self.order, second=self.ground.second)
        except RefusedError as error:
            return Ready(
                "months/refused", {**about, "findings": for_a_page(error.findings), "columns": ()}, 422
            )
        book = self.ground.book(self.order.agreement, self.person)
        vocabulary = vocabulary_of(at.asked, book)
        read = reading(run, self.ground.settings.root, self.order.agreement)
        before = basis_of(book, at.asked, self.order.month)
        looked = read(at.asked, self.order.month, before, self.sent)

        def look(asked: Asked, month: int, basis: Basis, sent: Sent) -> Looked:
            """What was read, unless the book knows otherwise by now."""
            return looked if basis == before else read(asked, month, basis, sent)

        try:
            run.tell("de opgave boeken")
            with self.ground.writing(self.order.agreement, self.person) as ledger:
                done = (
                    correct(ledger, at, self.order, self.sent, look=look)
                    if self.corrects
                    else settle(ledger, at, self.order, self.sent, run.over, look=look)
                )
        except RefusedError as error:
            told = self._told(error.findings, book)
            columns = fields_for(looked.headings.open, vocabulary)
            return Ready("months/refused", {**about, "findings": told, "columns": columns}, 422)
        return Ready("months/booked", {**about, **self._booked(at, done)})

    def _booked(self, at: Settling, done: Settlement) -> dict[str, Any]:
        seen = self._seen(done.book)
        settled = settled_of(done.book, at.asked, done.members, self.order.month)
        rows = () if self.corrects else rows_of(settled, done.book, seen)
        return {
            "done": done,
            "findings": self._told(done.findings, done.book),
            "seen": seen,
            "open_rows": tuple(row for row in rows if not row.is_ready and row.where),
            "closed_rows": tuple(row for row in rows if not row.is_ready and not row.where),
            "ready": sum(row.is_ready for row in rows),
        }

    def _seen(self, book: Book) -> frozenset[int]:
        return handled_by(self.person, book, may_pick_up=self.ground.settings.may_pick_up)

    def _told(self, findings: Iterable[Diagnostic], book: Book) -> tuple[Diagnostic, ...]:
        """Findings without what they say of members whose dossier is with somebody else."""
        if self._seen(book) == book.dossiers.keys():
            return for_a_page(findings)
        return for_a_page(
            without_values(found) if found.code in _OF_THE_BOOK else found for found in findings
        )
