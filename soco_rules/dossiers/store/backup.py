"""A copy of all books in one file, still encrypted, and the way back into an empty store of either database.

The file is gzip of lines of JSON: what it is with the heads of the books, the rows of the tables, and a last line with
the number of lines and their digest, so that half a file is never taken for a whole one.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection
from sqlalchemy import Table
from sqlalchemy import insert
from sqlalchemy import select

from soco_rules.dossiers.chain import Anchor
from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import changing
from soco_rules.dossiers.store.connect import open_store
from soco_rules.dossiers.store.connect import reading
from soco_rules.dossiers.store.connect import utc_now
from soco_rules.dossiers.store.errors import StoreError
from soco_rules.dossiers.store.errors import refusal
from soco_rules.dossiers.store.migrate import migrate
from soco_rules.dossiers.store.tables import book
from soco_rules.dossiers.store.tables import data_key
from soco_rules.dossiers.store.tables import entry
from soco_rules.dossiers.store.verify import verified

KIND = "reservekopie van soco dossier 1"
_TABLES = {"book": book, "entry": entry, "data_key": data_key}
_AT_ONCE = 1000


def back_up(store: Store, folder: Path) -> tuple[Path, tuple[Anchor, ...]]:
    """Write all books as they are at one moment to a new file in a folder; with where each of them stands.

    Raises:
        StoreError: the store cannot be read.
        OSError: the folder cannot be written, or has a backup of this second.
    """
    at = store.now()
    target = folder / f"dossiers-{at[:19].replace(':', '').replace('-', '')}Z.jsonl.gz"
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with reading(store) as connection:
            anchors = _anchors(connection, at)
            _write(partial, anchors, _rows(connection))
        for _ in _read(partial):  # what is not there again is no backup
            pass
        os.link(partial, target)  # takes the name only where nobody has it
    finally:
        partial.unlink(missing_ok=True)
    return target, anchors


def restore(
    backup: Path,
    address: str,
    keys: KeyRing,
    *,
    anchors: Sequence[Anchor] = (),
    now: Callable[[], str] = utc_now,
) -> tuple[Anchor, ...]:
    """Put a backup into an empty store, made where there is none: only when every book is as it was written.

    Raises:
        StoreError: the file is no whole backup, the store is not empty, or a book does not verify.
        OSError: the file cannot be read.
    """
    held = _header(backup)
    is_new = migrate(address) is None
    try:
        store = open_store(address, keys, now=now)
        with changing(store.engine, store.place) as connection:
            _empty(store, connection)
            _fill(connection, backup)
            _whole(store, connection, (*held, *anchors))
    except BaseException:
        if is_new and "://" not in address:
            for suffix in ("", "-wal", "-shm"):
                Path(address + suffix).unlink(missing_ok=True)
        raise
    return held


def _anchors(connection: Connection, at: str) -> tuple[Anchor, ...]:
    return tuple(
        Anchor(agreement=row.agreement, number=row.head_number, digest=row.head_digest.hex(), at=at)
        for row in connection.execute(select(book).order_by(book.c.agreement))
    )


def _rows(connection: Connection) -> Iterator[dict[str, object]]:
    for name, table in _TABLES.items():
        query = select(table).order_by(*table.primary_key)
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings():
            yield {"tabel": name, **{column: _written(value) for column, value in row.items()}}


def _written(value: object) -> object:
    return {"b64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _write(path: Path, anchors: Sequence[Anchor], rows: Iterator[dict[str, object]]) -> None:
    header = {"soort": KIND, "ankers": [each.model_dump(by_alias=True) for each in anchors]}
    whole, lines = hashlib.sha256(), 0
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1, mtime=0) as packed:
            for each in (header, *rows):
                line = json.dumps(each, ensure_ascii=False).encode() + b"\n"
                whole.update(line)
                lines += 1
                packed.write(line)
            packed.write(json.dumps({"regels": lines, "sha256": whole.hexdigest()}).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a backup but the last, which must fit them.

    Raises:
        StoreError: it is not a whole backup.
    """
    whole, lines, ended = hashlib.sha256(), 0, False
    try:
        with gzip.open(path, "rb") as packed:
            for line in packed:
                data = json.loads(line)
                if ended or not isinstance(data, dict):
                    raise _no_backup(path)
                if "sha256" in data:
                    ended = (data.get("regels"), data["sha256"]) == (lines, whole.hexdigest())
                    if not ended:
                        raise _no_backup(path)
                    continue
                whole.update(line)
                lines += 1
                yield data
    except (gzip.BadGzipFile, EOFError, zlib.error, ValueError):
        raise _no_backup(path) from None
    if not ended:
        raise _no_backup(path)


def _no_backup(path: Path) -> StoreError:
    message = f"'{path}' is geen hele reservekopie van soco dossier reservekopie."
    return refusal("reservekopie", str(path), message)


def _header(path: Path) -> tuple[Anchor, ...]:
    """Where the books stood; the whole file is read, so that nothing is made for half of one."""
    lines = _read(path)
    first = next(lines, {})
    for _ in lines:
        pass
    try:
        anchors = tuple(Anchor.model_validate(each) for each in first.get("ankers", ()))
    except (ValidationError, TypeError):
        raise _no_backup(path) from None
    if first.get("soort") != KIND:
        raise _no_backup(path)
    return anchors


def _fill(connection: Connection, path: Path) -> None:
    lines = islice(_read(path), 1, None)
    while some := list(islice(lines, _AT_ONCE)):
        for name, table in _TABLES.items():
            rows = [_values(path, table, line) for line in some if line.get("tabel") == name]
            if rows:
                connection.execute(insert(table), rows)


def _values(path: Path, table: Table, line: dict[str, Any]) -> dict[str, object]:
    try:
        return {
            column.name: base64.b64decode(value["b64"], validate=True) if isinstance(value, dict) else value
            for column in table.columns
            for value in (line[column.name],)
        }
    except (KeyError, TypeError, binascii.Error):
        raise _no_backup(path) from None


def _empty(store: Store, connection: Connection) -> None:
    if connection.execute(select(book.c.agreement).limit(1)).first() is not None:
        raise refusal("opslag-niet-leeg", store.place, f"In '{store.place}' staan al boeken.")


def _whole(store: Store, connection: Connection, anchors: Sequence[Anchor]) -> None:
    there = tuple(connection.scalars(select(book.c.agreement)))
    for given in anchors:
        if given.agreement not in there:
            message = f"Het boek '{given.agreement}' staat niet in de reservekopie, en wel in een anker."
            raise refusal("boek-beschadigd", store.place, message)
    broken = tuple(found for each in there for found in verified(store, connection, each, anchors))
    if broken:
        raise StoreError(*broken)
