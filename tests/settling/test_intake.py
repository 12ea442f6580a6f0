"""A file of a cooperative: everything that is wrong with it, in one run, with sheet, row and column."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from collections.abc import Sequence
from datetime import date
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from syrupy.assertion import SnapshotAssertion

from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import render
from soco_rules.model.values import Role
from soco_rules.settling.rows import Given
from soco_rules.settling.sheets import MAX_BYTES
from tests.settling.village import codes
from tests.settling.village import read

HEAD = "lidnummer;naam;omzet;opname;uren;ziek\n"
FIRST = "L1;A. Zandstra;1.000,00;250,00;10;nee\n"
SECOND = "L2;B. Çelik;0;0;0;ja\n"
THIRD = "L3;C. de Vries;333,33;0,00;5;Nee\n"
GOOD = HEAD + FIRST + SECOND + THIRD
FACTS = [
    {"omzet": "1000.00", "opname": "250.00", "uren": "10", "ziek": "nee"},
    {"omzet": "0.00", "opname": "0.00", "uren": "0", "ziek": "ja"},
    {"omzet": "333.33", "opname": "0.00", "uren": "5", "ziek": "nee"},
]


def facts_of(given: Sequence[Given]) -> list[dict[str, str]]:
    return [dict(each.facts) for each in given]


def workbook(fill: Callable[[Workbook, Worksheet], None]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Maand"
    for row in (
        ["Lidnummer", "Naam", "Omzet", "Opname", "Uren", "Ziek"],
        ["L1", "A. Zandstra", 1000, 250.0, 10, False],
        ["L2", "B. Çelik", 0, 0, 0, True],
        ["L3", "C. de Vries", 333.33, 0, 5, "nee"],
    ):
        sheet.append(row)
    fill(book, sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_it_is(_: Workbook, __: Worksheet) -> None:
    """Nothing changes."""


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        "\ufeff" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace(";", "\t"),
        GOOD.replace(",", ".").replace("1.000.00", "1000.00").replace(";", ","),
        "sep=;\n" + GOOD,
        "Opgave van Samen;;;;;\n;;;;;\n" + GOOD,
        GOOD.replace("lidnummer;naam;omzet", "LIDNR;Naam lid;Omzet (€)"),
        GOOD + ";Totaal;1.333,33;250,00;;\n",
        GOOD + "\n;;;;;\n",
        GOOD.replace("A. Zandstra", '"A.\nZandstra"'),
    ],
)
def test_every_form_of_the_same_file_gives_the_same(content: str) -> None:
    given, findings = read(content)

    assert ([], FACTS) == (codes(findings), facts_of(given))


def test_the_letters_of_an_older_spreadsheet_are_read_too() -> None:
    content = HEAD + "L1;André Müller;0;0;0;nee\n"

    given, findings = read(content.encode("cp1252"), members=["André Müller"])

    assert ([], 1) == (codes(findings), len(given))


def test_a_workbook_gives_the_same_as_a_text() -> None:
    given, findings = read(workbook(as_it_is), file="oktober.xlsx")

    assert ([], FACTS) == (codes(findings), facts_of(given))


BAD = """\
lidnummer;naam;omzet;opname;uren;ziek;maand;rol;winst
L1;A. Zandstra;1.401;-5;abc;misschien;2026-10;;
L9;A. Zandstra;0;0;0;nee;;;
L2;A. Zandstra;0;0;0;nee;;;
;;0;0;0;nee;;;
L2;;0;0;0;nee;september 2026;buurman;
L3;C. de Vries;0;0;0;nee;;partner;
L3;C. de Vries;0;9.000,01;745;nee;;;;extra
L3;C. de Vries;0;0;0;nee;;;
L1;A. Zandstra;0
"""


def test_everything_that_is_wrong_is_told_in_one_run(snapshot: SnapshotAssertion) -> None:
    _, findings = read(BAD)

    assert "\n\n".join(render(found, {}) for found in findings) == snapshot


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", [("invoer-koppen", 1, 1)]),
        ("zomaar een tekst", [("invoer-koppen", 1, 1)]),
        (HEAD, [("invoer-lid-ontbreekt", 1, 1)] * 3),
        (HEAD + FIRST + SECOND, [("invoer-lid-ontbreekt", 1, 1)]),
        (HEAD + FIRST + SECOND.replace("B.", "C.") + THIRD, [("invoer-lid", 3, 1)]),
        (HEAD + FIRST + SECOND.replace("L2", "L9") + THIRD, [("invoer-lid", 3, 1)]),
        (GOOD + FIRST, [("invoer-dubbel", 5, 1)]),
        (GOOD + ";Totaal;1.333,34;;;\n", [("invoer-totaal", 5, 3)]),
        (GOOD.replace("uren", "bijdrage"), [("invoer-kolom", 1, 5)]),
        (GOOD.replace("uren", "akkoord"), [("invoer-kolom", 1, 5)]),
        (GOOD.replace("uren", "opname"), [("invoer-kolom", 1, 5)]),
        (GOOD.replace("uren", "gewerkt_op"), [("invoer-kolom", 1, 5)]),
        (HEAD + '"L1;A. Zandstra;1', [("invoer-onleesbaar", 2, 1)]),
        (b"\xff\xfea\x00", [("invoer-onleesbaar", 1, 1)]),
        (b"naam;omzet\n\x81\x8d;1\n", [("invoer-onleesbaar", 1, 1)]),
        (b"naam\x00;omzet\n", [("invoer-onleesbaar", 1, 1)]),
        (b"PK\x03\x04 en dan niets", [("invoer-onleesbaar", 1, 1)]),
        (b"\xd0\xcf\x11\xe0 een oud werkboek", [("invoer-onleesbaar", 1, 1)]),
        (b"a" * (MAX_BYTES + 1), [("te-groot", 1, 1)]),
        (HEAD + ";;\n" * 50_001, [("te-groot", 50_001, 1)]),
        (HEAD.strip() + ";" * 100 + "\n", [("te-groot", 1, 1)]),
    ],
)  # fmt: skip
def test_a_bad_file_has_its_finding(content: str | bytes, expected: list[tuple[str, int, int]]) -> None:
    assert expected == codes(read(content)[1])


def test_two_members_of_one_name_are_told_apart_by_number() -> None:
    twice = ["A. Zandstra", "A. Zandstra"]
    rows = "A. Zandstra;0;0;0;nee\n"

    _, unclear = read(f"naam;omzet;opname;uren;ziek\n{rows}", members=twice)
    _, clear = read(f"{HEAD}L1;{rows}L2;{rows}", members=twice)

    assert (["invoer-lid"], []) == (
        [found.code for found in unclear if found.code == "invoer-lid"],
        codes(clear),
    )


def test_an_empty_cell_is_unknown_and_tells_where_it_is() -> None:
    (first, *_), findings = read(GOOD.replace("250,00", ""))

    assert ([], None, {"opname": (2, 4)}) == (
        codes(findings),
        first.facts.get("opname"),
        {name: (place.line, place.column) for name, place in first.blank.items()},
    )


def test_a_partner_has_a_row_without_what_is_of_the_household() -> None:
    partner = "L1;A. Zandstra;;10,00;;;partner\n"
    given, findings = read(
        GOOD.replace("ziek\n", "ziek;rol\n")
        .replace("nee\n", "nee;\n")
        .replace("ja\n", "ja;\n")
        .replace("Nee\n", "Nee;\n")
        + partner
    )

    assert ([], (Role.PARTNER, {"opname": "10.00"}, {"omzet", "uren"})) == (
        codes(findings),
        (given[-1].role, dict(given[-1].facts), set(given[-1].blank)),
    )


# Columns


def test_a_heading_that_was_explained_before_is_known() -> None:
    content = GOOD.replace("omzet", "Omzet excl. btw").replace("uren;", "Opmerking;")

    given, findings = read(content, remembered={"omzet excl. btw": "omzet", "opmerking": "overslaan"})

    assert ([], "1000.00") == (codes(findings), given[0].facts["omzet"])


def test_an_unknown_heading_says_how_to_explain_it() -> None:
    _, (found,) = read(GOOD.replace("omzet", "omset"))

    assert (
        "Rij 1, kolom C: de kolom 'omset' is onbekend",
        'Bedoelde u \'omzet\'? Gebruik --kolom "omset=NAAM", of --kolom "omset=overslaan" om de kolom niet te lezen',
    ) == (found.message, found.remedy)


# Invoice lines


LINES = """\
lidnummer;factuurregel;factuurbedrag;gewerkt op
L1;2026-1;100,00;3-10-2026
L1;2026-2;50,00;30-09-2026
L2;2026-1;80,00;2026-10-09
"""


def test_invoice_lines_are_known_by_their_mark() -> None:
    given, findings = read(LINES)

    assert (
        [("invoer-zonder-regels", 1, 1)],
        [(1, "2026-1"), (1, "2026-2"), (2, "2026-1")],
        {"factuurbedrag": "50.00", "gewerkt_op": "2026-09-30"},
    ) == (codes(findings), [(each.member, each.mark) for each in given], given[1].facts)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (LINES.replace("2026-2", "2026-1"), ("invoer-dubbel", 3, 1)),
        (LINES.replace("2026-2", ""), ("invoer-waarde", 3, 2)),
        (LINES.replace("gewerkt op", "opname"), ("invoer-kolom", 1, 4)),
    ],
)
def test_a_bad_line_has_its_finding(content: str, expected: tuple[str, int, int]) -> None:
    assert expected in codes(read(content)[1])


# Workbooks


def test_a_formula_gives_the_outcome_that_was_kept_or_nothing() -> None:
    def formula(_: Workbook, sheet: Worksheet) -> None:
        sheet["D2"] = "=100+150"

    _, findings = read(workbook(formula), file="oktober.xlsx")

    assert [("invoer-formule", 2, 4)] == codes(findings)


def test_the_kept_outcome_of_a_formula_is_read_with_a_warning() -> None:
    content = replaced(workbook(as_it_is), b"<v>250</v>", b"<f>100+150</f><v>250</v>")

    given, findings = read(content, file="oktober.xlsx")

    assert ([("invoer-formule-gelezen", 2, 4)], FACTS) == (codes(findings), facts_of(given))


def test_merged_cells_are_refused_where_they_can_hide_something() -> None:
    def merged(_: Workbook, sheet: Worksheet) -> None:
        sheet.merge_cells("C3:D3")

    _, findings = read(workbook(merged), file="oktober.xlsx")

    assert ("invoer-samengevoegd", 3, 3) in codes(findings)


def test_merged_cells_above_the_headings_are_a_title() -> None:
    def titled(_: Workbook, sheet: Worksheet) -> None:
        sheet.insert_rows(1)
        sheet["A1"] = "Opgave van Samen"
        sheet.merge_cells("A1:F1")

    given, findings = read(workbook(titled), file="oktober.xlsx")

    assert ([], FACTS) == (codes(findings), facts_of(given))


def test_a_hidden_sheet_is_left_out_and_told() -> None:
    def hidden(book: Workbook, _: Worksheet) -> None:
        other = book.create_sheet("Oud")
        other.append(["Lidnummer", "Omzet"])
        other.sheet_state = "hidden"

    given, findings = read(workbook(hidden), file="oktober.xlsx")

    assert (["invoer-blad-overgeslagen"], FACTS) == ([found.code for found in findings], facts_of(given))


def test_rows_behind_a_filter_count_and_that_is_told() -> None:
    def filtered(_: Workbook, sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    given, findings = read(workbook(filtered), file="oktober.xlsx")

    assert (["invoer-verborgen-rijen"], FACTS) == ([found.code for found in findings], facts_of(given))


def test_every_sheet_that_is_seen_counts_or_the_one_that_is_chosen() -> None:
    def noted(book: Workbook, _: Worksheet) -> None:
        book.create_sheet("Notities").append(["bel de gemeente nog"])

    content = workbook(noted)

    assert (["invoer-koppen"], [], ["invoer-koppen"]) == tuple(
        [found.code for found in read(content, file="oktober.xlsx", sheets=sheets)[1]]
        for sheets in ([], ["Maand"], ["Maand", "Mand"])
    )


def test_a_sheet_can_hold_invoice_lines_beside_the_sheet_of_the_month() -> None:
    def both(book: Workbook, sheet: Worksheet) -> None:
        sheet["C2"] = None
        other = book.create_sheet("Facturen")
        other.append(["Lidnummer", "Factuurregel", "Factuurbedrag", "Gewerkt op"])
        other.append(["L1", "2026-1", 100, datetime(2026, 10, 3)])  # noqa: DTZ001 - a cell has no zone
        other.append(["L1", "2026-2", 100, date(2026, 10, 4)])

    given, findings = read(workbook(both), file="oktober.xlsx")

    assert ([], ["2026-1", "2026-2"]) == (codes(findings), [each.mark for each in given if each.mark])


def test_an_amount_counts_as_a_whole_or_in_lines_and_not_twice() -> None:
    def both(book: Workbook, _: Worksheet) -> None:
        other = book.create_sheet("Facturen")
        other.append(["Lidnummer", "Factuurregel", "Factuurbedrag", "Gewerkt op"])
        other.append(["L1", "2026-1", 100, date(2026, 10, 3)])

    _, findings = read(workbook(both), file="oktober.xlsx")

    assert [("invoer-dubbel", 2, 1)] == codes(findings)


def test_a_number_has_the_digits_that_a_spreadsheet_shows() -> None:
    content = replaced(workbook(as_it_is), b"<v>333.33</v>", b"<v>333.33000000000004</v>")

    assert FACTS == facts_of(read(content, file="oktober.xlsx")[0])


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
        ("xl/workbook.xml", "<a/>".encode("utf-16")),
        ("xl/workbook.xml", b"<a"),
        ("docProps/app.xml", b"<!ENTITY "),
    ],
)
def test_a_workbook_that_no_spreadsheet_writes_is_refused(part: str, text: bytes) -> None:
    content = with_part(workbook(as_it_is), part, text)

    assert [("invoer-onleesbaar", 1, 1)] == codes(read(content, file="oktober.xlsx")[1])


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    content = with_part(workbook(as_it_is), "xl/media/image1.bmp", b"\0" * 100_000_001)

    assert [("te-groot", 1, 1)] == codes(read(content, file="oktober.xlsx")[1])


def test_a_sheet_that_is_too_wide_is_refused() -> None:
    def wide(_: Workbook, sheet: Worksheet) -> None:
        sheet.cell(2, 101).value = "ver weg"

    assert ("te-groot", 2, 1) in codes(read(workbook(wide), file="oktober.xlsx")[1])


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="99999999999"><c r="A1"><v>1</v></c></row>',
        b"".join(b'<row r="%d"><c r="XFD%d" s="0"/></row>' % (n, n) for n in range(1, 1300)),
    ],
)
def test_a_sheet_that_pretends_to_be_endless_is_refused(rows: bytes) -> None:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (space, rows)
    content = with_part(workbook(as_it_is), "xl/worksheets/sheet1.xml", sheet)

    assert ["te-groot"] == [found.code for found in read(content, file="oktober.xlsx")[1]]


SHEET, SPACE = (
    "xl/worksheets/sheet1.xml",
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (
            SHEET,
            b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (SPACE, b"<c/>" * 5_000_001),
        ),
        (
            "xl/styles.xml",
            b'<styleSheet xmlns="%s"><fonts>%s</fonts></styleSheet>' % (SPACE, b"<font/>" * 200_000),
        ),
    ],
    ids=["cells", "looks"],
)
def test_a_workbook_with_more_in_it_than_a_month_is_refused(part: str, text: bytes) -> None:
    content = with_part(workbook(as_it_is), part, text)

    assert [("te-groot", 1, 1)] == codes(read(content, file="oktober.xlsx")[1])


@pytest.mark.parametrize("tag", [b"<row ", b"<mergeCell "])
def test_a_sheet_full_of_half_tags_does_not_hold_up_the_reading(tag: bytes) -> None:
    """Looking for rows and cells takes as long as the sheet is, not that many times as long."""
    sheet = b'<worksheet xmlns="%s"><sheetData/><!--%s--></worksheet>' % (SPACE, tag * 100_000)

    assert ["invoer-koppen"] == [
        found.code
        for found in read(with_part(workbook(as_it_is), SHEET, sheet), file="oktober.xlsx")[1]
        if found.code != "invoer-lid-ontbreekt"
    ]


def test_one_row_of_millions_of_cells_is_refused_as_soon_as_it_is_read() -> None:
    assert [("te-groot", 1, 1)] == codes(read(b";" * 5_000_000)[1])


def replaced(content: bytes, before: bytes, after: bytes) -> bytes:
    """The workbook with other text in its first sheet."""
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = archive.read(part)
    assert before in text
    return with_part(content, part, text.replace(before, after))


def with_part(content: bytes, name: str, text: bytes) -> bytes:
    """The workbook with another part, or one part more."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, text)
    return stream.getvalue()


@given(st.sampled_from([b"", b"PK\x03\x04", HEAD.encode(), GOOD.encode()[:60]]), st.binary(max_size=200))
def test_no_bytes_are_a_file_without_findings(before: bytes, content: bytes) -> None:
    """Whatever somebody sends is refused in words, for it does not have a row for every member."""
    assert has_errors(read(before + content)[1])
