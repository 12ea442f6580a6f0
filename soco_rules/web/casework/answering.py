"""An answer on a form: read, checked and recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import assert_never

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.others import KeptOthers
from soco_rules.dossiers.present import in_force
from soco_rules.dossiers.present import reports_by_name
from soco_rules.dossiers.recording import Telling
from soco_rules.dossiers.recording import recorded
from soco_rules.dossiers.reopening import reopen_overtaken
from soco_rules.dossiers.store import Ledger
from soco_rules.facts import Dates
from soco_rules.interview import Question
from soco_rules.interview import misread
from soco_rules.interview import told
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.dossier import Dossier
from soco_rules.model.values import Kind
from soco_rules.model.values import iso_day
from soco_rules.web.casework.answer_form import OWN
from soco_rules.web.casework.answer_form import answer_field
from soco_rules.web.casework.answer_form import judge_fields
from soco_rules.web.casework.conversation import SOURCE
from soco_rules.web.casework.conversation import Conversation
from soco_rules.web.casework.conversation import time_told
from soco_rules.web.days import as_typed
from soco_rules.web.days import as_written
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.forms import sentence
from soco_rules.web.forms import text_in
from soco_rules.web.people import Person

LONGEST_SOURCE = 120
EMPTY = "Er is niets ingevuld. Geef een antwoord, of kies ‘weet niet’."


@dataclass(frozen=True, slots=True)
class Answer:
    """What was filled in, and the case with only that, or None with what is wrong at which field; `day` is its date.

    `findings` are about the answer as a whole.
    """

    filled: Mapping[str, str] = field(default_factory=dict)
    case: Case | None = None
    day: int = 0
    errors: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


def answer_in(filled: Mapping[str, str], question: Question, person: Person, today: int) -> Answer:
    """The answer to a question; a judgement of the caseworker is in his own name."""
    text, reason = _as_written(question, text_in(filled, "antwoord")), text_in(filled, "reden")
    by = person.name if question.judged_by == OWN else text_in(filled, "door")
    source = text_in(filled, "bron") or SOURCE
    day, errors = _day(text_in(filled, "datum"), today)
    if fault := _fault(question, text):
        errors["antwoord"] = fault
    if question.judged_by is not None and not reason:
        errors["reden"] = "Bij een oordeel hoort waarom. Schrijf de reden op."
    if question.judged_by not in {None, OWN} and not by:
        errors["door"] = "Vul in wie dit vindt."
    if question.judged_by is None and not (len(source) <= LONGEST_SOURCE and source.isprintable()):
        errors["bron"] = f"Een bron is één regel van ten hoogste {LONGEST_SOURCE} tekens."
    if errors:
        return Answer(filled, errors=errors)
    said, findings = told(
        question, text, source=source, day=iso_day(day), by=by, reason=reason, place=Span("antwoord")
    )
    match said:
        case None:
            return Answer(filled, errors={"reden" if reason else "antwoord": in_one_sentence(findings)})
        case Report():
            return Answer(filled, Case(None, {question.key: (said,)}, {}, file="antwoord"), day)
        case Judgement():
            return Answer(filled, Case(None, {}, {question.key: said}, file="antwoord"), day)
        case _:
            assert_never(said)


def _as_written(question: Question, text: str) -> str:
    """An answer as rule files write it, where it is a day; what is no day stays as it is."""
    return as_written(text) if question.type.kind is Kind.DATE else text


def _fault(question: Question, text: str) -> str:
    """What is wrong with an answer; empty where nothing is."""
    wrong = misread(question, text)
    if not (wrong and text):
        return EMPTY if wrong else ""
    if question.type.kind is not Kind.DATE:
        return in_one_sentence(wrong)
    return day_given({"dag": text}, "dag")[1] or sentence(wrong[0].message)


def _day(written: str, today: int) -> tuple[int, dict[str, str]]:
    """When something was told; without a word today."""
    day, problem = day_given({"datum": written}, "datum")
    if day is None:
        return today, {"datum": problem} if problem else {}
    if day > today:
        return today, {"datum": "Deze dag moet nog komen. Vul in wanneer dit is verteld."}
    return day, {}


def write_answer(
    ledger: Ledger, conversation: Conversation, answer: Answer, today: int, kept: KeptOthers
) -> tuple[Diagnostic, ...]:
    """Record an answer in the place of what the dossier says of it, and reopen what rests on something else now."""
    desk, question = conversation.desk, conversation.question
    assert question is not None
    assert answer.case is not None
    number = conversation.dossier.number
    telling = Telling(
        today=today,
        month=desk.dates.reference if "maand" in question.type.per else None,
        valid_from=time_told(desk, question, answer.day),
        replaces=before(conversation.dossier, question, desk.dates),
    )
    drafts, findings = recorded(desk.compiled, number, answer.case, telling)
    if not drafts:
        return findings
    ledger.append(drafts)
    reopen_overtaken(ledger, desk.workspace, number, second=desk.second, kept=kept)
    return ()


def before(dossier: Dossier, question: Question, dates: Dates) -> tuple[int, ...]:
    """The acts that say something of a question now, whose place an answer takes."""
    if question.judged_by is not None:
        return ()
    reports = reports_by_name(dossier).get(question.key, ())
    return tuple(each.entry.number for each in in_force(reports, question.type, dates))


def fields_of(conversation: Conversation, answer: Answer | None, today: int) -> tuple[Field, ...]:
    """The fields of the question, filled in as they were, or with what is known already."""
    question = conversation.question
    assert question is not None
    if answer is not None and answer.filled:
        return question_fields(question, answer.filled, answer.errors, today)
    return question_fields(question, _known(conversation, question), {}, today)


def question_fields(
    question: Question, filled: Mapping[str, str], errors: Mapping[str, str], today: int
) -> tuple[Field, ...]:
    """The fields of a question: the answer, and of a judgement who and why, else the source and when."""
    answer = answer_field(question, filled.get("antwoord", ""), errors.get("antwoord", ""))
    if question.judged_by is not None:
        return (answer, *judge_fields(question, filled, errors))
    source = Field(
        "bron",
        "Bron",
        value=filled.get("bron", SOURCE),
        hint="Waar dit vandaan komt, zoals gesprek of loonstrook.",
        error=errors.get("bron", ""),
    )
    day = day_field(
        "datum",
        "Datum van de opgave",
        filled.get("datum", iso_day(today)),
        "Wanneer dit is verteld",
        errors.get("datum", ""),
    )
    return answer, source, day


def _known(conversation: Conversation, question: Question) -> dict[str, str]:
    """What the case says already of a question that is asked again."""
    case = conversation.interview.case
    judgement = case.judgements.get(question.key)
    if judgement is not None:
        answer = _as_text(judgement.value, question)
        return {"antwoord": answer, "door": judgement.by, "reden": judgement.reason or ""}
    reports = case.facts.get(question.key, ())
    return {"antwoord": _as_text(reports[0].value, question)} if len(reports) == 1 else {}


def _as_text(written: object, question: Question) -> str:
    """A value as somebody would type it."""
    if isinstance(written, bool):
        return "ja" if written else "nee"
    text = "" if written is None else str(written)
    match question.type.kind:
        case Kind.DATE:
            return as_typed(text)
        case Kind.MONEY | Kind.PERCENTAGE:
            return text.replace(".", ",")
        case _:
            return text
