"""Who works in these tests, and when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi.testclient import TestClient

from soco_rules.model.values import parse_date
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person

ROOT = Path(__file__).parents[2]
TODAY = parse_date("2026-11-02")
"""The day on which these tests ask every page."""

ALONE = Person("A. de Vries", frozenset(DeskRole), is_alone=True)
CASEWORKER = Person("K. Jansen", frozenset({DeskRole.CASEWORKER}), "klantmanager")
ADVISOR = Person("B. Smit", frozenset({DeskRole.POLICY}), "beleidsadviseur")
LAWYER = Person("J. de Groot", frozenset({DeskRole.LEGAL}), "teamleider")
ANSWERING = Person("P. Wit", frozenset({DeskRole.LEGAL}), "juridisch adviseur")
"""Who decides on objections."""

Ask = Callable[[Person], TestClient]
"""The same desk, asked by some person."""
