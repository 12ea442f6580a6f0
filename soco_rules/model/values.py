"""Values of the rule language: exact, with a unit, and never silently absent.

A known value is a plain Python value: `bool` (ja_nee), `str` (keuze, tekst), `int` (aantal; bedrag in cents;
percentage in basis points; datum as a day number, the proleptic ordinal of `datetime.date`) or `Duration`.
What is not known is an `Absent`, never None, zero or "nee".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from enum import Enum
from enum import StrEnum
from typing import TypeGuard


class Kind(StrEnum):
    """What sort of value something has (`soort`)."""

    YES_NO = "ja_nee"
    CHOICE = "keuze"
    COUNT = "aantal"
    MONEY = "bedrag"
    PERCENTAGE = "percentage"
    DATE = "datum"
    DURATION = "duur"
    TEXT = "tekst"


NUMERIC = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE})
ORDERED = NUMERIC | {Kind.DATE, Kind.DURATION}


class Per(StrEnum):
    """What there is one value of (`per`)."""

    PERSON = "persoon"
    MONTH = "maand"
    YEAR = "jaar"


class Role(StrEnum):
    """The two persons of a household (`rol`)."""

    APPLICANT = "belanghebbende"
    PARTNER = "partner"


class Absent(Enum):
    """Why there is no value. Ordered by strength in logic, see docs/betekenis.md."""

    NOT_APPLICABLE = "niet van toepassing"
    NO_RULE = "geen regel"
    UNKNOWN = "onbekend"
    CONFLICT = "regels strijdig"
    CONTRADICTORY = "gegevens strijdig"

    __hash__ = object.__hash__  # Enum's own is written in Python, and values are hashed in every evaluation


REFUSED = frozenset({Absent.CONTRADICTORY, Absent.CONFLICT})
"""Reports, or rules, that contradict each other: no further answer mends that."""


class Unit(StrEnum):
    """The two calendars of a duration, which do not compare with each other."""

    MONTHS = "maanden"
    DAYS = "dagen"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time (`duur`): years count as twelve months, weeks as seven days."""

    amount: int
    unit: Unit


Value = bool | int | str | Duration | Absent


@dataclass(frozen=True, slots=True)
class MovingDay:
    """A bound on a day that moves with the decision: its day (`besluitdatum`), or so long before it."""

    before: Duration | None = None

    @property
    def written(self) -> str:
        """How a rule file writes it."""
        return "besluitdatum" if self.before is None else f"besluitdatum - {_length_in_words(self.before)}"

    @property
    def in_words(self) -> str:
        """How a reader is told of it."""
        day = "de dag van het besluit"
        return day if self.before is None else f"{_length_in_words(self.before)} voor {day}"


@dataclass(frozen=True, slots=True)
class ValueType:
    """The declared type of a fact, point, amount or concept.

    `minimum` and `maximum` are in the kind's own integers (cents, basis points, day numbers) or a Duration. `words` has
    what a reader sees in the place of a choice; no two types differ by it, for no decision depends on it. `earliest`
    and `latest` bound a day besides, each by the day of the decision; `facts.on_day` makes them days.
    `is_timeless` tells that an answer holds for every day, before it was given too.
    """

    kind: Kind
    per: frozenset[Per] = frozenset()
    choices: tuple[str, ...] = ()
    minimum: int | Duration | None = None
    maximum: int | Duration | None = None
    may_be_absent: bool = False
    words: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    earliest: MovingDay | None = None
    latest: MovingDay | None = None
    is_timeless: bool = False

    @property
    def per_person(self) -> bool:
        """Whether the applicant and the partner each have one."""
        return Per.PERSON in self.per


def moving_bounds(type_: ValueType) -> tuple[str, ...]:
    """The bounds of a day that move with the decision, in words."""
    ends = (("ten minste", type_.earliest), ("ten hoogste", type_.latest))
    return tuple(f"{words} {bound.in_words}" for words, bound in ends if bound is not None)


