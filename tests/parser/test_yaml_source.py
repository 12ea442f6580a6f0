from __future__ import annotations

import re
from typing import TYPE_CHECKING
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.diagnostics import Span
from soco_rules.diagnostics import render
from soco_rules.parser import yaml_source
from soco_rules.parser.yaml_source import MAX_BYTES
from soco_rules.parser.yaml_source import MAX_DEPTH
from soco_rules.parser.yaml_source import MAX_NODES
from soco_rules.parser.yaml_source import Source
from soco_rules.parser.yaml_source import read

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

ENGLISH = re.compile(
    r"\b(the|not|found|expected|while|scanning|parsing|mapping|block|character|token|but|could)\b"
)


def good(document: str) -> Source:
    source, findings = read("f.yaml", document.encode())
    assert source is not None
    assert findings == ()
    return source


def codes(document: str | bytes) -> list[str]:
    _, findings = read("f.yaml", document.encode() if isinstance(document, str) else document)
    return [finding.code for finding in findings]


def complaint(document: str) -> str:
    """The findings about a document, as its author sees them."""
    _, findings = read("f.yaml", document.encode())
    return "\n".join(render(finding, {"f.yaml": document}) for finding in findings)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("a: b\n", {"a": "b"}),
        ("\ufeffa: b\n", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("---\na: b\n...\n", {"a": "b"}),
        (
            "a: no\nb: 1401.50\nc: 010\nd: 2026-10-15\ne: 1e3\nf: ~\n",
            dict(zip("abcdef", ["no", "1401.50", "010", "2026-10-15", "1e3", "~"], strict=True)),
        ),
        ("a: ''\n", {"a": ""}),
        (
            "a: {b: c, d: [e, f]}\ng:\n  - h: i\n  - j\n",
            {"a": {"b": "c", "d": ["e", "f"]}, "g": [{"h": "i"}, "j"]},
        ),
        ("a: x # uitleg\n# nog iets\n", {"a": "x"}),
        ("a: {vraag: Is er een plan?}\n", {"a": {"vraag": "Is er een plan?"}}),
        (
            '{"a": true, "b": null, "c": "null", "d": [1, 2.50]}',
            {"a": "true", "b": "null", "c": "null", "d": ["1", "2.50"]},
        ),
        ("a: |\n  b\n  c\nd: >-\n  e\n  f\n", {"a": "b\nc\n", "d": "e f"}),
        ("a: [1, 2]\nb: € 1401,50\n", {"a": ["1", "2"], "b": "€ 1401,50"}),
        ("a: '[1,2] {x} # y'\n", {"a": "[1,2] {x} # y"}),
    ],
)
def test_every_value_is_the_text_that_its_author_typed(document: str, expected: dict[str, Any]) -> None:
    assert expected == good(document).data


def test_every_key_and_value_has_its_place() -> None:
    source = good("a: b\nc:\n  d: [e, ff]\n")

    assert (
        {
            (): Span("f.yaml", 1, 1, 3, 13),
            ("a",): Span("f.yaml", 1, 4, 1, 5),
            ("c",): Span("f.yaml", 3, 3, 3, 13),
            ("c", "d"): Span("f.yaml", 3, 6, 3, 13),
            ("c", "d", 0): Span("f.yaml", 3, 7, 3, 8),
            ("c", "d", 1): Span("f.yaml", 3, 10, 3, 12),
        },
        {
            ("a",): Span("f.yaml", 1, 1, 1, 2),
            ("c",): Span("f.yaml", 2, 1, 2, 2),
            ("c", "d"): Span("f.yaml", 3, 3, 3, 4),
        },
    ) == (source.spans, source.key_spans)


def test_null_differs_from_the_text_null() -> None:
    source = good('{"a": null, "b": "null", "c": []}')

    assert [source.is_plain((key,)) for key in "abc"] == [True, False, False]


MISTAKES = (
    "",
    "# alleen een opmerking\n",
    "tekst\n",
    "- a\n- b\n",
    "a: 1\nb: 2\na: 3\n",
    "a: !x y\n",
    "a: !!int 5\n",
    "a: != 5\n",
    "a: &b c\nd: *b\n",
    "a: * b\n",
    "a: & b\n",
    "als: {als: saldo is meer dan € 1401,50 en b, dan: x}\n",
    "als: [x is € 1.401,50, b]\n",
    "a: [1,2]\n",
    "a: {b: c, d}\n",
    "a: {b:c}\n",
    "a:\nb: c\n",
    "a:\n  -\n  - x\n",
    "als: >= 5\n",
    "als: > 5\n",
    "als: >5\ndan: x\n",
    "als: | x\n",
    "als: %5\n",
    "%5: x\n",
    "als: @x\n",
    "als: `x`\n",
    "als: ? x\n",
    "als: ,x\n",
    "als: - x\n",
    "als: artikel #3\n",
    "a:\n\tb: c\n",
    "a:b\nc: d\n",
    "c: d\na:b\n",
    "vraag: Let op: is er een plan?\n",
    "a: b\n  c: d\n",
    "a:\n    b: c\n  d: e\n",
    "a:\n  - b\n - c\n",
    "a: b\n- c\n",
    "a: b\nlosse tekst\nc: d\n",
    "  a: b\nc: d\n",
    ": x\n",
    "? [a]\n: b\n",
    "a: [b, c\nd: e\n",
    "a: {b: c\nd: e\n",
    "a: {b: c}}\n",
    "a: [b}\n",
    "a: {b: c: d}\n",
    'a: "b\nc: d\n',
    "a: 'b\nc: d\n",
    'a: "b" c\n',
    'a: "b\nc: "d"\n',
    'a: "\\q"\n',
    "---\na: b\n---\nc: d\n",
    "a: b\n...\nc\n",
    "a: x\x01y\n",
    "als: >= 5\nb: @x\nc: d: e\nf: 'y' z\nf: g\n",
)


