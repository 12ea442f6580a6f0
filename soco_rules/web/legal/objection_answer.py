"""The pages on which a person decides on an objection: the form, then the letter that follows."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.answer_letter import adoption_of
from soco_rules.dossiers.answered import take_answer
from soco_rules.dossiers.answering import Answered
from soco_rules.dossiers.answering import answer
from soco_rules.dossiers.objection_words import RULINGS
from soco_rules.letters.made import made
from soco_rules.web.access.functions import functions_of
from soco_rules.web.done import after
from soco_rules.web.faults import RefusedError
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.legal.at_fields import with_findings
from soco_rules.web.legal.objection_answer_form import answer_fields
from soco_rules.web.legal.objection_answer_form import answer_in
from soco_rules.web.legal.objection_shown import DESK
from soco_rules.web.legal.objection_shown import ONE
from soco_rules.web.legal.objection_shown import Shown
from soco_rules.web.legal.objection_shown import There
from soco_rules.web.legal.objection_shown import kept_letter
from soco_rules.web.legal.proposal import reviewed
from soco_rules.web.pages import page
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.remedies import for_a_page
from soco_rules.web.written import as_answer

router = APIRouter(prefix=DESK)
STEP, SEEN, DECIDE = "doe", "gezien", "beslis"


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
    if (kept := kept_letter(shown)) is not None:
        content = base64.b64decode(kept.content)
    else:
        adoption = adoption_of(shown.agreement, shown.dossier, shown.objection, shown.objection.answered[1])
        found, findings = made(adoption, here.templates, ".pdf")
        if found is None:
            raise RefusedError(*for_a_page(findings))
        content = found.content
    name = f"besluit-op-bezwaar-{shown.dossier.number}-{shown.objection.entry.number}.pdf"
    return as_answer(name, content, to_look_at=True)
