"""The pages about months: the list, one month, the form for a cooperative, and the file that it sends."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated
from typing import Any

from fastapi import APIRouter
from fastapi import Depends
from fastapi import File
from fastapi import Request
from fastapi import UploadFile
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.dossiers.consulting import FORM_FOR_MONTH
from soco_rules.dossiers.consulting import MONTH_OF_ALL
from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import read_book
from soco_rules.facts import first_of_month
from soco_rules.facts import last_of_month
from soco_rules.model.dossier import Act
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import month_in_words
from soco_rules.settling.asked import Asked
from soco_rules.settling.deciding import calculators_of
from soco_rules.settling.early import is_running
from soco_rules.settling.early import not_begun
from soco_rules.settling.early import reason_before
from soco_rules.settling.early import too_early
from soco_rules.settling.form import form_for
from soco_rules.settling.looking import Sent
from soco_rules.settling.members import members_of
from soco_rules.settling.month import settled_of
from soco_rules.settling.overview import overview_of
from soco_rules.settling.pot import accounts_of
from soco_rules.settling.pot import unbalanced
from soco_rules.settling.settle import Order
from soco_rules.settling.settle import RefusedError as NotSettledError
from soco_rules.settling.settle import ground_of
from soco_rules.web import faults
from soco_rules.web.access.opening import handled_by
from soco_rules.web.addresses import Reference
from soco_rules.web.bodies import UPLOAD
from soco_rules.web.bodies import takes_up_to
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.months.booking import Booking
from soco_rules.web.months.columns import fields_for
from soco_rules.web.months.columns import said_in
from soco_rules.web.months.columns import vocabulary_of
from soco_rules.web.months.shown import MonthShown
from soco_rules.web.months.shown import key_of
from soco_rules.web.months.shown import month_of
from soco_rules.web.months.shown import month_shown
from soco_rules.web.months.shown import monthly_in
from soco_rules.web.months.shown import months_before
from soco_rules.web.months.shown import rows_of
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.working import Begun
from soco_rules.web.working import shown_at
from soco_rules.web.written import as_answer

router = APIRouter(prefix="/maanden", dependencies=[Depends(only_for(DeskRole.CASEWORKER))])


def order_of(ground: Here, reference: Reference, maand: str) -> Order:
    """The month of a cooperative in an address, to settle today.

    Raises:
        HTTPException: this is no month.
    """
    month = month_of(maand)
    if month is None:
        raise HTTPException(404)
    return Order(reference, month, ground.settings.today())


Ordered = Annotated[Order, Depends(order_of)]
FILE = Field("bestand", "Het bestand", "file")
SHEETS = Field(
    "blad",
    "Alleen deze bladen",
    hint="Voor een Excelbestand met bladen die niet meetellen. De namen, met komma's; leeg: elk blad dat te zien is.",
    required=False,
)
EARLY = Field(
    "waarom",
    "Waarom deze maand nu al",
    "textarea",
    hint="De maand is nog niet voorbij: inkomsten en kosten kunnen nog veranderen. De reden wordt met de opgave bewaard.",
)


@router.get("")
def every(request: Request, ground: Here) -> Response:
    """The cooperatives of which months are settled."""
    workspace, today = ground.rules().workspace, ground.settings.today()
    known = {
        name: asked.compiled.stack.lowest.title
        for name in agreements(ground.dossiers)
        if (asked := monthly_in(workspace, name, today)) is not None
    }
    return page(request, "months/cooperatives", title="Maanden", known=known)


@router.get("/{gemeente}/{cooperatie}")
def months(request: Request, ground: Here, person: Who, reference: Reference) -> Response:
    """The months of a cooperative, the newest first."""
    workspace, today = ground.rules().workspace, ground.settings.today()
    book = ground.book(reference, person)
    shown: list[MonthShown] = []
    title = "Maanden"
    for month in months_before(today):
        asked = monthly_in(workspace, reference, month)
        if asked is not None:
            if not shown:
                title = f"Maanden: {asked.compiled.stack.lowest.title}"
            shown.append(month_shown(book, asked, month))
    now = first_of_month(today)
    running = None if monthly_in(workspace, reference, now) is None else (key_of(now), month_in_words(now))
    return page(request, "months/months", title=title, reference=reference, months=shown, running=running)


@router.get("/{gemeente}/{cooperatie}/{maand}")
def one(request: Request, ground: Here, person: Who, order: Ordered) -> Response:
    """One month: its members, what became of them, and the form with which a file is sent."""
    return page(request, "months/month", **_month_values(ground, person, order, _fields(order)))


@router.get("/{gemeente}/{cooperatie}/{maand}/formulier.xlsx")
def form(ground: Here, person: Who, order: Ordered) -> Response:
    """The empty form for the cooperative, with its members."""
    asked = _asked(ground, order)
    members = members_of(
        ground.book(order.agreement, person, FORM_FOR_MONTH), asked.compiled.stack.states, order.month
    )
    return as_answer(f"opgave-{key_of(order.month)}.xlsx", form_for(asked, members, order.month))


@router.get("/{gemeente}/{cooperatie}/{maand}/overzicht.xlsx")
def overview(ground: Here, person: Who, order: Ordered) -> Response:
    """The overview of a month for the administration of benefits."""
    try:
        at = ground_of(ground.rules().workspace, order, second=ground.second)
    except NotSettledError as error:
        raise faults.RefusedError(*error.findings) from None
    book = ground.book(order.agreement, person, MONTH_OF_ALL)
    members = members_of(book, at.asked.compiled.stack.states, order.month)
    settled = settled_of(book, at.asked, members, order.month)
    accounts = accounts_of(settled, book, calculators_of(at.desks))
    if found := unbalanced(accounts):
        raise faults.RefusedError(*found)
    return as_answer(f"overzicht-{key_of(order.month)}.xlsx", overview_of(settled, accounts))


@router.post("/{gemeente}/{cooperatie}/{maand}")
@takes_up_to(UPLOAD)
def send(
    request: Request,
    ground: Here,
    person: Who,
    tasks: Begun,
    order: Ordered,
    filled: Filled,
    bestand: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Check a file, book it when all of it is right, and propose the besluiten of the month."""
    order = replace(order, early=text_in(filled, EARLY.name))
    corrects = text_in(filled, "correctie") == "ja"
    fields = _checked(ground, order, filled, has_file=bool(bestand and bestand.filename), corrects=corrects)
    if bestand is None or not bestand.filename or wrong(fields):
        values = _month_values(ground, person, order, fields)
        return page(request, "months/month", status=422, **values)
    chosen = tuple(filter(None, map(str.strip, text_in(filled, SHEETS.name).split(","))))
    sent = Sent(bestand.filename, bestand.file.read(), said_in(filled), chosen, only_there=True)
    booking = Booking(ground, person, order, sent, corrects)
    title = f"{month_in_words(order.month)}: {sent.name}"
    return shown_at(tasks.begin(title, person, booking.done, section="/maanden"))


