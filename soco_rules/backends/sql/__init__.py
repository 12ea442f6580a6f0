"""The sql backend: a Program as one query over a caseload, in DuckDB (in this process) or in Spark.

`columns` says what a relation may hold and what the query makes of it, `build.query` is the query, `duck.run` runs it.
"""

from __future__ import annotations

from importlib.util import find_spec


def available() -> bool:
    """Whether the extra `simulatie` is installed. The modules here cannot be imported without."""
    return find_spec("duckdb") is not None and find_spec("sqlglot") is not None
