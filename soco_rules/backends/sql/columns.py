"""The columns of a caseload: what a relation may have before a query, and what it has after it.

A value is one column, named after its slot: a boolean, a whole number (cents, basis points, day numbers; the months or
days of a `duur`), a text for `tekst`, and for a `keuze` the place of its value in `texts(program)`. NULL is absent.
How it is absent stands in a second column, the slot with `/waarom` behind it: a code of `CODES`, 0 where there is a
value. Before a query that column may be left out, or hold 0 or NULL; then NULL means unknown.

After a query each concept by rules has three columns more, in which rule number n of the concept is the n-th bit
(its value is two to the power n): `/wint` the rules that win, `/gronden` those that apply, `/onbeslist` those of which
it is not known. Rules from number 62 on are in a column with `/62` behind its name, and so on.
`/geldt_als` is the condition of the decision, `/eis/0` its first requirement.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from soco_rules.backends.sql.cells import Cell
from soco_rules.backends.sql.choosing import case
from soco_rules.backends.sql.encode import CODES
from soco_rules.backends.sql.encode import WHY
from soco_rules.backends.sql.encode import Encoding
from soco_rules.backends.sql.encode import sort_of
from soco_rules.backends.sql.encode import texts
from soco_rules.backends.sql.rules import Standing
from soco_rules.backends.sql.rules import mask
from soco_rules.backends.sql.rules import winner
from soco_rules.backends.sql.terms import ZERO
from soco_rules.backends.sql.terms import Sort
from soco_rules.backends.sql.terms import Term
from soco_rules.backends.sql.terms import literal
from soco_rules.compiler.program import REFERENCE_DATE
from soco_rules.model.program import Clause
from soco_rules.model.program import Clauses
from soco_rules.model.program import Definition
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import Verdict
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType

WINNING, APPLYING, UNDECIDED = "/wint", "/gronden", "/onbeslist"
GATE, CHECK = "/geldt_als", "/eis/"
ROW = "rij"
"""The column in which `rows_of` numbers cases, from 0 on."""
BITS = 62
"""So many rules fit in one column."""

_ABSENCES = {code: absence for absence, code in CODES.items()}
_TYPES: Mapping[Sort, str] = {Sort.YES_NO: "boolean", Sort.NUMBER: "bigint", Sort.TEXT: "text"}
_CODE = "tinyint"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a query makes: the values of these slots, the rules that win in these concepts.

    `absences` are slots of which only the `/waarom` is wanted. `standing` adds the rules that apply and that are
    undecided, `requirements` the condition of the decision and its requirements. `brief` leaves out each `/waarom` that
    is 0 in every row; which those are depends on what the relation supplies.
    """

    values: tuple[Slot, ...]
    rules: tuple[Slot, ...] = ()
    standing: bool = False
    requirements: bool = False
    brief: bool = False
    absences: tuple[Slot, ...] = ()


def everything(program: Program) -> Wanted:
    """All that an Evaluation holds."""
    slots = tuple(step.slot for step in program.steps)
    return Wanted(slots, _by_rules(program), standing=True, requirements=True)


def results(program: Program) -> Wanted:
    """Every concept with the rules that win, the condition of the decision and its requirements."""
    slots = tuple(definition.slot for definition in program.definitions)
    return Wanted(slots, _by_rules(program), requirements=True)


def outcome(program: Program) -> Wanted:
    """The outcome of the decision and what comes with it, with the rules that win in them."""
    slots = (*program.outcome, *program.also)
    rules = tuple(slot for slot in _by_rules(program) if slot in slots)
    return Wanted(slots, rules, requirements=True)


def inputs(program: Program) -> Mapping[str, str]:
    """Every column that a relation may have for this program, with its SQL type; see `asked` for which it needs."""
    found = {step.slot: _TYPES[sort_of(step.type)] for step in program.fields}
    if any(step.origin is Origin.AMOUNT for step in program.fields):
        found.setdefault(REFERENCE_DATE, "bigint")
    return {
        name: type_ for slot, value in found.items() for name, type_ in ((slot, value), (slot + WHY, _CODE))
    }


def asked(program: Program) -> tuple[Field, ...]:
    """The fields that only a relation can fill: facts, judgements and the dates of the decision.

    An agreement point or a dated amount may have a column too, and then that counts: so one point can be varied.
    """
    return tuple(step for step in program.fields if step.origin not in {Origin.POINT, Origin.AMOUNT})


def outputs(program: Program, encoding: Encoding, wanted: Wanted) -> Mapping[str, tuple[Term, str]]:
    """The columns that are wanted, with their SQL type."""
    found: dict[str, tuple[Term, str]] = {}
    types = {step.slot: _narrow(step.type) for step in program.steps}
    for slot in wanted.values:
        found |= _cell(slot, encoding.values[slot], types[slot])
    for slot in wanted.absences:
        found[slot + WHY] = _why(encoding.values[slot])
    clauses = {step.slot: step.body.clauses for step in program.definitions if isinstance(step.body, Clauses)}
    for slot in wanted.rules:
        standing, opened = encoding.standings[slot], encoding.opened[slot]
        found |= _winners(slot + WINNING, standing, clauses[slot], opened)
        if wanted.standing:
            found |= _masks(slot + APPLYING, standing.applies, opened)
            found |= _masks(slot + UNDECIDED, standing.in_doubt, opened)
    if wanted.requirements:
        found |= _cell(GATE, encoding.gate, "boolean")
        for place, check in enumerate(encoding.checks):
            found |= _cell(f"{CHECK}{place}", check, "boolean")
    return {
        name: made
        for name, made in found.items()
        if not (wanted.brief and name.endswith(WHY) and made[0] is ZERO)
    }


