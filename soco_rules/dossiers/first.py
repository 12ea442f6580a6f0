"""Which besluit has to be taken before another can be: one stands on what the other found of the same person."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.catalogue import finding
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.compiler.query import Query
from soco_rules.decide import Calculators
from soco_rules.decide import prepare
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.counting import count_in
from soco_rules.dossiers.gather import Gathered
from soco_rules.dossiers.gather import gather
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.once import is_of_this_month
from soco_rules.dossiers.plan import plan_of
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.dossiers.query import OTHERS
from soco_rules.explain.missing import effective
from soco_rules.facts import Bound
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.agreement import DecisionType
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day

_NOWHERE = frozenset({Absent.NOT_APPLICABLE, Absent.NO_RULE})


@dataclass(frozen=True, slots=True)
class First:
    """The besluiten to take before another, in that order, and the month that they are about (its first day).

    With `taken` the last of them was taken already, by that act, and leads to no such decision. `proposed` is the act
    of a proposal for the first of them that waits to be adopted.
    """

    wanted: DecisionType
    steps: tuple[DecisionType, ...]
    month: int | None
    taken: int | None = None
    proposed: int | None = None

    @property
    def besluit(self) -> DecisionType:
        """The one to take first."""
        return self.steps[0]

    @property
    def key(self) -> str:
        """The month as a command and an address have it (jjjj-mm), empty where it is about none."""
        return "" if self.month is None else iso_day(self.month)[:7]

    @property
    def when(self) -> str:
        """The month in words, behind what is about it; empty where it is about none."""
        return "" if self.month is None else f" over {as_dutch(self.month, Kind.DATE).removeprefix('1 ')}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A besluit with what a dossier says of it on some dates, and what its rules make of that."""

    compiled: Compiled
    calculators: Calculators
    book: Book
    gathered: Gathered
    bound: Bound
    dates: Dates

    @property
    def besluit(self) -> DecisionType:
        """What is decided."""
        return self.calculators.program.decision


def first_for(asked: Asked) -> First | None:
    """The besluit that must come before one that comes to nothing; None where that does not wait for another.

    It waits where it comes to nothing only because no earlier decision of this person says what it counts with: were
    that known, it could come to something.
    """
    return _first(asked, frozenset())


def as_finding(first: First, reference: str, number: int) -> Diagnostic:
    """What has to be done first, as a finding about a dossier."""
    wanted, when = f"'{first.wanted.title}'", first.when
    if first.taken is not None:
        message = (
            f"{wanted}{when} rust op '{first.steps[-1].title}'. Dat besluit is genomen (handeling {first.taken}), "
            "en geeft hier geen aanleiding toe."
        )
        remedy = "kijk dat besluit na; klopt het niet meer, neem het dan eerst opnieuw"
        return finding("eerst-ander-besluit", place_of(number), message, remedy=remedy)
    steps = " en daarna ".join(f"'{step.title}'" for step in first.steps)
    message = f"{wanted}{when} kan pas na {steps}{when}."
    if first.proposed is not None:
        message += f" Voorstel {first.proposed} voor '{first.besluit.title}' wacht op vaststelling."
        command = f"soco dossier vaststellen {reference} {number} {first.proposed} --functie FUNCTIE"
        return finding(
            "eerst-ander-besluit", place_of(number), message, remedy=f"stel dat eerst vast ({command})"
        )
    month = f" --maand {first.key}" if first.month is not None else ""
    command = f"soco dossier besluit {reference} {number} {first.besluit.name}{month}"
    remedy = f"neem eerst '{first.besluit.title}'{when} ({command})"
    return finding("eerst-ander-besluit", place_of(number), message, remedy=remedy)


def _first(asked: Asked, seen: frozenset[str]) -> First | None:
    dossier = asked.book.dossiers[asked.gathered.number]
    for query in _waited_for(asked):
        besluit = asked.compiled.stack.decisions[query.besluit or ""]
        month = asked.dates.reference if besluit.monthly and is_of_this_month(query) else None
        if besluit.name == asked.besluit.name or besluit.name in seen:
            continue
        found = First(asked.besluit, (besluit,), month)
        if (act := _taken(dossier, besluit.name, month)) is not None:
            return replace(found, taken=act)
        if (act := _proposed(dossier, besluit.name, month)) is not None:
            return replace(found, proposed=act)
        behind = _behind(asked, besluit, seen | {asked.besluit.name})
        if behind is None or behind.taken is not None:
            return found
        return replace(behind, wanted=asked.besluit, steps=(*behind.steps, besluit))
    return None


def _behind(asked: Asked, besluit: DecisionType, seen: frozenset[str]) -> First | None:
    """What has to come before the one that has to come first."""
    plan = plan_of(asked.compiled, besluit)
    dates = asked.dates.monthly() if besluit.monthly else asked.dates
    if any(runner.query.pool in OTHERS for runner in plan.runners):
        return None  # it counts others, who may not be in this book
    gathered, _ = gather(count_in(plan, asked.book, dates), asked.gathered.number)
    calculators = prepare(program_of(asked.compiled, besluit), twice=False)
    bound, _ = bind(calculators.program, gathered.case, dates)
    behind = Asked(asked.compiled, calculators, asked.book, gathered, bound, dates)
    return _first(behind, seen) if _is_nowhere(behind, {}) else None


def _waited_for(asked: Asked) -> Iterator[Query]:
    """The definitions without which the besluit comes to nothing, though it could if they found something."""
    missing = {query.slot: query for query in asked.gathered.unmet if query.slot in asked.bound.values}
    unknown: dict[Slot, Value] = dict.fromkeys(missing, Absent.UNKNOWN)
    if not missing or _is_nowhere(asked, unknown):
        return
    alone = [
        query
        for slot, query in missing.items()
        if _is_nowhere(asked, {**unknown, slot: Absent.NOT_APPLICABLE})
    ]
    yield from alone or missing.values()


def _is_nowhere(asked: Asked, instead: Mapping[Slot, Value]) -> bool:
    """Whether a besluit comes to nothing as things are; no missing answers are tried, which takes long."""
    calculators = asked.calculators
    found = calculators.reference({**asked.bound.values, **instead})
    return _NOWHERE.issuperset(effective(found, calculators.program.outcome))


def _taken(dossier: Dossier, besluit: str, month: int | None) -> int | None:
    about = None if month is None else iso_day(month)
    acts = [
        each.entry.number
        for each in adopted_of(dossier, besluit)
        if each.entry.subject == besluit and about in {None, each.entry.month}
    ]
    return acts[-1] if acts else None


def _proposed(dossier: Dossier, besluit: str, month: int | None) -> int | None:
    about = None if month is None else iso_day(month)
    acts = [
        each.entry.number
        for each in open_proposals(dossier)
        if each.entry.subject == besluit and about in {None, each.entry.month}
    ]
    return acts[-1] if acts else None
