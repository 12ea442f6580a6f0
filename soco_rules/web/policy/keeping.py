"""Keeping a version or its scenarios: a whole file or nothing, and never over what somebody else made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.drafting.version import as_concept
from soco_rules.drafting.version import edits_in
from soco_rules.drafting.version import is_fixed
from soco_rules.drafting.version import signed
from soco_rules.files import locked
from soco_rules.files import write_file
from soco_rules.follow import FEATURES
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.parser.workspace import AGREEMENTS
from soco_rules.web.ground import Ground
from soco_rules.web.people import Person
from soco_rules.web.policy.checking import check
from soco_rules.web.policy.place import Found
from soco_rules.web.policy.place import Place
from soco_rules.web.policy.place import hash_of
from soco_rules.web.policy.place import is_reference

Findings = tuple[Diagnostic, ...]
CODE = "versie-niet-te-bewaren"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept, and where; with errors nothing was written."""

    place: Place
    findings: Findings = ()

    @property
    def is_written(self) -> bool:
        """Whether it stands in the workspace now."""
        return not any(found.is_error for found in self.findings)


def keep_version(
    ground: Ground, person: Person, base: Found, text: str, *, valid_from: int, based_on: str
) -> Kept:
    """Keep a text as a concept that holds from a day on.

    `base` is the version that the text was made from, and `based_on` the hash that its text had then. The same day
    makes it the next state of that concept, another day a new version. The lines of the findings are those of `text`.
    """
    place = Place(base.place.reference, iso_day(valid_from))
    findings = tuple(_in_the_way(base, place, valid_from))
    concept = None if findings else as_concept(text, place.reference, valid_from)
    if concept is None:
        return Kept(place, findings or _unreadable(ground, base, place, text))
    checked = check(
        ground.settings.root, base.situation, {place.file: concept.encode()}, ground.settings.today()
    )
    if checked.new:
        return Kept(place, checked.new)
    if place == base.place and concept == base.text:
        return Kept(place)
    is_own = not is_fixed(base.situation.workspace, base.place.reference, base.place.version)
    before = edits_in(base.text) if is_own else ()
    content = signed(concept, before, person.name, ground.settings.today()).encode()
    is_new = place != base.place
    return Kept(
        place, write(ground.settings.root, base.place.file, based_on, place.file, content, is_new=is_new)
    )


def write(root: Path, base: str, based_on: str, file: str, content: bytes, *, is_new: bool) -> Findings:
    """Write one file below agreements/ or features/, if the file that it was made from is still what it was.

    `based_on` is the hash of that file, empty where there was none.
    """
    path = root / file
    if findings := outside(root, file):
        return findings
    with locked(root):  # as whoever adopts a version
        if _hash_now(root / base) != based_on:
            message = f"'{base}' is veranderd sinds u deze bladzijde opende; er is niets bewaard."
            remedy = "open de bladzijde opnieuw en breng uw wijziging nog eens aan"
            return (finding(CODE, Span(file), message, remedy=remedy),)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            message = f"De map '{path.parent.name}' is niet te maken."
            return (finding("bestand", Span(file), message),)
        return write_file(path, content, keep=is_new)


def _in_the_way(base: Found, place: Place, valid_from: int) -> Iterator[Diagnostic]:
    workspace, here = base.situation.workspace, Span(place.file)
    day = as_dutch(valid_from, Kind.DATE)
    if not is_reference(place.reference) or place.reference.startswith("landelijk/"):
        message = "De landelijke regels horen bij soco_rules en zijn hier niet te wijzigen."
        yield finding(CODE, here, message, remedy="lees ze, en leg een fout voor aan de beheerder")
        return
    if is_fixed(workspace, place.reference, place.version):
        message = f"De versie die op {day} begint is vastgesteld of ingetrokken en blijft zoals zij is."
        yield finding(CODE, here, message, remedy="kies een andere eerste dag")
    elif place != base.place and place.file in workspace.sources:
        message = f"Er is al een versie die op {day} begint."
        yield finding(
            CODE, here, message, remedy="open die versie om haar te wijzigen, of kies een andere dag"
        )


def _unreadable(ground: Ground, base: Found, place: Place, text: str) -> Findings:
    """What is wrong with a text of which not even the heading can be read."""
    checked = check(
        ground.settings.root, base.situation, {place.file: text.encode()}, ground.settings.today()
    )
    errors = tuple(found for found in checked.findings if found.is_error and found.span.file == place.file)
    message = "In deze tekst is niet te zien waar geldig_vanaf en status staan."
    remedy = "schrijf beide aan het begin van een regel, met een waarde op dezelfde regel"
    return errors or (finding(CODE, Span(place.file), message, remedy=remedy),)


def outside(root: Path, file: str) -> Findings:
    """Whether the way to a file leads out of the folders of the workspace, by a name or by a link."""
    below = file.split("/", maxsplit=1)[0]
    path = root / file
    home = root.resolve() / below
    try:
        is_inside = below in {AGREEMENTS, FEATURES} and path.resolve() == home / path.relative_to(
            root / below
        )
    except (OSError, RuntimeError):  # a link that leads to itself is a RuntimeError
        is_inside = False
    message = f"'{file}' ligt niet gewoon in de werkmap."
    return () if is_inside else (finding("bestand", Span(file), message, remedy="vraag de beheerder"),)


def _hash_now(path: Path) -> str:
    """The hash of what stands there now, as a page has it; empty where nothing does."""
    try:
        return hash_of(path.read_bytes().decode("utf-8-sig", "replace"))
    except OSError:
        return ""
