from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.backends.sql import duck
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.bsn import is_bsn
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_value
from soco_rules.simulation.cells import known_value
from soco_rules.simulation.intake import Caseload
from soco_rules.simulation.intake import fields_of
from soco_rules.simulation.intake import read
from soco_rules.simulation.opening import open_file
from soco_rules.simulation.personal import kind_in
from soco_rules.simulation.reading import parts_of
from tests.simulation.files import delft
from tests.simulation.files import written

CONNECTION = duck.connect(threads=1)


def taken(path: Path) -> tuple[Caseload | None, tuple[Diagnostic, ...], duckdb.DuckDBPyConnection]:
    connection = duck.connect(threads=1)
    raw, findings = open_file(connection, path)
    if raw is None:
        return None, findings, connection
    parts, _ = parts_of(delft(), "verrekening", [parse_date("2026-05-01")])
    caseload, findings = read(connection, path, raw, fields_of(part.program for part in parts))
    return caseload, findings, connection


def told(findings: tuple[Diagnostic, ...]) -> list[tuple[str, int, int, str]]:
    return [(each.code, each.span.line, each.span.column, each.message) for each in findings]


def test_every_rejected_row_is_told_with_its_column_and_reason(tmp_path: Path) -> None:
    text = (
        "lid;maand;leefvorm;omzet;kostendelers;geboortedatum\n"
        "a;2026-05;alleenstaande;€ 1.401,50;1;1990-02-03\n"
        "b;2026-05;samen;100;1;1990-02-03\n"
        "c;2026-05;gehuwden;1.401;1;1990-02-30\n"
        "d;2026-13;gehuwden;12,50;25;1990-02-03\n"
        ";2026-05;gehuwden;-5;1;\n"
        "e;2026-05;gehuwden;;onbekend;\n"
        "e;2026-05-01;gehuwden;1;1;\n"
    )
    caseload, findings, connection = taken(written(tmp_path, text))

    assert [
        (
            "caseload-rij",
            3,
            3,
            "Rij 3, kolom 'leefvorm': 'samen' is niet een van alleenstaande, alleenstaande_ouder, gehuwden.",
        ),
        (
            "caseload-rij",
            4,
            4,
            "Rij 4, kolom 'omzet': '1.401' kan op twee manieren worden gelezen; schrijf 1401 of 1401,00.",
        ),
        ("caseload-rij", 4, 6, "Rij 4, kolom 'geboortedatum': de datum 1990-02-30 bestaat niet."),
        (
            "caseload-rij",
            5,
            2,
            "Rij 5, kolom 'maand': '2026-13' is geen maand; schrijf jaar-maand, bijvoorbeeld 2026-06.",
        ),
        ("caseload-rij", 5, 5, "Rij 5, kolom 'kostendelers': de waarde is 25 en mag ten hoogste 20 zijn."),
        ("caseload-rij", 6, 1, "Rij 6, kolom 'lid': er staat niets."),
        ("caseload-rij", 6, 4, "Rij 6, kolom 'omzet': de waarde is -€ 5,00 en moet ten minste € 0,00 zijn."),
        ("caseload-rij", 7, 1, "Rij 7, 8, kolom 'lid': dit lid heeft deze maand meer dan één rij."),
    ] == told(findings)
    assert caseload is not None
    assert (1, 6) == (caseload.rows, caseload.rejected)
    assert [(1, 140150, 0, 1)] == connection.execute(
        'SELECT lid, "omzet/belanghebbende", "omzet/belanghebbende/waarom", kostendelers FROM zaken'
    ).fetchall()


def test_of_a_member_that_has_a_month_twice_one_row_must_go(tmp_path: Path) -> None:
    _, findings, _ = taken(written(tmp_path, "lid;maand\na;2026-05\na;2026-05\nb;2026-05\n"))

    assert ["laat van elk lid in elke maand één rij staan"] == [
        each.remedy for each in findings if each.code == "caseload-rij"
    ]


def test_a_file_with_data_about_persons_is_refused_as_a_whole_with_all_else(tmp_path: Path) -> None:
    text = (
        "lid;maand;leefvorm;omzet;wie\n"
        "999990019;2026-05;alleenstaande;1;\n"
        "b;2026-05;123456789;1;\n"
        "c;2026-05;samen;1;k.jansen@voorbeeld.nl\n"
        "d;2026-05;samen;1;9999.90.019\n"
        "e;2026-05;samen;1;\n"
        "f;2026-05;alleenstaande;1;\n"
    )
    caseload, findings, connection = taken(written(tmp_path, text))

    nothing = "Er is niets van het bestand gebruikt."
    assert caseload is None
    assert [
        ("caseload-persoon", 2, 1, f"Rij 2, kolom 'lid': hier staat een burgerservicenummer. {nothing}"),
        ("caseload-persoon", 4, 5, f"Rij 4, kolom 'wie': hier staat een mailadres. {nothing}"),
        ("caseload-persoon", 5, 5, f"Rij 5, kolom 'wie': hier staat een burgerservicenummer. {nothing}"),
        ("caseload-kolom-over", 1, 5, "De kolom 'wie' telt niet mee."),
        (
            "caseload-rij",
            3,
            3,
            "Rij 3, kolom 'leefvorm': '123456789' is niet een van alleenstaande, alleenstaande_ouder, gehuwden.",
        ),
        (
            "caseload-rij",
            6,
            3,
            "Rij 6, kolom 'leefvorm': 'samen' is niet een van alleenstaande, alleenstaande_ouder, gehuwden.",
        ),
    ] == told(findings)
    assert [] == connection.execute("SELECT * FROM leden WHERE contains(wie, '99999')").fetchall()


