"""From a view and its values to a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment
from jinja2 import PackageLoader
from jinja2 import StrictUndefined

import soco_rules
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import spaced
from soco_rules.web.access.ending import ending_for
from soco_rules.web.access.paths import sign_in_at
from soco_rules.web.done import said_in
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.theme import theme_in

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the desk: where it begins, what it is called, what one does there, and for whom it is."""

    where: str
    title: str
    about: str
    roles: frozenset[DeskRole]


SECTIONS = (
    Section(
        "/werklijst",
        "Werklijst",
        "wat vandaag aandacht vraagt: termijnen, wachtlijst, maanden die nog niet verrekend zijn",
        frozenset({DeskRole.CASEWORKER}),
    ),
    Section(
        "/dossiers",
        "Dossiers",
        "een deelnemer opzoeken, vragen beantwoorden en een besluit voorstellen",
        frozenset({DeskRole.CASEWORKER, DeskRole.LEGAL}),
    ),
    Section(
        "/maanden",
        "Maanden",
        "de opgave van een coöperatie nakijken en een maand verrekenen",
        frozenset({DeskRole.CASEWORKER}),
    ),
    Section(
        "/overeenkomsten",
        "Overeenkomsten",
        "lezen wat is afgesproken, en nieuwe versies voorbereiden",
        frozenset(DeskRole),
    ),
    Section(
        "/toetsen",
        "Toetsen",
        "scenario's uitvoeren en zien wat zij niet bereiken of niet merken",
        frozenset({DeskRole.POLICY}),
    ),
    Section(
        "/vergelijken",
        "Vergelijken",
        "zien wat twee versies of twee gemeenten in betekenis verschillen",
        frozenset({DeskRole.POLICY, DeskRole.LEGAL}),
    ),
    Section(
        "/simuleren",
        "Simuleren",
        "doorrekenen wat een wijziging voor alle leden betekent",
        frozenset({DeskRole.POLICY}),
    ),
    Section(
        "/voorstellen",
        "Voorstellen",
        "voorgestelde besluiten met hun brief nakijken en vaststellen",
        frozenset({DeskRole.LEGAL}),
    ),
    Section(
        "/bezwaren",
        "Bezwaren",
        "bezwaren die lopen, met hun termijnen, en erop beslissen",
        frozenset({DeskRole.LEGAL}),
    ),
    Section(
        "/vaststellen",
        "Vaststellen",
        "nieuwe versies van overeenkomsten vaststellen",
        frozenset({DeskRole.LEGAL}),
    ),
    Section(
        "/beheer",
        "Beheer",
        "de opslag, reservekopieën en de staat van het systeem",
        frozenset({DeskRole.ADMIN}),
    ),
)
"""The sections in the order of the menu."""


def page(request: Request, view: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
    """The page that a view makes of some values; `view` is the name of a file in views/ without its suffix.

    A view knows besides its values: `person` (None before anybody made himself known), `sections` (of the menu),
    `here` (the path of the page), `theme`, `works` (how much long work this person has, finished or not), `status`,
    `is_answer` (to a form), and `just_done` (what was done before, if its address says so). A
    name that a view uses and nobody gives is an error. `ending` tells when the session of `person` ends, None where it
    does not within a day; `sign_in` is the address to sign in at and be back here.
    """
    person: Person | None = getattr(request.state, "person", None)
    sections = [each for each in SECTIONS if person and not person.roles.isdisjoint(each.roles)]
    text = _views().get_template(f"{view}.html.j2")
    theme = theme_in(request.app.state.settings.root)
    tasks = getattr(request.app.state, "tasks", None)  # there once the rooms are built
    works = len(tasks.of(person)) if tasks and person else 0
    ending = ending_for(request)
    around = {
        "person": person,
        "sections": sections,
        "here": request.url.path,
        "theme": theme,
        "works": works,
        "status": status,
        "ending": ending,
        "sign_in": sign_in_at(request),
        "is_answer": request.method == "POST",
        "just_done": said_in(request.query_params) if request.method == "GET" else "",
    }
    return HTMLResponse(text.render(around | values), status)


def is_partial(request: Request) -> bool:
    """Whether htmx asks, which wants a part of a page; without it the whole page is sent."""
    return request.headers.get("HX-Request") == "true"


@cache
def _views() -> Environment:
    views = Environment(
        loader=PackageLoader("soco_rules.web", "views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    views.filters |= {
        "in_woorden": encoded_as_dutch,
        "los": spaced,
        "zin": _sentence,
        "dag": _day,
        "jaardag": iso_day,
    }
    views.globals |= {"asset": asset, "version": soco_rules.__version__, "is_error": _is_error}
    return views


@cache
def asset(name: str) -> str:
    """The address of a file in static/, which changes when the file does, so that browsers may keep it."""
    return f"/static/{name}?v={sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def _sentence(text: str) -> str:
    """A message as it ends a sentence; most have no full stop."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _day(day: int) -> str:
    return as_dutch(day, Kind.DATE)


def _is_error(found: Diagnostic) -> bool:
    return found.is_error
