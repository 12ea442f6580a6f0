"""Why a rule did not apply, in one Dutch sentence with the values of the case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.backends import reference
from soco_rules.explain.anatomy import dissect
from soco_rules.explain.support import trace
from soco_rules.explain.wording import sentence
from soco_rules.explain.wording import why_not
from soco_rules.explain.words import words_of
from soco_rules.model.program import Const
from soco_rules.model.program import Field
from soco_rules.model.program import Node
from soco_rules.model.program import Origin
from soco_rules.model.program import Slot
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import Unit
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from tests.programs import add_months
from tests.programs import applicable
from tests.programs import both
from tests.programs import choose
from tests.programs import clause
from tests.programs import compare
from tests.programs import either
from tests.programs import field
from tests.programs import least
from tests.programs import months_between
from tests.programs import multiply
from tests.programs import no
from tests.programs import or_else
from tests.programs import program
from tests.programs import rules
from tests.programs import subtract
from tests.programs import sum_applicable
from tests.programs import year_of

ASKED = (
    field("toestemming"),
    field("woont_in_gemeente"),
    field("leden", Kind.COUNT),
    field("maximum", Kind.COUNT),
    field("omzet", Kind.MONEY),
    field("kosten", Kind.MONEY),
    field("percentage", Kind.PERCENTAGE),
    field("loon/belanghebbende", Kind.MONEY),
    field("loon/partner", Kind.MONEY),
    field("leefvorm", ValueType(Kind.CHOICE, choices=("gehuwden", "alleenstaande_ouder", "alleenstaande"))),
    field("begin", Kind.DATE),
    field("einde", Kind.DATE),
    replace(field("duur", Kind.DURATION, origin=Origin.POINT), constant=Duration(3, Unit.MONTHS)),
)
NAMED = tuple(replace(each, question="") for each in ASKED)
TOLD = {
    "toestemming": "Past meedoen bij de weg naar werk?",
    "leden": "het aantal leden; proefleden tellen niet mee",
    "maximum": "het hoogste aantal leden",
    "woont_in_gemeente": "of de kandidaat hier woont, en niet elders",
    "loon": "Hoeveel loon is er verdiend?",
}
WORDED = tuple(replace(each, question=TOLD.get(each.name, "")) for each in ASKED)
CASE: dict[Slot, Value] = {
    "toestemming": False,
    "woont_in_gemeente": True,
    "leden": 12,
    "maximum": 20,
    "omzet": 120_050,
    "kosten": 20_000,
    "percentage": 1250,
    "loon/belanghebbende": 100_000,
    "loon/partner": Absent.NOT_APPLICABLE,
    "leefvorm": "alleenstaande",
    "begin": parse_date("2026-10-15"),
    "einde": parse_date("2026-12-14"),
    "duur": 3,
}
GEHUWDEN = Const("gehuwden")
OUDER = Const("alleenstaande_ouder")


@pytest.mark.parametrize(
    ("condition", "because"),
    [
        (compare("leden", ">=", 20), "leden is 12; nodig is ten minste 20"),
        (compare("leden", ">=", "maximum"), "leden is 12; nodig is ten minste maximum (20)"),
        (compare(20, "<", "leden"), "leden is 12; nodig is meer dan 20"),
        (no(compare("leden", "<", 20)), "leden is 12; nodig is ten minste 20"),
        (compare("omzet", "<=", 100_000), "omzet is € 1.200,50; nodig is ten hoogste € 1.000,00"),
        (compare("percentage", "=", 1000), "percentage is 12,5%; nodig is 10%"),
        (
            compare("begin", "<", parse_date("2026-01-01")),
            "begin is 15 oktober 2026; nodig is eerder dan 1 januari 2026",
        ),
        (compare("leefvorm", "=", GEHUWDEN), "leefvorm is alleenstaande; nodig is gehuwden"),
        (
            compare("leefvorm", "<>", Const("alleenstaande")),
            "leefvorm is alleenstaande; nodig is iets anders dan alleenstaande",
        ),
        (
            either(compare("leefvorm", "=", GEHUWDEN), compare("leefvorm", "=", OUDER)),
            "leefvorm is alleenstaande; nodig is een van gehuwden, alleenstaande ouder",
        ),
        (both("toestemming"), "toestemming is nee; nodig is ja"),
        (no("woont_in_gemeente"), "woont in gemeente is ja; nodig is nee"),
        (
            both("toestemming", "woont_in_gemeente", compare("leden", ">=", 20)),
            "toestemming is nee (nodig is ja) en leden is 12 (nodig is ten minste 20)",
        ),
        (
            either("toestemming", compare("leden", ">=", 20)),
            (
                "geen van deze voorwaarden is vervuld: toestemming is nee (nodig is ja); "
                "leden is 12 (nodig is ten minste 20)"
            ),
        ),
        (
            no(either("toestemming", "woont_in_gemeente")),
            "woont in gemeente is ja; nodig is nee",
        ),
        (applicable("loon/partner"), "loon (partner) is niet van toepassing"),
        (no(applicable("leden")), "leden is van toepassing"),
        (compare("loon/partner", ">", 0), "loon (partner) is niet van toepassing"),
        (
            compare(sum_applicable("loon/belanghebbende", "loon/partner"), ">", 200_000),
            "de som van loon is € 1.000,00; nodig is meer dan € 2.000,00",
        ),
        (
            compare(subtract("omzet", "kosten"), "<", 0),
            "omzet min kosten is € 1.000,50; nodig is minder dan € 0,00",
        ),
        (
            compare(least("omzet", "kosten"), ">", 50_000),
            "de laagste van omzet en kosten is € 200,00; nodig is meer dan € 500,00",
        ),
        (compare(or_else("kosten", 0), "=", 0), "kosten is € 200,00; nodig is € 0,00"),
        (
            compare(months_between("begin", "einde"), ">=", "duur"),
            "het aantal hele maanden tussen begin en einde is 1; nodig is ten minste duur (3 maanden)",
        ),
        (
            compare("einde", ">=", add_months("begin", "duur")),
            "einde is 14 december 2026; nodig is op zijn vroegst begin plus duur (15 januari 2027)",
        ),
        (compare(year_of("begin"), "=", 2025), "het jaar van begin is 2026; nodig is 2025"),
        (
            compare(multiply("omzet", 10_000), "<", multiply("kosten", "percentage")),
            "samen geeft dit niet wat nodig is: omzet is € 1.200,50; kosten is € 200,00; percentage is 12,5%",
        ),
        (
            choose("woont_in_gemeente", "toestemming", True),
            "samen geeft dit niet wat nodig is: woont in gemeente is ja; toestemming is nee",
        ),
        (both(False), "volgens de afspraken van deze overeenkomst is deze voorwaarde nooit vervuld"),
    ],
)
def test_a_condition_that_fails_says_what_is_and_what_was_needed(condition: Node, because: str) -> None:
    assert because == why(NAMED, condition)


@pytest.mark.parametrize(
    ("condition", "because"),
    [
        (both("toestemming"), "‘Past meedoen bij de weg naar werk?’: nee; nodig is ja"),
        (no("woont_in_gemeente"), "of de kandidaat hier woont, en niet elders: ja; nodig is nee"),
        (
            compare("leden", ">=", "maximum"),
            "het aantal leden is 12; nodig is ten minste het hoogste aantal leden (20)",
        ),
        (
            compare("loon/belanghebbende", ">", 200_000),
            "‘Hoeveel loon is er verdiend?’ (belanghebbende): € 1.000,00; nodig is meer dan € 2.000,00",
        ),
        (applicable("loon/partner"), "‘Hoeveel loon is er verdiend?’ (partner): niet van toepassing"),
        (
            compare("begin", "<", parse_date("2026-01-01")),
            "begin is 15 oktober 2026; nodig is eerder dan 1 januari 2026",
        ),
    ],
)
def test_what_has_words_is_told_in_them(condition: Node, because: str) -> None:
    assert because == why(WORDED, condition)


def why(fields: tuple[Field, ...], condition: Node) -> str:
    """Why the condition does not hold in the case."""
    one = program(*fields, rules("uit", clause(condition, 1)))
    anatomy = dissect(one)
    found = trace(anatomy, reference.prepare(anatomy.inside)(CASE))
    return sentence(why_not(anatomy.organs["uit"].rulings[0].condition, found, words_of(one)))
