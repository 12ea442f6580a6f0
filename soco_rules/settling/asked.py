"""What a month of a cooperative asks: the besluiten of the settlement, and the facts that its file can hold."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields
from functools import cached_property

from soco_rules.compiler.decisions import settled
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import program_of
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Fact
from soco_rules.model.expressions import Expression
from soco_rules.model.expressions import Name
from soco_rules.model.expressions import This
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Per

LINES = "factuurregels"
"""What a dossier definition reads when it counts over lines of invoices (`van`)."""


@dataclass(frozen=True)
class Asked:
    """The settlement of one stack of layers.

    `programs` are those of the besluiten with `in_maandafrekening`, each behind those on whose adopted outcomes its
    facts rest. `monthly` are the facts that a row of a member can hold, `lines` those of an invoice line.
    """

    compiled: Compiled
    programs: tuple[Program, ...]
    monthly: Mapping[str, Fact]
    lines: Mapping[str, Fact]

    @property
    def decisions(self) -> tuple[DecisionType, ...]:
        """The besluiten, in the order in which they are taken."""
        return tuple(program.decision for program in self.programs)

    @cached_property
    def counted_from_lines(self) -> frozenset[str]:
        """The facts of a row that the dossier counts from invoice lines."""
        return frozenset(name for name, fact in self.monthly.items() if _counts(fact, LINES))

    @cached_property
    def on_form(self) -> tuple[str, ...]:
        """The facts that a cooperative is asked every month: monthly ones that no decision of the dossier tells."""
        return tuple(
            name
            for name, fact in self.monthly.items()
            if Per.MONTH in fact.type.per and (fact.from_dossier is None or name in self.counted_from_lines)
        )

    @property
    def states(self) -> frozenset[str] | None:
        """The standen in which a member is settled; None where no besluit of the settlement names any."""
        named = [frozenset(decision.states_from) for decision in self.decisions if decision.states_from]
        return frozenset().union(*named) if named else None


def what_is_asked(compiled: Compiled) -> Asked:
    """The settlement of the layers in force; without besluiten where the agreement has none."""
    programs = _in_order_of_need(
        [program_of(compiled, decision) for decision in settled(compiled.stack)], compiled
    )
    lines = _facts_of_lines(compiled)
    reached = {field.name for program in programs for field in program.fields if _is_fact(field)}
    facts = compiled.stack.facts
    monthly = {name: fact for name, fact in facts.items() if name in reached and name not in lines}
    return Asked(compiled, programs, monthly, lines)


def _is_fact(field: Field) -> bool:
    return field.origin is Origin.FACT


def _counts(fact: Fact, source: str) -> bool:
    return fact.from_dossier is not None and fact.from_dossier.source == source


def _in_order_of_need(programs: list[Program], compiled: Compiled) -> tuple[Program, ...]:
    """Each behind the others whose adopted outcomes it reads; as in the file where they wait for each other."""
    waiting, ordered = list(programs), []
    while waiting:
        names = {program.decision.name for program in waiting}
        free = (
            program for program in waiting if not _needs(program, compiled) & names - {program.decision.name}
        )
        chosen = next(free, waiting[0])
        waiting.remove(chosen)
        ordered.append(chosen)
    return tuple(ordered)


def _needs(program: Program, compiled: Compiled) -> set[str]:
    facts = compiled.stack.facts
    counted = (facts[field.name].from_dossier for field in program.fields if field.name in facts)
    return {query.source for query in counted if query is not None}


def _facts_of_lines(compiled: Compiled) -> dict[str, Fact]:
    """The facts that the dossier definitions over invoice lines read, also through what is derived from them."""
    facts = compiled.stack.facts
    waiting: list[Slot] = []
    for fact in facts.values():
        if fact.from_dossier is not None and _counts(fact, LINES):
            waiting += filter(None, (fact.from_dossier.subject,))
            waiting += _names_in(fact.from_dossier.condition) if fact.from_dossier.condition else ()
    found: set[str] = set()
    seen: set[Slot] = set()
    while waiting:
        slot = waiting.pop(0)
        step = compiled.steps.get(slot)
        if step is None or slot in seen:
            continue
        seen.add(slot)
        waiting += compiled.reads[slot]
        if isinstance(step, Field) and step.origin is Origin.FACT and step.name in facts:
            found.add(step.name)
    return {name: fact for name, fact in facts.items() if name in found}


def _names_in(expression: Expression) -> Iterator[str]:
    """The names in an expression but those behind `deze`, which are of the case and not of a line."""
    match expression:
        case Name(name):
            yield name
        case This():
            return
        case _:
            for field in fields(expression):
                value = getattr(expression, field.name)
                for part in value if isinstance(value, tuple) else (value,):
                    if isinstance(part, Expression):
                        yield from _names_in(part)
