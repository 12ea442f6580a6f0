"""The pages with the scenarios of an agreement in an editor: look them over while typing, keep them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from soco_rules.drafting.feature import is_untouched
from soco_rules.follow import FEATURES
from soco_rules.scenarios.catalogue import as_text
from soco_rules.web.bodies import takes_up_to
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.policy.checking import Checked
from soco_rules.web.policy.checking import Outcomes
from soco_rules.web.policy.checking import as_lines
from soco_rules.web.policy.checking import check
from soco_rules.web.policy.checking import in_words
from soco_rules.web.policy.checking import outcomes_of
from soco_rules.web.policy.completion import Completion
from soco_rules.web.policy.completion import in_scenario
from soco_rules.web.policy.completion import names_of
from soco_rules.web.policy.filled import LARGEST
from soco_rules.web.policy.filled import Filled
from soco_rules.web.policy.filled import text_of
from soco_rules.web.policy.keeping import outside
from soco_rules.web.policy.keeping import write
from soco_rules.web.policy.place import SECTION
from soco_rules.web.policy.place import At
from soco_rules.web.policy.place import Found
from soco_rules.web.policy.place import hash_of
from soco_rules.web.policy.proposing import begin
from soco_rules.web.policy.reading import writes
from soco_rules.web.policy.text import Writer
from soco_rules.web.working import Begun
from soco_rules.web.working import shown_at

router = APIRouter(prefix=SECTION)
BLANK = """\
# language: nl
Functionaliteit: {title}

  Scenario:
    Gegeven de overeenkomst "{reference}"
