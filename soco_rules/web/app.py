"""The application: every page, guarded, on one ground."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from soco_rules.web import health
from soco_rules.web import home
from soco_rules.web import tasks
from soco_rules.web.access import routes as access
from soco_rules.web.access.entrance import entrance_for
from soco_rules.web.admin import routes as admin
from soco_rules.web.changes import routes as changes
from soco_rules.web.faults import add_faults
from soco_rules.web.ground import ground_for
from soco_rules.web.guard import add_guard
from soco_rules.web.health import Readiness
from soco_rules.web.legal import routes as legal
from soco_rules.web.months import routes as months
from soco_rules.web.pages import STATIC
from soco_rules.web.people import Identify
from soco_rules.web.policy import routes as policy
from soco_rules.web.settings import Settings
from soco_rules.web.theme import FOLDER
from soco_rules.web.worklist import routes as worklist

ROUTERS = (
    home.router,
    legal.router,
    access.router,
    admin.router,
    changes.router,
    health.router,
    months.router,
    policy.router,
    tasks.router,
    worklist.router,
)


def application(
    settings: Settings,
    identify: Identify | None = None,
    *,
    announce: Callable[[str], None] = lambda _: None,
) -> FastAPI:
    """The desk that is set up like this, for whoever its settings admit, or whoever `identify` knows.

    `announce` is told a new key for the user of this computer once the one of before was used.

    Raises:
        StoreError: the dossiers cannot be opened.
    """
    app = FastAPI(title="soco_rules", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.ground = ground_for(settings)
    app.state.entrance = entrance_for(settings, announce)
    app.state.identify = identify or app.state.entrance.identify
    app.state.tasks = tasks.Tasks()
    app.state.readiness = Readiness(app.state.ground)
    add_guard(app, settings)
    add_faults(app)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/thema", StaticFiles(directory=settings.root / FOLDER, check_dir=False), name="thema")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
