from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.backends import durable
from soco_rules.backends.durable import engine
from soco_rules.backends.durable.calculations import add_months
from soco_rules.backends.durable.calculations import months_between
from soco_rules.backends.durable.calculations import round_half_up
from soco_rules.backends.durable.calculations import year_of
from soco_rules.model.program import Const
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Verdict
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from soco_rules.model.values import parse_date
from tests import programs as build

JA, NEE = True, False
NVT = Absent.NOT_APPLICABLE
ONBEKEND = Absent.UNKNOWN
STRIJDIG = Absent.CONTRADICTORY
GETAL = Kind.COUNT


def evaluate(program: Program, **supplied: Value) -> Evaluation:
    return durable.prepare(program)(supplied)


def truth(node: Node, **supplied: Value) -> Value:
    program = build.program(
        build.field("a"),
        build.field("b"),
        build.field("n", GETAL),
        build.field("m", GETAL),
        build.calculation("uitkomst", node, kind=Kind.YES_NO),
    )
    return evaluate(program, **supplied).values["uitkomst"]


def test_an_evaluation_holds_every_value_verdict_gate_and_check() -> None:
    program = build.program(
        build.field("leden", GETAL),
        build.field("partner"),
        build.field("inkomen", GETAL, gate="partner"),
        build.rules(
            "toelating",
            build.clause("partner", Const("toegewezen")),
            build.clause(build.compare("leden", ">=", 5), Const("wachtlijst"), exception_to=[0]),
            build.clause(build.compare("inkomen", ">", 0), Const("doorzenden"), precedes=[0, 1]),
            kind=Kind.CHOICE,
        ),
        gate=build.compare("leden", ">", 0),
        checks=(build.check(build.compare("inkomen", "<", 100)), build.check("partner")),
    )
    expected = Evaluation(
        {"leden": 5, "partner": JA, "inkomen": 0, "toelating": "wachtlijst"},
        {"toelating": Verdict((0, 1), (1,), ())},
        JA,
        (JA, JA),
    )
    assert expected == evaluate(program, leden=5, partner=JA, inkomen=0)


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (JA, JA, JA, JA),
        (JA, NEE, NEE, JA),
        (NEE, NEE, NEE, NEE),
        (JA, NVT, NVT, JA),
        (NEE, NVT, NEE, NVT),
        (NVT, NVT, NVT, NVT),
        (JA, ONBEKEND, ONBEKEND, JA),
        (NEE, ONBEKEND, NEE, ONBEKEND),
        (NVT, ONBEKEND, ONBEKEND, ONBEKEND),
        (NEE, STRIJDIG, NEE, ONBEKEND),
        (JA, STRIJDIG, ONBEKEND, JA),
    ],
)
def test_and_and_or_decide_as_soon_as_they_can(a: Value, b: Value, both: Value, either: Value) -> None:
    nodes = (build.both("a", "b"), build.either("b", "a"), build.no(build.both("b", "a")))
    opposite = not both if isinstance(both, bool) else both
    assert (both, either, opposite) == tuple(truth(node, a=a, b=b) for node in nodes)


@pytest.mark.parametrize("sign", ["=", "<>", "<", "<=", ">", ">="])
@pytest.mark.parametrize("supplied", [4, 5, 6, NVT, ONBEKEND])
@pytest.mark.parametrize("other", [JA, NEE])
def test_a_pattern_compares_as_a_calculation_does(sign: str, supplied: Value, other: bool) -> None:
    matched = build.compare("n", sign, 5)
    mirrored = build.no(build.no(build.compare("n", sign, build.add("m", 0))))
    expected = truth(build.both(mirrored, "a"), n=supplied, m=5, a=other)
    assert expected == truth(build.both(matched, "a"), n=supplied, a=other)


def test_numbers_beyond_the_bounds_of_a_fact_compare_exactly() -> None:
    large = 2**60
    node = build.both(
        build.compare("n", ">", 10**13), build.compare("n", "=", large), build.compare("m", "<", -(2**53))
    )
    outcomes = [truth(node, n=large, m=-large), truth(node, n=large + 1, m=-large), truth(node, n=large, m=0)]
    assert [JA, NEE, NEE] == outcomes


def test_a_condition_longer_than_a_join_is_cut_and_keeps_its_meaning() -> None:
    slots = [f"veld_{number}" for number in range(40)]
    program = build.program(
        *(build.field(slot) for slot in slots),
        build.calculation("alle", build.both(*slots), kind=Kind.YES_NO),
    )
    run = durable.prepare(program)
    everything: dict[str, Value] = dict.fromkeys(slots, JA)
    changed = [{**everything, "veld_39": value} for value in (JA, NEE, NVT, ONBEKEND)]
    assert [JA, NEE, NVT, ONBEKEND] == [run(case).values["alle"] for case in changed]


