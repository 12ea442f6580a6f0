"""What a dossier comes to now, read from its acts in their order; nothing of this is stored.

What was known earlier is the same reading of fewer acts: see `as_known`.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import NamedTuple
from typing import TypeVar

from soco_rules.facts import Dates
from soco_rules.model.dossier import CONTENT
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import AdoptedInShort
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Content
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import InvoiceLine
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import Reopened
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.dossier import Returned
from soco_rules.model.dossier import Signed
from soco_rules.model.objecting import ObjectionDecided
from soco_rules.model.objection import Ruling
from soco_rules.model.procedure import is_known as is_day_of_procedure
from soco_rules.model.values import Per
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import iso_day

Key = tuple[str, Role | None]
"""The name of a fact, and whose it is where it is per person."""
Made = TypeVar("Made", bound=Content)


@dataclass(frozen=True, slots=True)
class Standing:
    """An adopted decision in whose place no other came.

    `replaced` are the adoptions that it took the place of, the oldest first: it stands where the first of them stood.
    """

    entry: Entry
    short: AdoptedInShort
    replaced: tuple[Entry, ...] = ()

    @property
    def adopted(self) -> Adopted:
        """The whole of it, with the decision: read from its JSON, so only where that is needed."""
        content = self.entry.content
        assert isinstance(content, Adopted)
        return content

    @property
    def values(self) -> Mapping[str, str | None]:
        """Every value of the decision as taken, by slot and encoded."""
        return self.entry.adopted_values

    @property
    def first(self) -> Entry:
        """The adoption whose place it has: its own, unless it corrects another."""
        return self.replaced[0] if self.replaced else self.entry

    @property
    def order(self) -> tuple[str, int]:
        """Where it stands among the others: by the month that it is about, then by the first adoption of it."""
        return (self.entry.month or "", self.first.number)

    @property
    def besluiten(self) -> frozenset[str]:
        """The kinds of decision that it stands for: its own, and those in whose place it came."""
        return frozenset(entry.subject for entry in (self.entry, *self.replaced) if entry.subject is not None)


class Reported(NamedTuple):
    """What a source says of a fact, with the act that says it."""

    entry: Entry
    said: ReportedFact


class Judged(NamedTuple):
    """What a person found, with the act that says it."""

    entry: Entry
    said: GivenJudgement


class Line(NamedTuple):
    """A line of an invoice that counts, with the act that says it."""

    entry: Entry
    said: InvoiceLine


@dataclass(frozen=True, slots=True)
class Open:
    """A proposal that was not adopted yet, with the first of two signatures under it if there is one."""

    entry: Entry
    proposed: Proposed
    signed: Signed | None = None


class GivenBack(NamedTuple):
    """A proposal that was given back and of which no newer one was made yet, with the act that gave it back."""

    proposal: Entry
    entry: Entry
    said: Returned


def contents(dossier: Dossier, kind: type[Made]) -> list[tuple[Entry, Made]]:
    """The acts of one kind with what they say, in order; an erased act says nothing."""
    ours = (entry for entry in dossier.entries if issubclass(CONTENT[entry.act], kind))
    return [(entry, said) for entry in ours if isinstance(said := entry.content, kind)]


def adoptions(dossier: Dossier) -> list[tuple[Entry, AdoptedInShort]]:
    """The adoptions in short, in order, as `contents`: years of them are read without their decisions."""
    return [(entry, short) for entry in dossier.entries if (short := entry.adopted_in_short)]


def as_known(book: Book, moment: str) -> Book:
    """The book as it was known at a moment: without the acts that were done after it."""
    dossiers = (
        Dossier(number, _through(dossier.entries, moment)) for number, dossier in book.dossiers.items()
    )
    opened = {dossier.number: dossier for dossier in dossiers if dossier.entries}
    return replace(book, dossiers=opened, entries=_through(book.entries, moment))


def known_through(book: Book) -> str:
    """The moment of the last act of a book: what it holds is what was known then."""
    every = (entry.at for dossier in book.dossiers.values() for entry in dossier.entries)
    return max((*every, *(entry.at for entry in book.entries)), default="")


def is_erased(dossier: Dossier) -> bool:
    """Whether the personal data of a dossier were removed."""
    done = any(entry.act is Act.ERASED for entry in dossier.entries)
    return done or any(
        entry.content is None for entry in dossier.entries[:1]
    )  # as known before it was erased


def person_of(dossier: Dossier) -> Person | None:
    """Who the dossier is about, as last recorded; None where that was not recorded yet or is erased."""
    return next((person for _, person in reversed(contents(dossier, Person))), None)


def round_of(dossier: Dossier) -> str | None:
    """The round in which the person takes part, None where there are no rounds."""
    return next((opened.round_name for _, opened in contents(dossier, Opened)), None)


def assignee_of(dossier: Dossier) -> str | None:
    """On whose desk the dossier is, None where it is on nobody's."""
    return next((said.to for _, said in reversed(contents(dossier, Assigned))), None)


def adopted_of(dossier: Dossier, besluit: str | None = None) -> tuple[Standing, ...]:
    """The adopted decisions that stand, by month and then in the order of adoption; of one besluit, or all of them.

    One that corrects another took its place, also as a decision of the other's kind. One that was reopened stands until
    another takes its place. Two decisions about one month both stand, unless one says that it corrects the other. What
    was revoked on an objection stands no more.
    """
    standing: dict[int, Standing] = {}
    revoked = revoked_in(dossier)
    for entry, adopted in adoptions(dossier):
        if entry.number in revoked:
            continue
        before = standing.pop(adopted.corrects, None) if adopted.corrects is not None else None
        replaced = (*before.replaced, before.entry) if before else ()
        standing[entry.number] = Standing(entry, adopted, replaced)
    found = (each for each in standing.values() if besluit is None or besluit in each.besluiten)
    return tuple(sorted(found, key=lambda each: each.order))


