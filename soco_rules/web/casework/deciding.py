"""The page on which a besluit is prepared: a question, the decision so far beside it, and the proposal."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from http import HTTPStatus

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import RedirectResponse
from fastapi.responses import Response

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Prepared
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import is_settled
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.differing import differences
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.others import Others
from soco_rules.dossiers.others import ready
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.store import Ledger
from soco_rules.facts import EARLY
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Proposed
from soco_rules.web.access.opening import BookOpened
from soco_rules.web.access.opening import handled
from soco_rules.web.access.opening import to_handle
from soco_rules.web.casework.answering import Answer
from soco_rules.web.casework.answering import answer_in
from soco_rules.web.casework.answering import fields_of
from soco_rules.web.casework.answering import write_answer
from soco_rules.web.casework.books import dossier_of
from soco_rules.web.casework.books import last_act
from soco_rules.web.casework.books import rules_of
from soco_rules.web.casework.books import title_of
from soco_rules.web.casework.contents import asked_name
from soco_rules.web.casework.contents import key_of
from soco_rules.web.casework.conversation import Conversation
from soco_rules.web.casework.conversation import converse
from soco_rules.web.casework.conversation import told_last
from soco_rules.web.casework.panel import panel_of
from soco_rules.web.casework.place import At
from soco_rules.web.casework.place import Deciding
from soco_rules.web.casework.place import desk_at
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here
from soco_rules.web.pages import is_partial
from soco_rules.web.pages import page
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.people import Who
from soco_rules.web.people import only_for
from soco_rules.web.remedies import for_a_page

router = APIRouter(
    prefix="/dossiers/{gemeente}/{cooperatie}/{nummer}/besluit/{besluit}",
    dependencies=[Depends(only_for(DeskRole.CASEWORKER)), Depends(handled)],
)


@router.get("")
def now(
    request: Request, ground: Here, person: Who, here: Deciding, book: BookOpened, vraag: str = ""
) -> Response:
    """The question that helps most, or the one that is asked for again."""
    if wrong(here.days.fields):
        return _page(request, ground, here, None, status=422)
    held = _held(ground, here, vraag, book)
    return _page(request, ground, here, _Talk(held, person, ground.settings.today(), is_asked=bool(vraag)))


@router.post("/antwoord")
def answered(
    request: Request, ground: Here, person: Who, here: Deciding, book: BookOpened, filled: Filled
) -> Response:
    """Record an answer at once, or skip the question."""
    asked = text_in(filled, "vraag")
    if wrong(here.days.fields):
        return RedirectResponse(here.path, 303)
    if text_in(filled, "doe") == "weet_niet":
        return RedirectResponse(here.address(skipped=(*here.skipped, asked)), 303)
    held = _held(ground, here, asked, book)
    conversation, today = held.conversation, ground.settings.today()
    if conversation is None or conversation.question is None or _asked_of(conversation) != asked:
        return RedirectResponse(here.address(), 303)
    answer = answer_in(filled, conversation.question, person, today)
    if answer.case is None:
        return _page(request, ground, here, _Talk(held, person, today, answer), status=422)
    with ground.writing(here.reference, person) as ledger:
        later = moved(ledger, here.number, text_in(filled, "handeling"))
        findings = () if later else write_answer(ledger, conversation, answer, today, ground.others)
    if later or findings:
        told = replace(answer, findings=(later,) if later else findings)
        again = _held(ground, here, asked)
        return _page(request, ground, here, _Talk(again, person, today, told), status=409 if later else 422)
    left = tuple(each for each in here.skipped if each != asked)
    return RedirectResponse(here.address(skipped=left), 303)


@router.post("/voorstel")
def proposed(request: Request, ground: Here, person: Who, here: Deciding, filled: Filled) -> Response:
    """Keep the proposal, made again on the book as it is; not where it became another one."""
    desk = desk_at(ground, here)
    seen = _Seen(text_in(filled, "kennis"), text_in(filled, "programma"), ground.others(here.reference, desk))
    with ground.writing(here.reference, person) as ledger:
        to_handle(ground, person, dossier_of(ledger.book(dossiers=(here.number,)), here.number))
        number, findings = _propose(ledger, desk, here, seen)
    if number is None:
        held = _held(ground, here, "")
        told = Answer(findings=findings)
        return _page(request, ground, here, _Talk(held, person, ground.settings.today(), told), status=409)
    return RedirectResponse(f"/dossiers/{here.reference}/{here.number}?voorstel={number}", 303)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What somebody saw who proposes: what was known then, and the rules; with what was counted before the lock."""

    knowledge: str
    program: str
    others: Others | None


