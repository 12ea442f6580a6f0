"""The interview: which questions come in which order, what they make of the case, and that the decision is the same."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from soco_rules.compiler.program import compile_program
from soco_rules.decide import decide
from soco_rules.diagnostics import Span
from soco_rules.facts import Dates
from soco_rules.interview import Certain
from soco_rules.interview import Interview
from soco_rules.interview import Question
from soco_rules.interview import Standing
from soco_rules.interview import answered
from soco_rules.interview import back
from soco_rules.interview import begin
from soco_rules.interview import misread
from soco_rules.interview import proposed
from soco_rules.interview import skipped
from soco_rules.interview import standing
from soco_rules.interview import written_dates
from soco_rules.model.case import Case
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import PerPerson
from soco_rules.model.program import Program
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from tests.decided import DATES
from tests.decided import REFERENCE
from tests.decided import WORKSPACE
from tests.random_agreements import random_agreement
from tests.random_agreements import random_facts
from tests.workspaces import workspace_of

NOBODY_KNOWS = "weet niet"
SINGLE = {
    "woont_in_gemeente": "ja",
    "geschikt": "ja",
    "leefvorm": "alleenstaande",
    "loon": "€ 12,50",
    "leden": "19",
}
START = ["woont_in_gemeente", "geschikt"]


def interview(
    decision: str = "toelating",
    *,
    workspace: Workspace = WORKSPACE,
    dates: Dates = DATES,
    case: Case | None = None,
) -> Interview:
    """An interview from the start, or on what a case holds."""
    begun, findings = begin(
        workspace,
        REFERENCE,
        decision,
        case or Case(REFERENCE, {}, {}, file="zaak.yaml"),
        dates,
        source="intake",
        day="2026-10-12",
    )
    assert begun, findings
    return begun


def next_question(one: Interview) -> Question | None:
    """The question whose answer helps most."""
    return standing(one).question


def told(one: Interview, question: Question, text: str) -> Interview:
    """The interview after an answer; a judgement is always by the same person."""
    if text == NOBODY_KNOWS:
        return skipped(one, question)
    after, findings = answered(one, question, text, by="A. Jansen", reason="past bij het traject")
    assert after, findings
    return after


def held(one: Interview, answers: dict[str, str]) -> Interview:
    """The whole interview, as far as there are answers."""
    while (question := next_question(one)) and question.name in answers:
        one = told(one, question, answers[question.name])
    return one


def asked(one: Interview) -> list[str]:
    """The names of what was asked, in order."""
    return ["/".join(filter(None, step.key)) for step in one.steps]


def question_about(name: str, one: Interview | None = None) -> Question:
    """The question about a fact, once the interview gets there."""
    one = one or interview()
    while (question := next_question(one)) is not None:
        if question.name == name:
            return question
        one = told(one, question, SINGLE[question.name])
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("answers", "questions", "outcome"),
    [
        (SINGLE, [*START, "leefvorm", "leden", "loon/belanghebbende"], "toegewezen"),
        (SINGLE | {"woont_in_gemeente": "nee"}, ["woont_in_gemeente"], "doorzenden"),
        (SINGLE | {"geschikt": "nee"}, START, "afgewezen"),
        (SINGLE | {"loon": "€ 500"}, [*START, "leefvorm", "leden", "loon/belanghebbende"], "afgewezen"),
        (
            SINGLE | {"leefvorm": "gehuwden"},
            [*START, "leefvorm", "leden", "loon/belanghebbende", "loon/partner"],
            "toegewezen",
        ),
        (
            SINGLE | {"geschikt": NOBODY_KNOWS, "leden": "30"},
            [*START, "leefvorm", "leden", "loon/belanghebbende"],
            "afgewezen",
        ),
    ],
)
def test_only_what_still_matters_is_asked(
    answers: dict[str, str], questions: list[str], outcome: str
) -> None:
    one = held(interview(), answers)

    assert (questions, outcome, None) == (asked(one), proposed(one).outcome, next_question(one))


def test_an_outcome_is_certain_as_soon_as_nothing_can_change_it() -> None:
    start, after = standing(interview()), standing(held(interview(), {"woont_in_gemeente": "nee"}))

    assert ((), 6) == (start.certain, start.at_most)
    assert (
        Standing(
            question=None,
            certain=(
                Certain("toelating", None, "doorzenden", "toelating is doorzenden"),
                Certain("start", None, "niet van toepassing", "start is niet van toepassing"),
            ),
            possible=(),
            at_most=0,
            obstacles=(),
        )
        == after
    )


def test_a_question_says_what_it_is_for_and_what_may_be_answered() -> None:
    question = question_about("leden")

    assert (
        Question(
            name="leden",
            role=None,
            text="Hoeveel leden zijn er?",
            type=question.type,
            judged_by=None,
            needed_for="toelating",
            possible=None,
            removes=None,
            form="schrijf een heel getal, zoals 12, ten minste 0 en ten hoogste 1000",
            used_in=("toelating",),
            purpose="toelating",
        )
        == question
    )


def test_an_open_point_is_no_question_but_an_obstacle() -> None:
    end = standing(held(interview(), SINGLE))

    assert (
        None,
        ("De gemeente heeft dit nog niet geregeld: de dag waarop de deelname begint (nog te bespreken).",),
    ) == (end.question, end.obstacles)


def test_an_expired_amount_is_no_question_but_an_obstacle() -> None:
    late = Dates(parse_date("2027-02-10"), DATES.decision)

    assert (None, ("In de regels is voor 1 februari 2027 niet bekend: norm.",)) == (
        next_question(interview("maandbedrag", dates=late)),
        standing(interview("maandbedrag", dates=late)).obstacles,
    )


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("woont_in_gemeente", "ja", "ja"),
        ("woont_in_gemeente", " N ", "nee"),
        ("leefvorm", "Gehuwden", "gehuwden"),
        ("leefvorm", "2", "gehuwden"),
        ("loon", "1.401,50", "1401.50"),
        ("loon", "€ 12", "12.00"),
        ("leden", "0", "0"),
    ],
)
def test_an_answer_may_be_typed_freely_and_is_kept_in_one_form(name: str, text: str, written: str) -> None:
    before = interview()
    question = question_about(name, before)
    after, findings = answered(before, question, text)

    assert after
    assert (((written, "intake", "2026-10-12"),), ()) == (
        tuple((r.value, r.source, r.date) for r in after.case.facts[question.key]),
        findings,
    )


@pytest.mark.parametrize(
    ("name", "text", "message", "expected"),
    [
        ("woont_in_gemeente", "misschien", "'misschien' is geen ja of nee.", "schrijf ja of nee"),
        ("woont_in_gemeente", "", "Dit antwoord is leeg.", "schrijf ja of nee"),
        (
            "woont_in_gemeente",
            "j\x00a",
            "Dit antwoord bevat een teken dat niet te lezen is.",
            "schrijf ja of nee",
        ),
        ("leefvorm", "3", "'3' staat niet bij de keuzes.", "schrijf een van alleenstaande, gehuwden"),
        (
            "loon",
            "1.401",
            "'1.401' kan op twee manieren worden gelezen.",
            "schrijf 1401 of 1401,00",
        ),
        (
            "leden",
            "1001",
            "Het antwoord is 1001 en mag ten hoogste 1000 zijn.",
            "schrijf een heel getal, zoals 12, ten minste 0 en ten hoogste 1000",
        ),
        (
            "leden",
            "niet van toepassing",
            "dit gegeven kan niet ontbreken.",
            "schrijf een heel getal, zoals 12",
        ),
    ],
)
def test_a_wrong_answer_is_told_with_what_is_expected(
    name: str, text: str, message: str, expected: str
) -> None:
    question = question_about(name)

    assert [(message, expected)] == [(found.message, found.remedy) for found in misread(question, text)]
    assert (None, misread(question, text)) == answered(interview(), question, text)


def test_a_judgement_needs_a_person_and_a_reason() -> None:
    _, findings = answered(interview(), question_about("geschikt"), "ja")

    assert ["Bij dit oordeel ontbreekt wie oordeelt.", "Bij dit oordeel ontbreekt waarom."] == [
        found.message for found in findings
    ]


def test_going_back_takes_the_last_answer_away() -> None:
    start = interview()
    first = held(start, {"woont_in_gemeente": "ja"})
    second = held(first, {"geschikt": "nee"})

    assert [first, start, None] == [back(second), back(first), back(start)]


def test_a_question_that_nobody_can_answer_does_not_come_back_but_after_going_back() -> None:
    start = interview()
    first = next_question(start)
    assert first
    later = skipped(start, first)

    assert ("geschikt", start) == (getattr(next_question(later), "name", None), back(later))


def test_a_case_that_holds_answers_is_asked_only_for_the_rest() -> None:
    known = Case(
        None, {("woont_in_gemeente", None): (Report("ja", Span("zaak.yaml")),)}, {}, {"kenmerk": "1"}
    )
    one = interview(case=known)

    assert ("geschikt", REFERENCE, {"kenmerk": "1"}) == (
        getattr(next_question(one), "name", None),
        one.case.agreement,
        one.case.letter,
    )


def test_contradicting_reports_are_no_question() -> None:
    reports = tuple(Report(value, Span("zaak.yaml")) for value in ("ja", "nee"))
    one = interview(case=Case(None, {("woont_in_gemeente", None): reports}, {}))

    assert (None, DecisionStatus.CONTRADICTORY) == (next_question(one), proposed(one).status)


@pytest.mark.parametrize(
    ("decision", "code"), [("toelatin", "onbekend-besluit"), ("toelating", "zaak-past-niet")]
)
def test_what_stands_in_the_way_is_told_before_the_first_question(decision: str, code: str) -> None:
    other = Case("elders/samen", {}, {})
    one, findings = begin(WORKSPACE, REFERENCE, decision, other, DATES, source="intake", day="2026-10-12")

    assert (None, [code]) == (one, [found.code for found in findings])


@pytest.mark.parametrize(
    ("decision", "options"),
    [
        ("toelating", {"--peildatum": "2026-10-15", "--besluitdatum": "2026-10-20"}),
        ("maandbedrag", {"--maand": "2026-10", "--besluitdatum": "2026-10-20"}),
    ],
)
def test_the_dates_are_told_as_options(decision: str, options: dict[str, str]) -> None:
    assert options == written_dates(interview(decision))


SEEDS = range(20)
MONTH = Dates(parse_date("2026-10-01"), parse_date("2026-11-10"))
DRAWS = 12
"""So many times every fact is drawn that each is known."""

Held = tuple[Interview, Standing, Decision]


def random_interviews(seed: int, draws: int) -> Iterator[Held]:
    """Interviews on what was agreed at random, and the decision on all that is known, also what was not asked."""
    rng = Random(seed)
    workspace, _ = workspace_of(*random_agreement(rng))
    for name in ("besluit_0", "besluit_1", "besluit_3"):
        program, _ = compile_program(workspace, "dorp/toeval", name, MONTH.reference)
        if program is None:
            return
        known = random_case(rng, program, draws)
        case = Case(None, {}, {})
        one, _ = begin(workspace, "dorp/toeval", name, case, MONTH, source="intake", day="2026-10-12")
        decision, _ = decide(workspace, "dorp/toeval", name, known, MONTH)
        assert one
        assert decision
        bounds = []
        while (now := standing(one)).question is not None:
            bounds.append(now.at_most)
            one = told(one, now.question, known_answer(known, now.question))
        assert len(one.steps) == len({step.key for step in one.steps}), "a question came twice"
        assert all(len(one.steps) - number <= bound for number, bound in enumerate(bounds))
        yield one, now, decision


def random_case(rng: Random, program: Program, draws: int) -> Case:
    """A case without contradictions."""
    case = Case("dorp/toeval", {}, {})
    for _ in range(draws):
        drawn = random_facts(rng, program)
        facts = {key: reports[:1] for key, reports in drawn.facts.items()}
        case = Case("dorp/toeval", {**case.facts, **facts}, {**case.judgements, **drawn.judgements})
    return case


def known_answer(known: Case, question: Question) -> str:
    """What a case says, as an answer."""
    reports, judgement = known.facts.get(question.key, ()), known.judgements.get(question.key)
    found = [report.value for report in reports] + ([judgement.value] if judgement else [])
    return str(found[0]) if found else NOBODY_KNOWS


def decided(decision: Decision) -> dict[str, str | None]:
    """The outcome and what stands in `ook`, each by person where there are two."""
    values = {"uitkomst": decision.outcome} | {name: other.value for name, other in decision.outcomes.items()}
    return {
        f"{name}/{role}": text
        for name, value in values.items()
        for role, text in (value.model_dump() if isinstance(value, PerPerson) else {"": value}).items()
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_not_asked_makes_no_difference(seed: int) -> None:
    """An interview without *weet niet* and open points ends with the decision on everything that is known."""
    for one, end, decision in random_interviews(seed, DRAWS):
        if not end.obstacles:
            assert (decision.status, decided(decision)) == (proposed(one).status, decided(proposed(one)))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_nobody_knows_may_leave_it_unknown_but_never_otherwise(seed: int) -> None:
    for one, _, decision in random_interviews(seed, draws=1):
        fuller = decided(decision)
        here = {name: text for name, text in decided(proposed(one)).items() if text is not None}

        assert here == {name: fuller[name] for name in here}
