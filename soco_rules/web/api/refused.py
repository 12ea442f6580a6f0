"""What stops a request of a machine, and becomes a problem document."""

from __future__ import annotations

from collections.abc import Iterable

from soco_rules.diagnostics import Diagnostic
from soco_rules.web.problems import Finding


class ProblemError(Exception):
    """A request that cannot be answered. Whoever raises it changed nothing."""

    def __init__(
        self, status: int, findings: Iterable[Diagnostic | Finding] = (), *, title: str = "", detail: str = ""
    ) -> None:
        """Keep what the problem document will say; without title and detail what goes with the status."""
        super().__init__()
        self.status = status
        self.findings = tuple(findings)
        self.title = title
        self.detail = detail
