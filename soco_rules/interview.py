"""An interview about one case: the best question now, what an answer makes of the case, and what is already certain.

It asks only what still matters for the outcome, and then for what stands in `ook`. Nothing is kept between two
calls: an Interview is a value, and every answer makes a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import assert_never

from soco_rules.catalogue import finding
from soco_rules.compiler.program import compile_program
from soco_rules.decide import Calculators
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.decide.calculation import Calculated
from soco_rules.decide.calculation import calculate
from soco_rules.decide.calculation import is_refused
from soco_rules.decide.calculation import values_to_write
from soco_rules.decide.proposal import concluded
from soco_rules.decide.search import LIMIT_FOR_COMPANIONS
from soco_rules.decide.search import Needed
from soco_rules.decide.search import Searched
from soco_rules.decide.search import decided_by
from soco_rules.decide.search import has_unknown
from soco_rules.decide.search import try_answers
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.explain.anatomy import field_of
from soco_rules.explain.missing import LIMIT
from soco_rules.explain.missing import Open
from soco_rules.explain.missing import Remaining
from soco_rules.explain.unknown import candidates
from soco_rules.explain.wording import words_for
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import on_day
from soco_rules.facts import outside_bounds
from soco_rules.facts import read_written
from soco_rules.model.called import called
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import choices_in_words
from soco_rules.model.values import encode
from soco_rules.model.values import in_words
from soco_rules.model.values import is_definite
from soco_rules.model.values import iso_day
from soco_rules.model.values import spaced
from soco_rules.model.values import type_in_words
from soco_rules.model.workspace import Workspace

LIMIT_WHEN_LARGE = 512
"""How many combinations of answers are tried to find a question in a large program; elsewhere as many as a decision.

Fewer combinations never make an outcome certain that is not. At worst a question is asked that a longer search would
have shown to be superfluous; with the longest search the largest shipped program would need half a second a question.
"""

LARGE = 60
"""From how many fields and concepts a program counts as large."""

LONGEST = 2000
"""How many characters an answer has at most."""

Key = tuple[str, Role | None]
_ASKED = frozenset({Origin.FACT, Origin.JUDGEMENT})
_SHORT = {"j": "ja", "n": "nee"}
_NOT_APPLICABLE = frozenset({NOT_APPLICABLE_TEXT, "nvt", "n.v.t."})
_DAY_FIRST = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


@dataclass(frozen=True, slots=True)
class Step:
    """One question that was dealt with: answered, or skipped because nobody knows yet (*weet niet*)."""

    key: Key
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Interview:
    """The case so far and what was asked for it, in order; `source` and `day` (jjjj-mm-dd) go with each new answer."""

    calculators: Calculators
    dates: Dates
    case: Case
    source: str
    day: str
    steps: tuple[Step, ...] = ()

    @property
    def program(self) -> Program:
        """The program that is asked for."""
        return self.calculators.program


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and what the person who answers it has to know.

    `removes` is how many of the `possible` outcomes an answer removes, at least and at best; both are None where that
    cannot be told. `judged_by` is filled for a judgement, which needs a person and a reason. `purpose` is `needed_for`
    in words.
    """

    name: str
    role: Role | None
    text: str
    type: ValueType
    judged_by: str | None
    needed_for: str
    possible: int | None
    removes: tuple[int, int] | None
    form: str
    used_in: tuple[str, ...]
    purpose: str = ""

    @property
    def key(self) -> Key:
        """Where the answer goes in the case."""
        return self.name, self.role


@dataclass(frozen=True, slots=True)
class Certain:
    """A value that no further answer changes, as a Dutch reader expects it; `clause` says so."""

    name: str
    role: Role | None
    value: str
    clause: str


@dataclass(frozen=True, slots=True)
class Surveyed:
    """How an interview stands, with the values that are certain and what the others need."""

    standing: Standing
    searched: Searched


