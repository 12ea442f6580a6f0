"""Writing a file whole or not at all, one writer at a time, and when the files of a folder were written."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span

_ONE = Lock()

Stamps = Mapping[str, tuple[int, int]]
"""For each file, by its name relative to the root, when it was written and how long it is."""


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


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One writer at a time in a folder, of all threads and processes of this machine that ask for it here.

    Where the system has no such lock, only the threads of this process wait for each other.
    """
    if find_spec("fcntl") is None:
        with _ONE:
            yield
        return
    import fcntl  # noqa: PLC0415 - not on every system

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def written_in(root: Path, folders: Mapping[str, tuple[str, ...]]) -> Stamps:
    """When each file was written in some folders of a root, each with the ends of the names that count there."""
    found: dict[str, tuple[int, int]] = {}
    begin = len(os.path.join(root, ""))  # noqa: PTH118 - with the separator, whatever the root is
    for folder, suffixes in folders.items():
        for directory, _, names in os.walk(root / folder):
            for name in names:
                if name.endswith(suffixes) and not name.startswith("."):
                    # every page asks this some times over, and a `Path` for each file would take most of it
                    path = os.path.join(directory, name)  # noqa: PTH118
                    try:
                        state = os.stat(path)  # noqa: PTH116
                    except OSError:
                        continue  # gone between the two questions
                    found[path[begin:].replace(os.sep, "/")] = (state.st_mtime_ns, state.st_size)
    return dict(sorted(found.items()))


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
        case OSError(errno=errno.EROFS):
            return "daar mag alleen worden gelezen"
        case _:
            return "het besturingssysteem weigert het"
