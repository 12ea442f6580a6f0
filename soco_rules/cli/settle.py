"""`soco verreken`: settle a month for a whole cooperative from the file that it sends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.adopt import MANNERS
from soco_rules.cli.adopt import Heard
from soco_rules.cli.arguments import of_agreement
from soco_rules.cli.complete import files
from soco_rules.cli.dossier.opening import by_whom
from soco_rules.cli.dossier.opening import in_store
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.dutch import Month
from soco_rules.cli.settled import NO_LETTERS
from soco_rules.cli.settled import progress
from soco_rules.cli.settled import tell
from soco_rules.cli.settled import tell_booked
from soco_rules.cli.settled import write_out
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import template_folders
from soco_rules.cli.workspace import today
from soco_rules.diagnostics import without_values
from soco_rules.files import write_file

if TYPE_CHECKING:
    from soco_rules.adopt.statement import Statement
    from soco_rules.dossiers.store import Store
    from soco_rules.model.adoption import Hearing
    from soco_rules.settling.looking import Sent
    from soco_rules.settling.settle import Ground
    from soco_rules.settling.settle import Order
    from soco_rules.settling.settle import Settlement

EXAMPLE = "Voorbeeld: soco verreken delft/scope --maand 2026-10 --invoer oktober.xlsx --uit oktober"


class ColumnMeaning(click.ParamType[tuple[str, str]]):
    """What a column means, as `Kop=naam`."""

    name = "kolom"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The heading and the name."""
        heading, sign, name = str(value).rpartition("=")
        if not (sign and heading.strip() and name.strip()):
            self.fail(f"'{value}' is geen Kop=naam, zoals 'Omzet excl. btw=omzet'", param, ctx)
        return heading.strip(), name.strip()


