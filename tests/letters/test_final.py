"""When a letter is final, what its head then says, and every reason that keeps it a concept."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.adopt.statement import Deviating
from soco_rules.letters.law import hearing_of
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.write import compose
from soco_rules.letters.write import for_review
from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Manner
from soco_rules.model.decision import Decision
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle
from tests.adopted import ADOPTED
from tests.adopted import HEARD
from tests.adopted import TEMPLATES
from tests.adopted import adopted
from tests.adopted import for_the_cooperative
from tests.adopted import proposal
from tests.adopted import says
from tests.adopted import told

TOO_MANY_HOURS = {"verwachte_uren: {waarde: 600": "verwachte_uren: {waarde: 1100"}
STYLE = HouseStyle(sender=("Gemeente Waterstede", "Team Participatie"), objection_address=("Postbus 1",))


def letter_of(decided: Decision | Adoption, style: HouseStyle = PLAIN) -> Letter:
    """The letter, which can be written."""
    letter, findings = compose(decided, TEMPLATES, style)
    assert letter, told(findings)
    return letter


def text(line: Line) -> str:
    """The words of a line."""
    return "".join(inline.text for inline in line)


def reasons(letter: Letter) -> list[str]:
    """Why it is a concept."""
    return [text(line) for line in letter.concept]


def admission() -> Adoption:
    """An adopted admission on trial."""
    return adopted(proposal(), says(sent_on=ADOPTED + 1))


def placement() -> Adoption:
    """An adopted place in the cooperative."""
    return adopted(proposal("plaatsing", day=ADOPTED + 4), for_the_cooperative())


def test_an_adopted_letter_is_final() -> None:
    assert ([], []) == (reasons(letter_of(admission())), reasons(letter_of(placement())))


def test_the_signature_names_the_authority_and_on_behalf_of_it_the_person() -> None:
    assert [
        "Het college van burgemeester en wethouders van Waterstede,",
        "namens deze,",
        "A. de Groot",
        "teamleider participatie",
    ] == [text(line) for line in letter_of(admission()).signature.lines]


def test_the_cooperative_signs_for_itself() -> None:
    assert ["Sociale coöperatie De Sluis", "J. Vos", "voorzitter"] == [
        text(line) for line in letter_of(placement()).signature.lines
    ]


def test_the_head_has_the_days_and_the_mandate() -> None:
    assert {
        "Datum van het besluit": "22 oktober 2026",
        "Verzonden op": "23 oktober 2026",
        "Ons kenmerk": "WS-2026-0117",
        "Behandeld door": "M. Bakker",
        "Ontvangen op": "8 oktober 2026",
        "Mandaat": "Mandaatbesluit Waterstede 2026, artikel 3",
    } == {detail.label: text(detail.line) for detail in letter_of(admission()).details}


def test_the_cooperative_takes_no_besluit_and_has_no_mandate() -> None:
    assert ["Datum van de beslissing", "Verzonden op", "Ons kenmerk", "Behandeld door"] == [
        detail.label for detail in letter_of(placement()).details
    ]


def test_the_day_of_the_letter_is_that_of_the_adoption() -> None:
    assert ADOPTED == letter_of(admission()).day


def test_the_last_day_for_objection_follows_from_the_day_of_sending() -> None:
    assert "4 december 2026" in as_markdown(letter_of(admission()))


def test_a_proposal_is_a_concept_that_nobody_signed() -> None:
    letter = letter_of(proposal())

    assert ["Het voorstel is nog niet door een bevoegd persoon vastgesteld."] == reasons(letter)
    assert "Nog niet ondertekend" == text(letter.signature.lines[-1])
    assert "Datum van het voorstel" == letter.details[0].label


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"provisional": ("Het besluit rust op een aanname over de norm.",)},
            "Het besluit rust op een aanname",
        ),
        ({"letter": {"kenmerk": "1"}}, "In de brief ontbreekt naam en adres van de geadresseerde."),
        ({"letter": {"geadresseerden": ["S. Willems", "Kade 1"]}}, "In de brief ontbreekt het kenmerk."),
    ],
)
def test_an_adopted_letter_stays_a_concept_for_what_it_lacks(changes: dict[str, object], reason: str) -> None:
    adoption = admission()
    lacking = adoption.model_copy(update={"decision": adoption.decision.model_copy(update=changes)})

    assert any(found.startswith(reason) for found in reasons(letter_of(lacking)))


def test_what_the_head_lacks_is_told_to_who_writes_the_letter() -> None:
    adoption = admission()
    without = adoption.decision.model_copy(update={"letter": {}})

    _, findings = compose(adoption.model_copy(update={"decision": without}), TEMPLATES)

    assert ["brief-onvolledig", "brief-onvolledig"] == [found.code for found in findings]


def test_a_duty_that_is_not_met_keeps_the_letter_a_concept(tmp_path: Path) -> None:
    template = TEMPLATES[0] / "waterstede" / "toelating.md.j2"
    bare = template.read_text("utf-8").replace(
        '{% include "delen/bezwaar.md.j2" %}', "{{ wet.bezwaartermijn }}"
    )
    (tmp_path / template.name).write_text(bare, "utf-8")

    letter, findings = compose(admission(), (tmp_path, *TEMPLATES))

    assert letter, told(findings)
    assert [True] == [
        found.startswith("De brief voldoet niet aan een eis (C14,") for found in reasons(letter)
    ][:1]


def test_no_reason_is_told_twice() -> None:
    adoption = admission()
    twice = adoption.decision.model_copy(update={"provisional": ("Een aanname.", "Een aanname.")})

    assert ["Een aanname."] == reasons(letter_of(adoption.model_copy(update={"decision": twice})))


def test_a_letter_for_review_is_never_the_letter_itself() -> None:
    assert ["Dit bestand is bedoeld om na te lezen; de brief zelf is een PDF."] == reasons(
        for_review(letter_of(admission()))
    )


def test_the_house_style_is_that_of_the_municipality_only() -> None:
    ours, theirs = letter_of(admission(), STYLE), letter_of(placement(), STYLE)

    assert (STYLE, PLAIN) == (ours.style, theirs.style)
    assert ["Gemeente Waterstede", "Team Participatie"] == [text(line) for line in ours.sender.lines]
    assert ["Sociale coöperatie De Sluis"] == [text(line) for line in theirs.sender.lines]


def test_a_deviation_is_told_as_the_decision_of_a_person() -> None:
    said = says(
        hearing=HEARD, deviation=Deviating({None: "toegewezen_op_proef"}, "Zij begint met minder uren.")
    )
    letter = letter_of(adopted(proposal(changes=TOO_MANY_HOURS), said))

    written = as_markdown(letter)
    assert [] == reasons(letter)
    assert "Zij begint met minder uren." in written
    assert "1 februari 2027" in written
    assert "te veel uren" not in written


def test_the_same_adoption_gives_the_same_letter() -> None:
    assert letter_of(admission()) == letter_of(admission())


@pytest.mark.parametrize(
    ("procedure", "said", "article"),
    [
        ({}, "ja", "Algemene wet bestuursrecht artikel 4:7 lid 1"),
        ({"ontvangen": "2026-10-01"}, "nee", "Algemene wet bestuursrecht artikel 4:8 lid 1"),
        ({"ontvangen": "2026-10-01"}, None, "Algemene wet bestuursrecht artikel 4:7 lid 1"),
        ({}, None, "Algemene wet bestuursrecht afdeling 4.1.2"),
    ],
    ids=["on an application", "of its own accord", "an earlier one on an application", "an earlier one"],
)
def test_why_nobody_had_to_be_heard_rests_on_the_article_that_applies(
    procedure: dict[str, str], said: str | None, article: str
) -> None:
    assert article == hearing_of(Manner.NOT_REQUIRED, procedure, said).article
