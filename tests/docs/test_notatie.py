"""The page about the notation: its blocks together are rule files, and they mean what the page says."""

from __future__ import annotations

import re
from functools import cache

import pytest
from pydantic import BaseModel

from soco_rules.decide import decide
from soco_rules.diagnostics import in_reading_order
from soco_rules.diagnostics import render
from soco_rules.facts import Dates
from soco_rules.model.decision import Decision
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser import document
from soco_rules.parser.case import read_case
from soco_rules.review import review
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.docs.pages import table_under
from tests.workspaces import workspace_of

PAGE = (DOCS / "notatie.md").read_text("utf-8")
CASE = "zaak.yaml"
DAY = parse_date("2026-10-15")


@cache
def files() -> dict[str, str]:
    """The files that the blocks form: what stands under the same heading comes together."""
    parts: dict[str, dict[str, str]] = {}
    for block in blocks(PAGE, "yaml"):
        name, text = block.removeprefix("# ").split("\n", 1)
        file = parts.setdefault(name, {})
        for head, key, body in re.findall(r"^((\S+?):[^\n]*\n)((?:[ \n][^\n]*\n|\n)*)", text, re.MULTILINE):
            file[key] = file[key] + body if key in file else head + body
    return {name: "".join(sections.values()) for name, sections in parts.items()}


@cache
def workspace() -> Workspace:
    return workspace_of(*(text for name, text in files().items() if name != CASE))[0]


@cache
def decision() -> Decision:
    case, unreadable = read_case(CASE, files()[CASE].encode())
    assert () == unreadable
    assert case
    decided, findings = decide(workspace(), "voorbeeldstad/samen", "toelating", case, Dates(DAY, DAY + 5))
    assert () == findings
    assert decided
    return decided


def test_the_blocks_form_files_without_findings() -> None:
    texts = [text for name, text in files().items() if name != CASE]
    read, findings = workspace_of(*texts)

    everything = in_reading_order((*findings, *review(read, read.agreements)))

    assert "" == "\n".join(render(found, read.sources) for found in everything)


def test_every_block_stands_in_the_file_that_it_names() -> None:
    assert {CASE, *workspace().sources} == set(files())


def test_every_key_of_a_rule_file_has_an_example() -> None:
    written = "".join(text for name, text in files().items() if name != CASE)
    parts = (
        part for part in vars(document).values() if isinstance(part, type) and issubclass(part, BaseModel)
    )
    keys = {field.alias or name for part in parts for name, field in part.model_fields.items()}

    assert set() == keys - set(re.findall(r"(\w+):", written))


@pytest.mark.parametrize(("name", "value"), table_under(PAGE, "Op 15 oktober 2026 geeft dit:"))
def test_the_case_has_the_outcome_that_the_page_tells(name: str, value: str) -> None:
    decided = decision()
    outcomes = {decided.outcome_name: decided.outcome} | {
        key: outcome.value for key, outcome in decided.outcomes.items()
    }

    assert value.strip("`") == outcomes[name.strip("`")]
