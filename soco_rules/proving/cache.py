"""What earlier runs proved: a file for each agreement in a folder that can be thrown away at any moment.

A proof is kept under everything that it rests on: the program, the question, the days, z3 and the code that proves. A
case that was found is not believed but calculated again; what is damaged is as if it was not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import cache as once
from pathlib import Path

import soco_rules

FOLDER = Path("build/bewijzen")
"""Below the folder that holds agreements/."""
Entry = Mapping[str, object]
"""How a question was answered, as JSON."""

_ROOMS = ("backends", "compiler", "facts.py", "model", "parser", "proving")
"""All that has a say in what is proved."""


@dataclass(slots=True)
class Cache:
    """The entries of one agreement by their key; `used` are those that this run asked for or made."""

    path: Path
    held: Mapping[str, Entry]
    used: dict[str, Entry] = field(default_factory=dict)

    def get(self, key: str) -> Entry | None:
        """How a question was answered before."""
        return self.held.get(key)

    def keep(self, key: str, entry: Entry) -> None:
        """Remember an answer until the next run."""
        self.used[key] = entry

    def save(self, *, whole: bool) -> None:
        """Write down what was proved, after a run over everything without what is older; if it cannot be, it is not."""
        kept = self.used if whole else {**self.held, **self.used}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(kept, stream, ensure_ascii=False, indent=0, sort_keys=True)
            Path(temporary).replace(self.path)
        except OSError:
            return


def cache_of(root: Path, reference: str) -> Cache:
    """What was proved of an agreement; nothing where the file cannot be read."""
    path = root / FOLDER / f"{reference.replace('/', '--')}.json"
    try:
        held = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        held = {}
    whole = held if isinstance(held, dict) else {}
    return Cache(path, {key: entry for key, entry in whole.items() if isinstance(entry, dict)})


def key_of(*parts: str) -> str:
    """The key of what rests on all these parts, and on the code that proves."""
    told = hashlib.sha256(_code().encode())
    for part in parts:
        told.update(f"\n{len(part)} {part}".encode())
    return told.hexdigest()


@once
def _code() -> str:
    told = hashlib.sha256()
    for path in sorted(_sources(Path(soco_rules.__file__).parent)):
        told.update(path.read_bytes())
    return told.hexdigest()


def _sources(package: Path) -> Iterator[Path]:
    for room in _ROOMS:
        yield from (package / room).rglob("*.py") if (package / room).is_dir() else (package / room,)
