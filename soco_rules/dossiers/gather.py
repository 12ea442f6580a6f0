"""What a dossier says of everything that a besluit asks, with where each value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import TypeVar
from typing import assert_never

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.query import Pool
from soco_rules.compiler.query import Query
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import in_reading_order
from soco_rules.dossiers import told
from soco_rules.dossiers.counting import Counted
from soco_rules.dossiers.counting import count_in
from soco_rules.dossiers.once import corrections_before
from soco_rules.dossiers.once import several_corrections
from soco_rules.dossiers.plan import Plan
from soco_rules.dossiers.plan import in_month
from soco_rules.dossiers.plan import known_in
from soco_rules.dossiers.plan import plan_of
from soco_rules.dossiers.plan import row_in
from soco_rules.dossiers.present import Key
from soco_rules.dossiers.present import Line
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.query import OTHERS
from soco_rules.dossiers.query import Found
from soco_rules.dossiers.query import Row
from soco_rules.dossiers.query import Runner
from soco_rules.dossiers.query import run
from soco_rules.dossiers.rows import Given
from soco_rules.dossiers.rows import Known
from soco_rules.dossiers.rows import adopted_values
from soco_rules.dossiers.rows import given_of
from soco_rules.dossiers.rows import keys_of
from soco_rules.dossiers.rows import line_values
from soco_rules.facts import Dates
from soco_rules.model.agreement import DecisionType
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Origin
from soco_rules.model.program import Field
from soco_rules.model.program import Origin as FieldOrigin
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.model.values import encode
from soco_rules.model.values import is_definite
from soco_rules.model.values import iso_day

Said = TypeVar("Said")
_NOTHING = Case(agreement=None, facts={}, judgements={})


@dataclass(frozen=True, slots=True)
class Gathered:
    """A case as a dossier has it, with where each value that the dossier supplied comes from.

    `unmet` are the definitions that look for an earlier decision of this dossier and find none. `doubts` say of what is
    counted over others why only its bounds are known, without whom it is about.
    """

    number: int
    case: Case
    origins: tuple[Origin, ...]
    unmet: tuple[Query, ...] = ()
    doubts: tuple[str, ...] = ()


def facts_for(
    compiled: Compiled,
    decision: DecisionType | str,
    book: Book,
    number: int,
    dates: Dates,
    *,
    supplied: Case | None = None,
) -> tuple[Gathered, tuple[Diagnostic, ...]]:
    """Everything that a dossier says for one decision on these dates, as a case to decide on.

    What a person supplies wins from what the dossier counts; `origins` then tells both. For many dossiers make a
    `plan_of` once, and a `count_in` once for each book and date.
    """
    counted = count_in(plan_of(compiled, decision), book, dates)
    return gather(counted, number, supplied=supplied)


def gather(
    counted: Counted, number: int, *, supplied: Case | None = None
) -> tuple[Gathered, tuple[Diagnostic, ...]]:
    """As `facts_for`, from a book that was made ready."""
    gathering = _Gathering(counted, known_in(counted.plan.compiled, counted.book.dossiers[number]), supplied)
    gathering.count()
    findings = (*counted.plan.findings, *gathering.findings)
    gathered = Gathered(
        number=number,
        case=gathering.case(),
        origins=tuple(gathering.origins()),
        unmet=tuple(gathering.unmet()),
        doubts=tuple(gathering.doubts),
    )
    return gathered, in_reading_order(findings)


@dataclass(slots=True)
class _Gathering:
    """One dossier on its way to a case: what is said, what is counted, and what that makes of the rest."""

    counted: Counted
    known: Known
    supplied: Case | None
    given: dict[Slot, Given] = field(init=False)
    values: dict[Slot, Value] = field(init=False)
    derived: dict[Slot, Value] = field(init=False)
    adopted: Mapping[str, tuple[Standing, ...]] = field(init=False)
    lines: tuple[Line, ...] = field(init=False)
    found: dict[Slot, Found] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        dates = self.counted.dates
        known = in_month(self.known, self.plan, dates) if self.plan.besluit.monthly else self.known
        self.given = {each.slot: given_of(each, known, dates, self.supplied) for each in self.plan.fields}
        self.values = {**self.counted.own, **{slot: given.value for slot, given in self.given.items()}}
        self.derived = self._derived()
        self.adopted, self.lines = self.known.adopted(), self.known.lines()

    @property
    def plan(self) -> Plan:
        return self.counted.plan

    def count(self) -> None:
        """Execute every definition that applies to this case."""
        for runner in self.plan.runners:
            slot, query = runner.query.slot, runner.query
            said = self.given[slot]
            if not said.is_said and self.derived[slot] is Absent.NOT_APPLICABLE:
                continue
            this = {name: self.plan.these[name](self.derived) for name in query.these}
            found = self._total(runner) or run(runner, self._rows(runner), this, self._itself(runner))
            if _is_of_nothing(query, found):
                continue
            if several := self._corrections(query):
                found = Found(Absent.UNKNOWN, ())
            self.found[slot] = found
            if said.is_said:
                if found.rows and is_definite(found.value) and found.value != said.value:
                    self.findings.append(told.differs(self.number, query, said.value, found))
                continue
            if several:
                self.findings.append(several_corrections(self.plan, query, self.number, several))
            elif found.value is Absent.UNKNOWN:
                self.findings.append(told.unknown(self.number, query, found, this))
                if query.pool in OTHERS:
                    self.doubts.append(told.doubt(query, found, this))
            self.values[slot] = found.value
            if slot in self.plan.feeds:
                self.derived = self._derived()

    def case(self) -> Case:
        """What is said and counted of what is asked, and all that was supplied besides."""
        facts: dict[Key, tuple[Report, ...]] = {}
        judgements: dict[Key, Judgement] = {}
        ranges: dict[Key, tuple[int, int]] = {}
        for asked in self.plan.asked:
            given, key = self.given[asked.slot], (asked.name, asked.role)
            if given.judgement is not None and self._applies(asked, given):
                judgements[key] = given.judgement
            elif given.is_said and self._applies(asked, given):
                facts[key] = given.reports
            elif report := self._counted(asked):
                facts[key] = (report,)
            elif asked.slot in self.found and (between := self.found[asked.slot].between) is not None:
                ranges[key] = between
        supplied = self.supplied or _NOTHING
        return replace(
            supplied,
            agreement=self.plan.compiled.stack.lowest.reference,
            facts={**_rest(supplied.facts, self.plan, FieldOrigin.FACT), **facts},
            judgements={**_rest(supplied.judgements, self.plan, FieldOrigin.JUDGEMENT), **judgements},
            ranges=ranges,
        )

    def origins(self) -> Iterator[Origin]:
        """Where each value that the dossier supplied comes from."""
        for asked in self.plan.asked:
            given, found = self.given[asked.slot], self.found.get(asked.slot)
            if not self._applies(asked, given):
                continue
            acts = set(given.acts)
            by_hand = None
            if found is not None:
                acts.update(act for row in found.rows for act in row.acts)
                acts.update(act for slot in self.plan.leans[asked.slot] for act in self.given[slot].acts)
                by_hand = (
                    told.by_hand(given.reports, self._query(asked.slot), found) if given.is_said else None
                )
            if acts or by_hand:
                yield Origin(name=asked.name, role=asked.role, acts=tuple(sorted(acts)), by_hand=by_hand)

    def unmet(self) -> Iterator[Query]:
        """The definitions that look for an earlier decision of this dossier and find none."""
        for slot, found in self.found.items():
            query = self._query(slot)
            is_none = found.value is Absent.NOT_APPLICABLE and not self.given[slot].is_said
            if is_none and query.pool is Pool.DECISIONS:
                yield query

    @property
    def number(self) -> int:
        return self.known.dossier.number

    def _derived(self) -> dict[Slot, Value]:
        return dict(self.plan.calculate(self.values).values)

    def _applies(self, asked: Field, given: Given) -> bool:
        """Whether a value belongs in the case: what a person supplies does, also where the rules do not ask it."""
        return (
            given.is_by_hand
            or given.value is Absent.NOT_APPLICABLE
            or self.derived[asked.slot] is not Absent.NOT_APPLICABLE
            or asked.slot in self.found
        )

    def _counted(self, asked: Field) -> Report | None:
        found = self.found.get(asked.slot)
        if found is None or found.value is Absent.UNKNOWN:
            return None
        value = encode(found.value, asked.type.kind)
        source = told.source_of(self._query(asked.slot), found)
        return Report(value, Span(f"dossier {self.number}"), source)

    def _total(self, runner: Runner) -> Found | None:
        """What was counted for every dossier at once; not where a person supplies something about this one."""
        if self.supplied is not None and (self.supplied.facts or self.supplied.judgements):
            return None
        mine = self.known.round_name if runner.query.pool is Pool.APPLICATIONS else None
        return self.counted.totals.get((runner.query.slot, mine))

    def _rows(self, runner: Runner) -> tuple[Row, ...]:
        match runner.query.pool:
            case Pool.DECISIONS:
                return self._decisions(runner)
            case Pool.LINES:
                return self._lines(runner)
            case Pool.MEMBERS:
                return self._dossiers(runner)
            case Pool.APPLICATIONS:
                mine = self.known.round_name
                rounds = self.counted.rounds
                return tuple(row for row in self._dossiers(runner) if rounds.get(row.dossier) == mine)
            case _:
                assert_never(runner.query.pool)

    def _decisions(self, runner: Runner) -> tuple[Row, ...]:
        return tuple(
            runner.row_of((each.entry.number,), self.number, adopted_values(each, runner.query))
            for each in self.adopted.get(runner.query.besluit or "", ())
        )

    def _lines(self, runner: Runner) -> tuple[Row, ...]:
        """The lines of this person; what they do not say themselves is as in the case."""
        role, said_itself = runner.query.role, self.counted.given[runner.query.slot]
        case = {asked.slot: self.values[asked.slot] for asked in self.plan.asked}
        return tuple(
            runner.row_of(
                (line.entry.number,), self.number, {**said_itself, **line_values(line, runner.fields, case)}
            )
            for line in self.lines
            if role is None or line.said.role is role
        )

    def _dossiers(self, runner: Runner) -> tuple[Row, ...]:
        """The dossiers that can count; this one with what a person supplies now."""
        slot, rows = runner.query.slot, self.counted.rows[runner.query.slot]
        if self.supplied is None:
            return rows
        own = row_in(runner, self.counted.given[slot], self.known, self.counted.dates, self.supplied)
        return (*(row for row in rows if row.dossier != self.number), own)

    def _corrections(self, query: Query) -> tuple[Entry, ...]:
        """The corrections of the month decided on that no single one of them tells in full."""
        standing = self.adopted.get(query.besluit or "", ())
        month = iso_day(self.counted.dates.reference)
        return corrections_before(self.plan, query, self.known.dossier, standing, month)

    def _itself(self, runner: Runner) -> int | None:
        """This dossier, where it is one of the rows."""
        return self.number if runner.query.pool in OTHERS else None

    def _query(self, slot: Slot) -> Query:
        return next(runner.query for runner in self.plan.runners if runner.query.slot == slot)


def _is_of_nothing(query: Query, found: Found) -> bool:
    """Whether no invoice line counts: that none was recorded says of neither person that he earned nothing."""
    return query.pool is Pool.LINES and not (found.rows or found.undecided)


def _rest(supplied: Mapping[Key, Said], plan: Plan, origin: FieldOrigin) -> dict[Key, Said]:
    """What was supplied and is not asked: left in the case, so that binding it tells what is wrong."""
    used = {key for each in plan.fields if each.origin is origin for key in keys_of(each)}
    return {key: said for key, said in supplied.items() if key not in used}
