"""The workbooks that soco writes: read back as a spreadsheet reads them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Person
from soco_rules.settling.columns import Vocabulary
from soco_rules.settling.deciding import calculators_of
from soco_rules.settling.form import form_as_csv
from soco_rules.settling.form import form_for
from soco_rules.settling.intake import Expected
from soco_rules.settling.intake import read_intake
from soco_rules.settling.members import members_of
from soco_rules.settling.month import settled_of
from soco_rules.settling.overview import overview_of
from soco_rules.settling.pot import accounts_of
from soco_rules.settling.settle import Settlement
from soco_rules.settling.workbook import Cents
from soco_rules.settling.workbook import Column
from soco_rules.settling.workbook import Day
from soco_rules.settling.workbook import Page
from soco_rules.settling.workbook import Share
from soco_rules.settling.workbook import as_workbook
from tests.settling.village import MONTH
from tests.settling.village import TREASURER
from tests.settling.village import Kept
from tests.settling.village import codes
from tests.settling.village import ground
from tests.settling.village import opened
from tests.settling.village import settled

FILE = "lidnummer;omzet;opname;uren;ziek\nL1;100,05;7,00;0;nee\nL2;0;0;;nee\nL3;33,33;0,01;200;ja\n"


def overview(done: Settlement) -> bytes:
    base = ground()
    month = settled_of(done.book, base.asked, done.members, MONTH)
    return overview_of(month, accounts_of(month, done.book, calculators_of(base.desks)))


def values(content: bytes, name: str) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(content))[name]
    assert isinstance(sheet, Worksheet)
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def form(ledger: Kept) -> bytes:
    book = ledger.book()
    return form_for(ground().asked, members_of(book, ("lid", "weg"), MONTH), MONTH)


# The overview


def test_a_person_has_a_row_and_the_totals_are_the_sums() -> None:
    rows = values(overview(settled(opened(), FILE, said=TREASURER)), "Overzicht")

    assert [
        "Dossier", "Lidnummer", "Naam", "Rol", "Uitkering over de maand: status", "Uitkering", "Inkomen", "Druk",
        "Overzicht van de pot: status", "Bijdrage", "Pot eind", "Open vragen",
    ] == rows[5]  # fmt: skip
    assert [
        [1, "L1", "A. Zandstra", "belanghebbende", "voorstel: uitkomst bekend", 993, 7, "nee",
         "vastgesteld op 5 november 2026", 10.01, 83.04, 0],
        [2, "L2", "B. Çelik", "belanghebbende", "voorstel: uitkomst bekend", 1000, 0, "onbekend",
         "vastgesteld op 5 november 2026", 0, 0, 1],
        [3, "L3", "C. de Vries", "belanghebbende", "voorstel: uitkomst bekend", 999.99, 0.01, "ja",
         "vastgesteld op 5 november 2026", 0, 33.32, 0],
        [None, None, "Totaal", None, None, 2992.99, 7.01, None, None, 10.01, 116.36, 1],
    ] == rows[6:]  # fmt: skip


def test_a_total_that_lacks_someone_says_so() -> None:
    rows = values(overview(settled(opened(), FILE.replace("33,33;0,01;", "33,33;;"))), "Overzicht")

    total = [None, None, "Totaal van wie bekend is", None, None, 1993, 7, None, None, 10.01, 83.04, 3]
    assert total == rows[-1]


def test_what_is_open_is_asked_for_each_person() -> None:
    rows = values(overview(settled(opened(), FILE)), "Vragen")

    assert [
        [
            2,
            "L2",
            "B. Çelik",
            "belanghebbende",
            "uren",
            "Hoeveel uren is gewerkt?",
            "Uitkering over de maand",
        ]
    ] == rows[4:]


def test_the_balances_stand_beside_each_other() -> None:
    rows = values(overview(settled(opened(), FILE)), "Controle")

    assert [
        ["Dossier", "Lidnummer", "Naam", "Vorige maand", "Pot begin", "+ Inleg", "- Opname", "= Pot eind", "Verschil", "Oordeel"],
        [1, "L1", "A. Zandstra", None, 0, 90.04, 7, 83.04, 0, "sluit; geen vorige maand"],
        [2, "L2", "B. Çelik", None, 0, 0, 0, 0, 0, "sluit; geen vorige maand"],
        [3, "L3", "C. de Vries", None, 0, 33.33, 0.01, 33.32, 0, "sluit; geen vorige maand"],
        [None, None, "Totaal van wie bekend is", None, 0, 123.37, 7.01, 116.36, 0, None],
    ] == rows[3:]  # fmt: skip


def test_the_basis_names_the_version_and_the_files() -> None:
    rows = values(overview(settled(opened(), FILE)), "Verantwoording")

    assert {"overeenkomst", "programma", "gerekend met", "agreements/dorp/pot/2020-01-01.yaml"} == {
        row[1] for row in rows[4:]
    }


def test_the_same_month_is_the_same_file() -> None:
    first, second = (overview(settled(opened(), FILE)) for _ in range(2))

    assert first == second


def test_no_moment_of_writing_stands_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(overview(settled(opened(), FILE)))) as archive:
        times = {part.date_time for part in archive.infolist()}
        core = archive.read("docProps/core.xml").decode()

    assert ({(1980, 1, 1, 0, 0, 0)}, 2) == (times, core.count("2026-10-01T00:00:00Z"))


# Cells


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 6", "-5", "@SOM(A1)", "\t=1", '=HYPERLINK("http://voorbeeld")']
)
def test_what_a_spreadsheet_would_run_stays_a_text(text: str) -> None:
    content = as_workbook([Page("Blad", (Column("Naam"),), [(text,)])], "proef", MONTH)

    sheet = load_workbook(io.BytesIO(content))["Blad"]
    cell = sheet["A2"]
    assert ("s", True, text) == (cell.data_type, cell.quotePrefix, cell.value)


def test_a_sign_that_fits_in_no_file_is_replaced() -> None:
    content = as_workbook([Page("Blad", (Column("Naam"),), [("a\x07b",)])], "proef", MONTH)

    assert [["Naam"], ["a\ufffdb"]] == values(content, "Blad")


def test_amounts_are_exact_numbers() -> None:
    page = Page("Blad", tuple(map(Column, "abcd")), [(Cents(123456789012345), Share(1250), Day(MONTH), 7)])

    with zipfile.ZipFile(io.BytesIO(as_workbook([page], "proef", MONTH))) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode()

    assert ["1234567890123.45", "0.125", "46296", "7"] == re.findall(r"<v>([^<]*)</v>", text)


# The form


def test_the_form_has_a_row_for_each_member() -> None:
    assert [
        ["Lidnummer", "Naam", "Rol", "Maand", "Omzet", "Opname", "Uren", "Ziek"],
        *(
            [f"L{number}", name, "belanghebbende", "2026-10", None, None, None, None]
            for number, name in enumerate(("A. Zandstra", "B. Çelik", "C. de Vries"), start=1)
        ),
    ] == values(form(opened()), "Maand")


def test_a_known_partner_has_a_row_too() -> None:
    ledger = opened("A. Zandstra")
    ledger.append([Draft(Person(name="A. Zandstra", member_number="L1", partner_name="P. Zandstra"), 1)])

    assert ["belanghebbende", "partner"] == [row[2] for row in values(form(ledger), "Maand")[1:]]


def test_a_form_that_is_filled_in_is_read_without_a_finding() -> None:
    ledger = opened()
    book = load_workbook(io.BytesIO(form(ledger)))
    sheet: Any = book["Maand"]
    for row, cells in enumerate(
        ((100.05, 7, 0, "nee"), ("0", "0", "0", "nee"), ("33,33", "0,01", 8, "Ja")), start=2
    ):
        for column, value in enumerate(cells, start=5):
            sheet.cell(row, column).value = value
    stream = io.BytesIO()
    book.save(stream)
    what = ground().asked
    expected = Expected(what, members_of(ledger.book(), ("lid", "weg"), MONTH), MONTH)

    given, findings = read_intake("formulier.xlsx", stream.getvalue(), Vocabulary(what, {}), expected)

    assert ([], ["100.05", "0.00", "33.33"]) == (codes(findings), [each.facts["omzet"] for each in given])


def test_a_form_as_csv_has_the_same_rows_and_runs_nothing() -> None:
    ledger = opened("A. Zandstra", "=B. Bos")
    what = ground().asked
    members = members_of(ledger.book(), ("lid", "weg"), MONTH)
    text = form_as_csv(what, members, MONTH).decode("utf-8-sig")

    filled = text.replace(";;;;\r\n", ";10;0;1;nee\r\n").encode()
    given, findings = read_intake("form.csv", filled, Vocabulary(what, {}), Expected(what, members, MONTH))

    assert (
        (
            "Lidnummer;Naam;Rol;Maand;Omzet;Opname;Uren;Ziek\r\n"
            "L1;A. Zandstra;belanghebbende;2026-10;;;;\r\n"
            "L2; =B. Bos;belanghebbende;2026-10;;;;\r\n"
        ),
        [],
        [1, 2],
    ) == (text, codes(findings), [each.member for each in given])


def test_the_form_limits_what_can_be_typed() -> None:
    sheet = load_workbook(io.BytesIO(form(opened())))["Maand"]

    assert [
        ("decimal", "0", "100000000000", "Hoeveel is verdiend? Ten minste € 0,00."),
        ("decimal", "0", "9000", "Hoeveel is opgenomen? Ten minste € 0,00. Ten hoogste € 9.000,00."),
        ("whole", "0", "744", "Hoeveel uren is gewerkt? Ten minste 0. Ten hoogste 744."),
        ("list", '"ja,nee"', None, "Was het lid ziek?"),
    ] == [
        (limit.type, limit.formula1, limit.formula2, limit.prompt)
        for limit in sheet.data_validations.dataValidation
    ]
