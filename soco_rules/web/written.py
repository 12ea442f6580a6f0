"""A file that was written for a person, as the answer to a request."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import PurePath

from fastapi.responses import Response

_MEDIA = {
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


def as_answer(name: str, content: bytes, *, to_look_at: bool = False) -> Response:
    """The file to look at where it is a page, and else to keep. A page that stands on its own may use its own style.

    With `to_look_at` a browser shows another file too, if it can.
    """
    suffix = PurePath(name).suffix
    answer = Response(content, media_type=_MEDIA[suffix])
    if suffix == ".html":
        answer.headers["Content-Security-Policy"] = _policy(content)
        answer.headers["X-Frame-Options"] = "SAMEORIGIN"
    else:
        way = "inline" if to_look_at else "attachment"
        answer.headers["Content-Disposition"] = f'{way}; filename="{name}"'
    return answer


def _policy(content: bytes) -> str:
    """Nothing may be loaded or run; of the styles only those that stand in the page, by their hash."""
    styles = (hashlib.sha256(style).digest() for style in _STYLE.findall(content))
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in styles)
    return f"default-src 'none'; style-src {hashes or chr(39) + 'none' + chr(39)}; img-src data:; frame-ancestors 'self'"
