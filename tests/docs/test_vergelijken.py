"""The page about comparing: its example is what comes out, its options and verdicts are those that there are."""

from __future__ import annotations

import re

from soco_rules.cli.main import soco
from soco_rules.comparing.findings import Ruling
from soco_rules.comparing.outcomes import MOST_CASES
from soco_rules.comparing.words import in_words
from tests.comparing.villages import changed
from tests.comparing.villages import compared
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.docs.pages import code_words
from tests.docs.pages import table_under

PAGE = (DOCS / "beleid" / "vergelijken.md").read_text("utf-8")


def test_the_example_is_what_comes_out() -> None:
    told = in_words(compared(changed(("waarde: 10%", "waarde: 12%"))))

    (example,) = blocks(PAGE, "text")
    assert "\n".join(line.strip() for line in example.strip().splitlines()) in "\n".join(
        line.strip() for line in told.splitlines()
    )


def test_the_verdicts_are_those_that_there_are() -> None:
    assert [ruling.value for ruling in Ruling] == [row[0] for row in table_under(PAGE, "| Oordeel")]


def test_the_options_on_the_page_exist() -> None:
    words = " ".join((*code_words(PAGE), *blocks(PAGE, "console"))).split()
    known = {option for each in soco.commands["vergelijk"].params for option in each.opts}

    assert set() == {word for word in words if word.startswith("--")} - known


def test_the_number_of_cases_is_that_of_the_code() -> None:
    number = re.search(r"Meer dan (\w+) manieren", PAGE)

    assert number
    assert ("acht", 8) == (number[1], MOST_CASES)
