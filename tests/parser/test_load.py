"""One rule file: what is read, where it stands, and every mistake in one run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from soco_rules.diagnostics import Span
from soco_rules.diagnostics import render
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Assumption
from soco_rules.model.agreement import ByOutcome
from soco_rules.model.agreement import Provenance
from soco_rules.model.expressions import And
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import MovingDay
from soco_rules.model.values import Per
from soco_rules.model.values import Unit
from soco_rules.model.values import ValueType
from soco_rules.model.values import moving_bounds
from soco_rules.model.values import parse_date
from soco_rules.parser.load import load_agreement

FOLDER = Path(__file__).parent.parent / "agreements"
FILE = "agreements/voorbeeldstad/proef/2024-01-01.yaml"
FAULTS = sorted((FOLDER / "fout").glob("*.yaml"))
GOOD = (FOLDER / "goed" / "overeenkomst.yaml").read_text("utf-8")
HEADER = """\
kenmerk: voorbeeldstad/proef
soort: model
titel: Proef
geldig_vanaf: 2024-01-01
status: concept
"""


def agreement_of(text: str) -> Agreement:
    agreement, findings = load_agreement(FILE, text.encode())
    assert () == findings
    assert agreement
    return agreement


def text_at(text: str, span: Span) -> str:
    """What stands at a place that does not run over a line."""
    return text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: path.stem)
def test_a_fault_is_reported_with_place_reason_and_remedy(path: Path, snapshot: SnapshotAssertion) -> None:
    content = path.read_bytes()

    _, findings = load_agreement(FILE, content)

    assert snapshot == "\n".join(render(found, {FILE: content.decode()}) for found in findings)


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: path.stem)
def test_a_fault_gives_no_other_code_than_its_own(path: Path) -> None:
    _, findings = load_agreement(FILE, path.read_bytes())

    assert {path.stem} == {found.code for found in findings}


@pytest.mark.parametrize("path", sorted((FOLDER / "goed").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_good_file_has_no_findings(path: Path) -> None:
    text = path.read_text("utf-8")
    name, start = (re.search(rf"(?m)^{key}: *(\S+)", text) for key in ("kenmerk", "geldig_vanaf"))
    assert name
    assert start

    agreement, findings = load_agreement(f"agreements/{name[1]}/{start[1]}.yaml", text.encode())

    assert () == findings
    assert agreement is not None


def test_a_filled_point_of_a_higher_layer_keeps_its_text() -> None:
    point = agreement_of(GOOD).points["proefperiode"]

    assert (None, None, "3 maanden", "brochure") == (
        point.type,
        point.value,
        point.raw,
        point.provenance.source,
    )


def test_an_own_point_is_read_as_its_type_says() -> None:
    text = HEADER + "afspraken:\n  proef: {soort: duur, ten_hoogste: 1 jaar, waarde: 3 maanden, bron: x}\n"

    point = agreement_of(text).points["proef"]

    maximum = Duration(12, Unit.MONTHS)
    assert (ValueType(Kind.DURATION, maximum=maximum), Duration(3, Unit.MONTHS)) == (point.type, point.value)


def test_a_point_that_may_be_absent_can_be_not_applicable() -> None:
    text = (
        HEADER + "afspraken:\n  n: {soort: aantal, kan_ontbreken: ja, waarde: niet van toepassing, bron: x}\n"
    )

    assert Absent.NOT_APPLICABLE is agreement_of(text).points["n"].value


def test_an_assumption_takes_owner_and_date_from_the_file_or_from_itself() -> None:
    agreement = agreement_of(GOOD)

    assert Assumption(
        "de bron noemt dit niet", "beleidsadviseur Voorbeeldstad", parse_date("2026-11-21")
    ) == (agreement.points["ledenmaximum"].provenance.assumption)
    assert Assumption("nog te vergelijken", "jurist", parse_date("2026-01-02")) == (
        agreement.amounts["maximum"].values[2].provenance.assumption
    )


def test_a_dated_value_has_the_provenance_of_its_table() -> None:
    table = agreement_of(GOOD).amounts["maximum"]

    assert [(26400, table.provenance), (None, table.provenance)] == [
        (row.value, row.provenance) for row in table.values[:2]
    ]
    assert Provenance(("Participatiewet artikel 31 lid 2 onderdeel n",)) == table.provenance


def test_a_list_of_conditions_means_all_of_them_and_keeps_its_parts() -> None:
    rule = agreement_of(GOOD).concepts["toelating"].rules[1]

    assert isinstance(rule.condition, And)
    assert rule.condition.operands == rule.condition_parts
    assert ["leden is ten minste eigen_grens", "niet (leefvorm is gehuwden)"] == [
        text_at(GOOD, part.span) for part in rule.condition_parts
    ]


def test_a_fact_that_the_dossier_looks_up_may_be_absent() -> None:
    fact = agreement_of(GOOD).facts["eerder"]

    assert fact.from_dossier
    assert (True, "laatste", "besloten_op", "toelating") == (
        fact.type.may_be_absent, fact.from_dossier.take, fact.from_dossier.subject, fact.from_dossier.source,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ("soort: ja_nee, veranderbaar: alleen_hoger", "'alleen_hoger' past niet bij soort ja_nee"),
        ("soort: bedrag, veranderbaar: alleen_naar_ja", "'alleen_naar_ja' past niet bij soort bedrag"),
        ("soort: datum, veranderbaar: alleen_lager", "'alleen_lager' past niet bij soort datum"),
        ("soort: tekst, veranderbaar: ja", "'ja' past niet bij soort tekst"),
        (
            "soort: ja_nee, oordeel_van: klantmanager, veranderbaar: ja",
            "'iets' is een oordeel, en dat verandert niet door wie het aangaat",
        ),
        ("soort: ja_nee, veranderbaar: soms", None),
        ("soort: ja_nee, veranderbaar: alleen_naar_ja", ""),
        ("soort: ja_nee, oordeel_van: klantmanager, veranderbaar: nee", ""),
    ],
)
def test_the_way_in_which_a_fact_can_change_has_to_fit_it(fact: str, message: str | None) -> None:
    text = HEADER + f'gegevens:\n  iets: {{{fact}, vraag: "Wat is iets?"}}\n'

    _, findings = load_agreement(FILE, text.encode())

    told = [(found.code, found.message.rstrip(".")) for found in findings]
    if message is None:
        assert ["ongeldige-waarde"] == [code for code, _ in told]
    else:
        assert ([("ongeldige-waarde", message)] if message else []) == told


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        ("soort: datum", ""),
        ("soort: datum, per: persoon", ""),
        ("soort: ja_nee, oordeel_van: klantmanager", "is een oordeel"),
        ("soort: bedrag, per: maand", "is per maand"),
        ("soort: aantal, uit_dossier: {neem: aantal, van: alle leden}", "wordt uit het dossier geteld"),
    ],
)
def test_what_does_not_change_has_no_time_of_its_own(fact: str, why: str) -> None:
    text = HEADER + f'gegevens:\n  iets: {{{fact}, onveranderlijk: ja, vraag: "Wat is iets?"}}\n'

    _, findings = load_agreement(FILE, text.encode())

    told = [f"'iets' {why}, en dat is niet voor elke dag hetzelfde"] if why else []
    assert told == [found.message for found in findings]


def test_the_bounds_of_a_day_may_move_with_the_decision() -> None:
    """Only of a fact: of a point they are days, because a point is agreed before there is a decision."""
    born = "{soort: datum, ten_minste: besluitdatum - 120 jaar, ten_hoogste: besluitdatum, vraag: Geboren?}"

    fact = agreement_of(f"{HEADER}gegevens:\n  geboren: {born}\n").facts["geboren"]

    assert (
        ValueType(Kind.DATE, earliest=MovingDay(Duration(1440, Unit.MONTHS)), latest=MovingDay()) == fact.type
    )
    assert ("ten minste 120 jaar voor de dag van het besluit", "ten hoogste de dag van het besluit") == (
        moving_bounds(fact.type)
    )


def test_a_decision_knows_the_place_of_its_parts() -> None:
    decision = agreement_of(GOOD).decisions["toelating"]

    assert ByOutcome({"toegewezen": "beschikking"}, "mededeling") == decision.legal_character
    assert {
        "ook.0": "grootte",
        "stand.van.0": "aangemeld",
        "stand.naar.toegewezen": "lid",
        "rechtskarakter.toegewezen:": "toegewezen",
    } == {
        key: text_at(GOOD, decision.spans[key])
        for key in ("ook.0", "stand.van.0", "stand.naar.toegewezen", "rechtskarakter.toegewezen:")
    }


def test_per_is_one_unit_or_several() -> None:
    agreement = agreement_of(GOOD)

    assert frozenset({Per.MONTH}) == agreement.amounts["maximum"].type.per
    assert frozenset({Per.PERSON, Per.MONTH}) == agreement.facts["inkomsten"].type.per


def test_every_mistake_of_a_file_is_found_in_one_run() -> None:
    text = HEADER + (
        "gegevens:\n"
        "  leden: {soort: aantal, vrag: Hoeveel?}\n"
        "begrippen:\n"
        "  groot:\n"
        "    soort: ja_nee\n"
        "    regels:\n"
        "      - {naam: een_regel, als: leden is meer dan 3}\n"
        "      - {naam: Twee, als: leden is is 3, dan: ja}\n"
    )

    agreement, findings = load_agreement(FILE, text.encode())

    assert agreement is None
    assert [
        ("ontbrekende-sleutel", "leden"),
        ("onbekende-sleutel", "vrag"),
        ("ontbrekende-sleutel", "{naam: een_regel, als: leden is meer dan 3}"),
        ("herkomst-ontbreekt", "Twee"),
        ("naam-vorm", "Twee"),
        ("uitdrukking", "is"),
    ] == [(found.code, text_at(text, found.span)) for found in findings]


def test_what_follows_from_a_mistake_is_not_a_second_mistake() -> None:
    text = HEADER + (
        "aanname_standaard: {eigenaar: jurist}\n"
        "afspraken:\n"
        "  uren: {soort: aantal, waarde: 12, bron: [brochure]}\n"
        "  dagdelen: {soort: aantal, waarde: 12, aanname: geschat}\n"
        "begrippen:\n"
        "  groot: {soort: ja_nee, berekening: uren is meer dan 10, brom: brochure}\n"
    )

    _, findings = load_agreement(FILE, text.encode())

    assert ["ontbrekende-sleutel", "verkeerde-vorm", "onbekende-sleutel"] == [
        found.code for found in findings
    ]


def test_a_file_that_is_only_unfinished_by_name_still_gives_an_agreement() -> None:
    agreement, findings = load_agreement("agreements/elders/2024-01-01.yaml", HEADER.encode())

    assert agreement is not None
    assert ["bestandsnaam"] == [found.code for found in findings]


@settings(max_examples=150)
@given(data=st.data())
def test_no_damage_to_a_good_file_gives_a_traceback(data: st.DataObject) -> None:
    lines = GOOD.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        number = data.draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        cut = data.draw(st.integers(0, len(line)))
        lines[number] = data.draw(
            st.sampled_from(
                [
                    "",
                    line[:cut],
                    line[cut:],
                    f"  {line}",
                    line.strip(),
                    line.replace(":", "", 1),
                    f"{line}|",
                    f"- {line}",
                ]
            )
        )

    agreement, findings = load_agreement(FILE, "\n".join(lines).encode())

    assert agreement is not None or findings
    assert all(1 <= found.span.line <= len(lines) + 1 and found.span.column >= 1 for found in findings)


def test_a_first_day_that_does_not_exist_is_one_finding() -> None:
    _, findings = load_agreement(FILE, HEADER.replace("2024-01-01", "2024-02-30").encode())

    assert [("ongeldige-waarde", 4)] == [(found.code, found.span.line) for found in findings]


def test_a_choice_may_say_in_words_what_a_reader_sees() -> None:
    text = (
        HEADER
        + "gegevens:\n  u: {soort: keuze, waarden: {pw: bijstand, geen: geen  uitkering}, vraag: Welke?}\n"
    )

    type_ = agreement_of(text).facts["u"].type

    assert (ValueType(Kind.CHOICE, choices=("pw", "geen")), {"pw": "bijstand", "geen": "geen uitkering"}) == (
        type_,
        type_.words,
    )


WORDS_BESIDE_WHAT_THEY_BELONG_TO = {
    "of a point that a higher layer declares": (
        "afspraken:\n  hulp: {waarden: {coach: een coach}, waarde: coach, bron: brochure}\n",
        {"ontbrekende-sleutel"},
    ),
    "of a concept of a higher layer": (
        (
            "begrippen:\n  toelating:\n    waarden: {toegewezen: u mag meedoen}\n    regels:\n"
            "      - {naam: altijd, als: ja, dan: toegewezen, bron: brochure}\n"
        ),
        {"ontbrekende-sleutel"},
    ),
    "of what is no keuze": (
        'gegevens:\n  leden: {soort: aantal, waarden: {paar: een paar}, vraag: "Hoeveel?"}\n',
        {"verkeerde-vorm"},
    ),
    "of what is no name": (
        "gegevens:\n  leden: {soort: keuze, waarden: {Paar: een paar}, vraag: Wat?}\n",
        {"naam-vorm"},
    ),
    "nothing after the colon": (
        "gegevens:\n  u:\n    soort: keuze\n    waarden:\n      pw:\n      geen: geen uitkering\n    vraag: Welke?\n",
        {"sleutel-zonder-waarde"},
    ),
    "a list within": (
        "gegevens:\n  u: {soort: keuze, waarden: {pw: [a, b], geen: geen uitkering}, vraag: Welke?}\n",
        {"verkeerde-vorm"},
    ),
}


@pytest.mark.parametrize(
    ("text", "codes"), WORDS_BESIDE_WHAT_THEY_BELONG_TO.values(), ids=WORDS_BESIDE_WHAT_THEY_BELONG_TO
)
def test_words_belong_to_the_choice_where_it_is_declared(text: str, codes: set[str]) -> None:
    _, findings = load_agreement(FILE, (HEADER + text).encode())

    assert codes == {found.code for found in findings}
