"""The page on which each account of a month stands beside the month before, with whether it balances."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.model.values import Role
from soco_rules.settling.form import heading_of
from soco_rules.settling.month import Settled
from soco_rules.settling.pot import Account
from soco_rules.settling.workbook import UNKNOWN
from soco_rules.settling.workbook import Cents
from soco_rules.settling.workbook import Column
from soco_rules.settling.workbook import Page
from soco_rules.settling.workbook import Shown


def balances_of(settled: Settled, accounts: tuple[Account, ...]) -> Iterator[Page]:
    """A page for each besluit with a `grootboek`; the totals are of the accounts of which every amount is known."""
    for besluit in settled.asked.decisions:
        if besluit.ledger is None:
            continue
        own = [account for account in accounts if account.besluit == besluit.name]
        names = besluit.ledger.names
        signs = ("", *("+ " for _ in besluit.ledger.added), *("- " for _ in besluit.ledger.taken), "= ")
        columns = (
            Column("Dossier", 9),
            Column("Lidnummer", 12),
            Column("Naam", 28),
            Column("Vorige maand", 16),
            *(Column(f"{sign}{heading_of(name)}", 18) for sign, name in zip(signs, names, strict=True)),
            Column("Verschil", 14),
            Column("Oordeel", 34),
        )
        rows = [_balance(account) for account in own]
        known = [account for account in own if account.is_known]
        sums: list[Shown] = [None, None, "Totaal van wie bekend is", None]
        sums += [Cents(sum(account.amounts[place] or 0 for account in known)) for place in range(len(names))]
        sums += [Cents(sum(account.difference or 0 for account in known)), None]
        above = (f"Controle: {besluit.title}, {settled.month_in_words}", _verdict(own), "")
        yield Page("Controle", columns, rows, above, totals=sums)


def _balance(account: Account) -> tuple[Shown, ...]:
    member = account.member
    name = member.name if account.role is not Role.PARTNER else member.partner_name or "partner"
    difference = account.difference
    amounts = (UNKNOWN if amount is None else Cents(amount) for amount in account.amounts)
    before = None if account.before is None else Cents(account.before)
    shown_difference = None if difference is None else Cents(difference)
    return (member.number, member.member_number, name, before, *amounts, shown_difference, _judged(account))


def _judged(account: Account) -> str:
    if not account.is_known:
        return "nog niet te controleren"
    wrong = [
        *(["de som sluit niet"] if account.difference else []),
        *(["begin is niet het eind van de vorige maand"] if account.gap else []),
    ]
    return " en ".join(wrong) or ("sluit" if account.before is not None else "sluit; geen vorige maand")


def _verdict(accounts: list[Account]) -> str:
    unknown = sum(not account.is_known for account in accounts)
    wrong = sum(bool(account.difference or account.gap) for account in accounts)
    told = (
        "Alle saldi sluiten op de cent."
        if not wrong
        else f"{wrong} van de {len(accounts)} saldi sluiten niet."
    )
    return f"{told} {unknown} zijn nog niet te controleren." if unknown else told
