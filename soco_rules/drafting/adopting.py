"""Adopting a version of an agreement: its file becomes final and the register has it, both or neither."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

from soco_rules.adopt.version import CODE
from soco_rules.adopt.version import adopt_version
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.drafting.guarded import Guarded
from soco_rules.drafting.guarded import findings_of
from soco_rules.drafting.guarded import guarded_by
from soco_rules.drafting.version import edits_in
from soco_rules.drafting.version import with_heading
from soco_rules.files import locked
from soco_rules.files import unwritable
from soco_rules.files import write_file
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Layer
from soco_rules.model.agreement import Status
from soco_rules.model.names import is_one
from soco_rules.model.values import iso_day
from soco_rules.model.workspace import Workspace
from soco_rules.parser.register import REGISTER
from soco_rules.parser.register import Consent
from soco_rules.parser.register import read_register
from soco_rules.parser.workspace import AGREEMENTS
from soco_rules.parser.workspace import in_the_way
from soco_rules.parser.workspace import load_workspace

Findings = tuple[Diagnostic, ...]
OWN_WORK = "eigen-versie"
_OWN = frozenset({Layer.AGREEMENT, Layer.SCHEME})
_PAPER = frozenset({CODE, "vastgesteld-met-aanname"})
"""What keeps a version from being adopted while its rules are fine: scenarios say something about those."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the person says who adopts a version; `day` is a day number.

    `consent` is the decision of the governing body; without one a mandate must carry the adoption. `apart`: nobody
    adopts what he worked on. `read` is the hash of the file as this person read it (`Agreement.sha256`): what is
    adopted is what was read; None is not said. `finishes`: a concept becomes adopted by one word in its file; else the
    file has to say that by itself.
    """

    by: str
    function: str
    day: int
    consent: Consent | None
    apart: bool = True
    read: str | None = None
    finishes: bool = True


@dataclass(frozen=True, slots=True)
class Final:
    """What adopting a version writes: its file as it was and as it becomes, and the register."""

    file: str
    before: bytes
    after: bytes
    register: bytes


@dataclass(frozen=True, slots=True)
class Tried:
    """What adopting a version would come to: what it writes (None with an error), and how its scenarios fare.

    `guarded` is None where the rules have errors, so that no scenario could be performed. `workspace` is what the rule
    files would be; None where that was not looked at.
    """

    final: Final | None
    findings: Findings
    guarded: Guarded | None = None
    workspace: Workspace | None = None


def waiting_versions(workspace: Workspace) -> tuple[Agreement, ...]:
    """The versions of municipalities that nobody adopted or withdrew, by reference and first day."""
    recorded, _, _ = read_register(workspace.sources.get(REGISTER, "").encode())
    return tuple(
        version
        for reference, versions in workspace.agreements.items()
        for version in versions
        if version.layer in _OWN
        and version.status is not Status.WITHDRAWN
        and (reference, iso_day(version.valid_from)) not in recorded
    )


def tried(root: Path, shipped: Path | None, reference: str, version: int, said: Said) -> Tried:
    """What adopting this version would write, or everything that stands in the way; warnings stay beside it.

    Nothing is written here. Every road to an adopted version leads through this.
    """
    workspace, found = load_workspace(root, shipped)
    agreement = _version(workspace, reference, version)
    if agreement is None:
        unread = in_the_way(workspace, found, reference)
        return Tried(None, unread or _taken(workspace, reference, version, said, b"")[1])
    if said.read not in {None, agreement.sha256}:
        message = "deze versie is veranderd sinds u haar las"
        remedy = "lees haar opnieuw, en stel haar dan vast"
        return Tried(None, (finding(CODE, agreement.span, message, remedy=remedy),))
    register = _bytes(root / REGISTER)
    before = _bytes(root / agreement.path)
    is_final = agreement.status is Status.ADOPTED or not said.finishes
    after = before if is_final else _as_adopted(agreement, before)
    if after is None:
        message = "in dit bestand is niet te zien waar de status staat"
        remedy = f"schrijf status: {Status.ADOPTED} aan het begin van een regel"
        return Tried(None, (finding(CODE, agreement.span, message, remedy=remedy),))
    changed, found = load_workspace(root, shipped, instead={agreement.path: after})
    wrong = in_the_way(changed, found, reference)
    written, findings = _taken(changed, reference, version, said, register)
    guarded = _guarded(root, changed, reference, version, (*wrong, *findings))
    against = findings_of(agreement, guarded) if guarded else ()
    findings = in_reading_order((*wrong, *_own_work(before, said, agreement), *findings, *against))
    if written is None or has_errors(findings):
        return Tried(None, findings, guarded, changed)
    return Tried(Final(agreement.path, before, after, written), findings, guarded, changed)


def adopt_final(root: Path, shipped: Path | None, reference: str, version: int, said: Said) -> Tried:
    """Adopt a version, one writer at a time; with an error among the findings nothing is written."""
    try:
        with locked(root):
            found = tried(root, shipped, reference, version, said)
            unwritten = write_both(root, found.final) if found.final else ()
            return replace(found, findings=(*found.findings, *unwritten))
    except OSError as error:
        return Tried(None, (unwritable(root / REGISTER, error),))


def write_both(root: Path, final: Final) -> Findings:
    """Both files or neither: when the register cannot be written, the version is put back as it was."""
    if final.after != final.before and (unwritten := write_file(root / final.file, final.after)):
        return unwritten
    unwritten = write_file(root / REGISTER, final.register)
    if unwritten and final.after != final.before:
        return (*unwritten, *write_file(root / final.file, final.before))
    return unwritten


def _version(workspace: Workspace, reference: str, version: int) -> Agreement | None:
    versions = workspace.agreements.get(reference, ())
    return next((each for each in versions if each.valid_from == version), None)


def _guarded(
    root: Path, workspace: Workspace, reference: str, version: int, findings: Findings
) -> Guarded | None:
    """How the scenarios fare; a mistake in the rules would make them all fail, and is told by itself."""
    agreement = _version(workspace, reference, version)
    about_rules = (found for found in findings if found.span.file.startswith(f"{AGREEMENTS}/"))
    if agreement is None or any(found.is_error and found.code not in _PAPER for found in about_rules):
        return None
    return guarded_by(root, workspace, agreement)


def _taken(
    workspace: Workspace, reference: str, version: int, said: Said, register: bytes
) -> tuple[bytes | None, Findings]:
    return adopt_version(
        workspace,
        reference,
        version,
        by=said.by,
        function=said.function,
        day=said.day,
        consent=said.consent,
        register=register,
    )


def _as_adopted(agreement: Agreement, content: bytes) -> bytes | None:
    text = with_heading(content.decode(), agreement.path, {"status": str(Status.ADOPTED)})
    return None if text is None else text.encode()


def _own_work(content: bytes, said: Said, agreement: Agreement) -> Findings:
    edit = next((each for each in edits_in(content.decode()) if is_one(each.by, said.by)), None)
    if edit is None or not said.apart:
        return ()
    message = f"{said.by} heeft zelf aan deze versie gewerkt ({edit.day})"
    return (finding(OWN_WORK, agreement.span, message),)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
