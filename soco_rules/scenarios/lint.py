"""Findings about feature files: what would silently not be read, not be run, or not be understood."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from itertools import chain
from typing import Any
from typing import cast

from gherkin.errors import CompositeParserException
from gherkin.parser import Parser
from gherkin.token_matcher import TokenMatcher

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import in_reading_order
from soco_rules.scenarios.catalogue import KEYWORDS
from soco_rules.scenarios.catalogue import Moment
from soco_rules.scenarios.catalogue import Step
from soco_rules.scenarios.catalogue import nearest_sentences
from soco_rules.scenarios.catalogue import step_for
from soco_rules.scenarios.catalogue import understood
from soco_rules.scenarios.catalogue import unknown_step
from soco_rules.scenarios.gherkin_text import BLOCK
from soco_rules.scenarios.gherkin_text import BLOCK_WORDS
from soco_rules.scenarios.gherkin_text import STEP_WORDS
from soco_rules.scenarios.gherkin_text import language_findings
from soco_rules.scenarios.gherkin_text import line_span
from soco_rules.scenarios.gherkin_text import nearest_word
from soco_rules.scenarios.gherkin_text import shortened
from soco_rules.scenarios.gherkin_text import syntax_finding

Node = Mapping[str, Any]
"""A part of the tree that gherkin makes."""

MAX_BYTES = 2_000_000
MAX_LINES = 20_000
RESEMBLES = 0.65
"""How much a line of free text may look like a step."""
RESERVED_TAGS = frozenset({"skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings"})
"""Labels that pytest itself acts upon."""

_PLACEHOLDER = re.compile(r"<([^<>\s](?:[^<>]*[^<>\s])?)>")
_MOMENT_OF = {"Context": Moment.GIVEN, "Action": Moment.WHEN, "Outcome": Moment.THEN}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one feature file holds.

    `present` counts its scenarios, each row of examples for one. `rows` gives the line of such a row by the line of
    its scenario and its values. `agreements` are those that are named. A file that is not `runnable` is left alone: it
    cannot be read as it is meant.
    """

    file: str
    findings: tuple[Diagnostic, ...]
    present: int = 0
    runnable: bool = False
    rows: Mapping[tuple[int, tuple[str, ...]], int] = field(default_factory=dict)
    agreements: frozenset[str] = frozenset()


