"""`soco nieuw`: a form of questions in the terminal that writes the rule file of a new agreement."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from soco_rules.catalogue import finding
from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import today
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import render
from soco_rules.diagnostics import summary
from soco_rules.files import write_file

if TYPE_CHECKING:
    from soco_rules.drafting.answer import Origin
    from soco_rules.drafting.draft import Draft
    from soco_rules.drafting.draft import Entry
    from soco_rules.drafting.draft import Heading
    from soco_rules.drafting.questions import Form
    from soco_rules.drafting.questions import Question
    from soco_rules.model.agreement import Agreement
    from soco_rules.model.workspace import Workspace

EXAMPLE = "Voorbeeld: soco nieuw voorbeeldstad/samen --geldig-vanaf 2027-01-01"
LAYER = "landelijk/sociale-cooperatie"
HELP = """\
  Bij elk punt typt u een van deze dingen en dan Enter:
    een waarde   wat is afgesproken; daarna vraagt het formulier waaruit dat blijkt
    nvt          niet van toepassing: dit is bewust niet afgesproken
    open         nog niet duidelijk; een besluit dat dit punt nodig heeft, wacht erop
    terug        naar het vorige punt
    stop         bewaren en later verdergaan met dezelfde opdracht
  Een bron is een document. Een aanname is een keuze zonder document, met de reden; zij komt in elk besluit terug.
  Na elk antwoord staat alles in het bestand."""

_ORIGIN = re.compile(r"(bron|aanname|[ba](?=\s*:|$))\s*:?\s*(.*)", re.IGNORECASE)


@click.command("nieuw", cls=DutchCommand, epilog=EXAMPLE)
@click.argument("kenmerk", metavar="GEMEENTE/COOPERATIE", help="De nieuwe overeenkomst, zoals delft/scope.")
@click.option(
    "--geldig-vanaf", "valid_from", type=Day(), metavar="DATUM", help="De eerste dag van de afspraken."
)
@click.option("--bouwt-op", "layer", metavar="LAAG", default=LAYER, help=f"De laag eronder; anders {LAYER}.")
def new(*, kenmerk: str, valid_from: int | None, layer: str) -> int:
    """Maak een overeenkomst aan de hand van vragen, met scenario's op de grenzen.

    Elk antwoord wordt meteen gecontroleerd en bewaard. Dezelfde opdracht gaat later verder waar u was gebleven.
    """
    from soco_rules.drafting.heading import is_reference
    from soco_rules.parser.workspace import load_workspace
    from soco_rules.parser.workspace import shipped_root

    if not is_reference(kenmerk):
        raise click.UsageError(
            f"'{kenmerk}' kan geen kenmerk van een overeenkomst zijn. Schrijf gemeente/cooperatie in kleine letters, "
            "cijfers en streepjes, zoals delft/scope; landelijk is bezet."
        )
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    root = _root()
    workspace, findings = load_workspace(root, shipped_root())
    if kenmerk in workspace.unreadable:
        about = (found for found in findings if found.span.file.startswith(f"agreements/{kenmerk}/"))
        return stop(about, workspace.sources)
    try:
        session = _begin(root, workspace, kenmerk, valid_from, layer)
    except _StoppedError:
        click.echo("Gestopt. Er is niets bewaard.")
        return 0
    except _RefusedError as refused:
        return stop(refused.findings, workspace.sources)
    try:
        _fill(session)
    except _StoppedError:
        click.echo("\nGestopt. Alles tot hier is bewaard.")
    except _RefusedError as refused:
        return stop(refused.findings, {})
    return _finish(session)


class _StoppedError(Exception):
    """The person wants to go on later."""


class _BackError(Exception):
    """The person wants to see the question before."""


class _RefusedError(Exception):
    """Something outside the form is in the way."""

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        super().__init__()
        self.findings = tuple(findings)


@dataclass(slots=True)
class _Session:
    """One run of the form: where it writes, what it asks and what has been said."""

    root: Path
    file: str
    form: Form
    draft: Draft
    last_source: str = field(default="")


def _root() -> Path:
    """The nearest folder from here upwards that holds agreements/, else here: never what is shipped."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "agreements").is_dir()), here)


# The heading


def _begin(root: Path, workspace: Workspace, reference: str, valid_from: int | None, layer: str) -> _Session:
    from soco_rules.drafting.draft import Draft
    from soco_rules.drafting.rule_file import as_rule_file
    from soco_rules.drafting.rule_file import path_of

    version, day = _version(workspace, reference, valid_from)
    if version is not None:
        click.echo(f"Verder met {version.path}.")
        return _continued(root, workspace, version, layer)
    click.echo(f"Nieuwe overeenkomst {reference}, met vragen uit {layer}.\n{HELP}\n")
    day = day if day is not None else _ask_day(workspace, reference)
    form = _form(workspace, layer, day)
    draft = Draft(_heading(reference, day, layer), {})
    session = _Session(root, path_of(reference, day), form, draft)
    _write(root, session.file, as_rule_file(form, draft))
    click.echo(f"\nHet bestand is {session.file}. Er zijn {len(form.questions)} punten.")
    return session


