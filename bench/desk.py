"""The desk with fifty people at work, through a kill of the server: how long a decision page takes, what was lost.

Everything is on this machine: the server, the people, and the two cores that they share.
`python -m bench.desk` runs it by itself, and `.ci/postgresql python -m bench.desk postgresql` on PostgreSQL.
"""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from dataclasses import field
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import httpx2
from joserfc import jwt
from joserfc.jwk import OctKey

from bench.dossiers import SERVER
from bench.dossiers import in_a_file
from bench.dossiers import on_postgresql
from soco_rules.dossiers.keys import as_key_file
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person

PEOPLE = 50
SECONDS = 60
THINKING = (2.0, 8.0)
"""How long somebody looks at a page before the next one, at least and at most; an assumption of this bench."""

GOAL = 0.2
ROOT = Path(__file__).parents[1]
BOOK, BESLUIT = "delft/scope", "toelating"
_INPUT = re.compile(r"<input[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_FORM = re.compile(r'<form method="post" action="([^"]*/antwoord)".*?</form>', re.DOTALL)
_SAID = {"date": "1-10-2026", "text": "1", "textarea": "gesprek"}


@dataclass(slots=True)
class Day:
    """What one person met: how long pages took, answers that the desk confirmed or may have kept, and errors."""

    took: list[float] = field(default_factory=list)
    confirmed: int = 0
    in_doubt: int = 0
    errors: list[str] = field(default_factory=list)


def desk(server_of_store: str = "") -> Iterator[str]:
    """The figures of one run, with the store in a file or in a new database of a PostgreSQL server."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        empty = on_postgresql(server_of_store) if server_of_store else in_a_file()
        store, environment, secret = _set_up(Path(folder), stack.enter_context(empty))
        address = environment["SOCO_ADRES"]
        server = _Running(environment)
        stack.callback(server.stop)
        yield f"The desk: {PEOPLE} people for {SECONDS} s, each {THINKING[0]:.0f} to {THINKING[1]:.0f} s a page; {'PostgreSQL' if server_of_store else 'SQLite'}"
        yield f"  first answer {server.start():.2f} s after `soco start`"
        over, down = Event(), Event()
        with ThreadPoolExecutor(PEOPLE) as pool:
            days = [
                pool.submit(_work, address, _token(secret, number), number, over, down)
                for number in range(1, PEOPLE + 1)
            ]
            time.sleep(SECONDS / 2)
            down.set()
            server.kill()
            back = server.start()
            down.clear()
            time.sleep(SECONDS / 2)
            over.set()
        met = [each.result() for each in days]
        yield f"  killed halfway, and back after {back:.2f} s"
        yield from _figures(met)
        yield from _kept(store, met)


def _figures(met: list[Day]) -> Iterator[str]:
    took = sorted(second for day in met for second in day.took)
    errors = [error for day in met for error in day.errors]
    at_95 = took[int(len(took) * 0.95)]
    verdict = "met" if at_95 <= GOAL and not errors else "MISSED"
    yield (
        f"  {len(took)} decision pages: half within {took[len(took) // 2] * 1000:.0f} ms, 95% within "
        f"{at_95 * 1000:.0f} ms, the slowest {took[-1] * 1000:.0f} ms; {len(errors)} errors"
    )
    yield f"  => goal 95% within {GOAL * 1000:.0f} ms and no error: {verdict}"
    yield from (f"  error: {error}" for error in sorted(set(errors))[:5])


def _kept(store: Store, met: list[Day]) -> Iterator[str]:
    book = read_book(store, BOOK)
    lost = 0
    answers = 0
    for number, day in enumerate(met, 1):
        kept = sum(entry.act in {Act.FACT, Act.JUDGEMENT} for entry in book.dossiers[number].entries)
        answers += kept
        lost += max(0, day.confirmed - kept)
        if kept > day.confirmed + day.in_doubt:
            raise SystemExit(f"dossier {number} has {kept} answers, and only {day.confirmed} were given")
    flaws = verify(store, BOOK)
    yield f"  {answers} answers kept, {lost} confirmed answers lost, {len(flaws)} flaws in the chain: " + (
        "met" if not lost and not flaws else "MISSED"
    )


# One person


def _work(address: str, token: str, number: int, over: Event, down: Event) -> Day:
    """Answer the questions of one dossier, and keep looking at it."""
    day, draw = Day(), random.Random(number)  # noqa: S311 - who thinks how long is no secret
    path = f"/dossiers/{BOOK}/{number}/besluit/{BESLUIT}"
    headers = {"X-Soco-Persoon": token, "Sec-Fetch-Site": "same-origin"}
    with httpx2.Client(base_url=address, headers=headers, timeout=30) as client:
        while not over.wait(draw.uniform(*THINKING)):
            page = _page(client, path, day, down)
            form = _FORM.search(page or "")
            if form is not None:
                _answer(client, unescape(form[1]), _filled(form[0]), day, down)
    return day


def _page(client: httpx2.Client, path: str, day: Day, down: Event) -> str | None:
    begun = time.perf_counter()
    try:
        answer = client.get(path)
    except httpx2.TransportError as error:
        _broken(error, day, down)
        return None
    if answer.status_code != 200:
        day.errors.append(f"GET {answer.status_code}")
        return None
    day.took.append(time.perf_counter() - begun)
    return answer.text


def _answer(client: httpx2.Client, path: str, form: Mapping[str, str], day: Day, down: Event) -> None:
    try:
        answer = client.post(path, data=dict(form))
    except httpx2.TransportError as error:
        day.in_doubt += 1
        _broken(error, day, down)
        return
    if answer.status_code == 303:
        day.confirmed += 1
    else:
        day.errors.append(f"POST {answer.status_code}")


def _broken(error: httpx2.TransportError, day: Day, down: Event) -> None:
    """A connection that broke while the server was down is what was asked for; any other is an error."""
    if not down.is_set():
        day.errors.append(type(error).__name__)


def _filled(form: str) -> dict[str, str]:
    """What somebody fills in: the first choice, or something that fits."""
    filled: dict[str, str] = {"doe": "antwoord"}
    for tag in _INPUT.findall(form):
        each = dict(_ATTRIBUTE.findall(tag))
        kind, name = each.get("type", "text"), each.get("name")
        if name is None:
            continue
        if kind == "hidden" or each.get("value"):
            filled.setdefault(name, unescape(each.get("value", "")))
        elif kind in _SAID:
            filled.setdefault(name, _SAID["date" if "soco-day" in each.get("class", "") else kind])
    for name in re.findall(r'<textarea[^>]*name="([^"]*)"', form):
        filled[name] = _SAID["textarea"]
    selects = re.findall(r'<select[^>]*name="([^"]*)".*?<option value="([^"]*)"', form, re.DOTALL)
    return filled | dict(selects)


# The server


def _set_up(folder: Path, address: str) -> tuple[Store, dict[str, str], bytes]:
    """A store with a dossier for everybody, and a desk behind a proxy that signs who sends a request."""
    ring, secret = new_ring("bench"), os.urandom(32)
    (folder / "sleutels.json").write_bytes(as_key_file(ring))
    (folder / "geheim").write_bytes(secret)
    (folder / "aanmelden").mkdir(mode=0o700)
    for name in ("sleutels.json", "geheim"):
        (folder / name).chmod(0o600)
    store = open_store(address, ring)
    with writing(store, BOOK, "bench") as ledger:
        for number in range(1, PEOPLE + 1):
            assert ledger.open_dossier() == number
            ledger.append((Draft(Opened(), number), Draft(Person(name=f"Deelnemer {number}"), number)))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        "SOCO_WERKMAP": str(ROOT),
        "SOCO_DOSSIERS": address,
        "SOCO_SLEUTELS": str(folder / "sleutels.json"),
        "SOCO_AANMELDEN": "proxy",
        "SOCO_AANMELDMAP": str(folder / "aanmelden"),
        "SOCO_ADRES": f"http://127.0.0.1:{port}",
        "SOCO_POORT": str(port),
        "SOCO_PROXY_ALGORITME": "HS256",
        "SOCO_PROXY_SLEUTEL": str(folder / "geheim"),
        "SOCO_PROXY_UITGEVER": "bench",
        "SOCO_PROXY_PUBLIEK": "soco",
    }
    return store, environment, secret


def _token(secret: bytes, number: int) -> str:
    claims = {
        "iss": "bench",
        "aud": "soco",
        "exp": int(time.time()) + 3600,
        "sub": f"account-{number}",
        "name": f"Klantmanager {number}",
        "roles": ["klantmanager"],
    }
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(secret))


class _Running:
    """The server, as a process that can be killed and started again."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Start it, and give the seconds until it answers."""
        begun = time.perf_counter()
        command = (sys.executable, "-c", "from soco_rules.cli.main import main; main()", "start")
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(  # noqa: S603 - our own command
            command, env=os.environ | self.environment, stdout=quiet, stderr=quiet
        )
        while True:
            try:
                httpx2.get(f"{self.environment['SOCO_ADRES']}/gezond")
            except httpx2.TransportError:
                if self.process.poll() is not None:
                    raise SystemExit("the desk did not start") from None
                time.sleep(0.01)
            else:
                return time.perf_counter() - begun

    def kill(self) -> None:
        """Kill it without a word."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """Let it finish what it answers, and end."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait()


if __name__ == "__main__":
    for line in desk(os.environ[SERVER] if sys.argv[1:] == ["postgresql"] else ""):
        print(line, flush=True)
