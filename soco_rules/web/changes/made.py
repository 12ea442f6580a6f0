"""What heavy work about a change gives: the view that shows it with its values, and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Any

from soco_rules.diagnostics import Diagnostic
from soco_rules.web.remedies import for_a_page
from soco_rules.web.tasks import Ready

REPORT = "rapport.html"
REFUSED = "changes/refused"


@dataclass(frozen=True, slots=True)
class Made:
    """What a page shows, and the files with the whole of it.

    `findings` say why there is nothing; `notes` stand beside what there is.
    """

    view: str
    values: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    notes: tuple[Diagnostic, ...] = ()


def refused(findings: tuple[Diagnostic, ...]) -> Made:
    """Nothing came of it, and why."""
    return Made(REFUSED, findings=tuple(sorted(for_a_page(findings), key=lambda each: not each.is_error)))


def as_ready(made: Made, title: str) -> Ready:
    """What came of it as a page."""
    values = {"title": title, "findings": made.findings, "notes": for_a_page(made.notes), **made.values}
    return Ready(made.view, values, 422 if made.view == REFUSED else 200, made.files)
