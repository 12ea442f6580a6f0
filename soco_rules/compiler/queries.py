"""Compile what a rule file says under `uit_dossier` to queries, and find the definitions that cannot be executed."""

from __future__ import annotations

from collections.abc import Container
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from graphlib import CycleError
from graphlib import TopologicalSorter

from soco_rules.catalogue import finding
from soco_rules.compiler.bounds import bounded
from soco_rules.compiler.bounds import check_bounds
from soco_rules.compiler.layers import Findings
from soco_rules.compiler.layers import Stack
from soco_rules.compiler.lowering import PERIODS
from soco_rules.compiler.lowering import Lowering
from soco_rules.compiler.lowering import Typed
from soco_rules.compiler.lowering import slot_of
from soco_rules.compiler.program import DATES
from soco_rules.compiler.program import PERIOD_END
from soco_rules.compiler.program import PERIOD_START
from soco_rules.compiler.program import PREVIOUS
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import lowering_of
from soco_rules.compiler.program import part_for
from soco_rules.compiler.program import program_of
from soco_rules.compiler.query import OWN
from soco_rules.compiler.query import THIS
from soco_rules.compiler.query import Pool
from soco_rules.compiler.query import Query
from soco_rules.compiler.query import Take
from soco_rules.compiler.query import behind
from soco_rules.compiler.query import read_of_case
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import in_reading_order
from soco_rules.model import expressions as syntax
from soco_rules.model import program as ir
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import DossierQuery
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Provenance
from soco_rules.model.values import NUMERIC
from soco_rules.model.values import Kind
from soco_rules.model.values import Per
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType

MONTH_WORDS = frozenset({PERIOD_START, PERIOD_END})


def queries_of(compiled: Compiled) -> tuple[Mapping[ir.Slot, Query], Findings]:
    """Every definition of a stack that can be executed, by the slot of its fact, and what is wrong with the others.

    In the mapping each definition comes after those that it needs: `deze x` can rest on what is counted itself.
    """
    compiling = _Compiling(compiled, lowering_of(compiled.stack))
    ordered = compiling.in_order(compiling.queries(compiled.stack.facts))
    compiling.check_months(ordered)
    return ordered, in_reading_order(compiling.findings)


def queries_behind(compiled: Compiled, slots: Iterable[ir.Slot]) -> tuple[Mapping[ir.Slot, Query], Findings]:
    """As `queries_of`, of those definitions only that some slots need, also by way of `deze x`."""
    compiling = _Compiling(compiled, lowering_of(compiled.stack))
    queries: dict[ir.Slot, Query] = {}
    tried: set[str] = set()
    wanted = behind(compiled, slots)
    while names := {slot.partition("/")[0] for slot in wanted} - tried:
        tried |= names
        found = compiling.queries(names)
        queries |= found
        wanted = behind(compiled, (slot for query in found.values() for slot in read_of_case(query)))
    return compiling.in_order(queries), in_reading_order(compiling.findings)


@dataclass(slots=True)
class _InDossier(Lowering):
    """Lowering in which `deze x` has a meaning; it also remembers where each name stands."""

    these: dict[ir.Slot, ir.Node] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)

    def lower(
        self, expression: syntax.Expression, role: Role | None, expected: ValueType | None = None
    ) -> Typed | None:
        """An expression as elsewhere, and `deze x` as a value from outside."""
        if isinstance(expression, syntax.This):
            return self._of_case(expression.name, expression.span, role)
        if isinstance(expression, syntax.Name):
            self.places.setdefault(expression.name, expression.span)
        return Lowering.lower(self, expression, role, expected)

    def _of_case(self, name: str, span: Span, role: Role | None) -> Typed | None:
        typed = Lowering.lower(self, syntax.Name(name, span), role)
        if typed is None:
            return None
        per_person = name in self.symbols and self.symbols[name].type.per_person
        slot = THIS + slot_of(name, role if per_person else None)
        self.these[slot] = typed.node
        return replace(typed, node=ir.Read(slot))

    def type_of_case(self, slot: ir.Slot) -> ValueType:
        """The type of what `deze x` reads."""
        symbol = self.symbols.get(slot.removeprefix(THIS).partition("/")[0])
        return ValueType(Kind.CHOICE) if symbol is None else symbol.type


