"""Cases and evaluations of one program as whole numbers: what passes between a process and its calculator.

Values that the program itself does not name, such as a name in a field of text, never leave: a number stands for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import assert_never

from soco_rules.model.program import Clauses
from soco_rules.model.program import Const
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Node
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import Verdict
from soco_rules.model.program import children
from soco_rules.model.program import nodes_of
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Value

_ABSENCES = tuple(Absent)


class _Sort(IntEnum):
    """What sort of value the number behind it tells."""

    ABSENT = 0
    YES_NO = 1
    NUMBER = 2
    WORD = 3
    TEXT = 4


class UnreadableError(ValueError):
    """Numbers that no evaluation of this program can have."""


@dataclass(frozen=True, slots=True)
class Wire:
    """The order in which the values of a program are told. `words` are the texts that it names itself."""

    fields: tuple[Slot, ...]
    slots: tuple[Slot, ...]
    judged: tuple[Slot, ...]
    words: tuple[str, ...]
    numbers: Mapping[str, int]
    checks: int


def wire_of(program: Program) -> Wire:
    """The same on both sides for the same program."""
    words = tuple(sorted(_words(program)))
    return Wire(
        fields=tuple(field.slot for field in program.fields),
        slots=tuple(step.slot for step in program.steps),
        judged=tuple(each.slot for each in program.definitions if isinstance(each.body, Clauses)),
        words=words,
        numbers={word: number for number, word in enumerate(words)},
        checks=len(program.checks),
    )


def case_as_numbers(wire: Wire, supplied: Mapping[Slot, Value]) -> tuple[list[int], tuple[str, ...]]:
    """A case, and the texts that stay behind: `evaluation_from_numbers` puts them back."""
    texts: dict[str, int] = {}
    told = [
        number
        for slot in wire.fields
        for number in _as_numbers(wire, supplied.get(slot, Absent.UNKNOWN), texts)
    ]
    return told, tuple(texts)


def case_from_numbers(wire: Wire, numbers: Sequence[int]) -> dict[Slot, Value]:
    """What the calculator gets: for each text that stayed behind another one, which is equal to itself only."""
    rest = iter(numbers)
    return {slot: _read(wire, rest, None) for slot in wire.fields}


def evaluation_as_numbers(wire: Wire, evaluation: Evaluation) -> list[int]:
    """An evaluation of a case from `case_from_numbers`."""
    values = (*(evaluation.values[slot] for slot in wire.slots), evaluation.gate, *evaluation.checks)
    told = [number for value in values for number in _as_numbers(wire, value, None)]
    for slot in wire.judged:
        verdict = evaluation.verdicts[slot]
        for rules in (verdict.applying, verdict.winning, verdict.undecided):
            told += (len(rules), *rules)
    return told


def evaluation_from_numbers(wire: Wire, numbers: Sequence[int], texts: Sequence[str]) -> Evaluation:
    """The evaluation, with the texts that stayed behind.

    Raises:
        UnreadableError: the numbers are none of an evaluation of this program.
    """
    rest = iter(numbers)
    try:
        values = {slot: _read(wire, rest, texts) for slot in wire.slots}
        gate = _read(wire, rest, texts)
        checks = tuple(_read(wire, rest, texts) for _ in range(wire.checks))
        verdicts = {slot: Verdict(_rules(rest), _rules(rest), _rules(rest)) for slot in wire.judged}
    except (IndexError, StopIteration) as error:
        raise UnreadableError from error
    if next(rest, None) is not None:
        raise UnreadableError
    return Evaluation(values, verdicts, gate, checks)


def _as_numbers(wire: Wire, value: Value, texts: dict[str, int] | None) -> tuple[int, int]:
    """What sort of value it is, and which; without `texts` a text is one that stands for another."""
    match value:
        case Absent():
            return _Sort.ABSENT, _ABSENCES.index(value)
        case bool():
            return _Sort.YES_NO, int(value)
        case int():
            return _Sort.NUMBER, value
        case str() if value in wire.numbers:
            return _Sort.WORD, wire.numbers[value]
        case str():
            return _Sort.TEXT, int(value[1:]) if texts is None else texts.setdefault(value, len(texts))
        case Duration():
            msg = "backends receive a duration as its amount"
            raise TypeError(msg)
        case _:
            assert_never(value)


def _read(wire: Wire, rest: Iterator[int], texts: Sequence[str] | None) -> Value:
    sort, number = next(rest), next(rest)
    if number < 0 and sort != _Sort.NUMBER:
        raise UnreadableError
    match sort:
        case _Sort.ABSENT:
            return _ABSENCES[number]
        case _Sort.YES_NO:
            return number == 1
        case _Sort.NUMBER:
            return number
        case _Sort.WORD:
            return wire.words[number]
        case _Sort.TEXT:
            return f"\0{number}" if texts is None else texts[number]
        case _:
            raise UnreadableError


def _rules(rest: Iterator[int]) -> tuple[int, ...]:
    return tuple(next(rest) for _ in range(next(rest)))


def _words(program: Program) -> set[str]:
    roots = [node for step in program.steps for node in nodes_of(step)]
    roots += [check.node for check in program.checks]
    roots += [] if program.gate is None else [program.gate]
    words = {node.value for node in _every(roots) if isinstance(node, Const) and isinstance(node.value, str)}
    return words.union(*(step.type.choices for step in program.steps))


def _every(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _every(children(node))
