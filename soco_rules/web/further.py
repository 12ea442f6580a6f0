"""The rooms that are entered now and then, and take long to load: the other desks, what asks a solver, the API."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.datastructures import State

from soco_rules.web.admin import assigning
from soco_rules.web.admin import erasing
from soco_rules.web.admin import routes as admin
from soco_rules.web.api.app import api
from soco_rules.web.api.app import nothing_here
from soco_rules.web.casework import what_if
from soco_rules.web.changes import routes as changes
from soco_rules.web.legal import adopting_versions
from soco_rules.web.months import routes as months
from soco_rules.web.policy import routes as policy
from soco_rules.web.problems import BELOW
from soco_rules.web.rooms import sharing

ROUTERS = (
    adopting_versions.router,
    admin.router,
    assigning.router,
    erasing.router,
    changes.router,
    months.router,
    policy.router,
    what_if.router,
)


def further(state: State) -> FastAPI:
    """The rooms behind those of `letters`, with the state of the same desk."""
    app = sharing(state, ROUTERS)
    app.add_route(BELOW, nothing_here)
    app.mount(BELOW, api(state), name="api")
    return app
