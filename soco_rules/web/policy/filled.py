"""What a person sent with a form about an agreement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends
from fastapi import Request
from starlette.exceptions import HTTPException

LARGEST = 8_000_000
"""Bytes of a form: the largest text that may be edited, with signs for which three are sent."""
MOST_FIELDS = 2_000


async def filled_in(request: Request) -> Mapping[str, str]:
    """The fields of a form; of a name that is there twice the last counts.

    Raises:
        HTTPException: it is no form.
    """
    body = await request.body()
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
