"""What `soco verreken` tells and writes of a month: the summary, the overview, the letters."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from typing import TypeVar

import click

from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import template_folders
from soco_rules.files import write_file

if TYPE_CHECKING:
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.letters.forms import Form
    from soco_rules.settling.month import Settled
    from soco_rules.settling.settle import Ground
    from soco_rules.settling.settle import Order
    from soco_rules.settling.settle import Settlement

NO_LETTERS = "geen"
_SHOWN = 5

Item = TypeVar("Item")


def progress(title: str, items: Sequence[Item]) -> Iterator[Item]:
    """A bar on the error stream, which a terminal shows and a file does not."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(items, label=title, file=sys.stderr, show_pos=True, hidden=hidden) as bar:
        yield from bar


def tell(done: Settlement, order: Order, source: Path | None) -> None:
    """Show what was booked, proposed and adopted, and why the rest was not."""
    if source is not None:
        tell_booked(done, source.name)
    taken = done.taken
    click.echo(f"Voorstellen: {taken.proposed or 'geen'} nieuw.")
    if order.said is not None:
        signed = f", {taken.signed} wachten op een tweede handtekening" if taken.signed else ""
        click.echo(f"Vastgesteld: {taken.adopted or 'geen'}{signed}.")
        if taken.adopted:
            click.echo(f"Brieven bewaard in de dossiers, zoals zij worden verzonden: {taken.kept or 'geen'}.")
        if taken.unsent:
            many = "1 beschikking is" if taken.unsent == 1 else f"{taken.unsent} beschikkingen zijn"
            click.echo(
                f"{many} nog niet bekendgemaakt: de brief is een concept. "
                "Leg met soco dossier bekendmaking vast wanneer uw eigen brief is verzonden."
            )
        _tell_refused(done)


def tell_booked(done: Settlement, name: str) -> None:
    """Show what was booked of a file."""
    if done.booked:
        what = "gegeven" if done.booked == 1 else "gegevens"
        click.echo(f"{name}: {done.rows} rijen gelezen, {done.booked} {what} geboekt.")
    else:
        again = " Dit bestand was al geboekt." if done.seen_before else ""
        click.echo(f"{name}: {done.rows} rijen gelezen; er was niets nieuws.{again}")


def _tell_refused(done: Settlement) -> None:
    """Why proposals were not adopted, each reason once with how many; without a mandate the rest is of another."""
    from soco_rules.adopt.mandate import CODE as WITHOUT_MANDATE
    from soco_rules.model.values import capital

    reasons: dict[tuple[str, str], list[int]] = {}
    for number, besluit, findings in done.taken.refused:
        errors = [found for found in findings if found.is_error]
        for found in [each for each in errors if each.code == WITHOUT_MANDATE] or errors:
            reasons.setdefault(
                (besluit, f"{found.message.removesuffix('.')}. {capital(found.remedy)}"), []
            ).append(number)
    for (besluit, reason), numbers in reasons.items():
        listed = ", ".join(map(str, numbers[:_SHOWN]))
        rest = f" en nog {len(numbers) - _SHOWN}" if len(numbers) > _SHOWN else ""
        click.echo(f"Niet vastgesteld, {besluit}, dossier {listed}{rest}: {reason}", err=True)


def write_out(target: Path | None, letters: str, done: Settlement, ground: Ground, order: Order) -> int:
    """Write the overview and the letters from the book as it is, and give the exit code."""
    from soco_rules.settling.deciding import calculators_of
    from soco_rules.settling.month import settled_of
    from soco_rules.settling.overview import overview_of
    from soco_rules.settling.pot import accounts_of
    from soco_rules.settling.pot import unbalanced

    settled = settled_of(done.book, ground.asked, done.members, order.month)
    accounts = accounts_of(settled, done.book, calculators_of(ground.desks))
    wrong = unbalanced(accounts)
    _tell_month(settled, len(accounts), sum(account.is_known for account in accounts), bool(wrong))
    if target is not None:
        name = f"overzicht-{_month_text(order.month)}.xlsx"
        findings = _written(target / name, overview_of(settled, accounts))
        if findings:
            return stop(findings, {})
        click.echo(f"Overzicht geschreven: {target / name}.")
        if letters != NO_LETTERS and (code := _write_letters(target / "brieven", settled, letters)):
            return code
    return stop(wrong, {}) if wrong else 0


def _tell_month(settled: Settled, accounts: int, known: int, is_wrong: bool) -> None:
    results = [result for _, each in settled.each() for result in each.values()]
    adopted = sum(result.adopted is not None for result in results)
    waiting = sum(result.adopted is None and bool(result.decision.missing) for result in results)
    click.echo(
        f"{settled.month_in_words}: {len(settled.results)} leden, {len(results)} besluiten, {adopted} vastgesteld."
    )
    if waiting:
        what = "voorstel staan" if waiting == 1 else "voorstellen staan"
        click.echo(f"Bij {waiting} {what} nog vragen open; het overzicht noemt ze.")
    if accounts:
        verdict = "niet alle sluiten" if is_wrong else "sluiten op de cent"
        unknown = f", {accounts - known} nog niet te controleren" if known < accounts else ""
        click.echo(f"Saldi: {known} gecontroleerd, {verdict}{unknown}.")


def _write_letters(folder: Path, settled: Settled, letters: str) -> int:
    from soco_rules.diagnostics import has_errors
    from soco_rules.letters.forms import FORMS
    from soco_rules.letters.forms import lacking
    from soco_rules.parser.house_style import load_house_style
    from soco_rules.settling.statements import statements_of
    from soco_rules.settling.statements import told_once
    from soco_rules.settling.statements import write_statement

    form: Form = next(form for form in FORMS if form == letters)
    if lacks := lacking(form):
        return stop(lacks, {})
    folders = template_folders()
    style, findings = load_house_style(folders, settled.agreement.split("/", 1)[0])
    if has_errors(findings):
        return stop(findings, {})
    found: list[Diagnostic] = [*findings]
    written, concepts = 0, 0
    for statement in progress("brieven", statements_of(settled, form)):
        letter = write_statement(statement, folders, style, form)
        found += letter.findings
        if letter.content is not None:
            if unwritten := _written(folder / statement.path, letter.content):
                return stop(unwritten, {})
            written += 1
            concepts += letter.is_concept
    print_findings(told_once(found), {})
    click.echo(
        f"Brieven geschreven: {written or 'geen'} in {folder}, waarvan {concepts or 'geen'} als CONCEPT."
    )
    return 1 if has_errors(found) else 0


def _written(path: Path, content: bytes) -> tuple[Diagnostic, ...]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_file(path, content)


def _month_text(month: int) -> str:
    from soco_rules.model.values import iso_day

    return iso_day(month)[:7]
