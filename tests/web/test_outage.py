"""A desk on PostgreSQL, of which the database goes away in the middle of the work and comes back."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import httpx2
import pytest

from soco_rules.dossiers.keys import as_key_file
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from tests.dossiers.databases import new_database
from tests.dossiers.databases import only_postgresql
from tests.web.outage import wire_to
from tests.web.persons import ROOT
from tests.web.reading import read
from tests.web.serving import Served
from tests.web.serving import served

pytestmark = [pytest.mark.slow, only_postgresql]
KADE = "havendorp/de-kade"
FORM = {"overeenkomst": KADE, "naam": "mevrouw N. Nieuw", "toch": "ja"}
RING = new_ring("test")
AWAY = "De dossiers zijn nu niet te bereiken"


@pytest.fixture
def database() -> Iterator[str]:
    with new_database() as address:
        migrate(address)
        yield address


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "agreements" / "dossiers", tmp_path / "werkmap")
    (tmp_path / "werkmap" / "sleutels.json").write_bytes(as_key_file(RING))
    (tmp_path / "werkmap" / "sleutels.json").chmod(0o600)
    return tmp_path / "werkmap"


def words(address: str) -> tuple[str, ...]:
    return ("--opslag", address, "--sleutels", "sleutels.json", "--als", "A. de Vries")


def told(desk: Served, browser: httpx2.Client) -> tuple[int, bool, bool]:
    """What somebody sees who looks for dossiers, and what who watches over the desk hears of the store."""
    page = browser.get(f"/dossiers/{KADE}", timeout=30)
    ready = httpx2.get(f"{desk.address}/gereed", timeout=30).json()
    return page.status_code, AWAY in page.text, ready["opslag"]


def test_a_database_that_goes_away_is_told_and_used_again_when_it_is_back(
    folder: Path, database: str
) -> None:
    with wire_to(database) as (wire, over), served(folder, *words(over)) as desk, desk.known() as browser:
        assert 303 == browser.post("/dossiers/nieuw", data=FORM).status_code
        wire.cut()
        away = browser.get(f"/dossiers/{KADE}")
        wire.join()
        back = browser.get(f"/dossiers/{KADE}")

    assert (503, 200) == (away.status_code, back.status_code)
    assert AWAY in read(away)


def test_a_database_that_is_silent_keeps_nobody_waiting(folder: Path, database: str) -> None:
    with wire_to(database) as (wire, over), served(folder, *words(over)) as desk, desk.known() as browser:
        browser.post("/dossiers/nieuw", data=FORM)
        wire.is_silent = True
        silent = told(desk, browser)

    assert (503, True, False) == silent


def test_nothing_that_was_confirmed_is_lost_when_the_database_goes_away(folder: Path, database: str) -> None:
    """Writers go on while the wire is cut and joined three times; what got a yes is in the book."""
    answers: Queue[int] = Queue()
    over_and_out = threading.Event()

    def write(browser: httpx2.Client) -> None:
        while not over_and_out.is_set():
            answers.put(browser.post("/dossiers/nieuw", data=FORM, timeout=60).status_code)

    with wire_to(database) as (wire, over), served(folder, *words(over)) as desk, desk.known() as browser:
        writers = [threading.Thread(target=write, args=(browser,)) for _ in range(3)]
        for writer in writers:
            writer.start()
        seen: list[int] = []
        for _ in range(3):
            while seen.count(303) % 5 != 4:
                seen.append(answers.get(timeout=60))
            wire.cut()
            while seen[-1] == 303:
                seen.append(answers.get(timeout=60))
            wire.join()
            while seen[-1] != 303:
                seen.append(answers.get(timeout=60))
        over_and_out.set()
        for writer in writers:
            writer.join()
    seen += [answers.get() for _ in range(answers.qsize())]
    store = open_store(database, RING)
    book = read_book(store, KADE)

    assert {303, 503} == set(seen)
    assert () == verify(store, KADE)
    assert seen.count(303) <= len(book.dossiers) <= len(seen)
    assert [] == [number for number, found in book.dossiers.items() if len(found.entries) < 2]
