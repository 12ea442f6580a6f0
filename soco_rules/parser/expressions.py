"""From the Dutch text of a condition or calculation to its syntax tree, with the place of every part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from functools import lru_cache
from typing import Any
from typing import cast

from lark import Lark
from lark import Token
from lark import Transformer
from lark.exceptions import UnexpectedInput

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
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
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import parse_count
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_duration
from soco_rules.model.values import parse_money
from soco_rules.model.values import parse_percentage
from soco_rules.model.wording import COMPARATOR_WORDS
from soco_rules.parser.flaw import Flaw
from soco_rules.parser.grammar import parser_with
from soco_rules.parser.located import Located
from soco_rules.parser.names import name_flaw

MAX_LENGTH = 4_000
MAX_DEPTH = 64


def parse_expression(source: Located) -> tuple[Expression | None, tuple[Diagnostic, ...]]:
    """The tree of one expression, or why there is none; a tree may come with warnings.

    Example: `25% van inkomsten + 3` is read as `(25% van inkomsten) + 3`; docs/uitdrukkingen.md has all of it.
    """
    draft = _draft(source.text)
    if isinstance(draft, Flaw):
        return None, (_report(draft, source),)
    findings: list[Diagnostic] = []
    expression = _place(draft, source, findings)
    return None if has_errors(findings) else expression, tuple(findings)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A tree that knows offsets in its text only, so that one text is parsed once wherever it stands."""

    make: Callable[..., Expression] | None
    parts: tuple[Any, ...]
    start: int
    end: int
    depth: int = 1
    is_bracketed: bool = False


@lru_cache(maxsize=4096)
def _draft(text: str) -> _Draft | Flaw:
    if len(text) > MAX_LENGTH:
        message = f"de uitdrukking heeft meer dan {MAX_LENGTH} tekens"
        return Flaw(0, 1, message, "splits de uitdrukking: geef een deel een eigen naam bij begrippen")
    parser = _parser()
    try:
        draft = cast("_Draft", parser.parse(text))
    except UnexpectedInput as error:
        from soco_rules.parser.expression_errors import explain  # noqa: PLC0415 - slow, and seldom needed

        return explain(text, error, parser)
    if draft.depth > MAX_DEPTH:
        message = f"de uitdrukking is meer dan {MAX_DEPTH} bewerkingen diep"
        return Flaw(
            draft.start,
            draft.end,
            message,
            "splits de uitdrukking: geef een deel een eigen naam bij begrippen",
        )
    return draft


@cache
def _parser() -> Lark:
    return parser_with(_Drafting())


def _place(draft: _Draft, source: Located, findings: list[Diagnostic]) -> Expression:
    span = source.span(draft.start, draft.end)
    if draft.make is None:
        findings.append(_report(draft.parts[0], source))
        return Name("", span)
    if _rounds_only_the_end(draft):
        otherwise = draft.parts[2]
        message = "deze afronding geldt alleen voor het deel achter 'anders'"
        findings.append(
            finding("afronding-onduidelijk", source.span(otherwise.start, otherwise.end), message)
        )
    return draft.make(*(_place_part(part, source, findings) for part in draft.parts), span)


def _rounds_only_the_end(draft: _Draft) -> bool:
    return draft.make is Choose and draft.parts[2].make is Rounded and not draft.parts[2].is_bracketed


def _place_part(part: object, source: Located, findings: list[Diagnostic]) -> object:
    match part:
        case _Draft():
            return _place(part, source, findings)
        case tuple():
            return tuple(_place(each, source, findings) for each in part)
        case _:
            return part


def _report(flaw: Flaw, source: Located) -> Diagnostic:
    remedy = flaw.remedy
    if source.before_comment and flaw.end >= len(source.text.rstrip()):
        remedy = f"de tekst achter # telt niet mee; zet de hele uitdrukking tussen aanhalingstekens als # erbij hoort. {remedy}"
    return finding("uitdrukking", source.span(flaw.start, flaw.end), flaw.message, remedy=remedy)


_COMPARATORS = {words: comparator for comparator, words in COMPARATOR_WORDS.items()}


