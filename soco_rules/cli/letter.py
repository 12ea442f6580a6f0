"""`soco brief`: the letter of a decision, final once a person adopted it and the law asks nothing more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_decided
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import template_folders
from soco_rules.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from soco_rules.diagnostics import Diagnostic
    from soco_rules.letters.duties import Duty
    from soco_rules.letters.forms import Form
    from soco_rules.letters.tree import Letter
    from soco_rules.model.adoption import Adoption
    from soco_rules.model.decision import Decision

EXAMPLE = "Voorbeeld: soco brief vaststelling.json --uit brief.pdf --bijlage"


@click.command("brief", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "besluit",
    metavar="BESTAND.json",
    type=Path,
    help="Een bewaard voorstel, of een vaststelling.",
    shell_complete=files,
)
@click.option(
    "--uit",
    "target",
    metavar="BESTAND",
    type=Path,
    shell_complete=files,
    help="Waar de brief komt: .html, .pdf, .docx of .md.",
)
@click.option(
    "--bijlage",
    "annex",
    is_flag=True,
    help="Zet achter elke zin een nummer, en in een bijlage waar zij op rust.",
)
@click.option(
    "--controle", "check", is_flag=True, help="Toon wat de wet van de brief vraagt en wat daarvan klopt."
)
def letter(*, besluit: Path, target: Path | None, annex: bool, check: bool) -> int:
    """Schrijf de brief bij een vaststelling, of een concept bij een voorstel.

    Een brief is definitief als een bevoegd persoon het besluit heeft vastgesteld, als er geen aanname of open punt
    onder ligt en als de brief aan alle eisen voldoet. Anders staat er CONCEPT op, met elke reden. Een .docx is om na te
    lezen en altijd een concept.

    Met --controle is de uitkomst 1 als de brief niet aan een eis voldoet. Dan kan --uit weg.
    """
    from soco_rules.diagnostics import has_errors
    from soco_rules.letters.annex import with_annex
    from soco_rules.letters.duties import duties
    from soco_rules.letters.write import compose
    from soco_rules.letters.write import doubted
    from soco_rules.parser.house_style import load_house_style

    if target is None and not check:
        raise click.UsageError("De optie --uit ontbreekt. --help toont wat het commando nodig heeft.")
    if target is not None:
        _form_of(target)
    decided, findings = read_decided(besluit)
    if decided is None:
        return stop(findings, {})
    folders = template_folders()
    style, findings = load_house_style(folders, _agreement_of(decided).split("/", 1)[0])
    if has_errors(findings):
        return stop(findings, {})
    decided, doubts = _confirmed(decided)
    composed, found = compose(decided, folders, style)
    if composed is None:
        return stop((*findings, *found), {})
    print_findings((*findings, *found, *doubts), {})
    composed = doubted(composed, (doubt.message for doubt in doubts))
    if target is not None and (code := _write(with_annex(composed) if annex else composed, target)):
        return code
    return max(_tell(duties(composed, decided, composed.style)), bool(doubts)) if check else 0


def _confirmed(decided: Decision | Adoption) -> tuple[Decision | Adoption, tuple[Diagnostic, ...]]:
    """An adoption as it is told now, and why it is not to be trusted: not by its file alone becomes a letter final."""
    from soco_rules.model.adoption import Adoption

    if not isinstance(decided, Adoption):
        return decided, ()
    from soco_rules.adopt.confirm import confirmed

    workspace, findings = open_workspace(decided.decision.agreement)
    errors = tuple(found for found in findings if found.is_error)
    return (decided, errors) if errors else confirmed(decided, workspace)


def _form_of(target: Path) -> Form:
    from soco_rules.letters.forms import FORMS

    form = next((form for form in FORMS if form == target.suffix.lower()), None)
    if form is None:
        raise click.UsageError(
            f"Een brief met '{target.suffix or target.name}' kan niet; kies .html, .pdf, .docx of .md."
        )
    return form


def _agreement_of(decided: Decision | Adoption) -> str:
    from soco_rules.model.adoption import Adoption

    return decided.decision.agreement if isinstance(decided, Adoption) else decided.agreement


def _write(composed: Letter, target: Path) -> int:
    from soco_rules.letters.forms import as_file
    from soco_rules.letters.write import for_review

    form = _form_of(target)
    composed = for_review(composed) if form == ".docx" else composed
    content, findings = as_file(composed, form)
    if content is None:
        return stop(findings, {})
    if unwritten := write_file(target, content):
        return stop((*findings, *unwritten), {})
    print_findings(findings, {})
    click.echo(f"Brief geschreven: {target} ({'CONCEPT' if composed.concept else 'definitief'}).")
    for reason in _reasons(composed):
        click.echo(f"- {reason}")
    return 0


def _reasons(composed: Letter) -> Iterator[str]:
    from soco_rules.letters.tree import text_of

    return map(text_of, composed.concept)


def _tell(checks: Iterable[Duty]) -> int:
    from soco_rules.letters.verdicts import Verdict

    found = tuple(checks)
    for duty in found:
        basis = f" ({_articles(duty.articles)})" if duty.articles else ""
        click.echo(f"{duty.code:<4}{duty.verdict}: {duty.title}{basis}")
        if duty.message:
            click.echo(f"    {duty.message}")
    failed = [duty.code for duty in found if duty.verdict is Verdict.NOT_MET]
    noticed = sum(duty.verdict is Verdict.NOTICE for duty in found)
    outcome = f"niet voldaan: {', '.join(failed)}" if failed else "de brief voldoet aan alle eisen"
    click.echo(f"{len(found)} controles: {outcome}; let op: {noticed or 'geen'}.")
    return 1 if failed else 0


def _articles(articles: Iterable[str]) -> str:
    """Articles with the name of each law once."""
    of_law: dict[str, list[str]] = {}
    for article in articles:
        law, _, number = article.partition(" artikel ")
        of_law.setdefault(law, []).append(number)
    return "; ".join(f"{law} artikel {', '.join(numbers)}" for law, numbers in of_law.items())
