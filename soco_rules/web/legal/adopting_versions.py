"""The pages on which versions of agreements are adopted."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.drafting.adopting import Said
from soco_rules.drafting.adopting import Tried
from soco_rules.drafting.adopting import adopt_final
from soco_rules.drafting.adopting import tried
from soco_rules.drafting.guarded import RED
from soco_rules.model.agreement import Agreement
from soco_rules.model.values import iso_day
from soco_rules.parser.register import Consent
from soco_rules.parser.workspace import shipped_root
from soco_rules.parser.workspace import unread_files
from soco_rules.web.access.functions import functions_of
from soco_rules.web.days import day_in
from soco_rules.web.done import after
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.legal.at_fields import with_errors
from soco_rules.web.legal.guard import guard_of
from soco_rules.web.legal.stale import stale_after
from soco_rules.web.legal.versions import adopted_versions
from soco_rules.web.legal.versions import before_it
from soco_rules.web.legal.versions import changed_by
from soco_rules.web.legal.versions import consent_in
from soco_rules.web.legal.versions import edits_of
from soco_rules.web.legal.versions import errors_in
from soco_rules.web.legal.versions import fields_of
from soco_rules.web.legal.versions import path_of
from soco_rules.web.legal.versions import waiting_for
from soco_rules.web.legal.versions import worked_on
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.policy import articles
from soco_rules.web.policy.overview import adopted_in
from soco_rules.web.policy.place import At
from soco_rules.web.policy.place import Found
from soco_rules.web.remedies import for_a_page

router = APIRouter(prefix="/vaststellen", dependencies=[Depends(only_for(DeskRole.LEGAL))])

_BASED_ON = "gelezen"
_UNGUARDED = "versie-onbewaakt"
_OF_SCENARIOS = frozenset({RED, _UNGUARDED})
_UNKNOWN = "nog te zeggen"
"""What is tried with while nobody has said a function or a decision; the register never sees it."""


@router.get("")
def waiting(request: Request, here: Here, person: Who) -> Response:
    """Every version that nobody adopted yet."""
    situation = here.rules()
    return page(
        request,
        "legal/versions",
        title="Vaststellen",
        waiting=waiting_for(situation.workspace, person, lambda version: _tried(here, person, version)),
        adopted=adopted_versions(situation.workspace),
        unread=for_a_page(unread_files(situation.workspace, situation.findings)),
    )


@router.get("/{gemeente}/{cooperatie}/{versie}")
def version(request: Request, here: Here, person: Who, at: At) -> Response:
    """One version: what it lacks, what it changes, its articles, and the form."""
    return _page(request, here, person, at, {})


@router.post("/{gemeente}/{cooperatie}/{versie}")
def adopt(request: Request, here: Here, person: Who, at: At, form: Filled) -> Response:
    """Adopt it: the file and the register, both or neither."""
    agreement = _readable(at)
    own = functions_of(here.settings, person)
    errors = errors_in(at.situation.workspace, agreement, form, person, here.settings.today(), own)
    if errors:
        return _page(request, here, person, at, form, errors=errors, status=422)
    said = Said(
        by=person.name,
        function=person.function or text_in(form, "functie"),
        day=day_in(text_in(form, "datum")),
        consent=consent_in(form),
        apart=not person.is_alone,
        read=text_in(form, _BASED_ON),
    )
    findings = adopt_final(
        here.settings.root, shipped_root(), agreement.reference, agreement.valid_from, said
    ).findings
    if has_errors(findings):
        return _page(request, here, person, at, form, refused=findings, status=409)
    return RedirectResponse(after(path_of(agreement), "versie"), 303)


def _readable(at: Found) -> Agreement:
    if at.agreement is None:
        raise HTTPException(404)
    return at.agreement


def _page(
    request: Request,
    here: Ground,
    person: Person,
    at: Found,
    form: Mapping[str, object],
    *,
    errors: Mapping[str, str] | None = None,
    refused: tuple[Diagnostic, ...] = (),
    status: int = 200,
) -> Response:
    agreement, workspace, today = _readable(at), at.situation.workspace, here.settings.today()
    recorded = adopted_in(workspace).get((agreement.reference, iso_day(agreement.valid_from)))
    edits, before = edits_of(workspace, agreement), before_it(workspace, agreement)
    attempt = Tried(None, ()) if recorded else _tried(here, person, agreement)
    findings = attempt.findings
    document, _ = articles.read(workspace, agreement, today)
    own = functions_of(here.settings, person)
    fields = with_errors(fields_of(person, workspace, agreement, today, form, own), errors or {})
    return page(
        request,
        "legal/version",
        status=status,
        title=agreement.title,
        at=at,
        agreement=agreement,
        recorded=recorded,
        edits=edits,
        is_own=worked_on(edits, person),
        before=before,
        changes=changed_by(workspace, agreement, before) if before else (),
        findings=for_a_page(found for found in findings if found.code not in _OF_SCENARIOS),
        scenarios=guard_of(attempt.guarded) if attempt.guarded else None,
        unguarded=for_a_page(found for found in findings if found.code == _UNGUARDED),
        refused=for_a_page(refused),
        is_ready=recorded is None and not has_errors(findings),
        stale=()
        if recorded is None and attempt.workspace is None
        else stale_after(here, agreement, attempt.workspace),
        blocks=articles.shown(document.blocks) if document else (),
        fields=fields,
        errors=wrong(fields),
        based_on=agreement.sha256,
    )


def _tried(here: Ground, person: Person, agreement: Agreement) -> Tried:
    """Everything that adopting would meet now, but for what the form asks."""
    today = here.settings.today()
    board = Consent(_UNKNOWN, iso_day(today))
    said = Said(person.name, person.function or _UNKNOWN, today, board, apart=not person.is_alone)
    return tried(here.settings.root, shipped_root(), agreement.reference, agreement.valid_from, said)
