"""A template: what legal staff wrote, read as jinja2 and held to the few words that a letter needs.

Only printing, choosing, repeating and including remain; a call, a calculation or a literal that is printed is a
finding. What is included is put in its place here, so that filling a template opens no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import jinja2
from jinja2 import TemplateSyntaxError
from jinja2 import nodes

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import did_you_mean
from soco_rules.letters.sandbox import ENVIRONMENT
from soco_rules.letters.sandbox import FILTERS
from soco_rules.letters.sandbox import TESTS
from soco_rules.letters.sandbox import compile_template
from soco_rules.letters.sandbox import template_finding
from soco_rules.letters.vocabulary import NAMES

SUFFIX = ".md.j2"

LARGEST_FILE = 64 * 1024
DEEPEST = 8
"""Levels of `if`, `for` and `include` inside each other."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000f0000-\U0010ffff]"
)
_INCLUDED = re.compile(r"""["']([a-z0-9_-]+(?:/[a-z0-9_-]+)*\.md\.j2)["']""")
_LAST_WORD = re.compile(r"[^\W\d_][^\n|#]*?(?=[ \t]*(?:[|\n]|\Z))")
"""From a letter to the last sign of a cell or a line: words, and no marks of Markdown at its end."""
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")


@dataclass(frozen=True, slots=True)
class Source:
    """A template file as it was read; `shown` is its name in findings."""

    shown: str
    text: str


_Node = TypeVar("_Node", bound=nodes.Node)
_Reading = tuple[Source | None, tuple[Diagnostic, ...]]
"""A file, or why it cannot be read."""

_PLAIN = jinja2.Environment(loader=None, keep_trailing_newline=True, autoescape=True)
"""Trims nothing, so that lines keep their number."""


def read(path: Path) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of a template file, refused when it is too large, not UTF-8 or holds invisible signs."""
    shown = path.as_posix()
    try:
        if path.is_symlink():  # its text would show in findings, wherever it leads
            return None, (
                template_finding(shown, 1, "het sjabloon is een verwijzing naar een ander bestand"),
            )
        if path.stat().st_size > LARGEST_FILE:
            return None, (
                template_finding(shown, 1, f"het sjabloon is groter dan {LARGEST_FILE // 1024} kB"),
            )
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None, (template_finding(shown, 1, "het sjabloon is geen UTF-8"),)
    except OSError:
        return None, (template_finding(shown, 1, "het sjabloon is niet te openen"),)
    found = _FORBIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        return None, (
            template_finding(shown, line, f"hier staat een onzichtbaar teken (U+{ord(found[0]):04X})"),
        )
    return Source(shown, text), ()


def find(name: str, templates: Sequence[Path], municipality: str | None) -> Path | None:
    """The template of this municipality, else the general one; `name` has no suffix."""
    for folder in templates:
        for candidate in ([folder / municipality / f"{name}{SUFFIX}"] if municipality else []) + [
            folder / f"{name}{SUFFIX}"
        ]:
            if candidate.is_file():
                return candidate
    return None


@lru_cache(maxsize=256)  # a part is checked with every template that takes it
def words_of(text: str) -> str:
    """The template's own words on their own lines: each printed value is an `x`, each instruction is gone."""
    words: list[str] = []
    written = 1
    try:
        for line, kind, piece in _PLAIN.lex(text):
            words.append("\n" * (line - written))
            word = piece if kind == "data" else "x" if kind == "variable_end" else ""
            words.append(word)
            written = line + word.count("\n")
    except TemplateSyntaxError:
        pass  # loading the same text reports it
    return "".join(words)


