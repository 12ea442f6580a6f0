"""Open proposals that nobody can adopt any more because the rules are not those that they were made with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from soco_rules.compiler.layers import layers_in_force
from soco_rules.compiler.versions import as_adopted
from soco_rules.compiler.versions import version_in_force
from soco_rules.dossiers.present import Open
from soco_rules.dossiers.present import open_proposals
from soco_rules.explain.receipt import ENGINE
from soco_rules.explain.receipt import files_of
from soco_rules.model.decision import Decision
from soco_rules.model.dossier import Book
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace


class Voided(NamedTuple):
    """A proposal that waits in a dossier, and that needs a new one in its place."""

    dossier: int
    proposal: Open


def voided_in(book: Book, workspace: Workspace) -> tuple[Voided, ...]:
    """The open proposals of a book whose receipt is not that of the rules now, by dossier.

    Adopting one of them is refused, whatever came out of it (`dossiers.adopting.hold`).
    """
    return tuple(
        Voided(number, each)
        for number, dossier in sorted(book.dossiers.items())
        for each in open_proposals(dossier)
        if not is_by(workspace, each.proposed.decision)
    )


def voided_by(book: Book, before: Workspace, after: Workspace) -> Iterator[Voided]:
    """The open proposals of a book that can be adopted by the one set of rules and not by the other."""
    known = {(each.dossier, each.proposal.entry.number) for each in voided_in(book, before)}
    for each in voided_in(book, after):
        if (each.dossier, each.proposal.entry.number) not in known:
            yield each


def is_by(workspace: Workspace, decision: Decision) -> bool:
    """Whether a decision was made with the rule files of now, by the soco_rules of now."""
    held, on = as_adopted(workspace), parse_date(decision.reference_date)
    version = version_in_force(held.agreements.get(decision.agreement, ()), on)
    layers = layers_in_force(held, version, on)[0] if version else None
    if layers is None or decision.receipt is None:
        return False
    return (decision.receipt.files, decision.receipt.engine) == (files_of(layers), ENGINE)
