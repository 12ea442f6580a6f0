"""The page about adopting: its commands work, and its table is the closed list of the law."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from soco_rules.adopt.hearing import ARTICLES
from soco_rules.cli.main import main
from soco_rules.cli.main import soco
from soco_rules.model.adoption import Manner
from soco_rules.parser.mandates import load_mandates
from tests.adopted import ROOT
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.docs.pages import code_words
from tests.docs.pages import table_under

PAGE = (DOCS / "beleid" / "vaststellen.md").read_text("utf-8")


def test_the_table_has_every_manner_with_its_article() -> None:
    rows = {row[0].strip("`"): row[2] for row in table_under(PAGE, "| wijze")}
    shown = {manner: article.partition(" artikel ")[2] for manner, article in ARTICLES.items()}

    assert set(Manner) == rows.keys()
    assert shown == {manner: rows[manner] for manner in shown}


def test_the_options_on_the_page_exist() -> None:
    words = (word.strip("`") for word in " ".join((*code_words(PAGE), *blocks(PAGE, "text"))).split())
    known = {
        option
        for command in ("besluit", "brief", "vaststellen")
        for each in soco.commands[command].params
        for option in each.opts
    }

    assert set() == {word for word in words if word.startswith("--")} - known


def test_the_register_on_the_page_is_right() -> None:
    (register,) = blocks(PAGE, "yaml")

    mandates, findings = load_mandates(register.encode(), "agreements/waterstede/mandaten.yaml")

    assert (["toestemming", "plaatsen"], ()) == ([mandate.name for mandate in mandates], findings)


def test_the_commands_on_the_page_do_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "werkmap"
    shutil.copytree(ROOT, root)
    monkeypatch.chdir(root)

    codes = []
    for line in "".join(blocks(PAGE, "text")).splitlines():
        command, _, target = line.partition(" > ")
        with pytest.raises(SystemExit) as stopped:
            main(shlex.split(command)[1:])
        codes.append(stopped.value.code)
        printed = capsys.readouterr().out
        if target:
            (root / target).write_text(printed, "utf-8")

    assert [0] * 5 == codes
