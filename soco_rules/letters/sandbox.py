"""The sandbox in which a checked template is filled: every printed value becomes an opaque token.

A token is one character of a private-use plane. Markdown then sees only the template's own words, so nothing in a
value can be markup, and the value keeps its name and origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Any
from typing import assert_never

import jinja2
from jinja2 import StrictUndefined
from jinja2 import nodes
from jinja2 import pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.letters.named import Listing
from soco_rules.letters.named import Named
from soco_rules.letters.named import Node
from soco_rules.letters.named import Rules
from soco_rules.letters.named import Truth
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Value
from soco_rules.model.values import capital

CODE = "sjabloon"

LONGEST_TEXT = 200_000
"""Characters of the template's own words in one letter."""
LONGEST_VALUES = 2_000_000
"""Characters of all printed values together."""
MOST_STEPS = 20_000
"""Rounds of all `for` together."""

FIRST_TOKEN = 0xF0000
MOST_TOKENS = 0xFFFD
TOKEN = re.compile("[\U000f0000-\U000ffffd]")
_RENDERING = " rendering"
"""A name that no template can write, because of the space."""

GROUND = "grond"
"""The kind of a token that prints nothing and gives the words before it the origins of the choice above them."""

FILTERS = ("hoofdletter",)
TESTS = ("bekend", "nul")


@dataclass(frozen=True, slots=True)
class Rendered:
    """The template's own words with tokens, and the value of each token."""

    text: str
    values: tuple[Value, ...]

    def value_of(self, token: str) -> Value:
        """The value that a token stands for."""
        return self.values[ord(token) - FIRST_TOKEN]


class _TemplateStoppedError(Exception):
    """A bound was passed; the finding is already noted."""


@dataclass(slots=True)
class _Rendering:
    """What one rendering has printed and found so far; lives for that one rendering."""

    values: list[Value] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    steps: int = 0
    characters: int = 0

    def fault(self, file: str, line: int, message: str, *, remedy: str = "") -> None:
        self.findings.append(template_finding(file, line, message, remedy=remedy))

    def stop(self, file: str, line: int, message: str) -> None:
        self.fault(file, line, message)
        raise _TemplateStoppedError

    def token(self, value: Value, file: str, line: int) -> str:
        self.characters += len(value.text)
        if self.characters > LONGEST_VALUES or len(self.values) >= MOST_TOKENS:
            self.stop(file, line, "de waarden in deze brief zijn samen te lang")
        self.values.append(value)
        return chr(FIRST_TOKEN + len(self.values) - 1)


class _Token(str):
    """Text that was made of tokens, the only thing that may be printed."""

    __slots__ = ()


