"""The check of templates before any decision: what is written in them that a decision must supply, or no letter has."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import in_reading_order
from soco_rules.letters.blocks import strange_markup
from soco_rules.letters.sandbox import CODE
from soco_rules.letters.template import SUFFIX
from soco_rules.letters.template import Checked
from soco_rules.letters.template import Source
from soco_rules.letters.template import find
from soco_rules.letters.template import load
from soco_rules.letters.template import read
from soco_rules.letters.template import words_of
from soco_rules.model.agreement import Agreement

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_NUMBER = r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|twintig|dertig)"

_FIXED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, pattern in (
        ("een bedrag", rf"(?:€|\beuro\b|\beur\b)\s*\d(?:[\d.,]*\d)?|\b\d[\d.]*,\d\d\b|\b{_NUMBER}\s+euro\b"),
        ("een percentage", rf"\b\d[\d.,]*\s*(?:%|procent\b)|\b{_NUMBER}\s+procent\b"),
        (
            "een datum",
            rf"\b\d{{4}}-\d\d?-\d\d?\b|\b\d\d?[-/]\d\d?[-/]\d{{2,4}}\b|\b\d\d?\s+(?:{_MONTH})\b|\b(?:{_MONTH})\s+\d{{4}}\b",
        ),
        ("een artikel", r"\b(?:artikel(?:en)?|art\.|lid|onderdeel)\s+\d|\b\d+[a-z]?:\d+[a-z]?\b|\becli:"),
        ("een termijn", rf"\b{_NUMBER}\s+(?:dag|dagen|week|weken|maand|maanden|jaar|jaren)\b"),
    )
)


def check_templates(
    templates: Sequence[Path], *, only: Collection[Path] | None = None
) -> tuple[Diagnostic, ...]:
    """Everything to find in all templates of these folders (or in some of them), each with its municipal variants."""
    found: list[Diagnostic] = []
    for folder in templates:
        for path in sorted(folder.rglob(f"*{SUFFIX}")):
            if only is None or path in only:
                _, findings = check_template(path, templates, _municipality(path, folder))
                found += findings
    return in_reading_order(found)


def missing_templates(agreements: Iterable[Agreement], templates: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """A warning for every besluit whose letter has no template, neither of the municipality nor a general one."""
    return in_reading_order(
        finding(
            "sjabloon-ontbreekt",
            decision.spans.get("brief", decision.span),
            f"voor de brief '{decision.letter}' is er geen sjabloon {decision.letter}{SUFFIX}",
        )
        for agreement in agreements
        for decision in agreement.decisions.values()
        if decision.letter and find(decision.letter, templates, agreement.reference.split("/")[0]) is None
    )


def check_template(
    path: Path, templates: Sequence[Path], municipality: str | None
) -> tuple[Checked | None, tuple[Diagnostic, ...]]:
    """One template with what it includes, and everything to find in them without a decision; all or nothing."""
    checked, findings = load(path, templates, municipality)
    if checked is None:
        source, _ = read(path)
        return None, in_reading_order((*findings, *(check_words(source) if source else ())))
    words = in_reading_order(one for source in checked.sources for one in check_words(source))
    return (None if words else checked), words


def check_words(source: Source) -> Iterator[Diagnostic]:
    """What the template's own words hold that does not belong there."""
    words = words_of(source.text)
    for number, line in enumerate(words.splitlines(), start=1):
        for what, pattern in _FIXED:
            for match in pattern.finditer(line):
                span = Span(source.shown, number, 1, number, 1)
                yield finding("sjabloon-vaste-waarde", span, f"hier staat {what}: '{match[0].strip()}'")
    for number, what in strange_markup(words):
        span = Span(source.shown, number, 1, number, 1)
        yield finding(
            CODE, span, f"hier staat {what}", remedy="een brief kent koppen, alinea's, lijsten en tabellen"
        )


def _municipality(path: Path, folder: Path) -> str | None:
    parts = path.relative_to(folder).parts
    return parts[0] if len(parts) > 1 else None
