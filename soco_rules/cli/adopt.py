"""`soco vaststellen`: a person adopts a proposed decision, or a version of an agreement."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from typing import TypeVar

import click

from soco_rules.cli.complete import files
from soco_rules.cli.complete import references
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_decision
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import template_folders
from soco_rules.cli.workspace import today
from soco_rules.cli.workspace import workspace_root
from soco_rules.diagnostics import did_you_mean
from soco_rules.files import exists
from soco_rules.files import write_file

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from soco_rules.adopt.statement import Deviating
    from soco_rules.adopt.statement import Statement
    from soco_rules.diagnostics import Diagnostic
    from soco_rules.model.adoption import Adoption
    from soco_rules.model.adoption import Hearing
    from soco_rules.model.case import Case
    from soco_rules.model.values import Role
    from soco_rules.parser.register import Consent

Command = TypeVar("Command", bound=Callable[..., int])
EXAMPLE = (
    'Voorbeeld: soco vaststellen besluit.json --door "A. de Vries" --functie teamleider '
    '--zienswijze gehoord:2026-10-15 --zienswijze-toelichting "Mevrouw is het ermee eens." '
    '--toelichting "Het plan past bij uw weg naar werk." --uit vaststelling.json'
)
MANNERS = (
    "gehoord:DATUM, eerder_gehoord:DATUM, niet_verplicht, geringe_afwijking, gegevens_niet_verstrekt, "
    "spoed, doel, financieel"
)
_FOR_A_DECISION = (
    "sent_on",
    "hearing",
    "account",
    "reasons",
    "deviations",
    "deviation_reason",
    "case_file",
    "own_letter",
    "target",
)
"""The options that say nothing about a version of an agreement."""
_FOR_A_VERSION = ("board_decision", "board_decided_on")
"""The options that say nothing about a decision."""


class Heard(click.ParamType["Hearing"]):
    """How the person was heard, as `wijze` or `wijze:jjjj-mm-dd`; the account has an option of its own."""

    name = "zienswijze"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Hearing:
        """The hearing without its account."""
        from soco_rules.model.adoption import Hearing
        from soco_rules.model.adoption import Manner

        word, _, day = str(value).partition(":")
        if word not in set(Manner):
            self.fail(f"'{word}' is geen wijze van horen; kies uit: {', '.join(Manner)}", param, ctx)
        if day:
            Day().convert(day, param, ctx)
        return Hearing(manner=Manner(word), date=day or None, account="")


_STATED = (
    click.option(
        "--datum", "date", type=Day(), metavar="DATUM", help="De dag van vaststellen; zonder is dat vandaag."
    ),
    click.option(
        "--verzonden-op",
        "sent_on",
        type=Day(),
        metavar="DATUM",
        help="De dag van verzending; zonder is dat de dag van vaststellen.",
    ),
    click.option(
        "--zienswijze", "hearing", type=Heard(), metavar="WIJZE[:DATUM]", help=f"Een van: {MANNERS}."
    ),
    click.option(
        "--zienswijze-toelichting",
        "account",
        metavar="TEKST",
        help="Wat de belanghebbende heeft gezegd, of waarom de uitzondering hier geldt.",
    ),
    click.option("--toelichting", "reasons", metavar="TEKST", help="Waarom in dit geval zo is besloten."),
    click.option(
        "--afwijking",
        "deviations",
        multiple=True,
        metavar="[PERSOON=]UITKOMST",
        help="Een andere uitkomst dan het voorstel; voor een van twee personen met belanghebbende= of partner=.",
    ),
    click.option(
        "--afwijking-reden", "deviation_reason", metavar="TEKST", help="Waarom van de regels is afgeweken."
    ),
    click.option(
        "--zaak",
        "case_file",
        type=Path,
        metavar="BESTAND",
        shell_complete=files,
        help="De zaak, voor gegevens die alleen bij een afwijking nodig zijn.",
    ),
)
"""What the law asks to be said, and the other outcome where a person deviates."""


def stating(command: Command) -> Command:
    """Give a command the options with which a person says what the law asks of who adopts."""
    for option in reversed(_STATED):
        command = option(command)
    return command


own_letter = click.option(
    "--eigen-brief",
    "own_letter",
    metavar="BRIEF",
    help="Het kenmerk van een eigen brief waarmee u het besluit bekendmaakt, als er hier geen te maken is.",
)
"""The option that names another letter, for a decision by itself."""


def what_can_be_adopted(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files, and the agreements of the workspace."""
    return [*references(ctx, param, incomplete), *files(ctx, param, incomplete)]


