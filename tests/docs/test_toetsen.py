"""The page about testing names what `soco toets` has, and says of coverage what it says."""

from __future__ import annotations

from pathlib import Path

from soco_rules.cli.main import soco
from soco_rules.diagnostics import Span
from soco_rules.scenarios.coverage import Reach
from soco_rules.scenarios.coverage import Sort
from soco_rules.scenarios.coverage import told
from soco_rules.suggesting.feature import as_text
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.docs.pages import code_words
from tests.docs.pages import table_under
from tests.suggesting.test_suggest import proposed_for
from tests.suggesting.test_suggest import square

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


def test_the_proposal_on_the_page_is_one_that_is_made(tmp_path: Path) -> None:
    (proposal,) = blocks(PAGE, "gherkin")

    assert proposal in as_text(proposed_for(square(tmp_path)))
