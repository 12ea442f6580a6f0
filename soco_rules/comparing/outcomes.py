"""For each decision whether it can come out otherwise: proved, or with a case of every way in which it does."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from math import inf
from typing import assert_never

from soco_rules.backends.calendar import CALENDAR
from soco_rules.backends.proof.beside import Pair
from soco_rules.backends.proof.beside import Turn
from soco_rules.backends.proof.beside import ask_whether
from soco_rules.backends.proof.beside import breaks
from soco_rules.backends.proof.beside import other_rule
from soco_rules.backends.proof.beside import pair_of
from soco_rules.backends.proof.beside import plainly
from soco_rules.backends.proof.beside import turn_of
from soco_rules.backends.proof.beside import turns
from soco_rules.backends.proof.encode import Window
from soco_rules.backends.proof.otherwise import reached_by
from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import OVERTIME
from soco_rules.backends.proof.solve import Found
from soco_rules.backends.proof.solve import Never
from soco_rules.backends.proof.solve import Undecided
from soco_rules.backends.proof.symbolic import Formula
from soco_rules.comparing.cases import Bench
from soco_rules.comparing.cases import bench_of
from soco_rules.comparing.cases import witness
from soco_rules.comparing.findings import ENDLESS
from soco_rules.comparing.findings import DecisionFinding
from soco_rules.comparing.findings import Limit
from soco_rules.comparing.findings import OutcomeFinding
from soco_rules.comparing.findings import Ruling
from soco_rules.comparing.findings import Witness
from soco_rules.comparing.likeness import changed_steps
from soco_rules.comparing.likeness import clashing
from soco_rules.comparing.sides import Side
from soco_rules.compiler.program import program_of
from soco_rules.facts import first_of_month
from soco_rules.model.agreement import DecisionType
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Role

MOST_CASES = 8
"""How many ways in which one value can differ get a case at most."""
MORE = f"er zijn meer dan {MOST_CASES} manieren waarop de uitkomst verandert"
NOT_CONFIRMED = "de rekenaars vonden in het gevonden geval iets anders dan de bewijzer"


def compared(
    old: Side,
    new: Side,
    day: int,
    names: Collection[str],
    *,
    effort: int = EFFORT,
    limit: Limit = ENDLESS,
    begin: Callable[[str], None] = lambda _: None,
) -> Iterator[DecisionFinding]:
    """The decisions with these names, one by one; `begin` is called with the name of each before it is looked at.

    `effort` is how much work one question may take, in the steps of `solve.EFFORT`, and `limit` how long one decision
    may: what is not proved by then is told as such, with what was asked, and the next decision has its own time.
    """
    comparing = _Comparing(old, new, day, effort, limit)
    for name in names:
        begin(name)
        yield comparing.decision(name)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One value, or with `check` one requirement, of a decision on both sides."""

    bench: Bench
    slot: Slot
    name: str
    role: Role | None
    kind: Kind
    check: tuple[str, str | None] | None = None
    words: ChoiceWords = field(default_factory=dict)


