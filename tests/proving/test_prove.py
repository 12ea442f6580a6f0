"""What `soco bewijs` says of small agreements: one line of the agreement for every kind of shortfall."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import Found
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.program import with_pairings
from soco_rules.model.agreement import Sense
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from soco_rules.proving.confirm import broken_by
from soco_rules.proving.confirm import confirmed
from soco_rules.proving.periods import Period
from soco_rules.proving.periods import days_between
from soco_rules.proving.prove import Answering
from soco_rules.proving.prove import Refuted
from soco_rules.proving.prove import prove
from soco_rules.proving.questions import Subject
from soco_rules.proving.questions import questions
from soco_rules.proving.report import Stretch
from soco_rules.proving.report import in_words
from soco_rules.proving.run import planned
from soco_rules.proving.words import shortfall
from tests.workspaces import workspace_of

ROOT = Path(__file__).parents[2]

HEAD = """\
kenmerk: dorp/bewijs
soort: overeenkomst
titel: Wat te bewijzen is
geldig_vanaf: 2026-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
aanname_standaard: {eigenaar: beleid, datum: 2026-01-01}
afspraken:
  drempel: {soort: bedrag, omschrijving: vanaf hier, waarde: 100.00, bron: brief}
gegevens:
  omzet: {soort: bedrag, ten_minste: 0, ten_hoogste: 1000.00, vraag: "Hoeveel omzet?"}
  uren: {soort: aantal, ten_minste: 0, ten_hoogste: 40, vraag: "Hoeveel uren?"}
  lid: {soort: ja_nee, vraag: "Lid?"}
  geboortedatum: {soort: datum, vraag: "Geboren?"}
besluiten:
  soort:
    titel: Soort
    uitkomst: soort
    rechtskarakter: mededeling
    beslisser: college
begrippen:
  soort:
    soort: keuze
    waarden: [klein, groot]
    regels:
