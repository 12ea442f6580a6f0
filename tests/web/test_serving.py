"""The desk as a process: who it lets in, how it stops, and that nothing is lost when it is killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import threading
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
from tests.web.persons import ROOT
from tests.web.serving import SOCO
from tests.web.serving import Served
from tests.web.serving import served

pytestmark = pytest.mark.slow
KADE = "havendorp/de-kade"
FORM = {"overeenkomst": KADE, "naam": "mevrouw N. Nieuw", "toch": "ja"}
RING = new_ring("test")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with an empty store and its keys."""
    shutil.copytree(ROOT / "tests" / "agreements" / "dossiers", tmp_path / "werkmap")
    (tmp_path / "werkmap" / "sleutels.json").write_bytes(as_key_file(RING))
    (tmp_path / "werkmap" / "sleutels.json").chmod(0o600)
    migrate(str(tmp_path / "werkmap" / "dossiers.sqlite"))
    return tmp_path / "werkmap"


def refused(folder: Path, *words: str, **environment: str) -> tuple[int, str]:
    """How `soco start` ends that cannot begin."""
    around = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run(
        [*SOCO, "start", "--niet-openen", *words],
        cwd=folder,
        env=around,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stderr


def test_only_who_has_the_address_of_the_terminal_is_in(folder: Path) -> None:
    words = ("--sleutels", "sleutels.json", "--als", "A. de Vries")
    with served(folder, *words) as desk, desk.browser() as stranger, desk.known() as known:
        away, home = stranger.get("/"), known.get("/")

    assert (303, 200, True) == (away.status_code, home.status_code, "A. de Vries" in home.text)


def test_a_port_that_is_taken_is_told(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, said = refused(folder, "--poort", str(taken.getsockname()[1]))

    assert (1, True) == (code, "fout: poort-bezet" in said)


def test_wrong_settings_end_with_two_and_everything_that_is_wrong(folder: Path) -> None:
    code, said = refused(folder, "--poort", "x", SOCO_AANMELDEN="oidc")

    assert (2, 6) == (code, said.count("fout: instelling\n"))


def test_what_is_being_answered_is_finished_before_it_stops(folder: Path) -> None:
    """The signal comes when the desk has asked for the form, and before it is sent."""
    with served(folder) as desk, desk.known() as browser:
        cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
        host = desk.address.removeprefix("http://")
        name, _, port = host.partition(":")
        with socket.create_connection((name, int(port))) as line:
            head = f"POST /toetsen HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 5\r\n"
            form = "Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n\r\n"
            line.sendall(f"{head}Cookie: {cookies}\r\n{form}".encode())
            asked = line.recv(1000)
            desk.process.send_signal(signal.SIGTERM)
            line.sendall(b"wat=x")
            answer = line.recv(100_000)
        code = desk.process.wait(30)

    assert b"HTTP/1.1 100 Continue\r\n\r\n" == asked
    assert (True, -signal.SIGTERM) == (answer.startswith(b"HTTP/1.1 422 "), code)


def killed_after(desk: Served, least: int) -> int:
    """How many dossiers three writers were told that they opened, until the desk was killed in the middle of it."""
    told: Queue[bool] = Queue()

    def write(browser: httpx2.Client) -> None:
        while True:
            try:
                told.put(browser.post("/dossiers/nieuw", data=FORM).status_code == 303)
            except httpx2.HTTPError:
                return

    with desk.known() as browser:
        writers = [threading.Thread(target=write, args=(browser,)) for _ in range(3)]
        for writer in writers:
            writer.start()
        good = [told.get(timeout=240) for _ in range(least)]
        desk.process.kill()
        for writer in writers:
            writer.join()
    good += [told.get() for _ in range(told.qsize())]
    assert all(good)
    return len(good)


def test_nothing_is_lost_when_the_desk_is_killed_while_people_write(folder: Path) -> None:
    """What was answered is in the book, every act is as it was written, and the next desk goes on."""
    answered = 0
    for _ in range(3):
        with served(folder, "--sleutels", "sleutels.json", "--als", "A. de Vries") as desk:
            answered += killed_after(desk, 10)
    assert answered >= 30
    store = open_store(str(folder / "dossiers.sqlite"), RING)
    book = read_book(store, KADE)

    assert () == verify(store, KADE)
    assert answered <= len(book.dossiers)
    assert [] == [number for number, found in book.dossiers.items() if len(found.entries) < 2]


def test_lines_of_a_desk_behind_a_proxy_name_nobody(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.write_text("g" * 40)
    secret.chmod(0o600)
    environment = {
        "SOCO_AANMELDEN": "proxy",
        "SOCO_ADRES": "http://127.0.0.1",
        "SOCO_PROXY_ALGORITME": "HS256",
        "SOCO_PROXY_SLEUTEL": str(secret),
        "SOCO_PROXY_UITGEVER": "poort",
        "SOCO_PROXY_PUBLIEK": "soco",
        "SOCO_AANMELDMAP": str(tmp_path),
    }
    with served(folder, environment=environment) as desk:
        with desk.browser() as browser:
            browser.get("/dossiers/havendorp/de-kade/17", params={"naam": "Zwartkop"})
        desk.process.send_signal(signal.SIGTERM)
        desk.process.wait(30)
    lines = [json.loads(line) for line in desk.said if line.startswith("{")]

    assert ["-"] == [line["rol"] for line in lines if line.get("wat") == "verzoek"]
    assert "Zwartkop" not in "".join(desk.said)
