"""A name that is misspelled in a rule on which a requirement of a layer rests."""

from __future__ import annotations

from soco_rules.follow import situation
from soco_rules.web.policy.checking import check
from tests.web.persons import ROOT

FILE = "agreements/delft/scope/2017-09-01.yaml"


def test_a_misspelled_fact_is_told_where_a_requirement_reads_the_concept() -> None:
    text = (ROOT / FILE).read_text("utf-8").replace("als: verwezen_door is", "als: verwezen_dor is")

    found = check(ROOT, situation(ROOT, ROOT), {FILE: text.encode()}, 739_900)

    assert ["onbekende-naam"] == [each.code for each in found.findings if each.is_error]
