"""A line for every request and for every fault of the program, with nothing of a person or a case in it."""

from __future__ import annotations

import json
import logging
import secrets
import time
import traceback
from collections.abc import Mapping
from datetime import UTC
from datetime import datetime
from typing import Any

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from soco_rules.web.faults import fault
from soco_rules.web.health import PROBES

LOGGER = logging.getLogger("soco.web")
_EXTRA = "said"
_SIDE = 60
"""How many places of a trail are told from either side: what calls itself without end comes by a thousand."""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Logged:
    """Writes what was asked by the template of its path, and makes a page of what nobody foresaw."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name, began, status, is_whole = secrets.token_hex(8), time.perf_counter(), 0, False
        scope.setdefault("state", {})["mark"] = name

        async def watched(message: Message) -> None:
            nonlocal status, is_whole
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = name
            is_whole = message["type"] == "http.response.body" and not message.get("more_body", False)
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 # whatever it is, a person gets a page
            LOGGER.error("fout", extra={_EXTRA: _of_request(scope) | _of_error(error)})  # noqa: TRY400 # the text of an error may repeat a case
            if status and not is_whole:  # half an answer went out: the connection has to break
                raise HalfAnsweredError from None
            if not status:
                await fault(Request(scope), 500)(scope, receive, watched)
        finally:
            if scope["path"] not in PROBES:
                said = {"status": status, "ms": round((time.perf_counter() - began) * 1000)}
                LOGGER.info("verzoek", extra={_EXTRA: _of_request(scope) | said})


class HalfAnsweredError(Exception):
    """An answer that had begun cannot be finished; what went wrong was logged already."""


class Lines(logging.Formatter):
    """One JSON object for each line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; of an error that another library logs only its kind and its place."""
        said: dict[str, Any] = getattr(record, _EXTRA, None) or {"naam": record.name}
        if record.exc_info and record.exc_info[1] is not None and "soort" not in said:
            said = said | _of_error(record.exc_info[1])
        moment = datetime.fromtimestamp(record.created, tz=UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        what = record.getMessage() if _EXTRA in vars(record) or not record.exc_info else "fout"
        return json.dumps(
            {"tijd": moment, "niveau": record.levelname, "wat": what} | said, ensure_ascii=False
        )


def log_refusal(request: Request, what: str, **said: str) -> None:
    """Write why a request was refused, for who runs the desk: only codes and fixed sentences, nothing that was sent."""
    LOGGER.warning(what, extra={_EXTRA: _of_request(request.scope) | said})


def log_change(what: str, now: Mapping[str, str], before: Mapping[str, str]) -> None:
    """Write what lacks now, where that is another thing than before; that nothing lacks any more is written too."""
    if now != before:
        level = logging.WARNING if any(now.values()) else logging.INFO
        LOGGER.log(level, what, extra={_EXTRA: {name: lacking or "ja" for name, lacking in now.items()}})


def _of_request(scope: Scope) -> dict[str, Any]:
    state = scope.get("state", {})
    person = state.get("person")
    return {
        "verzoek": state.get("mark", "-"),
        "methode": scope["method"] if scope["method"] in _METHODS else "-",
        "pad": _template_in(scope),
        "rol": ",".join(sorted(person.roles)) if person else "-",
    }


def _template_in(scope: Scope) -> str:
    """The template of the path, from the first page on; `-` where the path is none of the desk."""
    path: str | None = getattr(scope.get("route"), "path", None)
    return "-" if path is None else f"{scope.get('root_path', '')}{path}"


def log_failure(kind: str, trail: list[str]) -> None:
    """Write that work in another process failed: the kind of error, and where."""
    LOGGER.error("fout", extra={_EXTRA: {"soort": kind, "spoor": trail}})


def trail_of(error: BaseException) -> list[str]:
    """The places that an error came by, without its text; of very many the first and the last."""
    trail = [
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    return trail if len(trail) <= 2 * _SIDE else [*trail[:_SIDE], "...", *trail[-_SIDE:]]


def _of_error(error: BaseException) -> dict[str, Any]:
    return {"soort": type(error).__name__, "spoor": trail_of(error)}
