"""A store that cannot do what is asked says so in Dutch, and tells nothing that is secret or personal."""

from __future__ import annotations

import os
import resource
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from soco_rules.diagnostics import render
from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store.append import _ACTS
from soco_rules.dossiers.store.connect import changing
from soco_rules.dossiers.store.tables import book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Person
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import append
from tests.dossiers.books import fact
from tests.dossiers.databases import SERVER
from tests.dossiers.databases import on_postgresql
from tests.dossiers.databases import only_postgresql
from tests.dossiers.processes import alone

UNREACHED = "de server is niet te bereiken, of weigert de gebruiker of de database."


def _told(work: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(StoreError) as raised:
        work()
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__ or raised.value.__context__ is None
    return [(found.code, found.message) for found in raised.value.diagnostics]


@pytest.mark.parametrize(
    ("address", "code", "message"),
    [
        (
            "{tmp}/nergens.sqlite",
            "opslag-ontbreekt",
            "Bij '{tmp}/nergens.sqlite' is geen opslag van dossiers.",
        ),
        ("{tmp}", "opslag-adres", "'{tmp}' is een map; de opslag is een bestand."),
        ("mysql://a:geheim@b/c", "opslag-adres", "Een adres dat met 'mysql://' begint, is niet bekend."),
        ("postgresql://a:geheim@b", "opslag-adres", "Het adres van PostgreSQL noemt geen database."),
        ("postgresql://a:geheim@b:c/d", "opslag-adres", "Het adres van de PostgreSQL-database klopt niet."),
        (
            "postgresql://a:geheim@127.0.0.1:1/d",
            "opslag-weigert",
            f"'postgresql://127.0.0.1:1/d' is niet te gebruiken: {UNREACHED}",
        ),
        (
            "{tmp}/geen.sqlite",
            "opslag-weigert",
            "'{tmp}/geen.sqlite' is niet te gebruiken: het bestand is geen SQLite-database, of het is beschadigd.",
        ),
    ],
)
def test_an_address_that_is_no_store_is_told(
    tmp_path: Path, keys: KeyRing, address: str, code: str, message: str
) -> None:
    (tmp_path / "geen.sqlite").write_text("geen database, maar wel een bestand\n" * 100, "utf-8")
    expected = (code, message.format(tmp=tmp_path))

    assert [expected] == _told(lambda: open_store(address.format(tmp=tmp_path), keys, patience=0.1))


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("{tmp}/nergens/d.sqlite", "opslag-weigert"),
        ("{tmp}", "opslag-adres"),
        ("mysql://b/c", "opslag-adres"),
    ],
)
def test_where_no_store_can_be_made_is_told(tmp_path: Path, address: str, code: str) -> None:
    assert [code] == [found for found, _ in _told(lambda: migrate(address.format(tmp=tmp_path)))]


@only_postgresql
def test_a_database_that_is_not_there_is_told(keys: KeyRing) -> None:
    ((code, message),) = _told(lambda: open_store(f"{SERVER}/er_is_niets", keys))

    assert ("opslag-weigert", True) == (code, message.endswith("of weigert de gebruiker of de database."))


def test_a_store_that_somebody_else_holds_is_told(address: str, keys: KeyRing) -> None:
    store = open_store(address, keys, patience=0.05)
    admit(store, "B. Jansen")
    with changing(store.engine, store.place) as other:
        other.execute(book.select().with_for_update())
        told = _told(lambda: append(store, fact("100")))

    assert [("opslag-bezet", f"'{store.place}' is te lang bezet door een ander.")] == told
    assert 2 == len(read_book(store, BOOK).dossiers[1].entries)


