"""The application: the entrance and the first page at once, and behind them the rooms."""

from __future__ import annotations

from collections.abc import AsyncIterator
from collections.abc import Callable
from contextlib import ExitStack
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.routing import Mount

from soco_rules.web import health
from soco_rules.web import home
from soco_rules.web.access import routes as access
from soco_rules.web.access.entrance import entrance_for
from soco_rules.web.behind import Behind
from soco_rules.web.faults import add_faults
from soco_rules.web.guard import add_guard
from soco_rules.web.pages import STATIC
from soco_rules.web.people import Identify
from soco_rules.web.settings import Settings
from soco_rules.web.theme import FOLDER

IN_FRONT = (access.router, health.router, home.router)


class _Theme(StaticFiles):
    """The files of a theme, of which the folder need not be there."""

    async def check_config(self) -> None:
        """Ask nothing: without a folder no file is found."""


def application(
    settings: Settings,
    identify: Identify | None = None,
    *,
    announce: Callable[[str], None] = lambda _: None,
    apart: bool = False,
) -> FastAPI:
    """The desk that is set up like this, for whoever its settings admit, or whoever `identify` knows.

    `announce` is told a new key for the user of this computer once the one of before was used. The rooms are built when
    somebody enters one, or by `state.rooms.built()`, which raises a `StoreError` where the dossiers cannot be opened.
    With `apart` the second calculator runs in processes of its own, which end with the application.
    """
    ending = ExitStack()

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        with ending:
            yield

    app = FastAPI(title="soco_rules", docs_url=None, redoc_url=None, openapi_url=None, lifespan=living)
    app.state.settings = settings
    app.state.entrance = entrance_for(settings, announce)
    app.state.identify = identify or app.state.entrance.identify
    app.state.rooms = Behind(lambda: _rooms(app, ending if apart else None))
    add_guard(app, settings)
    add_faults(app)
    for router in IN_FRONT:
        app.include_router(router)
    app.mount("/thema", _Theme(directory=settings.root / FOLDER, check_dir=False), name="thema")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.router.routes.append(Mount("", app.state.rooms))
    return app


def _rooms(app: FastAPI, ending: ExitStack | None) -> FastAPI:
    # The first page does not wait for what only the rooms need, and the second calculator starts meanwhile.
    from soco_rules.backends.durable import apart  # noqa: PLC0415
    from soco_rules.backends.durable import prepare  # noqa: PLC0415

    second = prepare if ending is None else ending.enter_context(apart())
    from soco_rules.web.rooms import rooms  # noqa: PLC0415

    return rooms(app.state, second)
