"""Open proposals that nobody can adopt any more because the rules are not those that they were made with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from soco_rules.compiler.layers import layers_in_force
from soco_rules.compiler.versions import as_adopted
from soco_rules.compiler.versions import version_in_force
from soco_rules.dossiers.present import Open
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import read_book
from soco_rules.explain.receipt import ENGINE
from soco_rules.explain.receipt import files_of
from soco_rules.model.decision import Decision
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace

_ACTS = (Act.PROPOSAL, Act.FIRST_SIGNATURE, Act.RETURNED, Act.ADOPTION, Act.ERASED)


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


def voided_under(
    store: Store, below: str, before: Workspace, after: Workspace | None
) -> Iterator[tuple[str, Voided]]:
    """Of every book that stands on an agreement or layer, with its agreement: what `after` makes stale.

    Where `after` is None that is what cannot be adopted by the rules of `before` any more.

    Raises:
        StoreError: a book cannot be read.
    """
    for agreement in agreements(store):
        if _stands_on(before, agreement, below):
            book = read_book(store, agreement, acts=_ACTS)
            found = voided_in(book, before) if after is None else voided_by(book, before, after)
            yield from ((agreement, each) for each in found)


def _stands_on(workspace: Workspace, agreement: str, below: str) -> bool:
    """Whether an agreement is this one, or one of its versions builds on it."""
    versions = workspace.agreements.get(agreement, ())
    return agreement == below or any(below in version.builds_on for version in versions)


def is_by(workspace: Workspace, decision: Decision) -> bool:
    """Whether a decision was made with the rule files of now, by the soco_rules of now."""
    held, on = as_adopted(workspace), parse_date(decision.reference_date)
    version = version_in_force(held.agreements.get(decision.agreement, ()), on)
    layers = layers_in_force(held, version, on)[0] if version else None
    if layers is None or decision.receipt is None:
        return False
    return (decision.receipt.files, decision.receipt.engine) == (files_of(layers), ENGINE)
