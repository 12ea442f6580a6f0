"""The words of a keuze, from the rule file to everywhere a person meets a value, and never into an outcome."""

from __future__ import annotations

from functools import cache

import pytest

from soco_rules.compiler.layers import Stack
from soco_rules.compiler.layers import stack_layers
from soco_rules.counterfactual.search import what_if
from soco_rules.counterfactual.words import in_words as what_if_in_words
from soco_rules.decide import decide
from soco_rules.decide.proposal import made_ready
from soco_rules.diagnostics import Span
from soco_rules.drafting.answer import as_written
from soco_rules.drafting.questions import Question as Asked
from soco_rules.explain.account import account
from soco_rules.facts import Dates
from soco_rules.interview import Question
from soco_rules.interview import begin
from soco_rules.interview import misread
from soco_rules.interview import question_about
from soco_rules.interview import told
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.vocabulary import vocabulary
from soco_rules.model.case import Case
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import ValueType
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.reading.read import as_document
from soco_rules.web.api.grounded import typed
from soco_rules.web.forms import Choice
from soco_rules.web.forms import choices_of
from tests.workspaces import workspace_of

HERE = Span("zaak.yaml", 1)
DATES = Dates(parse_date("2026-10-15"), parse_date("2026-10-20"))
BENEFIT = {"pw": "bijstand volgens de wet", "uwv": "uitkering van UWV", "geen": "geen uitkering"}
WORDED = """\
kenmerk: dorp/tuin
soort: overeenkomst
titel: De tuin van het dorp
geldig_vanaf: 2026-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
cooperatie: {naam: De Tuin}

afspraken:
  saldo: {soort: keuze, waarden: {blijft: het blijft in de pot, mee: het gaat mee}, omschrijving: het saldo, waarde: mee, bron: brief}

gegevens:
  uitkering: {soort: keuze, waarden: {pw: bijstand volgens de wet, uwv: uitkering van UWV, geen: geen uitkering}, veranderbaar: ja, vraag: "Welke uitkering is er?"}

begrippen:
  toegang:
    soort: keuze
    waarden: {welkom: u kunt komen, elders: u hoort ergens anders}
    regels:
      - {naam: met_bijstand, als: uitkering is pw en saldo is mee, dan: welkom, grondslag: Tuinwet artikel 1}
      - {naam: zonder_bijstand, als: "uitkering is een van (uwv, geen)", dan: elders, grondslag: Tuinwet artikel 2}

besluiten:
  toegang: {titel: Toegang tot de tuin, uitkomst: toegang, rechtskarakter: beschikking, beslisser: college}
"""
PLAIN = (
    WORDED.replace("{blijft: het blijft in de pot, mee: het gaat mee}", "[blijft, mee]")
    .replace("{pw: bijstand volgens de wet, uwv: uitkering van UWV, geen: geen uitkering}", "[pw, uwv, geen]")
    .replace("{welkom: u kunt komen, elders: u hoort ergens anders}", "[welkom, elders]")
)


@cache
def workspace(text: str = WORDED) -> Workspace:
    """A workspace with this one agreement."""
    found, findings = workspace_of(text)
    assert () == findings
    return found


def case(benefit: str | None) -> Case:
    """A case in which only the benefit is told."""
    told: dict[tuple[str, Role | None], tuple[Report, ...]] = {}
    if benefit:
        told["uitkering", None] = (Report(benefit, HERE, "intake"),)
    return Case("dorp/tuin", told, {})


def decided(benefit: str | None = "uwv", text: str = WORDED) -> Decision:
    """The decision on it."""
    found, findings = decide(workspace(text), "dorp/tuin", "toegang", case(benefit), DATES)
    assert found is not None, findings
    return found


def stack() -> Stack:
    """The agreement as it stands."""
    (agreement,) = workspace().agreements["dorp/tuin"]
    found, _ = stack_layers(workspace(), agreement, DATES.reference)
    assert found is not None
    return found


def question() -> Question:
    """The question about the benefit."""
    begun, _ = begin(
        workspace(), "dorp/tuin", "toegang", case(None), DATES, source="intake", day="2026-10-12"
    )
    assert begun is not None
    found = question_about(begun, ("uitkering", None))
    assert found is not None
    return found


