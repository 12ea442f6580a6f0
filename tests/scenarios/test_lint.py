from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.scenarios.lint import read_feature

FEATURES = sorted((Path(__file__).parents[2] / "features").rglob("*.feature"))
HEAD = "# language: nl\nFunctionaliteit: De tuin\n"
SCENARIO = """\
  Scenario: Een
    Gegeven de overeenkomst "dorp/tuin"
    Als het besluit "toegang" wordt voorgesteld
    Dan ontbreekt er niets
"""
OUTLINE = """\
  Abstract Scenario: Elke rij
    Gegeven de gegevens
      | gegeven  | waarde |
      | leefvorm | <wie>  |
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "<uitkomst>"
"""
ROWS = """\
    Voorbeelden:
      | wie    | uitkomst |
      | alleen | welkom   |
"""


def found(text: str) -> list[str]:
    """Each finding as code, line and column, and what to do about it."""
    reading = read_feature("tuin.feature", text.encode())
    return [f"{one.code} {one.span.line}:{one.span.column} {one.remedy}" for one in reading.findings]


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_the_features_of_this_repository_have_no_findings(path: Path) -> None:
    assert () == read_feature(path.name, path.read_bytes()).findings


def test_a_file_with_more_lines_than_anybody_reads_is_left_alone() -> None:
    assert ["te-groot 20001:1 splits het bestand of haal weg wat er niet hoort"] == found("\n" * 20_001)


def test_rows_are_counted_and_placed() -> None:
    text = HEAD + SCENARIO + OUTLINE + ROWS + "      | samen  | later    |\n"

    reading = read_feature("tuin.feature", text.encode())

    assert (3, True, {(7, ("alleen", "welkom")): 15, (7, ("samen", "later")): 16}) == (
        reading.present,
        reading.runnable,
        reading.rows,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            HEAD + "  Scenari: Weg\n    Gegeven de gegevens\n" + SCENARIO,
            [
                "scenario 3:3 Bedoelde u 'Scenario:'?",
                "scenario 4:5 zet deze stap onder een Scenario: of een Achtergrond:",
            ],
        ),
        (
            HEAD + SCENARIO.replace("Gegeven de", "Gegven de"),
            ["scenario 4:5 Bedoelde u 'Gegeven'?"],
        ),
        (
            HEAD + SCENARIO.replace("Als het", "Asl het"),
            ["scenario 5:5 Bedoelde u 'Als'?"],
        ),
        (
            HEAD + SCENARIO + "  Scenari: Twee\n",
            ["scenario 7:3 Bedoelde u 'Scenario:'?"],
        ),
        (
            HEAD
            + "  Als iemand zich meldt, kijkt de klantmanager of het past.\n  Let op: dit is verzonnen.\n"
            + SCENARIO,
            [],
        ),
        (
            HEAD
            + OUTLINE
            + "    Voorbeelden:\n      wie alleen woont\n      | wie | uitkomst |\n      | a | b |\n",
            [],
        ),
    ],
    ids=[
        "a heading under the Functionaliteit",
        "the first step",
        "a later step",
        "a later heading",
        "free text may stay",
        "free text under Voorbeelden may stay",
    ],
)
def test_a_line_with_a_typing_error_does_not_vanish(text: str, expected: list[str]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["scenario 1:1 zet op de eerste regel: # language: nl"]),
        ("Functionaliteit: x\n" + SCENARIO, ["scenario 1:1 zet op de eerste regel: # language: nl"]),
        (
            "# language: en\nFeature: x\n",
            ["scenario 1:1 schrijf: # language: nl", "scenario 2:1 herstel de aangewezen regel"],
        ),
        ("# language: nl\n", ["scenario 1:1 herstel de aangewezen regel"]),
        (HEAD, ["scenario 2:1 herstel de aangewezen regel"]),
        (
            HEAD + "  Regel: Leeg\n" + SCENARIO.replace("  S", "  Regel: Vol\n  S"),
            ["scenario 3:3 herstel de aangewezen regel"],
        ),
        (
            HEAD + SCENARIO + '    """\n    open\n',
            ['scenario 8:1 sluit het blok af met """ of haal het weg'],
        ),
    ],
    ids=[
        "empty",
        "no language",
        "English",
        "no feature",
        "no scenario",
        "an empty rule",
        "an open text block",
    ],
)
def test_a_file_that_is_not_read_as_it_is_meant_is_found(text: str, expected: list[str]) -> None:
    assert expected == found(text)


