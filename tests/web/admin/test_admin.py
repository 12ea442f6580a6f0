"""The page of beheer: what it shows, that it names nobody, and what its buttons make."""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.chain import Anchor
from soco_rules.dossiers.store import verify
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.reading import read

BEHEER = Person("T. Bakker", frozenset({DeskRole.ADMIN}))
BUTTONS = ("controle", "bewaartermijnen", "reservekopie", "anker")


def app_of(ask: Ask) -> FastAPI:
    """The rooms of the desk."""
    app = ask(ALONE).app
    assert isinstance(app, FastAPI)
    rooms = app.state.rooms.built()
    assert isinstance(rooms, FastAPI)
    return rooms


@pytest.fixture
def in_folder(in_town: Ask, tmp_path: Path) -> Path:
    """A folder for backups and anchors."""
    folder = tmp_path / "reservekopieen"
    ground = app_of(in_town).state.ground
    app_of(in_town).state.ground = replace(ground, settings=replace(ground.settings, backups=folder))
    return folder


def done(ask: Ask, button: str) -> Any:  # noqa: ANN401 - an answer of the client
    """The page that a button leads to, once the work is done."""
    answer = ask(BEHEER).post(f"/beheer/{button}")
    app_of(ask).state.tasks.known[str(answer.url).rpartition("/")[2]].coming.result()
    return ask(BEHEER).get(str(answer.url))


def as_always(text: str) -> str:
    """What a page says, without what differs between machines or with one act more."""
    text = re.sub(r"Python \d[\d.]*", "Python 3", text)
    text = re.sub(r"\d+ (in orde|handelingen|overeenkomsten)", r"veel \1", text)
    return re.sub(r"Opslag \S+dossiers.sqlite", "Opslag dossiers.sqlite", text)


def test_the_page_of_beheer(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == as_always(read(in_town(BEHEER).get("/beheer")))


def test_the_page_of_a_desk_without_dossiers(client: Any) -> None:  # noqa: ANN401 - a client
    text = read(client.get("/beheer"))

    assert ("Opslag geen" in text, "Reservekopie" in text) == (True, False)


@pytest.mark.parametrize("button", BUTTONS)
def test_beheer_is_for_beheer_alone(in_town: Ask, button: str) -> None:
    assert [403, 403] == [
        in_town(CASEWORKER).get("/beheer").status_code,
        in_town(CASEWORKER).post(f"/beheer/{button}").status_code,
    ]


def test_books_and_rules_are_checked(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == as_always(read(done(in_town, "controle")))


def test_a_book_that_was_changed_is_told(in_town: Ask) -> None:
    ground = app_of(in_town).state.ground
    with sqlite3.connect(ground.settings.dossiers) as database:
        database.execute("DROP TRIGGER entry_stays")
        database.execute("UPDATE entry SET by = 'Z. Zwart' WHERE number = 3")
    database.close()
    text = read(done(in_town, "controle"))

    assert "De database" in text
    assert "Handeling 3" in text


def test_what_can_be_erased_is_counted_without_names(in_town: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == read(done(in_town, "bewaartermijnen"))


def test_a_backup_goes_to_the_folder_for_it(in_town: Ask, in_folder: Path) -> None:
    text = read(in_town(BEHEER).post("/beheer/reservekopie"))
    (made,) = in_folder.iterdir()

    assert made.name in text


def test_without_a_folder_a_backup_is_sent_and_leaves_nothing_behind(
    in_town: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path / "even"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    answer = in_town(BEHEER).post("/beheer/reservekopie")

    assert re.fullmatch(
        r'attachment; filename="dossiers-\S+Z\.jsonl\.gz"', answer.headers["Content-Disposition"]
    )
    assert "reservekopie van soco dossier 1" in gzip.decompress(answer.content).decode().partition("\n")[0]
    assert [] == list(passing.iterdir())


def test_an_anchor_holds_and_is_kept(in_town: Ask, in_folder: Path) -> None:
    answer = in_town(BEHEER).post("/beheer/anker")
    anchors = [Anchor.model_validate(each) for each in json.loads(answer.content)["ankers"]]
    store = app_of(in_town).state.ground.dossiers

    assert [()] * len(anchors) == [verify(store, each.agreement, each) for each in anchors]
    assert [answer.content] == [path.read_bytes() for path in in_folder.iterdir()]


@pytest.mark.parametrize("button", ["reservekopie", "anker"])
def test_a_folder_that_cannot_be_written_is_told(in_town: Ask, in_folder: Path, button: str) -> None:
    in_folder.write_text("geen map")
    answer = in_town(BEHEER).post(f"/beheer/{button}")

    assert (503, True, "geen map") == (
        answer.status_code,
        "zorg voor ruimte en rechten in deze map" in read(answer).lower(),
        in_folder.read_text(),
    )


def test_a_second_backup_in_one_moment_is_told(in_town: Ask, in_folder: Path) -> None:
    desk = in_town(BEHEER)
    statuses = [desk.post("/beheer/reservekopie", follow_redirects=False).status_code for _ in range(12)]

    assert (303, {303, 409}) == (statuses[0], {*statuses})
    assert statuses.count(303) == len([*in_folder.iterdir()])
