"""The example for zen-engine: a decision table for every concept by rules, an expression for every calculation.

Every node passes its context on to the next, as its editor makes them; cells are unary tests under a column per fact.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from collections.abc import Mapping
from itertools import pairwise
from typing import Any as Json

import zen

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

SIGNS = {Comparator.EQUAL: "==", Comparator.NOT_EQUAL: "!="}
FREE = "vrij"
"""The column for a condition that is not a test of one fact: a cell there is a whole expression."""


def zen_engine(program: Program, *, traced: bool) -> Callable[[Inputs], Mapping[Slot, object]]:
    """The program as one function of its inputs, run by zen-engine."""
    decision = zen.ZenEngine().create_decision(json.dumps(graph(program)))

    def decide(inputs: Inputs) -> Mapping[Slot, object]:
        result: Mapping[Slot, object] = decision.evaluate(inputs, {"trace": traced})["result"]
        return result

    return decide


def graph(program: Program) -> dict[str, Json]:
    """The nodes in an order in which each reads only what is before it."""
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        *map(_node, program.definitions),
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [{"id": f"na {a['id']}", "sourceId": a["id"], "targetId": b["id"]} for a, b in pairwise(nodes)]
    return {"nodes": nodes, "edges": edges}


def _node(definition: Definition) -> dict[str, Json]:
    slot = definition.slot
    match definition.body:
        case Calculation(node):
            expression = {"id": slot, "key": slot, "value": _text(node)}
            return _passing_on(slot, "expressionNode", {"expressions": [expression]})
        case Clauses() as body:
            return _passing_on(slot, "decisionTableNode", _table(slot, body))


def _passing_on(slot: Slot, kind: str, content: dict[str, Json]) -> dict[str, Json]:
    return {"id": slot, "type": kind, "name": slot, "content": {"passThrough": True, **content}}


def _table(slot: Slot, body: Clauses) -> dict[str, Json]:
    rows = [(_cells(row.conditions), _text(row.outcome)) for row in first_hit(body)]
    columns = sorted({column for cells, _ in rows for column in cells})
    return {
        "hitPolicy": "first",
        "inputs": [{"id": c, "name": c} | ({} if c == FREE else {"field": c}) for c in columns],
        "outputs": [{"id": "dan", "name": slot, "field": slot}],
        "rules": [
            {"_id": f"{slot} {number}", "dan": outcome}
            | {column: cells.get(column, "") for column in columns}
            for number, (cells, outcome) in enumerate(rows)
        ],
    }


def _cells(conditions: tuple[Node, ...]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for column, test in map(_cell, conditions):
        cells[column] = f"{cells[column]} and {test}" if column in cells else test
    return cells


def _cell(condition: Node) -> tuple[str, str]:
    match condition:
        case Compare(Comparator.EQUAL, Read(slot), Const() as value):
            return slot, _text(value)
        case Compare(comparator, Read(slot), Const() as value):
            return slot, f"{_sign(comparator)} {_text(value)}"
        case Read(slot):
            return slot, "true"
        case Not(Read(slot)):
            return slot, "false"
        case _:
            return FREE, _text(condition)


def _sign(comparator: Comparator) -> str:
    return SIGNS.get(comparator, comparator.value)


def _text(node: Node) -> str:
    match node:
        case Const(value):
            return json.dumps(value)
        case Read(slot):
            return slot
        case Not(operand):
            return f"not ({_text(operand)})"
        case All(operands):
            return _joined(" and ", operands)
        case Any(operands):
            return _joined(" or ", operands)
        case Add(operands):
            return _joined(" + ", operands)
        case Subtract(left, right):
            return f"({_text(left)} - {_text(right)})"
        case Multiply(left, right):
            return f"({_text(left)} * {_text(right)})"
        case Compare(comparator, left, right):
            return f"({_text(left)} {_sign(comparator)} {_text(right)})"
        case Least(operands):
            return f"min([{', '.join(map(_text, operands))}])"
        case Greatest(operands):
            return f"max([{', '.join(map(_text, operands))}])"
        case RoundDiv(numerator, Const(int(denominator))):
            return f"floor(({_text(numerator)} * 2 + {denominator}) / {2 * denominator})"
        case _:
            raise NotImplementedError(node)


def _joined(word: str, operands: tuple[Node, ...]) -> str:
    return f"({word.join(map(_text, operands))})"
