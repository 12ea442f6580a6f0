"""Put a scenario that shows a found case into a feature file: at the end, nothing else changed, never twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

HEADING = "Gevallen die soco bewijs vond"
"""The `Regel:` under which they come."""
_NEW = f"# language: nl\nFunctionaliteit: {HEADING}\n"
_BLOCK = re.compile(
    r"\s*(Functionaliteit|Achtergrond|Regel|Scenario|Voorbeeld|Abstract Scenario|Voorbeelden):\s*(.*)"
)
_SCENARIOS = ("Scenario", "Voorbeeld", "Abstract Scenario")


def feature_of(reference: str) -> PurePosixPath:
    """Where the scenarios of an agreement stand, below the folder that holds agreements/."""
    return PurePosixPath("features", f"{reference}.feature")


def with_scenario(text: str | None, scenario: tuple[str, ...]) -> str | None:
    """The text with the scenario behind it; None where the same one stands there already.

    Of another scenario with that name the new one gets a number. Without a text it is a new file.
    """
    text = _NEW if text is None or not text.strip() else text
    end = "\r\n" if "\r\n" in text else "\n"
    name = _BLOCK.fullmatch(scenario[0])
    assert name is not None
    steps = tuple(line.strip() for line in scenario[1:])
    present = dict(_scenarios(text.splitlines()))
    if any(_same(said, steps) for known, said in present.items() if _without_number(known) == name[2]):
        return None
    lines = ["", f"Scenario: {_free(name[2], present)}", *scenario[1:]]
    under_rule = _last_rule(text)
    if under_rule is not None and under_rule != HEADING:
        lines = ["", f"Regel: {HEADING}", *(f"  {line}" if line else "" for line in lines)]
    elif under_rule == HEADING:
        lines = [f"  {line}" if line else "" for line in lines]
    added = end.join(f"  {line}".rstrip() for line in lines)
    return text + ("" if text.endswith("\n") else end) + added + end


def _scenarios(lines: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every scenario by its name with its steps, without indentation, empty lines and remarks."""
    name: str | None = None
    steps: list[str] = []
    for line in lines:
        block = _BLOCK.fullmatch(line)
        if block is None:
            steps.append(line.strip())
            continue
        if name is not None:
            yield name, _said(steps)
        name, steps = block[2].strip() if block[1] in _SCENARIOS else None, []
    if name is not None:
        yield name, _said(steps)


def _said(steps: list[str]) -> tuple[str, ...]:
    return tuple(step for step in steps if step and not step.startswith(("#", "@")))


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two scenarios tell the same case: what a person made of the outcome since then does not count."""
    return _case(one) == _case(other)


def _case(steps: tuple[str, ...]) -> list[list[str]]:
    asked = next(
        (number for number, step in enumerate(steps) if step.startswith(("Als ", "Wanneer "))), len(steps)
    )
    return [re.split(r"\s+", step) for step in steps[: asked + 1]]


def _without_number(name: str) -> str:
    return re.sub(r" \(\d+\)$", "", name)


def _free(name: str, present: dict[str, tuple[str, ...]]) -> str:
    number, free = 1, name
    while free in present:
        number += 1
        free = f"{name} ({number})"
    return free


def _last_rule(text: str) -> str | None:
    """The heading of the `Regel:` in which the file ends."""
    found = [block for line in text.splitlines() if (block := _BLOCK.fullmatch(line))]
    return next((block[2].strip() for block in reversed(found) if block[1] == "Regel"), None)
