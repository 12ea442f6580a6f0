"""The style sheets of the desk close every rule that they open: a joined file may lose one without a word."""

from __future__ import annotations

import pytest

from soco_rules.web.pages import STATIC


@pytest.mark.parametrize("name", ["soco.css", "agreements.css"])
def test_a_style_sheet_closes_what_it_opens_before_the_next_heading(name: str) -> None:
    text = (STATIC / name).read_text("utf-8")
    parts = text.split("\n/* ")

    assert [] == [part.splitlines()[0] for part in parts if part.count("{") != part.count("}")]
