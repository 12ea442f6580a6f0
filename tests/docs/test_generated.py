"""The pages that are made from the program are as the program is now; `make docs` makes them again."""

from __future__ import annotations

import click
import pytest

from soco_rules.backends import durable
from soco_rules.catalogue import CATALOGUE
from soco_rules.cli.main import soco
from tests.docs.examples import examples
from tests.docs.generate import PAGES
from tests.docs.pages import DOCS


@pytest.mark.skipif(not durable.available(), reason="one example is of a finding of the second calculator")
@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_not_stale(name: str) -> None:
    assert PAGES[name]() == (DOCS / name).read_text("utf-8"), "run: make docs"


def test_an_example_is_of_a_code_that_exists() -> None:
    assert set() == set(examples()) - set(CATALOGUE)


@pytest.mark.parametrize("name", soco.commands)
def test_a_command_has_help_for_itself_and_everything_it_takes(name: str) -> None:
    command = soco.commands[name]
    records = [param.get_help_record(click.Context(command)) for param in command.params]

    assert command.help
    assert all(record and record[1] for record in records)


@pytest.mark.parametrize("name", soco.commands)
def test_the_example_of_a_command_is_a_right_use_of_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCO_GEBRUIKER", "A. de Vries")
    monkeypatch.setenv("SOCO_SLEUTELS", "sleutels.json")
    example = soco.commands[name].epilog or ""
    start, called, *words = example.removeprefix("Voorbeeld: ").split()

    with soco.commands[name].make_context(name, words):
        assert ("soco", name) == (start, called)