"""


@dataclass(frozen=True, slots=True)
class Feature:
    """One file with scenarios: its text now, and whether it can be written here. `exists` tells whether it is there."""

    file: str
    text: str
    exists: bool
    is_own: bool

    @property
    def based_on(self) -> str:
        """With what a form tells what it was made from; empty where there is nothing yet."""
        return hash_of(self.text) if self.exists else ""


@router.get("/{gemeente}/{cooperatie}/{versie}/scenarios")
def scenarios(
    request: Request, person: Who, here: Here, at: At, bestand: str = "", bewaard: str = ""
) -> Response:
    """The scenarios about an agreement, to read and for who prepares versions to edit."""
    feature = _feature(here, at, bestand)
    texts = {feature.file: feature.text.encode()} if feature.exists else {}
    checked = check(here.settings.root, at.situation, texts, here.settings.today())
    return _page(request, person, here, at, feature, checked=checked, saved=bewaard == "ja")


@router.post("/{gemeente}/{cooperatie}/{versie}/scenarios")
@takes_up_to(LARGEST)
def edited(request: Request, person: Writer, here: Here, at: At, tasks: Begun, form: Filled) -> Response:
    """Look the scenarios over, keep them, or begin to look for proposals."""
    feature, written = _feature(here, at, form.get("bestand", "")), text_of(form, "tekst")
    if form.get("doen") == "voorstellen" and _may_propose(at, feature):
        return shown_at(begin(tasks, person, here, at, feature.file, form))
    checked = check(here.settings.root, at.situation, {feature.file: written.encode()}, here.settings.today())
    if form.get("doen") != "bewaren":
        return _page(request, person, here, at, feature, form=form, checked=checked)
    if checked.new or not feature.is_own:
        return _page(request, person, here, at, feature, form=form, checked=checked, status=422)
    refused = write(
        here.settings.root,
        feature.file,
        form.get("op_basis_van", ""),
        feature.file,
        written.encode(),
        is_new=not feature.exists,
    )
    if refused:
        told = Checked(at.situation, (), refused, refused)
        return _page(request, person, here, at, feature, form=form, checked=told, status=422)
    return RedirectResponse(f"{at.place.url}/scenarios?bewaard=ja&bestand={feature.file}", 303)


@router.post("/{gemeente}/{cooperatie}/{versie}/scenarios/nakijken")
@takes_up_to(LARGEST)
def looked_over(request: Request, person: Writer, here: Here, at: At, form: Filled) -> Response:
    """The findings about scenarios that are being typed, to stand beside them."""
    del person
    feature, written = _feature(here, at, form.get("bestand", "")), text_of(form, "tekst")
    checked = check(here.settings.root, at.situation, {feature.file: written.encode()}, here.settings.today())
    lines = as_lines(checked.findings, feature.file)
    return page(request, "policy/findings", lines=lines, said=in_words(checked.findings))


@router.post("/{gemeente}/{cooperatie}/{versie}/scenarios/uitkomsten")
@takes_up_to(LARGEST)
def fared(request: Request, person: Writer, here: Here, at: At, form: Filled) -> Response:
    """How scenarios fare that are being typed."""
    del person
    feature, written = _feature(here, at, form.get("bestand", "")), text_of(form, "tekst")
    checked = check(here.settings.root, at.situation, {feature.file: written.encode()}, here.settings.today())
    results = outcomes_of(here.settings.root, checked, feature.file, written.encode())
    return page(request, "policy/outcomes", results=results, own_file=feature.file)


@router.post("/{gemeente}/{cooperatie}/{versie}/scenarios/aanvullen")
@takes_up_to(LARGEST)
def completed(person: Writer, at: At, form: Filled) -> Completion:
    """What can come next in scenarios that are being typed, whose part before the cursor is `voor`."""
    del person
    return in_scenario(text_of(form, "voor"), names_of(at.situation.workspace, at.agreement))


def _may_propose(at: Found, feature: Feature) -> bool:
    """Whether proposals would take the place of nothing that somebody wrote."""
    return at.agreement is not None and feature.is_own and (not feature.exists or is_untouched(feature.text))


def files_about(at: Found) -> tuple[str, ...]:
    """The files with scenarios that name this agreement, its own first."""
    own = _own_file(at)
    named = (f for f, reading in at.situation.features.items() if at.place.reference in reading.agreements)
    return tuple(dict.fromkeys((own, *sorted(named))))


def _own_file(at: Found) -> str:
    return f"{FEATURES}/{at.place.reference}.feature"


def _feature(here: Ground, at: Found, file: str) -> Feature:
    """One of the files about this agreement.

    Raises:
        HTTPException: it is none of those.
    """
    file = file or _own_file(at)
    if file not in files_about(at):
        raise HTTPException(404)
    municipality = at.place.reference.split("/", maxsplit=1)[0]
    is_plain = not outside(here.settings.root, file)
    is_own = is_plain and file.startswith(f"{FEATURES}/{municipality}/") and municipality != "landelijk"
    text = _text(here.settings.root / file) if is_plain else None
    if text is not None:
        return Feature(file, text, exists=True, is_own=is_own)
    blank = BLANK.format(title=at.title, reference=at.place.reference)
    return Feature(file, blank, exists=False, is_own=is_own)


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return None


def _page(
    request: Request,
    person: Person,
    here: Ground,
    at: Found,
    feature: Feature,
    *,
    checked: Checked,
    form: Mapping[str, str] | None = None,
    status: int = 200,
    saved: bool = False,
) -> Response:
    text = feature.text if form is None else text_of(form, "tekst")
    lines = as_lines(checked.findings, feature.file)
    results = Outcomes(why_none="Er zijn nog geen scenario’s.")
    if feature.file in checked.situation.features and status == 200:
        results = outcomes_of(here.settings.root, checked, feature.file, text.encode())
    return page(
        request,
        "policy/scenarios",
        status=status,
        title=f"Scenario’s over {at.title}",
        at=at,
        feature=feature,
        files=files_about(at),
        text=text,
        based_on=feature.based_on if form is None else form.get("op_basis_van", ""),
        may_write=writes(person),
        may_propose=_may_propose(at, feature),
        saved=saved,
        lines=lines,
        said=in_words(checked.findings),
        results=results,
        own_file=feature.file,
        numbered=text.split("\n") if lines or results.failed else [],
        looked=status == 200,
        steps=as_text(),
    )
