"""The rooms in which letters are read and signed: those of a dossier, and the desk of the lawyer."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.datastructures import State

from soco_rules.web.casework import letters as of_dossiers
from soco_rules.web.legal import made_known
from soco_rules.web.legal import objections
from soco_rules.web.legal import routes as proposals
from soco_rules.web.legal import signing_pages
from soco_rules.web.rooms import sharing

ROUTERS = (of_dossiers.router, proposals.router, made_known.router, objections.router, signing_pages.router)


def letters(state: State) -> FastAPI:
    """The rooms behind those of `rooms`, with the state of the same desk; behind these are the further ones."""
    return sharing(state, ROUTERS, state.further)
