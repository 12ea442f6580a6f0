"""What the forms about changes ask, and what was filled in: readings, days, points, files with scenarios."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from soco_rules.follow import FEATURES
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import parse_date
from soco_rules.simulation.sweep import MOST
from soco_rules.simulation.sweep import Range
from soco_rules.simulation.sweep import parse_range
from soco_rules.web.changes import comparing
from soco_rules.web.changes import simulating
from soco_rules.web.days import HINT
from soco_rules.web.days import day_in
from soco_rules.web.days import month_in
from soco_rules.web.days import typed
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import sentence
from soco_rules.web.ground import Ground

ALL = "alle"
MOST_MEMBERS, MOST_MONTHS = 100_000, 60

Given = Mapping[str, str]
"""What was filled in, by field."""

Errors = dict[str, str]
"""What is wrong with it, by field."""

_READINGS = (
    ("oud", "De ene lezing"),
    ("nieuw", "De andere lezing"),
)
_POINTS_HINT = (
    "Eén punt op elke regel: naam = waarde, zoals bijdragepercentage = 12%. Leeg: zoals het er staat."
)


# Scenarios


def feature_field(ground: Ground, error: str = "") -> Field:
    """Which scenarios."""
    names = sorted(ground.rules().features)
    choices = tuple(
        Choice(name, name.removeprefix(f"{FEATURES}/").removesuffix(".feature")) for name in names
    )
    every = Choice(ALL, "alle scenario's")
    return Field("scenarios", "Welke scenario's", "select", choices=(*choices, every), error=error)


def chosen_features(root: Path, chosen: str) -> tuple[Path, ...]:
    """The files that were chosen, only of those below features/; none where there is no such file."""
    if chosen == ALL:
        return (root / FEATURES,)
    path = (root / chosen).resolve()
    is_one = path.is_relative_to((root / FEATURES).resolve()) and path.suffix == ".feature" and path.is_file()
    return (path,) if is_one else ()


# Comparing


def blank_comparison(ground: Ground, old: str, new: str) -> Given:
    """A form that nobody filled in yet: both readings as they are today, or on the day of `kenmerk@2026-01-01`."""
    (old, old_day), (new, new_day) = (_dated(ground, each) for each in (old, new or old))
    return {"oud": old, "nieuw": new, "dag_oud": old_day, "dag_nieuw": new_day, "punten": ""}


def _dated(ground: Ground, reading: str) -> tuple[str, str]:
    reference, _, day = reading.partition("@")
    try:
        return reference, typed(parse_date(day) if day else ground.settings.today())
    except UnreadableValueError:
        return reference, day  # the form says what is wrong with it


def comparison_fields(ground: Ground, given: Given, errors: Errors) -> tuple[Field, ...]:
    """Two readings on a day, and points of the newer."""
    return (
        *_reading_fields(ground, given, errors, hint=HINT, required=True),
        _field(
            "punten", "Punten van de andere lezing anders invullen", "textarea", given, errors, _POINTS_HINT
        ),
    )


def comparison(ground: Ground, given: Given) -> tuple[comparing.Asked | None, Errors]:
    """What a form asks to compare, or all that is wrong with it."""
    errors = _unknown_readings(ground, given)
    old_day, new_day = (_day(given, name, errors) for name in ("dag_oud", "dag_nieuw"))
    for name in ("dag_oud", "dag_nieuw"):
        if not given[name].strip():
            errors[name] = f"Schrijf een dag, {HINT}."
    points = _points(given, errors)
    if errors or old_day is None or new_day is None:
        return None, errors
    return comparing.Asked(given["oud"], old_day, given["nieuw"], new_day, points), errors


# Simulating


def blank_simulation(ground: Ground) -> Given:
    """A form that nobody filled in yet: a thousand invented members in this year."""
    year = date.fromordinal(ground.settings.today()).year
    filled = {"leden": "1000", "maanden": "12", "vanaf": f"1-{year}", "zaad": "1"}
    empty = ("oud", "nieuw", "dag_oud", "dag_nieuw", "punten", "reeks", "groepen")
    return dict.fromkeys(empty, "") | filled


def simulation_fields(ground: Ground, given: Given, errors: Errors) -> tuple[Field, ...]:
    """Readings, what varies, and for whom."""
    hint = f"{HINT}; leeg: elke maand met de regels van die maand"
    sweep = "Hooguit twee regels, zoals bijdragepercentage=5%..30%:5%."
    file = "CSV of Parquet; het bestand wordt niet bewaard. Zonder bestand rekent soco met verzonnen leden."
    return (
        *_reading_fields(ground, given, errors, hint=hint, required=False),
        _field(
            "punten", "Punten van de andere lezing anders invullen", "textarea", given, errors, _POINTS_HINT
        ),
        _field("reeks", "Punten van laag naar hoog laten lopen", "textarea", given, errors, sweep),
        _field(
            "groepen", "Groepen naar deze gegevens", "textarea", given, errors, "Eén gegeven op elke regel."
        ),
        Field(
            "bestand",
            "Bestand met leden en maanden",
            "file",
            hint=file,
            error=errors.get("bestand", ""),
            required=False,
        ),
        _field("leden", "Hoeveel verzonnen leden", "text", given, errors, f"hooguit {MOST_MEMBERS}"),
        _field("maanden", "Hoeveel maanden", "text", given, errors, f"hooguit {MOST_MONTHS}"),
        _field("vanaf", "Vanaf welke maand", "text", given, errors, "bijvoorbeeld 1-2026"),
        _field("zaad", "Zaad", "text", given, errors, "een getal; hetzelfde zaad geeft dezelfde leden"),
    )


def simulation(
    ground: Ground, given: Given, sent: simulating.Sent | None
) -> tuple[simulating.Asked | None, Errors]:
    """What a form asks to reckon, or all that is wrong with it."""
    errors = _unknown_readings(ground, given)
    old_day, new_day = (_day(given, name, errors) for name in ("dag_oud", "dag_nieuw"))
    points, ranges = _points(given, errors), _ranges(given, errors)
    groups = tuple(filter(None, map(str.strip, given["groepen"].splitlines())))
    if sent is not None and simulating.suffix_of(sent.name) is None:
        errors["bestand"] = "Kies een bestand waarvan de naam eindigt op .csv of .parquet."
    caseload = sent or _invented(given, errors)
    if errors or caseload is None:
        return None, errors
    asked = simulating.Asked(given["oud"], old_day, given["nieuw"], new_day, points, ranges, groups, caseload)
    return asked, errors


def _invented(given: Given, errors: Errors) -> simulating.Invented | None:
    members = _number(given, "leden", MOST_MEMBERS, errors)
    months = _number(given, "maanden", MOST_MONTHS, errors)
    seed = _number(given, "zaad", 2**31, errors)
    try:
        first = month_in(given["vanaf"])
    except UnreadableValueError:
        errors["vanaf"] = "Schrijf een maand, bijvoorbeeld 1-2026."
        return None
    return None if errors else simulating.Invented(members, months, first, seed)


def _number(given: Given, name: str, most: int, errors: Errors) -> int:
    text = given[name].strip().replace(".", "")
    if text.isascii() and text.isdigit() and 1 <= int(text) <= most:
        return int(text)
    errors[name] = f"Schrijf een getal van 1 tot en met {most}."
    return 1


def _ranges(given: Given, errors: Errors) -> tuple[Range, ...]:
    lines = tuple(filter(None, map(str.strip, given["reeks"].splitlines())))
    try:
        found = tuple(parse_range(line) for line in lines)
    except UnreadableValueError as error:
        errors["reeks"] = sentence(str(error))
        return ()
    if len(found) > 2:
        errors["reeks"] = "Noem een of twee punten."
    elif len(found) == 2 and len(found[0].values) * len(found[1].values) > MOST:
        errors["reeks"] = f"Samen zijn het meer dan {MOST} waarden; kies grotere stappen."
    return found


# What both ask


def _reading_fields(
    ground: Ground, given: Given, errors: Errors, *, hint: str, required: bool
) -> Iterable[Field]:
    known = tuple(Choice(name, name) for name in sorted(ground.rules().workspace.agreements))
    for name, label in _READINGS:
        error = errors.get(name, "")
        yield Field(name, label, "select", given[name], choices=known, error=error)
        yield _field(
            f"dag_{name}", f"{label} zoals die geldt op", "text", given, errors, hint, required=required
        )


def _field(
    name: str, label: str, kind: str, given: Given, errors: Errors, hint: str, *, required: bool = False
) -> Field:
    return Field(name, label, kind, given[name], hint, errors.get(name, ""), required=required)


def _unknown_readings(ground: Ground, given: Given) -> Errors:
    known = ground.rules().workspace.agreements
    return {name: "Kies een overeenkomst uit de lijst." for name, _ in _READINGS if given[name] not in known}


def _day(given: Given, name: str, errors: Errors) -> int | None:
    """The day in a field; None where it is empty, and where it is wrong."""
    try:
        return day_in(given[name]) if given[name].strip() else None
    except UnreadableValueError:
        errors[name] = f"Schrijf een dag die bestaat, {HINT}."
        return None


def _points(given: Given, errors: Errors) -> tuple[tuple[str, str], ...]:
    points: dict[str, str] = {}
    for line in filter(None, map(str.strip, given["punten"].splitlines())):
        name, is_, value = (part.strip() for part in line.partition("="))
        if not (name and is_ and value):
            errors["punten"] = f"'{line}' is geen punt met een waarde. Schrijf naam = waarde op één regel."
            return ()
        points[name] = value
    return tuple(points.items())
