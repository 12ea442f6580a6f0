from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from soco_rules.diagnostics import Span
from soco_rules.scenarios.report import DecidingRule
from soco_rules.scenarios.report import Failure
from soco_rules.scenarios.report import report_text
from soco_rules.scenarios.run import run
from soco_rules.scenarios.situation import Desk
from tests.scenarios.village import admission
from tests.scenarios.village import ran
from tests.scenarios.village import village

EVERY_STEP = admission(
    """\
    Scenario: Wie past
      Stel de besluitdatum is 2026-10-20
      * de gegevens
        | gegeven    | waarde |
        | woont_hier | ja     |
      En de oordelen
        | oordeel | waarde | door         | reden   |
        | past    | ja     | klantmanager | gesprek |
      Wanneer het besluit "toegang" wordt voorgesteld
      Dan is de uitkomst "welkom"
      En is de status "uitkomst_bekend"
      En ontbreekt er niets
      En is "begin" gelijk aan "2026-10-21"
      En is "toegang" gelijk aan "welkom"
      En berust dat op "Tuinwet artikel 1"
      En beslist de regel "past_goed"
      En valt de regel "van_buiten" af
      En is het rechtskarakter "mededeling"
      En bevat de brief "wij hebben besloten: u bent welkom."
      Maar bevat de brief niet "bezwaar"

    Scenario: De ene regel gaat voor de andere
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | nee    |
      En de oordelen
        | oordeel | waarde | door         | reden   | datum      |
        | past    | nee    | klantmanager | gesprek | 2026-10-01 |
      Als het besluit "toegang" wordt voorgesteld
      Dan beslist de regel "van_buiten"
      En valt de regel "past_niet" af

    Scenario: Een lege cel is niet bekend
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier |        |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En is de uitkomst "onbekend"
      En ontbreekt "past"
      En ontbreekt "woont_hier"

    Scenario: Twee opgaven die verschillen
      Gegeven de gegevens
        | gegeven    | waarde | bron     |
        | woont_hier | ja     | aanvraag |
        | woont_hier | nee    | register |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de status "gegevens_strijdig"

    Scenario: Een latere tabel gaat voor
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | ja     |
      En de gegevens
        | gegeven    | waarde |
        | woont_hier | nee    |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de uitkomst "elders"

    Abstract Scenario: Het deel van <wie>
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven  | waarde   |
        | leefvorm | <wie>    |
        | omzet    | <omzet>  |
      Als het besluit "deel" wordt voorgesteld
      Dan is de uitkomst "<deel>"
      En is "deel" gelijk aan "<deel>"
      En is de uitkomst van de partner "niet van toepassing"
      En rust dat op de aanname over "aandeel"
      Voorbeelden:
        | wie    | omzet      | deel     |
        | alleen | € 1.204,05 | € 120,41 |
        | alleen | 1204.05    | 120.41   |
      Voorbeelden: zonder omzet
        | wie    | omzet  | deel   |
        | alleen | € 0,00 | € 0,00 |

    Scenario: Twee personen
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven  | waarde |
        | leefvorm | samen  |
      En de gegevens
        | gegeven | belanghebbende | partner |
        | omzet   | € 100,00       | € 50,00 |
      Als het besluit "deel" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "€ 10,00"
      En is "deel" van de partner gelijk aan "€ 5,00"

    Scenario: Voor de regeling bestond
      Gegeven de peildatum is 2025-12-31
      Als het besluit "toegang" wordt voorgesteld
      Dan is de status "niet_in_werking"
    """
)


def test_every_step_and_keyword_holds_where_it_should(tmp_path: Path) -> None:
    report = ran(tmp_path, tuin=EVERY_STEP)

    assert (True, 10, "10 scenario's uitgevoerd: 10 geslaagd, 0 mislukt.") == (
        report.passed,
        report.present,
        report_text(report),
    )


