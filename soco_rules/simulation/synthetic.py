"""An invented caseload: the same members and months for the same seed, and never of real people."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from random import Random

from soco_rules.backends import reference
from soco_rules.compiler.program import PERIOD_END
from soco_rules.compiler.program import PERIOD_START
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.facts import last_of_month
from soco_rules.model.case import Case
from soco_rules.model.program import Field
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from soco_rules.model.values import encode
from soco_rules.simulation.distributions import Distribution
from soco_rules.simulation.distributions import Distributions
from soco_rules.simulation.intake import INVENTED
from soco_rules.simulation.intake import MEMBER
from soco_rules.simulation.intake import MONTH
from soco_rules.simulation.intake import column_of

Drawn = Mapping[Slot, Value]


def months_from(first: int, number: int) -> tuple[int, ...]:
    """So many months from the first day of one, as first days."""
    start = date.fromordinal(first)
    places = range(start.year * 12 + start.month - 1, start.year * 12 + start.month - 1 + number)
    return tuple(date(place // 12, place % 12 + 1, 1).toordinal() for place in places)


def as_csv(
    programs: Mapping[int, tuple[Program, ...]],
    fields: Mapping[Slot, tuple[Field, ...]],
    distributions: Distributions,
    *,
    members: int,
    seed: int,
    progress: Callable[[int], None] = lambda _: None,
) -> str:
    """The file as text: for each member every month of `programs`, whose programs say which facts apply there."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([MEMBER, MONTH, *(column_of(declared[0]) for declared in fields.values())])
    ready = {month: _applying(found) for month, found in programs.items()}
    for number in range(1, members + 1):
        for month, drawn in _member(Random(f"{seed}:{number}"), fields, distributions, tuple(programs)):  # noqa: S311 - invents people, keeps no secret
            lacking = ready[month](drawn, month)
            cells = (
                "" if slot in lacking else encode(_shown(declared[0], drawn[slot]), declared[0].type.kind)
                for slot, declared in fields.items()
            )
            writer.writerow([f"{INVENTED}{number:06d}", date.fromordinal(month).isoformat()[:7], *cells])
        progress(1)
    return text.getvalue()


def _member(
    rng: Random,
    fields: Mapping[Slot, tuple[Field, ...]],
    distributions: Distributions,
    months: Sequence[int],
) -> Iterator[tuple[int, Drawn]]:
    """The facts of one member month by month; each fact has its own dice, so that one more fact changes no other."""
    dice = {slot: Random(f"{rng.random()}{slot}") for slot in sorted(fields)}  # noqa: S311 - invents people
    kept: dict[Slot, Value] = {}
    for month in months:
        drawn: dict[Slot, Value] = {}
        shares: list[tuple[Slot, Field, Distribution]] = []
        for slot, (field, *_) in fields.items():
            how = distributions.of(field.name, field.type)
            if how.share_of is not None:
                shares.append((slot, field, how))
            elif how.per_member:
                drawn[slot] = kept.setdefault(slot, _draw(dice[slot], field, how, months[0]))
            else:
                drawn[slot] = _draw(dice[slot], field, how, month)
        for slot, field, how in shares:
            whole = drawn.get(f"{how.share_of}/{field.role}" if field.role else str(how.share_of), 0)
            drawn[slot] = _share(dice[slot], how, whole if isinstance(whole, int) else 0)
        yield month, drawn


def _draw(rng: Random, field: Field, how: Distribution, month: int) -> Value:
    type_ = field.type
    if type_.may_be_absent and rng.randrange(100) < how.lacking:
        return Absent.NOT_APPLICABLE
    happens = rng.randrange(100) < how.chance
    match type_.kind:
        case Kind.YES_NO:
            return happens
        case Kind.CHOICE:
            weights = [how.weights.get(each, 0) for each in type_.choices]
            return rng.choices(type_.choices, weights if any(weights) else None)[0]
        case Kind.DATE:
            first, last = how.years
            return max(1, month - 365 * first - rng.randrange(1, 365 * (last - first) + 2))
        case Kind.TEXT:
            return "verzonnen"
        case Kind.DURATION:
            return Duration(rng.randint(max(1, how.low), max(1, how.high)), Unit.MONTHS)
        case Kind.MONEY | Kind.PERCENTAGE:
            return _within(field, 100 * how.low + _skewed(rng, 100 * (how.high - how.low)) if happens else 0)
        case Kind.COUNT:
            return _within(field, how.low + _skewed(rng, how.high - how.low) if happens else 0)


def _share(rng: Random, how: Distribution, whole: int) -> int:
    happens = rng.randrange(100) < how.chance
    return whole * rng.randint(how.low, how.high) // 100 if happens else 0


def _skewed(rng: Random, width: int) -> int:
    """A whole number from 0 to a width of which the low ones are the most frequent: the square of an even chance."""
    return rng.randint(0, 1000) ** 2 * width // 1000**2


def _within(field: Field, number: int) -> int:
    low, high = field.type.minimum, field.type.maximum
    number = max(number, low) if isinstance(low, int) else number
    return min(number, high) if isinstance(high, int) else number


def _shown(field: Field, value: Value) -> Value:
    """Amounts of whole euros, as people write them."""
    if field.type.kind is Kind.MONEY and isinstance(value, int):
        return value // 100 * 100
    return value


def _applying(programs: Sequence[Program]) -> Callable[[Drawn, int], frozenset[Slot]]:
    """Which facts are not asked of a member: those that apply in none of the besluiten that know them."""
    ready = [(program, reference.prepare(program)) for program in programs]

    def lacking(drawn: Drawn, month: int) -> frozenset[Slot]:
        closed: set[Slot] = set()
        open_: set[Slot] = set()
        for program, evaluate in ready:
            dates = Dates(month, last_of_month(month))
            values = dict(bind(program, Case(None, {}, {}), dates)[0].values)
            values |= {slot: _stored(value) for slot, value in drawn.items() if slot in values}
            values |= {
                slot: day
                for slot, day in ((PERIOD_START, month), (PERIOD_END, last_of_month(month)))
                if slot in values
            }
            found = evaluate(values).values
            for field in program.fields:
                refused = found[field.slot] is Absent.NOT_APPLICABLE
                gated = refused and values[field.slot] is not Absent.NOT_APPLICABLE
                (closed if gated else open_).add(field.slot)
        return frozenset(closed - open_)

    return lacking


def _stored(value: Value) -> Value:
    """As calculators receive it: a duration is its number."""
    match value:
        case Duration(amount, _):
            return amount
        case _:
            return value
