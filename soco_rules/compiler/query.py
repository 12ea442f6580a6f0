"""A definition of `uit_dossier`, ready to execute: what is taken, of which rows, and under what condition."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from soco_rules.compiler.program import Compiled
from soco_rules.model import program as ir
from soco_rules.model.agreement import Fact
from soco_rules.model.values import Role

THIS = "deze "
"""Before a slot: its value in the case being decided."""
OWN = "waarin"
"""The slot under which `whole` reads what the row decided by itself."""


class Take(StrEnum):
    """What is made of the rows (`neem`)."""

    COUNT = "aantal"
    SUM = "som"
    FIRST = "eerste"
    LAST = "laatste"


class Pool(StrEnum):
    """What the rows are (`van`): earlier decisions of this dossier, dossiers of the book, invoice lines of this one."""

    DECISIONS = "besluit"
    MEMBERS = "alle leden"
    APPLICATIONS = "alle aanvragen"
    LINES = "factuurregels"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One definition, for one person where it is per person.

    `row` has the values of one row. Where the rows are decisions those are as adopted and nothing is derived; otherwise
    they come from the facts of one dossier or line. On them `which` is the part of the condition that a row decides by
    itself, and `taken` what is taken of it (of a row that is only counted: one). Where something of the case being
    decided is read, `whole` is the whole condition; it reads OWN, and what `these` are in that case by their slots.
    """

    slot: ir.Slot
    fact: Fact
    role: Role | None
    take: Take
    pool: Pool
    besluit: str | None
    row: ir.Program
    which: ir.Node
    taken: ir.Node
    whole: ir.Node | None
    these: Mapping[ir.Slot, ir.Node]


def read_of_case(query: Query) -> tuple[ir.Slot, ...]:
    """The slots of the case being decided that a definition reads."""
    return tuple(dict.fromkeys(slot for node in query.these.values() for slot in ir.reads(node)))


def behind(compiled: Compiled, slots: Iterable[ir.Slot]) -> frozenset[ir.Slot]:
    """Some slots with everything that they rest on."""
    found: set[ir.Slot] = set()
    waiting = list(slots)
    while waiting:
        slot = waiting.pop()
        if slot not in found:
            found.add(slot)
            waiting.extend(compiled.reads.get(slot, ()))
    return frozenset(found)
