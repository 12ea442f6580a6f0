"""Dutch words for the nodes of a Program and the values in a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from soco_rules.explain.anatomy import Part
from soco_rules.explain.support import Trace
from soco_rules.explain.support import slots_behind
from soco_rules.explain.words import Words
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import Add
from soco_rules.model.program import AddMonths
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Greatest
from soco_rules.model.program import If
from soco_rules.model.program import IsApplicable
from soco_rules.model.program import Least
from soco_rules.model.program import MonthsBetween
from soco_rules.model.program import Multiply
from soco_rules.model.program import Node
from soco_rules.model.program import Not
from soco_rules.model.program import OrElse
from soco_rules.model.program import Read
from soco_rules.model.program import RoundDiv
from soco_rules.model.program import Slot
from soco_rules.model.program import Subtract
from soco_rules.model.program import SumApplicable
from soco_rules.model.program import YearOf
from soco_rules.model.program import children
from soco_rules.model.program import reads
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encode

IN_WORDS: Mapping[Comparator, str] = {
    Comparator.EQUAL: "",
    Comparator.NOT_EQUAL: "iets anders dan ",
    Comparator.LESS: "minder dan ",
    Comparator.AT_MOST: "ten hoogste ",
    Comparator.MORE: "meer dan ",
    Comparator.AT_LEAST: "ten minste ",
}
FOR_DATES: Mapping[Comparator, str] = {
    **IN_WORDS,
    Comparator.LESS: "eerder dan ",
    Comparator.AT_MOST: "uiterlijk ",
    Comparator.MORE: "later dan ",
    Comparator.AT_LEAST: "op zijn vroegst ",
}
REVERSED: Mapping[Comparator, Comparator] = {
    Comparator.EQUAL: Comparator.EQUAL,
    Comparator.NOT_EQUAL: Comparator.NOT_EQUAL,
    Comparator.LESS: Comparator.MORE,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE: Comparator.LESS,
    Comparator.AT_LEAST: Comparator.AT_MOST,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What is, and what would have been needed (None where that speaks for itself)."""

    found: str
    needed: str | None = None

    def __str__(self) -> str:
        return f"{self.found}; nodig is {self.needed}" if self.needed else self.found

    @property
    def in_a_row(self) -> str:
        """The same as one of several reasons."""
        return f"{self.found} (nodig is {self.needed})" if self.needed else self.found


def sentence(reasons: tuple[Reason, ...]) -> str:
    """Reasons that hold together as one sentence."""
    if len(reasons) == 1:
        return str(reasons[0])
    return " en ".join(reason.in_a_row for reason in reasons)


def why_not(part: Part, found: Trace, words: Words) -> tuple[Reason, ...]:
    """Why a condition that is nee or not applicable does not hold, each failing condition by itself."""
    return _reasons(part, found, words, wanted=True)


def _reasons(part: Part, found: Trace, words: Words, *, wanted: bool) -> tuple[Reason, ...]:
    if found.values[part.slot] is Absent.NOT_APPLICABLE and not isinstance(part.node, All | Any | Not):
        return _not_applicable(part, found, words)
    match part.node:
        case Compare(comparator):
            return (_comparison(part, comparator if wanted else comparator.opposite, found, words),)
        case Read(slot):
            return (
                Reason(words.called[slot].with_value(_shown(part, Kind.YES_NO, found, words)), _yes(wanted)),
            )
        case Not():
            return _reasons(part.parts[0], found, words, wanted=not wanted)
        case All() if wanted:
            return _together(part, found, words, wanted=True)
        case Any() if not wanted:
            return _together(part, found, words, wanted=False)
        case Any() | All():
            return (_alternatives(part, found, words, wanted=wanted),)
        case IsApplicable():
            is_so = "niet van toepassing" if wanted else "van toepassing"
            node = part.parts[0].node
            if isinstance(node, Read):
                return (Reason(words.called[node.slot].with_value(is_so)),)
            return (Reason(f"{phrase(node, words) or 'het'} is {is_so}"),)
        case _:
            return (_otherwise(part, found, words),)


def _together(part: Part, found: Trace, words: Words, *, wanted: bool) -> tuple[Reason, ...]:
    values = _failing_values(part, found, wanted=wanted)
    failing = [one for one in part.parts if found.values[one.slot] in values]
    return tuple(dict.fromkeys(r for one in failing for r in _reasons(one, found, words, wanted=wanted)))


