"""The pages on which agreements are read: the list, one version as articles, and that as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.compiler.versions import previous_version
from soco_rules.drafting.version import edits_in
from soco_rules.drafting.version import is_fixed
from soco_rules.follow import FEATURES
from soco_rules.letters.tree import DOCUMENT_CONCEPT_EXPLANATION
from soco_rules.letters.tree import DOCUMENT_CONCEPT_HEADING
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.web.faults import RefusedError
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.policy import articles
from soco_rules.web.policy.overview import adopted_in
from soco_rules.web.policy.overview import by_whom
from soco_rules.web.policy.overview import findings_about
from soco_rules.web.policy.overview import listed
from soco_rules.web.policy.overview import status_of
from soco_rules.web.policy.place import SECTION
from soco_rules.web.policy.place import At
from soco_rules.web.policy.place import Found
from soco_rules.web.remedies import in_plain_words
from soco_rules.web.written import as_answer

router = APIRouter(prefix=SECTION)


@dataclass(frozen=True, slots=True)
class Step:
    """Where somebody goes on from a version, and what is done there."""

    where: str
    title: str


@router.get("")
def overview(request: Request, person: Who, here: Here) -> Response:
    """All agreements with their versions."""
    own, layers = listed(here.rules(), here.settings.today())
    return page(
        request,
        "policy/overview",
        title="Overeenkomsten",
        own=own,
        layers=layers,
        may_write=writes(person),
    )


@router.get("/{gemeente}/{cooperatie}/{versie}")
def version(request: Request, person: Who, here: Here, at: At, bewaard: str = "") -> Response:
    """One version as articles, with what is wrong with it."""
    document, findings = None, findings_about(at.situation, at.place, here.settings.today())
    if at.agreement is not None:
        document, found = articles.read(at.situation.workspace, at.agreement, here.settings.today())
        findings = findings if document else tuple(dict.fromkeys((*findings, *found)))
    blocks = articles.shown(document.blocks) if document else ()
    key = (at.place.reference, at.place.version)
    return page(
        request,
        "policy/version",
        title=at.title,
        at=at,
        state=status_of(at.agreement),
        adopted=by_whom(adopted_in(at.situation.workspace).get(key)),
        edits=edits_in(at.text),
        findings=in_plain_words(findings),
        document=document,
        details=[(each.label, articles.words_of(each.line)) for each in document.details] if document else [],
        reasons=[articles.words_of(line) for line in document.concept] if document else [],
        blocks=blocks,
        concept_heading=DOCUMENT_CONCEPT_HEADING,
        concept_explanation=DOCUMENT_CONCEPT_EXPLANATION,
        may_write=writes(person),
        fixed=is_fixed(at.situation.workspace, *key),
        saved=bewaard == "ja",
        steps=next_steps(at, person),
    )


@router.get("/{gemeente}/{cooperatie}/{versie}/artikelen.{form}")
def as_file(person: Who, here: Here, at: At, form: Literal["pdf", "docx"]) -> Response:
    """The articles as a file to send around or to print."""
    del person  # whoever is known may read
    if at.agreement is None:
        raise HTTPException(404)
    document, findings = articles.read(at.situation.workspace, at.agreement, here.settings.today())
    if document is None:
        raise RefusedError(*findings)
    suffix: Literal[".pdf", ".docx"] = ".pdf" if form == "pdf" else ".docx"
    municipality = at.place.reference.split("/", maxsplit=1)[0]
    content, findings = articles.as_download(document, suffix, here.templates, municipality)
    if content is None:
        raise RefusedError(*findings)
    name = f"{at.place.reference.replace('/', '-')}-{at.place.version}{suffix}"
    return as_answer(name, content)


def next_steps(at: Found, person: Person) -> tuple[Step, ...]:
    """What somebody does with a version that is prepared, each form filled in already."""
    if at.agreement is None or person.roles.isdisjoint({DeskRole.POLICY, DeskRole.LEGAL}):
        return ()
    own = f"{at.place.reference}@{at.place.version}"
    before = previous_version(at.situation.workspace.agreements[at.place.reference], at.agreement)
    old = f"{before.reference}@{iso_day(before.valid_from)}" if before else own
    beside = urlencode({"oud": old, "nieuw": own}, safe="/@")
    since = f"de versie van {as_dutch(before.valid_from, Kind.DATE)}" if before else "andere punten"
    steps = [
        Step(f"/vergelijken?{beside}", f"Vergelijk met {since}"),
        Step(
            f"/simuleren?{beside}",
            f"Simuleer naast {since}" if before else "Simuleer wat zij voor leden betekent",
        ),
    ]
    feature = f"{FEATURES}/{at.place.reference}.feature"
    if feature in at.situation.features:
        steps.append(Step(f"/toetsen?{urlencode({'scenarios': feature}, safe='/')}", "Toets met dekking"))
    return tuple(steps)


def writes(person: Person) -> bool:
    """Whether a person may prepare versions; others read."""
    return DeskRole.POLICY in person.roles
