"""Everything behind the entrance: the desks of the roles and the API, on one ground."""

from __future__ import annotations

from fastapi import Depends
from fastapi import FastAPI
from starlette.datastructures import State

from soco_rules.decide import SecondCalculator
from soco_rules.web import readiness
from soco_rules.web import tasks
from soco_rules.web import working
from soco_rules.web.access.opening import opened
from soco_rules.web.admin import assigning
from soco_rules.web.admin import routes as admin
from soco_rules.web.api.app import api
from soco_rules.web.api.app import nothing_here
from soco_rules.web.casework import routes as casework
from soco_rules.web.changes import routes as changes
from soco_rules.web.faults import add_faults
from soco_rules.web.ground import add_ground_faults
from soco_rules.web.ground import ground_for
from soco_rules.web.legal import adopting_versions
from soco_rules.web.legal import kept
from soco_rules.web.legal import made_known
from soco_rules.web.legal import routes as legal
from soco_rules.web.legal import signing_pages
from soco_rules.web.months import routes as months
from soco_rules.web.policy import routes as policy
from soco_rules.web.problems import BELOW
from soco_rules.web.worklist import routes as worklist

ROUTERS = (
    adopting_versions.router,
    admin.router,
    assigning.router,
    *casework.ROUTERS,
    changes.router,
    legal.router,
    made_known.router,
    signing_pages.router,
    months.router,
    policy.router,
    readiness.router,
    working.router,
    worklist.router,
)


def rooms(state: State, second: SecondCalculator) -> FastAPI:
    """The rooms of a desk of which the entrance stands; both share their state.

    Raises:
        StoreError: the dossiers cannot be opened.
    """
    app = FastAPI(title="soco_rules", docs_url=None, redoc_url=None, openapi_url=None)
    app.state = state
    state.ground = ground_for(state.settings, second)
    state.tasks = tasks.Tasks(state.settings.limits.work)
    state.kept = kept.Kept()
    state.readiness = readiness.Readiness(state.ground)
    add_faults(app)
    add_ground_faults(app)
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(opened)])
    app.add_route(BELOW, nothing_here)
    app.mount(BELOW, api(state), name="api")
    return app
