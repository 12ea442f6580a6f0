"""The values that acts give, and rows that rest on the case or on a concept."""

from __future__ import annotations

import pytest

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_in_force
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.gather import facts_for
from soco_rules.dossiers.rows import decoded
from soco_rules.facts import Dates
from soco_rules.model.case import Case
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Value
from soco_rules.model.values import parse_date
from tests.dossiers.acts import book
from tests.dossiers.shipped import Answer
from tests.dossiers.shipped import answer
from tests.workspaces import good
from tests.workspaces import workspace_of

MARCH = Dates(parse_date("2026-03-01"), parse_date("2026-03-20"))
BESLUIT = """\
  geteld: {soort: ja_nee, berekening: NAMEN is meer dan 0, bron: het convenant}
besluiten:
  telling:
    titel: Telling
    tijdvak: maand
    uitkomst: geteld
    rechtskarakter: mededeling
    beslisser: college
"""


def village(facts: str, concepts: str = "", *, named: str = "n") -> Compiled:
    """The village, with a besluit that reads one of these facts."""
    text = f"{good('dorp')}gegevens:\n{facts}begrippen:\n{concepts}{BESLUIT.replace('NAMEN', named)}"
    workspace, findings = workspace_of(good("proefwet"), text)
    assert not has_errors(findings), findings
    compiled, about = compile_in_force(workspace, "dorp/samen", MARCH.reference)
    assert compiled
    assert not has_errors(about), about
    return compiled


def counted(compiled: Compiled, text: str, *, slot: str = "n", supplied: Case | None = None) -> Answer:
    return answer(facts_for(compiled, "telling", book(text), 1, MARCH, supplied=supplied), slot)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (None, Kind.MONEY, Absent.UNKNOWN),
        ("niet van toepassing", Kind.DATE, Absent.NOT_APPLICABLE),
        ("204.00", Kind.MONEY, 20400),
        ("ja", Kind.YES_NO, True),
        ("3 maanden", Kind.DURATION, 3),
        ("laag", Kind.CHOICE, "laag"),
        ("veel", Kind.MONEY, Absent.UNKNOWN),
    ],
)
def test_a_stored_value_as_calculators_have_it(text: str | None, kind: Kind, value: Value) -> None:
    assert decoded(text, kind) == value


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("peildatum is 2026-02-01", "1"),
        ("besluitdatum is 2026-02-20", "1"),
        ("begin_tijdvak is 2026-02-01", "1"),
        ("einde_tijdvak is 2026-02-28", "1"),
        ("einde_tijdvak is minder dan deze begin_tijdvak", "1"),
        ("besluitdatum is ten minste deze begin_tijdvak", "0"),
    ],
)
def test_every_decision_has_its_own_dates(condition: str, expected: str) -> None:
    fact = f"  n: {{soort: aantal, vraag: Hoeveel?, uit_dossier: {{neem: aantal, van: afrekening, waarin: {condition}}}}}\n"
    text = "1 geopend\n1 besluit afrekening 2026-02 op 2026-02-20: over = 1.00"

    assert counted(village(fact), text).value == expected


LINES = """\
  n: {soort: aantal, vraag: Hoeveel?, uit_dossier: {neem: aantal, van: factuurregels, waarin: soort_regel is zwaar}}
  gewicht: {soort: aantal, vraag: Hoe zwaar?}
"""
BY_LINE = """\
  soort_regel:
    soort: keuze
    waarden: [licht, zwaar]
    regels:
      - {naam: samen_zwaar, als: [leefvorm is samen, gewicht is meer dan 1], dan: zwaar, bron: het convenant}
      - {naam: alleen_zwaar, als: [leefvorm is alleen, gewicht is meer dan 5], dan: zwaar, bron: het convenant}
      - {naam: niet_zwaar, als: gewicht is ten hoogste 1, dan: licht, bron: het convenant}
"""


def test_what_a_line_does_not_say_is_as_in_the_case_where_the_case_asks_it() -> None:
    rules = village(LINES, BY_LINE, named="(als leefvorm is samen dan n anders n)")
    text = "1 feit leefvorm = {}\n1 factuurregel F-1: gewicht = 3\n1 factuurregel F-2: gewicht = 6"

    assert [counted(rules, text.format(leefvorm)).value for leefvorm in ("samen", "alleen")] == ["2", None]


def test_a_line_about_which_the_rules_say_nothing_is_told() -> None:
    rules = village(LINES, BY_LINE, named="(als leefvorm is samen dan n anders n)")
    found = counted(rules, "1 feit leefvorm = alleen\n1 factuurregel F-1: gewicht = 3")

    assert found.findings == (
        "'n' is niet te tellen: op de factuurregel (nr. 2) is 'soort_regel' niet bekend.",
    )