@click.command("vaststellen", cls=DutchCommand, epilog=EXAMPLE)
@click.argument(
    "wat",
    metavar="BESLUIT.json | KENMERK VERSIE",
    nargs=-1,
    required=True,
    help="Een bewaard voorstel; of een overeenkomst met de eerste dag van een versie.",
    shell_complete=what_can_be_adopted,
)
@click.option("--door", "by", required=True, metavar="NAAM", help="Wie vaststelt.")
@click.option("--functie", "function", required=True, metavar="FUNCTIE", help="In welke functie.")
@stating
@own_letter
@click.option(
    "--uit",
    "target",
    type=Path,
    metavar="BESTAND.json",
    shell_complete=files,
    help="Waar de vaststelling komt.",
)
@click.option(
    "--bestuursbesluit",
    "board_decision",
    metavar="STUK",
    help="Van een versie: het kenmerk van het besluit waarmee het bestuursorgaan instemde.",
)
@click.option(
    "--bestuursbesluit-datum",
    "board_decided_on",
    type=Day(),
    metavar="DATUM",
    help="Van een versie: de dag van dat besluit.",
)
@click.option(
    "--opslag",
    "address",
    envvar="SOCO_DOSSIERS",
    metavar="PAD|ADRES",
    shell_complete=files,
    help="Van een versie: waar de dossiers staan; zonder is dat SOCO_DOSSIERS, of anders dossiers.sqlite in de werkmap.",
)
@click.option(
    "--sleutels",
    "key_file",
    envvar="SOCO_SLEUTELS",
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="Van een versie: het sleutelbestand van de dossiers, om de open voorstellen te noemen die dan niet meer kloppen.",
)
@click.pass_context
def adopt(ctx: click.Context, /, *, wat: tuple[str, ...], by: str, function: str, **options: object) -> int:
    """Stel een voorstel vast namens het orgaan dat beslist, of stel een versie van een overeenkomst vast.

    Een voorstel wordt eerst opnieuw genomen: alleen wat de regels nu nog voorstellen, is vast te stellen. De functie
    heeft een mandaat nodig in agreements/<gemeente>/mandaten.yaml.

    Met KENMERK en VERSIE komt de versie in agreements/vastgesteld.yaml, met het besluit waarmee het bestuursorgaan
    instemde; zonder zo'n besluit heeft de functie een mandaat nodig dat overeenkomst noemt. Eerst worden de scenario's
    over de versie uitgevoerd: mislukt er een, dan wordt er niets vastgesteld. Daarna verandert het bestand niet meer.
    Staan er dossiers bij, dan noemt het de open voorstellen die erdoor niet meer kloppen.
    """
    match wat:
        case (file,):
            _only(ctx, options, _FOR_A_VERSION, "een overeenkomst en niet bij een besluit")
            return _adopt_decision(Path(file), by, function, options)
        case (reference, version):
            _only(ctx, options, _FOR_A_DECISION, "een besluit en niet bij een overeenkomst")
            return _adopt_version(reference, _version(version), by, function, options)
        case _:
            raise click.UsageError("Geef één besluit, of een kenmerk en een versie.")


def _only(ctx: click.Context, options: dict[str, object], names: tuple[str, ...], where: str) -> None:
    """Refuse the first of these options that was given."""
    given = [name for name in names if options.get(name)]
    if given:
        option = next(param for param in ctx.command.params if param.name == given[0]).opts[0]
        raise click.UsageError(f"De optie {option} hoort bij {where}.")


def _adopt_decision(path: Path, by: str, function: str, options: dict[str, object]) -> int:
    from soco_rules.adopt.decision import adopt as take
    from soco_rules.diagnostics import has_errors
    from soco_rules.letters.made import not_made_known

    target = options["target"]
    if not isinstance(target, Path):
        raise click.UsageError("De optie --uit ontbreekt. --help toont wat het commando nodig heeft.")
    if target.suffix.lower() != ".json":
        raise click.UsageError(f"Een vaststelling is een bestand .json, en '{target}' is dat niet.")
    said, findings = statement_of(by, function, options)
    decision, unread = read_decision(path)
    findings = (*findings, *unread, *_taken(target))
    if decision is None or said is None or has_errors(findings):
        return stop(findings, {})
    workspace, findings = open_workspace(decision.agreement)
    if has_errors(findings):
        return stop(findings, workspace.sources)
    adoption, found = take(decision, said, workspace)
    if adoption is None:
        return stop(found, workspace.sources)
    if unknown := not_made_known(adoption, template_folders()):
        return stop((*found, *unknown), workspace.sources)
    content = adoption.model_dump_json(by_alias=True, indent=2) + "\n"
    if unwritten := write_file(target, content.encode(), keep=True):
        return stop((*found, *unwritten), {})
    print_findings(found, workspace.sources)
    _tell(adoption, options, target)
    return 0


