"""How the desk is set up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from pathlib import Path

from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.dossiers.keys import KeyRing


def today() -> int:
    """The day number of today."""
    return datetime.now(tz=UTC).astimezone().date().toordinal()


@dataclass(frozen=True, slots=True)
class Settings:
    """Where everything is. Without `dossiers` (an address and its keys) there are no dossiers at this desk.

    `today` gives the day number of today: no page reads the clock in any other place. `second` is how the second
    calculator is run: a server has it in processes of their own.
    """

    root: Path
    dossiers: str | None = None
    keys: KeyRing | None = None
    today: Callable[[], int] = today
    second: SecondCalculator = in_process