@dataclass(slots=True)
class _Compiling:
    compiled: Compiled
    lowering: Lowering
    findings: list[Diagnostic] = field(default_factory=list)
    reached: dict[str, frozenset[ir.Slot]] = field(default_factory=dict)

    @property
    def stack(self) -> Stack:
        return self.compiled.stack

    def queries(self, names: Container[str]) -> dict[ir.Slot, Query]:
        counted = (fact for name, fact in self.stack.facts.items() if name in names and fact.from_dossier)
        made = (self._query(fact, role) for fact in counted for role in self._roles(fact))
        return {query.slot: query for query in made if query is not None}

    def in_order(self, queries: Mapping[ir.Slot, Query]) -> dict[ir.Slot, Query]:
        """The definitions after those that they need; those that need themselves are left out and found."""
        needs = {
            slot: sorted(behind(self.compiled, read_of_case(query)) & queries.keys())
            for slot, query in queries.items()
        }
        try:
            order = tuple(TopologicalSorter(needs).static_order())
        except CycleError as error:
            inside = set(error.args[1])
            self._report_circle([query for slot, query in queries.items() if slot in inside])
            return self.in_order({slot: query for slot, query in queries.items() if slot not in inside})
        return {slot: queries[slot] for slot in order}

    def check_months(self, queries: Mapping[ir.Slot, Query]) -> None:
        """A besluit that is not about a month cannot rest on what is counted for its month."""
        of_month = [query for query in queries.values() if _reads_month(self.compiled, query)]
        decisions = [decision for decision in self.stack.decisions.values() if not decision.monthly]
        for decision in decisions if of_month else ():
            for query in of_month:
                if query.slot in self._reached_by(decision):
                    message = (
                        f"Het besluit '{decision.name}' rust op '{query.fact.name}'; "
                        "dat wordt over een maand geteld, en het besluit gaat niet over een maand."
                    )
                    place = decision.spans.get("uitkomst", decision.span)
                    note = Note("hier staat hoe het wordt geteld", query.fact.span)
                    self._report("tijdvak-ontbreekt", place, message, notes=(note,))

    def _reached_by(self, decision: DecisionType) -> frozenset[ir.Slot]:
        """The slots that a besluit calculates with."""
        if decision.name not in self.reached:
            steps = program_of(self.compiled, decision).steps
            self.reached[decision.name] = frozenset(step.slot for step in steps)
        return self.reached[decision.name]

    def _roles(self, fact: Fact) -> tuple[Role | None, ...]:
        return self.lowering.roles if fact.type.per_person else (None,)

    def _query(self, fact: Fact, role: Role | None) -> Query | None:
        asked = fact.from_dossier
        assert asked is not None
        source = self._source(fact, asked)
        if source is None:
            return None
        known = len(self.findings)
        pool, besluit = source
        take = Take(asked.take)
        lowering = _InDossier(self.lowering.symbols, self.lowering.roles)
        which = lowering.condition(asked.condition, role) if asked.condition else _all_of(())
        taken = self._taken(lowering, fact, asked, role)
        self.findings += lowering.findings
        self._check_use(fact, take, pool)
        if which is None or taken is None:
            return None
        own, against = _split(which)
        slots = tuple(slot for node in (which, taken) for slot in ir.reads(node) if not slot.startswith(THIS))
        if besluit is None:
            self._check_not_counted(fact, slots, lowering)
        else:
            self._check_reached(fact, besluit, slots, lowering)
        row = part_for(self.compiled, slots)
        query = Query(
            slot=slot_of(fact.name, role),
            fact=fact,
            role=role,
            take=take,
            pool=pool,
            besluit=besluit,
            row=row if besluit is None else replace(row, steps=self._inputs(slots)),
            which=own,
            taken=taken,
            whole=None if against is None else ir.All((ir.Read(OWN), against)),
            these=lowering.these,
        )
        _, outside = check_bounds(_calculations(query, which, lowering), lowering.divisors, {})
        self.findings += outside
        return query if len(self.findings) == known else None

    # What is counted

    def _source(self, fact: Fact, asked: DossierQuery) -> tuple[Pool, str | None] | None:
        pools = {str(pool): pool for pool in Pool if pool is not Pool.DECISIONS}
        if asked.source in pools:
            return pools[asked.source], None
        if asked.source in self.stack.decisions:
            return Pool.DECISIONS, asked.source
        known = (*pools, *self.stack.decisions)
        message = f"'{fact.name}' telt uit '{asked.source}', en dat is er niet."
        remedy = did_you_mean(asked.source, known, otherwise="")
        self._report("telling-bron", self._place(fact, "van"), message, remedy=remedy)
        return None

    def _check_use(self, fact: Fact, take: Take, pool: Pool) -> None:
        """What does not depend on the condition: whether a judgement, an amount or an order can be counted at all."""
        if fact.judged_by is not None:
            message = f"'{fact.name}' is een oordeel van een persoon, en dat is niet te tellen."
            self._report("soort-past-niet", self._place(fact, "neem"), message)
        if take is Take.COUNT and fact.type.kind is not Kind.COUNT:
            message = f"'{fact.name}' is geen aantal, en het dossier telt hier."
            self._report("soort-past-niet", self._place(fact, "neem"), message)
        if take in {Take.FIRST, Take.LAST} and pool is not Pool.DECISIONS:
            message = f"'{fact.name}' neemt de {take} van {pool}, en die hebben geen volgorde."
            self._report("telling-volgorde", self._place(fact, "neem"), message)

    def _taken(
        self, lowering: _InDossier, fact: Fact, asked: DossierQuery, role: Role | None
    ) -> ir.Node | None:
        if asked.subject is None:
            return ir.Const(1)
        place = self._place(fact, "neem")
        typed = lowering.lower(syntax.Name(asked.subject, place), role)
        if typed is None:
            return None
        type_ = fact.type
        what = f"'{asked.subject}'"
        if asked.take == Take.SUM and typed.kind not in NUMERIC:
            message = f"{what} is van soort {typed.kind}, en daarvan is geen som te nemen."
            self._report("soort-past-niet", place, message)
            return None
        if typed.kind is not type_.kind:
            message = f"{what} is van soort {typed.kind}, en '{fact.name}' is van soort {type_.kind}."
            self._report("soort-past-niet", place, message)
            return None
        if other := [choice for choice in typed.choices if choice not in type_.choices]:
            message = f"{what} kan ook '{other[0]}' zijn, en dat is geen waarde van '{fact.name}'."
            self._report("uitkomst-onbekend", place, message)
            return None
        declared = PERIODS & type_.per
        sum_over_a_year = asked.take == Take.SUM and declared == {Per.YEAR}
        if typed.period and declared and typed.period not in declared and not sum_over_a_year:
            message = (
                f"{what} is per {typed.period}, en '{fact.name}' is per {' en '.join(sorted(declared))}."
            )
            self._report("eenheid-past-niet", place, message)
            return None
        return typed.node

    def _inputs(self, slots: Iterable[ir.Slot]) -> tuple[ir.Field, ...]:
        steps = (self.compiled.steps[slot] for slot in dict.fromkeys(slots))
        return tuple(_input(step.slot, step.type, step.span) for step in steps)

    # Findings

    def _check_reached(
        self, fact: Fact, besluit: str, slots: Iterable[ir.Slot], lowering: _InDossier
    ) -> None:
        """What is read of an adopted decision must be among the values that decisions of its kind have."""
        decisions = self.stack.decisions
        kinds = (decisions[besluit], *(each for each in decisions.values() if each.corrects == besluit))
        for kind in kinds:
            reached = self._reached_by(kind)
            for slot in dict.fromkeys(slots):
                if not (slot in reached or _is_date_of(slot, kind)):
                    self._report_unreached(fact, besluit, kind, slot, lowering)

    def _report_unreached(
        self, fact: Fact, besluit: str, kind: DecisionType, slot: ir.Slot, lowering: _InDossier
    ) -> None:
        name = slot.partition("/")[0].removesuffix(PREVIOUS)
        correcting = "" if kind.name == besluit else f", dat '{besluit}' corrigeert,"
        why = "gaat niet over een maand" if name in MONTH_WORDS else "rekent daar niet mee"
        message = f"'{fact.name}' leest '{name}', en het besluit '{kind.name}'{correcting} {why}."
        place = lowering.places.get(name, self._place(fact, "waarin"))
        self._report("telling-onbereikt", place, message, notes=(Note("het besluit", kind.span),))

    def _check_not_counted(self, fact: Fact, slots: Iterable[ir.Slot], lowering: _InDossier) -> None:
        """What is counted per row would be counted for all rows together, and so on: only what is there is read."""
        for slot in slots:
            for read in sorted(behind(self.compiled, (slot,))):
                name = read.partition("/")[0]
                other = self.stack.facts.get(name)
                if other is not None and other.from_dossier is not None:
                    asked = slot.partition("/")[0]
                    via = "" if asked == name else f" via '{asked}'"
                    message = f"'{fact.name}' leest{via} '{name}', en dat wordt zelf uit het dossier geteld."
                    place = lowering.places.get(asked, self._place(fact, "waarin"))
                    self._report("telling-in-telling", place, message)

    def _report_circle(self, circle: list[Query]) -> None:
        names = tuple(dict.fromkeys(query.fact.name for query in circle))
        first = circle[0].fact
        others = " en ".join(f"'{name}'" for name in names[1:])
        via = f", via {others}" if others else ""
        message = f"Om '{first.name}' te tellen moet '{first.name}' zelf al bekend zijn{via}."
        self._report("telling-kring", self._place(first, "waarin"), message)

    def _place(self, fact: Fact, key: str) -> Span:
        layer = next(layer for layer in self.stack.layers if layer.facts.get(fact.name) is fact)
        asked = fact.from_dossier
        path = f"gegevens.{fact.name}.uit_dossier.{key}"
        return layer.spans.get(path, asked.span if asked else fact.span)

    def _report(
        self, code: str, span: Span, message: str, *, remedy: str = "", notes: tuple[Note, ...] = ()
    ) -> None:
        self.findings.append(finding(code, span, message, remedy=remedy, notes=notes))


