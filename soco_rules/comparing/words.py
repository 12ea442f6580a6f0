"""A comparison in Dutch, for a terminal; and the sentences that the page has too."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator

from soco_rules.comparing.changes import Change
from soco_rules.comparing.changes import Difference
from soco_rules.comparing.changes import Fate
from soco_rules.comparing.compare import Comparison
from soco_rules.comparing.findings import Cause
from soco_rules.comparing.findings import Decider
from soco_rules.comparing.findings import DecisionFinding
from soco_rules.comparing.findings import OutcomeFinding
from soco_rules.comparing.findings import Ruling
from soco_rules.comparing.findings import Witness
from soco_rules.comparing.parts import Sort
from soco_rules.comparing.rehearsed import Moved
from soco_rules.comparing.rehearsed import Rehearsed
from soco_rules.model.called import judge
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import Value
from soco_rules.model.values import as_dutch
from soco_rules.model.values import in_words as value_of_type
from soco_rules.model.values import spaced

NOTHING = "staat er niet"
_WITHOUT_VALUE = {
    Absent.UNKNOWN: "nog niet te zeggen",
    Absent.NO_RULE: "geen uitkomst, want er geldt geen regel",
    Absent.CONFLICT: "geen uitkomst, want regels spreken elkaar tegen",
    Absent.CONTRADICTORY: "geen uitkomst, want gegevens spreken elkaar tegen",
}


def in_words(found: Comparison) -> str:
    """The whole comparison."""
    parts = (_head(found), _written(found.changes), _decided(found.decisions), _rehearsed(found.scenarios))
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


# Sentences


def value_in_words(value: Value | None, kind: Kind, words: ChoiceWords | None = None) -> str:
    """A value of one side, or why there is none."""
    if value is None:
        return NOTHING
    if isinstance(value, Absent) and value in _WITHOUT_VALUE:
        return _WITHOUT_VALUE[value]
    return as_dutch(value, kind, words)


def turn_in_words(outcome: OutcomeFinding, case: Witness) -> str:
    """From what to what an outcome goes, and of a number in which direction."""
    if outcome.is_requirement:
        broken = "oude" if case.old is False else "nieuwe"
        return f"alleen in de {broken} lezing niet aan voldaan"
    old, new = (value_in_words(value, outcome.kind, outcome.words) for value in (case.old, case.new))
    said = f"{old} wordt {new}"
    if outcome.kind not in ORDERED or not isinstance(case.old, int) or not isinstance(case.new, int):
        return said
    higher, lower = ("later", "eerder") if outcome.kind is Kind.DATE else ("hoger", "lager")
    return f"{said} ({higher if case.new > case.old else lower})"


def whose(name: str, role: Role | None) -> str:
    """A name with the person of whom it is."""
    return f"{spaced(name)} van de {role}" if role else spaced(name)


def of_outcome(outcome: OutcomeFinding) -> str:
    """What an outcome is called."""
    said = whose(outcome.name, outcome.role)
    return f"eis '{said}'" if outcome.is_requirement else said


def answer_in_words(step: Field, case: Witness) -> tuple[str, str]:
    """One answer of a case: what it is about, and what it is."""
    judged = (
        f" (oordeel van de {judge(step.judged_by)})"
        if step.origin is Origin.JUDGEMENT and step.judged_by
        else ""
    )
    return whose(step.name, step.role), value_of_type(case.answers[step.slot], step.type) + judged


def case_in_words(case: Witness) -> str:
    """A case on one line; nothing else has to be known of it."""
    answers = (f"{name} is {value}" for name, value in (answer_in_words(step, case) for step in case.fields))
    return "; ".join(answers) or "elk geval"


def deciders_in_words(deciders: Iterable[Decider]) -> list[str]:
    """What decided on one side, each with its article and place."""
    return [_decider(one) for one in deciders] or ["geen regel"]


def _decider(one: Decider) -> str:
    name = f"regel {spaced(one.rule)}" if one.rule else f"berekening van {spaced(one.concept)}"
    basis = "; ".join(one.basis)
    return f"{name}{f' ({basis})' if basis else ''}, {one.place}"


def cause_in_words(cause: Cause) -> str:
    """What is otherwise in the case already before the outcome."""
    if cause.old is None or cause.new is None:
        side, value = ("nieuw", cause.new) if cause.old is None else ("oud", cause.old)
        return f"{whose(cause.name, cause.role)}: {_cause_value(value, cause)}, alleen {side}"
    old, new = (_cause_value(value, cause) for value in (cause.old, cause.new))
    return f"{whose(cause.name, cause.role)}: {old} wordt {new}"


def _cause_value(value: Value | None, cause: Cause) -> str:
    if value is Absent.UNKNOWN:
        return "nog niet bekend"
    return value_in_words(value, cause.kind, cause.words)


def completeness(outcome: OutcomeFinding) -> str:
    """Whether the cases are all ways in which an outcome can differ, and which direction never occurs."""
    if not outcome.is_complete:
        return f"Niet bewezen dat er geen andere verschillen zijn, want {outcome.reason}."
    if outcome.is_requirement:
        return "Dit zijn alle verschillen: bewezen."
    known = [(w.old, w.new) for w in outcome.witnesses if isinstance(w.old, int) and isinstance(w.new, int)]
    higher = any(new > old for old, new in known)
    lower = any(new < old for old, new in known)
    if outcome.kind in ORDERED and higher is not lower:
        up, down = ("Later", "Eerder") if outcome.kind is Kind.DATE else ("Hoger", "Lager")
        return f"{down if higher else up} wordt het in geen enkel geval: bewezen."
    return "Dit zijn alle verschillen: bewezen."


def change_title(change: Change) -> str:
    """What a change is about, and what became of it."""
    within = f" bij {spaced(change.within)}" if change.within else ""
    return f"{change.sort} {spaced(change.name)}{within}: {change.fate}"


def difference_in_words(difference: Difference) -> str:
    """One part that is otherwise."""
    return f"{difference.part}: {difference.old or NOTHING} -> {difference.new or NOTHING}"


def summary(found: Comparison) -> str:
    """The numbers."""
    written = sum(not change.is_words_only for change in found.changes)
    same, different, unproved = (
        sum(decision.ruling is ruling for decision in found.decisions)
        for ruling in (Ruling.SAME, Ruling.DIFFERENT, Ruling.UNPROVED)
    )
    scenarios = ""
    if found.scenarios is not None and found.scenarios.files:
        moved = len(found.scenarios.moved)
        scenarios = f" Scenario's die anders uitkomen: {moved} van de {found.scenarios.number}."
    return (
        f"Wijzigingen van betekenis: {written}. Besluiten: {same} gelijk bewezen, {different} verschillend, "
        f"{unproved} niet bewezen.{scenarios}"
    )


def same_decisions(decisions: Iterable[DecisionFinding]) -> list[str]:
    """The names of the decisions that are proved the same."""
    return [spaced(decision.name) for decision in decisions if decision.ruling is Ruling.SAME]


def moved_in_words(moved: Moved) -> tuple[str, str]:
    """What a scenario comes out as under each reading; of a step that fails what it finds."""
    old, new = moved.old.outcome or "geen besluit", moved.new.outcome or "geen besluit"
    if old != new:
        return old, new
    told = []
    for result in (moved.old, moved.new):
        failure = result.failure
        if failure is None:
            told.append("elke stap klopt")
        elif failure.findings:
            told.append("; ".join(each.message for each in failure.findings))
        else:
            told.append(f"'{failure.step}': {failure.found or 'klopt niet'}")
    return told[0], told[1]


# The parts


def _head(found: Comparison) -> Iterator[str]:
    yield f"Oud:    {found.old.label}"
    yield f"Nieuw:  {found.new.label}"
    yield f"Gerekend voor {as_dutch(found.day, Kind.DATE)}; besluiten over een maand voor de maand van die dag."
    yield from found.remarks
    yield summary(found)


def _written(changes: tuple[Change, ...]) -> Iterator[str]:
    yield "1. Wat er anders staat"
    meaning = [change for change in changes if not change.is_words_only]
    words = [change for change in changes if change.is_words_only]
    if not meaning:
        yield "  Niets dat iets anders betekent."
    for change in sorted(meaning, key=lambda one: tuple(Sort).index(one.sort)):
        yield f"  {change_title(change)}"
        if change.fate is Fate.CHANGED:
            yield from (f"    {difference_in_words(each)}" for each in change.meaning)
        else:
            yield from (f"    {each.part}: {each.new or each.old}" for each in change.meaning)
        for side, place, source in (
            ("oud", change.old_place, change.old_source),
            ("nieuw", change.new_place, change.new_source),
        ):
            if place is not None:
                yield f"    {side}: {place}{f' ({source})' if source else ''}"
    if words:
        yield "  Alleen andere woorden of een andere bron:"
        for change in words:
            parts = ", ".join(each.part for each in change.words)
            yield f"    {change.sort} {spaced(change.name)}: {parts} ({change.old_place} en {change.new_place})"


def _decided(decisions: tuple[DecisionFinding, ...]) -> Iterator[str]:
    yield "2. Wanneer een besluit anders uitkomt"
    if same := same_decisions(decisions):
        yield f"  Gelijk bewezen: {', '.join(same)}."
    for decision in decisions:
        if decision.ruling is Ruling.SAME:
            yield from _other_rules(decision)
            continue
        yield f"  {spaced(decision.name)} ({decision.title}): {decision.ruling}"
        if decision.only:
            yield f"    Dit besluit is er alleen aan de kant {decision.only}."
        if decision.reason:
            yield f"    Niet bewezen, want {decision.reason}."
        for outcome in decision.outcomes:
            if outcome.ruling is not Ruling.SAME:
                yield from (f"    {line}" for line in _outcome(outcome))
        same_too = [of_outcome(each) for each in decision.outcomes if each.ruling is Ruling.SAME]
        if same_too:
            yield f"    Gelijk bewezen: {', '.join(same_too)}."
        yield from _other_rules(decision)


def _outcome(outcome: OutcomeFinding) -> Iterator[str]:
    yield f"{of_outcome(outcome)}: {outcome.ruling}"
    if outcome.ruling is Ruling.UNPROVED:
        yield f"  want {outcome.reason}"
        return
    for case in outcome.witnesses:
        yield f"  {turn_in_words(outcome, case)}"
        yield from (f"    {line}" for line in _case(case))
    yield f"  {completeness(outcome)}"


def _case(case: Witness) -> Iterator[str]:
    yield f"geval: {case_in_words(case)}"
    if case.decided_on != case.reference:
        yield f"besluitdatum: {as_dutch(case.decided_on, Kind.DATE)}"
    yield f"oud:   {'; '.join(deciders_in_words(case.old_by))}"
    yield f"nieuw: {'; '.join(deciders_in_words(case.new_by))}"
    if case.causes:
        yield f"anders in dit geval: {'; '.join(map(cause_in_words, case.causes))}"
    if case.calculators == 1:
        yield "nagerekend door één rekenaar: de tweede kan dit besluit niet aan"


def _other_rules(decision: DecisionFinding) -> Iterator[str]:
    for outcome in decision.outcomes:
        if outcome.other_rule is not None:
            yield f"    Ook bij gelijke uitkomst kan {of_outcome(outcome)} op een andere regel rusten, bijvoorbeeld:"
            yield f"      {value_in_words(outcome.other_rule.new, outcome.kind, outcome.words)}"
            yield from (f"      {line}" for line in _case(outcome.other_rule))


def _rehearsed(scenarios: Rehearsed | None) -> Iterator[str]:
    if scenarios is None:
        return
    yield "3. Welke scenario's anders uitkomen"
    yield from (f"  Het bestand {name} is er niet." for name in scenarios.missing)
    if scenarios.files and not scenarios.moved:
        yield f"  Geen van de {scenarios.number} scenario's in {' en '.join(scenarios.files)}."
    for moved in scenarios.moved:
        old, new = moved_in_words(moved)
        yield f"  {moved.old.name} ({moved.old.span.file}:{moved.old.span.line})"
        yield f"    oud:   {old}"
        yield f"    nieuw: {new}"