def test_a_failed_scenario_tells_what_was_expected_found_and_which_rule_decided(tmp_path: Path) -> None:
    feature = admission(
        """\
        Abstract Scenario: Wie past
          Gegeven de gegevens
            | gegeven    | waarde |
            | woont_hier | <hier> |
          En de oordelen
            | oordeel | waarde | door         | reden   |
            | past    | ja     | klantmanager | gesprek |
          Als het besluit "toegang" wordt voorgesteld
          Dan is de uitkomst "later"
          Voorbeelden:
            | hier |
            | ja   |
        """
    )

    (result,) = ran(tmp_path, tuin=feature).results

    assert (
        "De tuin",
        "Wie past is welkom",
        Span("features/tuin.feature", 21),
        {"hier": "ja"},
        Failure(
            Span("features/tuin.feature", 18, 7, 18, 33),
            'Dan is de uitkomst "later"',
            expected="later",
            found="welkom",
            decided_by=(
                DecidingRule(
                    "toegang",
                    "past_goed",
                    "welkom",
                    ("Tuinwet artikel 1",),
                    "agreements/dorp/tuin/2026-01-01.yaml:26",
                ),
            ),
        ),
    ) == (result.feature, result.rule, result.span, result.example, result.failure)


FAILING = admission(
    """\
    Scenario: Een waarde is anders
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | ja     |
      En de oordelen
        | oordeel | waarde | door         | reden   |
        | past    | ja     | klantmanager | gesprek |
      Als het besluit "toegang" wordt voorgesteld
      Dan is "begin" gelijk aan "2026-10-17"

    Scenario: Een regel beslist niet
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | nee    |
      Als het besluit "toegang" wordt voorgesteld
      Dan beslist de regel "past_goed"

    Scenario: Een regel die niet bestaat
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | nee    |
      Als het besluit "toegang" wordt voorgesteld
      Dan valt de regel "van_buitn" af

    Scenario: Er ontbreekt nog iets
      Als het besluit "toegang" wordt voorgesteld
      Dan is de uitkomst "welkom"

    Scenario: De brief zegt iets anders
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | nee    |
      Als het besluit "toegang" wordt voorgesteld
      Dan bevat de brief "bezwaar"

    Scenario: De zaak klopt niet
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_heir | ja     |
        | leefvorm   | apart  |
      Als het besluit "deel" wordt voorgesteld
      Dan is de uitkomst "€ 1,00"

    Scenario: Van wie is de uitkomst
      Gegeven de gegevens
        | gegeven  | waarde |
        | leefvorm | samen  |
      En de gegevens
        | gegeven | belanghebbende | partner |
        | omzet   | € 100,00       | € 50,00 |
      Als het besluit "deel" wordt voorgesteld
      Dan is de uitkomst "€ 10,00"

    Scenario: De verwachting is geen bedrag
      Gegeven de gegevens
        | gegeven  | waarde   |
        | leefvorm | alleen   |
        | omzet    | € 100,00 |
      Als het besluit "deel" wordt voorgesteld
      Dan is de uitkomst "1.401"

    Scenario: Onbekende namen
      Gegeven de overeenkomst "dorp/tuinn"
      Als het besluit "toegang" wordt voorgesteld
      Dan ontbreekt er niets

    Scenario: Een besluit dat er niet is
      Als het besluit "toegangg" wordt voorgesteld
      Dan ontbreekt er niets

    Scenario: De tabel klopt niet
      Gegeven de gegevens
        | gegven     | waarde |
        | woont_hier | ja     |
      Als het besluit "toegang" wordt voorgesteld
      Dan ontbreekt er niets

    Scenario: Een zin die niemand kent
      Als het besluit "toegang" wordt genomen
      Dan ontbreekt er niets
    """
)


def test_failures_read_as_dutch_text(tmp_path: Path, snapshot: object) -> None:
    assert snapshot == report_text(ran(tmp_path, tuin=FAILING))


def test_a_mistake_in_soco_rules_is_told_as_such(tmp_path: Path) -> None:
    def break_down(*_: object) -> NoReturn:
        raise LookupError("kapot")

    feature = admission(
        """\
        Scenario: Het gaat stuk
          Als het besluit "toegang" wordt voorgesteld
          Dan ontbreekt er niets
        """
    )

    root = village(tmp_path, tuin=feature)
    (result,) = run([root / "features"], root, Desk(break_down, break_down, lambda _: {})).results

    assert result.failure
    assert "LookupError: kapot" == (result.failure.internal or "").splitlines()[0]


