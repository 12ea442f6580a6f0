"""What a proposal of a month still needs, and where that is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from soco_rules.dossiers.deciding import is_settled
from soco_rules.explain.account import status_text
from soco_rules.model.called import body
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import spaced
from soco_rules.web.casework.contents import asked_name

_ASKED = frozenset({Origin.FACT, Origin.JUDGEMENT})
_TOLD_BY_MISSING = frozenset({DecisionStatus.FACTS_MISSING, DecisionStatus.JUDGEMENT_NEEDED})


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that is not known: `what` says whose word it takes, `where` is the page to fill it in, if any."""

    question: str
    what: str
    where: str


def path_of(reference: str, dossier: int, besluit: str, month: str) -> str:
    """The page on which a besluit about a month is prepared."""
    return f"/dossiers/{reference}/{dossier}/besluit/{besluit}?{urlencode({'maand': month})}"


def needs_of(decision: Decision, program: Program, path: str) -> Iterator[Need]:
    """What is missing, the most useful first."""
    fields = {(each.name, each.role and str(each.role)): each for each in program.fields}
    for each in decision.missing:
        field = fields.get((each.name, each.role))
        whose = f" ({each.role})" if each.role else ""
        where = ""
        if field is not None and field.origin in _ASKED:
            where = f"{path}&{urlencode({'vraag': asked_name(field.name, field.role)})}"
        yield Need(f"{each.question or spaced(each.name)}{whose}", _what(field), where)


def obstacles_of(decision: Decision) -> Iterator[str]:
    """Why a proposal cannot be adopted, but for what is missing."""
    if not is_settled(decision) and not (decision.missing and decision.status in _TOLD_BY_MISSING):
        yield status_text(decision.status)
    yield from (each.message or spaced(each.name) for each in decision.requirements)


def _what(field: Field | None) -> str:
    if field is None or field.origin not in _ASKED:
        return "dat staat nog open in de overeenkomst of de bedragen; vraag de beleidsadviseur"
    if field.judged_by is not None:
        return f"oordeel van {body(field.judged_by)}"
    return "gegeven"
