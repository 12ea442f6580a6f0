"""Commands while a concept waits beside an adopted version: those about people pass it over, others try it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from soco_rules.cli.main import main
from tests.cli.test_commands import Answer
from tests.scenarios.village import RULES
from tests.scenarios.village import admission
from tests.scenarios.village import village

Soco = Callable[..., Answer]
FIRST = RULES.replace("status: concept", "status: vastgesteld").replace(
    "aanname: niemand weet het", "bron: convenant"
)
NEWER = FIRST.replace("2026-01-01", "2026-10-01").replace("status: vastgesteld", "status: concept")
NEWER = NEWER.replace("als: past, dan: welkom", "als: past, dan: later")
FACTS = "feiten: {woont_hier: ja}\noordelen: {past: {waarde: ja, door: M. Bakker, datum: 2026-10-01, reden: gesprek}}\n"
TRIED = admission(
    """\
    Scenario: zoals het concept het wil
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | ja     |
      En de oordelen
        | oordeel | waarde | door         | reden   |
        | past    | ja     | klantmanager | gesprek |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de uitkomst "later"
    """
)


@pytest.fixture
def soco(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Run `soco` in a village of which a concept waits from October."""
    folder = village(tmp_path, tuin=TRIED) / "agreements/dorp/tuin"
    (folder / "2026-01-01.yaml").write_text(FIRST, "utf-8")
    (folder / "2026-10-01.yaml").write_text(NEWER, "utf-8")
    (tmp_path / "zaak.yaml").write_text(FACTS, "utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Answer:
        with pytest.raises(SystemExit) as stopped:
            main([str(word) for word in words])
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Answer(stopped.value.code, printed.out, printed.err)

    return run


DAYS = ("--zaak", "zaak.yaml", "--peildatum")


def test_a_decision_passes_the_concept_over_and_says_so(soco: Soco) -> None:
    before = soco("besluit", "dorp/tuin", "toegang", *DAYS, "2026-09-30")
    after = soco("besluit", "dorp/tuin", "toegang", *DAYS, "2026-10-01")

    waits = "concept dat ingaat op 1 oktober 2026; het geldt niet zolang het niet is vastgesteld"
    assert ([0, 0], ["", True], [True, True]) == (
        [before.code, after.code],
        [before.err, waits in after.err],
        ["welkom" in answer.out for answer in (before, after)],
    )


def test_scenarios_try_the_concept_on_its_own_days(soco: Soco) -> None:
    assert (0, True) == ((answer := soco("toets")).code, "1 scenario" in answer.out)


def test_scenarios_tell_of_a_mistake_in_the_concept_and_do_not_fall_back(soco: Soco) -> None:
    path = Path("agreements/dorp/tuin/2026-10-01.yaml")
    path.write_text(path.read_text("utf-8").replace("als: past,", "als: pst,"), "utf-8")

    answer = soco("toets")

    assert (1, True) == (answer.code, "pst" in answer.out + answer.err)


def test_the_articles_of_a_day_are_those_of_the_concept(soco: Soco) -> None:
    soco("lees", "dorp/tuin", "--peildatum", "2026-10-01", "--uit", "tekst.md")

    assert "- Status: concept\n" in Path("tekst.md").read_text("utf-8")
