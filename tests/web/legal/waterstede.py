"""Waterstede beside Havendorp: its agreement is adopted and its letters can be final."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager

from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import writing
from soco_rules.facts import Dates
from soco_rules.model.dossier import Content
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from soco_rules.web.settings import Settings
from tests.adopted import DECIDED
from tests.adopted import REFERENCE
from tests.adopted import ROOT
from tests.adopted import case
from tests.web import persons
from tests.web.persons import CASEWORKER
from tests.web.persons import TODAY
from tests.web.town import KADE

ADMISSION = f"/voorstellen/{REFERENCE}/1/3"
"""The proposal to admit somebody on trial, of which the letter can be final."""
REFUSAL = f"/voorstellen/{KADE}/2/25"
"""The proposal to refuse somebody, which two persons must sign."""
_ON = parse_date("2026-10-15")


def with_waterstede(settings: Settings) -> None:
    """Put Waterstede in the workspace and the store of a town, and a refusal in the book of De Kade."""
    for folder in ("agreements", "templates"):
        shutil.copytree(ROOT / folder, settings.root / folder, dirs_exist_ok=True)
    admission(settings)
    refusal(settings)


def admission(settings: Settings) -> None:
    """Propose to admit somebody of Waterstede on trial, in dossier 1."""
    with _book(settings, REFERENCE, "M. Bakker") as ledger:
        number = ledger.open_dossier()
        person = Person(name="mevrouw S. Willems", address=("Kadeplein 3", "9990 AA Waterstede"))
        ledger.append((Draft(Opened(), number), Draft(person, number)))
        workspace, _ = load_workspace(settings.root, persons.ROOT)
        desk, findings = desk_for(workspace, REFERENCE, "toelating", Dates(_ON, DECIDED))
        assert desk, findings
        prepared, findings = propose_for(desk, ledger.book(), number, case("toelating"))
        assert prepared, findings
        ledger.append((as_draft(number, prepared),))


def refusal(settings: Settings, by: str = CASEWORKER.name) -> None:
    """Propose to refuse the second candidate of De Kade."""
    judged = GivenJudgement(
        name="past", value="nee", by=by, date="2026-10-20", reason="te druk", valid_from="2026-10-20"
    )
    received = ReportedFact(
        name="ontvangen", value="2026-09-01", source="post", date="2026-09-01", valid_from="2026-09-01"
    )
    workspace, _ = load_workspace(settings.root, persons.ROOT)
    desk, findings = desk_for(workspace, KADE, "toelating", Dates(TODAY, TODAY))
    assert desk, findings
    with _book(settings, KADE, by) as ledger:
        ledger.append((Draft(judged, 2), Draft(received, 2, "toelating")))
        prepared, findings = propose_for(desk, ledger.book(), 2)
        assert prepared, findings
        ledger.append((as_draft(2, prepared),))


def sent_on(settings: Settings) -> str:
    """Propose to send the application of the third candidate of De Kade on, from which rules there allow to deviate."""
    file = settings.root / "agreements" / KADE / "2026-01-01.yaml"
    file.write_text(file.read_text("utf-8").replace(", niet_van: [elders]", ""), "utf-8")
    away = ReportedFact(
        name="woont_hier", value="nee", source="intake", date="2026-10-20", valid_from="2026-10-20"
    )
    workspace, _ = load_workspace(settings.root, persons.ROOT)
    desk, findings = desk_for(workspace, KADE, "toelating", Dates(TODAY, TODAY))
    assert desk, findings
    with _book(settings, KADE, CASEWORKER.name) as ledger:
        ledger.append((Draft(away, 3),))
        prepared, findings = propose_for(desk, ledger.book(), 3)
        assert prepared, findings
        (entry,) = ledger.append((as_draft(3, prepared),))
    return f"/voorstellen/{KADE}/3/{entry.number}"


def tell(settings: Settings, agreement: str, number: int, content: Content) -> None:
    """Something is told to a dossier in the meantime."""
    with _book(settings, agreement, "M. Bakker") as ledger:
        ledger.append((Draft(content, number),))


def _book(settings: Settings, agreement: str, by: str) -> AbstractContextManager[Ledger]:
    assert settings.dossiers is not None
    assert settings.keys is not None
    return writing(open_store(settings.dossiers, settings.keys), agreement, by)
