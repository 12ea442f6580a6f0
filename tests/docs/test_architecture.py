"""The page for engineers names every room of soco_rules, and only doors that are there."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import soco_rules
from tests.docs.pages import DOCS
from tests.docs.pages import ROOT
from tests.docs.pages import code_words
from tests.docs.pages import table_under

PAGE = (DOCS / "architecture.md").read_text("utf-8")
ROWS = table_under(PAGE, "| room | what it is for | main door |")
ROOMS = [
    (tuple(name.rstrip("/") for name in code_words(rooms)), code_words(doors)) for rooms, _, doors in ROWS
]
SOURCES = Path(soco_rules.__file__).parent


def modules(room: str) -> Iterator[str]:
    """The module of a room and those inside it."""
    yield f"soco_rules.{room}"
    for found in pkgutil.walk_packages([str(SOURCES / room)], f"soco_rules.{room}."):
        yield found.name


def test_every_room_is_named_and_every_named_room_exists() -> None:
    named = sorted(name for rooms, _ in ROOMS for name in rooms)

    assert sorted(module.name for module in pkgutil.iter_modules([str(SOURCES)])) == named


def test_rooms_stand_in_the_order_of_their_imports() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]

    assert list(reversed(layers)) == [name for rooms, _ in ROOMS for name in rooms]


@pytest.mark.parametrize(("rooms", "doors"), ROOMS)
def test_every_main_door_exists(rooms: tuple[str, ...], doors: tuple[str, ...]) -> None:
    there = {
        f"{module.rsplit('.', 1)[-1]}.{name}"
        for room in rooms
        for module in modules(room)
        for name in _public(module)
    }
    known = there | {name.split(".")[1] for name in there}

    assert [] == [door for door in doors if door not in known]


@pytest.mark.parametrize("word", sorted(set(re.findall(r"`(\w+/?\w+\.(?:py|md))`", PAGE))))
def test_a_file_that_the_page_names_exists(word: str) -> None:
    assert any((folder / word).exists() for folder in (SOURCES, DOCS)) or list(SOURCES.rglob(word))


def _public(module: str) -> Iterator[str]:
    return (name for name in vars(importlib.import_module(module)) if not name.startswith("_"))