def read_feature(file: str, content: bytes) -> Reading:
    """Everything that can be said about a feature file without running it."""
    if len(content) > MAX_BYTES:
        message = f"Het bestand is groter dan {MAX_BYTES // 1_000_000} MB."
        return Reading(file, (finding("te-groot", Span(file), message),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return Reading(
            file,
            (finding("codering", Span(file, line, 1, line, 2), "Hier staan tekens die geen UTF-8 zijn."),),
        )
    return _read_text(file, text)


def _read_text(file: str, text: str) -> Reading:
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        message = f"Het bestand heeft meer dan {MAX_LINES // 1000}.000 regels."
        return Reading(file, (finding("te-groot", Span(file, MAX_LINES + 1), message),))
    language = tuple(language_findings(file, lines))
    try:
        document = Parser().parse(text, TokenMatcher("nl"))
    except CompositeParserException as error:
        broken = tuple(syntax_finding(file, lines, one) for one in error.errors)
        return Reading(file, in_reading_order(language or broken))
    feature = cast("Node | None", document.get("feature"))
    if feature is None:
        message = "Dit bestand heeft geen Functionaliteit."
        return Reading(file, language or (finding("scenario", Span(file), message),))
    lint = _Lint(file, lines)
    lint.feature(feature)
    return Reading(
        file=file,
        findings=in_reading_order((*language, *lint.findings)),
        present=lint.present,
        runnable=not (language or lint.blocked),
        rows=lint.rows,
        agreements=frozenset(lint.agreements),
    )


@dataclass(slots=True)
class _Lint:
    """The walk over one file, and what it has found so far."""

    file: str
    lines: Sequence[str]
    findings: list[Diagnostic] = field(default_factory=list)
    present: int = 0
    blocked: bool = False
    rows: dict[tuple[int, tuple[str, ...]], int] = field(default_factory=dict)
    names: dict[str, Span] = field(default_factory=dict)
    agreements: set[str] = field(default_factory=set)
    seen: set[tuple[int, str]] = field(default_factory=set)

    def feature(self, feature: Node) -> None:
        self._description(feature)
        self._tags(feature)
        background: list[Node] = []
        for child in feature["children"]:
            if "background" in child:
                background = self._background(child["background"])
            elif "rule" in child:
                self._rule(child["rule"], background)
            else:
                self._scenario(child["scenario"], background)
        if not self.present and not self.findings:
            self._find("scenario", self._span(feature), "Dit bestand heeft geen enkel scenario.")

    def _rule(self, rule: Node, background: list[Node]) -> None:
        self._description(rule)
        self._tags(rule)
        own: list[Node] = []
        for child in rule["children"]:
            if "background" in child:
                own = self._background(child["background"])
            else:
                self._scenario(child["scenario"], [*background, *own])
        if not any("scenario" in child for child in rule["children"]):
            self._find("scenario", self._span(rule), f"Onder de regel '{rule['name']}' staat geen scenario.")

    def _background(self, background: Node) -> list[Node]:
        self._description(background)
        self._first_step(background["steps"])
        return list(background["steps"])

    def _scenario(self, scenario: Node, background: list[Node]) -> None:
        self._description(scenario)
        self._tags(scenario)
        self._name(scenario)
        self._first_step(scenario["steps"])
        for examples in scenario["examples"]:
            self._description(examples)
            self._tags(examples)
        contexts = list(self._contexts(scenario))
        self.present += max(1, len(contexts))
        self._examples(scenario)
        for context in contexts or [{}]:
            self._steps([*background, *scenario["steps"]], context)
        self._checks_something(scenario)

    # What would vanish

    def _description(self, node: Node) -> None:
        """Free text may stand under a heading; a step or a heading with a typing error may not hide in it."""
        number = node["location"]["line"]
        for text in node["description"].splitlines():
            if not text.strip():
                continue
            below = range(number + 1, len(self.lines) + 1)
            number = next((n for n in below if self.lines[n - 1].strip() == text.strip()), number)
            if self._looks_swallowed(text.strip()):
                message = f"Deze regel wordt als toelichting gelezen en niet uitgevoerd: '{shortened(text)}'."
                span = line_span(self.file, number, self.lines[number - 1])
                self._find("scenario", span, message, remedy=nearest_word(text))

    def _looks_swallowed(self, text: str) -> bool:
        if text[0] in "|@*" or text.startswith(('"""', "```")):
            return True
        if block := BLOCK.match(text):
            near = difflib.get_close_matches(
                block[1].casefold(), [word.casefold() for word in BLOCK_WORDS], n=1, cutoff=0.7
            )
            return bool(near)
        first, _, rest = text.partition(" ")
        if step_for(rest) or step_for(text):
            return True
        keyword = first.capitalize()
        if keyword in STEP_WORDS:
            return keyword in {"Gegeven", "Stel", "Wanneer"} or bool(nearest_sentences(rest, 1, RESEMBLES))
        long = [word for word in STEP_WORDS if len(word) > 3]
        typed_wrong = difflib.get_close_matches(keyword, long, n=1, cutoff=0.8)
        return bool(typed_wrong) and bool(nearest_sentences(rest, 1, RESEMBLES))

    def _name(self, scenario: Node) -> None:
        name, span = scenario["name"], self._span(scenario)
        if not name:
            self._find(
                "scenario",
                span,
                "Dit scenario heeft geen naam.",
                remedy="zet achter de dubbele punt wat het bewaakt",
            )
        if name in self.names:
            message = f"Er zijn twee scenario's met de naam '{name}'; er wordt er maar een uitgevoerd."
            note = Note("dit is het andere scenario", self.names[name])
            self.findings.append(
                finding(
                    "scenario",
                    span,
                    message,
                    remedy="geef elk scenario in een bestand een eigen naam",
                    notes=(note,),
                )
            )
        self.names.setdefault(name, span)

    def _examples(self, scenario: Node) -> None:
        for examples in scenario["examples"]:
            span = self._span(examples)
            if not examples.get("tableBody"):
                self._find(
                    "scenario", span, "Deze Voorbeelden hebben geen rijen, dus er wordt niets mee uitgevoerd."
                )
            header = [cell["value"] for cell in examples.get("tableHeader", {"cells": []})["cells"]]
            for double in {word for word in header if header.count(word) > 1}:
                self._find("scenario-tabel", span, f"De kolom '{double}' staat er twee keer.")
        if scenario["keyword"] == "Abstract Scenario" and not scenario["examples"]:
            message = "Een Abstract Scenario zonder Voorbeelden voert niets uit met echte waarden."
            self._find(
                "scenario",
                self._span(scenario),
                message,
                remedy="voeg Voorbeelden: toe, of schrijf Scenario:",
            )

    def _checks_something(self, scenario: Node) -> None:
        moments = {moment for _, moment in _moments(scenario["steps"])}
        if Moment.THEN not in moments:
            message = "Dit scenario controleert niets: er is geen regel die met Dan begint."
            self._find(
                "scenario-onvolledig",
                self._span(scenario),
                message,
                remedy='voeg bijvoorbeeld toe: Dan is de uitkomst "..."',
            )

    def _tags(self, node: Node) -> None:
        for tag in node["tags"]:
            name = tag["name"].lstrip("@")
            column = tag["location"]["column"]
            line = tag["location"]["line"]
            span = Span(self.file, line, column, line, column + len(tag["name"]))
            if not name or re.search(r"[:()]", name):
                remedy = f"schrijf bijvoorbeeld @{re.sub('[^a-z0-9_-]+', '-', name.casefold()).strip('-') or 'label'}"
                self._refuse(
                    "scenario-label", span, f"Het label '{tag['name']}' bevat een teken dat niet kan.", remedy
                )
            elif name in RESERVED_TAGS:
                message = (
                    f"Het label '{tag['name']}' heeft een vaste betekenis en kan het scenario overslaan."
                )
                self._refuse("scenario-label", span, message, "kies een ander label")
            elif name.startswith("_"):
                self._refuse(
                    "scenario-label", span, f"Het label '{tag['name']}' begint met een streepje.", ""
                )

    # Steps

    def _first_step(self, steps: Sequence[Node]) -> None:
        if steps and steps[0]["keywordType"] not in _MOMENT_OF:
            message = f"De eerste stap begint met '{steps[0]['keyword'].strip()}', dus het is niet duidelijk wat zij is."
            self._refuse("scenario", self._step_span(steps[0]), message, "begin met Gegeven, Als of Dan")

    def _steps(self, steps: Sequence[Node], context: Mapping[str, str]) -> None:
        for step, moment in _moments(steps):
            text = _filled(step["text"], context)
            key = (step["location"]["line"], text)
            if key not in self.seen:
                self.seen.add(key)
                self._step(step, moment, text)
            self._placeholders(step, context)

    def _step(self, step: Node, moment: Moment, text: str) -> None:
        found = understood(text)
        span = self._step_span(step)
        if found is None:
            self.findings.append(unknown_step(text, span))
            return
        known, words = found
        if "kenmerk" in words:
            self.agreements.add(words["kenmerk"])
        if known.moment is not moment:
            message = (
                f"De zin '{text}' hoort achter {KEYWORDS[known.moment]} en staat achter {KEYWORDS[moment]}."
            )
            self._find(
                "onbekende-stap", span, message, remedy=f"begin deze regel met {KEYWORDS[known.moment]}"
            )
        self._below(step, known, span)

    def _below(self, step: Node, known: Step, span: Span) -> None:
        if "docString" in step:
            self._find("scenario-tabel", span, "Onder deze stap hoort geen tekstblok; het telt niet mee.")
        if "dataTable" in step and not known.has_table:
            self._find("scenario-tabel", span, "Onder deze stap hoort geen tabel; zij telt niet mee.")
        if "dataTable" not in step and known.has_table:
            remedy = "zet eronder: " + known.example.splitlines()[1].strip()
            self._find("scenario-tabel", span, "Onder deze stap hoort een tabel.", remedy=remedy)

    def _placeholders(self, step: Node, context: Mapping[str, str]) -> None:
        places = [(step["text"], self._step_span(step))]
        for row in step.get("dataTable", {"rows": []})["rows"]:
            places += [(cell["value"], self._span(cell, len(cell["value"]))) for cell in row["cells"]]
        for text, span in places:
            for name in _PLACEHOLDER.findall(text):
                key = (span.line, f"{span.column}<{name}>{'+' if context else '-'}")
                if name not in context and key not in self.seen:
                    self.seen.add(key)
                    self._missing_column(name, span, context)

    def _missing_column(self, name: str, span: Span, context: Mapping[str, str]) -> None:
        if not context:
            message = f"Voor '<{name}>' is er geen waarde, want dit scenario heeft geen Voorbeelden."
            self._find("scenario-tabel", span, message, remedy="voeg Voorbeelden: toe met deze kolom")
            return
        near = difflib.get_close_matches(name, context, n=1, cutoff=0.6)
        remedy = f"Bedoelde u '<{near[0]}>'?" if near else f"voeg de kolom {name} toe aan Voorbeelden"
        self._find("scenario-tabel", span, f"De Voorbeelden hebben geen kolom '{name}'.", remedy=remedy)

    def _contexts(self, scenario: Node) -> Iterator[dict[str, str]]:
        line = scenario["location"]["line"]
        for examples in scenario["examples"]:
            if "tableHeader" not in examples:
                continue
            header = [cell["value"] for cell in examples["tableHeader"]["cells"]]
            for row in examples["tableBody"]:
                values = tuple(cell["value"] for cell in row["cells"])
                self.rows.setdefault((line, values), row["location"]["line"])
                yield dict(zip(header, values, strict=True))

    # Places

    def _span(self, node: Node, length: int | None = None) -> Span:
        line, column = node["location"]["line"], node["location"].get("column", 1)
        end = column + length if length else max(column + 1, len(self.lines[line - 1].rstrip()) + 1)
        return Span(self.file, line, column, line, end)

    def _step_span(self, step: Node) -> Span:
        return self._span(step, len(step["keyword"]) + len(step["text"]))

    def _find(self, code: str, span: Span, message: str, *, remedy: str = "") -> None:
        self.findings.append(finding(code, span, message, remedy=remedy))

    def _refuse(self, code: str, span: Span, message: str, remedy: str) -> None:
        """A finding that keeps the whole file from being run."""
        self._find(code, span, message, remedy=remedy)
        self.blocked = True


def _moments(steps: Iterable[Node]) -> Iterator[tuple[Node, Moment]]:
    """Each step with what it is: En, Maar and * go on with what was before."""
    moment = Moment.GIVEN
    for step in steps:
        moment = _MOMENT_OF.get(step["keywordType"], moment)
        yield step, moment


def _filled(text: str, context: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda match: context.get(match[1], match[0]), text)


def scenarios_in(readings: Iterable[Reading]) -> int:
    """How many scenarios stand in some files."""
    return sum(reading.present for reading in readings)


def findings_of(readings: Iterable[Reading]) -> tuple[Diagnostic, ...]:
    """All findings about some files."""
    return in_reading_order(chain.from_iterable(reading.findings for reading in readings))
