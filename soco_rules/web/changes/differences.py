"""What a comparison found, shaped for a page: sentences, tables and cases, none of which names a command."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from soco_rules.comparing.changes import Change
from soco_rules.comparing.changes import Difference
from soco_rules.comparing.changes import Fate
from soco_rules.comparing.compare import Comparison
from soco_rules.comparing.findings import Decider
from soco_rules.comparing.findings import DecisionFinding
from soco_rules.comparing.findings import OutcomeFinding
from soco_rules.comparing.findings import Ruling
from soco_rules.comparing.findings import Witness
from soco_rules.comparing.page import SEVERAL
from soco_rules.comparing.page import WORTH
from soco_rules.comparing.parts import Sort
from soco_rules.comparing.rehearsed import Rehearsed
from soco_rules.comparing.words import NOTHING
from soco_rules.comparing.words import answer_in_words
from soco_rules.comparing.words import cause_in_words
from soco_rules.comparing.words import completeness
from soco_rules.comparing.words import moved_in_words
from soco_rules.comparing.words import of_outcome
from soco_rules.comparing.words import turn_in_words
from soco_rules.comparing.words import value_in_words
from soco_rules.follow import FEATURES
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import capital
from soco_rules.model.values import spaced

_SMALL = frozenset({"0", "€ 0,00", "0%", "nee"})
"""Answers that say nothing out of the ordinary, which a case tells last."""
_RULED = {
    Ruling.SAME: "blijft in elk geval gelijk (bewezen)",
    Ruling.DIFFERENT: "komt soms anders uit",
    Ruling.UNPROVED: "niet bewezen",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that says something else: its name, what became of it, both sides, and where that comes from."""

    name: str
    fate: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    origin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The things of one sort that say something else."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An invented case in which both sides differ.

    `answers` are those that stand out, `rest` those that are zero or no. `by` is what decided, of one side or of both.
    """

    title: str
    answers: tuple[tuple[str, str], ...]
    rest: tuple[str, ...]
    causes: tuple[str, ...]
    by: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    scenario: str


@dataclass(frozen=True, slots=True)
class Decided:
    """One besluit: how both sides stand to each other, what can be said of it, and a case for each difference."""

    anchor: str
    title: str
    ruled: str
    is_same: bool
    said: tuple[str, ...]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A scenario that comes out otherwise."""

    name: str
    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Differences:
    """All that a page about a comparison says."""

    old: str
    new: str
    day: str
    remarks: tuple[str, ...]
    summary: tuple[str, ...]
    written: tuple[Written, ...]
    words: tuple[Row, ...]
    decided: tuple[Decided, ...]
    moved: tuple[Moved, ...]
    rehearsed: tuple[str, ...]
    worth: tuple[str, ...]


def differences(found: Comparison) -> Differences:
    """What a page about a comparison says."""
    meaning = [change for change in found.changes if not change.is_words_only]
    decided = tuple(_decided(decision, number) for number, decision in enumerate(found.decisions, start=1))
    return Differences(
        old=_side(found.old.version.title, found.old.label),
        new=_side(found.new.version.title, found.new.label),
        day=as_dutch(found.day, Kind.DATE),
        remarks=found.remarks,
        summary=tuple(_summary(found, len(meaning))),
        written=tuple(_written(meaning)),
        words=tuple(_words(change) for change in found.changes if change.is_words_only),
        decided=decided,
        moved=tuple(_moved(found.scenarios)),
        rehearsed=tuple(_rehearsed(found.scenarios)),
        worth=WORTH,
    )


def _side(title: str, label: str) -> str:
    return f"{title} ({label})"


# In short


def _summary(found: Comparison, meaning: int) -> Iterator[str]:
    if meaning == 0:
        yield "In de regels staat niets dat iets anders betekent."
    elif meaning == 1:
        yield "In de regels betekent één ding iets anders."
    else:
        yield f"In de regels betekenen {meaning} dingen iets anders."
    by = {ruling: [each for each in found.decisions if each.ruling is ruling] for ruling in Ruling}
    if by[Ruling.DIFFERENT]:
        yield f"{_besluiten(by[Ruling.DIFFERENT], 'komt', 'komen')} soms anders uit: {_titles(by[Ruling.DIFFERENT])}."
    if by[Ruling.UNPROVED]:
        yield f"Niet te bewijzen, dus niet zeker gelijk: {_titles(by[Ruling.UNPROVED])}."
    if same := by[Ruling.SAME]:
        every = (
            "Elk besluit blijft"
            if len(same) == len(found.decisions)
            else _besluiten(same, "blijft", "blijven")
        )
        yield f"{every} in elk geval gelijk; dat is bewezen."
    if found.scenarios is not None and found.scenarios.files:
        moved, number = len(found.scenarios.moved), found.scenarios.number
        if moved == 0:
            yield f"Geen van de {number} scenario’s komt anders uit."
        else:
            yield f"Van de {number} scenario’s {'komt er 1' if moved == 1 else f'komen er {moved}'} anders uit."


def _besluiten(decisions: Sequence[DecisionFinding], one: str, many: str) -> str:
    return f"1 besluit {one}" if len(decisions) == 1 else f"{len(decisions)} besluiten {many}"


def _titles(decisions: Iterable[DecisionFinding]) -> str:
    return "; ".join(decision.title for decision in decisions)


# What is written


