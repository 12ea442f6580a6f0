"""The printed articles say what the rule files say: conditions, outcomes, exceptions and precedence."""

from __future__ import annotations

from random import Random

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.compiler.layers import Stack
from soco_rules.compiler.precedence import precedence
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.tree import Table
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import Layer
from soco_rules.model.agreement import Rule
from soco_rules.model.values import capital
from soco_rules.model.values import spaced
from soco_rules.reading.read import as_document
from tests.random_agreements import random_agreement
from tests.reading.rearticle import Frame
from tests.reading.rearticle import Lid
from tests.reading.rearticle import Place
from tests.reading.rearticle import articles_of
from tests.reading.rearticle import frame_of
from tests.reading.rearticle import leden_of
from tests.reading.rearticle import requirements_of
from tests.reading.rearticle import rows_of
from tests.reading.trees import shipped
from tests.reading.trees import stack_of
from tests.reading.trees import without_places
from tests.workspaces import good
from tests.workspaces import workspace_of

REFERENCES = sorted(shipped().agreements)


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_printed_lid_is_the_rule_of_its_file(reference: str) -> None:
    stack = stack_of(shipped(), reference)
    printed = dict(_printed(stack))
    written = {key: _as_lid(stack, concept, rule, printed) for key, (concept, rule) in _rules(stack).items()}

    assert _own_rules(stack) <= printed.keys()
    assert {key: without_places(written[key]) for key in printed} == {
        key: without_places(lid) for key, (_, lid) in printed.items()
    }


Key = tuple[str, str]


def _printed(stack: Stack) -> list[tuple[Key, tuple[Place, Lid]]]:
    concepts = {capital(spaced(name)): name for name in stack.concepts}
    return [
        ((concepts[name], lid.name.replace(" ", "_")), ((article, number), lid))
        for article, (title, blocks) in articles_of(as_document(stack)).items()
        if (name := title.removesuffix(": aanvulling")) in concepts and not _is_about_a_decision(stack, title)
        for number, lid in enumerate(leden_of(article, blocks), start=1)
    ]


def _own_rules(stack: Stack) -> set[Key]:
    """The rules that are always printed: of the layer itself and of a model agreement under it."""
    own = [layer for layer in stack.layers if layer is stack.lowest or layer.layer is Layer.MODEL]
    return {
        (concept.name, rule.name)
        for layer in own
        for concept in layer.concepts.values()
        for rule in concept.rules
    }


def _is_about_a_decision(stack: Stack, title: str) -> bool:
    return any(decision.title == title for decision in stack.decisions.values())


def _rules(stack: Stack) -> dict[Key, tuple[Concept, Rule]]:
    return {
        (concept.name, rule.name): (concept, rule)
        for layer in stack.layers
        for concept in layer.concepts.values()
        for rule in concept.rules
    }


def _as_lid(stack: Stack, concept: Concept, rule: Rule, printed: dict[Key, tuple[Place, Lid]]) -> Lid | None:
    """What a lid has to say of a rule; the compiler tells what it wins from."""
    if (concept.name, rule.name) not in printed:
        return None
    rules = [owned.rule for owned in stack.concepts[concept.name].rules]
    found, _ = precedence(rules)
    position = rules.index(rule)

    def places(numbers: frozenset[int]) -> frozenset[Place]:
        return frozenset(printed[concept.name, rules[number].name][0] for number in numbers)

    beaten = found.precedes[position]
    spared = frozenset(range(len(rules))) - beaten - {position}
    everything = "alle" in rule.precedes
    return Lid(
        name=spaced(rule.name),
        condition=rule.condition,
        outcome=rule.outcome,
        bases=places(found.bases[position]),
        beaten=frozenset() if everything else places(beaten),
        all_but=places(spared) if everything else None,
    )


