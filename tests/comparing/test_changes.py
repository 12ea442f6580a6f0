"""What two rule texts say otherwise: one line of the text for every kind of change."""

from __future__ import annotations

import inspect
from dataclasses import fields

import pytest

from soco_rules.comparing import parts
from soco_rules.comparing.changes import Change
from soco_rules.comparing.changes import changes
from soco_rules.comparing.sides import side_with_points
from soco_rules.compiler.layers import Stack
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import Comparison
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import DatedValue
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import DossierQuery
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import Point
from soco_rules.model.agreement import Requirement
from soco_rules.model.agreement import Rule
from soco_rules.model.agreement import Transitional
from tests.comparing.villages import OLD
from tests.comparing.villages import changed
from tests.comparing.villages import reading

EXTRA = '  tuin_open: {soort: ja_nee, vraag: "Is de tuin open?"}\n\nbegrippen:'
NEEDED = (
    "eisen:\n  - {naam: klein, eis: deel is ten hoogste omzet, bron: brief, ernst: fout, melding: te veel}\n"
)


def told(change: Change) -> str:
    """A change on one line."""
    parts = [f"{one.part}: {one.old} -> {one.new}" for one in (*change.meaning, *change.words)]
    kind = "woorden" if change.is_words_only else change.fate
    return f"{change.sort} {change.name} {kind} ({change.old_place}, {change.new_place}) {'; '.join(parts)}"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(OLD, [], id="nothing"),
        pytest.param(
            changed(("waarde: 10%", "waarde: '12,5%'")),
            ["afspraak aandeel gewijzigd (oud.yaml:11, nieuw.yaml:11) waarde: 10% -> 12,5%"],
            id="point",
        ),
        pytest.param(
            changed(
                ("[welkom, later, elders]", "{welkom: u kunt komen, later: nu nog niet, elders: niet hier}")
            ),
            [
                (
                    "begrip toegang woorden (oud.yaml:19, nieuw.yaml:19) "
                    "woorden: None -> welkom: u kunt komen; later: nu nog niet; elders: niet hier"
                )
            ],
            id="words-of-choices",
        ),
        pytest.param(
            changed(("waarde: 10%", "open: nog niet besloten"), (", aanname: niemand weet het", "")),
            [
                (
                    "afspraak aandeel gewijzigd (oud.yaml:11, nieuw.yaml:11) waarde: 10% -> open: nog niet afgesproken; "
                    "grondslag, bron of aanname: aanname: niemand weet het -> None; waarom open: None -> nog niet besloten"
                )
            ],
            id="point-left-open",
        ),
        pytest.param(
            changed(("waarde: 100.00, bron: brief}", "waarde: 100.00, bron: nieuwe brief}")),
            [
                (
                    "afspraak drempel woorden (oud.yaml:10, nieuw.yaml:10) "
                    "grondslag, bron of aanname: bron: brief -> bron: nieuwe brief"
                )
            ],
            id="words",
        ),
        pytest.param(
            changed(("ten minste drempel", "meer dan drempel")),
            [
                (
                    "regel genoeg gewijzigd (oud.yaml:23, nieuw.yaml:23) voorwaarde: woont hier is ja en omzet is ten "
                    "minste drempel -> woont hier is ja en omzet is meer dan drempel"
                )
            ],
            id="condition",
        ),
        pytest.param(
            changed(("dan: later", "dan: elders")),
            ["regel te_weinig gewijzigd (oud.yaml:24, nieuw.yaml:24) uitkomst: ‘later’ -> ‘elders’"],
            id="outcome",
        ),
        pytest.param(
            changed(("naam: genoeg", "naam: ruim")),
            [
                (
                    "regel ruim nieuw (None, nieuw.yaml:23) voorwaarde: None -> woont hier is ja en omzet is ten minste "
                    "drempel; uitkomst: None -> ‘welkom’; grondslag, bron of aanname: None -> Tuinwet artikel 1"
                ),
                (
                    "regel genoeg vervallen (oud.yaml:23, None) voorwaarde: woont hier is ja en omzet is ten minste "
                    "drempel -> None; uitkomst: ‘welkom’ -> None; grondslag, bron of aanname: Tuinwet artikel 1 -> None"
                ),
            ],
            id="renamed",
        ),
        pytest.param(
            changed(("\nbegrippen:", EXTRA)),
            [
                (
                    "gegeven tuin_open nieuw (None, nieuw.yaml:17) soort: None -> ja nee; "
                    "vraag: None -> Is de tuin open?"
                )
            ],
            id="fact",
        ),
        pytest.param(
            changed(("ten_hoogste: 5000.00", "ten_hoogste: 6000.00")),
            ["gegeven omzet gewijzigd (oud.yaml:15, nieuw.yaml:15) ten hoogste: € 5.000,00 -> € 6.000,00"],
            id="bound",
        ),
        pytest.param(
            changed(("aandeel van omzet afgerond", "aandeel van (omzet - drempel) afgerond")),
            [
                (
                    "begrip deel gewijzigd (oud.yaml:26, nieuw.yaml:26) berekening: aandeel van omzet, afgerond op centen "
                    "-> aandeel van (omzet min drempel), afgerond op centen"
                )
            ],
            id="calculation",
        ),
        pytest.param(
            OLD + NEEDED,
            [
                (
                    "eis klein nieuw (None, nieuw.yaml:36) eis: None -> deel is ten hoogste omzet; ernst: None -> fout; "
                    "melding: None -> te veel; grondslag, bron of aanname: None -> bron: brief"
                )
            ],
            id="requirement",
        ),
        pytest.param(
            changed(("titel: Toegang tot de tuin", "titel: De tuin in")),
            ["besluit toegang woorden (oud.yaml:33, nieuw.yaml:33) titel: Toegang tot de tuin -> De tuin in"],
            id="title",
        ),
    ],
)
def test_what_is_written_otherwise(new: str, expected: list[str]) -> None:
    old, other = reading(OLD), reading(new, "nieuw.yaml")

    assert expected == [told(change) for change in changes(old.compiled.stack, other.compiled.stack)]


