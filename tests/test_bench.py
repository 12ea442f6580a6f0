"""The rule file of the bench stays a good one; what it measures is not a test."""

from __future__ import annotations

from bench.example import HERE
from bench.example import loaded
from soco_rules.review import review


def test_the_example_of_the_bench_has_no_findings() -> None:
    workspace = loaded(HERE)

    assert review(workspace, workspace.agreements) == ()
