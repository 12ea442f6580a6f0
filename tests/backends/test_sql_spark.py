"""The same query on Spark, held to the reference. A query takes a second there, so these are few."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from soco_rules.backends.sql import spark
from soco_rules.backends.sql.columns import outcome
from soco_rules.backends.sql.profile import UnfitError
from soco_rules.compiler.program import compile_program
from soco_rules.model.values import Kind
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from tests import programs as build
from tests.caseloads import Case
from tests.caseloads import Engine
from tests.caseloads import differing
from tests.caseloads import in_spark
from tests.caseloads import random_cases
from tests.defects import DEFECTS
from tests.differential import Defect
from tests.random_programs import random_program

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install soco-rules[verdeeld]")
pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(not spark.has_java(), reason="there is no Java here"),
    pytest.mark.filterwarnings("ignore"),  # pyspark's own
]

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return in_spark()


@pytest.mark.parametrize("seed", [0, 1, 2, 7])
def test_spark_has_the_values_and_verdicts_of_the_reference(engine: Engine, seed: int) -> None:
    rng = Random(seed)
    program = random_program(rng)

    assert [] == list(differing(engine, program, random_cases(rng, program, 60)))


@pytest.mark.parametrize("decision", ["uitstroom", "plaatsing"])
def test_spark_agrees_on_a_shipped_agreement(engine: Engine, decision: str) -> None:
    program, _ = compile_program(
        load_workspace(ROOT, None)[0], "delft/scope", decision, parse_date("2026-10-15")
    )
    assert program is not None

    assert [] == list(differing(engine, program, random_cases(Random(decision), program, 200)))


@pytest.mark.parametrize("defect", DEFECTS[:2], ids=lambda defect: defect.name)
def test_a_defect_in_the_query_is_found(engine: Engine, defect: Defect) -> None:
    program = build.program(
        build.field("n", Kind.COUNT),
        build.field("a"),
        build.rules(
            "uitkomst", build.clause(build.compare("n", "<", 5), 1), build.clause("a", 2, exception_to=[0])
        ),
    )
    cases: list[Case] = [{"n": n, "a": a} for n in (4, 5) for a in (True, False)]

    assert [] != list(differing(engine, program, cases, defect=defect))


def test_a_number_beyond_64_bits_is_an_error_and_no_figure() -> None:
    program = build.program(
        build.field("n", Kind.COUNT), build.calculation("uitkomst", build.multiply("n", "n"))
    )
    session = spark.connect(threads=1)
    spark.load(session, program, "groot", [{"n": 2**32}])

    with pytest.raises(Exception, match="ARITHMETIC_OVERFLOW"):
        spark.run(session, program, "groot", outcome(program)).collect()


def test_a_session_that_would_give_a_wrong_figure_is_refused() -> None:
    program = build.program(build.field("n", Kind.COUNT), build.calculation("uitkomst", build.add("n", 1)))
    session = spark.connect(threads=1).newSession()
    session.conf.set(spark.ANSI, "false")
    spark.load(session, program, "klein", [{"n": 1}])

    with pytest.raises(ValueError, match="moet true zijn"):
        spark.run(session, program, "klein", outcome(program))


def test_rows_out_of_bounds_are_refused() -> None:
    field = build.field("n", ValueType(Kind.COUNT, minimum=0, maximum=5))
    program = build.program(field, build.calculation("uitkomst", build.add("n", 1)))
    session = spark.connect(threads=1)
    spark.load(session, program, "buiten", [{"n": 6}, {"n": 5}])

    with pytest.raises(UnfitError, match=r"n: meer dan 5 \(1 rijen\)"):
        spark.run(session, program, "buiten", outcome(program))
