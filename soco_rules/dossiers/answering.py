"""A person decides on an objection (Awb 7:10-7:12): with a mandate, not who took the decision, and after hearing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.adopt.mandate import mandate_for_objections
from soco_rules.adopt.statement import faults_in_signature
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.objecting import takers_of
from soco_rules.dossiers.objecting import waiting_in
from soco_rules.dossiers.objection_words import NOT_HEARD
from soco_rules.dossiers.objection_words import RULINGS
from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import stands
from soco_rules.model.adoption import SignedUnder
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Reopened
from soco_rules.model.names import is_one
from soco_rules.model.objecting import ObjectionDecided
from soco_rules.model.objection import Inadmissible
from soco_rules.model.objection import NotHeard
from soco_rules.model.objection import Ruled
from soco_rules.model.objection import Ruling
from soco_rules.model.objection import Step
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_money
from soco_rules.model.workspace import Workspace

Findings = tuple[Diagnostic, ...]
Wrong = Iterator[tuple[str, str]]
CODE = "besluit-op-bezwaar"
OWN = "zelf-besloten"
RENEWED = "op bezwaar herroepen; een nieuw besluit komt ervoor in de plaats (Awb 7:11 lid 2)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says who decides on an objection; `date` and `sent_on` are day numbers, as in a `Statement`."""

    by: str
    function: str
    date: int
    sent_on: int
    ruled: Ruled
    own_letter: str = ""
    function_from: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of it: the objection, the decision on it, and the acts to write."""

    objection: Objection
    decided: ObjectionDecided
    drafts: tuple[Draft, ...]


def answer(
    workspace: Workspace, agreement: str, dossier: Dossier, number: int, said: Answer, *, today: int
) -> tuple[Answered | None, Findings]:
    """The acts of deciding on an objection (the number of its receipt), or everything that stands in the way.

    Where another decision comes in the place of the revoked one, that one is reopened: it is proposed and adopted as
    any other.
    """
    objection, findings = waiting_in(dossier, number)
    if objection is None:
        return None, findings
    contested = objection.decision.content
    assert isinstance(contested, Adopted)
    mandate, without = mandate_for_objections(
        workspace,
        agreement.partition("/")[0],
        body=contested.adoption.decision.decider or "",
        function=said.function,
        day=said.date,
    )
    place = place_of(dossier.number)
    wrong = (
        *(without if said.function.strip() else ()),
        *_own(dossier, objection, said),
        *(
            finding(CODE, place, message, remedy=remedy)
            for message, remedy in _wrong(dossier, objection, said, today)
        ),
    )
    if wrong or mandate is None:
        return None, wrong
    decided = ObjectionDecided(
        objection=number,
        adoption=objection.said.adoption,
        ruled=_encoded(said.ruled),
        by=said.by.strip(),
        function=mandate.function,
        mandate=SignedUnder(name=mandate.name, body=mandate.body, source=mandate.source),
        date=iso_day(said.date),
        sent_on=iso_day(said.sent_on),
        own_letter=said.own_letter.strip(),
        function_from=said.function_from,
    )
    entry = objection.entry
    drafts = [Draft(decided, dossier.number, entry.subject, entry.month)]
    if said.ruled.renewed:
        again = Reopened(adoption=objection.said.adoption, because=(number,), reason=RENEWED)
        drafts.append(Draft(again, dossier.number, entry.subject, entry.month))
    return Answered(objection, decided, tuple(drafts)), ()


def _encoded(ruled: Ruled) -> Ruled:
    """What is decided, with the amount of the costs as it is kept, however it was typed."""
    if ruled.costs is None or ruled.costs.amount is None:
        return ruled
    amount = encode(parse_money(ruled.costs.amount), Kind.MONEY)
    return ruled.model_copy(update={"costs": ruled.costs.model_copy(update={"amount": amount})})


def _own(dossier: Dossier, objection: Objection, said: Answer) -> Iterator[Diagnostic]:
    """Who took the decision under a mandate has none to decide on the objection to it (10:3 lid 3)."""
    if any(is_one(said.by, name) for name in takers_of(dossier, objection)):
        message = f"{said.by} nam het bestreden besluit (handeling {objection.said.adoption}) zelf of mede."
        yield finding(OWN, place_of(dossier.number), message)


def _wrong(dossier: Dossier, objection: Objection, said: Answer, today: int) -> Wrong:
    yield from faults_in_signature(said.by, said.function)
    yield from _days(objection, said, today)
    yield from _admissible(objection, said)
    yield from _heard(objection, said)
    yield from _reasoned(objection, said)
    yield from _costs(objection, said.ruled)
    if said.ruled.ruling is not Ruling.INADMISSIBLE and not stands(dossier, objection):
        yield (
            "Het bestreden besluit geldt al niet meer: er kwam een ander voor in de plaats.",
            "het bezwaar gaat dan ook over het nieuwe besluit (Awb 6:19): leg het daarbij vast, en beslis er daar op",
        )


def _days(objection: Objection, said: Answer, today: int) -> Wrong:
    last = max((parse_date(step.date) for step in objection.steps.values()), default=objection.received)
    if said.date > today:
        yield f"{_dutch(said.date)} moet nog komen.", "geef --datum: vandaag, of een dag die voorbij is"
    if said.date < last:
        yield (
            f"{_dutch(said.date)} is voor de laatste stap in dit bezwaar, {_dutch(last)}.",
            "verbeter --datum",
        )
    if said.sent_on < said.date:
        yield (
            f"Verzenden op {_dutch(said.sent_on)} is voor het besluit van {_dutch(said.date)}.",
            "verbeter --verzonden-op",
        )


def _admissible(objection: Objection, said: Answer) -> Wrong:
    ruled, late = said.ruled, objection.is_late
    if (ruled.ruling is Ruling.INADMISSIBLE) != (ruled.inadmissible is not None):
        yield (
            "Bij niet-ontvankelijk hoort waarom, en alleen daarbij.",
            "geef --niet-ontvankelijk-omdat",
        )
    if ruled.renewed and ruled.ruling is not Ruling.FOUNDED:
        yield "Een nieuw besluit komt er alleen als het bezwaar gegrond is.", "laat --nieuw-besluit weg"
    closed = _dutch(objection.closed) if objection.closed is not None else ""
    if late and ruled.inadmissible is None and not ruled.excused.strip():
        yield (
            f"Het bezwaar kwam te laat: het kon tot en met {closed}.",
            "verklaar het niet-ontvankelijk, of schrijf met --verschoonbaar waarom dat niet te verwijten is (Awb 6:11)",
        )
    if not late and ruled.inadmissible is Inadmissible.LATE:
        until = f": het kon tot en met {closed}" if closed else ""
        yield f"Het bezwaar kwam op tijd{until}.", "kies een andere reden"
    if ruled.excused.strip() and (not late or ruled.ruling is Ruling.INADMISSIBLE):
        yield (
            "Dat te laat zijn niet te verwijten is, hoort alleen bij een bezwaar dat te laat kwam en wordt behandeld.",
            "laat --verschoonbaar weg",
        )
    if ruled.inadmissible is Inadmissible.DEFECT and not _not_repaired(objection, said.date):
        yield (
            "Er is niet om herstel gevraagd, de termijn daarvoor loopt nog, of het is op tijd hersteld.",
            "vraag eerst om het bezwaar aan te vullen, met een laatste dag (Awb 6:6)",
        )


def _not_repaired(objection: Objection, day: int) -> bool:
    until, repaired = objection.until(Step.REPAIR_ASKED), objection.day_of(Step.REPAIRED)
    return until is not None and until < day and (repaired is None or repaired > until)


_FITS = {
    NotHeard.CLEARLY_INADMISSIBLE: Ruling.INADMISSIBLE,
    NotHeard.CLEARLY_UNFOUNDED: Ruling.UNFOUNDED,
    NotHeard.FULLY_MET: Ruling.FOUNDED,
}


def _heard(objection: Objection, said: Answer) -> Wrong:
    """Hearing before deciding, or one of the five reasons to leave it out (7:2 and 7:3)."""
    ruled, is_heard = said.ruled, Step.HEARD in objection.steps
    why = ruled.not_heard
    if why is None and not is_heard:
        yield (
            "De persoon is niet over het bezwaar gehoord, en er staat niet waarom niet.",
            "leg vast dat er is gehoord, of geef --niet-gehoord (Awb 7:2 en 7:3)",
        )
    if why is not None and is_heard:
        yield (
            "De persoon is gehoord; dan hoort er geen reden bij om dat niet te doen.",
            "laat --niet-gehoord weg",
        )
    if (why is not None) != bool(ruled.not_heard_because.strip()):
        yield (
            "Bij niet horen hoort waarom die reden hier geldt, en alleen daarbij.",
            "geef --niet-gehoord-omdat naast --niet-gehoord",
        )
    if why is not None and _FITS.get(why, ruled.ruling) is not ruled.ruling:
        yield (
            f"'{NOT_HEARD[why]}' past niet bij de uitkomst '{RULINGS[ruled.ruling]}'.",
            "kies met --niet-gehoord een andere reden, of hoor de persoon",
        )
    if why is NotHeard.SILENT:
        until = objection.until(Step.HEARING_ASKED)
        if until is None or until >= said.date:
            yield (
                "Er is niet gevraagd of de persoon gehoord wil worden, of de termijn daarvoor loopt nog.",
                f"leg eerst de stap {Step.HEARING_ASKED} vast, met een laatste dag die voorbij is",
            )


def _reasoned(objection: Objection, said: Answer) -> Wrong:
    if not said.ruled.reasons.strip():
        yield (
            "De toelichting ontbreekt: een besluit op bezwaar heeft een motivering (Awb 7:12 lid 1).",
            "geef --toelichting",
        )
    if Step.COMMITTEE in objection.steps and Step.ADVISED not in objection.steps:
        yield (
            "Er is gemeld dat een commissie adviseert, en het advies is er niet.",
            f"leg de stap {Step.ADVISED} vast",
        )
    if said.ruled.departs.strip() and Step.ADVISED not in objection.steps:
        yield "Er is geen advies waarvan wordt afgeweken.", "laat --afwijking-van-advies weg"


def _costs(objection: Objection, ruled: Ruled) -> Wrong:
    """What was asked is decided on, at once; only where the decision is revoked something can be granted (7:15)."""
    is_asked, costs = Step.COSTS_ASKED in objection.steps, ruled.costs
    if is_asked != (costs is not None):
        yield (
            "Op een verzoek om kosten wordt bij het bezwaar beslist, en alleen als er om is gevraagd.",
            "geef --kosten met een bedrag of 'geen', en --kosten-omdat (Awb 7:15 lid 3)",
        )
    if costs is None:
        return
    if not costs.reason.strip():
        yield "Bij het besluit over de kosten staat niet waarom.", "geef --kosten-omdat"
    if costs.amount is None:
        return
    if ruled.ruling is not Ruling.FOUNDED:
        yield (
            "Kosten worden alleen vergoed als het bestreden besluit wordt herroepen.",
            "geef bij --kosten het woord 'geen', en schrijf waarom (Awb 7:15 lid 2)",
        )
    try:
        cents = parse_money(costs.amount)
    except UnreadableValueError as error:
        yield (
            f"Het bedrag van de kosten is niet te lezen: {error}.",
            "schrijf bij --kosten bijvoorbeeld 647,00",
        )
        return
    if cents <= 0:
        yield (
            "Een vergoeding is meer dan nul.",
            "geef bij --kosten het woord 'geen' als er niets wordt vergoed",
        )


def _dutch(day: int) -> str:
    return as_dutch(day, Kind.DATE)
