"""What can come next in a text that is being typed: keys of the schema, names of the agreement, whole sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import cache
from functools import lru_cache
from itertools import chain
from typing import Any

from soco_rules.compiler.layers import days_to_check
from soco_rules.compiler.layers import stack_layers
from soco_rules.model.agreement import Agreement
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType
from soco_rules.model.workspace import Workspace
from soco_rules.parser.schema import schemas
from soco_rules.scenarios.catalogue import STEPS
from soco_rules.web.policy.flow import Context
from soco_rules.web.policy.flow import context_of

MOST = 60
LONGEST = 1000
"""Signs of a line in which something can come next; a longer one nobody types, and looking it over takes too long."""

_WORD = re.compile(r"[\w/-]*$")
_CELL = re.compile(r"^\s*\|(?:[^|]*\|)*\s*([\w ]*)$")
_STEP = re.compile(r"^\s*(?:Gegeven|Stel|En|Als|Wanneer|Dan|Maar|\*) (.*)$")
_QUOTED = re.compile(r'"([^"]*)$')
_RULES = frozenset({"uitzondering_op", "gaat_voor"})
_CHOSEN = re.compile(r"\b(\w+) is (?:niet |(?:een|geen) van \((?:[\w-]+, *)*)?[\w-]*$")
"""An expression that goes on with a value of what it names."""
_OF_CONCEPTS = frozenset({"uitkomst", "ook"})

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can come next: the text, what it is, and what it means."""

    text: str
    sort: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """What can come next, in the place of the last `replaces` signs."""

    replaces: int
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names that an agreement knows: each of a sort, with its meaning, its choices and the rules of a concept."""

    options: tuple[Option, ...] = ()
    choices: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    rules: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    layers: tuple[str, ...] = ()

    def of(self, *sorts: str) -> tuple[Option, ...]:
        """The names of some sorts."""
        return tuple(option for option in self.options if option.sort in sorts)


@lru_cache(maxsize=64)
def names_of(workspace: Workspace, version: Agreement | None) -> Names:
    """The names of a version with all that it stands on; of one that cannot be read only those of other layers."""
    layers = tuple(workspace.agreements)
    days = days_to_check(workspace, version) if version else ()
    stack = stack_layers(workspace, version, days[-1])[0] if version and days else None
    if stack is None:
        return Names(layers=layers)
    points = {name: point.declared for name, point in stack.points.items()}
    concepts = {name: merged.declared for name, merged in stack.concepts.items()}
    options = (
        *(Option(name, "punt", point.description) for name, point in points.items()),
        *(Option(name, "gegeven", fact.question) for name, fact in stack.facts.items()),
        *(Option(name, "begrip", concept.description) for name, concept in concepts.items()),
        *(Option(name, "bedrag", table.description) for name, table in stack.amounts.items()),
        *(Option(name, "besluit", decision.title) for name, decision in stack.decisions.items()),
    )
    typed = {
        name: thing.type
        for thing_by_name in (points, stack.facts, concepts)
        for name, thing in thing_by_name.items()
    }
    return Names(
        options,
        {name: _choices(type_) for name, type_ in typed.items() if type_},
        {name: tuple(owned.rule.name for owned in merged.rules) for name, merged in stack.concepts.items()},
        layers,
    )


def in_rules(before: str, names: Names) -> Completion:
    """What can come next in a rule file, after the text before the cursor."""
    if len(before.rpartition("\n")[2]) > LONGEST:
        return Completion(0, ())
    context = context_of(before)
    word = _last_word(before)
    found = _keys(context, names) if context.is_key else _values(context, names)
    chosen = _CHOSEN.search(before.rpartition("\n")[2])
    first = names.choices.get(chosen[1], ()) if chosen else ()
    return _fitting(chain(first, found), word)


def in_scenario(before: str, names: Names) -> Completion:
    """What can come next in a feature file: a sentence, a name between quotes, or a fact in a table."""
    line = before.rpartition("\n")[2]
    if len(line) > LONGEST:
        return Completion(0, ())
    everything = (*names.options, *chain.from_iterable(names.choices.values()))
    rules = tuple(Option(name, "regel") for name in _every(names.rules.values()))
    if line.count('"') % 2 and (quoted := _QUOTED.search(line)):
        layers = tuple(Option(name, "overeenkomst") for name in names.layers)
        return _fitting((*everything, *rules, *layers), quoted[1])
    if cell := _CELL.match(line):
        return _fitting(everything, cell[1])
    if step := _STEP.match(line):
        sentences = (
            Option(step.example.splitlines()[0].split(" ", 1)[1], "zin", step.meaning) for step in STEPS
        )
        return _fitting(sentences, step[1])
    return Completion(0, ())


def _fitting(options: Iterable[Option], word: str) -> Completion:
    """Those that begin with what was typed, then those that have it somewhere; each once."""
    said = word.casefold()
    every = tuple({option.text: option for option in options}.values())
    first = [option for option in every if option.text.casefold().startswith(said)]
    inside = [option for option in every if said in option.text.casefold() and option not in first]
    fitting = [option for option in (*first, *inside) if option.text != word]
    return Completion(len(word), tuple(fitting[:MOST]))


def _last_word(before: str) -> str:
    found = _WORD.search(before)
    return found[0] if found else ""


def _keys(context: Context, names: Names) -> Iterator[Option]:
    for schema in _schemas_at(context.path):
        for key, what in schema.get("properties", {}).items():
            yield Option(f"{key}: ", "sleutel", what.get("description", ""))
    match context.path:
        case ("afspraken",):
            yield from (Option(f"{each.text}: ", each.sort, each.meaning) for each in names.of("punt"))
        case ("begrippen",):
            yield from (Option(f"{each.text}: ", each.sort, each.meaning) for each in names.of("begrip"))
        case _:
            pass


def _values(context: Context, names: Names) -> Iterator[Option]:
    key = context.path[-1] if context.path and context.path[-1] != "-" else ""
    key = context.path[-2] if not key and len(context.path) > 1 else key
    schemas_here = tuple(_schemas_at(context.path))
    for schema in schemas_here:
        for value in (*schema.get("enum", ()), *((schema["const"],) if "const" in schema else ())):
            yield Option(str(value), "waarde")
    match context.path:
        case ("afspraken", name, "waarde") | ("afspraken", name):
            yield from names.choices.get(name, ())
            return
        case ("begrippen", name, *_) if key in _RULES:
            yield from (Option(rule, "regel") for rule in (*names.rules.get(name, ()), "alle"))
            return
        case ("begrippen", name, *_) if key in {"dan", "anders"}:
            yield from names.choices.get(name, ())
        case ("bouwt_op", *_):
            yield from (Option(layer, "laag") for layer in names.layers)
            return
        case _:
            pass
    if key in _OF_CONCEPTS:
        yield from names.of("begrip")
    elif any(schema.get("type") == ["string", "number"] for schema in schemas_here):
        yield from names.of("gegeven", "begrip", "punt", "bedrag")
        yield from chain.from_iterable(names.choices.values())


def _choices(type_: ValueType) -> tuple[Option, ...]:
    absent = (NOT_APPLICABLE_TEXT,) if type_.may_be_absent else ()
    choices = ("ja", "nee") if type_.kind is Kind.YES_NO else type_.choices
    return tuple(Option(each, "waarde", type_.words.get(each, "")) for each in (*choices, *absent))


def _every(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))


def _schemas_at(path: tuple[str, ...]) -> Iterator[Schema]:
    """What the schema of rule files says can stand below some keys; a dash stands for a place in a list."""
    here: tuple[Schema, ...] = tuple(_meant(_rules()))
    for step in path:
        here = tuple(meant for schema in here for below in _below(schema, step) for meant in _meant(below))
    yield from here


def _below(schema: Schema, step: str) -> Iterator[Schema]:
    if step == "-":
        if "items" in schema:
            yield schema["items"]
    elif step in schema.get("properties", {}):
        yield schema["properties"][step]
    else:
        yield from schema.get("patternProperties", {}).values()


def _meant(schema: Schema) -> Iterator[Schema]:
    """The alternatives of a schema, with what it refers to in their place."""
    if "$ref" in schema:
        yield from _meant(_rules()["$defs"][schema["$ref"].rpartition("/")[2]])
    elif "anyOf" in schema or "oneOf" in schema:
        for choice in schema.get("anyOf") or schema["oneOf"]:
            yield from _meant(choice)
    else:
        yield schema


@cache
def _rules() -> Schema:
    found: Schema = json.loads(schemas()["regeling.schema.json"])
    return found