class LetterForm(click.ParamType[str]):
    """In which form letters are written, with or without the dot of a file name; or none."""

    name = "vorm"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The suffix of a file, or the word for no letters."""
        forms = (".pdf", ".html", ".docx", ".md")
        text = str(value).casefold()
        if text == NO_LETTERS or text in forms:
            return text
        if f".{text}" not in forms:
            self.fail(f"'{value}' is geen vorm; kies uit {', '.join(forms)} of {NO_LETTERS}", param, ctx)
        return f".{text}"


@click.command("verreken", cls=DutchCommand, epilog=EXAMPLE)
@of_agreement
@click.option("--maand", "month", type=Month(), required=True, metavar="JJJJ-MM", help="Over welke maand.")
@click.option(
    "--invoer",
    "source",
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="De opgave van de coöperatie: .csv of .xlsx.",
)
@click.option(
    "--kolom",
    "columns",
    multiple=True,
    type=ColumnMeaning(),
    metavar='"KOP=NAAM"',
    help="Wat een kolom is; overslaan als naam leest haar niet. Dit wordt voor de volgende keer onthouden.",
)
@click.option(
    "--blad", "sheets", multiple=True, metavar="NAAM", help="Welk blad telt; zonder elk blad dat te zien is."
)
@click.option(
    "--uit",
    "target",
    type=Path,
    metavar="MAP",
    shell_complete=files,
    help="De map voor het overzicht en de brieven.",
)
@click.option(
    "--sjabloon",
    "form",
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="Schrijf een leeg formulier voor de coöperatie (.xlsx of .csv), en doe verder niets.",
)
@click.option(
    "--brieven",
    "letters",
    type=LetterForm(),
    default=".pdf",
    metavar="VORM",
    help="De vorm van de brieven: .pdf (zonder deze optie), .html, .docx, .md of geen.",
)
@click.option(
    "--correctie",
    "correcting",
    is_flag=True,
    help="De opgave verbetert een maand waarover al is besloten: boek haar en heropen wat erop rust.",
)
@click.option(
    "--lopende-maand",
    "early",
    default="",
    metavar="REDEN",
    help="Waarom de maand wordt verrekend voordat zij voorbij is; de reden wordt met de opgave bewaard.",
)
@click.option(
    "--besluit", "besluiten", multiple=True, metavar="NAAM", help="Alleen dit besluit van de maand."
)
@click.option(
    "--door", "adopter", metavar="NAAM", help="Wie de besluiten vaststelt; zonder blijven het voorstellen."
)
@click.option("--functie", "function", metavar="FUNCTIE", help="In welke functie.")
@click.option(
    "--datum", "date", type=Day(), metavar="DATUM", help="De dag van de besluiten; zonder is dat vandaag."
)
@click.option("--verzonden-op", "sent_on", type=Day(), metavar="DATUM", help="De dag van verzending.")
@click.option("--zienswijze", "hearing", type=Heard(), metavar="WIJZE[:DATUM]", help=f"Een van: {MANNERS}.")
@click.option("--zienswijze-toelichting", "account", metavar="TEKST", help="Waarom die wijze hier geldt.")
@click.option("--toelichting", "reasons", metavar="TEKST", help="Waarom zo is besloten.")
@by_whom
@in_store
def settle(
    *,
    kenmerk: str,
    month: int,
    source: Path | None,
    columns: tuple[tuple[str, str], ...],
    sheets: tuple[str, ...],
    target: Path | None,
    form: Path | None,
    letters: str,
    correcting: bool,
    early: str,
    besluiten: tuple[str, ...],
    adopter: str | None,
    function: str | None,
    date: int | None,
    sent_on: int | None,
    hearing: Hearing | None,
    account: str | None,
    reasons: str | None,
    by: str,
    store: Store,
) -> int:
    """Verreken een maand voor een hele coöperatie uit het bestand dat zij stuurt.

    Eerst worden alle rijen nagekeken. Is er iets mis, dan staat er bij welk blad, welke rij en welke kolom, en wordt er
    niets geboekt. Daarna komen de besluiten van de maand in het dossier van elk lid. Met --uit komen er een overzicht
    voor de uitkeringsadministratie en brieven.

    Hetzelfde bestand nog een keer boekt niets dubbel. Na een onderbreking volstaat hetzelfde commando.
    """
    from soco_rules.settling.looking import Sent
    from soco_rules.settling.settle import Order
    from soco_rules.settling.settle import RefusedError
    from soco_rules.settling.settle import ground_of

    decided_on = today() if date is None else date
    said = _statement(adopter, function, decided_on, sent_on, (hearing, account, reasons))
    workspace, findings = open_workspace(kenmerk)
    order = Order(kenmerk, month, decided_on, said, besluiten, early.strip(), template_folders(), today())
    try:
        ground = ground_of(workspace, order)
        _check_besluiten(besluiten, ground)
        if form is not None:
            return _write_form(form, store, ground, order)
        if source is None and target is None:
            raise click.UsageError("Geef --invoer met het bestand van de coöperatie, --uit, of --sjabloon.")
        sent = None
        if source is not None:
            content, unread = read_file(source)
            if content is None:
                return stop(unread, {})
            sent = Sent(source.name, content, columns, sheets)
        if correcting:
            return _correct(store, by, ground, order, sent)
        done = _settled(store, by, ground, order, sent)
    except RefusedError as error:
        code = stop(map(without_values, (*findings, *error.findings)), workspace.sources)
        if source is not None and form is None:
            click.echo("Er is niets geboekt.", err=True)
        return code
    print_findings(map(without_values, done.findings), workspace.sources)
    if done.overtaken:
        _tell_overtaken(done, ground, order)
    tell(done, order, source)
    return write_out(target, letters, done, ground, order)


def _check_besluiten(besluiten: tuple[str, ...], ground: Ground) -> None:
    known = [decision.name for decision in ground.asked.decisions]
    for name in besluiten:
        if name not in known:
            raise click.UsageError(
                f"'{name}' is geen besluit van de maandafrekening; kies uit {', '.join(known)}."
            )


def _statement(
    adopter: str | None,
    function: str | None,
    date: int,
    sent_on: int | None,
    because: tuple[Hearing | None, str | None, str | None],
) -> Statement | None:
    from soco_rules.adopt.statement import Statement

    if adopter is None and function is None:
        return None
    if adopter is None or function is None:
        raise click.UsageError("Vaststellen vraagt --door en --functie allebei.")
    hearing, account, reasons = because
    if hearing is not None:
        hearing = hearing.model_copy(update={"account": account or ""})
    return Statement(adopter, function, date, date if sent_on is None else sent_on, hearing, reasons or "")


def _settled(store: Store, by: str, ground: Ground, order: Order, sent: Sent | None) -> Settlement:
    from soco_rules.dossiers.store import writing
    from soco_rules.settling.settle import settle as settle_on

    with writing(store, order.agreement, by) as ledger:
        return settle_on(ledger, ground, order, sent, progress)


def _correct(store: Store, by: str, ground: Ground, order: Order, sent: Sent | None) -> int:
    from soco_rules.dossiers.store import writing
    from soco_rules.settling.settle import correct

    if sent is None:
        raise click.UsageError("Geef bij --correctie de verbeterde opgave met --invoer.")
    if order.said is not None:
        raise click.UsageError("Met --correctie wordt niets vastgesteld; laat --door en --functie weg.")
    with writing(store, order.agreement, by) as ledger:
        done = correct(ledger, ground, order, sent)
    print_findings(map(without_values, done.findings), {})
    tell_booked(done, sent.name)
    _tell_overtaken(done, ground, order)
    return 0


def _tell_overtaken(done: Settlement, ground: Ground, order: Order) -> None:
    from soco_rules.cli.dossier.reopen import lines_of

    for line in lines_of(order.agreement, done.overtaken, ground.desk_on):
        click.echo(line)


def _write_form(form: Path, store: Store, ground: Ground, order: Order) -> int:
    from soco_rules.dossiers.store import read_book
    from soco_rules.settling.form import form_as_csv
    from soco_rules.settling.form import form_for
    from soco_rules.settling.members import members_of

    forms = {".xlsx": form_for, ".csv": form_as_csv}
    if form.suffix.lower() not in forms:
        raise click.UsageError(f"Een formulier is een .xlsx of een .csv, en '{form}' is dat niet.")
    book = read_book(store, order.agreement)
    members = members_of(book, ground.asked.compiled.stack.states, order.month)
    if unwritten := write_file(form, forms[form.suffix.lower()](ground.asked, members, order.month)):
        return stop(unwritten, {})
    click.echo(f"Formulier geschreven: {form}.")
    return 0
