"""What a person sent with a form, read up to a size that no form of the desk needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends
from fastapi import Request
from starlette.exceptions import HTTPException

LARGEST = 6_000_000
"""Bytes of a form: the largest text that may be edited, with a sign for which three are sent here and there."""
MOST_FIELDS = 2_000


async def filled_in(request: Request) -> Mapping[str, str]:
    """The fields of a form; of a name that is there twice the last counts.

    Raises:
        HTTPException: it is too large, or no form.
    """
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise HTTPException(413)
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise HTTPException(400) from None
    return dict(pairs)


Filled = Annotated[Mapping[str, str], Depends(filled_in)]


def text_of(form: Mapping[str, str], name: str) -> str:
    """A text of several lines as it is kept: a browser sends each line end as two signs."""
    return form.get(name, "").replace("\r\n", "\n").replace("\r", "\n")
