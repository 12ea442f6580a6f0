"""The words of a reading: lines of text in which every name of the rules is a term that leads to its explanation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from soco_rules.compiler.lowering import STATE
from soco_rules.compiler.program import DECISION_DATE
from soco_rules.compiler.program import PERIOD_END
from soco_rules.compiler.program import PERIOD_START
from soco_rules.compiler.program import REFERENCE_DATE
from soco_rules.letters.tree import Inline
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Text
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType
from soco_rules.model.values import capital
from soco_rules.model.values import spaced

ROLE = "rol"
Said = str | Inline | Line
_NAME = re.compile(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b")


BUILT_IN: Mapping[str, Kind] = {
    REFERENCE_DATE: Kind.DATE,
    DECISION_DATE: Kind.DATE,
    PERIOD_START: Kind.DATE,
    PERIOD_END: Kind.DATE,
    STATE: Kind.CHOICE,
    ROLE: Kind.CHOICE,
}
"""The names that every rule file knows without declaring them."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every name that an expression can read, with its kind; any other word in it is a value of a keuze.

    `anchors` has the heading under which a name is explained.
    """

    kinds: Mapping[str, Kind]
    anchors: Mapping[str, str] = field(default_factory=dict)


def line(*parts: Said) -> Line:
    """One line out of words and lines; plain words that follow each other become one."""
    inlines: list[Inline] = []
    for part in _flat(parts):
        last = inlines[-1] if inlines else None
        if part == Text(""):
            continue
        if isinstance(last, Text) and isinstance(part, Text) and _is_plain(last) and _is_plain(part):
            inlines[-1] = Text(last.text + part.text)
        else:
            inlines.append(part)
    return tuple(inlines)


def term(name: str, lexicon: Lexicon) -> Text:
    """A name of the rules, without its low lines."""
    return Text(spaced(name), term=True, to=lexicon.anchors.get(name))


def quoted(value: str) -> str:
    """A value of a keuze: what stands between the marks is one value, whatever words are in it."""
    return f"‘{spaced(value)}’"


def explained(value: str, words: ChoiceWords) -> str:
    """A value of a keuze where it is declared or agreed: as sentences name it, with its words behind it."""
    said = words.get(value, spaced(value))
    return quoted(value) if said == spaced(value) else f"{quoted(value)} ({said})"


def choices_of(type_: ValueType) -> Line:
    """All values of a keuze."""
    return series((explained(choice, type_.words) for choice in type_.choices), "of")


def series(parts: Iterable[Said], last: str = "en") -> Line:
    """Several things in a row: `a, b en c`."""
    every = tuple(parts)
    if len(every) < 2:
        return line(*every)
    return line(*joined(every[:-1], ", "), f" {last} ", every[-1])


def joined(parts: Iterable[Said], between: str) -> Iterator[Said]:
    """The parts with words between them."""
    for number, part in enumerate(parts):
        if number:
            yield between
        yield part


def without(words: Line, number: int) -> Line:
    """The line after its first characters; a term is not cut in two."""
    rest: list[Inline] = []
    for each in words:
        left = max(0, number)
        number -= len(each.text)
        if len(each.text) > left:
            rest.append(replace(each, text=each.text[left:]) if left else each)
    return tuple(rest)


def opened(*parts: Said) -> Line:
    """A line that opens a sentence: its first word has a capital. No name of the rules has one of its own."""
    first, *rest = line(*parts)
    return (replace(first, text=capital(first.text)), *rest)


def prose(text: str) -> str:
    """What an author wrote in words, with the names in it as they stand in the rest of the text."""
    return _NAME.sub(lambda name: quoted(name[0]), text.strip())


def sentence(text: str) -> str:
    """The text of a file as a sentence of its own."""
    ended = prose(text)
    return capital(ended) + ("" if ended.endswith((".", "?", "!", ":")) else ".")


def _flat(parts: Iterable[Said]) -> Iterator[Inline]:
    for part in parts:
        match part:
            case str():
                yield Text(" ".join(part.splitlines()) if "\n" in part else part)
            case tuple():
                yield from part
            case _:
                yield part


def _is_plain(text: Text) -> bool:
    return not (text.term or text.to or text.origins)