def test_a_disk_that_is_full_is_told_and_nothing_is_half(store: Store) -> None:
    admit(store, "B. Jansen")
    size = sum(file.stat().st_size for file in Path(store.place).parent.iterdir())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        told = _told(lambda: append(store, *[fact("100")] * 5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    why = "het besturingssysteem weigert lezen of schrijven"
    assert [("opslag-weigert", f"'{store.place}' is niet te gebruiken: {why}.")] == told
    assert 2 == len(read_book(store, BOOK).dossiers[1].entries)


def test_a_database_that_is_full_is_told(store: Store) -> None:
    admit(store, "B. Jansen")

    def no_more_pages() -> None:
        with changing(store.engine, store.place) as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            connection.exec_driver_sql("CREATE TABLE more AS SELECT randomblob(100000)")

    assert [("opslag-weigert", f"'{store.place}' is niet te gebruiken: er is geen ruimte meer.")] == _told(
        no_more_pages
    )


@only_postgresql
@on_postgresql
@pytest.mark.parametrize(
    ("state", "code", "why"),
    [
        ("53100", "opslag-weigert", "is niet te gebruiken: er is geen ruimte meer."),
        ("42501", "opslag-weigert", "is niet te gebruiken: de databasegebruiker heeft er geen rechten voor."),
        ("53300", "opslag-bezet", "is te lang bezet door een ander."),
        ("40P01", "opslag-bezet", "is te lang bezet door een ander."),
        ("XX001", "opslag-weigert", "is niet te gebruiken: de database meldt XX001."),
    ],
)
def test_what_postgresql_refuses_is_told(stores: Store, state: str, code: str, why: str) -> None:
    admit(stores, "B. Jansen")
    raises = f"BEGIN RAISE EXCEPTION 'B. Jansen 999990019' USING ERRCODE = '{state}'; END"
    with stores.engine.begin() as connection:
        connection.execute(
            text(f"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ {raises} $$")
        )
        connection.execute(text("CREATE TRIGGER no BEFORE INSERT ON entry EXECUTE FUNCTION refuse()"))

    assert [(code, f"'{stores.place}' {why}")] == _told(lambda: append(stores, fact("100")))


@only_postgresql
@on_postgresql
def test_a_server_that_only_reads_is_told(stores: Store) -> None:
    admit(stores, "B. Jansen")
    with stores.engine.begin() as connection:
        name = connection.engine.url.database
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))

    assert [
        ("opslag-weigert", f"'{stores.place}' is niet te gebruiken: er mag alleen uit worden gelezen.")
    ] == _told(lambda: append(stores, fact("100")))


@pytest.mark.parametrize(
    ("journal", "rights", "why"),
    [
        ("DELETE", 0o444, "er mag alleen uit worden gelezen"),
        ("WAL", 0o444, "er mag alleen uit worden gelezen"),
        ("WAL", 0o000, "het bestand is niet te openen"),
    ],
)
def test_a_file_without_the_rights_is_told(
    store: Store, keys: KeyRing, journal: str, rights: int, why: str
) -> None:
    admit(store, "B. Jansen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dossiers.sqlite"
        with closing(sqlite3.connect(path)) as copy, closing(sqlite3.connect(store.place)) as original:
            original.backup(copy)
            copy.execute(f"PRAGMA journal_mode = {journal}")
        path.chmod(rights)
        Path(folder).chmod(0o555)

        def write() -> None:
            if os.getuid() == 0:
                os.setuid(65534)  # root may write everything
            told = _told(lambda: append(open_store(str(path), keys), fact("100")))
            assert [("opslag-weigert", f"'{path}' is niet te gebruiken: {why}.")] == told

        ended = alone(write)
        Path(folder).chmod(0o755)

    assert 0 == ended


def test_no_message_has_anything_of_a_person_or_a_key(stores: Store) -> None:
    admit(stores, "B. Jansen")
    secret = Person(name="Geheim Persoon", bsn="999990018", address=("Geheimstraat 1",))
    with pytest.raises(StoreError) as raised:
        append(stores, Draft(secret, 1))
    told = "".join(render(found, {}) for found in raised.value.diagnostics) + repr(raised.value)

    assert [] == [word for word in ("Geheim", "999990018") if word in told]


def test_an_act_of_newer_software_is_told_without_what_it_says(
    stores: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    admit(stores, "B. Jansen")
    entry = read_book(stores, BOOK).dossiers[1].entries[1]
    assert isinstance(entry.content, Person)

    class Newer(Person):
        shoe_size: str = "43"

    monkeypatch.setitem(_ACTS, Newer, entry.act)
    append(stores, Draft(Newer(**entry.content.model_dump()), 1))

    message = "Handeling 3 van 'delft/scope' is van een soort die deze versie van soco_rules niet kent."
    assert [("opslag-nieuwer", message)] == _told(
        lambda: read_book(stores, BOOK).dossiers[1].entries[2].content
    )


def test_the_address_is_shown_without_user_and_password(stores: Store) -> None:
    assert "soco@" not in stores.place
