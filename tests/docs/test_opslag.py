"""The page for who keeps the store: its commands work one after the other, its rights are enough, its codes exist."""

from __future__ import annotations

import re
import shlex
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from click import Context

from soco_rules.catalogue import CATALOGUE
from soco_rules.cli.dossier import COMMANDS
from soco_rules.cli.dossier import dossier
from soco_rules.cli.dossier.key_file import read_keys
from soco_rules.cli.main import main
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Erased
from tests.docs.pages import DOCS
from tests.docs.pages import blocks
from tests.docs.pages import code_words
from tests.docs.pages import table_under
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.databases import SERVER
from tests.dossiers.databases import new_database
from tests.dossiers.databases import only_postgresql

PAGE = (DOCS / "beheer" / "opslag.md").read_text("utf-8")


def _run(words: list[str]) -> object:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    return stopped.value.code


def test_the_commands_on_the_page_work_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "agreements").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOCO_DOSSIERS", "dossiers.sqlite")
    monkeypatch.setenv("SOCO_SLEUTELS", "sleutels.json")
    lines = [line for block in blocks(PAGE, "console") for line in block.splitlines()]
    codes = []
    for line in lines:
        for made in Path("reservekopie").glob("*"):
            line = re.sub(r"reservekopie/dossiers-\S+", str(made), line)  # noqa: PLW2901 # the name has the time
        codes.append(_run(shlex.split(line.removeprefix("$ soco "))))
        if line.startswith("$ soco dossier bijwerken --opslag"):
            _fill(tmp_path)

    assert ([0] * len(lines), "") == (codes, capsys.readouterr().err)


def _fill(folder: Path) -> None:
    keys, _ = read_keys(folder / "sleutels.json")
    admit(open_store(str(folder / "dossiers.sqlite"), keys), "B. Jansen", "999990019")


@pytest.fixture
def roles() -> Iterator[dict[str, str]]:
    """The accounts of the page, under names that no other test has."""
    names = {name: f"{name}_{uuid.uuid4().hex}" for name in ("soco_eigenaar", "soco")}
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as connection:
        for name in names.values():
            connection.execute(f"CREATE ROLE {name} LOGIN".encode())
        yield names
        for name in names.values():
            connection.execute(f"DROP ROLE {name}".encode())


@only_postgresql
def test_the_rights_on_the_page_are_enough_for_every_day_and_for_no_more(roles: dict[str, str]) -> None:
    _, grants = blocks(PAGE, "sql")
    keys = new_ring("test")
    with new_database() as address:
        as_owner, as_soco = (
            re.sub("//[^@]+@", f"//{roles[name]}@", address) for name in ("soco_eigenaar", "soco")
        )
        _execute(address, f"ALTER DATABASE {address.rpartition('/')[2]} OWNER TO {roles['soco_eigenaar']}")
        migrate(as_owner)
        _execute(as_owner, grants.replace("TO soco;", f"TO {roles['soco']};"))
        store = open_store(as_soco, keys)
        admit(store, "B. Jansen", "999990019")
        with writing(store, BOOK, "A. de Vries") as ledger:
            ledger.erase(1)
            ledger.append([Draft(Erased(reason="r", basis="b"), 1)])
        read = (len(read_book(store, BOOK).dossiers[1].entries), verify(store, BOOK))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            _execute(as_soco, "ALTER TABLE entry DISABLE TRIGGER USER")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            _execute(as_soco, "DELETE FROM entry")

    assert (3, ()) == read


def _execute(address: str, statements: str) -> None:
    with psycopg.connect(address) as connection:
        connection.execute(statements.encode())


def test_the_table_of_findings_has_every_code_of_the_store() -> None:
    shown = {row[0].strip("`") for row in table_under(PAGE, "| melding")}
    ours = {code for code in CATALOGUE if code.startswith(("opslag-", "sleutels-"))}

    assert ours | {"anker", "reservekopie", "boek-beschadigd"} == shown


def test_the_commands_and_options_on_the_page_exist() -> None:
    text = " ".join((*code_words(PAGE), *blocks(PAGE, "text"), *blocks(PAGE, "console")))
    named = set(re.findall(r"soco dossier (\w+)", text))
    known = {
        option
        for name in COMMANDS
        if name in named
        for each in getattr(dossier.get_command(Context(dossier), name), "params", ())
        for option in each.opts
    }

    assert (set(), set()) == (named - COMMANDS.keys(), set(re.findall(r"--[a-z-]+", text)) - known)