def _failing_values(part: Part, found: Trace, *, wanted: bool) -> tuple[Value, ...]:
    """Beside a deciding nee, what does not apply makes no difference."""
    if found.values[part.slot] is Absent.NOT_APPLICABLE:
        return (not wanted, Absent.NOT_APPLICABLE)
    return (not wanted,)


def _alternatives(part: Part, found: Trace, words: Words, *, wanted: bool) -> Reason:
    """Every alternative fails: one of a list of found, or each with its own reason."""
    if listed := _one_of(part, found, words, wanted=wanted):
        return listed
    reasons = _together(part, found, words, wanted=wanted)
    if len(reasons) == 1:
        return reasons[0]
    return Reason("geen van deze voorwaarden is vervuld: " + "; ".join(reason.in_a_row for reason in reasons))


def _one_of(part: Part, found: Trace, words: Words, *, wanted: bool) -> Reason | None:
    """`x is een van (a, b)`, which the compiler wrote as alternatives."""
    comparator = Comparator.EQUAL if wanted else Comparator.NOT_EQUAL
    operands = part.parts
    first = operands[0].parts[0] if operands and operands[0].parts else None
    for one in operands:
        if not (isinstance(one.node, Compare) and one.node.comparator is comparator):
            return None
        if first is None or one.parts[0].node != first.node or not isinstance(one.parts[1].node, Const):
            return None
    if first is None or not isinstance(first.node, Read) or found.values[first.slot] is Absent.NOT_APPLICABLE:
        return None
    slot = first.node.slot
    options = ", ".join(_shown(one.parts[1], words.kinds[slot], found, words, slot) for one in operands)
    return Reason(words.called[slot].with_value(_known_as(slot, found, words)), f"een van {options}")


def _comparison(part: Part, comparator: Comparator, found: Trace, words: Words) -> Reason:
    left, right = part.parts
    if isinstance(left.node, Const):
        left, right, comparator = right, left, REVERSED[comparator]
    kind = kind_of(left.node, words) or kind_of(right.node, words)
    name = phrase(left.node, words)
    if kind is None or not name or isinstance(left.node, Const):
        return _otherwise(part, found, words)
    shown = _shown(right, kind, found, words, left.node.slot if isinstance(left.node, Read) else None)
    if not isinstance(right.node, Const):
        limit = _limit(right.node, words)
        if not limit:
            return _otherwise(part, found, words)
        shown = f"{limit} ({shown})"
    needed = (FOR_DATES if kind is Kind.DATE else IN_WORDS)[comparator] + shown
    value = _shown(left, kind, found, words)
    if isinstance(left.node, Read):
        return Reason(words.called[left.node.slot].with_value(value), needed)
    return Reason(f"{name} is {value}", needed)


def _limit(node: Node, words: Words) -> str:
    """What something is compared with."""
    return words.called[node.slot].inside if isinstance(node, Read) else phrase(node, words)


def _not_applicable(part: Part, found: Trace, words: Words) -> tuple[Reason, ...]:
    absent = [slot for slot in slots_behind(part, found) if found.values[slot] is Absent.NOT_APPLICABLE]
    return tuple(Reason(words.called[slot].with_value("niet van toepassing")) for slot in absent) or (_NEVER,)


def _otherwise(part: Part, found: Trace, words: Words) -> Reason:
    """What no short sentence says: the values that were compared."""
    slots = slots_behind(part, found)
    if not slots:
        return _NEVER
    facts = "; ".join(words.called[slot].with_value(_known_as(slot, found, words)) for slot in slots)
    return Reason(f"samen geeft dit niet wat nodig is: {facts}")


def _known_as(slot: Slot, found: Trace, words: Words) -> str:
    return words_for(found.values[slot], slot, words)


def text_of(value: Value, slot: Slot, words: Words) -> str | None:
    """The value of a slot as the machine-readable files write it; a duration is a number inside a program."""
    if slot in words.durations and not isinstance(value, Absent):
        return encode(words.durations[slot], Kind.DURATION)
    return _encoded(value, words.kinds[slot])


def words_for(value: Value, slot: Slot, words: Words) -> str:
    """The value of a slot as a Dutch reader expects it."""
    if slot in words.durations and not isinstance(value, Absent):
        return as_dutch(words.durations[slot], Kind.DURATION)
    return _in_dutch(value, words.kinds[slot], words, slot)


