"""The readings that a form about changes asks: which version, on which day, with which points filled otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from soco_rules.comparing.sides import ON_FORM
from soco_rules.comparing.sides import Side
from soco_rules.comparing.sides import side_of_version
from soco_rules.comparing.sides import side_with_points
from soco_rules.comparing.sides import version_on
from soco_rules.comparing.sides import with_said
from soco_rules.compiler.variant import OPEN
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Layer
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import ValueType
from soco_rules.model.values import as_dutch
from soco_rules.model.values import in_words
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.model.workspace import RuleFiles
from soco_rules.model.workspace import Workspace
from soco_rules.simulation.reading import Reading
from soco_rules.web.forms import Choice
from soco_rules.web.policy.overview import status_of

Findings = tuple[Diagnostic, ...]
Points = tuple[tuple[str, str], ...]
_OWN = (Layer.AGREEMENT, Layer.SCHEME)


@dataclass(frozen=True, slots=True)
class Chosen:
    """One reading as somebody chose it.

    Without a version (its first day) that is the one in force, on `day` or in each month. `points` are otherwise.
    """

    reference: str
    version: int | None
    day: int | None
    points: Points = ()

    @property
    def key(self) -> str:
        """How a form and an address name the agreement and its version."""
        return self.reference if self.version is None else f"{self.reference}@{iso_day(self.version)}"


@dataclass(frozen=True, slots=True)
class PointNow:
    """A point that an agreement fills: its name as somebody types it, and what it says now."""

    name: str
    value: str
    meaning: str


def choices(situation: RuleFiles, *, in_force: bool) -> tuple[Choice, ...]:
    """Every version that can be chosen, those of municipalities first; `in_force` adds what holds in each month."""
    found: list[Choice] = []
    agreements = situation.workspace.agreements
    for reference in sorted(agreements, key=lambda one: (agreements[one][-1].layer not in _OWN, one)):
        name = name_of(situation.workspace, reference)
        if in_force:
            found.append(Choice(reference, f"{name}: in elke maand de versie van die maand"))
        for version in reversed(agreements[reference]):
            begin = as_dutch(version.valid_from, Kind.DATE)
            key = Chosen(reference, version.valid_from, None).key
            found.append(Choice(key, f"{name}: vanaf {begin} ({status_of(version)})"))
    return tuple(found)


def name_of(workspace: Workspace, reference: str) -> str:
    """What an agreement is called in a list: municipality and cooperative, else its title.

    Its reference stands behind that where another is called the same.
    """
    versions = workspace.agreements.get(reference)
    if not versions:
        return reference
    name = _short(versions[-1])
    others = (_short(each[-1]) for other, each in workspace.agreements.items() if other != reference)
    return f"{name} ({reference})" if name in others else name


def _short(version: Agreement) -> str:
    if version.municipality is None:
        return version.title
    return f"{version.municipality.name}, {version.cooperative or version.title}"


def read_key(workspace: Workspace, key: str) -> tuple[str, int | None] | None:
    """The agreement and the first day of the version in a key; None where there is no such version."""
    reference, is_version, written = key.partition("@")
    versions = workspace.agreements.get(reference)
    if versions is None:
        return None
    if not is_version:
        return reference, None
    try:
        day = parse_date(written)
    except UnreadableValueError:
        return None
    return (reference, day) if any(each.valid_from == day for each in versions) else None


def pinned(workspace: Workspace, key: str, today: int) -> str:
    """The key of the version in force today, for a key without one."""
    found = read_key(workspace, key)
    version = version_on(workspace, key, today)[0] if found and found[1] is None else None
    return key if version is None else Chosen(key, version.valid_from, None).key


def version_of(workspace: Workspace, chosen: Chosen, today: int) -> tuple[Agreement | None, Findings]:
    """The version that was chosen, else the one in force on its day or today."""
    if chosen.version is None:
        return version_on(workspace, chosen.reference, today if chosen.day is None else chosen.day)
    versions = workspace.agreements.get(chosen.reference, ())
    found = next((each for each in versions if each.valid_from == chosen.version), None)
    return (found, ()) if found else version_on(workspace, chosen.reference, chosen.version)


def side_of(workspace: Workspace, chosen: Chosen, today: int) -> tuple[Side | None, Findings]:
    """The reading compiled, or all that stands in its way."""
    version, findings = version_of(workspace, chosen, today)
    if version is None:
        return None, findings
    day = chosen.day or max(today, version.valid_from)
    side, findings = side_of_version(_named(workspace, version), workspace, version, day)
    if side is None or not chosen.points:
        return side, findings
    return side_with_points(side, dict(typed_points(side, chosen.points)), ON_FORM)


def reading_of(workspace: Workspace, chosen: Chosen, today: int) -> Reading:
    """The reading for a caseload; points are filled as `side_of` fills them."""
    version, _ = version_of(workspace, chosen, today)
    side = (
        None
        if version is None
        else side_of(workspace, Chosen(chosen.reference, chosen.version, chosen.day), today)[0]
    )
    points = dict(chosen.points if side is None else typed_points(side, chosen.points))
    fixed = None if chosen.version is None else version
    return Reading(
        label_of(workspace, chosen), workspace, chosen.reference, fixed, chosen.day, points, ON_FORM
    )


def typed_points(side: Side, points: Points) -> Points:
    """Points as the rules know them: people write spaces for underscores, and a choice in its words."""
    known = side.compiled.stack.points
    found = []
    for name, text in points:
        key = name.lower().replace(" ", "_")
        type_ = known[key].declared.type if key in known else None
        found.append((key, _typed_choice(type_, text) if type_ and type_.kind is Kind.CHOICE else text))
    return tuple(found)


def _typed_choice(type_: ValueType, text: str) -> str:
    if text in {NOT_APPLICABLE_TEXT, OPEN}:
        return text
    by_words = {in_words(choice, type_).lower(): choice for choice in type_.choices}
    return by_words.get(text.lower(), text.replace(" ", "_"))


def label_of(workspace: Workspace, chosen: Chosen) -> str:
    """What a reading is called in a heading: by municipality and cooperative, as in the lists."""
    said = name_of(workspace, chosen.reference)
    if chosen.version is not None:
        said += f", versie vanaf {as_dutch(chosen.version, Kind.DATE)}"
    if chosen.day is not None:
        said += f", zoals op {as_dutch(chosen.day, Kind.DATE)}"
    return with_said(said, dict(chosen.points))


@lru_cache(maxsize=64)
def points_now(workspace: Workspace, reference: str, version: int | None, today: int) -> tuple[PointNow, ...]:
    """The points that an agreement fills, as they are; none where its rules have errors."""
    side, findings = side_of(workspace, Chosen(reference, version, None), today)
    if side is None or has_errors(findings):
        return ()
    shown = []
    for name in side.version.points:
        point = side.compiled.stack.points.get(name)
        if point is None or point.declared.type is None:
            continue
        value = OPEN if point.value is None else in_words(point.value, point.declared.type)
        shown.append(PointNow(spaced(name), value, point.declared.description))
    return tuple(shown)


def points_in(text: str) -> tuple[Points, tuple[str, ...]]:
    """The points on the lines of a field, and what is wrong with each of the other lines."""
    points: dict[str, str] = {}
    wrong = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, is_, value = (part.strip() for part in line.partition("="))
        key = name.lower().replace("_", " ")
        if not (name and is_ and value):
            wrong.append(f"‘{line}’ is geen punt met een waarde. Schrijf naam = waarde op één regel.")
        elif any(key == known.lower().replace("_", " ") for known in points):
            wrong.append(f"Het punt ‘{spaced(name)}’ staat er twee keer. Laat één regel staan.")
        else:
            points[name] = value
    return tuple(points.items()), tuple(wrong)


def _named(workspace: Workspace, version: Agreement) -> str:
    return label_of(workspace, Chosen(version.reference, version.valid_from, None))


Given = Mapping[str, str]
"""What was filled in, by field."""
