"""The outline of a reading: parts, chapters and articles that get their numbers before their text is written.

So an article can name another one that stands after it.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from itertools import count

from soco_rules.compiler.layers import Stack
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Text
from soco_rules.reading.words import Lexicon
from soco_rules.reading.words import line
from soco_rules.reading.words import quoted
from soco_rules.reading.words import series

Owner = tuple[str, str]
"""A rule by its concept and its own name."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What an article needs to speak of the others: the words, and where everything stands.

    `leden` has the article and the lid of each rule that is printed, `articles` the article of a besluit or chapter.
    """

    stack: Stack
    lexicon: Lexicon
    leden: Mapping[Owner, tuple[int, int]]
    articles: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Article:
    """An article without its number: it explains some names, and has a lid for each of its rules."""

    title: str
    body: Callable[[Scope], Sequence[Block]]
    explains: tuple[str, ...] = ()
    rules: tuple[Owner, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Articles about one thing; without articles it is left out."""

    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one layer says."""

    title: str
    lead: tuple[Block, ...]
    chapters: tuple[Chapter, ...]


def scope_of(parts: Iterable[Part], stack: Stack, lexicon: Lexicon) -> Scope:
    """The numbers of all articles and leden."""
    anchors: dict[str, str] = {}
    leden: dict[Owner, tuple[int, int]] = {}
    articles: dict[str, int] = {}
    for number, article in enumerate(_articles(parts), start=1):
        for name in article.explains:
            anchors.setdefault(name, anchor(number))
        for lid, owner in enumerate(article.rules, start=1):
            leden[owner] = (number, lid)
        if article.key:
            articles.setdefault(article.key, number)
    return Scope(stack, replace(lexicon, anchors=anchors), leden, articles)


def written(parts: Sequence[Part], scope: Scope) -> Iterator[Block]:
    """The parts with their headings and numbers, after a table of contents; a single part has no heading."""
    yield Heading(2, line("Inhoud"))
    yield _contents(parts)
    numbers, chapters = count(1), count(1)
    deeper = 1 if len(parts) > 1 else 0
    for place, part in enumerate(parts, start=1):
        if deeper:
            yield Heading(2, line(f"Deel {place}. {part.title}"), f"deel-{place}")
        yield from part.lead
        for chapter in filter(_is_filled, part.chapters):
            number = next(chapters)
            yield Heading(2 + deeper, line(f"Hoofdstuk {number}. {chapter.title}"), f"hoofdstuk-{number}")
            for article in chapter.articles:
                number = next(numbers)
                yield Heading(3 + deeper, line(f"Artikel {number}. {article.title}"), anchor(number))
                yield from article.body(scope)


def anchor(article: int) -> str:
    """The place of an article in the document."""
    return f"artikel-{article}"


def reference(article: int) -> Text:
    """An article by its number, leading to it."""
    return Text(f"artikel {article}", to=anchor(article))


def article_named(key: str, scope: Scope) -> Line:
    """The article with a key; nothing where it is not printed."""
    return line(reference(scope.articles[key])) if key in scope.articles else ()


def rules_named(concept: str, names: Iterable[str], scope: Scope, here: int | None) -> Line:
    """Rules by article and lid: `lid 2`, `de leden 2 en 3`, `artikel 7 lid 2`; by name where they are not printed."""
    by_article: dict[int, list[int]] = {}
    elsewhere: list[str] = []
    for name in names:
        if (concept, name) in scope.leden:
            article, lid = scope.leden[concept, name]
            by_article.setdefault(article, []).append(lid)
        else:
            elsewhere.append(name)
    said = [_leden(article, sorted(leden), here) for article, leden in sorted(by_article.items())]
    if elsewhere:
        rule = "de regel " if len(elsewhere) == 1 else "de regels "
        said.append(line(rule, series(map(quoted, elsewhere)), " van een hogere laag"))
    return series(said)


def _leden(article: int, leden: list[int], here: int | None) -> Line:
    own = article == here
    if len(leden) == 1:
        return line(f"lid {leden[0]}") if own else line(reference(article), f" lid {leden[0]}")
    listed = series(_runs(leden))
    return line("de leden ", listed) if own else line(reference(article), " leden ", listed)


def _runs(leden: Sequence[int]) -> Iterator[str]:
    """Three or more leden in a row as `2 tot en met 5`."""
    runs: list[list[int]] = []
    for lid in leden:
        if runs and lid == runs[-1][-1] + 1:
            runs[-1].append(lid)
        else:
            runs.append([lid])
    for run in runs:
        if len(run) > 2:
            yield f"{run[0]} tot en met {run[-1]}"
        else:
            yield from map(str, run)


def _contents(parts: Sequence[Part]) -> Block:
    chapters, numbers = count(1), count(1)
    listed = [Bullets(tuple(_chapters(part, chapters, numbers))) for part in parts]
    if len(parts) == 1:
        return listed[0]
    return Clauses(
        tuple(
            Clause(str(place), line(Text(part.title, to=f"deel-{place}")), (below,))
            for place, (part, below) in enumerate(zip(parts, listed, strict=True), start=1)
        )
    )


def _chapters(part: Part, chapters: Iterator[int], numbers: Iterator[int]) -> Iterator[Line]:
    for chapter in filter(_is_filled, part.chapters):
        number = next(chapters)
        articles = [next(numbers) for _ in chapter.articles]
        few = f"artikel {articles[0]}" if len(articles) == 1 else f"artikelen {articles[0]}–{articles[-1]}"
        title = f"Hoofdstuk {number}. {chapter.title}"
        yield line(Text(title, to=f"hoofdstuk-{number}"), f" ({few})")


def _articles(parts: Iterable[Part]) -> Iterator[Article]:
    return (article for part in parts for chapter in part.chapters for article in chapter.articles)


def _is_filled(chapter: Chapter) -> bool:
    return bool(chapter.articles)
