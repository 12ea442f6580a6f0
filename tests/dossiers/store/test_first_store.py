"""A store that the first version wrote is brought up to date, and the work in it goes on."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from soco_rules.dossiers.adopting import adopt_in
from soco_rules.dossiers.chain import Anchor
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.keys import read_key_file
from soco_rules.dossiers.keys import renewed
from soco_rules.dossiers.keys import without_old
from soco_rules.dossiers.reopening import desks_by
from soco_rules.dossiers.reopening import overtaken_in
from soco_rules.dossiers.store import REVISIONS
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import back_up
from soco_rules.dossiers.store import find_by_bsn
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import restore
from soco_rules.dossiers.store import rotate
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import CONTENT
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import parse_date
from tests.dossiers.kade import KADE
from tests.dossiers.kade import by_chair
from tests.dossiers.kade import desk
from tests.dossiers.kade import workspace

FIRST = Path(__file__).parent / "first"
MAY = parse_date("2026-05-01")


@pytest.fixture
def then() -> KeyRing:
    """The keys of then."""
    return read_key_file((FIRST / "sleutels.json").read_bytes())


@pytest.fixture
def anchor() -> Anchor:
    """Where the book stood then."""
    (found,) = json.loads((FIRST / "anker.json").read_text("utf-8"))["ankers"]
    return Anchor.model_validate(found)


@pytest.fixture
def upgraded(tmp_path: Path, then: KeyRing) -> Store:
    """The store of then, brought up to date."""
    path = tmp_path / "dossiers.sqlite"
    path.write_bytes(gzip.decompress((FIRST / "dossiers.sqlite.gz").read_bytes()))
    assert REVISIONS[0] == migrate(str(path))
    return replace(open_store(str(path), then), now=lambda: "2027-01-04T09:00:00.000000Z")


def test_it_is_as_it_was_written(upgraded: Store, anchor: Anchor) -> None:
    assert () == verify(upgraded, KADE, anchor)


def test_every_act_is_still_read(upgraded: Store) -> None:
    found = read_book(upgraded, KADE, dossiers=(1, 2))
    read = Counter(
        entry.act for each in found.dossiers.values() for entry in each.entries if type(entry.content) is CONTENT[entry.act]
    )  # fmt: skip

    assert {
        "geopend": 2,
        "persoon": 2,
        "feit": 9,
        "oordeel": 4,
        "voorstel": 4,
        "vaststelling": 3,
        "eerste_handtekening": 1,
        "inzage": 1,
    } == read
    assert 1 == find_by_bsn(upgraded, KADE, "999990019")


def test_no_decision_is_overtaken(upgraded: Store) -> None:
    book = read_book(upgraded, KADE)

    assert () == overtaken_in(book, 1, desks_by(workspace(), KADE))


def test_the_month_after_is_settled(upgraded: Store) -> None:
    fact = ReportedFact(
        name="omzet", value="1000.00", source="maandopgave", date="2026-06-02", valid_from="2026-05-01"
    )
    at = desk("afdracht", MAY)
    with writing(upgraded, KADE, "M. Bakker") as ledger:
        ledger.append([Draft(fact, 1)])
        prepared, findings = propose_for(at, ledger.book(), 1)
        assert prepared, findings
        (proposal,) = ledger.append([as_draft(1, prepared)])
        agreed, findings = adopt_in(
            workspace(), ledger.book(), 1, proposal.number, by_chair(day=parse_date("2026-06-02"))
        )
        assert agreed, findings
        ledger.append([agreed.draft])

    assert isinstance(agreed.draft.content, Adopted)
    assert ({"deel": "10.00%", "omzet": "1000.00", "afdracht": "100.00"}, ()) == (
        agreed.draft.content.values,
        verify(upgraded, KADE),
    )


def test_its_keys_are_changed(upgraded: Store, then: KeyRing) -> None:
    before, ring = read_book(upgraded, KADE).dossiers, renewed(then, "nieuw")
    rotate(replace(upgraded, keys=ring), KADE, "A. de Vries")
    now = replace(upgraded, keys=without_old(ring))

    assert (before, ()) == (read_book(now, KADE).dossiers, verify(now, KADE))


def test_a_backup_of_then_is_put_back_in_each_database(
    empty_address: str, then: KeyRing, anchor: Anchor, upgraded: Store
) -> None:
    restore(FIRST / "reservekopie.jsonl.gz", empty_address, then, anchors=(anchor,))
    store = open_store(empty_address, then)

    assert (read_book(upgraded, KADE), ()) == (read_book(store, KADE), verify(store, KADE, anchor))


def test_a_backup_of_now_holds_the_same(upgraded: Store, then: KeyRing, tmp_path: Path) -> None:
    path, _ = back_up(upgraded, tmp_path / "kopie")
    restore(path, str(tmp_path / "terug.sqlite"), then)

    assert read_book(upgraded, KADE) == read_book(open_store(str(tmp_path / "terug.sqlite"), then), KADE)
