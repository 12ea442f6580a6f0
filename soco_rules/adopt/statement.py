"""What the person who adopts says: who, in which function, on which day, and what the law asks to be said."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.diagnostics import Span
from soco_rules.model.adoption import Hearing
from soco_rules.model.case import Case
from soco_rules.model.values import Role

HERE = Span("vaststelling")
"""The place of a finding about what was said."""


@dataclass(frozen=True, slots=True)
class Deviating:
    """Another outcome, for each person where the decision has one for each, and why.

    `case` holds facts that the proposal did not need and this outcome does.
    """

    outcomes: Mapping[Role | None, str]
    reason: str
    case: Case | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """`date` is the day of adopting and `sent_on` that of sending, both day numbers.

    `own_letter` is the mark of a letter that was made elsewhere and makes the decision known, `function_from` who said
    that this person has the function, where that is known.
    """

    by: str
    function: str
    date: int
    sent_on: int
    hearing: Hearing | None = None
    reasons: str = ""
    deviation: Deviating | None = None
    own_letter: str = ""
    function_from: str = ""


def faults_in_signature(by: str, function: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the name and the function under an adoption, with the remedy of each."""
    for what, text in (
        ("de naam van wie vaststelt", by),
        ("de functie van wie vaststelt", function),
    ):
        if not text.strip():
            yield f"{what} ontbreekt", "geef --door en --functie"
        elif not text.isprintable():
            yield f"in {what} staat een teken dat niet te zien is", "typ naam en functie elk op één regel"
