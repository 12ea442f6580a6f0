"""Who is in a book: a line for each dossier, kept up to date by reading only what changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import dropwhile

from soco_rules.dossiers.assigning import Whose
from soco_rules.dossiers.assigning import whose_of
from soco_rules.dossiers.moves import ACTS as MOVING
from soco_rules.dossiers.moves import moved_by
from soco_rules.dossiers.moves import pending_state
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import reopened_of
from soco_rules.dossiers.present import returned_proposals
from soco_rules.dossiers.present import round_of
from soco_rules.dossiers.store import Mark
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import viewing
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Dossier

ACTS = frozenset(
    {
        Act.OPENED,
        Act.PERSON,
        Act.PROPOSAL,
        Act.FIRST_SIGNATURE,
        Act.RETURNED,
        Act.ASSIGNED,
        *MOVING,
        Act.REOPENED,
        Act.ERASED,
    }
)
"""What a line is made of."""

NOBODYS = Whose(None, "", was_proposed=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal that waits: its act, the besluit, the month that it is about, and whether one of two signed."""

    number: int
    besluit: str
    month: str | None
    is_signed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier in short. `moved_to` is the stand that a decision gave; None is the first stand of the agreement.

    `pending` is the stand that a decision gives once it is made known.
    `reopened` are the besluiten that must be taken again, `returned` those of which a proposal was given back.
    Of an erased dossier nothing is known but its number.
    """

    number: int
    name: str = ""
    member_number: str = ""
    round_name: str | None = None
    moved_to: str | None = None
    pending: str | None = None
    proposals: tuple[Proposal, ...] = ()
    reopened: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    whose: Whose = NOBODYS
    is_erased: bool = False

    @property
    def assignee(self) -> str | None:
        """Who has it on his desk."""
        return self.whose.assignee

    def state(self, states: tuple[str, ...]) -> str | None:
        """The stand, by the stands of the agreement."""
        return self.moved_to or next(iter(states), None)


@dataclass(frozen=True, slots=True)
class Directory:
    """The lines of a book by dossier number, and where the book stood."""

    lines: Mapping[int, Line]
    mark: Mark | None


def directory_of(store: Store, agreement: str, before: Directory | None = None) -> Directory:
    """Who is in a book now; with what was known `before` only what changed since is read.

    Raises:
        StoreError: it cannot be read.
    """
    with viewing(store, agreement) as view:
        if before is not None and before.mark is not None and view.holds(before.mark):
            touched, kept = view.touched(before.mark.number, ACTS), before.lines
        else:
            touched, kept = None, {}
        book = view.book(dossiers=touched, acts=ACTS)
        fresh = {number: _line(dossier) for number, dossier in book.dossiers.items()}
        return Directory({**kept, **fresh}, view.mark())


def matching(directory: Directory, text: str) -> Iterator[Line]:
    """The dossiers of which the name has every word of a text, or of which it is the member number."""
    wanted = _plain(text)
    words = wanted.split()
    for line in directory.lines.values():
        if line.is_erased or not words:
            continue
        name = _plain(line.name)
        if all(word in name for word in words) or wanted == _plain(line.member_number):
            yield line


def namesakes(directory: Directory, name: str) -> Iterator[Line]:
    """The dossiers of somebody with this name, which may be the same person; how he is addressed is no part of it."""
    wanted = _alone(name)
    return (line for line in directory.lines.values() if line.name and _alone(line.name) == wanted)


_ADDRESSED = frozenset({"mevrouw", "mevr", "mw", "meneer", "mijnheer", "de", "heer", "dhr"})


def _alone(name: str) -> str:
    """A name without how somebody is addressed, and without what people leave out: points, hyphens, spaces."""
    words = re.sub(r"[^\w]+", " ", _plain(name)).split()
    return "".join(dropwhile(_ADDRESSED.__contains__, words)) or _plain(name)


def _plain(text: str) -> str:
    """A text without capitals and accents, for people do not type those."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def _line(dossier: Dossier) -> Line:
    if is_erased(dossier):
        return Line(dossier.number, is_erased=True)
    person, moved = person_of(dossier), moved_by(dossier)
    return Line(
        number=dossier.number,
        name=person.name if person else "",
        member_number=(person.member_number or "") if person else "",
        round_name=round_of(dossier),
        moved_to=moved.state if moved else None,
        pending=pending_state(dossier),
        proposals=tuple(
            Proposal(each.entry.number, each.entry.subject or "", each.entry.month, each.signed is not None)
            for each in open_proposals(dossier)
        ),
        reopened=tuple(standing.entry.subject or "" for standing, _ in reopened_of(dossier)),
        returned=tuple(each.proposal.subject or "" for each in returned_proposals(dossier)),
        whose=whose_of(dossier),
    )