@pytest.mark.parametrize(
    ("supplied", "value", "verdict"),
    [
        ({"a": JA, "b": NEE}, 1, Verdict((0,), (0,), ())),
        ({"a": JA, "b": JA}, 2, Verdict((0, 1), (1,), ())),
        ({"a": NEE, "b": JA}, Absent.NO_RULE, Verdict((), (), ())),
        ({"a": NVT, "b": JA}, Absent.NO_RULE, Verdict((), (), ())),
        ({"a": NEE}, Absent.NO_RULE, Verdict((), (), ())),
        ({"a": JA}, ONBEKEND, Verdict((0,), (0,), (1,))),
        ({"b": JA}, ONBEKEND, Verdict((), (), (0, 1))),
    ],
)
def test_an_exception_counts_only_where_its_base_applies(
    supplied: dict[str, Value], value: Value, verdict: Verdict
) -> None:
    program = build.program(
        build.field("a"),
        build.field("b"),
        build.rules("uitkomst", build.clause("a", 1), build.clause("b", 2, exception_to=[0])),
    )
    found = evaluate(program, **supplied)
    assert (value, verdict) == (found.values["uitkomst"], found.verdicts["uitkomst"])


def test_different_outcomes_without_a_relation_conflict() -> None:
    rules = build.rules("uitkomst", build.clause(JA, 1), build.clause(JA, 2))
    assert Absent.CONFLICT is evaluate(build.program(rules)).values["uitkomst"]


def test_an_open_condition_that_changes_nothing_does_not_hold_up_the_value() -> None:
    program = build.program(
        build.field("a"),
        build.field("b"),
        build.rules("eerst", build.clause("a", 1), build.clause("b", 1)),
        build.rules("daarna", build.clause(build.compare("eerst", "=", 1), 2), otherwise=3),
    )
    found = evaluate(program, a=JA)
    assert ({"eerst": 1, "daarna": 2}, Verdict((0,), (0,), (1,))) == (
        {slot: found.values[slot] for slot in ("eerst", "daarna")},
        found.verdicts["eerst"],
    )


@pytest.mark.parametrize(("gate", "value"), [(JA, 7), (NEE, NVT), (NVT, NVT), (ONBEKEND, ONBEKEND)])
def test_a_gate_goes_before_what_was_supplied_and_before_the_rules(gate: Value, value: Value) -> None:
    program = build.program(
        build.field("a"),
        build.field("n", GETAL, gate="a"),
        build.rules("uitkomst", build.clause(JA, 7), gate="a"),
    )
    found = evaluate(program, a=gate, n=7)
    verdict = Verdict((0,), (0,), ()) if gate is JA else Verdict((), (), ())
    assert (value, value, verdict) == (
        found.values["n"],
        found.values["uitkomst"],
        found.verdicts["uitkomst"],
    )


def test_values_that_no_rule_compares_pass_through_unchanged() -> None:
    three_months = Duration(3, Unit.MONTHS)
    program = build.program(
        build.field("toelichting", Kind.TEXT),
        build.calculation("duur", three_months, kind=Kind.DURATION),
        build.calculation("gegeven", build.applicable("toelichting"), kind=Kind.YES_NO),
    )
    supplied = 'met "aanhalingstekens", \\ en #'
    expected = {"toelichting": supplied, "duur": three_months, "gegeven": JA}
    assert expected == evaluate(program, toelichting=supplied).values


def test_a_text_that_the_rules_do_not_name_equals_none_of_them() -> None:
    program = build.program(
        build.field("leefvorm", Kind.CHOICE),
        build.calculation("gehuwd", build.compare("leefvorm", "=", Const("gehuwden")), kind=Kind.YES_NO),
    )
    assert NEE is evaluate(program, leefvorm="anders").values["gehuwd"]


def test_a_long_chain_of_calculations_does_not_exhaust_the_stack() -> None:
    links = (build.calculation(f"n{link}", build.add(f"n{link - 1}", 1)) for link in range(1, 1500))
    program = build.program(build.field("n0", GETAL), *links)
    assert 1500 == evaluate(program, n0=1).values["n1499"]


def test_after_an_error_the_next_case_is_right_again() -> None:
    program = build.program(build.field("n", GETAL), build.calculation("dubbel", build.add("n", "n")))
    run = durable.prepare(program)
    with pytest.raises(TypeError):
        run({"n": "geen getal"})
    assert 8 == run({"n": 4}).values["dubbel"]


def test_cases_from_several_threads_do_not_mix() -> None:
    program = build.program(
        build.field("n", GETAL),
        build.rules(
            "groep", *(build.clause(build.compare("n", "=", number), number) for number in range(50))
        ),
    )
    run = durable.prepare(program)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda number: run({"n": number}).values["groep"], list(range(50)) * 20))
    assert list(range(50)) * 20 == found