def _only_tokens(printed: object) -> _Token:
    if not isinstance(printed, _Token):
        raise TypeError("only tokens are printed; the check of the template let something through")
    return printed


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which a dot reaches the fields of a decision and nothing of Python."""

    def getattr(self, obj: Any, attribute: str) -> Node:  # noqa: ANN401 - jinja2 gives whatever a name holds
        return field_of(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Node:  # noqa: ANN401 - idem
        return field_of(obj, str(argument))


def field_of(node: Node, name: str) -> Node:
    """The part of a node that has a name; of what is not known a node that says so."""
    if isinstance(node, Named):
        found = node.fields.get(name)
        return found if found is not None else _missing_field(node, name)
    if isinstance(node, Rules):
        return node.persons.get(name) or node.rule(name)
    return Named(
        f"{node.name}.{name}", gap="bestaat niet; dit is een lijst of een keuze en heeft geen onderdelen"
    )


def _missing_field(node: Named, name: str) -> Named:
    known = sorted(node.fields)
    if node.value is None and not known:
        return Named(f"{node.name}.{name}", gap=node.gap)
    near = did_you_mean(name, known, otherwise=f"Bekend zijn: {', '.join(known[:12])}" if known else "")
    return Named(f"{node.name}.{name}", gap=f"bestaat niet in dit besluit. {near}".rstrip())


@pass_context
def _print(context: Context, node: Node, file: str, line: int) -> _Token:
    rendering: _Rendering = context[_RENDERING]
    match node:
        case Named(value=None):
            rendering.fault(file, line, f"'{node.name}' {node.gap}", remedy=_remedy_for(node))
            return _Token()
        case Named(value=value):
            assert value is not None
            return _Token(rendering.token(value, file, line))
        case Listing(items=items):
            known = [rendering.token(item.value, file, line) for item in items if item.value is not None]
            if not known:
                rendering.fault(file, line, f"'{node.name}' is leeg", remedy=_ASK_FIRST.format(node.name))
            return _Token(
                " en ".join((", ".join(known[:-1]), known[-1])) if len(known) > 1 else "".join(known)
            )
        case Truth(name=name) | Rules(name=name):
            rendering.fault(file, line, f"'{name}' is alleen te gebruiken in een keuze met {{% if %}}")
            return _Token()
        case _:
            assert_never(node)


@pass_context
def _ground(context: Context, tested: list[Node], file: str, line: int) -> _Token:
    rendering: _Rendering = context[_RENDERING]
    origins = tuple(dict.fromkeys(origin for node in tested for origin in _origins(node)))
    return _Token(rendering.token(Value("", GROUND, GROUND, origins), file, line) if origins else "")


def _origins(node: Node) -> tuple[Origin, ...]:
    match node:
        case Named(value=Value(origins=origins)) | Truth(origins=origins):
            return origins
        case _:
            return ()  # that a list holds something says nothing of what is printed of it


_ASK_FIRST = "vraag er eerst naar met {{% if {0} is bekend %}}"


def _remedy_for(node: Named) -> str:
    return _ASK_FIRST.format(node.name) if "nog niet bekend" in node.gap else ""


@pass_context
def _written(context: Context, node: Node, file: str, line: int) -> str:
    if isinstance(node, Named) and node.written is not None:
        return node.written
    rendering: _Rendering = context[_RENDERING]
    gap = (
        node.gap
        if isinstance(node, Named)
        else "is een lijst of een keuze en heeft geen tekst om mee te vergelijken"
    )
    rendering.fault(
        file, line, f"'{node.name}' {gap}", remedy=_remedy_for(node) if isinstance(node, Named) else ""
    )
    return ""


@pass_context
def _holds(context: Context, node: Node, file: str, line: int) -> bool:
    rendering: _Rendering
    match node:
        case Truth(holds=holds):
            return holds
        case Listing(items=items):
            return bool(items)
        case Rules(name=name):
            rendering = context[_RENDERING]
            rendering.fault(
                file, line, f"'{name}' is geen ja of nee", remedy=f"noem een regel: {{% if {name}.regel %}}"
            )
            return False
        case Named(name=name):
            rendering = context[_RENDERING]
            rendering.fault(
                file, line, f"'{name}' is geen ja of nee", remedy=f'vergelijk: {{% if {name} == "ja" %}}'
            )
            return False
        case _:
            assert_never(node)


@pass_context
def _each(context: Context, node: Node, file: str, line: int) -> Iterator[Named]:
    rendering: _Rendering = context[_RENDERING]
    if not isinstance(node, Listing):
        rendering.fault(file, line, f"'{node.name}' is geen lijst")
        return
    for item in node.items:
        rendering.steps += 1
        if rendering.steps > MOST_STEPS:
            rendering.stop(file, line, "deze herhaling duurt te lang")
        yield item


def _capital(node: Node) -> Node:
    if not isinstance(node, Named) or node.value is None:
        return node
    text = node.value.text
    return replace(node, value=replace(node.value, text=capital(text)))


def _is_known(node: Node) -> bool:
    return node.is_known if isinstance(node, Named) else isinstance(node, Listing) and bool(node.items)


def _is_zero(written: str) -> bool:
    return written in {"0", "0.00", "0.00%"}


def _environment() -> _Environment:
    environment = _Environment(
        loader=None,
        undefined=StrictUndefined,
        finalize=_only_tokens,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # no value reaches this text; HTML is written from the tree
    )
    environment.globals.clear()
    environment.tests = {"bekend": _is_known, "nul": _is_zero}
    environment.filters = {
        "hoofdletter": _capital,
        "_print": _print,
        "_ground": _ground,
        "_written": _written,
        "_holds": _holds,
        "_each": _each,
    }
    return environment


ENVIRONMENT = _environment()


def render(
    shown: str, template: jinja2.Template, names: Mapping[str, Node]
) -> tuple[Rendered | None, tuple[Diagnostic, ...]]:
    """The words of the letter with a token for each value; nothing when anything in it cannot be said."""
    rendering = _Rendering()
    pieces: list[str] = []
    length = 0
    try:
        for piece in template.generate({**names, _RENDERING: rendering}):
            length += len(piece)
            if length > LONGEST_TEXT:
                rendering.stop(shown, 1, "de brief wordt te lang")
            pieces.append(piece)
    except _TemplateStoppedError:
        pass
    if rendering.findings:
        return None, tuple(rendering.findings)
    return Rendered("".join(pieces), tuple(rendering.values)), ()


def compile_template(shown: str, body: list[nodes.Node]) -> jinja2.Template:
    """The template of a body that was checked and marked; nothing else may be compiled here."""
    code = ENVIRONMENT.compile(nodes.Template(body, lineno=1), name=shown, filename=shown)
    return ENVIRONMENT.template_class.from_code(ENVIRONMENT, code, {})


def template_finding(file: str, line: int, message: str, *, remedy: str = "") -> Diagnostic:
    """A finding at a line of a template."""
    return finding(CODE, Span(file, line, 1, line, 1), message, remedy=remedy)
