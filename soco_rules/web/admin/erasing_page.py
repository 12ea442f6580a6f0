"""What the page of the list of dossiers to erase shows, and the fields of its forms."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from fastapi import Request
from fastapi.responses import Response

from soco_rules.dossiers.erasing import BACKUPS
from soco_rules.dossiers.erasing import OUTSIDE
from soco_rules.dossiers.erasing import WITHOUT_LETTERS
from soco_rules.dossiers.erasing import ToErase
from soco_rules.dossiers.erasing import erasures
from soco_rules.dossiers.erasing import kept_of
from soco_rules.dossiers.erasing import to_erase
from soco_rules.dossiers.retention import Keeping
from soco_rules.dossiers.retention import why_not
from soco_rules.dossiers.store import read_book
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Erased
from soco_rules.model.names import is_one
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import spaced
from soco_rules.web.admin.numbers import number_field
from soco_rules.web.casework.books import rules_of
from soco_rules.web.casework.books import title_of
from soco_rules.web.forms import Field
from soco_rules.web.forms import sentence
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.ground import Ground
from soco_rules.web.pages import page
from soco_rules.web.people import Person

_SHOWN = 100
_SAME = "Iemand anders met de rol beheer wist deze dossiers: wie de lijst maakte, voert haar niet uit."
_NONE = "Geen van deze dossiers kan nu weg. Trek de lijst in, of wacht tot het kan."


@dataclass(frozen=True, slots=True)
class Said:
    """What was filled in: the fields as they are now, and what stands in the way whatever they say."""

    fields: tuple[Field, ...]
    hindrance: str = ""

    @property
    def is_right(self) -> bool:
        """Whether it can be done."""
        return not self.hindrance and not wrong(self.fields)


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier on a list: its stand, through when it is kept, and what keeps it from being erased now."""

    number: int
    state: str
    until: str
    hindrances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """One dossier that was erased: when, by whom and why."""

    number: int
    day: str
    by: str
    why: str


def list_fields(filled: Mapping[str, str]) -> tuple[Field, Field]:
    """The fields to make a list with, with what is wrong with the numbers as numbers."""
    checked = Field(
        "nagekeken",
        "Wie keek na of er bezwaar of beroep loopt, en wanneer?",
        "textarea",
        text_in(filled, "nagekeken"),
        hint=f"{OUTSIDE} Dit blijft na het wissen leesbaar: schrijf er niets in over een deelnemer.",
    )
    return number_field(text_in(filled, "nummers")), checked


def sure_field(going: Sequence[Keeping], filled: Mapping[str, str]) -> Field:
    """The field that shows that somebody means it: how many dossiers go."""
    many, typed = len(going), text_in(filled, "aantal")
    label = f"Typ {many} om {'1 dossier' if many == 1 else f'{many} dossiers'} te wissen"
    error = "" if typed == str(many) else f"Hier staat iets anders dan {many}. Er is niets gewist."
    return Field("aantal", label, value=typed, hint="Wissen is niet terug te draaien.", error=error)


def may_erase(person: Person, waiting: ToErase) -> bool:
    """Whether a person may carry out a list: not one that he made himself, but for who works alone."""
    return person.is_alone or not is_one(waiting.by, person.name)


def why_nothing_goes(person: Person, waiting: ToErase) -> str:
    """Why a list is not carried out, of a person who may not or where nothing may go."""
    return _NONE if may_erase(person, waiting) else _SAME


def book_page(
    request: Request, ground: Ground, person: Person, reference: str, said: Said, status: int = 200
) -> Response:
    """The page of a book. Of what was said it has the fields of the form that is on it now."""
    store, today = ground.dossiers, ground.settings.today()
    waiting = to_erase(store, reference)
    kept: tuple[Keeping, ...] = ()
    if waiting is not None:
        found = read_book(store, reference, dossiers=waiting.dossiers, acts=WITHOUT_LETTERS)
        kept = kept_of(rules_of(ground, reference).stack, found, waiting.dossiers, today)
    going = [each for each in kept if each.may_go(today)]
    given = {each.name: each for each in said.fields}
    fields = tuple(given.get(each.name, each) for each in _asked(person, waiting, going))
    return page(
        request,
        "admin/erase_book",
        status=status,
        title=title_of(ground.rules().workspace, reference),
        reference=reference,
        waiting=waiting,
        made=_day(waiting.at) if waiting else "",
        lines=tuple(_line(each, today) for each in kept),
        fields=fields,
        hindrance=said.hindrance,
        errors=() if said.hindrance else wrong(fields),
        why_not="" if fields or waiting is None else why_nothing_goes(person, waiting),
        gone=tuple(_gone(reversed(erasures(store, reference))))[:_SHOWN],
        backups=BACKUPS,
    )


def _asked(person: Person, waiting: ToErase | None, going: Sequence[Keeping]) -> tuple[Field, ...]:
    """The empty fields to make a list, or to carry one out; none for who may not, or where nothing goes."""
    if waiting is None:
        asked: tuple[Field, ...] = list_fields({})
    else:
        asked = (sure_field(going, {}),) if going and may_erase(person, waiting) else ()
    return tuple(replace(each, error="") for each in asked)


def _line(keeping: Keeping, on: int) -> Line:
    until = "" if keeping.last_day is None else as_dutch(keeping.last_day, Kind.DATE)
    why = tuple(sentence(each.message) for each in why_not(keeping, on))
    return Line(keeping.dossier, spaced(keeping.state or ""), until, why)


def _gone(entries: Iterable[Entry]) -> Iterator[Gone]:
    for entry in entries:
        if isinstance(entry.content, Erased) and entry.dossier is not None:
            why = f"{sentence(entry.content.reason)} {sentence(entry.content.basis)}".strip()
            yield Gone(entry.dossier, _day(entry.at), entry.by, why)


def _day(moment: str) -> str:
    return encoded_as_dutch(moment[:10], Kind.DATE)
