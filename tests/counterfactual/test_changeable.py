"""Which facts may be suggested to change: those of which a rule file says so, and no judgement, past or home."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.backends.proof.nearest import Freedom
from soco_rules.backends.proof.nearest import Within
from soco_rules.counterfactual.changeable import room_in
from soco_rules.model.agreement import Changeable
from soco_rules.model.counterfactual import Because
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from tests.counterfactual.village import DATES
from tests.counterfactual.village import FIT
from tests.counterfactual.village import ready

ROOT = Path(__file__).parents[2]
LAST_DAY = parse_date("2199-12-31")


def room(**facts: str | None) -> dict[str, Freedom | Because]:
    """What may become of each fact of a case on admission, and why not."""
    case = ready(facts={**FIT, **facts})
    found = room_in(case.calculators.program, case.bound, DATES)
    return {**found.free, **found.fixed}


def test_every_sort_of_fact_has_its_room() -> None:
    assert {
        "geboortedatum": Because.FIXED,
        "geschikt": Because.JUDGEMENT,
        "plan": Because.ONE_WAY,
        "uren": Within(0, 8784),
        "vorm": ("alleen", "op_afstand"),
        "begin": Within(DATES.decision, LAST_DAY),
    } == room()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("plan", "nee", (True,)),
        ("plan", None, Because.NO_VALUE),
        ("begin", "2026-10-19", Because.PAST),
        ("begin", "2026-10-20", Within(DATES.decision, LAST_DAY)),
    ],
)
def test_the_room_of_one_fact(name: str, value: str | None, expected: object) -> None:
    assert expected == room(**{name: value})[name]


def test_what_may_only_go_up_does_not_go_down() -> None:
    case = ready("aanvulling", {"leefvorm": "gehuwden", "loon": "€ 12,00"}, fit="")
    found = room_in(case.calculators.program, case.bound, DATES)

    assert {"loon/belanghebbende": Within(1200, 10_000_00)} == found.free
    assert {"leefvorm": Because.PERSONAL, "loon/partner": Because.NO_VALUE} == found.fixed


def test_every_shipped_fact_says_whether_it_can_change() -> None:
    """But for judgements and what the dossier tells, which never do unless their file says otherwise."""
    workspace, _ = load_workspace(ROOT, shipped_root())
    silent = [
        f"{name}: {fact.name}"
        for name, versions in workspace.agreements.items()
        for fact in versions[-1].facts.values()
        if fact.judged_by is None and fact.from_dossier is None and fact.changeable is None
    ]

    assert [] == silent


def test_no_shipped_fact_on_private_life_is_suggested() -> None:
    workspace, _ = load_workspace(ROOT, shipped_root())
    facts = {
        name: fact for versions in workspace.agreements.values() for name, fact in versions[-1].facts.items()
    }
    private = (
        "uitkering", "leefvorm", "partner_heeft_recht", "kostendelers", "medisch_urenbeperkt", "arbeidsongeschikt",
        "woont_in_gemeente", "inwoner", "in_schuldsanering", "volgt_hoger_onderwijs", "ander_inkomen",
    )  # fmt: skip

    assert {Changeable.PERSONAL} == {facts[name].changeable for name in private}
    assert {Changeable.FIXED} == {
        facts[name].changeable for name in ("geboortedatum", "jongste_kind_geboren")
    }
    assert {Changeable.UP} == {facts[name].changeable for name in ("loon", "omzet")}
