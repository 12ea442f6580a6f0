"""The text of a version looked over and kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.web.people import Person
from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import Ask
from tests.web.policy.forms import FILE
from tests.web.policy.forms import KADE
from tests.web.policy.forms import sent
from tests.web.reading import region

TEXT = f"{KADE}/tekst"
MARK = "# Bewerkt op de werkplek: B. Smit, 2026-11-02\n"
NEW = "agreements/havendorp/de-kade/2027-01-01.yaml"


def files(root: Path) -> dict[str, str]:
    """Everything that is written in a workspace."""
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_text_is_looked_over_without_being_kept(
    ask: Ask, workspace_root: Path, snapshot: SnapshotAssertion
) -> None:
    before, client = files(workspace_root), ask(ADVISOR)
    form = sent(client, TEXT, doen="nakijken")
    form["tekst"] = form["tekst"].replace("waarde: 2,", "waarde: 200,")
    page = client.post(TEXT, data=form)

    assert before == files(workspace_root)
    assert snapshot == region(page, "bevindingen")


def test_a_first_day_that_does_not_exist_is_told_when_a_text_is_looked_over(ask: Ask) -> None:
    client = ask(ADVISOR)
    page = client.post(TEXT, data=sent(client, TEXT, doen="nakijken", geldig_vanaf="1-13-2027"))

    assert "'1-13-2027' is geen bestaande dag" in region(page, "geldig_vanaf-fout")


def test_a_wrong_first_day_hides_nothing_that_is_wrong_with_a_text_that_is_to_be_kept(ask: Ask) -> None:
    client = ask(ADVISOR)
    form = sent(client, TEXT, doen="bewaren", geldig_vanaf="1-13-2027")
    form["tekst"] = form["tekst"].replace("waarde: 2,", "waarde: 200,")
    page = client.post(TEXT, data=form)

    assert (422, True, True) == (
        page.status_code,
        "'1-13-2027' is geen bestaande dag" in region(page, "geldig_vanaf-fout"),
        "200" in region(page, "bevindingen"),
    )


def test_a_changed_concept_keeps_its_file_and_says_who_changed_it(ask: Ask, workspace_root: Path) -> None:
    before, client = files(workspace_root)[FILE], ask(ADVISOR)
    form = sent(client, TEXT, doen="bewaren")
    form["tekst"] = form["tekst"].replace("waarde: 2,", "waarde: 3,").replace("\n", "\r\n")
    answer = client.post(TEXT, data=form, follow_redirects=False)
    first, rest = before.replace("waarde: 2,", "waarde: 3,").split("\n", 1)

    assert (f"{KADE}?bewaard=ja", f"{first}\n{MARK}{rest}") == (
        answer.headers["Location"],
        files(workspace_root)[FILE],
    )


def test_another_first_day_makes_a_new_version_and_leaves_the_old_one(ask: Ask, workspace_root: Path) -> None:
    before, client = files(workspace_root), ask(ADVISOR)
    client.post(TEXT, data=sent(client, TEXT, doen="bewaren", geldig_vanaf="2027-01-01"))
    first, rest = before[FILE].replace("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2027-01-01").split("\n", 1)

    assert {**before, NEW: f"{first}\n{MARK}{rest}"} == files(workspace_root)


def test_everybody_who_worked_on_a_version_stays_in_it(ask: Ask, workspace_root: Path) -> None:
    client = ask(ADVISOR)
    client.post(TEXT, data=sent(client, TEXT, doen="bewaren", geldig_vanaf="2027-01-01"))
    other = KADE.replace("2026-01-01", "2027-01-01") + "/tekst"
    form = sent(client, other, doen="bewaren")
    form["tekst"] = form["tekst"].replace("B. Smit", "J. de Groot").replace("waarde: 2,", "waarde: 3,")
    client.post(other, data=form)

    assert MARK in files(workspace_root)[NEW]


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        (("waarde: 2,", "waarde: 200,"), {}, "ten hoogste 100 is toegestaan"),
        (("kenmerk:", "kenmerkt:"), {}, "kenmerkt"),
        (("havendorp/de-kade", "havendorp/de-sluis"), {}, "dat eindigt op"),
        (
            ("waarde: 2,", "waarde: 3,"),
            {"op_basis_van": "0" * 64},
            "is veranderd sinds u deze bladzijde opende",
        ),
        (("", ""), {"geldig_vanaf": "morgen"}, "is geen bestaande dag"),
        (("", ""), {"geldig_vanaf": ""}, "Vul een dag in."),
        (("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2028-01-01"), {}, "Maak die gelijk aan deze dag"),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_is_written(
    ask: Ask, workspace_root: Path, change: tuple[str, str], field: dict[str, str], said: str
) -> None:
    before, client = files(workspace_root), ask(ADVISOR)
    form = sent(client, TEXT, doen="bewaren") | field
    form["tekst"] = form["tekst"].replace(*change)
    answer = client.post(TEXT, data=form)

    assert (422, True, before) == (answer.status_code, said in region(answer, "main"), files(workspace_root))


def adopt(root: Path) -> None:
    path = root / FILE
    path.write_text(path.read_text("utf-8").replace("status: concept", "status: vastgesteld"), "utf-8")


def test_an_adopted_version_is_never_written_again(ask: Ask, workspace_root: Path) -> None:
    adopt(workspace_root)
    before, client = files(workspace_root), ask(ADVISOR)
    answer = client.post(TEXT, data=sent(client, TEXT, doen="bewaren", geldig_vanaf="2026-01-01"))

    assert (422, True, before) == (
        answer.status_code,
        "is vastgesteld of ingetrokken en blijft zoals zij is" in region(answer, "main"),
        files(workspace_root),
    )


def test_a_concept_may_begin_while_an_adopted_version_holds(ask: Ask, workspace_root: Path) -> None:
    adopt(workspace_root)
    client = ask(ADVISOR)
    client.post(TEXT, data=sent(client, TEXT, doen="bewaren", geldig_vanaf="2026-11-02"))

    assert "status: concept\n" in files(workspace_root)[NEW.replace("2027-01-01", "2026-11-02")]


def test_a_new_version_of_an_adopted_one_begins_with_who_makes_it(ask: Ask, workspace_root: Path) -> None:
    path = workspace_root / FILE
    path.write_text(f"# Bewerkt op de werkplek: J. de Groot, 2025-12-01\n{path.read_text('utf-8')}", "utf-8")
    adopt(workspace_root)
    client = ask(ADVISOR)
    client.post(TEXT, data=sent(client, TEXT, doen="bewaren", geldig_vanaf="2027-01-01"))
    written = files(workspace_root)[NEW]

    assert (True, False, True) == (MARK in written, "J. de Groot" in written, "status: concept\n" in written)


def test_a_version_that_is_there_is_not_replaced_from_another_one(ask: Ask, workspace_root: Path) -> None:
    client = ask(ADVISOR)
    form = sent(client, TEXT, doen="bewaren", geldig_vanaf="2027-01-01")
    client.post(TEXT, data=form)
    before = files(workspace_root)
    answer = client.post(TEXT, data=form)

    assert (True, before) == (
        "Er is al een versie die op 1 januari 2027 begint." in region(answer, "main"),
        files(workspace_root),
    )


def test_nothing_is_written_where_a_folder_is_a_link_out_of_the_workspace(
    ask: Ask, workspace_root: Path, tmp_path: Path
) -> None:
    folder = workspace_root / "agreements" / "havendorp" / "de-kade"
    folder.rename(tmp_path / "elders")
    folder.symlink_to(tmp_path / "elders")
    client = ask(ADVISOR)

    assert 404 == client.post(TEXT, data={"doen": "bewaren", "tekst": "x"}).status_code


@pytest.mark.parametrize("person", [CASEWORKER, LAWYER], ids=lambda person: person.name)
def test_who_does_not_prepare_versions_reads_the_text_and_keeps_nothing(ask: Ask, person: Person) -> None:
    client = ask(person)

    assert (True, 403) == (" readonly" in client.get(TEXT).text, client.post(TEXT, data={}).status_code)


@pytest.mark.parametrize(
    "text",
    ["", "\t\tx", "a: &b 1\nc: *b", "\x00\x01", "x" * 1_100_000, "[[[[", "- a", '"', "%", "?", "é\u2028"],
    ids=range(11),
)
@pytest.mark.parametrize("way", ["", "/nakijken", "/uitkomsten"])
def test_whatever_is_typed_there_is_a_page(ask: Ask, text: str, way: str) -> None:
    assert (
        ask(ADVISOR).post(TEXT + way, data={"tekst": text, "geldig_vanaf": "2027-01-01"}).status_code == 200
    )