"""
SMALL = "- {naam: klein, als: omzet is minder dan drempel, dan: klein, bron: brief}"
LARGE = "- {naam: groot, als: omzet is ten minste drempel, dan: groot, bron: brief}"
ABOVE = "- {naam: groot, als: omzet is meer dan drempel, dan: groot, bron: brief}"
FREE = "- {naam: lid, als: lid, dan: klein, bron: brief}"
NEVER = "- {naam: nooit, als: uren is meer dan 40, dan: groot, bron: brief}"
OTHER = "- {naam: geen_lid, als: niet lid, dan: groot, bron: brief}"
IDLE = "- {naam: klein, als: lid en omzet is minder dan drempel, dan: klein, bron: brief}"
ADULT = "- {naam: klein, als: hele jaren tussen geboortedatum en peildatum is ten minste 18, dan: klein, bron: brief}"
CHILD = "- {naam: groot, als: hele jaren tussen geboortedatum en peildatum is minder dan 18, dan: groot, bron: brief}"
YEAR = Period(739_617, 739_981)


def compiled_of(*rules: str, rest: str = "", text: str = HEAD) -> Compiled:
    """The agreement with these rules."""
    text = text + "".join(f"      {rule}\n" for rule in rules) + rest
    workspace, findings = workspace_of(text)
    assert () == findings
    compiled, _ = compile_stack(workspace, workspace.agreements["dorp/bewijs"][0], YEAR.first)
    assert compiled
    return with_pairings(compiled)


def shortfalls(*rules: str, rest: str = "", text: str = HEAD) -> list[str]:
    """The codes and messages of what is not proved of an agreement with these rules, in a line each."""
    compiled = compiled_of(*rules, rest=rest, text=text)
    stretch = Stretch(compiled, YEAR, questions(compiled)).proved(lambda: None)
    return [f"{short.finding.code}: {short.finding.message}" for short in stretch.shortfalls]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param((SMALL, LARGE), [], id="on-the-border"),
        pytest.param((ADULT, CHILD), [], id="years"),
        pytest.param((SMALL, ABOVE), ["bewijs-gat: Voor 'soort' geldt geen enkele regel, als omzet is € 100,00."], id="gap-of-a-cent"),
        pytest.param(
            (SMALL, LARGE, NEVER),
            ["bewijs-regel: De regel 'nooit' wint in geen enkel geval."],
            id="never",
        ),
        pytest.param(
            (FREE, OTHER, IDLE),
            ["bewijs-afspraak: De afspraak 'drempel' maakt voor geen enkel besluit verschil."],
            id="no-effect",
        ),
    ],
)  # fmt: skip
def test_what_is_not_proved(rules: tuple[str, ...], expected: list[str]) -> None:
    assert expected == shortfalls(*rules)


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ("", ["bewijs-strijd"]),
        (", ten_hoogste: besluitdatum", []),
        (", ten_hoogste: besluitdatum - 1 dag", []),
        (", ten_minste: besluitdatum - 120 jaar", ["bewijs-strijd"]),
    ],
)
def test_no_case_is_found_outside_the_bounds_that_move_with_the_decision(
    bounds: str, expected: list[str]
) -> None:
    later = "- {naam: later, als: geboortedatum is meer dan besluitdatum, dan: groot, bron: brief}"
    text = HEAD.replace("geboortedatum: {soort: datum", f"geboortedatum: {{soort: datum{bounds}")

    found = shortfalls(later, SMALL, LARGE, text=text)

    assert expected == [one.partition(":")[0] for one in found if one.startswith("bewijs-strijd")]


def test_two_rules_that_contradict_each_other() -> None:
    expected = "De regels 'lid' en 'groot' gelden samen en geven een andere uitkomst, als lid is ja en omzet is € 100,00."

    assert [f"bewijs-strijd: {expected}"] == shortfalls(FREE, LARGE, SMALL)


def test_a_requirement_that_does_not_hold() -> None:
    rest = (
        "eisen:\n  - {naam: laag, eis: uren is minder dan 40, bron: brief, ernst: fout, melding: te hoog}\n"
    )

    assert ["bewijs-eis: Aan de eis 'laag' is niet voldaan, als uren is 40."] == shortfalls(
        SMALL, LARGE, rest=rest
    )


def test_a_warning_that_can_be_given() -> None:
    rest = "eisen:\n  - {naam: laag, eis: uren is minder dan 40, bron: brief, ernst: waarschuwing, melding: te hoog}\n"

    assert ["bewijs-waarschuwing: Aan de eis 'laag' is niet voldaan, als uren is 40."] == shortfalls(
        SMALL, LARGE, rest=rest
    )


def test_days_without_a_version() -> None:
    first = HEAD.replace(
        "geldig_vanaf: 2026-01-01", "geldig_vanaf: 2025-01-01\ngeldig_tot_en_met: 2025-11-30"
    )
    rules = f"      {SMALL}\n      {LARGE}\n"
    workspace, _ = workspace_of(first + rules, HEAD + rules)

    (found,) = days_between(workspace.agreements["dorp/bewijs"])

    assert (
        "bewijs-tussentijd",
        "Van 1 december 2025 tot en met 31 december 2025 is er geen versie van 'dorp/bewijs' in werking.",
    ) == (found.code, found.message)


def test_without_the_library_the_command_says_how_to_get_it(tmp_path: Path) -> None:
    blocked = "import sys; sys.modules['z3'] = None; from soco_rules.cli.main import main; main(['bewijs', 'delft/scope'])"

    done = subprocess.run(
        [sys.executable, "-c", blocked], capture_output=True, text=True, cwd=tmp_path, check=False
    )

    assert (1, True) == (done.returncode, "pip install '.[bewijs]'" in done.stderr)
    assert "bewijs-niet-beschikbaar" in done.stderr


def test_what_takes_too_much_work_is_not_proved() -> None:
    compiled = compiled_of(SMALL, ABOVE)
    asked = [question for question in questions(compiled) if question.subject is Subject.GAP]

    (proof,) = prove(compiled, tuple(asked), YEAR, effort=1)
    short = shortfall(compiled, proof)

    assert short
    assert (
        "bewijs-open",
        "Niet bewezen: 'soort' heeft altijd een uitkomst, want het rekenwerk werd te groot.",
    ) == (short.finding.code, short.finding.message)


def test_a_rule_for_the_partner_is_asked_of_the_partner() -> None:
    """What holds for one person and not for the other is found, and a rule that only the partner needs can win."""
    text = (
        HEAD.replace(
            "  lid: {soort: ja_nee", '  samen: {soort: ja_nee, vraag: "Samen?"}\n  lid: {soort: ja_nee'
        )
        .replace("gegevens:\n", "personen: {partner: {geldt_als: samen}}\ngegevens:\n")
        .replace("    soort: keuze\n", "    soort: keuze\n    per: persoon\n")
    )
    first = "- {naam: zelf, als: rol is belanghebbende, dan: klein, bron: brief}"
    other = "- {naam: ander, als: rol is partner, dan: groot, bron: brief}"
    clash = "- {naam: lid, als: rol is partner en lid, dan: klein, bron: brief}"

    assert ([], ["bewijs-strijd"]) == (
        [found.split(":")[0] for found in shortfalls(first, other, text=text)],
        [found.split(":")[0] for found in shortfalls(first, other, clash, text=text)],
    )


MONEY = """\
  uitkering: {soort: bedrag, berekening: "als omzet is minder dan drempel dan drempel - omzet anders € 0,00", bron: brief}
  toeslag: {soort: bedrag, berekening: "als omzet is minder dan drempel dan 50% van drempel afgerond op centen anders € 0,00", bron: brief}
