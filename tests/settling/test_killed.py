"""A settlement that is killed at any moment and started again ends with the same books."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import verify
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Content
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import ReportedFact
from soco_rules.settling.looking import Sent
from soco_rules.settling.settle import Order
from soco_rules.settling.settle import RefusedError
from soco_rules.settling.settle import ground_of
from soco_rules.settling.settle import settle
from tests.dossiers.processes import alone
from tests.dossiers.processes import die_at
from tests.settling.village import AGREEMENT
from tests.settling.village import MEMBERS
from tests.settling.village import MONTH
from tests.settling.village import TODAY
from tests.settling.village import TREASURER
from tests.settling.village import village

FILE = b"lidnummer;omzet;opname;uren;ziek\nL1;100,05;7,00;0;nee\nL2;0;0;0;nee\nL3;33,33;0,01;0;ja\n"
ORDER = Order(AGREEMENT, MONTH, TODAY, TREASURER)
EARLY = (0, 6, 12, 18, 24)
"""Some of the moments at which the process can die; the last is the commit."""
LATE = tuple(moment for moment in range(28) if moment not in EARLY)


def address_of(folder: Path, ring: KeyRing) -> str:
    """A store with the members of the village."""
    address = str(folder / "dossiers.sqlite")
    migrate(address)
    with writing(open_store(address, ring), AGREEMENT, "opzet") as ledger:
        for number, name in enumerate(MEMBERS, start=1):
            dossier = ledger.open_dossier()
            alone_since = ReportedFact(
                name="leefvorm", value="alleen", source="register", date="2026-01-01", valid_from="2026-01-01"
            )
            person = Person(name=name, member_number=f"L{number}")
            ledger.append([Draft(Opened(), dossier), Draft(person, dossier), Draft(alone_since, dossier)])
    return address


def settle_in(store: Store) -> None:
    with writing(store, AGREEMENT, "T. Ester") as ledger:
        settle(ledger, ground_of(village(), ORDER), ORDER, Sent("okt.csv", FILE), lambda _, items: items)


def acts(address: str, ring: KeyRing) -> list[tuple[int, str | None, str | None, Content | None]]:
    """What a book says, without moments."""
    store = open_store(address, ring)
    assert verify(store, AGREEMENT) == ()
    book = read_book(store, AGREEMENT)
    return [
        (entry.number, entry.subject, entry.month, _without_moment(entry.content))
        for dossier in book.dossiers.values()
        for entry in dossier.entries
    ] + [(entry.number, entry.subject, entry.month, None) for entry in book.entries]


def _without_moment(content: Content | None) -> Content | None:
    return content.model_copy(update={"knowledge": ""}) if isinstance(content, Proposed) else content


@pytest.mark.parametrize(
    "moment", [*EARLY, *(pytest.param(moment, marks=pytest.mark.slow) for moment in LATE)]
)
def test_a_killed_settlement_can_be_done_again(moment: int, tmp_path: Path) -> None:
    """Past the last moment the process ends well; the books are the same either way."""
    ring = new_ring("test")
    (tmp_path / "whole").mkdir()
    (tmp_path / "killed").mkdir()
    whole, killed = address_of(tmp_path / "whole", ring), address_of(tmp_path / "killed", ring)
    settle_in(open_store(whole, ring))

    def work() -> None:
        store = open_store(killed, ring)
        die_at(store.engine, moment)
        settle_in(store)

    alone(work)
    settle_in(open_store(killed, ring))

    assert acts(whole, ring) == acts(killed, ring)


def test_what_was_written_before_a_refusal_is_not_kept(tmp_path: Path) -> None:
    """The rows are right, and a month before it was not adopted: nothing of either stays."""
    ring = new_ring("test")
    address = address_of(tmp_path, ring)
    store = open_store(address, ring)
    proposing = Order(AGREEMENT, MONTH, TODAY)
    with writing(store, AGREEMENT, "T. Ester") as ledger:
        settle(
            ledger, ground_of(village(), proposing), proposing, Sent("okt.csv", FILE), lambda _, items: items
        )
    before = acts(address, ring)
    later = Order(AGREEMENT, MONTH + 31, TODAY + 30, TREASURER)

    with pytest.raises(RefusedError), writing(store, AGREEMENT, "T. Ester") as ledger:
        settle(ledger, ground_of(village(), later), later, Sent("nov.csv", FILE), lambda _, items: items)

    assert before == acts(address, ring)
    assert not any(isinstance(content, Adopted) for *_, content in before)
