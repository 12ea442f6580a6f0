"""The example on the page on mutations is what mutating finds."""

from __future__ import annotations

from pathlib import Path

from soco_rules.scenarios.mutation_report import mutation_text
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.scenarios.test_mutation import FEATURE
from tests.scenarios.test_mutation import mutated


def test_the_page_shows_what_mutating_finds(tmp_path: Path) -> None:
    page = (DOCS / "beleid/mutaties.md").read_text("utf-8")
    _, survivor, score = blocks(page, "text")
    examples, accepted = blocks(page, "gherkin")
    text = mutation_text(mutated(tmp_path))

    assert [] == [part for part in (survivor, score) if part.rstrip() not in text]
    assert examples in FEATURE
    assert "het getal is een aanname tot het convenant er is" in [
        one.accepted
        for many in mutated(tmp_path, FEATURE + accepted).examined.values()
        for one in many
        if one.accepted
    ]
