"""Reading the file of a month: a large one in a process of its own, so that pages stay quick meanwhile."""

from __future__ import annotations

import io
import pickle
import zipfile
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from soco_rules.compiler.program import compile_in_force
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.settling.asked import Asked
from soco_rules.settling.asked import what_is_asked
from soco_rules.settling.looking import Basis
from soco_rules.settling.looking import Look
from soco_rules.settling.looking import Looked
from soco_rules.settling.looking import Sent
from soco_rules.settling.looking import look_over
from soco_rules.web.beside import Tell
from soco_rules.web.beside import beside
from soco_rules.web.tasks import BrokenOffError
from soco_rules.web.tasks import Run

SMALL = 200_000
"""Bytes of text up to which a file is read at once: a process that has to begin first takes longer than that."""
PACKED = 10
"""How many bytes of a workbook, unpacked, say as much as one byte of text does."""
_PART = 500
_DOING = "het bestand openen"


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was read, pickled in parts: one large piece would hold every page up while it is unpacked."""

    looked: Looked
    given: tuple[bytes, ...]
    findings: tuple[bytes, ...]


def reading(run: Run, root: Path, reference: str, *, small: int = SMALL) -> Look:
    """What reads a file for some work: at once where it is small, else in a process of its own that can be stopped."""

    def look(asked: Asked, month: int, basis: Basis, sent: Sent) -> Looked:
        run.tell(_DOING)
        if is_small(sent.content, small):
            return look_over(asked, month, basis, sent, run.tell)
        parts = beside(run, _read_beside, root, reference, month, basis, sent)
        if parts is None:  # a rule file was changed for the worse since this work began
            raise BrokenOffError
        return Looked(
            parts.looked.headings,
            parts.looked.said,
            tuple(_unpacked(parts.given)),
            tuple(_unpacked(parts.findings)),
        )

    return look


def is_small(content: bytes, small: int = SMALL) -> bool:
    """Whether a file is read sooner than a process begins; of a workbook what it is unpacked counts."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile:
        return len(content) <= small
    return unpacked <= small * PACKED


def _read_beside(
    tell: Tell, root: Path, reference: str, month: int, basis: Basis, sent: Sent
) -> _Parts | None:
    """The same reading in another process, by the rule files as they are there."""
    workspace, _ = load_workspace(root, shipped_root(), references=(reference,))
    compiled, _ = compile_in_force(workspace, reference, month)
    if compiled is None:
        return None
    found = look_over(what_is_asked(compiled), month, basis, sent, tell)
    return _Parts(
        Looked(found.headings, found.said, (), ()),
        tuple(_packed(found.given)),
        tuple(_packed(found.findings)),
    )


def _packed(items: Sequence[object]) -> Iterator[bytes]:
    for begin in range(0, len(items), _PART):
        yield pickle.dumps(items[begin : begin + _PART])


def _unpacked(parts: Sequence[bytes]) -> Iterator[Any]:
    return chain.from_iterable(map(pickle.loads, parts))  # of our own process, as what `beside` gives