def test_a_duplicate_name_does_not_vanish_in_silence(tmp_path: Path) -> None:
    feature = admission(
        """\
        Scenario: Dezelfde naam
          Als het besluit "toegang" wordt voorgesteld
          Dan ontbreekt "past"

        Scenario: Dezelfde naam
          Als het besluit "toegang" wordt voorgesteld
          Dan ontbreekt er niets
        """
    )

    report = ran(tmp_path, tuin=feature)

    assert (False, 2, 1, ["scenario", "scenario"]) == (
        report.passed,
        report.present,
        len(report.results),
        [found.code for found in report.findings],
    )


def test_a_file_is_read_again_in_the_same_process(tmp_path: Path) -> None:
    steps = """\
        Scenario: {name}
          Als het besluit "toegang" wordt voorgesteld
          Dan ontbreekt "past"
        """
    ran(tmp_path, tuin=admission(steps.format(name="Eerst")))

    report = ran(tmp_path, tuin="\ufeff" + admission(steps.format(name="Daarna")))

    assert (True, ["Daarna"]) == (report.passed, [result.name for result in report.results])


def test_settings_of_a_developer_and_other_files_make_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--bestaat-niet")
    feature = admission(
        """\
        @eerste-groep
        Scenario: Met een label
          Als het besluit "toegang" wordt voorgesteld
          Dan ontbreekt "past"
        """
    )
    root = village(tmp_path, tuin=feature)
    (root / "conftest.py").write_text("raise SystemExit(3)\n", "utf-8")
    (root / "pytest.ini").write_text("[pytest]\naddopts = --bestaat-niet\n", "utf-8")

    report = run([root / "features", root / "features/tuin.feature"], root)

    assert (True, 1, "--bestaat-niet") == (report.passed, report.present, os.environ["PYTEST_ADDOPTS"])


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("features", "In 'features' staat geen enkel bestand met scenario's."),
        ("features/tuin[1].feature", "'tuin[1].feature' bestaat niet."),
        ("nergens.feature", "'nergens.feature' bestaat niet."),
        (
            "agreements/dorp/tuin/2026-01-01.yaml",
            "'2026-01-01.yaml' is geen bestand met scenario's (.feature).",
        ),
    ],
)
def test_a_path_without_scenarios_is_a_finding(tmp_path: Path, path: str, message: str) -> None:
    root = village(tmp_path)
    (root / "features").mkdir()

    report = run([root / path], root)

    assert not report.passed
    assert report.findings[0].message.endswith(message)


def test_a_file_name_that_pytest_would_read_otherwise_is_a_finding(tmp_path: Path) -> None:
    report = ran(tmp_path, **{"tuin[1]": EVERY_STEP, "tuin": EVERY_STEP})

    assert (False, 10, 10, "staat een teken dat niet kan: [ of ::.") == (
        report.passed,
        report.present,
        len(report.results),
        report.findings[0].message.partition(".feature' ")[2],
    )


def test_a_mistake_in_the_agreement_is_told_once(tmp_path: Path) -> None:
    feature = admission(
        """\
        Abstract Scenario: Tweemaal
          Als het besluit "<besluit>" wordt voorgesteld
          Dan ontbreekt er niets
          Voorbeelden:
            | besluit |
            | toegang |
            | deel    |
        """
    )
    root = village(tmp_path, tuin=feature)
    rules = root / "agreements/dorp/tuin/2026-01-01.yaml"
    rules.write_text(rules.read_text("utf-8").replace("als: past,", "als: pats,"), "utf-8")

    text = report_text(run([root / "features"], root))

    assert (1, 1) == (
        text.count("'pats'"),
        text.count("zie de melding bij agreements/dorp/tuin/2026-01-01.yaml:26"),
    )


@pytest.mark.slow
def test_a_developer_may_run_the_same_features_with_pytest(tmp_path: Path) -> None:
    feature = admission(
        """\
        @eerste-groep
        Scenario: Goed
          Als het besluit "toegang" wordt voorgesteld
          Dan ontbreekt "past"

        Scenario: Fout
          Als het besluit "toegang" wordt voorgesteld
          Dan is de uitkomst "welkom"
        """
    )
    command = (sys.executable, "-m", "pytest", "-q", "--strict-markers", "-p", "soco_rules.scenarios.plugin")

    done = subprocess.run(
        [*command, "features"],
        cwd=village(tmp_path, tuin=feature),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (1, "1 failed, 1 passed") == (done.returncode, done.stdout.splitlines()[-1].split(" in ")[0])
