"""The example for openfisca-core: a variable for every fact and concept, with a vectorised formula for each concept."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.example import Inputs
from bench.example import first_hit
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import Add
from soco_rules.model.program import All
from soco_rules.model.program import Any
from soco_rules.model.program import Calculation
from soco_rules.model.program import Clauses
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Greatest
from soco_rules.model.program import Least
from soco_rules.model.program import Multiply
from soco_rules.model.program import Node
from soco_rules.model.program import Not
from soco_rules.model.program import Program
from soco_rules.model.program import Read
from soco_rules.model.program import RoundDiv
from soco_rules.model.program import Slot
from soco_rules.model.program import Subtract
from soco_rules.model.program import reads
from soco_rules.model.values import Kind

MONTH = "2026-10"
SIGNS = {Comparator.EQUAL: "==", Comparator.NOT_EQUAL: "!="}


def openfisca(program: Program) -> Callable[[Inputs], Mapping[Slot, object]]:
    """The program as one function of its inputs, run by openfisca-core; not traced.

    A simulation holds one set of inputs, so a new one for each case belongs to the work.
    """
    system, enums = _system(program)
    concepts = [definition.slot for definition in program.definitions]

    def decide(inputs: Inputs) -> Mapping[Slot, object]:
        simulation = SimulationBuilder().build_default_simulation(system)
        for slot, value in inputs.items():
            simulation.set_input(slot, MONTH, np.array([value]))
        found = {slot: simulation.calculate(slot, MONTH) for slot in concepts}
        return {slot: (a.decode_to_str() if slot in enums else a)[0] for slot, a in found.items()}

    return decide


def openfisca_caseload(
    program: Program, codes: Mapping[str, int]
) -> Callable[[Mapping[str, np.ndarray]], Mapping[Slot, np.ndarray]]:
    """The program as one function of columns, in which a word stands as its code; it does not tell which rule won."""
    system, enums = _system(program)
    concepts = [definition.slot for definition in program.definitions]
    places = {slot: np.array([codes[member] for member in enum.__members__]) for slot, enum in enums.items()}
    backward = {slot: np.argsort(place) for slot, place in places.items()}

    def decide(columns: Mapping[str, np.ndarray]) -> Mapping[Slot, np.ndarray]:
        rows = len(next(iter(columns.values())))
        simulation = SimulationBuilder().build_default_simulation(system, rows)
        for slot, values in columns.items():
            given = values
            if slot in enums:
                members = backward[slot][np.searchsorted(np.sort(places[slot]), values)]
                given = EnumArray(members.astype(np.uint8), enums[slot])
            simulation.set_input(slot, MONTH, given)
        found = {slot: simulation.calculate(slot, MONTH) for slot in concepts}
        return {slot: places[slot][np.asarray(a)] if slot in enums else a for slot, a in found.items()}

    return decide


def _system(program: Program) -> tuple[TaxBenefitSystem, Mapping[Slot, type[Enum]]]:
    system = TaxBenefitSystem([build_entity("person", "persons", "", is_person=True)])
    enums = {step.slot: Enum(step.slot, step.type.choices) for step in program.steps if step.type.choices}
    for step in program.steps:
        system.add_variable(_variable(step, enums, system.person_entity))
    return system, enums


def _variable(step: Field | Definition, enums: Mapping[Slot, type[Enum]], entity: object) -> type[Variable]:
    members: dict[str, object] = {
        "entity": entity,
        "definition_period": DateUnit.MONTH,
        "value_type": bool if step.type.kind is Kind.YES_NO else int,
    }
    if step.slot in enums:
        enum = enums[step.slot]
        members |= {"value_type": Enum, "possible_values": enum, "default_value": enum[step.type.choices[0]]}
    if isinstance(step, Definition):
        names = {f"enum_{slot}": enum for slot, enum in enums.items()} | {"np": np}
        exec(_formula(step), names)  # noqa: S102 - so that it runs as fast as one that was written by hand
        members["formula"] = names["formula"]
    return type(step.slot, (Variable,), members)


def _formula(definition: Definition) -> str:
    match definition.body:
        case Calculation(node):
            nodes = [node]
            result = _text(node)
        case Clauses() as body:
            rows = first_hit(body)
            nodes = [node for row in rows for node in (*row.conditions, row.outcome)]
            conditions = ", ".join(_joined(" & ", row.conditions) for row in rows)
            outcomes = ", ".join(_of_kind(row.outcome, definition.slot) for row in rows)
            result = f"np.select([{conditions}], [{outcomes}])"
    read = dict.fromkeys(slot for node in nodes for slot in reads(node))
    lines = [f"    {slot} = person({slot!r}, period)\n" for slot in read]
    return f"def formula(person, period):\n{''.join(lines)}    return {result}\n"


def _of_kind(node: Node, slot: Slot) -> str:
    """A value that is compared with a fact or given to a concept; a word is a member of its enumeration."""
    match node:
        case Const(str(word)):
            return f"enum_{slot}.{word}"
        case _:
            return _text(node)


def _text(node: Node) -> str:
    match node:
        case Const(value):
            return repr(value)
        case Read(slot):
            return slot
        case Not(operand):
            return f"~({_text(operand)})"
        case All(operands):
            return _joined(" & ", operands)
        case Any(operands):
            return _joined(" | ", operands)
        case Add(operands):
            return _joined(" + ", operands)
        case Subtract(left, right):
            return f"({_text(left)} - {_text(right)})"
        case Multiply(left, right):  # openfisca keeps 32 bits
            return f"np.multiply({_text(left)}, {_text(right)}, dtype=np.int64)"
        case Compare(comparator, Read(slot), right):
            return f"({slot} {SIGNS.get(comparator, comparator.value)} {_of_kind(right, slot)})"
        case Least((left, right)):
            return f"np.minimum({_text(left)}, {_text(right)})"
        case Greatest((left, right)):
            return f"np.maximum({_text(left)}, {_text(right)})"
        case RoundDiv(numerator, Const(int(denominator))):
            return f"(({_text(numerator)} * 2 + {denominator}) // {2 * denominator})"
        case _:
            raise NotImplementedError(node)


def _joined(sign: str, operands: tuple[Node, ...]) -> str:
    return f"({sign.join(map(_text, operands))})"
