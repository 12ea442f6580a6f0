from __future__ import annotations

import pytest

from soco_rules.backends.compare import disagreements
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Verdict
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from tests import programs as build

NVT, ONBEKEND = Absent.NOT_APPLICABLE, Absent.UNKNOWN
PROGRAM = build.program(
    build.field("feit"),
    build.rules("uitkomst", build.clause("feit", 1), build.clause("feit", 2, exception_to=[0])),
    gate="feit",
    checks=(build.check("feit"),),
)
BOTH = Verdict((0, 1), (1,), ())


def evaluation(
    value: Value, *, verdict: Verdict = BOTH, fact: Value = True, gate: Value = True, check: Value = True
) -> Evaluation:
    return Evaluation({"feit": fact, "uitkomst": value}, {"uitkomst": verdict}, gate, (check,))


@pytest.mark.parametrize(
    ("ours", "theirs", "lines"),
    [
        (evaluation(2), evaluation(2), ()),
        (evaluation(2), evaluation(1), ("uitkomst: 2 en 1",)),
        (evaluation(2), evaluation(ONBEKEND), ("uitkomst: 2 en onbekend",)),
        (evaluation(ONBEKEND), evaluation(2), ("uitkomst: onbekend en 2",)),
        (evaluation(NVT), evaluation(ONBEKEND), ("uitkomst: niet van toepassing en onbekend",)),
        (evaluation(1), evaluation(True), ("uitkomst: 1 en ja",)),
        (evaluation(Absent.NO_RULE), evaluation(ONBEKEND), ()),
        (evaluation(Absent.CONFLICT), evaluation(ONBEKEND), ()),
        (
            evaluation(2),
            evaluation(2, verdict=Verdict((1,), (1,), ())),
            ("uitkomst: van toepassing 1, 2, winnend 2 en van toepassing 2, winnend 2",),
        ),
        (evaluation(2, verdict=Verdict((1,), (1,), (0,))), evaluation(2), ()),
        (evaluation(2, fact=Absent.CONTRADICTORY), evaluation(1, fact=ONBEKEND, gate=False, check=False), ()),
        (evaluation(2), evaluation(2, gate=False), ("de voorwaarde van het besluit: ja en nee",)),
        (evaluation(2), evaluation(2, check=False), ("eis eis: ja en nee",)),
    ],
)
def test_only_what_is_definite_must_be_equal(
    ours: Evaluation, theirs: Evaluation, lines: tuple[str, ...]
) -> None:
    assert lines == disagreements(PROGRAM, ours, theirs)
