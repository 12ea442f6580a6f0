from __future__ import annotations

import pytest

from soco_rules.diagnostics import Span
from soco_rules.parser.yaml_source import read
from tests.located import located_at


def places(document: str, word: str) -> tuple[str, int, int]:
    """The text of the value of `als`, and the line and column where it says that `word` stands."""
    source, _ = read("f.yaml", document.encode())
    assert source is not None
    located = source.located(("als",))
    start = located.text.index(word)
    span = located.span(start, start + len(word))
    return located.text, span.line, span.column


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param("als: een twee drie\n", ("een twee drie", 1, 15), id="plain"),
        pytest.param("als:   één € drie\n", ("één € drie", 1, 14), id="plain with signs of several bytes"),
        pytest.param("als: een\n  twee\n    drie\n", ("een twee drie", 3, 5), id="plain over lines"),
        pytest.param("als: een\n\n  drie\n", ("een\ndrie", 3, 3), id="plain over an empty line"),
        pytest.param("als:\n  een drie\n", ("een drie", 2, 7), id="plain on the next line"),
        pytest.param("als: 'een drie'\n", ("een drie", 1, 11), id="single quotes"),
        pytest.param("als: 'een '' drie'\n", ("een ' drie", 1, 14), id="a doubled quote"),
        pytest.param('als: "een drie"\n', ("een drie", 1, 11), id="double quotes"),
        pytest.param('als: "\\u00e9\\x41\\" drie"\n', ('éA" drie', 1, 20), id="escapes"),
        pytest.param('als: "een\n   drie"\n', ("een drie", 2, 4), id="double quotes over lines"),
        pytest.param('als: "een\\\n   drie"\n', ("eendrie", 2, 4), id="an escaped end of line"),
        pytest.param("als: |\n  een\n  drie\n", ("een\ndrie\n", 3, 3), id="literal"),
        pytest.param("als: |-\n  een\n    drie\n", ("een\n  drie", 3, 5), id="literal with deeper lines"),
        pytest.param(
            "als: |\n  een \\\n  x drie\n", ("een \\\nx drie\n", 3, 5), id="literal with a backslash"
        ),
        pytest.param("als: >\n  een\n  twee drie\n", ("een twee drie\n", 3, 8), id="folded"),
        pytest.param(
            "als: >-  # uitleg\n\n  een\n\n  drie\n", ("\neen\ndrie", 5, 3), id="folded with empty lines"
        ),
        pytest.param("{dan: x, als: een drie}\n", ("een drie", 1, 19), id="between braces"),
        pytest.param('{"als": "een drie"}\n', ("een drie", 1, 14), id="JSON"),
    ],
)
def test_a_word_is_found_where_its_author_typed_it(document: str, expected: tuple[str, int, int]) -> None:
    assert expected == places(document, "drie")


def test_a_text_over_lines_spans_those_lines() -> None:
    source, _ = read("f.yaml", b"als: een\n  twee\n")
    assert source is not None

    assert Span("f.yaml", 1, 6, 2, 7) == source.located(("als",)).whole


def test_an_empty_stretch_still_has_something_to_point_at() -> None:
    assert Span("f", 3, 7, 3, 8) == located_at("een", Span("f", 3, 5)).span(2, 2)


@pytest.mark.parametrize(
    ("document", "expected"), [("als: x # y\n", True), ("als: x\n", False), ("als: 'x' # y\n", False)]
)
def test_a_plain_text_knows_that_a_comment_follows(document: str, *, expected: bool) -> None:
    source, _ = read("f.yaml", document.encode())
    assert source is not None

    assert expected == source.located(("als",)).before_comment
