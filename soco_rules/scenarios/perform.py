"""Perform the scenarios of a text at once, without pytest and without files: for who is still writing it."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Any
from typing import cast

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from gherkin.pickles.compiler import GherkinDocumentWithURI
from gherkin.token_matcher import TokenMatcher

import soco_rules
from soco_rules.diagnostics import Span
from soco_rules.model.decision import Decision
from soco_rules.scenarios.catalogue import Moment
from soco_rules.scenarios.catalogue import understood
from soco_rules.scenarios.catalogue import unknown_step
from soco_rules.scenarios.checks import deciding
from soco_rules.scenarios.checks import outcome_in_words
from soco_rules.scenarios.desk import day_of
from soco_rules.scenarios.lint import read_feature
from soco_rules.scenarios.report import DecidingRule
from soco_rules.scenarios.report import Failure
from soco_rules.scenarios.report import ScenarioResult
from soco_rules.scenarios.situation import Cell
from soco_rules.scenarios.situation import Desk
from soco_rules.scenarios.situation import Mismatch
from soco_rules.scenarios.situation import Refused
from soco_rules.scenarios.situation import Result
from soco_rules.scenarios.situation import Situation
from soco_rules.scenarios.situation import Spoken
from soco_rules.scenarios.situation import Table

PROPOSAL = "voorstel"
"""The label of a scenario that was calculated from the rules and that a person has to confirm."""

_PACKAGE = Path(soco_rules.__file__).parent
_MOMENTS = {"Context": Moment.GIVEN, "Action": Moment.WHEN, "Outcome": Moment.THEN}
_Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One step of one scenario, with the values of a row of examples filled in."""

    moment: Moment
    keyword: str
    text: str
    table: Table
    span: Span


@dataclass(frozen=True, slots=True)
class _Play:
    """One scenario, or one row of examples of an outline."""

    feature: str
    rule: str | None
    name: str
    span: Span
    example: Mapping[str, str]
    is_proposal: bool
    sentences: tuple[_Sentence, ...]

    @property
    def agreements(self) -> frozenset[str]:
        """The agreements that it names."""
        found = (understood(sentence.text) for sentence in self.sentences)
        return frozenset(words["kenmerk"] for _, words in filter(None, found) if "kenmerk" in words)


def perform(file: str, content: bytes, desk: Desk, *, about: str | None = None) -> tuple[ScenarioResult, ...]:
    """The results of every scenario in the text of a feature file, as `run` has them; none where it cannot be run.

    With `about` only those that name this agreement are performed.
    """
    return tuple(
        _performed(play, desk) for play in _plays(file, content) if about is None or about in play.agreements
    )


def deciding_rules(decision: Decision | None, about: str | None) -> tuple[DecidingRule, ...]:
    """The rules that gave a decision, or one value `about` which a step spoke."""
    if decision is None:
        return ()
    return tuple(
        dict.fromkeys(
            DecidingRule(
                ground.concept,
                ground.rule,
                ground.outcome,
                (*ground.legal_basis, *((ground.source,) if ground.source else ())),
                ground.place,
            )
            for ground in deciding(decision, about)
        )
    )


