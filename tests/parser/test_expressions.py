from __future__ import annotations

import io
import json
import logging
import re
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import lark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.catalogue import CATALOGUE
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import render
from soco_rules.model.expressions import And
from soco_rules.model.expressions import Applies
from soco_rules.model.expressions import Arithmetic
from soco_rules.model.expressions import Choose
from soco_rules.model.expressions import Comparator
from soco_rules.model.expressions import Compare
from soco_rules.model.expressions import Expression
from soco_rules.model.expressions import Literal
from soco_rules.model.expressions import Name
from soco_rules.model.expressions import Not
from soco_rules.model.expressions import OneOf
from soco_rules.model.expressions import Operator
from soco_rules.model.expressions import Or
from soco_rules.model.expressions import OrElse
from soco_rules.model.expressions import Pick
from soco_rules.model.expressions import PickOne
from soco_rules.model.expressions import Rounded
from soco_rules.model.expressions import Share
from soco_rules.model.expressions import SumOver
from soco_rules.model.expressions import This
from soco_rules.model.expressions import WholeBetween
from soco_rules.model.expressions import YearOf
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.wording import in_words
from soco_rules.parser import grammar
from soco_rules.parser.expressions import MAX_LENGTH
from soco_rules.parser.expressions import parse_expression
from soco_rules.parser.names import RESERVED
from tests.located import located_at

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

HERE = Span("f.yaml", 1, 1)
ROW = re.compile(r"\| `(?P<written>[^`]+)` \| `?(?P<read>[^|`]+?)`? \|")


def parsed(text: str) -> Expression:
    expression, findings = parse_expression(located_at(text, HERE))
    assert expression is not None, findings
    return expression


def complaint(text: str) -> str:
    """The finding about a text, as its author sees it."""
    _, findings = parse_expression(located_at(text, HERE))
    return "\n".join(render(finding, {"f.yaml": text}) for finding in findings)


def without_spans(expression: object) -> object:
    match expression:
        case tuple():
            return tuple(map(without_spans, expression))
        case _ if is_dataclass(expression) and any(field.name == "span" for field in fields(expression)):
            parts = {
                field.name: without_spans(getattr(expression, field.name)) for field in fields(expression)
            }
            return replace(expression, **parts | {"span": HERE})  # type: ignore[type-var]  # a dataclass, not its type
        case _:
            return expression


def documented(*, refused: bool) -> list[tuple[str, str]]:
    """The rows of the documentation: what is written, and how it is read or why it is refused."""
    page = Path(__file__).parents[2].joinpath("docs", "uitdrukkingen.md").read_text(encoding="utf-8")
    accepted, refusals = page.split("## Wat niet gelezen wordt")
    return [(match["written"], match["read"]) for match in ROW.finditer(refusals if refused else accepted)]


@pytest.mark.parametrize(("written", "expected"), documented(refused=False))
def test_the_documentation_tells_how_an_expression_is_read(written: str, expected: str) -> None:
    assert expected == in_words(parsed(written))


@pytest.mark.parametrize(("written", "expected"), documented(refused=True))
def test_the_documentation_tells_why_an_expression_is_refused(written: str, expected: str) -> None:
    _, findings = parse_expression(located_at(written, HERE))

    assert [expected] == [finding.message for finding in findings]


def test_every_part_knows_its_place() -> None:
    found = {
        (type(part).__name__, part.span.column, part.span.end_column)
        for part in _parts(parsed("niet (a en b) of 10% van x is meer dan € 5"))
    }

    assert {
        ("Or", 1, 43),
        ("Not", 1, 14),
        ("And", 6, 14),
        ("Name", 7, 8),
        ("Name", 12, 13),
        ("Compare", 18, 43),
        ("Share", 18, 27),
        ("Literal", 18, 21),
        ("Name", 26, 27),
        ("Literal", 40, 43),
    } == found


def _parts(node: object) -> list[Any]:
    if isinstance(node, tuple):
        return [part for each in node for part in _parts(each)]
    if not is_dataclass(node) or not hasattr(node, "span"):
        return []
    return [node, *(part for field in fields(node) for part in _parts(getattr(node, field.name)))]


def test_the_same_text_elsewhere_has_its_own_place() -> None:
    first, _ = parse_expression(located_at("a", Span("f.yaml", 3, 5)))
    second, _ = parse_expression(located_at("a", Span("g.yaml", 7, 9)))

    assert (Name("a", Span("f.yaml", 3, 5, 3, 6)), Name("a", Span("g.yaml", 7, 9, 7, 10))) == (first, second)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("als c dan a anders b afgerond op centen", ["afronding-onduidelijk"]),
        ("als c dan a anders (b afgerond op centen)", []),
        ("(als c dan a anders b) afgerond op centen", []),
        ("als c dan a afgerond op centen anders b", []),
        ("x + (als c dan a anders b afgerond op centen)", ["afronding-onduidelijk"]),
    ],
)
def test_a_rounding_that_may_be_meant_wider_is_pointed_out(text: str, expected: list[str]) -> None:
    expression, findings = parse_expression(located_at(text, HERE))

    assert (True, expected) == (expression is not None, [finding.code for finding in findings])


