"""Behind every sentence and figure: rule, articles, agreement version, facts and who supplied them."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.letters.annex import with_annex
from soco_rules.letters.disclosure import disclosed
from soco_rules.letters.named import Listing
from soco_rules.letters.named import Named
from soco_rules.letters.to_html import as_html
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import lines_of
from soco_rules.letters.tree import origins_of
from soco_rules.letters.vocabulary import vocabulary
from soco_rules.letters.write import compose
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from tests.letters.decisions import ADMISSION
from tests.letters.decisions import PLACEMENT
from tests.letters.decisions import RULES
from tests.letters.decisions import decision

SHIPPED = [Path("templates")]
VERSION = "Afspraken tussen de gemeente Delft en sociale coöperatie Scope (delft/scope), versie van 1 september 2017"
JUDGED = (
    "Op de vraag 'Past deelname bij de arbeidsinschakeling?' oordeelde M. Verkerk op 16 oktober 2026: ja. "
    "De reden: De begeleiding past bij het plan van aanpak."
)
TOLD = "Op de vraag 'Wie heeft de kandidaat verwezen?' is het antwoord: werkse (bron: verwijsbrief, 28 september 2026)."
AGREED = "Afgesproken: proefperiode is 3 maanden (bron: brochure LaNSCO)."
ON_TRIAL = Origin(
    "eerst_op_proef",
    ("Participatiewet artikel 7 lid 1 onderdeel a",),
    None,
    f"{RULES}:88",
    VERSION,
    (TOLD, JUDGED, AGREED),
)


def _given() -> Decision:
    first, *others = ADMISSION["gronden"]
    base = {**first, "regel": "past_bij_inschakeling", "wint": False, "feiten": ["toestemming_gemeente"]}
    ground = {**first, "feiten": ["verwezen_door"], "afspraken": ["proefperiode"]}
    term = {
        "naam": "proefperiode",
        "soort": "duur",
        "herkomst": "afspraak",
        "waarde": "3 maanden",
        "bron": "brochure LaNSCO",
        "plaats": f"{RULES}:20",
    }
    return decision(ADMISSION, gronden=[ground, base, *others], afspraken=[term])


def _letter() -> Letter:
    letter, _ = compose(_given(), SHIPPED)
    assert letter is not None
    return letter


def _words(line: Line) -> str:
    return "".join(inline.text for inline in line)


def test_the_words_of_a_choice_rest_on_what_it_asks_for() -> None:
    (sentence,) = (
        block
        for block in _letter().blocks
        if isinstance(block, Paragraph) and "proefperiode." in _words(block.line)
    )

    assert (ON_TRIAL,) == origins_of([sentence.line])


def test_words_outside_a_choice_rest_on_nothing() -> None:
    assert () == origins_of([block.line for block in _letter().blocks[:1] if isinstance(block, Paragraph)])


def test_an_exception_also_rests_on_the_rule_that_it_is_an_exception_to() -> None:
    outcome = vocabulary(_given())["uitkomst"]

    assert isinstance(outcome, Named)
    assert outcome.value is not None
    assert (ON_TRIAL,) == outcome.value.origins


@pytest.mark.parametrize(
    ("character", "told"), [("mededeling", ["gehoord"]), ("beschikking", ["gehoord", "toestemming gemeente"])]
)
def test_a_notice_tells_no_judgement_that_only_the_decision_to_come_rests_on(
    character: str, told: list[str]
) -> None:
    judged = ADMISSION["feiten"][1]
    heard = {**judged, "naam": "gehoord"}
    ground = {**ADMISSION["gronden"][0], "feiten": ["gehoord"]}
    beside = {**ground, "begrip": "verwijzing", "feiten": ["toestemming_gemeente"]}
    yielding = {**ground, "regel": "eerder", "wint": False, "feiten": ["toestemming_gemeente"]}
    given = decision(
        ADMISSION,
        rechtskarakter=character,
        feiten=[heard, judged],
        gronden=[ground, beside, yielding],
        uitkomsten={"verwijzing": {"waarde": "naar_bbz", "soort": "keuze"}},
    )

    judgements = vocabulary(given)["oordelen"]

    assert isinstance(judgements, Listing)
    assert told == [
        item.fields["naam"].written for item in judgements.items if isinstance(item.fields["naam"], Named)
    ]


def test_a_letter_of_the_cooperative_tells_nothing_of_a_benefit_or_of_a_judgement_of_the_municipality() -> (
    None
):
    benefit = {"naam": "uitkering", "soort": "keuze", "herkomst": "gegeven", "waarde": "pw"}
    names = vocabulary(decision(PLACEMENT, feiten=[benefit, *ADMISSION["feiten"]]))

    told = [names["opgaven"], names["oordelen"]]

    assert [["verwezen door"], []] == [
        [item.fields["naam"].written for item in each.items if isinstance(item.fields["naam"], Named)]
        for each in told
        if isinstance(each, Listing)
    ]


def test_with_missing_answers_only_the_facts_behind_the_outcome_are_told() -> None:
    spare = {"naam": "lievelingskleur", "soort": "tekst", "herkomst": "gegeven", "waarde": "blauw"}
    missing = [{"naam": "x", "soort": "gegeven", "vraag": "X?"}]
    base = _given()
    given = decision(base.model_dump(by_alias=True), feiten=[*ADMISSION["feiten"], spare], ontbreekt=missing)

    told = vocabulary(given)["opgaven"]

    assert isinstance(told, Listing)
    assert ["verwezen_door"] == [item.name.removeprefix("feiten.") for item in told.items]


def test_articles_of_what_does_not_apply_are_not_named() -> None:
    beside = {
        "begrip": "deelname_tot_en_met",
        "regel": None,
        "uitkomst": "niet van toepassing",
        "wint": True,
        "grondslag": ["Participatiewet artikel 10"],
        "plaats": f"{RULES}:1",
    }

    articles = vocabulary(decision(ADMISSION, gronden=[*ADMISSION["gronden"], beside]))["artikelen"]

    assert isinstance(articles, Listing)
    assert ["Participatiewet artikel 7 lid 1 onderdeel a"] == [item.written for item in articles.items]


FIRST = Origin("een", ("Proefwet artikel 1",), place="r.yaml:1", version="Proef", facts=("Het is zo.",))
SECOND = Origin(facts=("Het is anders.",))


def _small() -> Letter:
    value = Value("€ 5,00", "bedrag", "bedrag", (SECOND,))
    blocks = (
        Paragraph((Text("Dag"),)),
        Paragraph((Text("U mag.", (FIRST,)),)),
        Bullets(((value,), (Text("punt"),))),
        Table(((Text("a"),), (Text("b"),)), (((Text("som", (FIRST,)),), (value,)),), (False, True)),
    )
    letter = _letter()
    return Letter(letter.sender, letter.addressees, (), letter.subject, blocks, letter.signature, letter.day)


def test_the_annex_numbers_what_rests_on_something_once_and_in_order() -> None:
    annexed = with_annex(_small())

    paragraph, mays, bullets, table = annexed.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(mays, Paragraph)
    assert isinstance(bullets, Bullets)
    assert isinstance(table, Table)
    assert ["Dag", "U mag. [1]", "€ 5,00 [2]", "punt", "som [1, 2]", "€ 5,00"] == [
        _words(line) for line in (paragraph.line, mays.line, *bullets.items, *table.rows[0])
    ]
    listed = annexed.annex[-1]
    assert isinstance(listed, Bullets)
    assert [
        "Regel: ‘een’. Dit rust op Proefwet artikel 1. Overeenkomst: Proef. Plaats van de regel: r.yaml:1. Het is zo.",
        "Het is anders.",
    ] == [_words(line) for line in listed.items]


def test_a_letter_that_rests_on_nothing_has_no_annex() -> None:
    letter = _small()
    bare = Letter(letter.sender, (), (), letter.subject, letter.blocks[:1], letter.signature, letter.day)

    assert bare == with_annex(bare)


def test_the_annex_is_written_in_every_text_form() -> None:
    annexed = with_annex(_letter())

    assert (True, True) == (
        "past bij het plan van aanpak" in as_html(annexed),
        "past bij het plan van aanpak" in as_markdown(annexed),
    )


def test_on_screen_each_block_opens_to_what_it_rests_on() -> None:
    _, mays, _, table = _small().blocks

    assert [
        '<details class="grond">',
        "<summary>Waar rust dit op?<span> U mag.</span></summary>",
        "<ul>",
        (
            "<li><bdi>Regel: ‘een’. Dit rust op Proefwet artikel 1. Overeenkomst: Proef. "
            "Plaats van de regel: r.yaml:1. Het is zo.</bdi></li>"
        ),
        "</ul>",
        "</details>",
    ] == list(disclosed(mays))
    assert "<li><strong>som</strong>: <bdi>Het is anders.</bdi></li>" in list(disclosed(table))


def test_a_block_that_rests_on_nothing_does_not_open() -> None:
    assert [] == list(disclosed(_small().blocks[0]))


@pytest.mark.parametrize("tag", ["<script", "onclick"])
def test_opening_needs_no_script(tag: str) -> None:
    page = as_html(_letter())

    assert ("<details" in page, tag in page) == (True, False)


PERSON = {"naam": "mevrouw A. Jansen", "aanhef": "mevrouw Jansen"}
PARTNER = {"naam": "de heer B. Jansen", "aanhef": "meneer Jansen", "rol": "partner"}
KEEPER = {"naam": "C. Bakker", "rol": "bewindvoerder", "namens": "mevrouw A. Jansen"}


@pytest.mark.parametrize(
    ("addressees", "expected"),
    [
        ([], ["Geachte heer of mevrouw,"]),
        ("A. Jansen\nDelft", ["Geachte heer of mevrouw,"]),
        ([PERSON], ["Geachte mevrouw Jansen,"]),
        (
            [PERSON, PARTNER],
            [
                "Geachte mevrouw Jansen en meneer Jansen,",
                (
                    "Deze brief is voor u allebei. Met u bedoelen wij mevrouw A. Jansen. "
                    "Met uw partner bedoelen wij de heer B. Jansen."
                ),
            ],
        ),
        (
            [KEEPER],
            [
                "Geachte heer of mevrouw,",
                "Deze brief gaat over mevrouw A. Jansen. Met u bedoelen wij steeds mevrouw A. Jansen.",
                "C. Bakker krijgt deze brief als bewindvoerder.",
            ],
        ),
    ],
)
def test_the_letter_addresses_each_person_and_who_acts_for_one(
    addressees: object, expected: list[str]
) -> None:
    letter, _ = compose(decision(ADMISSION, brief={"geadresseerden": addressees, "kenmerk": "1"}), SHIPPED)

    assert letter is not None
    lines = [_words(block.line).strip() for block in letter.blocks if isinstance(block, Paragraph)]
    assert expected == lines[: len(expected)]


def _deviated() -> Adoption:
    ground = {**ADMISSION["gronden"][0], "regel": "past_niet_bij_inschakeling", "uitkomst": "afgewezen"}
    proposal = decision(ADMISSION, uitkomst="afgewezen", gronden=[ground])
    consequences = decision(ADMISSION, gronden=ADMISSION["gronden"][1:])
    return Adoption.model_validate(
        {
            "besluit": proposal.model_dump(by_alias=True),
            "door": "C. de Wit",
            "functie": "teamleider",
            "mandaat": {"naam": "m", "orgaan": "college", "bron": "Mandaatbesluit 2026"},
            "datum": "2026-10-20",
            "verzonden_op": "2026-10-21",
            "zienswijze": {
                "wijze": "gehoord",
                "datum": "2026-10-12",
                "toelichting": "U had al afspraken met Scope.",
            },
            "toelichting": "Wij hebben ook naar uw gezin gekeken.",
            "afwijking": {
                "uitkomst": "toegewezen_op_proef",
                "reden": "Dit plan brengt haar dichter bij werk.",
                "gevolgen": consequences.model_dump(by_alias=True),
            },
        }
    )


def _why(letter: Letter) -> list[str]:
    """The paragraphs between the heading with the reasons and the facts."""
    lines = [
        _words(next(lines_of(block))).strip()
        for block in letter.blocks
        if isinstance(block, Heading | Paragraph)
    ]
    start = lines.index("Waarom?") + 1
    return lines[start : lines.index("Dit heeft een persoon beoordeeld:", start)]


def test_a_deviation_is_the_decision_of_a_person_and_never_of_a_rule() -> None:
    letter, findings = compose(_deviated(), SHIPPED)

    assert letter is not None
    assert () == findings
    assert [
        (
            "Wij wijken voor u af van de afspraken. Volgens de afspraken was de uitkomst: afgewezen. "
            "C. de Wit, teamleider, heeft dit besloten. Dit is de reden:"
        ),
        "Dit plan brengt haar dichter bij werk.",
        (
            "Door uw bijzondere omstandigheden zouden de afspraken gevolgen hebben "
            "die niet in verhouding staan tot hun doel "
            "(Algemene wet bestuursrecht artikel 4:84)."
        ),
        "Wij hebben ook naar uw gezin gekeken.",
        (
            "Wij hebben u gevraagd wat u van ons voornemen vindt (Algemene wet bestuursrecht artikel 4:9). "
            "Dat was op 12 oktober 2026. U had al afspraken met Scope."
        ),
    ] == _why(letter)


def test_a_letter_that_leaves_out_what_the_person_wrote_is_not_made(tmp_path: Path) -> None:
    text = Path("templates/toelating.md.j2").read_text("utf-8")
    part = '{% include "delen/toelichting.md.j2" %}\n'
    (tmp_path / "toelating.md.j2").write_text(text.replace(part, ""), "utf-8")

    letter, findings = compose(_deviated(), [tmp_path, *SHIPPED])

    message = "de brief zegt niet wat de persoon die vaststelt heeft geschreven (vaststelling.toelichting)"
    assert (None, [("sjabloon-grond", message)]) == (letter, [(each.code, each.message) for each in findings])
