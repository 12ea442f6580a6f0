"""From an address to a store: a SQLite file, or a PostgreSQL database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy import Connection
from sqlalchemy import Engine
from sqlalchemy import NullPool
from sqlalchemy import create_engine
from sqlalchemy import event
from sqlalchemy import inspect
from sqlalchemy import make_url
from sqlalchemy import select
from sqlalchemy.exc import ArgumentError

from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.keys import WrongKeyError
from soco_rules.dossiers.keys import opens
from soco_rules.dossiers.store.contents import BOOK
from soco_rules.dossiers.store.contents import owner
from soco_rules.dossiers.store.errors import StoreError
from soco_rules.dossiers.store.errors import refusal
from soco_rules.dossiers.store.errors import told
from soco_rules.dossiers.store.tables import REVISIONS
from soco_rules.dossiers.store.tables import data_key
from soco_rules.dossiers.store.tables import revision

PATIENCE = 60.0
"""For how many seconds a command waits for others to finish writing."""

_CONNECTING = 5
"""Seconds in which a database server answers, or is not there."""

_ALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 25_000}
"""A server that goes away without a word is noticed within half a minute, and not when the system gives up."""

_WRITES = "soco_writes"


@dataclass(frozen=True, slots=True)
class Store:
    """A database of dossiers with the keys to read it. `place` names it in messages, without a password."""

    engine: Engine
    place: str
    keys: KeyRing
    now: Callable[[], str]


def utc_now() -> str:
    """This moment, as acts are stamped with it."""
    return datetime.now(tz=UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def open_store(
    address: str, keys: KeyRing, *, now: Callable[[], str] = utc_now, patience: float = PATIENCE
) -> Store:
    """The store at an address: a path, or `postgresql://user@host/database`.

    Raises:
        StoreError: there is none, its schema is older or newer than this software, or the keys are not its keys.
    """
    engine, place = connect(address, patience=patience)
    with told(place), engine.connect() as connection:
        found = schema_of(connection)
        if found is None:
            raise missing(place)
        if found != REVISIONS[-1]:
            raise other_schema(place, found)
        _fit(connection, keys)
    return Store(engine, place, keys, now)


def connect(address: str, *, patience: float = PATIENCE) -> tuple[Engine, str]:
    """An engine that opens a connection for each use and closes it after, and the name of the place for messages.

    Raises:
        StoreError: no database can have this address, or there is no such file.
    """
    if _is_server(address):
        return _postgresql(address, patience), shown(address)
    if "://" in address:
        scheme = address.partition("://")[0]
        raise refusal("opslag-adres", scheme, f"Een adres dat met '{scheme}://' begint, is niet bekend.")
    return _sqlite(Path(address), patience), address


def shown(address: str) -> str:
    """The name of a place in messages: its address without user and password.

    Raises:
        StoreError: no database can have this address.
    """
    if not _is_server(address):
        return address
    url = _url(address)
    return URL.create(url.drivername, host=url.host, port=url.port, database=url.database).render_as_string()


@contextmanager
def reading(store: Store) -> Iterator[Connection]:
    """A connection that sees the store as it is at one moment, whatever others write meanwhile."""
    with told(store.place), store.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def changing(engine: Engine, place: str) -> Iterator[Connection]:
    """A connection whose work is kept as a whole, or not at all when anything is raised.

    On SQLite nobody else writes meanwhile; on PostgreSQL a book is locked by its row.
    """
    with told(place), engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


def schema_of(connection: Connection) -> str | None:
    """The revision of the schema, None where there are no tables of ours."""
    if not inspect(connection).has_table(revision.name):
        return None
    return connection.scalar(select(revision.c.version_num))


def missing(place: str) -> StoreError:
    """There is no store at this place."""
    return refusal("opslag-ontbreekt", place, f"Bij '{place}' is geen opslag van dossiers.")


def other_schema(place: str, found: str) -> StoreError:
    """The schema is not that of this software."""
    if found in REVISIONS:
        return refusal("opslag-oud", place, f"'{place}' is van een oudere versie van soco_rules.")
    return refusal("opslag-nieuwer", place, f"'{place}' is van een nieuwere versie van soco_rules.")


def _fit(connection: Connection, keys: KeyRing) -> None:
    """Whether these keys open any book, where there is one; the book that is damaged is told of when it is read."""
    query = select(data_key.c.agreement, data_key.c.kek, data_key.c.wrapped).where(data_key.c.dossier == BOOK)
    rows = connection.execute(query).all()
    if rows and not any(opens(keys, row.kek, row.wrapped, owner(row.agreement, BOOK)) for row in rows):
        raise WrongKeyError


def _is_server(address: str) -> bool:
    return address.startswith(("postgresql://", "postgres://"))


def _url(address: str) -> URL:
    try:
        url = make_url(address).set(drivername="postgresql")
    except (ArgumentError, ValueError):
        message = "Het adres van de PostgreSQL-database klopt niet."
        raise refusal("opslag-adres", "postgresql", message) from None
    if not url.database:
        raise refusal("opslag-adres", "postgresql", "Het adres van PostgreSQL noemt geen database.")
    return url


def _postgresql(address: str, patience: float) -> Engine:
    wait = f"-c lock_timeout={round(patience * 1000)}"
    return create_engine(
        _url(address).set(drivername="postgresql+psycopg"),
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"options": wait, "connect_timeout": _CONNECTING, **_ALIVE},
    )


def _sqlite(path: Path, patience: float) -> Engine:
    if path.is_dir():
        raise refusal("opslag-adres", str(path), f"'{path}' is een map; de opslag is een bestand.")
    if not path.exists():
        raise missing(str(path))

    uri = f"{path.absolute().as_uri()}?mode=rw"  # never makes a file

    def opened() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None)

    engine = create_engine("sqlite://", creator=opened, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")  # an erased key leaves nothing on the page


def _begin(connection: Connection) -> None:
    """The driver begins nothing itself; who will write takes the lock at once, so that nobody has to start over."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
