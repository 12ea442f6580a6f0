"""The members of a book as a cooperative names them: by number, or by name where only one has it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.dossiers.lifecycle import held_in
from soco_rules.dossiers.present import is_erased
from soco_rules.dossiers.present import person_of
from soco_rules.facts import Dates
from soco_rules.model.dossier import Book
from soco_rules.settling.sheets import same


@dataclass(frozen=True, slots=True)
class Member:
    """One dossier with what a settlement needs to know of its person; `states` are those held in the month."""

    number: int
    name: str
    member_number: str | None
    partner_name: str | None
    states: frozenset[str]

    def is_due(self, states: frozenset[str] | None) -> bool:
        """Whether a besluit of the settlement is about who has these standen; None is about everybody."""
        return states is None or not self.states.isdisjoint(states)


class WhoError(Exception):
    """It cannot be told who a row is about; the message is a Dutch part of a sentence."""


@dataclass(frozen=True, slots=True)
class Members:
    """Every member of a book by dossier number, and how to find one."""

    every: Mapping[int, Member]
    by_number: Mapping[str, tuple[int, ...]]
    by_name: Mapping[str, tuple[int, ...]]

    def find(self, number: str | None, name: str | None) -> Member:
        """The one member that a row names.

        Raises:
            WhoError: no member or more than one has this number and name, or they are of two members.
        """
        if number is None and name is None:
            raise WhoError("er staat geen lidnummer en geen naam")
        by_name = None if name is None else self.by_name.get(same(name), ())
        if number is None:
            assert by_name is not None
            return self._only(by_name, f"de naam '{name}'")
        found = self._only(self.by_number.get(_number(number), ()), f"het lidnummer '{number}'")
        if by_name is not None and found.number not in by_name:
            raise WhoError(f"lidnummer '{number}' is volgens het dossier niet van '{name}'")
        return found

    def meant(self, number: str | None, name: str | None) -> frozenset[int]:
        """Every member with this number or this name."""
        numbered = () if number is None else self.by_number.get(_number(number), ())
        return frozenset((*numbered, *(() if name is None else self.by_name.get(same(name), ()))))

    def _only(self, found: tuple[int, ...], what: str) -> Member:
        match found:
            case ():
                raise WhoError(f"geen lid van dit boek heeft {what}")
            case (only,):
                return self.every[only]
            case _:
                raise WhoError(f"meer dan een lid heeft {what}; geef het lidnummer")


def members_of(book: Book, states: tuple[str, ...], month: int) -> Members:
    """Every dossier of a book that is about somebody; `states` are the standen of the agreement."""
    dates = Dates(month, month)
    every: dict[int, Member] = {}
    for number, dossier in sorted(book.dossiers.items()):
        person = None if is_erased(dossier) else person_of(dossier)
        if person is not None:
            held = held_in(dossier, states, dates)
            every[number] = Member(number, person.name, person.member_number, person.partner_name, held)
    numbers = ((_number(each.member_number), each.number) for each in every.values() if each.member_number)
    names = ((same(each.name), each.number) for each in every.values())
    return Members(every, _together(numbers), _together(names))


def _together(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for key, number in pairs:
        found[key] = (*found.get(key, ()), number)
    return found


def _number(text: str) -> str:
    """A member number as a spreadsheet may have spoilt it: without the zeros before a number."""
    key = same(text)
    return key.lstrip("0") or "0" if key.isascii() and key.isdigit() else key
