"""Binding a case: what is typed, what is resolved, and what is found."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.facts import Bound
from soco_rules.facts import Dates
from soco_rules.facts import Supplied
from soco_rules.facts import bind
from soco_rules.facts import last_of_month
from soco_rules.facts import on_day
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import DatedValue
from soco_rules.model.agreement import Fact
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.case import Written
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import MovingDay
from soco_rules.model.values import Role
from soco_rules.model.values import Unit
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_value
from tests.programs import AGREEMENT
from tests.programs import DECISION
from tests.programs import HERE
from tests.programs import NOWHERE
from tests.programs import calculation
from tests.programs import field
from tests.programs import program

DAY = date(2026, 10, 15).toordinal()
DATES = Dates(DAY, DAY + 5)
PLACE = Span("zaak.yaml", 3, 5, 3, 12)
COUNT = ValueType(Kind.COUNT, minimum=0, maximum=100)
NINES = "9" * 5000
CHOICE = ValueType(Kind.CHOICE, choices=("gehuwden", "alleenstaande"))


def case(**facts: Written) -> Case:
    """A case with one report of each fact; `loon__partner` is the fact `loon` of the partner."""
    keys = {name: name.partition("__") for name in facts}
    return Case(
        None,
        {(key[0], Role(key[2]) if key[2] else None): (Report(facts[n], PLACE),) for n, key in keys.items()},
        {},
        file="zaak.yaml",
    )


def reports(name: str, *values: Written) -> Case:
    """A case with several reports of one fact."""
    sources = "abc"
    return Case(
        None, {(name, None): tuple(Report(v, PLACE, s) for v, s in zip(values, sources, strict=False))}, {}
    )


def judged(judgement: Judgement, name: str = "geschikt") -> Case:
    """A case with one judgement."""
    return Case(None, {}, {(name, None): judgement})


def bound(program: Program, case: Case, dates: Dates = DATES) -> Bound:
    return bind(program, case, dates)[0]


def found(program: Program, case: Case) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in bind(program, case, DATES)[1]]


@pytest.mark.parametrize(
    ("written", "type_", "value"),
    [
        ("ja", ValueType(Kind.YES_NO), True),
        (False, ValueType(Kind.YES_NO), False),
        ("gehuwden", CHOICE, "gehuwden"),
        (12, COUNT, 12),
        ("12", COUNT, 12),
        ("204.00", ValueType(Kind.MONEY), 20_400),
        ("€ 1.401,50", ValueType(Kind.MONEY), 140_150),
        (1000, ValueType(Kind.MONEY), 100_000),
        ("12,5%", ValueType(Kind.PERCENTAGE), 1250),
        ("2026-10-15", ValueType(Kind.DATE), DAY),
        ("niet van toepassing", replace(COUNT, may_be_absent=True), Absent.NOT_APPLICABLE),
        (None, COUNT, Absent.UNKNOWN),
    ],
)
def test_a_value_is_typed_by_its_field(written: Written, type_: ValueType, value: Value) -> None:
    assert {"gegeven": value} == bound(program(field("gegeven", type_)), case(gegeven=written)).values


@pytest.mark.parametrize(
    ("written", "type_", "message"),
    [
        ("12 leden", COUNT, "'gegeven': '12 leden' is geen heel getal; schrijf bijvoorbeeld 12."),
        ("1.100", COUNT, "'gegeven': '1.100' heeft een punt; schrijf een heel getal zonder punten: 1100."),
        (True, COUNT, "'gegeven': ja of nee past hier niet; schrijf een heel getal, zoals 12."),
        (1, ValueType(Kind.YES_NO), "'gegeven': een getal past hier niet; schrijf ja of nee."),
        ("samen", CHOICE, "'gegeven': 'samen' is niet een van gehuwden, alleenstaande."),
        (
            "niet van toepassing",
            COUNT,
            "'gegeven': dit gegeven kan niet ontbreken; schrijf een heel getal, zoals 12.",
        ),
    ],
)
def test_an_unreadable_value_is_found(written: Written, type_: ValueType, message: str) -> None:
    assert [("gegeven-ongeldig", message)] == found(program(field("gegeven", type_)), case(gegeven=written))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("-1", "'leden' is -1 en moet ten minste 0 zijn."),
        ("101", "'leden' is 101 en mag ten hoogste 100 zijn."),
    ],
)
def test_a_value_outside_its_bounds_is_found(written: str, message: str) -> None:
    assert [("gegeven-buiten-grens", message)] == found(program(field("leden", COUNT)), case(leden=written))


BORN = ValueType(Kind.DATE, earliest=MovingDay(Duration(1440, Unit.MONTHS)), latest=MovingDay())


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2099-01-01", "'geboren' is 1 januari 2099 en mag ten hoogste 20 oktober 2026 zijn."),
        ("2026-10-21", "'geboren' is 21 oktober 2026 en mag ten hoogste 20 oktober 2026 zijn."),
        ("1906-10-19", "'geboren' is 19 oktober 1906 en moet ten minste 20 oktober 1906 zijn."),
    ],
)
def test_a_day_outside_the_bounds_that_move_with_the_decision_is_found(written: str, message: str) -> None:
    assert [("gegeven-buiten-grens", message)] == found(
        program(field("geboren", BORN)), case(geboren=written)
    )


@pytest.mark.parametrize("written", ["1906-10-20", "2026-10-20"])
def test_the_bounds_that_move_with_the_decision_are_included(written: str) -> None:
    assert [] == found(program(field("geboren", BORN)), case(geboren=written))


@pytest.mark.parametrize(
    ("length", "first"),
    [
        (Duration(7, Unit.DAYS), "2024-02-22"),
        (Duration(1, Unit.MONTHS), "2024-01-29"),
        (Duration(12, Unit.MONTHS), "2023-02-28"),
    ],
)
def test_the_earliest_day_is_counted_back_from_the_decision(length: Duration, first: str) -> None:
    type_ = ValueType(
        Kind.DATE, minimum=0, maximum=10**6, earliest=MovingDay(length), latest=MovingDay(length)
    )
    day = parse_date(first)

    assert ValueType(Kind.DATE, minimum=day, maximum=day) == on_day(type_, parse_date("2024-02-29"))


def test_all_findings_come_at_once_at_their_places() -> None:
    broken = Case(
        None,
        {
            ("leden", None): (Report("x", Span("zaak.yaml", 2, 10, 2, 11)),),
            ("lede", None): (Report("1", Span("zaak.yaml", 1, 3, 1, 7)),),
        },
        {},
    )

    _, findings = bind(program(field("leden", COUNT)), broken, DATES)

    expected = [("zaak.yaml:1:3", "onbekend-gegeven"), ("zaak.yaml:2:10", "gegeven-ongeldig")]
    assert expected == [(str(one.span), one.code) for one in findings]


def test_an_unknown_name_suggests_the_nearest() -> None:
    _, findings = bind(program(field("aantal_leden", COUNT)), case(aantal_lede="3"), DATES)

    assert "Bedoelde u 'aantal_leden'?" == findings[0].remedy


def test_a_fact_of_another_decision_is_a_warning() -> None:
    fact = Fact(name="omzet", span=HERE, type=ValueType(Kind.MONEY), question="Hoeveel?")
    layers = (replace(AGREEMENT, facts={"omzet": fact}),)
    one = replace(program(field("leden", COUNT)), layers=layers)

    _, findings = bind(one, case(omzet="10"), DATES)

    expected = [("gegeven-niet-gebruikt", False)]
    assert expected == [(finding.code, finding.is_error) for finding in findings]


@pytest.mark.parametrize(
    ("origin", "message"),
    [
        (Origin.PERIOD, "'peildatum' is een datum van het besluit zelf en wordt bij het besluit gekozen."),
        (Origin.POINT, "'peildatum' is een punt van de overeenkomst en staat in het regelbestand."),
    ],
)
def test_what_is_not_a_fact_cannot_be_supplied(origin: Origin, message: str) -> None:
    one = program(field("peildatum", Kind.DATE, origin=origin))

    assert [("onbekend-gegeven", message)] == found(one, case(peildatum="2026-10-15"))


def test_reports_that_differ_are_contradictory() -> None:
    one = bound(program(field("leden", COUNT)), reports("leden", "3", "4"))

    expected = ({"leden": Absent.CONTRADICTORY}, {"leden": (Supplied(3, "a"), Supplied(4, "b"))})
    assert expected == (one.values, one.behind)


def test_reports_that_agree_are_one() -> None:
    one = bound(program(field("leden", COUNT)), reports("leden", "3", 3, None))

    assert ({"leden": 3}, {"leden": (Supplied(3, "a"),)}) == (one.values, one.behind)


def test_a_judgement_keeps_who_when_and_why() -> None:
    one = program(field("geschikt", origin=Origin.JUDGEMENT))

    judgement = Judgement("ja", "A. Jansen", PLACE, "2026-10-12", "past bij het traject")

    expected = {"geschikt": (Supplied(True, None, "2026-10-12", "A. Jansen", "past bij het traject"),)}
    assert expected == bound(one, judged(judgement)).behind


def test_a_judgement_without_date_and_reason_is_found() -> None:
    one = program(field("geschikt", origin=Origin.JUDGEMENT))

    expected = [("oordeel-nodig", "Bij het oordeel 'geschikt' ontbreekt: datum, reden.")]
    assert expected == found(one, judged(Judgement("ja", "A. Jansen", PLACE)))


def test_a_judgement_among_the_facts_is_found() -> None:
    one = program(field("geschikt", origin=Origin.JUDGEMENT))

    expected = [("oordeel-nodig", "'geschikt' is een oordeel van klantmanager en staat onder feiten.")]
    assert expected == found(one, case(geschikt="ja"))


def test_a_fact_among_the_judgements_is_found() -> None:
    judgement = Judgement("ja", "A. Jansen", PLACE, "2026-10-12", "gezien")

    expected = [("oordeel-nodig", "'geschikt' is een gegeven en geen oordeel.")]
    assert expected == found(program(field("geschikt")), judged(judgement))


@pytest.mark.parametrize(
    ("slots", "given", "expected"),
    [
        (("loon",), "loon__partner", ("gegeven-ongeldig", "'loon' is er één keer en niet per persoon.")),
        (
            ("loon/belanghebbende",),
            "loon__partner",
            ("gegeven-niet-gebruikt", "'loon' van de partner telt in dit besluit niet mee."),
        ),
    ],
)
def test_a_value_for_the_wrong_person_is_found(
    slots: tuple[str, ...], given: str, expected: tuple[str, str]
) -> None:
    one = program(*(field(slot, Kind.MONEY) for slot in slots))

    assert [expected] == found(one, case(**{given: "10"}))


def test_a_value_without_a_person_is_the_applicants() -> None:
    one = program(field("loon/belanghebbende", Kind.MONEY), field("loon/partner", Kind.MONEY))
    bound, findings = bind(one, case(loon="10"), DATES)

    assert ((), 10_00, Absent.UNKNOWN) == (
        findings,
        bound.values["loon/belanghebbende"],
        bound.values["loon/partner"],
    )


def amounts(*rows: tuple[date, int | None]) -> Program:
    """A program that reads one dated amount, known through 2026."""
    table = AmountTable(
        name="norm",
        span=HERE,
        type=ValueType(Kind.MONEY),
        known_through=date(2026, 12, 31).toordinal(),
        values=tuple(DatedValue(day.toordinal(), value, NOWHERE, HERE) for day, value in rows),
        description="",
        provenance=NOWHERE,
    )
    return replace(program(field("norm", Kind.MONEY, origin=Origin.AMOUNT)), amounts={"norm": table})


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2025, 12, 31), Absent.UNKNOWN),
        (date(2026, 1, 1), 100),
        (date(2026, 6, 30), 100),
        (date(2026, 7, 1), Absent.UNKNOWN),
        (date(2026, 8, 1), 200),
        (date(2026, 12, 31), 200),
        (date(2027, 1, 1), Absent.UNKNOWN),
    ],
)
def test_an_amount_is_that_of_the_reference_date(day: date, value: Value) -> None:
    one = amounts((date(2026, 1, 1), 100), (date(2026, 7, 1), None), (date(2026, 8, 1), 200))

    assert {"norm": value} == bound(one, case(), Dates(day.toordinal(), day.toordinal())).values


def test_the_dates_of_a_month_are_its_first_and_last_day() -> None:
    names = ("peildatum", "besluitdatum", "begin_tijdvak", "einde_tijdvak")
    monthly = replace(
        program(*(field(name, Kind.DATE, origin=Origin.PERIOD) for name in names)),
        decision=replace(DECISION, monthly=True),
    )

    first = date(2026, 10, 1).toordinal()
    expected = {
        "peildatum": first,
        "besluitdatum": DAY + 5,
        "begin_tijdvak": first,
        "einde_tijdvak": date(2026, 10, 31).toordinal(),
    }
    assert expected == bound(monthly, case(), DATES.monthly()).values


def test_the_calendar_ends_with_a_last_day() -> None:
    assert date.max.toordinal() == last_of_month(date.max.toordinal())


@pytest.mark.parametrize(
    ("constant", "value"),
    [
        (None, Absent.UNKNOWN),
        (20, 20),
        (Absent.NOT_APPLICABLE, Absent.NOT_APPLICABLE),
        (Duration(3, Unit.MONTHS), 3),
    ],
)
def test_an_agreement_point_has_the_value_of_the_agreement(constant: Value | None, value: Value) -> None:
    one = program(replace(field("punt", COUNT, origin=Origin.POINT), constant=constant))

    assert {"punt": value} == bound(one, case()).values


def test_a_procedure_date_is_a_fact_where_a_rule_names_it() -> None:
    one = replace(case(), procedure={"ontvangen_op": "2026-10-15", "aangevuld_op": "2026-10-16"})

    expected = {"ontvangen_op": (Supplied(DAY, "procedure"),)}
    assert expected == bound(program(field("ontvangen_op", Kind.DATE)), one).behind


def test_a_case_of_another_agreement_is_found() -> None:
    one = replace(case(), agreement="elders/samen")

    expected = [
        ("zaak-past-niet", "De zaak noemt overeenkomst 'elders/samen' en niet 'voorbeeldstad/samen'.")
    ]
    assert expected == found(program(field("leden", COUNT)), one)


def test_a_finding_has_no_value_but_the_wrong_one() -> None:
    secret = Case(
        None,
        {("leden", None): (Report("veel", PLACE, "mevrouw De Vries"),)},
        {("geschikt", None): Judgement("ja", "A. Jansen", PLACE, None, "privé")},
    )
    one = program(field("leden", COUNT), field("geschikt", origin=Origin.JUDGEMENT), calculation("uit", 1))

    texts = " ".join(map(_text, bind(one, secret, DATES)[1]))

    assert not any(word in texts for word in ("Vries", "Jansen", "privé"))


def _text(found: Diagnostic) -> str:
    return f"{found.message} {found.reason} {found.remedy}"


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Kind.MONEY, f"{NINES},00"),
        (Kind.COUNT, f"-{NINES}"),
        (Kind.PERCENTAGE, f"{NINES}%"),
        (Kind.DURATION, f"{NINES} dagen"),
    ],
)
def test_a_number_of_thousands_of_digits_is_too_large(kind: Kind, written: str) -> None:
    with pytest.raises(UnreadableValueError, match=re.escape(f"'{written[:30]}...' is te groot")):
        parse_value(written, ValueType(kind))


@pytest.mark.parametrize(
    ("kind", "written"),
    [(Kind.COUNT, "\u0661\u0662"), (Kind.MONEY, "\uff11\uff12,50"), (Kind.DATE, "202\uff16-10-15")],
)
def test_only_the_digits_of_the_keyboard_are_digits(kind: Kind, written: str) -> None:
    with pytest.raises(UnreadableValueError):
        parse_value(written, ValueType(kind))


def test_a_judgement_with_a_blank_reason_is_found() -> None:
    one = program(field("geschikt", origin=Origin.JUDGEMENT))

    expected = [("oordeel-nodig", "Bij het oordeel 'geschikt' ontbreekt: reden.")]
    assert expected == found(one, judged(Judgement("ja", "A. Jansen", PLACE, "2026-10-12", "  ")))


def test_a_misspelt_procedure_date_is_found_with_the_nearest_name() -> None:
    one = replace(case(), procedure={"aangevult_op": "2026-10-15", "aangevuld_op_2": "2026-10-16"})
    _, findings = bind(program(), one, DATES)

    expected = [
        (
            "onbekende-proceduredag",
            "'aangevult_op' is geen dag van de procedure.",
            "Bedoelde u 'aangevuld_op'?",
        )
    ]
    assert expected == [(each.code, each.message, each.remedy) for each in findings]
