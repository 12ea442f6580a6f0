"""The terms of an objection: whether it came in time (Awb 6:9), and until when it is decided on (7:10)."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace

from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import as_dutch
from soco_rules.terms.awb import Postponement
from soco_rules.terms.awb import Supplement
from soco_rules.terms.awb import Term
from soco_rules.terms.calendar import counted
from soco_rules.terms.calendar import days_after
from soco_rules.terms.calendar import ending

NAME = "beslissen op bezwaar"
LONGEST_ADJOURNMENT = 42
"""Days for which a decision on an objection can be adjourned (7:10 lid 3)."""
POST = 7
"""Days after the end in which an objection may arrive that was posted before it (6:9 lid 2)."""

_SIX_WEEKS = Duration(42, Unit.DAYS)
_TWELVE_WEEKS = Duration(84, Unit.DAYS)
_ARTICLE = "Algemene wet bestuursrecht artikel 7:10"


def is_in_time(last_day: int, received: int, posted: int | None = None) -> bool:
    """Whether an objection of which the term ended on a day came in time; by post the day of posting counts (6:9)."""
    by_post = posted is not None and posted <= last_day and received <= last_day + POST
    return received <= last_day or by_post


@dataclass(frozen=True, slots=True)
class Handling:
    """What moves the term to decide: `closed` is the last day to object, None while the decision is not made known.

    `delayed` is a further delay after the adjournment (7:10 lid 4).
    """

    closed: int | None
    committee: bool = False
    repair: Supplement | None = None
    postponed: Postponement | None = None
    delayed: Postponement | None = None


def deciding(handling: Handling, *, on: int) -> Term:
    """The term to decide on an objection, as known on a day.

    Six weeks after the last day to object, or twelve where a committee advises (lid 1). It stands still from the day
    after a request to mend the objection until that was done, or the term for it passed (lid 2). It can be adjourned
    once, for six weeks at most (lid 3), and after that only with consent or for a procedure of the law (lid 4).
    """
    if handling.closed is None:
        why = "Dit is bekend zodra het bestreden besluit bekend is gemaakt: de termijn telt vanaf het einde van de bezwaartermijn."
        return Term(NAME, None, None, (f"{_ARTICLE} lid 1",), why)
    term = _adjourned(
        _repaired(_plain(handling.closed, handling.committee, on), handling, on), handling.postponed
    )
    return _delayed(term, handling.delayed)


def longest(handling: Handling, *, on: int) -> int | None:
    """The last day to which the decision can be adjourned (7:10 lid 3); None while that is not known."""
    end = deciding(replace(handling, postponed=None, delayed=None), on=on).last_day
    return None if end is None else end + LONGEST_ADJOURNMENT


def _plain(closed: int, committee: bool, on: int) -> Term:
    length = _length(committee)
    weeks = "twaalf weken, want een commissie adviseert" if committee else "zes weken"
    said = f"Bezwaar maken {'kan' if on <= closed else 'kon'} tot en met {_dutch(closed)}. Vanaf de dag daarna zijn er {weeks}."
    last, first = counted(closed, length), days_after(closed)
    found = None if last is None else ending(first, last)
    if found is None:
        return Term(
            NAME,
            first,
            None,
            (f"{_ARTICLE} lid 1",),
            f"{said} Van dat jaar zijn hier de feestdagen niet bekend.",
        )
    articles = (f"{_ARTICLE} lid 1", *found.articles)
    return Term(NAME, first, found.last_day, articles, f"{said} {found.remark}".strip())


def _length(committee: bool) -> Duration:
    return _TWELVE_WEEKS if committee else _SIX_WEEKS


def _repaired(term: Term, handling: Handling, on: int) -> Term:
    asked = handling.repair
    if asked is None or term.last_day is None or asked.asked >= term.last_day:
        return term
    articles = (*term.articles, f"{_ARTICLE} lid 2")
    last = _still_through(asked, on)
    still = f"De termijn staat stil vanaf {_dutch(days_after(asked.asked))}"
    if last is None:
        until = "" if asked.until is None else f", of anders na {_dutch(asked.until)}"
        why = (
            f"{term.explanation} {still}. Zij loopt verder op de dag waarop het bezwaar is aangevuld{until}."
        )
        return replace(term, last_day=None, articles=articles, explanation=why)
    days = max(0, last - max(asked.asked, (term.first_day or 0) - 1))
    # what is added lengthens the weeks themselves: a weekend or holiday counts only at the end of the whole
    plain = counted(handling.closed, _length(handling.committee)) if handling.closed is not None else None
    end = ending(term.first_day or 0, (term.last_day if plain is None else plain) + days)
    said = f"{term.explanation} Zij stond {'1 dag' if days == 1 else f'{days} dagen'} stil vanaf {_dutch(days_after(asked.asked))}."
    return replace(term, last_day=None if end is None else end.last_day, articles=articles, explanation=said)


def _still_through(asked: Supplement, on: int) -> int | None:
    """The last day of standing still; None while that is not known. The day of mending counts again."""
    if asked.supplied is not None and (asked.until is None or asked.supplied <= asked.until):
        return asked.supplied - 1
    return (
        asked.until if asked.until is not None and (asked.supplied is not None or on > asked.until) else None
    )


def _adjourned(term: Term, postponed: Postponement | None) -> Term:
    if postponed is None or postponed.until is None or term.last_day is None:
        return term
    articles = (*term.articles, f"{_ARTICLE} lid 3")
    told = f"{term.explanation} Op {_dutch(postponed.told)} is de beslissing verdaagd"
    if postponed.told > term.last_day:
        return replace(term, articles=articles, explanation=f"{told}; dat was na de termijn.")
    last = min(postponed.until, term.last_day + LONGEST_ADJOURNMENT)
    return replace(
        term,
        last_day=max(term.last_day, last),
        articles=articles,
        explanation=f"{told}, tot en met {_dutch(last)}.",
    )


def _delayed(term: Term, delayed: Postponement | None) -> Term:
    if delayed is None or delayed.until is None or term.last_day is None:
        return term
    said = f"{term.explanation} Op {_dutch(delayed.told)} is er verder uitstel gekomen, tot en met {_dutch(delayed.until)}."
    last = max(term.last_day, delayed.until)
    return replace(term, last_day=last, articles=(*term.articles, f"{_ARTICLE} lid 4"), explanation=said)


def _dutch(day: int) -> str:
    return as_dutch(day, Kind.DATE)
