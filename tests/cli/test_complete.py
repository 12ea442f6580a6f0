"""What the shell offers behind Tab, asked for as bash asks it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from soco_rules.cli.main import soco
from soco_rules.parser.workspace import load_workspace

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _in_this_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def offered(*words: str) -> list[str]:
    *before, incomplete = words
    complete = ShellComplete(soco, {}, "soco", "_SOCO_COMPLETE")
    return [item.value for item in complete.get_completions(before, incomplete)]


def test_commands_and_options() -> None:
    assert ["controleer"] == offered("contr")
    assert ["--peildatum"] == offered("besluit", "--peil")


def test_every_agreement_is_offered() -> None:
    workspace, _ = load_workspace(ROOT, ROOT)

    assert sorted(workspace.agreements) == offered("besluit", "")


@pytest.mark.parametrize("reference", ["delft/scope", "landelijk/awb", "landelijk/participatiewet"])
def test_the_decisions_of_an_agreement_and_its_layers_are_offered(reference: str) -> None:
    workspace, _ = load_workspace(ROOT, ROOT, references=(reference,))
    expected = {
        name
        for versions in workspace.agreements.values()
        for version in versions
        for name in version.decisions
    }

    assert sorted(expected) == offered("besluit", reference, "")


def test_an_unknown_agreement_offers_nothing() -> None:
    assert [] == offered("besluit", "geen/overeenkomst", "")


def test_names_of_an_agreement_are_offered() -> None:
    assert "proefperiode" in offered("leg-uit", "delft/scope", "proef")


@pytest.mark.parametrize(
    "words", [("controleer",), ("toets",), ("brief",), ("besluit", "a/b", "c", "--zaak")]
)
def test_files_are_left_to_the_shell(words: tuple[str, ...]) -> None:
    complete = ShellComplete(soco, {}, "soco", "_SOCO_COMPLETE")

    assert ["file"] == [item.type for item in complete.get_completions(list(words), "doc")]


def test_every_argument_for_an_agreement_a_decision_or_a_file_is_completed() -> None:
    bare = [
        f"{name} {param.name}"
        for name, command in soco.commands.items()
        for param in command.params
        if param.metavar in {"KENMERK", "BESLUIT", "BESTAND", "[PAD...]", "BESLUIT.json"}
        and not param.shell_complete(click.Context(command), "")
        and param.metavar != "BESLUIT"
    ]

    assert [] == bare


def test_bash_is_answered() -> None:
    environment = {
        **os.environ,
        "COMP_WORDS": "soco besluit delft/s",
        "COMP_CWORD": "2",
        "_SOCO_COMPLETE": "bash_complete",
    }
    answer = subprocess.run(
        [Path(sys.executable).with_name("soco")], env=environment, capture_output=True, text=True, check=False
    )

    assert "plain,delft/scope\n" == answer.stdout
