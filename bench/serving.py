"""A desk in a process of its own, with somebody in each dossier, behind a proxy that signs who sends a request."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from compileall import compile_dir
from pathlib import Path

import httpx2
from joserfc import jwt
from joserfc.jwk import OctKey

from soco_rules.dossiers.keys import as_key_file
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person

ROOT = Path(__file__).parents[1]
BOOK = "delft/scope"
_LOOK = 0.01


def filled(folder: Path, address: str, dossiers: int) -> Store:
    """A store with so many people in it; its keys, a secret and a folder for signing in are in `folder`."""
    ring = new_ring("bench")
    for name, content in (("sleutels.json", as_key_file(ring)), ("geheim", os.urandom(32).hex().encode())):
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    (folder / "aanmelden").mkdir(mode=0o700)
    store = open_store(address, ring)
    with writing(store, BOOK, "bench") as ledger:
        for number in range(1, dossiers + 1):
            assert ledger.open_dossier() == number
            ledger.append((Draft(Opened(), number), Draft(Person(name=f"Deelnemer {number}"), number)))
    return store


def set_up(folder: Path, address: str) -> dict[str, str]:
    """The environment of a desk on that store, for who works on this computer."""
    return {
        "SOCO_WERKMAP": str(ROOT),
        "SOCO_DOSSIERS": address,
        "SOCO_SLEUTELS": str(folder / "sleutels.json"),
        "SOCO_POORT": str(_free_port()),
    }


def behind_proxy(folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of the same desk behind a proxy."""
    return {
        **environment,
        "SOCO_AANMELDEN": "proxy",
        "SOCO_AANMELDMAP": str(folder / "aanmelden"),
        "SOCO_ADRES": address_of(environment),
        "SOCO_PROXY_ALGORITME": "HS256",
        "SOCO_PROXY_SLEUTEL": str(folder / "geheim"),
        "SOCO_PROXY_UITGEVER": "bench",
        "SOCO_PROXY_PUBLIEK": "soco",
    }


def address_of(environment: Mapping[str, str]) -> str:
    """Where a desk in this environment answers."""
    return f"http://127.0.0.1:{environment['SOCO_POORT']}"


def signed(folder: Path, number: int) -> dict[str, str]:
    """The header with which the proxy vouches for a caseworker."""
    claims = {
        "iss": "bench",
        "aud": "soco",
        "exp": int(time.time()) + 3600,
        "sub": f"account-{number}",
        "name": f"Klantmanager {number}",
        "roles": ["klantmanager"],
    }
    key = OctKey.import_key((folder / "geheim").read_bytes())
    return {"X-Soco-Persoon": jwt.encode({"alg": "HS256"}, claims, key)}


class Running:
    """A desk that can be killed and started again, of a checkout with bytecode, which whoever installs `soco` has."""

    def __init__(self, environment: Mapping[str, str], checkout: Path = ROOT) -> None:
        """Start nothing yet."""
        compile_dir(checkout / "soco_rules", quiet=1)
        self.address = address_of(environment)
        self._around = {**os.environ, **environment, "PYTHONPATH": str(checkout)}
        self._checkout = checkout
        self._process: subprocess.Popen[str] | None = None

    def begin(self) -> subprocess.Popen[str]:
        """Start it, and wait for nothing."""
        command = (
            sys.executable,
            "-c",
            "from soco_rules.cli.main import main; main()",
            "start",
            "--niet-openen",
        )
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=self._checkout,
            env=self._around,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        return self._process

    def start(self) -> float:
        """Start it, and give the seconds until it answers."""
        begun = time.perf_counter()
        self.begin()
        with httpx2.Client(base_url=self.address, timeout=60) as client:
            self.asked(client, "/gezond")
        return time.perf_counter() - begun

    def asked(self, client: httpx2.Client, path: str) -> httpx2.Response:
        """What it answers, as soon as it does."""
        while True:
            try:
                return client.get(path)
            except httpx2.ConnectError:
                if self._process is None or self._process.poll() is not None:
                    raise SystemExit("the desk did not start") from None
                time.sleep(_LOOK)

    def kill(self) -> None:
        """Kill it without a word."""
        assert self._process is not None
        self._process.kill()
        self._process.communicate()

    def stop(self) -> None:
        """Let it finish what it answers, and end."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.communicate()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
