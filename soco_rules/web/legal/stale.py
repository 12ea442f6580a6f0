"""The open proposals that a version of an agreement makes stale, or made stale: nobody can adopt those any more."""

from __future__ import annotations

from dataclasses import dataclass

from soco_rules.dossiers.voided import Voided
from soco_rules.dossiers.voided import voided_under
from soco_rules.model.agreement import Agreement
from soco_rules.model.workspace import Workspace
from soco_rules.web.ground import Ground


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
    found = voided_under(ground.store, version.reference, ground.rules().workspace, after)
    return tuple(_as_row(agreement, each) for agreement, each in found)


def _as_row(agreement: str, voided: Voided) -> Stale:
    number, proposal = voided.dossier, voided.proposal
    path = f"/voorstellen/{agreement}/{number}/{proposal.entry.number}"
    return Stale(path, number, proposal.proposed.decision.title)
