"""What is done with a decision that was taken before: its letter, and taking it again."""

from __future__ import annotations

from typing import Annotated
from typing import assert_never

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Request
from fastapi.responses import Response

from soco_rules.adopt.confirm import confirmed
from soco_rules.adopt.stored import unreadable_part
from soco_rules.diagnostics import Diagnostic
from soco_rules.letters.annex import with_annex
from soco_rules.letters.forms import as_file
from soco_rules.letters.made import letter_of
from soco_rules.letters.write import doubted
from soco_rules.letters.write import for_review
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.replay import Verdict
from soco_rules.replay import replay
from soco_rules.replay import verdict_of
from soco_rules.web.api.agreements import FORMS
from soco_rules.web.api.answers import Change
from soco_rules.web.api.answers import Replay
from soco_rules.web.api.answers import answer
from soco_rules.web.api.asked import LetterOfAdoption
from soco_rules.web.api.asked import LetterOfProposal
from soco_rules.web.api.asked import OfAdoption
from soco_rules.web.api.asked import OfProposal
from soco_rules.web.api.described import operation
from soco_rules.web.api.examples import STORED
from soco_rules.web.api.grounded import chosen_form
from soco_rules.web.api.grounded import rules_for
from soco_rules.web.api.refused import ProblemError
from soco_rules.web.api.sent import Sent
from soco_rules.web.api.sent import misshapen
from soco_rules.web.api.sent import pointer_to
from soco_rules.web.api.sent import sent_as
from soco_rules.web.ground import Here
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Who
from soco_rules.web.people import person_of

router = APIRouter(tags=["Zonder dossier"], dependencies=[Depends(person_of)])

_DOCX = next(kind for kind, form in FORMS.items() if form == ".docx")
_LETTER = sent_as(LetterOfProposal, LetterOfAdoption)
_STORED = sent_as(OfProposal, OfAdoption)
CONCEPT = "Soco-Concept"
"""The header that says whether a letter is a concept."""
_FOR_LAWYERS = "Alleen een jurist krijgt hier een definitieve brief."
"""What is sent need not stand in any dossier, so whoever may not adopt gets no letter that looks adopted."""


@router.post(
    "/brieven",
    **operation(
        "brief_schrijven",
        "Schrijf de brief bij een voorstel of een vaststelling.",
        gives=dict.fromkeys(FORMS),
        takes=(LetterOfProposal, LetterOfAdoption),
        example=STORED,
        problems=(406,),
        headers={CONCEPT: "ja als op elke bladzijde CONCEPT staat, anders nee."},
    ),
)
def letters(
    request: Request,
    ground: Here,
    who: Who,
    sent: Annotated[Sent[LetterOfProposal | LetterOfAdoption], Depends(_LETTER)],
) -> Response:
    """Accept kiest de vorm. Een concept is de brief bij een voorstel, in Word, of bij een vaststelling die niet klopt.

    Wie geen jurist is, krijgt ook bij een vaststelling een concept: die hoeft in geen dossier te staan.
    """
    kind = chosen_form(request, tuple(FORMS))
    stored = _stored(sent.read)
    found: tuple[Diagnostic, ...] = ()
    if isinstance(stored, Adoption):
        workspace = rules_for(ground, stored.decision.agreement)
        stored, found = confirmed(stored, workspace, second=ground.second)
    letter, findings = letter_of(stored, ground.templates)
    if letter is None:
        raise ProblemError(422, findings)
    if isinstance(stored, Adoption):
        letter = doubted(letter, (each.message for each in found))
        letter = letter if DeskRole.LEGAL in who.roles else for_review(letter, _FOR_LAWYERS)
    letter = for_review(letter) if kind == _DOCX else letter
    content, findings = as_file(with_annex(letter) if sent.read.annex else letter, FORMS[kind])
    if content is None:
        raise ProblemError(503, findings)
    return Response(content, media_type=kind, headers={CONCEPT: "ja" if letter.concept else "nee"})


@router.post(
    "/herhalingen",
    **operation(
        "besluit_herhalen",
        "Neem een besluit opnieuw met dezelfde gegevens en de regels van nu, en toon elk verschil.",
        gives=Replay,
        takes=(OfProposal, OfAdoption),
        example=STORED,
    ),
)
def replays(ground: Here, sent: Annotated[Sent[OfProposal | OfAdoption], Depends(_STORED)]) -> Response:
    """Van een vaststelling wordt het voorstel opnieuw genomen, ook als daarvan is afgeweken."""
    stored = _proposed(_stored(sent.read))
    again, differences = replay(stored, rules_for(ground, stored.agreement), second=ground.second)
    return answer(
        Replay(
            is_same=(verdict := verdict_of(differences)) is not Verdict.OTHER,
            verdict=verdict,
            differences=tuple(Change(what=one.what, before=one.before, now=one.now) for one in differences),
            again=again,
        )
    )


def _stored(asked: OfProposal | OfAdoption) -> Decision | Adoption:
    """What was sent, where soco_rules can have made it."""
    decided: Decision | Adoption
    match asked:
        case OfProposal():
            key, decided = "voorstel", asked.proposal
        case OfAdoption():
            key, decided = "vaststelling", asked.adoption
        case _:
            assert_never(asked)
    if where := unreadable_part(decided):
        message = f"dit is geen {key} van soco_rules (bij {where})"
        pointer = pointer_to((key, *where.split(".")))
        found = misshapen(
            message, pointer, remedy="stuur het zoals het is gegeven", code="besluit-onleesbaar"
        )
        raise ProblemError(422, [found])
    return decided


def _proposed(decided: Decision | Adoption) -> Decision:
    return decided.decision if isinstance(decided, Adoption) else decided
