"""The judgements of several persons made one, as the rule file says under `meer_oordelen`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from soco_rules.diagnostics import Span
from soco_rules.dossiers.present import Judged
from soco_rules.model.agreement import Several
from soco_rules.model.case import Judgement
from soco_rules.model.values import parse_count


def of_each(judgements: Sequence[Judged]) -> tuple[Judged, ...]:
    """Of each person the last judgement, in the order of the acts; one without a value is taken back."""
    last = {" ".join(each.said.by.split()).casefold(): each for each in judgements}
    return tuple(
        sorted(
            (each for each in last.values() if each.said.value is not None),
            key=lambda each: each.entry.number,
        )
    )


def together(each: Sequence[Judged], several: Several, place: Span) -> Judgement:
    """What the judgements of some persons, one of each, come to; what each of them found is the reason.

    Its value is None where they do not agree and the rule file asks that they do.
    """
    value, how = _value(each, several)
    return Judgement(
        value,
        by=_series([one.said.by for one in each]),
        span=place,
        date=max(one.said.date for one in each),
        reason="; ".join(f"{one.said.by}: {one.said.value} ({one.said.reason})" for one in each) + how,
    )


def _value(each: Sequence[Judged], several: Several) -> tuple[str | None, str]:
    values = [one.said.value or "" for one in each]
    if len(each) == 1:
        return values[0], ""
    match several:
        case Several.UNANIMOUS:
            return (values[0], "") if len(set(values)) == 1 else (None, ". Zij zijn het nog niet eens")
        case Several.AVERAGE:
            total, count = sum(map(parse_count, values)), len(values)
            average = (2 * total + count) // (2 * count)
            exact = f" ({total} gedeeld door {count})" if total % count else ""
            return str(average), f". Het gemiddelde is {average}{exact}"
        case _:
            assert_never(several)


def _series(names: list[str]) -> str:
    return " en ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
