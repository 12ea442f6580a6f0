"""The templates of a workspace as they were before the last change, from its history in git.

Git only reads here, with fixed arguments, without a shell, and with nothing of the workspace's own settings that
could run a program.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pathlib import PurePosixPath
from shutil import which
from tempfile import TemporaryDirectory

from soco_rules.letters.template import LARGEST_FILE
from soco_rules.letters.template import SUFFIX

FOLDER = "templates"
_SECONDS = 5
_MOST_FILES = 1_000
_REGULAR = "100"
"""The mode of a file that is no link and no folder begins with this."""
_SAFE = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version of the templates: its commit, and since when another one holds; None while that is not committed."""

    commit: str
    until: str | None


def earlier(root: Path, files: Sequence[Path]) -> Earlier | None:
    """The version before the one of now, of these template files; None where none is known.

    Files of which what is written now was never committed were before as they are in the last commit.
    """
    named = [path.relative_to(root).as_posix() for path in files if path.is_relative_to(root)]
    if not named or not _git(root, "rev-parse", "--is-inside-work-tree"):
        return None
    if _git(root, "status", "--porcelain", "--untracked-files=no", "--", *named):
        commit = _git(root, "rev-parse", "--verify", "HEAD")
        return Earlier(commit, None) if commit else None
    told = _git(root, "log", "-n", "1", "--format=%H %cs", "--", *named)
    if not told:
        return None
    last, day = told.split(" ", 1)
    before = _git(root, "rev-parse", "--verify", f"{last}^")
    return Earlier(before, day) if before else None


@contextmanager
def templates_of(root: Path, version: Earlier) -> Iterator[Path]:
    """A folder with the templates of a version, for as long as it is needed."""
    with TemporaryDirectory(prefix="soco-sjablonen-") as made:
        folder = Path(made)
        for name, content in _contents(root, version.commit):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield folder


def _contents(root: Path, commit: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Each template of a commit by its name inside the folder."""
    listed = _git(root, "ls-tree", "-r", "-z", "-l", commit, "--", f"{FOLDER}/")
    for line in (listed or "").split("\0")[:_MOST_FILES]:
        about, _, name = line.partition("\t")
        path = PurePosixPath(name)
        if not name.endswith(SUFFIX) or path.parts[0] != FOLDER or ".." in path.parts:
            continue
        mode, _, blob, size = about.split()
        if mode.startswith(_REGULAR) and int(size) <= LARGEST_FILE:
            content = _asked(root, ("cat-file", "blob", blob))
            if content is not None:
                yield path.relative_to(FOLDER), content


def _git(root: Path, *arguments: str) -> str:
    """What git answers, without the line end; empty where it refuses, is not there or takes too long."""
    answer = _asked(root, arguments)
    return "" if answer is None else answer.decode("utf-8", "replace").rstrip("\n")


def _asked(root: Path, arguments: tuple[str, ...]) -> bytes | None:
    program = which("git")
    if program is None:
        return None
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, fixed arguments, and file names behind '--'
            (program, *_SAFE, "-C", str(root), *arguments),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            env={**outside, "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