def _shown(part: Part, kind: Kind, found: Trace, words: Words, like: Slot | None = None) -> str:
    """The value of a part; a constant in the words of the slot that it is compared with."""
    if isinstance(part.node, Read):
        return words_for(found.values[part.slot], part.node.slot, words)
    value = found.values[part.slot]
    if kind is Kind.DURATION and not isinstance(value, Duration | Absent):
        return str(value)
    return _in_dutch(value, kind, words, like)


def _in_dutch(value: Value, kind: Kind, words: Words, slot: Slot | None) -> str:
    chosen = words.choices.get(slot or "")
    return as_dutch(value, kind, chosen) if chosen else _plain(value, kind)


# Few values return in many reasons.
@lru_cache(maxsize=1024, typed=True)
def _plain(value: Value, kind: Kind) -> str:
    return as_dutch(writable(value, kind), kind)


@lru_cache(maxsize=1024, typed=True)
def _encoded(value: Value, kind: Kind) -> str | None:
    return encode(writable(value, kind), kind)


def writable(value: Value, kind: Kind) -> Value:
    """The value, or unknown for a day outside the calendar, which a sum of days can reach."""
    outside = kind is Kind.DATE and isinstance(value, int) and not 1 <= value <= _LAST_DAY
    return Absent.UNKNOWN if outside else value


def kind_of(node: Node, words: Words) -> Kind | None:
    """The kind of a node's value, or None where the node does not tell."""
    match node:
        case Read(slot):
            return words.kinds[slot]
        case Const(value):
            return _kind_of_constant(value)
        case Not() | All() | Any() | Compare() | IsApplicable():
            return Kind.YES_NO
        case AddMonths():
            return Kind.DATE
        case MonthsBetween() | YearOf():
            return Kind.COUNT
        case RoundDiv():
            return Kind.MONEY
        case Multiply():
            return None
        case If(_, then, otherwise):
            return kind_of(then, words) or kind_of(otherwise, words)
        case Add() | Subtract() | Least() | Greatest() | SumApplicable() | OrElse():
            return next((kind for child in children(node) if (kind := kind_of(child, words))), None)


def _kind_of_constant(value: Value) -> Kind | None:
    match value:
        case bool():
            return Kind.YES_NO
        case str():
            return Kind.CHOICE
        case Duration():
            return Kind.DURATION
        case _:
            return None


def phrase(node: Node, words: Words) -> str:
    """A node in words, or nothing where words would not be clear."""
    match node:
        case Read(slot):
            return words.called[slot].marked
        case Least(operands):
            return _listed("de laagste van", operands, words)
        case Greatest(operands):
            return _listed("de hoogste van", operands, words)
        case SumApplicable():
            names = dict.fromkeys(words.called[slot].marked_of_all for slot in reads(node))
            return "de som van " + " en ".join(names)
        case Add(operands) if all(isinstance(operand, Read) for operand in operands):
            return " plus ".join(phrase(operand, words) for operand in operands)
        case Subtract(Read() as left, Read() as right):
            return f"{phrase(left, words)} min {phrase(right, words)}"
        case OrElse(Read() as operand, _):
            return phrase(operand, words)
        case MonthsBetween(step, Read() as start, Read() as end):
            unit = "maanden" if step == 1 else "jaren"
            return f"het aantal hele {unit} tussen {phrase(start, words)} en {phrase(end, words)}"
        case AddMonths(Read() as day, Read() as months):
            return f"{phrase(day, words)} plus {phrase(months, words)}"
        case AddMonths(Read() as day, Const(int() as months)):
            return f"{phrase(day, words)} plus {months} {'maand' if months == 1 else 'maanden'}"
        case YearOf(Read() as day):
            return f"het jaar van {phrase(day, words)}"
        case _:
            return ""


def _listed(lead: str, operands: tuple[Node, ...], words: Words) -> str:
    if not all(isinstance(operand, Read) for operand in operands):
        return ""
    return f"{lead} " + " en ".join(phrase(operand, words) for operand in operands)


def _yes(wanted: bool) -> str:
    return "ja" if wanted else "nee"


_LAST_DAY = date.max.toordinal()
_NEVER = Reason("volgens de afspraken van deze overeenkomst is deze voorwaarde nooit vervuld")
