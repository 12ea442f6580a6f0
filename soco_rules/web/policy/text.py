"""The pages with the text of a version in an editor: look it over while typing, keep it as a concept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.drafting.version import is_fixed
from soco_rules.model.values import iso_day
from soco_rules.parser.load import load_agreement
from soco_rules.web import forms
from soco_rules.web.bodies import takes_up_to
from soco_rules.web.forms import Field
from soco_rules.web.forms import text_in
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.policy.checking import Checked
from soco_rules.web.policy.checking import Outcomes
from soco_rules.web.policy.checking import as_lines
from soco_rules.web.policy.checking import check
from soco_rules.web.policy.checking import in_words
from soco_rules.web.policy.checking import outcomes
from soco_rules.web.policy.completion import Completion
from soco_rules.web.policy.completion import in_rules
from soco_rules.web.policy.completion import names_of
from soco_rules.web.policy.filled import LARGEST
from soco_rules.web.policy.filled import Filled
from soco_rules.web.policy.filled import text_of
from soco_rules.web.policy.keeping import keep_version
from soco_rules.web.policy.place import SECTION
from soco_rules.web.policy.place import At
from soco_rules.web.policy.place import Found
from soco_rules.web.policy.reading import writes

router = APIRouter(prefix=SECTION)
Writer = Annotated[Person, Depends(only_for(DeskRole.POLICY))]


@router.get("/{gemeente}/{cooperatie}/{versie}/tekst")
def text(request: Request, person: Who, at: At) -> Response:
    """The text of a version, to read and for who prepares versions to edit."""
    return _page(request, person, at, at.text, day_field(at))


@router.post("/{gemeente}/{cooperatie}/{versie}/tekst")
@takes_up_to(LARGEST)
def edited(request: Request, person: Writer, here: Here, at: At, form: Filled) -> Response:
    """Look an edited text over, or keep it as a concept."""
    written = text_of(form, "tekst")
    day = day_field(at, text_in(form, "geldig_vanaf"))
    if form.get("doen") != "bewaren":
        day = replace(day, error=first_day(day.value)[1] if day.value else "")
        checked = _checked(here, at, written)
        results = outcomes(here.settings.root, checked, at.place.reference)
        return _page(request, person, at, written, day, form=form, checked=checked, results=results)
    valid_from, day = _day(at, written, day)
    if valid_from is None:
        checked = _checked(here, at, written)
        return _page(request, person, at, written, day, form=form, status=422, checked=checked)
    kept = keep_version(
        here, person, at, written, valid_from=valid_from, based_on=form.get("op_basis_van", "")
    )
    if kept.is_written:
        return RedirectResponse(f"{kept.place.url}?bewaard=ja", 303)
    refused = Checked(at.situation, (), kept.findings, kept.findings)
    return _page(
        request, person, at, written, day, form=form, status=422, checked=refused, file=kept.place.file
    )


@router.post("/{gemeente}/{cooperatie}/{versie}/tekst/nakijken")
@takes_up_to(LARGEST)
def looked_over(request: Request, person: Writer, here: Here, at: At, form: Filled) -> Response:
    """The findings about a text that is being typed, to stand beside it."""
    del person
    checked = _checked(here, at, text_of(form, "tekst"))
    lines = as_lines(checked.findings, at.place.file)
    return page(request, "policy/findings", lines=lines, said=in_words(checked.findings))


@router.post("/{gemeente}/{cooperatie}/{versie}/tekst/uitkomsten")
@takes_up_to(LARGEST)
def fared(request: Request, person: Writer, here: Here, at: At, form: Filled) -> Response:
    """How the scenarios fare by a text that is being typed."""
    del person
    checked = _checked(here, at, text_of(form, "tekst"))
    results = outcomes(here.settings.root, checked, at.place.reference, at_once=True)
    return page(request, "policy/outcomes", results=results, own_file="")


@router.post("/{gemeente}/{cooperatie}/{versie}/tekst/aanvullen")
@takes_up_to(LARGEST)
def completed(person: Writer, at: At, form: Filled) -> Completion:
    """What can come next in a text that is being typed, whose part before the cursor is `voor`."""
    del person
    return in_rules(text_of(form, "voor"), names_of(at.situation.workspace, at.agreement))


def _checked(here: Ground, at: Found, written: str) -> Checked:
    return check(here.settings.root, at.situation, {at.place.file: written.encode()}, here.settings.today())


def _page(
    request: Request,
    person: Person,
    at: Found,
    written: str,
    day: Field,
    *,
    form: Mapping[str, str] | None = None,
    status: int = 200,
    checked: Checked | None = None,
    results: Outcomes | None = None,
    file: str = "",
) -> Response:
    lines = as_lines(checked.findings, file or at.place.file) if checked else ()
    numbered = written.split("\n") if lines else []
    return page(
        request,
        "policy/text",
        status=status,
        title=f"Regeltekst van {at.title}",
        at=at,
        text=written,
        day=day,
        based_on=(form or {}).get("op_basis_van", at.sha256),
        may_write=writes(person),
        fixed=is_fixed(at.situation.workspace, at.place.reference, at.place.version),
        looked=checked is not None,
        kept=False,
        lines=lines,
        said=in_words(checked.findings) if checked else "",
        numbered=numbered,
        results=results,
        own_file="",
    )


def day_field(at: Found, value: str | None = None, error: str = "") -> Field:
    """The field for the first day: that of this version where it may be written again, else nothing yet."""
    fixed = is_fixed(at.situation.workspace, at.place.reference, at.place.version)
    return forms.day_field(
        "geldig_vanaf",
        "Eerste dag van deze versie",
        ("" if fixed else at.place.version) if value is None else value,
        "Een andere dag maakt er een nieuwe versie van; de oude blijft zoals zij is",
        error,
    )


def first_day(written: str) -> tuple[int | None, str]:
    """The day in that field, or None with what is wrong with it."""
    day, problem = forms.day_given({"dag": written}, "dag")
    return day, problem if written else "Vul een dag in."


def _day(at: Found, written: str, day: Field) -> tuple[int | None, Field]:
    """The first day that was chosen; the text itself may name it too, if it names no other."""
    chosen, problem = first_day(day.value)
    if chosen is None:
        return None, day_field(at, day.value, problem)
    agreement, _ = load_agreement(at.place.file, written.encode())
    named = iso_day(agreement.valid_from) if agreement else at.place.version
    if named in {at.place.version, iso_day(chosen)}:
        return chosen, day
    message = f"In de tekst staat geldig_vanaf: {named}. Maak die gelijk aan deze dag, of andersom."
    return None, day_field(at, day.value, message)
