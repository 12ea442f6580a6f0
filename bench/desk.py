"""The desk with fifty people at work, through a kill of the server: how long a decision page takes, what was lost.

Everything is on this machine: the server, the people, and the two cores that they share.
`python -m bench.desk` runs it by itself, and `.ci/postgresql python -m bench.desk postgresql` on PostgreSQL.
"""

from __future__ import annotations

import os
import random
import re
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

from bench.dossiers import SERVER
from bench.dossiers import in_a_file
from bench.dossiers import on_postgresql
from bench.serving import BOOK
from bench.serving import Running
from bench.serving import behind_proxy
from bench.serving import filled
from bench.serving import set_up
from bench.serving import signed
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.model.dossier import Act

PEOPLE = 50
SECONDS = 60
THINKING = (2.0, 8.0)
"""How long somebody looks at a page before the next one, at least and at most; an assumption of this bench."""

AGAIN = 0.1
"""Seconds until somebody asks again who found the desk away."""

GOAL = 0.2
BESLUIT = "toelating"
_INPUT = re.compile(r"<input[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_FORM = re.compile(r'<form method="post" action="([^"]*/antwoord)".*?</form>', re.DOTALL)
_SAID = {"date": "1-10-2026", "text": "1", "textarea": "gesprek"}


@dataclass(slots=True)
class Day:
    """What one person met: when each page was there and how long it took, confirmed answers, and errors.

    `in_doubt` are answers that the desk may have kept, for the connection broke.
    """

    took: list[tuple[float, float]] = field(default_factory=list)
    confirmed: int = 0
    in_doubt: int = 0
    errors: list[str] = field(default_factory=list)


def desk(server_of_store: str = "") -> Iterator[str]:
    """The figures of one run, with the store in a file or in a new database of a PostgreSQL server."""
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        empty = on_postgresql(server_of_store) if server_of_store else in_a_file()
        store_at = stack.enter_context(empty)
        store = filled(folder, store_at, PEOPLE)
        server = Running(behind_proxy(folder, set_up(folder, store_at)))
        stack.callback(server.stop)
        yield f"The desk: {PEOPLE} people for {SECONDS} s, each {THINKING[0]:.0f} to {THINKING[1]:.0f} s a page; {'PostgreSQL' if server_of_store else 'SQLite'}"
        yield f"  first answer {server.start():.2f} s after `soco start`"
        over, down = Event(), Event()
        with ThreadPoolExecutor(PEOPLE) as pool:
            days = [
                pool.submit(_work, server.address, signed(folder, number), number, over, down)
                for number in range(1, PEOPLE + 1)
            ]
            time.sleep(SECONDS / 2)
            down.set()
            server.kill()
            killed = time.perf_counter()
            back = server.start()
            down.clear()
            time.sleep(SECONDS / 2)
            over.set()
        met = [each.result() for each in days]
        first = min(at for day in met for at, _ in day.took if at > killed + back) - killed
        yield f"  killed halfway: an answer {back:.2f} s after that, and the first decision page {first:.2f} s"
        yield from _figures(met)
        yield from _kept(store, met)


def _figures(met: list[Day]) -> Iterator[str]:
    took = sorted(seconds for day in met for _, seconds in day.took)
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


def _work(address: str, shows: Mapping[str, str], number: int, over: Event, down: Event) -> Day:
    """Answer the questions of one dossier, and keep looking at it."""
    day, draw = Day(), random.Random(number)  # noqa: S311 - who thinks how long is no secret
    path = f"/dossiers/{BOOK}/{number}/besluit/{BESLUIT}"
    headers = {"Sec-Fetch-Site": "same-origin", **shows}
    with httpx2.Client(base_url=address, headers=headers, timeout=30) as client:
        while not over.wait(draw.uniform(*THINKING)):
            page = _page(client, path, day, down)
            form = _FORM.search(page or "")
            if form is not None:
                _answer(client, unescape(form[1]), _filled(form[0]), day, down)
    return day


def _page(client: httpx2.Client, path: str, day: Day, down: Event) -> str | None:
    """A page; who finds the desk away in its restart asks again until it is there, and all of that time counts."""
    begun = time.perf_counter()
    while True:
        try:
            answer = client.get(path)
            break
        except httpx2.TransportError as error:
            if not down.is_set():
                day.errors.append(type(error).__name__)
                return None
            time.sleep(AGAIN)
    if answer.status_code != 200:
        day.errors.append(f"GET {answer.status_code}")
        return None
    now = time.perf_counter()
    day.took.append((now, now - begun))
    return answer.text


def _answer(client: httpx2.Client, path: str, form: Mapping[str, str], day: Day, down: Event) -> None:
    try:
        answer = client.post(path, data=dict(form))
    except httpx2.TransportError as error:
        day.in_doubt += 1
        if not down.is_set():  # a connection that broke while the server was down is what was asked for
            day.errors.append(type(error).__name__)
        return
    if answer.status_code == 303:
        day.confirmed += 1
    else:
        day.errors.append(f"POST {answer.status_code}")


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


if __name__ == "__main__":
    for line in desk(os.environ[SERVER] if sys.argv[1:] == ["postgresql"] else ""):
        print(line, flush=True)
