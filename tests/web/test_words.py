"""The words of the desk: what docs/woorden.md says not to write stands on no page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.web.persons import ROOT

WEB = ROOT / "soco_rules" / "web"
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_CODE = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_TAG = re.compile(r"<[^>]*>")
_NAMED = re.compile(r"(?:aria-label|alt|title)=\"([^\"]*)\"")
_FOR_MACHINES = frozenset({"api", "environment.py", "settings.py", "problems.py"})
"""What is read by who builds on the API or sets up the desk."""


def refused() -> tuple[str, ...]:
    """The words of the second column of the table."""
    rows = (
        line.split("|")
        for line in (ROOT / "docs" / "woorden.md").read_text().splitlines()
        if line.startswith("| ")
    )
    return tuple(
        word.strip() for _, _, words, *_ in rows for word in words.split(",") if word.strip() != "niet"
    )


WORDS = re.compile(rf"(?<![\w./-])(?:{'|'.join(map(re.escape, refused()))})(?![\w/-]|\.\w)", re.IGNORECASE)


def said_in_view(text: str) -> Iterator[str]:
    """What a view lets somebody read: its own words, the names of its parts, and the words inside its code."""
    text = _COMMENT.sub(" ", text)
    yield from (
        found[0] or found[1]
        for code in _CODE.findall(text)
        for found in _QUOTED.findall(code)
        if _is_said(*found)
    )
    plain = _CODE.sub(" ", text)
    yield from _NAMED.findall(plain)
    yield " ".join(_TAG.sub(" ", plain).split())


def _is_said(*quoted: str) -> bool:
    return any(" " in each or each[:1].isupper() for each in quoted)


def said_in_code(text: str) -> Iterator[str]:
    """The sentences in a module, without its docstrings."""
    tree = ast.parse(text)
    about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in about
            and " " in node.value
        ):
            yield node.value


def test_the_table_names_words() -> None:
    assert {"hash", "receipt", "downloaden"} < set(refused())


@pytest.mark.parametrize("text", ["<p>Zie de hash.</p>", '<p aria-label="De hash">x</p>', "{{ 'De hash' }}"])
def test_a_word_is_found_where_somebody_reads_it(text: str) -> None:
    assert ["hash"] == [found for said in said_in_view(text) for found in WORDS.findall(said)]


def test_no_view_says_it_in_other_words() -> None:
    found = {
        f"{path.relative_to(WEB)}: {word}"
        for path in (WEB / "views").rglob("*.j2")
        for said in said_in_view(path.read_text())
        for word in WORDS.findall(said)
    }

    assert set() == found


def test_no_field_or_message_of_a_page_does() -> None:
    found = {
        f"{path.relative_to(WEB)}: {word} in {said[:60]!r}"
        for path in WEB.rglob("*.py")
        if _FOR_MACHINES.isdisjoint(path.relative_to(WEB).parts)
        for said in said_in_code(path.read_text())
        for word in WORDS.findall(said)
    }

    assert set() == found