"""
RISES = (
    "eisen:\n  - {naam: loont, als_stijgt: omzet, daalt_niet: omzet + uitkering, bron: brief, ernst: fout}\n"
)
FALLS = (
    "eisen:\n  - {naam: loont, als_stijgt: omzet, daalt_niet: omzet + toeslag, bron: brief, ernst: %s%s}\n"
)
LESS = "eisen:\n  - {naam: daling, als_stijgt: omzet, stijgt_niet: toeslag, bron: brief}\n"
FREE_OF = "eisen:\n  - {naam: los, hangt_niet_af_van: [lid, uren], betreft: [soort, toeslag], bron: brief}\n"
ON_TURNOVER = "eisen:\n  - {naam: los, hangt_niet_af_van: omzet, betreft: soort, bron: brief}\n"
ALLOWED = ", behalve: [{als: omzet is ten minste drempel, bron: brief}]"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(RISES, [], id="what-one-loses-the-other-gains"),
        pytest.param(LESS, [], id="a-threshold-only-takes"),
        pytest.param(FREE_OF, [], id="what-no-rule-reads"),
        pytest.param(FALLS % ("fout", ALLOWED), [], id="allowed-with-a-reason"),
    ],
)
def test_a_requirement_about_two_cases(rest: str, expected: list[str]) -> None:
    assert expected == shortfalls(SMALL, LARGE, rest=MONEY + rest)


@pytest.mark.parametrize(
    ("severity", "code"), [("fout", "bewijs-verband"), ("waarschuwing", "bewijs-verband-let-op")]
)
def test_more_turnover_that_leaves_less_is_found(severity: str, code: str) -> None:
    """The loss is more than a rounding, and both amounts are such as people have."""
    (found,) = shortfalls(SMALL, LARGE, rest=MONEY + FALLS % (severity, ""))

    loss = re.search(r"daalt 'omzet \+ toeslag' van € (\d+),(\d\d) naar € (\d+),(\d\d)", found)
    assert found.startswith(f"{code}: Aan de eis 'loont' is niet voldaan: als omzet van € ")
    assert loss
    assert int(loss[1] + loss[2]) - int(loss[3] + loss[4]) >= 100


def test_a_comparison_that_can_never_be_made_is_not_proved() -> None:
    """Where nothing has a value in both cases, it means nothing that no case breaks it."""
    gone = "  weg: {soort: bedrag, geldt_als: uren is meer dan 40, berekening: omzet, bron: brief}\n"
    rest = "eisen:\n  - {naam: leeg, als_stijgt: omzet, daalt_niet: weg, bron: brief}\n"

    reason = "er zijn geen twee gevallen waarin er iets te vergelijken is"
    assert [f"bewijs-open: Niet bewezen: aan de eis 'leeg' is altijd voldaan, want {reason}."] == shortfalls(
        SMALL, LARGE, rest=gone + rest
    )


def test_what_a_rule_reads_is_found_from_low_to_high() -> None:
    (found,) = shortfalls(SMALL, LARGE, rest=MONEY + ON_TURNOVER)

    first = "bewijs-verband: Aan de eis 'los' is niet voldaan: als omzet van € "
    assert (True, True) == (found.startswith(first), found.endswith(", gaat 'soort' van klein naar groot."))


def test_a_comparison_is_shown_in_two_scenarios() -> None:
    compiled = compiled_of(SMALL, LARGE, rest=MONEY + ON_TURNOVER)
    asked = tuple(one for one in questions(compiled) if one.subject is Subject.COMPARISON)

    (short,) = Stretch(compiled, YEAR, asked).proved(lambda: None).shortfalls

    told = [
        ("Scenario: aan de eis 'los' is altijd voldaan, eerste geval", '  En is de uitkomst "klein"'),
        ("Scenario: aan de eis 'los' is altijd voldaan, tweede geval", '  En is de uitkomst "groot"'),
    ]
    assert told == [(scenario[0], scenario[-1]) for scenario in short.scenarios]


def test_a_requirement_that_stops_a_wrong_input_is_no_shortfall() -> None:
    rest = "eisen:\n  - {naam: laag, eis: uren is minder dan 40, bron: brief, vangt_af: te veel uren}\n"

    assert [] == shortfalls(SMALL, LARGE, rest=rest)


def test_a_requirement_that_an_open_point_can_break_is_no_error() -> None:
    open_ = HEAD.replace("waarde: 100.00, bron: brief", "open: nog te kiezen")
    rest = "eisen:\n  - {naam: laag, eis: drempel is ten hoogste omzet, bron: brief, ernst: fout}\n"

    found = shortfalls(SMALL, LARGE, rest=rest, text=open_)

    assert ["bewijs-open-punt"] == [one.partition(":")[0] for one in found]


@pytest.mark.parametrize(("member", "answers"), [(True, {"lid"}), (False, {"zwaar"})])
def test_a_case_rests_on_an_open_point_only_where_its_facts_do_not_do_without(
    *, member: bool, answers: set[str]
) -> None:
    """Whatever case the solver comes with."""
    open_ = HEAD.replace(
        "gegevens:\n", "  zwaar: {soort: ja_nee, omschrijving: zwaar werk, open: nog te kiezen}\ngegevens:\n"
    )
    rest = "eisen:\n  - {naam: licht, eis: niet lid en niet zwaar, bron: brief, ernst: waarschuwing}\n"
    compiled = compiled_of(SMALL, LARGE, rest=rest, text=open_)
    (question,) = (each for each in questions(compiled) if each.subject is Subject.REQUIREMENT)
    program = Answering(compiled, YEAR, EFFORT).part(question)

    case = confirmed(program, question, Found(YEAR.first, {"lid": member, "zwaar": True}))

    assert case
    assert answers == case.answers.keys()


def test_of_a_shipped_warning_a_case_is_found_that_breaks_it_whichever_it_is() -> None:
    """What the law is after 2026 was not seen: every correction that is decided on then is warned of, and no other."""
    law, _ = load_workspace(ROOT, None)
    compiled, _ = compile_stack(law, law.agreements["landelijk/participatiewet"][0], YEAR.first)
    assert compiled
    (question,) = (each for each in questions(compiled) if each.name == "herziening_na_2026")

    (proof,) = prove(compiled, (question,), YEAR)

    assert isinstance(proof.verdict, Refuted)
    assert proof.verdict.case
    case = proof.verdict.case
    assert False in case.evaluation.checks
    decided = case.answers["besluitdatum"]
    assert isinstance(decided, int)
    assert decided > parse_date("2026-12-31")
    assert case.evaluation.values["correctie"] in {
        "nabetaling",
        "verrekening_volgende_maand",
        "terugvordering",
    }


def test_open_points_are_filled_as_a_requirement_allows() -> None:
    """That two shares are together at most the whole is asked of who fills them in; the rest may rest on that."""
    shares = HEAD.replace(
        "gegevens:\n",
        "  deel: {soort: percentage, ten_minste: 0%, ten_hoogste: 100%, omschrijving: het deel, open: nog te kiezen}\n"
        "  rest: {soort: percentage, ten_minste: 0%, ten_hoogste: 100%, omschrijving: de rest, open: nog te kiezen}\n"
        "gegevens:\n",
    )
    past = "{naam: past, eis: deel + rest is ten hoogste 100%, bron: brief, ernst: fout}"
    heel = "{naam: heel, eis: deel is ten hoogste 100% - rest, bron: brief, ernst: fout}"
    zaak = "{naam: zaak, eis: niet lid of deel + rest is ten hoogste 100%, bron: brief, ernst: fout}"

    found = shortfalls(SMALL, LARGE, text=shares, rest=f"eisen:\n  - {past}\n  - {heel}\n  - {zaak}\n")
    alone = shortfalls(SMALL, LARGE, text=shares, rest=f"eisen:\n  - {zaak}\n")

    assert ["bewijs-open-punt: Aan de eis 'past'", "bewijs-open-punt: Aan de eis 'heel'"] == [
        one.partition(" is niet")[0] for one in found
    ]
    assert ["bewijs-open-punt: Aan de eis 'zaak'"] == [one.partition(" is niet")[0] for one in alone]


def test_points_that_cannot_be_filled_prove_nothing() -> None:
    """Two requirements that no value meets together: then no case is left out."""
    open_ = HEAD.replace("waarde: 100.00, bron: brief", "open: nog te kiezen")
    both = (
        "{naam: a, eis: drempel is meer dan € 0, bron: brief}",
        "{naam: b, eis: drempel is minder dan € 0, bron: brief}",
    )
    rest = "eisen:\n" + "".join(f"  - {one}\n" for one in both)

    found = shortfalls(SMALL, ABOVE, text=open_, rest=rest)

    assert "bewijs-gat" in [one.partition(":")[0] for one in found]


def test_a_gap_counts_only_where_a_decision_is_taken() -> None:
    gated = HEAD.replace(
        "    uitkomst: soort\n", "    uitkomst: soort\n    geldt_als: omzet is niet drempel\n"
    )

    assert [] == shortfalls(SMALL, ABOVE, text=gated)


def test_a_rule_of_a_higher_layer_that_never_wins_is_no_shortfall() -> None:
    """Another municipality agreed otherwise; here the point makes sure that it cannot win."""
    model = """\
