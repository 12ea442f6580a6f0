"""`soco vraag`: the interview, in a plain terminal or from a pipe."""

from __future__ import annotations

import contextlib
import gc
import io
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from soco_rules.cli.arguments import of_agreement
from soco_rules.cli.arguments import of_decision
from soco_rules.cli.complete import files
from soco_rules.cli.dates import chosen_dates
from soco_rules.cli.dates import dated
from soco_rules.cli.dates import not_monthly
from soco_rules.cli.dutch import DutchCommand
from soco_rules.cli.workspace import open_workspace
from soco_rules.cli.workspace import print_findings
from soco_rules.cli.workspace import read_file
from soco_rules.cli.workspace import stop
from soco_rules.cli.workspace import today
from soco_rules.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soco_rules.diagnostics import Diagnostic
    from soco_rules.interview import Interview
    from soco_rules.interview import Question
    from soco_rules.interview import Standing
    from soco_rules.model.case import Case

EXAMPLE = "Voorbeeld: soco vraag delft/scope toelating --zaak zaak.yaml --peildatum 2026-10-15"
HELP, BACK, STOP = "?", "terug", "stop"
UNKNOWN = frozenset({"weet niet", "weet ik niet"})


@click.command("vraag", cls=DutchCommand, epilog=EXAMPLE)
@of_agreement
@of_decision
@click.option(
    "--zaak",
    "case_file",
    type=Path,
    metavar="BESTAND",
    shell_complete=files,
    help="Waar de antwoorden komen; een bestaande zaak wordt aangevuld.",
)
@dated
@click.option(
    "--bron",
    "source",
    default="gesprek",
    metavar="TEKST",
    help="Waar de antwoorden vandaan komen; anders 'gesprek'.",
)
def ask(
    *,
    kenmerk: str,
    besluit: str,
    case_file: Path | None,
    reference_date: int | None,
    month: int | None,
    decision_date: int | None,
    source: str,
) -> int:
    """Stel de vragen die nog van belang zijn, en doe dan een voorstel voor het besluit.

    Elk antwoord wordt meteen bewaard. Met dezelfde opdracht gaat een gestopt gesprek verder.
    """
    gc.disable()  # as in `soco besluit`: one short process

    from soco_rules.diagnostics import has_errors
    from soco_rules.diagnostics import in_reading_order
    from soco_rules.interview import begin
    from soco_rules.model.values import Kind
    from soco_rules.model.values import encode
    from soco_rules.terms.of_case import disordered

    dates = chosen_dates(reference_date, month, decision_date)
    workspace, findings = open_workspace(kenmerk)
    case, heading, content, unreadable = _opened(case_file, kenmerk)
    if case is None or has_errors((*findings, *unreadable)):
        return stop((*findings, *unreadable), workspace.sources)
    day = encode(today(), Kind.DATE) or ""
    interview, found = begin(workspace, kenmerk, besluit, case, dates, source=source, day=day)
    if interview is not None and month is not None and not interview.program.decision.monthly:
        raise not_monthly(besluit)
    misplaced = tuple(disordered(case.procedure, case.places))
    print_findings((*unreadable, *in_reading_order((*found, *misplaced))), workspace.sources)
    if interview is None or misplaced:
        return 1
    return _Conversation(interview, case_file, heading, content, again=_again(interview, case_file)).hold()


def _opened(
    path: Path | None, reference: str
) -> tuple[Case | None, str, bytes | None, tuple[Diagnostic, ...]]:
    """The case in a file with its heading and its content, or a new one."""
    from soco_rules.model.case import Case
    from soco_rules.parser.case import read_case
    from soco_rules.parser.case_text import heading_of

    if path is None or not path.exists():
        return Case(reference, {}, {}, file=str(path or "zaak")), "", None, ()
    content, findings = read_file(path)
    if content is None:
        return None, "", None, findings
    case, findings = read_case(str(path), content)
    return case, heading_of(content.decode("utf-8-sig", "replace")), content, findings


def _again(interview: Interview, path: Path | None) -> str:
    """The arguments that name this interview again."""
    from soco_rules.interview import written_dates

    words = [interview.program.agreement.reference, interview.program.decision.name]
    words += ["--zaak", str(path)] if path is not None else []
    words += [word for pair in written_dates(interview).items() for word in pair]
    return shlex.join(words)


class _StoppedError(Exception):
    """The caseworker stops, or there is no more input."""


class _BackError(Exception):
    """The caseworker goes back."""


class _UnknownError(Exception):
    """The caseworker does not know."""


