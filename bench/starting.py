"""How soon a desk answers after `soco start`, for each way to be known: the first page, and that of a dossier.

`python -m bench.starting` runs it by itself, and `python -m bench.starting <folder>` with the soco of another checkout.
"""

from __future__ import annotations

import base64
import re
import resource
import sys
import time
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2

from bench.dossiers import in_a_file
from bench.serving import BOOK
from bench.serving import ROOT
from bench.serving import Running
from bench.serving import address_of
from bench.serving import behind_proxy
from bench.serving import filled
from bench.serving import set_up
from bench.serving import signed
from bench.timing import Start
from bench.timing import timing_of
from bench.verdicts import row
from bench.verdicts import starts
from soco_rules.web.access.sessions import new_session
from soco_rules.web.access.sessions import sealed
from soco_rules.web.access.ways import SessionRules
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person

DOSSIERS = 300
STARTS = 5
GOAL = 1
PAGES = {"first page": "/", "page of a besluit": f"/dossiers/{BOOK}/1/besluit/toelating"}
_NAME = "Klantmanager 1"
_KEY = re.compile(r"/\S*sleutel=\S+")


@dataclass(frozen=True, slots=True)
class Way:
    """A desk that knows somebody, and what that person shows at it; without that he has the key from its output."""

    environment: Mapping[str, str]
    shows: Mapping[str, str]


def starting(checkout: Path = ROOT) -> Iterator[str]:
    """The figures, by the clock and in the time of the processor, which a busy machine disturbs less."""
    yield f"Starting a desk with {DOSSIERS} dossiers, {STARTS} times: from `soco start` until a page is there."
    with TemporaryDirectory() as folder, in_a_file() as address:
        filled(Path(folder), address, DOSSIERS)
        for name, way in _ways(Path(folder), address).items():
            for page, path in PAGES.items():
                found = _started(Running(way.environment, checkout), way, path)
                yield row(f"{page}, {name}, by the clock", found.clock)
                yield row(f"{page}, {name}, processor", found.processor)
                if path == "/":
                    yield starts(f"{page}, {name}", found, goal=GOAL)


def _started(desk: Running, way: Way, path: str) -> Start:
    clock: list[float] = []
    processor: list[float] = []
    for _ in range(STARTS):
        used = _of_children()
        clock.append(_first(desk, way, path))
        desk.kill()
        processor.append(_of_children() - used)
    return Start(timing_of(clock), timing_of(processor))


def _first(desk: Running, way: Way, path: str) -> float:
    """Seconds from a start to a whole page."""
    begun = time.perf_counter()
    process = desk.begin()
    with httpx2.Client(base_url=desk.address, headers=dict(way.shows), timeout=60) as browser:
        if not way.shows:
            assert process.stdout is not None
            found = _KEY.search(process.stdout.readline())
            assert found is not None
            desk.asked(browser, found[0])
        answer = desk.asked(browser, path)
        taken = time.perf_counter() - begun
    if answer.status_code != 200 or _NAME not in answer.text:
        raise SystemExit(f"{path}: {answer.status_code}")
    return taken


def _ways(folder: Path, address: str) -> dict[str, Way]:
    here = set_up(folder, address)
    keys = folder / "sessies"
    keys.write_bytes(base64.b64encode(b"k" * 32))
    keys.chmod(0o600)
    provider = {
        "SOCO_AANMELDEN": "oidc",
        "SOCO_AANMELDMAP": str(folder / "aanmelden"),
        "SOCO_ADRES": address_of(here),
        "SOCO_OIDC_UITGEVER": "https://aanmelden.havendorp.example",
        "SOCO_OIDC_CLIENT": "soco",
        "SOCO_SESSIESLEUTELS": str(keys),
    }
    person = Person(_NAME, frozenset({DeskRole.CASEWORKER}), account="account-1")
    rules = SessionRules((b"k" * 32,), folder / "aanmelden")
    session = sealed(rules, new_session(person, int(time.time())))
    return {
        "local": Way({**here, "SOCO_GEBRUIKER": _NAME}, {}),
        "proxy": Way(behind_proxy(folder, here), signed(folder, 1)),
        "OIDC, signed in": Way({**here, **provider}, {"Cookie": f"soco={session}"}),
    }


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    for line in starting(Path(sys.argv[1]).absolute() if sys.argv[1:] else ROOT):
        print(line, flush=True)