def revoked_in(dossier: Dossier) -> frozenset[int]:
    """The adoptions that were revoked on an objection without another decision in their place (Awb 7:11 lid 2)."""
    return frozenset(
        said.adoption
        for _, said in contents(dossier, ObjectionDecided)
        if said.ruled.ruling is Ruling.FOUNDED and not said.ruled.renewed
    )


def reopened_of(dossier: Dossier) -> tuple[tuple[Standing, Reopened], ...]:
    """The decisions that stand though they were reopened, each with the last reason for it."""
    reasons = {reopened.adoption: reopened for _, reopened in contents(dossier, Reopened)}
    return tuple(
        (standing, reasons[standing.entry.number])
        for standing in adopted_of(dossier)
        if standing.entry.number in reasons
    )


def open_proposals(dossier: Dossier) -> tuple[Open, ...]:
    """The proposals that can still be adopted: of each besluit and month the newest, unless it was given back."""
    signed = {signature.proposal: signature for _, signature in contents(dossier, Signed)}
    returned = {said.proposal for _, said in contents(dossier, Returned)}
    return tuple(
        Open(entry, proposed, signed.get(entry.number))
        for entry in _newest_proposals(dossier)
        if entry.number not in returned and isinstance(proposed := entry.content, Proposed)
    )


def returned_proposals(dossier: Dossier) -> tuple[GivenBack, ...]:
    """The proposals that wait for a new one in their place: given back, and since then no newer one was made."""
    returned = {said.proposal: (entry, said) for entry, said in contents(dossier, Returned)}
    waiting = (entry for entry in _newest_proposals(dossier) if entry.number in returned)
    return tuple(GivenBack(entry, *returned[entry.number]) for entry in waiting)


def _newest_proposals(dossier: Dossier) -> Iterator[Entry]:
    """Of each besluit and month the last proposal, unless it was adopted."""
    adopted = {done.proposal for _, done in adoptions(dossier)}
    made = (entry for entry in dossier.entries if entry.act is Act.PROPOSAL)
    newest = {(entry.subject, entry.month): entry for entry in made}
    yield from (entry for entry in newest.values() if entry.number not in adopted)


def lines_of(dossier: Dossier) -> tuple[Line, ...]:
    """The invoice lines that count: of each mark the newest, unless that withdraws the line."""
    newest = {line.mark: Line(entry, line) for entry, line in contents(dossier, InvoiceLine)}
    return tuple(
        sorted((line for line in newest.values() if line.said.facts), key=lambda line: line.entry.number)
    )


def reports_by_name(dossier: Dossier) -> Mapping[Key, tuple[Reported, ...]]:
    """Every report by the fact that it is about, in order; days of the procedure of one besluit are no such facts."""
    found: dict[Key, list[Reported]] = {}
    for entry, said in contents(dossier, ReportedFact):
        if entry.subject is not None and is_day_of_procedure(said.name):
            continue
        found.setdefault((said.name, said.role), []).append(Reported(entry, said))
    return {key: tuple(reports) for key, reports in found.items()}


def judgements_by_name(dossier: Dossier) -> Mapping[Key, tuple[Judged, ...]]:
    """Every judgement by what it is about, in order."""
    found: dict[Key, list[Judged]] = {}
    for entry, said in contents(dossier, GivenJudgement):
        found.setdefault((said.name, said.role), []).append(Judged(entry, said))
    return {key: tuple(judgements) for key, judgements in found.items()}


def in_force(reports: Iterable[Reported], type_: ValueType, dates: Dates) -> tuple[Reported, ...]:
    """Of the reports of one fact those that count on these dates: the last of each source, unless it was replaced.

    A report takes the place of others only for the days that it is about itself. One without a value says that its
    source no longer says anything.
    """
    day = iso_day(dates.reference)
    found = [each for each in reports if _holds(each.said, type_, day)]
    replaced = {number for each in found for number in each.said.replaces}
    last = {each.said.source: each for each in found}
    if len(last) < 2:
        return tuple(each for each in last.values() if each.entry.number not in replaced)
    return tuple(
        sorted(
            (each for each in last.values() if each.entry.number not in replaced),
            key=lambda each: each.entry.number,
        )
    )


def last_judgement(judgements: Iterable[Judged], type_: ValueType, dates: Dates) -> Judged | None:
    """Of the judgements on one thing the last that holds on these dates."""
    return next(iter(reversed(holding(judgements, type_, dates))), None)


def holding(judgements: Iterable[Judged], type_: ValueType, dates: Dates) -> tuple[Judged, ...]:
    """The judgements on one thing that hold on these dates, in order."""
    day = iso_day(dates.reference)
    return tuple(each for each in judgements if _holds(each.said, type_, day))


def _holds(said: ReportedFact | GivenJudgement, type_: ValueType, day: str) -> bool:
    """Whether something is about the time that is asked: that very month or year, or the reference date.

    What does not change is about every day, also those before it was told.
    """
    if type_.is_timeless:
        return True
    if Per.MONTH in type_.per:
        return said.valid_from[:7] == day[:7]
    if Per.YEAR in type_.per:
        return said.valid_from[:4] == day[:4]
    return said.valid_from <= day and (said.valid_to is None or day <= said.valid_to)


def _through(entries: Iterable[Entry], moment: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.at <= moment)
