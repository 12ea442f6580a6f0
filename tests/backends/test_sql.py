from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import duckdb
import pytest

from soco_rules.backends import reference
from soco_rules.backends.sql import duck
from soco_rules.backends.sql.build import Dialect
from soco_rules.backends.sql.build import coded
from soco_rules.backends.sql.build import query
from soco_rules.backends.sql.columns import ROW
from soco_rules.backends.sql.columns import Wanted
from soco_rules.backends.sql.columns import asked
from soco_rules.backends.sql.columns import outcome
from soco_rules.backends.sql.columns import results
from soco_rules.backends.sql.profile import UnfitError
from soco_rules.compiler.program import compile_program
from soco_rules.facts import amount_on
from soco_rules.model.program import Const
from soco_rules.model.program import Node
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import load_workspace
from tests import programs as build
from tests.caseloads import Case
from tests.caseloads import Engine
from tests.caseloads import differing
from tests.caseloads import in_duckdb
from tests.caseloads import random_cases
from tests.defects import DEFECTS
from tests.differential import Defect
from tests.random_programs import random_program

ROOT = Path(__file__).parents[2]
DAY = parse_date("2026-10-15")
ALL = tuple(Absent)
ONBEKEND, NVT, STRIJDIG = Absent.UNKNOWN, Absent.NOT_APPLICABLE, Absent.CONTRADICTORY


@pytest.fixture(scope="module")
def engine() -> Engine:
    return in_duckdb()


@cache
def workspace() -> Workspace:
    return load_workspace(ROOT, None)[0]


@cache
def compiled(reference_: str, decision: str) -> Program | None:
    return compile_program(workspace(), reference_, decision, DAY)[0]


def decisions(agreement: str) -> list[str]:
    """Every decision that can be taken on an agreement."""
    names = {
        name for versions in workspace().agreements.values() for one in versions for name in one.decisions
    }
    return [name for name in sorted(names) if compiled(agreement, name) is not None]


@pytest.mark.parametrize("seed", range(15))
def test_the_query_has_the_values_and_verdicts_of_the_reference(engine: Engine, seed: int) -> None:
    rng = Random(seed)
    program = random_program(rng)

    assert [] == list(differing(engine, program, random_cases(rng, program)))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1500))
def test_the_query_has_the_values_and_verdicts_of_the_reference_on_many(engine: Engine, seed: int) -> None:
    test_the_query_has_the_values_and_verdicts_of_the_reference(engine, seed)


@pytest.mark.parametrize("decision", ["toelating", "plaatsing", "afdracht", "uitstroom"])
def test_the_query_agrees_on_a_shipped_agreement(engine: Engine, decision: str) -> None:
    program = compiled("delft/scope", decision)
    assert program is not None

    assert [] == list(differing(engine, program, random_cases(Random(decision), program, 100)))


@pytest.mark.slow
@pytest.mark.parametrize("agreement", sorted(load_workspace(ROOT, None)[0].agreements))
def test_the_query_agrees_on_every_decision_of_every_shipped_agreement(
    engine: Engine, agreement: str
) -> None:
    programs = [(name, compiled(agreement, name)) for name in decisions(agreement)]
    different = [
        (name, case)
        for name, program in programs
        if program
        for case in differing(engine, program, random_cases(Random(name), program, 300))
    ]

    assert [] == different


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_defect_in_the_query_is_found(engine: Engine, defect: Defect) -> None:
    def is_found(seed: int) -> bool:
        rng = Random(seed)
        program = random_program(rng)
        return any(differing(engine, program, random_cases(rng, program), defect=defect))

    assert any(map(is_found, range(60)))


@pytest.mark.parametrize(
    "node",
    [
        build.both("a", "b"),
        build.either("a", "b"),
        build.no("a"),
        build.applicable("a"),
        build.compare("n", "<", "m"),
        build.compare("a", "=", "b"),
        build.choose("a", "b", build.no("b")),
        build.or_else("a", "b"),
        build.compare(build.sum_applicable("n", "m"), ">", 3),
        build.compare(build.least("n", "m", 4), "=", 4),
        build.compare(build.greatest("n", "m", 4), "=", 4),
        build.compare(build.round_div(build.subtract("n", "m"), 2), ">=", 0),
        build.compare(build.round_div(build.multiply("n", 5), build.greatest("m", 1)), ">=", 2),
    ],
)
def test_every_absence_meets_every_other_as_in_the_reference(engine: Engine, node: Node) -> None:
    program = build.program(
        build.field("a"),
        build.field("b"),
        build.field("n", Kind.COUNT),
        build.field("m", Kind.COUNT),
        build.calculation("uitkomst", node, kind=Kind.YES_NO),
    )
    truths: Sequence[Value] = (True, False, *ALL)
    numbers: Sequence[Value] = (-3, 4, *ALL)
    cases: list[Case] = [{"a": a, "b": b, "n": 4, "m": 5} for a in truths for b in truths]
    cases += [{"a": True, "b": False, "n": n, "m": m} for n in numbers for m in numbers]

    assert [] == list(differing(engine, program, cases))


