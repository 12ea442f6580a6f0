"""Desks that are made while somebody waits for them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.explain.missing import Evaluate
from soco_rules.facts import Dates
from soco_rules.model.program import Program
from soco_rules.web.ground import ground_for
from soco_rules.web.settings import Settings
from tests.web.persons import TODAY
from tests.web.town import KADE

DAY = Dates(TODAY, TODAY)


def stopped_at(besluit: str, begun: Event, on: Event) -> SecondCalculator:
    """A second calculator that takes its time for one besluit: until `on`."""

    def made(program: Program) -> Evaluate:
        if program.decision.name == besluit:
            begun.set()
            assert on.wait(60)
        return in_process(program)

    return made


def test_a_desk_does_not_wait_for_another_one(settings: Settings) -> None:
    begun, on = Event(), Event()
    ground = ground_for(settings, stopped_at("toelating", begun, on))
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(ground.desk, KADE, "toelating", DAY)
        assert begun.wait(60)
        other, _ = ground.desk(KADE, "plaatsing", DAY)
        was_done = slow.done()
        on.set()
        one, _ = slow.result()

    assert other is not None
    assert one is not None
    assert not was_done


def test_who_asks_for_a_desk_that_is_being_made_gets_that_one(settings: Settings) -> None:
    begun, on = Event(), Event()
    ground = ground_for(settings, stopped_at("toelating", begun, on))
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(ground.desk, KADE, "toelating", DAY)
        assert begun.wait(60)
        second = pool.submit(ground.desk, KADE, "toelating", DAY)
        on.set()

        assert first.result()[0] is second.result()[0]
