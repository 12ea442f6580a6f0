"""The page on which a new agreement begins: its heading, with every point still open."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.diagnostics import Diagnostic
from soco_rules.drafting import heading
from soco_rules.drafting.answer import LONGEST
from soco_rules.drafting.draft import Draft
from soco_rules.drafting.draft import Heading
from soco_rules.drafting.questions import form_of
from soco_rules.drafting.rule_file import as_rule_file
from soco_rules.drafting.rule_file import one_line
from soco_rules.drafting.version import signed
from soco_rules.model.agreement import Layer
from soco_rules.model.values import iso_day
from soco_rules.model.workspace import RuleFiles
from soco_rules.web.days import day_in
from soco_rules.web.done import after
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.policy.filled import Filled
from soco_rules.web.policy.keeping import write
from soco_rules.web.policy.place import SECTION
from soco_rules.web.policy.place import Place
from soco_rules.web.policy.text import Writer

router = APIRouter(prefix=SECTION)
_ASKED = (
    ("kenmerk", "Kenmerk", "Gemeente en coöperatie in kleine letters, zoals delft/scope."),
    ("geldig_vanaf", "Eerste dag van de afspraken", ""),
    ("bouwt_op", "De regels waarop de afspraken rusten", ""),
    ("gemeente", "Naam van de gemeente", "Zoals Delft."),
    ("code", "Gemeentecode van het CBS", "Zoals GM0503; laat leeg als die nog niet bekend is."),
    ("bestuursorgaan", "Wie namens de gemeente beslist", "Laat leeg voor het college van de gemeente."),
    ("cooperatie", "Naam van de coöperatie", ""),
    ("titel", "Titel", "Laat leeg voor: Afspraken tussen de gemeente en de coöperatie."),
    ("eigenaar", "Wie de aannames bewaakt", "Laat leeg voor de beleidsadviseur van de gemeente."),
)
_OPTIONAL = frozenset({"code", "bestuursorgaan", "titel", "eigenaar"})


@router.get("/nieuw")
def blank(request: Request, person: Writer, here: Here) -> Response:
    """The heading of a new agreement."""
    del person
    return _page(request, here.rules(), {}, {})


@router.post("/nieuw")
def begun(request: Request, person: Writer, here: Here, form: Filled) -> Response:
    """Make the file of a new agreement with all its points open, and go on to fill them."""
    situation = here.rules()
    said = {name: one_line(form.get(name, "")) for name, _, _ in _ASKED}
    problems = _problems(situation, said)
    if problems:
        return _page(request, situation, said, problems)
    written = _heading(said, here.settings.today())
    asked, findings = form_of(situation.workspace, said["bouwt_op"], written.valid_from)
    assert asked is not None, findings  # `_problems` asked the same
    text = signed(as_rule_file(asked, Draft(written, {})), (), person.name, here.settings.today())
    place = Place(written.reference, iso_day(written.valid_from))
    if refused := write(here.settings.root, place.file, "", place.file, text.encode(), is_new=True):
        return _page(request, situation, said, {}, refused)
    return RedirectResponse(after(f"{place.url}/punten", "begonnen"), 303)


def _problems(situation: RuleFiles, said: Mapping[str, str]) -> dict[str, str]:
    wrong_: dict[str, str] = {}
    for name, text in said.items():
        if not text and name not in _OPTIONAL:
            wrong_[name] = "Vul dit in."
        elif len(text) > LONGEST:
            wrong_[name] = f"Dit is langer dan {LONGEST} tekens."
    if said["kenmerk"] and not heading.is_reference(said["kenmerk"]):
        wrong_["kenmerk"] = (
            "Schrijf gemeente/cooperatie in kleine letters, cijfers en streepjes; landelijk is bezet."
        )
    if said["gemeente"] and not heading.is_municipality(said["gemeente"]):
        wrong_["gemeente"] = "Een naam bestaat uit letters, zoals Delft."
    if said["code"] and not heading.is_code(said["code"]):
        wrong_["code"] = "Schrijf GM met vier cijfers, zoals GM0503."
    if said["kenmerk"] in situation.workspace.agreements:
        wrong_["kenmerk"] = "Deze overeenkomst is er al. Maak een nieuwe versie vanaf haar eigen bladzijde."
    day, problem = day_given(said, "geldig_vanaf") if said["geldig_vanaf"] else (None, "")
    if problem:
        wrong_["geldig_vanaf"] = problem
    if said["bouwt_op"] and said["bouwt_op"] not in _layers(situation):
        wrong_["bouwt_op"] = "Kies een van deze regels."
    elif said["bouwt_op"] and day is not None:
        asked, findings = form_of(situation.workspace, said["bouwt_op"], day)
        if asked is None:
            wrong_["bouwt_op"] = in_one_sentence(findings)
    return wrong_


def _heading(said: Mapping[str, str], today: int) -> Heading:
    municipality, cooperative = said["gemeente"], said["cooperatie"]
    return Heading(
        reference=said["kenmerk"],
        title=said["titel"] or heading.usual_title(municipality, cooperative),
        valid_from=day_in(said["geldig_vanaf"]),
        builds_on=(said["bouwt_op"],),
        municipality=municipality,
        code=said["code"] or heading.UNKNOWN,
        authority=said["bestuursorgaan"] or heading.usual_authority(municipality),
        cooperative=cooperative,
        owner=said["eigenaar"] or heading.usual_owner(municipality),
        since=today,
    )


def _layers(situation: RuleFiles) -> dict[str, str]:
    """The layers that leave points to a municipality, by reference, the model first."""
    found = {
        reference: versions[-1].title
        for reference, versions in situation.workspace.agreements.items()
        if versions[-1].layer in {Layer.MODEL, Layer.NATIONAL}
        and any(point.value is None and point.open_reason is None for point in versions[-1].points.values())
    }
    return dict(sorted(found.items(), key=lambda one: (one[0] != heading.MODEL, one[0])))


def _page(
    request: Request,
    situation: RuleFiles,
    said: Mapping[str, str],
    problems: Mapping[str, str],
    findings: tuple[Diagnostic, ...] = (),
) -> Response:
    layers = tuple(Choice(reference, title) for reference, title in _layers(situation).items())
    fields = tuple(
        day_field(name, label, said.get(name, ""), hint, problems.get(name, ""))
        if name == "geldig_vanaf"
        else Field(
            name,
            label,
            "select" if name == "bouwt_op" else "text",
            said.get(name, ""),
            hint,
            problems.get(name, ""),
            layers if name == "bouwt_op" else (),
            required=name not in _OPTIONAL,
        )
        for name, label, hint in _ASKED
    )
    return page(
        request,
        "policy/new",
        status=422 if problems or findings else 200,
        title="Nieuwe overeenkomst",
        fields=fields,
        wrong=wrong(fields),
        findings=findings,
    )
