"""Who adopts a month keeps the letters in the dossiers as they are sent, as at the desk for one decision."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from soco_rules.dossiers.making_known import known_of
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import contents
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import SentLetter
from soco_rules.model.values import iso_day
from soco_rules.settling.looking import Sent
from soco_rules.settling.settle import Order
from soco_rules.settling.settle import RefusedError
from soco_rules.settling.settle import ground_of
from soco_rules.settling.settle import settle
from tests.settling.test_settle import CLERK
from tests.settling.test_settle import FILE
from tests.settling.village import AGREEMENT
from tests.settling.village import MONTH
from tests.settling.village import RULES
from tests.settling.village import TODAY
from tests.settling.village import Kept
from tests.settling.village import opened
from tests.settling.village import settled
from tests.settling.village import village
from tests.web.persons import ROOT

WITH_LETTER = (
    RULES.replace("uitkomst: uitkering\n", "uitkomst: uitkering\n    brief: betaling\n")
    .replace("ook: [inkomen, druk]", "ook: [inkomen, druk, volle_norm]")
    .replace(
        "begrippen:\n",
        "begrippen:\n  volle_norm: {soort: bedrag, per: maand, berekening: norm, grondslag: Proefwet artikel 1}\n",
    )
)
LETTER = """\
# {{ titel }}

{% include "delen/aanhef.md.j2" %}
U krijgt {{ uitkomst }} bijstand.

## Waarom?

{% include "delen/afwijking.md.j2" %}
{% include "delen/toelichting.md.j2" %}
{% include "delen/gegevens.md.j2" %}
## Zo hebben wij gerekend

| Onderdeel | Bedrag |
|---|---:|
| De norm | {{ uitkomsten.volle_norm }} |
| Min: uw inkomen | {{ uitkomsten.inkomen.belanghebbende }} |
| Uw bijstand | {{ uitkomst }} |

{% include "delen/regels.md.j2" %}
{% include "delen/bezwaar.md.j2" %}
{% include "delen/hulp.md.j2" %}
{% include "delen/groet.md.j2" %}
"""


@pytest.fixture
def templates(tmp_path: Path) -> tuple[Path, ...]:
    (tmp_path / "dorp").mkdir()
    (tmp_path / "dorp" / "betaling.md.j2").write_text(LETTER, "utf-8")
    return tmp_path, ROOT / "templates"


def at_home() -> Kept:
    """One member, of whom it is known where he lives."""
    ledger = opened("A. Zandstra")
    person = Person(name="A. Zandstra", member_number="L1", address=("Dorpsstraat 1", "1234 AB Dorp"))
    ledger.append([Draft(person, 1)])
    return ledger


def adopted(ledger: Kept, templates: tuple[Path, ...], rules: str = WITH_LETTER) -> tuple[int, int, int]:
    file = "\n".join(FILE.splitlines()[:2])
    done = settled(ledger, file, said=CLERK, templates=templates, workspace=village(rules))
    return done.taken.adopted, done.taken.kept, done.taken.unsent


def test_a_final_letter_is_kept_and_the_beschikking_is_known_to_be_sent(templates: tuple[Path, ...]) -> None:
    ledger = at_home()

    counted = adopted(ledger, templates)

    dossier = ledger.book().dossiers[1]
    standing = next(each for each in adopted_of(dossier, "betaling"))
    (found,) = contents(ledger.book().dossiers[1], SentLetter)
    assert ((1, 1, 0), (standing.entry.number, iso_day(TODAY), True), TODAY) == (
        counted,
        (found[1].adoption, found[1].date, base64.b64decode(found[1].content).startswith(b"%PDF")),
        known_of(ledger.book().dossiers[1], standing.entry, standing.short).day,
    )


@pytest.mark.parametrize(
    ("clock", "expected"),
    [(TODAY, []), (TODAY + 1, ["verzending-dag"]), (TODAY - 1, ["dag-komt-nog"])],
    ids=["today", "the letters are made a day after they were sent", "a day that still has to come"],
)
def test_the_day_of_the_besluiten_is_held_against_the_real_one(
    clock: int, expected: list[str], templates: tuple[Path, ...]
) -> None:
    workspace, sent = village(WITH_LETTER), Sent("o.csv", "\n".join(FILE.splitlines()[:2]).encode())
    order = Order(AGREEMENT, MONTH, TODAY, CLERK, templates=templates, clock=clock)

    try:
        found = settle(at_home(), ground_of(workspace, order), order, sent, lambda _, items: items).findings
    except RefusedError as error:
        found = error.findings

    assert expected == [each.code for each in found]


def test_a_letter_that_stays_a_concept_is_not_kept_and_the_beschikking_still_has_to_be_made_known(
    templates: tuple[Path, ...],
) -> None:
    ledger = at_home()

    counted = adopted(ledger, templates, WITH_LETTER.replace("status: vastgesteld", "status: concept"))

    assert ((1, 0, 1), []) == (counted, contents(ledger.book().dossiers[1], SentLetter))
