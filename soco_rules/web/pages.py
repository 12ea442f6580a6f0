"""From a view and its values to a page."""

from __future__ import annotations

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
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import spaced
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person

STATIC = Path(__file__).parent / "static"

SECTIONS: tuple[tuple[str, str, frozenset[DeskRole]], ...] = (
    ("/werklijst", "Werklijst", frozenset({DeskRole.CASEWORKER})),
    ("/dossiers", "Dossiers", frozenset({DeskRole.CASEWORKER, DeskRole.LEGAL})),
    ("/maanden", "Maanden", frozenset({DeskRole.CASEWORKER})),
    ("/overeenkomsten", "Overeenkomsten", frozenset(DeskRole)),
    ("/voorstellen", "Voorstellen", frozenset({DeskRole.LEGAL})),
    ("/vaststellen", "Vaststellen", frozenset({DeskRole.LEGAL})),
    ("/beheer", "Beheer", frozenset({DeskRole.ADMIN})),
)
"""The sections in the menu: where each begins, what it is called, and for whom it is."""


def page(request: Request, view: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
    """The page that a view makes of some values; `view` is the name of a file in views/ without its suffix.

    A view knows besides its values: `person` (None before anybody made himself known), `sections` (of the menu) and
    `here` (the path of the page). A name that a view uses and nobody gives is an error.
    """
    person: Person | None = getattr(request.state, "person", None)
    sections = [
        (where, title) for where, title, roles in SECTIONS if person and not person.roles.isdisjoint(roles)
    ]
    text = _views().get_template(f"{view}.html.j2")
    around = {"person": person, "sections": sections, "here": request.url.path}
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
    views.filters |= {"in_woorden": encoded_as_dutch, "los": spaced}
    views.globals |= {"asset": asset, "version": soco_rules.__version__, "is_error": _is_error}
    return views


@cache
def asset(name: str) -> str:
    """The address of a file in static/, which changes when the file does, so that browsers may keep it."""
    return f"/static/{name}?v={sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def _is_error(found: Diagnostic) -> bool:
    return found.is_error
