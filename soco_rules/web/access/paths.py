"""Where somebody goes on after signing in: a place of this desk, whatever an address asks for."""

from __future__ import annotations

from urllib.parse import urlsplit


def own_path(asked: str) -> str:
    """The path that was asked for, where it is one of this desk; else the first page."""
    if not asked.startswith("/") or asked.startswith("//") or "\\" in asked or not asked.isprintable():
        return "/"
    try:
        parts = urlsplit(asked)
    except ValueError:
        return "/"
    return asked if not parts.scheme and not parts.netloc and not parts.path.startswith("/aanmelden") else "/"
