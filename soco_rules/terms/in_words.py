"""The terms of a proposed decision as a caseworker reads them: the last day, why, and the articles."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.model.decision import Decision
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.terms.awb import Term
from soco_rules.terms.of_case import NAMES
from soco_rules.terms.of_case import terms_of


def in_words(decision: Decision) -> str:
    """A section with one line for each term that the procedure dates start; empty when there is none."""
    on = parse_date(decision.decision_date)
    terms = terms_of(decision.procedure, on=on)
    lines = [f"  {line}" for name in NAMES if name in terms for line in _lines(terms[name], on)]
    return "\n".join(("Termijnen", *lines)) + "\n" if lines else ""


def _lines(term: Term, on: int) -> Iterator[str]:
    past = "; die dag is voorbij" if term.last_day is not None and term.last_day < on else ""
    yield f"{spaced(term.name)}: {_days(term)}{past}"
    yield f"  {term.explanation} ({'; '.join(term.articles)})"


def _days(term: Term) -> str:
    if term.last_day is None:
        return "nog niet bekend"
    until = f"tot en met {as_dutch(term.last_day, Kind.DATE)}"
    if term.name == "dwangsom" and term.first_day is not None:
        return f"van {as_dutch(term.first_day, Kind.DATE)} {until}"
    return until
