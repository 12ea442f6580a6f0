from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from soco_rules.diagnostics import Diagnostic
from soco_rules.letters.check import check_templates
from soco_rules.letters.to_html import as_html
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.write import compose
from tests.letters.decisions import ADMISSION
from tests.letters.decisions import PLACEMENT
from tests.letters.decisions import decision

Write = Callable[..., Path]

HEAD = "# Onderwerp\n\n"


def _told(findings: tuple[Diagnostic, ...]) -> list[tuple[str, int, str]]:
    return [(finding.code, finding.span.line, finding.message) for finding in findings]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Wij betalen € 100 aan u.", "hier staat een bedrag: '€ 100'"),
        ("Wij betalen 1.419,46 aan u.", "hier staat een bedrag: '1.419,46'"),
        ("Wij betalen vijf euro aan u.", "hier staat een bedrag: 'vijf euro'"),
        ("U krijgt tweehonderdvijftig euro.", "hier staat een bedrag: 'tweehonderdvijftig euro'"),
        ("Binnen zestig dagen.", "hier staat een termijn: 'zestig dagen'"),
        ("U betaalt 12,5 % van de winst.", "hier staat een percentage: '12,5 %'"),
        ("U betaalt tien procent van de winst.", "hier staat een percentage: 'tien procent'"),
        ("Dit geldt tot 2027-01-01.", "hier staat een datum: '2027-01-01'"),
        ("Dit geldt tot 1 januari.", "hier staat een datum: '1 januari'"),
        ("Zie artikel 6:7 van de wet.", "hier staat een artikel: 'artikel 6'"),
        ("Zie lid 2 van de wet.", "hier staat een artikel: 'lid 2'"),
        ("U kunt binnen zes weken bezwaar maken.", "hier staat een termijn: 'zes weken'"),
        ("U kunt binnen 6 weken bezwaar maken.", "hier staat een termijn: '6 weken'"),
    ],
)
def test_a_literal_value_is_found_on_its_line(write: Write, words: str, message: str) -> None:
    findings = check_templates([write(f"{HEAD}{{% if uitkomst is bekend %}}\n{words}\n{{% endif %}}\n")])

    assert ("sjabloon-vaste-waarde", 4, message) in _told(findings)


@pytest.mark.parametrize(
    "words", ["De norm voor deze maand.", "Bel ons een week later.", "1. Eerst dit.\n2. Dan dat."]
)
def test_ordinary_words_are_no_literal_values(write: Write, words: str) -> None:
    assert () == check_templates([write(f"{HEAD}{words}\n")])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("{{ uitkomts }}", "de naam 'uitkomts' bestaat niet"),
        ("{{ 7 * 7 }}", "rekenen hoort niet in een sjabloon"),
        ("{{ 'x' * 10**9 }}", "rekenen hoort niet in een sjabloon"),
        ("{{ 'EUR 100' }}", "een vaste tekst of een vast getal tussen {{ }} hoort niet in een sjabloon"),
        ("{{ titel ~ titel }}", "teksten aan elkaar plakken hoort niet in een sjabloon"),
        ("{{ titel.upper() }}", "een aanroep met ( ) hoort niet in een sjabloon"),
        ("{{ titel['naam'] }}", "zoeken met [ ] hoort niet in een sjabloon"),
        ("{{ titel.__class__.__mro__ }}", "'__mro__' is geen naam uit een besluit"),
        ("{{ self }}", "de naam 'self' bestaat niet"),
        ("{{ range(10**9) }}", "een aanroep met ( ) hoort niet in een sjabloon"),
        ("{{ cycler.__init__.__globals__ }}", "'__globals__' is geen naam uit een besluit"),
        ("{{ titel | attr('__class__') }}", "een bewerking met | op deze plaats hoort niet in een sjabloon"),
        ("{{ titel | safe }}", "de bewerking 'safe' bestaat niet"),
        ("{% set x = titel %}", "{% set %} hoort niet in een sjabloon; te gebruiken zijn if, for en include"),
        (
            "{% macro x() %}{% endmacro %}",
            "{% macro %} hoort niet in een sjabloon; te gebruiken zijn if, for en include",
        ),
        (
            "{% import 'os' as os %}",
            "{% import %} hoort niet in een sjabloon; te gebruiken zijn if, for en include",
        ),
        (
            "{% include '../geheim.md.j2' %}",
            "het sjabloon '../geheim.md.j2' bestaat niet in de map met sjablonen",
        ),
        ("{% include '/etc/passwd' %}", "het sjabloon '/etc/passwd' bestaat niet in de map met sjablonen"),
        ("{% include 'toelating.md.j2' %}", "'toelating.md.j2' wordt in zichzelf of te diep ingevoegd"),
        (
            "{% if uitkomst > 'a' %}{% endif %}",
            'vergelijken kan alleen met == of != en een tekst, zoals == "ja"',
        ),
        ("{% if uitkomst is divisibleby 3 %}{% endif %}", "de vraag 'is divisibleby' bestaat niet"),
        (
            "{% for a, b in gronden %}{% endfor %}",
            "een {% for %} met meer dan één naam of met een voorwaarde",
        ),
        ("{% if uitkomst is bekend %}", "hier begint iets dat nergens eindigt"),
        ("{{ titel", "hier begint iets dat nergens eindigt"),
        ("{{ titel titel }}", "wat tussen {{ }} of {% %} staat is niet te lezen"),
        ("{% als uitkomst %}", "'als' staat hier niet goed"),
        (f"{{{{ {'9' * 5000} }}}}", "het sjabloon heeft te veel haken of een te groot getal"),
        (f"{{{{ {'(' * 3000}{')' * 3000} }}}}", "het sjabloon heeft te veel haken of een te groot getal"),
        (f"{'{% if titel is bekend %}' * 30}{'{% endif %}' * 30}", "hier staan meer dan 8 keuzes"),
        ("**vet**", "hier staat nadruk met ** of __"),
        ("[link](http://voorbeeld.nl)", "hier staat een link"),
        ("<b>vet</b>", "hier staat HTML"),
        ("<script>alert(1)</script>", "hier staat HTML"),
        ("&euro; honderd", "hier staat een teken met \\ of &"),
        ("- een\n  - twee", "hier staat een lijst in een lijst"),
        ("| a | b |\n|---|---|\n| {{ titel }} | x | weg |", "deze rij heeft meer vakken dan de kop"),
        (
            "| a |\n|---|\n{% for een in gronden %}\n| {{ een.regel }} | weg |\n{% endfor %}",
            "deze rij heeft meer vakken dan de kop",
        ),
        ("#### Kop", "hier staat een kop met 4 hekjes op deze plaats"),
        ("een \u202e omgekeerd", "hier staat een onzichtbaar teken (U+202E)"),
        ("een \U000f0000 token", "hier staat een onzichtbaar teken (U+F0000)"),
    ],
)
def test_what_does_not_belong_in_a_template_is_found_in_dutch(write: Write, words: str, message: str) -> None:
    findings = check_templates([write(f"{HEAD}{words}\n")])

    assert [] != [told for told in _told(findings) if told[0] == "sjabloon" and told[2].startswith(message)]