def _written(changes: list[Change]) -> Iterator[Written]:
    for sort in Sort:
        rows = tuple(_row(change) for change in changes if change.sort is sort)
        if rows:
            yield Written(SEVERAL[sort], rows)


def _row(change: Change) -> Row:
    return Row(
        name=_name(change),
        fate="" if change.fate is Fate.CHANGED else str(change.fate),
        old=(NOTHING,)
        if change.fate is Fate.ADDED
        else tuple(_part(each, each.old) for each in change.meaning),
        new=(NOTHING,)
        if change.fate is Fate.DROPPED
        else tuple(_part(each, each.new) for each in change.meaning),
        origin=tuple(
            f"{side}: {source}"
            for side, source in (("oud", change.old_source), ("nieuw", change.new_source))
            if source
        ),
    )


def _words(change: Change) -> Row:
    parts = change.words
    return Row(
        name=f"{change.sort} {_name(change)}",
        fate="",
        old=tuple(_part(each, each.old) for each in parts),
        new=tuple(_part(each, each.new) for each in parts),
        origin=(),
    )


def _name(change: Change) -> str:
    return f"{spaced(change.within)}: {spaced(change.name)}" if change.within else spaced(change.name)


def _part(difference: Difference, said: str | None) -> str:
    """A value by itself, any other part with its name."""
    shown = said or NOTHING
    return shown if difference.part == "waarde" else f"{difference.part}: {shown}"


# What comes of it


def _decided(decision: DecisionFinding, number: int) -> Decided:
    said = []
    if decision.only:
        other = "nieuwe" if decision.only == "oud" else "oude"
        said.append(f"Dit besluit bestaat niet in de {other} lezing.")
    if decision.reason:
        said.append(f"Niet te bewijzen, want {decision.reason}.")
    cases: list[Case] = []
    for outcome in decision.outcomes:
        cases += _cases(outcome)
        if outcome.ruling is Ruling.UNPROVED:
            said.append(f"Of ‘{of_outcome(outcome)}’ gelijk blijft, is niet bewezen, want {outcome.reason}.")
        elif outcome.witnesses:
            said.append(f"{capital(of_outcome(outcome))}: {_lower(completeness(outcome))}")
    same = [of_outcome(each) for each in decision.outcomes if each.ruling is Ruling.SAME]
    if same and decision.ruling is not Ruling.SAME:
        said.append(f"In elk geval gelijk (bewezen): {', '.join(same)}.")
    return Decided(
        anchor=f"besluit-{number}",
        title=decision.title,
        ruled=_RULED[decision.ruling]
        if decision.only is None
        else f"bestaat alleen aan de kant {decision.only}",
        is_same=decision.ruling is Ruling.SAME and not cases,
        said=tuple(said),
        cases=tuple(cases),
    )


def _cases(outcome: OutcomeFinding) -> Iterator[Case]:
    name = capital(of_outcome(outcome))
    for case in outcome.witnesses:
        yield _case(f"{name}: {turn_in_words(outcome, case)}", case)
    if outcome.other_rule is not None:
        value = value_in_words(outcome.other_rule.new, outcome.kind)
        yield _case(f"{name} blijft {value}, maar rust op een andere regel", outcome.other_rule)


def _case(title: str, case: Witness) -> Case:
    answers = [answer_in_words(step, case) for step in case.fields]
    told = tuple((name, value) for name, value in answers if not _is_small(value))
    old, new = (tuple(_deciders(by)) for by in (case.old_by, case.new_by))
    notes = []
    if case.decided_on != case.reference:
        notes.append(f"Het besluit is van {as_dutch(case.decided_on, Kind.DATE)}.")
    if case.calculators == 1:
        notes.append("Eén rekenaar rekende dit na: de tweede kan dit besluit niet aan.")
    return Case(
        title=title,
        answers=told,
        rest=tuple(f"{name}: {value}" for name, value in answers if _is_small(value)),
        causes=tuple(cause_in_words(cause) for cause in case.causes),
        by=(("oud en nieuw", old),) if old == new else (("oud", old), ("nieuw", new)),
        notes=tuple(notes),
        scenario="\n".join(case.scenario),
    )


def _is_small(value: str) -> bool:
    return value.partition(" (")[0] in _SMALL


def _deciders(deciders: Iterable[Decider]) -> Iterator[str]:
    found = False
    for one in deciders:
        found = True
        name = f"regel {spaced(one.rule)}" if one.rule else f"berekening van {spaced(one.concept)}"
        yield f"{name} ({'; '.join(one.basis)})" if one.basis else name
    if not found:
        yield "geen enkele regel"


# What the scenarios make of it


def _moved(scenarios: Rehearsed | None) -> Iterator[Moved]:
    for each in scenarios.moved if scenarios else ():
        old, new = moved_in_words(each)
        yield Moved(each.old.name, f"{each.old.span.file}, regel {each.old.span.line}", old, new)


def _rehearsed(scenarios: Rehearsed | None) -> Iterator[str]:
    if scenarios is None:
        return
    yield from (f"Er is nog geen scenario over {_about(name)}." for name in scenarios.missing)
    if scenarios.files and not scenarios.moved:
        yield f"Geen van de {scenarios.number} scenario’s komt anders uit."


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def _about(file: str) -> str:
    """The agreement that a file with scenarios is about."""
    return file.removeprefix(f"{FEATURES}/").removesuffix(".feature")
