"""Whether a stored adoption is what adopting gives now: a file can be changed or made by hand."""

from __future__ import annotations

from collections.abc import Iterable
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
from soco_rules.model.decision import Decision
from soco_rules.model.values import Role
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.model.workspace import Workspace
from soco_rules.replay import NOTHING
from soco_rules.replay import Difference
from soco_rules.replay import case_of
from soco_rules.replay import compare
from soco_rules.replay import replay

CODE = "vaststelling-klopt-niet"


def confirmed(
    adoption: Adoption, workspace: Workspace, *, second: SecondCalculator = in_process
) -> tuple[Adoption, tuple[Diagnostic, ...]]:
    """An adoption as it is told now, and why it cannot come from these rules, this register and what the person said.

    Another version of soco_rules, or a rule file that only looks different, is no reason to doubt. What an older
    version did not tell yet, or told in words of its own, is then told as now; where there is doubt nothing changes.
    """
    stored = adoption.decision
    again, differences = replay(stored, workspace, second=second)
    if again is None:
        return adoption, _doubts(f"het besluit is {each.now}" for each in differences)
    if changed := _changed(stored, again):
        return adoption, _doubts([f"de regels geven iets anders dan het besluit in dit bestand: {changed}"])
    adopted, findings = adopt(again, _statement(adoption), workspace, second=second)
    if adopted is None:
        return adoption, _doubts(found.message for found in findings if found.is_error)
    if wrong := tuple(_otherwise(adoption, adopted)):
        return adoption, _doubts(wrong)
    told = {
        "decision": _told_as(again, stored),
        "on_application": adopted.on_application,
        "deviation": _deviation_as(adopted.deviation, adoption.deviation),
    }
    return adoption.model_copy(update=told), ()


def _doubts(messages: Iterable[str]) -> tuple[Diagnostic, ...]:
    return tuple(finding(CODE, HERE, message) for message in dict.fromkeys(messages))


def _changed(stored: Decision, again: Decision) -> str:
    """What the rules give otherwise now; nothing where only an older version told it differently."""
    differences = compare(_told_as(stored, again), again)
    return next((str(each) for each in differences if not _is_told_by_older(each)), "")


def _is_told_by_older(difference: Difference) -> bool:
    is_new = difference.is_of_words and difference.before in ("", NOTHING)
    return is_new or not _REPHRASED.isdisjoint(difference.what.split())


def _otherwise(adoption: Adoption, adopted: Adoption) -> Iterator[str]:
    for name, field in Adoption.model_fields.items():
        match name:
            case "decision":
                is_same = True
            case "on_application":  # one of before this was kept does not say it
                is_same = adoption.on_application in {None, adopted.on_application}
            case "deviation":
                is_same = _is_same_deviation(adoption.deviation, adopted.deviation)
            case _:
                is_same = bool(getattr(adoption, name) == getattr(adopted, name))
        if not is_same:
            yield f"'{spaced(field.alias or name)}' in dit bestand is niet wat bij het vaststellen hoort"


def _is_same_deviation(stored: Deviation | None, again: Deviation | None) -> bool:
    if stored is None or again is None:
        return stored is again
    is_said = (stored.outcome, stored.reason) == (again.outcome, again.reason)
    return is_said and not _changed(stored.consequences, again.consequences)


def _deviation_as(told: Deviation | None, stored: Deviation | None) -> Deviation | None:
    if told is None or stored is None:
        return told
    return told.model_copy(update={"consequences": _told_as(told.consequences, stored.consequences)})


def _told_as(told: Decision, stored: Decision) -> Decision:
    """A decision in its own words, calculated with what another was calculated with."""
    return told.model_copy(update={"receipt": stored.receipt})


_REPHRASED = frozenset({"omdat", "plaats"})
"""Why a rule fell away, which soco_rules words itself, and where it stands in its file."""


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
        dated_back=adoption.dated_back,
    )


def _deviating(deviation: Deviation) -> Deviating:
    after = deviation.consequences
    outcomes = {
        Role(ground.role) if ground.role else None: ground.outcome or ""
        for ground in after.grounds
        if ground.rule == RULE
    }
    return Deviating(outcomes, deviation.reason, case_of(after))
