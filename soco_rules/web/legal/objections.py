"""The pages about objections: those that wait, one with its terms and steps, and the decision on it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.answer_letter import adoption_of
from soco_rules.dossiers.answered import record_made_known
from soco_rules.dossiers.answered import take_answer
from soco_rules.dossiers.answering import Answered
from soco_rules.dossiers.answering import answer
from soco_rules.dossiers.consulting import HANDLING
from soco_rules.dossiers.making_known import Known
from soco_rules.dossiers.objecting import received
from soco_rules.dossiers.objecting import step_taken
from soco_rules.dossiers.objection_words import RULINGS
from soco_rules.dossiers.objection_words import STEPS
from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import answer_known
from soco_rules.dossiers.objections import awaits_renewal
from soco_rules.dossiers.objections import objection_in
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.objections import terms_of
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import consult
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import read_dossier
from soco_rules.letters.made import made
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import SentLetter
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.workspace import Workspace
from soco_rules.terms.awb import Term
from soco_rules.terms.awb import appeal
from soco_rules.web.access.functions import functions_of
from soco_rules.web.done import after
from soco_rules.web.faults import RefusedError
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import day_given
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.legal import made_known as making
from soco_rules.web.legal.at_fields import with_errors
from soco_rules.web.legal.at_fields import with_findings as at_known_fields
from soco_rules.web.legal.objection_forms import answer_fields
from soco_rules.web.legal.objection_forms import answer_in
from soco_rules.web.legal.objection_forms import receipt_fields
from soco_rules.web.legal.objection_forms import receipt_in
from soco_rules.web.legal.objection_forms import step_fields
from soco_rules.web.legal.objection_forms import step_in
from soco_rules.web.legal.objection_forms import with_findings
from soco_rules.web.legal.proposal import last_act
from soco_rules.web.legal.proposal import reviewed
from soco_rules.web.legal.routes import Agreement
from soco_rules.web.legal.routes import Number
from soco_rules.web.legal.rules import rules_for
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.remedies import for_a_page
from soco_rules.web.written import as_answer

router = APIRouter(prefix="/bezwaren", dependencies=[Depends(only_for(DeskRole.LEGAL))])
ONE = "/{gemeente}/{cooperatie}/{nummer}/{bezwaar}"
STEP, SEEN, LOOK, DECIDE = "doe", "gezien", "bekijk", "beslis"


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


@dataclass(frozen=True, slots=True)
class Shown:
    """One objection in its dossier; `seen` is the last act that matters, which a form carries."""

    agreement: str
    workspace: Workspace
    dossier: Dossier
    objection: Objection

    @property
    def path(self) -> str:
        """The page of this objection."""
        return f"/bezwaren/{self.agreement}/{self.dossier.number}/{self.objection.entry.number}"

    @property
    def seen(self) -> int:
        """The last act of the dossier that can change what somebody reads."""
        return last_act(self.dossier)

    @property
    def title(self) -> str:
        """Of the decision that it is about."""
        content = self.objection.decision.content
        return content.adoption.decision.title if isinstance(content, Adopted) else ""

    @property
    def body(self) -> str:
        """Who decides."""
        content = self.objection.decision.content
        return (content.adoption.decision.decider or "") if isinstance(content, Adopted) else ""


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


# Receipt


@router.get("/nieuw/{gemeente}/{cooperatie}/{nummer}/{handeling}")
def ask(
    request: Request, here: Here, person: Who, agreement: Agreement, nummer: Number, handeling: Number
) -> Response:
    """The form with which an objection to an adopted decision is recorded."""
    dossier = _dossier(here, person, agreement, nummer)
    return _receipt(request, agreement, dossier, handeling, receipt_fields({}))


@router.post("/nieuw/{gemeente}/{cooperatie}/{nummer}/{handeling}")
def receive(
    request: Request,
    here: Here,
    person: Who,
    agreement: Agreement,
    nummer: Number,
    handeling: Number,
    form: Filled,
) -> Response:
    """Record it under the lock."""
    dossier = _dossier(here, person, agreement, nummer)
    said, fields = receipt_in(handeling, form, receipt_fields(form))
    if said is None:
        return _receipt(request, agreement, dossier, handeling, fields, status=422)
    number = 0
    with here.writing(agreement, person) as ledger:
        draft, findings = received(
            ledger.book(dossiers=(nummer,)).dossiers[nummer], said, today=here.settings.today()
        )
        if draft is not None:
            number = ledger.append((draft,))[0].number
    if draft is None:
        fields, rest = with_findings(fields, findings)
        return _receipt(request, agreement, dossier, handeling, fields, rest, status=422)
    return RedirectResponse(after(f"/bezwaren/{agreement}/{nummer}/{number}", "bezwaar"), 303)


def _dossier(here: Ground, person: Person, agreement: str, number: int) -> Dossier:
    rules_for(here, agreement)
    consult(here.dossiers, agreement, person.name, HANDLING, dossier=number)
    found = read_dossier(here.dossiers, agreement, number)
    if found is None:
        raise HTTPException(404)
    return found


def _receipt(
    request: Request,
    agreement: str,
    dossier: Dossier,
    adoption: int,
    fields: tuple[Field, ...],
    refused: tuple[Diagnostic, ...] = (),
    *,
    status: int = 200,
) -> Response:
    contested = next((entry for entry, _ in adoptions(dossier) if entry.number == adoption), None)
    if contested is None or not isinstance(content := contested.content, Adopted):
        raise HTTPException(404)
    if not content.in_short.is_appealable:
        raise HTTPException(404)
    return page(
        request,
        "legal/objection_received",
        status=status,
        title="Bezwaar vastleggen",
        agreement=agreement,
        dossier=dossier.number,
        adoption=content.adoption,
        act=adoption,
        fields=fields,
        refused=refused,
        errors=wrong(fields),
    )


# One objection


def objection_of(here: Here, person: Who, agreement: Agreement, nummer: Number, bezwaar: Number) -> Shown:
    """The objection that an address names; that somebody reads it is recorded first.

    Raises:
        HTTPException: there is none.
        RefusedError: the rules cannot be used.
    """
    workspace = rules_for(here, agreement)
    dossier = _dossier(here, person, agreement, nummer)
    found = objection_in(dossier, bezwaar)
    if found is None:
        raise HTTPException(404)
    return Shown(agreement, workspace, dossier, found)


There = Annotated[Shown, Depends(objection_of)]


@router.get(ONE)
def one(request: Request, here: Here, shown: There) -> Response:
    """One objection: what it is about, until when to decide, what was done, and what came of it."""
    return _one(request, here, shown, step_fields({}))


def _one(
    request: Request,
    here: Ground,
    shown: Shown,
    fields: tuple[Field, ...],
    refused: tuple[Diagnostic, ...] = (),
    *,
    status: int = 200,
) -> Response:
    objection, today = shown.objection, here.settings.today()
    known = answer_known(shown.dossier, objection)
    return page(
        request,
        "legal/objection",
        status=status,
        title=f"Bezwaar tegen ‘{shown.title}’",
        shown=shown,
        objection=objection,
        terms=tuple(terms_of(objection, on=today)) if objection.is_open else (),
        today=today,
        steps=_steps(objection),
        ruling=RULINGS[objection.answered[1].ruled.ruling] if objection.answered else "",
        awaits=awaits_renewal(shown.dossier, objection),
        known=known,
        last_day=_appeal_until(known),
        letter=_kept(shown),
        fields=fields,
        refused=refused,
        errors=wrong(fields),
    )


def _steps(objection: Objection) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(
        (
            STEPS[step],
            told.date,
            told.until or "",
            "; ".join(filter(None, (", ".join(told.heard_by), told.account))),
        )
        for step, told in objection.steps.items()
    )


def _appeal_until(known: Known | None) -> str:
    last = appeal(known.day).last_day if known and known.day is not None else None
    return "" if last is None else as_dutch(last, Kind.DATE)


def _kept(shown: Shown) -> SentLetter | None:
    answered = shown.objection.answered
    number = answered[0].number if answered else 0
    return next((each for _, each in contents(shown.dossier, SentLetter) if each.adoption == number), None)


@router.post(f"{ONE}/stap")
def take_step(request: Request, here: Here, person: Who, shown: There, form: Filled) -> Response:
    """Record a step under the lock."""
    told, fields = step_in(form, step_fields(form))
    if told is None:
        return _one(request, here, shown, fields, status=422)
    number = shown.dossier.number
    with here.writing(shown.agreement, person) as ledger:
        dossier = ledger.book(dossiers=(number,)).dossiers[number]
        draft, findings = step_taken(dossier, shown.objection.entry.number, told, today=here.settings.today())
        if draft is not None:
            ledger.append((draft,))
    if draft is None:
        said = (
            replace(each, remedy=each.remedy.replace("--toelichting", "--bij-de-stap")) for each in findings
        )
        fields, rest = with_findings(fields, tuple(said))
        return _one(request, here, shown, fields, rest, status=422)
    return RedirectResponse(after(shown.path, "bezwaarstap"), 303)


# The decision


@router.get(f"{ONE}/besluit")
def ask_answer(request: Request, here: Here, person: Who, shown: There) -> Response:
    """The form with which a person decides on the objection."""
    if not shown.objection.is_open:
        return RedirectResponse(shown.path, 303)
    return _asked(request, shown, _fields(here, person, shown, {}))


@router.post(f"{ONE}/besluit")
def decide(request: Request, here: Here, person: Who, shown: There, form: Filled) -> Response:
    """First the letter that follows, then the decision."""
    own, today = functions_of(here.settings, person), here.settings.today()
    fields = _fields(here, person, shown, form)
    if not shown.objection.is_open:
        return RedirectResponse(shown.path, 303)
    said, fields = answer_in(person, own, form, fields)
    if said is None:
        return _asked(request, shown, fields, status=422)
    found, findings = answer(
        shown.workspace, shown.agreement, shown.dossier, shown.objection.entry.number, said, today=today
    )
    if found is None:
        fields, rest = with_findings(fields, findings)
        return _asked(request, shown, fields, rest, status=422)
    if text_in(form, STEP) == "terug":
        return _asked(request, shown, fields)
    is_unchanged = text_in(form, SEEN) == str(shown.seen)
    if text_in(form, STEP) != DECIDE or not is_unchanged:
        moved_on = text_in(form, STEP) == DECIDE
        return _confirm(request, here, shown, found, form, moved_on=moved_on)
    with here.writing(shown.agreement, person) as ledger:
        written, findings = take_answer(
            ledger,
            shown.workspace,
            shown.dossier.number,
            shown.objection.entry.number,
            said,
            templates=here.templates,
            today=today,
        )
    if written is None:
        fields, rest = with_findings(fields, findings)
        return _asked(request, shown, fields, rest, status=422)
    return RedirectResponse(after(shown.path, "bezwaarbesluit"), 303)


def _fields(here: Ground, person: Person, shown: Shown, form: Mapping[str, object]) -> tuple[Field, ...]:
    today = here.settings.today()
    lines = shown.workspace.mandates.get(shown.agreement.partition("/")[0], ())
    able = (line.function for line in lines if line.body == shown.body and line.covers_objections(today))
    own = functions_of(here.settings, person)
    return answer_fields(shown.objection, person, own, tuple(dict.fromkeys(able)), today, form)


def _asked(
    request: Request,
    shown: Shown,
    fields: tuple[Field, ...],
    refused: tuple[Diagnostic, ...] = (),
    *,
    status: int = 200,
) -> Response:
    return page(
        request,
        "legal/objection_answer",
        status=status,
        title="Beslissen op bezwaar",
        shown=shown,
        fields=fields,
        refused=refused,
        errors=wrong(fields),
    )


def _confirm(
    request: Request,
    here: Ground,
    shown: Shown,
    found: Answered,
    form: Mapping[str, object],
    *,
    moved_on: bool,
) -> Response:
    adoption = adoption_of(shown.agreement, shown.dossier, shown.objection, found.decided)
    hidden = [
        (name, value) for name, value in form.items() if isinstance(value, str) and name not in {STEP, SEEN}
    ]
    return page(
        request,
        "legal/objection_confirm",
        status=409 if moved_on else 200,
        title="Nalezen en beslissen",
        shown=shown,
        decided=found.decided,
        ruling=RULINGS[found.decided.ruled.ruling],
        review=reviewed(adoption, here.templates),
        hidden=hidden,
        moved_on=moved_on,
    )


@router.get(f"{ONE}/brief.pdf")
def letter(here: Here, shown: There) -> Response:
    """The letter of the decision as a PDF: the one that was kept, else as it would be now."""
    if shown.objection.answered is None:
        raise HTTPException(404)
    if (kept := _kept(shown)) is not None:
        content = base64.b64decode(kept.content)
    else:
        adoption = adoption_of(shown.agreement, shown.dossier, shown.objection, shown.objection.answered[1])
        found, findings = made(adoption, here.templates, ".pdf")
        if found is None:
            raise RefusedError(*for_a_page(findings))
        content = found.content
    name = f"besluit-op-bezwaar-{shown.dossier.number}-{shown.objection.entry.number}.pdf"
    return as_answer(name, content, to_look_at=True)


@router.get(f"{ONE}/bekendmaking")
def ask_known(request: Request, shown: There) -> Response:
    """The form with which is recorded when the decision was really sent."""
    known = _known(shown)
    return _making_known(request, shown, known, making.fields_of(known, {}))


@router.post(f"{ONE}/bekendmaking")
def record_known(request: Request, here: Here, person: Who, shown: There, form: Filled) -> Response:
    """Record it under the lock."""
    known = _known(shown)
    assert shown.objection.answered is not None
    fields = making.fields_of(known, form)
    day, problem = day_given(form, making.DAY)
    errors = making.errors_in(form, problem, has_day=day is not None)
    if errors or day is None:
        return _making_known(request, shown, known, with_errors(fields, errors), status=422)
    with here.writing(shown.agreement, person) as ledger:
        entry, findings = record_made_known(
            ledger,
            shown.dossier.number,
            shown.objection.answered[0].number,
            day=day,
            letter=text_in(form, making.LETTER),
            reason=text_in(form, making.REASON),
            templates=here.templates,
            today=here.settings.today(),
        )
    if entry is None:
        fields, rest = at_known_fields(fields, findings)
        return _making_known(request, shown, known, fields, rest, status=422)
    return RedirectResponse(after(shown.path, "bekendmaking"), 303)


def _known(shown: Shown) -> Known:
    known = answer_known(shown.dossier, shown.objection)
    if known is None:
        raise HTTPException(404)
    return known


def _making_known(
    request: Request,
    shown: Shown,
    known: Known,
    fields: tuple[Field, ...],
    refused: tuple[Diagnostic, ...] = (),
    *,
    status: int = 200,
) -> Response:
    return page(
        request,
        "legal/objection_known",
        status=status,
        title="Bekendmaking vastleggen",
        shown=shown,
        known=known,
        fields=fields,
        refused=refused,
        errors=wrong(fields),
    )
