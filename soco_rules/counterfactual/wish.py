"""The outcome that is asked for: read from Dutch, and held against what comes out."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping

from soco_rules.backends.proof.outcomes import Reaches
from soco_rules.backends.proof.outcomes import Turns
from soco_rules.backends.proof.outcomes import Wish
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import Program
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import parse_value

WORDS: Mapping[str, Comparator] = {
    "ten minste ": Comparator.AT_LEAST,
    "ten hoogste ": Comparator.AT_MOST,
    "meer dan ": Comparator.MORE,
    "minder dan ": Comparator.LESS,
}


def read_wish(text: str, program: Program) -> Reaches:
    """The outcome that `text` asks for: a value of the outcome, or of a number also how it stands to one.

    Raises:
        UnreadableValueError: with a Dutch sentence that says what was expected.
    """
    outcome = next(step for step in program.steps if step.slot == program.outcome[0])
    if outcome.type.kind in {Kind.DURATION, Kind.TEXT}:
        msg = f"de uitkomst is een {outcome.type.kind}, en daarbij is geen andere uitkomst te zoeken"
        raise UnreadableValueError(msg)
    for words, comparator in WORDS.items():
        if text.startswith(words):
            if outcome.type.kind not in ORDERED:
                msg = f"'{words.strip()}' past alleen bij een getal, een bedrag of een datum"
                raise UnreadableValueError(msg)
            return Reaches(comparator, parse_value(text.removeprefix(words), outcome.type))
    return Reaches(Comparator.EQUAL, parse_value(text, outcome.type))


def holds(wish: Wish, outcome: tuple[Value, ...], kind: Kind) -> bool:
    """Whether an outcome, of each person, is as wished; it never is where it is not certain."""
    certain = all(value is Absent.NOT_APPLICABLE or not isinstance(value, Absent) for value in outcome)
    if not certain or all(isinstance(value, Absent) for value in outcome):
        return False
    match wish:
        case Reaches(comparator, value):
            return not isinstance(outcome[0], Absent) and _stands_so(outcome[0], comparator, value)
        case Turns(now):
            return any(
                _sort(one, kind) != _sort(other, kind) for one, other in zip(now, outcome, strict=True)
            )


def _stands_so(one: Value, comparator: Comparator, other: Value) -> bool:
    if comparator is Comparator.EQUAL:
        return one == other
    assert isinstance(one, int)
    assert isinstance(other, int)
    relations: Mapping[Comparator, Callable[[int, int], bool]] = {
        Comparator.AT_LEAST: int.__ge__,
        Comparator.AT_MOST: int.__le__,
        Comparator.MORE: int.__gt__,
        Comparator.LESS: int.__lt__,
    }
    return relations[comparator](one, other)


def _sort(value: Value, kind: Kind) -> Value:
    """What counts as the same outcome: of an amount whether it is more than, less than or just nothing."""
    if kind is Kind.MONEY and isinstance(value, int):
        return (value > 0) - (value < 0)
    return value
