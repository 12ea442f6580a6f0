"""What the forms about changes share: how they begin, what they ask of a reading, and how they refuse."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path
from typing import Generic
from typing import TypeVar

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.model.program import Field as Declared
from soco_rules.model.program import Origin
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import as_dutch
from soco_rules.model.values import spaced
from soco_rules.web.beside import Tell
from soco_rules.web.changes.made import Made
from soco_rules.web.changes.readings import Chosen
from soco_rules.web.changes.readings import PointNow
from soco_rules.web.changes.readings import choices
from soco_rules.web.changes.readings import name_of
from soco_rules.web.changes.readings import points_in
from soco_rules.web.changes.readings import points_now
from soco_rules.web.changes.readings import read_key
from soco_rules.web.changes.readings import side_of
from soco_rules.web.days import HINT
from soco_rules.web.days import day_in
from soco_rules.web.forms import Field
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.ground import Ground
from soco_rules.web.remedies import for_a_page

Given = Mapping[str, str]
"""What was filled in, by field."""
Errors = dict[str, str]
"""What is wrong with it, by field."""
POINTS_HINT = (
    "Eén punt op elke regel: naam = waarde, zoals bijdragepercentage = 12%. Leeg: zoals het er staat."
)

Asked = TypeVar("Asked")


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody sent; nothing is kept of it but its name."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together under one heading, with what they are for."""

    title: str
    fields: tuple[Field, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class PointsOf:
    """The points of a reading as they are, to choose from."""

    title: str
    points: tuple[PointNow, ...]


@dataclass(frozen=True, slots=True)
class Way(Generic[Asked]):
    """One form about changes, and the work that it begins.

    `again` is on the button that goes back to it as it was filled, `buttons` has the value and the words of each
    button, and `known` the names of its fields. `read` gives what is asked, or all that is wrong with it.
    """

    where: str
    title: str
    about: str
    again: str
    buttons: tuple[tuple[str, str], ...]
    known: tuple[str, ...]
    groups: Callable[[Ground, Given, Errors], tuple[Group, ...]]
    read: Callable[[Ground, Given, Sent | None], tuple[Asked | None, Errors]]
    named: Callable[[Ground, Asked], str]
    work: Callable[[Tell, Path, Asked, int], Made]
    has_points: bool = False
    takes_file: bool = False


def field(name: str, label: str, given: Given, errors: Errors, hint: str = "", kind: str = "text") -> Field:
    """A field that may stay empty."""
    return Field(name, label, kind, given.get(name, ""), hint, errors.get(name, ""), required=False)


def reading_group(
    ground: Ground,
    side: str,
    given: Given,
    errors: Errors,
    *,
    in_force: bool,
    day_hint: str,
    points: bool = True,
) -> Group:
    """What is asked of one reading; `side` is oud or nieuw."""
    known = choices(ground.rules(), in_force=in_force)
    name = side.capitalize()
    fields = [
        Field(side, f"{name}: welke versie", "select", given.get(side, ""), "", errors.get(side, ""), known),
        field(f"dag_{side}", f"{name}: zoals op deze dag", given, errors, day_hint),
    ]
    if points:
        label = f"{name}: punten die u anders invult"
        fields.append(field(f"punten_{side}", label, given, errors, POINTS_HINT, "textarea"))
    return Group(name, tuple(fields))


def chosen(ground: Ground, given: Given, side: str, errors: Errors) -> Chosen | None:
    """The reading that was chosen; None with all that is wrong at its fields, also where its rules have errors."""
    workspace, today = ground.rules().workspace, ground.settings.today()
    found = read_key(workspace, given[side])
    day = day_of(given, f"dag_{side}", errors)
    points, wrong = points_in(given.get(f"punten_{side}", ""))
    reading = None if found is None else Chosen(*found, day, points)
    if reading is None:
        errors[side] = "Kies een versie uit de lijst."
    else:
        _, findings = side_of(workspace, replace(reading, points=()), today)
        if has_errors(findings):
            errors[side] = _said(findings)
        else:
            _, findings = side_of(workspace, reading, today)
            wrong += (_said(findings),) if has_errors(findings) else ()
    if wrong:
        errors[f"punten_{side}"] = " ".join(wrong)
    return None if {side, f"dag_{side}", f"punten_{side}"} & errors.keys() else reading


def bare(ground: Ground, given: Given, side: str) -> Chosen | None:
    """The reading that was chosen without what is filled otherwise; None where that cannot be compiled.

    With it the rest of a form can be looked over, also where something is wrong with those points.
    """
    workspace, today = ground.rules().workspace, ground.settings.today()
    found = read_key(workspace, given[side])
    if found is None:
        return None
    reading = Chosen(*found, day_of(given, f"dag_{side}", {}))
    _, findings = side_of(workspace, reading, today)
    return None if has_errors(findings) else reading


def asked_in(ground: Ground, reading: Chosen) -> tuple[Declared, ...]:
    """The facts and judgements that a reading knows."""
    side, _ = side_of(ground.rules().workspace, reading, ground.settings.today())
    steps = side.compiled.steps.values() if side else ()
    return tuple(
        step
        for step in steps
        if isinstance(step, Declared) and step.origin in {Origin.FACT, Origin.JUDGEMENT}
    )


def tried(ground: Ground, reading: Chosen, name: str, text: str) -> str:
    """What is wrong with a point of a reading if it had this value; nothing where that can be."""
    points = (*(each for each in reading.points if each[0] != name), (name, text))
    _, findings = side_of(ground.rules().workspace, replace(reading, points=points), ground.settings.today())
    return _said(findings) if has_errors(findings) else ""


def day_of(given: Given, name: str, errors: Errors) -> int | None:
    """The day in a field; None where it is empty, and where it is wrong."""
    try:
        return day_in(given[name]) if given[name].strip() else None
    except UnreadableValueError:
        errors[name] = f"Schrijf een dag die bestaat, {HINT}."
        return None


def points_shown(ground: Ground, given: Given) -> Iterator[PointsOf]:
    """The points of the readings that are chosen."""
    workspace = ground.rules().workspace
    for key in dict.fromkeys(given.get(side, "") for side in ("oud", "nieuw")):
        found = read_key(workspace, key)
        if found is not None:
            points = points_now(workspace, *found, ground.settings.today())
            if points:
                reference, version = found
                begin = "" if version is None else f", versie vanaf {as_dutch(version, Kind.DATE)}"
                yield PointsOf(f"{name_of(workspace, reference)}{begin}", points)


def title_of(ground: Ground, old: Chosen, new: Chosen) -> str:
    """What two readings are called together, with what differs between them."""
    workspace = ground.rules().workspace
    both = " naast ".join(dict.fromkeys(name_of(workspace, each.reference) for each in (old, new)))
    are_same = old.key == new.key
    said = ["twee versies"] if old.reference == new.reference and not are_same else []
    said += [] if old.day == new.day else ["twee dagen"]
    before, after = ({spaced(name).lower(): text for name, text in each.points} for each in (old, new))
    for name in dict.fromkeys((*before, *after)) if are_same else after:
        if before.get(name) != after.get(name):
            begin = f"{before[name]} wordt " if name in before else ""
            said.append(f"{name} {begin}{after.get(name, 'zoals het er staat')}")
    return f"{both} ({', '.join(said)})" if said else both


def _said(findings: tuple[Diagnostic, ...]) -> str:
    return spaced(in_one_sentence(for_a_page(found for found in findings if found.is_error)))
