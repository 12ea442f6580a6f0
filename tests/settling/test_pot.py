"""The account of a pot balances to the cent, or it is told where it does not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from soco_rules.model.agreement import PotLedger
from soco_rules.model.dossier import Adopted
from soco_rules.model.values import Role
from soco_rules.settling.deciding import calculators_of
from soco_rules.settling.members import Member
from soco_rules.settling.month import settled_of
from soco_rules.settling.pot import Account
from soco_rules.settling.pot import accounts_of
from soco_rules.settling.pot import unbalanced
from soco_rules.settling.settle import Settlement
from tests.settling.village import MONTH
from tests.settling.village import RULES
from tests.settling.village import TREASURER
from tests.settling.village import Kept
from tests.settling.village import ground
from tests.settling.village import opened
from tests.settling.village import settled
from tests.settling.village import village

FILE = "lidnummer;omzet;opname;uren;ziek\nL1;100,05;7,00;0;nee\nL2;0;0;0;nee\nL3;33,33;0,01;0;ja\n"
LEDGER = PotLedger("begin", ("erbij",), ("eraf",), "eind")
MEMBER = Member(1, "A. Zandstra", "L1", None, frozenset())


def accounts(done: Settlement, rules: str = RULES) -> tuple[Account, ...]:
    base = ground(village(rules))
    month = settled_of(done.book, base.asked, done.members, MONTH)
    return accounts_of(month, done.book, calculators_of(base.desks))


def test_every_account_balances() -> None:
    found = accounts(settled(opened(), FILE))

    assert ([(0, 9004, 700, 8304), (0, 0, 0, 0), (0, 3333, 1, 3332)], ()) == (
        [account.amounts for account in found],
        unbalanced(found),
    )


def test_an_adopted_month_is_read_as_it_was_adopted() -> None:
    ledger = opened()
    settled(ledger, FILE, said=TREASURER)

    found = accounts(settled(ledger, None))

    assert [(0, 9004, 700, 8304), (0, 0, 0, 0), (0, 3333, 1, 3332)] == [account.amounts for account in found]


def test_what_the_account_forgets_is_told() -> None:
    rules = RULES.replace("erbij: inleg, eraf: opname", "erbij: inleg")

    found = unbalanced(accounts(settled(opened(), FILE, workspace=village(rules)), rules))

    assert [
        ("dossier 1", "begin, erbij en eraf maken van 'pot_eind' -€ 7,00 anders"),
        ("dossier 3", "begin, erbij en eraf maken van 'pot_eind' -€ 0,01 anders"),
        ("grootboek", "alle saldi samen sluiten niet: het verschil is -€ 7,01"),
    ] == [(each.span.file, each.message) for each in found]


def test_a_pot_that_ends_below_zero_is_told() -> None:
    done = settled(opened(), FILE.replace("L2;0;0", "L2;10,00;9,50"))

    found = [each for each in done.findings if each.code == "pot-onder-nul"]

    assert [
        (
            "dossier 2",
            "'pot eind' van de belanghebbende is onder nul: -€ 0,50",
            "'pot eind' van de belanghebbende is onder nul",
        )
    ] == [(each.span.file, each.message, each.discreet) for each in found]


def test_an_unknown_amount_is_not_checked_and_not_zero() -> None:
    (first, *_) = accounts(settled(opened(), FILE.replace("7,00", "")))

    assert (False, None, (0, 9004, None, None)) == (first.is_known, first.difference, first.amounts)


def test_a_begin_that_is_not_the_end_of_before_is_told() -> None:
    ledger = opened()
    settled(ledger, FILE, month="2026-09", said=TREASURER)
    _change_end(ledger, "90.00")
    settled(
        ledger,
        FILE.replace("ziek", "ziek;pot_begin").replace(";nee", ";nee;83,04").replace(";ja", ";ja;33,32"),
    )

    found = unbalanced(accounts(settled(ledger, None)))

    assert [
        "'pot_begin' is -€ 6,96 anders dan het eind van de vorige maand",
        "'pot_begin' is € 83,04 anders dan het eind van de vorige maand",
    ] == [each.message for each in found]


def _change_end(ledger: Kept, end: str) -> None:
    """As if another end was adopted for the first member."""
    first = ledger.kept.dossiers[1]
    entries = tuple(
        replace(
            entry,
            content=entry.content.model_copy(
                update={"values": {**entry.content.values, "pot_eind/belanghebbende": end}}
            ),
        )
        if isinstance(entry.content, Adopted)
        else entry
        for entry in first.entries
    )
    ledger.kept = replace(ledger.kept, dossiers={**ledger.kept.dossiers, 1: replace(first, entries=entries)})


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9), st.integers(0, 10**9), st.integers(-5, 5))
def test_a_difference_of_one_cent_is_found(begin: int, added: int, taken: int, off: int) -> None:
    amounts = (begin, added, taken, begin + added - taken + off)

    account = Account(MEMBER, Role.APPLICANT, "overzicht", LEDGER, amounts, begin)

    assert (off, 2 * bool(off)) == (account.difference, len(unbalanced((account,))))
