"""The account that a besluit keeps (`grootboek`): whether it balances to the cent, for each person and for all."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from soco_rules.catalogue import finding
from soco_rules.compiler.lowering import slot_of
from soco_rules.decide import Calculators
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.present import adopted_of
from soco_rules.model.agreement import PotLedger
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.program import Slot
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_money
from soco_rules.model.values import spaced
from soco_rules.settling.members import Member
from soco_rules.settling.month import Settled
from soco_rules.settling.month import values_of


@dataclass(frozen=True, slots=True)
class Account:
    """The account of one person in one month, in cents. An amount that does not apply is nothing; None is unknown.

    `amounts` are those of `PotLedger.names`, in that order. `before` is the closing balance of the last month before
    this one of which it was adopted; None where there is none.
    """

    member: Member
    role: Role | None
    besluit: str
    ledger: PotLedger
    amounts: tuple[int | None, ...]
    before: int | None

    @property
    def is_known(self) -> bool:
        """Whether every amount is known, so that the account can be checked."""
        return None not in self.amounts

    @property
    def difference(self) -> int | None:
        """How much the closing balance differs from what the sum gives; None while an amount is unknown."""
        if not self.is_known:
            return None
        opening, *rest, closing = (amount or 0 for amount in self.amounts)
        added = sum(rest[: len(self.ledger.added)])
        return closing - (opening + added - sum(rest[len(self.ledger.added) :]))

    @property
    def gap(self) -> int | None:
        """How much the opening balance differs from the closing balance of the month before."""
        opening = self.amounts[0]
        return None if self.before is None or opening is None else opening - self.before


def accounts_of(settled: Settled, book: Book, calculators: Mapping[str, Calculators]) -> tuple[Account, ...]:
    """Every account of the month: of each besluit with a `grootboek`, for each person who has one."""
    return tuple(
        account
        for program in settled.asked.programs
        if program.decision.ledger is not None
        for member, results in settled.each()
        if program.decision.name in results
        for account in _accounts(
            member,
            program.decision.name,
            program.decision.ledger,
            values_of(results[program.decision.name], calculators[program.decision.name]),
            _before(book.dossiers[member.number], program.decision.name, settled.month),
        )
    )


def unbalanced(accounts: tuple[Account, ...]) -> tuple[Diagnostic, ...]:
    """A finding for each account that does not balance, and for all of them together."""
    each = chain.from_iterable(map(_about, accounts))
    total = sum(account.difference or 0 for account in accounts)
    of_all = f"alle saldi samen sluiten niet: het verschil is {_money(total)}"
    return (*each, *((finding("grootboek-sluit-niet", Span("grootboek"), of_all),) if total else ()))


def overdrawn(accounts: Iterable[Account]) -> Iterator[Diagnostic]:
    """A warning for each account that ends below zero: more went off than was in it."""
    for account in accounts:
        closing = account.amounts[-1]
        if closing is not None and closing < 0:
            whose = f" van de {account.role}" if account.role is not None else ""
            told = f"'{spaced(account.ledger.closing)}'{whose} is onder nul"
            place = Span(f"dossier {account.member.number}")
            yield finding("pot-onder-nul", place, f"{told}: {_money(closing)}", discreet=told)


def _about(account: Account) -> Iterator[Diagnostic]:
    place = Span(f"dossier {account.member.number}")
    if account.difference:
        message = (
            f"begin, erbij en eraf maken van '{account.ledger.closing}' {_money(account.difference)} anders"
        )
        yield finding("grootboek-sluit-niet", place, message)
    if account.gap:
        message = (
            f"'{account.ledger.opening}' is {_money(account.gap)} anders dan het eind van de vorige maand"
        )
        yield finding("grootboek-sluit-niet", place, message)


def _accounts(
    member: Member,
    besluit: str,
    ledger: PotLedger,
    values: Mapping[Slot, str | None],
    before: Mapping[Slot, str | None],
) -> Iterator[Account]:
    for role in (None, *Role):
        closing = slot_of(ledger.closing, role)
        if closing in values and values[closing] != NOT_APPLICABLE_TEXT:
            amounts = tuple(_cents(values.get(slot_of(name, role))) for name in ledger.names)
            yield Account(member, role, besluit, ledger, amounts, _earlier(before.get(closing)))


def _before(dossier: Dossier, besluit: str, month: int) -> Mapping[Slot, str | None]:
    """The values of the same besluit about the last month before this one, as it stands."""
    this = iso_day(month)
    earlier = [each for each in adopted_of(dossier, besluit) if each.entry.month and each.entry.month < this]
    return earlier[-1].values if earlier else {}


def _earlier(text: str | None) -> int | None:
    return None if text in (None, NOT_APPLICABLE_TEXT) else _cents(text)


def _cents(text: str | None) -> int | None:
    if text == NOT_APPLICABLE_TEXT:
        return 0
    try:
        return None if text is None else parse_money(text)
    except UnreadableValueError:
        return None


def _money(cents: int) -> str:
    return as_dutch(cents, Kind.MONEY)
