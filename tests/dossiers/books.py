"""Books in few words, for tests."""

from __future__ import annotations

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import ReportedFact

BOOK = "delft/scope"


def fact(value: str, *, dossier: int = 1) -> Draft:
    """A report of turnover."""
    content = ReportedFact(
        name="omzet", value=value, source="coöperatie", date="2026-11-02", valid_from="2026-10-01"
    )
    return Draft(content, dossier, "verrekening", "2026-10-01")


def admit(store: Store, name: str, bsn: str | None = None) -> int:
    """A new dossier with a person."""
    with writing(store, BOOK, "A. de Vries") as ledger:
        number = ledger.open_dossier()
        ledger.append([Draft(Opened(), number), Draft(Person(name=name, bsn=bsn), number)])
    return number


def append(store: Store, *drafts: Draft) -> None:
    """Some acts at once."""
    with writing(store, BOOK, "A. de Vries") as ledger:
        ledger.append(drafts)
