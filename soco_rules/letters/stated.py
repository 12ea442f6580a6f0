"""Whether the words of a template state a ground: found in its tree, for one rule that gives one outcome.

A rule is stated under the heading 'Waarom', by a sentence in a choice that asks for that rule (`geldt.regel`, or
`reden.regel` in a repetition), by a sentence in a choice that asks for an outcome that only this rule gives, or by its
own description. What a calculation gives is stated where it is printed under 'Zo hebben wij gerekend'. A sentence that
is always there states nothing, nor does the name of a rule in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field

from jinja2 import nodes

from soco_rules.letters.named import Listing
from soco_rules.letters.named import Named
from soco_rules.letters.named import Node
from soco_rules.letters.named import Truth
from soco_rules.letters.sandbox import field_of
from soco_rules.letters.template import parts_of
from soco_rules.model.values import spaced

REASONS = "Waarom"
CALCULATION = "Zo hebben wij gerekend"
_HEADING = re.compile(r"^#{2,} +(.+?) *$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_ZERO = frozenset({"0", "0.00", "0.00%"})
_LISTS_OF_GROUNDS = frozenset({("redenen",), ("gronden",)})


@dataclass(frozen=True, slots=True)
class Case:
    """One ground of one outcome. `outcome` is as a template compares it; None where a calculation gives it.

    `alone` tells that no other rule gives this outcome, `others` which rules cannot hold together with this one.
    `names` is what a template can name in a decision; empty where there is no decision yet.
    """

    rule: str | None
    outcome: str | None
    role: str | None = None
    described: bool = False
    alone: bool = True
    others: frozenset[str] = frozenset()
    names: Mapping[str, Node] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What the walk through a template found: whether the ground is stated, and whether the outcome has words."""

    stated: bool
    has_words: bool


def found_in(body: Sequence[nodes.Node], case: Case) -> Found:
    """Whether this template states this ground, whatever else holds in the case."""
    walk = _Walk(case)
    stated = walk.body(body, about=False, certain=True)
    return Found(stated, walk.has_words)