@dataclass(slots=True)
class _Conversation:
    """What is on the screen and in the file so far."""

    interview: Interview
    path: Path | None
    heading: str
    content: bytes | None
    again: str
    judge: str = ""
    told: frozenset[object] = frozenset()

    def hold(self) -> int:
        """Ask until nothing is left to ask, and tell what the rules propose."""
        from soco_rules.interview import standing

        _listen()
        self._introduce()
        if findings := self._save() if self.content is None else ():
            return stop(findings, {})
        try:
            while (now := standing(self.interview)).question is not None:
                if findings := self._turn(now, now.question):
                    return stop(findings, {})
        except _StoppedError:
            return self._stopped()
        except KeyboardInterrupt:
            click.echo()
            self._stopped()
            raise
        self._tell(now)
        return self._finished()

    def _turn(self, now: Standing, question: Question) -> tuple[Diagnostic, ...]:
        """One question until it is dealt with; findings when the answer cannot be kept."""
        from soco_rules.interview import back
        from soco_rules.interview import skipped

        self._tell(now)
        self._put(now, question)
        try:
            self.interview = self._answer(question)
        except _UnknownError:
            self.interview = skipped(self.interview, question)
        except _BackError:
            earlier = back(self.interview)
            if earlier is None:
                click.echo("  Dit is de eerste vraag. Een eerder antwoord staat in het bestand van de zaak.")
            self.interview = earlier or self.interview
        return self._save()

    # Telling

    def _introduce(self) -> None:
        from soco_rules.model.values import Kind
        from soco_rules.model.values import as_dutch

        program, dates = self.interview.program, self.interview.dates
        click.echo(program.decision.title)
        on = (("peildatum", dates.reference), ("besluitdatum", dates.decision))
        days = ", ".join(f"{word} {as_dutch(day, Kind.DATE)}" for word, day in on)
        click.echo(f"{program.agreement.reference}, {days}")
        kept = (
            f"wordt meteen bewaard in {self.path}"
            if self.path
            else "wordt niet bewaard; --zaak bewaart het wel"
        )
        click.echo(f"Elk antwoord {kept}.")
        click.echo("Bij elke vraag kan ook: ? (uitleg), terug, weet niet, stop.")

    def _tell(self, now: Standing) -> None:
        """What was not told before: what is certain, and what nobody here can answer."""
        news = [item for item in now.certain if item not in self.told]
        obstacles = [text for text in now.obstacles if text not in self.told]
        narrowed = {now.possible} - self.told - {()}
        texts = {item for item in self.told if isinstance(item, str)}
        self.told = frozenset({*texts, *obstacles, *now.certain, now.possible})
        if news or obstacles or narrowed:
            click.echo()
        for text in obstacles:
            click.echo(f"Let op: {text}")
        if news:
            click.echo("Zeker is nu:")
        for item in news:
            click.echo(f"  - {item.clause}")
        for left in narrowed:
            click.echo(f"Nog mogelijk: {', '.join(left)}.")

    def _put(self, now: Standing, question: Question) -> None:
        from soco_rules.model.values import choices_in_words

        more = now.at_most - 1
        rest = f"hierna nog ten hoogste {more}" if more else "de laatste"
        click.echo(f"\nVraag {len(self.interview.steps) + 1} ({rest})")
        who = f" ({question.role})" if question.role else ""
        click.echo(f"{question.text}{who}")
        for number, choice in enumerate(choices_in_words(question.type), start=1):
            click.echo(f"  {number}. {choice}")
        click.echo(f"  Nodig om te weten: {question.purpose}. {_removal(question)}".rstrip())

    def _explain(self, question: Question) -> None:
        from soco_rules.model.called import judge

        if question.judged_by:
            click.echo(
                f"  Dit is een oordeel van: {judge(question.judged_by)}. Daar hoort bij wie het geeft en waarom."
            )
        click.echo(f"  {_sentence(question.form)}")
        click.echo(f"  Naam in de regels: `{question.name}`.")
        for concept in question.used_in:
            click.echo(f"  Telt mee voor: {concept}.")

    def _finished(self) -> int:
        from soco_rules.explain.account import account
        from soco_rules.interview import proposed
        from soco_rules.model.decision import DecisionStatus

        decision = proposed(self.interview)
        click.echo("\nEr is niets meer te vragen.\n")
        click.echo(account(decision))
        if self.path is not None:
            if decision.missing:
                click.echo(f"Later aanvullen: soco vraag {self.again}")
            click.echo(f"Hetzelfde voorstel opnieuw: soco besluit {self.again}")
        else:
            click.echo("De antwoorden zijn niet bewaard. Met --zaak BESTAND gebeurt dat wel.")
        settled = decision.status in {DecisionStatus.KNOWN, DecisionStatus.JUDGEMENT_NEEDED}
        return 0 if settled and decision.outcome is not None else 1

    def _stopped(self) -> int:
        kept = f"Verder gaan: soco vraag {self.again}" if self.path else "De antwoorden zijn niet bewaard."
        click.echo(f"\nGestopt. {kept}")
        return 1

    # Listening

    def _answer(self, question: Question) -> Interview:
        from soco_rules.interview import answered
        from soco_rules.interview import misread

        while True:
            text = self._line(question)
            if findings := misread(question, text):
                _correct(findings)
                continue
            try:
                by, reason = self._judged(question) if question.judged_by else ("", "")
            except _BackError:  # only this answer lapses, not the one to the question before
                click.echo(question.text)
                continue
            after, findings = answered(self.interview, question, text, by=by, reason=reason)
            if after is not None:
                self.judge = by or self.judge
                return after
            _correct(findings)

    def _judged(self, question: Question) -> tuple[str, str]:
        """Who judges and why; an empty line names the same person as before."""
        before = f" (lege regel: {self.judge})" if self.judge else ""
        click.echo(f"  Wie oordeelt?{before}")
        by = self._line(question, allow_empty=bool(self.judge)) or self.judge
        click.echo("  Waarom?")
        return by, self._line(question)

    def _line(self, question: Question, *, allow_empty: bool = False) -> str:
        """One line that is no command; the commands work at every prompt."""
        while True:
            text = " ".join(_read_line().split())
            match text.lower():
                case word if word == STOP:
                    raise _StoppedError
                case word if word == BACK:
                    raise _BackError
                case word if word in UNKNOWN:
                    raise _UnknownError
                case word if word == HELP:
                    self._explain(question)
                case "" if not allow_empty:
                    click.echo("  Er is niets ingevuld. Typ ? voor uitleg, of weet niet.")
                case _:
                    return text

    # Keeping

    def _save(self) -> tuple[Diagnostic, ...]:
        """Write the whole case, unless somebody else wrote the file in the meantime."""
        from soco_rules.catalogue import finding
        from soco_rules.diagnostics import Span
        from soco_rules.parser.case_text import case_text

        if self.path is None:
            return ()
        on_disk = self.path.read_bytes() if self.path.is_file() else None
        if on_disk != self.content:
            message = f"'{self.path}' is tijdens het gesprek door iets anders gewijzigd."
            return (finding("bestand", Span(str(self.path)), message, remedy="begin het gesprek opnieuw"),)
        content = case_text(self.interview.case, heading=self.heading).encode("utf-8")
        findings = write_file(self.path, content) if content != self.content else ()
        self.content = content
        return findings


