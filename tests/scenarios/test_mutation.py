from __future__ import annotations

import json
from pathlib import Path

import pytest

from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.scenarios.alteration import Alteration
from soco_rules.scenarios.desk import open_desk
from soco_rules.scenarios.fate import Fate
from soco_rules.scenarios.mutants import mutants_of
from soco_rules.scenarios.mutation import MEMORY
from soco_rules.scenarios.mutation import MutationReport
from soco_rules.scenarios.mutation import mutate
from soco_rules.scenarios.mutation import score
from soco_rules.scenarios.mutation_report import mutation_text
from soco_rules.scenarios.rehearsal import Prompter
from soco_rules.scenarios.rehearsal import Stage
from soco_rules.scenarios.rehearsal import stages_of
from soco_rules.scenarios.run import run
from tests.workspaces import good

FEATURE = """\
# language: nl
Functionaliteit: Samen

  Achtergrond:
    Gegeven de overeenkomst "dorp/samen"
    En de peildatum is 2026-10-15
    En de besluitdatum is 2026-10-15
    En de gegevens
      | gegeven     | waarde     |
      | aanwezig    | ja         |
      | begonnen_op | 2026-10-01 |
    En de oordelen
      | oordeel | waarde | door         | reden   |
      | akkoord | ja     | klantmanager | gesprek |

  Abstract Scenario: Het maximum
    Gegeven de gegevens
      | gegeven | waarde   |
      | aantal  | <aantal> |
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "<uitkomst>"

    Voorbeelden:
      | aantal | uitkomst   |
      | 5      | op_proef   |
      | 30     | nee_buiten |
"""
BORDER = """\
      | 19     | op_proef   |
      | 20     | nee_buiten |
"""


LAW = (
    good("proefwet")
    .replace("kenmerk: landelijk/", "kenmerk: wet/")
    .replace("soort: landelijk", "soort: model")
)
AGREEMENT = good("dorp").replace("[landelijk/", "[wet/")


