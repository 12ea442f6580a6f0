"""Where a caseload is worked on: a database that lives on the disk and is gone afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from soco_rules.backends.sql import duck
from soco_rules.simulation.quoting import literal

MEMORY = "1GB"
"""So much the database keeps in memory; the rest of a large file is on the disk."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """A database with a folder beside it, for this run only."""

    connection: duckdb.DuckDBPyConnection
    folder: Path


@contextmanager
def workplace() -> Iterator[Workplace]:
    """A place to work, of which nothing stays behind. The folder can be read by nobody else."""
    with tempfile.TemporaryDirectory(prefix="soco-") as name:
        folder = Path(name)
        connection = duck.connect(memory=MEMORY, folder=folder)
        try:
            connection.execute(f"ATTACH {literal(str(folder / 'werk.duckdb'))} AS werk")
            connection.execute("USE werk")
            connection.execute("SET enable_progress_bar = false")
            yield Workplace(connection, folder)
        finally:
            connection.close()