def _adopt_version(reference: str, version: int, by: str, function: str, options: dict[str, object]) -> int:
    from soco_rules.diagnostics import has_errors
    from soco_rules.drafting.adopting import Said
    from soco_rules.drafting.adopting import adopt_final
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch
    from soco_rules.parser.register import REGISTER
    from soco_rules.parser.workspace import shipped_root

    root = workspace_root()
    if root not in (Path.cwd(), *Path.cwd().parents):
        raise click.UsageError("Een versie is alleen vast te stellen in de map waarin agreements staat.")
    workspace, findings = open_workspace(reference)
    if has_errors(findings):
        return stop(findings, workspace.sources)
    day, consent = _day(options["date"]), _consent(options)
    said = Said(by, function, day, consent, apart=False, finishes=False)
    found = adopt_final(root, shipped_root(), reference, version, said).findings
    if has_errors(found):
        return stop(found, {**_features(root, found), **workspace.sources})
    print_findings(found, workspace.sources)
    click.echo(
        f"Vastgesteld: {reference}, de versie van {as_dutch(version, Kind.DATE)}, door {by}, {function}, "
        f"op {as_dutch(day, Kind.DATE)}{_unsaid(options['date'], 'vandaag')}."
    )
    if consent is None:
        click.echo(
            f"Onder het mandaat van {function} (agreements/{reference.partition('/')[0]}/mandaten.yaml)."
        )
    else:
        click.echo(f"Op grond van bestuursbesluit {consent.reference} van {_board_day(options)}.")
    click.echo(
        f"Dit staat in {REGISTER}. Het bestand verandert niet meer; een wijziging is een nieuwe versie."
    )
    return _tell_voided(reference, options)


def _tell_voided(reference: str, options: dict[str, object]) -> int:
    """Name the open proposals that do not stand by the rules as they are with the version, where there are dossiers."""
    from soco_rules.cli.dossier.opening import address_of
    from soco_rules.cli.dossier.opening import told

    given, key_file = options["address"], options["key_file"]
    address = given if isinstance(given, str) else None
    if isinstance(key_file, Path):
        told(lambda: _voided(reference, address, key_file))
    elif address is not None or Path(address_of(address)).is_file():
        click.echo(
            "Of open voorstellen in de dossiers hierdoor niet meer kloppen, is niet nagekeken: daarvoor is --sleutels nodig."
        )
    return 0


def _voided(reference: str, address: str | None, key_file: Path) -> int:
    from soco_rules.cli.dossier.opening import opened
    from soco_rules.dossiers.voided import voided_under

    workspace, _ = open_workspace()
    found = tuple(voided_under(opened(address, key_file), reference, workspace, None))
    if not found:
        click.echo("Elk open voorstel in de dossiers klopt nog met de regels van nu.")
        return 0
    many = "1 open voorstel klopt" if len(found) == 1 else f"{len(found)} open voorstellen kloppen"
    click.echo(f"{many} niet meer met de regels van nu; doe daarvoor een nieuw voorstel:")
    for agreement, (number, proposal) in found:
        title = proposal.proposed.decision.title
        click.echo(f"- {agreement}, dossier {number}: {title} (voorstel {proposal.entry.number})")
    return 0


def _features(root: Path, findings: tuple[Diagnostic, ...]) -> dict[str, str]:
    """The texts of the scenarios that findings point into."""
    files = {found.span.file for found in findings if found.span.file.endswith(".feature")}
    return {
        file: (root / file).read_text("utf-8-sig", "replace") for file in files if (root / file).is_file()
    }


def _consent(options: dict[str, object]) -> Consent | None:
    from soco_rules.model.values import iso_day
    from soco_rules.parser.register import Consent

    match options["board_decision"], options["board_decided_on"]:
        case None, None:
            return None
        case str() as reference, int() as day:
            return Consent(reference, iso_day(day))
        case _:
            raise click.UsageError("--bestuursbesluit en --bestuursbesluit-datum horen bij elkaar.")


def _board_day(options: dict[str, object]) -> str:
    from soco_rules.model.values import Kind
    from soco_rules.model.values import as_dutch

    day = options["board_decided_on"]
    assert isinstance(day, int)
    return as_dutch(day, Kind.DATE)


def _version(written: str) -> int:
    from soco_rules.model.values import UnreadableValueError
    from soco_rules.model.values import parse_date

    try:
        return parse_date(written)
    except UnreadableValueError:
        raise click.UsageError(
            f"De versie '{written}' is geen bestaande datum; schrijf haar eerste dag, zoals 2026-01-01."
        ) from None