def _listen() -> None:
    """Take what is not UTF-8 as a wrong answer, and let the arrow keys work where the terminal can do that."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - importing it is all that it takes


def _read_line() -> str:
    """The next line; it is repeated where nobody typed it, so that what is printed reads as a conversation."""
    if sys.stdin is None:  # closed by who started soco
        raise _StoppedError
    if sys.stdin.isatty():
        try:
            return input("> ")
        except EOFError:
            raise _StoppedError from None
    line = sys.stdin.readline()
    if not line:
        raise _StoppedError
    click.echo(f"> {line.rstrip()}")
    return line


def _correct(findings: Iterable[Diagnostic]) -> None:
    """What is wrong with an answer: without the place and the code, which a conversation has no use for."""
    for found in findings:
        click.echo(f"  {_sentence(found.message)} {_sentence(found.remedy)}")


def _removal(question: Question) -> str:
    """How much an answer helps; nothing where that is not known yet, rather than the same sentence every time."""
    if question.removes is None:
        return ""
    least, best = question.removes
    if best == 0:
        return "Het antwoord sluit pas samen met andere antwoorden een uitkomst uit."
    among = f" van de {question.possible} uitkomsten" if question.possible else ""
    number = str(best) if least == best else f"{least} tot {best}" if least else f"ten hoogste {best}"
    return f"Een antwoord sluit {number}{among or (' uitkomst' if best == 1 else ' uitkomsten')} uit."


def _sentence(text: str) -> str:
    end = "" if text.endswith((".", "?", "!")) else "."
    return text[:1].upper() + text[1:] + end
