"""The page with every objection of which something is still to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import Response

from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import answer_known
from soco_rules.dossiers.objections import awaits_renewal
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.objections import terms_of
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import read_book
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Dossier
from soco_rules.terms.awb import Term
from soco_rules.web.ground import Here
from soco_rules.web.legal.objection_shown import DESK
from soco_rules.web.pages import page

router = APIRouter(prefix=DESK)


@dataclass(frozen=True, slots=True)
class Row:
    """One objection that waits, or of which something is still to be done."""

    agreement: str
    dossier: int
    objection: Objection
    term: Term
    to_do: str
    is_overdue: bool

    @property
    def path(self) -> str:
        """The page of this objection."""
        return f"/bezwaren/{self.agreement}/{self.dossier}/{self.objection.entry.number}"


@router.get("")
def every(request: Request, here: Here) -> Response:
    """Every objection of which something is still to be done, the first to decide on above."""
    rows = sorted(_rows(here.dossiers, here.settings.today()), key=_order)
    return page(request, "legal/objections", title="Bezwaren", rows=rows)


def _rows(store: Store, today: int) -> Iterator[Row]:
    for agreement in agreements(store):
        numbers = tuple(read_book(store, agreement, acts={Act.OBJECTION}).dossiers)
        for number, dossier in (
            read_book(store, agreement, dossiers=numbers).dossiers.items() if numbers else ()
        ):
            for each in objections_of(dossier):
                term = next(terms_of(each, on=today))
                if to_do := _to_do(dossier, each):
                    late = term.last_day is not None and term.last_day < today
                    yield Row(agreement, number, each, term, to_do, late)


def _to_do(dossier: Dossier, each: Objection) -> str:
    if each.is_open:
        return "beslissen"
    if awaits_renewal(dossier, each):
        return "het nieuwe besluit nemen"
    known = answer_known(dossier, each)
    return "bekendmaken" if known is not None and known.day is None else ""


def _order(row: Row) -> tuple[bool, int, str, int]:
    return (row.term.last_day is None, row.term.last_day or 0, row.agreement, row.objection.entry.number)
