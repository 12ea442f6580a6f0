"""From a decision to its letter: the template is found, checked and filled, or nothing is written at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span
from soco_rules.letters import head
from soco_rules.letters.blocks import blocks
from soco_rules.letters.duties import duties
from soco_rules.letters.faults import check_template
from soco_rules.letters.faults import unsaid_in
from soco_rules.letters.legal import APPEAL_TERM
from soco_rules.letters.legal import OBJECTION_TERM
from soco_rules.letters.legal import Remedy
from soco_rules.letters.legal import remedy_of
from soco_rules.letters.named import ARTICLE
from soco_rules.letters.sandbox import CODE
from soco_rules.letters.sandbox import Rendered
from soco_rules.letters.sandbox import render
from soco_rules.letters.template import SUFFIX
from soco_rules.letters.template import Checked
from soco_rules.letters.template import find
from soco_rules.letters.template import ready
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import lines_of
from soco_rules.letters.verdicts import Verdict
from soco_rules.letters.vocabulary import vocabulary
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import by_role
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.terms.of_case import disordered

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_HERE = Span("besluit")
ASSUMPTIONS = "C23"
"""The duty that says again, of all at once, what the decision itself tells of each."""


def compose(
    decided: Decision | Adoption, templates: Sequence[Path], style: HouseStyle = PLAIN
) -> tuple[Letter | None, tuple[Diagnostic, ...]]:
    """The letter of a decision, with warnings for what its head lacks; None and the errors when it cannot be written.

    It is final exactly when a person adopted the decision, nothing in it is provisional and the letter meets every
    duty of the law; else it says CONCEPT with each reason. A template of the municipality goes before the general one.
    A decision without an outcome has a letter only where there is a template for that status, such as
    `toelating.gegevens_ontbreken.md.j2`. The cooperative does not write in the style of the municipality.
    """
    decision = decided.effective if isinstance(decided, Adoption) else decided
    path, findings = _template_for(decision, templates)
    misplaced = tuple(disordered(decision.procedure, dict.fromkeys(decision.procedure, _HERE)))
    if path is None or misplaced:
        return None, (*findings, *misplaced)
    folders = tuple(templates)
    checked, findings = _checked(path, folders, _municipality(decision), _stamps(folders))
    if checked is None:
        return None, findings
    style = PLAIN if decision.decider == head.COOPERATIVE else style
    names = vocabulary(decided, style)
    rendered, findings = render(checked.shown, checked.compiled, names)
    if rendered is None:
        return None, findings
    letter, findings = _letter(decided, decision, path, rendered, style)
    if unsaid := tuple(unsaid_in(checked.whole, decided, names, rendered)):
        return None, (*(found for found in findings if found.is_error), *unsaid)
    return letter, findings


def template_files(decision: Decision, templates: Sequence[Path]) -> tuple[Path, ...]:
    """The files that the letter of a decision is written with: its template and all that this takes in."""
    path, _ = _template_for(decision, templates)
    if path is None:
        return ()
    folders = tuple(templates)
    checked, _ = _checked(path, folders, _municipality(decision), _stamps(folders))
    return tuple(Path(source.shown) for source in checked.whole.sources) if checked else (path,)


def doubted(letter: Letter, doubts: Iterable[str]) -> Letter:
    """The letter of an adoption that does not hold, each reason a part of a sentence."""
    reasons = (f"De vaststelling klopt niet: {doubt.rstrip('.')}." for doubt in doubts)
    return replace(letter, concept=(*letter.concept, *head.as_lines(reasons)))


def for_review(letter: Letter, why: str = head.ONLY_FOR_REVIEW) -> Letter:
    """The letter as people read it over, such as in a text processor, which is never the letter itself."""
    return replace(letter, concept=(*letter.concept, *head.as_lines((why,))))


@lru_cache(maxsize=64)
def _checked(
    path: Path,
    templates: tuple[Path, ...],
    municipality: str | None,
    _stamps: tuple[tuple[str, int, int], ...],
) -> tuple[Checked | None, tuple[Diagnostic, ...]]:
    whole, findings = check_template(path, templates, municipality)
    return (ready(whole) if whole else None), findings


def _stamps(templates: tuple[Path, ...]) -> tuple[tuple[str, int, int], ...]:
    files = (path for folder in templates for path in folder.rglob(f"*{SUFFIX}"))
    return tuple((str(path), path.lstat().st_mtime_ns, path.lstat().st_size) for path in files)


def _letter(
    decided: Decision | Adoption, decision: Decision, path: Path, rendered: Rendered, style: HouseStyle
) -> tuple[Letter | None, tuple[Diagnostic, ...]]:
    body = blocks(rendered)
    faults = tuple(
        finding(CODE, Span(path.as_posix()), message)
        for message in _faults(decided, decision, body, rendered)
    )
    if faults:
        return None, faults
    subject, *rest = body
    letter = Letter(
        sender=head.sender(decision, style),
        addressees=head.addressees(decision),
        details=head.details(decided),
        subject=next(lines_of(subject)),
        blocks=tuple(rest),
        signature=head.signature(decided),
        day=parse_date(decision.decision_date),
        style=style,
    )
    reasons = (*head.concept(decided), *_unmet(letter, decided, style))
    lacks = (f"in de brief ontbreekt {what}" for what in head.missing(decision))
    return replace(letter, concept=head.as_lines(reasons)), tuple(
        finding("brief-onvolledig", _HERE, message) for message in lacks
    )


def _unmet(letter: Letter, decided: Decision | Adoption, style: HouseStyle) -> Iterator[str]:
    """What the law still asks of a letter that would be final; a proposal is told so only in its check."""
    if isinstance(decided, Adoption):
        for duty in duties(letter, decided, style):
            if duty.verdict is Verdict.NOT_MET and duty.code != ASSUMPTIONS:
                yield f"De brief voldoet niet aan een eis ({duty.code}, {duty.title}): {duty.message}."


def _faults(
    decided: Decision | Adoption, decision: Decision, body: tuple[Block, ...], rendered: Rendered
) -> Iterator[str]:
    subjects = [index for index, block in enumerate(body) if isinstance(block, Heading) and block.level == 1]
    if subjects != [0] or len(body) == 1:
        yield "de brief begint niet met één onderwerp; zet het bovenaan, achter een hekje (#)"
    if not (decision.is_appealable and _has_outcome(decision)):
        return
    said = {value.name for value in rendered.values}
    match remedy_of(decided):
        case Remedy.OBJECTION if OBJECTION_TERM not in said:
            yield "een beschikking zegt hoe iemand bezwaar maakt; voeg het deel over bezwaar in"
        case Remedy.APPEAL if APPEAL_TERM not in said:
            yield "een besluit op bezwaar zegt hoe iemand in beroep gaat; voeg het deel over bezwaar of over beroep in"
        case _:
            pass
    if ARTICLE not in {value.kind for value in rendered.values}:
        yield "een beschikking noemt haar wettelijke grondslag; druk {{ artikelen }} af"


def _template_for(
    decision: Decision, templates: Sequence[Path]
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    name = decision.letter_name or decision.decision
    if not _NAME.fullmatch(name):
        return None, (finding(CODE, _HERE, f"'{name[:100]}' is geen naam van een sjabloon"),)
    if not _has_outcome(decision):
        path = find(f"{name}.{decision.status}", templates, _municipality(decision))
        return (
            (path, ())
            if path
            else (None, (finding("niets-te-besluiten", _HERE, _nothing_decided(decision)),))
        )
    path = find(name, templates, _municipality(decision))
    message = f"er is geen sjabloon {name}{SUFFIX} in de map met sjablonen"
    remedy = "maak dit sjabloon; docs/brieven.md legt uit hoe"
    return (path, ()) if path else (None, (finding(CODE, _HERE, message, remedy=remedy),))


def _has_outcome(decision: Decision) -> bool:
    outcome = decision.outcome
    if decision.status is DecisionStatus.KNOWN:
        return outcome not in (None, PerPerson())
    is_whole = None not in by_role(outcome).values()
    return decision.status is DecisionStatus.JUDGEMENT_NEEDED and is_whole and not _broken(decision)


def _broken(decision: Decision) -> tuple[str, ...]:
    """The requirements that stand in the way of this outcome, whatever a person judges."""
    return tuple(
        each.message or each.name for each in decision.requirements if each.severity == Severity.ERROR
    )


def _nothing_decided(decision: Decision) -> str:
    waits = "; ".join(missing.question for missing in decision.missing[:5])
    broken = "; ".join(_broken(decision))
    state = spaced(decision.status)
    return (
        f"over '{decision.title}' is nog niets te besluiten ({state})"
        + (f". Nog te beantwoorden: {waits}" if waits else "")
        + (f". Niet voldaan aan: {broken}" if broken else "")
    )


def _municipality(decision: Decision) -> str | None:
    first = decision.agreement.split("/", 1)[0]
    return first if _NAME.fullmatch(first) else None
