"""Making a store, and bringing one to the schema of this software; a way back is not offered."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy import text

from soco_rules.dossiers.store.connect import changing
from soco_rules.dossiers.store.connect import connect
from soco_rules.dossiers.store.connect import other_schema
from soco_rules.dossiers.store.connect import schema_of
from soco_rules.dossiers.store.errors import refusal
from soco_rules.dossiers.store.errors import told
from soco_rules.dossiers.store.tables import REVISIONS

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 0x50C0
"""The number under which PostgreSQL lets one migration in at a time."""


def migrate(address: str, *, to: str = "head") -> str | None:
    """Make the store at an address, or bring its schema to the newest revision: wholly, or not at all.

    Gives the revision that it had, None where there was no store.

    Raises:
        StoreError: the address is wrong, the schema is newer than this software, or the database refuses.
    """
    made = None if "://" in address else _made(Path(address))
    try:
        return _upgrade(address, to)
    except BaseException:
        if made is not None:
            made.unlink(missing_ok=True)
        raise


def _upgrade(address: str, to: str) -> str | None:
    from alembic import command  # noqa: PLC0415 - slow, and a store is seldom made or changed

    engine, place = connect(address)
    if engine.dialect.name == "sqlite":
        with told(place), engine.connect() as connection:
            connection.connection.cursor().execute(
                "PRAGMA journal_mode = WAL"
            )  # not possible in a transaction
    with changing(engine, place) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        found = schema_of(connection)
        if found is not None and found not in REVISIONS:
            raise other_schema(place, found)
        command.upgrade(configured(connection), to)
    return found


def configured(connection: Connection) -> Config:
    """What alembic needs to know, without a file."""
    from alembic.config import Config  # noqa: PLC0415 - idem

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _made(path: Path) -> Path | None:
    """A new empty file that only its owner reads; None where there is one."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return None
    except OSError:
        raise refusal("opslag-weigert", str(path), f"'{path}' is niet te maken.") from None
    return path
