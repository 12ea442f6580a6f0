"""`soco dossier besluit`: propose a decision on what a dossier holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.arguments import of_decision
from soco_rules.cli.dates import chosen_dates
from soco_rules.cli.dates import dated
from soco_rules.cli.dates import not_monthly
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import as_json
from soco_rules.cli.dossier.telling import case_in
from soco_rules.cli.dossier.telling import in_case
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dossier.telling import tell
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soco_rules.dossiers.deciding import Prepared
    from soco_rules.dossiers.store import Store

EXAMPLE = "Voorbeeld: soco dossier besluit delft/scope 1 toelating --besluitdatum 2026-10-20"


@click.command("besluit", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@of_decision
@in_case
@dated
@as_json
@in_store
@by_whom
def decide(
    kenmerk: str,
    nummer: int,
    besluit: str,
    *,
    store: Store,
    case_file: Path | None,
    reference_date: int | None,
    month: int | None,
    decision_date: int | None,
    as_json: bool,
    by: str,
) -> int:
    """Doe een voorstel voor een besluit, op wat in het dossier staat.

    Wat met --zaak wordt gegeven, telt alleen voor dit besluit. Staat de uitkomst vast, dan wordt het voorstel bewaard
    en kan iemand met een mandaat het vaststellen. Anders staat er wat nog nodig is, en wordt er niets bewaard.
    """
    from soco_rules.dossiers.consulting import HANDLING
    from soco_rules.dossiers.consulting import consulted
    from soco_rules.dossiers.deciding import as_draft
    from soco_rules.dossiers.deciding import desk_for
    from soco_rules.dossiers.deciding import is_settled
    from soco_rules.dossiers.deciding import propose_for
    from soco_rules.dossiers.others import ready
    from soco_rules.dossiers.store import writing

    dates = chosen_dates(reference_date, month, decision_date)
    desk, findings = desk_for(workspace_of(kenmerk), kenmerk, besluit, dates)
    if desk is None:
        raise refused(*findings)
    if month is not None and not desk.besluit.monthly:
        raise not_monthly(besluit)
    case = case_in(case_file)
    with writing(store, kenmerk, by) as ledger:
        counted = ready(ledger.view, desk, nummer)
        prepared, found = propose_for(desk, counted.book, nummer, case, counted=counted)
        if prepared is None:
            raise refused(*found)
        drafts = (as_draft(nummer, prepared),) if is_settled(prepared.decision) else ()
        kept = ledger.append(drafts)
        if not kept:
            mine = ledger.book(dossiers=(nummer,)).dossiers[nummer]
            read = consulted(mine.entries, by, HANDLING, store.now(), dossier=nummer)
            ledger.append(() if read is None else (read,))
    tell(found)
    number = kept[0].number if kept else None
    if as_json:
        content = prepared.proposed.model_dump(mode="json", by_alias=True)
        click.echo(json.dumps({"voorstel": number, **content}, ensure_ascii=False, indent=2))
    else:
        click.echo(_told(prepared))
        waits = prepared.first is not None
        for line in _next_step(kenmerk, nummer, number, waits=waits):
            click.echo(line)
    return 0 if kept else 1


def _told(prepared: Prepared) -> str:
    from soco_rules.explain.account import account
    from soco_rules.terms.in_words import in_words

    parts = (account(prepared.decision), _from_dossier(prepared), in_words(prepared.decision))
    return "\n".join(part for part in parts if part)


def _from_dossier(prepared: Prepared) -> str:
    lines = [f"  {line}" for line in _origins(prepared)]
    return "\n".join(("Uit het dossier", *lines, "")) if lines else ""


def _origins(prepared: Prepared) -> Iterator[str]:
    from soco_rules.model.called import quoted

    for origin in prepared.proposed.origins:
        who = f" ({origin.role})" if origin.role else ""
        acts = ", ".join(map(str, origin.acts))
        where = (
            f"handeling {acts}" if len(origin.acts) == 1 else f"handelingen {acts}" if acts else "met de hand"
        )
        by_hand = f"; {origin.by_hand}" if origin.by_hand else ""
        yield f"{quoted(prepared.decision.called(origin.name))}{who}: {where}{by_hand}"


def _next_step(reference: str, number: int, proposal: int | None, *, waits: bool) -> Iterator[str]:
    if waits:
        yield "Dit voorstel is niet bewaard: eerst is een ander besluit nodig."
        return
    if proposal is None:
        yield "Dit voorstel is niet bewaard: de uitkomst staat nog niet vast."
        return
    yield f"Voorstel {proposal} is bewaard in dossier {number}."
    yield f"Vaststellen: soco dossier vaststellen {reference} {number} {proposal} --functie FUNCTIE"