@dataclass(frozen=True, slots=True)
class Place:
    """A name that a template uses, in its parts, and the texts that it is compared with there."""

    file: str
    line: int
    parts: tuple[str, ...]
    compared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Whole:
    """A template that keeps to the few words, as a tree with its includes put in place, and what it names."""

    shown: str
    sources: tuple[Source, ...]
    body: tuple[nodes.Node, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A template that is ready to be filled."""

    whole: Whole
    compiled: jinja2.Template

    @property
    def shown(self) -> str:
        """The name of the file in findings."""
        return self.whole.shown


def load(
    path: Path, templates: Sequence[Path], municipality: str | None
) -> tuple[Whole | None, tuple[Diagnostic, ...]]:
    """The template and what it includes, parsed and checked; all findings at once.

    The same files are parsed once: municipalities share most of their parts.
    """
    template = read(path)
    parts: dict[str, _Reading | None] = {}
    waiting = [template]
    for source, _ in waiting:  # grows: what is included may include too
        for name in _INCLUDED.findall(source.text) if source else ():
            if name not in parts:
                part = find(name.removesuffix(SUFFIX), templates, municipality)
                reading = parts[name] = read(part) if part else None
                if reading:
                    waiting.append(reading)
    return _loaded(path.as_posix(), template, tuple(parts.items()))


@lru_cache(maxsize=128)
def _loaded(
    shown: str, template: _Reading, parts: tuple[tuple[str, _Reading | None], ...]
) -> tuple[Whole | None, tuple[Diagnostic, ...]]:
    loading = _Loading(dict(parts))
    body = loading.file(template, frozenset(NAMES), depth=0)
    if loading.findings:
        return None, tuple(loading.findings)
    return Whole(shown, tuple(loading.sources), tuple(body), tuple(loading.places)), ()


def ready(whole: Whole) -> Checked:
    """The template, compiled: the slow part, and only needed to fill it."""
    return Checked(whole, compile_template(whole.shown, list(whole.body)))


@lru_cache(maxsize=256)  # a part is read with every template that takes it, so its tree is never changed
def _parse(source: Source) -> tuple[nodes.Template | None, tuple[Diagnostic, ...]]:
    try:
        return ENVIRONMENT.parse(source.text), ()
    except TemplateSyntaxError as error:
        return None, (template_finding(source.shown, error.lineno, _in_dutch(error.message or "")),)
    except (RecursionError, ValueError, OverflowError):
        return None, (
            template_finding(source.shown, 1, "het sjabloon heeft te veel haken of een te groot getal"),
        )


def _in_dutch(message: str) -> str:
    unknown = _UNKNOWN_TAG.search(message)
    if "nexpected end of template" in message or "Missing end of" in message:
        return "hier begint iets dat nergens eindigt; sluit {% if %} met {% endif %} en {% for %} met {% endfor %}"
    if unknown:
        return f"'{unknown[1]}' staat hier niet goed; te gebruiken zijn if, elif, else, endif, for, endfor en include"
    return "wat tussen {{ }} of {% %} staat is niet te lezen"


@dataclass(slots=True)
class _Loading:
    """What was found so far in a template and in its parts by name; lives for one `load`."""

    parts: Mapping[str, _Reading | None]
    findings: list[Diagnostic] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    above: list[nodes.Expr] = field(default_factory=list)
    """The names that the choices around this place ask for."""

    def file(self, reading: _Reading, scope: frozenset[str], depth: int) -> list[nodes.Node]:
        source, findings = reading
        self.findings.extend(findings)
        if source is None:
            return []
        if source not in self.sources:
            self.sources.append(source)
        parsed, findings = _parse(source)
        self.findings.extend(findings)
        return self.body(parsed.body, source.shown, scope, depth) if parsed is not None else []

    def fault(self, file: str, node: nodes.Node, message: str, *, remedy: str = "") -> None:
        self.findings.append(template_finding(file, node.lineno, message, remedy=remedy))

    def body(self, body: list[nodes.Node], file: str, scope: frozenset[str], depth: int) -> list[nodes.Node]:
        if depth > DEEPEST:
            self.fault(
                file, body[0], f"hier staan meer dan {DEEPEST} keuzes, herhalingen of invoegingen in elkaar"
            )
            return []
        return [kept for node in body for kept in self.statement(node, file, scope, depth)]

    def statement(self, node: nodes.Node, file: str, scope: frozenset[str], depth: int) -> list[nodes.Node]:
        match node:
            case nodes.Output():
                parts = [kept for part in node.nodes for kept in self.output(part, file, scope)]
                return [_with(node, nodes=parts)]
            case nodes.If(test=nodes.Expr() as test):
                return [self.choice(node, test, file, scope, depth)]
            case nodes.For(
                target=nodes.Name(name=name), iter=nodes.Expr() as every, test=None, recursive=False
            ):
                each = self.marked(self.path(every, file, scope), "_each", file)
                body = self.body(node.body, file, scope | {name}, depth + 1)
                none = self.body(node.else_, file, scope, depth + 1) if node.else_ else []
                return [_with(node, iter=each, body=body, else_=none)]
            case nodes.Include(template=nodes.Const(value=str(name)), ignore_missing=False):
                return self.included(node, name, file, scope, depth)
            case _:
                word = _STATEMENTS.get(type(node).__name__, "deze opdracht")
                self.fault(
                    file, node, f"{word} hoort niet in een sjabloon; te gebruiken zijn if, for en include"
                )
                return []

    def choice(
        self, node: nodes.If, test: nodes.Expr, file: str, scope: frozenset[str], depth: int
    ) -> nodes.If:
        outside = len(self.above)
        self.above += _names_in(test)
        condition = self.condition(test, file, scope)
        body = self.body(node.body, file, scope, depth + 1)
        for part in node.elif_:
            self.above += _names_in(part.test)
        otherwise = self.body(node.else_, file, scope, depth + 1) if node.else_ else []
        del self.above[outside:]
        elifs = [kept for part in node.elif_ for kept in self.elif_(part, file, scope, depth)]
        return _with(node, test=condition, body=body, elif_=elifs, else_=otherwise)

    def elif_(self, node: nodes.If, file: str, scope: frozenset[str], depth: int) -> list[nodes.If]:
        kept = self.statement(node, file, scope, depth)
        return [part for part in kept if isinstance(part, nodes.If)]

    def included(
        self, node: nodes.Node, name: str, file: str, scope: frozenset[str], depth: int
    ) -> list[nodes.Node]:
        part = self.parts.get(name)
        if part is None:
            self.fault(file, node, f"het sjabloon '{name}' bestaat niet in de map met sjablonen")
            return []
        if depth >= DEEPEST:
            self.fault(file, node, f"'{name}' wordt in zichzelf of te diep ingevoegd")
            return []
        return self.file(part, scope, depth + 1)

    def output(self, node: nodes.Expr, file: str, scope: frozenset[str]) -> list[nodes.Expr]:
        if not isinstance(node, nodes.TemplateData):
            return [self.printed(node, file, scope)]
        return list(self.grounded(node, file)) if self.above else [node]

    def grounded(self, data: nodes.TemplateData, file: str) -> Iterator[nodes.Expr]:
        """The words of a choice, with behind the last word of each line what it rests on."""
        at = 0
        for found in _LAST_WORD.finditer(data.data):
            yield nodes.TemplateData(data.data[at : found.end()], lineno=data.lineno, environment=ENVIRONMENT)
            asked = nodes.List([_again(name) for name in self.above], lineno=data.lineno)
            yield self.marked(asked, "_ground", file)
            at = found.end()
        if at < len(data.data):
            yield nodes.TemplateData(data.data[at:], lineno=data.lineno, environment=ENVIRONMENT)

    def printed(self, node: nodes.Expr, file: str, scope: frozenset[str]) -> nodes.Expr:
        match node:
            case nodes.Filter(
                node=nodes.Expr() as inner, name=name, args=[], kwargs=[], dyn_args=None, dyn_kwargs=None
            ):
                if name not in FILTERS:
                    near = did_you_mean(name, FILTERS, otherwise=f"te gebruiken is: {', '.join(FILTERS)}")
                    self.fault(file, node, f"de bewerking '{name}' bestaat niet", remedy=near)
                    return node
                self.path(inner, file, scope)
                self.named(inner, file)
                return self.marked(_with(node), "_print", file)
            case _:
                self.named(node, file)
                return self.marked(self.path(node, file, scope), "_print", file)

    def condition(self, node: nodes.Expr, file: str, scope: frozenset[str]) -> nodes.Expr:
        match node:
            case nodes.And() | nodes.Or():
                left = self.condition(node.left, file, scope)
                return _with(node, left=left, right=self.condition(node.right, file, scope))
            case nodes.Not():
                return _with(node, node=self.condition(node.node, file, scope))
            case nodes.Compare(ops=[nodes.Operand(op="eq" | "ne", expr=nodes.Const(value=str(text)))]):
                self.named(node.expr, file, text)
                return self.compared(node, file, scope)
            case nodes.Compare(
                ops=[nodes.Operand(op="in" | "notin", expr=(nodes.Tuple() | nodes.List()) as among)]
            ) if all(isinstance(item, nodes.Const) and isinstance(item.value, str) for item in among.items):
                self.named(node.expr, file, *(item.as_const() for item in among.items))
                return self.compared(node, file, scope)
            case nodes.Compare():
                self.fault(file, node, 'vergelijken kan alleen met == of != en een tekst, zoals == "ja"')
                return node
            case nodes.Test(node=inner, name="nul", args=[], kwargs=[]):
                self.named(inner, file)
                return _with(node, node=self.marked(self.path(inner, file, scope), "_written", file))
            case nodes.Test(node=inner, name="bekend", args=[], kwargs=[]):
                self.named(inner, file)
                self.path(inner, file, scope)
                return node
            case nodes.Test(name=name):
                near = did_you_mean(name, TESTS, otherwise="te gebruiken zijn: is bekend, is nul")
                self.fault(file, node, f"de vraag 'is {name}' bestaat niet", remedy=near)
                return node
            case _:
                self.named(node, file)
                return self.marked(self.path(node, file, scope), "_holds", file)

    def compared(self, node: nodes.Compare, file: str, scope: frozenset[str]) -> nodes.Compare:
        written = self.marked(self.path(node.expr, file, scope), "_written", file)
        return _with(node, expr=written, ops=[_with(operand) for operand in node.ops])

    def named(self, node: nodes.Expr, file: str, *compared: str) -> None:
        if parts := parts_of(node):
            self.places.append(Place(file, node.lineno, parts, compared))

    def path(self, node: nodes.Expr, file: str, scope: frozenset[str]) -> nodes.Expr:
        match node:
            case nodes.Name(name=name):
                if name not in scope:
                    near = did_you_mean(name, scope, otherwise="docs/brieven.md noemt alle namen")
                    self.fault(file, node, f"de naam '{name}' bestaat niet", remedy=near)
            case nodes.Getattr(attr=attribute):
                if attribute.startswith("_"):
                    self.fault(file, node, f"'{attribute}' is geen naam uit een besluit")
                else:
                    self.path(node.node, file, scope)
            case _:
                self.fault(
                    file,
                    node,
                    f"{_EXPRESSIONS.get(type(node).__name__, 'dit')} hoort niet in een sjabloon",
                    remedy="noem een waarde uit het besluit, zoals {{ uitkomst }}",
                )
        return node

    def marked(self, node: nodes.Expr, name: str, file: str) -> nodes.Filter:
        place: list[nodes.Expr] = [nodes.Const(file), nodes.Const(node.lineno)]
        return nodes.Filter(node, name, place, [], None, None, lineno=node.lineno, environment=ENVIRONMENT)


def _with(node: _Node, /, **parts: object) -> _Node:
    """The node with other parts, itself unchanged."""
    again = copy(node)
    for name, part in parts.items():
        setattr(again, name, part)
    return again


def parts_of(node: nodes.Node) -> tuple[str, ...]:
    """The parts of a name such as `uitkomsten.bedrag`, also where it is marked; none of anything else."""
    match node:
        case nodes.Name(name=name):
            return (name,)
        case nodes.Getattr(node=inner, attr=attribute):
            before = parts_of(inner)
            return (*before, attribute) if before else ()
        case nodes.Filter(node=nodes.Expr() as inner):
            return parts_of(inner)
        case _:
            return ()


def _names_in(test: nodes.Node) -> list[nodes.Expr]:
    """The names that a condition asks for, outside its marks."""
    match test:
        case nodes.Name() | nodes.Getattr():
            return [test] if parts_of(test) else []
        case _:
            return [name for child in test.iter_child_nodes() for name in _names_in(child)]


def _again(name: nodes.Expr) -> nodes.Expr:
    """The same name once more, for a second place in the tree."""
    match name:
        case nodes.Getattr(node=inner, attr=attribute):
            again: nodes.Expr = nodes.Getattr(_again(inner), attribute, "load")
        case nodes.Name(name=text):
            again = nodes.Name(text, "load")
        case _:
            raise TypeError(name)
    again.set_lineno(name.lineno)
    again.set_environment(ENVIRONMENT)
    return again


_STATEMENTS = {
    "Assign": "{% set %}",
    "AssignBlock": "{% set %}",
    "Macro": "{% macro %}",
    "CallBlock": "{% call %}",
    "FilterBlock": "{% filter %}",
    "Import": "{% import %}",
    "FromImport": "{% from %}",
    "Extends": "{% extends %}",
    "Block": "{% block %}",
    "With": "{% with %}",
    "For": "een {% for %} met meer dan één naam of met een voorwaarde",
    "Include": "een {% include %} zonder vaste naam tussen aanhalingstekens",
    "ScopedEvalContextModifier": "{% autoescape %}",
    "Scope": "{% autoescape %}",
}

_EXPRESSIONS = {
    "Const": "een vaste tekst of een vast getal tussen {{ }}",
    "Getitem": "zoeken met [ ]",
    "Call": "een aanroep met ( )",
    "CondExpr": "een keuze binnen {{ }}",
    "Concat": "teksten aan elkaar plakken",
    "Filter": "een bewerking met | op deze plaats",
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow", "Neg", "Pos"), "rekenen"),
}
