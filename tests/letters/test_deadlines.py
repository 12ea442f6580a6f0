"""The terms that a letter prints: of a decision that was sent, and never where they do not run."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.write import compose
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from tests.letters.decisions import ADMISSION
from tests.letters.decisions import PLACEMENT
from tests.letters.decisions import decision
from tests.letters.test_duties import FINAL
from tests.letters.test_duties import adopted
from tests.letters.values import values_of

TEMPLATES = [Path("templates")]
SENTENCE = "De laatste dag is"
PRINTING = """\
# Besluit

{% if termijnen.NAAM.tot_en_met is bekend %}
Van {{ termijnen.NAAM.vanaf }} tot en met {{ termijnen.NAAM.tot_en_met }} ({{ termijnen.NAAM.artikelen }}).
{{ termijnen.NAAM.uitleg }}

{% else %}
Niet bekend.

{% endif %}
## Waarom?

{% if geldt.eerst_op_proef %}
U begint op proef.

{% endif %}
{{ artikelen }} {{ wet.bezwaartermijn }}
"""


def words(decided: Decision | Adoption, templates: list[Path]) -> str:
    letter, findings = compose(decided, templates)
    assert letter is not None, findings
    return as_markdown(letter)


def test_an_adopted_letter_names_the_last_day_with_its_articles() -> None:
    letter, _ = compose(adopted(verzonden_op="2026-11-13"), TEMPLATES)

    assert letter is not None
    printed = [value for value in values_of(letter) if value.name.startswith("termijnen.")]
    articles = (
        "Algemene wet bestuursrecht artikel 6:7",
        "Algemene wet bestuursrecht artikel 6:8 lid 1",
        "Algemene termijnenwet artikel 1 lid 1",
    )
    assert [("28 december 2026", articles), *((each, articles) for each in articles)] == [
        (value.text, value.origins[0].articles) for value in printed
    ]


def test_a_proposal_tells_six_weeks_and_no_day() -> None:
    text = words(decision(ADMISSION), TEMPLATES)

    assert (True, False) == ("zes weken" in text, SENTENCE in text)


def test_a_private_message_has_no_term_for_objection() -> None:
    text = words(adopted(PLACEMENT, mandaat=None), TEMPLATES)

    assert (False, False) == ("zes weken" in text, SENTENCE in text)


@pytest.mark.parametrize(
    ("name", "procedure", "expected"),
    [
        ("betalen", {}, "Van 22 oktober 2026 tot en met 2 december 2026"),
        ("beslissen", {"ontvangen": "2026-10-08"}, "Van 9 oktober 2026 tot en met 3 december 2026"),
        (
            "aanvullen",
            {"aanvullen_gevraagd_op": "2026-10-10", "aanvullen_tot_en_met": "2026-10-24"},
            "Van 11 oktober 2026 tot en met 24 oktober 2026",
        ),
        ("beslissen", {}, "Niet bekend."),
        ("dwangsom", {"ontvangen": "2026-10-08"}, "Niet bekend."),
        (
            "beslissen",
            {"ontvangen": "2026-10-01", "aanvullen_gevraagd_op": "2026-10-10"},
            "Niet bekend.",
        ),
    ],
)
def test_a_template_prints_a_term_when_it_is_known(
    tmp_path: Path, name: str, procedure: dict[str, str], expected: str
) -> None:
    (tmp_path / "toelating.md.j2").write_text(PRINTING.replace("NAAM", name), "utf-8")
    decided = adopted({**FINAL, "procedure": procedure}, toelichting="")

    assert expected in words(decided, [tmp_path])


def test_a_term_that_does_not_run_cannot_be_printed(tmp_path: Path) -> None:
    (tmp_path / "toelating.md.j2").write_text(
        "# Besluit\n\nTot {{ termijnen.bezwaar.tot_en_met }}.\n\n{{ artikelen }} {{ wet.bezwaartermijn }}\n",
        "utf-8",
    )

    letter, findings = compose(decision(ADMISSION), [tmp_path])

    assert (None, ["'termijnen.bezwaar.tot_en_met' is nog niet bekend: deze termijn loopt nog niet"]) == (
        letter,
        [each.message for each in findings],
    )
