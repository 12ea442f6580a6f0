"""Deciding on an objection in a book that is locked, with its letter, and recording when that was made known."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.dossiers.answer_letter import adoption_of
from soco_rules.dossiers.answering import Answer
from soco_rules.dossiers.answering import Answered
from soco_rules.dossiers.answering import Findings
from soco_rules.dossiers.answering import answer
from soco_rules.dossiers.deciding import dossier_in
from soco_rules.dossiers.keeping_letters import PDF
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.making_known import CODE
from soco_rules.dossiers.making_known import made_known
from soco_rules.dossiers.making_known import not_known_on
from soco_rules.dossiers.objections import SUBJECT
from soco_rules.dossiers.objections import Objection
from soco_rules.dossiers.objections import answer_known
from soco_rules.dossiers.objections import awaits_renewal
from soco_rules.dossiers.objections import objections_of
from soco_rules.dossiers.store import Ledger
from soco_rules.letters.made import Made
from soco_rules.letters.made import made
from soco_rules.letters.made import not_made_known
from soco_rules.model.adoption import Adoption
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import MadeKnown
from soco_rules.model.dossier import SentLetter
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the act of the decision, what it is, its letter, and the act that keeps it once it is final."""

    entry: Entry
    answered: Answered
    letter: Made | None
    kept: Entry | None = None
    reopened: tuple[Entry, ...] = ()


def take_answer(
    ledger: Ledger,
    workspace: Workspace,
    number: int,
    objection: int,
    said: Answer,
    *,
    templates: Sequence[Path],
    today: int,
) -> tuple[Written | None, Findings]:
    """Decide on an objection, and keep the letter once it is final; None with what stands in the way.

    A decision of which no letter can be made stands in the way, unless another letter is named. Where another decision
    comes in the place of the revoked one, the letter is kept when both are made known.
    """
    agreement = ledger.view.agreement
    dossier, unknown = dossier_in(ledger.book(dossiers=(number,)), number)
    if dossier is None:
        return None, unknown
    answered, findings = answer(workspace, agreement, dossier, objection, said, today=today)
    if answered is None:
        return None, findings
    adoption = adoption_of(agreement, dossier, answered.objection, answered.decided)
    if unsent := not_made_known(adoption, templates):
        return None, unsent
    letter, _ = (None, ()) if said.own_letter.strip() else made(adoption, templates, ".pdf")
    entry, *reopened = ledger.append(answered.drafts)
    kept = None
    if letter is not None and not letter.reasons and not said.ruled.renewed:
        (kept,) = ledger.append((_letter(number, entry, letter, adoption.sent_on),))
    return Written(entry, answered, letter, kept, tuple(reopened)), ()


def _letter(number: int, entry: Entry, letter: Made, sent_on: str) -> Draft:
    content = base64.b64encode(letter.content).decode()
    sent = SentLetter(adoption=entry.number, media_type=PDF, content=content, date=sent_on)
    return Draft(sent, number, SUBJECT)


def record_made_known(
    ledger: Ledger,
    number: int,
    act: int,
    *,
    day: int,
    letter: str,
    reason: str,
    templates: Sequence[Path],
    today: int,
) -> tuple[Entry | None, Findings]:
    """Record on which day a decision was really made known, also one on an objection; None with what is wrong."""
    dossier, unknown = dossier_in(ledger.book(dossiers=(number,)), number)
    if dossier is None:
        return None, unknown
    about = next(
        (each for each in objections_of(dossier) if each.answered and each.answered[0].number == act), None
    )
    if about is None:
        draft, findings = made_known(dossier, act, day=day, letter=letter, reason=reason, today=today)
        if draft is None:
            return None, findings
        (entry,) = ledger.append((draft,))
        return entry, ()
    said = MadeKnown(adoption=act, date=iso_day(day), letter=letter.strip(), reason=reason.strip())
    assert about.answered is not None
    sent = about.answered[1].model_copy(update={"sent_on": said.date})
    as_sent = adoption_of(ledger.view.agreement, dossier, about, sent)
    drafts, findings = _answer_made_known(dossier, about, said, as_sent, templates, today=today)
    if findings:
        return None, findings
    *_, entry = ledger.append(drafts)
    return entry, ()


def _answer_made_known(
    dossier: Dossier,
    about: Objection,
    said: MadeKnown,
    as_sent: Adoption,
    templates: Sequence[Path],
    *,
    today: int,
) -> tuple[tuple[Draft, ...], Findings]:
    assert about.answered is not None
    entry, decided = about.answered
    known = answer_known(dossier, about)
    assert known is not None
    place = place_of(dossier.number)
    if awaits_renewal(dossier, about):
        message = (
            "Het nieuwe besluit is er nog niet: het hoort bij het besluit op bezwaar en gaat tegelijk weg."
        )
        remedy = "neem eerst het nieuwe besluit (Awb 7:11 lid 2)"
        return (), (finding(CODE, place, message, remedy=remedy),)
    letters: tuple[Draft, ...] = ()
    if not (said.letter or known.letter or known.is_kept):
        found, _ = made(as_sent, templates, ".pdf")
        if found is not None and not found.reasons:
            letters = (_letter(dossier.number, entry, found, said.date),)
    has_letter = bool(letters or said.letter or known.letter or known.is_kept)
    wrong = tuple(
        finding(CODE, place, message, remedy=remedy)
        for message, remedy in not_known_on(
            known, said, parse_date(decided.date), today, has_letter=has_letter
        )
    )
    return ((), wrong) if wrong else ((*letters, Draft(said, dossier.number, entry.subject, entry.month)), ())
