"""The desk at which scenarios are decided: every program is compiled and made ready once in a run."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.compiler.program import compile_program
from soco_rules.compiler.program import program_of
from soco_rules.compiler.variant import is_agreed
from soco_rules.decide import Calculators
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.decide import without_program
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import last_of_month
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import lines_of
from soco_rules.letters.write import compose
from soco_rules.model.agreement import Agreement
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.decision import Decision
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import encode
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import template_folders
from soco_rules.scenarios.coverage import Witness
from soco_rules.scenarios.shelf import Shelf
from soco_rules.scenarios.shelf import Terms
from soco_rules.scenarios.situation import Desk
from soco_rules.scenarios.situation import Findings
from soco_rules.scenarios.situation import Key
from soco_rules.scenarios.situation import Situation


def open_desk(
    workspace: Workspace, root: Path, witness: Witness | None = None, *, twice: bool = True
) -> Desk:
    """A desk for one run over the workspace in a folder; its own templates go before the shipped ones.

    A witness sees every decision that is made at it. Without `twice` the second calculator stays out: for who only
    wants to see at once how scenarios fare.
    """
    drawer = _Drawer(workspace, root, witness or Witness(), twice)
    return Desk(drawer.propose, drawer.letter, drawer.supposed)


@dataclass(slots=True)
class _Drawer:
    """What was made ready in this run. A stack of layers and its programs serve every day on which they hold."""

    workspace: Workspace
    root: Path
    witness: Witness
    twice: bool
    shelf: Shelf = field(init=False)
    programs: dict[tuple[int, str], Calculators] = field(default_factory=dict)
    last_letter: tuple[Decision, str | None, Findings] | None = None
    refused: dict[tuple[str, str, Dates], tuple[Decision | None, Findings]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.workspace)

    def propose(self, situation: Situation, name: str, asked_at: Span) -> tuple[Decision | None, Findings]:
        """A decision on the case as told; findings without a place of their own get that of a step."""
        agreement, dates = situation.agreement, dates_of(situation)
        if agreement is None:
            remedy = 'schrijf bij Gegeven: de overeenkomst "delft/scope"'
            return None, (
                finding(
                    "scenario-onvolledig", asked_at, "Dit scenario noemt geen overeenkomst.", remedy=remedy
                ),
            )
        if dates is None:
            remedy = "schrijf bij Gegeven: de peildatum is 2026-10-15, of de maand is 2026-10"
            return None, (
                finding("scenario-onvolledig", asked_at, "Dit scenario noemt geen dag.", remedy=remedy),
            )
        decision, findings = self._decide(situation, Terms(agreement.text, situation.points), name, dates)
        return decision, tuple(replace(found, span=_place(found, situation, asked_at)) for found in findings)

    def letter(self, decision: Decision) -> tuple[str | None, Findings]:
        """The words of the letter; several steps of a scenario ask for the same one."""
        if self.last_letter is None or self.last_letter[0] is not decision:
            self.last_letter = (decision, *_letter_text(decision, self.root))
        return self.last_letter[1:]

    def supposed(self, situation: Situation) -> Mapping[str, str]:
        """The points that the case has otherwise than the agreement."""
        agreement, dates = situation.agreement, dates_of(situation)
        if agreement is None or dates is None or not situation.points:
            return {}
        version = self.shelf.version(agreement.text, dates.reference)
        agreed = version.points if version else {}
        return {
            name: said.text
            for name, said in situation.points.items()
            if name not in agreed or not is_agreed(agreed[name], said.text)
        }

    def _decide(
        self, situation: Situation, terms: Terms, name: str, dates: Dates
    ) -> tuple[Decision | None, Findings]:
        calculators = self._ready(terms, name, dates.reference)
        if calculators is not None and calculators.program.decision.monthly:
            dates = dates.monthly()
            calculators = self._ready(terms, name, dates.reference)
        if calculators is None:
            in_the_way = self.shelf.findings(terms, dates.reference)
            return (None, in_the_way) if in_the_way else self._refused(terms.reference, name, dates)
        program = calculators.program
        bound, findings = bind(program, case_of(situation, program.layers, dates), dates)
        if has_errors(findings):
            return None, findings
        decision = propose(calculators, bound, dates)
        self.witness.see(program, decision, self.shelf.version(terms.reference, dates.reference))
        agreed = self.shelf.compiled(Terms(terms.reference), dates.reference)
        if agreed is not None and all(agreed is not known for known in self.witness.stacks):
            self.witness.stacks.append(agreed)
        return decision, findings

    def _refused(self, reference: str, name: str, dates: Dates) -> tuple[Decision | None, Findings]:
        key = (reference, name, dates)
        if key not in self.refused:
            _, findings = compile_program(self.workspace, reference, name, dates.reference, drafts=True)
            case = Case(reference, {}, {})
            self.refused[key] = without_program(reference, name, case, dates, findings), findings
        return self.refused[key]

    def _ready(self, terms: Terms, name: str, day: int) -> Calculators | None:
        """The calculators of a decision on a day; None where `_refused` tells what is in the way."""
        compiled = self.shelf.compiled(terms, day)
        if compiled is None or name not in compiled.stack.decisions:
            return None
        key = (id(compiled), name)
        if key not in self.programs:
            like = self._ready(Terms(terms.reference), name, day) if terms.points else None
            program = program_of(compiled, compiled.stack.decisions[name])
            self.programs[key] = prepare(program, twice=self.twice, like=like)
        return self.programs[key]


def _place(found: Diagnostic, situation: Situation, asked_at: Span) -> Span:
    """Where in the scenario the author has to look."""
    match found.code:
        case "onbekende-overeenkomst" | "niets-in-werking" if situation.agreement:
            return situation.agreement.span
        case "onbekend-besluit":
            return asked_at
        case "onbekend-gegeven" | "gegeven-niet-gebruikt":
            return situation.names.get(found.span, found.span)
        case _:
            return found.span


def dates_of(situation: Situation) -> Dates | None:
    """The dates that were told; without a day of decision it is the reference date, or the end of the month."""
    if situation.month is not None:
        return Dates(situation.month, situation.decision_date or last_of_month(situation.month))
    reference, decision = situation.reference_date, situation.decision_date
    if reference is None and decision is None:
        return None
    return Dates(reference or decision or 0, decision or reference or 0)


def day_of(situation: Situation) -> int | None:
    """The day of which a scenario takes the rules: that of its decision, else the one that it told."""
    if situation.decision is not None:
        return parse_date(situation.decision.reference_date)
    dates = dates_of(situation)
    return None if dates is None else dates.reference


def case_of(situation: Situation, layers: Sequence[Agreement], dates: Dates) -> Case:
    """The case as told, for the layers that say which facts each person has apart."""
    assert situation.agreement is not None
    apart = frozenset(fact.name for layer in layers for fact in layer.facts.values() if fact.type.per_person)
    today = encode(dates.decision, Kind.DATE)
    return Case(
        situation.agreement.text,
        {_of_applicant(key, apart): reports for key, reports in situation.facts.items()},
        {_of_applicant(key, apart): _on(judgement, today) for key, judgement in situation.judgements.items()},
        file=situation.agreement.span.file,
    )


def _of_applicant(key: Key, apart: frozenset[str]) -> Key:
    """A value without a person is the applicant's, where each person has one."""
    name, role = key
    return (name, Role.APPLICANT) if role is None and name in apart else key


def _on(judgement: Judgement, day: str | None) -> Judgement:
    return judgement if judgement.date else replace(judgement, date=day)


def _letter_text(decision: Decision, root: Path) -> tuple[str | None, Findings]:
    letter, findings = compose(decision, template_folders(root))
    here = tuple(
        replace(found, span=replace(found.span, file=_below(root, found.span.file))) for found in findings
    )
    return (None if letter is None else _plain(letter)), here


def _below(root: Path, file: str) -> str:
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file


def _plain(letter: Letter) -> str:
    """The words of a letter without its layout, a line each."""
    addresses = (line for address in (letter.sender, *letter.addressees) for line in address.lines)
    details = ((Text(f"{detail.label}: "), *detail.line) for detail in letter.details)
    body = (line for block in letter.blocks for line in lines_of(block))
    lines = (*addresses, *details, letter.subject, *body, *letter.signature.lines)
    return "\n".join("".join(_inline_text(inline) for inline in line) for line in lines)


def _inline_text(inline: Text | Value) -> str:
    return inline.text