def _version(
    workspace: Workspace, reference: str, valid_from: int | None
) -> tuple[Agreement | None, int | None]:
    """The draft to go on with, else the day of a new version; None for both where it has to be asked."""
    from soco_rules.drafting.heading import taken
    from soco_rules.drafting.rule_file import may_be_continued

    versions = workspace.agreements.get(reference, ())
    drafts = [each for each in versions if may_be_continued(each, workspace.sources.get(each.path, ""))]
    if valid_from is None:
        return (drafts[-1], None) if drafts else (None, None)
    chosen = next((each for each in drafts if each.valid_from == valid_from), None)
    if chosen is not None:
        return chosen, valid_from
    if problem := taken(workspace, reference, valid_from):
        click.echo(problem)
        return None, None
    return None, valid_from


def _continued(root: Path, workspace: Workspace, version: Agreement, layer: str) -> _Session:
    from soco_rules.drafting.draft import Draft
    from soco_rules.drafting.draft import Heading
    from soco_rules.drafting.draft import entries_of

    below = version.builds_on[0] if version.builds_on else layer
    place = version.municipality
    heading = Heading(
        reference=version.reference,
        title=version.title,
        valid_from=version.valid_from,
        builds_on=(below,),
        municipality=place.name if place else "onbekend",
        code=place.code if place else "onbekend",
        authority=place.authority if place else "onbekend",
        cooperative=version.cooperative or "onbekend",
        owner="onbekend",
        since=version.valid_from,
    )
    form = _form(workspace, below, version.valid_from)
    return _Session(root, version.path, form, Draft(heading, entries_of(version)))


def _form(workspace: Workspace, layer: str, day: int) -> Form:
    from soco_rules.drafting.questions import form_of

    form, findings = form_of(workspace, layer, day)
    if form is None:
        raise _RefusedError(findings)
    return form


def _ask_day(workspace: Workspace, reference: str) -> int:
    from soco_rules.drafting.heading import taken
    from soco_rules.model.values import UnreadableValueError
    from soco_rules.model.values import parse_date

    while True:
        said = _ask("Vanaf welke dag gelden de afspraken? (jjjj-mm-dd): ")
        try:
            day = parse_date(said)
        except UnreadableValueError as error:
            click.echo(f"  Dat kan niet: {error}.")
            continue
        problem = taken(workspace, reference, day)
        if problem is None:
            return day
        click.echo(f"  {problem}")


def _heading(reference: str, day: int, layer: str) -> Heading:
    from soco_rules.drafting import heading
    from soco_rules.drafting.draft import Heading

    municipality, cooperative = heading.usual_names(reference)
    municipality = _ask_like(
        "Hoe heet de gemeente?",
        municipality,
        heading.is_municipality,
        "een naam bestaat uit letters, zoals Delft",
    )
    code = _ask_like(
        "Welke gemeentecode van het CBS?",
        heading.UNKNOWN,
        heading.is_code,
        "schrijf GM met vier cijfers, zoals GM0503",
    )
    authority = _ask_text("Welk bestuursorgaan beslist?", heading.usual_authority(municipality))
    cooperative = _ask_text("Hoe heet de coöperatie?", cooperative)
    title = _ask_text("Welke titel krijgt het bestand?", heading.usual_title(municipality, cooperative))
    owner = _ask_text("Wie bewaakt de aannames?", heading.usual_owner(municipality))
    return Heading(
        reference=reference,
        title=title,
        valid_from=day,
        builds_on=(layer,),
        municipality=municipality,
        code=code,
        authority=authority,
        cooperative=cooperative,
        owner=owner,
        since=today(),
    )


def _ask_text(question: str, usual: str) -> str:
    from soco_rules.drafting.rule_file import one_line

    return one_line(_ask(f"{question} [{usual}]: ")) or usual


def _ask_like(question: str, usual: str, fits: Callable[[str], bool], remedy: str) -> str:
    while True:
        said = _ask_text(question, usual)
        if said == usual or fits(said):
            return said
        click.echo(f"  Dat kan niet: {remedy}.")


# The points


def _fill(session: _Session) -> None:
    questions = session.form.questions
    position = next(
        (i for i, each in enumerate(questions) if session.draft.entry(each.name).is_asked), len(questions)
    )
    while position < len(questions):
        _show(session, position)
        try:
            while not _answered(session, questions[position]):
                pass
            position += 1
        except _BackError:
            position = max(0, position - 1)