def test_rules_meet_every_absence_as_in_the_reference(engine: Engine) -> None:
    """An exception to an exception, precedence, outcomes that are absent, and two that agree."""
    program = build.program(
        build.field("a"),
        build.field("b"),
        build.field("c"),
        build.field("n", Kind.COUNT),
        build.rules(
            "uitkomst",
            build.clause("a", 1),
            build.clause("b", "n", exception_to=[0]),
            build.clause("c", ONBEKEND, exception_to=[1]),
            build.clause(build.both("c", "a"), 1, precedes=[2]),
            build.clause(build.no("b"), NVT),
        ),
    )
    truths: Sequence[Value] = (True, False, ONBEKEND, NVT, STRIJDIG)
    cases: list[Case] = [
        {"a": a, "b": b, "c": c, "n": n}
        for a in truths
        for b in truths
        for c in truths
        for n in (1, 2, NVT, STRIJDIG)
    ]

    assert [] == list(differing(engine, program, cases))


def test_dates_are_those_of_the_table_at_every_end_of_a_month(engine: Engine) -> None:
    program = build.program(
        build.field("dag", Kind.DATE),
        build.field("later", Kind.DATE),
        build.field("n", Kind.COUNT),
        build.calculation("plus", build.add_months("dag", "n"), kind=Kind.DATE),
        build.calculation("maanden", build.months_between("dag", "later")),
        build.calculation("jaren", build.months_between("dag", "later", 12)),
        build.calculation("jaar", build.year_of("dag")),
    )
    rng = Random("maanden")
    firsts = [
        date(year, month, 1).toordinal() for year in (1900, 2000, 2023, 2024, 2100) for month in range(1, 13)
    ]
    days = [first + off for first in firsts for off in (-3, -2, -1, 0, 27, 28)]
    days += [-1, 0, 1, 31, date.max.toordinal() - 30, date.max.toordinal(), date.max.toordinal() + 1]
    cases: list[Case] = [
        {"dag": day, "later": rng.choice(days), "n": rng.choice((-24_000, -13, -1, 0, 1, 2, 12, 48, 95_000))}
        for day in days
        for _ in range(4)
    ]

    assert [] == list(differing(engine, program, cases))


def test_more_rules_than_bits_in_a_column_keep_their_verdicts(engine: Engine) -> None:
    clauses = [
        build.clause(build.compare("n", ">", number), number, precedes=range(number)) for number in range(140)
    ]
    program = build.program(build.field("n", Kind.COUNT), build.rules("uitkomst", *clauses))
    cases: list[Case] = [{"n": n} for n in (0, 1, 62, 63, 64, 69, 70, ONBEKEND)]

    assert [] == list(differing(engine, program, cases))


def test_a_long_chain_of_calculations_is_one_query(engine: Engine) -> None:
    links = (build.calculation(f"n{link}", build.add(f"n{link - 1}", 1)) for link in range(1, 120))
    program = build.program(build.field("n0", Kind.COUNT), *links)

    assert [] == list(differing(engine, program, [{"n0": 1}, {}]))


@pytest.mark.parametrize(
    ("node", "n"),
    [
        (build.multiply("n", "n"), 2**32),
        (build.add("n", "n"), 2**62),
        (build.subtract(-(2**62), "n"), 2**62 + 1),
        (build.round_div("n", 3), 2**62 + 1),
    ],
)
def test_a_number_beyond_64_bits_is_an_error_and_no_figure(node: Node, n: int) -> None:
    program = build.program(build.field("n", Kind.COUNT), build.calculation("uitkomst", node))
    connection = duck.connect()
    duck.load(connection, program, "zaken", [{"n": n}])

    with pytest.raises(duckdb.OutOfRangeException):
        duck.run(connection, program, "zaken", outcome(program)).fetchall()