def minimum_passed(value: Value, type_: ValueType) -> int | Duration | None:
    """The least that the type allows, where a value is below it."""
    low = type_.minimum
    return low if low is not None and _is_less(value, low) else None


def maximum_passed(value: Value, type_: ValueType) -> int | Duration | None:
    """The most that the type allows, where a value is above it."""
    high = type_.maximum
    return high if high is not None and _is_less(high, value) else None


def _is_less(left: Value, right: Value) -> bool:
    """Whether a number or duration is less than another; durations in two calendars are never within bounds."""
    match left, right:
        case Duration(), Duration():
            return left.unit is not right.unit or left.amount < right.amount
        case bool(), _:
            return False
        case int(), int():
            return left < right
        case _:
            return False


class UnreadableValueError(ValueError):
    """A text is not a value of the asked kind; the message is a Dutch sentence for the author."""


def is_known(value: Value) -> TypeGuard[bool | int | str | Duration]:
    """Whether there is a value at all."""
    return not isinstance(value, Absent)


def is_definite(value: Value) -> bool:
    """Whether there is a value, or it is certain that none applies."""
    return not isinstance(value, Absent) or value is Absent.NOT_APPLICABLE


_WHOLE = re.compile(r"-?[0-9]+")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_AMOUNT = re.compile(r"(-?)(?:€\s*)?(-?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:([.,])([0-9]+))?")
_PERCENTAGE = re.compile(r"([0-9]+)(?:[.,]([0-9]{1,2}))?\s*%")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DURATION = re.compile(r"([0-9]+)\s+(dag|dagen|week|weken|maand|maanden|jaar|jaren)")
_MOVING = re.compile(r"besluitdatum(?:\s+-\s+(.+))?")
_MULTIPLE = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "maand": 1, "maanden": 1, "jaar": 12, "jaren": 12}
_DAY_WORDS = frozenset({"dag", "dagen", "week", "weken"})
_MONTH_NAMES = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

NOT_APPLICABLE_TEXT = Absent.NOT_APPLICABLE.value
LARGEST = 10**13
"""No number in a file may be larger, so that every product of an expression fits in 64 bits (checked)."""
LONGEST = 30
"""How many digits are read or shown of one number."""


def parse_value(text: str, type_: ValueType) -> Value:
    """The value that `text` writes in the notation of the rule files.

    Bounds are not checked here; `niet van toepassing` is read only where the type allows it.

    Raises:
        UnreadableValueError: with a Dutch sentence that says what was expected.
    """
    text = text.strip()
    if text == NOT_APPLICABLE_TEXT and type_.may_be_absent:
        return Absent.NOT_APPLICABLE
    match type_.kind:
        case Kind.YES_NO:
            return _parse_yes_no(text)
        case Kind.CHOICE:
            return _parse_choice(text, type_.choices)
        case Kind.COUNT:
            return parse_count(text)
        case Kind.MONEY:
            return parse_money(text)
        case Kind.PERCENTAGE:
            return parse_percentage(text)
        case Kind.DATE:
            return parse_date(text)
        case Kind.DURATION:
            return parse_duration(text)
        case Kind.TEXT:
            return text


def parse_count(text: str) -> int:
    """A whole number."""
    if not _WHOLE.fullmatch(text):
        if _GROUPED.fullmatch(text):
            msg = f"'{text}' heeft een punt; schrijf een heel getal zonder punten: {text.replace('.', '')}"
            raise UnreadableValueError(msg)
        msg = f"'{text}' is geen heel getal; schrijf bijvoorbeeld 12"
        raise UnreadableValueError(msg)
    return _bounded(_number(text), text)


