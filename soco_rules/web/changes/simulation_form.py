"""The form about a caseload: two readings, what varies, and for whom."""

from __future__ import annotations

from datetime import date

from soco_rules.diagnostics import did_you_mean
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import spaced
from soco_rules.simulation.sweep import Range
from soco_rules.simulation.sweep import ranges_in
from soco_rules.web.changes.asked import Errors
from soco_rules.web.changes.asked import Given
from soco_rules.web.changes.asked import Group
from soco_rules.web.changes.asked import Sent
from soco_rules.web.changes.asked import Way
from soco_rules.web.changes.asked import asked_in
from soco_rules.web.changes.asked import bare
from soco_rules.web.changes.asked import chosen
from soco_rules.web.changes.asked import field
from soco_rules.web.changes.asked import reading_group
from soco_rules.web.changes.asked import title_of
from soco_rules.web.changes.asked import tried
from soco_rules.web.changes.readings import Chosen
from soco_rules.web.changes.simulating import Asked
from soco_rules.web.changes.simulating import Invented
from soco_rules.web.changes.simulating import simulated
from soco_rules.web.changes.simulating import suffix_of
from soco_rules.web.days import HINT
from soco_rules.web.days import month_in
from soco_rules.web.forms import Field
from soco_rules.web.forms import sentence
from soco_rules.web.ground import Ground

MOST_MEMBERS, MOST_MONTHS = 100_000, 60
_DAY_HINT = f"{HINT}; leeg: elke maand met de regels van die maand"
_SWEEP_HINT = "Hooguit twee regels, zoals bijdragepercentage = 5%..30%:5%."
_FILE_HINT = (
    "CSV of Parquet; het bestand wordt niet bewaard. Zonder bestand rekent soco met verzonnen leden. Bij die uitkomst staat "
    "een voorbeeld van een bestand om op te slaan."
)
_GROUPS_HINT = "Eén gegeven op elke regel, zoals leefvorm. Leeg: elke keuze die altijd wordt gevraagd."
FILE_NAME = "bestand_naam"
"""The name of the file that was sent before, for who fills the form again."""


def blank(ground: Ground) -> Given:
    """A form that nobody filled in yet: a thousand invented members in this year."""
    year = date.fromordinal(ground.settings.today()).year
    return {"leden": "1000", "maanden": "12", "vanaf": f"1-{year}", "zaad": "1"}


def _groups(ground: Ground, given: Given, errors: Errors) -> tuple[Group, ...]:
    old, new = (
        reading_group(ground, side, given, errors, in_force=True, day_hint=_DAY_HINT)
        for side in ("oud", "nieuw")
    )
    file_hint = _FILE_HINT
    if name := given.get(FILE_NAME, ""):
        file_hint = f"‘{name}’ is niet bewaard; kies het opnieuw. {file_hint}"
    error = errors.get("bestand", "")
    members = (
        Field("bestand", "Bestand met leden en maanden", "file", hint=file_hint, error=error, required=False),
        field("leden", "Hoeveel verzonnen leden", given, errors, f"hooguit {MOST_MEMBERS}"),
        field("maanden", "Hoeveel maanden", given, errors, f"hooguit {MOST_MONTHS}"),
        field("vanaf", "Vanaf welke maand", given, errors, "bijvoorbeeld 1-2026"),
        field("zaad", "Zaad", given, errors, "een getal; hetzelfde zaad geeft dezelfde leden"),
    )
    more = (
        field("reeks", "Punten van laag naar hoog laten lopen", given, errors, _SWEEP_HINT, "textarea"),
        field("groepen", "Groepen naar deze gegevens", given, errors, _GROUPS_HINT, "textarea"),
    )
    return (
        old,
        Group(
            new.title, new.fields, "Hetzelfde als oud: dan wordt één lezing doorgerekend, zonder verschil."
        ),
        Group("Voor wie", members),
        Group("Meer laten zien", more),
    )


