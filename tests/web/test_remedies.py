"""What to do about a finding, at a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Span
from soco_rules.web.remedies import AT_A_PAGE
from soco_rules.web.remedies import for_a_page
from soco_rules.web.remedies import in_plain_words

ROOMS = Path(__file__).parents[2] / "soco_rules"
_REMEDY = re.compile(r'remedy=f?"([^"]+)"|remedy = f?"([^"]+)"|otherwise=f?"([^"]+)"')
ROOMS_AT_A_PAGE = ("adopt", "comparing", "dossiers", "settling", "simulation")
_FILES = tuple(path for room in ROOMS_AT_A_PAGE for path in (ROOMS / room).glob("*.py"))
"""Where the findings of adopting, of changes, of dossiers and of months come from."""


def at_a_page(remedy: str, code: str = "zienswijze") -> str:
    """The remedy as a page has it."""
    (found,) = for_a_page([finding(code, Span("hier"), "er is iets", remedy=remedy)])
    return found.remedy


@pytest.mark.parametrize("code", AT_A_PAGE)
def test_a_page_names_no_command_and_no_option(code: str) -> None:
    assert AT_A_PAGE[code] == at_a_page("", code)
    assert not re.search(r"--|\bsoco\b", AT_A_PAGE[code])


@pytest.mark.parametrize(
    ("remedy", "expected"),
    [
        ("geef --zienswijze-toelichting", "vul ‘Toelichting op de zienswijze’ in"),
        ("laat --zienswijze weg", "laat ‘Zienswijze’ leeg"),
        ("geef --door en --functie", "vul ‘Naam’ en ‘Functie’ in"),
        (
            "geef met --zaak wat bij deze uitkomst hoort: Hoeveel?",
            "vul bij ‘de vragen hieronder’ in wat bij deze uitkomst hoort: Hoeveel?",
        ),
        ("schrijf bijvoorbeeld --zienswijze gehoord:2026-10-15", "vul het formulier aan"),
        ("neem het besluit opnieuw met soco besluit", "neem het besluit opnieuw"),
        (
            """Bedoelde u 'omzet'? Gebruik --kolom "Omzt=NAAM", of --kolom "Omzt=overslaan" om de kolom niet te lezen""",
            "Bedoelde u 'omzet'? Kies hieronder wat de kolom is, of dat hij niet wordt gelezen",
        ),
        (
            """zeg met --kolom "Omzet (2)=overslaan" welke kolom niet telt""",
            "kies hieronder welke kolom niet wordt gelezen",
        ),
        (
            "stel eerst die maand vast met soco verreken --door en --functie",
            "stel eerst die maand vast",
        ),
        (
            "boek de opgave met --correctie en neem deze maand met soco dossier besluit; soco dossier heropen noemt daarna de latere maanden",
            "boek de opgave met ‘Dit bestand verbetert een maand waarover al is besloten’ aangekruist en neem deze maand",
        ),
        ("Bedoelde u 'teamleider'?", "Bedoelde u 'teamleider'?"),
    ],
)
def test_an_option_is_the_field_that_stands_for_it(remedy: str, expected: str) -> None:
    assert expected == at_a_page(remedy)


def test_the_same_finding_is_told_once() -> None:
    found = [finding("sjabloon", Span("a", line), "dat is er niet") for line in (1, 2)]

    assert 1 == len(for_a_page(found))


def test_no_remedy_of_adopting_keeps_an_option() -> None:
    remedies = [
        text
        for path in _FILES
        for found in _REMEDY.findall(path.read_text("utf-8"))
        for text in found
        if text
    ]

    left = {each: at_a_page(each) for each in remedies}
    kept = {remedy for remedy, told in left.items() if re.search(r"--|\bsoco\b", told)}
    assert set() == kept


def test_who_reads_sees_names_without_low_lines_and_paths_as_they_are() -> None:
    found = finding(
        "eis-open",
        Span("x.yaml"),
        "Of aan de eis 'saldo_geregeld' is voldaan blijkt pas uit een_punt; zie features/de_kade.feature.",
    )

    (plain,) = in_plain_words((found,))

    assert (
        "Of aan de eis 'saldo geregeld' is voldaan blijkt pas uit een punt; zie features/de_kade.feature."
        == plain.message
    )