def folder(root: Path, feature: str = FEATURE) -> Path:
    """A village with a law, an agreement and a few scenarios."""
    for name, text in {
        "agreements/wet/proefwet/2020-01-01.yaml": LAW,
        "agreements/dorp/samen/2020-01-01.yaml": AGREEMENT,
        "features/dorp/samen.feature": feature,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def mutated(root: Path, feature: str = FEATURE) -> MutationReport:
    """What mutating the agreement of the village finds."""
    return mutate([folder(root, feature) / "features/dorp"], root)


def fates(report: MutationReport) -> dict[str, Fate]:
    return {one.mutant.id: one.finding.fate for many in report.examined.values() for one in many}


def stages(root: Path) -> tuple[Stage, ...]:
    prompter = Prompter()
    run([folder(root) / "features"], root, listeners=(prompter,))
    workspace, _ = load_workspace(root, shipped_root())
    return stages_of(workspace, tuple(prompter.heard))


def test_a_limit_that_no_scenario_tries_survives(tmp_path: Path) -> None:
    found = fates(mutated(tmp_path))

    assert {
        "dorp/samen:afspraken.maximum:19": Fate.SURVIVED,
        "dorp/samen:afspraken.maximum:21": Fate.SURVIVED,
        "dorp/samen:afspraken.maximum:niet_van_toepassing": Fate.NOTICED,
    } == {name: fate for name, fate in found.items() if "maximum" in name}


def test_scenarios_on_the_border_notice_the_limit(tmp_path: Path) -> None:
    found = fates(mutated(tmp_path, FEATURE + BORDER))

    assert {Fate.NOTICED} == {fate for name, fate in found.items() if "maximum" in name}


def test_the_proposal_notices_the_mutant(tmp_path: Path) -> None:
    """The proposed scenario is put in the file as it is; then nothing of the maximum survives."""
    report = mutated(tmp_path)
    proposals = [
        one.finding.proposal
        for many in report.examined.values()
        for one in many
        if "maximum" in one.mutant.id and one.finding.proposal
    ]
    scenarios = [
        f"\n  Scenario: Voorstel {number}\n" + "\n".join(f"  {line}" for line in text.splitlines()[1:]) + "\n"
        for number, text in enumerate(proposals)
    ]

    found = fates(mutated(tmp_path, FEATURE + "".join(scenarios)))

    assert {Fate.NOTICED} == {fate for name, fate in found.items() if "maximum" in name}


def test_the_report_tells_in_dutch_what_nobody_notices(tmp_path: Path, snapshot: object) -> None:
    assert mutation_text(mutated(tmp_path)) == snapshot


def test_an_accepted_mutant_is_explained_and_an_idle_one_is_told(tmp_path: Path) -> None:
    accepted = (
        "# mutant aanvaard: dorp/samen:afspraken.maximum:21 het getal is een aanname\n"
        "# mutant aanvaard: dorp/samen:afspraken.maximum:weg bestaat niet\n"
    )
    report = mutated(tmp_path, FEATURE + accepted)

    assert (
        ["het getal is een aanname"],
        [("De verandering 'dorp/samen:afspraken.maximum:weg' is er niet, of niet meer.", 28)],
    ) == (
        [one.accepted for many in report.examined.values() for one in many if one.accepted],
        [(found.message, found.span.line) for found in report.findings],
    )


def test_nothing_is_mutated_where_a_scenario_fails(tmp_path: Path) -> None:
    report = mutated(tmp_path, FEATURE.replace("30     | nee_buiten", "30     | op_proef"))

    assert ({}, False) == (report.examined, report.passed)


def test_rules_that_are_not_changed_are_noticed_by_nothing(tmp_path: Path) -> None:
    desk = open_desk(load_workspace(folder(tmp_path), shipped_root())[0], tmp_path)

    assert [] == [
        staged.rehearsal.scenario
        for stage in stages(tmp_path)
        for staged in stage.staged
        if Alteration(stage, stage.compiled, ()).noticed_by(staged, desk)
    ]


def test_every_mutant_has_a_name_of_its_own_and_changes_the_rules(tmp_path: Path) -> None:
    (stage,) = stages(tmp_path)
    stack = stage.compiled.stack
    mutants = [
        mutant
        for layer in stack.layers
        for mutant in mutants_of(layer, stack, AGREEMENT if layer.reference == "dorp/samen" else LAW)
    ]

    assert len(mutants) == len({mutant.id for mutant in mutants}) > 50
    assert [] == [mutant.id for mutant in mutants if mutant.change(stack) == stack]


@pytest.mark.slow
def test_two_workers_find_what_one_finds(tmp_path: Path) -> None:
    one = fates(mutated(tmp_path))
    (tmp_path / MEMORY).unlink()

    assert one == fates(mutate([tmp_path / "features/dorp"], tmp_path, workers=2))


def test_what_was_found_is_remembered_until_something_changes(tmp_path: Path) -> None:
    first = mutated(tmp_path)
    memory = json.loads((tmp_path / MEMORY).read_text("utf-8"))
    told: list[tuple[int, int]] = []
    second = mutate([tmp_path / "features/dorp"], tmp_path, progress=lambda *done: told.append(done))

    assert first.examined.keys() == second.examined.keys()
    assert fates(first) == fates(second)
    assert [(len(memory), len(memory))] == told


@pytest.mark.parametrize("held", ["geen json", "[]", '{"x": {"fate": "onzin"}}', '{"x": 1}'])
def test_a_memory_that_cannot_be_read_is_left_alone(tmp_path: Path, held: str) -> None:
    folder(tmp_path)
    (tmp_path / "build").mkdir()
    (tmp_path / MEMORY).write_text(held, "utf-8")

    assert Fate.SURVIVED in fates(mutated(tmp_path)).values()


LAW_ALONE = """\
kenmerk: dorp/tuin
soort: regeling
titel: De tuin
geldig_vanaf: 2020-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
aanname_standaard: {eigenaar: de tester, datum: 2026-11-21}
gegevens:
  hier: {soort: ja_nee, vraag: "Woont u hier?"}
  leden: {soort: aantal, ten_minste: 0, ten_hoogste: 9, vraag: "Hoeveel leden zijn er?"}
begrippen:
  vol:
    soort: ja_nee
    berekening: leden is ten minste 9
    grondslag: Tuinwet artikel 1
  toegang:
    soort: keuze
    waarden: [welkom, elders]
    regels:
      - {naam: past, als: hier en niet vol, dan: welkom, grondslag: Tuinwet artikel 1}
      - {naam: rest, als: niet hier of vol, dan: elders, grondslag: Tuinwet artikel 1}
besluiten:
  toegang: {titel: Toegang, uitkomst: toegang, rechtskarakter: mededeling, beslisser: college}
eisen:
  - {naam: altijd, eis: leden is ten hoogste 9, grondslag: Tuinwet artikel 2, ernst: fout, melding: te veel}
"""
GARDEN = """\
# language: nl
Functionaliteit: De tuin

  Abstract Scenario: Toegang
    Gegeven de overeenkomst "dorp/tuin"
    En de peildatum is 2026-10-15
    En de gegevens
      | gegeven | waarde  |
      | hier    | <hier>  |
      | leden   | <leden> |
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "<uitkomst>"

    Voorbeelden:
      | hier | leden | uitkomst |
      | ja   | 8     | welkom   |
      | ja   | 9     | elders   |
      | nee  | 8     | elders   |
"""


def test_what_no_case_can_tell_is_equivalent_and_no_survivor(tmp_path: Path) -> None:
    """There are nine members at most, so that the requirement and a limit of ten say nothing."""
    (tmp_path / "agreements/dorp/tuin").mkdir(parents=True)
    (tmp_path / "agreements/dorp/tuin/2020-01-01.yaml").write_text(LAW_ALONE, "utf-8")
    (tmp_path / "features/dorp").mkdir(parents=True)
    (tmp_path / "features/dorp/tuin.feature").write_text(GARDEN, "utf-8")
    found = fates(mutate([], tmp_path))

    assert {
        "dorp/tuin:eisen.altijd:weg": Fate.EQUIVALENT,
        "dorp/tuin:eisen.altijd:9>10": Fate.EQUIVALENT,
        "dorp/tuin:eisen.altijd:9>8": Fate.NOTICED,
    } == {name: fate for name, fate in found.items() if "eisen" in name}
    assert Fate.SURVIVED not in found.values()


def test_what_is_accepted_and_not_so_any_more_is_found_at_its_line(tmp_path: Path, snapshot: object) -> None:
    accepted = """\
# mutant aanvaard: dorp/samen:afspraken.maximum:21 het getal is een aanname
# mutant aanvaard: dorp/samen:afspraken.maximum:21 nog een keer
# mutant aanvaard: dorp/samen:afspraken.maximum:niet_van_toepassing dat merkt iedereen
# mutant aanvaard: dorp/samen:afspraken.maximum:22 bestaat niet
# mutant aanvaard: dorp/same:afspraken.maximum:19 bestaat niet
# mutant aanvaard: wet/proefwet:eisen.x:weg dat bestand wordt nu niet veranderd
# mutant aanvaard: dorp/samen:afspraken.maximum:19
"""
    report = mutated(tmp_path, FEATURE + accepted)

    assert snapshot == [
        f"{found.span.line}: {found.code}: {found.message} {found.remedy}" for found in report.findings
    ]


def test_what_is_accepted_is_not_counted_as_noticed(tmp_path: Path) -> None:
    accepted = "# mutant aanvaard: dorp/samen:afspraken.maximum:21 het getal is een aanname\n"
    without, with_it = mutated(tmp_path), mutated(tmp_path, FEATURE + accepted)

    assert [score(many) for many in without.examined.values()] == [
        score(many) for many in with_it.examined.values()
    ]
    assert [] == [file for file in with_it.examined if file not in with_it.below(95)]


def test_what_a_scenario_noticed_stays_known_when_another_scenario_is_added(tmp_path: Path) -> None:
    first = list(fates(mutated(tmp_path)).values())
    told: list[tuple[int, int]] = []
    folder(tmp_path, FEATURE + BORDER)
    mutate([tmp_path / "features/dorp"], tmp_path, progress=lambda *done: told.append(done))

    assert (first.count(Fate.NOTICED), len(first)) == told[0]
    assert 0 < first.count(Fate.NOTICED) < len(first)


def test_nothing_stays_known_when_a_rule_file_changes(tmp_path: Path) -> None:
    mutated(tmp_path)
    told: list[tuple[int, int]] = []
    file = tmp_path / "agreements/wet/proefwet/2020-01-01.yaml"
    file.write_text(file.read_text("utf-8") + "\n# een opmerking\n", "utf-8")
    mutate([tmp_path / "features/dorp"], tmp_path, progress=lambda *done: told.append(done))

    assert 0 == told[0][0]


def test_what_a_scenario_noticed_is_looked_at_again_when_it_expects_something_else(tmp_path: Path) -> None:
    """Two sentences without a word of their own are not the same."""
    mutated(
        tmp_path, FEATURE.replace("\n\n    Voorbeelden:", "\n    En ontbreekt er niets\n\n    Voorbeelden:")
    )
    told: list[tuple[int, int]] = []
    other = FEATURE.replace("\n\n    Voorbeelden:", "\n    En is aan alle eisen voldaan\n\n    Voorbeelden:")
    folder(tmp_path, other)
    mutate([tmp_path / "features/dorp"], tmp_path, progress=lambda *done: told.append(done))

    assert 0 == told[0][0]


def test_what_was_found_before_a_run_was_stopped_is_kept(tmp_path: Path) -> None:
    class StopError(Exception):
        """Somebody stops the run."""

    def stop(done: int, _: int) -> None:
        if done == 3:
            raise StopError

    folder(tmp_path)
    with pytest.raises(StopError):
        mutate([tmp_path / "features/dorp"], tmp_path, progress=stop)

    assert 3 == len(json.loads((tmp_path / MEMORY).read_text("utf-8")))