@dataclass(frozen=True, slots=True)
class Standing:
    """How an interview stands.

    `question` is None when all is known, or nothing is left that the caseworker could answer. `at_most` counts the
    questions that may still come, this one included. `possible` are the outcomes that are left where they are known
    to be all. `obstacles` are open points and expired amounts, which are no questions for a caseworker.
    """

    question: Question | None
    certain: tuple[Certain, ...]
    possible: tuple[str, ...]
    at_most: int
    obstacles: tuple[str, ...]


def begin(
    workspace: Workspace,
    reference: str,
    decision: str,
    case: Case,
    dates: Dates,
    *,
    source: str,
    day: str,
    second: SecondCalculator = in_process,
) -> tuple[Interview | None, tuple[Diagnostic, ...]]:
    """An interview for a decision on a case that may hold answers already, or None with what stands in the way.

    As in `decide`, a decision about a month takes its first day as the reference date.
    """
    program, findings = compile_program(workspace, reference, decision, dates.reference)
    if program is not None and program.decision.monthly and dates.monthly() != dates:
        monthly = dates.monthly()
        return begin(workspace, reference, decision, case, monthly, source=source, day=day, second=second)
    if program is None:
        return None, findings
    interview, about_case = begin_with(prepare(program, second=second), case, dates, source=source, day=day)
    return interview, in_reading_order((*findings, *about_case))


def begin_with(
    calculators: Calculators, case: Case, dates: Dates, *, source: str, day: str
) -> tuple[Interview | None, tuple[Diagnostic, ...]]:
    """As `begin`, with calculators that were made before; of a decision about a month `dates` are of its first day."""
    program = calculators.program
    case = replace(case, agreement=case.agreement or program.agreement.reference)
    _, about_case = bind(program, case, dates)
    findings = in_reading_order((*calculators.findings, *about_case))
    return None if has_errors(findings) else Interview(calculators, dates, case, source, day), findings


def standing(interview: Interview) -> Standing:
    """What is certain, what may still be asked, and the next question."""
    return _Survey(interview).standing()


def surveyed(interview: Interview, *, most: int = LIMIT) -> Surveyed:
    """As `standing`, with what it takes to write the decision that there is so far.

    `most` is how many combinations of answers are tried at most; with fewer a question may be asked in vain.
    """
    survey = _Survey(interview, most)
    now = survey.standing()
    return Surveyed(now, Searched(survey.values, (), tuple(survey.needed.values())))


def so_far(interview: Interview, found: Surveyed) -> Decision:
    """The decision as it is now, on the answers that were tried to find a question: less was searched than `proposed`.

    What it says is certain is certain. What it still asks may turn out to be superfluous, and only the reference
    calculated it.
    """
    bound, _ = bind(interview.program, interview.case, interview.dates)
    calculated = calculate(interview.calculators, bound, twice=False)
    return concluded(calculated, found.searched, interview.dates)


def question_about(interview: Interview, key: Key) -> Question | None:
    """The question about one fact or judgement, also where it was answered; None where nobody is asked it.

    How much an answer would settle is not told.
    """
    asked = (field for field in interview.program.fields if field.origin in _ASKED)
    found = next((field for field in asked if (field.name, field.role) == key), None)
    return None if found is None else _worded(found, interview, interview.program.decision.outcome)


