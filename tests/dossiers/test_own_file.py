"""A person's own file: everything of that person, and nothing of anybody else."""

from __future__ import annotations

import base64
import json

from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.own_file import letter_name
from soco_rules.dossiers.own_file import own_data
from soco_rules.dossiers.own_file import own_file
from soco_rules.dossiers.retention import keeping_in
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Consulted
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Origin
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import Reopened
from soco_rules.model.dossier import Returned
from soco_rules.model.dossier import SentLetter
from soco_rules.model.values import parse_date
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import adopted
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import compiled
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import said
from tests.dossiers.kade import written

ON = parse_date("2026-11-22")
LIFE = f"""{CANDIDATE.rstrip()}
    1 feit nog_nodig = ja volgens proces-verbaal
    1 feit omzet 2026-04 = 123.45 volgens opgave
    1 factuurregel F-1: omzet = 50.00
    1 factuurregel F-1: omzet = 60.00
    1 dag verlenging ontvangen = 2026-05-01
    2 geopend
    2 persoon Y. Vreemdeling
    2 feit omzet 2026-04 = 777.77
"""


def life() -> Book:
    """A member with one decision, a letter of it, and somebody else beside."""
    person = Person(
        name="mevrouw S. Willems",
        address=("Kadeplein 3", "9990 AA Havendorp"),
        bsn="999990019",
        partner_name="de heer W. Willems",
        partner_bsn="999990020",
    )
    book = written(at_kade(LIFE), Draft(person, 1))
    book = adopted(proposed(book, "toelating"), said())
    adoption = last(book).number
    letter = SentLetter(
        adoption=adoption,
        media_type="application/pdf",
        content=base64.b64encode(b"brief").decode(),
        date="2026-03-10",
    )
    book = written(book, Draft(letter, 1))
    book = written(book, Draft(Reopened(adoption=adoption, because=(3,), reason="woont_hier is anders"), 1))
    book = proposed(book, "plaatsing")
    remark = "De coöperatie heeft nog niet geantwoord."
    book = written(book, Draft(Returned(proposal=last(book).number, remark=remark), 1), by="A. de Groot")
    book = written(
        book, Draft(Assigned(to="M. Bakker", reason="verhuisd naar een andere wijk"), 1), by="A. de Groot"
    )
    return written(book, Draft(Consulted(purpose="inzage op verzoek van de persoon zelf"), 1), by="J. Vos")


def test_the_file_as_the_person_reads_it(snapshot: SnapshotAssertion) -> None:
    book = life()
    (keeping, _) = keeping_in(compiled().stack, book, ON)

    assert snapshot == as_markdown(own_file(compiled().stack, book.dossiers[1], keeping, ON))


def test_nothing_of_anybody_else_is_in_it() -> None:
    stack, book = compiled().stack, life()
    (keeping, _) = keeping_in(stack, book, ON)
    dossier = book.dossiers[1]

    told = as_markdown(own_file(stack, dossier, keeping, ON)) + json.dumps(own_data(stack, dossier, keeping))

    assert [] == [text for text in ("Vreemdeling", "777", "999990020") if text in told]


def test_the_data_has_every_act_as_it_is_stored() -> None:
    stack, book = compiled().stack, life()
    (keeping, _) = keeping_in(stack, book, ON)
    dossier = book.dossiers[1]

    data = json.loads(json.dumps(own_data(stack, dossier, keeping)))

    assert [each.number for each in dossier.entries] == [each["nummer"] for each in data["handelingen"]]
    assert {
        "vaststelling": 18,
        "soort": "application/pdf",
        "datum": "2026-03-10",
        "bestand": "brief-19.pdf",
    } == next(each["inhoud"] for each in data["handelingen"] if each["handeling"] == "brief")


def test_who_only_read_the_dossier_is_not_named() -> None:
    stack, book = compiled().stack, life()
    (keeping, _) = keeping_in(stack, book, ON)
    dossier = book.dossiers[1]

    data = own_data(stack, dossier, keeping)
    told = as_markdown(own_file(stack, dossier, keeping, ON)) + json.dumps(data, ensure_ascii=False)

    assert "J. Vos" not in told
    assert "een medewerker" in told


def test_an_act_of_another_dossier_is_not_named() -> None:
    stack = compiled().stack
    book = proposed(at_kade(CANDIDATE), "toelating")
    content = last(book).content
    assert isinstance(content, Proposed)
    origins = (Origin(name="aantal_leden", acts=(3, 901)),)
    book = written(book, Draft(content.model_copy(update={"origins": origins}), 1))
    (keeping,) = keeping_in(stack, book, ON)

    data = json.loads(json.dumps(own_data(stack, book.dossiers[1], keeping)))

    assert [3] == data["handelingen"][-1]["inhoud"]["herkomst"][0]["handelingen"]


def test_a_letter_keeps_its_form() -> None:
    letters = [
        SentLetter(adoption=1, media_type=kind, content="", date="2026-01-01")
        for kind in ("application/pdf", "text/html", "image/png")
    ]

    assert ["brief-7.pdf", "brief-7.html", "brief-7.bin"] == [letter_name(7, each) for each in letters]
