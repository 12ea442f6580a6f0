"""One month is decided once: why a besluit cannot be taken again, and which corrections wait for what follows."""

from __future__ import annotations

from collections.abc import Iterable

from soco_rules.catalogue import finding
from soco_rules.compiler.program import PERIOD_START
from soco_rules.compiler.query import THIS
from soco_rules.compiler.query import Pool
from soco_rules.compiler.query import Query
from soco_rules.compiler.query import Take
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.plan import Plan
from soco_rules.dossiers.present import Standing
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import reopened_of
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import All
from soco_rules.model.program import Compare
from soco_rules.model.program import Node
from soco_rules.model.program import Read
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import parse_date


def decided_before(plan: Plan, dossier: Dossier, month: str | None) -> Diagnostic | None:
    """Why a besluit about a month (its first day) cannot be taken again; None where it can.

    It can where it corrects another, and where what it rests on of that very month was decided anew since: a second
    correction may have a second claim behind it. That one was reopened, the caller looks at.
    """
    besluit = plan.besluit
    if month is None or not besluit.monthly or besluit.corrects:
        return None
    taken = _standing(dossier, besluit.name, month)
    if not taken or _rests_on_newer(plan, dossier, month, max(each.entry.number for each in taken)):
        return None
    when = as_dutch(parse_date(month), Kind.DATE).removeprefix("1 ")
    message = f"Over {when} is al besloten over '{besluit.title}' (handeling {taken[0].entry.number})."
    others = plan.compiled.stack.decisions.values()
    correcting = next((other for other in others if other.corrects == besluit.name), None)
    remedy = f"neem het besluit '{correcting.title}' ({correcting.name})" if correcting else ""
    return finding("al-besloten", place_of(dossier.number), message, remedy=remedy)


def is_of_this_month(query: Query) -> bool:
    """Whether a definition looks for a decision about the very month that is decided on."""
    return query.whole is not None and any(
        isinstance(part, Compare)
        and part.comparator is Comparator.EQUAL
        and {part.left, part.right} == {Read(PERIOD_START), Read(f"{THIS}{PERIOD_START}")}
        for part in _parts(query.whole)
    )


def corrections_before(
    plan: Plan, query: Query, dossier: Dossier, found: Iterable[Standing], month: str
) -> tuple[Entry, ...]:
    """The corrections of a month of which the last tells only the difference with the one before, and that one too.

    What a correction alone says, and not what it corrects, is about that difference: where two corrections came before
    the besluit that follows on them, the last does not say it all. Those in whose place another came are given, the
    last of all behind them; none where one correction says everything.
    """
    if not (query.pool is Pool.DECISIONS and query.take in {Take.FIRST, Take.LAST}):
        return ()
    if not (_tells_a_difference(plan, query) and is_of_this_month(query)):
        return ()
    assert isinstance(query.taken, Read)
    followed = _last_followed(dossier, plan.besluit.name, month)
    for standing in found:
        earlier = tuple(
            entry
            for entry in standing.replaced
            if entry.subject == query.besluit
            and entry.number > followed
            and entry.adopted_values.get(query.taken.slot) not in {None, NOT_APPLICABLE_TEXT}
        )
        if standing.entry.month == month and earlier:
            return (*earlier, standing.entry)
    return ()


def several_corrections(plan: Plan, query: Query, number: int, corrections: tuple[Entry, ...]) -> Diagnostic:
    """That the last of some corrections does not say all that is counted."""
    correction = plan.compiled.stack.decisions[query.besluit or ""]
    acts = [str(entry.number) for entry in corrections]
    first = corrections[0].month
    when = "" if first is None else as_dutch(parse_date(first), Kind.DATE).removeprefix("1 ")
    message = (
        f"'{query.fact.name}' is niet af te leiden: over {when} is meer dan eens besloten over "
        f"'{correction.title}' (handelingen {', '.join(acts[:-1])} en {acts[-1]}) zonder "
        f"'{plan.besluit.title}' daartussen. Elk van die besluiten zegt alleen het verschil met het vorige."
    )
    return finding("meer-correcties", place_of(number), message)


def _tells_a_difference(plan: Plan, query: Query) -> bool:
    """Whether what is taken stands in a correction only, and not also in what it corrects."""
    decisions = plan.compiled.stack.decisions
    corrected = decisions[query.besluit or ""].corrects
    if corrected is None or query.besluit == plan.besluit.name or not isinstance(query.taken, Read):
        return False
    besluit = decisions[corrected]
    return query.taken.slot.partition("/")[0] not in {besluit.outcome, *besluit.also}


def _last_followed(dossier: Dossier, besluit: str, month: str) -> int:
    """The act of the last decision that followed on corrections of a month and does not wait to be taken again."""
    again = {standing.entry.number for standing, _ in reopened_of(dossier)}
    acts = {each.entry.number for each in _standing(dossier, besluit, month)}
    return max(acts - again, default=0)


def _rests_on_newer(plan: Plan, dossier: Dossier, month: str, act: int) -> bool:
    return any(
        each.entry.number > act
        for runner in plan.runners
        if runner.query.pool is Pool.DECISIONS and is_of_this_month(runner.query)
        for each in _standing(dossier, runner.query.besluit or "", month)
        if runner.query.besluit != plan.besluit.name
    )


def _standing(dossier: Dossier, besluit: str, month: str) -> tuple[Standing, ...]:
    return tuple(each for each in adopted_of(dossier, besluit) if each.entry.month == month)


def _parts(node: Node) -> Iterable[Node]:
    if isinstance(node, All):
        for operand in node.operands:
            yield from _parts(operand)
    else:
        yield node