@pytest.mark.parametrize(
    "words", ["{{ uitkomts }}", "{{ 'x' * 10**9 }}", "{% als %}", "{{ 9 }} € 5", "**vet**"]
)
def test_a_template_with_findings_gives_no_letter(write: Write, words: str) -> None:
    letter, findings = compose(decision(ADMISSION), [write(f"{HEAD}{words}\n")])

    assert (None, True) == (letter, any(finding.is_error for finding in findings))


def test_all_findings_come_in_one_run_with_their_place(write: Write) -> None:
    folder = write(f"{HEAD}{{{{ titl }}}}\n\nDit kost € 5.\n\n{{{{ 1 + 1 }}}}\n")

    findings = check_templates([folder])

    assert [
        ("sjabloon", 3, "de naam 'titl' bestaat niet"),
        ("sjabloon-vaste-waarde", 5, "hier staat een bedrag: '€ 5'"),
        ("sjabloon", 7, "rekenen hoort niet in een sjabloon"),
    ] == _told(findings)
    assert "Bedoelde u 'titel'?" == findings[0].remedy


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "{{ feiten.verwezen_dor }}",
            "'feiten.verwezen_dor' bestaat niet in dit besluit. Bedoelde u 'verwezen_door'?",
        ),
        ("{{ uitkomsten.nog_open }}", "'uitkomsten.nog_open' is nog niet bekend"),
        ("{% if uitkomsten.nog_open == 'ja' %}{% endif %}", "'uitkomsten.nog_open' is nog niet bekend"),
        ("{{ uitkomsten }}", "'uitkomsten' heeft zelf geen tekst; noem een onderdeel"),
        ("{{ bezwaar_mogelijk }}", "'bezwaar_mogelijk' is alleen te gebruiken in een keuze met {% if %}"),
        ("{% if titel %}{% endif %}", "'titel' is geen ja of nee"),
        ("{% for een in titel %}{% endfor %}", "'titel' is geen lijst"),
        ("{{ titel.format }}", "'titel.format' bestaat niet in dit besluit."),
        (
            "{{ gronden.items }}",
            "'gronden.items' bestaat niet; dit is een lijst of een keuze en heeft geen onderdelen",
        ),
        (
            "{{ geen_tekst }}",
            "'geen_tekst' betekent: het sjabloon heeft geen tekst voor de uitkomst 'toegewezen_op_proef'",
        ),
        ("{{ aannames }}", "'aannames' is leeg"),
    ],
)
def test_what_the_decision_does_not_say_is_never_printed(write: Write, words: str, message: str) -> None:
    given = decision(ADMISSION, uitkomsten={"nog_open": {"waarde": None, "soort": "datum"}})

    letter, findings = compose(given, [write(f"{HEAD}{words}\n\n{{{{ feiten.nee }}}}\n")])

    assert (None, ("sjabloon", 3, message), 2) == (letter, _told(findings)[0], len(findings))


