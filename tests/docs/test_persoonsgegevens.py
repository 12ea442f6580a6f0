"""The page about personal data: its commands give what it says, its terms and codes are those of soco itself."""

from __future__ import annotations

import re
import shlex

import pytest
from click import Context

from soco_rules.catalogue import CATALOGUE
from soco_rules.cli.dossier import COMMANDS
from soco_rules.cli.dossier import dossier
from soco_rules.parser.workspace import load_workspace
from tests.cli.dossier.test_a_member import Say
from tests.cli.dossier.test_a_member import say
from tests.cli.dossier.test_personal_data import ended
from tests.docs.pages import DOCS
from tests.docs.pages import ROOT
from tests.docs.pages import blocks
from tests.docs.pages import code_words
from tests.docs.pages import links
from tests.docs.pages import table_under

__all__ = ["say"]

PAGE = (DOCS / "beheer" / "persoonsgegevens.md").read_text("utf-8")


@pytest.mark.parametrize("number", [0, 1])
def test_the_commands_give_what_the_page_says(say: Say, number: int) -> None:
    ended(say, 1)
    missing = []
    for told in blocks(PAGE, "text")[number].split("$ soco ")[1:]:
        command, _, answer = told.partition("\n")
        rest = say(shlex.join(shlex.split(command)[1:]))
        missing += [
            (part, rest) for part in filter(None, answer.split("...\n")) if part.strip("\n") not in rest
        ]

    assert [] == missing


def test_the_terms_on_the_page_are_those_of_the_rule_files() -> None:
    workspace, _ = load_workspace(ROOT, ROOT)
    written = {
        (version.reference, state, rule.words)
        for versions in workspace.agreements.values()
        for version in versions
        for rule in version.retention
        for state in rule.states
    }

    assert written == set(table_under(PAGE, "| overeenkomst | stand"))


def test_every_finding_about_erasing_is_explained() -> None:
    ours = {code for code in CATALOGUE if code.startswith("wissen-")}

    assert ours == {row[0].strip("`") for row in table_under(PAGE, "| melding")}


def test_the_commands_and_options_on_the_page_exist() -> None:
    text = "\n".join((*code_words(PAGE), *blocks(PAGE, "text")))
    named = set(re.findall(r"soco dossier (\w+)", text))
    known = {
        option
        for name in COMMANDS
        for each in getattr(dossier.get_command(Context(dossier), name), "params", ())
        for option in each.opts
    }

    assert (set(), set()) == (named - COMMANDS.keys(), set(re.findall(r"--[a-z-]+", text)) - known)


def test_the_links_on_the_page_lead_somewhere() -> None:
    assert [] == [link for link in links(PAGE) if not (DOCS / "beheer" / link).exists()]