def test_all_wrong_values_of_one_expression_are_found_at_once() -> None:
    _, findings = parse_expression(located_at("x is 1.401 en y is 2026-02-30 en Z", HERE))

    assert [6, 20, 34] == [finding.span.column for finding in findings]


MISTAKES = (
    "",
    "   ",
    "aantal leden is 5",
    "Leeftijd is 5",
    "één_ouder",
    "a EN b",
    "a == b",
    "a != b",
    "a && b",
    "a || b",
    "!a",
    "a and b",
    "a or b",
    "not a",
    "if a then b else c",
    "true and a",
    "uitkering is niet een van (pw, ioaw)",
    "uitkering is niet een van (pw)",
    "a is niet ten minste 5",
    "a is groter dan 5",
    "a is minstens 5",
    "a is ten minst 5",
    "a is van toepasing",
    "a niet van toepassing",
    "leeftijd op d is 5",
    "maanden tussen a en b",
    "hele maanden tussen a + 1 en b",
    "x, afgerond op centen",
    "x afgerond",
    "a / b",
    "a gedeelt door b",
    'a is "b"',
    "a is [b]",
    "a, b",
    "de laagste van a, b",
    "a is een van ()",
    "(a en b",
    "a en b)",
    "a is een van (b, c",
    "a is b is c",
    "a of anders b",
    "a is ten minste",
    "a en en b",
    "en a",
    "als a dan b",
    "jaar van",
    "de bijdrage",
    "een is 5",
    "dag is 5",
    "25% x",
    "5 van x",
    "a is 5x",
    "-5",
    "a is € -5",
    "a is EUR 5",
    "a is € 1.401",
    "a is € 12,345",
    "a is 1401,50",
    "12,555% van x",
    "a is 2026-02-30",
    "a is 2026-2-3",
    "a is 99999999999999999999",
    "§ 5",
    f"{'a' * 70} b",
)


def test_each_mistake_is_explained(snapshot: SnapshotAssertion) -> None:
    assert snapshot == "\n\n".join(f"--- {text}\n{complaint(text)}" for text in MISTAKES)


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_gives_no_expression(text: str) -> None:
    expression, findings = parse_expression(located_at(text, HERE))

    assert (expression, has_errors(findings)) == (None, True)


def test_text_after_a_comment_sign_is_told_to_be_lost() -> None:
    _, findings = parse_expression(replace(located_at("a is", HERE), before_comment=True))

    assert "de tekst achter # telt niet mee" in findings[0].remedy


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_a_word_of_the_language_is_no_name(word: str) -> None:
    expression, _ = parse_expression(located_at(f"x is {word}", HERE))

    assert word in {"ja", "nee"} or expression is None


@pytest.mark.parametrize(
    "text",
    [
        "(" * 1_900 + "a" + ")" * 1_900,
        "(" * 2_000,
        "niet " * 700 + "a",
        "a + " * 900 + "a",
        "10% van " * 400 + "a",
        "als a dan b anders " * 200 + "c",
        "a en " * 700 + "a",
        "a" * (MAX_LENGTH + 1),
        " " * 100_000,
        "is " * 1_300,
        ", " * 1_900,
    ],
    ids=lambda text: f"{text[:19]} ({len(text)})",
)
def test_a_very_deep_or_long_text_does_no_harm(text: str) -> None:
    expression, findings = parse_expression(located_at(text, HERE))

    assert (expression is None) == has_errors(findings)


@given(st.text())
def test_any_text_gives_an_expression_or_findings(text: str) -> None:
    expression, findings = parse_expression(located_at(text, HERE))

    assert (expression is None) == has_errors(findings)


