"""The list of official words with plain ones, `templates/woordenlijst.yaml`; a workspace's own list replaces ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path

from pydantic import Field

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import in_reading_order
from soco_rules.parser.document import Part
from soco_rules.parser.document import Text
from soco_rules.parser.shape import place
from soco_rules.parser.shape import shape
from soco_rules.parser.yaml_source import Source
from soco_rules.parser.yaml_source import read

FILE = "woordenlijst.yaml"
MAX_WORDS = 1000
MAX_LENGTH = 60
MAX_BYTES = 100_000

_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")


class WordListPart(Part):
    """A whole list."""

    words: dict[Text, Text] = Field(
        alias="woorden",
        description="Links een ambtelijk woord of een paar woorden, rechts gewone woorden.",
        examples=[{"teneinde": "om"}],
    )


def load_word_list(content: bytes, file: str) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """Each official word in lower case with its plain words, and everything that is wrong with the list."""
    source, findings = read(file, content)
    if source is None:
        return {}, findings
    shaped, misfits = shape(WordListPart, source, source.data)
    if shaped is None:
        return {}, in_reading_order((*findings, *misfits))
    faults = dict(_faults(shaped.part.words, source))
    words = {
        official.casefold(): plain for official, plain in shaped.part.words.items() if official not in faults
    }
    return words, in_reading_order((*findings, *misfits, *faults.values()))


def load_word_lists(folders: Sequence[Path]) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """The list of the first folder that has one; no words where none has."""
    path = next((folder / FILE for folder in folders if (folder / FILE).exists()), None)
    if path is None:
        return {}, ()
    shown = path.as_posix()
    try:
        if path.is_symlink() or not path.is_file():
            return {}, (finding("woordenlijst", Span(shown), "dit is geen gewoon bestand"),)
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        return {}, (finding("woordenlijst", Span(shown), "het bestand is niet te lezen"),)
    if len(content) > MAX_BYTES:
        return {}, (
            finding("te-groot", Span(shown), f"de woordenlijst is groter dan {MAX_BYTES // 1000} kB"),
        )
    return load_word_list(content, shown)


def _faults(words: Mapping[str, str], source: Source) -> Iterator[tuple[str, Diagnostic]]:
    seen: set[str] = set()
    for number, (official, plain) in enumerate(words.items()):
        if message := _fault(official, plain, seen, number):
            yield official, finding("woordenlijst", place(source, ("woorden", official)), message)
        seen.add(official.casefold())


def _fault(official: str, plain: str, seen: set[str], number: int) -> str | None:
    if number >= MAX_WORDS:
        return f"de lijst heeft meer dan {MAX_WORDS} woorden"
    if len(official) > MAX_LENGTH or not _WORDS.fullmatch(official):
        return f"'{official[:MAX_LENGTH]}' is geen woord of paar woorden"
    if official.casefold() in seen:
        return f"'{official}' staat er al, met andere hoofdletters"
    if official.casefold() == plain.casefold():
        return f"bij '{official}' staat hetzelfde woord"
    return None
