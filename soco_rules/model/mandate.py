"""Who may adopt which decisions: the mandate register of a municipality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Mandate:
    """One line of the register: a function that may sign some decisions on behalf of a body (Awb 10:1-10:12).

    `decisions` are names of besluiten; None is every one. `valid_from` and `valid_to` are day numbers, both included.
    `except_outcomes` are the outcomes, by besluit, that this function may not sign.
    """

    name: str
    body: str
    function: str
    decisions: frozenset[str] | None
    valid_from: int
    valid_to: int | None
    source: str
    span: Span
    except_outcomes: Mapping[str, frozenset[str]]
