"""What became of a mutant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a mutant; `UNFINISHED` where it took too long to find out."""

    NOTICED = "gemerkt"
    SURVIVED = "niet gemerkt"
    UNREACHED = "niet geraakt"
    UNFINISHED = "niet afgemaakt"
    EQUIVALENT = "gelijkwaardig"
    INVALID = "ongeldig"


SURVIVING = frozenset({Fate.SURVIVED, Fate.UNREACHED, Fate.UNFINISHED})


@dataclass(frozen=True, slots=True)
class Finding:
    """The fate of one mutant: by which scenario it was noticed, or which scenario would notice it.

    `rests_on` is the digest of that scenario with its rules, see `memory`.
    """

    fate: Fate
    scenario: str | None = None
    proposal: str | None = None
    rests_on: str | None = None