@dataclass(slots=True)
class _Comparing:
    """Two sides as formulas, made when a decision needs them; lives for one `compared`."""

    old: Side
    new: Side
    day: int
    effort: int
    limit: Limit
    until: float = inf
    questions: int = 0
    changed: frozenset[Slot] = field(init=False)
    reached: frozenset[Slot] = field(init=False)
    clashes: Mapping[Slot, str] = field(init=False)
    pairs: dict[bool, Pair] = field(default_factory=dict)

    def __post_init__(self) -> None:
        both = (self.old.compiled, self.new.compiled)
        self.changed = changed_steps(*both)
        self.reached = reached_by(both, self.changed)
        self.clashes = clashing(*both)

    def decision(self, name: str) -> DecisionFinding:
        self.until = self.limit.clock() + self.limit.seconds
        before = self.old.compiled.stack.decisions.get(name)
        after = self.new.compiled.stack.decisions.get(name)
        known = after or before
        assert known is not None
        if before is None or after is None:
            return DecisionFinding(name, known.title, "oud" if after is None else "nieuw", ())
        if before.monthly is not after.monthly:
            reason = "het besluit gaat aan één kant over een maand en aan de andere over een dag"
            return DecisionFinding(name, known.title, None, (), reason)
        return DecisionFinding(name, known.title, None, tuple(self.outcomes(before, after)))

    def outcomes(self, before: DecisionType, after: DecisionType) -> Iterator[OutcomeFinding]:
        programs = (program_of(self.old.compiled, before), program_of(self.new.compiled, after))
        bench = bench_of(self.old, self.new, programs, self.day)
        old, new = ((*program.outcome, *program.also) for program in programs)
        for slot in dict.fromkeys((*old, *new)):
            step = (self.new.compiled.steps if slot in new else self.old.compiled.steps)[slot]
            asked = _Asked(bench, slot, step.name, step.role, step.type.kind, words=step.type.words)
            if slot not in old or slot not in new:
                side = "oud" if slot in old else "nieuw"
                yield _unproved(asked, f"'{step.name}' is alleen een uitkomst van de kant {side}")
            else:
                yield self.outcome(asked)
        yield from self.requirements(bench)

    def outcome(self, asked: _Asked) -> OutcomeFinding:
        programs = asked.bench.programs
        kinds = [side.compiled.steps[asked.slot].type.kind for side in (self.old, self.new)]
        if kinds[0] is not kinds[1]:
            return _unproved(asked, f"de soort is aan de ene kant {kinds[0]} en aan de andere {kinds[1]}")
        wanted = {asked.slot, *(slot for program in programs for slot in _gate(program))}
        if self.is_untouched(wanted, programs):
            return _same(asked)
        about = self.behind(wanted)
        if reason := next((why for slot, why in self.clashes.items() if slot in about), None):
            return _unproved(asked, reason)
        return self.searched(asked, about)

    def is_untouched(self, wanted: set[Slot], programs: tuple[Program, Program]) -> bool:
        """Whether these rest on nothing that changed, so that they are the same without any proof."""
        return programs[0].gate == programs[1].gate and self.reached.isdisjoint(wanted)

    def is_over(self) -> bool:
        """Whether the decision in hand had its time."""
        return self.limit.clock() >= self.until

    def overtime(self, found: int) -> str:
        """Why something is not proved when the time is over, with what was tried."""
        asked = (
            "geen vraag"
            if not self.questions
            else f"{self.questions} {'vraag' if self.questions == 1 else 'vragen'}"
        )
        cases = "geen verschil" if not found else "1 geval" if found == 1 else f"{found} gevallen"
        return (
            f"de tijd voor dit besluit was op (hooguit {self.limit.seconds:.0f} seconden); "
            f"geprobeerd: {asked} aan de bewijzer hierover, met als vondst {cases}"
        )

    def searched(self, asked: _Asked, about: frozenset[Slot]) -> OutcomeFinding:
        """Ask for a case of every turn that has none yet, until there is none more."""
        self.questions = 0
        pair, programs = self.pair(asked.bench), asked.bench.programs
        found: dict[Turn, Witness] = {}
        reason = ""
        while True:
            claim = turns(pair, programs, asked.slot, found)
            case = self.ask(asked, claim, about, found)
            match case:
                case Never():
                    break
                case Undecided():
                    reason = self.overtime(len(found)) if case is OVERTIME else case.reason
                    break
                case _:
                    turn = turn_of(asked.kind, case.old, case.new)
                    assert turn is not None
                    found[turn] = case
            if len(found) == MOST_CASES:
                reason = MORE
                break
        finding = _finding(asked, tuple(found[turn] for turn in sorted(found, key=_order)), reason)
        if asked.slot in programs[0].outcome and not (reason and not found):
            finding = replace(finding, other_rule=self.other_rule(asked, about))
        return finding

    def other_rule(self, asked: _Asked, about: frozenset[Slot]) -> Witness | None:
        """A case in which the outcome is the same for another reason; None also where that is not certain."""
        claim = other_rule(self.pair(asked.bench), asked.bench.programs, asked.slot)
        case = self.ask(asked, claim, about, {}, same=True)
        return case if isinstance(case, Witness) else None

    def requirements(self, bench: Bench) -> Iterator[OutcomeFinding]:
        """The requirements that hold on one side and not on the other."""
        programs = bench.programs
        checks = [{(check.name, check.role): check for check in program.checks} for program in programs]
        for key in dict.fromkeys((*checks[0], *checks[1])):
            held = [every[key].node for every in checks if key in every]
            wanted = {slot for node in held for slot in reads(node)}
            known = checks[1].get(key) or checks[0][key]
            asked = _Asked(bench, "", known.name, known.role, Kind.YES_NO, key)
            if len(held) == len(checks) and held[0] == held[1] and self.reached.isdisjoint(wanted):
                continue
            about = self.behind({*wanted, *(slot for program in programs for slot in _gate(program))})
            if reason := next((why for slot, why in self.clashes.items() if slot in about), None):
                yield _unproved(asked, reason)
                continue
            found: list[Witness] = []
            reason = ""
            self.questions = 0
            for before in (True, False):
                claim = breaks(self.pair(bench), programs, before=before).get(key)
                case = Never() if claim is None else self.ask(asked, claim, about, {})
                match case:
                    case Never():
                        continue
                    case Undecided():
                        reason = self.overtime(len(found)) if case is OVERTIME else case.reason
                    case _:
                        found.append(case)
            yield _finding(asked, tuple(found), reason)

    def ask(
        self,
        asked: _Asked,
        claim: Formula,
        about: frozenset[Slot],
        known: Collection[Turn],
        *,
        same: bool = False,
    ) -> Witness | Never | Undecided:
        """A case that both calculators confirm; one that shows a turn which is known is none."""
        programs = asked.bench.programs
        if self.is_over():
            return OVERTIME
        self.questions += 1
        pair = self.pair(asked.bench)
        hopes = () if asked.check else plainly(pair, programs, asked.slot, asked.kind)
        answer = ask_whether(
            pair, programs, claim, about, CALENDAR, hopes=hopes, effort=self.effort, is_over=self.is_over
        )
        match answer:
            case Never() | Undecided():
                return answer
            case Found():
                case = witness(
                    asked.bench, asked.slot, asked.kind, answer, about, check=asked.check, same=same
                )
                is_new = case and (
                    same or asked.check or turn_of(asked.kind, case.old, case.new) not in known
                )
                return case if case and is_new else Undecided(NOT_CONFIRMED)
            case _:
                assert_never(answer)

    def behind(self, wanted: set[Slot]) -> frozenset[Slot]:
        """Some slots and all that they rest on, on both sides."""
        found: set[Slot] = set()
        waiting = list(wanted)
        while waiting:
            slot = waiting.pop()
            if slot not in found:
                found.add(slot)
                for side in (self.old, self.new):
                    waiting += side.compiled.reads.get(slot, ())
        return frozenset(found)

    def pair(self, bench: Bench) -> Pair:
        monthly = bench.programs[0].decision.monthly
        if monthly not in self.pairs:
            day = first_of_month(self.day) if monthly else self.day
            window = Window(day, day, monthly)
            self.pairs[monthly] = pair_of(self.old.compiled, self.new.compiled, self.changed, window)
        return self.pairs[monthly]


def _order(turn: Turn) -> tuple[int, str, str]:
    """Higher before lower, then by name: always the same."""
    return -turn.sign, str(turn.before), str(turn.after)


def _gate(program: Program) -> tuple[Slot, ...]:
    return reads(program.gate) if program.gate is not None else ()


def _same(asked: _Asked) -> OutcomeFinding:
    return OutcomeFinding(
        asked.name,
        asked.role,
        asked.kind,
        Ruling.SAME,
        is_requirement=bool(asked.check),
        words=asked.words,
    )


def _unproved(asked: _Asked, reason: str) -> OutcomeFinding:
    return replace(_same(asked), ruling=Ruling.UNPROVED, reason=reason, is_complete=False)


def _finding(asked: _Asked, witnesses: tuple[Witness, ...], reason: str) -> OutcomeFinding:
    if not witnesses:
        return _unproved(asked, reason) if reason else _same(asked)
    return replace(
        _same(asked), ruling=Ruling.DIFFERENT, witnesses=witnesses, reason=reason, is_complete=not reason
    )
