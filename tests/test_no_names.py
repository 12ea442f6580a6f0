"""Nobody who reads what soco says meets a name with low lines, but where a name of the rule files is shown as code."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.explain.account import account
from soco_rules.model.decision import Decision
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.run import run
from soco_rules.scenarios.situation import Situation
from tests.web.persons import ROOT

NAME = re.compile(r"(?<![\w/.])[a-z]+(?:_[a-z0-9]+)+(?![\w/])")
CODE = re.compile(r"`[^`\n]*`|<code>.*?</code>|<style>.*?</style>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
TITLE = re.compile(r' title="([^"]*)"')
KEY = re.compile(r"\s+(?:\w+=|'\w+': )")
OWN = "soco_rules"
"""The name of the program itself, beside its version."""

READ = (
    "counterfactual/__snapshots__/test_search.ambr",
    "dossiers/__snapshots__/test_own_file.ambr",
    "letters/__snapshots__/test_letters.ambr",
    "reading/__snapshots__/test_articles.ambr",
    "terms/__snapshots__/test_in_words.ambr",
    "web/admin/__snapshots__",
    "web/casework/__snapshots__",
    "web/legal/__snapshots__",
    "web/months/__snapshots__",
    "web/worklist/__snapshots__",
)
"""The snapshots of pages, letters and explanations for who writes no rules."""


def names_in(text: str) -> list[str]:
    """The names that somebody reads in a text; what a page tells in a `title` is read too."""
    titles = "\n".join(html.unescape(told) for told in TITLE.findall(text))
    read = TAG.sub(" ", CODE.sub(" ", text))
    return sorted({name for name in NAME.findall(f"{read}\n{titles}") if name != OWN})


def snapshots() -> Iterator[Path]:
    """The files of those snapshots."""
    for name in READ:
        path = ROOT / "tests" / name
        yield from sorted(path.glob("*.ambr")) if path.is_dir() else (path,)


def shown_in(file: Path) -> str:
    """What was printed, without the names of the tests and of the values that they look at."""
    lines = file.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("# ") and not KEY.match(line))


@pytest.mark.parametrize(
    "file", tuple(snapshots()), ids=lambda file: f"{file.parent.parent.name}-{file.stem}"
)
def test_no_page_letter_or_explanation_has_a_name(file: Path) -> None:
    assert [] == names_in(shown_in(file))


def test_a_name_is_found_where_somebody_reads_it() -> None:
    text = 'Woon_hier `in_code` <code>in_code</code> <b class="op_de_pagina" title="regel in_titel">in_tekst</b> a/in_pad.yaml'

    assert ["in_tekst", "in_titel"] == names_in(text)


def decided(folder: str) -> list[Decision]:
    """Every decision that the scenarios below a folder ask for."""
    workspace, _ = load_workspace(ROOT, shipped_root())
    desk = open_desk(workspace, ROOT)
    found: list[Decision] = []

    def propose(
        situation: Situation, name: str, asked_at: Span
    ) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
        decision, findings = desk.propose(situation, name, asked_at)
        found.extend(() if decision is None else (decision,))
        return decision, findings

    run([ROOT / "features" / folder], ROOT, replace(desk, propose=propose))
    return found


def named_in(decisions: list[Decision]) -> list[str]:
    """The names in what is told of decisions, and why each rule that fell is not at issue."""
    told = "\n".join(account(each).partition("\nOntvangstbewijs")[0] for each in decisions)
    fallen = "\n".join(rule.because for each in decisions for rule in each.fallen_rules)
    return names_in(f"{told}\n{fallen}")


def test_no_explanation_of_a_scenario_of_one_cooperative_has_a_name() -> None:
    decisions = decided("delft")

    assert (True, []) == (len(decisions) > 0, named_in(decisions))


@pytest.mark.slow
def test_no_explanation_of_any_scenario_has_a_name() -> None:
    assert [] == named_in(decided(""))


def test_every_rule_that_is_shipped_has_words() -> None:
    workspace, _ = load_workspace(ROOT, shipped_root())

    assert [] == [
        f"{layer.reference}: {rule.name}"
        for versions in workspace.agreements.values()
        for layer in versions
        for concept in layer.concepts.values()
        for rule in concept.rules
        if not rule.description
    ]
