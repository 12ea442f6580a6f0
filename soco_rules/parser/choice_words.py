"""The values of a keuze as a file declares them: where each stands, and whether its words tell it from the others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Point
from soco_rules.model.values import Absent
from soco_rules.model.values import spaced
from soco_rules.parser.document import LONGEST_WORDS

ANSWERS = frozenset({*Absent, "nvt", "n.v.t.", "weet niet", "weet ik niet", "?", "terug", "stop"})
"""What already means something else where a value is chosen."""
_MARKS = re.compile(r"[‘’_<>{}\[\]]")


@dataclass(frozen=True, slots=True)
class DeclaredChoice:
    """A value of a keuze with its words, None where it stands in a list; `words_span` is the place of the words."""

    of: str
    name: str
    words: str | None
    span: Span
    words_span: Span


def choices_of(agreement: Agreement) -> Iterator[DeclaredChoice]:
    """Every value of every keuze that the file declares."""
    for section, typed in (
        ("afspraken", agreement.points), ("gegevens", agreement.facts), ("begrippen", agreement.concepts),
    ):  # fmt: skip
        named: Iterable[Point | Fact | Concept] = typed.values()
        for thing in named:
            yield from _of(thing, f"{section}.{thing.name}.waarden", agreement)


def _of(thing: Point | Fact | Concept, where: str, agreement: Agreement) -> Iterator[DeclaredChoice]:
    if thing.type is None:
        return
    for number, name in enumerate(thing.type.choices):
        words = thing.type.words.get(name)
        spans, place = agreement.spans, f"{where}.{number if words is None else name}"
        said = spans.get(place, thing.span)
        key = said if words is None else spans.get(f"{place}:", said)
        yield DeclaredChoice(thing.name, name, words, key, said)


def words_of_choices(agreement: Agreement) -> Iterator[Diagnostic]:
    """Each value can be told from the others by its words, and its words from any other answer."""
    seen: dict[tuple[str, str], DeclaredChoice] = {}
    declared = tuple(choices_of(agreement))
    names = {(each.of, _key(spaced(each.name))): each for each in declared}
    for one in declared:
        if one.words is None:
            continue
        said = (one.of, _key(one.words))
        if flaw := _flaw(one.words):
            yield finding("woorden-vorm", one.words_span, f"de woorden van '{one.name}' {flaw}")
        elif (first := seen.setdefault(said, one)) is not one:
            message = f"bij '{one.of}' hebben '{first.name}' en '{one.name}' dezelfde woorden"
            yield finding("woorden-dubbel", one.words_span, message, notes=(_note(first),))
        elif (named := names.get(said, one)) is not one:
            message = f"bij '{one.of}' zijn de woorden van '{one.name}' de naam van '{named.name}'"
            yield finding("woorden-dubbel", one.words_span, message, notes=(_note(named),))


def _note(other: DeclaredChoice) -> Note:
    return Note(f"hier staat '{other.name}'", other.span)


def _flaw(words: str) -> str | None:
    if not words:
        return "zijn leeg"
    if len(words) > LONGEST_WORDS:
        return f"zijn langer dan {LONGEST_WORDS} tekens"
    if not words.isprintable() or (found := _MARKS.search(words)) is not None:
        return "hebben een teken dat daar niet kan staan" + (
            f": {found[0]}" if words.isprintable() and found else ""
        )
    if not words[0].isalpha():
        return "beginnen niet met een letter"
    if _key(words) in ANSWERS:
        return f"zijn '{words}', en dat betekent als antwoord al iets anders"
    return None


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()
