"""The catalogue of findings: every code is used, is tested, and tells its reader something that exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from soco_rules.catalogue import CATALOGUE
from soco_rules.cli.main import soco
from tests.docs.examples import examples

ROOT = Path(__file__).parents[1]
NO_TEST = {"test_catalogue.py"}
"""Files that name codes without testing them."""


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_reported_somewhere(code: str) -> None:
    files = (path for path in (ROOT / "soco_rules").rglob("*.py") if path != ROOT / "soco_rules/catalogue.py")

    assert any(f'"{code}"' in path.read_text("utf-8") for path in files)


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_an_example_or_a_test(code: str) -> None:
    named = re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])")
    files = (path for path in (ROOT / "tests").rglob("test_*.*") if path.name not in NO_TEST)

    assert code in examples() or any(named.search(path.read_text("utf-8")) for path in files)


@pytest.mark.parametrize("code", CATALOGUE)
def test_reason_and_remedy_are_sentences_without_their_capital_and_full_stop(code: str) -> None:
    kind = CATALOGUE[code]

    assert (True, True) == tuple(
        bool(re.fullmatch(r"[^A-Z.\s](.*[^.\s])?", text)) for text in (kind.reason, kind.remedy)
    )


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_remedy_names_only_what_exists(code: str) -> None:
    text = f"{CATALOGUE[code].reason} {CATALOGUE[code].remedy}"

    assert set(re.findall(r"\bsoco (\w+)", text)) <= set(soco.commands)
    assert all((ROOT / page).exists() for page in re.findall(r"docs/\w+\.md", text))
