"""The page for caseworkers shows what `soco besluit --wat-als` says, and names every way in which a fact can change."""

from __future__ import annotations

import shlex

import pytest

from soco_rules.cli.main import main
from soco_rules.model.agreement import Changeable
from tests.docs.pages import DOCS
from tests.docs.pages import ROOT
from tests.docs.pages import blocks
from tests.docs.pages import table_under

PAGE = (DOCS / "wat-als.md").read_text("utf-8")


def test_the_example_is_what_soco_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the page leaves something out (`...`), the parts around it come in this order."""
    (block,) = blocks(PAGE, "text")
    command, _, told = block.partition("\n\n")
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit) as stopped:
        main(shlex.split(command)[1:])

    rest, missing = capsys.readouterr().out, []
    for part in told.split("...\n"):
        _, found, after = rest.partition(part)
        missing += [] if found else [part]
        rest = after if found else rest
    assert (0, []) == (stopped.value.code, missing)


def test_the_page_names_every_way_to_change() -> None:
    assert [f"`{way}`" for way in Changeable] == [row[0] for row in table_under(PAGE, "| `veranderbaar:`")]
