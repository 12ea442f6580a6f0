"""The page about simulating: its commands work, its options exist, its tables are those of the code."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from soco_rules.cli.main import main
from soco_rules.cli.main import soco
from soco_rules.model.values import Kind
from soco_rules.simulation.distributions import DEFAULTS
from soco_rules.simulation.distributions import distributions_in
from tests.docs.pages import DOCS
from tests.docs.pages import ROOT
from tests.docs.pages import blocks
from tests.docs.pages import code_words
from tests.docs.pages import table_under

PAGE = (DOCS / "beleid" / "simuleren.md").read_text("utf-8")


def test_the_options_on_the_page_exist() -> None:
    words = " ".join((*code_words(PAGE), *blocks(PAGE, "text"))).split()
    commands = (soco.commands["simuleer"], soco.commands["bestand"].commands["maak"])  # type: ignore[attr-defined]
    known = {option for command in commands for each in command.params for option in each.opts}

    assert set() == {word for word in words if word.startswith("--")} - known


def test_the_kinds_on_the_page_are_those_that_are_drawn() -> None:
    rows = {row[0].strip("`") for row in table_under(PAGE, "| soort")}

    assert {str(kind) for kind in DEFAULTS if kind not in {Kind.TEXT, Kind.DURATION}} == rows


def test_the_distributions_on_the_page_are_right() -> None:
    (listed,) = blocks(PAGE, "toml")
    found, findings = distributions_in("eigen.toml", listed.encode())

    assert found is not None
    assert ({"omzet"}, ()) == (set(found.named), findings)


def test_the_commands_on_the_page_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "agreements", tmp_path / "agreements")
    monkeypatch.chdir(tmp_path)
    codes = []
    for line in "".join(blocks(PAGE, "text")).splitlines():
        with pytest.raises(SystemExit) as stopped:
            main(shlex.split(line)[1:])
        codes.append(stopped.value.code)

    assert [0] * 6 == codes
    assert {"beide.html", "cijfers.csv", "leden.csv", "normen.html", "rapport.html"} <= {
        path.name for path in tmp_path.iterdir()
    }
