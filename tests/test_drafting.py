"""From open points to questions, answers, a rule file and scenarios on the borders."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from soco_rules.diagnostics import has_errors
from soco_rules.drafting.answer import Origin
from soco_rules.drafting.answer import answer
from soco_rules.drafting.answer import as_written
from soco_rules.drafting.answer import leave_open
from soco_rules.drafting.answer import workspace_with
from soco_rules.drafting.draft import Draft
from soco_rules.drafting.draft import Entry
from soco_rules.drafting.draft import Heading
from soco_rules.drafting.draft import entries_of
from soco_rules.drafting.feature import as_feature
from soco_rules.drafting.feature import is_untouched
from soco_rules.drafting.questions import Form
from soco_rules.drafting.questions import Question
from soco_rules.drafting.questions import form_of
from soco_rules.drafting.rule_file import as_rule_file
from soco_rules.drafting.rule_file import one_line
from soco_rules.drafting.rule_file import path_of
from soco_rules.drafting.rule_file import with_entry
from soco_rules.model.agreement import Agreement
from soco_rules.model.values import Kind
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from soco_rules.parser.workspace import load_workspace
from soco_rules.review import review
from soco_rules.scenarios.run import run
from tests.answers import ANSWERS
from tests.workspaces import good
from tests.workspaces import workspace_of

ROOT = Path(__file__).parents[1]
DAY = parse_date("2026-01-01")
HEADING = Heading(
    reference="stad/samen",
    title="Afspraken: een proef",
    valid_from=DAY,
    builds_on=("landelijk/sociale-cooperatie",),
    municipality="'s-Stad",
    code="GM9999",
    authority="het college van burgemeester en wethouders van 's-Stad",
    cooperative="Samen",
    owner="beleidsadviseur",
    since=DAY,
)
BLANK = Draft(HEADING, {})
FILE = path_of(HEADING.reference, DAY)
typed = st.text(min_size=1, max_size=60).filter(one_line)


@cache
def shipped() -> Workspace:
    return load_workspace(ROOT, ROOT)[0]


@cache
def form() -> Form:
    found, findings = form_of(shipped(), "landelijk/sociale-cooperatie", DAY)
    assert found is not None
    assert () == findings
    return found


def filled(answers: dict[str, str]) -> Draft:
    draft = BLANK
    for name, text in answers.items():
        after, findings = answer(form(), draft, name, text, Origin.SOURCE, "convenant 2026")
        assert after is not None, findings
        draft = after
    return draft


def loaded(draft: Draft) -> tuple[Workspace, Agreement]:
    text = as_rule_file(form(), draft)
    agreement, findings = load_agreement(FILE, text.encode())
    assert agreement is not None
    assert not has_errors(findings)
    return workspace_with(shipped(), agreement, text), agreement


def village() -> tuple[Workspace, Agreement]:
    """A small invented law and an agreement that fills it, with one point open."""
    workspace, _ = workspace_of(good("proefwet"), good("dorp"))
    (agreement,) = workspace.agreements["dorp/samen"]
    return workspace, agreement


def complaints(name: str, text: str) -> list[str]:
    draft, findings = answer(form(), BLANK, name, text, Origin.SOURCE, "convenant")
    assert draft is None
    return [f"{found.code}: {found.message} | {found.remedy}" for found in findings]


def test_every_open_point_is_a_question(snapshot: SnapshotAssertion) -> None:
    asked = [f"{each.section}: {each.name} ({each.answers}) {each.example}" for each in form().questions]

    assert snapshot == "\n".join(asked)


def test_a_question_has_the_meaning_and_the_article_of_its_point() -> None:
    question = form().question("urengrens")

    assert (
        "het hoogste aantal uren per jaar; wie meer werkt wordt naar de regeling voor zelfstandigen verwezen",
        ("Besluit bijstandverlening zelfstandigen 2004 artikel 1 onderdeel b",),
    ) == (question.meaning, question.bases)


def test_every_example_is_an_answer() -> None:
    wrong = {
        each.name: findings
        for each in form().questions
        for draft, findings in [answer(form(), BLANK, each.name, each.example, Origin.SOURCE, "convenant")]
        if draft is None
    }

    assert {} == wrong


def test_an_unknown_layer_gets_the_nearest_name() -> None:
    found, (finding,) = form_of(shipped(), "landelijk/sociale-coperatie", DAY)

    assert (None, "onbekende-laag", "Bedoelde u 'landelijk/sociale-cooperatie'?") == (
        found,
        finding.code,
        finding.remedy,
    )


def test_a_blank_draft_is_a_file_without_errors(snapshot: SnapshotAssertion) -> None:
    workspace, _ = loaded(BLANK)

    assert not has_errors(review(workspace, [HEADING.reference]))
    assert snapshot == as_rule_file(form(), BLANK)


@pytest.mark.parametrize(
    ("name", "typed", "written"),
    [
        ("doelgroep_vereist", "Ja", "ja"),
        ("doelgroep_vereist", "n", "nee"),
        ("wie_mag_deelnemen", "2", "elke_uitkering"),
        ("wie_mag_deelnemen", "Alleen bijstand", "alleen_bijstand"),
        ("ledenmaximum", "n.v.t.", "niet van toepassing"),
        ("proefperiode", "3 Maanden", "3 maanden"),
        ("bijdragepercentage", "10 procent", "10%"),
        ("investering_maximum", "250 euro", "250"),
        ("verordening", "  De  Verordening ", "De Verordening"),
    ],
)
def test_an_answer_may_be_written_loosely(name: str, typed: str, written: str) -> None:
    assert written == as_written(form().question(name), typed)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("doelgroep_vereist", "misschien"),
        ("wie_mag_deelnemen", "4"),
        ("urengrens", "1.300,5"),
        ("urengrens", "1300"),
        ("urengrens", "nvt"),
        ("proefperiode", "2 jaar"),
        ("proefperiode", "3 weken"),
        ("bijdragepercentage", "110%"),
        ("investering_maximum", "1.401"),
        ("verordening", "nvt"),
        ("verordening", " "),
        ("verordening", "x" * 1001),
    ],
)
def test_a_wrong_answer_is_told_as_controleer_would(
    name: str, text: str, snapshot: SnapshotAssertion
) -> None:
    assert snapshot == complaints(name, text)


def test_an_answer_that_breaks_a_requirement_with_another_is_refused() -> None:
    draft = filled({"bijdragepercentage": "60%"})

    after, findings = answer(form(), draft, "reserveringspercentage", "50%", Origin.SOURCE, "convenant")

    assert (None, ["eis-geschonden"]) == (after, [found.code for found in findings])


def test_a_warning_comes_with_the_answer_that_causes_it() -> None:
    after, findings = answer(form(), BLANK, "saldo_bij_uitstroom", "uitbetaald", Origin.SOURCE, "convenant")

    assert after is not None
    assert ["eis-gewaarschuwd"] == [found.code for found in findings]


def test_an_answer_without_a_source_is_refused() -> None:
    after, (finding,) = answer(form(), BLANK, "urengrens", "100", Origin.ASSUMPTION, " \t")

    assert (None, "herkomst-ontbreekt") == (after, finding.code)


def test_a_point_can_be_left_open_and_is_then_not_asked_again() -> None:
    draft, _ = leave_open(form(), BLANK, "verordening", "nog op te zoeken")

    assert draft is not None
    assert (True, False) == (BLANK.entry("verordening").is_asked, draft.entry("verordening").is_asked)


@given(value=typed, reason=typed)
def test_whatever_is_typed_stands_in_the_file_and_is_read_back(value: str, reason: str) -> None:
    entry = Entry(one_line(value), None, one_line(reason))

    text = with_entry(as_rule_file(form(), BLANK), FILE, "verordening", entry)

    assert text == as_rule_file(form(), BLANK.with_entry("verordening", entry))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "  urengrens: {open: nog niet besproken}  # navragen\n",
            "  urengrens: {waarde: 100, bron: convenant}  # navragen\n",
        ),
        (
            "  urengrens:\n    waarde: 5\n\n    aanname: gok\n\n",
            "  urengrens:\n    waarde: 100\n    bron: convenant\n\n\n",
        ),
        (
            "  urengrens:\n    omschrijving: uren\n    aanname:\n      reden: gok\n      eigenaar: ik\n      datum: 2026-01-01\n    # let op\n    waarde: 5 # vijf\n",
            "  urengrens:\n    omschrijving: uren\n    bron: convenant\n    # let op\n    waarde: 100 # vijf\n",
        ),
        (
            "  urengrens: {grondslag: Participatiewet artikel 7, aanname: gok, waarde: 5}\n",
            "  urengrens: {grondslag: Participatiewet artikel 7, waarde: 100, bron: convenant}\n",
        ),
        (
            "  urengrens: {waarde: 5,\n    bron: x}\n",
            "  urengrens: {waarde: 100, bron: convenant}\n",
        ),
    ],
)
def test_an_answer_leaves_what_a_person_wrote_around_it(before: str, after: str) -> None:
    def edited(line: str) -> str:
        return as_rule_file(form(), BLANK).replace("  urengrens: {open: nog niet besproken}\n", line)

    assert edited(after) == with_entry(edited(before), FILE, "urengrens", Entry("100", "convenant"))


def test_a_point_that_is_not_in_the_file_is_added() -> None:
    whole = as_rule_file(form(), BLANK)
    text = with_entry(
        whole.replace("  urengrens: {open: nog niet besproken}\n", ""), FILE, "urengrens", Entry("100", "x")
    )

    assert text is not None
    assert [*whole.splitlines()[-1:], "  urengrens: {waarde: 100, bron: x}"] == text.splitlines()[-2:]


def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    assert with_entry("afspraken: [", FILE, "urengrens", Entry("100", "x")) is None


def test_a_draft_goes_on_from_its_file() -> None:
    draft = filled({"urengrens": "100", "ledenmaximum": "nvt"})
    _, agreement = loaded(draft)

    assert {**dict.fromkeys(each.name for each in form().questions), **draft.entries} == {
        name: None if entry.is_asked else entry for name, entry in entries_of(agreement).items()
    }


def test_borders_of_an_agreement_are_proposed(snapshot: SnapshotAssertion) -> None:
    feature = as_feature(*village())

    assert feature is not None
    assert is_untouched(feature)
    assert snapshot == feature


def test_every_number_of_a_whole_agreement_is_guarded() -> None:
    numbers = {
        each.name
        for each in form().questions
        if each.type.kind in {Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.DURATION}
    }

    assert numbers == set(re.findall(r"Regel: (\w+) is", as_feature(*loaded(filled(ANSWERS))) or ""))


def test_a_feature_that_a_person_changed_is_known() -> None:
    feature = as_feature(*village())

    assert feature is not None
    assert not is_untouched(feature.replace("    @voorstel\n", "", 1))


def test_without_numbers_there_is_nothing_to_propose() -> None:
    assert as_feature(*loaded(BLANK)) is None


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_any_answers_give_a_file_without_errors_and_scenarios_that_pass(seed: int, tmp_path: Path) -> None:
    draft = _random_draft(Random(seed))
    workspace, agreement = loaded(draft)
    feature = as_feature(workspace, agreement)
    assert feature is not None
    for name, text in ((FILE, workspace.sources[FILE]), ("features/stad/samen.feature", feature)):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")

    report = run([tmp_path / "features"], tmp_path)

    assert [] == [found for found in review(workspace, [HEADING.reference]) if found.is_error]
    assert [] == [found for found in report.findings if found.is_error]
    assert [] == [result for result in report.results if result.failure]
    assert report.results


def _random_draft(rng: Random) -> Draft:
    """Answers at and between the bounds; what a requirement refuses is left open."""
    draft = BLANK
    for question in form().questions:
        text = _random_value(rng, question)
        after, _ = answer(form(), draft, question.name, text, rng.choice(list(Origin)), 'zie: "x", {y}')
        draft = after or draft
    return draft


def _random_value(rng: Random, question: Question) -> str:
    type_ = question.type
    low = type_.minimum if isinstance(type_.minimum, int) else 0
    if type_.may_be_absent and rng.random() < 0.1:
        return "nvt"
    match type_.kind:
        case Kind.YES_NO:
            return rng.choice(("ja", "nee"))
        case Kind.CHOICE:
            return rng.choice(type_.choices)
        case Kind.COUNT:
            high = type_.maximum if isinstance(type_.maximum, int) else 40
            return str(rng.choice((low, rng.randint(low, high), high)))
        case Kind.MONEY:
            return f"{rng.choice((0, 1, 250, 5000))},{rng.randint(0, 99):02d}"
        case Kind.PERCENTAGE:
            return rng.choice(("0%", "0,01%", "12,5%", "33,33%", "60%"))
        case Kind.DURATION:
            return rng.choice(("1 maand", "3 maanden", "1 jaar"))
        case _:
            return 'Verordening: "2026", {nieuw} #1'
