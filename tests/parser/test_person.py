"""A person file: what a letter and a match need, and nothing more; no finding repeats what it says of somebody."""

from __future__ import annotations

import pytest

from soco_rules.diagnostics import render
from soco_rules.dossiers.bsn import is_bsn
from soco_rules.model.dossier import Person
from soco_rules.parser.person import read_person

NAMES = "naam, adres, lidnummer, bsn, naam_partner, bsn_partner"


def test_a_name_is_enough() -> None:
    assert (Person(name="mevrouw A. Jansen"), ()) == read_person(
        "p.yaml", b"naam: mevrouw A. Jansen\n", is_bsn
    )


def test_everything_that_a_file_can_hold() -> None:
    text = """
naam: mevrouw A. Jansen
adres: [Kadeplein 3, 9990 AA Havendorp]
lidnummer: K-1
bsn: "999990019"
naam_partner: de heer B. Jansen
bsn_partner: "999990020"
"""
    assert (
        Person(
            name="mevrouw A. Jansen",
            address=("Kadeplein 3", "9990 AA Havendorp"),
            member_number="K-1",
            bsn="999990019",
            partner_name="de heer B. Jansen",
            partner_bsn="999990020",
        ),
        (),
    ) == read_person("p.yaml", text.encode(), is_bsn)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bsn: '987654320'", [("bsn", "Het nummer bij 'bsn' is geen burgerservicenummer.")]),
        ("geboortedatum: 1987-06-05", [("persoon-te-veel", f"In een persoonsbestand staan alleen: {NAMES}.")]),
        ("Zwartkop: ja", [("persoon-te-veel", f"In een persoonsbestand staan alleen: {NAMES}.")]),
        (f"lidnummer: {'Zwartkop ' * 20}", [("persoon-te-veel", "Bij 'lidnummer' staat een regel van meer dan 120 tekens.")]),
        ('lidnummer: "K\\u202e1"', [("persoon-tekens", "Bij 'lidnummer' staat niets, of een teken dat niet te zien is.")]),
        ('naam_partner: "Zwartkop\\nBert"', [("persoon-tekens", "Bij 'naam_partner' staat niets, of een teken dat niet te zien is.")]),
        ('lidnummer: "  "', [("persoon-tekens", "Bij 'lidnummer' staat niets, of een teken dat niet te zien is.")]),
        ("adres: [Zwartkop, b, c, d, e, f, g]", [("persoon-te-veel", "Een adres heeft ten hoogste 6 regels.")]),
        ("lidnummer: [Zwartkop]", [("verkeerde-vorm", "bij 'lidnummer' hoort één tekst; er staat een lijst")]),
        ("lidnummer: Zwartkop: x", [("yaml-fout", "in deze tekst staat nog een dubbele punt met een spatie")]),
    ],
)  # fmt: skip
def test_what_does_not_belong_is_refused(text: str, found: list[tuple[str, str]]) -> None:
    person, findings = read_person("p.yaml", f"naam: Zwartkop\n{text}\n".encode(), is_bsn)

    assert (None, found) == (person, [(each.code, each.message) for each in findings])
    assert "Zwartkop" not in "".join(render(each, {}) for each in findings)