def _fields(order: Order) -> tuple[Field, ...]:
    """What is asked with a file; of a month that is not over also why it cannot wait."""
    return (FILE, EARLY, SHEETS) if is_running(order.month, order.today) else (FILE, SHEETS)


def _checked(
    ground: Ground, order: Order, filled: Filled, *, has_file: bool, corrects: bool
) -> tuple[Field, ...]:
    """The fields as they were filled in, with what is wrong at each; a file itself is never kept."""
    file = FILE if has_file else replace(FILE, error="Kies het bestand dat de coöperatie heeft gestuurd.")
    sheets = replace(SHEETS, value=text_in(filled, SHEETS.name))
    if not is_running(order.month, order.today):
        return file, sheets
    early = replace(EARLY, value=order.early, required=not corrects)
    book = read_book(ground.dossiers, order.agreement, acts={Act.INTAKE})
    if not corrects and too_early(book, order.month, order.today, order.early) is not None:
        until = as_dutch(last_of_month(order.month), Kind.DATE)
        error = f"De maand loopt nog tot en met {until}. Schrijf op waarom u niet wacht, of kom daarna terug."
        early = replace(early, error=error)
    return file, early, sheets


def _asked(ground: Ground, order: Order) -> Asked:
    asked = monthly_in(ground.rules().workspace, order.agreement, order.month)
    if asked is None:
        raise HTTPException(404)
    return asked


def _month_values(ground: Ground, person: Person, order: Order, fields: tuple[Field, ...]) -> dict[str, Any]:
    asked, book = _asked(ground, order), ground.book(order.agreement, person)
    members = members_of(book, asked.compiled.stack.states, order.month)
    seen = handled_by(person, book, may_pick_up=ground.settings.may_pick_up)
    vocabulary = vocabulary_of(asked, book)
    return {
        "title": month_in_words(order.month).capitalize(),
        "agreement": asked.compiled.stack.lowest.title,
        "reference": order.agreement,
        "month": month_shown(book, asked, order.month),
        "too_soon": not_begun(order.month, order.today),
        "early": reason_before(book, order.month),
        "rows": rows_of(settled_of(book, asked, members, order.month), book, seen),
        "fields": fields,
        "columns": fields_for(vocabulary.remembered, vocabulary),
        "errors": wrong(fields),
    }
