"""Lower the requirements that compare two cases (`als_stijgt`, `hangt_niet_af_van`), for each person where that is."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.compiler.bounds import bounded
from soco_rules.compiler.lowering import STATE
from soco_rules.compiler.lowering import Lowering
from soco_rules.compiler.lowering import Typed
from soco_rules.compiler.lowering import slot_of
from soco_rules.diagnostics import did_you_mean
from soco_rules.model import program as ir
from soco_rules.model.agreement import Comparison
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Sense
from soco_rules.model.expressions import Expression
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType

_CONDITION = ValueType(Kind.YES_NO)


def pairings(
    comparisons: tuple[Comparison, ...], facts: Mapping[str, Fact], lowering: Lowering
) -> Iterator[ir.Pairing]:
    """The comparisons of a stack; what is wrong with one stands in the findings of `lowering`, and it is left out."""
    for comparison in comparisons:
        yield from _Pairs(comparison, facts, lowering).all()


@dataclass(frozen=True, slots=True)
class _Pairs:
    """One comparison on its way to pairings."""

    comparison: Comparison
    facts: Mapping[str, Fact]
    lowering: Lowering

    def all(self) -> Iterator[ir.Pairing]:
        right = [self._is_right(name) for name in self.comparison.changes]
        if all(right):
            for role in self._roles():
                if pairing := self._for(role):
                    yield pairing

    def _is_right(self, name: str) -> bool:
        """Whether this is a fact, and one that can be higher where that is asked."""
        place = self.comparison.changes_span
        if name == STATE and self.comparison.sense is Sense.SAME:
            return True
        fact = self.facts.get(name)
        if fact is None:
            remedy = did_you_mean(
                name, self.facts, otherwise="noem een gegeven; wat de regels afleiden volgt vanzelf"
            )
            message = f"De eis '{self.comparison.name}' verandert '{name}', en dat is geen gegeven."
            self.lowering.findings.append(finding("eis-gegeven", place, message, remedy=remedy))
            return False
        if self.comparison.sense is not Sense.SAME and fact.type.kind not in ORDERED:
            message = f"Het gegeven '{name}' is van de soort {fact.type.kind} en kan niet stijgen."
            remedy = "gebruik hangt_niet_af_van met betreft, of noem een bedrag, aantal, percentage of datum"
            self.lowering.findings.append(finding("eis-gegeven", place, message, remedy=remedy))
            return False
        return True

    def _roles(self) -> tuple[Role | None, ...]:
        """For each person where it speaks of one person, or lets a fact of one person rise."""
        trial = Lowering(self.lowering.symbols, self.lowering.roles)
        for expression in (*self.comparison.compared, *(each.condition for each in self.comparison.unless)):
            trial.lower(expression, None)
        speaks = any(found.code == "persoon-zonder-som" for found in trial.findings)
        rises = self.comparison.sense is not Sense.SAME and self._per_person(self.comparison.changes[0])
        return self.lowering.roles if speaks or rises else (None,)

    def _per_person(self, name: str) -> bool:
        return name in self.facts and self.facts[name].type.per_person

    def _for(self, role: Role | None) -> ir.Pairing | None:
        said = self.comparison
        compared = [self._compared(number, each, role) for number, each in enumerate(said.compared)]
        unless = [self._allowed(number, each.condition, role) for number, each in enumerate(said.unless)]
        steps = [step for step in (*compared, *unless) if step is not None]
        if len(steps) < len(compared) + len(unless):
            return None
        return ir.Pairing(
            name=said.name,
            role=role,
            sense=said.sense,
            changes=tuple(slot for name in said.changes for slot in self._changed(name, role)),
            compared=tuple(step.slot for step in steps[: len(compared)]),
            unless=tuple(step.slot for step in steps[len(compared) :]),
            steps=tuple(steps),
            severity=said.severity,
            message=said.message,
            provenance=said.provenance,
            span=said.span,
        )

    def _changed(self, name: str, role: Role | None) -> Iterator[ir.Slot]:
        """The slots that differ: of one person what rises, of both what nothing hangs on."""
        if not self._per_person(name):
            yield name
        elif self.comparison.sense is Sense.SAME:
            yield from (slot_of(name, each) for each in self.lowering.roles)
        else:
            yield slot_of(name, role)

    def _compared(self, number: int, expression: Expression, role: Role | None) -> ir.Definition | None:
        typed = self.lowering.lower(expression, role)
        if typed is None:
            return None
        if self.comparison.sense is not Sense.SAME and typed.kind not in ORDERED:
            message = f"Dit is van de soort {typed.kind} en kan niet dalen of stijgen."
            self.lowering.findings.append(finding("soort-past-niet", expression.span, message))
            return None
        type_ = _type_of(typed)
        node = self.lowering.value(expression, type_, role)
        text = self.comparison.compared_as[number]
        return self._step(f"{number + 1}", node, type_, text, role) if node else None

    def _allowed(self, number: int, condition: Expression, role: Role | None) -> ir.Definition | None:
        node = self.lowering.condition(condition, role)
        return self._step(f"behalve {number + 1}", node, _CONDITION, "", role) if node else None

    def _step(
        self, what: str, node: ir.Node, type_: ValueType, text: str, role: Role | None
    ) -> ir.Definition:
        """Under a name that no rule file can have, so that nothing reads it; described by what the file says."""
        name = f"{self.comparison.name} {what}"
        return ir.Definition(
            slot=slot_of(name, role),
            name=name,
            role=role,
            type=bounded(type_),
            gate=None,
            body=ir.Calculation(node),
            description=text,
            provenance=self.comparison.provenance,
            span=self.comparison.span,
        )


def _type_of(typed: Typed) -> ValueType:
    return ValueType(typed.kind, choices=typed.choices)
