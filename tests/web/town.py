"""Havendorp with two cooperatives, its rule files and its members: every page of the desk has something to show."""

from __future__ import annotations

import shutil
from pathlib import Path

from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import writing
from soco_rules.facts import Dates
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import load_workspace
from soco_rules.web.settings import Settings
from tests.web.persons import CASEWORKER
from tests.web.persons import ROOT
from tests.web.persons import TODAY

KADE = "havendorp/de-kade"
SLUIS = "havendorp/de-sluis"
KEYS = new_ring("test")
MEMBERS = ("S. Willems", "T. el Amrani", "Ö. Yildiz-van der Laan")


def town(folder: Path) -> Settings:
    """A workspace and a store in a folder.

    De Kade has three candidates, for the first of whom an admission is proposed; De Sluis has three members.
    """
    shutil.copytree(ROOT / "tests" / "agreements" / "dossiers", folder / "werkmap")
    settings = settings_in(folder)
    assert settings.dossiers is not None
    migrate(settings.dossiers)
    workspace, _ = load_workspace(settings.root, ROOT)
    store = open_store(settings.dossiers, KEYS)
    with writing(store, KADE, CASEWORKER.name) as ledger:
        for name in MEMBERS:
            _candidate(ledger, name)
        _proposed(ledger, workspace)
    with writing(store, SLUIS, CASEWORKER.name) as ledger:
        for name in MEMBERS:
            number = ledger.open_dossier()
            person = Person(
                name=name, address=("Sluiskade 2", "1234 AB Havendorp"), member_number=f"S-{number}"
            )
            ledger.append((Draft(Opened(), number), Draft(person, number)))
    return settings


def settings_in(folder: Path) -> Settings:
    """A desk on the workspace and the store in a folder."""
    return Settings(folder / "werkmap", str(folder / "dossiers.sqlite"), KEYS, lambda: TODAY)


def _candidate(ledger: Ledger, name: str) -> None:
    number = ledger.open_dossier()
    person = Person(name=name, address=("Havenkade 1", "1234 AB Havendorp"), member_number=f"K-{number}")
    facts = {"woont_hier": "ja", "startdatum": "2026-12-01", "aangemeld_op": "2026-10-01"}
    ledger.append(
        (
            Draft(Opened(), number),
            Draft(person, number),
            *(Draft(_fact(fact, value), number) for fact, value in facts.items()),
            *(Draft(_judgement(what), number) for what in ("past", "cooperatie_laat_toe")),
        )
    )


def _fact(name: str, value: str) -> ReportedFact:
    return ReportedFact(name=name, value=value, source="intake", date="2026-10-01", valid_from="2026-10-01")


def _judgement(name: str) -> GivenJudgement:
    return GivenJudgement(
        name=name,
        value="ja",
        by=CASEWORKER.name,
        date="2026-10-05",
        reason="gesprek",
        valid_from="2026-10-05",
    )


def _proposed(ledger: Ledger, workspace: Workspace) -> None:
    desk, findings = desk_for(workspace, KADE, "toelating", Dates(TODAY, TODAY))
    assert desk, findings
    prepared, findings = propose_for(desk, ledger.book(), 1)
    assert prepared, findings
    ledger.append((as_draft(1, prepared),))