WORDS = st.sampled_from(
    [
        "a",
        "b",
        "uitkering",
        "(",
        ")",
        ",",
        "+",
        "-",
        "*",
        "=",
        "<>",
        ">=",
        "<=",
        ">",
        "<",
        "€",
        "€",
        "5",
        "5",
        "12,5%",
        "2026-10-15",
        "2026-13-45",
        "3",
        "maanden",
        "ja",
        "nee",
        "en",
        "of",
        "niet",
        "is",
        "van",
        "als",
        "dan",
        "anders",
        "een",
        "geen",
        "de",
        "het",
        "ten",
        "minste",
        "hoogste",
        "meer",
        "minder",
        "toepassing",
        "gedeeld",
        "door",
        "afgerond",
        "op",
        "centen",
        "laagste",
        "eerste",
        "som",
        "hele",
        "maanden",
        "jaren",
        "tussen",
        "jaar",
        "deze",
        "and",
        "==",
        "!",
        "#",
        "A",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_row_of_words_gives_an_expression_or_a_finding_within_the_text(text: str) -> None:
    expression, findings = parse_expression(located_at(text, HERE))

    assert (expression is None) == has_errors(findings)
    assert all(1 <= each.span.column < each.span.end_column <= max(len(text), 1) + 1 for each in findings)


NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True).filter(lambda name: name not in RESERVED)
NAMED = st.builds(Name, NAMES, st.just(HERE))
THIS = st.builds(This, NAMES, st.just(HERE))
DATES = st.builds(Literal, st.integers(1, 3_000_000), st.just(Kind.DATE), st.just(HERE))
PERCENTAGES = st.builds(Literal, st.integers(0, 10**9), st.just(Kind.PERCENTAGE), st.just(HERE))
AMOUNTS = st.builds(Literal, st.integers(0, 10**13), st.sampled_from([Kind.MONEY, Kind.COUNT]), st.just(HERE))
DURATIONS = st.builds(
    Literal,
    st.builds(Duration, st.integers(0, 12_000), st.sampled_from(Unit)),
    st.just(Kind.DURATION),
    st.just(HERE),
)
YES_NO = st.builds(Literal, st.booleans(), st.just(Kind.YES_NO), st.just(HERE))
LEAVES: st.SearchStrategy[Expression] = NAMED | THIS | DATES | PERCENTAGES | AMOUNTS | DURATIONS | YES_NO


def is_literal(expression: Expression) -> bool:
    return isinstance(expression, Literal)


def larger(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    here = st.just(HERE)
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    some = st.lists(parts, min_size=1, max_size=3).map(tuple)
    composed = parts.filter(lambda part: not is_literal(part))
    moments = composed | DATES
    return st.one_of(
        st.builds(Not, parts, here),
        st.builds(And, several, here),
        st.builds(Or, several, here),
        st.builds(Compare, st.sampled_from(Comparator), parts, parts, here),
        st.builds(OneOf, parts, some, st.booleans(), here),
        st.builds(Applies, parts, st.booleans(), here),
        st.builds(Arithmetic, st.sampled_from(Operator), parts, parts, here),
        st.builds(Share, composed | PERCENTAGES, parts, here),
        st.builds(OrElse, parts, parts, here),
        st.builds(PickOne, st.sampled_from(Pick), some, here),
        st.builds(SumOver, composed.filter(lambda part: not isinstance(part, This)), here),
        st.builds(Choose, parts, parts, parts, here),
        st.builds(Rounded, parts, here),
        st.builds(WholeBetween, st.sampled_from([1, 12]), moments, moments, here),
        st.builds(YearOf, moments, here),
    )


@given(st.recursive(LEAVES, larger, max_leaves=12))
def test_an_expression_in_words_reads_back_as_the_same_expression(expression: Expression) -> None:
    assert expression == without_spans(parsed(in_words(expression)))


def test_the_grammar_builds_without_conflicts() -> None:
    assert "" == conflicts(grammar.grammar_text())


def test_a_grammar_with_a_conflict_would_be_noticed() -> None:
    assert "Shift/Reduce conflict" in conflicts('start: start "+" start | "a"')


def conflicts(text: str) -> str:
    log = io.StringIO()
    handler, level = logging.StreamHandler(log), lark.logger.level
    lark.logger.addHandler(handler)
    lark.logger.setLevel(logging.DEBUG)
    try:
        lark.Lark(text, parser="lalr", debug=True)
    finally:
        lark.logger.setLevel(level)
        lark.logger.removeHandler(handler)
    return log.getvalue()


def test_the_tables_are_those_of_the_grammar() -> None:
    """After a change: `python -m soco_rules.parser.grammar`."""
    tables = json.loads(Path(grammar.__file__).with_name("grammar.json").read_text(encoding="utf-8"))

    assert grammar.digest() == tables["grammar"]


def test_the_tables_read_as_the_grammar_does() -> None:
    built, loaded = grammar.build(lark.Transformer()), grammar.parser_with(lark.Transformer())
    texts = [written for written, _ in documented(refused=False)]

    assert [built.parse(text) for text in texts] == [loaded.parse(text) for text in texts]


def test_the_codes_of_this_module_are_in_the_catalogue() -> None:
    assert {"uitdrukking", "afronding-onduidelijk"} <= CATALOGUE.keys()
