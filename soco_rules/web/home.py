"""The first page, and what is said about the desk itself."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import Response

from soco_rules.web.pages import page
from soco_rules.web.people import Who
from soco_rules.web.settings import SetUp

router = APIRouter()


@router.get("/")
def home(request: Request, person: Who) -> Response:
    """Where each role begins."""
    return page(request, "home", title="Uw werk", person=person)


@router.get("/toegankelijkheid")
def accessibility(request: Request, set_up: SetUp) -> Response:
    """What was tested for people who cannot see well or use no mouse; everybody may read it."""
    return page(request, "accessibility", title="Toegankelijkheid", contact=set_up.contact)
