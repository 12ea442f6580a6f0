"""A real disk without room, where this machine lets a test have one: nothing is half, and the reason is told."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import append
from tests.dossiers.books import fact


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    if shutil.which("mount") is None:
        pytest.skip("mount is not here")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk may be mounted here")
    yield tmp_path
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


def test_on_a_full_disk_nothing_is_half_and_with_room_it_goes_on(small_disk: Path, keys: KeyRing) -> None:
    address = str(small_disk / "dossiers.sqlite")
    migrate(address)
    store = open_store(address, keys)
    admit(store, "B. Jansen")
    (small_disk / "vol").write_bytes(bytes(shutil.disk_usage(small_disk).free))
    with pytest.raises(StoreError) as refused:
        append(store, *[fact("100")] * 5000)
    (small_disk / "vol").unlink()
    append(store, fact("200"))

    assert ["er is geen ruimte meer."] == [
        found.message.rpartition(": ")[2] for found in refused.value.diagnostics
    ]
    assert (3, ()) == (len(read_book(store, BOOK).dossiers[1].entries), verify(store, BOOK))
