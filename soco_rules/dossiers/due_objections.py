"""The days to watch of objections: to decide on them, what waits for the person, and what follows the decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field

from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import answer_known
from soco_rules.dossiers.objections import awaits_renewal
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.objections import terms_of
from soco_rules.model.dossier import Dossier
from soco_rules.model.objection import Step
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import parse_date
from soco_rules.terms.awb import appeal
from soco_rules.terms.of_objection import deciding

RENEWING = "nieuw besluit na bezwaar"
APPEAL = "beroep mogelijk"
_AWB = "Algemene wet bestuursrecht artikel"


@dataclass(frozen=True, slots=True)
class Watched:
    """A day to watch of an objection, as `due.Due`; `unsent` is whether it is the decision on it that nobody sent."""

    objection: Objection
    day: int | None
    what: str
    why: str
    number: int
    articles: tuple[str, ...] = field(default=())
    renews: bool = False
    asks: bool = True
    unsent: bool = False


def watched_in(dossier: Dossier, on: int) -> Iterator[Watched]:
    """The days to watch of every objection of a dossier."""
    for each in objections_of(dossier):
        if each.is_open:
            yield from _waiting(each, on)
        elif each.answered is not None:
            yield from _answered(dossier, each, on)


def _waiting(each: Objection, on: int) -> Iterator[Watched]:
    number = each.entry.number
    late = " Het bezwaar kwam na de bezwaartermijn." if each.is_late else ""
    for term in terms_of(each, on=on):
        why = f"{_of(each)}. {term.explanation}{late if term.name != 'dwangsom' else ''}"
        yield Watched(each, term.last_day, term.name, why, number, term.articles)
    if Step.REPAIRED not in each.steps and (until := each.until(Step.REPAIR_ASKED)) is not None:
        yield Watched(
            each,
            until,
            "aanvulling van het bezwaar",
            f"{_of(each)}; tot dan kan de persoon aanvullen",
            number,
            (f"{_AWB} 6:6",),
        )
    if Step.HEARD not in each.steps and (until := each.until(Step.HEARING_ASKED)) is not None:
        why = f"{_of(each)}; tot dan kan de persoon zeggen dat hij gehoord wil worden"
        yield Watched(each, until, "antwoord over het horen", why, number, (f"{_AWB} 7:3 onderdeel d",))


def _answered(dossier: Dossier, each: Objection, on: int) -> Iterator[Watched]:
    assert each.answered is not None
    entry, decided = each.answered
    if awaits_renewal(dossier, each):
        term = deciding(each.handling(), on=on)
        why = f"{_of(each)} is gegrond; het besluit is herroepen en er is nog geen nieuw besluit"
        articles = (f"{_AWB} 7:11 lid 2", *term.articles)
        yield Watched(each, term.last_day, RENEWING, why, entry.number, articles, renews=True)
        return
    known = answer_known(dossier, each)
    if known is None or known.day is None:
        why = f"op {_of(each)[0].lower()}{_of(each)[1:]} is besloten op {_dutch(parse_date(decided.date))}, en dat het is verzonden of uitgereikt staat niet in het dossier"
        yield Watched(
            each, parse_date(decided.sent_on), "", why, entry.number, (f"{_AWB} 7:12 lid 2",), unsent=True
        )
        return
    term = appeal(known.day)
    if term.last_day is None or term.last_day >= on:
        why = f"{_of(each)}; besluit op bezwaar verzonden op {_dutch(known.day)}"
        yield Watched(each, term.last_day, APPEAL, why, entry.number, term.articles, asks=False)


def _of(each: Objection) -> str:
    return f"Bezwaar {each.entry.number} van {_dutch(each.received)}"


def _dutch(day: int) -> str:
    return as_dutch(day, Kind.DATE)
