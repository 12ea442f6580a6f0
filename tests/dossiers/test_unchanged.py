"""A decision is not calculated again where it must come out as it was taken, and always where it can change."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import pytest

from soco_rules.dossiers.adopting import adopt_in
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import Findings
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.reopening import overtaken_in
from soco_rules.facts import Dates
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from tests.dossiers.acts import book
from tests.dossiers.kade import by_chair
from tests.dossiers.kade import last
from tests.dossiers.kade import workspace
from tests.dossiers.kade import written
from tests.dossiers.test_reopening import MEMBER
from tests.dossiers.test_reopening import SLUIS
from tests.dossiers.test_reopening import with_act

LINES = """\
  prijs: {soort: bedrag, ten_minste: 0, vraag: "Welk bedrag staat op de regel?"}
  gewerkt_op: {soort: datum, vraag: "Wanneer is gewerkt?"}
  verkoop:
    soort: bedrag
    per: maand
    ten_minste: 0
    ten_hoogste: 10000
    uit_dossier: {neem: som prijs, van: factuurregels, waarin: [gewerkt_op is ten minste deze begin_tijdvak, gewerkt_op is ten hoogste deze einde_tijdvak]}
    vraag: Hoeveel is verkocht?
"""
MONTHS = ("2026-01", "2026-02", "2026-03")
SOLD = "\n".join(f"1 factuurregel A-{month}: prijs = 1.00; gewerkt_op = {month}-15" for month in MONTHS)


@cache
def alone(share: str = "10%") -> Workspace:
    """The agreement without what it counts of other members, and with what it counts of invoice lines."""
    (version,) = workspace().agreements[SLUIS]
    text = workspace().sources[version.path]
    text = text.replace("berekening: aantal_leden", "berekening: maanden_bekend")
    text = text.replace("\ngegevens:\n", f"\ngegevens:\n{LINES}").replace("+ omzet -", "+ omzet + verkoop -")
    changed, _ = load_agreement(version.path, text.replace("waarde: 10%", f"waarde: {share}").encode())
    assert changed
    return replace(workspace(), agreements={**workspace().agreements, SLUIS: (changed,)})


@cache
def desk(besluit: str, dates: Dates) -> tuple[Desk | None, Findings]:
    return desk_for(alone(), SLUIS, besluit, dates)


@cache
def always_again(besluit: str, dates: Dates) -> tuple[Desk | None, Findings]:
    """The desk under another receipt, so that every decision is calculated again."""
    found, findings = desk(besluit, dates)
    assert found
    receipt = found.calculators.receipt.model_copy(update={"engine": "een andere motor"})
    return replace(found, calculators=replace(found.calculators, receipt=receipt)), findings


@cache
def by_the_same_receipt(besluit: str, dates: Dates) -> tuple[Desk | None, Findings]:
    """Other rules under the receipt of the rules of the book: which decisions are calculated again can be seen."""
    (own, _), (other, findings) = desk(besluit, dates), desk_for(alone("12%"), SLUIS, besluit, dates)
    assert own
    assert other
    return replace(other, calculators=replace(other.calculators, receipt=own.calculators.receipt)), findings


def decided(known: Book, month: str, besluit: str) -> Book:
    """The book in which a month was proposed and decided, as far as that is possible."""
    statement = by_chair(day=parse_date(f"{month}-28"))
    found, _ = desk(besluit, Dates(parse_date(f"{month}-01"), statement.date))
    assert found
    prepared, _ = propose_for(found, known, 1)
    if prepared is None:
        return known
    known = written(known, as_draft(1, prepared))
    agreed, _ = adopt_in(alone(), known, 1, last(known).number, statement)
    return written(known, agreed.draft) if agreed else known


@cache
def three_months() -> Book:
    known = book(f"{MEMBER}{SOLD}", SLUIS)
    for month in MONTHS:
        known = decided(known, month, "overzicht")
    return known


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("1 feit omzet 2026-04 = 100.00 volgens opgave", []),
        ("1 oordeel akkoord = nee vanaf 2026-04-01", []),
        ("1 feit omzet 2026-03 = 300.00 volgens opgave", ["2026-03"]),
        ("1 oordeel akkoord = ja vanaf 2026-02-01", ["2026-02", "2026-03"]),
        ("1 persoon S. Willems", ["2026-01", "2026-02", "2026-03"]),
        ("1 factuurregel F-1: prijs = 5.00; gewerkt_op = 2026-04-01", []),
        ("1 factuurregel F-1: prijs = 5.00; gewerkt_op = 2026-03-31", ["2026-03"]),
        ("1 factuurregel F-1: prijs = 5.00", ["2026-01", "2026-02", "2026-03"]),
    ],
)
def test_only_what_an_act_can_change_is_calculated_again(line: str, months: list[str]) -> None:
    found = overtaken_in(with_act(three_months(), line), 1, by_the_same_receipt)

    assert months == [(each.standing.entry.month or "")[:7] for each in found]


def test_other_rules_calculate_everything_again() -> None:
    found = overtaken_in(
        three_months(), 1, lambda besluit, dates: desk_for(alone("12%"), SLUIS, besluit, dates)
    )

    assert list(MONTHS) == [(each.standing.entry.month or "")[:7] for each in found]


@pytest.mark.parametrize("seed", range(30))
def test_no_decision_that_changes_is_passed_over(seed: int) -> None:
    chosen = random.Random(seed)
    known = book(MEMBER, SLUIS)
    for _ in range(9):
        known = _with_something(known, chosen)
        assert overtaken_in(known, 1, always_again) == overtaken_in(known, 1, desk)


def _with_something(known: Book, chosen: random.Random) -> Book:
    """The book with a fact, a judgement, or a month that is decided or taken again, in any order of months."""
    month = chosen.choice(MONTHS)
    done = {entry.month for entry in known.dossiers[1].entries if entry.act is Act.ADOPTION}
    match chosen.choice(
        ("fact", "judgement", "line", "line", "decision", "decision", "decision", "decision")
    ):
        case "line":
            said = f": prijs = {chosen.randrange(1, 5)}.00; gewerkt_op = {month}-05"
            return with_act(known, f"1 factuurregel F-{chosen.randrange(2)}{chosen.choice((said, said, ''))}")
        case "fact":
            source = chosen.choice(("opgave", "opgave", "belastingdienst"))
            return with_act(known, f"1 feit omzet {month} = {chosen.randrange(1, 5)}00.00 volgens {source}")
        case "judgement":
            return with_act(known, f"1 oordeel akkoord = {chosen.choice(('ja', 'nee'))} vanaf {month}-01")
        case _:
            return decided(known, month, "herstel" if f"{month}-01" in done else "overzicht")
