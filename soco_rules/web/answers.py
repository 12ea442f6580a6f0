"""The page that answers a form gets an address of its own, so that going back to it gives that page again.

A browser keeps no page of this desk (`no-store`), and the answer to a form it could only have again by sending that
form again. So where a page answers a form that a browser sent, that page is kept for who sent it, and the browser is
led to it with a word that says nothing of what is in it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import Response
from starlette.datastructures import Headers
from starlette.types import ASGIApp
from starlette.types import Message
from starlette.types import Receive
from starlette.types import Scope
from starlette.types import Send

from soco_rules.web.kept import Kept
from soco_rules.web.people import Identify
from soco_rules.web.people import Person

PARAMETER = "gestuurd"
LARGEST = 500_000
"""Bytes, packed, of a page that is kept; a larger one is sent as it is, and cannot be come back to."""
_SEE_OTHER, _NO_PAGE = 303, 405
_OWN_TO_ONE_ANSWER = frozenset({"set-cookie", "content-length"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, its body packed where it is kept."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    @property
    def is_page(self) -> bool:
        """Whether a person reads it: no file, no way on, and no fault of ours."""
        is_html = Headers(raw=list(self.headers)).get("Content-Type", "").startswith("text/html")
        return is_html and (200 <= self.status < 300 or 400 <= self.status < 500)

    def parted(self) -> tuple[tuple[tuple[bytes, bytes], ...], tuple[tuple[bytes, bytes], ...]]:
        """The cookies that it sets, and the headers that tell what it is."""
        cookies = tuple(each for each in self.headers if each[0].lower() == b"set-cookie")
        others = tuple(each for each in self.headers if each[0].lower().decode() not in _OWN_TO_ONE_ANSWER)
        return cookies, others


class Answers:
    """Keeps the page that answers a form of a browser, and gives it to who comes back for it.

    Of who comes back the page is asked first as it is now: so nobody comes back to what he may not see any more, or to
    what is gone, and that somebody reads it is recorded as ever.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: Kept[Answer] = Kept()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        identify: Identify = scope["app"].state.identify
        word = request.query_params.get(PARAMETER, "")
        # Scripts and machines read an answer where it is; only a browser that goes to a page has a way back.
        if request.method == "POST" and request.headers.get("Sec-Fetch-Mode") == "navigate":
            answer = self._led(request, await self._asked(scope, receive))
        elif request.method == "GET" and word:
            now = await self._asked(scope, receive)
            person = getattr(request.state, "person", None) or identify(request)
            answer = self._come_back(request.url.path, word, person, now)
        else:
            await self._app(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": answer.status, "headers": list(answer.headers)})
        await send({"type": "http.response.body", "body": answer.body})

    async def _asked(self, scope: Scope, receive: Receive) -> Answer:
        """The whole answer to a request."""
        begun: Message = {}
        body = bytearray()

        async def taken(message: Message) -> None:
            if message["type"] == "http.response.start":
                begun.update(message)
            else:
                body.extend(message.get("body", b""))

        await self._app(scope, receive, taken)
        return Answer(begun["status"], tuple(begun["headers"]), bytes(body))

    def _led(self, request: Request, answer: Answer) -> Answer:
        """The way to a page that is kept, in its place; what is no page, or nobody's, as it is."""
        person: Person | None = getattr(request.state, "person", None)
        if person is None or not answer.is_page:
            return answer
        packed = zlib.compress(answer.body)
        if len(packed) > LARGEST:
            return answer
        cookies, others = answer.parted()
        word = self._kept.keep(person, request.url.path, Answer(answer.status, others, packed))
        address = request.url.include_query_params(**{PARAMETER: word})
        query = f"?{address.query}" if address.query else ""
        way = Response(status_code=_SEE_OTHER, headers={"Location": f"{address.path}{query}"})
        return Answer(way.status_code, (*way.raw_headers, *cookies), b"")

    def _come_back(self, path: str, word: str, person: Person | None, now: Answer) -> Answer:
        """The page that was kept, for who still may see what stands there now, or where only forms are sent to."""
        may_see = now.status in {200, _NO_PAGE}
        kept = self._kept.find(person, path, word) if person and may_see else None
        if kept is None:
            return now
        body = zlib.decompress(kept.body)
        length = (b"content-length", str(len(body)).encode())
        return Answer(kept.status, (*kept.headers, length, *now.parted()[0]), body)
