"""The list of official words: what stands in it, and everything that is wrong with one."""

from __future__ import annotations

from pathlib import Path

from soco_rules.parser.word_list import MAX_WORDS
from soco_rules.parser.word_list import load_word_list
from soco_rules.parser.word_list import load_word_lists


def faults(text: str) -> list[tuple[int, str, str]]:
    return [(f.span.line, f.code, f.message) for f in load_word_list(text.encode(), "woordenlijst.yaml")[1]]


def test_a_word_has_plain_words() -> None:
    text = b"woorden:\n  Teneinde: om\n  met betrekking tot: over, of voor\n"

    assert ({"teneinde": "om", "met betrekking tot": "over, of voor"}, ()) == load_word_list(
        text, "lijst.yaml"
    )


def test_everything_that_is_wrong_is_told_at_once() -> None:
    text = "woorden:\n  a1: b\n  reeds: Reeds\n  thans: nu\n  Thans: vandaag\n  .*: iets\nnaam: lijst\n"

    assert [
        (2, "woordenlijst", "'a1' is geen woord of paar woorden"),
        (3, "woordenlijst", "bij 'reeds' staat hetzelfde woord"),
        (5, "woordenlijst", "'Thans' staat er al, met andere hoofdletters"),
        (6, "woordenlijst", "'.*' is geen woord of paar woorden"),
    ] == [fault for fault in faults(text) if fault[1] == "woordenlijst"]
    assert "onbekende-sleutel" in {code for _, code, _ in faults(text)}


def test_what_is_wrong_is_left_out_and_the_rest_counts() -> None:
    words, _ = load_word_list(b"woorden:\n  a1: b\n  thans: nu\n", "lijst.yaml")

    assert {"thans": "nu"} == words


def test_a_list_without_words_is_found() -> None:
    assert [(1, "ontbrekende-sleutel")] == [(line, code) for line, code, _ in faults("{}\n")]


def test_a_list_has_an_end() -> None:
    letters = "abcdefghij"
    names = [f"w{a}{b}{c}{d}" for a in letters for b in letters for c in letters for d in letters[:2]]
    text = "woorden:\n" + "".join(f"  {name}: x\n" for name in names[: MAX_WORDS + 1])

    assert [(MAX_WORDS + 2, "woordenlijst", "de lijst heeft meer dan 1000 woorden")] == faults(text)


def test_the_first_folder_with_a_list_gives_it(tmp_path: Path) -> None:
    own, shipped = tmp_path / "eigen", tmp_path / "meegeleverd"
    for folder, text in ((own, "woorden: {thans: nu}\n"), (shipped, "woorden: {reeds: al}\n")):
        folder.mkdir()
        (folder / "woordenlijst.yaml").write_text(text, "utf-8")

    assert ({"thans": "nu"}, ()) == load_word_lists([tmp_path, own, shipped])
    assert ({}, ()) == load_word_lists([tmp_path])


def test_a_list_that_leads_elsewhere_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("woorden: {thans: nu}\n", "utf-8")
    (tmp_path / "woordenlijst.yaml").symlink_to(tmp_path / "geheim")

    words, found = load_word_lists([tmp_path])

    assert ({}, ["dit is geen gewoon bestand"]) == (words, [each.message for each in found])


def test_a_huge_list_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "woordenlijst.yaml").write_text("woorden:\n" + "# x\n" * 60_000, "utf-8")

    assert ["te-groot"] == [each.code for each in load_word_lists([tmp_path])[1]]


def test_the_shipped_list_is_good() -> None:
    words, found = load_word_lists([Path("templates")])

    assert ((), True) == (found, len(words) > 100)
