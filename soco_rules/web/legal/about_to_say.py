"""What a person is about to say by signing, in words to read over."""

from __future__ import annotations

from collections.abc import Mapping

from soco_rules.adopt.statement import Statement
from soco_rules.model.adoption import Manner
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.web.access.functions import Source
from soco_rules.web.legal.manners import manner_in_words
from soco_rules.web.legal.signing import day_of

_CHOSEN = " (die functie koos u zelf)"


def in_words(
    said: Statement, words: ChoiceWords, articles: Mapping[Manner, str], *, is_first: bool = False
) -> tuple[tuple[str, str], ...]:
    """What a person is about to say, as names with their values; the first of two signs and adopts nothing."""
    rows = [
        (
            "Ondertekend door" if is_first else "Vastgesteld door",
            f"{said.by}, {said.function}{_CHOSEN if said.function_from == Source.CHOSEN else ''}",
        ),
        (day_of(is_first=is_first), as_dutch(said.date, Kind.DATE)),
        ("Dag van verzenden", as_dutch(said.sent_on, Kind.DATE)),
    ]
    if said.deviation is not None:
        for role, outcome in said.deviation.outcomes.items():
            shown = words.get(outcome) or spaced(outcome)
            rows.append((f"Andere uitkomst ({role})" if role else "Andere uitkomst", shown))
        rows.append(("Reden van de afwijking", said.deviation.reason))
    if said.hearing is not None:
        heard = said.hearing
        day = f", op {as_dutch(parse_date(heard.date), Kind.DATE)}" if heard.date else ""
        rows.append(("Zienswijze", f"{manner_in_words(heard.manner, articles)}{day}"))
        if heard.account:
            rows.append(("Toelichting op de zienswijze", heard.account))
    if said.dated_back:
        rows.append(("Waarom van voor het voorstel", said.dated_back))
    if said.own_letter:
        rows.append(("Eigen brief", said.own_letter))
    if said.reasons:
        rows.append(("Toelichting op het besluit", said.reasons))
    return tuple(rows)