kenmerk: landelijk/kader
soort: model
titel: Kader
geldig_vanaf: 2026-01-01
status: concept
aanname_standaard: {eigenaar: beleid, datum: 2026-01-01}
afspraken:
  streng: {soort: ja_nee, omschrijving: of er streng wordt gekeken, bron: brief}
begrippen:
  toets:
    soort: ja_nee
    anders: nee
    regels:
      - {naam: strenge_toets, als: streng, dan: ja, bron: brief}
"""
    own = HEAD.replace("status: concept\n", "status: concept\nbouwt_op: landelijk/kader\n").replace(
        "afspraken:\n", "afspraken:\n  streng: {waarde: nee, bron: brief}\n"
    )
    rules = f"      {SMALL}\n      {LARGE}\n"
    workspace, _ = workspace_of(model, own + rules)
    compiled, _ = compile_stack(workspace, workspace.agreements["dorp/bewijs"][0], YEAR.first)
    assert compiled
    stretch = Stretch(compiled, YEAR, questions(compiled)).proved(lambda: None)

    text = "\n".join(in_words((stretch,), (), {}, everything=True))

    assert "     0 van 1    regels van hogere lagen die bij deze afspraken kunnen winnen\n" in text + "\n"
    assert "nooit: strenge_toets" in text
    assert not any(short.finding.code == "bewijs-regel" for short in stretch.shortfalls)


def test_days_without_a_higher_layer_are_not_proved() -> None:
    frame = """\
