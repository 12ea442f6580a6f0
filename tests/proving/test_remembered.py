"""Proofs of earlier runs: used where everything that they rest on is the same, and where they still hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from soco_rules.compiler.program import Compiled
from soco_rules.proving.cache import Cache
from soco_rules.proving.cache import cache_of
from soco_rules.proving.prove import Verdict
from soco_rules.proving.questions import Question
from soco_rules.proving.questions import questions
from soco_rules.proving.remembered import prove_remembering
from tests.proving.test_prove import ABOVE
from tests.proving.test_prove import LARGE
from tests.proving.test_prove import MONEY
from tests.proving.test_prove import ON_TURNOVER
from tests.proving.test_prove import SMALL
from tests.proving.test_prove import YEAR
from tests.proving.test_prove import compiled_of

BESIDE = "  ander:\n    soort: ja_nee\n    regels:\n      - {naam: altijd, als: ja, dan: lid, bron: brief}\n"
REMARK = "# wie dit leest verandert er niets aan\n"


def run(compiled: Compiled, root: Path) -> tuple[list[tuple[Question, type[Verdict]]], int]:
    """What is proved and what is not in a run that is written down, and how much of it was not known before."""
    cache = cache_of(root, "dorp/bewijs")
    found = list(prove_remembering(compiled, questions(compiled), YEAR, cache))
    cache.save(whole=True)
    fresh = sum(cache.held.get(key) != entry for key, entry in cache.used.items())
    return [(proof.question, type(proof.verdict)) for proof in found], fresh


def file_of(root: Path) -> Path:
    return root / "build/bewijzen/dorp--bewijs.json"


def test_the_second_run_proves_nothing_anew_and_says_the_same(tmp_path: Path) -> None:
    compiled = compiled_of(SMALL, ABOVE, rest=MONEY + ON_TURNOVER)
    said, fresh = run(compiled, tmp_path)

    assert len(said) == fresh
    assert (said, 0) == run(compiled, tmp_path)


def test_a_remark_in_the_file_makes_nothing_new(tmp_path: Path) -> None:
    run(compiled_of(SMALL, LARGE), tmp_path)

    assert 0 == run(compiled_of(SMALL, LARGE, rest=REMARK), tmp_path)[1]


def test_another_rule_proves_anew_what_rests_on_it_and_the_points(tmp_path: Path) -> None:
    """Conflict, gap and two rules of the concept, and the point; not the concept beside it."""
    run(compiled_of(SMALL, LARGE, rest=BESIDE), tmp_path)

    assert 5 == run(compiled_of(SMALL, ABOVE, rest=BESIDE), tmp_path)[1]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', "\x00", "[" * 100_000])
def test_a_file_that_cannot_be_read_is_as_none(tmp_path: Path, content: str) -> None:
    compiled = compiled_of(SMALL, ABOVE)
    first = run(compiled, tmp_path)
    file_of(tmp_path).write_text(content, "utf-8")

    assert first == run(compiled, tmp_path)


@pytest.mark.parametrize(
    "damaged",
    [
        {},
        {"verdict": "misschien"},
        {"verdict": "weerlegd", "peildatum": "gisteren", "antwoorden": {}},
        {"verdict": "weerlegd", "peildatum": YEAR.first, "antwoorden": {"omzet": [1]}},
        {"verdict": "weerlegd", "peildatum": YEAR.first, "antwoorden": {"omzet": 5}},
        {"verdict": "open"},
    ],
)
def test_an_entry_that_is_damaged_or_not_so_is_made_again(tmp_path: Path, damaged: dict[str, object]) -> None:
    """A case is never believed: with a turnover of five cents the rules do have an outcome."""
    compiled = compiled_of(SMALL, ABOVE)
    first = run(compiled, tmp_path)
    held = json.loads(file_of(tmp_path).read_text("utf-8"))
    file_of(tmp_path).write_text(json.dumps(dict.fromkeys(held, damaged)), "utf-8")

    assert first == run(compiled, tmp_path)


def test_what_is_no_longer_asked_is_thrown_away(tmp_path: Path) -> None:
    run(compiled_of(SMALL, LARGE), tmp_path)
    before = len(json.loads(file_of(tmp_path).read_text("utf-8")))

    run(compiled_of(SMALL, ABOVE), tmp_path)

    assert before == len(json.loads(file_of(tmp_path).read_text("utf-8")))


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("geen map", "utf-8")

    Cache(tmp_path / "build/bewijzen/dorp.json", {}).save(whole=True)

    assert "geen map" == (tmp_path / "build").read_text("utf-8")