def test_a_number_of_a_person_in_the_head_is_not_repeated(tmp_path: Path) -> None:
    _, findings, _ = taken(written(tmp_path, "999990019;2026-05;alleenstaande\n1;2026-05;alleenstaande\n"))

    assert [
        (
            "caseload-persoon",
            1,
            1,
            "Rij 1, kolom 1: in de kop staat een burgerservicenummer. Er is niets van het bestand gebruikt.",
        )
    ] == told(findings)


@given(st.one_of(st.from_regex(r"\A[0-9]{9}\Z"), st.text("0123456789. -@ab", max_size=12)))
def test_the_database_knows_a_burgerservicenummer_as_the_dossiers_do(text: str) -> None:
    ((kind,),) = CONNECTION.execute(f"SELECT {kind_in('x')} FROM (SELECT ? AS x)", [text]).fetchall()

    assert is_bsn(re.sub(r"[ .-]", "", text)) is (kind == "burgerservicenummer")


def test_a_day_that_cannot_be_for_the_decision_of_its_month_takes_its_row_out(tmp_path: Path) -> None:
    text = (
        "lid,maand,geboortedatum\n"
        "a,2026-05,2099-01-01\n"
        "b,2026-05,1906-05-30\n"
        "c,2026-05,1906-05-31\n"
        "d,2026-05,2026-05-31\n"
        "e,2026-06,1906-05-31\n"
        "f,2026-06,\n"
    )
    caseload, findings, _ = taken(written(tmp_path, text))

    assert [
        ("caseload-rij", 2, 3, "Rij 2, kolom 'geboortedatum': deze dag kan niet later zijn dan 31 mei 2026."),
        (
            "caseload-rij",
            3,
            3,
            "Rij 3, kolom 'geboortedatum': deze dag kan niet eerder zijn dan 31 mei 1906.",
        ),
        (
            "caseload-rij",
            6,
            3,
            "Rij 6, kolom 'geboortedatum': deze dag kan niet eerder zijn dan 30 juni 1906.",
        ),
    ] == told(findings)
    assert caseload is not None
    assert (3, 3) == (caseload.rows, caseload.rejected)


def test_an_empty_cell_is_unknown_and_a_missing_column_too(tmp_path: Path) -> None:
    caseload, findings, connection = taken(written(tmp_path, "lid,maand,omzet\na,2026-05,\n"))

    assert () == findings
    assert caseload is not None
    assert [(None, 3)] == connection.execute(
        'SELECT "omzet/belanghebbende", "omzet/belanghebbende/waarom" FROM zaken'
    ).fetchall()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "lid,maand,omzt\na,2026-05,1\n",
            [("caseload-kolom", 1, 3, "De kolom 'omzt' is geen gegeven van deze besluiten.")],
        ),
        (
            "lid,maand,naam\na,2026-05,Jan\n",
            [("caseload-kolom-over", 1, 3, "De kolom 'naam' telt niet mee.")],
        ),
        ("lid,omzet\na,1\n", [("caseload-kolom", 1, 1, "De kolom 'maand' ontbreekt.")]),
        ("lid,tekst\na,1\n", [("caseload-kolom", 1, 1, "De kolom 'maand' ontbreekt.")]),
        ("lid,maand\n", [("caseload-leeg", 1, 1, "'{path}' heeft geen enkele rij.")]),
        (
            "lid\tmaand\twaarde\ttekst\tomzet\na\t2026-05\t1\t2\tveel\n",
            [
                ("caseload-kolom-over", 1, 3, "De kolom 'waarde' telt niet mee."),
                ("caseload-kolom-over", 1, 4, "De kolom 'tekst' telt niet mee."),
                (
                    "caseload-rij",
                    2,
                    5,
                    "Rij 2, kolom 'omzet': 'veel' is geen bedrag; schrijf bijvoorbeeld € 1401,50 of 1401.50.",
                ),
                ("caseload-leeg", 1, 1, "'{path}' heeft geen rij die meetelt."),
            ],
        ),
        (
            "lid,maand\na,2026-05,3,4\n",
            [
                (
                    "caseload-onleesbaar",
                    1,
                    1,
                    "'{path}' is niet te lezen als tabel: rij 2 heeft 4 cellen en de kop 2 cellen.",
                )
            ],
        ),
        (
            "lid;maand;omzet\na;2026-05;3\nb;2026-05\n",
            [
                (
                    "caseload-onleesbaar",
                    1,
                    1,
                    "'{path}' is niet te lezen als tabel: rij 3 heeft 2 cellen en de kop 3 cellen.",
                )
            ],
        ),
        (
            "lid,maand,maand\na,2026-05\nb,2026-05,2026-05\nc\n",
            [
                ("caseload-kolom", 1, 1, "De kolom 'maand' staat er tweemaal."),
                (
                    "caseload-onleesbaar",
                    1,
                    1,
                    "'{path}' is niet te lezen als tabel: rij 2 heeft 2 cellen en de kop 3 cellen.",
                ),
                (
                    "caseload-onleesbaar",
                    1,
                    1,
                    "'{path}' is niet te lezen als tabel: rij 4 heeft 1 cel en de kop 3 cellen.",
                ),
            ],
        ),
        ("", [("caseload-onleesbaar", 1, 1, "'{path}' is niet te lezen als tabel.")]),
    ],
)
def test_a_file_that_is_not_right_says_why(
    tmp_path: Path, text: str, expected: list[tuple[str, int, int, str]]
) -> None:
    path = written(tmp_path, text)

    assert [(*where, message.format(path=path)) for *where, message in expected] == [
        (*where, message) for *where, message in told(taken(path)[1])
    ]


