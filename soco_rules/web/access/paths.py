"""Where somebody goes on after signing in: a place of this desk, whatever an address asks for."""

from __future__ import annotations

from urllib.parse import quote
from urllib.parse import urlencode
from urllib.parse import urlsplit
from urllib.parse import urlunsplit

from fastapi import Request

from soco_rules.web.done import PARAMETER

_LONGEST = 1000
"""Signs of an address: it goes along in a cookie, of which a browser keeps no more than four thousand."""
_READING = frozenset({"GET", "HEAD"})


def own_path(asked: str) -> str:
    """The path that was asked for with its question, where it is one of this desk; else the first page."""
    if not asked.startswith("/") or asked.startswith("//") or "\\" in asked or not asked.isprintable():
        return "/"
    try:
        parts = urlsplit(asked)
    except ValueError:
        return "/"
    if parts.scheme or parts.netloc or parts.path.startswith("/aanmelden"):
        return "/"
    return next((each for each in (asked, parts.path) if len(each) <= _LONGEST), "/")


def sign_in_at(request: Request) -> str:
    """The address to sign in at, after which somebody is back on the page that he was on."""
    return f"/aanmelden?{urlencode({'terug': place_of(request)})}"


def place_of(request: Request) -> str:
    """The page that somebody is on: what was asked, or where the form or the part of a page stands that was asked.

    What was done just before is said once, so that is left out of its question.
    """
    asked = quote(request.url.path)
    if request.url.query:
        asked += f"?{request.url.query}"
    if request.method not in _READING:
        asked = _own_page(request, "Referer") or "/"
    else:
        asked = _own_page(request, "HX-Current-URL") or asked
    parts = urlsplit(own_path(asked))
    question = "&".join(each for each in parts.query.split("&") if not each.startswith(f"{PARAMETER}="))
    return urlunsplit(parts._replace(query=question, fragment=""))


def _own_page(request: Request, header: str) -> str:
    """The page of this desk that a header of the browser names; empty where it names none."""
    try:
        parts = urlsplit(request.headers.get(header, ""))
    except ValueError:
        return ""
    is_own = parts.netloc and parts.netloc == request.headers.get("Host")
    return urlunsplit(("", "", parts.path, parts.query, "")) if is_own else ""
