"""What beheer sees of a desk: versions, books, rules, what can be erased. Nothing of it names a person."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from pathlib import Path

import soco_rules
from soco_rules.compiler.program import compile_last
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import summary
from soco_rules.dossiers.erasing import WITHOUT_LETTERS
from soco_rules.dossiers.retention import keeping_in
from soco_rules.dossiers.store import REVISIONS
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import anchor
from soco_rules.dossiers.store import guards
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.review import assumed_after
from soco_rules.review import review
from soco_rules.web.ground import Ground

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class BookLine:
    """One book: how many acts it has, and what is wrong with it."""

    agreement: str
    acts: int
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepingLine:
    """Which dossiers of an agreement can be erased and how many stay, or why that cannot be said."""

    agreement: str
    going: tuple[int, ...] = ()
    staying: int = 0
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class FileLine:
    """A backup or an anchor in the folder for them."""

    name: str
    made: str
    size: str


def about(ground: Ground) -> tuple[tuple[str, str], ...]:
    """What this desk is made of, and where it keeps things."""
    situation = ground.rules()
    store = ground.store
    return (
        ("soco_rules", soco_rules.__version__),
        ("Python", platform.python_version()),
        ("Regels", f"{len(situation.workspace.agreements)} overeenkomsten en lagen"),
        ("Bij het lezen van de regels", summary(situation.findings)),
        ("Opslag", store.place if store else "geen"),
        ("Versie van de opslag", REVISIONS[-1] if store else "geen"),
    )


def books(ground: Ground) -> tuple[BookLine, ...]:
    """Every book, with the end of it checked: that is what a page can do at once."""
    store = ground.store
    if store is None:
        return ()
    lines = []
    for agreement in agreements(store):
        try:
            lines.append(BookLine(agreement, anchor(store, agreement).number))
        except StoreError as error:
            lines.append(BookLine(agreement, 0, error.diagnostics))
    return tuple(lines)


def checked_books(ground: Ground) -> Iterator[BookLine]:
    """Every book, with each act of it checked; a first line without a book has what is wrong with the database.

    Raises:
        StoreError: the database refuses.
    """
    if unguarded := guards(ground.dossiers):
        yield BookLine("", 0, unguarded)
    for line in books(ground):
        found = line.findings or verify(ground.dossiers, line.agreement)
        yield BookLine(line.agreement, line.acts, found)


def rules_reviewed(ground: Ground) -> tuple[Diagnostic, ...]:
    """Every finding about the rules, as `soco controleer` gives them."""
    situation = ground.rules()
    agreements, today = situation.workspace.agreements, ground.settings.today()
    later = assumed_after(situation.workspace, agreements, today)
    return (*situation.findings, *review(situation.workspace, agreements), *later)


def keeping(ground: Ground) -> Iterator[KeepingLine]:
    """Which dossiers can be erased today, book by book.

    Raises:
        StoreError: the database refuses.
    """
    today = ground.settings.today()
    for agreement in agreements(ground.dossiers):
        compiled, findings = compile_last(ground.rules().workspace, agreement, today)
        if compiled is None or has_errors(findings):
            yield KeepingLine(agreement, findings=findings)
            continue
        book = read_book(ground.dossiers, agreement, acts=WITHOUT_LETTERS)
        kept = keeping_in(compiled.stack, book, today)
        going = tuple(each.dossier for each in kept if each.may_go(today))
        yield KeepingLine(agreement, going, len(kept) - len(going))


def files_in(folder: Path | None, pattern: str) -> tuple[FileLine, ...]:
    """The newest backups or anchors in the folder for them."""
    if folder is None or not folder.is_dir():
        return ()
    found = sorted(folder.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
    return tuple(map(_line, found[:_SHOWN]))


def _line(path: Path) -> FileLine:
    state = path.stat()
    made = datetime.fromtimestamp(state.st_mtime, tz=UTC).astimezone()
    size = f"{max(1, round(state.st_size / 1000)):,} kB".replace(",", ".")
    return FileLine(path.name, f"{as_dutch(made.date().toordinal(), Kind.DATE)} om {made:%H.%M} uur", size)
