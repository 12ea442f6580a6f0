"""Reading and writing the key file, which only its owner reads."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from soco_rules.catalogue import finding
from soco_rules.cli.workspace import read_file
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.files import exists

if TYPE_CHECKING:
    from soco_rules.dossiers.keys import KeyRing


def read_keys(path: Path) -> tuple[KeyRing, tuple[Diagnostic, ...]]:
    """The keys of a file, with a warning where others can read it too.

    Raises:
        StoreError: it is no key file.
    """
    from soco_rules.dossiers.keys import KeyFileError
    from soco_rules.dossiers.keys import read_key_file
    from soco_rules.dossiers.store import StoreError

    content, findings = read_file(path)
    if content is None:
        raise StoreError(*findings)
    try:
        keys = read_key_file(content)
    except KeyFileError as error:
        message = f"'{path}' is geen sleutelbestand: {error}."
        raise StoreError(finding("sleutels-onleesbaar", Span(str(path)), message)) from None
    return keys, _open_to_others(path)


def write_keys(path: Path, keys: KeyRing, *, keep: bool = False) -> None:
    """Write a whole key file or nothing; the one of before stays until this one is on disk, with `keep` always.

    Raises:
        StoreError: with `keep`, where there is one.
        OSError: the folder cannot be written.
    """
    from soco_rules.dossiers.keys import as_key_file
    from soco_rules.dossiers.store import StoreError

    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # only its owner reads it
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(as_key_file(keys))
            stream.flush()
            os.fsync(stream.fileno())
        if keep:  # takes the name, which fails also where somebody else wrote a moment ago
            path.touch(mode=0o600, exist_ok=False)
        Path(temporary).replace(path)
    except FileExistsError:
        raise StoreError(exists(path)) from None
    finally:
        Path(temporary).unlink(missing_ok=True)


def _open_to_others(path: Path) -> tuple[Diagnostic, ...]:
    if os.name != "posix" or not stat.S_IMODE(path.stat().st_mode) & 0o077:
        return ()
    message = f"'{path}' is ook voor anderen op deze computer te lezen."
    return (finding("sleutels-open", Span(str(path)), message),)
