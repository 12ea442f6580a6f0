"""The days to watch in a book: dates that a decision set, terms of the law, and ends of what is agreed."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.compiler.layers import Stack
from soco_rules.dossiers.due_objections import APPEAL
from soco_rules.dossiers.due_objections import watched_in
from soco_rules.dossiers.lifecycle import NOTICE
from soco_rules.dossiers.making_known import known_of
from soco_rules.dossiers.moves import timeline
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.recording import procedure_of
from soco_rules.model.agreement import DecisionType
from soco_rules.model.decision import texts_of
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.terms.awb import Term
from soco_rules.terms.awb import appeal
from soco_rules.terms.awb import objection
from soco_rules.terms.of_case import is_supplied
from soco_rules.terms.of_case import terms_of

DECIDING = "beslissen"
UNSENT = "bekendmaken"
"""What is still to be done with a decision that nobody sent."""
_MAKING_KNOWN = ("Algemene wet bestuursrecht artikel 3:40", "Algemene wet bestuursrecht artikel 3:41 lid 1")
SUPPLEMENTING = "aanvullen"


@dataclass(frozen=True, slots=True)
class Due:
    """A day to watch; `day` is None while it cannot be known.

    `dossier` is None where it is about the agreement. `needed` are the besluiten of which one deals with it; without
    any it is only to be known. `number` is the act that set it.
    """

    day: int | None
    what: str
    why: str
    dossier: int | None = None
    besluit: str | None = None
    needed: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    number: int | None = None
    asks: bool = True

    def is_late(self, on: int) -> bool:
        """Whether something should have been done before this day."""
        return self.asks and self.day is not None and self.day < on


def due_in(stack: Stack, book: Book, on: int) -> tuple[Due, ...]:
    """Every day to watch, as known on a day: the soonest first, and last those of which the day is not known."""
    found = [*_of_agreement(stack)]
    for dossier in book.dossiers.values():
        if not is_erased(dossier):
            found += [
                *_watched(stack, dossier),
                *_procedures(stack, dossier, on),
                *_objections(stack, dossier, on),
                *_objecting(dossier, on),
            ]
    return tuple(sorted(found, key=_order))


def as_data(due: Due, on: int) -> dict[str, object]:
    """A day to watch under the names of a JSON answer, as it stands on a day."""
    return {
        "dag": None if due.day is None else iso_day(due.day),
        "wat": due.what,
        "waarom": due.why,
        "dossier": due.dossier,
        "besluit": due.besluit,
        "nodig": list(due.needed),
        "artikelen": list(due.articles),
        "handeling": due.number,
        "te_laat": due.is_late(on),
    }


def _order(due: Due) -> tuple[bool, int, int, str]:
    return (due.day is None, due.day or 0, due.dossier or 0, due.what)


# Dates that a decision set


def _watched(stack: Stack, dossier: Dossier) -> Iterator[Due]:
    among = _Adopted(stack, adopted_of(dossier))
    for standing in among.standing:
        besluit = stack.decisions.get(standing.entry.subject or "")
        if besluit is None:
            continue
        for name, dealing in besluit.watched.items():
            needed = tuple(other for other in dealing if _is_possible(stack, other, dossier))
            if needed and not _is_dealt_with(standing, besluit, dealing, among):
                yield from _dates(stack, standing, besluit, name, needed)


def _dates(
    stack: Stack, standing: Standing, besluit: DecisionType, name: str, needed: tuple[str, ...]
) -> Iterator[Due]:
    """The date, of each person where it is per person; one that does not apply is none."""
    titles = " of ".join(f"‘{stack.decisions[other].title}’" for other in needed)
    for slot, text in standing.values.items():
        watched, _, role = slot.partition("/")
        day = _day(text) if watched == name else None
        if day is not None:
            yield Due(
                day=day,
                what=f"{spaced(name)} ({role})" if role else spaced(name),
                why=f"uit het besluit ‘{besluit.title}’; daarna is nodig: {titles}",
                dossier=standing.entry.dossier,
                besluit=besluit.name,
                needed=needed,
                number=standing.entry.number,
            )


def _is_possible(stack: Stack, besluit: str, dossier: Dossier) -> bool:
    """Whether a besluit can still be taken on who has this stand."""
    wanted = stack.decisions[besluit].states_from
    return not wanted or any(state in wanted for _, state in timeline(dossier, stack.states)[-1:])


def _is_dealt_with(
    standing: Standing, besluit: DecisionType, dealing: Iterable[str], among: _Adopted
) -> bool:
    """Whether a later decision deals with it, or a newer one of the same kind set another date."""
    ends = {*dealing, *(() if besluit.monthly else (besluit.name,))}
    return any(
        later.entry.number > standing.entry.number
        and later.entry.subject in ends
        and (later.entry.month == standing.entry.month or not besluit.monthly)
        and among.decides(later)
        for later in among.standing
    )


@dataclass(frozen=True, slots=True)
class _Adopted:
    """The adopted decisions of a dossier that stand, by the rules of now."""

    stack: Stack
    standing: tuple[Standing, ...]

    def decides(self, later: Standing) -> bool:
        """Whether it changes anything: a notice does not, unless it sets a date to watch itself."""
        if texts_of(later.short.legal_character) != (NOTICE,):
            return True
        besluit = self.stack.decisions.get(later.entry.subject or "")
        watched = besluit.watched if besluit else ()
        values = later.values
        return any(
            _day(text) is not None for slot, text in values.items() if slot.partition("/")[0] in watched
        )


def _day(text: str | None) -> int | None:
    try:
        return None if text is None else parse_date(text)
    except UnreadableValueError:  # not applicable
        return None


# Terms of the law


def _procedures(stack: Stack, dossier: Dossier, on: int) -> Iterator[Due]:
    """The terms of procedures that still run: those of which no decision was adopted since."""
    told = {entry.subject for entry, _ in contents(dossier, ReportedFact) if entry.subject is not None}
    for name in sorted(told & stack.decisions.keys()):
        procedure = procedure_of(dossier, name)
        for term in terms_of(procedure, on=on).values():
            is_known = term.last_day is not None or term.name == DECIDING
            is_over = term.name == SUPPLEMENTING and is_supplied(procedure)
            if is_known and not is_over:
                yield _of_term(term, dossier, stack.decisions[name])


def _of_term(term: Term, dossier: Dossier, besluit: DecisionType) -> Due:
    return Due(
        day=term.last_day,
        what=spaced(term.name),
        why=f"‘{besluit.title}’: {term.explanation}",
        dossier=dossier.number,
        besluit=besluit.name,
        needed=(besluit.name,) if term.name == DECIDING else (),
        articles=term.articles,
    )


def _objections(stack: Stack, dossier: Dossier, on: int) -> Iterator[Due]:
    """Until when objection is open against a decision, or that it is not made known yet (Awb 3:40 and 3:41)."""
    for standing in adopted_of(dossier):
        besluit = stack.decisions.get(standing.short.besluit)
        if besluit is None or not standing.short.is_appealable:
            continue
        sent_on = known_of(dossier, standing.entry, standing.short).day
        if sent_on is None:
            yield _unknown_to_all(standing, besluit, dossier)
            continue
        is_renewal = standing.short.on_objection is not None
        term = appeal(sent_on) if is_renewal else objection(sent_on)
        if term.last_day is None or term.last_day >= on:
            yield Due(
                day=term.last_day,
                what=APPEAL if is_renewal else "bezwaar mogelijk",
                why=f"tegen ‘{besluit.title}’, verzonden op {as_dutch(sent_on, Kind.DATE)}",
                dossier=dossier.number,
                besluit=besluit.name,
                articles=term.articles,
                number=standing.entry.number,
                asks=False,
            )


def _objecting(dossier: Dossier, on: int) -> Iterator[Due]:
    """What is to be done with the objections that were received, and until when appeal is open after it."""
    for each in watched_in(dossier, on):
        subject = each.objection.entry.subject
        yield Due(
            day=each.day,
            what=UNSENT if each.unsent else each.what,
            why=each.why,
            dossier=dossier.number,
            besluit=subject,
            needed=(subject,) if each.renews and subject else (),
            articles=(*_MAKING_KNOWN[:1], *each.articles) if each.unsent else each.articles,
            number=each.number,
            asks=each.asks,
        )


def _unknown_to_all(standing: Standing, besluit: DecisionType, dossier: Dossier) -> Due:
    """An adopted decision that nobody has sent, as far as the dossier knows: it does not work, and no term runs."""
    adopted = as_dutch(parse_date(standing.short.date), Kind.DATE)
    return Due(
        day=parse_date(standing.short.sent_on),
        what=UNSENT,
        why=f"‘{besluit.title}’ is vastgesteld op {adopted}, en dat het is verzonden of uitgereikt staat niet in het dossier",
        dossier=dossier.number,
        besluit=besluit.name,
        articles=_MAKING_KNOWN,
        number=standing.entry.number,
    )


# What is agreed


def _of_agreement(stack: Stack) -> Iterator[Due]:
    """The last day of the version of each layer, and of each table of amounts: after it no decision is possible."""
    for layer in stack.layers:
        if layer.valid_to is not None:
            yield Due(
                layer.valid_to, "laatste dag van de regels", f"‘{layer.title}’ heeft een nieuwe versie nodig"
            )
    last: dict[int, list[str]] = {}
    for name, table in stack.amounts.items():
        last.setdefault(table.known_through, []).append(name)
    for day, names in last.items():
        shown = ", ".join(map(spaced, sorted(names)[:3]))
        more = f" en nog {len(names) - 3}" if len(names) > 3 else ""
        yield Due(day, "laatste dag van bedragen", f"daarna zijn niet bekend: {shown}{more}")
