"""The rooms that are entered now and then, and take long to load: the other desks, what asks a solver, the API."""

from __future__ import annotations

from fastapi import Depends
from fastapi import FastAPI
from starlette.datastructures import State

from soco_rules.web.access.opening import opened
from soco_rules.web.admin import assigning
from soco_rules.web.admin import erasing
from soco_rules.web.admin import routes as admin
from soco_rules.web.api.app import api
from soco_rules.web.api.app import nothing_here
from soco_rules.web.casework import what_if
from soco_rules.web.changes import routes as changes
from soco_rules.web.faults import add_faults
from soco_rules.web.ground import add_ground_faults
from soco_rules.web.legal import adopting_versions
from soco_rules.web.months import routes as months
from soco_rules.web.policy import routes as policy
from soco_rules.web.problems import BELOW

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
    """The rooms behind those of `rooms`, with the state of the same desk."""
    app = FastAPI(title="soco_rules", docs_url=None, redoc_url=None, openapi_url=None)
    app.state = state
    add_faults(app)
    add_ground_faults(app)
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(opened)])
    app.add_route(BELOW, nothing_here)
    app.mount(BELOW, api(state), name="api")
    return app
