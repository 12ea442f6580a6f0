"""A desk in a process of its own, as `soco start` runs it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from tests.web.persons import ROOT

SOCO = (sys.executable, "-c", "from soco_rules.cli.main import main; main()")


@dataclass(frozen=True)
class Served:
    """A desk that answers, and what it said until then."""

    address: str
    process: subprocess.Popen[str]
    said: list[str]

    def browser(self) -> httpx2.Client:
        """A browser at the desk, which nobody knows yet; it waits as long as a person would on a busy machine."""
        return httpx2.Client(base_url=self.address, headers={"Sec-Fetch-Site": "same-origin"}, timeout=120)

    @contextmanager
    def known(self) -> Iterator[httpx2.Client]:
        """The browser of who started the desk."""
        with self.browser() as browser:
            browser.get(re.findall(r"http\S+sleutel=\S+", "".join(self.said))[-1])
            yield browser


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


@contextmanager
def served(folder: Path, *words: str, environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """`soco start` in a folder, as soon as it says that it is ready; it is killed at the end where it still runs."""
    port = free_port()
    command = (*SOCO, "start", "--poort", str(port), "--niet-openen", *words)
    around = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    with subprocess.Popen(
        command, cwd=folder, env=around, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as process:
        assert process.stdout
        said: list[str] = []
        try:
            for line in process.stdout:
                said.append(line)
                if "staat klaar" in line:
                    break
            # what it says later is read too, so that it never waits for somebody to read
            reading = threading.Thread(target=said.extend, args=(process.stdout,))
            reading.start()
            yield Served(f"http://127.0.0.1:{port}", process, said)
        finally:
            process.kill()
            process.wait()
            reading.join()
