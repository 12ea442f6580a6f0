"""What the desk tells who watches over it: whether it lives, and whether it can work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from soco_rules.backends.durable import LostError
from soco_rules.dossiers.keys import new_ring
from soco_rules.web.ground import ground_for
from soco_rules.web.readiness import readiness_of
from soco_rules.web.settings import Settings
from tests.web.persons import ALONE
from tests.web.persons import Ask

WELL = {"regels": True, "tweede_rekenaar": True, "opslag": True}


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

    assert WELL | {"opslag": False} == readiness_of(ground)


def test_a_store_of_other_keys_is_told(settings: Settings) -> None:
    ground = ground_for(settings)
    with ground.writing("havendorp/de-kade", ALONE) as ledger:
        ledger.open_dossier()
    other = replace(ground, settings=replace(settings, keys=new_ring("andere")))

    assert WELL | {"opslag": False} == readiness_of(other)


def test_a_second_calculator_that_is_lost_is_told(settings: Settings) -> None:
    def lost(_: object) -> object:
        raise LostError

    ground = ground_for(settings, lost)  # type: ignore[arg-type] # it never answers

    assert WELL | {"tweede_rekenaar": False} == readiness_of(ground)


def test_a_workspace_that_lost_its_rules_is_told(settings: Settings) -> None:
    ground = ground_for(settings)
    empty = replace(ground.rules(), workspace=replace(ground.rules().workspace, agreements={}))

    assert WELL | {"regels": False} == readiness_of(replace(ground, rules=lambda: empty))
