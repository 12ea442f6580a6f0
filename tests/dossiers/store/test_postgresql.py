"""Whether these tests ran on PostgreSQL too."""

from __future__ import annotations

import psycopg

from tests.dossiers.databases import SERVER
from tests.dossiers.databases import only_postgresql


@only_postgresql
def test_every_test_of_a_store_runs_on_postgresql_too() -> None:
    with psycopg.connect(f"{SERVER}/postgres") as connection:
        assert connection.info.server_version >= 130000
