"""How the letters of one municipality look: data from `templates/<gemeente>/huisstijl.yaml`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that the house style gives: its bytes, `svg` or `png`, and what a reader who cannot see it hears."""

    content: bytes
    form: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Way:
    """An address at which something can be sent digitally, and the document that opened that way."""

    address: str
    source: str


@dataclass(frozen=True, slots=True)
class Court:
    """The court that decides on appeals against decisions of a municipality (Awb 8:7), and where that stands."""

    name: str
    address: tuple[str, ...]
    source: str
    online: str | None = None


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Name, colours, logo and fixed lines of a sender; empty lines are left out of the letter.

    `accent` is a colour as `#rrggbb` that is dark enough on white to be read (contrast 4.5:1, checked when read).
    """

    sender: tuple[str, ...] = ()
    accent: str = "#154273"
    logo: Logo | None = None
    return_address: tuple[str, ...] = ()
    return_number: str | None = None
    phone: str | None = None
    website: str | None = None
    objection_address: tuple[str, ...] = ()
    objection_online: Way | None = None
    court: Court | None = None
    footer: tuple[str, ...] = ()


PLAIN = HouseStyle()
"""The look of a letter whose municipality has no house style."""
