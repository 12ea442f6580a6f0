"""A table with pipes means the list of rules that it stands for."""

from __future__ import annotations

import re
from dataclasses import fields
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Rule
from soco_rules.parser.load import load_agreement

FILE = "agreements/voorbeeldstad/proef/2024-01-01.yaml"
MANUAL = Path(__file__).parent.parent.parent / "docs" / "tabellen.md"
HEADER = """\
kenmerk: voorbeeldstad/proef
soort: model
titel: Proef
geldig_vanaf: 2024-01-01
status: concept
begrippen:
  uitkomst:
    soort: ja_nee
"""


def rules_of(text: str, concept: str = "uitkomst") -> tuple[Rule, ...]:
    agreement, findings = load_agreement(FILE, text.encode())
    assert () == findings
    assert agreement
    return agreement.concepts[concept].rules


def without_places(value: object) -> object:
    """The value without the places in the file, which differ between a table and a list."""
    match value:
        case Span():
            return None
        case tuple():
            return tuple(without_places(item) for item in value)
        case _ if is_dataclass(value):
            return (
                type(value).__name__,
                *(without_places(getattr(value, field.name)) for field in fields(value) if field.compare),
            )
        case _:
            return value


def as_table(*rows: str) -> str:
    return HEADER + "    tabel: |\n" + "".join(f"      | {row} |\n" for row in rows)


@pytest.mark.parametrize(
    ("head", "cell", "condition"),
    [
        ("leden", "5", "leden is 5"),
        ("leden", "ten minste 3", "leden is ten minste 3"),
        ("leden", "is ten hoogste 3", "leden is ten hoogste 3"),
        ("leden", "< 20", "leden < 20"),
        ("leden", ">=20", "leden >=20"),
        ("leden", "niet 20", "leden is niet 20"),
        ("leden + wachtenden", "meer dan 20", "(leden + wachtenden) is meer dan 20"),
        ("leden is minder dan", "20", "leden is minder dan 20"),
        ("leden >", "20", "leden > 20"),
        ("gehuwd", "ja", "gehuwd is ja"),
        ("uitkering", "een van (pw, ioaw)", "uitkering is een van (pw, ioaw)"),
        ("uitkering is geen van", "(pw, ioaw)", "uitkering is geen van (pw, ioaw)"),
        ("proefperiode", "van toepassing", "proefperiode is van toepassing"),
        ("proefperiode", "niet van toepassing", "proefperiode is niet van toepassing"),
        ("hele jaren tussen geboren en dag_een", "< 27", "(hele jaren tussen geboren en dag_een) < 27"),
    ],
)
def test_a_cell_finishes_the_sentence_of_its_header(head: str, cell: str, condition: str) -> None:
    table = as_table(f"naam | {head} | dan | bron", f"eerste_regel | {cell} | ja | x")
    rules = (
        HEADER
        + f"    regels:\n      - naam: eerste_regel\n        als: {condition}\n        dan: ja\n        bron: x\n"
    )

    assert without_places(rules_of(rules)) == without_places(rules_of(table))


def test_a_row_means_the_rule_with_all_its_columns() -> None:
    table = as_table(
        "naam | a | b | dan | uitzondering_op | gaat_voor | lokaal_afwijken | grondslag | bron | omschrijving",
        "een_a | ja | - | ja | - | | toegestaan | Proefwet artikel 1; Proefwet artikel 2 | brief | als a",
        "twee_b | ja | nee | nee | een_a | alle, een_a | - | | brief |",
        "altijd | - | - | nee | | | | | brief |",
    )
    rules = HEADER + (
        "    regels:\n"
        "      - {naam: een_a, als: a is ja, dan: ja, lokaal_afwijken: toegestaan,"
        " grondslag: [Proefwet artikel 1, Proefwet artikel 2], bron: brief, omschrijving: als a}\n"
        "      - {naam: twee_b, als: [a is ja, b is nee], dan: nee, uitzondering_op: een_a,"
        " gaat_voor: [alle, een_a], bron: brief}\n"
        "      - {naam: altijd, als: ja, dan: nee, bron: brief}\n"
    )

    assert without_places(rules_of(rules)) == without_places(rules_of(table))


def test_a_condition_points_at_its_cell() -> None:
    text = as_table("naam | leden | dan | bron", "klein | ten minste 3 | ja | x")

    rule = rules_of(text)[0]

    line = text.splitlines()[rule.condition.span.line - 1]
    assert "ten minste 3" == line[rule.condition.span.column - 1 : rule.condition.span.end_column - 1]


def test_rules_and_a_table_stand_side_by_side() -> None:
    text = HEADER + (
        "    regels:\n"
        "      - {naam: een_regel, als: a, dan: ja, bron: x}\n"
        "    tabel: |\n"
        "      | naam     | b   | dan | bron |\n"
        "      | een_rij  | nee | nee | x    |\n"
    )

    assert ["een_regel", "een_rij"] == [rule.name for rule in rules_of(text)]


def test_the_example_in_the_manual_can_be_read() -> None:
    found = re.search(r"```yaml\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    assert found

    rules = rules_of(found[1], "toelating")

    assert [("volwassen", ()), ("jong", ()), ("geen_recht", ()), ("zonder_plan", ("volwassen", "jong"))] == [
        (rule.name, rule.exception_to) for rule in rules
    ]
