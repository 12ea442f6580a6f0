"""The language of a template: long sentences, passives, officialese and LIX, as warnings with their place.

It measures words and sentences. Whether a text is B1 only readers can tell, so nothing here says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.letters.template import Source
from soco_rules.letters.template import words_of

CODE = "sjabloon-taal"

MOST_WORDS = 25
"""In one sentence."""
MOST_WORDS_ON_AVERAGE = 15
"""In the sentences of one text."""
HIGHEST_LIX = 45
"""From 45 on a text counts as hard; below 35 as easy."""
_FEWEST_SENTENCES = 3
"""Below this an average says nothing."""

_END = re.compile(r"(?<=[.!?:])(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-|#]|\d+\.))|(?<=\S)\s*\|")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONG_WORD = 7

_BECOME = frozenset(("word", "wordt", "worden", "werd", "werden"))
_BE = frozenset(("is", "zijn", "was", "waren"))
_BEFORE = "(?:aan|achter|af|bij|door|goed|in|mee|na|om|op|over|samen|tegen|terug|toe|uit|vast|voor)?"
_PARTICIPLE = re.compile(rf"{_BEFORE}ge[^\W\d_]{{2,}}(?:d|t|en)")
_PARTICIPLE_WITHOUT_GE = re.compile(rf"{_BEFORE}(?:be|her|ont|ver)[^\W\d_]{{2,}}(?:d|t)")
_NO_PARTICIPLE = frozenset(
    [
        "gebied",
        "gebieden",
        "gebruiken",
        "geduld",
        "geen",
        "geld",
        "gelden",
        "geldt",
        "gemeenten",
        "gesprekken",
        "getallen",
        "gevallen",
        "geven",
        "gevolgen",
        "gewicht",
        "gezicht",
        "gezinnen",
        "gezond",
        "aangeven",
        "afgeven",
        "doorgeven",
        "meegeven",
        "opgeven",
        "overgeven",
        "teruggeven",
        "toegeven",
        "uitgeven",
        "beleid",
        "bericht",
        "besluit",
        "belangrijkst",
        "ontvangst",
        "verband",
        "verdacht",
        "vertrouwd",
        "verstand",
        "verzoekt",
    ]
)
_NO_PASSIVE = frozenset(
    [
        "afgelopen",
        "gebaseerd",
        "gebeurd",
        "gebleven",
        "gedaald",
        "gegaan",
        "gegroeid",
        "gehuwd",
        "gehuwden",
        "gekomen",
        "geldend",
        "gelukt",
        "geslaagd",
        "gesteld",
        "gestegen",
        "gestopt",
        "gevestigd",
        "gewend",
        "gewenst",
        "geweest",
        "geworden",
        "geëindigd",
    ]
)
"""After a form of `zijn` these tell what happened or how it is, and nobody did it to someone."""
_CLAUSE = frozenset(["als", "dat", "die", "en", "maar", "of", "omdat", "tot", "wanneer", "want", "zodat"])
_BETWEEN = 8
"""Words at most between the helping verb and its participle, within one clause."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, each with the line on which it stands."""

    words: tuple[tuple[str, int], ...]

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.words[0][1]


def sentences_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence; a heading, a cell and an item of a list are sentences of their own."""
    return tuple(tuple(word for word, _ in sentence.words) for sentence in _sentences(text))


def lix(sentences: tuple[tuple[str, ...], ...]) -> int:
    """Words to a sentence plus the percentage of words longer than six letters, rounded down."""
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0
    long = sum(len(word) >= _LONG_WORD for word in words)
    return len(words) // len(sentences) + 100 * long // len(words)


def check_language(source: Source, plain_words: Mapping[str, str]) -> Iterator[Diagnostic]:
    """What in the template's own words is hard to read; `plain_words` gives a plain word for an official one."""
    words = words_of(source.text)
    sentences = _sentences(words)
    for sentence in sentences:
        if len(sentence.words) > MOST_WORDS:
            yield _found(source, sentence.line, f"een zin van {len(sentence.words)} woorden", _SHORTEN)
        for line, passive in _passives(sentence):
            yield _found(source, line, f"hier staat een lijdende vorm: '{passive}'", _ACTIVE)
    for line, official, better in _official(words, plain_words):
        yield _found(source, line, f"'{official}' is ambtelijk", f"schrijf bijvoorbeeld: {better}")
    yield from _as_a_whole(source, sentences)


