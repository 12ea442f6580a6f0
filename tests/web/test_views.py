"""The views of the desk hold nothing that they do not use."""

from __future__ import annotations

import re

from soco_rules.web.pages import STATIC

VIEWS = STATIC.parent / "views"
_IMPORT = re.compile(r"\{% from '[^']+' import (.+?) (?:with context )?%\}")


def test_a_view_uses_every_macro_that_it_imports() -> None:
    texts = {str(view.relative_to(VIEWS)): view.read_text("utf-8") for view in sorted(VIEWS.rglob("*.j2"))}
    unused = [
        (view, name)
        for view, text in texts.items()
        for found in _IMPORT.finditer(text)
        for name in (each.split()[-1] for each in found[1].split(","))
        if len(re.findall(rf"\b{name}\b", text)) < 2
    ]

    assert [] == unused
