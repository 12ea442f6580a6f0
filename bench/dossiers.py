"""How many admissions and acts a store takes in a second, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import psycopg

from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import ReportedFact

ADMISSIONS = 200
ACTS = 10_000
_BOOK = "delft/scope"
SERVER = "SOCO_TEST_POSTGRESQL"


def dossiers() -> Iterator[str]:
    """One admission a transaction; then many acts in one, read again and verified."""
    yield f"The store of dossiers: {ADMISSIONS} admissions, each in its own transaction; then {ACTS} acts in one."
    with ExitStack() as stack:
        yield from _figures("SQLite", open_store(stack.enter_context(in_a_file()), new_ring("bench")))
        if SERVER in os.environ:
            address = stack.enter_context(on_postgresql(os.environ[SERVER]))
            yield from _figures("PostgreSQL", open_store(address, new_ring("bench")))
        else:
            yield f"  PostgreSQL: {SERVER} is not set; README.md tells how"


def _figures(name: str, store: Store) -> Iterator[str]:
    begun = perf_counter()
    for number in range(ADMISSIONS):
        _admit(store, f"lid {number}")
    admitted = perf_counter()
    _append_many(store)
    appended = perf_counter()
    book = read_book(store, _BOOK)
    read = perf_counter()
    flaws = verify(store, _BOOK)
    verified = perf_counter()
    assert (len(book.dossiers), flaws) == (ADMISSIONS, ())
    yield f"  {name}: {ADMISSIONS / (admitted - begun):,.0f} admissions a second"
    yield f"  {name}: {ACTS / (appended - admitted):,.0f} acts a second written, in one transaction"
    yield f"  {name}: {ACTS / (read - appended):,.0f} acts a second read, {ACTS / (verified - read):,.0f} verified"


def _admit(store: Store, name: str) -> None:
    with writing(store, _BOOK, "bench") as ledger:
        number = ledger.open_dossier()
        ledger.append([Draft(Opened(), number), Draft(Person(name=name), number)])


def _append_many(store: Store) -> None:
    fact = ReportedFact(
        name="omzet", value="123456", source="coöperatie", date="2026-11-02", valid_from="2026-10-01"
    )
    drafts = [Draft(fact, 1 + place % ADMISSIONS, "verrekening", "2026-10-01") for place in range(ACTS)]
    with writing(store, _BOOK, "bench") as ledger:
        ledger.append(drafts)


@contextmanager
def in_a_file() -> Iterator[str]:
    """The address of an empty store in a file."""
    with TemporaryDirectory() as folder:
        address = str(Path(folder) / "dossiers.sqlite")
        migrate(address)
        yield address


@contextmanager
def on_postgresql(server: str) -> Iterator[str]:
    """The address of an empty store in a new database of a server."""
    name = f"soco_{uuid.uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    migrate(f"{server}/{name}")
    yield f"{server}/{name}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