TABLE = """
kenmerk: landelijk/tabelwet
soort: landelijk
titel: Een verzonnen wet met een tabel
geldig_vanaf: 2024-01-01
status: concept

gegevens:
  leeftijd: {soort: aantal, ten_minste: 0, vraag: "Hoe oud is de kandidaat?"}
  soort_uitkering: {soort: keuze, waarden: [pw, ioaw, geen_uitkering], vraag: "Welke uitkering is er?"}
  met_plan: {soort: ja_nee, vraag: "Is er een plan?"}
  gestopt_op: {soort: datum, kan_ontbreken: ja, vraag: "Wanneer is de kandidaat gestopt?"}

begrippen:
  uitslag:
    soort: keuze
    waarden: [toegewezen, afgewezen, eerst_aanvullen]
    tabel: |
      | naam        | leeftijd      | soort_uitkering    | met_plan | gestopt_op          | dan             | uitzondering_op | gaat_voor | bron  |
      | volwassen   | ten minste 27 | een van (pw, ioaw) | ja       | -                   | toegewezen      |                 |           | brief |
      | jong        | < 27          | -                  | -        | van toepassing      | afgewezen       |                 |           | brief |
      | precies     | 27            | niet geen_uitkering | -       | is meer dan 2026-01-31 | afgewezen    |                 | alle      | brief |
      | zonder_plan | -             | -                  | nee      | -                   | eerst_aanvullen | volwassen, jong |           | brief |
"""


@pytest.mark.parametrize(("law", "concept"), [(good("proefwet"), "klasse"), (TABLE, "uitslag")])
def test_every_row_of_a_printed_table_is_the_rule_of_its_file(law: str, concept: str) -> None:
    workspace, findings = workspace_of(law)
    (reference,) = workspace.agreements
    stack = stack_of(workspace, reference)
    printed = articles_of(as_document(stack)).values()
    (table,) = (
        block
        for title, blocks in printed
        if title == capital(concept)
        for block in blocks
        if isinstance(block, Table)
    )
    rules = stack.concepts[concept].declared.rules

    assert () == findings
    assert [(without_places(rule.condition), without_places(rule.outcome)) for rule in rules] == [
        (without_places(condition), without_places(outcome)) for condition, outcome in rows_of(table)
    ]


def test_a_row_of_a_table_tells_its_exceptions_and_its_precedence(snapshot: SnapshotAssertion) -> None:
    workspace, _ = workspace_of(TABLE)
    text = as_markdown(as_document(stack_of(workspace, "landelijk/tabelwet")))

    assert snapshot == text[text.index("*Uitslag*") :].partition("\n## ")[0]


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_article_applies_calculates_and_ends_as_its_concept(reference: str) -> None:
    stack = stack_of(shipped(), reference)
    titles = {capital(spaced(name)): merged.declared for name, merged in stack.concepts.items()}
    printed = {
        title: frame_of(blocks)
        for title, blocks in articles_of(as_document(stack)).values()
        if title in titles and not _is_about_a_decision(stack, title)
    }

    assert {title: without_places(frame) for title, frame in printed.items()} == {
        title: without_places(Frame(concept.applies_when, concept.calculation, concept.otherwise))
        for title, concept in titles.items()
        if title in printed
    }


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_requirement_of_the_layer_itself_is_printed(reference: str) -> None:
    stack = stack_of(shipped(), reference)
    printed = [
        [without_places(each) for each in requirements_of(blocks)]
        for title, blocks in articles_of(as_document(stack, own_only=True)).values()
        if title == "Eisen"
    ]

    assert printed == [[without_places(each.condition) for each in stack.lowest.requirements]] * bool(
        stack.lowest.requirements
    )


@pytest.mark.parametrize("seed", range(12))
def test_every_printed_lid_of_an_agreement_at_random_is_its_rule(seed: int) -> None:
    workspace, _ = workspace_of(*random_agreement(Random(seed)))
    stack = stack_of(workspace, "dorp/toeval")
    printed = dict(_printed(stack))
    rules = _rules(stack)

    assert printed
    assert {key: without_places(_as_lid(stack, *rules[key], printed)) for key in printed} == {
        key: without_places(lid) for key, (_, lid) in printed.items()
    }
