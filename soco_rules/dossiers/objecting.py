"""Recording an objection: that it was received, and each step after it, in the order that the Awb asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.objection_words import STEPS
from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import objection_in
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import contents
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Signed
from soco_rules.model.names import is_one
from soco_rules.model.objecting import Objected
from soco_rules.model.objecting import ObjectionStep
from soco_rules.model.objection import Delay
from soco_rules.model.objection import Step
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.terms.of_objection import deciding
from soco_rules.terms.of_objection import longest

Findings = tuple[Diagnostic, ...]
Wrong = Iterator[tuple[str, str]]
"""What is wrong, each with what to do about it."""
CODE = "bezwaar"

WITH_LAST_DAY = frozenset({Step.REPAIR_ASKED, Step.HEARING_ASKED, Step.POSTPONED, Step.DELAYED})
"""Steps that set a last day."""
WITH_ACCOUNT = frozenset({Step.HEARD, Step.ADVISED, Step.DELAYED})
"""Steps of which it must be told what was said, advised or agreed."""
_AFTER = {
    Step.REPAIRED: Step.REPAIR_ASKED,
    Step.ADVISED: Step.COMMITTEE,
}


def received(dossier: Dossier, said: Objected, *, today: int) -> tuple[Draft | None, Findings]:
    """The act that an objection was received, or everything that is wrong with it."""
    found = {entry.number: (entry, short) for entry, short in adoptions(dossier)}
    if said.adoption not in found:
        known = ", ".join(map(str, found)) or "geen"
        message = f"Handeling {said.adoption} van dossier {dossier.number} is geen vaststelling."
        return None, (_finding(dossier, message, f"kies een vaststelling van dit dossier: {known}"),)
    entry, _ = found[said.adoption]
    wrong = tuple(_finding(dossier, *each) for each in _not_received(dossier, said, today))
    return (None, wrong) if wrong else (Draft(said, dossier.number, entry.subject, entry.month), ())


def _not_received(dossier: Dossier, said: Objected, today: int) -> Wrong:
    short = next(short for entry, short in adoptions(dossier) if entry.number == said.adoption)
    if not short.is_appealable:
        yield (
            f"Handeling {said.adoption} is geen beschikking; er staat geen bezwaar tegen open.",
            "kies de beschikking waar het over gaat; anders: stuur het door (Awb 6:15), of verklaar het buiten soco niet-ontvankelijk",
        )
    if short.on_objection is not None:
        yield (
            f"Handeling {said.adoption} is op een bezwaar besloten; daartegen staat beroep open en geen bezwaar.",
            "stuur de brief met de dag van ontvangst erop door naar de rechtbank (Awb 6:15)",
        )
    day, adopted = parse_date(said.received), _first_of(dossier, said.adoption)
    if day > today:
        yield f"{_dutch(day)} moet nog komen.", "geef --ontvangen met de dag waarop het bezwaar er was"
    if day < adopted:
        yield (
            f"{_dutch(day)} is voor de dag van het besluit, {_dutch(adopted)}.",
            "verbeter --ontvangen; eerder telt alleen als de persoon mocht denken dat het besluit er was (Awb 6:10)",
        )
    if said.posted_on is not None and parse_date(said.posted_on) > day:
        yield "De dag van posten ligt na de dag van ontvangst.", "verbeter --gepost"
    if not said.by.isprintable():
        yield "In de naam van de indiener staat een teken dat niet te zien is.", "typ --van op één regel"
    for each in objections_of(dossier):
        if each.is_open and each.said.adoption == said.adoption and each.said.by == said.by:
            yield (
                f"Er loopt al een bezwaar tegen handeling {said.adoption} (handeling {each.entry.number}).",
                "leg wat erbij kwam vast als stap in dat bezwaar",
            )


def _first_of(dossier: Dossier, adoption: int) -> int:
    """The day of the decision, or of the first in whose place it came: an objection to that is one to this (6:19)."""
    found = {entry.number: short for entry, short in adoptions(dossier)}
    while (before := found[adoption].corrects) is not None and before in found:
        adoption = before
    return parse_date(found[adoption].date)


@dataclass(frozen=True, slots=True)
class Telling:
    """A step as somebody tells it; days are day numbers."""

    step: Step
    date: int
    until: int | None = None
    delay: Delay | None = None
    heard_by: tuple[str, ...] = ()
    account: str = ""


def step_taken(dossier: Dossier, number: int, told: Telling, *, today: int) -> tuple[Draft | None, Findings]:
    """The act of a step with an objection (the number of its receipt), or everything that is wrong with it."""
    objection, findings = waiting_in(dossier, number)
    if objection is None:
        return None, findings
    wrong = tuple(_finding(dossier, *each) for each in _not_taken(dossier, objection, told, today))
    if wrong:
        return None, wrong
    step = ObjectionStep(
        objection=number,
        step=told.step,
        date=iso_day(told.date),
        until=None if told.until is None else iso_day(told.until),
        delay=told.delay,
        heard_by=tuple(name.strip() for name in told.heard_by if name.strip()),
        account=told.account.strip(),
    )
    return Draft(step, dossier.number, objection.entry.subject, objection.entry.month), ()


def waiting_in(dossier: Dossier, number: int) -> tuple[Objection | None, Findings]:
    """The objection of this number while it waits for a decision, or why there is none."""
    objection = objection_in(dossier, number)
    if objection is None:
        known = ", ".join(str(each.entry.number) for each in objections_of(dossier)) or "geen"
        message = f"Handeling {number} van dossier {dossier.number} is geen bezwaar."
        return None, (_finding(dossier, message, f"kies een bezwaar van dit dossier: {known}"),)
    if objection.answered is not None:
        message = f"Op bezwaar {number} is al beslist (handeling {objection.answered[0].number})."
        return None, (
            _finding(dossier, message, "een beslissing op bezwaar verandert niet meer; daarna is er beroep"),
        )
    if not objection.is_open:
        return None, (_finding(dossier, f"Bezwaar {number} is ingetrokken.", "leg een nieuw bezwaar vast"),)
    return objection, ()


def _not_taken(dossier: Dossier, objection: Objection, told: Telling, today: int) -> Wrong:
    yield from _days(objection, told, today)
    if not told.account.strip() and told.step in WITH_ACCOUNT:
        yield f"Bij '{STEPS[told.step]}' staat niet wat er is gezegd of afgesproken.", "geef --toelichting"
    if told.step in objection.steps and not told.account.strip() and told.step not in WITH_ACCOUNT:
        before = _dutch(parse_date(objection.steps[told.step].date))
        yield (
            f"'{STEPS[told.step]}' staat er al, op {before}, en er staat niet waarom dat anders is.",
            "geef --toelichting",
        )
    needed = _AFTER.get(told.step)
    if needed is not None:
        asked = objection.day_of(needed)
        if asked is None or asked > told.date:
            yield f"Daarvoor hoort: {STEPS[needed]}.", f"leg eerst die stap vast: {needed}"
    if (told.step is Step.DELAYED) != (told.delay is not None):
        yield (
            "Bij verder uitstel hoort de grond van artikel 7:10 lid 4, en alleen daarbij.",
            "geef --grond",
        )
    yield from _heard_by(dossier, objection, told)
    yield from _later(objection, told, today)


def _days(objection: Objection, told: Telling, today: int) -> Wrong:
    if told.date > today:
        yield f"{_dutch(told.date)} moet nog komen.", "geef --datum met de dag waarop het is gebeurd"
    if told.date < objection.received:
        yield (
            f"{_dutch(told.date)} is voor de ontvangst van het bezwaar, {_dutch(objection.received)}.",
            "verbeter --datum",
        )
    if told.step not in WITH_LAST_DAY and told.until is not None:
        yield f"Bij '{STEPS[told.step]}' hoort geen laatste dag.", "laat --tot-en-met weg"
    elif told.step in WITH_LAST_DAY and told.until is None:
        yield f"Bij '{STEPS[told.step]}' hoort een laatste dag.", "geef --tot-en-met"
    elif told.until is not None and told.until <= told.date:
        yield (
            f"De laatste dag, {_dutch(told.until)}, ligt niet na {_dutch(told.date)}.",
            "verbeter --tot-en-met",
        )


def _later(objection: Objection, told: Telling, today: int) -> Wrong:
    """Adjourning once, for six weeks at most, and before the term is over; only after that further delay (7:10)."""
    if told.step is Step.COMMITTEE:
        end = deciding(objection.handling(), on=today).last_day
        if end is not None and told.date > end and Step.COMMITTEE not in objection.steps:
            yield (
                f"De termijn was op {_dutch(end)} voorbij: een commissie maakt haar niet langer.",
                "beslis zo snel mogelijk; verder uitstel kan met instemming",
            )
    if told.step not in {Step.POSTPONED, Step.DELAYED} or told.until is None:
        return
    handling = objection.handling()
    last = longest(handling, on=today)
    if last is None:
        yield (
            "Tot wanneer beslissen kan is nog niet bekend, dus ook niet of uitstel nodig is.",
            "leg eerst vast wanneer het bestreden besluit is bekendgemaakt, of dat het bezwaar is aangevuld",
        )
    elif told.step is Step.POSTPONED:
        end = last - _ADJOURNMENT
        if told.date > end:
            yield (
                f"Verdagen kon tot en met {_dutch(end)}.",
                "beslis zo snel mogelijk; verder uitstel kan met instemming",
            )
        elif not end < told.until <= last:
            yield (
                f"Verdagen kan tot en met {_dutch(last)}, en niet tot voor {_dutch(end + 1)}.",
                "verbeter --tot-en-met; langer kan alleen als verder uitstel (Awb 7:10 lid 4)",
            )
    else:
        end = deciding(handling, on=today).last_day
        if end is not None and Step.DELAYED not in objection.steps and told.until <= end:
            yield f"Beslissen kan al tot en met {_dutch(end)}.", "verbeter --tot-en-met"


_ADJOURNMENT = 42


def _heard_by(dossier: Dossier, objection: Objection, told: Telling) -> Wrong:
    """Who heard was not involved in the decision; of several persons most were not, and who led was not (7:5)."""
    names = [name.strip() for name in told.heard_by if name.strip()]
    if told.step is not Step.HEARD:
        if names:
            yield "Alleen bij het horen hoort wie heeft gehoord.", "laat --gehoord-door weg"
        return
    if not names:
        yield "Er staat niet wie heeft gehoord.", "geef --gehoord-door, wie het horen leidde het eerst"
        return
    involved = involved_in(dossier, objection)
    own = [name for name in names if any(is_one(name, other) for other in involved)]
    if own and (names[0] in own or 2 * len(own) >= len(names)):
        yield (
            f"{' en '.join(own)} werkte mee aan het bestreden besluit: wie hoort of dat leidt, en de meesten, mogen dat niet.",
            "laat iemand horen die er niet bij betrokken was (Awb 7:5)",
        )


def involved_in(dossier: Dossier, objection: Objection) -> tuple[str, ...]:
    """Who proposed, signed or adopted the contested decision."""
    proposal = objection.short.proposal
    proposed = (entry.by for entry in dossier.entries if entry.number == proposal)
    return tuple(dict.fromkeys((*proposed, *takers_of(dossier, objection))))


def takers_of(dossier: Dossier, objection: Objection) -> tuple[str, ...]:
    """Who took the contested decision: who adopted it, and where two persons must, who signed first."""
    proposal = objection.short.proposal
    signed = (said.by for _, said in contents(dossier, Signed) if said.proposal == proposal)
    return tuple(dict.fromkeys((*signed, objection.decision.by)))


def _finding(dossier: Dossier, message: str, remedy: str) -> Diagnostic:
    return finding(CODE, place_of(dossier.number), message, remedy=remedy)


def _dutch(day: int) -> str:
    return as_dutch(day, Kind.DATE)
