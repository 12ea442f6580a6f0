"""The open proposals that a version of an agreement makes stale, or made stale: nobody can adopt those any more."""

from __future__ import annotations

from dataclasses import dataclass

from soco_rules.dossiers.store import agreements
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.voided import Voided
from soco_rules.dossiers.voided import voided_by
from soco_rules.dossiers.voided import voided_in
from soco_rules.model.agreement import Agreement
from soco_rules.model.dossier import Act
from soco_rules.model.workspace import Workspace
from soco_rules.web.ground import Ground

_ACTS = (Act.PROPOSAL, Act.FIRST_SIGNATURE, Act.RETURNED, Act.ADOPTION, Act.ERASED)


@dataclass(frozen=True, slots=True)
class Stale:
    """One proposal without a name: its page, its number, and what it is a proposal for."""

    path: str
    dossier: int
    title: str


def stale_after(ground: Ground, version: Agreement, after: Workspace | None) -> tuple[Stale, ...]:
    """The open proposals that stand by the rules of now and would not by these; by those of now where they are None.

    Raises:
        StoreError: a book cannot be read.
    """
    if ground.store is None:
        return ()
    now = ground.rules().workspace
    found = []
    for agreement in agreements(ground.store):
        if not _stands_on(now, agreement, version.reference):
            continue
        book = read_book(ground.store, agreement, acts=_ACTS)
        voided = voided_in(book, now) if after is None else voided_by(book, now, after)
        found += [_as_row(agreement, each) for each in voided]
    return tuple(found)


def _stands_on(workspace: Workspace, agreement: str, below: str) -> bool:
    """Whether an agreement is this one, or one of its versions builds on it."""
    versions = workspace.agreements.get(agreement, ())
    return agreement == below or any(below in version.builds_on for version in versions)


def _as_row(agreement: str, voided: Voided) -> Stale:
    number, proposal = voided.dossier, voided.proposal
    path = f"/voorstellen/{agreement}/{number}/{proposal.entry.number}"
    return Stale(path, number, proposal.proposed.decision.title)