def internal(error: BaseException) -> str:
    """A mistake of soco_rules: what it is, and the way through the code that led to it."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    way = [
        f"  {Path(frame.filename).relative_to(_PACKAGE.parent).as_posix()}:{frame.lineno} {frame.name}"
        for frame in own
    ]
    return "\n".join([f"{type(error).__name__}: {error}", *way])


def _performed(play: _Play, desk: Desk) -> ScenarioResult:
    situation, failure = Situation(), None
    for sentence in play.sentences:
        result = _said(sentence, situation, desk)
        if isinstance(result, Situation):
            situation = result
        else:
            failure = _failure(sentence, result, situation)
            break
    return ScenarioResult(
        feature=play.feature,
        rule=play.rule,
        name=play.name,
        span=play.span,
        example=play.example,
        failure=failure,
        expected=tuple(each.text for each in play.sentences if each.moment is Moment.THEN),
        agreement=situation.agreement.text if situation.agreement else None,
        outcome=outcome_in_words(situation.decision) if situation.decision else None,
        decided_by=deciding_rules(situation.decision, None),
        supposed=desk.supposed(situation),
        is_proposal=play.is_proposal,
        on=day_of(situation),
    )


def _said(sentence: _Sentence, situation: Situation, desk: Desk) -> Result | Exception:
    found = understood(sentence.text, sentence.moment)
    if found is None:
        return Refused((unknown_step(sentence.text, sentence.span),))
    step, words = found
    spoken = Spoken(words, sentence.table if step.has_table else (), sentence.span)
    try:
        return step.act(spoken, situation, desk)
    except Exception as error:  # noqa: BLE001  one scenario that shows a mistake of ours does not hide the others
        return error


def _failure(sentence: _Sentence, result: Mismatch | Refused | Exception, situation: Situation) -> Failure:
    step = f"{sentence.keyword} {sentence.text}"
    match result:
        case Mismatch(expected, found, about):
            rules = deciding_rules(situation.decision, about)
            return Failure(sentence.span, step, expected, found, rules)
        case Refused(findings):
            return Failure(sentence.span, step, findings=findings)
        case error:
            return Failure(sentence.span, step, internal=internal(error))


def _is_labelled(node: _Node) -> bool:
    return any(tag["name"] == f"@{PROPOSAL}" for tag in node["tags"])


# From text to plays


@lru_cache(maxsize=32)
def _plays(file: str, content: bytes) -> tuple[_Play, ...]:
    """What is to be performed; the same while the text is the same, whatever the rules are."""
    if not read_feature(file, content).runnable:
        return ()
    document = Parser().parse(content.decode("utf-8-sig"), TokenMatcher("nl"))
    nodes = _Nodes(file)
    nodes.gather(cast("_Node", document["feature"]), None, is_proposal=False)
    pickles = Compiler().compile(cast("GherkinDocumentWithURI", {**document, "uri": file}))
    return tuple(nodes.play(cast("_Node", pickle)) for pickle in pickles)


@dataclass(slots=True)
class _Nodes:
    """The parts of one feature by their numbers, for the places that a pickle does not keep."""

    file: str
    feature: str = ""
    rules: dict[str, str | None] = field(default_factory=dict)
    known: dict[str, _Node] = field(default_factory=dict)
    headers: dict[str, Sequence[str]] = field(default_factory=dict)
    proposals: set[str] = field(default_factory=set)

    def gather(self, node: _Node, rule: str | None, *, is_proposal: bool) -> None:
        """Keep what stands in a feature, or in a rule of it; a label on examples alone makes no proposal."""
        self.feature = self.feature or node["name"]
        is_proposal = is_proposal or _is_labelled(node)
        for child in node["children"]:
            if "rule" in child:
                self.gather(child["rule"], child["rule"]["name"], is_proposal=is_proposal)
            elif "background" in child:
                self._steps(child["background"])
            else:
                self._scenario(child["scenario"], rule, is_proposal=is_proposal)

    def _scenario(self, scenario: _Node, rule: str | None, *, is_proposal: bool) -> None:
        self.known[scenario["id"]] = scenario
        self.rules[scenario["id"]] = rule
        if is_proposal or _is_labelled(scenario):
            self.proposals.add(scenario["id"])
        self._steps(scenario)
        for examples in scenario["examples"]:
            header = [cell["value"] for cell in examples.get("tableHeader", {"cells": []})["cells"]]
            for row in examples.get("tableBody", ()):
                self.known[row["id"]] = row
                self.headers[row["id"]] = header

    def _steps(self, node: _Node) -> None:
        self.known.update((step["id"], step) for step in node["steps"])

    def play(self, pickle: _Node) -> _Play:
        ids = pickle["astNodeIds"]
        scenario, last = self.known[ids[0]], self.known[ids[-1]]
        cells = [cell["value"] for cell in last.get("cells", ())]
        return _Play(
            feature=self.feature,
            rule=self.rules[ids[0]],
            name=scenario["name"],
            span=Span(self.file, last["location"]["line"]),
            example=dict(zip(self.headers.get(ids[-1], ()), cells, strict=True)),
            is_proposal=ids[0] in self.proposals,
            sentences=tuple(self._sentences(pickle)),
        )

    def _sentences(self, pickle: _Node) -> Iterator[_Sentence]:
        for step in pickle["steps"]:
            node = self.known[step["astNodeIds"][0]]
            keyword = node["keyword"].strip()
            at = node["location"]
            span = Span(
                self.file,
                at["line"],
                at["column"],
                at["line"],
                at["column"] + len(keyword) + 1 + len(step["text"]),
            )
            yield _Sentence(_MOMENTS[step["type"]], keyword, step["text"], self._table(node, step), span)

    def _table(self, node: _Node, step: _Node) -> Table:
        """The cells with what an example fills in, each at the place where it is written."""
        if "dataTable" not in node:
            return ()
        filled = step["argument"]["dataTable"]["rows"]
        return tuple(
            tuple(
                self._cell(cell, said["value"])
                for cell, said in zip(row["cells"], said["cells"], strict=True)
            )
            for row, said in zip(node["dataTable"]["rows"], filled, strict=True)
        )

    def _cell(self, cell: _Node, text: str) -> Cell:
        line, column = cell["location"]["line"], cell["location"]["column"]
        return Cell(text, Span(self.file, line, column, line, column + max(1, len(text))))