def test_repetition_is_bounded(write: Write) -> None:
    loops = "{% for a in gegevens %}" * 3 + "x" + "{% endfor %}" * 3
    facts = [{"naam": f"f{n}", "soort": "aantal", "herkomst": "gegeven", "waarde": "1"} for n in range(1000)]

    letter, findings = compose(decision(ADMISSION, feiten=facts), [write(f"{HEAD}{loops}\n")])

    assert (None, [("sjabloon", 3, "deze herhaling duurt te lang")]) == (letter, _told(findings))


def test_the_length_of_all_values_together_is_bounded(write: Write) -> None:
    loops = "{% for a in gegevens %}{{ brief.noot }}{% endfor %}"
    facts = [{"naam": f"f{n}", "soort": "aantal", "herkomst": "gegeven", "waarde": "1"} for n in range(100)]
    given = decision(ADMISSION, feiten=facts, brief={"noot": "x" * 100_000})

    letter, findings = compose(given, [write(f"{HEAD}{loops}\n")])

    assert (None, [("sjabloon", 3, "de waarden in deze brief zijn samen te lang")]) == (
        letter,
        _told(findings),
    )


def test_the_words_of_a_letter_are_bounded(write: Write) -> None:
    loops = "{% for a in gegevens %}" + "woord " * 1000 + "{% endfor %}"
    facts = [{"naam": f"f{n}", "soort": "aantal", "herkomst": "gegeven", "waarde": "1"} for n in range(1000)]

    letter, findings = compose(decision(ADMISSION, feiten=facts), [write(f"{HEAD}{loops}\n")])

    assert (None, [("sjabloon", 1, "de brief wordt te lang")]) == (letter, _told(findings))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x" * 70_000, "het sjabloon is groter dan 64 kB"),
        (b"\xff\xfe", "het sjabloon is geen UTF-8"),
        (b"a\x00b", "hier staat een onzichtbaar teken (U+0000)"),
    ],
)
def test_a_file_that_is_no_template_is_a_finding(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "toelating.md.j2").write_bytes(content)

    _, findings = compose(decision(ADMISSION), [tmp_path])

    assert [("sjabloon", 1, message)] == _told(findings)


PIECES = st.sampled_from(
    [
        *(
            "{{ ",
            " }}",
            "{% ",
            " %}",
            "{# ",
            " #}",
            "{%- ",
            " -%}",
            "if ",
            "else",
            "elif ",
            "endif",
            "for ",
            " in ",
            "endfor",
        ),
        *(
            "include ",
            "set ",
            "raw",
            "endraw",
            "macro ",
            "block ",
            "'delen/a.md.j2'",
            "'x'",
            '"',
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
        ),
        *(
            "titel",
            "uitkomst",
            "gronden",
            "feiten.",
            "brief.noot",
            " is bekend",
            " is not nul",
            " == ",
            " and ",
            "not ",
            "|",
        ),
        *(
            "hoofdletter",
            "\n",
            "\n\n",
            "# ",
            "## ",
            "- ",
            "1. ",
            "| a | b |\n|---|---|\n",
            "woord",
            " ",
            "**",
            "`",
            "0x",
            "1e9",
            "\\",
        ),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_of_a_template_breaks_the_program(tmp_path: Path, text: str) -> None:
    (tmp_path / "plaatsing.md.j2").write_text(f"{HEAD}{text}", encoding="utf-8")

    letter, findings = compose(decision(PLACEMENT, brief={"noot": "noot"}), [tmp_path])

    assert (letter is None) == any(finding.is_error for finding in findings)
    assert [] == [
        finding for finding in findings if re.search(r"\b(expected|the|tag|unexpected)\b", finding.message)
    ]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["geadresseerden", "kenmerk", "behandelaar", "aanhef", "telefoon", "bijlagen"])


@given(st.dictionaries(KEYS, ANYTHING, max_size=6))
@settings(max_examples=150)
def test_no_letter_data_breaks_the_program(data: dict[str, object]) -> None:
    letter, findings = compose(decision(ADMISSION, brief=data), [Path("templates")])

    assert (letter is None) == any(finding.is_error for finding in findings)
    assert letter is None or "" != as_html(letter) + as_markdown(letter)


def test_a_template_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("artikel 1", "utf-8")
    (tmp_path / "toelating.md.j2").symlink_to(tmp_path / "geheim.txt")

    _, findings = compose(decision(ADMISSION), [tmp_path])

    assert [("sjabloon", 1, "het sjabloon is een verwijzing naar een ander bestand")] == _told(findings)


def test_a_mark_of_the_encoding_at_the_start_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "toelating.md.j2").write_bytes("\ufeff{{ nietzo }}".encode())

    _, findings = compose(decision(ADMISSION), [tmp_path])

    assert [("sjabloon", 1, "de naam 'nietzo' bestaat niet")] == _told(findings)


def test_a_name_of_a_template_that_no_file_can_have_is_a_finding(tmp_path: Path) -> None:
    named = decision(ADMISSION).model_copy(update={"letter_name": "x" * 5000})

    _, findings = compose(named, [tmp_path])

    assert ["sjabloon"] == [found.code for found in findings]
