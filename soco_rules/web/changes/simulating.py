"""A caseload reckoned with one or two readings of an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.simulation import distributions
from soco_rules.simulation import flows
from soco_rules.simulation.document import as_json
from soco_rules.simulation.page import as_page
from soco_rules.simulation.reading import Reading
from soco_rules.simulation.report import Report
from soco_rules.simulation.sheets import as_csv
from soco_rules.simulation.sheets import as_xlsx
from soco_rules.simulation.simulate import Order
from soco_rules.simulation.simulate import simulate
from soco_rules.simulation.supply import make
from soco_rules.simulation.supply import parts_for
from soco_rules.simulation.sweep import Range
from soco_rules.simulation.synthetic import months_from
from soco_rules.web.beside import Tell
from soco_rules.web.changes.asked import Sent
from soco_rules.web.changes.figures import reckoned
from soco_rules.web.changes.made import REPORT
from soco_rules.web.changes.made import Made
from soco_rules.web.changes.made import refused
from soco_rules.web.changes.readings import Chosen
from soco_rules.web.changes.readings import reading_of

_SUFFIXES = (".csv", ".parquet")
_SMALL = 20_000
"""Rows of an invented caseload that somebody can keep, to see what a file of his own must have."""
INVENTED_FILE, EXAMPLE = "verzonnen.csv", "leden-voorbeeld.csv"


@dataclass(frozen=True, slots=True)
class Invented:
    """A caseload to invent: so many members in so many months from the first day of one, the same for the same seed."""

    members: int
    months: int
    first: int
    seed: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What to reckon. With a day a reading takes each month as if it were the month of that day."""

    old: Chosen
    new: Chosen
    ranges: tuple[Range, ...]
    groups: tuple[str, ...]
    caseload: Sent | Invented


def simulated(tell: Tell, root: Path, asked: Asked, day: int) -> Made:
    """The report of a caseload; nothing of the file is kept. `day` is today."""
    workspace, _ = load_workspace(root, shipped_root())
    sides = (asked.old, asked.new) if asked.new != asked.old else (asked.old,)
    readings = [reading_of(workspace, side, day) for side in sides]
    with TemporaryDirectory() as folder:
        file, findings = _file_in(Path(folder), asked, readings, tell)
        if file is None:
            return refused(findings)
        order = Order(tuple(readings), file, flows.shipped(), (), asked.groups, asked.ranges)
        report, findings = simulate(order, lambda doing: tell(_phase(doing), 0, 0))
        findings = tuple(_as_sent(found, file, asked.caseload) for found in findings)
        if report is None:
            return refused(findings)
        files = _files(report, day)
        if file.name == INVENTED_FILE:
            files[EXAMPLE] = file.read_bytes()
    return Made("changes/simulated", {"found": reckoned(report)}, files, notes=findings)


def _phase(doing: str) -> str:
    """What is being done, in words that change seldom."""
    if doing == "bestand" or doing.startswith("kolom "):
        return "het bestand lezen"
    return "de tabellen maken" if doing == "rapport" else "leden doorrekenen"


def _as_sent(found: Diagnostic, file: Path, caseload: Sent | Invented) -> Diagnostic:
    """A finding that calls the file as whoever sent it does, and not as it was put aside."""
    match caseload:
        case Sent(name, _):
            return replace(found, message=found.message.replace(str(file), name))
        case Invented():
            return replace(found, message=found.message.replace(str(file), "verzonnen leden"))


def suffix_of(name: str) -> str | None:
    """How the name of a file that can be reckoned ends; None of any other."""
    return next((each for each in _SUFFIXES if name.lower().endswith(each)), None)


def _file_in(
    folder: Path, asked: Asked, readings: list[Reading], tell: Tell
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    match asked.caseload:
        case Sent(name, content):
            path = folder / f"leden{suffix_of(name)}"  # a name from elsewhere is no path here
            path.write_bytes(content)
            return path, ()
        case Invented(members, number, first, seed):
            months = months_from(first, number)
            asking, findings = parts_for(readings, (), months)
            if has_errors(findings):
                return None, findings
            path = folder / (INVENTED_FILE if members * number <= _SMALL else "verzonnen.parquet")
            done = 0

            def counted(more: int) -> None:
                nonlocal done
                done += more
                tell("leden verzinnen", done, members)

            make(asking, distributions.shipped(), months, path, members=members, seed=seed, progress=counted)
            return path, ()


def _files(report: Report, day: int) -> dict[str, bytes]:
    return {
        REPORT: as_page(report, day).encode(),
        "tabellen.csv": ("\ufeff" + as_csv(report)).encode(),  # so that a spreadsheet reads it as UTF-8
        "tabellen.xlsx": as_xlsx(report),
        "doorrekening.json": as_json(report).encode(),
    }
