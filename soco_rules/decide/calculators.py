"""A program made ready to decide with: its calculators, and what explaining needs and no case changes."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.backends import durable
from soco_rules.backends import reference as truth
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.explain.anatomy import Anatomy
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.anatomy import with_points_of
from soco_rules.explain.missing import Evaluate
from soco_rules.explain.reasons import Vocabulary
from soco_rules.explain.reasons import vocabulary
from soco_rules.explain.receipt import receipt_of
from soco_rules.explain.wording import text_of
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Status
from soco_rules.model.decision import Receipt
from soco_rules.model.program import Definition
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import iso_day

REFERENCE = "referentie"
SECOND = "durable-rules"

SecondCalculator = Callable[[Program], Evaluate]
"""Makes the second calculator of a program; its errors are those of `durable.prepare`."""

in_process: SecondCalculator = durable.prepare
"""The second calculator in this very process, for a command. A server has it apart: see `durable.apart`."""


@dataclass(frozen=True, slots=True)
class Calculators:
    """A program made ready: the reference, the second calculator where it can be used, and what explaining needs.

    `inside` is the reference for the anatomy of the program. `provisional` are the sentences with which every
    decision by it stays a draft.
    """

    program: Program
    reference: Evaluate
    second: Evaluate | None
    inside: Evaluate
    anatomy: Anatomy
    vocabulary: Vocabulary
    receipt: Receipt
    provisional: tuple[str, ...]
    findings: tuple[Diagnostic, ...]

    def kind_of(self, slot: Slot) -> Kind:
        """What sort of value a slot has."""
        return self.vocabulary.words.kinds[slot]

    def text_of(self, slot: Slot, value: Value) -> str | None:
        """The value of a slot as a decision has it; None for an absent one."""
        return text_of(value, slot, self.vocabulary.words)


def prepare(
    program: Program,
    *,
    twice: bool = True,
    like: Calculators | None = None,
    second: SecondCalculator = in_process,
) -> Calculators:
    """The calculators of a program: made once, used for any number of cases; `twice` is for what people decide on.

    Those of a program `like` it serve again where all that is calculated is the same: what is agreed comes with a case.
    """
    if like is not None and _calculates_the_same(program, like.program):
        return replace(
            like,
            program=program,
            anatomy=with_points_of(like.anatomy, program),
            vocabulary=vocabulary(program),
            receipt=receipt_of(program, like.receipt.calculators),
            provisional=tuple(_about_agreement(program.agreement)),
        )
    theirs, findings = _second_calculator(program, second) if twice else (None, ())
    anatomy = dissect(program)
    return Calculators(
        program=program,
        reference=truth.prepare(program),
        second=theirs,
        inside=truth.prepare(anatomy.inside),
        anatomy=anatomy,
        vocabulary=vocabulary(program),
        receipt=receipt_of(program, (REFERENCE, SECOND) if theirs else (REFERENCE,)),
        provisional=tuple(_about_agreement(program.agreement)),
        findings=findings,
    )


def _calculates_the_same(program: Program, other: Program) -> bool:
    """Whether two programs have the very same steps, but for what is agreed."""
    around = (program.gate, program.checks, program.outcome, program.also)
    return (
        around == (other.gate, other.checks, other.outcome, other.also)
        and len(program.steps) == len(other.steps)
        and all(map(_is_same_step, program.steps, other.steps))
    )


def _is_same_step(one: Field | Definition, other: Field | Definition) -> bool:
    if one is other:
        return True
    are_points = (
        isinstance(one, Field) and isinstance(other, Field) and one.origin is other.origin is Origin.POINT
    )
    return are_points and (one.slot, one.type) == (other.slot, other.type)


def _second_calculator(
    program: Program, second: SecondCalculator
) -> tuple[Evaluate | None, tuple[Diagnostic, ...]]:
    if not durable.available():
        return None, ()
    try:
        return second(program), ()
    except durable.DoesNotFitError as error:
        message = f"Besluit '{program.decision.name}' past niet in de tweede rekenaar: {error}."
        return None, (finding("tweede-rekenaar", program.decision.span, message),)


def _about_agreement(agreement: Agreement) -> Iterator[str]:
    version = f"{agreement.reference} (versie {iso_day(agreement.valid_from)})"
    if agreement.status is Status.DRAFT:
        yield f"De overeenkomst {version} is nog een concept."
    if agreement.status is Status.WITHDRAWN:
        yield f"De overeenkomst {version} is ingetrokken."
    if agreement.is_example:
        yield f"De overeenkomst {agreement.reference} is een voorbeeld, gemaakt uit openbare bronnen."
