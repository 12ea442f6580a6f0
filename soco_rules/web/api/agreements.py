"""The agreements: which there are, their versions, points, decisions, names, and their text as articles."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Path
from fastapi import Request
from fastapi.responses import Response

from soco_rules.compiler.layers import day_to_read
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.versions import seen_by
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.explain.about import about
from soco_rules.explain.about import dependence
from soco_rules.explain.about import names_of
from soco_rules.letters.forms import Form
from soco_rules.letters.forms import as_file
from soco_rules.letters.tree import text_of
from soco_rules.model.agreement import Agreement
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.values import iso_day
from soco_rules.parser.house_style import load_house_style
from soco_rules.reading.read import as_document
from soco_rules.web.api.agreed import decision_of
from soco_rules.web.api.agreed import in_short
from soco_rules.web.api.agreed import point_of
from soco_rules.web.api.agreed import version_of
from soco_rules.web.api.agreement_answers import AgreedPoints
from soco_rules.web.api.agreement_answers import AgreementInShort
from soco_rules.web.api.agreement_answers import Agreements
from soco_rules.web.api.agreement_answers import Articles
from soco_rules.web.api.agreement_answers import DecisionKinds
from soco_rules.web.api.agreement_answers import ExplainedName
from soco_rules.web.api.agreement_answers import Names
from soco_rules.web.api.agreement_answers import Version
from soco_rules.web.api.agreement_answers import Versions
from soco_rules.web.api.answers import answer
from soco_rules.web.api.asked import Day
from soco_rules.web.api.described import JSON
from soco_rules.web.api.described import operation
from soco_rules.web.api.grounded import Cooperative
from soco_rules.web.api.grounded import Municipality
from soco_rules.web.api.grounded import OnDay
from soco_rules.web.api.grounded import chosen_form
from soco_rules.web.api.grounded import day_of
from soco_rules.web.api.grounded import in_force
from soco_rules.web.api.grounded import rules_for
from soco_rules.web.api.grounded import versions_of
from soco_rules.web.api.passages import passages
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.people import person_of

router = APIRouter(prefix="/overeenkomsten", tags=["Overeenkomsten"], dependencies=[Depends(person_of)])

ONE = "/{gemeente}/{cooperatie}"
FORMS: dict[str, Form] = {
    "text/html": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/markdown": ".md",
}
"""The forms of a text, by the media type that asks for them."""
_VERSION = Annotated[
    Day, Path(alias="versie", description="De eerste dag van de versie.", examples=["2017-09-01"])
]
_NAME = Annotated[
    str,
    Path(
        alias="naam",
        description="Een naam uit de regels.",
        pattern="^[a-z][a-z0-9_]{0,99}$",
        examples=["bijdrage"],
    ),
]


@router.get("", **operation("overeenkomsten_tonen", "Toon alle overeenkomsten.", gives=Agreements))
def agreements(ground: Here) -> Response:
    """De overeenkomsten van deze werkmap, en de landelijke regels waarop zij rusten."""
    found = ground.rules().workspace.agreements
    return answer(Agreements(agreements=tuple(in_short(versions) for versions in found.values())))


@router.get(
    ONE, **operation("overeenkomst_tonen", "Toon een overeenkomst.", gives=AgreementInShort, problems=(404,))
)
def agreement(ground: Here, gemeente: Municipality, cooperatie: Cooperative) -> Response:
    """De overeenkomst met haar versies."""
    return answer(in_short(_versions(ground, gemeente, cooperatie)))


@router.get(
    f"{ONE}/versies",
    **operation("versies_tonen", "Toon de versies van een overeenkomst.", gives=Versions, problems=(404,)),
)
def versions(ground: Here, gemeente: Municipality, cooperatie: Cooperative) -> Response:
    """De versies, van vroeg naar laat."""
    return answer(Versions(versions=tuple(map(version_of, _versions(ground, gemeente, cooperatie)))))


@router.get(
    f"{ONE}/versies/{{versie}}",
    **operation("versie_tonen", "Toon een versie van een overeenkomst.", gives=Version, problems=(404,)),
)
def version(ground: Here, gemeente: Municipality, cooperatie: Cooperative, versie: _VERSION) -> Response:
    """De versie die op deze dag begint."""
    return answer(version_of(_one(_versions(ground, gemeente, cooperatie), versie)))


@router.get(
    f"{ONE}/versies/{{versie}}/artikelen",
    **operation(
        "artikelen_tonen",
        "Geef de tekst van een versie als genummerde artikelen.",
        gives={JSON: Articles} | dict.fromkeys(FORMS),
        problems=(404, 406),
    ),
)
def articles(
    request: Request, ground: Here, gemeente: Municipality, cooperatie: Cooperative, versie: _VERSION
) -> Response:
    """Accept kiest de vorm: JSON, HTML, PDF, Word of Markdown."""
    form = chosen_form(request, (JSON, *FORMS))
    reference = f"{gemeente}/{cooperatie}"
    workspace = rules_for(ground, reference)
    chosen = _one(versions_of(workspace, reference), versie)
    seen = seen_by(workspace, chosen)
    compiled, findings = compile_stack(seen, chosen, day_to_read(seen, chosen, ground.settings.today()))
    if compiled is None or has_errors(findings):
        raise ProblemError(503, findings, title="De regelbestanden hebben fouten")
    document = as_document(compiled.stack, style=style_of(ground, gemeente))
    if form in FORMS:
        content, findings = as_file(document, FORMS[form])
        if content is None:
            raise ProblemError(503, findings)
        return Response(content, media_type=form)
    return answer(
        Articles(
            reference=reference,
            version=versie,
            title=text_of(document.title),
            concept_because=tuple(map(text_of, document.concept)),
            passages=passages(document.blocks),
        )
    )


@router.get(
    f"{ONE}/afspraken",
    **operation(
        "afspraken_tonen",
        "Toon wat er is afgesproken, met de betekenis, de bron en de aannames.",
        gives=AgreedPoints,
        problems=(400, 404),
    ),
)
def points(
    ground: Here, gemeente: Municipality, cooperatie: Cooperative, peildatum: OnDay = None
) -> Response:
    """De afspraken op een dag."""
    compiled = _compiled(ground, gemeente, cooperatie, peildatum)
    stack = compiled.stack
    return answer(
        AgreedPoints(
            reference=stack.lowest.reference,
            version=iso_day(stack.lowest.valid_from),
            points=tuple(point_of(name, point) for name, point in stack.points.items()),
        )
    )


@router.get(
    f"{ONE}/besluiten",
    **operation(
        "besluitsoorten_tonen",
        "Toon welke besluiten er zijn, met de gegevens, de vragen en wat een antwoord kan zijn.",
        gives=DecisionKinds,
        problems=(400, 404),
    ),
)
def decisions(
    ground: Here, gemeente: Municipality, cooperatie: Cooperative, peildatum: OnDay = None
) -> Response:
    """De besluiten op een dag."""
    compiled = _compiled(ground, gemeente, cooperatie, peildatum)
    lowest = compiled.stack.lowest
    return answer(
        DecisionKinds(
            reference=lowest.reference,
            version=iso_day(lowest.valid_from),
            decisions=tuple(decision_of(compiled, each) for each in compiled.stack.decisions.values()),
        )
    )


@router.get(
    f"{ONE}/namen",
    **operation("namen_tonen", "Toon elke naam die uit te leggen is.", gives=Names, problems=(400, 404)),
)
def names(ground: Here, gemeente: Municipality, cooperatie: Cooperative, peildatum: OnDay = None) -> Response:
    """De namen op een dag: afspraken, bedragen, gegevens en begrippen."""
    compiled = _compiled(ground, gemeente, cooperatie, peildatum)
    return answer(Names(names=tuple(sorted(names_of(compiled)))))


@router.get(
    f"{ONE}/namen/{{naam}}",
    **operation(
        "naam_uitleggen",
        "Leg uit wat een naam betekent, waar hij staat en wat ervan afhangt.",
        gives=ExplainedName,
        problems=(400, 404),
    ),
)
def name(
    ground: Here, gemeente: Municipality, cooperatie: Cooperative, naam: _NAME, peildatum: OnDay = None
) -> Response:
    """De tekst van `soco leg-uit`."""
    compiled = _compiled(ground, gemeente, cooperatie, peildatum)
    known = names_of(compiled)
    if naam not in known:
        raise ProblemError(404, detail=did_you_mean(naam, known, otherwise="Deze naam is er niet."))
    hangs = dependence(compiled, naam)
    return answer(
        ExplainedName(
            name=naam,
            explanation=about(compiled, naam),
            reads=hangs.reads,
            read_by=hangs.read_by,
            decisions=hangs.decisions,
        )
    )


def style_of(ground: Ground, municipality: str) -> HouseStyle:
    """How a municipality writes.

    Raises:
        ProblemError: that cannot be read.
    """
    style, findings = load_house_style(ground.templates, municipality)
    if has_errors(findings):
        raise ProblemError(503, findings, title="De huisstijl heeft fouten")
    return style


def _compiled(ground: Ground, municipality: str, cooperative: str, day: str | None) -> Compiled:
    reference = f"{municipality}/{cooperative}"
    return in_force(rules_for(ground, reference), reference, day_of(day, ground))


def _versions(ground: Ground, municipality: str, cooperative: str) -> tuple[Agreement, ...]:
    return versions_of(ground.rules().workspace, f"{municipality}/{cooperative}")


def _one(versions: tuple[Agreement, ...], first_day: str) -> Agreement:
    found = next((each for each in versions if iso_day(each.valid_from) == first_day), None)
    if found is None:
        known = ", ".join(iso_day(each.valid_from) for each in versions)
        raise ProblemError(404, detail=f"Deze versie is er niet; wel: {known}.")
    return found