def test_a_table_of_sixty_rows_fits() -> None:
    clauses = [build.clause(build.compare("n", ">", number), number) for number in range(60)]
    program = build.program(build.field("n", GETAL), build.rules("uitkomst", *clauses))
    found = evaluate(program, n=60)
    assert ((), tuple(range(60))) == (durable.limits(program), found.verdicts["uitkomst"].applying)


def test_too_many_comparisons_that_one_value_passes_do_not_fit() -> None:
    clauses = [build.clause(build.compare("n", ">", number), 1) for number in range(61)]
    program = build.program(build.field("n", GETAL), build.rules("uitkomst", *clauses))
    expected = ("vergelijkingen die tegelijk opgaan: 61, en de tweede rekenaar kan er ten hoogste 60 aan",)
    assert expected == durable.limits(program)


def test_too_many_rules_that_share_a_comparison_do_not_fit() -> None:
    clauses = [build.clause(build.both("a", f"b{number}"), 1) for number in range(251)]
    fields = [build.field("a"), *(build.field(f"b{number}") for number in range(251))]
    expected = (
        "regels met een en dezelfde vergelijking: 251, en de tweede rekenaar kan er ten hoogste 250 aan",
    )
    assert expected == durable.limits(build.program(*fields, build.rules("uitkomst", *clauses)))


def test_a_program_that_does_not_fit_is_refused_before_the_engine_sees_it() -> None:
    clauses = [build.clause(build.compare("n", "=", number), 1) for number in range(600)]
    with pytest.raises(durable.DurableError, match="vergelijkingen van een en dezelfde waarde: 1201"):
        durable.prepare(build.program(build.field("n", GETAL), build.rules("uitkomst", *clauses)))


def test_many_definitions_that_are_decided_early_come_to_an_end() -> None:
    steps = [build.rules("n0", build.clause(ONBEKEND, 1), otherwise=1)]
    for number in range(1, 300):
        follows = build.compare(f"n{number - 1}", "=", number)
        steps.append(
            build.rules(f"n{number}", build.clause(follows, number + 1), build.clause(ONBEKEND, number + 1))
        )
    assert 300 == evaluate(build.program(*steps)).values["n299"]


def test_ids_and_session_ids_have_hashes_of_their_own() -> None:
    """The engine knows facts and cases by a hash of 32 bits only."""
    ids = [str(thing) for thing in range(engine.MOST_THINGS)]
    ids += ["start", *(f"sid-{session}" for session in range(64))]
    names = ["z", "g", "e", "v", "h", "l", "n", "sid", "id", "$s"]
    assert (len(ids), len(names)) == (len(set(map(_fnv, ids))), len(set(map(_fnv, names))))


def _fnv(text: str) -> int:
    number = 0x811C9DC5
    for byte in text.encode():
        number = (number ^ byte) * 16_777_619 % 2**32
    return number


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (-4, 3, -1), (0, 7, 0), (1, 2, 1), (-1, 2, -1), (49, 100, 0)],
)
def test_half_is_rounded_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    assert rounded == round_half_up(numerator, denominator)


@pytest.mark.parametrize(
    ("date", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", -48, "2020-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
    ],
)
def test_months_are_added_up_to_the_last_day_of_the_month(date: str, months: int, expected: str) -> None:
    assert parse_date(expected) == add_months(parse_date(date), months)


@given(st.dates(), st.integers(-30_000, 30_000))
def test_a_month_later_has_the_same_day_or_is_the_last_of_its_month(date: dt.date, months: int) -> None:
    months_since = date.year * 12 + date.month - 1 + months
    year, month = divmod(months_since, 12)
    expected: int | None = None
    if 1 <= year <= 9999:
        day = date.day
        while expected is None:
            try:
                expected = dt.date(year, month + 1, day).toordinal()
            except ValueError:
                day -= 1
    assert expected == add_months(date.toordinal(), months)


@given(st.dates(), st.dates(), st.sampled_from([1, 12]))
def test_whole_steps_between_are_the_most_that_fit(first: dt.date, second: dt.date, step: int) -> None:
    start, end = sorted([first.toordinal(), second.toordinal()])
    steps = months_between(step, start, end)
    assert isinstance(steps, int)
    reached, beyond = add_months(start, step * steps), add_months(start, step * (steps + 1))
    fits = isinstance(reached, int) and reached <= end and (beyond is None or end < int(str(beyond)))
    assert (True, -steps) == (fits, months_between(step, end, start) if start != end else -steps)


@given(st.dates())
def test_the_year_of_a_date(date: dt.date) -> None:
    assert date.year == year_of(date.toordinal())
