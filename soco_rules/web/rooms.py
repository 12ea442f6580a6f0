"""The rooms that people enter all day: the desks of caseworkers and lawyers, and behind them all others."""

from __future__ import annotations

from fastapi import Depends
from fastapi import FastAPI
from starlette.datastructures import State

from soco_rules.decide import SecondCalculator
from soco_rules.web import readiness
from soco_rules.web import tasks
from soco_rules.web import working
from soco_rules.web.access.opening import opened
from soco_rules.web.behind import Behind
from soco_rules.web.casework import routes as casework
from soco_rules.web.faults import add_faults
from soco_rules.web.ground import add_ground_faults
from soco_rules.web.ground import ground_for
from soco_rules.web.kept import Kept
from soco_rules.web.legal import made_known
from soco_rules.web.legal import routes as legal
from soco_rules.web.legal import signing_pages
from soco_rules.web.worklist import routes as worklist

ROUTERS = (
    *casework.ROUTERS,
    legal.router,
    made_known.router,
    signing_pages.router,
    readiness.router,
    working.router,
    worklist.router,
)


def rooms(state: State, second: SecondCalculator) -> FastAPI:
    """The rooms of a desk of which the entrance stands; all of them share its state.

    Raises:
        StoreError: the dossiers cannot be opened.
    """
    app = FastAPI(title="soco_rules", docs_url=None, redoc_url=None, openapi_url=None)
    app.state = state
    state.ground = ground_for(state.settings, second)
    state.tasks = tasks.Tasks(state.settings.limits.work)
    state.kept = Kept()
    state.readiness = readiness.Readiness(state.ground)
    state.further = Behind(lambda: _further(state))
    add_faults(app)
    add_ground_faults(app)
    working.add_lost(app)
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(opened)])
    app.router.default = state.further  # only for an address that is not here: a wrong method is refused here
    return app


def _further(state: State) -> FastAPI:
    # A page of a dossier does not wait for what only other desks need.
    from soco_rules.web.further import further  # noqa: PLC0415

    return further(state)
