"""What the person who adopts says: who, in which function, on which day, and what the law asks to be said."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.model.adoption import Hearing
from soco_rules.model.case import Case
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import as_dutch

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
    that this person has the function, where that is known, `dated_back` why the day of adopting lies before the day on
    which the proposal was recorded.
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
    dated_back: str = ""


_SOON = 7
"""Days within which a letter that is made today is sent as a rule."""
_SENT_BEFORE = (
    "De dag van verzenden is voorbij, en deze brief wordt nu pas gemaakt. Een termijn voor bezwaar begint op de dag na de "
    "echte verzending (Awb 3:41 en 6:8). Gaat de brief later weg dan de dag die u invulde, dan staat er een te vroege "
    "laatste dag in."
)
_SENT_LATE = (
    "De brief gaat pas over meer dan een week weg. Tot dan werkt een beschikking niet (Awb 3:40), en een termijn voor "
    "bezwaar begint pas op de dag erna (Awb 6:8)."
)


def still_to_come(day: int, today: int) -> Diagnostic | None:
    """That a day on which something was decided still has to come; None where it does not."""
    if day <= today:
        return None
    return finding("dag-komt-nog", HERE, f"{as_dutch(day, Kind.DATE)} moet nog komen.")


def doubt_about_sending(said: Statement, today: int) -> Diagnostic | None:
    """What a day of sending says that a letter that is made today cannot do, or that is far away; else None.

    A letter of one's own was made on a day that nobody here knows.
    """
    if said.own_letter.strip():
        return None
    if said.sent_on < today:
        return finding("verzending-dag", HERE, _SENT_BEFORE)
    return finding("verzending-dag", HERE, _SENT_LATE) if said.sent_on > today + _SOON else None


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
