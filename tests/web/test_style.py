from __future__ import annotations

from itertools import accumulate

from soco_rules.web.pages import STATIC


def test_every_rule_of_the_style_sheet_is_closed() -> None:
    """A browser leaves out what comes after a rule that is not, and says nothing."""
    lines = (STATIC / "soco.css").read_text("utf-8").splitlines()
    depths = accumulate(line.count("{") - line.count("}") for line in lines)
    inside = [
        line
        for line, depth in zip(lines, [0, *depths], strict=False)
        if line and depth > 0 and not line.startswith((" ", "}"))
    ]

    assert [] == inside