def _propose(ledger: Ledger, desk: Desk, here: At, seen: _Seen) -> tuple[int | None, tuple[Diagnostic, ...]]:
    counted = ready(ledger.view, desk, here.number, seen.others)
    dossier_of(counted.book, here.number)
    prepared, findings = propose_for(desk, counted.book, here.number, counted=counted)
    if prepared is None:
        return None, findings
    place = place_of(here.number)
    if not is_settled(prepared.decision):
        message = f"De uitkomst van '{desk.besluit.title}' staat nog niet vast."
        return None, (finding("niets-te-besluiten", place, message),)
    if changed := _changed(prepared, ledger, here, seen):
        message = f"Sinds u keek is er iets veranderd: {'; '.join(changed)}."
        remedy = "bekijk het voorstel hieronder opnieuw, en bewaar het als het klopt"
        return None, (finding("voorstel-achterhaald", place, message, remedy=remedy),)
    draft = as_draft(here.number, prepared)
    if (kept := _kept(counted.book.dossiers[here.number], draft)) is not None:
        return kept, ()
    (entry,) = ledger.append((draft,))
    return entry.number, ()


def _kept(dossier: Dossier, draft: Draft) -> int | None:
    """The proposal that waits already and says the same, so that a form that is sent twice proposes once."""
    assert isinstance(draft.content, Proposed)
    known = {"knowledge": draft.content.knowledge}
    for each in open_proposals(dossier):
        is_of_it = (each.entry.subject, each.entry.month) == (draft.subject, draft.month)
        if is_of_it and each.proposed.model_copy(update=known) == draft.content:
            return each.entry.number
    return None


def _changed(prepared: Prepared, ledger: Ledger, here: At, seen: _Seen) -> tuple[str, ...]:
    """What is otherwise than when somebody looked."""
    desk = prepared.desk
    if seen.program != desk.calculators.receipt.program:
        return ("de regels zijn gewijzigd",)
    if seen.knowledge == prepared.proposed.knowledge:
        return ()
    then = ready(ledger.view, desk, here.number, seen.others, through=seen.knowledge)
    if here.number not in then.book.dossiers:
        return ("het dossier is aangevuld",)
    before, _ = propose_for(desk, then.book, here.number, counted=then)
    if before is None:
        return ("het besluit kon toen nog niet",)
    return differences(before.decision, prepared.decision)


def moved(ledger: Ledger, number: int, seen: str) -> Diagnostic | None:
    """Why a form is not of the dossier as it is: somebody did something in it since; None where nobody did."""
    if str(ledger.view.last_act(number)) == seen:
        return None
    dossier = dossier_of(ledger.book(dossiers=(number,)), number)
    last = next(entry for entry in dossier.entries if entry.number == last_act(dossier))
    message = f"{last.by} heeft dit dossier intussen aangevuld (handeling {last.number}). Uw antwoord is niet bewaard."
    remedy = "kijk of het nog klopt, en geef het opnieuw"
    return finding("dossier-gewijzigd", place_of(number), message, remedy=remedy)


@dataclass(frozen=True, slots=True)
class _Held:
    """A conversation, or why there is none."""

    conversation: Conversation | None
    findings: tuple[Diagnostic, ...]
    knowledge: str
    dossier: Dossier


