"""A person decides on an objection: not who took the decision, after hearing, with reasons; what is revoked falls."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.answer_letter import adoption_of
from soco_rules.dossiers.due import due_in
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.objections import renewal_of
from soco_rules.dossiers.present import adopted_of
from soco_rules.letters.duties import duties
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.verdicts import Verdict
from soco_rules.letters.write import compose
from soco_rules.model.adoption import Adoption
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Entry
from soco_rules.model.house_style import Court
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.objection import Costs
from soco_rules.model.objection import Inadmissible
from soco_rules.model.objection import NotHeard
from soco_rules.model.objection import Ruled
from soco_rules.model.objection import Ruling
from soco_rules.model.objection import Step
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from tests.dossiers.kade import KADE
from tests.dossiers.kade import ROOT
from tests.dossiers.kade import adopted
from tests.dossiers.kade import compiled
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import refused as not_adopted
from tests.dossiers.kade import said
from tests.dossiers.objecting import TODAY
from tests.dossiers.objecting import answered
from tests.dossiers.objecting import heard
from tests.dossiers.objecting import not_answered
from tests.dossiers.objecting import objected
from tests.dossiers.objecting import refusal
from tests.dossiers.objecting import ruling
from tests.dossiers.objecting import says
from tests.dossiers.objecting import step

TEMPLATES = (ROOT / "templates", Path(__file__).parents[2] / "templates")
COURT = HouseStyle(court=Court("Rechtbank Havenland", ("Postbus 2", "9991 AA Havenland"), "Rechtspraak.nl"))
HEARD: dict[str, Any] = {"not_heard": None, "not_heard_because": ""}


def waiting(day: str = "2026-04-20") -> tuple[Book, int]:
    """A book with an objection, and its number."""
    book = objected(refusal(), day)
    return book, last(book).number


def stand(book: Book) -> str | None:
    return state_of(book.dossiers[1], compiled().stack.states)


def watched(book: Book) -> list[tuple[str, str]]:
    """The days to watch that an objection leads to."""
    found = due_in(compiled().stack, book, TODAY)
    return [(each.what, iso_day(each.day or 0)) for each in found if each.dossier == 1]


def letter(book: Book) -> Adoption:
    """The last decision on an objection, for its letter."""
    found = objections_of(book.dossiers[1])[-1]
    assert found.answered
    return adoption_of(KADE, book.dossiers[1], found, found.answered[1])


def test_a_decision_that_is_right_leaves_the_refusal_as_it_was() -> None:
    book, number = waiting()

    done = answered(book, number, ruling())

    assert ("gestopt", [("bekendmaken", "2026-06-01")]) == (stand(done), watched(done))


@pytest.mark.parametrize("name", ["A. de Groot", "b. smit"], ids=["who signed first", "who adopted"])
def test_who_took_the_decision_does_not_decide_on_the_objection(name: str) -> None:
    book, number = waiting()

    assert [
        ("zelf-besloten", f"{name} nam het bestreden besluit (handeling {number - 1}) zelf of mede.")
    ] == (not_answered(book, number, says(ruling(), by=name)))


def test_a_mandate_for_every_decision_is_none_to_decide_on_objections() -> None:
    book, number = waiting()

    assert [
        (
            "mandaat-ontbreekt",
            "de functie 'teamleider' heeft op 1 juni 2026 geen mandaat van 'college' om op bezwaar te beslissen",
        )
    ] == not_answered(book, number, says(ruling(), function="teamleider"))


NEEDS_HEARING = "De persoon is niet over het bezwaar gehoord, en er staat niet waarom niet."
LATE = "Het bezwaar kwam te laat: het kon tot en met 21 april 2026."


@pytest.mark.parametrize(
    ("ruled", "expected"),
    [
        (ruling(**HEARD), NEEDS_HEARING),
        (
            ruling(reasons=" "),
            "De toelichting ontbreekt: een besluit op bezwaar heeft een motivering (Awb 7:12 lid 1).",
        ),
        (
            ruling(not_heard_because=""),
            "Bij niet horen hoort waarom die reden hier geldt, en alleen daarbij.",
        ),
        (
            ruling(not_heard=NotHeard.FULLY_MET),
            "'de persoon krijgt helemaal gelijk (7:3 onderdeel e)' past niet bij de uitkomst 'ongegrond'.",
        ),
        (
            ruling(not_heard=NotHeard.SILENT),
            "Er is niet gevraagd of de persoon gehoord wil worden, of de termijn daarvoor loopt nog.",
        ),
        (ruling(renewed=True), "Een nieuw besluit komt er alleen als het bezwaar gegrond is."),
        (ruling(Ruling.INADMISSIBLE), "Bij niet-ontvankelijk hoort waarom, en alleen daarbij."),
        (
            ruling(Ruling.INADMISSIBLE, inadmissible=Inadmissible.LATE),
            "Het bezwaar kwam op tijd: het kon tot en met 21 april 2026.",
        ),
        (
            ruling(Ruling.INADMISSIBLE, inadmissible=Inadmissible.DEFECT),
            "Er is niet om herstel gevraagd, de termijn daarvoor loopt nog, of het is op tijd hersteld.",
        ),
        (
            ruling(excused="Ziek."),
            "Dat te laat zijn niet te verwijten is, hoort alleen bij een bezwaar dat te laat kwam en wordt behandeld.",
        ),
        (ruling(departs="Anders."), "Er is geen advies waarvan wordt afgeweken."),
        (
            ruling(costs=Costs(amount="647.00", reason="Er is een advocaat.")),
            "Op een verzoek om kosten wordt bij het bezwaar beslist, en alleen als er om is gevraagd.",
        ),
    ],
)
def test_what_the_law_asks_of_the_decision_is_asked(ruled: Ruled, expected: str) -> None:
    book, number = waiting()

    assert ("besluit-op-bezwaar", expected) == not_answered(book, number, says(ruled))[0]


def test_who_was_heard_needs_no_reason_for_not_hearing() -> None:
    book, number = waiting()
    book = heard(book, number)

    assert [
        ("besluit-op-bezwaar", "De persoon is gehoord; dan hoort er geen reden bij om dat niet te doen.")
    ] == (not_answered(book, number, says(ruling())))
    assert "gestopt" == stand(answered(book, number, ruling(**HEARD)))


def test_an_objection_beyond_its_term_is_inadmissible_or_excused() -> None:
    book, number = waiting("2026-04-22")

    refused = not_answered(book, number, says(ruling()))
    inadmissible = answered(book, number, ruling(Ruling.INADMISSIBLE, inadmissible=Inadmissible.LATE))
    excused = answered(book, number, ruling(excused="U lag in het ziekenhuis."))

    assert [("besluit-op-bezwaar", LATE)] == refused
    assert "Uw bezwaar kwam te laat (Algemene wet bestuursrecht artikel 6:7 en artikel 6:11)." in words(
        inadmissible
    )
    assert "U lag in het ziekenhuis." in words(excused)
    dates = "Wij verzonden het besluit op 10 maart 2026. Bezwaar maken kon tot en met 21 april 2026."
    assert (True, True) == (dates in words(inadmissible), dates in words(excused))


def test_silence_counts_the_day_after_the_term_for_it() -> None:
    book, number = waiting()
    on, before = (
        step(book, number, Step.HEARING_ASKED, "2026-05-04", day) for day in ("2026-06-01", "2026-05-31")
    )
    silent = ruling(not_heard=NotHeard.SILENT)

    assert 1 == len(not_answered(on, number, says(silent)))
    assert "gestopt" == stand(answered(before, number, silent))


def test_days_that_cannot_be_are_refused() -> None:
    book, number = waiting()
    book = step(book, number, Step.COSTS_ASKED, "2026-05-20")
    costs = ruling(costs=Costs(reason="Het besluit blijft."))
    tomorrow, early = (says(costs, day=parse_date(day)) for day in ("2026-06-02", "2026-05-19"))

    assert [("besluit-op-bezwaar", "2 juni 2026 moet nog komen.")] == not_answered(book, number, tomorrow)
    assert [("besluit-op-bezwaar", "19 mei 2026 is voor de laatste stap in dit bezwaar, 20 mei 2026.")] == (
        not_answered(book, number, early)
    )
    assert [("besluit-op-bezwaar", "Verzenden op 31 mei 2026 is voor het besluit van 1 juni 2026.")] == (
        not_answered(book, number, replace(says(costs), sent_on=parse_date("2026-05-31")))
    )


def test_costs_are_granted_only_where_the_decision_is_revoked() -> None:
    book, number = waiting()
    book = step(book, number, Step.COSTS_ASKED, "2026-05-20")
    granted = Costs(amount="647.00", reason="U had een advocaat nodig.")

    assert [
        ("besluit-op-bezwaar", "Kosten worden alleen vergoed als het bestreden besluit wordt herroepen.")
    ] == (not_answered(book, number, says(ruling(costs=granted))))
    assert "U krijgt € 647,00." in words(answered(book, number, ruling(Ruling.FOUNDED, costs=granted)))


@pytest.mark.parametrize("amount", ["647", "647,00", "647.00", "€ 647,00"])
def test_costs_are_kept_as_one_amount_however_they_are_typed(amount: str) -> None:
    book, number = waiting()
    book = step(book, number, Step.COSTS_ASKED, "2026-05-20")

    done = answered(book, number, ruling(Ruling.FOUNDED, costs=Costs(amount=amount, reason="Een advocaat.")))

    decided = objections_of(done.dossiers[1])[0].answered
    assert decided
    assert decided[1].ruled.costs
    assert ("647.00", True) == (decided[1].ruled.costs.amount, "U krijgt € 647,00." in words(done))


def test_an_objection_is_decided_once() -> None:
    book, number = waiting()
    done = answered(book, number, ruling())

    assert [("bezwaar", f"Op bezwaar {number} is al beslist (handeling {number + 1}).")] == (
        not_answered(done, number, says(ruling()))
    )


def test_a_revoked_refusal_moved_nothing_and_stands_no_more() -> None:
    book, number = waiting()

    done = answered(book, number, ruling(Ruling.FOUNDED))

    assert ("aangemeld", ()) == (stand(done), adopted_of(done.dossiers[1]))


def renewed() -> tuple[Book, Entry]:
    """A refusal that was revoked on an objection, with the admission that came in its place."""
    book, number = waiting()
    book = answered(book, number, ruling(Ruling.FOUNDED, renewed=True))
    other = book.dossiers[1].entries[5]
    judged = other.content.model_copy(update={"value": "ja", "reason": "Vier klanten."})  # type: ignore[union-attr]
    entries = (*book.dossiers[1].entries, replace(other, number=last(book).number + 1, content=judged))
    book = replace(book, dossiers={1: replace(book.dossiers[1], entries=entries)})
    return book, last(book)


def test_a_new_decision_in_its_place_is_proposed_and_adopted_as_any_other() -> None:
    book, _ = renewed()
    before = watched(book)
    done = adopted(proposed(book, "toelating"), said("C. Mulder", day=parse_date("2026-03-10")))

    content = last(done).content
    assert isinstance(content, Adopted)
    on = content.adoption.on_objection
    assert on is not None
    objection = objections_of(done.dossiers[1])[0]
    assert ("nieuw besluit na bezwaar", "2026-06-02") in before
    assert ("met_toestemming", objection.decision.number, "2026-04-20", "2026-06-01", None) == (
        stand(done),
        content.corrects,
        on.received,
        on.decided_on,
        on.ruled,
    )
    assert last(done) == renewal_of(done.dossiers[1], objection)


@pytest.mark.parametrize("name", ["A. de Groot", "b. smit"], ids=["who signed first", "who adopted"])
def test_who_took_the_revoked_decision_does_not_take_the_one_in_its_place(name: str) -> None:
    book, _ = renewed()

    assert [("zelf-besloten", f"{name} nam het herroepen besluit (handeling 10) zelf of mede.")] == (
        not_adopted(proposed(book, "toelating"), said(name))
    )


def test_an_objection_to_a_decision_that_was_replaced_is_not_said_to_leave_it() -> None:
    book, first = waiting()
    book = objected(book, "2026-04-21", by="mr. P. Visser")
    other = last(book).number
    book = answered(book, first, ruling(Ruling.FOUNDED, renewed=True))
    changed = book.dossiers[1].entries[5]
    judged = changed.content.model_copy(update={"value": "ja", "reason": "Vier klanten."})  # type: ignore[union-attr]
    entries = (*book.dossiers[1].entries, replace(changed, number=last(book).number + 1, content=judged))
    book = replace(book, dossiers={1: replace(book.dossiers[1], entries=entries)})
    book = adopted(proposed(book, "toelating"), said("C. Mulder", day=parse_date("2026-03-10")))

    refused = not_answered(book, other, says(ruling()))
    closed = answered(book, other, ruling(Ruling.INADMISSIBLE, inadmissible=Inadmissible.OTHER))

    assert [
        (
            "besluit-op-bezwaar",
            "Het bestreden besluit geldt al niet meer: er kwam een ander voor in de plaats.",
        )
    ] == refused
    assert "geldt niet meer: er kwam al een ander besluit voor in de plaats." in words(closed)
    assert "blijft gelden" not in words(closed)


def test_against_the_new_decision_appeal_is_open_and_no_objection() -> None:
    book, _ = renewed()
    done = adopted(proposed(book, "toelating"), said("C. Mulder", day=parse_date("2026-03-10")))
    content = last(done).content
    assert isinstance(content, Adopted)

    found, findings = compose(content.adoption, TEMPLATES, COURT)

    assert found, findings
    written = as_markdown(found)
    assert ("U kunt in beroep gaan" in written, "bezwaar maken" in written) == (True, False)
    assert "Dit besluit komt in de plaats van ons besluit van 10 maart 2026." in written


def words(book: Book) -> str:
    """The letter of the last decision on an objection, as plain text."""
    found, findings = compose(letter(book), TEMPLATES, COURT)
    assert found, findings
    return as_markdown(found).replace("\\", "")


@pytest.mark.parametrize(
    "ruled",
    [
        ruling(Ruling.INADMISSIBLE, inadmissible=Inadmissible.OTHER, not_heard=NotHeard.CLEARLY_INADMISSIBLE),
        ruling(Ruling.UNFOUNDED),
        ruling(Ruling.FOUNDED, not_heard=NotHeard.FULLY_MET),
        ruling(Ruling.FOUNDED, renewed=True),
    ],
    ids=["inadmissible", "unfounded", "founded", "renewed"],
)
def test_its_letter_says_what_was_decided_and_how_to_appeal(
    ruled: Ruled, snapshot: SnapshotAssertion
) -> None:
    book, number = waiting()

    assert snapshot == words(answered(book, number, ruled))


@pytest.mark.parametrize(
    ("style", "expected"), [(COURT, []), (HouseStyle(), ["C14"])], ids=["the court", "no court"]
)
def test_its_letter_meets_the_duties_once_the_court_is_known(style: HouseStyle, expected: list[str]) -> None:
    book, number = waiting()
    book = answered(heard(book, number), number, ruling(**HEARD))
    adoption = letter(book)
    address = {"geadresseerden": [{"naam": "S. Willems", "adres": ["Kade 1", "1234 AB Havendorp"]}]}
    whole = adoption.decision.model_copy(update={"letter": {**adoption.decision.letter, **address}})
    adoption = adoption.model_copy(
        update={"decision": whole.model_copy(update={"provisional": (), "assumptions": ()})}
    )

    found, findings = compose(adoption, TEMPLATES, style)

    assert found, findings
    assert expected == [
        each.code for each in duties(found, adoption, style) if each.verdict is Verdict.NOT_MET
    ]