@dataclass(slots=True)
class _Walk:
    """One way through a template; `section` is the heading of now, `loop` the name that stands for this ground."""

    case: Case
    section: str = ""
    loop: str | None = None
    has_words: bool = True

    def body(self, body: Iterable[nodes.Node], *, about: bool, certain: bool) -> bool:
        """Whether the ground is stated on every way through; `certain` is that nothing above is in doubt."""
        stated = False
        for node in body:
            stated = self._node(node, about=about, certain=certain) or stated
        return stated

    def _node(self, node: nodes.Node, *, about: bool, certain: bool) -> bool:
        match node:
            case nodes.Output(nodes=parts):
                stated = [self._printed(part, about=about, certain=certain) for part in parts]
                return any(stated)
            case nodes.If():
                return self._choice(node, about=about, certain=certain)
            case nodes.For():
                return self._repeated(node, about=about)
            case _:
                return False

    def _printed(self, part: nodes.Node, *, about: bool, certain: bool) -> bool:
        if isinstance(part, nodes.TemplateData):
            return self._words(part.data) and about
        name = parts_of(part)
        if name == ("geen_tekst",) and certain:
            self.has_words = False
        if self.loop and name == (self.loop, "omschrijving"):
            return self.case.described and self.section == REASONS
        return self.case.rule is None and name[:1] == ("uitkomst",) and self.section == CALCULATION

    def _words(self, data: str) -> bool:
        """Whether there are words under the heading with the reasons; also keeps which heading holds."""
        stated, at = False, 0
        for heading in _HEADING.finditer(data):
            stated = stated or self._is_reason(data[at : heading.start()])
            self.section = next(
                (one for one in (REASONS, CALCULATION) if heading[1].startswith(one)), "other"
            )
            at = heading.end()
        return stated or self._is_reason(data[at:])

    def _is_reason(self, words: str) -> bool:
        return self.section == REASONS and _WORD.search(words) is not None

    def _choice(self, node: nodes.If, *, about: bool, certain: bool) -> bool:
        """The branch that is taken; where that is in doubt each of them must state the ground."""
        ways: list[bool] = []
        before = self.section
        for branch in (node, *node.elif_):
            holds = self._holds(branch.test)
            if holds is False:
                continue
            asks = about or self._asks(branch.test)
            self.section = before
            ways.append(self.body(branch.body, about=asks, certain=certain and holds is True and not ways))
            if holds:
                return all(ways)
        self.section = before
        ways.append(self.body(node.else_, about=about, certain=certain and not ways))
        return all(ways)

    def _repeated(self, node: nodes.For, *, about: bool) -> bool:
        outside, before = self.loop, self.section
        own = parts_of(node.iter) in _LISTS_OF_GROUNDS and isinstance(node.target, nodes.Name)
        self.loop = node.target.name if own and isinstance(node.target, nodes.Name) else None
        stated = self.body(node.body, about=about, certain=False)
        self.loop, self.section = outside, before
        return stated and own

    # Conditions: True, False, or None where that depends on the case

    def _holds(self, test: nodes.Node) -> bool | None:
        match test:
            case nodes.And(left=left, right=right):
                return _both(self._holds(left), self._holds(right))
            case nodes.Or(left=left, right=right):
                return _either(self._holds(left), self._holds(right))
            case nodes.Not(node=inner):
                holds = self._holds(inner)
                return None if holds is None else not holds
            case nodes.Compare(expr=expr, ops=[nodes.Operand(op=op, expr=among)]):
                written = self._written(parts_of(expr))
                same = None if written is None else written in _texts(among)
                return None if same is None else same is (op in {"eq", "in"})
            case nodes.Test(node=inner, name="nul"):
                written = self._written(parts_of(inner))
                return None if written is None else written in _ZERO
            case nodes.Test(node=inner, name="bekend"):
                return self._is_known(parts_of(inner))
            case _:
                return self._truth(parts_of(test))

    def _written(self, name: tuple[str, ...]) -> str | None:
        case = self.case
        if self.loop and name == (self.loop, "regel"):
            return spaced(case.rule) if case.rule else "berekening"
        if self._is_outcome(name):
            return case.outcome
        node = self._resolved(name)
        return node.written if isinstance(node, Named) else None

    def _is_outcome(self, name: tuple[str, ...]) -> bool:
        return name == (("uitkomst", self.case.role) if self.case.role else ("uitkomst",))

    def _is_known(self, name: tuple[str, ...]) -> bool | None:
        if self.loop and name == (self.loop, "omschrijving"):
            return self.case.described
        if self._is_outcome(name):
            return True
        if name[:2] == ("vaststelling", "afwijking"):
            return False
        match self._resolved(name):
            case Named() as node:
                return node.is_known
            case Listing(items=items):
                return bool(items)
            case _:
                return None

    def _truth(self, name: tuple[str, ...]) -> bool | None:
        if name[:1] == ("geldt",) and name[1:2] != (self._other_role(),):
            rule = name[-1]
            if rule == self.case.rule:
                return True
            if rule in self.case.others:
                return False
        match self._resolved(name):
            case Truth(holds=holds):
                return holds
            case Listing(items=items):
                return bool(items)
            case _:
                return None

    def _other_role(self) -> str | None:
        return {"belanghebbende": "partner", "partner": "belanghebbende"}.get(self.case.role or "")

    def _resolved(self, name: tuple[str, ...]) -> Node | None:
        first, *rest = name or ("",)
        node = self.case.names.get(first)
        for part in rest:
            node = field_of(node, part) if node is not None else None
        return node

    def _asks(self, test: nodes.Node) -> bool:
        """Whether a condition that can hold asks for this ground, and not for its absence."""
        match test:
            case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
                return self._asks(left) or self._asks(right)
            case nodes.Not():
                return False
            case nodes.Compare(expr=expr, ops=[nodes.Operand(op="eq" | "in", expr=among)]):
                name = parts_of(expr)
                if self.loop and name == (self.loop, "regel"):
                    return self._written(name) in _texts(among)
                asked = _texts(among)
                return self._is_outcome(name) and self.case.alone and asked == (self.case.outcome,)
            case nodes.Test(node=inner, name="nul"):
                return self._is_outcome(parts_of(inner)) and self.case.alone
            case _:
                name = parts_of(test)
                return name[:1] == ("geldt",) and self._truth(name) is True


def _texts(among: nodes.Node) -> tuple[str, ...]:
    match among:
        case nodes.Const(value=str(text)):
            return (text,)
        case nodes.Const(value=tuple(texts) | list(texts)):  # a constant after jinja2 has compiled the tree
            return tuple(texts)
        case nodes.Tuple(items=items) | nodes.List(items=items):
            return tuple(item.value for item in items if isinstance(item, nodes.Const))
        case _:
            return ()


def _both(left: bool | None, right: bool | None) -> bool | None:
    if left is False or right is False:
        return False
    return True if left and right else None


def _either(left: bool | None, right: bool | None) -> bool | None:
    if left or right:
        return True
    return False if left is False and right is False else None
