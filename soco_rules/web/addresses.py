"""What an address of a page names: an agreement, a dossier of it, an act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from fastapi import Path

Number = Annotated[int, Path(ge=1, le=2**31)]
"""The number of a dossier or of an act in an address."""


def reference_of(gemeente: str, cooperatie: str) -> str:
    """The reference of the agreement in an address."""
    return f"{gemeente}/{cooperatie}"


Reference = Annotated[str, Depends(reference_of)]


@dataclass(frozen=True, slots=True)
class Spot:
    """One dossier of an agreement."""

    reference: str
    number: int

    @property
    def path(self) -> str:
        """The address of its page."""
        return f"/dossiers/{self.reference}/{self.number}"


def spot_of(reference: Reference, nummer: Number) -> Spot:
    """The dossier in an address; that somebody may open it was looked at before (`access.opening`)."""
    return Spot(reference, nummer)


There = Annotated[Spot, Depends(spot_of)]
