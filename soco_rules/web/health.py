"""Whether the desk runs: for who watches over it, and without anything of a person."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from fastapi.responses import Response

ALIVE = "/gezond"
READY = "/gereed"
PROBES = (ALIVE, READY)

router = APIRouter()


@router.get(ALIVE)
async def alive() -> Response:
    """The process answers, also while every thread is at work."""
    return PlainTextResponse("gezond\n")