def misread(question: Question, text: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a text as the answer to a question, and what is expected instead."""
    value = _read(question, text)
    return (value,) if isinstance(value, Diagnostic) else ()


def answered(
    interview: Interview, question: Question, text: str, *, by: str = "", reason: str = ""
) -> tuple[Interview | None, tuple[Diagnostic, ...]]:
    """The interview after an answer, or None with what is wrong with it."""
    place, case = Span(interview.case.file), interview.case
    said, findings = told(
        question, text, source=interview.source, day=interview.day, by=by, reason=reason, place=place
    )
    match said:
        case None:
            return None, findings
        case Report():
            case = replace(case, facts={**case.facts, question.key: (said,)})
        case Judgement():
            case = replace(case, judgements={**case.judgements, question.key: said})
        case _:
            assert_never(said)
    return replace(interview, case=case, steps=(*interview.steps, Step(question.key))), ()


def told(
    question: Question, text: str, *, source: str, day: str, by: str = "", reason: str = "", place: Span
) -> tuple[Report | Judgement | None, tuple[Diagnostic, ...]]:
    """An answer as a report or a judgement of a case, or None with what is wrong with it."""
    value = _read(question, text)
    if isinstance(value, Diagnostic):
        return None, (value,)
    written = encode(value, question.type.kind)
    if question.judged_by is None:
        return Report(written, place, source, day), ()
    by, reason = _tidy(by), _tidy(reason)
    if wrong := tuple(_wrong_judgement(by, reason)):
        return None, wrong
    return Judgement(written, by, place, day, reason), ()


def skipped(interview: Interview, question: Question) -> Interview:
    """The interview after *weet niet*: the question does not come back, and the value stays unknown."""
    return replace(interview, steps=(*interview.steps, Step(question.key, skipped=True)))


def back(interview: Interview) -> Interview | None:
    """The interview before the last step, without its answer; None at the first question."""
    if not interview.steps:
        return None
    *before, last = interview.steps
    case = interview.case
    if not last.skipped:
        facts = {key: reports for key, reports in case.facts.items() if key != last.key}
        judgements = {key: judgement for key, judgement in case.judgements.items() if key != last.key}
        case = replace(case, facts=facts, judgements=judgements)
    return replace(interview, case=case, steps=tuple(before))


def proposed(interview: Interview) -> Decision:
    """The decision that the rules propose on what is known now."""
    bound, _ = bind(interview.program, interview.case, interview.dates)
    return propose(interview.calculators, bound, interview.dates)


# Reading answers


def _read(question: Question, text: str) -> Value | Diagnostic:
    """The value of an answer; a person may type more freely than a file may be written."""
    here, text = Span(question.name), _tidy(text)
    if unfit := _unfit(text):
        return finding("gegeven-ongeldig", here, f"Dit antwoord {unfit}.", remedy=question.form)
    written = _as_written(text, question.type)
    if question.type.kind is Kind.CHOICE and written not in {*question.type.choices, NOT_APPLICABLE_TEXT}:
        return finding("gegeven-ongeldig", here, f"'{text}' staat niet bij de keuzes.", remedy=question.form)
    try:
        value = read_written(written, question.type)
    except UnreadableValueError as error:
        message, _, remedy = str(error).partition("; ")
        return finding("gegeven-ongeldig", here, f"{message}.", remedy=remedy or question.form)
    if outside := outside_bounds(value, question.type):
        return finding("gegeven-buiten-grens", here, f"Het antwoord {outside}.", remedy=question.form)
    return value


def _as_written(text: str, type_: ValueType) -> str:
    """An answer in the notation of a case file."""
    small = text.lower()
    if type_.may_be_absent and small in _NOT_APPLICABLE:
        return NOT_APPLICABLE_TEXT
    match type_.kind:
        case Kind.YES_NO:
            return _SHORT.get(small, small)
        case Kind.CHOICE:
            return _choice(small, type_)
        case Kind.DATE:
            return _DAY_FIRST.sub(lambda found: f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}", text)
        case _:
            return text


def _choice(text: str, type_: ValueType) -> str:
    """A choice by its number, its name or its words; anything else as it is."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(type_.choices):
        return type_.choices[int(text) - 1]
    said = spaced(text)
    named = (choice for choice in type_.choices if spaced(choice).lower() == said)
    worded = (choice for choice in type_.choices if in_words(choice, type_).casefold() == text.casefold())
    return next(named, None) or next(worded, text)


def _wrong_judgement(by: str, reason: str) -> Iterator[Diagnostic]:
    for word, said in (("wie oordeelt", by), ("waarom", reason)):
        if not said:
            yield finding(
                "oordeel-nodig",
                Span("oordeel"),
                f"Bij dit oordeel ontbreekt {word}.",
                remedy=f"vul in {word}",
            )
        elif unfit := _unfit(said):
            message = f"Wat er bij dit oordeel staat over {word}, {unfit}."
            yield finding("oordeel-nodig", Span("oordeel"), message, remedy="schrijf het korter of anders")


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _unfit(text: str) -> str | None:
    if not text:
        return "is leeg"
    if len(text) > LONGEST:
        return f"is langer dan {LONGEST} tekens"
    if not text.isprintable() or "�" in text:
        return "bevat een teken dat niet te lezen is"
    return None


# Finding the question


@dataclass(slots=True)
class _Survey:
    """One look at an interview: the outcome first, then what stands in `ook`, until there is a question."""

    interview: Interview
    most: int = LIMIT
    calculated: Calculated = field(init=False)
    values: dict[Slot, Value] = field(init=False)
    left: Remaining | None = None
    needed: dict[Slot, Needed] = field(default_factory=dict)
    obstacles: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        bound, _ = bind(self.interview.program, self.interview.case, self.interview.dates)
        self.calculated = calculate(self.interview.calculators, bound, twice=False)
        self.values = values_to_write(self.calculated)

    def standing(self) -> Standing:
        program = self.interview.program
        slots = (*program.outcome, *program.also)
        question = None if is_refused(self.calculated) else self._question()
        return Standing(
            question=question,
            certain=tuple(self._certain(slots)),
            possible=self._possible(),
            at_most=len(self._may_come(slots)) if question else 0,
            obstacles=tuple(self.obstacles),
        )

    def _question(self) -> Question | None:
        program = self.interview.program
        outcome = self._search(program.outcome, LIMIT if len(program.steps) < LARGE else LIMIT_WHEN_LARGE)
        if outcome is not None:
            self.left = outcome
            if question := self._best(outcome, program.decision.outcome):
                return question
        for name, slots in program.companions.items():
            companion = self._search(slots, LIMIT_FOR_COMPANIONS)
            if companion is not None and (question := self._best(companion, name)):
                return question
        return None

    def _search(self, targets: tuple[Slot, ...], limit: int) -> Remaining | None:
        """What remains for some targets, which are filled in where that is one value; None where all is known."""
        if not has_unknown(self.values, targets):
            return None
        left = try_answers(self.calculated, targets, min(limit, self.most))
        self.values |= decided_by(left, self.calculated)
        return left if has_unknown(self.values, targets) else None

    def _best(self, left: Remaining, name: str) -> Question | None:
        best: Question | None = None
        dealt_with = {step.key for step in self.interview.steps}
        for one in left.missing:
            asked = one.field
            self.needed.setdefault(asked.slot, Needed(asked, one.removes, (name,)))
            if asked.origin not in _ASKED:
                self.obstacles[_obstacle(asked, self.interview)] = None
            elif best is None and (asked.name, asked.role) not in dealt_with:
                best = self._helpful(one, left, name)
        return best

    def _helpful(self, one: Open, left: Remaining, name: str) -> Question:
        """The question with how much an answer settles."""
        outcomes = tuple(left.outcomes.values())
        told = one.removes is not None and not any(Absent.UNKNOWN in each for each in outcomes)
        return replace(
            _worded(one.field, self.interview, name),
            possible=len(outcomes[0]) if told and len(outcomes) == 1 else None,
            removes=(one.certain, one.removes or 0) if told else None,
        )

    def _certain(self, slots: Iterable[Slot]) -> Iterator[Certain]:
        words = self.interview.calculators.vocabulary.words
        for slot in slots:
            name, _, person = slot.partition("/")
            role, value = Role(person) if person else None, self.values[slot]
            stands_apart = role is Role.PARTNER and value is Absent.NOT_APPLICABLE
            if is_definite(value) and not stands_apart:
                said = words_for(value, slot, words)
                yield Certain(name, role, said, words.called[slot].with_value(said))

    def _possible(self) -> tuple[str, ...]:
        """The outcomes that are left, where there is one outcome to decide on and nothing else can come of it."""
        words = self.interview.calculators.vocabulary.words
        if self.left is None or len(self.left.outcomes) != 1:
            return ()
        ((slot, outcomes),) = self.left.outcomes.items()
        if Absent.UNKNOWN in outcomes or self.interview.calculators.kind_of(slot) not in {
            Kind.CHOICE,
            Kind.YES_NO,
        }:
            return ()
        return tuple(words_for(value, slot, words) for value in outcomes)

    def _may_come(self, slots: Iterable[Slot]) -> set[Key]:
        unknown = [slot for slot in slots if self.values[slot] is Absent.UNKNOWN]
        anatomy = self.interview.calculators.anatomy
        fields = [
            field_of(anatomy, slot)
            for slot in candidates(self.calculated.found, self.calculated.bound.values, unknown)
        ]
        asked = {(each.name, each.role) for each in fields if each.origin in _ASKED}
        return asked - {step.key for step in self.interview.steps}


def question_in(program: Program, key: Key, decision: int) -> Question | None:
    """The question about a fact or judgement outside an interview: what it is needed for is not told.

    `decision` is the day of the decision that the bounds of the answer follow.
    """
    asked = (field for field in program.fields if field.origin in _ASKED)
    found = next((field for field in asked if (field.name, field.role) == key), None)
    return None if found is None else _put(found, program, decision)


def _put(asked: Field, program: Program, decision: int) -> Question:
    declared = on_day(_declared(asked, program), decision)
    return Question(
        name=asked.name,
        role=asked.role,
        text=asked.question,
        type=on_day(asked.type, decision),
        judged_by=(asked.judged_by or "klantmanager") if asked.origin is Origin.JUDGEMENT else None,
        needed_for="",
        possible=None,
        removes=None,
        form=_form(declared, choices_in_words(declared)),
        used_in=(),
    )


def _worded(asked: Field, interview: Interview, name: str) -> Question:
    question = _put(asked, interview.program, interview.dates.decision)
    purpose = interview.calculators.vocabulary.called.get(name, spaced(name))
    return replace(question, needed_for=name, purpose=purpose, used_in=tuple(_used_in(asked, interview)))


def _used_in(asked: Field, interview: Interview) -> Iterator[str]:
    """The concepts that read a fact, in words."""
    anatomy = interview.calculators.anatomy
    told: dict[str, None] = {}
    for use in anatomy.uses.get(asked.slot, ()):
        step = anatomy.organs[use.reader].step if use.reader is not None else None
        if isinstance(step, Definition):
            told[step.description or spaced(step.name)] = None
    yield from told


def _declared(asked: Field, program: Program) -> ValueType:
    """The type as the agreement declares it, without the bounds that every number has."""
    return next(
        (layer.facts[asked.name].type for layer in program.layers if asked.name in layer.facts), asked.type
    )


def form_in_names(question: Question) -> str:
    """What to write as an answer in a case file: of a keuze the names of its values, and not their words."""
    type_ = question.type
    return _form(type_, type_.choices) if type_.kind is Kind.CHOICE else question.form


def _form(type_: ValueType, choices: tuple[str, ...]) -> str:
    """What to write as an answer; a keuze is one of these."""
    bounds = [
        f"{word} {as_dutch(bound, type_.kind)}"
        for word, bound in (("ten minste", type_.minimum), ("ten hoogste", type_.maximum))
        if bound is not None
    ]
    words = type_in_words(replace(type_, choices=choices))
    absent = f", of {NOT_APPLICABLE_TEXT}" if type_.may_be_absent else ""
    return f"schrijf {words}{', ' + ' en '.join(bounds) if bounds else ''}{absent}"


def _obstacle(asked: Field, interview: Interview) -> str:
    """What nobody can answer in an interview, told once."""
    name = called(asked.name, asked.question)
    if asked.origin is Origin.POINT:
        point = interview.program.agreement.points.get(asked.name)
        reason = f" ({point.open_reason})" if point and point.open_reason else ""
        return f"De gemeente heeft dit nog niet geregeld: {asked.question or name}{reason}."
    day = as_dutch(interview.dates.reference, Kind.DATE)
    return f"In de regels is voor {day} niet bekend: {name}."


def written_dates(interview: Interview) -> Mapping[str, str]:
    """The options with which `soco` repeats this interview or decides on its case."""
    reference = iso_day(interview.dates.reference)
    monthly = interview.program.decision.monthly
    return {
        "--maand" if monthly else "--peildatum": reference[:7] if monthly else reference,
        "--besluitdatum": iso_day(interview.dates.decision),
    }
