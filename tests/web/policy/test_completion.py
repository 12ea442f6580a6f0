"""What can come next while somebody types."""

from __future__ import annotations

import pytest

from soco_rules.parser.workspace import load_workspace
from soco_rules.web.policy.completion import Names
from soco_rules.web.policy.completion import in_rules
from soco_rules.web.policy.completion import in_scenario
from soco_rules.web.policy.completion import names_of
from soco_rules.web.policy.flow import Context
from soco_rules.web.policy.flow import context_of
from tests.web.persons import ROOT

RULES = """\
begrippen:
  toelating:
    regels:
      - naam: niet_verwezen
        """


@pytest.mark.parametrize(
    ("before", "context"),
    [
        ("", Context((), is_key=True)),
        ("kenm", Context((), is_key=True)),
        ("status: con", Context(("status",), is_key=False)),
        ("afspraken:\n  ", Context(("afspraken",), is_key=True)),
        ("afspraken:\n  urengrens: {", Context(("afspraken", "urengrens"), is_key=True)),
        ("afspraken:\n  urengrens: {waarde: ", Context(("afspraken", "urengrens", "waarde"), is_key=False)),
        ("afspraken:\n  urengrens: {waarde: 5, b", Context(("afspraken", "urengrens"), is_key=True)),
        ("afspraken:\n  x: {bron: 'a, b', ", Context(("afspraken", "x"), is_key=True)),
        ("afspraken:\n  x: {waarde: 5}\n  ", Context(("afspraken",), is_key=True)),
        ("# begrippen:\nbouwt_op: [landelijk/", Context(("bouwt_op", "-"), is_key=False)),
        (RULES, Context(("begrippen", "toelating", "regels", "-"), is_key=True)),
        (RULES + "als: ", Context(("begrippen", "toelating", "regels", "-", "als"), is_key=False)),
        (RULES + "als:\n          - ", Context(("begrippen", "toelating", "regels", "-", "als", "-"), is_key=True)),
        (RULES + "als: x\n      - {naam: y, als: ", Context(("begrippen", "toelating", "regels", "-", "als"), is_key=False)),
        (RULES + "als: x\n  einde:\n    ", Context(("begrippen", "einde"), is_key=True)),
    ],
)  # fmt: skip
def test_a_cursor_stands_under_the_keys_above_it(before: str, context: Context) -> None:
    assert context == context_of(before)


@pytest.fixture(scope="module")
def delft() -> Names:
    workspace, _ = load_workspace(ROOT, ROOT)
    return names_of(workspace, workspace.agreements["delft/scope"][0])


@pytest.mark.parametrize(
    ("before", "replaces", "some"),
    [
        ("sta", 3, ["status: ", "standen: "]),
        ("status: ", 0, ["concept", "vastgesteld", "ingetrokken"]),
        ("afspraken:\n  urengr", 6, ["urengrens: "]),
        ("afspraken:\n  verrekenwijze: {waarde: sp", 2, ["spaarpot"]),
        ("afspraken:\n  verrekenwijze: {wa", 2, ["waarden: ", "waarde: "]),
        (RULES + "als: verwezen", 8, ["verwezen_door"]),
        (RULES + "als: verwezen_door is ", 0, ["werkse", "klantmanager", "niemand"]),
        (RULES + "als: verwezen_door is niet k", 1, ["klantmanager"]),
        (RULES + "als: past en verwezen_door is een van (niemand, we", 2, ["werkse"]),
        (RULES + "dan: verw", 4, ["verwijzen"]),
        (RULES + "uitzondering_op: [past_b", 6, ["past_bij_inschakeling"]),
        (RULES + "uitz", 4, ["uitzondering_op: "]),
        ("bouwt_op: [landelijk/soc", 13, ["landelijk/sociale-cooperatie"]),
        ("gegevens:\n  nieuw:\n    soort: ja", 2, ["ja_nee"]),
    ],
)
def test_keys_and_names_that_fit_come_first(
    delft: Names, before: str, replaces: int, some: list[str]
) -> None:
    found = in_rules(before, delft)

    assert (replaces, some) == (found.replaces, [option.text for option in found.options][: len(some)])


def test_a_value_is_offered_by_its_name_with_what_a_reader_sees(delft: Names) -> None:
    (first, *_) = in_rules("afspraken:\n  verrekenwijze: {waarde: sp", delft).options

    assert ("spaarpot", "in een spaarpot bij de coöperatie") == (first.text, first.meaning)


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("    Als het besl", 'het besluit "toelating" wordt voorgesteld'),
        ('    Dan beslist de regel "eerst_op', "eerst_op_proef"),
        ("        | verwezen", "verwezen_door"),
        ('    Gegeven de overeenkomst "delft', "delft/scope"),
    ],
)
def test_a_scenario_goes_on_with_a_sentence_or_a_name(delft: Names, before: str, first: str) -> None:
    assert first == in_scenario(before, delft).options[0].text


def test_a_heading_of_a_scenario_is_ones_own(delft: Names) -> None:
    assert () == in_scenario("  Scenario: iets", delft).options


@pytest.mark.parametrize("sign", ["a", "[", "|", "{", " "])
def test_a_line_that_nobody_types_is_not_looked_over(sign: str) -> None:
    """Each sign of it would be held against all that come after it."""
    line = f"a: |{sign * 1_000_000} !"

    assert (0, ()) == (in_rules(line, Names()).replaces, in_scenario(line, Names()).options)
