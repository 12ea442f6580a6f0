"""What is wrong with one template, and what a decision rests on that its letter leaves unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import in_reading_order
from soco_rules.letters.blocks import strange_markup
from soco_rules.letters.grounds import printed
from soco_rules.letters.named import Node
from soco_rules.letters.sandbox import CODE
from soco_rules.letters.sandbox import Rendered
from soco_rules.letters.stated import CALCULATION
from soco_rules.letters.stated import REASONS
from soco_rules.letters.stated import Case
from soco_rules.letters.stated import found_in
from soco_rules.letters.template import Source
from soco_rules.letters.template import Whole
from soco_rules.letters.template import load
from soco_rules.letters.template import read
from soco_rules.letters.template import words_of
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Ground
from soco_rules.model.decision import PerPerson
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import Role

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_NUMBER = (
    r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf|[a-z]*tien|[a-zë]*tig|"
    r"[a-z]*(?:honderd|duizend)[a-zë]*)"
)

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


def check_template(
    path: Path, templates: Sequence[Path], municipality: str | None
) -> tuple[Whole | None, tuple[Diagnostic, ...]]:
    """One template with what it includes, and everything to find in them without a decision; all or nothing."""
    checked, findings = load(path, templates, municipality)
    if checked is None:
        source, _ = read(path)
        return None, in_reading_order((*findings, *(check_words(source) if source else ())))
    words = in_reading_order(one for source in checked.sources for one in check_words(source))
    return (None if words else checked), words


@lru_cache(maxsize=256)  # a part is checked with every template that takes it
def check_words(source: Source) -> tuple[Diagnostic, ...]:
    """What the template's own words hold that does not belong there."""
    return tuple(_in_words(source, words_of(source.text)))


def _in_words(source: Source, words: str) -> Iterator[Diagnostic]:
    for number, line in enumerate(words.splitlines(), start=1):
        for what, pattern in _FIXED:
            for match in pattern.finditer(line):
                span = Span(source.shown, number, 1, number, 1)
                yield finding("sjabloon-vaste-waarde", span, f"hier staat {what}: '{match[0].strip()}'")
    for number in _too_wide(words.splitlines()):
        span = Span(source.shown, number, 1, number, 1)
        message = "deze rij heeft meer vakken dan de kop van de tabel; wat te veel is, valt weg"
        yield finding(CODE, span, message, remedy="geef de kop en elke rij evenveel vakken")
    for number, what in strange_markup(words):
        span = Span(source.shown, number, 1, number, 1)
        yield finding(
            CODE, span, f"hier staat {what}", remedy="een brief kent koppen, alinea's, lijsten en tabellen"
        )


def _too_wide(lines: Sequence[str]) -> Iterator[int]:
    """Rows with more cells than the head of their table, also where an instruction stands between them."""
    width, above = None, ""
    for number, line in enumerate(lines, start=1):
        if _UNDER_HEAD.fullmatch(line):
            width = _cells(above)
        elif "|" not in line and line.strip():
            width = None
        elif width is not None and _cells(line) > width:
            yield number
        above = line


_UNDER_HEAD = re.compile(r"(?=.*\|)[\s|:]*-[\s|:-]*")


def _cells(row: str) -> int:
    return row.strip().removeprefix("|").removesuffix("|").count("|") + 1


def unsaid_in(
    whole: Whole, decided: Decision | Adoption, names: Mapping[str, Node], rendered: Rendered
) -> Iterator[Diagnostic]:
    """What this decision rests on and its letter does not say: a rule, or the words of the person who adopted it."""
    if isinstance(decided, Adoption):
        yield from _unsaid_by_person(whole, decided, rendered)
        if decided.deviation:
            return  # a person gave this outcome; that is what the letter states
        decided = decided.decision
    own = tuple(ground for ground in decided.grounds if ground.wins and _gave_outcome(decided, ground))
    for ground in own:
        case = Case(
            ground.rule,
            ground.outcome,
            ground.role,
            described=bool(ground.description),
            alone=sum(ground.role == other.role for other in own) == 1,
            names=names,
        )
        if not found_in(whole.body, case).stated:
            outcome = printed(
                ground.outcome or "", ground.kind or Kind.CHOICE, decided.words_of(ground.concept)
            )
            yield unstated(whole, ground.rule, f"de uitkomst '{outcome}'", f"besluit {decided.decision}")


def _gave_outcome(decision: Decision, ground: Ground) -> bool:
    outcome = decision.outcome
    if isinstance(outcome, PerPerson):
        outcome = outcome.partner if ground.role == Role.PARTNER else outcome.applicant
    own = ground.concept == (decision.outcome_name or decision.decision)
    return own and ground.outcome == outcome != NOT_APPLICABLE_TEXT


def _unsaid_by_person(whole: Whole, adoption: Adoption, rendered: Rendered) -> Iterator[Diagnostic]:
    said = {value.name for value in rendered.values}
    needed = {
        "vaststelling.toelichting": bool(adoption.reasons),
        "vaststelling.afwijking.reden": adoption.deviation is not None,
    }
    for name, is_needed in needed.items():
        if is_needed and name not in said:
            message = f"de brief zegt niet wat de persoon die vaststelt heeft geschreven ({name})"
            remedy = f"voeg onder '{REASONS}' delen/afwijking.md.j2 en delen/toelichting.md.j2 in"
            yield finding("sjabloon-grond", heading_in(whole, f"## {REASONS}"), message, remedy=remedy)


def unstated(checked: Whole, rule: str | None, outcome: str, of_whom: str) -> Diagnostic:
    """The finding that a ground of an outcome has no sentence of its own."""
    if rule:
        message = f"onder '{REASONS}' staat geen zin voor de regel '{rule}', die {outcome} geeft ({of_whom})"
        remedy = (
            f"zet onder '{REASONS}' een zin in {{% if geldt.{rule} %}}, of geef de regel een omschrijving "
            "en druk die af met {{ reden.omschrijving }}"
        )
    else:
        message = f"de brief laat niet zien hoe {outcome} is berekend of waarom die geldt ({of_whom})"
        remedy = f"druk onder '{CALCULATION}' {{{{ uitkomst }}}} af, of zet onder '{REASONS}' een zin bij deze uitkomst"
    return finding("sjabloon-grond", heading_in(checked, f"## {REASONS}"), message, remedy=remedy)


def heading_in(checked: Whole, start: str) -> Span:
    """The first line of the template that starts so, else its first line."""
    lines = checked.sources[0].text.splitlines()
    line = next((number for number, words in enumerate(lines, start=1) if words.startswith(start)), 1)
    return Span(checked.shown, line, 1, line, 1)