def _reads_month(compiled: Compiled, query: Query) -> bool:
    of_case = behind(compiled, read_of_case(query))
    of_row = {step.slot for step in query.row.fields if query.pool is not Pool.DECISIONS}
    return bool(MONTH_WORDS & (of_case | of_row))


def _split(which: ir.Node) -> tuple[ir.Node, ir.Node | None]:
    """What a row decides by itself, and what it decides together with the case being decided."""
    parts = tuple(_conjuncts(which))
    against = tuple(part for part in parts if any(slot.startswith(THIS) for slot in ir.reads(part)))
    own = tuple(part for part in parts if part not in against)
    return _all_of(own), _all_of(against) if against else None


def _conjuncts(node: ir.Node) -> Iterator[ir.Node]:
    if isinstance(node, ir.All):
        for operand in node.operands:
            yield from _conjuncts(operand)
    else:
        yield node


def _all_of(parts: tuple[ir.Node, ...]) -> ir.Node:
    return ir.Const(value=True) if not parts else parts[0] if len(parts) == 1 else ir.All(parts)


def _is_date_of(slot: ir.Slot, decision: DecisionType) -> bool:
    """Whether a slot is a date of the decision itself, which every decision of its kind has."""
    return slot in DATES and (decision.monthly or slot not in MONTH_WORDS)


def _input(slot: ir.Slot, type_: ValueType, span: Span) -> ir.Field:
    name, _, role = slot.removeprefix(THIS).partition("/")
    return ir.Field(
        slot=slot,
        name=name,
        role=Role(role) if role else None,
        type=bounded(type_),
        origin=ir.Origin.FACT,
        gate=None,
        question="",
        judged_by=None,
        span=span,
        provenance=Provenance(),
    )


def _calculations(query: Query, which: ir.Node, lowering: _InDossier) -> tuple[ir.Field | ir.Definition, ...]:
    """All that is calculated for a row, so that its numbers can be held within bounds."""
    span = query.fact.span
    these = (_input(slot, lowering.type_of_case(slot), span) for slot in query.these)
    kinds = ((which, ValueType(Kind.YES_NO)), (query.taken, query.fact.type))
    derived = (
        ir.Definition(
            slot=query.slot,
            name=query.fact.name,
            role=query.role,
            type=type_,
            gate=None,
            body=ir.Calculation(node),
            description="",
            provenance=Provenance(),
            span=span,
        )
        for node, type_ in kinds
    )
    return (*query.row.steps, *these, *derived)
