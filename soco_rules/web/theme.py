"""The look of a municipality: a theme of the NL Design System in the folder `thema/` of the workspace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = "thema"
STYLE, LOGO = "thema.css", "logo.svg"
_CLASS = re.compile(r"\.([a-z0-9-]+-theme)\b")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: the class that its tokens hang on, and which files the municipality has of its own."""

    name: str
    has_style: bool
    has_logo: bool


SHIPPED = Theme("voorbeeld-theme", has_style=False, has_logo=False)
"""The free example of the NL Design System, where a municipality has no theme of its own."""


def theme_in(root: Path) -> Theme:
    """The theme of a workspace. A style that has no class of a theme adds to the one that is shipped."""
    style, logo = root / FOLDER / STYLE, root / FOLDER / LOGO
    named = _CLASS.search(style.read_text("utf-8", "replace")) if style.is_file() else None
    return Theme(named[1] if named else SHIPPED.name, style.is_file(), logo.is_file())
