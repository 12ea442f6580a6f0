"""`soco vergelijk`: the difference in meaning between two readings of an agreement."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.complete import files
from soco_rules.cli.complete import references
from soco_rules.cli.dates import chosen_dates
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.dutch import Month
from soco_rules.cli.readings import points_in
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import today
from soco_rules.cli.workspace import workspace_root
from soco_rules.files import write_file

if TYPE_CHECKING:
    from soco_rules.comparing.compare import Comparison
    from soco_rules.comparing.sides import Side
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.model.workspace import Workspace

EXAMPLE = "Voorbeeld: soco vergelijk delft/scope --stel bijdragepercentage=12%"


@click.command("vergelijk", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "oud",
    metavar="OUD",
    help="KENMERK, KENMERK@JJJJ-MM-DD of een regelbestand.",
    shell_complete=references,
)
@click.argument(
    "nieuw",
    metavar="[NIEUW]",
    required=False,
    help="Waarmee wordt vergeleken; zonder NIEUW met OUD zelf, en dan is --stel nodig.",
    shell_complete=references,
)
@click.option(
    "--stel",
    "stated",
    multiple=True,
    metavar="PUNT=WAARDE",
    help="Vul in NIEUW een punt anders in; kan vaker. 'open' laat het punt open.",
)
@click.option(
    "--besluit", "only", multiple=True, metavar="BESLUIT", help="Vergelijk alleen dit besluit; kan vaker."
)
@click.option(
    "--peildatum", "reference_date", type=Day(), metavar="DATUM", help="De dag waarvoor wordt gerekend."
)
@click.option(
    "--maand", "month", type=Month(), metavar="JJJJ-MM", help="De maand, voor besluiten over een maand."
)
@click.option("--zonder-scenarios", "without_scenarios", is_flag=True, help="Voer geen scenario's uit.")
@click.option("--json", "as_json", is_flag=True, help="Geef de vergelijking als JSON.")
@click.option(
    "--rapport",
    "page",
    metavar="BESTAND.html",
    type=Path,
    shell_complete=files,
    help="Schrijf een pagina om voor te leggen.",
)
def compare(
    *,
    oud: str,
    nieuw: str | None,
    stated: tuple[str, ...],
    only: tuple[str, ...],
    reference_date: int | None,
    month: int | None,
    without_scenarios: bool,
    as_json: bool,
    page: Path | None,
) -> int:
    """Zeg wat twee lezingen van een overeenkomst in betekenis verschillen.

    Vergelijk twee versies, twee gemeenten, twee bestanden, of een overeenkomst met wat u met --stel anders invult.

    Per besluit is bewezen of het anders kan uitkomen, met een geval voor elke richting.
    """
    if nieuw is None and not stated:
        raise click.UsageError(
            "Geef NIEUW, of vul met --stel een punt anders in, zoals --stel bijdragepercentage=12%."
        )
    points = points_in(stated)
    days = [day for each in (oud, nieuw) if each and (day := _named_day(each)) is not None]
    chosen = reference_date is not None or month is not None
    day = chosen_dates(reference_date, month, None).reference if chosen or not days else max(days)
    sides, findings = _sides(oud, nieuw, points, day)
    if sides is None:
        return stop(findings[0], findings[1])
    old, new = sides
    print_findings(*findings)
    from soco_rules.comparing.compare import decisions_of

    known = decisions_of(old, new)
    if unknown := [name for name in only if name not in known]:
        return stop(_unknown_decisions(unknown, known, old), {})
    found = _compared(old, new, day, None if without_scenarios else workspace_root(), only or known)
    return _shown(found, as_json=as_json, page=page)


def _is_file(named: str) -> bool:
    return named.lower().endswith((".yaml", ".yml"))


def _named_day(named: str) -> int | None:
    """The day behind @, where there is one."""
    from soco_rules.model.values import UnreadableValueError
    from soco_rules.model.values import parse_date

    _, mark, day = named.partition("@")
    if not mark or _is_file(named):
        return None
    try:
        return parse_date(day)
    except UnreadableValueError:
        raise click.UsageError(
            f"'{day}' in {named} is geen bestaande datum; schrijf bijvoorbeeld delft/scope@2026-10-15."
        ) from None


Found = tuple[tuple["Diagnostic", ...], dict[str, str]]


def _sides(
    oud: str, nieuw: str | None, points: dict[str, str], day: int
) -> tuple[tuple[Side, Side] | None, Found]:
    """Both readings; or all that stands in the way of either."""
    from soco_rules.comparing.sides import side_with_points
    from soco_rules.diagnostics import has_errors
    from soco_rules.diagnostics import in_reading_order

    named = [each for each in (oud, nieuw) if each is not None]
    wanted = [each.partition("@")[0] for each in named]
    any_file = any(map(_is_file, named))
    workspace, findings = open_workspace(*(() if any_file else wanted))
    sources = dict(workspace.sources)
    if has_errors(findings) and not any_file:
        return None, (findings, sources)
    sides: list[Side | None] = []
    for each in dict.fromkeys(named):
        side, found = _side(workspace, each, day)
        findings = (*findings, *found)
        sides.append(side)
        sources |= dict(side.workspace.sources) if side else {}
    old, new = sides[0], sides[-1]
    if points and new is not None:
        new, found = side_with_points(new, points)
        findings = (*findings, *found)
    if old is None or new is None:
        return None, (in_reading_order(one for one in findings if one.is_error), sources)
    return (old, new), (tuple(one for one in findings if _concerns(one, old, new)), sources)


def _concerns(found: Diagnostic, old: Side, new: Side) -> bool:
    """Whether a finding is about a file that is compared; others have nothing to do with it."""
    paths = {layer.path for side in (old, new) for layer in side.compiled.stack.layers}
    return found.is_error and found.span.file in paths


def _side(workspace: Workspace, named: str, day: int) -> tuple[Side | None, tuple[Diagnostic, ...]]:
    from soco_rules.comparing.sides import side_in_force
    from soco_rules.comparing.sides import side_of_file

    if not _is_file(named):
        own = _named_day(named)
        return side_in_force(workspace, named.partition("@")[0], day if own is None else own)
    path = Path(named)
    content, findings = read_file(path)
    if content is None:
        return None, findings
    full, root = path.resolve(), workspace_root().resolve()
    name = full.relative_to(root).as_posix() if full.is_relative_to(root) else str(path)
    return side_of_file(workspace, name, content, day)


def _unknown_decisions(unknown: list[str], known: tuple[str, ...], old: Side) -> tuple[Diagnostic, ...]:
    from soco_rules.catalogue import finding
    from soco_rules.diagnostics import Span
    from soco_rules.diagnostics import did_you_mean

    return tuple(
        finding(
            "onbekend-besluit",
            Span(old.reference),
            f"Geen van beide kanten kent een besluit '{name}'.",
            remedy=did_you_mean(name, known, otherwise=f"Kies uit {', '.join(known)}."),
        )
        for name in unknown
    )


def _compared(old: Side, new: Side, day: int, root: Path | None, names: tuple[str, ...]) -> Comparison:
    from soco_rules.comparing.compare import compare as compare_sides

    with click.progressbar(length=len(names), label="Besluiten", file=sys.stderr) as bar:
        return compare_sides(old, new, day, root, dict.fromkeys(names), each=lambda: bar.update(1))


def _shown(found: Comparison, *, as_json: bool, page: Path | None) -> int:
    from soco_rules.comparing.document import as_document
    from soco_rules.comparing.page import as_page
    from soco_rules.comparing.words import in_words

    if as_json:
        document = as_document(found).model_dump(mode="json", by_alias=True)
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        click.echo(in_words(found))
    if found.scenarios is not None:
        print_findings(found.scenarios.findings, {})
    if page is not None:
        if unwritten := write_file(page, as_page(found, today()).encode("utf-8")):
            return stop(unwritten, {})
        click.echo(f"Rapport geschreven: {page}.", err=as_json)
    return 0
