"""The objections in a dossier, read from its acts: what each is about, how far it is, and its terms."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.dossiers.making_known import Known
from soco_rules.dossiers.making_known import known_of
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import contents
from soco_rules.model.dossier import AdoptedInShort
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import MadeKnown
from soco_rules.model.dossier import SentLetter
from soco_rules.model.objecting import Objected
from soco_rules.model.objecting import ObjectionDecided
from soco_rules.model.objecting import ObjectionStep
from soco_rules.model.objection import Ruling
from soco_rules.model.objection import Step
from soco_rules.model.values import parse_date
from soco_rules.terms.awb import Postponement
from soco_rules.terms.awb import Supplement
from soco_rules.terms.awb import Term
from soco_rules.terms.awb import objection
from soco_rules.terms.awb import penalty
from soco_rules.terms.of_objection import Handling
from soco_rules.terms.of_objection import deciding
from soco_rules.terms.of_objection import is_in_time

SUBJECT = "besluit_op_bezwaar"
"""What the letter of a decision on an objection is about, among the acts, and the name of its template."""


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection: the act of its receipt, the decision that it is about, and of each kind of step the newest.

    `contested` is how that decision was made known; `answered` is the act that decided on it.
    """

    entry: Entry
    said: Objected
    decision: Entry
    short: AdoptedInShort
    contested: Known
    steps: Mapping[Step, ObjectionStep] = field(default_factory=dict)
    answered: tuple[Entry, ObjectionDecided] | None = None

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision: it was not withdrawn (6:21) and nobody decided on it."""
        return self.answered is None and Step.WITHDRAWN not in self.steps

    @property
    def received(self) -> int:
        """The day of receipt."""
        return parse_date(self.said.received)

    @property
    def closed(self) -> int | None:
        """The last day to object; None while the decision is not made known."""
        return None if self.contested.day is None else objection(self.contested.day).last_day

    @property
    def is_late(self) -> bool:
        """Whether it came after its term (6:9); before the term nobody is late (6:10)."""
        posted = None if self.said.posted_on is None else parse_date(self.said.posted_on)
        return self.closed is not None and not is_in_time(self.closed, self.received, posted)

    def day_of(self, step: Step) -> int | None:
        """The day of a step; None where it was not done."""
        return parse_date(self.steps[step].date) if step in self.steps else None

    def until(self, step: Step) -> int | None:
        """The last day that was set with a step."""
        told = self.steps.get(step)
        return None if told is None or told.until is None else parse_date(told.until)

    def handling(self) -> Handling:
        """What moves the term to decide."""
        asked = self.day_of(Step.REPAIR_ASKED)
        repair = asked and Supplement(asked, self.until(Step.REPAIR_ASKED), self.day_of(Step.REPAIRED))
        return Handling(
            closed=self.closed,
            committee=Step.COMMITTEE in self.steps,
            repair=repair or None,
            postponed=self._later(Step.POSTPONED),
            delayed=self._later(Step.DELAYED),
        )

    def _later(self, step: Step) -> Postponement | None:
        told = self.day_of(step)
        return None if told is None else Postponement(told, self.until(step))


def objections_of(dossier: Dossier) -> tuple[Objection, ...]:
    """Every objection, in the order in which they were recorded."""
    received = contents(dossier, Objected)
    if not received:
        return ()
    found = {entry.number: (entry, short) for entry, short in adoptions(dossier)}
    decided = {said.objection: (entry, said) for entry, said in contents(dossier, ObjectionDecided)}
    steps: dict[int, dict[Step, ObjectionStep]] = {}
    for _, said in contents(dossier, ObjectionStep):
        steps.setdefault(said.objection, {})[said.step] = said
    return tuple(
        Objection(
            entry=entry,
            said=said,
            decision=found[said.adoption][0],
            short=found[said.adoption][1],
            contested=known_of(dossier, *found[said.adoption]),
            steps=steps.get(entry.number, {}),
            answered=decided.get(entry.number),
        )
        for entry, said in received
        if said.adoption in found
    )


def objection_in(dossier: Dossier, number: int) -> Objection | None:
    """The objection of which this is the act of receipt."""
    return next((each for each in objections_of(dossier) if each.entry.number == number), None)


def terms_of(each: Objection, *, on: int) -> Iterator[Term]:
    """The terms of an objection that waits: to decide on it, and the days for which a late decision costs a penalty."""
    term = deciding(each.handling(), on=on)
    yield term
    notice = each.day_of(Step.NOTICE_OF_DEFAULT)
    if notice is not None:
        yield penalty(term.last_day, notice)


def stands(dossier: Dossier, each: Objection) -> bool:
    """Whether the contested decision still counts: none came in its place, and it was not revoked."""
    return any(standing.entry.number == each.decision.number for standing in adopted_of(dossier))


def answer_known(dossier: Dossier, each: Objection) -> Known | None:
    """How the decision on an objection was made known; None where nobody decided on it.

    Its letter is ready on the day that it was meant to be sent; where another decision comes in the place of the
    revoked one, they are made known together, so that day is recorded.
    """
    if each.answered is None:
        return None
    entry, decided = each.answered
    recorded = [(act, said) for act, said in contents(dossier, MadeKnown) if said.adoption == entry.number]
    is_kept = any(
        act.subject == SUBJECT
        and isinstance(letter := act.content, SentLetter)
        and letter.adoption == entry.number
        for act in dossier.entries
    )
    if recorded:
        last, said = recorded[-1]
        mark = next((told.letter for _, told in reversed(recorded) if told.letter), decided.own_letter)
        return Known(parse_date(said.date), mark, is_kept, last)
    is_ready = (is_kept or decided.own_letter) and not decided.ruled.renewed
    return Known(parse_date(decided.sent_on) if is_ready else None, decided.own_letter, is_kept)


def renewal_of(dossier: Dossier, each: Objection) -> Entry | None:
    """The decision that came in the place of the one that was revoked on an objection; None while there is none."""
    if each.answered is None or not each.answered[1].ruled.renewed:
        return None
    answered = each.answered[0].number
    found = (
        standing.entry
        for standing in adopted_of(dossier)
        if standing.entry.number > answered
        and any(before.number == each.decision.number for before in standing.replaced)
    )
    return next(found, None)


def renews(each: Objection, adoption: int) -> bool:
    """Whether a decision in the place of this adoption is the one that was still to be taken on the objection."""
    return each.answered is not None and each.answered[1].ruled.renewed and each.said.adoption == adoption


def awaits_renewal(dossier: Dossier, each: Objection) -> bool:
    """Whether the decision was revoked and the one in its place is still to be taken (7:11 lid 2)."""
    return (
        each.answered is not None
        and each.answered[1].ruled.ruling is Ruling.FOUNDED
        and each.answered[1].ruled.renewed
        and renewal_of(dossier, each) is None
    )
