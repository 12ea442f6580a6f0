"""The rooms that people enter all day: dossiers with their besluiten and the work list; behind them all others."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter
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
from soco_rules.web.worklist import routes as worklist

ROUTERS = (*casework.ROUTERS, readiness.router, working.router, worklist.router)


def rooms(state: State, second: SecondCalculator) -> FastAPI:
    """The rooms of a desk of which the entrance stands; all of them share its state.

    Raises:
        StoreError: the dossiers cannot be opened.
    """
    state.ground = ground_for(state.settings, second)
    state.tasks = tasks.Tasks(state.settings.limits.work)
    state.kept = Kept()
    state.readiness = readiness.Readiness(state.ground)
    state.letters = Behind(lambda: _letters(state))
    state.further = Behind(lambda: _further(state))
    app = sharing(state, ROUTERS, state.letters)
    working.add_lost(app)
    return app


def sharing(state: State, routers: Iterable[APIRouter], behind: Behind | None = None) -> FastAPI:
    """An application with the state of a desk; an address that is not here is asked of the one behind it."""
    app = FastAPI(title="soco_rules", docs_url=None, redoc_url=None, openapi_url=None)
    app.state = state
    add_faults(app)
    add_ground_faults(app)
    for router in routers:
        app.include_router(router, dependencies=[Depends(opened)])
    if behind is not None:
        app.router.default = behind  # only for an address that is not here: a wrong method is refused here
    return app


def _letters(state: State) -> FastAPI:
    # A page of a besluit does not wait for what only letters need.
    from soco_rules.web.letters import letters  # noqa: PLC0415

    return letters(state)


def _further(state: State) -> FastAPI:
    # A page of a dossier does not wait for what only other desks need.
    from soco_rules.web.further import further  # noqa: PLC0415

    return further(state)