def evaluation_of(program: Program, row: Mapping[str, object]) -> Evaluation:
    """The Evaluation that a row with `everything` holds."""
    known = texts(program)
    steps = program.steps
    verdicts = {
        step.slot: Verdict(
            *(
                _rules(row, step.slot + kind, len(step.body.clauses))
                for kind in (APPLYING, WINNING, UNDECIDED)
            )
        )
        for step in steps
        if isinstance(step, Definition) and isinstance(step.body, Clauses)
    }
    return Evaluation(
        {step.slot: value_of(row, step.slot, step.type.kind, known) for step in steps},
        verdicts,
        value_of(row, GATE, Kind.YES_NO, known),
        tuple(value_of(row, f"{CHECK}{place}", Kind.YES_NO, known) for place in range(len(program.checks))),
    )


def value_of(row: Mapping[str, object], name: str, kind: Kind, known_texts: tuple[str, ...]) -> Value:
    """The value in a column of a result."""
    value, why = row[name], row[name + WHY]
    if why or value is None:
        if not isinstance(why, int) or value is not None:
            raise AssertionError(name, value, why)
        return _ABSENCES[why]
    match value:
        case bool() | str():
            return value
        case int() if kind is Kind.CHOICE:
            return known_texts[value]
        case int():
            return value
        case _:
            raise AssertionError(name, value)


def rows_of(
    program: Program, cases: Sequence[Mapping[Slot, Value]]
) -> tuple[Mapping[str, str], tuple[tuple[bool | int | str | None, ...], ...]]:
    """Cases as the rows of a relation, and its columns with their SQL type: `ROW`, and every field that is supplied."""
    known, types = texts(program), inputs(program)
    fields = [step for step in program.fields if any(step.slot in case for case in cases)]
    names = [name for step in fields for name in (step.slot, step.slot + WHY)]
    rows = []
    for number, supplied in enumerate(cases):
        values = (
            supplied_as(supplied.get(step.slot, Absent.UNKNOWN), step.type.kind, known) for step in fields
        )
        rows.append((number, *(part for pair in values for part in pair)))
    return {ROW: "bigint"} | {name: types[name] for name in names}, tuple(rows)


def supplied_as(
    value: Value, kind: Kind, known_texts: tuple[str, ...]
) -> tuple[bool | int | str | None, int]:
    """A value as it stands in the two columns of a field."""
    match value:
        case Absent():
            return None, CODES[value]
        case str() if kind is Kind.CHOICE:
            return known_texts.index(value), 0
        case bool() | int() | str():
            return value, 0
        case _:
            return value.amount, 0


def _by_rules(program: Program) -> tuple[Slot, ...]:
    return tuple(step.slot for step in program.definitions if isinstance(step.body, Clauses))


def _cell(name: str, cell: Cell, type_: str) -> dict[str, tuple[Term, str]]:
    return {name: (cell.value, type_), name + WHY: _why(cell)}


def _why(cell: Cell) -> tuple[Term, str]:
    return case(
        [(formula, literal(CODES[absence])) for absence, formula in cell.absences.items()], ZERO
    ), _CODE


def _winners(
    name: str, standing: Standing, clauses: tuple[Clause, ...], opened: Term
) -> dict[str, tuple[Term, str]]:
    ranking = standing.ranking(clauses)
    if ranking is None:
        return _masks(name, standing.wins, opened)
    return {
        _part(name, start): (winner(ranking, start, end, opened), _wide_enough(end - start))
        for start, end in _parts(len(clauses))
    }


def _masks(name: str, formulas: tuple[Term, ...], opened: Term) -> dict[str, tuple[Term, str]]:
    return {
        _part(name, start): (mask(formulas[start:end], opened), _wide_enough(end - start))
        for start, end in _parts(len(formulas))
    }


def _parts(number: int) -> list[tuple[int, int]]:
    return [(start, min(start + BITS, number)) for start in range(0, max(1, number), BITS)]


def _narrow(type_: ValueType) -> str:
    """The SQL type of a value in a result: no wider than it has to be, for there are many."""
    match type_.kind:
        case Kind.YES_NO:
            return "boolean"
        case Kind.TEXT:
            return "text"
        case Kind.CHOICE:
            return "smallint"
        case _:
            return "bigint"


def _wide_enough(bits: int) -> str:
    """The SQL type that holds so many bits beside a sign."""
    sizes = {"tinyint": 7, "smallint": 15, "int": 31}
    return next((name for name, size in sizes.items() if bits <= size), "bigint")


def _part(name: str, start: int) -> str:
    return f"{name}/{start}" if start else name


def _rules(row: Mapping[str, object], name: str, number: int) -> tuple[int, ...]:
    return tuple(_set_bits(row, name, number))


def _set_bits(row: Mapping[str, object], name: str, number: int) -> Iterator[int]:
    for index in range(number):
        held = row[_part(name, index - index % BITS)]
        if isinstance(held, int) and held >> index % BITS & 1:
            yield index
