"""The second calculator: the rules of a Program run by durable-rules, a Rete network in C, on one case at a time.

It is an inference of its own, from facts forward, made to be compared with the reference: it shares the Program with it
and nothing else. What the network matches and what is computed when a rule fires is told in `network`.

Only the C core is used (`durable_rules_engine`), not the Python host around it. That host starts two threads that may
run a consequence while a case is being deleted, swallows what a consequence raises, and writes its state back after
every firing, which costs ten times the firing itself. So the agenda is run here: a firing is a plain call, an error
in it simply propagates, and a firing that no longer ends is counted.

What the core needs to stay whole is kept here too. Facts hold integers only, at most one for each thing, with their
own ids; a case has its own session id, one case lives at a time behind a lock, and is deleted afterwards; a first rule
always fires, because deleting a case in which nothing ever fired crashes the process. After any error of the engine the
whole rule set is dropped, and built again for the next case.
"""

from __future__ import annotations

import json
import sys
import threading
import weakref
from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping

from soco_rules.backends.durable.calculations import NVT
from soco_rules.backends.durable.calculations import Derived
from soco_rules.backends.durable.calculations import derived
from soco_rules.backends.durable.network import BEYOND
from soco_rules.backends.durable.network import LARGEST
from soco_rules.backends.durable.network import Body
from soco_rules.backends.durable.network import Choice
from soco_rules.backends.durable.network import Effect
from soco_rules.backends.durable.network import Head
from soco_rules.backends.durable.network import Network
from soco_rules.backends.durable.network import Test
from soco_rules.backends.durable.network import compile_network
from soco_rules.backends.durable.network import passes
from soco_rules.backends.durable.verdicts import resolve
from soco_rules.model.program import Evaluation
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import Verdict
from soco_rules.model.values import Absent
from soco_rules.model.values import Value

try:
    import durable_rules_engine as _core
except ImportError as error:
    _core = None
    _IMPORT_ERROR = str(error)

MOST_RULES = 1000
MOST_PATTERNS = 2000
MOST_TESTS = 400
MOST_PASSED = 60
MOST_SHARERS = 250
MOST_THINGS = 4000
_GROUP = 16
_SESSIONS = 64


class DurableError(RuntimeError):
    """The engine failed on this case, or is not there; the case has no second calculation."""


class DoesNotFitError(DurableError):
    """The program is larger than the engine can bear; the message is the Dutch reasons of `limits`."""


def available() -> bool:
    """Whether durable-rules can be used here."""
    return _core is not None


def unavailable_because() -> str | None:
    """Why there is no second calculator here, as a Dutch sentence; None when there is one."""
    if _core is not None:
        return None
    if sys.platform == "win32":
        return "de tweede rekenaar (durable-rules) werkt niet op Windows"
    if sys.version_info >= (3, 13):
        return "de tweede rekenaar (durable-rules) werkt tot en met Python 3.12"
    return f"de tweede rekenaar (durable-rules) is niet te laden: {_IMPORT_ERROR}"


def limits(program: Program) -> tuple[str, ...]:
    """Why this program does not fit the second calculator, in Dutch; empty when it fits."""
    return _limits(compile_network(program))


def _limits(network: Network) -> tuple[str, ...]:
    bodies = [rule.body for rule in network.rules]
    tests = _tests(bodies)
    return tuple(
        f"{what}: {number}, en de tweede rekenaar kan er ten hoogste {most} aan"
        for what, number, most in (
            ("regels na vertaling", len(bodies), MOST_RULES),
            ("vergelijkingen na vertaling", sum(map(len, bodies)), MOST_PATTERNS),
            ("waarden en onderdelen van voorwaarden", network.things, MOST_THINGS),
            (
                "vergelijkingen van een en dezelfde waarde",
                max(map(len, tests.values()), default=0),
                MOST_TESTS,
            ),
            (
                "vergelijkingen die tegelijk opgaan",
                max((_most_passed(nodes) for nodes in tests.values() if len(nodes) > MOST_PASSED), default=0),
                MOST_PASSED,
            ),
            ("regels met een en dezelfde vergelijking", _most_sharers(bodies), MOST_SHARERS),
        )
        if number > most
    )


def prepare(program: Program) -> Callable[[Mapping[Slot, Value]], Evaluation]:
    """The program as a function of the supplied values; safe to call from several threads, one at a time runs.

    Raises:
        DoesNotFitError: the program is too large.
        DurableError: the library is not there; the function itself raises it when the engine fails on a case.
    """
    return _Calculator(fitting(program)).evaluate


