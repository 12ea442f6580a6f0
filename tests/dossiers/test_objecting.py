"""An objection is recorded with its steps, and the days to watch move with each of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.dossiers.due import due_in
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.objecting import Telling
from soco_rules.dossiers.objecting import received
from soco_rules.dossiers.objecting import step_taken
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.retention import keeping_in
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Reopened
from soco_rules.model.objecting import Objected
from soco_rules.model.objection import Delay
from soco_rules.model.objection import Step
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import adopted
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import compiled
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import said
from tests.dossiers.kade import written
from tests.dossiers.objecting import TODAY
from tests.dossiers.objecting import adoption
from tests.dossiers.objecting import heard
from tests.dossiers.objecting import objected
from tests.dossiers.objecting import refusal
from tests.dossiers.objecting import step


def watched(book: Book, on: str = "2026-05-01") -> list[tuple[str, str | None]]:
    """The days to watch of objections."""
    found = due_in(compiled().stack, book, parse_date(on))
    return [
        (each.what, None if each.day is None else iso_day(each.day))
        for each in found
        if each.dossier == 1 and each.what != "bezwaar mogelijk"
    ]


def not_received(book: Book, day: str, **more: object) -> list[str]:
    """Why an objection cannot be recorded."""
    given = {"adoption": adoption(book), "received": day, **more}
    draft, findings = received(book.dossiers[1], Objected(**given), today=TODAY)
    assert draft is None
    return [each.message for each in findings]


def not_taken(book: Book, telling: Telling) -> list[str]:
    """Why a step cannot be recorded."""
    draft, findings = step_taken(book.dossiers[1], last(book).number, telling, today=TODAY)
    assert draft is None
    return [each.message for each in findings]


def telling(what: Step, day: str, until: str | None = None, **more: object) -> Telling:
    return replace(Telling(what, parse_date(day), None if until is None else parse_date(until)), **more)  # type: ignore[arg-type]


def test_a_received_objection_has_its_term_to_decide() -> None:
    assert [("beslissen op bezwaar", "2026-06-02")] == watched(objected(refusal()))


def test_of_a_decision_that_is_not_made_known_no_term_runs_yet() -> None:
    assert [("bekendmaken", "2026-03-10"), ("beslissen op bezwaar", None)] == watched(objected(refusal("")))


@pytest.mark.parametrize(
    ("received_on", "posted", "late"),
    [
        ("2026-04-21", None, False),
        ("2026-04-22", None, True),
        ("2026-04-28", "2026-04-21", False),
        ("2026-04-29", "2026-04-21", True),
    ],
    ids=["the last day", "a day later", "posted in time", "posted in time and more than a week under way"],
)
def test_an_objection_beyond_its_term_is_recorded_as_late(
    received_on: str, posted: str | None, late: bool
) -> None:
    (found,) = objections_of(objected(refusal(), received_on, posted).dossiers[1])

    assert late is found.is_late


@pytest.mark.parametrize(
    ("day", "more", "expected"),
    [
        ("2026-06-02", {}, ["2 juni 2026 moet nog komen."]),
        ("2026-03-09", {}, ["9 maart 2026 is voor de dag van het besluit, 10 maart 2026."]),
        ("2026-04-20", {"posted_on": "2026-04-21"}, ["De dag van posten ligt na de dag van ontvangst."]),
        (
            "2026-04-20",
            {"by": "J.\u200bV"},
            ["In de naam van de indiener staat een teken dat niet te zien is."],
        ),
        ("2026-04-20", {"adoption": 1}, ["Handeling 1 van dossier 1 is geen vaststelling."]),
    ],
    ids=["tomorrow", "before the decision", "posted later", "an invisible sign", "no adoption"],
)
def test_what_cannot_be_is_not_recorded(day: str, more: dict[str, object], expected: list[str]) -> None:
    assert expected == not_received(refusal(), day, **more)


def test_an_objection_of_before_a_decision_that_came_in_the_place_of_another_is_one_to_this_too() -> None:
    book = refusal()
    again = Reopened(adoption=adoption(book), because=(1,), reason="Het oordeel is veranderd.")
    book = written(book, Draft(again, 1, "toelating"))
    judged = next(entry for entry in book.dossiers[1].entries if entry.act is Act.JUDGEMENT)
    content = judged.content.model_copy(update={"value": "ja"})  # type: ignore[union-attr]
    book = proposed(written(book, Draft(content, 1)), "toelating")
    book = adopted(book, replace(said("C. Mulder", day=parse_date("2026-04-30")), own_letter="Z-3"))

    days = {
        day: received(book.dossiers[1], Objected(adoption=last(book).number, received=day), today=TODAY)[1]
        for day in ("2026-03-09", "2026-04-20")
    }

    assert {
        "2026-03-09": ["9 maart 2026 is voor de dag van het besluit, 10 maart 2026."],
        "2026-04-20": [],
    } == {day: [each.message for each in found] for day, found in days.items()}


def test_one_person_has_one_objection_to_a_decision_at_a_time() -> None:
    book = objected(refusal())

    assert [f"Er loopt al een bezwaar tegen handeling {adoption(book)} (handeling {last(book).number})."] == (
        not_received(book, "2026-04-21")
    )


def test_what_is_no_beschikking_has_no_objection() -> None:
    elsewhere = CANDIDATE.replace("woont_hier = ja", "woont_hier = nee")
    book = adopted(proposed(at_kade(elsewhere), "toelating"), replace(said(), hearing=None))

    assert ["is geen beschikking; er staat geen bezwaar tegen open."] == [
        each.split(" ", 2)[2] for each in not_received(book, "2026-04-20")
    ]


def test_each_step_moves_the_days_to_watch() -> None:
    book = objected(refusal())
    number = last(book).number
    shown = [watched(book)]
    for what, day, until in (
        (Step.COMMITTEE, "2026-04-22", None),
        (Step.REPAIR_ASKED, "2026-04-22", "2026-05-06"),
        (Step.REPAIRED, "2026-04-29", None),
        (Step.HEARING_ASKED, "2026-04-29", "2026-05-11"),
        (Step.POSTPONED, "2026-05-06", "2026-08-11"),
        (Step.NOTICE_OF_DEFAULT, "2026-05-20", None),
        (Step.WITHDRAWN, "2026-05-25", None),
    ):
        book = step(book, number, what, day, until)
        shown.append(watched(book))

    assert [
        [("beslissen op bezwaar", "2026-06-02")],
        [("beslissen op bezwaar", "2026-07-14")],
        [("aanvulling van het bezwaar", "2026-05-06"), ("beslissen op bezwaar", None)],
        [("beslissen op bezwaar", "2026-07-20")],
        [("antwoord over het horen", "2026-05-11"), ("beslissen op bezwaar", "2026-07-20")],
        [("antwoord over het horen", "2026-05-11"), ("beslissen op bezwaar", "2026-08-11")],
        [
            ("antwoord over het horen", "2026-05-11"),
            ("beslissen op bezwaar", "2026-08-11"),
            ("dwangsom", None),
        ],
        [],
    ] == shown


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            telling(Step.HEARD, "2026-06-02", account="x", heard_by=("P. de Boer",)),
            "2 juni 2026 moet nog komen.",
        ),
        (
            telling(Step.COSTS_ASKED, "2026-04-19"),
            "19 april 2026 is voor de ontvangst van het bezwaar, 20 april 2026.",
        ),
        (
            telling(Step.REPAIR_ASKED, "2026-04-22"),
            "Bij 'gevraagd om het bezwaar aan te vullen' hoort een laatste dag.",
        ),
        (
            telling(Step.REPAIR_ASKED, "2026-04-22", "2026-04-22"),
            "De laatste dag, 22 april 2026, ligt niet na 22 april 2026.",
        ),
        (telling(Step.REPAIRED, "2026-04-22"), "Daarvoor hoort: gevraagd om het bezwaar aan te vullen."),
        (
            telling(Step.WITHDRAWN, "2026-04-22", "2026-05-01"),
            "Bij 'bezwaar ingetrokken' hoort geen laatste dag.",
        ),
        (telling(Step.HEARD, "2026-05-04", account="x"), "Er staat niet wie heeft gehoord."),
        (
            telling(Step.HEARD, "2026-05-04", heard_by=("P. de Boer",)),
            "Bij 'gehoord' staat niet wat er is gezegd of afgesproken.",
        ),
        (
            telling(Step.POSTPONED, "2026-05-04", "2026-07-15"),
            "Verdagen kan tot en met 14 juli 2026, en niet tot voor 3 juni 2026.",
        ),
        (
            telling(Step.POSTPONED, "2026-05-04", "2026-06-02"),
            "Verdagen kan tot en met 14 juli 2026, en niet tot voor 3 juni 2026.",
        ),
        (
            telling(Step.DELAYED, "2026-05-04", "2026-07-01", account="U stemde in."),
            "Bij verder uitstel hoort de grond van artikel 7:10 lid 4, en alleen daarbij.",
        ),
        (
            telling(Step.DELAYED, "2026-05-04", "2026-06-02", account="x", delay=Delay.OBJECTOR_AGREES),
            "Beslissen kan al tot en met 2 juni 2026.",
        ),
    ],
)
def test_a_step_that_the_law_does_not_know_is_refused(told: Telling, expected: str) -> None:
    assert [expected] == not_taken(objected(refusal()), told)


@pytest.mark.parametrize("until", ["2026-06-03", "2026-07-14"], ids=["a day", "six weeks"])
def test_an_adjournment_within_six_weeks_is_recorded(until: str) -> None:
    book = objected(refusal())

    assert [("beslissen op bezwaar", until)] == watched(
        step(book, last(book).number, Step.POSTPONED, "2026-05-04", until)
    )


@pytest.mark.parametrize(
    ("names", "refused"),
    [
        (("P. de Boer",), False),
        (("A. de Groot",), True),
        (("b. smit",), True),
        (("M. Bakker",), True),
        (("P. de Boer", "A. de Groot"), True),
        (("P. de Boer", "K. Vos", "A. de Groot"), False),
        (("A. de Groot", "P. de Boer", "K. Vos"), True),
    ],
    ids=[
        "nobody of them",
        "who signed first",
        "who adopted",
        "who proposed",
        "half",
        "a minority",
        "who leads",
    ],
)
def test_who_had_a_part_in_the_decision_does_not_hear_about_it_alone(
    names: tuple[str, ...], refused: bool
) -> None:
    book = objected(refusal())
    told = telling(Step.HEARD, "2026-05-04", account="Het verslag.", heard_by=names)

    draft, _ = step_taken(book.dossiers[1], last(book).number, told, today=TODAY)

    assert refused is (draft is None)


def test_what_is_told_again_needs_to_say_why() -> None:
    book = objected(refusal())
    number = last(book).number
    book = step(book, number, Step.COSTS_ASKED, "2026-04-21")

    draft, findings = step_taken(
        book.dossiers[1], number, telling(Step.COSTS_ASKED, "2026-04-22"), today=TODAY
    )

    assert (
        None,
        [
            "'gevraagd om vergoeding van kosten' staat er al, op 21 april 2026, en er staat niet waarom dat anders is."
        ],
    ) == (
        draft,
        [each.message for each in findings],
    )


def test_the_last_day_to_adjourn_is_the_last_day_of_the_term() -> None:
    book = objected(refusal(), "2026-03-11")
    number = last(book).number
    late = parse_date("2026-06-03")

    refused, findings = step_taken(
        book.dossiers[1], number, telling(Step.POSTPONED, "2026-06-03", "2026-07-14"), today=late
    )
    done, _ = step_taken(
        book.dossiers[1], number, telling(Step.POSTPONED, "2026-06-02", "2026-07-14"), today=late
    )

    assert (None, ["Verdagen kon tot en met 2 juni 2026."], True) == (
        refused,
        [each.message for each in findings],
        done is not None,
    )


def test_while_an_objection_waits_its_dossier_is_not_erased_and_the_stand_stays() -> None:
    book = heard(objected(refusal()), last(objected(refusal())).number)
    (kept,) = keeping_in(compiled().stack, book, parse_date("2027-06-01"))

    assert ["beslissen op bezwaar 2 juni 2026"] == [each.partition(" (")[0] for each in kept.running]
    assert "gestopt" == state_of(book.dossiers[1], compiled().stack.states)
