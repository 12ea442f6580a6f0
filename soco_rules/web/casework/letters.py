"""The letter of what is proposed or was taken: how it will look, and as a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.letters.forms import Form
from soco_rules.letters.made import made
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Proposed
from soco_rules.web.addresses import Number
from soco_rules.web.addresses import Spot
from soco_rules.web.addresses import There
from soco_rules.web.casework.books import book_for
from soco_rules.web.casework.books import dossier_of
from soco_rules.web.casework.books import title_of
from soco_rules.web.casework.place import At
from soco_rules.web.casework.place import Deciding
from soco_rules.web.casework.place import desk_at
from soco_rules.web.faults import RefusedError
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import only_for
from soco_rules.web.remedies import for_a_page
from soco_rules.web.written import as_answer

router = APIRouter(
    prefix="/dossiers/{gemeente}/{cooperatie}/{nummer}",
    dependencies=[Depends(only_for(DeskRole.CASEWORKER, DeskRole.LEGAL))],
)

_FORMS: tuple[Form, ...] = (".html", ".pdf", ".docx")
_TAKEN = frozenset({"voorstel", "vaststelling"})


@dataclass(frozen=True, slots=True)
class Of:
    """What a letter is of: the decision, where it is shown, and the query that goes with its address."""

    reference: str
    number: int
    decided: Decision | Adoption
    path: str
    query: str

    @property
    def title(self) -> str:
        """The title of the besluit."""
        decision = self.decided.decision if isinstance(self.decided, Adoption) else self.decided
        return decision.title

    @property
    def name(self) -> str:
        """The name of a file of it."""
        decision = self.decided.decision if isinstance(self.decided, Adoption) else self.decided
        return decision.decision.replace("_", "-")

    def address(self, form: str) -> str:
        """The address of the letter in a form."""
        return f"{self.path}/brief.{form}{f'?{self.query}' if self.query else ''}"


@router.get("/besluit/{besluit}/brief")
def preview(request: Request, ground: Here, here: Deciding) -> Response:
    """The letter of what would be proposed now."""
    return _shown(request, ground, _now(ground, here))


@router.get("/besluit/{besluit}/brief.{vorm}")
def preview_file(ground: Here, here: Deciding, vorm: str) -> Response:
    """That letter in a form."""
    return _file(ground, _now(ground, here), vorm)


@router.get("/{soort}/{handeling}/brief")
def kept(request: Request, ground: Here, there: There, soort: str, handeling: Number) -> Response:
    """The letter of a proposal that waits, or of what was adopted."""
    return _shown(request, ground, _kept(ground, there, soort, handeling))


@router.get("/{soort}/{handeling}/brief.{vorm}")
def kept_file(ground: Here, there: There, soort: str, handeling: Number, vorm: str) -> Response:
    """That letter in a form."""
    return _file(ground, _kept(ground, there, soort, handeling), vorm)


def _now(ground: Ground, here: At) -> Of:
    if faults := wrong(here.days.fields):
        raise RefusedError(
            *(finding("gegeven-ongeldig", place_of(here.number), each.error) for each in faults), status=422
        )
    desk = desk_at(ground, here)
    counted = ground.ready(here.reference, here.number, desk)
    dossier_of(counted.book, here.number)
    prepared, findings = propose_for(desk, counted.book, here.number, counted=counted)
    if prepared is None:
        raise RefusedError(*findings)
    query = here.address().partition("?")[2]
    return Of(here.reference, here.number, prepared.decision, here.path, query)


def _kept(ground: Ground, there: Spot, kind: str, act: int) -> Of:
    if kind not in _TAKEN:
        raise HTTPException(404)
    dossier = book_for(ground, there.reference, there.number).dossiers[there.number]
    decided = _decided(dossier, kind, act)
    return Of(there.reference, there.number, decided, f"{there.path}/{kind}/{act}", "")


def _decided(dossier: Dossier, kind: str, act: int) -> Decision | Adoption:
    for entry in dossier.entries:
        if entry.number == act:
            match entry.content:
                case Proposed(decision=decision) if kind == "voorstel":
                    return decision
                case Adopted(adoption=adoption) if kind == "vaststelling":
                    return adoption
    raise HTTPException(404)


def _shown(request: Request, ground: Ground, of: Of) -> Response:
    letter, findings = made(of.decided, ground.templates, ".html")
    return page(
        request,
        "casework/letter",
        title=f"Brief: {of.title}",
        of=of,
        letter=letter,
        agreement=title_of(ground.rules().workspace, of.reference),
        reasons=letter.reasons if letter else (),
        findings=_told(findings),
    )


def _file(ground: Ground, of: Of, form: str) -> Response:
    suffix = next((each for each in _FORMS if each == f".{form}"), None)
    if suffix is None:
        raise HTTPException(404)
    letter, findings = made(of.decided, ground.templates, suffix)
    if letter is None:
        raise RefusedError(*findings)
    draft = "-concept" if letter.reasons else ""
    answer = as_answer(f"{of.name}-dossier-{of.number}{draft}{suffix}", letter.content)
    if suffix == ".html":  # it runs nothing, whatever shows it
        answer.headers["Content-Security-Policy"] += "; sandbox"
    return answer


def _told(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings but those that say again why it is a draft."""
    return for_a_page(found for found in findings if found.code != "vaststelling-voorlopig")
