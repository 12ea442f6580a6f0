"""What opens under a paragraph, list or table on screen: the rule, articles, agreement version and facts behind it.

It is a plain `details` element: a keyboard and a screen reader open it without script, and paper leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from soco_rules.letters.annex import ground_in_words
from soco_rules.letters.sheet import plain
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import lines_of
from soco_rules.letters.tree import origins_of

CSS = """\
.grond { margin: -0.5em 0 1em; font-size: 9pt; color: #3d4a5c; }
.grond summary { display: inline-block; padding: 0.1em 0.3em; cursor: pointer; text-decoration: underline dotted; }
.grond summary:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.grond summary span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.grond ul { margin: 0.3em 0 0; padding: 0.5em 0.8em 0.5em 1.8em; background: #f3f5f8; }
@media print { .grond { display: none; } }
"""

QUESTION = "Waar rust dit op?"
_FIRST_WORDS = 6


def disclosed(block: Block) -> Iterator[str]:
    """The element under a block; nothing under a block that rests on nothing."""
    grounds = tuple(_labelled(block))
    if not grounds:
        return
    yield '<details class="grond">'
    yield f"<summary>{QUESTION}<span> {escape(_first_words(block))}</span></summary>"
    yield "<ul>"
    yield from (f"<li>{_label(labels)}{_words(origin)}</li>" for origin, labels in grounds)
    yield "</ul>"
    yield "</details>"


def _labelled(block: Block) -> Iterator[tuple[Origin, tuple[str, ...]]]:
    """Each origin once, of a table with the rows that rest on it."""
    if not isinstance(block, Table):
        yield from ((origin, ()) for origin in origins_of(lines_of(block)))
        return
    rows: dict[Origin, tuple[str, ...]] = {}
    for row in block.rows:
        for origin in origins_of(row):
            rows[origin] = (*rows.get(origin, ()), plain(row[0]))
    yield from rows.items()


def _label(labels: tuple[str, ...]) -> str:
    return f"<strong>{escape('; '.join(dict.fromkeys(labels)))}</strong>: " if labels else ""


def _words(origin: Origin) -> str:
    return f"<bdi>{escape(plain(ground_in_words(origin)))}</bdi>"


def _first_words(block: Block) -> str:
    words = " ".join(plain(line) for line in lines_of(block)).split()
    return " ".join(words[:_FIRST_WORDS])
