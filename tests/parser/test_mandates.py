"""The mandate register of a municipality: what it says, and everything that is wrong with it in one run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import render
from soco_rules.model.mandate import Mandate
from soco_rules.model.values import parse_date
from soco_rules.parser.mandates import is_register
from soco_rules.parser.mandates import load_mandates
from soco_rules.parser.schema import schemas
from soco_rules.parser.workspace import load_workspace
from tests.decided import AGREEMENT
from tests.decided import NATIONAL

FILE = "agreements/voorbeeldstad/mandaten.yaml"
LINE = """\
deelname:
  orgaan: college
  functie: teamleider
  besluiten: [toelating]
  geldig_vanaf: 2026-01-01
  bron: Mandaatbesluit 2026, artikel 3
"""


def read(text: str) -> tuple[tuple[Mandate, ...], str]:
    """The lines of a register and its findings as a person sees them."""
    mandates, findings = load_mandates(text.encode(), FILE)
    return mandates, "\n".join(render(found, {FILE: text}) for found in findings)


def workspace_with(root: Path, register: str, place: str = FILE) -> tuple[Diagnostic, ...]:
    """The findings of a workspace with this register beside one agreement."""
    for file, text in (
        ("agreements/landelijk/proefkader/2020-01-01.yaml", NATIONAL),
        ("agreements/voorbeeldstad/samen/2020-01-01.yaml", AGREEMENT),
        ("agreements/oordelaars.yaml", "klantmanager: gemeente\n"),
        (place, register),
    ):
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load_workspace(root, None)[1]


def test_a_line_says_who_may_sign_what_and_when() -> None:
    mandates, findings = read(LINE + "  geldig_tot_en_met: 2026-12-31\n  behalve: {toelating: afgewezen}\n")

    assert "" == findings
    assert [
        (
            "deelname",
            "college",
            "teamleider",
            frozenset({"toelating"}),
            parse_date("2026-01-01"),
            parse_date("2026-12-31"),
            "Mandaatbesluit 2026, artikel 3",
            {"toelating": frozenset({"afgewezen"})},
        )
    ] == [
        (m.name, m.body, m.function, m.decisions, m.valid_from, m.valid_to, m.source, m.except_outcomes)
        for m in mandates
    ]


@pytest.mark.parametrize(
    ("decision", "outcome", "day", "may"),
    [
        ("toelating", "toegewezen", "2026-01-01", True),
        ("toelating", "toegewezen", "2026-12-31", True),
        ("toelating", "toegewezen", "2025-12-31", False),
        ("toelating", "toegewezen", "2027-01-01", False),
        ("toelating", "afgewezen", "2026-06-01", False),
        ("uitstroom", "toegewezen", "2026-06-01", False),
    ],
)
def test_a_mandate_covers_its_own_decisions_outcomes_and_days(
    decision: str, outcome: str, day: str, may: bool
) -> None:
    (mandate,), _ = read(LINE + "  geldig_tot_en_met: 2026-12-31\n  behalve: {toelating: afgewezen}\n")

    assert may is mandate.covers(decision, frozenset({outcome}), parse_date(day))


def test_all_decisions_are_written_in_one_word() -> None:
    (mandate,), _ = read(LINE.replace("[toelating]", "alle"))

    assert mandate.decisions is None
    assert mandate.covers("wat_dan_ook", frozenset(), parse_date("2030-01-01"))


def test_everything_that_is_wrong_is_told_in_one_run(snapshot: SnapshotAssertion) -> None:
    text = """\
eerste:
  orgaan: wethouder
  functie: teamleider
  besluiten: [alle, toelating]
  geldig_vanaf: 2026-02-30
  bronn: Mandaatbesluit 2026
tweede:
  orgaan: college
  functie: teamleider
  besluiten: [alle, toelating]
  geldig_vanaf: 2026-02-01
  geldig_tot_en_met: 2026-01-31
  bron: Mandaatbesluit 2026
  behalve: {uitstrom: [alle]}
derde:
  orgaan: college
  functie: teamleider
  besluiten: []
  geldig_vanaf: 1 februari 2026
  bron: Mandaatbesluit 2026
vierde: alles
"""
    mandates, findings = read(text)

    assert () == mandates
    assert snapshot == findings


def test_a_line_that_is_wrong_leaves_the_others(tmp_path: Path) -> None:
    mandates, _ = read(LINE + LINE.replace("deelname:", "fout:").replace("college", "burgemeesters"))

    assert ["deelname"] == [mandate.name for mandate in mandates]


def test_names_that_no_agreement_knows_are_told_with_the_nearest(
    tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    register = """\
een:
  orgaan: college
  functie: teamleider
  besluiten: [toelatting, maandbedrag]
  geldig_vanaf: 2026-01-01
  bron: Mandaatbesluit 2026
twee:
  orgaan: cooperatie
  functie: voorzitter
  besluiten: [toelating]
  geldig_vanaf: 2026-01-01
  bron: statuten artikel 12
  behalve: {toelating: [afgewezn]}
drie:
  orgaan: college
  functie: directeur
  besluiten: alle
  geldig_vanaf: 2026-01-01
  bron: Mandaatbesluit 2026
  behalve: {maandbedragg: [toegewezen]}
"""
    findings = workspace_with(tmp_path, register)

    assert snapshot == "\n".join(
        render(found, {FILE: register}) for found in findings if found.span.file == FILE
    )


def test_a_right_register_is_no_rule_file_and_has_no_findings(tmp_path: Path) -> None:
    assert () == tuple(found for found in workspace_with(tmp_path, LINE) if found.is_error)


@pytest.mark.parametrize(("body", "expected"), [("college", []), ("raad", []), ("cooperatie", ["beslisser"])])
def test_a_line_may_name_agreements_for_the_municipality_only(
    tmp_path: Path, body: str, expected: list[str]
) -> None:
    register = LINE.replace("college", body).replace("[toelating]", "[overeenkomst]")

    assert expected == [found.code for found in workspace_with(tmp_path, register) if found.is_error]


def test_a_register_beside_no_agreement_is_a_finding(tmp_path: Path) -> None:
    findings = workspace_with(tmp_path, LINE, "agreements/voorbeeldstat/mandaten.yaml")

    assert [("onbekende-overeenkomst", "Bedoelde u 'voorbeeldstad'?")] == [
        (found.code, found.remedy) for found in findings if found.is_error
    ]


def test_the_workspace_has_the_mandates_by_municipality(tmp_path: Path) -> None:
    workspace_with(tmp_path, LINE)

    workspace, _ = load_workspace(tmp_path, None, references=["voorbeeldstad/samen"])

    assert {"voorbeeldstad": ["deelname"]} == {
        name: [mandate.name for mandate in mandates] for name, mandates in workspace.mandates.items()
    }


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (FILE, True),
        ("agreements/mandaten.yaml", False),
        ("agreements/landelijk/mandaten.yaml", False),
        ("agreements/voorbeeldstad/samen/mandaten.yaml", False),
    ],
)
def test_only_the_folder_of_a_municipality_has_a_register(file: str, expected: bool) -> None:
    assert expected is is_register(file)


def test_a_right_register_has_no_errors_in_an_editor() -> None:
    schema = json.loads(schemas()["mandaten.schema.json"])
    data: Any = yaml.load(LINE, yaml.BaseLoader)  # noqa: S506 - the loader that makes only text

    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(data)]
