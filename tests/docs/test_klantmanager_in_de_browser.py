"""What the page for caseworkers calls by name in the browser has that name on the desk."""

from __future__ import annotations

import re
from pathlib import Path

import soco_rules.web
from tests.docs.pages import DOCS

_VIEWS = Path(soco_rules.web.__file__).parent
_NAMED = re.compile("‘([^’]+)’")


def test_every_name_in_the_text_stands_on_a_page() -> None:
    _, _, section = (DOCS / "klantmanager.md").read_text("utf-8").partition("\n## In de browser\n")
    desk = "".join(
        path.read_text("utf-8") for kind in ("j2", "py") for path in sorted(_VIEWS.rglob(f"*.{kind}"))
    )
    named = _NAMED.findall(" ".join(section.split()))

    assert (True, []) == (len(named) > 10, [name for name in named if name not in desk])
