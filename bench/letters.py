"""Letters as PDF, beside WeasyPrint on the page with the same words."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.example import compiled
from bench.example import loaded
from bench.timing import Start
from bench.timing import Timing
from bench.timing import repeated
from bench.timing import started
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.letters.tree import Address
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Value
from soco_rules.model.decision import Decision
from soco_rules.parser.case import read_case

NUMBER = 200
OURS, THEIRS = "typst", "weasyprint"
"""As bench.first_letter names them."""
MEASURED = {OURS: NUMBER, THEIRS: NUMBER // 10}
"""So many letters are written; all of them would take WeasyPrint minutes."""
Write = Callable[[Letter], bytes]


def no_weasyprint() -> str:
    """Why WeasyPrint cannot be measured here; empty when it can."""
    if importlib.util.find_spec("weasyprint") is None:
        return "WeasyPrint is not installed (extra `bench`): its figures are left out"
    try:
        importlib.import_module("weasyprint")
    except OSError:
        return "WeasyPrint finds no Pango (libpango-1.0-0, libpangoft2-1.0-0): its figures are left out"
    return ""


def settlement(root: Path) -> Decision:
    """What a member of Scope keeps of a month."""
    dates = Dates(date(2026, 10, 1).toordinal(), date(2026, 11, 10).toordinal())
    program = compiled(loaded(root), "delft/scope", "verrekening", dates.reference)
    file = root / "docs/voorbeelden/delft-verrekening.yaml"
    case, findings = read_case(str(file), file.read_bytes())
    if case is None:
        raise SystemExit(f"{file}: {findings}")
    return propose(prepare(program), bind(program, case, dates)[0], dates)


def first_letters(decision: Decision, times: int, writers: Iterable[str]) -> dict[str, Start]:
    """From a saved decision to the bytes of its PDF, each in a new process, with all that it imports."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "besluit.json"
        file.write_text(decision.model_dump_json(by_alias=True), "utf-8")
        command = (sys.executable, "-m", "bench.first_letter", str(file))
        return {name: started((*command, name), times) for name in writers}


def many_letters(letter: Letter, times: int, writers: dict[str, Write]) -> dict[str, Timing]:
    """NUMBER letters that differ, none of which was written before; of WeasyPrint fewer, times as many."""
    return {
        name: _scaled(repeated(partial(_write, MEASURED[name], _different(letter), write), times), name)
        for name, write in writers.items()
    }


def _write(number: int, letters: Iterator[Letter], write: Write) -> None:
    for _ in range(number):
        write(next(letters))


def _scaled(timing: Timing, name: str) -> Timing:
    factor = NUMBER / MEASURED[name]
    return Timing(timing.median * factor, timing.fastest * factor, timing.slow * factor)


def _different(letter: Letter) -> Iterator[Letter]:
    """The letter to one person after another, each with an amount of its own."""
    for number in count(1):
        person = (Value(f"mevrouw A. Zandstra-{number}", "brief.geadresseerden", "tekst"),)
        amount = Value(f"€ {number % 1000},{number % 100:02}", "uitkomst", "bedrag")
        yield replace(letter, addressees=(Address((person,)),), blocks=(Paragraph((amount,)), *letter.blocks))
