"""The application: every page, guarded, on one ground."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from soco_rules.web import home
from soco_rules.web import tasks
from soco_rules.web.changes import routes as changes
from soco_rules.web.faults import add_faults
from soco_rules.web.ground import ground_for
from soco_rules.web.guard import add_guard
from soco_rules.web.months import routes as months
from soco_rules.web.pages import STATIC
from soco_rules.web.people import Identify
from soco_rules.web.settings import Settings
from soco_rules.web.theme import FOLDER
from soco_rules.web.worklist import routes as worklist

ROUTERS = (home.router, tasks.router, worklist.router, months.router, changes.router)


def application(settings: Settings, identify: Identify) -> FastAPI:
    """The desk that is set up like this, for whoever `identify` knows.

    Raises:
        StoreError: the dossiers cannot be opened.
    """
    app = FastAPI(title="soco_rules", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.ground = ground_for(settings)
    app.state.identify = identify
    app.state.tasks = tasks.Tasks()
    add_guard(app)
    add_faults(app)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/thema", StaticFiles(directory=settings.root / FOLDER, check_dir=False), name="thema")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
