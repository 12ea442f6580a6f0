"""One proposal as the lawyer reads it: the letter with what it rests on, the duties, and whether it still stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from soco_rules.adopt.decision import changed_rules
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import in_reading_order
from soco_rules.dossiers.adopting import DeskOn
from soco_rules.dossiers.adopting import Held
from soco_rules.dossiers.adopting import hold
from soco_rules.dossiers.adopting import in_the_way_on
from soco_rules.dossiers.deciding import dossier_in
from soco_rules.dossiers.others import KeptOthers
from soco_rules.dossiers.others import count_on
from soco_rules.dossiers.others import nothing_kept
from soco_rules.dossiers.present import Open
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import viewing
from soco_rules.dossiers.waiting import waiting_in
from soco_rules.facts import EARLY
from soco_rules.letters.behind import Passage
from soco_rules.letters.behind import passages
from soco_rules.letters.duties import Duty
from soco_rules.letters.duties import duties
from soco_rules.letters.made import letter_of
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import text_of
from soco_rules.letters.verdicts import Verdict
from soco_rules.model.adoption import Adoption
from soco_rules.model.agreement import DecisionType
from soco_rules.model.decision import Decision
from soco_rules.model.decision import texts_of
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import Returned
from soco_rules.model.dossier import SentLetter
from soco_rules.model.names import is_one
from soco_rules.model.workspace import Workspace
from soco_rules.terms.awb import Term
from soco_rules.terms.of_case import terms_of
from soco_rules.web.remedies import for_a_page

Findings = tuple[Diagnostic, ...]
_NO_WORK = frozenset({Act.CONSULTED, Act.ASSIGNED})
"""Acts that change nothing of what is decided on."""
_SEVEREST = (Verdict.NOT_MET, Verdict.NOTICE, Verdict.MET, Verdict.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A letter to review: its passages with what they rest on, its duties by code, why it is a concept, and findings.

    `letter` is None where none can be written; `findings` then say why.
    """

    letter: Letter | None
    passages: tuple[Passage, ...]
    duties: tuple[Duty, ...]
    concept: tuple[str, ...]
    findings: Findings

    @property
    def verdicts(self) -> tuple[tuple[str, int], ...]:
        """How many duties have each verdict, the severest first."""
        counted = ((verdict, sum(each.verdict is verdict for each in self.duties)) for verdict in _SEVEREST)
        return tuple((str(verdict), count) for verdict, count in counted if count)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a proposal that waits no more: who did it, and the adoption with its letter or the remark."""

    entry: Entry | None
    adopted: Adopted | None
    letter: SentLetter | None
    returned: Returned | None
    findings: Findings


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal in its dossier. `held` is None where it does not stand on the book as it is; `against` says why.

    `today_against` is what stands in the way of adopting one that stands today, whoever would do that.

    `seen` is the number of the last act that matters: a form carries it, so that nothing is signed unseen.
    """

    agreement: str
    dossier: Dossier
    entry: Entry
    proposed: Proposed
    waiting: Open | None
    held: Held | None
    against: Findings
    terms: tuple[Term, ...]
    seen: int
    today_against: Findings = ()

    @property
    def path(self) -> str:
        """The page of this proposal."""
        return f"/voorstellen/{self.agreement}/{self.dossier.number}/{self.entry.number}"

    @property
    def decision(self) -> Decision:
        """What is proposed."""
        return self.proposed.decision

    @property
    def name(self) -> str:
        """Whom it is about, as far as that was recorded."""
        person = person_of(self.dossier)
        return person.name if person else ""

    @property
    def besluit(self) -> DecisionType | None:
        """The besluit in the rules; None where the proposal does not stand."""
        return self.held.prepared.desk.besluit if self.held else None

    @property
    def early(self) -> Findings:
        """That the month that is decided on is not over yet."""
        return tuple(found for found in self.held.warnings if found.code == EARLY) if self.held else ()

    @property
    def asks_two(self) -> bool:
        """Whether the agreement asks for two persons with the outcome that is proposed."""
        if self.besluit is None:
            return False
        eyes = self.besluit.four_eyes
        return eyes is None or not eyes.isdisjoint(texts_of(self.decision.outcome))

    def is_for_another(self, name: str) -> bool:
        """Whether somebody else must put the second signature: this person put the first, or proposed."""
        signed = self.waiting.signed if self.waiting else None
        if signed is None or not self.asks_two:
            return False
        return is_one(name, signed.by) or is_one(name, self.entry.by)


def shown(
    store: Store,
    workspace: Workspace,
    agreement: str,
    number: int,
    proposal: int,
    *,
    today: int,
    second: SecondCalculator = in_process,
    desk_on: DeskOn | None = None,
    kept: KeptOthers = nothing_kept,
) -> tuple[Shown | None, Findings]:
    """A proposal, whether it waits or not; None with the reason where there is no such proposal.

    Raises:
        StoreError: the book cannot be read.
    """
    with viewing(store, agreement) as view:
        book = view.book(dossiers=(number,))
        dossier, findings = dossier_in(book, number)
        if dossier is None:
            return None, findings
        entry = next((each for each in dossier.entries if each.number == proposal), None)
        if entry is None or not isinstance(proposed := entry.content, Proposed):
            return None, waiting_in(dossier, proposal)[1]
        waiting, against = waiting_in(dossier, proposal)
        held = None
        if waiting is not None:
            count = count_on(view, number, kept)
            held, against = hold(
                workspace, book, number, proposal, second=second, desk_on=desk_on, count=count
            )
            against = (*against, *changed_rules(proposed.decision, workspace, second))
    terms = terms_of(proposed.decision.procedure, on=today)
    return (
        Shown(
            agreement,
            dossier,
            entry,
            proposed,
            waiting,
            held if not against else None,
            in_reading_order(against),
            tuple(terms.values()),
            last_act(dossier),
            in_the_way_on(held, today) if held is not None and not against else (),
        ),
        (),
    )


def last_act(dossier: Dossier) -> int:
    """The last act of a dossier that can change what somebody reads in it."""
    return max(entry.number for entry in dossier.entries if entry.act not in _NO_WORK)


def acts_since(dossier: Dossier, number: int) -> tuple[Entry, ...]:
    """The acts after one that can change what somebody reads in it."""
    return tuple(each for each in dossier.entries if each.number > number and each.act not in _NO_WORK)


def fate_of(dossier: Dossier, proposal: int) -> Fate:
    """What became of a proposal that waits no more."""
    for entry, short in adoptions(dossier):
        if short.proposal == proposal and isinstance(adopted := entry.content, Adopted):
            letters = (each for _, each in contents(dossier, SentLetter) if each.adoption == entry.number)
            return Fate(entry, adopted, next(letters, None), None, ())
    for entry, returned in contents(dossier, Returned):
        if returned.proposal == proposal:
            return Fate(entry, None, None, returned, ())
    return Fate(None, None, None, None, waiting_in(dossier, proposal)[1])


def reviewed(decided: Decision | Adoption, templates: Sequence[Path]) -> Reviewed:
    """The letter of a proposal or of what would be adopted, ready to review."""
    letter, findings = letter_of(decided, templates)
    decision = decided.effective if isinstance(decided, Adoption) else decided
    if letter is None:
        return Reviewed(None, (), (), (), for_a_page(findings))
    return Reviewed(
        letter,
        passages(letter, decision),
        duties(letter, decided, letter.style),
        tuple(map(text_of, letter.concept)),
        for_a_page(findings),
    )
