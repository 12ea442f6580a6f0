"""The page about testing names what `soco toets` has, and says of coverage what it says."""

from __future__ import annotations

from soco_rules.cli.main import soco
from soco_rules.diagnostics import Span
from soco_rules.scenarios.coverage import Reach
from soco_rules.scenarios.coverage import Sort
from soco_rules.scenarios.coverage import told
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.docs.pages import code_words
from tests.docs.pages import table_under

PAGE = (DOCS / "beleid" / "toetsen.md").read_text("utf-8")


def test_the_page_has_the_sentence_of_every_sort() -> None:
    def sentence(sort: Sort) -> str:
        return told(Reach(sort, "naam", "begrip", Span("x"), reached=False, decided=False))

    assert [(sort.value, sentence(sort)) for sort in Sort] == [
        (row[0], row[1]) for row in table_under(PAGE, "| wat | melding")
    ]


def test_the_options_on_the_page_exist() -> None:
    words = " ".join((*code_words(PAGE), *blocks(PAGE, "text"))).split()
    known = {option for each in soco.commands["toets"].params for option in each.opts}

    assert set() == {word for word in words if word.startswith("--")} - known