def test_of_many_rows_with_too_few_cells_the_first_are_told_and_that_there_are_more(tmp_path: Path) -> None:
    _, findings, _ = taken(written(tmp_path, "lid,maand\n" + "a\n" * 30))

    assert (21, "nog meer rijen hebben een ander aantal cellen dan de kop.") == (
        len(findings),
        findings[-1].message.partition(": ")[2],
    )


def test_rows_with_the_same_fault_are_told_together(tmp_path: Path) -> None:
    rows = "".join(f"{number},2026-05,veel\n" for number in range(30))
    wrong = "".join(f"x{number},2026-05,fout{number}\n" for number in range(30))
    _, findings, _ = taken(written(tmp_path, f"lid,maand,omzet\n{rows}{wrong}ok,2026-05,1\n"))

    first, *_, last = findings
    assert first.message.startswith("Rij 2, 3, 4, 5, 6 en 25 andere, kolom 'omzet': 'veel' is geen bedrag")
    assert last.message == "Er is nog om 11 andere redenen een cel niet te lezen."
    assert len(findings) == 21


def test_floating_point_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "leden.parquet"
    duck.connect().execute(
        f"COPY (SELECT 'a' AS lid, '2026-05' AS maand, 1.1::DOUBLE AS omzet) TO '{path}' (FORMAT parquet)"
    )

    assert [("caseload-onleesbaar", 1, 1, "De kolom 'omzet' is van het soort DOUBLE.")] == told(
        taken(path)[1]
    )


PLAIN = {
    Kind.YES_NO: st.sampled_from(["ja", "nee"]),
    Kind.CHOICE: st.sampled_from(["lid", "op_proef"]),
    Kind.MONEY: st.from_regex(r"\A(€ )?[0-9]{1,9}([.,][0-9]{2})?\Z"),
    Kind.COUNT: st.from_regex(r"\A[0-9]{1,9}\Z"),
    Kind.DATE: st.dates().map(date.isoformat),
}
"""What the database reads by itself."""


@given(st.data(), st.sampled_from(list(PLAIN)))
def test_the_database_reads_a_plain_text_as_the_parser_does(data: st.DataObject, kind: Kind) -> None:
    text = data.draw(PLAIN[kind])
    type_ = ValueType(kind, choices=("lid", "op_proef") if kind is Kind.CHOICE else ())
    value = known_value("x", "gegeven", [type_])

    assert [(parse_value(text, type_),)] == CONNECTION.execute(
        f"SELECT {value} FROM (SELECT ? AS x)", [text]
    ).fetchall()


@given(st.text(alphabet="0123456789-.,€ janeelid\n", max_size=12), st.sampled_from(list(PLAIN)))
def test_what_the_parser_does_not_read_the_database_does_not_read(text: str, kind: Kind) -> None:
    type_ = ValueType(kind, choices=("lid", "op_proef") if kind is Kind.CHOICE else ())
    value = known_value("x", "gegeven", [type_])
    ((found,),) = CONNECTION.execute(f"SELECT {value} FROM (SELECT ? AS x)", [text]).fetchall()

    try:
        assert found is None or found == parse_value(text, type_)
    except UnreadableValueError:
        raise AssertionError(text) from None
