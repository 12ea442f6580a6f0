"""A refusal of De Kade, and the acts of an objection to it, for tests."""

from __future__ import annotations

from dataclasses import replace

from soco_rules.adopt.statement import Statement
from soco_rules.dossiers.answering import Answer
from soco_rules.dossiers.answering import answer
from soco_rules.dossiers.making_known import made_known
from soco_rules.dossiers.objecting import Telling
from soco_rules.dossiers.objecting import received
from soco_rules.dossiers.objecting import step_taken
from soco_rules.dossiers.present import adoptions
from soco_rules.model.adoption import Manner
from soco_rules.model.dossier import Book
from soco_rules.model.objecting import Objected
from soco_rules.model.objection import NotHeard
from soco_rules.model.objection import Ruled
from soco_rules.model.objection import Ruling
from soco_rules.model.objection import Step
from soco_rules.model.values import parse_date
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import DAY
from tests.dossiers.kade import KADE
from tests.dossiers.kade import adopted
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import said
from tests.dossiers.kade import workspace
from tests.dossiers.kade import written

TODAY = parse_date("2026-06-01")
REFUSED = CANDIDATE.replace("oordeel past = ja", "oordeel past = nee")
UNHEARD = {"not_heard": NotHeard.WAIVED, "not_heard_because": "U belde op 4 mei dat u niet wilde komen."}


def by_two(name: str, own_letter: str = "") -> Statement:
    """What one of the two says who refuse."""
    heard = said(name, hearing=Manner.URGENT)
    assert heard.hearing is not None
    hearing = heard.hearing.model_copy(update={"account": "De plaats was de volgende dag al weg."})
    return replace(heard, hearing=hearing, own_letter=own_letter)


def refusal(own_letter: str = "Z-1") -> Book:
    """A refusal of 10 March 2026, made known that day unless there is no letter."""
    known = proposed(at_kade(REFUSED), "toelating")
    number = last(known).number
    return adopted(adopted(known, by_two("A. de Groot")), by_two("B. Smit", own_letter), proposal=number)


def adoption(book: Book) -> int:
    """The number of the first adoption."""
    return adoptions(book.dossiers[1])[0][0].number


def known_on(book: Book, day: str, letter: str = "Z-2") -> Book:
    """The book in which the first adoption was made known on a day."""
    draft, findings = made_known(
        book.dossiers[1], adoption(book), day=parse_date(day), letter=letter, reason="", today=TODAY
    )
    assert draft, findings
    return written(book, draft)


def objected(book: Book, day: str = "2026-04-20", posted: str | None = None, by: str = "") -> Book:
    """The book with an objection that was received on a day."""
    draft, findings = received(
        book.dossiers[1],
        Objected(adoption=adoption(book), received=day, posted_on=posted, by=by),
        today=TODAY,
    )
    assert draft, findings
    return written(book, draft)


def step(book: Book, number: int, what: Step, day: str, until: str | None = None, **more: object) -> Book:
    """The book with a step in the objection that has this number."""
    telling = Telling(what, parse_date(day), None if until is None else parse_date(until), **more)  # type: ignore[arg-type]
    draft, findings = step_taken(book.dossiers[1], number, telling, today=TODAY)
    assert draft, findings
    return written(book, draft)


def heard(book: Book, number: int, day: str = "2026-05-04") -> Book:
    """The book in which the person was heard by somebody who had no part in the decision."""
    return step(book, number, Step.HEARD, day, heard_by=("P. de Boer",), account="U hebt vier klanten.")


def ruling(what: Ruling = Ruling.UNFOUNDED, **more: object) -> Ruled:
    """What is decided, without hearing unless it says otherwise."""
    given: dict[str, object] = {"ruling": what, "reasons": "Het besluit klopt.", **UNHEARD, **more}
    return Ruled(**given)


def says(
    ruled: Ruled, by: str = "J. de Wit", function: str = "juridisch adviseur", day: int = TODAY
) -> Answer:
    """What a person says who decides on an objection."""
    return Answer(by=by, function=function, date=day, sent_on=day, ruled=ruled)


def answered(book: Book, number: int, ruled: Ruled) -> Book:
    """The book in which was decided on the objection with this number."""
    found, findings = answer(workspace(), KADE, book.dossiers[1], number, says(ruled), today=TODAY)
    assert found, findings
    for draft in found.drafts:
        book = written(book, draft, "J. de Wit")
    return book


def not_answered(book: Book, number: int, said: Answer) -> list[tuple[str, str]]:
    """Why cannot be decided so: code and message."""
    found, findings = answer(workspace(), KADE, book.dossiers[1], number, said, today=TODAY)
    assert found is None
    return [(each.code, each.message) for each in findings]


assert DAY < TODAY
