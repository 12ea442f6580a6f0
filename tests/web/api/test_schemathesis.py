"""Schemathesis sends what the document allows and what it does not, with every check it has, and finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from schemathesis import engine
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status
from schemathesis.engine import events

from soco_rules.web.app import application
from soco_rules.web.settings import Settings
from tests.web.api.conftest import GOOD
from tests.web.api.conftest import identify

HEADERS = GOOD | {"Host": "127.0.0.1"}
TAKEN = ["2xx", 401, 403, 404, 406, 409, 412, 422, 428]
"""What may come of a request of the right shape: the rules, the role or the dossier may still refuse it."""


SOME = (
    "/dossiers/{gemeente}/{cooperatie}/{nummer}/oordelen",
    "/overeenkomsten/{gemeente}/{cooperatie}/afspraken",
    "/dossiers/{gemeente}/{cooperatie}/{nummer}",
)
"""A path of each sort, for the edges; all of them are for the slow test."""


def _found(app: FastAPI, examples: int, phases: tuple[str, ...], only: tuple[str, ...] = ()) -> Iterator[str]:
    config = SchemathesisConfig.from_dict(
        {
            "headers": HEADERS,
            "seed": 1,
            "generation": {"max-examples": examples, "deterministic": True},
            "phases": {
                phase: {"enabled": phase in phases}
                for phase in ("examples", "coverage", "fuzzing", "stateful")
            },
            "checks": {"positive_data_acceptance": {"expected-statuses": TAKEN}},
        }
    )
    schema = schemathesis.openapi.from_asgi("/v1/openapi.json", app, config=config, headers=HEADERS)
    chosen = schema.include(path=list(only)) if only else schema
    sent = 0
    for event in engine.from_schema(chosen).execute():
        match event:
            case events.ScenarioFinished():
                sent += len(event.recorder.interactions)
                yield from _failed(event)
            case events.NonFatalError() | events.FatalError():
                yield repr(event)
            case _:
                continue
    if not sent:
        yield "nothing was sent"


def _failed(event: events.ScenarioFinished) -> Iterator[str]:
    for key, checks in event.recorder.checks.items():
        case: Any = event.recorder.cases[key].value
        for check in checks:
            if check.status is Status.FAILURE:
                yield f"{case.method} {case.path}: {check.name}: {check.failure_info}: {case.body!r}"


@pytest.fixture
def town_app(town_settings: Settings) -> FastAPI:
    """A desk with people in its dossiers."""
    return application(town_settings, identify)


def test_it_finds_nothing_at_the_edges_of_the_document(town_app: FastAPI) -> None:
    assert [] == list(_found(town_app, 1, ("examples",)))
    assert [] == list(_found(town_app, 1, ("coverage",), SOME))


@pytest.mark.slow
def test_it_finds_nothing_in_what_is_made_up(town_app: FastAPI) -> None:
    assert [] == list(_found(town_app, 12, ("examples", "coverage", "fuzzing", "stateful")))