def _show(session: _Session, position: int) -> None:
    from soco_rules.model.values import Kind
    from soco_rules.model.values import in_words
    from soco_rules.model.values import spaced

    question = session.form.questions[position]
    click.echo(f"\n{position + 1} van {len(session.form.questions)} - {question.section}")
    click.echo(f"{question.name}: {question.meaning}")
    if question.type.kind is Kind.CHOICE:
        for number, choice in enumerate(question.type.choices, 1):
            words = in_words(choice, question.type)
            click.echo(f"    {number}. {choice}{f': {words}' if words != spaced(choice) else ''}")
    click.echo(f"  Antwoord:  {question.answers}")
    click.echo(f"  Rust op:   {', '.join(question.bases) or 'geen artikel genoemd'}")
    if question.type.kind not in {Kind.YES_NO, Kind.CHOICE}:  # an example among few answers steers
        click.echo(f"  Voorbeeld: {question.example}")
    entry = session.draft.entry(question.name)
    if not entry.is_asked:
        click.echo(f"  Staat er:  {_told(entry)} (Enter laat dit staan)")


def _told(entry: Entry) -> str:
    if entry.value is None:
        return f"open: {entry.open_reason}"
    return f"{entry.value} ({'bron' if entry.source else 'aanname'}: {entry.source or entry.assumption})"


def _answered(session: _Session, question: Question) -> bool:
    """Ask for one value and where it comes from; False where it has to be asked again."""
    from soco_rules.drafting.answer import answer
    from soco_rules.drafting.answer import check_value

    said = _said("Uw antwoord (waarde, nvt, open, terug, stop of ?): ")
    if not said:
        if not session.draft.entry(question.name).is_asked:
            return True
        click.echo("  Typ een waarde, nvt of open; ? geeft uitleg.")
        return False
    if said.casefold() == "open":
        return _left_open(session, question)
    found = check_value(session.form, session.draft, question.name, said)
    _tell(found)
    if has_errors(found):
        return False
    origin, reason = _origin(session)
    draft, found = answer(session.form, session.draft, question.name, said, origin, reason)
    if draft is None:
        _tell(found)
        return False
    _keep(session, draft, question.name)
    return True


def _left_open(session: _Session, question: Question) -> bool:
    from soco_rules.drafting.answer import leave_open
    from soco_rules.drafting.draft import NOT_DISCUSSED

    reason = _said(f"Waarom is dit open? [{NOT_DISCUSSED}, vraag het later opnieuw]: ") or NOT_DISCUSSED
    draft, found = leave_open(session.form, session.draft, question.name, reason)
    if draft is None:
        _tell(found)
        return False
    _keep(session, draft, question.name)
    return True


def _origin(session: _Session) -> tuple[Origin, str]:
    """Where an answer comes from."""
    from soco_rules.drafting.answer import Origin

    again = f"; Enter is bron: {session.last_source}" if session.last_source else ""
    while True:
        said = _said(f"Waaruit blijkt dit? (bron: ... of aanname: ...{again}): ")
        if not said and session.last_source:
            return Origin.SOURCE, session.last_source
        match = _ORIGIN.fullmatch(said)
        if match is None:
            click.echo("  Begin met bron: en het document, of met aanname: en de reden.")
            continue
        is_source = match[1].casefold().startswith("b")
        reason = match[2] or _said("Welk document? " if is_source else "Waarom deze aanname? ")
        if not reason:
            continue
        if is_source:
            session.last_source = reason
        return (Origin.SOURCE if is_source else Origin.ASSUMPTION), reason


def _keep(session: _Session, draft: Draft, name: str) -> None:
    """Put one answer into the file as it is now, so that what someone changed in it meanwhile stays."""
    from soco_rules.drafting.rule_file import with_entry

    path = session.root / session.file
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        text = ""
    changed = with_entry(text, session.file, name, draft.entry(name))
    if changed is None:
        message = f"'{session.file}' is zo veranderd dat het formulier het niet meer kan aanvullen."
        remedy = f"kijk met soco controleer {session.file} wat er is"
        raise _RefusedError((finding("bestand", Span(session.file), message, remedy=remedy),))
    _write(session.root, session.file, changed)
    session.draft = draft


def _write(root: Path, file: str, text: str) -> None:
    path = root / file
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        message = f"De map '{Path(file).parent.as_posix()}' is niet te maken."
        raise _RefusedError((finding("bestand", Span(file), message),)) from None
    if findings := write_file(path, text.encode()):
        raise _RefusedError(findings)


def _tell(findings: Iterable[Diagnostic]) -> None:
    """What is wrong with an answer, without the place: it is not in the file."""
    for found in findings:
        if found.code == "eis-open":
            continue
        lines = render(found, {}).splitlines()[1:]
        click.echo(f"  {'Dat kan niet' if found.is_error else 'Let op'}: {lines[0].strip()}")
        for line in lines[1:]:
            click.echo(line)
        if found.code == "eis-geschonden":
            click.echo(
                "  Het hangt samen met een ander punt: kies hier anders, of ga met terug naar dat punt."
            )


