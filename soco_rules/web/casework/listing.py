"""Who is in a book, as rows of a page."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

from soco_rules.dossiers.directory import Line
from soco_rules.model.agreement import DecisionType
from soco_rules.model.values import month_in_words
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced

AT_ONCE = 50
"""How many dossiers stand on one page."""


@dataclass(frozen=True, slots=True)
class Row:
    """One dossier in a list: `waits` says what somebody has to do with it, `pending` which stand follows."""

    agreement: str
    number: int
    name: str
    member_number: str
    state: str
    round_name: str
    assignee: str
    waits: tuple[str, ...]
    pending: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of rows. `number` and `last` are those of the pages, counted from 1; `total` is of all rows."""

    rows: tuple[Row, ...]
    number: int
    last: int
    total: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What of an agreement a list needs."""

    agreement: str
    states: tuple[str, ...]
    decisions: Mapping[str, DecisionType]


def row_of(line: Line, rules: Rules) -> Row:
    """A dossier as a row."""
    if line.is_erased:
        return Row(rules.agreement, line.number, "(gewist)", "", "", "", "", ())
    return Row(
        agreement=rules.agreement,
        number=line.number,
        name=line.name or "(geen naam)",
        member_number=line.member_number,
        state=spaced(line.state(rules.states) or ""),
        pending=spaced(line.pending or ""),
        round_name=line.round_name or "",
        assignee=line.assignee or "",
        waits=tuple(_waiting(line, rules.decisions)),
    )


def _waiting(line: Line, decisions: Mapping[str, DecisionType]) -> Iterable[str]:
    for each in line.proposals:
        month = f" over {month_in_words(parse_date(each.month))}" if each.month else ""
        signed = ", een van twee heeft getekend" if each.is_signed else ""
        yield f"voorstel {each.number} wacht: {_title(decisions, each.besluit)}{month}{signed}"
    for besluit in line.returned:
        yield f"voorstel teruggegeven: {_title(decisions, besluit)}"
    for besluit in line.reopened:
        yield f"opnieuw te nemen: {_title(decisions, besluit)}"


def _title(decisions: Mapping[str, DecisionType], name: str) -> str:
    return decisions[name].title if name in decisions else spaced(name)


def on_page(lines: Sequence[Line], rules: Rules, number: int) -> Listed:
    """One page of some dossiers; the last one where there are fewer."""
    last = max(1, -(-len(lines) // AT_ONCE))
    number = min(max(1, number), last)
    shown = lines[(number - 1) * AT_ONCE : number * AT_ONCE]
    return Listed(tuple(row_of(line, rules) for line in shown), number, last, len(lines))


def by_state(lines: Iterable[Line], states: tuple[str, ...]) -> dict[str, int]:
    """How many dossiers have each stand, in the order of the agreement; stands of nobody are left out."""
    counted: dict[str, int] = {}
    for line in lines:
        state = None if line.is_erased else line.state(states)
        if state is not None:
            counted[state] = counted.get(state, 0) + 1
    return {state: counted[state] for state in states if state in counted}
