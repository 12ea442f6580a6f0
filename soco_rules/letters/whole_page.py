"""The frame of a page in HTML that needs nothing beside itself."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing may be loaded or run."""


def whole_page(
    title: str, css: str, body: Iterable[str], *, policy: str = POLICY, is_concept: bool = False
) -> str:
    """The page, of which `body` has the lines; a browser that shows it keeps to `policy`."""
    lines = (
        "<!DOCTYPE html>",
        '<html lang="nl">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{css}</style>",
        "</head>",
        '<body class="concept">' if is_concept else "<body>",
        "<main>",
        *body,
        "</main>",
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"
