"""All agreements with their versions, as a person sees them in a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import in_reading_order
from soco_rules.diagnostics import summary
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Layer
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.workspace import RuleFiles
from soco_rules.model.workspace import Workspace
from soco_rules.parser.register import REGISTER
from soco_rules.parser.register import Recorded
from soco_rules.parser.register import read_register
from soco_rules.parser.workspace import AGREEMENTS
from soco_rules.parser.workspace import is_list
from soco_rules.review import assumed_after
from soco_rules.review import review
from soco_rules.web.policy.place import Place
from soco_rules.web.policy.place import is_reference

_OWN = (Layer.AGREEMENT, Layer.SCHEME)
UNREADABLE = "niet te lezen"


@dataclass(frozen=True, slots=True)
class Version:
    """One version in the list; `where` is its page, empty where it can have none."""

    where: str
    first_day: str
    holds: str
    status: str
    adopted: str
    findings: str
    has_errors: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One agreement in the list, its newest version first."""

    reference: str
    title: str
    versions: tuple[Version, ...]


def listed(situation: RuleFiles, today: int) -> tuple[tuple[Listed, ...], tuple[Listed, ...]]:
    """The agreements and schemes of municipalities, and the layers that these stand on."""
    every = tuple(_listed(situation, today))
    own = tuple(each for each, layer in every if layer in _OWN)
    return own, tuple(each for each, layer in every if layer not in _OWN)


def findings_about(situation: RuleFiles, place: Place, today: int) -> tuple[Diagnostic, ...]:
    """Every finding in the file of a version, also those that ask for calculation or for the day."""
    in_files = (found for found in situation.findings if found.span.file == place.file)
    reviewed_now = (
        found for found in reviewed(situation.workspace, place.reference) if found.span.file == place.file
    )
    later = assumed_after(situation.workspace, (place.reference,), today)
    return in_reading_order(
        (*in_files, *reviewed_now, *(found for found in later if found.span.file == place.file))
    )


@lru_cache(maxsize=256)
def reviewed(workspace: Workspace, reference: str) -> tuple[Diagnostic, ...]:
    """What `review` says of one agreement; asked once for as long as no file changes."""
    return review(workspace, (reference,))


def status_of(agreement: Agreement | None) -> str:
    """How far a version has come, in the words of the rule files; an example says so."""
    if agreement is None:
        return UNREADABLE
    return f"{agreement.status}, voorbeeld" if agreement.is_example else str(agreement.status)


def adopted_in(workspace: Workspace) -> dict[tuple[str, str], Recorded]:
    """What the register has, by reference and version."""
    return read_register(workspace.sources.get(REGISTER, "").encode())[0]


def by_whom(recorded: Recorded | None) -> str:
    """Who adopted a version and when; empty where nobody did."""
    if recorded is None:
        return ""
    if not recorded.by:
        return "zonder naam"
    board = f", na bestuursbesluit {recorded.consent.reference}" if recorded.consent else ""
    return f"door {recorded.by} op {recorded.date}{board}"


def _listed(situation: RuleFiles, today: int) -> Iterator[tuple[Listed, Layer]]:
    workspace = situation.workspace
    for reference in sorted({*workspace.agreements, *workspace.unreadable}):
        versions = workspace.agreements.get(reference, ())
        files = {version.path: version for version in versions}
        folder = f"{AGREEMENTS}/{reference}"
        unread = [file for file in _rule_files(workspace, folder) if file not in files]
        rows = [_version(situation, reference, file, files.get(file), today) for file in (*files, *unread)]
        rows.sort(key=lambda row: row.first_day, reverse=True)
        title = versions[-1].title if versions else reference
        yield Listed(reference, title, tuple(rows)), versions[-1].layer if versions else Layer.AGREEMENT


def _rule_files(workspace: Workspace, folder: str) -> Iterator[str]:
    for file in workspace.sources:
        if PurePosixPath(file).parent.as_posix() == folder and not is_list(file):
            yield file


def _version(
    situation: RuleFiles, reference: str, file: str, agreement: Agreement | None, today: int
) -> Version:
    first_day = PurePosixPath(file).stem
    place = Place(reference, first_day)
    findings = findings_about(situation, place, today)
    return Version(
        where=place.url if is_reference(reference) and place.file == file else "",
        first_day=first_day,
        holds=_holds(agreement),
        status=status_of(agreement),
        adopted=by_whom(adopted_in(situation.workspace).get((reference, first_day))),
        findings=summary(findings) if findings else "geen",
        has_errors=any(found.is_error for found in findings),
    )


def _holds(agreement: Agreement | None) -> str:
    if agreement is None:
        return ""
    begin = as_dutch(agreement.valid_from, Kind.DATE)
    if agreement.valid_to is None:
        return f"vanaf {begin}"
    return f"van {begin} tot en met {as_dutch(agreement.valid_to, Kind.DATE)}"