def parse_money(text: str) -> int:
    """Whole cents from `€ 1401,50`, `€ 1.401,50`, `1401.50` or whole euros; `1.401` is refused as ambiguous."""
    match = _AMOUNT.fullmatch(text)
    if not match or (match[1] and match[2]):
        msg = f"'{text}' is geen bedrag; schrijf bijvoorbeeld € 1401,50 of 1401.50"
        raise UnreadableValueError(msg)
    whole, mark, decimals = match[3], match[4], match[5]
    if "." in whole and (mark is None or mark == "."):
        msg = f"'{text}' kan op twee manieren worden gelezen; schrijf {whole.replace('.', '')} of {whole.replace('.', '')},00"
        raise UnreadableValueError(msg)
    if decimals is not None and len(decimals) != 2:
        many = "1 cijfer" if len(decimals) == 1 else f"{len(decimals)} cijfers"
        msg = f"'{text}' heeft {many} achter de komma; een bedrag heeft er twee of geen"
        raise UnreadableValueError(msg)
    cents = _number(whole.replace(".", "")) * 100 + int(decimals or 0)
    return _bounded(-cents if match[1] or match[2] else cents, text)


def parse_percentage(text: str) -> int:
    """Basis points from `10%` or `12,5%`."""
    match = _PERCENTAGE.fullmatch(text)
    if not match:
        msg = f"'{text}' is geen percentage met hoogstens twee cijfers achter de komma; schrijf bijvoorbeeld 12,5%"
        raise UnreadableValueError(msg)
    return _bounded(_number(match[1]) * 100 + int((match[2] or "0").ljust(2, "0")), text)


def parse_date(text: str) -> int:
    """The day number of a date written as jjjj-mm-dd."""
    match = _DATE.fullmatch(text)
    if not match:
        msg = f"'{text}' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15"
        raise UnreadableValueError(msg)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).toordinal()
    except ValueError as error:
        msg = f"de datum {text} bestaat niet"
        raise UnreadableValueError(msg) from error


def parse_duration(text: str) -> Duration:
    """A length of time such as `3 maanden` or `2 weken`."""
    match = _DURATION.fullmatch(text)
    if not match:
        msg = f"'{text}' is geen duur; schrijf bijvoorbeeld 3 maanden, 2 weken of 10 dagen"
        raise UnreadableValueError(msg)
    return duration_of(_bounded(_number(match[1]), text, largest=12_000), match[2])


def parse_moving_day(text: str) -> MovingDay | None:
    """The bound that `besluitdatum` or `besluitdatum - 120 jaar` writes; None for a text of another form.

    Raises:
        UnreadableValueError: what stands behind the minus is no length of time.
    """
    match = _MOVING.fullmatch(text.strip())
    if match is None:
        return None
    return MovingDay(None if match[1] is None else parse_duration(match[1]))


def duration_of(number: int, word: str) -> Duration:
    """The Duration of a number and a Dutch word for its unit."""
    return Duration(number * _MULTIPLE[word], Unit.DAYS if word in _DAY_WORDS else Unit.MONTHS)


def encode(value: Value, kind: Kind) -> str | None:
    """The value as the machine-readable files write it; null (None) means unknown and nothing else."""
    if value is Absent.NOT_APPLICABLE:
        return NOT_APPLICABLE_TEXT
    if isinstance(value, Absent):
        return None
    match kind:
        case Kind.MONEY:
            assert isinstance(value, int)
            return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02d}"
        case Kind.PERCENTAGE:
            assert isinstance(value, int)
            return f"{value // 100}.{value % 100:02d}%"
        case Kind.DATE:
            assert isinstance(value, int)
            return iso_day(value)
        case Kind.DURATION:
            assert isinstance(value, Duration)
            return _duration_text(value)
        case Kind.YES_NO:
            return "ja" if value else "nee"
        case Kind.COUNT | Kind.CHOICE | Kind.TEXT:
            return str(value)


def iso_day(day: int) -> str:
    """A day number as jjjj-mm-dd."""
    return date.fromordinal(day).isoformat()


ChoiceWords = Mapping[str, str]
"""What a reader sees of each value of a keuze; one that is not in it is seen without its low lines."""


def in_words(value: Value, type_: ValueType) -> str:
    """A value of a type as a Dutch reader expects it."""
    return as_dutch(value, type_.kind, type_.words)