@pytest.mark.parametrize(
    "model",
    [
        Point,
        DatedValue,
        AmountTable,
        DossierQuery,
        Fact,
        Rule,
        Concept,
        Requirement,
        Comparison,
        DecisionType,
        Transitional,
        Stack,
    ],
)
def test_everything_that_a_rule_file_can_say_is_compared(model: type) -> None:
    """Where a file stands, and what only helps to find or to print it, is no part of what it says."""
    printed = {
        "name",
        "span",
        "value_span",
        "raw",
        "condition_parts",
        "changes_span",
        "compared_as",
        "exception_span",
        "precedes_span",
        "spans",
    }
    aside = printed | {
        "in_table",
        "rules",
        "filled",
        "layers",
        "judges",
        "valid_from",
        "valid_to",
        "provenance",
    }
    said = inspect.getsource(parts)

    assert [] == [one.name for one in fields(model) if one.name not in aside and f".{one.name}" not in said]


def test_a_variant_changes_exactly_the_point_that_was_stated() -> None:
    old = reading(OLD)
    new, findings = side_with_points(old, {"drempel": "€ 150"})
    assert () == findings
    assert new

    assert [("drempel", "€ 100,00", "€ 150,00")] == [
        (change.name, each.old, each.new)
        for change in changes(old.compiled.stack, new.compiled.stack)
        for each in change.meaning
    ]


def test_a_reading_with_points_filled_otherwise_is_called_after_them_without_low_lines() -> None:
    old = reading(OLD.replace("drempel", "laagste_omzet"))
    new, _ = side_with_points(old, {"laagste_omzet": "€ 150", "aandeel": "12%"})
    assert new

    assert f"{old.label}, met laagste omzet = € 150 en aandeel = 12%" == new.label


@pytest.mark.parametrize(
    ("points", "code"),
    [({"dremp": "1"}, "punt-onbekend"), ({"aandeel": "veel"}, "ongeldige-waarde")],
)
def test_a_point_that_cannot_be_stated_is_a_finding(points: dict[str, str], code: str) -> None:
    side, findings = side_with_points(reading(OLD), points)

    assert (None, [code]) == (side, [found.code for found in findings])


def test_all_that_is_wrong_with_points_is_told_at_once() -> None:
    wrong = {"dremp": "1", "aandeel": "veel", "drempel": "niets"}
    side, findings = side_with_points(reading(OLD), wrong)

    assert (
        None,
        [("aandeel", "ongeldige-waarde"), ("dremp", "punt-onbekend"), ("drempel", "ongeldige-waarde")],
    ) == (
        side,
        sorted((found.span.file.removeprefix("--stel ").partition("=")[0], found.code) for found in findings),
    )
