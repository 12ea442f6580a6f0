"""README and the other pages: commands run, excerpts are real, names and links exist."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

import click
import pytest
from pydantic import BaseModel

from soco_rules.backends import durable
from soco_rules.cli.main import main
from soco_rules.cli.main import soco
from soco_rules.model import decision
from soco_rules.parser import document
from soco_rules.parser.document import AgreementPart
from tests.docs.pages import PAGES
from tests.docs.pages import ROOT
from tests.docs.pages import blocks
from tests.docs.pages import code_words
from tests.docs.pages import links
from tests.docs.pages import table_under

README = (ROOT / "README.md").read_text("utf-8")
TEXTS = {page.name: page.read_text("utf-8") for page in PAGES}
COMMANDS = [
    line.removeprefix("$ ").split("#")[0].strip()
    for text in TEXTS.values()
    for block in blocks(text, "console")
    for line in block.splitlines()
]
CASES = [
    line.removeprefix("# ")
    for path in sorted((ROOT / "docs/voorbeelden").glob("*.yaml"))
    for line in path.read_text("utf-8").splitlines()
    if line.startswith("# soco ")
]
MAKE = [command.split()[1] for command in COMMANDS if command.startswith("make ")]
SOCO = [command for command in COMMANDS if command.startswith("soco ")]
FOLDERS = "agreements|bench|docs|features|schema|soco_rules|templates|tests"

Run = Callable[[str], str]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command as it stands on a page, in this repository, and give what it printed."""

    def run(command: str) -> str:
        monkeypatch.chdir(ROOT)
        with pytest.raises(SystemExit) as stopped:
            main(shlex.split(command)[1:])
        assert stopped.value.code == 0
        return capsys.readouterr().out

    return run


def test_every_command_on_a_page_is_one_of_ours() -> None:
    assert len(COMMANDS) == len(MAKE) + len(SOCO)


@pytest.mark.parametrize("command", [*SOCO, *CASES])
def test_a_soco_command_on_a_page_works(printed: Run, command: str) -> None:
    assert printed(command)


def test_the_readme_names_every_command() -> None:
    assert set() == {f"soco {name}" for name in soco.commands} - set(code_words(README))


@pytest.mark.parametrize("target", MAKE)
def test_a_make_command_on_a_page_has_its_target(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.skipif(not durable.available(), reason="the excerpt names both calculators")
def test_the_excerpt_of_the_demo_is_what_it_prints(printed: Run) -> None:
    (excerpt,) = blocks(README, "text")
    (command,) = (each for each in SOCO if each.startswith("soco besluit"))

    assert _in_this_order(excerpt.split("...\n"), printed(command))


def test_the_demo_of_the_readme_is_that_of_make() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    case = re.search(r"^CASE := (.+)$", makefile, re.MULTILINE)

    assert case
    assert f"soco besluit {case[1]}" in SOCO


def test_the_excerpt_of_the_agreement_is_in_its_file() -> None:
    (excerpt,) = blocks(README, "yaml")
    file = (ROOT / "agreements/delft/scope/2017-09-01.yaml").read_text("utf-8")

    assert 10 == len(excerpt.splitlines())
    assert _in_this_order(excerpt.splitlines(keepends=True), file)


@pytest.mark.parametrize(
    ("heading", "module"), [("| in a rule file ", document), ("| in a decision ", decision)]
)
def test_the_glossary_says_what_the_code_says(heading: str, module: object) -> None:
    told = {(dutch.strip("`"), english.strip("`")) for dutch, english, _ in table_under(README, heading)}
    names = {
        (field.alias or name, name)
        for part in vars(module).values()
        if isinstance(part, type) and issubclass(part, BaseModel)
        for name, field in part.model_fields.items()
    }

    assert set() == told - names


def test_the_glossary_has_every_group_of_a_rule_file() -> None:
    told = {dutch.strip("`") for dutch, _, _ in table_under(README, "| in a rule file ")}
    groups = {
        field.alias
        for name, field in AgreementPart.model_fields.items()
        if field.default_factory is not None or field.default == ()
    }

    assert set() == groups - told


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_links_to_what_exists(name: str) -> None:
    folder = next(page.parent for page in PAGES if page.name == name)
    inside = [link for link in links(TEXTS[name]) if not link.startswith("https://")]

    assert [] == [link for link in inside if not (folder / link).exists()]


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_names_files_that_exist(name: str) -> None:
    paths = [word for word in code_words(TEXTS[name]) if re.fullmatch(rf"({FOLDERS})/[\w./-]*", word)]

    assert [] == [path for path in paths if not (ROOT / path).exists()]


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_names_commands_and_options_that_exist(name: str) -> None:
    called = [word.split() for word in code_words(TEXTS[name]) if word.startswith(("soco ", "make "))]
    wrong = [words for words in called if not set(words[1:]) <= _known(words)]

    assert [] == wrong


def _known(words: list[str]) -> set[str]:
    if words[0] == "make":
        return set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    command = soco.commands.get(words[1], soco)
    names = {command.name or ""}
    if isinstance(command, click.Group) and command is not soco and len(words) > 2:
        below = command.get_command(click.Context(command), words[2])
        command = below or command
        names |= {below.name or ""} if below else set()
    return {*names, *(option for param in _options(command) for option in param.opts)}


def _options(command: click.Command) -> list[click.Parameter]:
    return command.get_params(click.Context(command))


def _in_this_order(parts: list[str], text: str) -> bool:
    rest = text
    for part in parts:
        if part.strip("\n") not in rest:
            pytest.fail(f"not there, or not in this order: {part}")
        rest = rest.split(part.strip("\n"), 1)[1]
    return True
