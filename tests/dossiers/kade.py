"""De Kade, a fictional cooperative of two places, and a book of it that is kept in memory."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from soco_rules.adopt.statement import Statement
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_in_force
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.adopting import adopt_in
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.facts import Dates
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.case import Case
from soco_rules.model.dossier import CONTENT
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import load_workspace
from tests.dossiers.acts import book
from tests.dossiers.acts import moment

ROOT = Path(__file__).parents[1] / "agreements" / "dossiers"
KADE = "havendorp/de-kade"
DAY = parse_date("2026-03-10")
CANDIDATE = """
    1 geopend
    1 persoon S. Willems
    1 feit woont_hier = ja
    1 feit startdatum = 2026-04-01
    1 feit aangemeld_op = 2026-03-01
    1 oordeel past = ja
    1 oordeel cooperatie_laat_toe = ja
"""
"""A candidate of whom everything is known; the last act is number 7."""
_ACTS = {kind: act for act, kind in CONTENT.items()}


@cache
def workspace() -> Workspace:
    """The workspace of De Kade, which has no mistakes."""
    found, findings = load_workspace(ROOT, Path(__file__).parents[2])
    assert not [finding for finding in findings if finding.is_error], findings
    return found


def compiled(day: int = DAY) -> Compiled:
    """Its rules on a day."""
    found, findings = compile_in_force(workspace(), KADE, day)
    assert found, findings
    return found


def at_kade(text: str) -> Book:
    """The book of these acts."""
    return book(text, KADE)


@cache
def desk(besluit: str, day: int = DAY) -> Desk:
    """The desk for one besluit of De Kade."""
    found, findings = desk_for(workspace(), KADE, besluit, Dates(day, day))
    assert found, findings
    return found


def said(
    by: str = "A. de Groot",
    *,
    function: str = "teamleider",
    hearing: Manner | None = Manner.NOT_REQUIRED,
    reasons: str = "Dat past bij uw weg naar werk.",
    day: int = DAY,
) -> Statement:
    """What a person says who adopts."""
    heard = None if hearing is None else Hearing(manner=hearing, account="")
    return Statement(by=by, function=function, date=day, sent_on=day, hearing=heard, reasons=reasons)


def by_chair(by: str = "J. Vos", day: int = DAY) -> Statement:
    """What the chair of the cooperative says, under private law."""
    return said(by, function="voorzitter", hearing=None, reasons="Welkom.", day=day)


def written(known: Book, draft: Draft, by: str = "M. Bakker") -> Book:
    """The book with one more act."""
    every = [entry for dossier in known.dossiers.values() for entry in dossier.entries]
    number = max((entry.number for entry in every), default=0) + 1
    act = _ACTS[type(draft.content)]
    entry = Entry(number, act, draft.dossier, moment(number), by, draft.content, draft.subject, draft.month)
    assert draft.dossier is not None
    before = known.dossiers[draft.dossier]
    after = Dossier(before.number, (*before.entries, entry))
    return replace(known, dossiers={**known.dossiers, draft.dossier: after})


def last(known: Book, number: int = 1) -> Entry:
    """The last act of a dossier."""
    return known.dossiers[number].entries[-1]


def proposed(
    known: Book, besluit: str, number: int = 1, supplied: Case | None = None, by: str = "M. Bakker"
) -> Book:
    """The book with a proposal in it."""
    prepared, findings = propose_for(desk(besluit), known, number, supplied)
    assert prepared, findings
    return written(known, as_draft(number, prepared), by)


def adopted(known: Book, statement: Statement, number: int = 1, proposal: int | None = None) -> Book:
    """The book in which the last proposal was adopted, or signed first."""
    which = last(known, number).number if proposal is None else proposal
    agreed, findings = adopt_in(workspace(), known, number, which, statement)
    assert agreed, findings
    return written(known, agreed.draft, statement.by)


def refused(
    known: Book, statement: Statement, number: int = 1, proposal: int | None = None
) -> list[tuple[str, str]]:
    """Why the last proposal cannot be adopted: code and message."""
    which = last(known, number).number if proposal is None else proposal
    agreed, findings = adopt_in(workspace(), known, number, which, statement)
    assert agreed is None
    return told(findings)


def told(findings: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """The errors among findings: code and message."""
    return [(found.code, found.message) for found in findings if found.is_error]
