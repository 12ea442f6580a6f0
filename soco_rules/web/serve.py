"""Serving the desk until somebody stops it."""

from __future__ import annotations

import uvicorn
from fastapi import FastAPI


def serve(app: FastAPI, port: int, host: str = "127.0.0.1") -> None:
    """Serve an application until it is interrupted; no line of a log names what somebody asked for."""
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
