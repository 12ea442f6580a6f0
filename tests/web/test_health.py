"""What the desk tells who watches over it: whether it lives, and whether it can work."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from soco_rules.backends.durable import LostError
from soco_rules.dossiers.keys import new_ring
from soco_rules.web.ground import ground_for
from soco_rules.web.log import Lines
from soco_rules.web.readiness import Readiness
from soco_rules.web.readiness import readiness_of
from soco_rules.web.settings import Settings
from tests.web.persons import ALONE
from tests.web.persons import Ask

WELL = {"regels": True, "tweede_rekenaar": True, "opslag": True}
NOTHING = dict.fromkeys(WELL, "")


def test_a_desk_lives_and_is_ready_also_for_who_is_not_known(ask: Ask) -> None:
    browser = ask(ALONE)

    assert (200, "gezond\n", 200, WELL) == (
        browser.get("/gezond", headers={"Host": "10.0.0.7"}).status_code,
        browser.get("/gezond").text,
        browser.get("/gereed").status_code,
        browser.get("/gereed").json(),
    )


def test_a_store_that_went_away_is_told(settings: Settings) -> None:
    ground = ground_for(settings)
    assert settings.dossiers
    Path(settings.dossiers).unlink()
    why = f"opslag-ontbreekt: Bij '{settings.dossiers}' is geen opslag van dossiers."

    assert NOTHING | {"opslag": why} == readiness_of(ground)


def test_a_store_of_other_keys_is_told(settings: Settings) -> None:
    ground = ground_for(settings)
    with ground.writing("havendorp/de-kade", ALONE) as ledger:
        ledger.open_dossier()
    other = replace(ground, settings=replace(settings, keys=new_ring("andere")))

    why = f"sleutels-passen-niet: '{settings.dossiers}' is met deze sleutels niet te lezen."

    assert NOTHING | {"opslag": why} == readiness_of(other)


def test_a_second_calculator_that_is_lost_is_told(settings: Settings) -> None:
    def lost(_: object) -> object:
        raise LostError

    ground = ground_for(settings, lost)  # type: ignore[arg-type] # it never answers

    why = "de tweede rekenaar antwoordt niet, of anders dan de eerste"

    assert NOTHING | {"tweede_rekenaar": why} == readiness_of(ground)


def test_a_workspace_that_lost_its_rules_is_told(settings: Settings) -> None:
    ground = ground_for(settings)
    empty = replace(ground.rules(), workspace=replace(ground.rules().workspace, agreements={}))

    assert NOTHING | {"regels": "in de werkmap staat geen overeenkomst"} == readiness_of(
        replace(ground, rules=lambda: empty)
    )


def test_what_lacks_is_a_line_when_it_changes(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever watches hears only that the store lacks; why stands in the log, and once."""
    ground = ground_for(settings)
    assert settings.dossiers
    store = Path(settings.dossiers)
    with caplog.at_level(logging.INFO, "soco.web"):
        Readiness(ground).now()
        store.rename(store.with_suffix(".weg"))
        gone = Readiness(ground)
        gone.now()
        gone.now()
    lines = [json.loads(Lines().format(record)) for record in caplog.records]

    assert [("INFO", "ja"), ("WARNING", "opslag-ontbreekt: ")] == [
        (line["niveau"], line["opslag"].partition("Bij")[0]) for line in lines
    ]
