"""The API as an application of its own, below the desk: its routes, its document, and its problems."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from fastapi import Depends
from fastapi import FastAPI
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.responses import Response
from starlette.datastructures import MutableHeaders
from starlette.datastructures import State
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from soco_rules.diagnostics import did_you_mean
from soco_rules.web.api import agreements
from soco_rules.web.api import decided
from soco_rules.web.api import deciding
from soco_rules.web.api import dossiers
from soco_rules.web.api import objecting
from soco_rules.web.api import proposing
from soco_rules.web.api import recording
from soco_rules.web.api import worklists
from soco_rules.web.api.document import document_of
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.sent import misshapen
from soco_rules.web.faults import add_faults
from soco_rules.web.ground import add_ground_faults
from soco_rules.web.problems import VERSION
from soco_rules.web.problems import Finding
from soco_rules.web.problems import problem

ROUTERS = (
    agreements.router,
    deciding.router,
    decided.router,
    dossiers.router,
    recording.router,
    proposing.router,
    worklists.router,
    objecting.router,
)
DOCUMENT = "/openapi.json"
_TOLD = 25
_SHOWN = 40
"""How many strange questions of an address are told, and how much of the name of each."""


def api(state: State) -> FastAPI:
    """The API on the ground of a desk, for whoever that desk knows; `state` is that of the desk."""
    app = FastAPI(
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        dependencies=[Depends(only_what_is_asked)],
    )
    app.state = state
    add_faults(app)
    add_ground_faults(app)
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(RequestValidationError, _misread)
    for router in ROUTERS:
        app.include_router(router)

    @lru_cache(maxsize=4)
    def document(address: str) -> dict[str, object]:
        return document_of(app, address, state.ground.settings.contact)

    @app.get(DOCUMENT, include_in_schema=False)
    def openapi(request: Request) -> Response:
        """The document, which anybody may read from any website."""
        address = f"{request.url.scheme}://{request.url.netloc}/"
        return JSONResponse(document(address), headers={"Access-Control-Allow-Origin": "*"})

    app.add_middleware(Versioned)
    return app


class Versioned:
    """Names the version of the API in every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request."""

        async def versioned(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).setdefault("API-Version", VERSION)
            await send(message)

        await self._app(scope, receive, versioned)


def only_what_is_asked(request: Request) -> None:
    """Refuse a question of an address that nobody reads: a day that is misspelled may not become today.

    Raises:
        ProblemError: the address asks something unknown, or something twice.
    """
    route = request.scope["route"]
    if not route.include_in_schema:
        return
    known = [each.alias for each in route.dependant.query_params]
    asked = Counter(name for name, _ in request.query_params.multi_items())
    strange = [name for name, times in asked.items() if name not in known or times > 1]
    if strange:
        raise ProblemError(400, findings=[_strange(name, known) for name in strange[:_TOLD]])


def _strange(name: str, known: list[str]) -> Finding:
    if name in known:
        return misshapen(f"'{name}' staat meer dan eens in het adres", remedy="noem het één keer")
    short = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
    remedy = did_you_mean(name[:_SHOWN], known, otherwise="laat het weg")
    return misshapen(f"dit adres kent geen '{short}'", remedy=remedy)


def nothing_here(request: Request) -> Response:
    """The problem of asking the API itself."""
    return problem(request, 404, detail="De API wordt beschreven in /v1/openapi.json.")


def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return problem(request, error.status, error.title, error.detail, error.findings)


def _misread(request: Request, error: Exception) -> Response:
    """What does not fit in a path names nothing; what does not fit in a query or header is a mistake."""
    assert isinstance(error, RequestValidationError)
    errors = error.errors()
    if any(each["loc"][0] == "path" for each in errors):
        return problem(request, 404)
    found = [misshapen(f"'{each['loc'][-1]}' in het adres of een kop klopt niet") for each in errors]
    return problem(request, 400, findings=found)
