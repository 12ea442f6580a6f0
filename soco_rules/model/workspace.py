"""The rule files of a workspace, read and sorted by reference and date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.diagnostics import Diagnostic
from soco_rules.model.agreement import Agreement
from soco_rules.model.mandate import Mandate


@dataclass(frozen=True, slots=True, eq=False)
class Workspace:
    """All agreements by reference (`kenmerk`), each with its versions from early to late. It equals itself only.

    `sources` has the text of every file, for showing findings. `unreadable` has the references, by the place
    of the file, of which a version could not be read: they exist, so nothing is said about their absence.
    `mandates` has the register of each municipality, by the first part of its references.
    """

    agreements: Mapping[str, tuple[Agreement, ...]]
    sources: Mapping[str, str]
    unreadable: frozenset[str] = frozenset()
    judges: Mapping[str, str] = field(default_factory=dict)
    mandates: Mapping[str, tuple[Mandate, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleFiles:
    """The rule files of a workspace as they are at one moment; `findings` are those about the files by themselves."""

    workspace: Workspace
    findings: tuple[Diagnostic, ...]
