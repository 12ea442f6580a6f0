"""From the days of a procedure to its terms in the Awb: day numbers in, first and last day out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import as_dutch
from soco_rules.terms.calendar import Ending
from soco_rules.terms.calendar import counted
from soco_rules.terms.calendar import days_after
from soco_rules.terms.calendar import ending
from soco_rules.terms.calendar import is_covered


@dataclass(frozen=True, slots=True)
class Term:
    """A term from its first to its last day, both included, as day numbers.

    `last_day` is None while it cannot be known; `explanation` then says in Dutch what it waits for. A term that
    has not begun has no `first_day` either.
    """

    name: str
    first_day: int | None
    last_day: int | None
    articles: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Supplement:
    """A request to supplement an application (4:5): when it was sent, its last day, and when the supplement came."""

    asked: int
    until: int | None = None
    supplied: int | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """A delay to which the applicant agreed in writing (4:15 lid 2 onderdeel a), both days included."""

    first: int
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Postponement:
    """A notice that the decision comes later (4:14): the day of the notice and the last day that it names."""

    told: int
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Statutory:
    """A term for deciding that another regulation gives."""

    length: Duration
    article: str


def _awb(article: str) -> str:
    return f"Algemene wet bestuursrecht artikel {article}"


REPAIR = _awb("4:5 lid 1")

_SIX_WEEKS = Duration(42, Unit.DAYS)
_EIGHT_WEEKS = Duration(56, Unit.DAYS)
_FOUR_WEEKS = Duration(28, Unit.DAYS)
_TWO_WEEKS = Duration(14, Unit.DAYS)

PENALTY_DAYS = 42
PENALTY_STEPS = ((14, 23_00), (14, 35_00), (14, 45_00))
"""Days and cents a day of article 4:17 lid 2, as they stand on 2026-01-01; they are indexed from time to time."""

_UNKNOWN_YEAR = "Van dat jaar zijn hier de feestdagen niet bekend."


def objection(sent: int) -> Term:
    """The six weeks for an objection to a decision that was sent on this day (6:7, 6:8 lid 1).

    By post it is in time when posted before the end and received within a week after it (6:9 lid 2).
    """
    return _statutory(
        "bezwaar",
        sent,
        _SIX_WEEKS,
        (_awb("6:7"), _awb("6:8 lid 1")),
        f"Het besluit is verzonden op {_dutch(sent)}. De zes weken beginnen de dag daarna. Een bezwaarschrift is op "
        "tijd als het uiterlijk op de laatste dag is ontvangen. Met de post mag het een week later aankomen, als het op tijd is "
        "gepost.",
    )


def appeal(sent: int) -> Term:
    """The six weeks for an appeal to the court against a decision on an objection that was sent on this day (6:7)."""
    return _statutory(
        "beroep",
        sent,
        _SIX_WEEKS,
        (_awb("6:7"), _awb("6:8 lid 1")),
        f"Het besluit op bezwaar is verzonden op {_dutch(sent)}. De zes weken beginnen de dag daarna. Een beroepschrift is op "
        "tijd als de rechtbank het uiterlijk op de laatste dag ontvangt. Met de post mag het een week later aankomen, als het op "
        "tijd is gepost.",
    )


def payment(sent: int) -> Term:
    """The six weeks to pay what a decision that was sent on this day orders (4:87 lid 1)."""
    return _statutory(
        "betalen",
        sent,
        _SIX_WEEKS,
        (_awb("4:87 lid 1"),),
        f"Het besluit is verzonden op {_dutch(sent)}. De zes weken om te betalen beginnen de dag daarna. Een latere "
        "dag geldt als het besluit die noemt.",
    )


def supplement(request: Supplement) -> Term:
    """The term to supplement an application; the body sets its last day, so no statutory extension (4:5 lid 1)."""
    explanation = f"Op {_dutch(request.asked)} is om aanvulling gevraagd."
    if request.until is None:
        explanation += " In de zaak staat niet tot en met welke dag dat kan."
    elif wrong := _contradiction(request):
        return _unknown("aanvullen", days_after(request.asked), (REPAIR,), wrong)
    else:
        explanation += " Het bestuursorgaan heeft de laatste dag zelf genoemd."
    return Term("aanvullen", days_after(request.asked), request.until, (REPAIR,), explanation)


def not_handling(request: Supplement, *, on: int) -> Term:
    """The four weeks to say that an application is not handled (4:5 lid 4).

    They follow the supplement, or the term for it when that passed unused; `on` is the day from which is looked.
    """
    articles = (_awb("4:5 lid 4"),)
    name = "buiten_behandeling"
    if wrong := _contradiction(request):
        return _unknown(name, None, articles, wrong)
    still = _end_of(request, on)
    if still is None:
        return _unknown(name, None, articles, "De termijn om aan te vullen is nog niet voorbij.")
    ended = still if still == request.until else days_after(still)
    return _statutory(
        name, ended, _FOUR_WEEKS, articles, f"Vier weken na {_dutch(ended)}, toen het aanvullen eindigde."
    )


def view(asked: int | None, until: int | None) -> Term:
    """The time to give a view (4:8, 4:9); the law names no length, so the last day is what the body asked."""
    explanation = "De wet noemt geen vaste termijn voor een zienswijze."
    if until is None:
        explanation += " In de zaak staat niet tot en met welke dag dat kan."
    elif asked is not None and until <= asked:
        explanation += f" De laatste dag {_dutch(until)} ligt niet na de vraag van {_dutch(asked)}."
        until = None
    first = None if asked is None else days_after(asked)
    return Term("zienswijze", first, until, (_awb("4:8 lid 1"), _awb("4:9")), explanation)


def decision(
    received: int,
    *,
    on: int,
    standstills: Sequence[Supplement | Consent] = (),
    postponed: Postponement | None = None,
    statutory: Statutory | None = None,
) -> Term:
    """The term to decide on an application, as known on the day `on`.

    Eight weeks after receipt (4:13), or a `statutory` one. It stands still from the day after a request to
    supplement until the day of the supplement, or to the end of the term for it (4:15 lid 1), and during a delay by
    consent (4:15 lid 2). What begins after the end no longer matters. A notice within the eight weeks replaces their
    end by the day that it names (4:14 lid 3); a statutory term is not longer for a notice (4:14 lid 1).
    """
    base = statutory or Statutory(_EIGHT_WEEKS, _awb("4:13 lid 2"))
    running: _Running | Term = _Running(
        received,
        counted(received, base.length),
        is_covered(base.length),
        statutory is None,
        received,
        (base.article,),
        (f"De aanvraag is ontvangen op {_dutch(received)}.",),
    )
    events = (*standstills, *((postponed,) if postponed else ()))
    for event in sorted(events, key=_order):
        if isinstance(running, Term):
            break
        running = _counted_in(running, event, on)
    return running if isinstance(running, Term) else _decided_by(running)


def penalty(decide_by: int | None, notice: int) -> Term:
    """The days for which a late decision costs a penalty: from two weeks after the notice of default, 42 at most.

    A notice that came before the term to decide had ended does not count (4:17 lid 3).
    """
    articles = (_awb("4:17 lid 1"), _awb("4:17 lid 3"))
    if decide_by is None:
        return _unknown("dwangsom", None, articles, "Tot en met welke dag beslissen kon is nog niet bekend.")
    if notice <= decide_by:
        return _unknown(
            "dwangsom",
            None,
            articles,
            f"De ingebrekestelling van {_dutch(notice)} kwam te vroeg: beslissen kon nog tot en met {_dutch(decide_by)}.",
        )
    weeks = _statutory("dwangsom", notice, _TWO_WEEKS, articles, "")
    if weeks.last_day is None:
        return weeks
    first = weeks.last_day + 1
    return Term(
        "dwangsom",
        first,
        first + PENALTY_DAYS - 1,
        weeks.articles,
        f"De ingebrekestelling is ontvangen op {_dutch(notice)}. Twee weken later begint de dwangsom, als er dan nog "
        f"geen besluit is. {weeks.explanation}".strip(),
    )


def penalty_in_cents(first_day: int, until: int) -> int:
    """What the penalty has come to on the day `until`, that day included (4:17 lid 2)."""
    days, cents = max(0, until - first_day + 1), 0
    for most, a_day in PENALTY_STEPS:
        counts = min(days, most)
        cents += counts * a_day
        days -= counts
    return cents


@dataclass(frozen=True, slots=True)
class _Running:
    """The term to decide while its events are counted in, in the order in which they happened.

    `end` is without extension and `extends` says whether the law extends it; `still_until` is the last day that was
    counted as standing still.
    """

    received: int
    end: int | None
    extends: bool
    can_be_postponed: bool
    still_until: int
    articles: tuple[str, ...]
    said: tuple[str, ...]

    def last_day(self) -> Ending | None:
        if self.end is None:
            return None
        return ending(days_after(self.received), self.end) if self.extends else Ending(self.end)

    def waits(self, why: str) -> Term:
        return _unknown("beslissen", days_after(self.received), self.articles, " ".join((*self.said, why)))


def _counted_in(running: _Running, event: Supplement | Consent | Postponement, on: int) -> _Running | Term:
    limit = running.last_day()
    if limit is None:
        return running.waits(_UNKNOWN_YEAR)
    if wrong := _contradiction(event):
        return running.waits(wrong)
    match event:
        case Postponement():
            return _postponed(running, event, limit.last_day)
        case Supplement() | Consent():
            return _stood_still(running, event, limit.last_day, on)


def _stood_still(running: _Running, event: Supplement | Consent, limit: int, on: int) -> _Running | Term:
    first, last = _first_day(event), _end_of(event, on)
    if first <= running.received:
        return running.waits(f"Vanaf {_dutch(first)} zou de termijn stilstaan: dat is voordat zij begon.")
    if first > limit:
        return replace(
            running, said=(*running.said, f"Toen zij vanaf {_dutch(first)} stil zou staan was zij om.")
        )
    running = replace(running, articles=(*running.articles, _article_of(event)))
    if last is None:
        return running.waits(_standing_still(event))
    days = max(0, last - max(first - 1, running.still_until))
    assert running.end is not None  # there is a limit
    return replace(
        running,
        end=days_after(running.end, days),
        still_until=max(running.still_until, last),
        said=(*running.said, f"De termijn stond {_days(days)} stil vanaf {_dutch(first)}."),
    )


def _postponed(running: _Running, notice: Postponement, limit: int) -> _Running | Term:
    article = _awb("4:14 lid 3" if running.can_be_postponed else "4:14 lid 1")
    told = f"Op {_dutch(notice.told)} is bericht dat het besluit later komt"
    running = replace(running, articles=(*running.articles, article))
    if not running.can_be_postponed:
        return replace(
            running, said=(*running.said, f"{told}; een termijn uit een regeling wordt daar niet langer van.")
        )
    if notice.told < running.received:
        return running.waits(f"{told}; dat was voordat de aanvraag er was.")
    if notice.told > limit:
        return replace(running, said=(*running.said, f"{told}; dat was na de termijn."))
    if notice.until is None:
        return running.waits(f"{told}; in de zaak staat niet tot en met welke dag.")
    if notice.until <= limit:
        return replace(running, said=(*running.said, f"{told}; de genoemde dag is niet later."))
    return replace(
        running,
        end=notice.until,
        extends=False,  # the body named this day; no law sets it
        still_until=max(running.still_until, notice.told),
        said=(*running.said, f"{told}, uiterlijk op {_dutch(notice.until)}."),
    )


def _decided_by(running: _Running) -> Term:
    last = running.last_day()
    if last is None:
        return running.waits(_UNKNOWN_YEAR)
    articles = tuple(dict.fromkeys((*running.articles, *last.articles)))
    said = " ".join((*running.said, last.remark)).strip()
    return Term("beslissen", days_after(running.received), last.last_day, articles, said)


def _order(event: Supplement | Consent | Postponement) -> tuple[int, bool]:
    """By the day on which it begins; a notice of that day comes after it."""
    match event:
        case Postponement(told=told):
            return told, True
        case Supplement() | Consent():
            return _first_day(event), False


def _first_day(event: Supplement | Consent) -> int:
    return event.first if isinstance(event, Consent) else days_after(event.asked)


def _end_of(event: Supplement | Consent, on: int) -> int | None:
    """The last day of standing still; None while that is not known on the day `on`.

    The day of the supplement itself counts again; so does the day after the last day to supplement.
    """
    match event:
        case Consent(last=last):
            return last
        case Supplement(until=until, supplied=supplied):
            if supplied is not None and (until is None or supplied <= until):
                return supplied - 1
            return until if until is not None and (supplied is not None or on > until) else None


def _article_of(event: Supplement | Consent) -> str:
    return _awb("4:15 lid 2 onderdeel a" if isinstance(event, Consent) else "4:15 lid 1 onderdeel a")


def _standing_still(event: Supplement | Consent) -> str:
    still = f"De termijn staat stil vanaf {_dutch(_first_day(event))}."
    match event:
        case Supplement(until=int() as until):
            return f"{still} Zij loopt verder op de dag van de aanvulling, of anders na {_dutch(until)}."
        case Supplement():
            return f"{still} In de zaak staat niet tot en met welke dag aanvullen kan."
        case Consent():
            return f"{still} In de zaak staat niet tot en met welke dag."


def _contradiction(event: Supplement | Consent | Postponement) -> str:
    """What in these days cannot be, in Dutch; empty when nothing."""
    match event:
        case Supplement(asked=asked, supplied=int() as supplied) if supplied < asked:
            return f"De aanvulling van {_dutch(supplied)} ligt voor de vraag van {_dutch(asked)}."
        case Supplement(asked=asked, until=int() as until) if until <= asked:
            return f"De laatste dag om aan te vullen, {_dutch(until)}, ligt niet na de vraag van {_dutch(asked)}."
        case Consent(first=first, last=int() as last) if last < first:
            return f"Het uitstel eindigt op {_dutch(last)} en begint op {_dutch(first)}."
        case Postponement(told=told, until=int() as until) if until <= told:
            return f"Het bericht van {_dutch(told)} noemt als laatste dag {_dutch(until)}."
        case _:
            return ""


def _statutory(name: str, event: int, length: Duration, articles: tuple[str, ...], explanation: str) -> Term:
    """A term that a law sets, from the day after an event."""
    last = counted(event, length)
    found = None if last is None else ending(days_after(event), last)
    if found is None:
        return _unknown(name, days_after(event), articles, f"{explanation} {_UNKNOWN_YEAR}".strip())
    remark = f"{explanation} {found.remark}".strip()
    return Term(name, days_after(event), found.last_day, (*articles, *found.articles), remark)


def _unknown(name: str, first_day: int | None, articles: tuple[str, ...], why: str) -> Term:
    return Term(name, first_day, None, tuple(dict.fromkeys(articles)), why)


def _days(number: int) -> str:
    return "1 dag" if number == 1 else f"{number} dagen"


def _dutch(day: int) -> str:
    return as_dutch(day, Kind.DATE)
