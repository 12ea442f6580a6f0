from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.scenarios.catalogue import KEYWORDS
from soco_rules.scenarios.catalogue import STEPS
from soco_rules.scenarios.catalogue import Moment
from soco_rules.scenarios.catalogue import Step
from soco_rules.scenarios.catalogue import as_markdown
from soco_rules.scenarios.catalogue import as_text
from soco_rules.scenarios.catalogue import nearest_sentences
from soco_rules.scenarios.catalogue import step_for
from soco_rules.scenarios.lint import read_feature

PAGE = Path(__file__).parents[2] / "docs/scenarios.md"
OPENING = '# language: nl\nFunctionaliteit: x\n\n  Scenario: y\n    Gegeven de overeenkomst "a/b"\n'


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.sentence)
def test_the_example_of_each_step_is_that_step_and_no_other(step: Step) -> None:
    example = step.example.splitlines()[0].split(" ", 1)[1]

    assert [step] == [other for other in STEPS if other.words_in(example) is not None]


def test_all_examples_together_are_a_feature_without_findings() -> None:
    examples = dict.fromkeys(KEYWORDS, "")
    for step in STEPS:
        examples[step.moment] += "".join(f"    {line}\n" for line in step.example.splitlines())
    text = OPENING + examples[Moment.GIVEN] + examples[Moment.WHEN] + examples[Moment.THEN]

    assert () == read_feature("x.feature", text.encode()).findings


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ('de uitkomst is "afgewezen"', 'is de uitkomst "toegewezen_op_proef"'),
        ("de peildatum was 2020-01-01", "de peildatum is 2026-10-15"),
        ("de gegevns", "de gegevens"),
        ('het besluit "verrekening" wordt genomen', 'het besluit "toelating" wordt voorgesteld'),
        ('is "x" gelijk aan 12', 'is "proefperiode_tot_en_met" gelijk aan "2027-01-14"'),
    ],
)
def test_the_nearest_sentence_comes_first(typed: str, nearest: str) -> None:
    assert (None, nearest) == (step_for(typed), nearest_sentences(typed)[0])


def test_what_looks_like_nothing_has_no_nearest_sentence() -> None:
    assert () == nearest_sentences("zij lopen samen naar het strand")


def test_the_page_about_scenarios_is_made_from_the_catalogue() -> None:
    assert as_markdown() == PAGE.read_text("utf-8")


def test_the_terminal_shows_every_example() -> None:
    assert [] == [step.sentence for step in STEPS if step.example.splitlines()[0] not in as_text()]
