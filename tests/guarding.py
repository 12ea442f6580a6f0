"""Scenarios about De Kade, to stand beside its rules: one that holds, one that fails, one that nobody confirmed."""

from __future__ import annotations

from pathlib import Path

FEATURE = "features/havendorp/de-kade.feature"
HEADING = """\
# language: nl
Functionaliteit: De Kade
"""
SCENARIO = """
  {label}Scenario: {name}
    Gegeven de overeenkomst "havendorp/de-kade"
    En de peildatum is {day}
    En de gegevens
      | gegeven    | waarde     |
      | woont_hier | nee        |
      | startdatum | 2026-12-01 |
    En de oordelen
      | oordeel | waarde | door         | reden   |
      | past    | ja     | klantmanager | gesprek |
    Als het besluit "toelating" wordt voorgesteld
    Dan is de uitkomst "{outcome}"
"""


def scenario(
    name: str, *, outcome: str = "doorzenden", day: str = "2026-11-02", is_proposal: bool = False
) -> str:
    """One scenario; who lives elsewhere is sent on, so any other outcome fails."""
    label = "@voorstel\n  " if is_proposal else ""
    return SCENARIO.format(label=label, name=name, outcome=outcome, day=day)


def with_scenarios(root: Path, *scenarios: str, file: str = FEATURE) -> None:
    """Put scenarios in a workspace."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADING + "".join(scenarios), "utf-8")
