"""Each duty of a letter: one letter that meets it, and letters that do not."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.letters.duties import Duty
from soco_rules.letters.duties import duties
from soco_rules.letters.duties_of_bounds import is_citizen_number
from soco_rules.letters.tree import Address
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Signature
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import lines_of
from soco_rules.letters.verdicts import Verdict
from soco_rules.letters.write import compose
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from tests.letters.decisions import ADMISSION
from tests.letters.decisions import EXEMPTION
from tests.letters.decisions import PLACEMENT
from tests.letters.decisions import SETTLEMENT
from tests.letters.decisions import decision

TEMPLATES = [Path("templates")]
LETTER_DATA = {**ADMISSION["brief"], "bezwaaradres": "Postbus 1, 2600 AA Delft"}
TWO = [
    {"naam": "mevrouw A. Zandstra", "adres": ["Voorbeeldstraat 12", "2600 ZZ Delft"]},
    {"naam": "de heer B. Zandstra", "adres": ["Voorbeeldstraat 12", "2600 ZZ Delft"]},
]
FINAL = {**ADMISSION, "voorlopig_omdat": [], "brief": LETTER_DATA}
SIGNED: dict[str, Any] = {
    "door": "C. Bakker",
    "functie": "klantmanager",
    "mandaat": {"naam": "klantmanager", "orgaan": "college", "bron": "Mandaatbesluit 2026 artikel 3"},
    "datum": "2026-10-20",
    "verzonden_op": "2026-10-21",
    "zienswijze": {"wijze": "niet_verplicht", "toelichting": "alleen eigen gegevens"},
    "toelichting": "De begeleiding helpt u op weg naar werk.",
}
LAST_DAY = "2 december 2026"
RECOVERY = {
    **FINAL,
    "besluit": "terugvordering",
    "titel": "Terugvordering",
    "sjabloon": "terugvordering",
    "uitkomst": "kan",
    "uitkomst_naam": "terugvordering",
    "uitkomsten": {"terug_te_vorderen": {"waarde": "250.00", "soort": "bedrag"}},
    "brief": {**LETTER_DATA, "betaalwijze": "Maak het bedrag over op de rekening van de gemeente."},
}


def adopted(base: Mapping[str, Any] = FINAL, **changes: object) -> Adoption:
    """An adoption with some of its Dutch keys changed."""
    return Adoption.model_validate({**SIGNED, "besluit": dict(base), **changes})


def written(decided: Decision | Adoption) -> Letter:
    letter, _ = compose(decided, TEMPLATES)
    assert letter is not None
    return letter


def found(code: str, decided: Decision | Adoption, letter: Letter | None = None) -> Duty:
    every = {duty.code: duty for duty in duties(letter or written(decided), decided)}
    return every[code]


def _line(line: Line, old: str, new: str) -> Line:
    return tuple(replace(part, text=part.text.replace(old, new)) for part in line)


def _block(block: Block, old: str, new: str) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, line=_line(block.line, old, new))
        case Bullets():
            return replace(block, items=tuple(_line(item, old, new) for item in block.items))
        case Table():
            rows = tuple(tuple(_line(cell, old, new) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case _:
            return block


def saying(letter: Letter, old: str, new: str) -> Letter:
    """The letter in which other words stand, everywhere but in its addresses."""
    return replace(
        letter,
        subject=_line(letter.subject, old, new),
        blocks=tuple(_block(block, old, new) for block in letter.blocks),
        details=tuple(replace(each, line=_line(each.line, old, new)) for each in letter.details),
        signature=replace(
            letter.signature, lines=tuple(_line(line, old, new) for line in letter.signature.lines)
        ),
    )


def without(letter: Letter, words: str) -> Letter:
    """The letter without the blocks that hold these words."""
    return replace(
        letter,
        blocks=tuple(
            block
            for block in letter.blocks
            if not any(words in "".join(part.text for part in line) for line in lines_of(block))
        ),
    )


def with_words(letter: Letter, words: str) -> Letter:
    return replace(letter, blocks=(*letter.blocks, Paragraph((Text(words),))))


Change = Callable[[Letter], Letter]


def test_a_good_letter_meets_every_duty() -> None:
    adoption = adopted()

    assert [] == [
        (duty.code, duty.message)
        for duty in duties(written(adoption), adoption)
        if duty.verdict not in {Verdict.MET, Verdict.NOT_APPLICABLE} and duty.code != "C8"
    ]


ENGLISH = Paragraph(
    (Text("You have been admitted to the programme and you must tell us about all changes. " * 40),)
)

BROKEN: list[tuple[str, Change, Verdict, str]] = [
    (
        "C1",
        lambda letter: replace(letter, subject=(Text("Decision"),), blocks=(ENGLISH,)),
        Verdict.NOT_MET,
        "Nederlands",
    ),
    ("C1", lambda letter: replace(letter, subject=(), blocks=()), Verdict.NOT_MET, "geen tekst"),
    ("C2", lambda letter: saying(letter, "het college", "de afdeling"), Verdict.MET, ""),
    (
        "C2",
        lambda letter: saying(saying(letter, "college", "team"), "College", "Team"),
        Verdict.NOT_MET,
        "bestuursorgaan",
    ),
    ("C3", lambda letter: saying(letter, "C. Bakker", ""), Verdict.NOT_MET, "de naam van wie vaststelde"),
    (
        "C3",
        lambda letter: saying(letter, "klantmanager", ""),
        Verdict.NOT_MET,
        "de functie van wie vaststelde",
    ),
    ("C3", lambda letter: saying(letter, "amens", ""), Verdict.NOT_MET, "het woord 'namens'"),
    (
        "C3",
        lambda letter: saying(letter, "C. Bakker", "C. Bakker, coöperatie Scope"),
        Verdict.NOT_MET,
        "de naam van de coöperatie",
    ),
    ("C4", lambda letter: replace(letter, addressees=()), Verdict.NOT_MET, "ontbreken"),
    (
        "C4",
        lambda letter: replace(letter, addressees=(Address(((Text("A. Zandstra"),),)),)),
        Verdict.NOT_MET,
        "alleen een naam",
    ),
    ("C5", lambda letter: saying(letter, "21 oktober 2026", ""), Verdict.NOT_MET, "de dag van verzending"),
    ("C6", lambda letter: replace(letter, details=()), Verdict.NOTICE, "het kenmerk"),
    ("C6", lambda letter: replace(letter, subject=()), Verdict.NOT_MET, "geen onderwerp"),
    ("C6", lambda letter: saying(letter, "M. Verkerk", ""), Verdict.NOTICE, "wie de brief behandelt"),
    ("C7", lambda letter: saying(letter, "8 oktober 2026", ""), Verdict.NOTICE, "de dag niet"),
    (
        "C8",
        lambda letter: replace(letter, blocks=(*letter.blocks[:2], *letter.blocks[3:], letter.blocks[2])),
        Verdict.NOTICE,
        "pas na de eerste",
    ),
    ("C8", lambda letter: saying(letter, "14 januari 2027", ""), Verdict.NOT_MET, "proefperiode tot en met"),
    (
        "C8",
        lambda letter: replace(letter, blocks=(Heading(2, (Text("Waarom?"),)), *letter.blocks)),
        Verdict.NOT_MET,
        "geen zin",
    ),
    (
        "C9",
        lambda letter: saying(letter, "artikel 7 lid 1", "een artikel"),
        Verdict.NOT_MET,
        "Participatiewet artikel 7 lid 1 onderdeel a",
    ),
    (
        "C10",
        lambda letter: saying(letter, "Afspraken tussen", "Iets tussen"),
        Verdict.NOT_MET,
        "de afspraken",
    ),
    ("C10", lambda letter: saying(letter, "1 september 2017", ""), Verdict.NOT_MET, "de versie"),
    ("C11", lambda letter: saying(letter, "werkse", ""), Verdict.NOT_MET, "het antwoord op 'Wie heeft"),
    ("C11", lambda letter: saying(letter, "verwijsbrief", ""), Verdict.NOT_MET, "van wie of waaruit"),
    (
        "C11",
        lambda letter: saying(saying(letter, "Wie heeft de kandidaat verwezen?", ""), "werkse", ""),
        Verdict.NOT_MET,
        "'Wie heeft",
    ),
    (
        "C12",
        lambda letter: saying(letter, "De begeleiding past bij het plan van aanpak", ""),
        Verdict.NOT_MET,
        "waarom M. Verkerk",
    ),
    (
        "C12",
        lambda letter: saying(letter, "De begeleiding helpt u op weg naar werk", ""),
        Verdict.NOT_MET,
        "de toelichting",
    ),
    (
        "C14",
        lambda letter: with_words(letter, "U kunt hier geen bezwaar maken."),
        Verdict.NOT_MET,
        "de brief zegt van niet: 'kunt hier geen bezwaar'",
    ),
    ("C14", lambda letter: without(letter, "bezwaar maken"), Verdict.NOT_MET, "dat u bezwaar kunt maken"),
    ("C14", lambda letter: saying(letter, "zes weken", "een tijd"), Verdict.NOT_MET, "binnen zes weken"),
    (
        "C14",
        lambda letter: saying(letter, "de dag nadat", "na"),
        Verdict.NOT_MET,
        "vanaf de dag na de verzending",
    ),
    ("C14", lambda letter: saying(letter, "uw naam en adres", ""), Verdict.NOT_MET, "uw naam en adres"),
    ("C14", lambda letter: saying(letter, "de datum", ""), Verdict.NOT_MET, "de datum van de brief"),
    ("C14", lambda letter: saying(letter, "om welk besluit", ""), Verdict.NOT_MET, "om welk besluit"),
    (
        "C14",
        lambda letter: saying(letter, "waarom u het er niet mee eens bent", ""),
        Verdict.NOT_MET,
        "de redenen",
    ),
    ("C14", lambda letter: saying(letter, "uw handtekening", ""), Verdict.NOT_MET, "de handtekening"),
    ("C14", lambda letter: saying(letter, "het college", "ons"), Verdict.NOT_MET, "het bestuursorgaan"),
    ("C14", lambda letter: saying(letter, "Postbus 1", ""), Verdict.NOTICE, "het adres voor het bezwaar"),
    (
        "C14",
        lambda letter: saying(letter, "geldt ook als u bezwaar", ""),
        Verdict.NOTICE,
        "dat bezwaar niet schorst",
    ),
    (
        "C14",
        lambda letter: saying(letter, "een voorlopige voorziening", ""),
        Verdict.NOTICE,
        "voorlopige voorziening",
    ),
    ("C15", lambda letter: saying(letter, LAST_DAY, ""), Verdict.NOT_MET, LAST_DAY),
    ("C15", lambda letter: saying(letter, LAST_DAY, "3 december 2026"), Verdict.NOT_MET, LAST_DAY),
    (
        "C16",
        lambda letter: saying(letter, "Wat betekent dit voor u?", "Verder"),
        Verdict.NOTICE,
        "wat het besluit betekent",
    ),
    (
        "C19",
        lambda letter: without(letter, "Juridisch Loket"),
        Verdict.NOTICE,
        "waar gratis hulp is, dat iemand zich",
    ),
    (
        "C20",
        lambda letter: with_words(letter, "en wij schrijven maar door " * 200 + "."),
        Verdict.NOTICE,
        "gemiddeld",
    ),
    ("C20", lambda letter: replace(letter, subject=(), blocks=()), Verdict.NOTICE, "geen zinnen"),
    (
        "C21",
        lambda letter: with_words(letter, "Uw nummer is 999990019."),
        Verdict.NOT_MET,
        "burgerservicenummer",
    ),
    ("C21", lambda letter: with_words(letter, "Bel 0999990019."), Verdict.MET, ""),
    (
        "C21",
        lambda letter: with_words(letter, "Uw nummer is 999 990 019"),
        Verdict.NOT_MET,
        "burgerservicenummer",
    ),
    ("C21", lambda letter: with_words(letter, "U hebt een depressie."), Verdict.NOTICE, "depressie"),
    (
        "C21",
        lambda letter: replace(letter, details=(Detail("BSN", (Text("999990019"),)),)),
        Verdict.NOT_MET,
        "burgerservicenummer",
    ),
]
"""A change to the good letter, what the check then finds, and a part of what it says."""


@pytest.mark.parametrize(
    ("code", "change", "verdict", "message"), BROKEN, ids=[f"{b[0]} {b[3]}" for b in BROKEN]
)
def test_a_letter_that_misses_something_is_found(
    code: str, change: Change, verdict: Verdict, message: str
) -> None:
    adoption = adopted()
    duty = found(code, adoption, change(written(adoption)))

    assert (verdict, True) == (duty.verdict, message in duty.message), duty.message


REFUSAL = {**FINAL, "uitkomst": "afgewezen", "uitkomsten": {}}
ASSUMED = [
    {"soort": "regel", "naam": "een_regel", "reden": "lezing", "eigenaar": "jurist", "datum": "2026-01-01"}
]
PERIOD = {
    "deelname_vanaf": {"waarde": "2026-11-01", "soort": "datum"},
    "deelname_tot_en_met": {"waarde": "2027-10-31", "soort": "datum"},
}
ADVISED = [
    {**ADMISSION["feiten"][0], "bron": "advies van de commissie"},
    ADMISSION["feiten"][1],
]
LATE = {**FINAL, "procedure": {"ontvangen": "2026-08-01"}}
IN_DEFAULT = {**FINAL, "procedure": {"ontvangen": "2026-08-01", "ingebrekestelling_ontvangen": "2026-09-29"}}
PRIVATE = {**PLACEMENT, "voorlopig_omdat": [], "brief": LETTER_DATA}

NOT_HERE = [
    {**ADMISSION["gronden"][0], "grondslag": []},
    {**ADMISSION["gronden"][0], "begrip": "steun", "uitkomst": "niet van toepassing"},
]

DECIDED: list[tuple[str, Decision | Adoption, Verdict, str]] = [
    ("C2", adopted({**FINAL, "bestuursorgaan": None}), Verdict.NOT_MET, "regelbestand noemt"),
    ("C2", adopted({**FINAL, "beslisser": "raad"}), Verdict.MET, ""),
    ("C3", decision(FINAL), Verdict.NOT_MET, "niemand heeft"),
    ("C3", decision(PRIVATE), Verdict.NOT_MET, "niemand heeft"),
    ("C3", adopted(PRIVATE, mandaat=None), Verdict.MET, ""),
    ("C3", adopted(mandaat=None), Verdict.NOT_MET, "het mandaat"),
    ("C4", adopted({**FINAL, "brief": {}}), Verdict.NOT_MET, "ontbreken"),
    ("C4", adopted({**EXEMPTION, "brief": LETTER_DATA}), Verdict.NOT_MET, "twee partners"),
    ("C4", adopted({**EXEMPTION, "brief": {**LETTER_DATA, "geadresseerden": TWO}}), Verdict.MET, ""),
    ("C5", decision(FINAL), Verdict.MET, ""),
    ("C5", adopted(verzonden_op="2026-10-19"), Verdict.NOT_MET, "voordat"),
    ("C7", adopted({**FINAL, "procedure": {}}), Verdict.NOT_APPLICABLE, "geen dag"),
    ("C7", adopted({**FINAL, "procedure": {"ontvangen": "2026-12-01"}}), Verdict.NOT_MET, "na het besluit"),
    ("C8", adopted(SETTLEMENT, toelichting=""), Verdict.MET, ""),
    ("C8", adopted(REFUSAL), Verdict.MET, ""),
    (
        "C8",
        adopted({**FINAL, "uitkomsten": {**ADMISSION["uitkomsten"], **PERIOD}}),
        Verdict.NOTICE,
        "deelname vanaf",
    ),
    ("C9", adopted({**FINAL, "gronden": []}), Verdict.NOT_MET, "geen regel"),
    (
        "C9",
        adopted({**FINAL, "rechtskarakter": "mededeling", "gronden": NOT_HERE}),
        Verdict.NOT_APPLICABLE,
        "",
    ),
    ("C9", adopted(PRIVATE, mandaat=None), Verdict.NOT_APPLICABLE, "afspraken"),
    ("C11", adopted(PRIVATE, mandaat=None), Verdict.NOT_APPLICABLE, "coöperatie"),
    ("C11", adopted(SETTLEMENT, toelichting=""), Verdict.MET, ""),
    (
        "C11",
        adopted({**SETTLEMENT, "uitkomst": "1169.47"}, toelichting=""),
        Verdict.NOT_MET,
        "tellen niet op",
    ),
    ("C12", adopted({**FINAL, "feiten": []}, toelichting=""), Verdict.NOTICE, "geen afweging"),
    ("C13", decision(FINAL), Verdict.NOTICE, "bij het vaststellen"),
    ("C13", adopted(zienswijze=None), Verdict.NOT_MET, "niet vastgelegd"),
    (
        "C13",
        adopted(zienswijze={"wijze": "gehoord", "datum": "2026-12-01", "toelichting": "zij is het eens"}),
        Verdict.NOT_MET,
        "na het besluit",
    ),
    ("C13", adopted({**FINAL, "rechtskarakter": "mededeling"}), Verdict.NOT_APPLICABLE, "geen beschikking"),
    ("C14", adopted(PRIVATE, mandaat=None), Verdict.MET, ""),
    ("C14", adopted({**FINAL, "rechtskarakter": "mededeling"}), Verdict.MET, ""),
    ("C15", decision(FINAL), Verdict.NOT_APPLICABLE, "zodra"),
    ("C16", adopted(PRIVATE, mandaat=None), Verdict.NOT_APPLICABLE, "gemeente"),
    ("C17", adopted(), Verdict.NOT_APPLICABLE, "geen betaling"),
    ("C17", adopted(RECOVERY), Verdict.MET, ""),
    ("C17", adopted({**RECOVERY, "brief": LETTER_DATA}), Verdict.NOTICE, "hoe de persoon kan betalen"),
    ("C17", adopted({**RECOVERY, "uitkomsten": {}}), Verdict.NOT_MET, "het bedrag"),
    ("C18", adopted(), Verdict.NOT_APPLICABLE, "geen advies"),
    ("C18", adopted({**FINAL, "feiten": ADVISED}), Verdict.MET, ""),
    ("C19", adopted(PRIVATE, mandaat=None), Verdict.NOT_APPLICABLE, "coöperatie"),
    ("C22", adopted(), Verdict.MET, ""),
    (
        "C22",
        adopted(
            {
                **FINAL,
                "uitkomsten": {**PERIOD, "deelname_tot_en_met": {"waarde": "2026-10-31", "soort": "datum"}},
            }
        ),
        Verdict.NOT_MET,
        "eerder dan",
    ),
    (
        "C22",
        adopted(
            {**FINAL, "uitkomsten": {**PERIOD, "deelname_vanaf": {"waarde": "2026-10-01", "soort": "datum"}}}
        ),
        Verdict.NOTICE,
        "geldt al",
    ),
    (
        "C22",
        adopted(
            {
                **FINAL,
                "gronden": [],
                "uitkomsten": {"deelname_vanaf": {"waarde": "2026-10-01", "soort": "datum"}},
            }
        ),
        Verdict.NOT_MET,
        "zonder artikel",
    ),
    ("C23", adopted({**FINAL, "aannames": ASSUMED}), Verdict.NOT_MET, "1 aanname: een regel"),
    ("C23", adopted(ADMISSION), Verdict.NOT_MET, "voorbeeld"),
    ("C24", adopted(), Verdict.MET, ""),
    ("C24", adopted({**FINAL, "procedure": {}}), Verdict.NOT_APPLICABLE, "niet wanneer"),
    ("C24", adopted(LATE), Verdict.NOTICE, "28 september 2026"),
    ("C24", adopted(IN_DEFAULT), Verdict.NOTICE, "de dwangsom is € 161,00"),
]
"""What was decided, what the check finds in its letter, and a part of what it says."""


def _plain_letter(decided: Decision | Adoption) -> Letter:
    """The letter by its template; where that refuses, the letter of the good decision."""
    letter, _ = compose(decided, TEMPLATES)
    return letter or written(adopted())


@pytest.mark.parametrize(
    ("code", "decided", "verdict", "message"), DECIDED, ids=[f"{d[0]} {d[2]} {d[3]}" for d in DECIDED]
)
def test_what_was_decided_is_held_against_the_letter(
    code: str, decided: Decision | Adoption, verdict: Verdict, message: str
) -> None:
    duty = found(code, decided, _plain_letter(decided))

    assert (verdict, True) == (duty.verdict, message in duty.message), duty.message


def test_a_private_message_that_offers_objection_is_found() -> None:
    private = adopted(PRIVATE, mandaat=None)
    duty = found("C14", private, with_words(written(private), "U kunt bezwaar maken bij de gemeente."))

    assert (
        Verdict.NOT_MET,
        "hier staat geen bezwaar open en de brief biedt het aan: 'kunt bezwaar maken'",
    ) == (
        duty.verdict,
        duty.message,
    )


def test_a_sum_that_is_a_cent_off_in_the_table_is_found() -> None:
    adoption = adopted(SETTLEMENT, toelichting="")
    duty = found("C11", adoption, saying(written(adoption), "€ 250,00", "€ 250,01"))

    assert "de bedragen in de tabel tellen niet op tot de uitkomst" == duty.message


def test_a_refusal_whose_first_sentences_are_friendly_is_found() -> None:
    refusal = adopted(REFUSAL)
    letter = written(refusal)
    friendly = replace(
        letter, blocks=(letter.blocks[0], Paragraph((Text("U mag meedoen."),)), *letter.blocks[2:])
    )

    assert (
        "het besluit is niet gunstig en de eerste zinnen zeggen dat niet"
        == found("C8", refusal, friendly).message
    )


def test_an_advice_that_the_letter_keeps_to_itself_is_found() -> None:
    advised = adopted({**FINAL, "feiten": ADVISED})
    letter = saying(written(advised), "advies van de commissie", "")

    assert "er ontbreekt: het advies van advies van de commissie" == found("C18", advised, letter).message


def test_a_recovery_without_a_term_is_found() -> None:
    recovery = adopted(RECOVERY)
    letter = saying(saying(written(recovery), "binnen zes weken nadat", "snel nadat"), LAST_DAY, "")

    assert "er ontbreekt: de termijn om te betalen" == found("C17", recovery, letter).message


def test_digits_of_two_cells_are_no_number_of_a_person() -> None:
    adoption = adopted()
    cells = Table(((Text("a"),), (Text("b"),)), (((Text("99999"),), (Text("0019"),)),), (False, False))
    letter = written(adoption)

    assert Verdict.MET is found("C21", adoption, replace(letter, blocks=(*letter.blocks, cells))).verdict


def test_every_duty_has_its_number_and_is_in_the_documentation() -> None:
    adoption = adopted()
    page = Path("docs/beleid/briefcontrole.md").read_text("utf-8")
    codes = [duty.code for duty in duties(written(adoption), adoption)]

    assert [f"C{number}" for number in range(1, 25)] == codes
    assert [] == [code for code in codes if f"| {code} |" not in page]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("999990019", True),
        ("9999 90 019", True),
        ("999990018", False),
        ("000000000", False),
        ("99999001", False),
    ],
)
def test_a_citizen_number_passes_the_eleven_test(text: str, expected: bool) -> None:
    assert expected == is_citizen_number(text)


WRITTEN = (
    st.none() | st.text(max_size=20) | st.sampled_from(["0.00", "1.00", "2026-01-01", "niet van toepassing"])
)
KINDS = st.sampled_from(["bedrag", "datum", "keuze", "aantal", "iets"])


@given(st.tuples(WRITTEN, KINDS), st.tuples(WRITTEN, KINDS), st.text(max_size=40), st.booleans())
def test_no_letter_and_no_decision_make_a_check_fail(
    main: tuple[str | None, str], beside: tuple[str | None, str], words: str, has_adopted: bool
) -> None:
    (outcome, kind), (also, also_kind) = main, beside
    odd = {
        **FINAL,
        "uitkomst": outcome,
        "uitkomst_soort": kind,
        "uitkomsten": {"loopt_tot_en_met": {"waarde": also, "soort": also_kind}},
        "feiten": [{"naam": "x", "soort": also_kind, "herkomst": "gegeven", "waarde": also, "bron": words}],
        "procedure": {"ontvangen": also or words},
    }
    decided = adopted(odd) if has_adopted else decision(odd)
    bare = Letter(Address(()), (Address(()),), (), (), (Paragraph((Text(words),)),), Signature(()), 1)

    assert 24 == len(duties(bare, decided))
