"""A proposal while it waits for somebody with a mandate: whether it can still be adopted, and giving it back."""

from __future__ import annotations

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.present import GivenBack
from soco_rules.dossiers.present import Open
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import returned_proposals
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Returned
from soco_rules.model.values import Kind
from soco_rules.model.values import encoded_as_dutch

Findings = tuple[Diagnostic, ...]


def waiting_in(dossier: Dossier, proposal: int) -> tuple[Open | None, Findings]:
    """The proposal of this number while it can be adopted, or why it cannot."""
    waiting = {each.entry.number: each for each in open_proposals(dossier)}
    if proposal in waiting:
        return waiting[proposal], ()
    returned = {each.proposal.number: each for each in returned_proposals(dossier)}
    if proposal in returned:
        return None, (_given_back(dossier, returned[proposal]),)
    made = {entry.number for entry in dossier.entries if entry.act is Act.PROPOSAL}
    taken = {adopted.proposal: entry.number for entry, adopted in adoptions(dossier)}
    if proposal in taken:
        message = f"Voorstel {proposal} is al vastgesteld (handeling {taken[proposal]})."
    elif proposal in made:
        message = f"Na voorstel {proposal} kwam er een nieuwer voorstel voor hetzelfde besluit."
    else:
        message = f"Dossier {dossier.number} heeft geen voorstel {proposal}."
    remedy = f"kies een voorstel dat wacht: {', '.join(map(str, waiting))}" if waiting else ""
    return None, (finding("onbekend-voorstel", place_of(dossier.number), message, remedy=remedy),)


def returned(dossier: Dossier, proposal: int, remark: str) -> tuple[Draft | None, Findings]:
    """The act of giving a proposal back with a remark, or why that cannot be; a remark says what must be otherwise."""
    waiting, findings = waiting_in(dossier, proposal)
    if waiting is None:
        return None, findings
    if not remark.strip():
        message = f"Bij het teruggeven van voorstel {proposal} staat niet waarom."
        return None, (finding("opmerking-ontbreekt", place_of(dossier.number), message),)
    content = Returned(proposal=proposal, remark=remark.strip())
    return Draft(content, dossier.number, waiting.entry.subject, waiting.entry.month), ()


def _given_back(dossier: Dossier, given: GivenBack) -> Diagnostic:
    day = encoded_as_dutch(given.entry.at[:10], Kind.DATE)
    told = f"Voorstel {given.proposal.number} is op {day} teruggegeven door {given.entry.by}"
    remark = given.said.remark.removesuffix(".")
    return finding(
        "voorstel-teruggegeven", place_of(dossier.number), f"{told}: {remark}.", discreet=f"{told}."
    )