def without_words(decision: Decision) -> Decision:
    """A decision apart from what only tells which file it was made from and what a reader sees."""
    fallen = tuple(rule.model_copy(update={"because": ""}) for rule in decision.fallen_rules)
    receipt = decision.receipt
    assert receipt is not None
    return decision.model_copy(
        update={"words": {}, "fallen_rules": fallen, "receipt": receipt.model_copy(update={"files": {}})}
    )


@pytest.mark.parametrize("benefit", ["pw", "uwv", "geen", None])
def test_no_outcome_and_no_fingerprint_depends_on_words(benefit: str | None) -> None:
    assert without_words(decided(benefit, PLAIN)) == without_words(decided(benefit))


def test_a_decision_carries_the_words_of_the_values_in_it() -> None:
    decision = decided("pw")

    assert ("welkom", {"toegang", "uitkering", "saldo"}, BENEFIT) == (
        decision.outcome,
        {*decision.words},
        decision.words_of("uitkering"),
    )
    assert {} == decided(text=PLAIN).words


def test_an_account_says_words_and_no_names_of_values() -> None:
    told = account(decided())

    assert [
        "toegang: u hoort ergens anders",
        "want ‘Welke uitkering is er?’: uitkering van UWV",
        "- toegang: regel 'met bijstand' is hier niet aan de orde: ‘Welke uitkering is er?’: uitkering van UWV; nodig is bijstand volgens de wet",
    ] == [
        line.strip()
        for line in told.splitlines()
        if line.strip().startswith(("toegang:", "want", "- toegang: regel 'met"))
    ]


def test_what_would_have_to_change_is_told_in_words() -> None:
    ready, _ = made_ready(workspace(), "dorp/tuin", "toegang", case("uwv"), DATES)
    assert ready is not None

    told = what_if_in_words(what_if(ready))

    assert "‘Welke uitkering is er?’: bijstand volgens de wet in plaats van uitkering van UWV" in told
    assert "dan is de uitkomst: u kunt komen" in told


@pytest.mark.parametrize("typed", ["uwv", "2", "UWV", "uitkering van UWV", "Uitkering  van uwv"])
def test_an_answer_may_be_the_name_the_number_or_the_words(typed: str) -> None:
    said, findings = told(question(), typed, source="intake", day="2026-10-12", place=HERE)

    assert (Report("uwv", HERE, "intake", "2026-10-12"), ()) == (said, findings)


def test_a_wrong_answer_is_told_the_words() -> None:
    (found,) = misread(question(), "iets anders")

    assert "schrijf een van bijstand volgens de wet, uitkering van UWV, geen uitkering" == found.remedy


def test_a_form_shows_the_words_and_sends_the_name() -> None:
    assert tuple(Choice(name, words) for name, words in BENEFIT.items()) == choices_of(question().type)


def test_a_machine_gets_the_names_with_the_words_beside_them() -> None:
    told = typed(question().type)

    assert (("pw", "uwv", "geen"), BENEFIT) == (told.choices, told.words)


def test_a_letter_prints_the_words_and_compares_with_the_name() -> None:
    outcome = vocabulary(decided())["uitkomst"]

    assert ("u hoort ergens anders", "elders") == (outcome.value.text, outcome.written)  # type: ignore[union-attr]


def test_the_articles_give_the_words_where_a_value_is_declared_or_agreed() -> None:
    text = as_markdown(as_document(stack()))

    assert "‘pw’ (bijstand volgens de wet), ‘uwv’ (uitkering van UWV) of ‘geen’ (geen uitkering)" in text
    assert "‘mee’ (het gaat mee)" in text


@pytest.mark.parametrize("typed", ["spaarpot", "1", "in de spaarpot", "In de Spaarpot"])
def test_who_fills_in_a_point_may_type_the_name_the_number_or_the_words(typed: str) -> None:
    type_ = ValueType(Kind.CHOICE, choices=("spaarpot", "maandelijks"), words={"spaarpot": "in de spaarpot"})

    assert "spaarpot" == as_written(Asked("verrekenwijze", "", type_, "", (), ""), typed)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("uwv", "uitkering van UWV"), ("geen_uitkering", "geen uitkering"), (None, "onbekend")],
)
def test_a_value_without_words_is_seen_without_its_low_lines(text: str | None, shown: str) -> None:
    assert shown == encoded_as_dutch(text, Kind.CHOICE, {"uwv": "uitkering van UWV"})
