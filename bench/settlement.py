"""A month of 10,000 members from the file of the cooperative to the overview, beside plain pandas and openpyxl."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import writing
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import Role
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.settling.deciding import calculators_of
from soco_rules.settling.looking import Sent
from soco_rules.settling.month import settled_of
from soco_rules.settling.overview import overview_of
from soco_rules.settling.pot import accounts_of
from soco_rules.settling.settle import Order
from soco_rules.settling.settle import ground_of
from soco_rules.settling.settle import settle
from soco_rules.settling.workbook import Cents
from soco_rules.settling.workbook import Column
from soco_rules.settling.workbook import Page
from soco_rules.settling.workbook import Shown
from soco_rules.settling.workbook import as_workbook

MEMBERS = 10_000
AGREEMENT = "delft/scope"
MONTH, TODAY = parse_date("2026-10-01"), parse_date("2026-11-10")
OURS, THEIRS = "soco verreken", "pandas and openpyxl, without reasons"
NORM, MOST_EXEMPT = 141946, 28500
"""What the rule files hold for a single person in October 2026, written out once more for pandas."""
_ALWAYS = (
    ("uitkering", None, "pw"),
    ("leefvorm", None, "alleenstaande"),
    ("kostendelers", None, "1"),
    ("geboortedatum", Role.APPLICANT, "1984-03-02"),
    ("medisch_urenbeperkt", Role.APPLICANT, "nee"),
    ("loonkostensubsidie", Role.APPLICANT, "nee"),
)


@dataclass(frozen=True, slots=True)
class Month:
    """How long a month takes both ways: by the clock, and in processor time, which a busy machine disturbs less."""

    members: int
    clock: dict[str, float]
    processor: dict[str, float]
    lacking: str = ""


def month_of(workspace: Workspace, members: int = MEMBERS) -> Month:
    """One run each, in which both find the same benefit and the same balance for every member."""
    sent = _file(members)
    order = Order(AGREEMENT, MONTH, TODAY)
    clock: dict[str, float] = {}
    processor: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        store = _store(Path(folder), members)
        clock[OURS], processor[OURS], ours = _timed(lambda: _ours(store, workspace, order, sent))
    if find_spec("pandas") is None:
        return Month(members, clock, processor, "pandas is not installed")
    clock[THEIRS], processor[THEIRS], theirs = _timed(lambda: _theirs(sent))
    if ours != theirs:
        raise SystemExit("pandas finds other amounts than soco")
    return Month(members, clock, processor)


def _ours(store: Store, workspace: Workspace, order: Order, sent: bytes) -> list[tuple[int, int]]:
    ground = ground_of(workspace, order)
    with writing(store, AGREEMENT, "bench") as ledger:
        done = settle(ledger, ground, order, Sent("oktober.xlsx", sent), lambda _, items: items)
    settled = settled_of(done.book, ground.asked, done.members, order.month)
    accounts = accounts_of(settled, done.book, calculators_of(ground.desks))
    overview_of(settled, accounts)
    benefits = (results["verrekening"].decision.outcome for _, results in settled.each())
    return [
        (_cents(str(benefit)), account.amounts[-1] or 0)
        for benefit, account in zip(benefits, accounts, strict=True)
    ]


def _theirs(sent: bytes) -> list[tuple[int, int]]:
    """What a careful person writes in a notebook: the same arithmetic in whole cents, and a workbook."""
    import pandas as pd  # noqa: PLC0415 - only where the bench is installed

    frame: Any = pd.read_excel(io.BytesIO(sent))
    cents = {
        name: (frame[name] * 100).round().astype("int64")
        for name in ("Omzet", "Opdrachtkosten", "Opname", "Loon", "Ander inkomen")
    }
    net = cents["Omzet"] - cents["Opdrachtkosten"]
    frame["Bijdrage"] = (net.clip(lower=0) * 10 + 50) // 100
    frame["Spaarpot"] = net - frame["Bijdrage"] - cents["Opname"]
    earned = cents["Opname"] + cents["Loon"]
    exempt = ((earned * 25 + 50) // 100).clip(upper=MOST_EXEMPT)
    counted = earned - exempt + cents["Ander inkomen"]
    frame["Bijstand"] = (NORM - counted).clip(lower=0)
    stream = io.BytesIO()
    shown = frame.assign(**{name: frame[name] / 100 for name in ("Bijdrage", "Spaarpot", "Bijstand")})
    shown.to_excel(stream, index=False)
    return list(zip(frame["Bijstand"].tolist(), frame["Spaarpot"].tolist(), strict=True))


def _file(members: int) -> bytes:
    """The form as a cooperative fills it in."""
    chosen = random.Random(6)  # noqa: S311 - the same file every time
    names = ("Lidnummer", "Naam", "Omzet", "Opdrachtkosten", "Opname", "Loon", "Ander inkomen")
    rows: list[tuple[Shown, ...]] = [
        (
            f"L{number:05d}",
            f"Lid {number}",
            Cents(chosen.randrange(150_000)),
            Cents(chosen.randrange(20_000)),
            Cents(chosen.randrange(130_000)),
            Cents(0),
            Cents(chosen.randrange(2) * 1234),
        )
        for number in range(1, members + 1)
    ]
    return as_workbook([Page("Maand", tuple(map(Column, names)), rows)], "oktober", MONTH)


def _store(folder: Path, members: int) -> Store:
    """A book with members, each with what the benefits administration knows."""
    address = str(folder / "dossiers.sqlite")
    migrate(address)
    store = open_store(address, new_ring("bench"))
    with writing(store, AGREEMENT, "bench") as ledger:
        drafts = [draft for _ in range(members) for draft in _member(ledger.open_dossier())]
        ledger.append(drafts)
    return store


def _member(number: int) -> tuple[Draft, ...]:
    facts = (
        ReportedFact(
            name=name, role=role, value=value, source="register", date="2026-01-02", valid_from="2026-01-01"
        )
        for name, role, value in _ALWAYS
    )
    judged = GivenJudgement(
        name="draagt_bij_aan_arbeidsinschakeling",
        role=Role.APPLICANT,
        value="ja",
        by="M. Verkerk, klantmanager",
        date="2026-01-05",
        reason="Leert offertes maken.",
        valid_from="2026-01-01",
    )
    placed = Decision(
        decision="plaatsing",
        title="Plaats in de coöperatie",
        agreement=AGREEMENT,
        version="2017-09-01",
        reference_date="2026-01-05",
        decision_date="2026-01-05",
        status=DecisionStatus.KNOWN,
        outcome="als_lid",
    )
    adoption = Adoption(
        decision=placed,
        by="V. Zit",
        function="voorzitter",
        mandate=None,
        date="2026-01-05",
        sent_on="2026-01-05",
    )
    return (
        Draft(Opened(), number),
        Draft(Person(name=f"Lid {number}", member_number=f"L{number:05d}"), number),
        *(Draft(fact, number) for fact in facts),
        Draft(judged, number),
        Draft(Adopted(proposal=0, adoption=adoption, values={}, state="lid"), number, "plaatsing"),
    )


def _cents(text: str) -> int:
    whole, _, rest = text.partition(".")
    return int(whole) * 100 + int(rest)


def _timed(work: Callable[[], list[tuple[int, int]]]) -> tuple[float, float, list[tuple[int, int]]]:
    clock, processor = time.perf_counter(), time.process_time()
    found = work()
    return time.perf_counter() - clock, time.process_time() - processor, found
