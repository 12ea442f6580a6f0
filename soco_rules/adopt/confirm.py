"""Whether a stored adoption is what adopting gives now: a file can be changed or made by hand."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.adopt.decision import adopt
from soco_rules.adopt.deviation import RULE
from soco_rules.adopt.statement import HERE
from soco_rules.adopt.statement import Deviating
from soco_rules.adopt.statement import Statement
from soco_rules.catalogue import finding
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Deviation
from soco_rules.model.values import Role
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.model.workspace import Workspace
from soco_rules.replay import case_of
from soco_rules.replay import compare
from soco_rules.replay import replay

CODE = "vaststelling-klopt-niet"


def doubts(
    adoption: Adoption, workspace: Workspace, *, second: SecondCalculator = in_process
) -> tuple[Diagnostic, ...]:
    """Why this adoption cannot come from these rules, this register and what the person said; none when it can.

    Another version of soco_rules, or a rule file that only looks different, is no reason to doubt.
    """
    return tuple(
        finding(CODE, HERE, message) for message in dict.fromkeys(_doubts(adoption, workspace, second))
    )


def _doubts(adoption: Adoption, workspace: Workspace, second: SecondCalculator) -> Iterator[str]:
    stored = adoption.decision
    again, differences = replay(stored, workspace, second=second)
    if again is None:
        yield from (f"het besluit is {each.now}" for each in differences)
        return
    changed = compare(stored.model_copy(update={"receipt": again.receipt}), again)
    if changed:
        yield f"de regels geven iets anders dan het besluit in dit bestand: {changed[0]}"
        return
    adopted, findings = adopt(again, _statement(adoption), workspace, second=second)
    if adopted is None:
        yield from (found.message for found in findings if found.is_error)
        return
    for name, field in Adoption.model_fields.items():
        if name not in _TAKEN_AGAIN and getattr(adoption, name) != getattr(adopted, name):
            yield f"'{spaced(field.alias or name)}' in dit bestand is niet wat bij het vaststellen hoort"


_TAKEN_AGAIN = frozenset({"decision"})


def _statement(adoption: Adoption) -> Statement:
    """What the person said who adopted, as far as the adoption tells."""
    return Statement(
        by=adoption.by,
        function=adoption.function,
        date=parse_date(adoption.date),
        sent_on=parse_date(adoption.sent_on),
        hearing=adoption.hearing,
        reasons=adoption.reasons,
        deviation=_deviating(adoption.deviation) if adoption.deviation else None,
        own_letter=adoption.own_letter,
        function_from=adoption.function_from,
    )


def _deviating(deviation: Deviation) -> Deviating:
    after = deviation.consequences
    outcomes = {
        Role(ground.role) if ground.role else None: ground.outcome or ""
        for ground in after.grounds
        if ground.rule == RULE
    }
    return Deviating(outcomes, deviation.reason, case_of(after))
