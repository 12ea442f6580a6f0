"""The style sheets of the desk close every rule that they open: a joined file may lose one without a word."""

from __future__ import annotations

from itertools import accumulate

import pytest

from soco_rules.web.pages import STATIC


@pytest.mark.parametrize("name", ["soco.css", "agreements.css"])
def test_every_rule_of_a_style_sheet_is_closed_before_the_next(name: str) -> None:
    lines = (STATIC / name).read_text("utf-8").splitlines()
    depths = list(accumulate(line.count("{") - line.count("}") for line in lines))
    inside = [
        line
        for line, depth in zip(lines, [0, *depths], strict=False)
        if line and depth > 0 and not line.startswith((" ", "}"))
    ]

    assert ([], 0) == (inside, depths[-1])
