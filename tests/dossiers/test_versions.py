"""A dossier while a concept waits: decided by what was adopted, said so, and looked at again once it is adopted."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from soco_rules.dossiers.adopting import adopt_in
from soco_rules.dossiers.adopting import hold
from soco_rules.dossiers.deciding import Prepared
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.facts import Dates
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Book
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from soco_rules.replay import replay
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import KADE
from tests.dossiers.kade import ROOT
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import said
from tests.dossiers.kade import told
from tests.dossiers.kade import workspace
from tests.dossiers.kade import written

BEGIN, DAY = "2026-03-01", parse_date("2026-03-10")
WAITS = (
    "Van 'havendorp/de-kade' ligt er een concept dat ingaat op 1 maart 2026; "
    "het geldt niet zolang het niet is vastgesteld. De versie van 1 januari 2026 geldt."
)


@cache
def with_newer(status: str) -> Workspace:
    """De Kade as it was adopted, and a newer version in which a consent lasts six months."""
    (first,) = workspace().agreements[KADE]
    text = (ROOT / first.path).read_text("utf-8").replace("status: concept", "status: vastgesteld")
    newer = text.replace("geldig_vanaf: 2026-01-01", f"geldig_vanaf: {BEGIN}")
    newer = newer.replace("12 maanden", "6 maanden").replace("status: vastgesteld", f"status: {status}")
    files = {first.path: text, first.path.replace("2026-01-01", BEGIN): newer}
    versions = tuple(load_agreement(path, content.encode())[0] for path, content in files.items())
    assert None not in versions
    found = tuple(each for each in versions if each is not None)
    return replace(workspace(), agreements={**workspace().agreements, KADE: found})


def prepared(status: str, day: int = DAY) -> tuple[Prepared, list[str]]:
    """A proposal on the candidate, and what is said beside it."""
    desk, findings = desk_for(with_newer(status), KADE, "toelating", Dates(day, day))
    assert desk, findings
    found, findings = propose_for(desk, at_kade(CANDIDATE), 1)
    assert found, findings
    return found, [each.message for each in findings if each.code == "concept-geldt-niet"]


def proposed_while_waiting() -> Book:
    return written(at_kade(CANDIDATE), as_draft(1, prepared("concept")[0]))


@pytest.mark.parametrize(
    ("status", "day", "version", "last_day", "beside"),
    [
        ("concept", "2026-02-28", "2026-01-01", "2027-03-31", []),
        ("concept", "2026-03-01", "2026-01-01", "2027-03-31", [WAITS]),
        ("vastgesteld", "2026-02-28", "2026-01-01", "2027-03-31", []),
        ("vastgesteld", "2026-03-01", "2026-03-01", "2026-09-30", []),
    ],
)
def test_a_person_is_decided_about_by_what_was_adopted(
    status: str, day: str, version: str, last_day: str, beside: list[str]
) -> None:
    found, told_beside = prepared(status, parse_date(day))
    decision = found.decision

    assert (version, last_day, beside) == (
        decision.version,
        decision.outcomes["deelname_tot_en_met"].value,
        told_beside,
    )


def test_who_adopts_reads_of_the_concept_too_and_the_letter_is_no_concept_by_it() -> None:
    agreed, findings = adopt_in(with_newer("concept"), proposed_while_waiting(), 1, 8, said())

    assert agreed
    assert isinstance(agreed.draft.content, Adopted)
    assert ([WAITS], (), "2026-01-01") == (
        [each.message for each in findings],
        agreed.draft.content.adoption.decision.provisional,
        agreed.draft.content.adoption.decision.version,
    )


def test_an_agreement_that_was_withdrawn_decides_nothing() -> None:
    desk, findings = desk_for(with_newer("ingetrokken"), KADE, "toelating", Dates(DAY, DAY))

    message = (
        "Van 'havendorp/de-kade' is op 10 maart 2026 geen versie in werking. "
        "De overeenkomst is ingetrokken vanaf 1 maart 2026."
    )
    assert (None, [("niets-in-werking", message)]) == (desk, told(findings))


def test_once_the_concept_is_adopted_what_was_proposed_before_it_no_longer_stands() -> None:
    held, findings = hold(with_newer("vastgesteld"), proposed_while_waiting(), 1, 8)

    message = "Sinds voorstel 8 is er iets veranderd: 'duur deelname' was 12 maanden en is nu 6 maanden."
    assert (None, [("voorstel-achterhaald", message)]) == (held, told(findings))


def test_a_decision_is_the_same_again_while_a_concept_waits() -> None:
    stored = prepared("concept")[0].decision
    again, differences = replay(stored, with_newer("concept"))

    assert (stored, ()) == (again, differences)
