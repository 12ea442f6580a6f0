"""Which adopted decisions no longer stand on what is known, and what they would be now.

A decision is held against what was there when it was taken, as it is known now: facts reported later about that time
count, and so do the corrections of earlier decisions and the rules as they stand now. What came later does not: the
decisions that were taken after it, and who became a member since. A decision about an earlier month counts, also where
it was taken later: the months were taken out of their order then.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from functools import cache

from soco_rules.compiler.layers import Stack
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.dossiers.adopting import values_of
from soco_rules.dossiers.changed import changed_facts
from soco_rules.dossiers.changed import changes
from soco_rules.dossiers.changed import rules_changed
from soco_rules.dossiers.counting import Counted
from soco_rules.dossiers.counting import recounted
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Findings
from soco_rules.dossiers.deciding import Prepared
from soco_rules.dossiers.deciding import calculated_for
from soco_rules.dossiers.deciding import counted_at
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import supplied_again
from soco_rules.dossiers.others import KeptOthers
from soco_rules.dossiers.others import nothing_kept
from soco_rules.dossiers.others import ready
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import as_known
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import reopened_of
from soco_rules.dossiers.rows import decoded
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.unchanged import must_be_as_taken
from soco_rules.facts import Dates
from soco_rules.model.decision import Decision
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import Reopened
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace

DeskOn = Callable[[str, Dates], tuple[Desk | None, Findings]]
"""Gives the desk of a besluit on the dates of an earlier decision, by the rules of now."""

_SUPPOSED = 1_000_000_000_000
"""Acts that are only supposed are numbered from here, above every act of a book."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A value of a decision as it was taken and as it would be now, encoded; None where it is unknown."""

    slot: str
    type: ValueType
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A decision that no longer stands on what is known.

    `changed` says in Dutch what is otherwise, `because` are the acts that came since. `effects` are the values of its
    outcome and of what stands beside it that change: none where the decision stays as it was on other facts. They are
    None where it cannot be calculated any more, and `findings` say why.
    """

    standing: Standing
    changed: tuple[str, ...]
    because: tuple[int, ...]
    effects: tuple[Effect, ...] | None
    findings: Findings = ()


def desks_by(workspace: Workspace, agreement: str, *, second: SecondCalculator = in_process) -> DeskOn:
    """The desks by the rules of now; each is made once."""

    @cache
    def on(besluit: str, dates: Dates) -> tuple[Desk | None, Findings]:
        return desk_for(workspace, agreement, besluit, dates, second=second)

    return on


Then = Callable[[Desk, str], Counted]
"""Gives a book ready to decide on at a desk of which the rules count others, as these were known at a moment."""


def overtaken_in(book: Book, number: int, desk_on: DeskOn, then: Then | None = None) -> tuple[Overtaken, ...]:
    """The decisions of a dossier that no longer stand on what is known, in the order in which they were taken.

    A decision that changes counts for those after it as it would be now, so that one late fact is followed to the end.
    With `then` the book needs only this dossier.
    """
    dossier = book.dossiers[number]
    if is_erased(dossier):
        return ()
    found: list[Overtaken] = []
    supposed: dict[int, Entry] = {}
    for standing in _in_order(adopted_of(dossier)):
        looked = _looked_at(_Then(book, dossier, supposed, then or _known_in(book)), standing, desk_on)
        if looked is None:
            continue
        overtaken, as_now = looked
        found.append(replace(overtaken, because=_followed(overtaken.because, found)))
        if as_now is not None:
            place = _SUPPOSED + standing.first.number
            supposed[standing.entry.number] = replace(standing.entry, number=place, content=as_now)
    return tuple(found)


def reopen_overtaken(
    ledger: Ledger,
    workspace: Workspace,
    number: int,
    *,
    second: SecondCalculator = in_process,
    kept: KeptOthers = nothing_kept,
) -> tuple[Entry, ...]:
    """Reopen what no longer stands in one dossier after something was recorded in it; the acts that did so.

    `kept` has what was counted of others before.
    """
    if not ledger.view.has(number, Act.ADOPTION):
        return ()
    book = ledger.book(dossiers=(number,))
    desk_on = desks_by(workspace, book.agreement, second=second)

    def then(desk: Desk, moment: str) -> Counted:
        return ready(ledger.view, desk, number, kept(book.agreement, desk), through=moment)

    overtaken = overtaken_in(book, number, desk_on, then)
    return ledger.append(as_drafts(book.dossiers[number], overtaken))


def as_drafts(dossier: Dossier, overtaken: tuple[Overtaken, ...]) -> tuple[Draft, ...]:
    """The acts that reopen decisions; one that was reopened for the same reason is not reopened again."""
    known = {standing.entry.number: reopened for standing, reopened in reopened_of(dossier)}
    return tuple(
        draft
        for each in overtaken
        if (draft := _reopening(dossier.number, each)).content != known.get(each.standing.entry.number)
    )


def net_effects(overtaken: tuple[Overtaken, ...]) -> Mapping[str, int]:
    """What the changes of amounts per month come to over all months, in cents, by slot.

    Where one of the two amounts is not known, that month is left out. A balance is no amount per month.
    """
    sums: dict[str, int] = {}
    for each in overtaken:
        for effect in each.effects or ():
            difference = difference_of(effect)
            if difference is not None and Per.MONTH in effect.type.per:
                sums[effect.slot] = sums.get(effect.slot, 0) + difference
    return sums


def difference_of(effect: Effect) -> int | None:
    """By how many cents an amount changes; None for what is no amount, and where one of the two is not an amount."""
    kind = effect.type.kind
    if kind is not Kind.MONEY:
        return None
    before, after = decoded(effect.before, kind), decoded(effect.after, kind)
    return after - before if isinstance(before, int) and isinstance(after, int) else None


def _reopening(number: int, each: Overtaken) -> Draft:
    entry = each.standing.entry
    reason = "; ".join(each.changed or (found.message for found in each.findings))
    content = Reopened(adoption=entry.number, because=each.because, reason=reason)
    return Draft(content, number, entry.subject, entry.month)


def _known_in(book: Book) -> Then:
    """How to look back in a whole book."""
    return lambda desk, moment: counted_at(desk, as_known(book, moment))


@dataclass(frozen=True, slots=True)
class _Then:
    """A dossier to look back in; `supposed` are decisions as they would be now, by the number of the adoption."""

    book: Book
    dossier: Dossier
    supposed: Mapping[int, Entry]
    known: Then

    def before(self, standing: Standing) -> Dossier:
        """What was there when a decision was taken, as it is known now."""
        return Dossier(self.dossier.number, tuple(self._entries(standing)))

    def ready(self, desk: Desk, mine: Dossier, moment: str) -> Counted:
        """A book with that in it, and others as they were known at a moment."""
        book = replace(self.book, dossiers={mine.number: mine})
        if not desk.asks_others:
            return counted_at(desk, book)
        return replace(recounted(self.known(desk, moment), (mine,)), book=book)

    def _entries(self, standing: Standing) -> Iterator[Entry]:
        first, own = self._firsts(), standing.first.number
        for entry in self.dossier.entries:
            if entry.act is not Act.ADOPTION:
                yield entry
            elif first[entry.number] == own:
                if entry.number < standing.entry.number:
                    yield entry
            elif first[entry.number] < standing.entry.number or _is_of_earlier_month(entry, standing.entry):
                yield entry
                if entry.number in self.supposed:
                    yield self.supposed[entry.number]

    def _firsts(self) -> Mapping[int, int]:
        """For each adoption the one in whose place it came first."""
        first: dict[int, int] = {}
        for entry, adopted in adoptions(self.dossier):
            corrected = adopted.corrects
            first[entry.number] = first.get(corrected, corrected) if corrected is not None else entry.number
        return first


def _is_of_earlier_month(entry: Entry, other: Entry) -> bool:
    return entry.month is not None and other.month is not None and entry.month < other.month


def _in_order(standing: tuple[Standing, ...]) -> Iterator[Standing]:
    """As they were taken, with months that were not taken in their order in the places of each other."""
    taken = sorted(standing, key=lambda each: each.first.number)
    of_months = iter(sorted((each for each in taken if each.entry.month), key=lambda each: each.order))
    yield from (next(of_months) if each.entry.month else each for each in taken)


def _looked_at(then: _Then, standing: Standing, desk_on: DeskOn) -> tuple[Overtaken, Adopted | None] | None:
    """What became of one decision, with how it would be adopted now; None where it stands."""
    adoption = standing.adopted.adoption
    stored, number = adoption.decision, then.dossier.number
    desk, findings = desk_on(stored.decision, _dates_of(stored))
    if desk is None:
        return Overtaken(standing, (), (), None, findings), None
    proposal = _proposal(then.dossier, standing.adopted.proposal)
    mine = then.before(standing)
    if must_be_as_taken(desk, mine, then.dossier, standing):
        return None
    counted = then.ready(desk, mine, proposal.knowledge)
    supplied = supplied_again(_still_by_hand(desk.compiled.stack, then.dossier, standing, proposal))
    again, findings = calculated_for(desk, counted.book, number, supplied, counted=counted)
    if again is None:
        return Overtaken(standing, (), (), None, findings), None
    values = values_of(again, adoption)
    effects = tuple(_effects(desk, standing, values))
    changed = changes(stored, again.decision)
    if not (changed or effects):
        return None
    told = changed or rules_changed(stored, again.decision)
    overtaken = Overtaken(standing, told, _because(proposal, again), effects)
    is_known = all(effect.after is not None for effect in effects)
    return overtaken, (_as_now(standing, values) if is_known else None)


def _as_now(standing: Standing, values: Mapping[str, str | None]) -> Adopted:
    return standing.adopted.model_copy(update={"values": dict(values), "corrects": standing.entry.number})


def _effects(desk: Desk, standing: Standing, values: Mapping[str, str | None]) -> Iterator[Effect]:
    """The values that a letter about the decision has, where they change."""
    types = {step.slot: step.type for step in desk.program.steps}
    for slot in dict.fromkeys((*desk.program.outcome, *desk.program.also)):
        before, after = standing.values.get(slot), values[slot]
        if before != after:
            yield Effect(slot, types[slot], before, after)


def _dates_of(decision: Decision) -> Dates:
    return Dates(parse_date(decision.reference_date), parse_date(decision.decision_date))


def _proposal(dossier: Dossier, number: int) -> Proposed:
    content = next(entry.content for entry in dossier.entries if entry.number == number)
    assert isinstance(content, Proposed)
    return content


def _still_by_hand(stack: Stack, dossier: Dossier, standing: Standing, proposal: Proposed) -> Proposed:
    """What a person supplied for a decision only, without what the dossier was told about it since."""
    day = proposal.decision.reference_date
    since = {
        (said.name, said.role)
        for entry in dossier.entries
        if entry.number > standing.short.proposal
        and entry.act in {Act.FACT, Act.JUDGEMENT}
        and isinstance(said := entry.content, ReportedFact | GivenJudgement)
        and (
            (said.name in stack.facts and stack.facts[said.name].type.is_timeless)
            or (said.valid_from <= day and (said.valid_to is None or day <= said.valid_to))
        )
    }
    return proposal.model_copy(
        update={
            "facts": tuple(said for said in proposal.facts if (said.name, said.role) not in since),
            "judgements": tuple(said for said in proposal.judgements if (said.name, said.role) not in since),
        }
    )


def _because(proposal: Proposed, again: Prepared) -> tuple[int, ...]:
    """The acts behind the facts that changed, as far as they were not behind them then."""
    changed = changed_facts(proposal.decision, again.decision)
    then = {(origin.name, origin.role): frozenset(origin.acts) for origin in proposal.origins}
    return tuple(
        act
        for origin in again.proposed.origins
        if (key := (origin.name, origin.role)) in changed
        for act in origin.acts
        if act not in then.get(key, frozenset())
    )


def _followed(because: tuple[int, ...], earlier: list[Overtaken]) -> tuple[int, ...]:
    """Acts of the book: a decision that is only supposed stands for the acts that overtook it."""
    behind = {_SUPPOSED + each.standing.first.number: each.because for each in earlier}
    return tuple(sorted({act for number in because for act in behind.get(number, (number,))}))
