"""What a save touches and what is told of it: batches of changed files in, findings and scenarios out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from soco_rules.files import Stamps
from soco_rules.follow import Save
from soco_rules.follow import batches
from soco_rules.follow import changed
from soco_rules.follow import saves
from soco_rules.follow import situation
from soco_rules.follow import stamps
from soco_rules.follow import to_run
from tests.workspaces import good

ABOUT_VILLAGE = "features/dorp.feature"
ABOUT_LAW = "features/wet.feature"
LETTER = "templates/brief.md.j2"
FEATURE = """\
# language: nl
Functionaliteit: proef
  Scenario: een
    Gegeven de overeenkomst "{}"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, good("proefwet"))
    write(tmp_path, good("dorp"))
    for file, name in ((ABOUT_LAW, place(good("proefwet"))[1]), (ABOUT_VILLAGE, place(good("dorp"))[1])):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(FEATURE.format(name), "utf-8")
    (tmp_path / LETTER).parent.mkdir()
    (tmp_path / LETTER).write_text("# Brief\n", "utf-8")
    (tmp_path / "agreements" / "oordelaars.yaml").write_text(
        "klantmanager: gemeente\ncooperatie: cooperatie\n"
    )
    return tmp_path


def place(text: str) -> tuple[str, str]:
    """The file and the reference of a rule file."""
    words = dict(
        line.split(": ", 1) for line in text.splitlines() if line.startswith(("kenmerk", "geldig_vanaf"))
    )
    return f"agreements/{words['kenmerk']}/{words['geldig_vanaf']}.yaml", words["kenmerk"]


def write(root: Path, text: str) -> str:
    file, _ = place(text)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, "utf-8")
    return file


def after(root: Path, *files: str) -> Iterator[Save]:
    """The saves of one batch; what is changed between the two looks is changed by who iterates."""
    return saves(root, situation(root, root), iter([files]), shipped=root)


def saved(root: Path, text: str) -> Save:
    def edits() -> Iterator[tuple[str]]:
        yield (write(root, text),)

    (save,) = saves(root, situation(root, root), edits(), shipped=root)
    return save


def test_a_changed_agreement_touches_itself_and_the_scenarios_that_name_it(root: Path) -> None:
    save = saved(root, good("dorp") + "# anders\n")

    assert ((place(good("dorp"))[1],), (ABOUT_VILLAGE,), ()) == (
        save.touched.agreements,
        save.touched.features,
        save.touched.templates,
    )


def test_a_changed_layer_touches_all_that_builds_on_it(root: Path) -> None:
    save = saved(root, good("proefwet") + "# anders\n")

    assert (place(good("proefwet"))[1], place(good("dorp"))[1]) == save.touched.agreements
    assert (ABOUT_VILLAGE, ABOUT_LAW) == save.touched.features


def test_a_layer_that_is_gone_touches_all_that_stood_on_it(root: Path) -> None:
    file, _ = place(good("proefwet"))

    def edits() -> Iterator[tuple[str]]:
        (root / file).unlink()
        yield (file,)

    (save,) = saves(root, situation(root, root), edits(), shipped=root)

    assert {"onbekende-laag"} <= {found.code for part in save.findings() for found in part}


def test_a_mistake_is_told_once_and_no_scenario_runs_until_it_is_gone(root: Path) -> None:
    save = saved(root, good("dorp") + "kenmerkt: a\n")
    findings = [found for part in save.findings() for found in part]

    assert 1 == [found.code for found in findings].count("onbekende-sleutel")
    assert () == to_run(save, findings)


def test_scenarios_run_when_nothing_is_wrong(root: Path) -> None:
    assert (ABOUT_VILLAGE,) == to_run(saved(root, good("dorp") + "# anders\n"), ())


@pytest.mark.parametrize(
    ("file", "features", "templates"),
    [(ABOUT_VILLAGE, (ABOUT_VILLAGE,), ()), (LETTER, (), (LETTER,))],
)
def test_another_file_touches_only_itself(
    root: Path, file: str, features: tuple[str, ...], templates: tuple[str, ...]
) -> None:
    (save,) = after(root, file)

    assert ((), features, templates) == (
        save.touched.agreements,
        save.touched.features,
        save.touched.templates,
    )


def test_a_save_of_the_same_text_touches_nothing(root: Path) -> None:
    assert () == saved(root, good("dorp")).touched.agreements


def test_what_is_made_written_or_removed_has_changed() -> None:
    before: Stamps = {"weg": (1, 1), "zelfde": (1, 1), "anders": (1, 1)}
    now: Stamps = {"zelfde": (1, 1), "anders": (2, 1), "nieuw": (1, 1)}

    assert {"weg", "anders", "nieuw"} == changed(before, now)


def test_a_save_is_told_of_once_it_is_complete(root: Path) -> None:
    file = root / ABOUT_LAW
    texts = iter(["half", "heel en al"])
    looks: list[float] = []

    def pause(seconds: float) -> None:
        looks.append(seconds)
        if text := next(texts, None):
            file.write_text(text, "utf-8")

    assert {ABOUT_LAW} == next(batches(root, stamps(root), pause))
    assert 4 == len(looks)


def test_only_what_is_followed_is_looked_at(root: Path) -> None:
    (root / "agreements" / ".verborgen.yaml").write_text("")
    (root / "features" / "notities.txt").write_text("")

    expected = sorted(
        [
            ABOUT_LAW,
            ABOUT_VILLAGE,
            LETTER,
            "agreements/oordelaars.yaml",
            place(good("dorp"))[0],
            place(good("proefwet"))[0],
        ]
    )
    assert expected == list(stamps(root))