class _Drafting(Transformer[Token, _Draft]):
    """What each rule of the grammar makes; lark calls these while it parses, with every token of the rule."""

    def disjunction(self, children: list[Any]) -> _Draft:
        return _node(Or, children, tuple(children[::2]))

    def conjunction(self, children: list[Any]) -> _Draft:
        return _node(And, children, tuple(children[::2]))

    def negation(self, children: list[Any]) -> _Draft:
        return _node(Not, children, children[1])

    def choose(self, children: list[Any]) -> _Draft:
        return _node(Choose, children, children[1], children[3], children[5])

    def comparator(self, children: list[Token]) -> Comparator:
        phrase = _phrase(children[0])
        return _COMPARATORS.get(phrase) or Comparator(phrase)

    def compare(self, children: list[Any]) -> _Draft:
        left, comparator, right = children
        return _node(Compare, children, comparator, left, right)

    def one_of(self, children: list[Any]) -> _Draft:
        operand, phrase, options = children
        return _node(OneOf, children, operand, options.parts[0], phrase.type == "IS_GEEN_VAN")

    def applies(self, children: list[Any]) -> _Draft:
        operand, phrase = children
        return _node(Applies, children, operand, phrase.type == "IS_NIET_VAN_TOEPASSING")

    def rounded(self, children: list[Any]) -> _Draft:
        return _node(Rounded, children, children[0])

    def arithmetic(self, children: list[Any]) -> _Draft:
        left, sign, right = children
        return _node(Arithmetic, children, Operator(_phrase(sign)), left, right)

    def share(self, children: list[Any]) -> _Draft:
        return _node(Share, children, children[0], children[2])

    def sum_over(self, children: list[Any]) -> _Draft:
        return _node(SumOver, children, children[1])

    def pick(self, children: list[Any]) -> _Draft:
        phrase, operands = children
        return _node(PickOne, children, Pick(_phrase(phrase)), operands.parts[0])

    def year_of(self, children: list[Any]) -> _Draft:
        return _node(YearOf, children, children[1])

    def whole_between(self, children: list[Any]) -> _Draft:
        months = 1 if "maanden" in children[0] else 12
        return _node(WholeBetween, children, months, children[1], children[3])

    def or_else(self, children: list[Any]) -> _Draft:
        return _node(OrElse, children, children[1], children[3])

    def bracketed(self, children: list[Any]) -> _Draft:
        inner: _Draft = children[1]
        return _Draft(
            inner.make, inner.parts, _start(children[0]), _end(children[2]), inner.depth, is_bracketed=True
        )

    def options(self, children: list[Any]) -> _Draft:
        return _node(None, children, tuple(children[1::2]))

    def name(self, children: list[Token]) -> _Draft:
        return _named(Name, children)

    def this(self, children: list[Token]) -> _Draft:
        return _named(This, children)

    def percent(self, children: list[Token]) -> _Draft:
        return _literal(children, parse_percentage, Kind.PERCENTAGE)

    def number(self, children: list[Token]) -> _Draft:
        if children[0].isdecimal():
            return _literal(children, parse_count, Kind.COUNT)
        return _literal(children, _parse_amount, Kind.MONEY)

    def date(self, children: list[Token]) -> _Draft:
        return _literal(children, parse_date, Kind.DATE)

    def duration(self, children: list[Token]) -> _Draft:
        return _literal(children, parse_duration, Kind.DURATION)

    def yes_no(self, children: list[Token]) -> _Draft:
        return _node(Literal, children, children[0] == "ja", Kind.YES_NO)


def _node(make: Callable[..., Expression] | None, children: list[Any], *parts: object) -> _Draft:
    depth = 1 + max((child.depth for child in children if isinstance(child, _Draft)), default=0)
    return _Draft(make, parts, _start(children[0]), _end(children[-1]), depth)


def _named(make: type[Name | This], children: list[Token]) -> _Draft:
    word = children[-1]
    flaw = name_flaw(word)
    return _flawed(flaw) if flaw else _node(make, list(children), str(word))


def _literal(children: list[Token], parse: Callable[[str], int | Duration], kind: Kind) -> _Draft:
    word = children[0]
    try:
        return _node(Literal, list(children), parse(word), kind)
    except UnreadableValueError as error:
        message, _, remedy = str(error).partition("; ")
        if kind is Kind.MONEY:
            remedy = "schrijf een bedrag met € en twee cijfers achter de komma, of geen, zoals € 1401,50"
        return _flawed(Flaw(_start(word), _end(word), message, remedy or "verbeter de waarde"))


def _parse_amount(text: str) -> int:
    if "," in text and not text.startswith("€"):
        msg = f"'{text}' kan een bedrag zijn, of twee getallen met een komma ertussen"
        raise UnreadableValueError(msg)
    return parse_money(text)


def _flawed(flaw: Flaw) -> _Draft:
    return _Draft(None, (flaw,), flaw.start, flaw.end)


def _phrase(token: Token) -> str:
    return " ".join(token.split())


def _start(child: Token | _Draft) -> int:
    return (child.start_pos or 0) if isinstance(child, Token) else child.start


def _end(child: Token | _Draft) -> int:
    return (child.end_pos or 0) if isinstance(child, Token) else child.end
