"""Whether the desk can work: for who watches over it, and without anything of a person."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock

from fastapi import APIRouter
from fastapi import Request
from fastapi.responses import JSONResponse
from fastapi.responses import Response

from soco_rules.backends import durable
from soco_rules.backends import reference
from soco_rules.compiler.program import compile_in_force
from soco_rules.compiler.program import program_of
from soco_rules.decide import SecondCalculator
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import open_store
from soco_rules.model.program import Program
from soco_rules.model.workspace import Workspace
from soco_rules.web.ground import Ground
from soco_rules.web.ground import said_of
from soco_rules.web.health import READY
from soco_rules.web.log import log_change

_KEPT = 5.0
_PATIENCE = 3.0
"""Seconds that an answer is kept, so that asking often costs nothing, and that a database may take to answer."""

router = APIRouter()


@router.get(READY)
def ready(request: Request) -> Response:
    """Each thing that the desk needs, and whether it is there: 200 where all of it is, else 503."""
    readiness: Readiness = request.app.state.readiness
    found = {name: not lacking for name, lacking in readiness.now().items()}
    return JSONResponse(found, 200 if all(found.values()) else 503)


class Readiness:
    """What is there now; it looks again after a few seconds, one caller at a time, and logs what changed."""

    def __init__(self, ground: Ground) -> None:
        """Look at nothing yet."""
        self._ground = ground
        self._lock = Lock()
        self._at = 0.0
        self._found: Mapping[str, str] = {}

    def now(self) -> Mapping[str, str]:
        """Each thing in a Dutch word, with why it is not there; that is empty where it is."""
        with self._lock:
            if not self._found or time.monotonic() - self._at > _KEPT:
                found = readiness_of(self._ground)
                log_change("gereed", found, self._found)
                self._found = found
                self._at = time.monotonic()
            return self._found


@lru_cache(maxsize=1)
def _some_program(workspace: Workspace, on: int) -> Program | None:
    """A program to try the calculators with, None where no rules are in force."""
    for name in workspace.agreements:
        compiled, findings = compile_in_force(workspace, name, on)
        if compiled is not None and not has_errors(findings):
            for decision in compiled.stack.decisions.values():
                return program_of(compiled, decision)
    return None


def _calculates(program: Program | None, second: SecondCalculator) -> bool:
    """Whether the second calculator answers what the reference does, of a case of which nothing is known."""
    if program is None or not durable.available():
        return durable.available()
    try:
        return second(program)({}) == reference.prepare(program)({})
    except durable.DurableError:
        return False


def readiness_of(ground: Ground) -> Mapping[str, str]:
    """Why the rules, the second calculator or the store cannot be used; empty for what can."""
    settings = ground.settings
    workspace = ground.rules().workspace
    calculates = _calculates(_some_program(workspace, settings.today()), ground.second)
    found = {
        "regels": "" if workspace.agreements else "in de werkmap staat geen overeenkomst",
        "tweede_rekenaar": "" if calculates else "de tweede rekenaar antwoordt niet, of anders dan de eerste",
    }
    if settings.dossiers is None or settings.keys is None:
        return found
    try:
        open_store(settings.dossiers, settings.keys, patience=_PATIENCE)
    except StoreError as error:
        return found | {"opslag": ": ".join(filter(None, said_of(error).values()))}
    return found | {"opslag": ""}
