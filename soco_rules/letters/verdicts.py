"""What a check of a letter finds: the verdict, and in a Dutch sentence what it is about."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What a check found; only NOT_MET keeps a letter from becoming final."""

    MET = "voldaan"
    NOT_MET = "niet voldaan"
    NOTICE = "let op"
    NOT_APPLICABLE = "niet van toepassing"


Found = tuple[Verdict, str]
MET: Found = (Verdict.MET, "")
NO_DECISION = "dit bericht is geen beschikking"


def not_met(message: str) -> Found:
    """The duty is not met, so that the letter stays a concept."""
    return Verdict.NOT_MET, message


def notice(message: str) -> Found:
    """Good practice is lacking, or something needs the eye of a person."""
    return Verdict.NOTICE, message


def none(message: str) -> Found:
    """The duty is not one of this letter."""
    return Verdict.NOT_APPLICABLE, message


def all_of(lacking: list[str], otherwise: Found = MET) -> Found:
    """Not met where anything is lacking."""
    return not_met(f"er ontbreekt: {', '.join(lacking)}") if lacking else otherwise
