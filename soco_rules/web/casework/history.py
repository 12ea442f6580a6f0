"""Every act of a dossier in some words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from soco_rules.compiler.layers import Stack
from soco_rules.dossiers.account import title_of
from soco_rules.dossiers.account import value_in_words
from soco_rules.dossiers.account import whose
from soco_rules.dossiers.objection_words import RULINGS
from soco_rules.dossiers.objection_words import STEPS
from soco_rules.dossiers.recording import PROCEDURE
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Columns
from soco_rules.model.dossier import Consulted
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Erased
from soco_rules.model.dossier import ErasureListed
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import Intake
from soco_rules.model.dossier import InvoiceLine
from soco_rules.model.dossier import KeysChanged
from soco_rules.model.dossier import MadeKnown
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import Reopened
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.dossier import Returned
from soco_rules.model.dossier import RoundOpened
from soco_rules.model.dossier import SentLetter
from soco_rules.model.dossier import Signed
from soco_rules.model.objecting import Objected
from soco_rules.model.objecting import ObjectionDecided
from soco_rules.model.objecting import ObjectionStep
from soco_rules.model.procedure import in_words
from soco_rules.model.values import Kind
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import month_in_words
from soco_rules.model.values import parse_date


@dataclass(frozen=True, slots=True)
class Done:
    """One act: when, by whom and what."""

    act: int
    day: str
    by: str
    what: str


def history(stack: Stack, dossier: Dossier) -> tuple[Done, ...]:
    """Every act, the last first."""
    return tuple(
        Done(entry.number, as_day(entry.at[:10]), entry.by, " ".join(_done(stack, entry)))
        for entry in reversed(dossier.entries)
    )


def titled(stack: Stack, entry: Entry) -> str:
    """The title of the besluit that an act is about, with its month."""
    month = f" over {month_in_words(parse_date(entry.month))}" if entry.month else ""
    return f"{title_of(stack, entry.subject)}{month}"


def as_day(written: str) -> str:
    """A day of an act as a Dutch reader expects it."""
    return encoded_as_dutch(written, Kind.DATE)


def _done(stack: Stack, entry: Entry) -> Iterator[str]:
    """What an act did, in some words."""
    about = title_of(stack, entry.subject) if entry.subject else ""
    match entry.content:
        case None:
            yield "gewist"
        case Opened(round_name=name):
            yield f"dossier geopend in de ronde {name}" if name else "dossier geopend"
        case Person():
            yield "persoonsgegevens vastgelegd"
        case ReportedFact() as said:
            value = value_in_words(stack, said.name, said.value)
            if said.source == PROCEDURE and entry.subject:
                value = as_day(said.value) if said.value else "is teruggenomen"
                yield f"dag van de procedure ({about}): {in_words(said.name)} {value}"
                return
            yield f"gegeven: {whose(said)} is {value} ({said.source})"
            if said.replaces:
                yield f"in de plaats van handeling {', '.join(map(str, said.replaces))}"
        case GivenJudgement() as said:
            yield f"oordeel: {whose(said)} is {value_in_words(stack, said.name, said.value)} ({said.reason})"
        case InvoiceLine(mark=mark):
            yield f"factuurregel {mark}"
        case Proposed():
            yield f"voorstel: {titled(stack, entry)}"
        case Signed(proposal=proposal):
            yield f"eerste handtekening onder voorstel {proposal}"
        case Adopted(proposal=proposal):
            yield f"voorstel {proposal} vastgesteld: {titled(stack, entry)}"
        case SentLetter(adoption=adoption):
            yield f"brief bij handeling {adoption}"
        case MadeKnown(adoption=adoption, date=day, letter=mark, reason=why):
            yield f"handeling {adoption} bekendgemaakt op {encoded_as_dutch(day, Kind.DATE)}{f', met eigen brief {mark}' if mark else ''}{f': {why}' if why else ''}"
        case Reopened(adoption=adoption, reason=reason):
            yield f"handeling {adoption} heropend: {reason}"
        case Returned(proposal=proposal, remark=remark):
            yield f"voorstel {proposal} teruggegeven: {remark}"
        case Assigned(to=to, reason=why):
            yield f"ligt bij {to or 'niemand'}{f': {why}' if why else ''}"
        case Erased(reason=reason):
            yield f"gewist: {reason}"
        case Consulted(purpose=purpose):
            yield f"ingezien: {purpose}"
        case Objected() | ObjectionStep() | ObjectionDecided() as said:
            yield _of_objection(said)
        case RoundOpened() | Intake() | Columns() | KeysChanged() | ErasureListed():
            yield str(entry.act)
        case _ as never:
            assert_never(never)


def _of_objection(said: Objected | ObjectionStep | ObjectionDecided) -> str:
    """What an act of an objection did."""
    match said:
        case Objected(adoption=adoption, received=day, by=by):
            return (
                f"bezwaar tegen handeling {adoption}, ontvangen op {as_day(day)}{f', van {by}' if by else ''}"
            )
        case ObjectionStep(objection=number, step=step, date=day, until=until, account=account):
            last = f", tot en met {as_day(until)}" if until else ""
            return (
                f"bezwaar {number}: {STEPS[step]} op {as_day(day)}{last}{f' ({account})' if account else ''}"
            )
        case ObjectionDecided(objection=number, adoption=adoption, ruled=ruled):
            renewed = "; er komt een nieuw besluit" if ruled.renewed else ""
            return f"bezwaar {number} tegen handeling {adoption}: {RULINGS[ruled.ruling]}{renewed}"
