"""Why a file could not be read or written, as a person reads it."""

from __future__ import annotations

import errno
from os import strerror

import pytest

from soco_rules.files import reason


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOENT, "het bestand of de map bestaat niet"),
        (errno.EACCES, "er zijn geen rechten voor"),
        (errno.ENOTDIR, "het is een map, of een deel van het pad is geen map"),
        (errno.ENOSPC, "er is geen ruimte meer"),
        (errno.EROFS, "daar mag alleen worden gelezen"),
        (errno.EIO, "het besturingssysteem weigert het"),
    ],
)
def test_what_the_operating_system_says_is_told_in_dutch(code: int, why: str) -> None:
    assert why == reason(OSError(code, strerror(code)))