_SHORTEN = "maak er twee zinnen van"
_ACTIVE = "zeg wie het doet, bijvoorbeeld: wij beoordelen"


def _as_a_whole(source: Source, sentences: tuple[Sentence, ...]) -> Iterator[Diagnostic]:
    whole = tuple(tuple(word for word, _ in each.words) for each in sentences if len(each.words) > 2)
    if len(whole) < _FEWEST_SENTENCES:
        return
    average = sum(map(len, whole)) // len(whole)
    if average > MOST_WORDS_ON_AVERAGE:
        yield _found(source, 1, f"de zinnen hebben gemiddeld {average} woorden", _SHORTEN)
    if (score := lix(whole)) > HIGHEST_LIX:
        yield _found(source, 1, f"de leesbaarheidsmaat LIX is {score}", "gebruik kortere zinnen en woorden")


def _found(source: Source, line: int, message: str, remedy: str) -> Diagnostic:
    return finding(CODE, Span(source.shown, line, 1, line, 1), message, remedy=remedy)


def _sentences(text: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    line, at = 1, 0
    for end in (*(match for match in _END.finditer(text)), None):
        stop = end.end() if end else len(text)
        words, line = _words(text, at, stop, line)
        if words:
            found.append(Sentence(words))
        at = stop
    return tuple(found)


def _words(text: str, start: int, stop: int, line: int) -> tuple[tuple[tuple[str, int], ...], int]:
    words: list[tuple[str, int]] = []
    at = start
    for match in _WORD.finditer(text, start, stop):
        line += text.count("\n", at, match.start())
        at = match.start()
        words.append((match[0], line))
    return tuple(words), line + text.count("\n", at, stop)


def _passives(sentence: Sentence) -> Iterator[tuple[int, str]]:
    words = [word.casefold() for word, _ in sentence.words]
    for number, word in enumerate(words):
        if word in _BECOME | _BE:
            other = _participle_of(words, number)
            if other is not None:
                first, last = sorted((number, other))
                text = " ".join(text for text, _ in sentence.words[first : last + 1])
                yield sentence.words[first][1], text


def _participle_of(words: Sequence[str], number: int) -> int | None:
    """Where the participle stands that goes with the helping verb: after it in its clause, or just before it."""
    for other in range(number + 1, min(number + 1 + _BETWEEN, len(words))):
        if words[other] in _CLAUSE or words[other] in _BECOME | _BE:
            break
        if _is_passive(words[number], words[other]):
            return other
    before = number - 1
    return before if before >= 0 and _is_passive(words[number], words[before]) else None


def _is_passive(helping: str, word: str) -> bool:
    if word in _NO_PARTICIPLE:
        return False
    if helping in _BE:
        return _PARTICIPLE.fullmatch(word) is not None and word not in _NO_PASSIVE
    return _PARTICIPLE.fullmatch(word) is not None or _PARTICIPLE_WITHOUT_GE.fullmatch(word) is not None


def _official(words: str, plain_words: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    if not plain_words:
        return
    for match in _pattern(tuple(plain_words)).finditer(words):
        official = " ".join(match[0].casefold().split())
        yield words.count("\n", 0, match.start()) + 1, official, plain_words[official]


@lru_cache(maxsize=8)
def _pattern(official: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(official, key=len, reverse=True)
    spaced = (r"\s+".join(map(re.escape, words.split())) for words in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)