def _read(ground: Ground, given: Given, sent: Sent | None) -> tuple[Asked | None, Errors]:
    errors: Errors = {}
    old, new = (chosen(ground, given, side, errors) for side in ("oud", "nieuw"))
    ranges = _ranges(given, errors)
    plain = tuple(filter(None, (old or bare(ground, given, "oud"), new or bare(ground, given, "nieuw"))))
    tries = new or bare(ground, given, "nieuw")
    if tries is not None and (problem := _out_of_reach(ground, tries, ranges)):
        errors["reeks"] = " ".join(filter(None, (errors.get("reeks"), problem)))
    groups = tuple(each.strip().replace(" ", "_") for each in given["groepen"].splitlines() if each.strip())
    if plain and (problem := _no_groups(ground, plain, groups)):
        errors["groepen"] = problem
    if sent is not None and suffix_of(sent.name) is None:
        errors["bestand"] = "Kies een bestand waarvan de naam eindigt op .csv of .parquet."
    caseload = sent or _invented(given, errors)
    if errors or old is None or new is None or caseload is None:
        return None, errors
    return Asked(old, new, ranges, groups, caseload), errors


def _invented(given: Given, errors: Errors) -> Invented | None:
    members = _number(given, "leden", MOST_MEMBERS, errors)
    months = _number(given, "maanden", MOST_MONTHS, errors)
    seed = _number(given, "zaad", 2**31, errors)
    try:
        first = month_in(given["vanaf"])
    except UnreadableValueError:
        errors["vanaf"] = "Schrijf een maand, bijvoorbeeld 1-2026."
        return None
    return None if errors else Invented(members, months, first, seed)


def _number(given: Given, name: str, most: int, errors: Errors) -> int:
    text = given[name].strip().replace(".", "")
    if text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 1 <= int(text) <= most:
        return int(text)
    errors[name] = f"Schrijf een getal van 1 tot en met {most}."
    return 1


def _ranges(given: Given, errors: Errors) -> tuple[Range, ...]:
    """The ranges that can be read; what is wrong with any of them, or with all together, goes to `errors`."""
    found, problems = ranges_in(tuple(map(_tight, filter(None, map(str.strip, given["reeks"].splitlines())))))
    if problems:
        errors["reeks"] = " ".join(sentence(spaced(each)) for each in problems)
    return found


def _out_of_reach(ground: Ground, new: Chosen, ranges: tuple[Range, ...]) -> str:
    """What is wrong with a point of a range at either end."""
    ends = ((each.point, text) for each in ranges for text in (each.texts()[0], each.texts()[-1]))
    problems = (tried(ground, new, point, text) for point, text in ends)
    return " ".join(dict.fromkeys(filter(None, problems)))


def _no_groups(ground: Ground, readings: tuple[Chosen, ...], groups: tuple[str, ...]) -> str:
    """Which of these are nothing to group by in any of the readings."""
    fields = [step for reading in readings for step in asked_in(ground, reading)]
    known = {step.name for step in fields if step.type.kind in {Kind.CHOICE, Kind.YES_NO}}
    problems = (
        f"‘{spaced(name)}’ is geen keuze of ja-nee-gegeven van deze overeenkomst. "
        + sentence(spaced(did_you_mean(name, known, otherwise="kies een gegeven met vaste antwoorden")))
        for name in groups
        if name not in known
    )
    return " ".join(problems)


def _tight(line: str) -> str:
    """A range as it is read: people write spaces in a name, and around the sign."""
    name, is_, values = line.partition("=")
    return f"{name.strip().lower().replace(' ', '_')}{is_}{values.replace(' ', '')}"


def _named(ground: Ground, asked: Asked) -> str:
    about = [
        title_of(ground, asked.old, asked.new),
        *(f"{spaced(each.point)} van laag naar hoog" for each in asked.ranges),
    ]
    return f"Doorrekening: {', '.join(about)}"


SIMULATING = Way(
    where="/simuleren",
    title="Simuleren",
    about=(
        "Wat een wijziging voor alle leden betekent: totalen voor lid, coöperatie en gemeente, wie erop vooruit- of "
        "achteruitgaat, en groepen. Cijfers over minder dan tien leden staan er niet in."
    ),
    again="Pas aan en simuleer opnieuw",
    buttons=(("", "Doorrekenen"),),
    known=(
        *("oud", "dag_oud", "punten_oud", "nieuw", "dag_nieuw", "punten_nieuw"),
        *("leden", "maanden", "vanaf", "zaad", "reeks", "groepen"),
    ),
    groups=_groups,
    read=_read,
    named=_named,
    work=simulated,
    has_points=True,
    takes_file=True,
)
