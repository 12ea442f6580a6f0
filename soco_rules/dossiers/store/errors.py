"""What goes wrong with a store, as findings: never with a value that was read or written, nor with a password."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.keys import WrongKeyError

_ROOM = 100_000
"""Bytes that SQLite needs beside a file to read it while others write."""


class StoreError(Exception):
    """The store cannot do what was asked; nothing was written."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(", ".join(found.code for found in diagnostics))
        self.diagnostics = diagnostics


def refusal(code: str, place: str, message: str, *, remedy: str = "") -> StoreError:
    """An error of one finding about a store, named by its address without the password."""
    return StoreError(finding(code, Span(place), message, remedy=remedy))


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what a database or a wrong key says into a `StoreError`, without what the driver tells of it."""
    try:
        yield
    except WrongKeyError:
        message = f"'{place}' is met deze sleutels niet te lezen."
        raise refusal("sleutels-passen-niet", place, message) from None
    except DBAPIError as error:
        raise _told(place, error.orig) from None
    except sqlite3.Error as error:
        raise _told(place, error) from None


def _told(place: str, error: BaseException | None) -> StoreError:
    name = str(getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None) or "")
    match name:
        case "SQLITE_BUSY" | "SQLITE_LOCKED" | "SQLITE_BUSY_SNAPSHOT" | "55P03" | "40P01" | "53300" | "57014":
            return refusal("opslag-bezet", place, f"'{place}' is te lang bezet door een ander.")
        case "SQLITE_FULL" | "53100":
            why = "er is geen ruimte meer"
        case "42501":
            why = "de databasegebruiker heeft er geen rechten voor"
        case "25006":
            why = "er mag alleen uit worden gelezen"
        case "SQLITE_NOTADB" | "SQLITE_CORRUPT":
            why = "het bestand is geen SQLite-database, of het is beschadigd"
        case "SQLITE_CANTOPEN":
            why = "het bestand is niet te openen"
        case "SQLITE_CONSTRAINT_TRIGGER" | "P0001":
            why = "wat is vastgelegd, verandert niet"
        case "" if not isinstance(error, sqlite3.Error):
            why = "de server is niet te bereiken, of weigert de gebruiker of de database"
        case _ if name.startswith("SQLITE_READONLY"):
            why = "er mag alleen uit worden gelezen"
        case _ if name.startswith("SQLITE_IOERR") and _is_full(place):
            why = "er is geen ruimte meer"
        case _ if name.startswith("SQLITE_IOERR"):
            why = "het besturingssysteem weigert lezen of schrijven"
        case _:
            why = f"de database meldt {name or type(error).__name__}"
    return refusal("opslag-weigert", place, f"'{place}' is niet te gebruiken: {why}.")


def _is_full(place: str) -> bool:
    """Whether the disk of a file has no room; SQLite only tells that when it grows the file itself."""
    try:
        return shutil.disk_usage(Path(place).parent).free < _ROOM
    except OSError:
        return False
