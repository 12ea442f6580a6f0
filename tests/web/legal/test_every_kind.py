"""Each kind of decision of the shipped agreements as the lawyer sees it, proposed and adopted."""

from __future__ import annotations

from functools import cache

import pytest

from soco_rules.letters.behind import Passage
from soco_rules.letters.verdicts import Verdict
from soco_rules.web.legal.proposal import Reviewed
from soco_rules.web.legal.proposal import reviewed
from tests.letters.test_every_letter import ROOT
from tests.letters.test_every_letter import adopted
from tests.letters.test_every_letter import decided

pytestmark = pytest.mark.slow


def text_of(passages: tuple[Passage, ...]) -> str:
    """What some passages say."""
    return " ".join(
        piece.text for passage in passages for line in passage.lines for each in line for piece in each
    )


@cache
def kinds() -> list[tuple[str, bool, Reviewed]]:
    """Every letter, with whether it is of a beschikking."""
    return [
        (decision.decision, decision.is_appealable, review)
        for decision in decided("")
        for each in (decision, adopted(decision))
        if (review := reviewed(each, (ROOT / "templates",))).letter is not None
    ]


def test_objection_is_possible_against_a_beschikking_and_nothing_else() -> None:
    every = kinds()

    wrong = [
        name
        for name, appealable, review in every
        if ("U kunt bezwaar maken" in text_of(review.passages)) is not appealable
        or any(each.code == "C14" and each.verdict is Verdict.NOT_MET for each in review.duties)
    ]
    assert [] == wrong
    assert {True, False} == {appealable for _, appealable, _ in every}


def test_every_sentence_of_the_decision_itself_rests_on_something() -> None:
    """Between the salutation and the first heading stands what was decided."""
    bare = []
    for name, _, review in kinds():
        _, salutation, *rest = review.passages
        assert "eachte" in text_of((salutation,)) or "este" in text_of((salutation,))
        operative = rest[: next(n for n, each in enumerate(rest) if each.form == "kop")]
        if not any(passage.behind for passage in operative):
            bare.append(name)
    assert [] == bare