def test_constants_do_not_make_a_calculation_narrow(engine: Engine) -> None:
    large = build.choose("a", 2_000_000_000, 3)
    program = build.program(build.field("a"), build.calculation("uitkomst", build.multiply(large, large)))

    assert [] == list(differing(engine, program, [{"a": True}, {"a": False}, {}]))


BOUNDED = build.program(
    build.field("leden", ValueType(Kind.COUNT, minimum=0, maximum=20)),
    build.field("vorm", ValueType(Kind.CHOICE, choices=("alleen", "samen"))),
    build.field("anders", ValueType(Kind.CHOICE, choices=("elders",))),
    build.calculation("uitkomst", build.add("leden", 1)),
)


def test_rows_that_the_program_cannot_be_asked_about_are_refused_with_every_reason() -> None:
    connection = duck.connect()
    connection.execute(
        'CREATE TABLE zaken AS FROM (VALUES (-1, 1, 0, 0), (21, 0, 0, 0), (22, 2, 3, 9), (5, 1, 2, 3)) t(leden, vorm, "anders", "leden/waarom")'
    )
    with pytest.raises(UnfitError) as refused:
        duck.run(connection, BOUNDED, "zaken", outcome(BOUNDED))

    assert [
        ("leden", 1, "minder dan 0"),
        ("leden", 2, "meer dan 20"),
        ("leden", 2, "een waarde en een reden waarom die er niet is"),
        (
            "leden",
            1,
            "een andere reden dan 1 (niet van toepassing), 2 (geen regel), 3 (onbekend), 4 (regels strijdig), 5 (gegevens strijdig)",
        ),
        ("vorm", 1, "niet een van 0 (alleen), 1 (samen)"),
        ("anders", 3, "niet een van 2 (elders)"),
    ] == [(reason.column, reason.rows, reason.reason) for reason in refused.value.reasons]


def test_null_is_unknown_and_a_column_that_is_not_there_is_too() -> None:
    connection = duck.connect()
    connection.execute("CREATE TABLE zaken AS FROM (VALUES (1, 4), (2, NULL)) t(lid, leden)")
    wanted = Wanted(("uitkomst", "vorm"))
    rows = duck.run(connection, BOUNDED, "zaken", wanted, keep=["lid"]).fetchall()

    assert [(1, 5, 0, None, 3), (2, None, 3, None, 3)] == rows


def test_a_brief_result_leaves_out_the_reasons_that_no_row_has() -> None:
    connection = duck.connect()
    connection.execute("CREATE TABLE zaken AS FROM (VALUES (1, 0), (2, NULL)) t(leden, vorm)")
    relation = duck.run(connection, BOUNDED, "zaken", Wanted(("uitkomst", "vorm"), brief=True))

    assert (["uitkomst", "vorm", "vorm/waarom"], [(2, 0, 0), (3, None, 3)]) == (
        relation.columns,
        relation.fetchall(),
    )


def test_of_some_slots_only_how_they_are_absent_can_be_asked() -> None:
    connection = duck.connect()
    connection.execute("CREATE TABLE zaken AS FROM (VALUES (1, 0), (2, NULL)) t(leden, vorm)")
    wanted = Wanted((), absences=("uitkomst", "vorm"), brief=True)
    relation = duck.run(connection, BOUNDED, "zaken", wanted)

    assert (["vorm/waarom"], [(0,), (3,)]) == (relation.columns, relation.fetchall())


def test_what_is_the_same_for_everybody_is_so_in_every_row() -> None:
    program = build.program(build.calculation("uitkomst", build.add(2, 3)))
    connection = duck.connect()
    connection.execute("CREATE TABLE zaken AS FROM (VALUES (1), (2)) t(lid)")

    assert [(5, 0), (5, 0)] == duck.run(connection, program, "zaken", Wanted(("uitkomst",))).fetchall()


def test_agreed_points_and_dated_amounts_need_no_column() -> None:
    program = compiled("delft/scope", "verrekening")
    assert program is not None
    amounts = [step for step in program.fields if step.origin is Origin.AMOUNT]
    days = [parse_date(day) for day in ("2022-12-31", "2023-01-01", "2026-06-30", "2026-07-01", "2099-01-01")]
    connection = duck.connect()
    marks = ", ".join(f"({day})" for day in days)
    connection.execute(f"CREATE TABLE zaken AS FROM (VALUES {marks}) t(peildatum)")
    wanted = Wanted(tuple(step.slot for step in amounts))
    rows = duck.run(connection, program, "zaken", wanted).fetchall()

    expected = [
        [
            None if isinstance(value := amount_on(program, step.name, day), Absent) else value
            for step in amounts
        ]
        for day in days
    ]
    assert expected == [list(row[::2]) for row in rows]