def test_each_mistake_is_explained(snapshot: SnapshotAssertion) -> None:
    assert snapshot == "\n\n".join(f"--- {document!r}\n{complaint(document)}" for document in MISTAKES)


@pytest.mark.parametrize("document", MISTAKES)
@pytest.mark.parametrize("loader", ["CBaseLoader", "BaseLoader"])
def test_no_complaint_of_yaml_itself_is_shown(
    document: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_source, "_LOADER", getattr(yaml, loader))

    assert (bool(complaint(document)), ENGLISH.search(complaint(document))) == (True, None)


def test_mistakes_on_lines_of_their_own_are_found_in_one_run() -> None:
    assert codes("a: >= 5\nb: @x\nc: d: e\nc: x\n") == [
        "yaml-fout",
        "yaml-fout",
        "yaml-fout",
        "dubbele-sleutel",
    ]


def test_of_two_equal_keys_the_first_counts() -> None:
    source, _ = read("f.yaml", b"a: {b: 1}\na: {b: 2, c: 3}\n")

    assert source is not None
    assert (source.data, source.spans["a", "b"].column) == ({"a": {"b": "1"}}, 8)


def test_a_value_that_is_left_out_is_reported_once_and_empty() -> None:
    source, findings = read("f.yaml", b"a:\nb: c\n")

    assert source is not None
    assert (
        source.data,
        [finding.code for finding in findings],
    ) == ({"a": "", "b": "c"}, ["sleutel-zonder-waarde"])


def test_a_cut_amount_is_one_finding_and_not_also_a_key_without_a_value() -> None:
    assert codes("a: {b: 1401,50, c: 1}\n") == ["komma-in-accolades"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"a: caf\xe9\n", ["codering"], id="latin-1"),
        pytest.param("a: b\n".encode("utf-16"), ["codering"], id="utf-16"),
        pytest.param(b"[" * 10_000_000, ["te-groot"], id="10 MB of brackets"),
        pytest.param(b"a: " + b"[" * (MAX_BYTES - 3), ["te-diep"], id="1 MB of brackets"),
        pytest.param(b"a: " + b"{b: " * 200_000, ["te-diep"], id="1 MB of braces"),
        pytest.param(b"- " * 400_000, ["verkeerde-vorm", "te-diep"], id="1 MB of dashes"),
        pytest.param(b"? " * 400_000, ["verkeerde-vorm"], id="1 MB of keys in keys"),
        pytest.param(b"a:\n" + b"- x\n" * MAX_NODES, ["te-diep"], id="too many nodes"),
        pytest.param(b"a: " + b"x" * (MAX_BYTES + 1), ["te-groot"], id="too large"),
        pytest.param(b"a: &a [x]\nb: &b [*a, *a]\n", ["yaml-anker"] * 4, id="a bomb of references"),
    ],
)
def test_a_file_that_could_do_harm_is_refused(content: bytes, expected: list[str]) -> None:
    assert expected == codes(content)[: len(expected)]


@pytest.mark.parametrize(("depth", "expected"), [(MAX_DEPTH - 1, []), (MAX_DEPTH, ["te-diep"])])
def test_the_number_of_levels_is_bounded(depth: int, expected: list[str]) -> None:
    assert expected == codes("a: " + "[" * depth + "x" + "]" * depth)


def test_the_place_of_wrong_bytes_is_known() -> None:
    _, findings = read("f.yaml", b"a: b\nc: caf\xe9\n")

    assert Span("f.yaml", 2, 7, 2, 8) == findings[0].span


YAMLISH = st.lists(
    st.sampled_from(
        [
            *"abc:,-#?!&*|>%@`'\"{}[]\\ \t\n",
            ": ",
            "\n  ",
            "\n- ",
            " #",
            "€",
            "1,5",
            "---\n",
            "x: y\n",
            "a: b\n",
        ]
    ),
    max_size=25,
).map("".join)


@given(YAMLISH | st.text(max_size=60))
def test_any_text_gives_a_source_or_dutch_findings(text: str) -> None:
    source, findings = read("f.yaml", text.encode("utf-8", "surrogatepass"))

    assert source is not None or findings
    assert not any(ENGLISH.search(finding.message + finding.remedy) for finding in findings)


@given(st.binary(max_size=60))
def test_any_bytes_give_a_source_or_findings(content: bytes) -> None:
    source, findings = read("f.yaml", content)

    assert source is not None or findings


@given(YAMLISH)
def test_every_text_can_be_located(text: str) -> None:
    source, _ = read("f.yaml", text.encode())
    for path in source.scalars if source else ():
        span = source.located(path).whole  # type: ignore[union-attr]  # a path comes from a source

        assert 1 <= span.line <= span.end_line <= len(source.lines)  # type: ignore[union-attr]  # idem


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("a: links \u202erechts", 10),
        ("a: on\u200bzichtbaar", 6),
        ("a: af\u00adbreken", 6),
        ("a: {b:\u00a0c}", 7),
        ("  \u00a0a: b", 3),
    ],
)
def test_a_sign_that_shows_another_text_than_there_is_has_its_place(line: str, column: int) -> None:
    _, findings = read("f.yaml", f"x: y\n{line}\n".encode())

    assert [("yaml-fout", Span("f.yaml", 2, column, 2, column + 1))] == [(f.code, f.span) for f in findings]


def test_a_hard_space_inside_a_text_is_text() -> None:
    assert {"a": "€\u00a01401,50"} == good("a: €\u00a01401,50").data
