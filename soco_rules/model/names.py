"""When two names are of one person: everywhere that two persons are asked, and one name an account."""

from __future__ import annotations

import unicodedata


def is_one(one: str, other: str) -> bool:
    """Whether two names are of one person, however they are typed."""
    return letters(one) == letters(other)


def letters(name: str) -> str:
    """A name without what a person does not see or may leave out: spaces, points, capitals, how an accent is typed."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", name).casefold() if sign.isalnum())
