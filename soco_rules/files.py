"""Writing a file whole or not at all, and why the operating system refused it."""

from __future__ import annotations

import errno
import os
import tempfile
from functools import cache
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span


def write_file(path: Path, content: bytes, *, keep: bool = False) -> tuple[Diagnostic, ...]:
    """Write a whole file or nothing: the file of before stays until the new one is complete, with `keep` always."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(temporary).chmod(0o666 & ~_umask())
            if keep:  # takes the name, which fails also where somebody else wrote a moment ago
                path.touch(exist_ok=False)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except FileExistsError:
        return (exists(path),)
    except OSError as error:
        return (unwritable(path, error),)
    return ()


def unwritable(path: Path, error: OSError) -> Diagnostic:
    """That a file cannot be written, and why."""
    return finding("bestand", Span(str(path)), f"'{path}' is niet te schrijven: {reason(error)}.")


def exists(path: Path) -> Diagnostic:
    """The finding about a file that is not replaced."""
    remedy = "kies een andere naam, of bewaar het oude bestand ergens anders"
    return finding("bestand", Span(str(path)), f"'{path}' bestaat al", remedy=remedy)


@cache
def _umask() -> int:
    """What this process leaves out of the rights of a new file; asked once, for asking changes it for a moment."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason(error: OSError) -> str:
    """Why the operating system refused something, in Dutch."""
    match error:
        case FileNotFoundError():
            return "het bestand of de map bestaat niet"
        case PermissionError():
            return "er zijn geen rechten voor"
        case IsADirectoryError() | NotADirectoryError():
            return "het is een map, of een deel van het pad is geen map"
        case OSError(errno=errno.ENOSPC):
            return "er is geen ruimte meer"
        case _:
            return "het besturingssysteem weigert het"