def as_dutch(value: Value, kind: Kind, words: ChoiceWords | None = None) -> str:
    """The value as a Dutch reader expects it: `€ 1.419,46`, `12,5%`, `14 januari 2027`; of a keuze in its words."""
    if isinstance(value, Absent):
        return value.value
    match kind:
        case Kind.MONEY:
            assert isinstance(value, int)
            euros = f"{abs(value) // 100:,}".replace(",", ".")
            return f"{'-' if value < 0 else ''}€ {euros},{abs(value) % 100:02d}"
        case Kind.PERCENTAGE:
            assert isinstance(value, int)
            decimals = f"{value % 100:02d}".rstrip("0")
            return f"{value // 100}{',' + decimals if decimals else ''}%"
        case Kind.DATE:
            assert isinstance(value, int)
            day = date.fromordinal(value)
            return f"{day.day} {_MONTH_NAMES[day.month - 1]} {day.year}"
        case Kind.CHOICE:
            return (words or {}).get(str(value)) or spaced(str(value))
        case _:
            return encode(value, kind) or ""


def month_in_words(day: int) -> str:
    """The month of a day as a reader expects it: `oktober 2026`."""
    return as_dutch(day, Kind.DATE).partition(" ")[2]


def is_same(one: Value, other: Value) -> bool:
    """Whether two values are equal and of one type, for ja is not 1."""
    return type(one) is type(other) and one == other


def choices_in_words(type_: ValueType) -> tuple[str, ...]:
    """What a reader sees of each choice, in their order."""
    return tuple(in_words(choice, type_) for choice in type_.choices)


def capital(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def spaced(name: str) -> str:
    """A name of the rule files as a reader expects it: without its low lines."""
    return name.replace("_", " ")


def encoded_as_dutch(text: str | None, kind: Kind, words: ChoiceWords | None = None) -> str:
    """An encoded value (see `encode`) as a Dutch reader expects it; text that is no such value stays as it is."""
    if text is None:
        return Absent.UNKNOWN.value
    try:
        value = parse_value(text, ValueType(kind, choices=(text,), may_be_absent=True))
    except UnreadableValueError:
        return text
    return as_dutch(value, kind, words)


def type_in_words(type_: ValueType) -> str:
    """What a value of this type looks like, for a message to its author."""
    match type_.kind:
        case Kind.YES_NO:
            return "ja of nee"
        case Kind.CHOICE:
            return "een van " + ", ".join(type_.choices)
        case Kind.COUNT:
            return "een heel getal, zoals 12"
        case Kind.MONEY:
            return "een bedrag, zoals € 1401,50"
        case Kind.PERCENTAGE:
            return "een percentage, zoals 12,5%"
        case Kind.DATE:
            return "een datum, zoals 2026-10-15"
        case Kind.DURATION:
            return "een duur, zoals 3 maanden"
        case Kind.TEXT:
            return "een tekst"


def _parse_yes_no(text: str) -> bool:
    if text not in {"ja", "nee"}:
        msg = f"'{text}' is geen ja of nee"
        raise UnreadableValueError(msg)
    return text == "ja"


def _parse_choice(text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        msg = f"'{text}' is niet een van {', '.join(choices)}"
        raise UnreadableValueError(msg)
    return text


def _number(digits: str) -> int:
    """The number, or one that is too large anyway: Python does not read thousands of digits."""
    return int(digits) if len(digits) <= LONGEST else 10 * LARGEST


def _bounded(number: int, text: str, largest: int = LARGEST) -> int:
    if abs(number) > largest:
        shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
        msg = f"'{shown}' is te groot"
        raise UnreadableValueError(msg)
    return number


def _length_in_words(length: Duration) -> str:
    years, rest = divmod(length.amount, 12)
    return f"{years} jaar" if length.unit is Unit.MONTHS and not rest else _duration_text(length)


def _duration_text(duration: Duration) -> str:
    if duration.unit is Unit.DAYS:
        return f"{duration.amount} {'dag' if duration.amount == 1 else 'dagen'}"
    return f"{duration.amount} {'maand' if duration.amount == 1 else 'maanden'}"
