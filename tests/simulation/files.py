"""An invented caseload on disk and the parts of a simulation over it, for tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import load_workspace
from soco_rules.simulation.distributions import shipped
from soco_rules.simulation.reading import Reading
from soco_rules.simulation.supply import make
from soco_rules.simulation.supply import parts_for
from soco_rules.simulation.synthetic import months_from

ROOT = Path(__file__).parents[2]
DELFT = "delft/scope"
BESLUITEN = ("verrekening", "bijdrageoverzicht")


@cache
def workspace() -> Workspace:
    return load_workspace(ROOT, None, references=(DELFT,))[0]


def delft(**points: str) -> Reading:
    """Delft as it is, or with some points filled otherwise."""
    return Reading(DELFT, workspace(), DELFT, stated=points)


@cache
def invented(members: int, months: int, seed: int = 7) -> str:
    """The text of an invented caseload of Delft from May 2026 on."""
    days = months_from(parse_date("2026-05-01"), months)
    asking, findings = parts_for([delft()], BESLUITEN, days)
    assert findings == ()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "leden.csv"
        make(asking, shipped(), days, file, members=members, seed=seed)
        return file.read_text("utf-8")


def written(folder: Path, text: str, name: str = "leden.csv") -> Path:
    """A file with a text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path