kenmerk: landelijk/kader
soort: landelijk
titel: Kader
geldig_vanaf: 2027-01-01
status: concept
"""
    own = HEAD.replace("status: concept\n", "status: concept\nbouwt_op: landelijk/kader\n")
    workspace, _ = workspace_of(frame, own + f"      {SMALL}\n      {LARGE}\n")
    run, _ = planned(workspace, "dorp/bewijs")
    assert run

    lines = list(in_words(run.stretches, (), {}, everything=False))

    assert [
        "dorp/bewijs, versie 2026-01-01, 1 januari 2027 tot en met 31 december 2031",
        "Over 1 januari 2026 tot en met 31 december 2026 is niets bewezen: dan is een laag eronder niet in werking.",
    ] == lines[:2]


@given(
    low=st.integers(0, 12), high=st.integers(0, 12), share=st.integers(0, 200), sense=st.sampled_from(Sense)
)
@settings(max_examples=25)
def test_two_cases_as_trying_all_of_them(low: int, high: int, share: int, sense: Sense) -> None:
    """On a domain small enough to try every pair, the proof says what trying says."""
    text = HEAD.replace("ten_hoogste: 1000.00", "ten_hoogste: 0.12")
    formula = (
        f"als omzet is ten minste {cents(low)} dan {share}% van omzet afgerond op centen anders {cents(high)}"
    )
    rest = f'  vreemd: {{soort: bedrag, berekening: "{formula}", bron: brief}}\n'
    says = {
        Sense.NOT_LOWER: "als_stijgt: omzet, daalt_niet: vreemd",
        Sense.NOT_HIGHER: "als_stijgt: omzet, stijgt_niet: vreemd",
        Sense.SAME: "hangt_niet_af_van: omzet, betreft: vreemd",
    }[sense]
    compiled = loose(text, rest + f"eisen:\n  - {{naam: paar, {says}, bron: brief}}\n")
    asked = tuple(one for one in questions(compiled) if one.subject is Subject.COMPARISON)
    values = [(share * turnover + 50) // 100 if turnover >= low else high for turnover in range(13)]
    pairs = [(values[one], values[other]) for one in range(13) for other in range(one + 1, 13)]

    (proof,) = prove(compiled, asked, YEAR)

    assert isinstance(proof.verdict, Refuted) is any(broken_by(sense, *pair) for pair in pairs)


def cents(amount: int) -> str:
    return f"€ 0,{amount:02d}"


def loose(text: str, rest: str) -> Compiled:
    """The agreement with amounts in its rules, which a rule file may not have and a test may."""
    workspace, _ = workspace_of(text + f"      {SMALL}\n      {LARGE}\n" + rest)
    compiled, _ = compile_stack(workspace, workspace.agreements["dorp/bewijs"][0], YEAR.first)
    assert compiled
    return with_pairings(compiled)
