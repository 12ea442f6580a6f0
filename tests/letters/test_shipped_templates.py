"""The templates in the repository, held against the rule files and docs/brieven.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from soco_rules.letters.check import check_letters
from soco_rules.letters.check import check_templates
from soco_rules.letters.law import APPEAL
from soco_rules.letters.law import GENERAL
from soco_rules.letters.law import OBJECTION
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.vocabulary import NAMES
from soco_rules.letters.write import compose
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from tests.letters.decisions import ADMISSION
from tests.letters.decisions import EXEMPTION
from tests.letters.decisions import decision

TEMPLATES = Path("templates")
DOCUMENTATION = Path("docs/brieven.md")

OUTCOMES = {
    "toelating": ["toegewezen", "toegewezen_op_proef", "afgewezen", "aanvullen", "doorzenden", "verwijzen"],
    "proef": ["loopt_nog", "geslaagd", "niet_geslaagd", "voortijdig_beeindigd"],
    "uitstroom": ["voorziening_eindigt", "voorziening_eindigt_met_verwijzing"],
    "plaatsing": [
        "als_lid",
        "als_proeflid",
        "op_de_wachtlijst",
        "naar_andere_cooperatie",
        "geweigerd",
        "wacht_op_toestemming",
    ],
    "lidmaatschap": ["definitief_lid", "geen_lid", "nog_op_proef"],
    "behandeling": ["in_behandeling", "om_aanvulling_vragen", "wachten_op_aanvulling", "buiten_behandeling"],
    "omvang": ["niet_nodig_nu", "voorbereiden", "oprichten"],
    "intake": ["plan_uitwerken", "plan_afraden"],
    "selectie": [
        "verleend",
        "reserve_gezet",
        "afgewezen_te_laat",
        "afgewezen_voorwaarden",
        "afgewezen_score",
        "afgewezen_plaatsen",
        "afgewezen_plafond",
        "loten",
    ],
    "reserveoproep": ["alsnog_verleend", "blijft_op_reserve"],
    "impactmeting": ["programma_loopt", "meting_opvragen", "meting_klaar"],
}
PRIVATE = {"plaatsing", "lidmaatschap", "omvang"}
WITHOUT_BENEFIT = ["intake", "selectie", "reserveoproep", "impactmeting"]


def test_the_shipped_templates_have_no_findings() -> None:
    assert () == check_templates([TEMPLATES])


@pytest.mark.parametrize(
    ("name", "outcome"), [(name, one) for name, every in OUTCOMES.items() for one in every]
)
def test_every_outcome_has_its_own_words(name: str, outcome: str) -> None:
    character = "privaatrechtelijk" if name in PRIVATE else "beschikking"
    given = decision(ADMISSION, besluit=name, sjabloon=name, uitkomst=outcome, rechtskarakter=character)

    letter, findings = compose(given, [TEMPLATES])

    assert (True, ()) == (letter is not None, findings)


@pytest.mark.parametrize(
    ("name", "outcome"), [(name, one) for name in WITHOUT_BENEFIT for one in OUTCOMES[name]]
)
def test_a_notice_about_a_plan_offers_no_objection_and_names_no_duty_of_a_benefit(
    name: str, outcome: str
) -> None:
    given = decision(ADMISSION, besluit=name, sjabloon=name, uitkomst=outcome, rechtskarakter="mededeling")

    letter, _ = compose(given, [TEMPLATES])

    assert letter is not None
    assert [] == re.findall(r"bezwaar|bijstand|weg naar werk", as_markdown(letter))


@pytest.mark.parametrize("outcome", ["verleend", "geweigerd", "niet_gevraagd", "niet_nodig"])
def test_every_exemption_has_its_own_words(outcome: str) -> None:
    given = decision(EXEMPTION, uitkomst={"belanghebbende": outcome, "partner": outcome})

    letter, findings = compose(given, [TEMPLATES])

    assert (True, ()) == (letter is not None, findings)


@pytest.mark.parametrize(
    "outcome", ["0.00", "120.50", {"belanghebbende": "68.00", "partner": "niet van toepassing"}]
)
def test_the_monthly_statement_is_written_for_one_person_and_for_two(outcome: object) -> None:
    given = decision(
        ADMISSION,
        besluit="bijdrageoverzicht",
        sjabloon="overzicht",
        tijdvak="2026-10",
        uitkomst=outcome,
        uitkomst_soort="bedrag",
        rechtskarakter="privaatrechtelijk",
        beslisser="cooperatie",
    )

    letter, findings = compose(given, [TEMPLATES])

    assert (True, ()) == (letter is not None, findings)


@pytest.mark.parametrize("name", ["toelating", "plaatsing", "lidmaatschap", "omvang", *WITHOUT_BENEFIT])
def test_an_outcome_without_words_gives_no_letter(name: str) -> None:
    letter, findings = compose(
        decision(ADMISSION, besluit=name, sjabloon=name, uitkomst="iets_nieuws"), [TEMPLATES]
    )

    assert (None, ["sjabloon"]) == (letter, [finding.code for finding in findings])


def test_the_example_in_the_documentation_makes_a_letter(tmp_path: Path) -> None:
    example = re.search(r"```jinja\n(.*?)```", DOCUMENTATION.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    (tmp_path / "toelating.md.j2").write_text(example[1], encoding="utf-8")

    letter, findings = compose(decision(ADMISSION), [tmp_path, TEMPLATES])

    assert (True, ()) == (letter is not None, findings)


def test_the_documentation_names_everything_that_a_template_can_name() -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8")
    law = {*GENERAL, *OBJECTION, *APPEAL, "bezwaarschrift", "beroepschrift"}

    assert set() == {name for name in (*NAMES, *law) if not re.search(rf"`{name}[`.]", text)}


def test_the_shipped_templates_state_every_ground_and_name_nothing_in_vain() -> None:
    workspace, _ = load_workspace(Path(), shipped_root())

    assert () == check_letters(workspace, [TEMPLATES])
