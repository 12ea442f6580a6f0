"""The conversation about one besluit of a dossier: what it knows, what it asks now, and the decision so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from functools import lru_cache

from soco_rules.decide import propose
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.counting import Counted
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Findings
from soco_rules.dossiers.deciding import gathered_for
from soco_rules.dossiers.deciding import unfit
from soco_rules.dossiers.deciding import waiting
from soco_rules.dossiers.first import First
from soco_rules.dossiers.present import contents
from soco_rules.facts import bind
from soco_rules.facts import first_of_month
from soco_rules.interview import Interview
from soco_rules.interview import Key
from soco_rules.interview import Question
from soco_rules.interview import Standing
from soco_rules.interview import Step
from soco_rules.interview import Surveyed
from soco_rules.interview import begin_with
from soco_rules.interview import question_about
from soco_rules.interview import so_far
from soco_rules.interview import surveyed
from soco_rules.model.decision import Decision
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import Origin
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import Absent
from soco_rules.model.values import iso_day

MOST = 256
"""How many combinations of answers are tried to find a question; a page may not take long."""

SOURCE = "gesprek"


@dataclass(frozen=True, slots=True)
class Conversation:
    """How a conversation stands.

    `question` is the next one, or the one that was asked for again; None where nothing is left to ask. `decision` is
    what the rules make of it so far and, where nothing is left, what they propose. `off` says why the besluit does not
    fit the stand of who it is about or that its month was decided already, `first` which other besluit has to come
    before it.
    """

    desk: Desk
    dossier: Dossier
    interview: Interview
    standing: Standing
    question: Question | None
    decision: Decision
    origins: tuple[Origin, ...]
    skipped: tuple[Question, ...]
    off: Diagnostic | None
    first: First | None
    findings: Findings


def converse(
    desk: Desk, counted: Counted, number: int, *, skipped: Iterable[Key], asked: Key | None, today: int
) -> tuple[Conversation | None, Findings]:
    """The conversation as the dossier has it in a book that was made ready, or why there can be none."""
    gathered, findings = gathered_for(desk, counted, number)
    interview, about_case = begin_with(
        desk.calculators, gathered.case, desk.dates, source=SOURCE, day=iso_day(today)
    )
    findings = tuple(dict.fromkeys((*findings, *about_case)))
    if interview is None:
        return None, findings
    dossier = counted.book.dossiers[number]
    passed = {key: about for key in skipped if (about := question_about(interview, key)) is not None}
    interview = replace(interview, steps=tuple(Step(key, skipped=True) for key in passed))
    found = _surveyed(_asked(interview))
    question = found.standing.question
    bound, _ = bind(interview.program, interview.case, interview.dates)
    if question is None:
        decision = propose(interview.calculators, bound, interview.dates)
    else:
        decision = so_far(interview, found)
    first, _ = waiting(desk, counted.book, gathered, bound, decision)
    again = question_about(interview, asked) if asked else None
    return Conversation(
        desk=desk,
        dossier=dossier,
        interview=interview,
        standing=found.standing,
        question=again or question,
        decision=decision,
        origins=gathered.origins,
        skipped=tuple(passed.values()),
        off=unfit(desk, dossier),
        first=first,
        findings=findings,
    ), ()


def told_last(conversation: Conversation, by: str) -> Key | None:
    """What this person told last of what is asked here: where `terug` goes."""
    asked = {(each.name, each.role) for each in conversation.desk.program.fields}
    dossier = conversation.dossier
    reported = [(entry, (said.name, said.role)) for entry, said in contents(dossier, ReportedFact)]
    judged = [(entry, (said.name, said.role)) for entry, said in contents(dossier, GivenJudgement)]
    mine = [(entry.number, key) for entry, key in (*reported, *judged) if entry.by == by and key in asked]
    return max(mine, key=lambda each: each[0])[1] if mine else None


def time_told(desk: Desk, question: Question, date: int) -> int:
    """From which day an answer holds that is given on a day: it must hold on the day that the question is about."""
    reference = desk.dates.reference
    if "maand" in question.type.per:
        return first_of_month(reference)
    return reference if "jaar" in question.type.per else min(date, reference)


@dataclass(frozen=True, slots=True)
class _Asked:
    """An interview, equal to another in which the same is known and skipped: those have the same question."""

    key: tuple[object, ...]
    interview: Interview = field(compare=False)


def _asked(interview: Interview) -> _Asked:
    bound, _ = bind(interview.program, interview.case, interview.dates)
    # 1 and True are equal, and mean something else
    values = tuple(
        (value if isinstance(value, Absent) else (type(value), value)) for value in bound.values.values()
    )
    return _Asked((id(interview.calculators), interview.dates, interview.steps, values), interview)


@lru_cache(maxsize=512)  # most conversations begin alike, and a page asks twice
def _surveyed(asked: _Asked) -> Surveyed:
    return surveyed(asked.interview, most=MOST)
