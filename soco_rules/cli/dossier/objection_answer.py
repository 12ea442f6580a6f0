"""`soco dossier bezwaarbesluit`: a person decides on an objection, under a mandate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dossier.telling import of_book
from soco_rules.cli.dossier.telling import of_dossier
from soco_rules.cli.dossier.telling import refused
from soco_rules.cli.dossier.telling import workspace_of
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import template_folders
from soco_rules.cli.workspace import today
from soco_rules.files import write_file
from soco_rules.model.objection import Inadmissible
from soco_rules.model.objection import NotHeard
from soco_rules.model.objection import Ruling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soco_rules.dossiers.answered import Written
    from soco_rules.dossiers.store import Store
    from soco_rules.model.objection import Ruled

EXAMPLE = (
    "Voorbeeld: soco dossier bezwaarbesluit delft/scope 1 21 --functie jurist --uitkomst ongegrond "
    '--toelichting "U werkt minder uren dan nodig is."'
)
NOTHING = "geen"


@click.command("bezwaarbesluit", cls=DutchCommand, epilog=EXAMPLE)
@of_book
@of_dossier
@click.argument("bezwaar", metavar="BEZWAAR", type=click.IntRange(1), help="Het nummer van het bezwaar.")
@click.option("--functie", "function", required=True, metavar="FUNCTIE", help="In welke functie.")
@click.option(
    "--uitkomst",
    "ruling",
    type=click.Choice([each.value for each in Ruling]),
    required=True,
    help="Wat er is besloten.",
)
@click.option(
    "--toelichting", "reasons", required=True, metavar="TEKST", help="De motivering, zo komt zij in de brief."
)
@click.option(
    "--nieuw-besluit",
    "renewed",
    is_flag=True,
    help="Bij gegrond: er komt een nieuw besluit voor in de plaats.",
)
@click.option(
    "--niet-ontvankelijk-omdat",
    "inadmissible",
    type=click.Choice([each.value for each in Inadmissible]),
    help="Bij niet-ontvankelijk: waarom.",
)
@click.option(
    "--verschoonbaar",
    "excused",
    default="",
    metavar="TEKST",
    help="Waarom te laat zijn niet te verwijten is.",
)
@click.option(
    "--niet-gehoord",
    "not_heard",
    type=click.Choice([each.value for each in NotHeard]),
    help="Waarom de persoon niet is gehoord.",
)
@click.option(
    "--niet-gehoord-omdat", "not_heard_because", default="", metavar="TEKST", help="Waarom dat hier geldt."
)
@click.option(
    "--afwijking-van-advies",
    "departs",
    default="",
    metavar="TEKST",
    help="Waarom het advies niet wordt gevolgd.",
)
@click.option(
    "--kosten",
    metavar="BEDRAG",
    help="Wat aan kosten wordt vergoed, of 'geen'; alleen als er om is gevraagd.",
)
@click.option(
    "--kosten-omdat",
    "costs_because",
    default="",
    metavar="TEKST",
    help="Waarom zo over de kosten is besloten.",
)
@click.option(
    "--datum", "day", type=Day(), metavar="DATUM", help="De dag van het besluit; zonder is dat vandaag."
)
@click.option(
    "--verzonden-op",
    "sent",
    type=Day(),
    metavar="DATUM",
    help="De dag van verzenden; zonder is dat de dag van het besluit.",
)
@click.option(
    "--eigen-brief",
    "own_letter",
    default="",
    metavar="BRIEF",
    help="Het kenmerk van uw eigen brief, als die gaat.",
)
@click.option(
    "--brief", "target", type=Path, metavar="BESTAND.pdf", shell_complete=files, help="Schrijf ook de brief."
)
@in_store
@by_whom
def objection_answer(
    kenmerk: str,
    nummer: int,
    bezwaar: int,
    *,
    store: Store,
    function: str,
    day: int | None,
    sent: int | None,
    own_letter: str,
    target: Path | None,
    by: str,
    **options: object,
) -> int:
    """Beslis op een bezwaar, als persoon met het mandaat besluit_op_bezwaar.

    Wie het bestreden besluit nam, kan dat niet (Awb 10:3 lid 3). Een definitieve brief komt in het dossier. Komt er een
    nieuw besluit voor in de plaats, dan wordt dat daarna gewoon voorgesteld en vastgesteld.
    """
    from soco_rules.dossiers.answered import take_answer
    from soco_rules.dossiers.answering import Answer
    from soco_rules.dossiers.store import writing

    if target is not None and target.suffix.lower() != ".pdf":
        raise click.UsageError(f"Een brief voor het dossier is een .pdf, en '{target}' is dat niet.")
    decided = today() if day is None else day
    said = Answer(
        by=by,
        function=function,
        date=decided,
        sent_on=decided if sent is None else sent,
        ruled=_ruled(options),
        own_letter=own_letter,
    )
    workspace = workspace_of(kenmerk)
    with writing(store, kenmerk, by) as ledger:
        written, findings = take_answer(
            ledger, workspace, nummer, bezwaar, said, templates=template_folders(), today=today()
        )
        if written is None:
            raise refused(*findings)
    _tell(written, kenmerk, nummer)
    if target is None or written.letter is None:
        return 0
    if wrong := write_file(target, written.letter.content):
        return stop(wrong, {})
    click.echo(
        f"Brief geschreven: {target} ({'CONCEPT' if written.letter.reasons else 'definitief'}).", err=True
    )
    return 0


def _ruled(given: Mapping[str, object]) -> Ruled:
    from soco_rules.model.objection import Costs
    from soco_rules.model.objection import Ruled

    def text(name: str) -> str:
        return str(given[name] or "").strip()

    costs = None
    if text("kosten") or text("costs_because"):
        amount = None if text("kosten") in {"", NOTHING} else text("kosten")
        costs = Costs(amount=amount, reason=text("costs_because"))
    return Ruled(
        ruling=Ruling(text("ruling")),
        renewed=bool(given["renewed"]),
        inadmissible=Inadmissible(text("inadmissible")) if given["inadmissible"] else None,
        excused=text("excused"),
        not_heard=NotHeard(text("not_heard")) if given["not_heard"] else None,
        not_heard_because=text("not_heard_because"),
        reasons=text("reasons"),
        departs=text("departs"),
        costs=costs,
    )


def _tell(written: Written, reference: str, number: int) -> None:
    from soco_rules.dossiers.objection_words import RULINGS

    decided, entry = written.answered.decided, written.entry
    ruling = RULINGS[decided.ruled.ruling]
    click.echo(
        f"Bezwaar {decided.objection} van dossier {number} is {ruling} verklaard (handeling {entry.number})."
    )
    click.echo(f"  door: {decided.by}, {decided.function} ({decided.mandate.source})")
    if decided.ruled.renewed:
        click.echo(f"  besluit {decided.adoption} is herroepen; doe een voorstel voor het nieuwe besluit:")
        click.echo(f"  soco dossier besluit {reference} {number} {entry.subject}")
        click.echo(
            f"  leg daarna vast wanneer beide zijn verzonden: soco dossier bekendmaking {reference} {number} {entry.number}"
        )
        return
    if written.letter is not None and written.letter.reasons:
        click.echo("De brief blijft een concept:", err=True)
        for reason in written.letter.reasons:
            click.echo(f"- {reason}", err=True)
    if written.kept is None and not decided.own_letter:
        click.echo(
            f"  nog niet bekendgemaakt: soco dossier bekendmaking {reference} {number} {entry.number} --eigen-brief KENMERK"
        )
