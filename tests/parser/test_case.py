"""A case as YAML or JSON: facts, judgements, letter data, dates of the procedure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from soco_rules.diagnostics import render
from soco_rules.model.case import Case
from soco_rules.model.values import Role
from soco_rules.parser.case import read_case

CASE = """\
schema_versie: 1
overeenkomst: delft/scope
feiten:
  woont_in_gemeente: ja
  omzet: {waarde: 204.00, bron: boekhouding, datum: 2026-10-15}
  leden:
    - {waarde: 19, bron: coöperatie}
    - 20
  loon: {per_persoon: {belanghebbende: 100.00, partner: [{waarde: 0.00, bron: loonstrook}, null]}}
  leefvorm: null
  gestopt_op: niet van toepassing
oordelen:
  toestemming_gemeente: {waarde: ja, door: A. de Vries, datum: 2026-10-15, reden: past bij het doel}
  geslaagd: {waarde: null, door: A. de Vries}
  geschikt: {per_persoon: {partner: {waarde: nee, door: B. Bakker}}}
brief: {geadresseerden: [{naam: C. Jansen, adres: Delft}], kenmerk: 2026-001}
procedure: {ontvangen: 2026-10-01}
"""
WRONG = """\
overenkomst: delft/scope
feiten:
  omzet: {waarde: 204.00, brom: boekhouding}
  leden: {bron: coöperatie}
  loon: {per_persoon: {belanghebbende: 100.00, patner: 0.00}}
  leefvorm: {waarde: [alleen, samen]}
  datum: {waarde: ja, datum: gisteren}
oordelen:
  geschikt: ja
  geslaagd: {waarde: ja}
brief: een brief
procedure: {ontvangen: 2026-13-01}
"""


def case_of(text: str, file: str = "zaak.yaml") -> Case:
    case, findings = read_case(file, text.encode())
    assert () == findings
    assert case
    return case


def test_a_fact_has_a_report_for_every_source_and_every_person() -> None:
    facts = case_of(CASE).facts

    assert {
        ("woont_in_gemeente", None): [("ja", None, None)],
        ("omzet", None): [("204.00", "boekhouding", "2026-10-15")],
        ("leden", None): [("19", "coöperatie", None), ("20", None, None)],
        ("loon", Role.APPLICANT): [("100.00", None, None)],
        ("loon", Role.PARTNER): [("0.00", "loonstrook", None)],
        ("gestopt_op", None): [("niet van toepassing", None, None)],
    } == {
        key: [(report.value, report.source, report.date) for report in reports]
        for key, reports in facts.items()
    }


def test_a_report_stands_where_its_value_does() -> None:
    facts = case_of(CASE).facts

    assert ["zaak.yaml:5:19", "zaak.yaml:7:16", "zaak.yaml:8:7", "zaak.yaml:9:40"] == [
        str(facts[name, role][number].span)
        for name, role, number in (
            ("omzet", None, 0), ("leden", None, 0), ("leden", None, 1), ("loon", Role.APPLICANT, 0),
        )
    ]  # fmt: skip


def test_a_judgement_has_a_person_a_day_and_a_reason() -> None:
    judgements = case_of(CASE).judgements

    assert {
        ("toestemming_gemeente", None): ("ja", "A. de Vries", "2026-10-15", "past bij het doel"),
        ("geschikt", Role.PARTNER): ("nee", "B. Bakker", None, None),
    } == {key: (said.value, said.by, said.date, said.reason) for key, said in judgements.items()}


def test_what_is_only_for_the_letter_stays_as_it_is() -> None:
    case = case_of(CASE)

    assert (
        "delft/scope",
        {"geadresseerden": [{"naam": "C. Jansen", "adres": ["Delft"]}], "kenmerk": "2026-001"},
        {"ontvangen": "2026-10-01"},
    ) == (case.agreement, case.letter, case.procedure)


def test_json_says_the_same_as_yaml() -> None:
    data = {
        "schema_versie": 1,
        "feiten": {"a": True, "b": [1, 2], "c": None, "d": "1,5", "e": {"waarde": "null"}, "f": 204.5},
        "oordelen": {"g": {"waarde": False, "door": "A. de Vries"}},
    }

    for text in (json.dumps(data), json.dumps(data, separators=(",", ":")), json.dumps(data, indent="\t")):
        case = case_of(text, "zaak.json")

        values = {name: [report.value for report in reports] for (name, _), reports in case.facts.items()}
        assert {"a": [True], "b": ["1", "2"], "d": ["1,5"], "e": ["null"], "f": ["204.5"]} == values
        assert [False] == [said.value for said in case.judgements.values()]


def test_every_mistake_in_a_case_is_reported(snapshot: SnapshotAssertion) -> None:
    case, findings = read_case("zaak.yaml", WRONG.encode())

    assert case is None
    assert snapshot == "\n".join(render(found, {"zaak.yaml": WRONG}) for found in findings)


def test_an_empty_value_is_told_by_its_key() -> None:
    _, findings = read_case(
        "zaak.yaml", b"feiten:\n  uren: {waarde: ''}\noordelen:\n  past: {waarde: '', door: A}\n"
    )

    assert ["bij 'waarde' staat een lege tekst"] * 2 == [found.message for found in findings]


@pytest.mark.parametrize("text", ["", "null", "[]", "ja", '{"feiten": 3}', "{", "feiten: [1]", "\x00"])
def test_what_is_no_case_is_a_finding(text: str, tmp_path: Path) -> None:
    case, findings = read_case("zaak.json", text.encode())

    assert case is None
    assert findings


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="ascii"), max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["feiten", "waarde", "per_persoon", "partner", "door", "alle"]), inner
            )
        ),
        max_leaves=12,
    )
)
def test_no_json_gives_a_traceback(data: object) -> None:
    for section in ("feiten", "oordelen", "brief", "procedure"):
        case, findings = read_case("zaak.json", json.dumps({section: {"naam": data}}).encode())

        assert case is not None or findings
