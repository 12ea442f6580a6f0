"""A cell is read as it stands: Dutch or ISO, never guessed and never rounded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode
from soco_rules.model.values import parse_date
from soco_rules.settling.cells import month_of
from soco_rules.settling.cells import value_of
from soco_rules.settling.sheets import Cell
from soco_rules.settling.sheets import Raw
from soco_rules.settling.sheets import letter

MONEY = ValueType(Kind.MONEY, minimum=0, maximum=10_000_00)
ANY_MONEY = ValueType(Kind.MONEY)
COUNT = ValueType(Kind.COUNT)
SHARE = ValueType(Kind.PERCENTAGE)
DAY = ValueType(Kind.DATE)
MAYBE_DAY = ValueType(Kind.DATE, may_be_absent=True)
YES_NO = ValueType(Kind.YES_NO)
CHOICE = ValueType(Kind.CHOICE, choices=("eigen_wens", "verhuizing"))
TEXT = ValueType(Kind.TEXT)


@pytest.mark.parametrize(
    ("raw", "type_", "expected"),
    [
        ("1.234,56", MONEY, 123456),
        ("1234,56", MONEY, 123456),
        ("1234.56", MONEY, 123456),
        ("€ 1.234,56", MONEY, 123456),
        ("€\u00a01.234,56", MONEY, 123456),
        ("EUR 12,00", MONEY, 1200),
        (" 12 ", MONEY, 1200),
        ("−12,50", ANY_MONEY, -1250),
        ("-€ 12,50", ANY_MONEY, -1250),
        (Decimal("1234.56"), MONEY, 123456),
        (Decimal(0), MONEY, 0),
        (Decimal("1E+3"), MONEY, 100000),
        ("12", COUNT, 12),
        (Decimal(12), COUNT, 12),
        ("12,5%", SHARE, 1250),
        ("31-12-2026", DAY, parse_date("2026-12-31")),
        ("1/2/2026", DAY, parse_date("2026-02-01")),
        ("2026-12-31", DAY, parse_date("2026-12-31")),
        (date(2026, 12, 31), DAY, parse_date("2026-12-31")),
        ("nvt", MAYBE_DAY, Absent.NOT_APPLICABLE),
        ("N.v.t.", MAYBE_DAY, Absent.NOT_APPLICABLE),
        ("Ja", YES_NO, True),
        ("NEE", YES_NO, False),
        (True, YES_NO, True),
        ("Eigen wens", CHOICE, "eigen_wens"),
        ("=1+1", TEXT, "=1+1"),
        (Decimal(7), TEXT, "7"),
    ],
)  # fmt: skip
def test_what_is_clear_is_read(raw: Raw, type_: ValueType, expected: Value) -> None:
    assert expected == value_of(Cell(raw), type_)


@pytest.mark.parametrize(
    ("raw", "type_", "expected"),
    [
        ("1.401", MONEY, "'1.401' kan op twee manieren worden gelezen; schrijf 1401 of 1401,00"),
        ("1,401", MONEY, "'1,401' heeft 3 cijfers achter de komma; een bedrag heeft er twee of geen"),
        ("1,234.56", MONEY, "'1,234.56' is geen bedrag; schrijf bijvoorbeeld € 1401,50 of 1401.50"),
        ("12,5", MONEY, "'12,5' heeft 1 cijfer achter de komma; een bedrag heeft er twee of geen"),
        ("=1+1", MONEY, "'=1+1' is geen bedrag; schrijf bijvoorbeeld € 1401,50 of 1401.50"),
        ("#DEEL/0!", MONEY, "'#DEEL/0!' is geen bedrag; schrijf bijvoorbeeld € 1401,50 of 1401.50"),
        ("12.500,00", MONEY, "de waarde is € 12.500,00 en mag ten hoogste € 10.000,00 zijn"),
        ("-1,00", MONEY, "de waarde is -€ 1,00 en moet ten minste € 0,00 zijn"),
        (Decimal("12.345"), MONEY, "12,345 is niet afgerond; een bedrag heeft hoogstens 2 cijfers achter de komma"),
        (Decimal("1E+30"), MONEY, "'100000000000000000000000000000...' is te groot"),
        (True, MONEY, "ja of nee past hier niet; schrijf een bedrag, zoals € 1401,50"),
        (
            date(2026, 5, 1), MONEY,
            (
                "de cel is een datum (1-5-2026) en vraagt een bedrag, zoals € 1401,50; "
                "misschien maakte het rekenblad er een datum van"
            ),
        ),
        (Decimal("1.5"), COUNT, "1,5 is niet afgerond; een aantal heeft geen cijfers achter de komma"),
        ("1.500", COUNT, "'1.500' heeft een punt; schrijf een heel getal zonder punten: 1500"),
        (Decimal(46000), DAY, "een getal (46000) past hier niet; schrijf een datum, zoals 2026-10-15"),
        ("31-2-2026", DAY, "de datum 2026-02-31 bestaat niet"),
        ("1-2-26", DAY, "'1-2-26' is geen datum; schrijf bijvoorbeeld 15-10-2026"),
        ("nvt", DAY, "'nvt' is geen datum; schrijf bijvoorbeeld 15-10-2026"),
        ("j", YES_NO, "'j' is geen ja of nee"),
        ("x", CHOICE, "'x' is niet een van eigen_wens, verhuizing"),
        ("a" * 2001, TEXT, "de tekst is langer dan 2000 tekens"),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_refused(raw: Raw, type_: ValueType, expected: str) -> None:
    with pytest.raises(UnreadableValueError) as refused:
        value_of(Cell(raw), type_)

    assert expected == str(refused.value)


def test_a_number_that_is_shown_as_a_percentage_is_one() -> None:
    assert 1250 == value_of(Cell(Decimal("0.125"), is_share=True), SHARE)


@given(st.integers(-(10**11), 10**11))
def test_every_notation_of_an_amount_reads_the_same(cents: int) -> None:
    notations = (as_dutch(cents, Kind.MONEY), encode(cents, Kind.MONEY), Decimal(cents) / 100)

    assert {cents} == {value_of(Cell(raw), ANY_MONEY) for raw in notations if raw is not None}


@given(st.dates())
def test_every_notation_of_a_day_reads_the_same(day: date) -> None:
    notations = (day, day.isoformat(), f"{day.day}-{day.month}-{day.year:04d}")

    assert {day.toordinal()} == {value_of(Cell(raw), DAY) for raw in notations}


@pytest.mark.parametrize(
    "text", ["2026-10", "10-2026", "1-10-2026", "oktober 2026", "Oktober 2026", "2026-10-01"]
)
def test_a_month_is_read_as_people_write_it(text: str) -> None:
    assert parse_date("2026-10-01") == month_of(Cell(text))


@pytest.mark.parametrize("text", ["2026-13", "okt", "10", "0000-10"])
def test_what_names_no_month_is_refused(text: str) -> None:
    with pytest.raises(UnreadableValueError, match="is geen maand"):
        month_of(Cell(text))


def test_a_column_has_the_letters_of_a_spreadsheet() -> None:
    assert ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"] == [letter(n) for n in (1, 26, 27, 52, 53, 702, 703)]