def test_a_file_that_is_not_utf8_is_found_at_its_line() -> None:
    reading = read_feature("tuin.feature", (HEAD + SCENARIO).encode() + "  # coöperatie\n".encode("latin-1"))

    assert [("codering", 7)] == [(one.code, one.span.line) for one in reading.findings]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("@gemeente:dorp", ["scenario-label 3:3 schrijf bijvoorbeeld @gemeente-dorp"]),
        ("@snel @skip", ["scenario-label 3:9 kies een ander label"]),
        ("@_intern", ["scenario-label 3:3 kies een label van letters, cijfers en streepjes"]),
        ("@eerste-groep @w28", []),
    ],
)
def test_a_label_that_changes_what_is_run_keeps_the_file_from_being_run(
    tag: str, expected: list[str]
) -> None:
    text = HEAD + f"  {tag}\n" + SCENARIO

    assert (expected, not expected) == (found(text), read_feature("tuin.feature", text.encode()).runnable)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SCENARIO + SCENARIO, ["scenario 7:3 geef elk scenario in een bestand een eigen naam"]),
        (SCENARIO.replace("Een", ""), ["scenario 3:3 zet achter de dubbele punt wat het bewaakt"]),
        (
            SCENARIO.replace("    Dan ontbreekt er niets\n", ""),
            ['scenario-onvolledig 3:3 voeg bijvoorbeeld toe: Dan is de uitkomst "..."'],
        ),
        (SCENARIO.replace("Gegeven", "*"), ["scenario 4:5 begin met Gegeven, Als of Dan"]),
        (
            SCENARIO.replace("Dan ontbreekt", "En ontbreekt"),
            [
                'scenario-onvolledig 3:3 voeg bijvoorbeeld toe: Dan is de uitkomst "..."',
                "onbekende-stap 6:5 begin deze regel met Dan",
            ],
        ),
        (
            SCENARIO.replace("niets", "iets"),
            ['onbekende-stap 6:5 Bedoelde u: ontbreekt er niets; of: ontbreekt "toestemming_gemeente"?'],
        ),
        (
            SCENARIO + '      """\n      tekst\n      """\n',
            ["scenario-tabel 6:5 verbeter de tabel; docs/scenarios.md geeft voorbeelden"],
        ),
        (
            SCENARIO + "      | a |\n",
            ["scenario-tabel 6:5 verbeter de tabel; docs/scenarios.md geeft voorbeelden"],
        ),
        (
            SCENARIO.replace("    Als", "    En de gegevens\n    Als"),
            ["scenario-tabel 5:5 zet eronder: | gegeven   | waarde   | bron      |"],
        ),
        (
            OUTLINE + ROWS + "      | samen |\n",
            ["scenario-tabel 12:7 zet de streepjes | op dezelfde plaats"],
        ),
    ],
    ids=[
        "the same name twice",
        "no name",
        "nothing is checked",
        "a first step without a keyword",
        "a sentence at the wrong moment",
        "an unknown sentence",
        "a text block under a step",
        "a table under a step without one",
        "a step without its table",
        "a row that is too short",
    ],
)
def test_a_scenario_that_says_something_else_than_it_seems_is_found(text: str, expected: list[str]) -> None:
    assert expected == found(HEAD + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OUTLINE + ROWS, []),
        (OUTLINE + ROWS.replace("wie ", "wei "), ["scenario-tabel 6:20 Bedoelde u '<wei>'?"]),
        (
            OUTLINE.replace("Abstract Scenario", "Scenario"),
            [
                "scenario-tabel 6:20 voeg Voorbeelden: toe met deze kolom",
                "scenario-tabel 8:5 voeg Voorbeelden: toe met deze kolom",
            ],
        ),
        (
            OUTLINE.replace("<wie>", "alleen").replace("<uitkomst>", "welkom"),
            ["scenario 3:3 voeg Voorbeelden: toe, of schrijf Scenario:"],
        ),
        (
            OUTLINE + "    Voorbeelden:\n      | wie | uitkomst |\n" + ROWS,
            ["scenario 9:5 herstel de aangewezen regel"],
        ),
    ],
    ids=[
        "all filled",
        "a column with a typing error",
        "no examples",
        "an outline without examples",
        "no rows",
    ],
)
def test_open_places_are_filled_by_the_examples(text: str, expected: list[str]) -> None:
    assert expected == found(HEAD + text)