def test_a_line_does_not_borrow_a_fact_that_only_lines_have() -> None:
    rules = village(LINES, BY_LINE, named="(als leefvorm is samen dan n anders n)")
    found = counted(rules, "1 feit leefvorm = samen\n1 feit gewicht = 9\n1 factuurregel F-1: kleur = rood")

    assert found.findings == ("'n' is niet te tellen: op de factuurregel (nr. 3) is 'gewicht' niet bekend.",)


def test_a_line_does_not_borrow_what_only_a_comparison_asks_of_the_case() -> None:
    """`deze gewicht` reads a fact of the case that the besluit itself does not ask."""
    heavier = (
        "  m: {soort: aantal, vraag: Hoeveel?, "
        "uit_dossier: {neem: aantal, van: alle leden, waarin: aantal is minder dan deze gewicht}}\n"
    )
    rules = village(LINES + heavier, BY_LINE, named="(als leefvorm is samen dan n + m anders n)")
    text = "1 feit leefvorm = samen\n1 feit aantal = 3\n1 feit gewicht = 9\n1 factuurregel F-1: kleur = rood"

    assert [counted(rules, text, slot=slot).value for slot in ("n", "m")] == [None, "1"]


def test_a_fact_per_person_on_a_line_is_that_of_its_person() -> None:
    facts = """\
  n: {soort: aantal, vraag: Hoeveel?, uit_dossier: {neem: aantal, van: factuurregels, waarin: de som van uren is meer dan 3}}
  uren: {soort: aantal, per: persoon, vraag: Hoeveel?}
"""
    rules = village(facts, named="(als leefvorm is samen dan n anders n)")
    lines = "1 factuurregel F-1: uren = 4", "1 factuurregel F-1/partner: uren = 4"

    assert [
        counted(rules, f"1 feit leefvorm = {leefvorm}\n{line}").value
        for leefvorm in ("alleen", "samen")
        for line in lines
    ] == ["1", None, None, None]


def test_what_is_counted_may_rest_on_what_is_counted_before() -> None:
    facts = """\
  n: {soort: aantal, vraag: Hoeveel?, uit_dossier: {neem: aantal, van: indeling, waarin: aantal is minder dan deze eerder}}
  eerder: {soort: aantal, vraag: Hoeveel?, uit_dossier: {neem: aantal, van: toegang}}
"""
    text = """
        1 besluit toegang
        1 besluit toegang
        1 besluit indeling: aantal = 1
        1 besluit indeling: aantal = 2
    """

    assert counted(village(facts), text).value == "1"


MEMBERS = "  n: {soort: aantal, vraag: Hoeveel?, uit_dossier: {neem: aantal, van: alle leden, waarin: aantal is minder dan 3}}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 feit aantal = 2", "1"),
        ("2 feit aantal = 3", "0"),
        ("2 feit aantal = 2 volgens a\n2 feit aantal = 1 volgens b", None),
        ("2 feit aantal = 2 volgens a\n2 feit aantal = 2 volgens b", "1"),
        ("2 feit aantal = 101", None),
        ("2 feit aantal = veel", None),
        ("2 feit aantal = onbekend", None),
        ("2 feit aantal = 2\n2 feit aantal = onbekend", None),
        ("2 feit aantal = 2 vanaf 2026-03-02", None),
        ("2 feit aantal = 2\n2 gewist", "0"),
    ],
)
def test_a_member_counts_by_what_is_known_of_it(text: str, expected: str | None) -> None:
    assert counted(village(MEMBERS), f"1 feit aantal = 9\n{text}").value == expected


def test_a_day_of_the_procedure_is_no_fact_of_the_dossier() -> None:
    fact = "  n: {soort: aantal, vraag: Hoeveel?}\n  ontvangen: {soort: datum, vraag: Wanneer?}\n"
    rules = village(fact, named="(als ontvangen is ten minste 2026-01-01 dan n anders n)")
    read = book("1 feit ontvangen = 2026-02-02 bij telling")
    found, _ = facts_for(rules, "telling", read, 1, MARCH)
    by_hand = Case(agreement=None, facts={}, judgements={}, procedure={"ontvangen": "2026-02-03"})
    supplied, _ = facts_for(rules, "telling", read, 1, MARCH, supplied=by_hand)

    assert (found.case.facts, supplied.case.procedure) == ({}, {"ontvangen": "2026-02-03"})


def test_what_does_not_change_holds_before_the_day_on_which_it_was_told() -> None:
    kinds = "{soort: aantal, vraag: Hoe veel?}", "{soort: aantal, onveranderlijk: ja, vraag: Hoe veel?}"
    text = """
        1 geopend
        1 feit n = 3 vanaf 2026-06-01 volgens overzicht
        1 feit n = 4 vanaf 2026-07-01 volgens overzicht
    """

    changes, never = (counted(village(f"  n: {kind}\n"), text).value for kind in kinds)

    assert (None, "4") == (changes, never)