def test_a_point_with_a_column_varies_by_row() -> None:
    program = compiled("delft/scope", "bijdrageoverzicht")
    assert program is not None
    connection = duck.connect()
    connection.execute("CREATE TABLE zaken AS FROM (VALUES (1000), (1200)) t(bijdragepercentage)")
    wanted = Wanted(("bijdragepercentage",))

    assert [(1000, 0), (1200, 0)] == duck.run(connection, program, "zaken", wanted).fetchall()


def test_only_what_a_relation_must_tell_is_asked() -> None:
    program = compiled("delft/scope", "verrekening")
    assert program is not None

    assert {Origin.FACT, Origin.JUDGEMENT, Origin.PERIOD} == {step.origin for step in asked(program)}


@pytest.mark.parametrize("dialect", Dialect)
def test_a_query_can_be_read(dialect: Dialect, snapshot: object) -> None:
    program = build.program(
        build.field("bedrag", ValueType(Kind.MONEY, minimum=0, maximum=1_000_000)),
        build.field("lid"),
        build.rules(
            "bijdrage",
            build.clause("lid", build.round_div(build.multiply("bedrag", 1000), 10_000)),
            build.clause(build.compare("bedrag", "<", 10_000), 0, exception_to=[0]),
        ),
    )
    supply = {"bedrag": (), "lid": (ONBEKEND,)}

    assert snapshot == query(program, "zaken", supply, results(program), keep=["nummer"], dialect=dialect)


def test_a_text_is_carried_and_tested_for_presence_only(engine: Engine) -> None:
    program = build.program(
        build.field("toelichting", Kind.TEXT),
        build.rules(
            "brief", build.clause(build.applicable("toelichting"), Const("ja, met 'teken'")), kind=Kind.TEXT
        ),
        build.calculation("zelfde", "toelichting", kind=Kind.TEXT),
    )
    cases: list[Case] = [{"toelichting": 'een "woord"'}, {"toelichting": NVT}, {}, {"toelichting": STRIJDIG}]

    assert [] == list(differing(engine, program, cases))


def test_rows_keep_their_number() -> None:
    program = build.program(build.field("n", Kind.COUNT), build.calculation("uitkomst", build.add("n", 1)))
    connection = duck.connect(threads=2, memory="200MB")
    duck.load(connection, program, "zaken", [{"n": n} for n in range(100)])
    rows = duck.run(connection, program, "zaken", Wanted(("uitkomst",)), keep=[ROW]).fetchall()

    assert [(n, n + 1, 0) for n in range(100)] == sorted(rows)
    assert reference.prepare(program)({"n": 1}).values["uitkomst"] == 2


def test_a_choice_is_written_out_in_a_file_and_a_number_in_a_query() -> None:
    program = build.program(
        build.field("vorm", ValueType(Kind.CHOICE, choices=("alleen", "samen"))),
        build.calculation("zelfde", "vorm", kind=ValueType(Kind.CHOICE, choices=("samen", "alleen"))),
    )
    connection = duck.connect()
    connection.execute(
        "CREATE TABLE bestand AS FROM (VALUES (1, 'samen'), (2, 'alleen'), (3, NULL)) t(lid, vorm)"
    )
    connection.execute(f"CREATE VIEW zaken AS {coded(program, 'bestand', ['lid', 'vorm'])}")
    rows = duck.run(connection, program, "zaken", Wanted(("zelfde",)), keep=["lid"]).fetchall()

    assert [(1, 1, 0), (2, 0, 0), (3, None, 3)] == rows


def test_a_word_that_is_none_of_the_choices_is_refused() -> None:
    connection = duck.connect()
    connection.execute("CREATE TABLE bestand AS FROM (VALUES ('saamen'), ('samen')) t(vorm)")
    connection.execute(f"CREATE VIEW zaken AS {coded(BOUNDED, 'bestand', ['vorm'])}")

    with pytest.raises(UnfitError, match=r"vorm: niet een van 0 \(alleen\), 1 \(samen\) \(1 rijen\)"):
        duck.run(connection, BOUNDED, "zaken", outcome(BOUNDED))
