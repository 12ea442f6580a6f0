"""What heavy work about a change gives: words for the page, and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from soco_rules.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Made:
    """The lines that say what was found, whether all is well, and the files with the whole of it.

    `findings` say why there is nothing; `notes` stand beside what there is.
    """

    lines: tuple[str, ...]
    is_well: bool = True
    files: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