def fitting(program: Program) -> Network:
    """The network of a program that the engine can bear.

    Raises:
        DoesNotFitError: the program is too large.
        DurableError: the library is not there.
    """
    if reason := unavailable_because():
        raise DurableError(reason)
    network = compile_network(program)
    if reasons := _limits(network):
        raise DoesNotFitError("; ".join(reasons))
    return network


def _tests(bodies: list[Body]) -> dict[int, set[tuple[Test, ...]]]:
    """For each thing the nodes of the network that look at its fact: every pattern and every beginning of one."""
    tests: dict[int, set[tuple[Test, ...]]] = {}
    for body in bodies:
        for thing, passed in body:
            tests.setdefault(thing, set()).update(passed[: size + 1] for size in range(len(passed)))
    return tests


def _most_passed(nodes: set[tuple[Test, ...]]) -> int:
    """How many of the nodes one fact can pass: that changes only at the constants."""
    constants = {constant for node in nodes for _, _, constant in node}
    values = {constant + step for constant in constants for step in (-1, 0, 1)}
    return max(sum(all(passes(test, value) for test in node) for node in nodes) for value in (None, *values))


def _most_sharers(bodies: list[Body]) -> int:
    return max(Counter(pattern for body in bodies for pattern in body).values(), default=0)


def _definition(network: Network) -> str:
    rules: dict[str, object] = {"start": {"all": [{"m": {"z": 1}}]}}
    for number, rule in enumerate(network.rules):
        rules[str(number)] = {
            "all": [{f"m{place}": _pattern(*pattern)} for place, pattern in enumerate(rule.body)]
        }
    return json.dumps(rules)


