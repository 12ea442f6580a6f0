"""The letter of a decision beside the one that the template's version before this one makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from soco_rules.diagnostics import Diagnostic
from soco_rules.letters.difference import Changed
from soco_rules.letters.difference import difference
from soco_rules.letters.difference import is_same
from soco_rules.letters.earlier import Earlier
from soco_rules.letters.earlier import earlier
from soco_rules.letters.earlier import templates_of
from soco_rules.letters.made import letter_of
from soco_rules.letters.write import template_files
from soco_rules.model.decision import Decision


@dataclass(frozen=True, slots=True)
class Compared:
    """What is otherwise. Without `version` no earlier one is known; with findings one of the two made no letter."""

    version: Earlier | None
    changes: tuple[Changed, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether both versions of the template give this letter."""
        return is_same(self.changes)


def compared(root: Path, decision: Decision, templates: Sequence[Path]) -> Compared:
    """The same decision written with both versions of its template."""
    version = earlier(root, template_files(decision, templates))
    if version is None:
        return Compared(None)
    now, findings = letter_of(decision, templates)
    if now is None:
        return Compared(version, findings=findings)
    with templates_of(root, version) as folder:
        others = tuple(each for each in templates if not each.is_relative_to(root))
        before, findings = letter_of(decision, (folder, *others))
    if before is None:
        return Compared(version, findings=findings)
    return Compared(version, difference(before, now))