def _held(ground: Ground, here: At, asked: str, book: Book | None = None) -> _Held:
    desk = desk_at(ground, here)
    counted = ground.ready(here.reference, here.number, desk, book)
    dossier = dossier_of(counted.book, here.number)
    conversation, findings = converse(
        desk,
        counted,
        here.number,
        skipped=map(key_of, here.skipped),
        asked=key_of(asked) if asked else None,
        today=ground.settings.today(),
    )
    return _Held(conversation, findings, counted.knowledge, dossier)


def _asked_of(conversation: Conversation) -> str:
    question = conversation.question
    return asked_name(question.name, question.role) if question else ""


@dataclass(frozen=True, slots=True)
class _Talk:
    """What a page shows: the conversation, for whom, on which day, and an answer that could not be kept.

    `is_asked` where somebody asks for a question, also of a besluit that cannot be taken now.
    """

    held: _Held
    person: Person
    today: int
    answer: Answer | None = None
    is_asked: bool = False


def _page(request: Request, ground: Ground, here: At, talk: _Talk | None, status: int = 200) -> Response:
    workspace = ground.rules().workspace
    besluit = rules_of(ground, here.reference).stack.decisions[here.besluit]
    values: dict[str, object] = {
        "title": besluit.title,
        "talk_news": "",
        "besluit": besluit,
        "at": here,
        "above": (
            ("/dossiers", "Dossiers"),
            (f"/dossiers/{here.reference}", title_of(workspace, here.reference)),
            (f"/dossiers/{here.reference}/{here.number}", f"Dossier {here.number}"),
        ),
        "days": here.days.fields,
        "day_faults": wrong(here.days.fields),
        "talk": None,
        "partial": is_partial(request),
        "faults": (),
        "refused": (),
        "findings": (),
    }
    if talk is not None:
        values |= _values(talk)
    if talk is None or not is_partial(request):
        return page(request, "casework/decide", status=status, **values)
    part = page(request, "casework/talk", status=status, **values)
    if status != HTTPStatus.OK:  # the address of a form has no page to come back to
        part.headers["HX-Push-Url"] = here.address(asked=str(values.get("asked", "")))
    return part


def _no_question(conversation: Conversation) -> str:
    if conversation.first is not None:
        return "Eerst is een ander besluit nodig"
    return "Er is geen andere vraag meer" if conversation.skipped else "Er is niets meer te vragen"


def _values(talk: _Talk) -> dict[str, object]:
    held, answer = talk.held, talk.answer
    conversation = held.conversation
    member = person_of(held.dossier)
    values: dict[str, object] = {
        "talk": conversation,
        "member": member,
        "last_act": last_act(held.dossier),
        "knowledge": held.knowledge,
        "findings": for_a_page(held.findings),
        "refused": for_a_page(answer.findings) if answer else (),
    }
    if conversation is None:
        return values
    fields = fields_of(conversation, answer, talk.today) if conversation.question else ()
    before = told_last(conversation, talk.person.name)
    asked = _asked_of(conversation)
    back = asked_name(*before) if before else ""
    return values | {
        "panel": panel_of(conversation),
        "off": next(iter(for_a_page((conversation.off,) if conversation.off else ())), None),
        "first": conversation.first,
        "is_asked": talk.is_asked or answer is not None,
        "fields": fields,
        "faults": wrong(fields),
        "talk_news": fields[0].label if fields else _no_question(conversation),
        "asked": asked,
        "back": back if back != asked else "",
        "skipped": [(asked_name(each.name, each.role), each.text) for each in conversation.skipped],
        "findings": for_a_page(conversation.findings),
        "beside": for_a_page(conversation.desk.beside),
        "early": for_a_page(each for each in conversation.findings if each.code == EARLY),
        "can_propose": is_settled(conversation.decision) and conversation.off is None,
        "program": conversation.desk.calculators.receipt.program,
    }