def _pattern(thing: int, tests: tuple[Test, ...]) -> dict[str, object]:
    """First the group of the thing and the thing itself: the engine looks through all patterns at one level."""
    return {"$and": [{"g": thing // _GROUP}, {"e": thing}, *map(_test, tests)]}


def _test(test: Test) -> dict[str, object]:
    name, operator, constant = test
    return {name: constant} if operator == "$eq" else {operator: {name: constant}}


class _RuleSet:
    """A rule set in the engine, deleted with this object."""

    def __init__(self, network: Network) -> None:
        self.handle: int = _core.create_ruleset("soco", _definition(network))
        self.drop = weakref.finalize(self, _core.delete_ruleset, self.handle)


class _Calculator:
    """One program: its rule set, rebuilt after an error, and the lock that lets one case live at a time."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._lock = threading.Lock()
        self._rules: _RuleSet | None = _RuleSet(network)
        self._heads = {str(number): _bound(rule.heads) for number, rule in enumerate(network.rules)}
        self._at_start = _bound(network.at_start)
        self._followers = {thing: _bound(heads) for thing, heads in network.followers.items()}
        self._facts = tuple(_fact(network, thing) for thing in range(network.things))
        self._cases = 0

    def evaluate(self, supplied: Mapping[Slot, Value]) -> Evaluation:
        """The evaluation of one case."""
        with self._lock:
            rules = self._rules or _RuleSet(self._network)
            self._rules = None  # only a case without an error puts the rule set back
            self._cases += 1
            session = str(self._cases % _SESSIONS)
            case = _Case(self._network, self._facts, self._followers, rules.handle, session)
            try:
                self._derive(case, supplied)
            except _core.error as error:
                msg = f"de berekening liep vast ({error})"
                raise DurableError(msg) from error
            self._rules = rules
        return case.evaluation()

    def _derive(self, case: _Case, supplied: Mapping[Slot, Value]) -> None:
        """Run the agenda: each rule fires at most once, and each definition is at most once decided early."""
        handle, state = case.handle, case.open()
        firing: str | None = _core.start_action_for_state(handle, state)[1]
        try:
            case.supply(supplied)
            case.conclude(self._at_start)
            firing = _core.complete_and_start_action(handle, state)
            for _ in range(len(self._heads) + len(self._network.choices) + 2):
                if firing is not None:
                    case.conclude(self._heads[firing[2 : firing.index('"', 2)]])
                    firing = _core.complete_and_start_action(handle, state)
                elif case.decide_with_what_is_open():
                    started = _core.start_action_for_state(handle, state)
                    firing = None if started is None else started[1]
                else:
                    return
        finally:
            _core.delete_state(handle, case.session)
        msg = "de afleiding komt niet tot een einde"
        raise DurableError(msg)


_Conclusion = tuple[Callable[["_Case", int, Derived], None], int, Derived, tuple[int, ...]]


def _bound(heads: tuple[Head, ...]) -> tuple[_Conclusion, ...]:
    return tuple((_EFFECTS[head.effect], head.index, head.status, head.operands) for head in heads)


def _fact(network: Network, thing: int) -> tuple[str | None, str | None]:
    """What follows the session id in the fact for a known value (# stands for it) and in that for not applicable.

    None where no pattern would look at it.
    """
    names = network.properties.get(thing)
    if names is None:
        return None, None
    start = f'","id":"{thing}","g":{thing // _GROUP},"e":{thing}'
    known = start + "".join(f',"{name}":#' for name in "vhl" if name in names) + "}"
    absent = {"n": 1, "h": BEYOND, "l": -BEYOND}
    missing = start + "".join(f',"{name}":{number}' for name, number in absent.items() if name in names) + "}"
    return known if names - {"n"} else None, missing if names - {"v"} else None


class _Case:
    """What is derived of one case so far. Everything here only ever goes from not known to known."""

    __slots__ = (
        "_awaited",
        "_bodies",
        "_calculated",
        "_checks",
        "_conditions",
        "_decision_gate",
        "_facts",
        "_followers",
        "_gates",
        "_left",
        "_network",
        "_news",
        "_start",
        "_values",
        "_verdicts",
        "handle",
        "session",
    )

    def __init__(
        self,
        network: Network,
        facts: tuple[tuple[str | None, str | None], ...],
        followers: Mapping[int, tuple[_Conclusion, ...]],
        handle: int,
        session: str,
    ) -> None:
        self.handle = handle
        self.session = session
        self._network = network
        self._facts = facts
        self._start = f'{{"sid":"{session}'
        self._values: list[Derived] = [None] * network.things
        self._bodies: list[Derived] = [None] * len(network.slots)
        self._gates: list[bool | None] = list(network.ungated)
        self._conditions: list[bool | None] = [None] * network.conditions
        self._awaited = list(network.awaited)
        self._calculated = [False] * len(network.formulas)
        self._followers = followers
        self._news: list[int] = []
        self._left = [choice.size for choice in network.choices]
        self._verdicts: list[tuple[Verdict, Value]] = [(Verdict(), Absent.UNKNOWN)] * len(network.choices)
        self._checks: list[Derived] = [None] * network.checks
        self._decision_gate: Derived = None if network.has_gate else True

    def open(self) -> int:
        """Start the case in the engine with the fact that fires the first rule; its state in there."""
        code, state = _core.assert_fact(self.handle, f'{self._start}","id":"start","z":1}}')
        _accept(code)
        return int(state)

    def supply(self, supplied: Mapping[Slot, Value]) -> None:
        """Take in the definite ones of the supplied values."""
        slots = self._network.slots
        for place in self._network.fields:
            value = derived(supplied.get(slots[place], Absent.UNKNOWN))
            if value is not None:
                self._bodies[place] = value
                if self._gates[place]:
                    self.derive(place, value)

    def conclude(self, conclusions: tuple[_Conclusion, ...]) -> None:
        """Everything that follows from a rule that fired."""
        values = self._values
        for effect, index, outcome, operands in conclusions:
            status = outcome
            for operand in operands:
                if values[operand] is NVT:
                    status = NVT
                    break
            effect(self, index, status)
        if self._news:
            self._follow()

    def _follow(self) -> None:
        """Calculate with what became known, until nothing new does."""
        while self._news:
            thing = self._news.pop()
            for effect, index, status, _ in self._followers[thing]:
                effect(self, index, NVT if self._values[thing] is NVT else status)

    def decide_with_what_is_open(self) -> bool:
        """Decide definitions of which the open conditions make no difference; whether there was one."""
        progress = False
        for number, choice in enumerate(self._network.choices):
            if self._gates[choice.step] and self._bodies[choice.step] is None:
                self._decide(number, choice)
                progress = progress or self._bodies[choice.step] is not None
        self._follow()
        return progress

    def evaluation(self) -> Evaluation:
        """The outcome, when nothing more follows."""
        values: list[Value] = [Absent.UNKNOWN if value is None else value for value in self._values]
        verdicts: dict[Slot, Verdict] = {}
        for number, choice in enumerate(self._network.choices):
            if self._left[number] and self._gates[choice.step]:
                self._decide(number, choice)
            verdict, value = self._verdicts[number]
            verdicts[self._network.slots[choice.step]] = verdict
            if self._gates[choice.step] and self._values[choice.step] is None:
                values[choice.step] = value
        return Evaluation(
            dict(zip(self._network.slots, values, strict=False)),
            verdicts,
            Absent.UNKNOWN if self._decision_gate is None else self._decision_gate,
            tuple(Absent.UNKNOWN if check is None else check for check in self._checks),
        )

    def derive(self, thing: int, value: Derived) -> None:
        """The thing has this value: the one place where a fact is asserted."""
        if self._values[thing] is not None:
            _same(self._values[thing], value)
            return
        self._values[thing] = value
        if thing in self._followers:
            self._news.append(thing)
        known, missing = self._facts[thing]
        fact = missing if value is NVT else known and known.replace("#", self._encoded(value))
        if fact is not None:
            _accept(_core.assert_fact(self.handle, self._start + fact)[0])

    def _encoded(self, value: Derived) -> str:
        if isinstance(value, int):
            return (
                str(int(value)) if -LARGEST <= value <= LARGEST else str(LARGEST if value > 0 else -LARGEST)
            )
        return str(self._network.symbols.get(value, -1) if isinstance(value, str) else -1)

    def _settle(self, step: int) -> None:
        gate, body = self._gates[step], self._bodies[step]
        if gate is False:
            self.derive(step, NVT)
        elif gate and body is not None:
            self.derive(step, body)

    def _decide(self, number: int, choice: Choice) -> None:
        conditions = self._conditions[choice.conditions : choice.conditions + choice.size]
        self._verdicts[number] = resolve(
            choice.rules, conditions, choice.outcomes, choice.otherwise, self._values
        )
        value = derived(self._verdicts[number][1])
        if value is not None:
            self.found(choice.step, value)

    def found(self, step: int, body: Derived) -> None:
        if self._bodies[step] is not None:
            _same(self._bodies[step], body)
            return
        self._bodies[step] = body
        self._settle(step)

    def decide_when_complete(self, number: int, _: Derived) -> None:
        """Also where the value was certain before, because the last condition may add an applying rule."""
        choice = self._network.choices[number]
        if self._left[number] == 0 and self._gates[choice.step]:
            self._decide(number, choice)

    def condition(self, index: int, status: Derived) -> None:
        holds = status is True
        if self._conditions[index] is not None:
            _same(self._conditions[index], holds)
            return
        self._conditions[index] = holds
        number = self._network.choice_of_condition[index]
        self._left[number] -= 1
        self.decide_when_complete(number, None)

    def gate(self, step: int, status: Derived) -> None:
        opens = status is True
        if self._gates[step] is not None:
            _same(self._gates[step], opens)
            return
        self._gates[step] = opens
        self._settle(step)
        if opens and step in self._network.choice_of_step:
            self.decide_when_complete(self._network.choice_of_step[step], None)

    def check(self, index: int, status: Derived) -> None:
        self._checks[index] = status

    def gate_of_decision(self, _: int, status: Derived) -> None:
        self._decision_gate = status

    def formula(self, index: int, status: Derived) -> None:
        formula = self._network.formulas[index]
        self._awaited[index] -= 1
        if self._calculated[index] or (self._awaited[index] and not formula.eager and status is not NVT):
            return
        value = formula.run(self._values)
        if value is not None:
            self._calculated[index] = True
            _EFFECTS[formula.head.effect](self, formula.head.index, value)


_EFFECTS: Mapping[Effect, Callable[[_Case, int, Derived], None]] = {
    Effect.CONDITION: _Case.condition,
    Effect.GATE: _Case.gate,
    Effect.VALUE: _Case.found,
    Effect.PART: _Case.derive,
    Effect.CHECK: _Case.check,
    Effect.DECISION_GATE: _Case.gate_of_decision,
    Effect.CHOICE: _Case.decide_when_complete,
    Effect.FORMULA: _Case.formula,
}


def _same(derived_before: Derived, derived_now: Derived) -> None:
    if derived_before != derived_now:
        msg = f"er volgen twee verschillende waarden: {derived_before!r} en {derived_now!r}"
        raise DurableError(msg)


def _accept(code: int) -> None:
    """0: the fact matches a pattern; 1: it matches none, for instance a number below every bound."""
    if code > 1:
        msg = f"een gegeven wordt niet aangenomen (code {code})"
        raise DurableError(msg)
