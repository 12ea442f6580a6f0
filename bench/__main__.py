"""Print the figures of one run: a decision in three engines, the shipped agreements, cold starts."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench.book import book
from bench.caseload import caseload
from bench.desk import desk
from bench.dossiers import dossiers
from bench.example import DATES
from bench.example import HERE
from bench.example import Inputs
from bench.example import case_of
from bench.example import compiled
from bench.example import example
from bench.example import loaded
from bench.example import random_inputs
from bench.example import rules_of
from bench.first_letter import WRITERS
from bench.first_letter import composed
from bench.letters import NUMBER as LETTERS
from bench.letters import OURS as TYPST
from bench.letters import THEIRS as WEASYPRINT
from bench.letters import first_letters
from bench.letters import many_letters
from bench.letters import no_weasyprint
from bench.letters import settlement
from bench.openfisca_system import openfisca
from bench.proofs import proofs
from bench.scenarios import ALONE
from bench.scenarios import NUMBER
from bench.scenarios import OURS
from bench.scenarios import a_thousand_scenarios
from bench.settlement import OURS as SETTLED
from bench.settlement import THEIRS as PANDAS
from bench.settlement import month_of
from bench.starting import starting
from bench.timing import Call
from bench.timing import Timing
from bench.timing import first_time
from bench.timing import in_units
from bench.timing import repeated
from bench.timing import side_by_side
from bench.timing import started
from bench.verdicts import faster
from bench.verdicts import row
from bench.verdicts import starts
from bench.verdicts import takes
from bench.verdicts import within
from bench.zen_graph import zen_engine
from soco_rules.backends import durable
from soco_rules.backends import reference
from soco_rules.backends.compare import disagreements
from soco_rules.decide import prepare
from soco_rules.decide import propose
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.follow import FEATURES
from soco_rules.follow import TEMPLATES
from soco_rules.follow import saves
from soco_rules.follow import situation
from soco_rules.model.case import Case
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.parser.case import read_case
from soco_rules.parser.workspace import AGREEMENTS
from soco_rules.review import review

ROOT = HERE.parent
CASES, WARM_UP = 1200, 200
REPEATS, STARTS = 20, 11
SCENARIO_RUNS = 5
LETTER_RUNS = 2

ZEN, ZEN_UNTRACED = "zen-engine with trace", "zen-engine without trace"
OPENFISCA = "openfisca-core without trace"
REFERENCE, DURABLE = "reference, every value and verdict", "durable-rules, every value and verdict"
BOTH = "both calculators, compared, receipt"
PROPOSED, FROM_CASE = "the same with Dutch reasons (Decision)", "the same, from the case as handed in"

ADMISSION = (
    *("besluit", "delft/scope", "toelating", "--zaak", "docs/voorbeelden/delft-toelating.yaml"),
    *("--peildatum", "2026-10-15", "--besluitdatum", "2026-10-20"),
)

Argument = TypeVar("Argument")


def main() -> None:
    """Print everything, each part as soon as it is known."""
    os.chdir(ROOT)
    for part in (
        heading,
        example_decision,
        caseload,
        shipped_agreements,
        proven,
        letters,
        scenarios,
        dossiers,
        book,
        month,
        desk,
        starting,
        cold_starts,
    ):
        for line in part():
            print(line, flush=True)
        print()


def heading() -> Iterator[str]:
    """What was measured, and where."""
    names = ("soco-rules", "zen-engine", "openfisca-core", "durable-rules", "duckdb", "polars")
    yield ", ".join(f"{name} {version(name)}" for name in names)
    yield f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    yield f"load {os.getloadavg()[0]:.1f} at the start: on a busy machine every figure is too high"
    yield "each figure: median (fastest to ninth of ten)"


def example_decision() -> Iterator[str]:
    """One decision on the example, with the same answers from every engine."""
    program = example()
    cases = random_inputs(program, CASES)
    check_answers(program, cases)
    calculators = prepare(program)  # new ones, to which every case is new
    second = durable.prepare(program)
    handed_in = [case_of(program, inputs) for inputs in cases]
    bound = [bind(program, case, DATES)[0] for case in handed_in]

    def both(inputs: Inputs) -> object:
        ours, theirs = calculators.reference(inputs), second(inputs)
        return ours, disagreements(program, ours, theirs), calculators.receipt

    def from_case(case: Case) -> Decision:
        return propose(calculators, bind(program, case, DATES)[0], DATES)

    figures = side_by_side(
        {
            REFERENCE: _calls(reference.prepare(program), cases),
            ZEN: _calls(zen_engine(program, traced=True), cases),
            ZEN_UNTRACED: _calls(zen_engine(program, traced=False), cases),
            OPENFISCA: _calls(openfisca(program), cases),
            DURABLE: _calls(second, cases),
            BOTH: _calls(both, cases),
            PROPOSED: _calls(lambda one: propose(calculators, one, DATES), bound),
            FROM_CASE: _calls(from_case, handed_in),
        },
        warm_up=WARM_UP,
    )
    rules, facts, concepts = len(rules_of(program)), len(program.fields), len(program.definitions)
    yield f"One decision on {rules} rules: {facts} facts give {concepts} values."
    yield f"{CASES} cases, every value equal in every engine, every rule decides some case; {WARM_UP} to warm up."
    for name, timing in figures.items():
        yield row(name, timing)
    ours, theirs = ("reference", figures[REFERENCE]), ("zen+trace", figures[ZEN])
    yield faster(ours, theirs, goal=10, floor=3)
    yield faster(ours, ("openfisca", figures[OPENFISCA]), goal=10, floor=3)
    yield takes(("both+receipt", figures[BOTH]), theirs, goal=1.5, floor=3)
    yield takes(("with reasons", figures[PROPOSED]), theirs, goal=1.5, floor=3)


def check_answers(program: Program, cases: Sequence[Inputs]) -> None:
    """A race between different answers is worth nothing, and neither is one over rules that decide nothing."""
    calculators, second = prepare(program), durable.prepare(program)
    zen, fisca = zen_engine(program, traced=True), openfisca(program)
    slots = [definition.slot for definition in program.definitions]
    deciding: set[tuple[Slot, int]] = set()
    for inputs in cases:
        truth = calculators.reference(inputs)
        expected = {slot: truth.values[slot] for slot in slots}
        for answer in (zen(inputs), fisca(inputs), second(inputs).values):
            if expected != (found := {slot: answer[slot] for slot in slots}):
                raise SystemExit(f"different answers to {inputs}:\n{expected}\n{found}")
        bound, _ = bind(program, case_of(program, inputs), DATES)
        decision = propose(calculators, bound, DATES)
        if (DecisionStatus.KNOWN, expected[program.outcome[0]]) != (decision.status, decision.outcome):
            raise SystemExit(f"a different decision on {inputs}: {decision.status}, {decision.outcome}")
        deciding |= {(slot, rule) for slot, verdict in truth.verdicts.items() for rule in verdict.winning}
    if len(deciding) != len(rules_of(program)):
        raise SystemExit(f"the cases reach {len(deciding)} of {len(rules_of(program))} rules")


def shipped_agreements() -> Iterator[str]:
    """The real rule files, and a real decision: what a member of Scope keeps of a month."""
    dates = Dates(date(2026, 10, 1).toordinal(), date(2026, 11, 10).toordinal())
    workspace = loaded(ROOT)
    compile_one = partial(compiled, workspace, "delft/scope", "verrekening", dates.reference)
    program = compile_one()
    file = Path("docs/voorbeelden/delft-verrekening.yaml")
    case, findings = read_case(str(file), file.read_bytes())
    if case is None:
        raise SystemExit(f"{file}: {findings}")
    calculators = prepare(program)
    bound = bind(program, case, dates)[0]
    lines = sum(text.count("\n") for text in workspace.sources.values())
    rules, steps = len(rules_of(program)), len(program.steps)
    yield f"The shipped agreements: {len(workspace.sources)} rule files, {lines} lines."
    read = first_time("from bench.example import HERE, loaded", "loaded(HERE.parent)", STARTS)
    yield row("read all, for the first time", read)
    every = partial(review, workspace, workspace.agreements)
    yield row("every finding about all (controleer)", repeated(every, 5))
    for name in ("delft/scope", "landelijk/participatiewet"):
        after_save = after_saves(workspace.agreements[name][-1].path, STARTS)
        yield row(f"findings after a save (--volg), {name}", after_save)
        yield within(f"a save of {name}, all shipped agreements loaded", after_save, goal=0.15)
    yield row("compile one decision, delft/scope verrekening", repeated(compile_one, REPEATS))
    yield row("make its calculators ready", repeated(partial(prepare, program), REPEATS))
    yield f"One decision of it on {rules} rules and {steps} fields and concepts."
    calls: dict[str, Call] = {
        REFERENCE: partial(calculators.reference, bound.values),
        DURABLE: partial(durable.prepare(program), bound.values),
        PROPOSED: partial(propose, calculators, bound, dates),
    }
    figures = side_by_side({name: [call] * CASES for name, call in calls.items()}, WARM_UP)
    for name, timing in figures.items():
        yield row(name, timing)


def proven() -> Iterator[str]:
    """Every proof about every shipped agreement."""
    return proofs(loaded(ROOT))


def letters() -> Iterator[str]:
    """The letter about a month of a member of Scope as PDF."""
    decision, lacking = settlement(ROOT), no_weasyprint()
    names = (TYPST,) if lacking else (TYPST, WEASYPRINT)
    yield f"Letters as PDF/UA, beside WeasyPrint on the same words. {lacking}".rstrip()
    first = first_letters(decision, STARTS, names)
    for name, start in first.items():
        yield row(f"first letter, {name}, by the clock", start.clock)
        yield row(f"first letter, {name}, processor", start.processor)
    yield starts("first letter", first[TYPST], goal=1)
    many = many_letters(composed(decision), LETTER_RUNS, {name: WRITERS[name] for name in names})
    for name, timing in many.items():
        yield row(f"{LETTERS} letters, {name}", timing)
    if not lacking:
        yield faster((TYPST, many[TYPST]), (WEASYPRINT, many[WEASYPRINT]), goal=5, floor=3)


def scenarios() -> Iterator[str]:
    """The policy tests."""
    number, figures = a_thousand_scenarios(ROOT, SCENARIO_RUNS)
    yield f"{NUMBER:,} scenarios, from {number:,} that were run: the shipped ones, more than once."
    for name, timing in figures.items():
        yield row(name, timing)
    yield takes((OURS, figures[OURS]), (ALONE, figures[ALONE]), goal=2, floor=2.5)


def month() -> Iterator[str]:
    """A month of a large cooperative, from its file to the overview."""
    found = month_of(loaded(ROOT))
    yield f"A month of {found.members:,} members from one file to the overview, once each way. {found.lacking}".rstrip()
    for name, seconds in found.clock.items():
        yield f"  {name:<44}{in_units(seconds):>9}   processor {in_units(found.processor[name])}"
    if PANDAS in found.processor:
        times = found.processor[SETTLED] / found.processor[PANDAS]
        yield f"  => with facts, reasons, two calculators and a proof of each act: {times:.0f}x the time of the sums alone"


def after_saves(file: str, times: int) -> Timing:
    """Everything that `soco controleer --volg` does between seeing a save and its last finding, in a copy."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in (AGREEMENTS, FEATURES, TEMPLATES):
            shutil.copytree(ROOT / name, root / name)
        text = (root / file).read_text("utf-8")
        edits = iter(range(times + 1))

        def batches() -> Iterator[tuple[str]]:
            for number in edits:
                (root / file).write_text(f"{text}# {number}\n", "utf-8")
                yield (file,)

        following = saves(root, situation(root, root), batches(), shipped=root)
        return repeated(lambda: list(next(following).findings()), times)


def cold_starts() -> Iterator[str]:
    """New processes, with the compiled modules (.pyc) of Python and without any, as on a first start."""
    soco = str(Path(sys.executable).with_name("soco"))
    bare = started((sys.executable, "-c", ""), STARTS)
    yield f"Cold starts, {STARTS} of each: by the clock, and in processor time."
    yield row("python itself, by the clock", bare.clock)
    for name, command, goal in (("soco --help", ("--help",), 0.3), ("soco besluit", ADMISSION, 0.6)):
        warm = started((soco, *command), STARTS)
        yield row(f"{name}, by the clock", warm.clock)
        yield row(f"{name}, processor", warm.processor)
        yield starts(name, warm, goal=goal)
        first = started((soco, *command), STARTS, fresh_folder="PYTHONPYCACHEPREFIX")
        yield row(f"{name} without .pyc, by the clock", first.clock)
        yield row(f"{name} without .pyc, processor", first.processor)


def _calls(run: Callable[[Argument], object], arguments: Iterable[Argument]) -> list[Call]:
    return [partial(run, argument) for argument in arguments]


if __name__ == "__main__":
    main()
