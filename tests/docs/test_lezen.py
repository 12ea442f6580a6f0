"""The page about `soco lees`: its table of sentences is what the command writes."""

from __future__ import annotations

import pytest

from soco_rules.letters.tree import text_of
from soco_rules.model.values import Kind
from soco_rules.reading.sentences import inline
from soco_rules.reading.words import BUILT_IN
from soco_rules.reading.words import Lexicon
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.docs.pages import table_under
from tests.reading.reread import line_read
from tests.reading.reread import parsed
from tests.reading.trees import without_places

PAGE = (DOCS / "beleid" / "lezen.md").read_text("utf-8")
WORDS = Lexicon(
    {
        **BUILT_IN,
        **dict.fromkeys(("toestemming_gemeente", "in_schuldsanering", "arbeidsongeschikt"), Kind.YES_NO),
        **dict.fromkeys(("leefvorm", "uitkering"), Kind.CHOICE),
        **dict.fromkeys(("omzet", "loon"), Kind.MONEY),
        "geboortedatum": Kind.DATE,
    }
)
ROWS = [(rule.strip("`"), text) for rule, text in table_under(PAGE, "| in het regelbestand ")]


@pytest.mark.parametrize(("rule", "text"), ROWS)
def test_a_rule_is_read_as_the_page_says_and_back(rule: str, text: str) -> None:
    words = inline(parsed(rule), WORDS)

    assert (text, without_places(parsed(rule))) == (text_of(words), without_places(line_read(words)))


def test_the_page_shows_the_command() -> None:
    assert all(
        line.startswith("$ soco lees ") for block in blocks(PAGE, "console") for line in block.splitlines()
    )
