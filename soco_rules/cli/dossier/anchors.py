"""The file of anchors: where books stood, to keep outside the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.catalogue import finding
from soco_rules.cli.complete import files
from soco_rules.cli.workspace import read_file
from soco_rules.diagnostics import Span

if TYPE_CHECKING:
    from soco_rules.dossiers.chain import Anchor

given_anchors = click.option(
    "--anker",
    "anchor_files",
    multiple=True,
    type=Path,
    metavar="BESTAND.json",
    shell_complete=files,
    help="Een anker van soco dossier anker; mag vaker.",
)


def read_anchors(paths: Sequence[Path]) -> tuple[Anchor, ...]:
    """The anchors of some files.

    Raises:
        StoreError: a file holds none.
    """
    return tuple(anchor for path in paths for anchor in _read(path))


def _read(path: Path) -> tuple[Anchor, ...]:
    from pydantic import ValidationError

    from soco_rules.dossiers.chain import Anchor
    from soco_rules.dossiers.store import StoreError

    content, findings = read_file(path)
    if content is None:
        raise StoreError(*findings)
    try:
        anchors = tuple(Anchor.model_validate(each) for each in json.loads(content)["ankers"])
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError):
        anchors = ()
    if not anchors:
        message = f"'{path}' is geen anker van soco dossier anker."
        raise StoreError(finding("anker", Span(str(path)), message))
    return anchors
