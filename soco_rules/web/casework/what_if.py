"""What would give another outcome: sought beside the pages, for who talks with the person about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import Response

from soco_rules.backends.proof import available
from soco_rules.catalogue import finding
from soco_rules.counterfactual.search import what_if
from soco_rules.counterfactual.words import SHOWN
from soco_rules.counterfactual.words import changed_in_words
from soco_rules.counterfactual.words import lead
from soco_rules.counterfactual.words import remarks
from soco_rules.counterfactual.words import unchanged_in_words
from soco_rules.counterfactual.words import without_changes
from soco_rules.decide import proposal as ready
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import gathered_for
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.explain.account import ground_text
from soco_rules.explain.account import outcome_text
from soco_rules.explain.account import rule_text
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.case import Case
from soco_rules.model.counterfactual import Alternative
from soco_rules.model.counterfactual import Counterfactual
from soco_rules.model.counterfactual import Found
from soco_rules.model.decision import Ground
from soco_rules.model.values import Kind
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.web.beside import Tell
from soco_rules.web.beside import beside
from soco_rules.web.casework.place import At
from soco_rules.web.casework.place import Deciding
from soco_rules.web.casework.place import desk_at
from soco_rules.web.casework.wish_form import wish_fields
from soco_rules.web.casework.wish_form import wished
from soco_rules.web.faults import RefusedError
from soco_rules.web.forms import Field
from soco_rules.web.forms import Filled
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.tasks import BrokenOffError
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Run
from soco_rules.web.working import Begun
from soco_rules.web.working import shown_at

router = APIRouter(
    prefix="/dossiers/{gemeente}/{cooperatie}/{nummer}/besluit/{besluit}/wat-als",
    dependencies=[Depends(only_for(DeskRole.CASEWORKER))],
)


@dataclass(frozen=True, slots=True)
class Way:
    """One change that gives another outcome: what is otherwise, what comes of it, and the rules that hold then."""

    changes: tuple[str, ...]
    outcome: str
    grounds: tuple[str, ...]


def sought(
    tell: Tell,
    root: Path,
    reference: str,
    besluit: str,
    case: Case,
    dates: Dates,
    wanted: str | None = None,
) -> Counterfactual | None:
    """The smallest changes with which the case comes out otherwise; None where its rules cannot be used now."""
    tell("zoeken naar de kleinste verandering", 0, 0)
    workspace, _ = load_workspace(root, shipped_root())
    desk, _ = desk_for(workspace, reference, besluit, dates)
    if desk is None:
        return None
    bound, _ = bind(desk.program, case, desk.dates)
    return what_if(ready.Ready(desk.calculators, bound, desk.dates), wanted)


@router.get("")
def ask(request: Request, ground: Here, here: Deciding) -> Response:
    """The form on which is chosen which outcome is wished for."""
    desk = desk_at(ground, here)
    return _form(request, here, desk, wish_fields(desk.program, {}))


@router.post("")
def seek(
    request: Request, ground: Here, person: Who, here: Deciding, tasks: Begun, filled: Filled
) -> Response:
    """Begin to seek, on what the dossier says now; nothing is recorded of it but that somebody read the dossier."""
    if not available():
        message = "Hier ontbreekt wat nodig is om naar een andere uitkomst te zoeken."
        raise RefusedError(finding("bewijs-niet-beschikbaar", place_of(here.number), message))
    desk = desk_at(ground, here)
    wanted, fields = wished(desk.program, filled)
    if wrong(fields):
        return _form(request, here, desk, fields, status=422)
    gathered, findings = gathered_for(desk, ground.ready(here.reference, here.number, desk), here.number)
    if has_errors(findings):
        raise RefusedError(*findings)
    root, title = ground.settings.root, f"Een andere uitkomst: {desk.besluit.title}"

    def work(run: Run) -> Ready:
        told = beside(
            run, sought, root, here.reference, here.besluit, gathered.case, desk.dates, wanted or None
        )
        if told is None:
            raise BrokenOffError
        return Ready("casework/what_if", {"title": title, "at": here, **shown(told)})

    return shown_at(tasks.begin(title, person, work, section="/dossiers"))


def _form(request: Request, here: At, desk: Desk, fields: tuple[Field, ...], status: int = 200) -> Response:
    return page(
        request,
        "casework/wish",
        status=status,
        title="Wat zou een andere uitkomst geven?",
        at=here,
        besluit=desk.besluit,
        fields=fields,
        errors=wrong(fields),
    )


def shown(told: Counterfactual) -> dict[str, Any]:
    """What was found, for the page."""
    found = told.found is Found.CHANGES
    return {
        "lead": tuple(lead(told)) if found else without_changes(told),
        "ways": tuple(_way(told, each) for each in told.alternatives[:SHOWN]),
        "more": max(0, len(told.alternatives) - SHOWN),
        "is_complete": told.complete,
        "unchanged": tuple(unchanged_in_words(each, told) for each in told.unchanged),
        "remarks": tuple(" ".join(lines) for lines in remarks(told)),
    }


def _way(told: Counterfactual, one: Alternative) -> Way:
    outcome = outcome_text(one.outcome, told.outcome_kind or Kind.TEXT, told.words_of(told.outcome_name))
    return Way(
        tuple(changed_in_words(each, told) for each in one.changes),
        f"{told.called(told.outcome_name or '')}: {outcome}",
        tuple(_rule(each, told) for each in one.grounds),
    )


def _rule(ground: Ground, told: Counterfactual) -> str:
    basis = f" ({'; '.join(ground.legal_basis)})" if ground.legal_basis else ""
    rule = rule_text(ground)
    return f"{ground_text(ground, told, settled=True)}{f'; {rule}' if rule else ''}{basis}"
