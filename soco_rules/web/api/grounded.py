"""What the routes of the API share: rules without errors, dates, and how an answer is chosen by Accept."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from typing import Annotated

from fastapi import Path
from fastapi import Query
from fastapi import Request

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_in_force
from soco_rules.facts import Dates
from soco_rules.model.agreement import Agreement
from soco_rules.model.values import ValueType
from soco_rules.model.values import encode
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import in_the_way
from soco_rules.web.api.answers import Typed
from soco_rules.web.api.asked import AboutCase
from soco_rules.web.api.asked import Day
from soco_rules.web.api.asked import ToPropose
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.sent import misshapen
from soco_rules.web.ground import Ground

PART = "^[a-z0-9][a-z0-9_-]{0,99}$"
Municipality = Annotated[
    str,
    Path(alias="gemeente", description="Het eerste deel van het kenmerk.", pattern=PART, examples=["delft"]),
]
Cooperative = Annotated[
    str,
    Path(
        alias="cooperatie", description="Het tweede deel van het kenmerk.", pattern=PART, examples=["scope"]
    ),
]
OnDay = Annotated[
    Day | None,
    Query(alias="peildatum", description="De dag waarvoor de regels gelden. Zonder is dat vandaag."),
]


def dates_of(asked: AboutCase | ToPropose, ground: Ground) -> Dates:
    """The dates of a request; unsaid, the day of decision is today, and the reference date that day.

    Raises:
        ProblemError: it names a day and a month.
    """
    if asked.month is not None and asked.reference_date is not None:
        message = (
            "een besluit over een maand geldt vanaf de eerste dag, en hier staan een maand en een peildatum"
        )
        raise ProblemError(422, [misshapen(message, "/maand", remedy="laat een van beide weg")])
    decided_on = ground.settings.today() if asked.decision_date is None else parse_date(asked.decision_date)
    first = f"{asked.month}-01" if asked.month else asked.reference_date
    return Dates(decided_on if first is None else parse_date(first), decided_on)


def day_of(text: str | None, ground: Ground) -> int:
    """A day that was asked, else today."""
    return ground.settings.today() if text is None else parse_date(text)


def not_monthly(decision: str) -> ProblemError:
    """The mistake of asking a month for a decision that is not about one."""
    message = f"het besluit '{decision}' gaat niet over een maand"
    return ProblemError(422, [misshapen(message, "/maand", remedy="gebruik peildatum")])


def rules_for(ground: Ground, reference: str) -> Workspace:
    """The rule files, where none of those of an agreement has an error.

    Raises:
        ProblemError: one has.
    """
    situation = ground.rules()
    if errors := in_the_way(situation.workspace, situation.findings, reference):
        raise ProblemError(503, errors, title="De regelbestanden hebben fouten")
    return situation.workspace


def versions_of(workspace: Workspace, reference: str) -> tuple[Agreement, ...]:
    """The versions of an agreement.

    Raises:
        ProblemError: there is no such agreement.
    """
    versions = workspace.agreements.get(reference, ())
    if not versions:
        raise ProblemError(404, detail="Deze overeenkomst is er niet. /v1/overeenkomsten noemt ze alle.")
    return versions


def in_force(workspace: Workspace, reference: str, on: int) -> Compiled:
    """What an agreement says on a day.

    Raises:
        ProblemError: it does not exist, says nothing on that day, or has errors.
    """
    versions_of(workspace, reference)
    compiled, findings = compile_in_force(workspace, reference, on)
    errors = [found for found in findings if found.is_error]
    if compiled is None:
        raise ProblemError(404, errors)
    if errors:
        raise ProblemError(503, errors, title="De regelbestanden hebben fouten")
    return compiled


def chosen_form(request: Request, forms: Sequence[str]) -> str:
    """The media type that Accept wants most; the first where it does not say.

    Raises:
        ProblemError: it wants none of these.
    """
    wanted = dict(_wanted(request.headers.get("Accept", "")))
    if not wanted:
        return forms[0]
    best = max(forms, key=lambda form: (_weight(form, wanted), -forms.index(form)))
    if _weight(best, wanted) <= 0:
        raise ProblemError(406, detail=f"Vraag in Accept een van: {', '.join(forms)}.")
    return best


def _wanted(header: str) -> Iterator[tuple[str, float]]:
    for part in header.split(","):
        kind, *options = (each.strip() for each in part.split(";"))
        if not kind:
            continue
        weight = next((option[2:] for option in options if option.startswith("q=")), "1")
        try:
            yield kind.lower(), float(weight)
        except ValueError:
            yield kind.lower(), 0.0


def _weight(form: str, wanted: dict[str, float]) -> float:
    """How much a form is wanted: the most precise word about it counts."""
    about = (form, f"{form.partition('/')[0]}/*", "*/*")
    return next((wanted[each] for each in about if each in wanted), 0.0)


def typed(type_: ValueType) -> Typed:
    """What values are possible, as a machine reads it."""
    low, high = (
        moving.written if moving else None if bound is None else encode(bound, type_.kind)
        for bound, moving in ((type_.minimum, type_.earliest), (type_.maximum, type_.latest))
    )
    return Typed(
        kind=type_.kind,
        per=tuple(sorted(type_.per)),
        choices=type_.choices,
        words=dict(type_.words),
        minimum=low,
        maximum=high,
        may_be_absent=type_.may_be_absent,
    )
