"""What `verify` finds after somebody went around the database's own refusals."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from sqlalchemy import text

from soco_rules.dossiers.chain import Anchor
from soco_rules.dossiers.chain import Clear
from soco_rules.dossiers.chain import digest
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import StoreError
from soco_rules.dossiers.store import anchor
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Erased
from tests.dossiers.books import BOOK
from tests.dossiers.books import admit
from tests.dossiers.books import append
from tests.dossiers.books import fact

OFF_SQLITE = tuple(
    f"DROP TRIGGER {name}"
    for name in (
        "entry_is_next",
        "entry_stays",
        "entry_is_kept",
        "book_is_new",
        "book_goes_on",
        "book_is_kept",
    )
)
OFF_POSTGRESQL = ("ALTER TABLE entry DISABLE TRIGGER USER", "ALTER TABLE book DISABLE TRIGGER USER")
UNLINKED = "sluit niet aan op de handeling ervoor: een van beide is vervangen of verplaatst."
TAIL = "DELETE FROM entry WHERE number > 3"


def tamper(store: Store, *statements: str) -> None:
    """Switch the triggers off and run some statements."""
    off = OFF_SQLITE if store.engine.dialect.name == "sqlite" else OFF_POSTGRESQL
    with store.engine.begin() as connection:
        for statement in (*off, *statements):
            connection.execute(text(statement))


def _filled(store: Store) -> Store:
    """Five acts: a person, a person, a fact."""
    admit(store, "B. Jansen", "999990019")
    admit(store, "C. Bakker", "999990020")
    append(store, fact("100"))
    return store


def _messages(store: Store, *anchors: Anchor) -> list[str]:
    return [found.message for found in verify(store, BOOK, *anchors)]


HEAD_AFTER = """
    UPDATE book SET head_number = {number}, head_digest = (SELECT digest FROM entry WHERE number = {number})