def statement_of(
    by: str, function: str, options: dict[str, object]
) -> tuple[Statement | None, tuple[Diagnostic, ...]]:
    """What a person said with the options of `stating`."""
    from soco_rules.adopt.statement import Statement
    from soco_rules.adopt.statement import still_to_come

    date = _day(options["date"])
    sent_on = options["sent_on"]
    deviation, findings = _deviation(options)
    if late := still_to_come(date, today()):
        findings = (*findings, late)
    if findings:
        return None, findings
    return Statement(
        by=by,
        function=function,
        date=date,
        sent_on=sent_on if isinstance(sent_on, int) else date,
        hearing=_hearing(options),
        reasons=_text(options["reasons"]),
        deviation=deviation,
        own_letter=_text(options.get("own_letter")),
        dated_back=_text(options.get("dated_back")),
    ), ()


def _hearing(options: dict[str, object]) -> Hearing | None:
    from soco_rules.model.adoption import Hearing

    match options["hearing"], options["account"]:
        case None, None:
            return None
        case None, _:
            raise click.UsageError("Bij --zienswijze-toelichting hoort --zienswijze.")
        case Hearing() as hearing, account:
            return hearing.model_copy(update={"account": _text(account)})
        case _:
            raise AssertionError(options)


def _deviation(options: dict[str, object]) -> tuple[Deviating | None, tuple[Diagnostic, ...]]:
    from soco_rules.adopt.statement import Deviating

    outcomes: dict[Role | None, str] = {}
    deviations = options["deviations"]
    assert isinstance(deviations, tuple)
    for written in deviations:
        role, outcome = _of_person(written)
        if role in outcomes:
            raise click.UsageError(f"De optie --afwijking staat er twee keer voor {role or 'dit besluit'}.")
        outcomes[role] = outcome
    if not outcomes:
        for option, name in (("--afwijking-reden", "deviation_reason"), ("--zaak", "case_file")):
            if options[name]:
                raise click.UsageError(f"De optie {option} hoort bij --afwijking.")
        return None, ()
    case, findings = _case(options["case_file"])
    return Deviating(outcomes, _text(options["deviation_reason"]), case), findings


def _of_person(written: str) -> tuple[Role | None, str]:
    from soco_rules.model.values import Role

    person, sign, outcome = written.partition("=")
    if not sign:
        return None, written
    if person not in set(Role):
        remedy = did_you_mean(person, Role, otherwise=f"Kies uit: {', '.join(Role)}.")
        raise click.UsageError(f"'{person}' is geen persoon in een besluit. {remedy}")
    return Role(person), outcome


def _case(path: object) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    from soco_rules.diagnostics import has_errors
    from soco_rules.parser.case import read_case

    if not isinstance(path, Path):
        return None, ()
    content, findings = read_file(path)
    if content is None:
        return None, findings
    case, findings = read_case(str(path), content)
    return case, findings if has_errors(findings) else ()


def _taken(target: Path) -> tuple[Diagnostic, ...]:
    """An adoption is not replaced: whoever adopts again says where that goes."""
    return (exists(target),) if os.path.lexists(target) else ()


def _tell(adoption: Adoption, options: dict[str, object], target: Path) -> None:
    from soco_rules.model.called import body
    from soco_rules.model.values import Kind
    from soco_rules.model.values import encoded_as_dutch

    assert adoption.mandate is not None
    by = f"{adoption.by}, {adoption.function}, namens {body(adoption.mandate.body)} ({adoption.mandate.source})"
    click.echo(f"Vastgesteld: {adoption.decision.title}.")
    click.echo(f"  door: {by}")
    what = " (een afwijking van het voorstel)" if adoption.deviation else ""
    for person, outcome in outcomes_of(adoption):
        click.echo(f"  uitkomst{person}: {outcome}{what}")
    date = encoded_as_dutch(adoption.date, Kind.DATE) + _unsaid(options["date"], "vandaag")
    sent = encoded_as_dutch(adoption.sent_on, Kind.DATE) + _unsaid(
        options["sent_on"], "de dag van vaststellen"
    )
    click.echo(f"  datum: {date}")
    click.echo(f"  verzonden op: {sent}")
    if adoption.own_letter:
        click.echo(f"  bekendgemaakt met de eigen brief: {adoption.own_letter}")
        click.echo(f"Bewaard in {target}.")
        return
    click.echo(f"Bewaard in {target}. De brief: soco brief {target} --uit brief.pdf")


def outcomes_of(adoption: Adoption) -> tuple[tuple[str, str], ...]:
    """The outcome in words, behind whose it is where there is one for each person."""
    from soco_rules.explain.outcomes import outcomes_in_words

    decision = adoption.decision
    words = decision.words_of(decision.outcome_name)
    each = outcomes_in_words(adoption.outcome, decision.outcome_kind, words)
    return tuple((f" ({role})" if role else "", text) for role, text in each)


def _day(given: object) -> int:
    return given if isinstance(given, int) else today()


def _unsaid(given: object, default: str) -> str:
    return "" if given is not None else f" ({default})"


def _text(given: object) -> str:
    return given if isinstance(given, str) else ""
