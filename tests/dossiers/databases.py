"""The databases that tests run on: SQLite always, PostgreSQL where the environment has a server for tests."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

VARIABLE = "SOCO_TEST_POSTGRESQL"
SERVER = os.environ.get(VARIABLE, "")
"""The address, without a database, of a PostgreSQL server on which databases may be made; README.md says how."""

NO_SERVER = f"{VARIABLE} is not set, so no store is tested on PostgreSQL: see README.md"
DATABASES = ("sqlite", "postgresql") if SERVER else ("sqlite",)


@contextmanager
def new_database(*, copy_of: str = "template1") -> Iterator[str]:
    """The address of a database that is there for one test, empty or like the one at an address."""
    template = copy_of.rpartition("/")[2]
    name = f"soco_{uuid.uuid4().hex}"
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
    yield f"{SERVER}/{name}"
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


only_postgresql = pytest.mark.skipif(not SERVER, reason=NO_SERVER)
on_postgresql = pytest.mark.parametrize("address", ["postgresql"], indirect=True)
"""With `only_postgresql`: a test of `stores` that makes sense there only."""
