"""A page of a decision that counts the others, in a small book and a large one: the first, and those after it.

`python -m bench.book` runs it by itself.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi.testclient import TestClient

from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.keys import KeyRing
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_book
from soco_rules.dossiers.store import writing
from soco_rules.facts import Dates
from soco_rules.model.adoption import Adoption
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Content
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person as Member
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from soco_rules.web.app import application
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings

SMALL, LARGE = 100, 10_000
PAGES = 20
GOAL = 0.2
ROOT = Path(__file__).parents[1]
BOOK, BESLUIT, DAY = "delft/scope", "plaatsing", "2026-03-10"
STANDS = ("lid", "wachtlijst", *["uitgestroomd"] * 8)
"""Of ten dossiers one is of a member and one of somebody who waits; the others have left."""

Took = tuple[float, float]
"""Seconds by the clock, and of processor time, which a busy machine disturbs less."""


def book() -> Iterator[str]:
    """The figures of one run."""
    today = parse_date(DAY)
    workspace, _ = load_workspace(ROOT, None)
    desk, findings = desk_for(workspace, BOOK, BESLUIT, Dates(today, today))
    assert desk, findings
    assert desk.asks_others
    yield f"A decision that counts the others, by the clock and in processor time; half of {PAGES} pages took at most:"
    found = {}
    with TemporaryDirectory() as folder:
        for size in (SMALL, LARGE):
            ring, address = new_ring("bench"), str(Path(folder) / f"{size}.sqlite")
            store = _filled(address, ring, desk, size)
            found[size] = first, after = _pages(address, ring, today)
            whole = _took(lambda store=store: propose_for(desk, read_book(store, BOOK), 1))  # type: ignore[misc] # bound now
            yield f"  {size:,} dossiers: first page {_told(first)}, after an act in another dossier {_told(after)}"
            yield f"  {size:,} dossiers: reading all of the book and deciding, without a page {_told(whole)}"
    large, small = found[LARGE][1], found[SMALL][1]
    yield f"  a page of the large book takes {large[1] / small[1]:.1f} times one of the small book (processor time)"
    verdict = "met" if large[0] <= GOAL else "MISSED"
    yield f"  => goal a page within {GOAL * 1000:.0f} ms, on a quiet machine: {verdict}"


def _pages(address: str, ring: KeyRing, today: int) -> tuple[Took, Took]:
    """How long the first page takes, and the pages after something was done in another dossier."""
    settings = Settings(ROOT, address, ring, today=lambda: today)
    who = Person("Bench", frozenset(DeskRole), is_alone=True)
    app = application(settings, lambda _: who)
    app.state.rooms.built()
    store = open_store(address, ring)
    with TestClient(app, "http://127.0.0.1", headers={"Sec-Fetch-Site": "same-origin"}) as client:

        def page() -> None:
            answer = client.get(f"/dossiers/{BOOK}/1/besluit/{BESLUIT}")
            assert answer.status_code == 200, answer.status_code

        first, each = _took(page), []
        for number in range(2, PAGES + 2):
            with writing(store, BOOK, "bench") as ledger:
                ledger.append([Draft(_fact("ontvangen_op", DAY), number)])
            each.append(_took(page))
    return first, (sorted(clock for clock, _ in each)[PAGES // 2], sorted(cpu for _, cpu in each)[PAGES // 2])


def _filled(address: str, ring: KeyRing, desk: Desk, size: int) -> Store:
    """A book of so many dossiers; the first is of a candidate."""
    migrate(address)
    store = open_store(address, ring)
    with writing(store, BOOK, "bench") as ledger:
        _written(ledger, *_known(1))
        prepared, findings = propose_for(desk, ledger.book(), 1)
        assert prepared, findings
        adoption = Adoption(
            decision=prepared.decision, by="bench", function="voorzitter", mandate=None, date=DAY, sent_on=DAY
        )
        for number in range(2, size + 1):
            stand = STANDS[number % len(STANDS)]
            _written(ledger, *_known(number), Adopted(proposal=0, adoption=adoption, values={}, state=stand))
    return store


def _written(ledger: Ledger, *said: Content) -> None:
    number = ledger.open_dossier()
    ledger.append(
        [Draft(each, number, BESLUIT if isinstance(each, Adopted) else None) for each in (Opened(), *said)]
    )


def _known(number: int) -> tuple[Content, ...]:
    return (
        Member(name=f"Deelnemer {number}"),
        _fact("ontvangen_op", f"2026-01-{1 + number % 28:02d}"),
        _fact("lotnummer", str(1 + number % 1000)),
        *(_fact("leefvorm", "alleenstaande", f"2026-0{month}-01") for month in range(1, 4)),
    )


def _fact(name: str, value: str, since: str = "2026-01-01") -> ReportedFact:
    return ReportedFact(name=name, value=value, source="intake", date=DAY, valid_from=since)


def _took(call: Callable[[], object]) -> Took:
    clock, cpu = time.perf_counter(), _cpu()
    call()
    return time.perf_counter() - clock, _cpu() - cpu


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _told(took: Took) -> str:
    return " / ".join(f"{seconds * 1000:,.0f} ms" for seconds in took)


if __name__ == "__main__":
    for line in book():
        print(line, flush=True)
