"""The check of templates before any decision: what is written in them that a decision must supply, or no letter has."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import in_reading_order
from soco_rules.letters.faults import check_template
from soco_rules.letters.faults import heading_in
from soco_rules.letters.faults import unstated
from soco_rules.letters.language import check_language
from soco_rules.letters.served import Use
from soco_rules.letters.served import fault_in
from soco_rules.letters.served import uses
from soco_rules.letters.stated import found_in
from soco_rules.letters.template import SUFFIX
from soco_rules.letters.template import Place
from soco_rules.letters.template import Whole
from soco_rules.letters.template import find
from soco_rules.letters.template import load
from soco_rules.letters.template import read
from soco_rules.model.agreement import Agreement
from soco_rules.model.workspace import Workspace
from soco_rules.parser.word_list import load_word_lists

PARTS = "delen"
"""The folder with the parts that templates share."""


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
    return in_reading_order((*found, *check_languages(templates, only=only)))


def check_languages(
    templates: Sequence[Path], *, only: Collection[Path] | None = None
) -> tuple[Diagnostic, ...]:
    """What is hard to read in the words of each template, once for each file, and what is wrong with the word list."""
    plain_words, findings = load_word_lists(templates)
    found = list(findings)
    for folder in templates:
        for path in folder.rglob(f"*{SUFFIX}"):
            if only is None or path in only:
                source, _ = read(path)
                found += check_language(source, plain_words) if source else ()
    return in_reading_order(found)


def check_letters(workspace: Workspace, templates: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """What the templates say that their besluiten never have, and what they leave unsaid; a faulty template is skipped.

    A name is wrong when no besluit that uses the file can have it: a part is used by many.
    """
    used = tuple((use, _checked(use, templates)) for use in uses(workspace, templates))
    found = [
        found for use, checked in used if checked and use.for_outcomes for found in _unstated(use, checked)
    ]
    found += _wrong_names((use, checked) for use, checked in used if checked)
    found += _unused(workspace, templates, {source.shown for _, one in used if one for source in one.sources})
    return in_reading_order(dict.fromkeys(found))


def _checked(use: Use, templates: Sequence[Path]) -> Whole | None:
    checked, _ = load(use.path, templates, use.municipality)
    return checked


def _unstated(use: Use, checked: Whole) -> Iterator[Diagnostic]:
    told: set[tuple[str | None, str | None]] = set()
    for subject in use.subjects:
        of_whom = f"besluit {subject.decision} van {subject.agreement}"
        for case in subject.cases:
            if (case.rule, case.outcome) in told:
                continue
            told.add((case.rule, case.outcome))
            result = _found_in(checked.body, case)
            outcome = "" if case.outcome is None else f" '{case.outcome}'"
            if not result.has_words:
                message = f"er zijn geen woorden voor de uitkomst{outcome} ({of_whom})"
                yield finding("sjabloon-uitkomst", heading_in(checked, "# "), message)
            elif not result.stated:
                yield unstated(checked, case.rule, f"de uitkomst{outcome}", of_whom)


_found_in = lru_cache(maxsize=4096)(found_in)
"""Kept for the next save; only here, where no case has the names of a decision."""


def _wrong_names(used: Iterable[tuple[Use, Whole]]) -> Iterator[Diagnostic]:
    """Each place judged by every besluit that reaches it; one that can have the name is enough."""
    faults: dict[Place, tuple[str, str] | None] = {}
    for use, checked in used:
        for place in (one for whole in checked.places for one in _one_text_each(whole)):
            for subject in use.subjects:
                fault = fault_in(place, subject)
                if place not in faults or fault is None:
                    faults[place] = fault
    for place, fault in faults.items():
        if fault is not None:
            span = Span(place.file, place.line, 1, place.line, 1)
            yield finding("sjabloon-naam", span, fault[0], remedy=fault[1])


def _one_text_each(place: Place) -> Iterator[Place]:
    for text in place.compared:
        yield replace(place, compared=(text,))
    if not place.compared:
        yield place


def _unused(workspace: Workspace, templates: Sequence[Path], used: Collection[str]) -> Iterator[Diagnostic]:
    """A file of a municipality that no besluit reaches replaces nothing: often a name that is misspelt.

    The last of several folders is what is shipped: its municipalities need not be in this workspace.
    """
    municipalities = {reference.split("/")[0] for reference in workspace.agreements}
    for folder in templates[:-1] or templates:
        names = {path.relative_to(folder).as_posix() for path in folder.rglob(f"*{SUFFIX}")}
        general = {name for name in names if "/" not in name or name.startswith(f"{PARTS}/")}
        for path in sorted(folder.glob(f"*/**/*{SUFFIX}")):
            municipality, *rest = path.relative_to(folder).parts
            name = "/".join(rest)
            if municipality == PARTS or path.as_posix() in used:
                continue
            near = did_you_mean(
                name, general, otherwise="docs/brieven.md legt uit welke naam een sjabloon heeft"
            )
            if municipality not in municipalities:
                near = did_you_mean(
                    municipality, municipalities, otherwise=f"'{municipality}' is geen gemeente"
                )
            message = f"geen enkel besluit gebruikt '{municipality}/{name}'"
            yield finding("sjabloon-ongebruikt", Span(path.as_posix(), 1, 1, 1, 1), message, remedy=near)


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


def _municipality(path: Path, folder: Path) -> str | None:
    parts = path.relative_to(folder).parts
    return parts[0] if len(parts) > 1 else None
