"""Whether a decision can come out otherwise under another reading: the cases that show it, and what is proved."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from soco_rules.backends import reference
from soco_rules.comparing import outcomes
from soco_rules.comparing.compare import compare
from soco_rules.comparing.compare import decisions_of
from soco_rules.comparing.findings import Limit
from soco_rules.comparing.findings import OutcomeFinding
from soco_rules.comparing.findings import Ruling
from soco_rules.comparing.sides import side_in_force
from soco_rules.comparing.sides import side_with_points
from soco_rules.comparing.words import case_in_words
from soco_rules.comparing.words import cause_in_words
from soco_rules.comparing.words import completeness
from soco_rules.comparing.words import turn_in_words
from soco_rules.compiler.program import program_of
from soco_rules.facts import Dates
from soco_rules.facts import bind
from soco_rules.model.case import Case
from soco_rules.model.values import Value
from soco_rules.parser.workspace import load_workspace
from tests.comparing.villages import DAY
from tests.comparing.villages import OLD
from tests.comparing.villages import changed
from tests.comparing.villages import compared
from tests.comparing.villages import outcome
from tests.comparing.villages import reading

SMALL = "      - {naam: klein, gaat_voor: [te_weinig], als: woont_hier en omzet is minder dan plafond, dan: later, bron: brief}\n"
ROOT = Path(__file__).parents[2]
WORKSPACE, _ = load_workspace(ROOT, ROOT)
AGREEMENTS = [name for name in WORKSPACE.agreements if not name.startswith("landelijk/")]


def told(found: OutcomeFinding) -> list[str]:
    """The ways in which an outcome differs, with the case of each."""
    cases = [f"{turn_in_words(found, case)}, als {case_in_words(case)}" for case in found.witnesses]
    return (
        [*sorted(cases), completeness(found)]
        if cases
        else [f"{found.ruling}{found.reason and ': '}{found.reason}"]
    )


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(OLD, ["gelijk bewezen"], id="the-same"),
        pytest.param(
            changed(("omzet is ten minste drempel", "drempel is ten hoogste omzet")),
            ["gelijk bewezen"],
            id="other-words-for-the-same",
        ),
        pytest.param(
            changed(("ten minste drempel", "meer dan drempel"), ("minder dan drempel", "ten hoogste drempel")),
            ["welkom wordt later, als woont hier is ja; omzet is € 100,00", "Dit zijn alle verschillen: bewezen."],
            id="one-case-on-the-border",
        ),
        pytest.param(
            changed(("als: niet woont_hier, dan: elders", "als: niet woont_hier, dan: later")),
            ["elders wordt later, als woont hier is nee", "Dit zijn alle verschillen: bewezen."],
            id="other-outcome",
        ),
        pytest.param(
            changed(("minder dan drempel", "minder dan plafond")),
            [
                "later wordt geen uitkomst, want er geldt geen regel, als woont hier is ja; omzet is € 50,00",
                "Dit zijn alle verschillen: bewezen.",
            ],
            id="gap",
        ),
        pytest.param(
            changed(("waarde: 100.00, bron: brief", "open: nog niet besloten")),
            [
                "later wordt nog niet te zeggen, als woont hier is ja; omzet is € 0,00",
                "welkom wordt nog niet te zeggen, als woont hier is ja; omzet is € 500,00",
                "Dit zijn alle verschillen: bewezen.",
            ],
            id="left-open",
        ),
        pytest.param(
            changed(("omzet: {soort: bedrag, per: maand", "omzet: {soort: aantal, per: maand"), ("5000.00", "5000"),
                    ("drempel: {soort: bedrag", "drempel: {soort: aantal"), ("100.00", "100"),
                    ("aandeel van omzet afgerond op centen", "aandeel van plafond afgerond op centen"),
                    ("ten_minste: 0, ten_hoogste", "ten_minste: 0, ten_hoogste")),
            ["niet bewezen: 'omzet' is aan de ene kant bedrag en aan de andere aantal"],
            id="other-kind-of-fact",
        ),
    ],
)  # fmt: skip
def test_when_access_comes_out_otherwise(new: str, expected: list[str]) -> None:
    assert expected == told(outcome(compared(new), "toegang", "toegang"))


def test_an_amount_has_a_case_for_each_direction() -> None:
    new = changed(("aandeel van omzet afgerond", "aandeel van (omzet + omzet - plafond) afgerond"))

    found = outcome(compared(new), "deel", "deel")

    directions = {
        case.new > case.old
        for case in found.witnesses
        if isinstance(case.new, int) and isinstance(case.old, int)
    }
    assert (Ruling.DIFFERENT, {True, False}, "Dit zijn alle verschillen: bewezen.") == (
        found.ruling,
        directions,
        completeness(found),
    )


def test_an_amount_that_only_rises_is_proved_never_to_fall() -> None:
    found = outcome(compared(changed(("waarde: 10%", "waarde: 12%"))), "deel", "deel")

    assert ["Lager wordt het in geen enkel geval: bewezen."] == told(found)[1:]


def test_a_case_tells_the_rule_on_each_side_and_what_it_comes_from() -> None:
    found = outcome(compared(changed(("waarde: 100.00", "waarde: 200.00"))), "toegang", "toegang")

    (case,) = found.witnesses
    assert (
        "genoeg",
        "oud.yaml:23",
        "te_weinig",
        "nieuw.yaml:24",
        ["drempel: € 100,00 wordt € 200,00"],
        2,
    ) == (
        case.old_by[0].rule,
        case.old_by[0].place,
        case.new_by[0].rule,
        case.new_by[0].place,
        [cause_in_words(cause) for cause in case.causes],
        case.calculators,
    )


def test_the_same_outcome_by_another_rule_is_told_apart() -> None:
    found = outcome(
        compared(changed(("      - {naam: van_buiten", SMALL + "      - {naam: van_buiten"))),
        "toegang",
        "toegang",
    )

    case = found.other_rule
    assert case
    assert (Ruling.SAME, "later", "te_weinig", "klein") == (
        found.ruling,
        case.new,
        case.old_by[0].rule,
        case.new_by[0].rule,
    )


def test_a_requirement_that_only_the_new_reading_breaks() -> None:
    needed = (
        "eisen:\n  - {naam: laag, eis: deel is ten hoogste {}, bron: brief, ernst: fout, melding: te veel}\n"
    )
    old, new = OLD + needed.replace("{}", "omzet"), OLD + needed.replace("{}", "plafond")

    found = outcome(compared(new, old), "deel", "laag")

    assert [
        "alleen in de nieuwe lezing niet aan voldaan, als omzet is € 1.000,00",
        "Dit zijn alle verschillen: bewezen.",
    ] == told(found)


def test_a_decision_of_one_side_only_is_told() -> None:
    text = (
        OLD
        + "  uitgang: {titel: Uit, uitkomst: toegang, rechtskarakter: mededeling, beslisser: college, tijdvak: maand}\n"
    )

    found = compared(text)

    assert [("toegang", None), ("deel", None), ("uitgang", "nieuw")] == [
        (one.name, one.only) for one in found.decisions
    ]


def test_a_decision_about_a_day_cannot_be_laid_beside_one_about_a_month() -> None:
    new = changed(
        (
            "uitkomst: toegang, rechtskarakter: mededeling, beslisser: college, tijdvak: maand",
            "uitkomst: toegang, rechtskarakter: mededeling, beslisser: college",
        )
    )

    found = next(one for one in compared(new).decisions if one.name == "toegang")

    assert (
        Ruling.UNPROVED,
        "het besluit gaat aan één kant over een maand en aan de andere over een dag",
    ) == (
        found.ruling,
        found.reason,
    )


@pytest.mark.parametrize("reference", AGREEMENTS)
def test_every_shipped_agreement_is_the_same_as_itself(reference: str) -> None:
    side, _ = side_in_force(WORKSPACE, reference, DAY)
    assert side

    found = compare(side, side, DAY, None, decisions_of(side, side))

    assert ((), {Ruling.SAME}) == (found.changes, {one.ruling for one in found.decisions})


def test_a_variant_of_a_shipped_agreement_changes_that_point_and_one_decision() -> None:
    old, _ = side_in_force(WORKSPACE, "delft/scope", DAY)
    assert old
    new, _ = side_with_points(old, {"bijdragepercentage": "12%"})
    assert new

    found = compare(old, new, DAY, None, decisions_of(old, new))

    assert (["bijdragepercentage"], ["bijdrageoverzicht"], set()) == (
        [change.name for change in found.changes],
        [one.name for one in found.decisions if one.ruling is Ruling.DIFFERENT],
        {one.name for one in found.decisions if one.ruling is Ruling.UNPROVED},
    )


# What is found is so on the reference

RULES = """\
      - {{naam: rond, als: omzet is {comparator} {border}, dan: welkom, bron: brief}}
      - {{naam: streng, gaat_voor: [rond], als: {condition}, dan: {outcome}, bron: brief}}
    anders: {otherwise}