"""


def test_a_book_as_it_was_written_has_no_flaws(stores: Store) -> None:
    store = _filled(stores)

    assert verify(store, BOOK, anchor(store, BOOK)) == ()


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (
            ("UPDATE entry SET content = 'x' WHERE number = 2",),
            ["Handeling 2 van 'delft/scope' is gewijzigd."],
        ),
        (
            ("UPDATE entry SET \"by\" = 'iemand anders' WHERE number = 3",),
            ["Handeling 3 van 'delft/scope' is gewijzigd."],
        ),
        (
            ("UPDATE entry SET month = '2026-09-01' WHERE number = 5",),
            ["Handeling 5 van 'delft/scope' is gewijzigd."],
        ),
        (
            ("UPDATE entry SET digest = 'x' WHERE number = 2",),
            [
                "Handeling 2 van 'delft/scope' is gewijzigd.",
                f"Handeling 3 van 'delft/scope' {UNLINKED}",
            ],
        ),
        (
            ("DELETE FROM entry WHERE number = 2",),
            ["Handeling 3 van 'delft/scope' volgt op handeling 1: handeling 2 is weg."],
        ),
        (
            ("DELETE FROM entry WHERE number IN (1, 2)",),
            ["Handeling 3 van 'delft/scope' volgt op handeling 0: handelingen 1 tot en met 2 zijn weg."],
        ),
        (
            (
                "UPDATE entry SET number = 9 WHERE number = 2",
                "UPDATE entry SET number = 2 WHERE number = 3",
                "UPDATE entry SET number = 3 WHERE number = 9",
            ),
            [f"Handeling {number} van 'delft/scope' {UNLINKED}" for number in (2, 3, 4)],
        ),
        ((TAIL,), ["Handeling 5 van 'delft/scope' was de laatste: handelingen 4 tot en met 5 zijn weg."]),
        (
            ("UPDATE book SET head_number = 4",),
            [
                "Handeling 4 van 'delft/scope' is de laatste, maar het zegel op het einde van het boek klopt niet.",
                "Handeling 5 van 'delft/scope' is niet de laatste die het boek noemt: handeling 5 is toegevoegd.",
            ],
        ),
        (
            ("UPDATE book SET head_digest = 'x'",),
            [
                "Handeling 5 van 'delft/scope' is niet de laatste handeling die het boek noemt.",
                "Handeling 5 van 'delft/scope' is de laatste, maar het zegel op het einde van het boek klopt niet.",
            ],
        ),
        (
            ("UPDATE book SET last_dossier = 1",),
            [
                "Handeling 5 van 'delft/scope' is de laatste, maar het zegel op het einde van het boek klopt niet."
            ],
        ),
        (
            ("DELETE FROM data_key WHERE dossier = 2",),
            ["In 'delft/scope': de sleutel van dossier 2 is weg, en het is niet gewist."],
        ),
        (
            ("UPDATE data_key SET wrapped = 'x' WHERE dossier = 2",),
            ["In 'delft/scope': de sleutel van dossier 2 is vervangen of beschadigd."],
        ),
        (
            ("UPDATE data_key SET bsn_index = NULL WHERE dossier = 2",),
            ["Handeling 4 van 'delft/scope' noemt een BSN waarop dossier 2 niet meer wordt gevonden."],
        ),
    ],
)
def test_each_kind_of_tampering_is_found_where_it_is(
    stores: Store, statements: Sequence[str], expected: list[str]
) -> None:
    store = _filled(stores)
    literal = "CAST('x' AS BLOB)" if store.engine.dialect.name == "sqlite" else "'x'::bytea"
    tamper(
        store, *(re.sub(r"(content|digest|wrapped) = 'x'", rf"\1 = {literal}", each) for each in statements)
    )

    assert expected == _messages(store)


def test_a_tail_that_was_cut_off_with_a_head_put_back_is_found_by_the_seal(stores: Store) -> None:
    store = _filled(stores)
    tamper(store, HEAD_AFTER.format(number=3), TAIL)

    assert [
        "Handeling 3 van 'delft/scope' is de laatste, maar het zegel op het einde van het boek klopt niet."
    ] == _messages(store)


def test_a_whole_book_that_was_put_back_is_found_by_an_anchor_only(stores: Store) -> None:
    admit(stores, "B. Jansen")
    with stores.engine.connect() as connection:
        seal = connection.execute(text("SELECT head_seal FROM book")).scalar_one()
    append(stores, fact("100"))
    kept = anchor(stores, BOOK)
    tamper(stores, HEAD_AFTER.format(number=2), "DELETE FROM entry WHERE number = 3")
    with stores.engine.begin() as connection:
        connection.execute(text("UPDATE book SET head_seal = :it"), {"it": seal})

    assert [] == _messages(stores)
    assert [
        "Handeling 3 van 'delft/scope' stond in het boek: handeling 3 is weg; het anker noemt deze als de laatste."
    ] == _messages(stores, kept)


def test_a_book_that_was_written_again_is_found_by_an_anchor(stores: Store) -> None:
    store = _filled(stores)
    kept = anchor(store, BOOK).model_copy(update={"digest": "ab" * 32})

    assert [
        "Handeling 5 van 'delft/scope' is niet de handeling van het anker: het boek is tot daar herschreven."
    ] == _messages(store, kept)


def test_an_act_written_anew_with_a_chain_that_fits_is_not_ours(stores: Store) -> None:
    store = _filled(stores)
    with store.engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM entry WHERE number = 5")).one()
    forged = Clear(*row[:8])._replace(by="iemand anders")
    linked = digest(row.previous, forged.as_bytes(), row.content)
    tamper(store)
    with store.engine.begin() as connection:
        values = {"by": forged.by, "digest": linked}
        connection.execute(text('UPDATE entry SET "by" = :by, digest = :digest WHERE number = 5'), values)
        connection.execute(text("UPDATE book SET head_digest = :digest"), values)

    assert [
        "Handeling 5 van 'delft/scope' is de laatste, maar het zegel op het einde van het boek klopt niet.",
    ] == _messages(store)


def test_an_erased_dossier_is_no_flaw(stores: Store) -> None:
    store = _filled(stores)
    with writing(store, BOOK, "A. de Vries") as ledger:
        ledger.erase(2)
        ledger.append([Draft(Erased(reason="r", basis="b"), 2)])

    assert [] == _messages(store)


def test_an_erased_dossier_whose_key_was_put_back_is_found(stores: Store) -> None:
    store = _filled(stores)
    with store.engine.connect() as connection:
        key = connection.execute(text("SELECT * FROM data_key WHERE dossier = 2")).one()
    with writing(store, BOOK, "A. de Vries") as ledger:
        ledger.erase(2)
        ledger.append([Draft(Erased(reason="r", basis="b"), 2)])
    with store.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO data_key VALUES (:agreement, :dossier, :wrapped, :kek, :bsn_index)"),
            dict(key._mapping),
        )

    assert ["In 'delft/scope': dossier 2 is gewist, en de sleutel is er nog."] == _messages(store)


def test_a_dossier_that_lost_its_key_is_not_read_as_erased(stores: Store) -> None:
    store = _filled(stores)
    tamper(store, "DELETE FROM data_key WHERE dossier = 2")
    with pytest.raises(StoreError) as raised:
        read_book(store, BOOK)

    assert ["Van dossier 2 van 'delft/scope' is de sleutel weg, en het is niet gewist."] == [
        found.message for found in raised.value.diagnostics
    ]


@pytest.mark.parametrize("statement", [TAIL, "UPDATE book SET last_dossier = 5"])
def test_nothing_is_written_behind_a_damaged_end(stores: Store, statement: str) -> None:
    store = _filled(stores)
    tamper(store, statement)
    with pytest.raises(StoreError) as raised:
        append(store, fact("200"))

    assert ["boek-beschadigd"] == [found.code for found in raised.value.diagnostics]


def test_a_book_that_does_not_exist_is_told(stores: Store) -> None:
    codes = []
    for look in (verify, anchor):
        with pytest.raises(StoreError) as raised:
            look(stores, BOOK)
        codes += [found.code for found in raised.value.diagnostics]

    assert ["onbekend-dossier"] * 2 == codes