def _said(prompt: str) -> str:
    """One line, unless it is a command of the form."""
    while True:
        said = _ask(prompt)
        match said.casefold():
            case "terug":
                raise _BackError
            case "?":
                click.echo(HELP)
            case _:
                return said


def _ask(prompt: str) -> str:
    """One line; the end of the input and Ctrl-C are `stop` too, for everything is in the file already."""
    try:
        said = input(prompt)
    except (EOFError, KeyboardInterrupt):
        click.echo()
        raise _StoppedError from None
    if not sys.stdin.isatty():
        click.echo(said)
    if said.strip().casefold() == "stop":
        raise _StoppedError
    return said.strip()


# The end


def _finish(session: _Session) -> int:
    from soco_rules.parser.workspace import load_workspace
    from soco_rules.parser.workspace import shipped_root
    from soco_rules.review import review

    heading = session.draft.heading
    workspace, in_files = load_workspace(session.root, shipped_root(), references=[heading.reference])
    findings = (*in_files, *review(workspace, [heading.reference]))
    versions = workspace.agreements.get(heading.reference, ())
    agreement = next((each for each in versions if each.path == session.file), None)
    print_findings((found for found in findings if found.code != "eis-open"), workspace.sources)
    click.echo(f"\n{session.file}: {summary(findings)}.")
    if agreement is None or has_errors(findings):
        click.echo("Verbeter de fouten in het bestand; dan kunnen er scenario's worden gemaakt.")
        return 1
    for line in _remaining(agreement):
        click.echo(line)
    click.echo("De grenzen worden doorgerekend ...")
    for line in (*_scenarios(session, workspace, agreement), *_next(session)):
        click.echo(line)
    return 0


def _remaining(agreement: Agreement) -> Iterator[str]:
    from soco_rules.drafting.draft import NOT_DISCUSSED

    still_open = [point for point in agreement.points.values() if point.open_reason is not None]
    reasons = [point for point in still_open if point.open_reason != NOT_DISCUSSED]
    yield f"\nNog open: {len(still_open) or 'geen'}"
    yield from (f"  - {point.name}: {point.open_reason}" for point in reasons)
    if rest := [point.name for point in still_open if point not in reasons]:
        yield from wrap(
            f"{NOT_DISCUSSED}: {', '.join(rest)}", initial_indent="  - ", subsequent_indent="    "
        )
    assumed = [
        (point.name, point.provenance.assumption)
        for point in agreement.points.values()
        if point.provenance.assumption is not None
    ]
    yield f"Aannames: {len(assumed) or 'geen'}"
    yield from (f"  - {name}: {each.reason} ({each.owner})" for name, each in assumed)


def _scenarios(session: _Session, workspace: Workspace, agreement: Agreement) -> Iterator[str]:
    """Write the proposed scenarios, unless a person has worked on them."""
    from soco_rules.drafting.feature import as_feature
    from soco_rules.drafting.feature import count_of
    from soco_rules.drafting.feature import is_untouched

    feature = as_feature(workspace, agreement)
    if feature is None:
        yield "Scenario's: nog geen. Zij komen als er getallen zijn afgesproken, en de punten waarvan die afhangen."
        return
    day = Path(session.file).stem
    for name in (agreement.reference, f"{agreement.reference}-grenzen-{day}"):
        file = f"features/{name}.feature"
        path = session.root / file
        if path.exists() and not _readable(path, is_untouched):
            yield f"Scenario's: {file} is met de hand gemaakt of veranderd en blijft zoals het is."
            continue
        try:
            _write(session.root, file, feature)
        except _RefusedError as refused:
            print_findings(refused.findings, {})
            return
        yield f"Scenario's: {count_of(feature)} voorstellen in {file}. Lees ze na: zij volgen uit de antwoorden."
        return


def _readable(path: Path, test: Callable[[str], bool]) -> bool:
    try:
        return test(path.read_bytes().decode())
    except (OSError, UnicodeDecodeError):
        return False


def _next(session: _Session) -> Iterator[str]:
    reference = session.draft.heading.reference
    commands = {
        f"soco controleer {session.file}": "alles nakijken",
        f"soco toets features/{reference.split('/')[0]}": "de scenario's uitvoeren",
        "soco stappen": "de zinnen voor eigen scenario's",
    }
    if any(session.draft.entry(each.name).is_asked for each in session.form.questions):
        commands = {f"soco nieuw {reference}": "verder met wat nog niet is besproken", **commands}
    width = max(map(len, commands))
    yield "\nHierna:"
    yield from (f"  {command.ljust(width)}  {what}" for command, what in commands.items())
