"""An agreement as readable articles: the tree of a document, shaped for a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import assert_never

from soco_rules.compiler.layers import day_to_read
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.versions import seen_by
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.letters.forms import Form
from soco_rules.letters.forms import as_file
from soco_rules.letters.sheet import marked
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import text_of
from soco_rules.model.agreement import Agreement
from soco_rules.model.workspace import Workspace
from soco_rules.parser.house_style import load_house_style
from soco_rules.reading.read import as_document

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a line; `to` is the anchor that it leads to, `term` a word that is explained there."""

    text: str
    to: str = ""
    term: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One block of a document for a view, which goes by `kind`.

    `kop` has a level and an anchor; `alinea` and `noot` are lines; `lijst` has items; `leden` has parts with a mark and
    what stands below; `tabel` has a caption, a header and rows.
    """

    kind: str
    words: tuple[Words, ...] = ()
    level: int = 2
    anchor: str = ""
    caption: str = ""
    header: tuple[tuple[Words, ...], ...] = ()
    rows: tuple[tuple[tuple[Words, ...], ...], ...] = ()
    items: tuple[Item, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a list: its mark, what it says, and what stands under it."""

    mark: str
    words: tuple[Words, ...]
    below: tuple[Shown, ...] = ()


def read(workspace: Workspace, version: Agreement, today: int) -> tuple[Document | None, Findings]:
    """The articles of a version, as today where it holds today, else as on the last day that something under it began.

    None, with what is in the way, where its rules have errors.
    """
    seen = seen_by(workspace, version)
    return _read(seen, version, day_to_read(seen, version, today))


@lru_cache(maxsize=32)
def _read(workspace: Workspace, version: Agreement, day: int) -> tuple[Document | None, Findings]:
    compiled, findings = compile_stack(workspace, version, day)
    if compiled is None or has_errors(findings):
        return None, findings
    return as_document(compiled.stack), findings


def as_download(
    document: Document, form: Form, folders: tuple[Path, ...], municipality: str
) -> tuple[bytes | None, Findings]:
    """The articles as a file in the style of a municipality; None with what is in the way."""
    style, findings = load_house_style(folders, municipality)
    if has_errors(findings):
        return None, findings
    return as_file(replace(document, style=style), form)


def shown(blocks: tuple[Block, ...]) -> tuple[Shown, ...]:
    """The blocks for a view; a table is called after the heading that it stands under."""
    return tuple(_shown(blocks, ""))


def words_of(line: Line) -> tuple[Words, ...]:
    """A line for a view."""
    return tuple(
        Words(part.text, getattr(part, "to", None) or "", getattr(part, "term", False)) for part in line
    )


def _shown(blocks: tuple[Block, ...], under: str) -> Iterator[Shown]:
    for block in blocks:
        match block:
            case Heading(level=level, line=line, anchor=anchor):
                under = text_of(line)
                yield Shown("kop", words_of(line), level, anchor or "")
            case Paragraph(line=line, note=note):
                yield Shown("noot" if note else "alinea", words_of(line))
            case Bullets(items=items, numbered=numbered):
                yield Shown(
                    "lijst", items=tuple(Item("", words_of(item)) for item in items), numbered=numbered
                )
            case Clauses(items=clauses):
                yield Shown("leden", items=tuple(_item(clause, under) for clause in clauses))
            case Table(header=header, rows=rows):
                yield Shown(
                    "tabel",
                    caption=under,
                    header=tuple(map(words_of, header)),
                    rows=tuple(tuple(map(words_of, row)) for row in rows),
                )
            case _:
                assert_never(block)


def _item(clause: Clause, under: str) -> Item:
    return Item(marked(clause), words_of(clause.line), tuple(_shown(clause.below, under)))
