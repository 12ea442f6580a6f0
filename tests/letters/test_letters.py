from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from soco_rules.letters.blocks import blocks
from soco_rules.letters.sandbox import FIRST_TOKEN
from soco_rules.letters.sandbox import Rendered
from soco_rules.letters.to_html import as_html
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.tree import Address
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Signature
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.letters.write import compose
from tests.letters.decisions import ADMISSION
from tests.letters.decisions import EXEMPTION
from tests.letters.decisions import PLACEMENT
from tests.letters.decisions import RULES
from tests.letters.decisions import SETTLEMENT
from tests.letters.decisions import decision
from tests.letters.values import values_of

Write = Callable[..., Path]

SHIPPED = [Path("templates")]
HEAD = "# Onderwerp\n\n"
LAWFUL = (
    "\n\n## Waarom?\n\n{% if geldt.eerst_op_proef %}\nIedereen begint op proef.\n\n{% endif %}\n"
    "{{ artikelen }} {{ wet.bezwaartermijn }}\n"
)


_UNSEEN = frozenset({"head", "details"})
"""What no other form has: the head of the page, and what opens only on screen."""


class _Words(HTMLParser):
    """The text of a page without its head, and the tags that it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self._inside_head = False

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._inside_head = self._inside_head or tag in _UNSEEN
        self.text += "" if tag == "bdi" else " "

    def handle_endtag(self, tag: str) -> None:
        self._inside_head = self._inside_head and tag not in _UNSEEN
        self.text += "" if tag == "bdi" else " "

    def handle_data(self, data: str) -> None:
        self.text += "" if self._inside_head else data


def _page(page: str) -> _Words:
    words = _Words()
    words.feed(page)
    words.close()
    return words


def _words_of_markdown(text: str) -> list[str]:
    return _page(MarkdownIt("commonmark").enable("table").render(text)).text.split()


def _letter(base: dict[str, Any], **changes: object) -> Letter:
    letter, findings = compose(decision(base, **changes), SHIPPED)
    assert () == findings
    assert letter is not None
    return letter


@pytest.mark.parametrize(
    "base",
    [ADMISSION, SETTLEMENT, PLACEMENT, EXEMPTION],
    ids=["toelating", "verrekening", "plaatsing", "ontheffing"],
)
def test_the_letters(base: dict[str, Any], snapshot: SnapshotAssertion) -> None:
    letter = _letter(base)

    assert snapshot(name="html") == as_html(letter)
    assert snapshot(name="markdown") == as_markdown(letter)


HOSTILE = [
    "**[x](http://voorbeeld.nl)**",
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "<script>alert(1)</script>",
    "</bdi><h1>kop</h1>",
    '" onmouseover="x',
    "#let x = 1",
    "# kop",
    "- punt",
    "1. punt",
    "> citaat",
    "a | b",
    "---",
    "een\n\n# twee",
    "een\r\ntwee",
    "\u202eomgekeerd\u202c",
    "\u200fmerk",
    "&euro; &amp;",
    "\\*",
    "`code` ~~weg~~ __vet__",
    "http://voorbeeld.nl www.voorbeeld.nl a@voorbeeld.nl",
    chr(FIRST_TOKEN) + chr(FIRST_TOKEN + 1),
    "noot " * 20_000,
]

PLACES = f"{HEAD}Tekst {{{{ brief.noot }}}} tekst.\n\n{{{{ brief.noot }}}}\n\n- {{{{ brief.noot }}}}\n\n| a | b |\n|---|---|\n| {{{{ brief.noot }}}} | c |\n{LAWFUL}"


@pytest.mark.parametrize("note", HOSTILE)
def test_no_value_is_markup(write: Write, note: str) -> None:
    folder = write(PLACES)
    plain, _ = compose(decision(ADMISSION, brief={"noot": "noot"}), [folder])
    hostile, _ = compose(decision(ADMISSION, brief={"noot": note}), [folder])
    assert plain is not None
    assert hostile is not None
    render = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render

    page, harmless = _page(as_html(hostile)), _page(as_html(plain))
    marked, harmless_marked = _page(render(as_markdown(hostile))), _page(render(as_markdown(plain)))

    assert (harmless.tags, harmless_marked.tags) == (page.tags, marked.tags)
    assert (4, True) == (
        page.text.count(clean(note)),
        " ".join(note.split()) in " ".join(marked.text.split()),
    )


def _tree(texts: list[str]) -> Letter:
    values = tuple(Value(clean(text), f"v{number}", "tekst") for number, text in enumerate(texts))
    first, second, third = (chr(FIRST_TOKEN + number) for number in range(3))
    body = f"## Kop {first}\n\n{second} tekst {first}\n\n- {third}\n- punt\n\n1. {first}\n\n| {first} | b |\n|---|---:|\n| {second} | {third} |\n"
    return Letter(
        sender=Address(((values[0],),)),
        addressees=(Address(((values[1],), (values[2],))),),
        details=(),
        subject=(Text("Onderwerp "), values[0]),
        day=739545,
        blocks=blocks(Rendered(body, values)),
        signature=Signature(((values[2],),)),
        concept=((values[1],),),
    )


@given(st.lists(st.text(max_size=30), min_size=3, max_size=3))
@settings(max_examples=200)
def test_html_and_markdown_have_the_same_words(texts: list[str]) -> None:
    letter = _tree(texts)

    assert _page(as_html(letter)).text.split() == _words_of_markdown(as_markdown(letter))


@pytest.mark.parametrize("base", [ADMISSION, SETTLEMENT, PLACEMENT, EXEMPTION])
def test_the_shipped_letters_have_the_same_words_in_both_forms(base: dict[str, Any]) -> None:
    letter = _letter(base)

    assert _page(as_html(letter)).text.split() == _words_of_markdown(as_markdown(letter))


def test_a_value_keeps_the_rule_that_gave_it() -> None:
    (value,) = {
        value for value in values_of(_letter(ADMISSION)) if value.name == "uitkomsten.proefperiode_tot_en_met"
    }

    assert (
        Value(
            "14 januari 2027",
            "uitkomsten.proefperiode_tot_en_met",
            "datum",
            (
                Origin(
                    "gewone_proef",
                    (),
                    "brochure LaNSCO",
                    f"{RULES}:160",
                    "Afspraken tussen de gemeente Delft en sociale coöperatie Scope (delft/scope), "
                    "versie van 1 september 2017",
                ),
            ),
        )
        == value
    )


def test_a_filter_keeps_where_the_value_came_from(write: Write) -> None:
    folder = write(f"{HEAD}{{{{ uitkomst | hoofdletter }}}}{LAWFUL}")

    letter, _ = compose(decision(ADMISSION), [folder])

    assert letter is not None
    value = next(values_of(letter))
    assert ("Toegewezen op proef", "eerst_op_proef") == (value.text, value.origins[0].rule)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("De Vrije Uitloop U.A.", "U begint bij De Vrije Uitloop U.A. Welkom."),
        ("Scope", "U begint bij Scope. Welkom."),
        ("De Vraag?", "U begint bij De Vraag?. Welkom."),
    ],
)
def test_a_name_that_ends_with_a_full_stop_ends_the_sentence(write: Write, name: str, sentence: str) -> None:
    folder = write(
        f"{HEAD}U begint{{% if cooperatie is bekend %}} bij {{{{ cooperatie }}}}{{% endif %}}. Welkom.\n{LAWFUL}"
    )

    letter, _ = compose(decision(ADMISSION, cooperatie=name), [folder])

    assert letter is not None
    assert sentence in as_markdown(letter)


def test_every_letter_is_a_concept_and_says_why() -> None:
    reasons = ["".join(inline.text for inline in reason) for reason in _letter(EXEMPTION).concept]

    assert [
        "Het voorstel is nog niet door een bevoegd persoon vastgesteld.",
        "Bij deze uitkomst hoort nog het oordeel van een persoon.",
        "De overeenkomst is een voorbeeld.",
    ] == reasons


def test_a_private_decision_never_offers_objection(write: Write) -> None:
    folder = write(f"{HEAD}U kunt binnen {{{{ wet.bezwaartermijn }}}} bezwaar maken.\n", "plaatsing.md.j2")

    letter, findings = compose(decision(PLACEMENT), [folder])

    assert letter is None
    assert ["'wet.bezwaartermijn' kan hier niet: tegen deze beslissing staat geen bezwaar open"] == [
        finding.message for finding in findings
    ]


def test_the_shared_objection_clause_disappears_where_objection_is_not_possible() -> None:
    assert "maken. Stuur een brief naar" not in as_markdown(_letter(ADMISSION, rechtskarakter="mededeling"))


def test_a_beschikking_without_objection_clause_or_article_is_not_written(write: Write) -> None:
    letter, findings = compose(decision(ADMISSION), [write(f"{HEAD}U mag meedoen.\n")])

    assert letter is None
    assert [
        "een beschikking zegt hoe iemand bezwaar maakt; voeg het deel over bezwaar in",
        "een beschikking noemt haar wettelijke grondslag; druk {{ artikelen }} af",
        (
            "onder 'Waarom' staat geen zin voor de regel 'eerst_op_proef', "
            "die de uitkomst 'toegewezen op proef' geeft (besluit toelating)"
        ),
    ] == [finding.message for finding in findings]


@pytest.mark.parametrize(
    "words", ["Geen onderwerp.\n", "# Een\n\n# Twee\n\nTekst.\n", "Eerst dit.\n\n# Onderwerp\n"]
)
def test_a_letter_begins_with_one_subject(write: Write, words: str) -> None:
    letter, findings = compose(decision(PLACEMENT), [write(words, "plaatsing.md.j2")])

    assert (None, "de brief begint niet met één onderwerp") == (letter, findings[0].message.split(";")[0])


@pytest.mark.parametrize(
    "status",
    [
        "niet_in_werking",
        "gegevens_strijdig",
        "niet_van_toepassing",
        "rekenaars_oneens",
        "regels_strijdig",
        "gegevens_ontbreken",
        "geen_regel",
        "eis_geschonden",
    ],
)
def test_there_is_no_letter_about_what_is_not_decided(status: str) -> None:
    letter, findings = compose(decision(ADMISSION, status=status), SHIPPED)

    assert (None, ["niets-te-besluiten"]) == (letter, [finding.code for finding in findings])


def test_a_judgement_that_is_missing_leaves_nothing_to_write() -> None:
    missing = [{"naam": "toestemming_gemeente", "soort": "oordeel", "vraag": "Past deelname?"}]
    given = decision(ADMISSION, status="oordeel_nodig", uitkomst=None, ontbreekt=missing)

    letter, (finding,) = compose(given, SHIPPED)

    assert letter is None
    assert (
        "over 'Toestemming voor deelname aan de sociale coöperatie' is nog niets te besluiten (oordeel nodig). "
        "Nog te beantwoorden: Past deelname?"
    ) == finding.message


def test_days_of_a_procedure_that_cannot_follow_each_other_make_no_letter() -> None:
    given = decision(ADMISSION, procedure={"ontvangen": "2026-10-05", "verdaagd_op": "2026-10-04"})

    letter, findings = compose(given, SHIPPED)

    assert (None, ["procedure-volgorde"]) == (letter, [finding.code for finding in findings])


def test_a_template_for_a_status_makes_a_letter_without_an_outcome(write: Write) -> None:
    folder = write(f"{HEAD}Stuur ons nog iets.\n", "toelating.gegevens_ontbreken.md.j2")

    letter, findings = compose(decision(ADMISSION, status="gegevens_ontbreken", uitkomst=None), [folder])

    assert (True, ()) == (letter is not None, findings)


def test_the_template_of_the_municipality_goes_first(write: Write) -> None:
    write(f"{HEAD}Algemeen.\n", "plaatsing.md.j2")
    folder = write(f"{HEAD}Van Delft.\n", "delft/plaatsing.md.j2")

    letter, _ = compose(decision(PLACEMENT), [folder])

    assert letter is not None
    assert "Van Delft." in as_markdown(letter)


@pytest.mark.parametrize("name", ["../toelating", "/etc/passwd", "", "a b", "Toelating"])
def test_a_decision_cannot_point_outside_the_templates(name: str) -> None:
    letter, findings = compose(decision(ADMISSION, sjabloon=name, besluit=name or "../x"), SHIPPED)

    assert (None, ["sjabloon"]) == (letter, [finding.code for finding in findings])


def test_an_agreement_reference_cannot_point_outside_the_templates(write: Write) -> None:
    folder = write("Geheim.\n", "toelating.md.j2") / "leeg"
    folder.mkdir()

    letter, findings = compose(decision(ADMISSION, overeenkomst="../scope"), [folder])

    assert (None, ["sjabloon"]) == (letter, [finding.code for finding in findings])


def test_a_letter_without_a_head_is_a_concept_with_warnings() -> None:
    letter, findings = compose(decision(ADMISSION, brief={}, gemeente=None), SHIPPED)

    assert letter is not None
    assert [
        "in de brief ontbreekt de gemeente en het bestuursorgaan",
        "in de brief ontbreekt naam en adres van de geadresseerde",
        "in de brief ontbreekt het kenmerk",
    ] == [finding.message for finding in findings]


def test_both_partners_are_addressed() -> None:
    both = [{"naam": "A. Zandstra", "plaats": "Delft"}, "B. Zandstra\nDelft"]

    letter = _letter(ADMISSION, brief={"geadresseerden": both, "kenmerk": "1"})

    assert [["A. Zandstra", "Delft"], ["B. Zandstra", "Delft"]] == [
        ["".join(inline.text for inline in line) for line in address.lines] for address in letter.addressees
    ]


def test_the_page_loads_nothing_and_speaks_dutch() -> None:
    page = as_html(_letter(ADMISSION))

    assert '<html lang="nl">' in page
    assert not {"link", "script", "img", "iframe", "object", "a"} & set(_page(page).tags)
    assert "url(" not in page
    assert "@import" not in page
