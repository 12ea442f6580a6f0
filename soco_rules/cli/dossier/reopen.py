"""`soco dossier heropen`: the adopted decisions that no longer stand on what is known, and what they would be now."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import as_json
from soco_rules.cli.dossier.telling import dossier_of
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import DutchCommand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from soco_rules.dossiers.reopening import DeskOn
    from soco_rules.dossiers.reopening import Effect
    from soco_rules.dossiers.reopening import Overtaken
    from soco_rules.dossiers.store import Ledger
    from soco_rules.dossiers.store import Store
    from soco_rules.model.agreement import DecisionType

EXAMPLE = "Voorbeeld: soco dossier heropen delft/scope --alleen-tonen"


@click.command("heropen", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@click.option(
    "--dossier", "number", type=click.IntRange(1), metavar="NUMMER", help="Kijk alleen in dit dossier."
)
@click.option("--alleen-tonen", "only_shown", is_flag=True, help="Toon het, en heropen niets.")
@as_json
@in_store
@by_whom
def reopen(
    kenmerk: str, *, store: Store, number: int | None, only_shown: bool, as_json: bool, by: str
) -> int:
    """Heropen de besluiten die niet meer kloppen met wat nu bekend is.

    Een late opgave werkt door in latere maanden; ook een overeenkomst of een bedrag dat met terugwerkende kracht
    verandert. Elk besluit wordt gehouden tegen wat er toen was, zoals dat nu bekend is. Het oude besluit blijft staan
    en leesbaar tot iemand het opnieuw neemt.
    """
    from soco_rules.dossiers.consulting import HANDLING
    from soco_rules.dossiers.consulting import OVERVIEW
    from soco_rules.dossiers.reopening import as_drafts
    from soco_rules.dossiers.reopening import desks_by
    from soco_rules.dossiers.reopening import overtaken_in
    from soco_rules.dossiers.store import consult
    from soco_rules.dossiers.store import writing

    desk_on = desks_by(workspace_of(kenmerk), kenmerk)
    if only_shown:
        consult(store, kenmerk, by, OVERVIEW if number is None else HANDLING, dossier=number)
    with writing(store, kenmerk, by) as ledger:
        book = ledger.book()
        chosen = list(book.dossiers) if number is None else [dossier_of(book, number).number]
        found: dict[int, tuple[Overtaken, ...]] = {}
        with click.progressbar(chosen, label="Besluiten nakijken", file=sys.stderr) as bar:
            for each in bar:
                if overtaken := overtaken_in(book, each, desk_on):
                    found[each] = overtaken
        if not only_shown:
            for each, overtaken in found.items():
                ledger.append(as_drafts(book.dossiers[each], overtaken))
    if as_json:
        data = [{"dossier": each, "besluiten": [_data(one) for one in found[each]]} for each in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    for line in lines_of(kenmerk, found, desk_on):
        click.echo(line)
    return 0


def reopened_by(ledger: Ledger, reference: str, number: int) -> Iterator[str]:
    """Reopen what no longer stands in one dossier after something was recorded in it, and say so."""
    from soco_rules.dossiers.reopening import reopen_overtaken

    reopened = reopen_overtaken(ledger, workspace_of(reference), number)
    if reopened:
        many = "is 1 besluit" if len(reopened) == 1 else f"zijn {len(reopened)} besluiten"
        yield f"Daarmee {many} heropend, want zij rusten op iets anders dan nu bekend is."
        yield f"Bekijken: soco dossier heropen {reference} --dossier {number}"


def lines_of(reference: str, found: Mapping[int, tuple[Overtaken, ...]], desk_on: DeskOn) -> Iterator[str]:
    """The decisions that no longer stand, by dossier, with what they would be now and how to take them again."""
    from soco_rules.dossiers.reopening import net_effects
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch

    for number, overtaken in found.items():
        many = f"{len(overtaken)} besluiten staan" if len(overtaken) > 1 else "1 besluit staat"
        yield f"Dossier {number}: {many} niet meer op wat bekend is."
        for each in overtaken:
            yield from _one(reference, number, each, desk_on)
        if net := net_effects(overtaken):
            sums = ", ".join(
                f"{_named(slot)} {_signed(as_dutch(cents, Kind.MONEY))}" for slot, cents in net.items()
            )
            yield f"  Alle maanden samen: {sums}"
        yield ""
    total = sum(map(len, found.values()))
    yield (
        f"{total} {'besluit' if total == 1 else 'besluiten'} om opnieuw te nemen."
        if total
        else "Alle besluiten staan nog op wat bekend is."
    )


def _one(reference: str, number: int, each: Overtaken, desk_on: DeskOn) -> Iterator[str]:
    entry = each.standing.entry
    acts = f", wegens handeling {', '.join(map(str, each.because))}" if each.because else ""
    month = f" over {entry.month[:7]}" if entry.month else ""
    yield f"  {entry.subject}{month} (handeling {entry.number}){acts}"
    for why in (*each.changed, *(found.message for found in each.findings)):
        yield f"    {why}"
    if each.effects == ():
        yield "    De uitkomst blijft gelijk; de motivering niet."
    for effect in each.effects or ():
        yield f"    {_effect(effect)}"
    besluit = _correcting(each, desk_on)
    day = each.standing.short.reference_date
    when = f" --maand {entry.month[:7]}" if entry.month else f" --peildatum {day}"
    yield f"    Opnieuw nemen: soco dossier besluit {reference} {number} {besluit}{when}"


def _effect(effect: Effect) -> str:
    from soco_rules.dossiers.reopening import difference_of
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch
    from soco_rules.model.values import encoded_as_dutch

    before, after = (
        "niet bekend" if value is None else encoded_as_dutch(value, effect.type.kind, effect.type.words)
        for value in (effect.before, effect.after)
    )
    cents = difference_of(effect)
    difference = "" if cents is None else f" ({_signed(as_dutch(cents, Kind.MONEY))})"
    return f"{_named(effect.slot)}: {before} wordt {after}{difference}"


def _correcting(each: Overtaken, desk_on: DeskOn) -> str:
    """The besluit with which it is taken again: the one that corrects it, if there is one, else itself."""
    from soco_rules.facts import Dates
    from soco_rules.model.values import parse_date

    stored = each.standing.adopted.adoption.decision
    desk, _ = desk_on(
        stored.decision, Dates(parse_date(stored.reference_date), parse_date(stored.decision_date))
    )
    decisions: tuple[DecisionType, ...] = tuple(desk.compiled.stack.decisions.values()) if desk else ()
    return next((other.name for other in decisions if other.corrects == stored.decision), stored.decision)


def _named(slot: str) -> str:
    from soco_rules.model.values import spaced

    name, _, role = slot.partition("/")
    return f"{spaced(name)} ({role})" if role else spaced(name)


def _signed(amount: str) -> str:
    return amount if amount.startswith(("-", "−")) else f"+ {amount}"


def _data(each: Overtaken) -> dict[str, object]:
    entry = each.standing.entry
    return {
        "besluit": entry.subject,
        "maand": entry.month and entry.month[:7],
        "vaststelling": entry.number,
        "wegens": list(each.because),
        "veranderd": list(each.changed),
        "meldingen": [found.message for found in each.findings],
        "gevolgen": None
        if each.effects is None
        else [{"naam": effect.slot, "was": effect.before, "wordt": effect.after} for effect in each.effects],
    }
