"""Prove everything about an agreement, from what was proved before where that still holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from soco_rules.diagnostics import Diagnostic
from soco_rules.model.workspace import Workspace
from soco_rules.proving.cache import Cache
from soco_rules.proving.cache import cache_of
from soco_rules.proving.periods import days_between
from soco_rules.proving.plan import plan
from soco_rules.proving.report import Stretch

Each = Callable[[Stretch], Callable[[], None]]
"""Told of every stretch before it begins; what it gives is called after every proof."""


@dataclass(frozen=True, slots=True)
class Run:
    """What was proved of the versions of an agreement, and the days on which none holds."""

    stretches: tuple[Stretch, ...]
    gaps: tuple[Diagnostic, ...]

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All that is not proved."""
        return (*self.gaps, *(short.finding for stretch in self.stretches for short in stretch.shortfalls))

    def proved(self, each: Each, cache: Cache | None = None) -> Run:
        """The same with all its proofs."""
        stretches = tuple(stretch.proved(each(stretch), cache) for stretch in self.stretches)
        return Run(stretches, self.gaps)

    def about(self, name: str) -> Run:
        """The same with only what has this name."""
        return Run(tuple(stretch.about(name) for stretch in self.stretches), self.gaps)

    @property
    def names(self) -> frozenset[str]:
        """What can be asked about."""
        return frozenset(question.name for stretch in self.stretches for question in stretch.asked)


def planned(workspace: Workspace, reference: str) -> tuple[Run | None, tuple[Diagnostic, ...]]:
    """What there is to prove of an agreement; None with the errors where its rules cannot be compiled."""
    stretches, wrong = plan(workspace, reference)
    if wrong:
        return None, wrong
    return Run(stretches, tuple(days_between(workspace.agreements[reference]))), ()


def prove_all(
    run: Run, root: Path, reference: str, each: Each, *, about: str | None = None, afresh: bool = False
) -> Run:
    """Everything, or what has one name, with the proofs of earlier runs; what is proved now is kept for later ones."""
    cache = cache_of(root, reference)
    cache = Cache(cache.path, {}) if afresh and about is None else cache
    whole = False
    try:
        done = (run if about is None else run.about(about)).proved(each, cache)
        whole = about is None
    finally:  # who stops halfway need not begin again
        cache.save(whole=whole)
    return done
