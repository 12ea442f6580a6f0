"""How much the desk takes on at a time, and from one person."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import Response
from starlette.types import ASGIApp
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from soco_rules.web.access.entrance import entrance_of
from soco_rules.web.faults import fault
from soco_rules.web.health import PROBES
from soco_rules.web.settings import Limits

_REMEMBERED = 10_000


class Crowd:
    """Turns away what comes while `at_once` requests are being answered, so that those are."""

    def __init__(self, app: ASGIApp, at_once: int) -> None:
        self._app = app
        self._at_once = at_once
        self._busy = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, or say that it is too busy."""
        if scope["type"] != "http" or scope["path"] in PROBES:
            await self._app(scope, receive, send)
            return
        if self._busy >= self._at_once:
            await _later(Request(scope), 503, "Het is nu te druk", 5)(scope, receive, send)
            return
        self._busy += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._busy -= 1


class Rates:
    """Turns away who asks more in a minute than a person can."""

    def __init__(self, app: ASGIApp, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._asking = Rate(limits.per_minute, clock)
        self._entering = Rate(limits.sign_ins, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, or say when to come back."""
        if scope["type"] != "http" or scope["path"] in PROBES or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        address = request.client.host if request.client else ""
        if scope["path"].startswith("/aanmelden"):
            wait = self._entering.take(address)
        else:
            wait = self._asking.take(entrance_of(request).mark_of(request) or address)
        answer = _later(request, 429, "", wait) if wait else self._app
        await answer(scope, receive, send)


class Shares:
    """Turns away who has as much being answered as one person may, so that others keep their turn and their thread.

    Of people who did not sign in only the address is known, which many can share: a quarter of all is for one.
    """

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app = app
        self._limits = limits
        self._busy: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, or say that the others come first."""
        if scope["type"] != "http" or scope["path"] in PROBES or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        mark = entrance_of(request).mark_of(request)
        who = mark or (request.client.host if request.client else "")
        if self._busy[who] >= (self._limits.of_one if mark else max(self._limits.at_once // 4, 1)):
            await _later(request, 429, "U vraagt te veel tegelijk", 5)(scope, receive, send)
            return
        self._busy[who] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._busy[who] -= 1
            if not self._busy[who]:
                del self._busy[who]


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Rate:
    """So many a minute for each of many, as fast as they like until those are used up."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody; of very many the least recent are forgotten."""
        self._most = per_minute
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, who: str) -> int:
        """Use one; else the whole seconds until there is one again. 0 means that it was used."""
        now = self._clock()
        bucket = self._buckets.pop(who, None) or _Bucket(self._most, now)
        self._buckets[who] = bucket
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        bucket.left = min(self._most, bucket.left + (now - bucket.at) * self._most / 60)
        bucket.at = now
        if bucket.left < 1:
            return math.ceil((1 - bucket.left) * 60 / self._most)
        bucket.left -= 1
        return 0


def _later(request: Request, status: int, title: str, seconds: int) -> Response:
    span = "1 seconde" if seconds == 1 else f"{seconds} seconden"
    answer = fault(request, status, title, f"Probeer het over {span} opnieuw. Er is niets vastgelegd.")
    answer.headers["Retry-After"] = str(seconds)
    return answer