"""
START, END = OLD.index("      - {naam: genoeg"), OLD.index("  deel:\n    soort")
texts = st.builds(
    lambda **parts: OLD[:START] + RULES.format(**parts) + OLD[END:],
    comparator=st.sampled_from(["ten minste", "meer dan", "minder dan"]),
    border=st.sampled_from(["drempel", "plafond", "drempel + plafond"]),
    condition=st.sampled_from(["niet woont_hier", "woont_hier", "woont_hier en omzet is meer dan plafond"]),
    outcome=st.sampled_from(["welkom", "elders"]),
    otherwise=st.sampled_from(["later", "elders"]),
)
TRIED = [
    {"omzet": cents, "woont_hier": lives}
    for cents in (0, 4_999, 5_000, 5_001, 9_999, 10_000, 10_001, 14_999, 15_000, 15_001, 500_000)
    for lives in (True, False)
]


def by_reference(text: str, answers: Mapping[str, Value]) -> Value:
    """The access that the reference finds."""
    side = reading(text)
    program = program_of(side.compiled, side.compiled.stack.decisions["toegang"])
    bound, _ = bind(program, Case(None, {}, {}), Dates(DAY, DAY).monthly())
    known = {step.slot for step in program.fields}
    given_ = {**bound.values, **{name: value for name, value in answers.items() if name in known}}
    return reference.prepare(program)(given_).values["toegang"]


@settings(max_examples=25)
@given(old=texts, new=texts)
def test_what_differs_and_what_is_the_same_is_so_on_the_reference(old: str, new: str) -> None:
    found = outcome(compared(new, old), "toegang", "toegang")

    shown = [
        (by_reference(old, dict(case.answers)), by_reference(new, dict(case.answers)))
        for case in found.witnesses
    ]
    really = {(by_reference(old, case), by_reference(new, case)) for case in TRIED}
    assert [(case.old, case.new) for case in found.witnesses] == shown
    assert {pair for pair in really if pair[0] != pair[1]} <= set(shown)
    assert found.is_complete


# What cannot be proved


def test_what_takes_too_much_work_is_not_proved() -> None:
    old, new = reading(OLD), reading(changed(("waarde: 10%", "waarde: 12%")), "nieuw.yaml")

    (found,) = outcomes.compared(old, new, DAY, ["deel"], effort=1)

    assert (Ruling.UNPROVED, [(Ruling.UNPROVED, "het rekenwerk werd te groot")]) == (
        found.ruling,
        [(one.ruling, one.reason) for one in found.outcomes],
    )


def test_a_decision_whose_time_is_over_is_not_proved_and_the_next_goes_on() -> None:
    old, new = (
        reading(OLD),
        reading(changed(("waarde: 10%", "waarde: 12%"), ("100.00", "90.00")), "nieuw.yaml"),
    )
    begun: list[str] = []

    found = [
        *outcomes.compared(
            old, new, DAY, decisions_of(old, new), limit=Limit(0, lambda: 0.0), begin=begun.append
        )
    ]

    reason = (
        "de tijd voor dit besluit was op (hooguit 0 seconden); "
        "geprobeerd: geen vraag aan de bewijzer hierover, met als vondst geen verschil"
    )
    assert (["toegang", "deel"], [("toegang", reason), ("deel", reason)]) == (
        begun,
        [(one.name, one.reason) for each in found for one in each.outcomes],
    )


def test_a_case_that_was_found_in_time_stays() -> None:
    old, new = reading(OLD), reading(changed(("waarde: 10%", "waarde: 12%")), "nieuw.yaml")
    moments = count()

    (found,) = outcomes.compared(old, new, DAY, ["deel"], limit=Limit(3, lambda: float(next(moments))))

    (deel,) = found.outcomes
    expected = (
        "Niet bewezen dat er geen andere verschillen zijn, want de tijd voor dit besluit was op (hooguit 3 seconden); "
        "geprobeerd: 1 vraag aan de bewijzer hierover, met als vondst 1 geval."
    )
    assert (Ruling.DIFFERENT, 1, expected) == (deel.ruling, len(deel.witnesses), completeness(deel))


def test_without_the_prover_no_decision_is_called_the_same(tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_text(OLD, "utf-8")
    (tmp_path / "nieuw.yaml").write_text(changed(("waarde: 10%", "waarde: 12%")), "utf-8")
    blocked = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.modules['z3'] = None\n"
        "import importlib.util as u; find = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name == 'z3' else find(name, *rest)\n"
        "from soco_rules.cli.main import main\n"
        "main(['vergelijk', 'oud.yaml', 'nieuw.yaml', '--peildatum', '2026-11-15', '--zonder-scenarios'])"
    )

    done = subprocess.run(
        [sys.executable, "-c", blocked], capture_output=True, text=True, cwd=tmp_path, check=False
    )

    assert (0, True, True) == (
        done.returncode,
        "waarde: 10% -> 12%" in done.stdout,
        "0 gelijk bewezen, 0 verschillend, 2 niet bewezen" in done.stdout,
    ), done.stderr


def test_what_changes_for_the_partner_only_is_told_of_the_partner() -> None:
    persons = (
        (
            "gegevens:\n",
            'personen: {partner: {geldt_als: samen}}\ngegevens:\n  samen: {soort: ja_nee, vraag: "Samen?"}\n',
        ),
        ("per: maand, ten_minste", "per: [persoon, maand], ten_minste"),
        ("    soort: bedrag\n    per: maand\n", "    soort: bedrag\n    per: [persoon, maand]\n"),
        (
            "    waarden: [welkom, later, elders]\n",
            "    per: persoon\n    waarden: [welkom, later, elders]\n",
        ),
    )
    shared = "berekening: aandeel van omzet afgerond op centen"
    apart = "berekening: als rol is partner dan plafond anders (aandeel van omzet afgerond op centen)"

    found = compared(changed(*persons, (shared, apart)), changed(*persons))

    decision = next(one for one in found.decisions if one.name == "deel")
    assert {"belanghebbende": Ruling.SAME, "partner": Ruling.DIFFERENT} == {
        str(one.role): one.ruling for one in decision.outcomes
    }
