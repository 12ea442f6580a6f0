"""Which version of an agreement holds on a day: in law, or as one who tries a concept before it is adopted sees it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Status
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.workspace import Workspace

WITHOUT_FORCE = "concept-geldt-niet"


def version_in_force(versions: Iterable[Agreement], on: int) -> Agreement | None:
    """The version that holds on a day: the last one that has begun, unless it has ended or is a withdrawal.

    A withdrawn version says that from its first day on nothing holds; the one before it does not revive. Concepts count
    as the others do: `as_adopted` leaves out those that have no force.
    """
    latest = _latest(version for version in versions if version.valid_from <= on)
    return (
        latest
        if latest is not None and latest.status is not Status.WITHDRAWN and _lasts(latest, on)
        else None
    )


@lru_cache(maxsize=16)  # every decision asks for it, and a workspace equals itself only
def as_adopted(workspace: Workspace) -> Workspace:
    """The same without the concepts that have no force, for every decision about a person.

    A concept holds provisionally until the first version on which was decided, by adopting it or by withdrawing the
    agreement. From then on an adopted version holds until the next one begins, whatever concepts begin in between.
    """
    agreements = {name: _with_force(versions) for name, versions in workspace.agreements.items()}
    if all(agreements[name] == versions for name, versions in workspace.agreements.items()):
        return workspace
    return replace(workspace, agreements=agreements)


def seen_by(workspace: Workspace, version: Agreement) -> Workspace:
    """What stands beside a version that is read: beside an adopted one only what has force."""
    return workspace if version.status is Status.DRAFT else as_adopted(workspace)


def previous_version(versions: Iterable[Agreement], version: Agreement) -> Agreement | None:
    """The version that held before another one: for transitional law, and to tell what changes.

    That is an adopted one. Where there is none, a concept has the concept before it; an adopted version has nothing
    before it then, for nobody was ever held to a concept.
    """
    earlier = [each for each in versions if each.valid_from < version.valid_from]
    adopted = _latest(each for each in earlier if each.status is Status.ADOPTED)
    if adopted is not None or version.status is not Status.DRAFT:
        return adopted
    return _latest(each for each in earlier if each.status is Status.DRAFT)


def passed_over(workspace: Workspace, layers: Iterable[Agreement], on: int) -> Iterator[Diagnostic]:
    """The concepts that would have taken the place of these versions on a day, had they been adopted."""
    for layer in layers:
        concept = _waiting(workspace, layer.reference, on)
        if concept is not None and concept.valid_from > layer.valid_from:
            held = f"De versie van {as_dutch(layer.valid_from, Kind.DATE)} geldt."
            place = concept.spans.get("status", concept.span)
            yield finding(WITHOUT_FORCE, place, f"{_told(concept)} {held}")


def nothing_in_force(
    workspace: Workspace, reference: str, on: int, place: Span, remedy: str = ""
) -> Diagnostic:
    """That no version of an agreement holds on a day, and why: a withdrawal, or a concept that nobody adopted."""
    message = f"Van '{reference}' is op {as_dutch(on, Kind.DATE)} geen versie in werking."
    begun = [each for each in workspace.agreements.get(reference, ()) if each.valid_from <= on]
    decided = _latest(each for each in begun if each.status is not Status.DRAFT)
    if decided is not None and decided.status is Status.WITHDRAWN:
        message += f" De overeenkomst is ingetrokken vanaf {as_dutch(decided.valid_from, Kind.DATE)}."
    if (concept := _waiting(workspace, reference, on)) is not None:
        message += f" {_told(concept)}"
    return finding("niets-in-werking", place, message, remedy=remedy)


def _with_force(versions: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
    decided = min((each.valid_from for each in versions if each.status is not Status.DRAFT), default=None)
    if decided is None:
        return versions
    return tuple(each for each in versions if each.status is not Status.DRAFT or each.valid_from < decided)


def _waiting(workspace: Workspace, reference: str, on: int) -> Agreement | None:
    """The last concept without force that has begun and not ended, behind every version on which was decided."""
    begun = [each for each in workspace.agreements.get(reference, ()) if each.valid_from <= on]
    latest = _latest(each for each in begun if each.status is not Status.DRAFT or _lasts(each, on))
    kept = as_adopted(workspace).agreements.get(reference, ())
    return latest if latest is not None and latest not in kept else None


def _told(concept: Agreement) -> str:
    begin = as_dutch(concept.valid_from, Kind.DATE)
    return (
        f"Van '{concept.reference}' ligt er een concept dat ingaat op {begin}; "
        "het geldt niet zolang het niet is vastgesteld."
    )


def _latest(versions: Iterable[Agreement]) -> Agreement | None:
    return max(versions, key=lambda version: version.valid_from, default=None)


def _lasts(version: Agreement, on: int) -> bool:
    return version.valid_to is None or on <= version.valid_to
