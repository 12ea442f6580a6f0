"""An invented caseload: the same members and months for the same seed, and never of real people.

Every draw is arithmetic on 32-bit numbers from the seed, the fact, the member and, where it is drawn each month, the
month: so more members, more months and more facts leave every other draw as it was, on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date

from soco_rules.backends.sql.encode import CODES
from soco_rules.backends.sql.encode import WHY
from soco_rules.model.program import Field
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.simulation.distributions import Distribution
from soco_rules.simulation.distributions import Distributions
from soco_rules.simulation.quoting import literal
from soco_rules.simulation.quoting import name as quoted

_LOW = "4294967295::UBIGINT"
"""The lowest 32 bits."""
_SPREAD = "2654435769::UBIGINT"
_STEPS = ((16, "2146121005::UBIGINT"), (15, "2221713035::UBIGINT"))
"""Shifts and odd numbers that spread the bits of what they are multiplied with; a product of two fits in 64 bits."""


def months_from(first: int, number: int) -> tuple[int, ...]:
    """So many months from the first day of one, as first days."""
    start = date.fromordinal(first)
    places = range(start.year * 12 + start.month - 1, start.year * 12 + start.month - 1 + number)
    return tuple(date(place // 12, place % 12 + 1, 1).toordinal() for place in places)


def drawn(
    fields: Mapping[Slot, tuple[Field, ...]],
    distributions: Distributions,
    months: tuple[int, ...],
    *,
    first: int,
    last: int,
    seed: int,
) -> str:
    """The query of the cases of some members, by number: `rij`, `lid`, `maand`, each slot with why it is absent."""
    dice = _Dice(seed)
    own, derived = [], []
    for slot, (field, *_) in fields.items():
        how = distributions.of(field.name, field.type)
        if how.share_of is not None:
            whole = f"{how.share_of}/{field.role}" if field.role else str(how.share_of)
            share = _share(dice.for_slot(slot, monthly=True), how, quoted(whole) if whole in fields else "0")
            derived += [f"{share} AS {quoted(slot)}", f"0 AS {quoted(slot + WHY)}"]
            continue
        throw = dice.for_slot(slot, monthly=not how.per_member)
        value = _draw(throw, field, how, str(months[0]) if how.per_member else "maand")
        absent = f"{throw('ontbreekt', 100)} < {how.lacking}" if field.type.may_be_absent else "false"
        own.append(f"CASE WHEN NOT ({absent}) THEN {value} END AS {quoted(slot)}")
        own.append(
            f"CASE WHEN {absent} THEN {CODES[Absent.NOT_APPLICABLE]} ELSE 0 END AS {quoted(slot + WHY)}"
        )
    rows = (
        f"SELECT (l.lid - 1) * {len(months)} + m.plaats AS rij, l.lid AS lid, m.maand AS maand, "
        f"l.lid::UBIGINT * {_SPREAD} & {_LOW} AS wie, "
        f"(l.lid * 1217 + m.maand)::UBIGINT * {_SPREAD} & {_LOW} AS wanneer FROM range({first}, {last + 1}) AS l(lid), "
        f"(VALUES {', '.join(f'({place}, {month})' for place, month in enumerate(months, 1))}) AS m(plaats, maand)"
    )
    thrown = dice.thrown(rows)
    once = f"SELECT {', '.join(['*', *own])} FROM ({thrown})"
    shared = [
        slot for slot, (field, *_) in fields.items() if distributions.of(field.name, field.type).share_of
    ]
    kept = [quoted(name) for slot in fields if slot not in shared for name in (slot, slot + WHY)]
    return f"SELECT {', '.join(['rij', 'lid', 'maand', *kept, *derived])} FROM ({once})"


Throw = Callable[[str, int], str]
"""A whole number from 0 to under a number of sides, each about as often, for a purpose."""


@dataclass(frozen=True, slots=True)
class _Dice:
    """The dice that are thrown: each a column, a number of 32 bits from the seed, the fact, the purpose and the row."""

    seed: int
    columns: dict[tuple[Slot, str], str] = dataclass_field(default_factory=dict)

    def for_slot(self, slot: Slot, *, monthly: bool) -> Throw:
        """The dice of one fact: the same every month, or others each month."""

        def throw(purpose: str, sides: int) -> str:
            digest = hashlib.sha256(f"{self.seed}:{slot}:{purpose}".encode()).digest()
            start = f"xor({'wanneer' if monthly else 'wie'}, {int.from_bytes(digest[:4])}::UBIGINT)"
            self.columns.setdefault((slot, purpose), start)
            return f"({self.column(slot, purpose)} % {sides})::BIGINT"

        return throw

    def column(self, slot: Slot, purpose: str) -> str:
        """The column of one of the dice."""
        return quoted(f"{slot}!{purpose}")

    def thrown(self, rows: str) -> str:
        """The rows with every one of the dice."""
        names = [self.column(*key) for key in self.columns]
        query = _with(rows, zip(names, self.columns.values(), strict=True), "*")
        kept = "rij, lid, maand"
        for shift, factor in _STEPS:
            mixed = ((name, f"xor({name}, {name} >> {shift}) * {factor} & {_LOW}") for name in names)
            query = _with(query, mixed, kept)
        return _with(query, ((name, f"xor({name}, {name} >> 16)") for name in names), kept)


def _with(rows: str, columns: Iterable[tuple[str, str]], kept: str) -> str:
    return f"SELECT {', '.join([kept, *(f'{value} AS {name}' for name, value in columns)])} FROM ({rows})"


def _draw(throw: Throw, field: Field, how: Distribution, month: str) -> str:
    type_ = field.type
    happens = f"{throw('kans', 100)} < {how.chance}"
    match type_.kind:
        case Kind.YES_NO:
            return happens
        case Kind.CHOICE:
            return _chosen(throw, type_.choices, how)
        case Kind.DATE:
            first, last = how.years
            return f"greatest(1, {month} - {365 * first + 1} - {throw('dag', 365 * (last - first) + 1)})"
        case Kind.TEXT:
            return "'verzonnen'"
        case Kind.DURATION:
            low, high = max(1, how.low), max(1, how.high)
            return f"{low} + {throw('duur', high - low + 1)}"
        case Kind.MONEY:
            number = f"{100 * how.low} + {_skewed(throw, 100 * (how.high - how.low))}"
            return _whole_euros(_within(field, f"CASE WHEN {happens} THEN {number} ELSE 0 END"))
        case Kind.PERCENTAGE:
            number = f"{100 * how.low} + {_skewed(throw, 100 * (how.high - how.low))}"
            return _within(field, f"CASE WHEN {happens} THEN {number} ELSE 0 END")
        case Kind.COUNT:
            number = f"{how.low} + {_skewed(throw, how.high - how.low)}"
            return _within(field, f"CASE WHEN {happens} THEN {number} ELSE 0 END")


def _chosen(throw: Throw, choices: Iterable[str], how: Distribution) -> str:
    weights = {choice: how.weights.get(choice, 0) for choice in choices}
    if not any(weights.values()):
        weights = dict.fromkeys(weights, 1)
    number, reached, cases = throw("keuze", sum(weights.values())), 0, []
    for choice, weight in weights.items():
        reached += weight
        cases.append(f"WHEN {number} < {reached} THEN {literal(choice)}")
    return f"CASE {' '.join(cases)} END"


def _share(throw: Throw, how: Distribution, whole: str) -> str:
    part = f"{how.low} + {throw('deel', how.high - how.low + 1)}"
    share = f"coalesce({whole}, 0) * ({part}) // 100"
    return _whole_euros(f"CASE WHEN {throw('kans', 100)} < {how.chance} THEN {share} ELSE 0 END")


def _skewed(throw: Throw, width: int) -> str:
    """A whole number from 0 to a width of which the low ones are the most frequent: the square of an even chance."""
    height = throw("hoogte", 1001)
    return f"{height} * {height} * {width} // 1000000"


def _within(field: Field, number: str) -> str:
    low, high = field.type.minimum, field.type.maximum
    number = f"greatest({number}, {low})" if isinstance(low, int) else number
    return f"least({number}, {high})" if isinstance(high, int) else number


def _whole_euros(cents: str) -> str:
    """Amounts of whole euros, as people write them."""
    return f"({cents}) // 100 * 100"
