"""What `uit_dossier` becomes, and why a definition cannot be executed."""

from __future__ import annotations

import pytest

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_in_force
from soco_rules.compiler.queries import queries_behind
from soco_rules.compiler.queries import queries_of
from soco_rules.compiler.query import OWN
from soco_rules.compiler.query import Query
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.model.expressions import Comparator
from soco_rules.model.program import All
from soco_rules.model.program import Compare
from soco_rules.model.program import Const
from soco_rules.model.program import Read
from soco_rules.model.values import parse_date
from tests.workspaces import good
from tests.workspaces import workspace_of

COUNT = "soort: aantal, vraag: Hoeveel?"
MONEY = "soort: bedrag, vraag: Hoeveel?"


def compiled(facts: str, more: str = "") -> Compiled:
    """The village's agreement with these lines under `gegevens`."""
    indented = "\n".join(f"  {line}" for line in facts.strip().splitlines())
    workspace, findings = workspace_of(good("proefwet"), f"{good('dorp')}gegevens:\n{indented}\n{more}")
    assert not has_errors(findings), findings
    found, about = compile_in_force(workspace, "dorp/samen", parse_date("2026-03-01"))
    assert found
    assert not has_errors(about), about
    return found


def findings_of(facts: str, more: str = "") -> tuple[Diagnostic, ...]:
    return queries_of(compiled(facts, more))[1]


def only(facts: str, more: str = "") -> Query:
    """The only definition."""
    queries, findings = queries_of(compiled(facts, more))
    assert not findings, findings
    (query,) = queries.values()
    return query


def equal(slot: str, value: str) -> Compare:
    return Compare(Comparator.EQUAL, Read(slot), Const(value))


def test_a_count_takes_one_of_each_row() -> None:
    query = only(f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: toegang, waarin: toegang is op_proef}}}}")

    assert (query.which, query.taken, query.whole) == (
        equal("toegang", "op_proef"),
        Const(1),
        None,
    )


def test_of_a_decision_nothing_is_derived_again() -> None:
    query = only(f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: toegang, waarin: toegang is op_proef}}}}")

    assert ([field.slot for field in query.row.fields], query.row.definitions) == (["toegang"], ())


def test_of_a_member_concepts_are_derived_from_its_facts() -> None:
    query = only(f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: alle leden, waarin: klasse is hoog}}}}")

    assert [step.slot for step in query.row.steps] == ["aantal", "leefvorm", "klasse"]


def test_without_a_condition_every_row_counts() -> None:
    query = only(f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: toegang}}}}")

    assert query.which == Const(value=True)


def test_what_is_compared_with_the_case_is_apart_from_what_a_row_decides_itself() -> None:
    query = only(
        f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: alle leden, "
        "waarin: [stand is binnen, aantal is minder dan deze aantal]}}"
    )
    lower = Compare(Comparator.LESS, Read("aantal"), Read("deze aantal"))

    assert (query.which, query.whole, query.these) == (
        equal("stand", "binnen"),
        All((Read(OWN), lower)),
        {"deze aantal": Read("aantal")},
    )


def test_a_definition_per_person_reads_the_values_of_that_person() -> None:
    queries, findings = queries_of(
        compiled(
            "n: {soort: bedrag, per: persoon, vraag: Hoeveel?, "
            "uit_dossier: {neem: som bijdrage, van: afrekening, waarin: begin_tijdvak is niet deze begin_tijdvak}}"
        )
    )

    assert (findings, {slot: query.taken for slot, query in queries.items()}) == (
        (),
        {
            "n/belanghebbende": Read("bijdrage/belanghebbende"),
            "n/partner": Read("bijdrage/partner"),
        },
    )


def test_a_definition_comes_after_those_that_it_needs() -> None:
    found = compiled(
        f"""
        laat: {{{COUNT}, uit_dossier: {{neem: aantal, van: toegang, waarin: aantal is minder dan deze vroeg}}}}
        vroeg: {{{COUNT}, uit_dossier: {{neem: aantal, van: toegang}}}}
        los: {{{COUNT}, uit_dossier: {{neem: aantal, van: toegang}}}}
        """.replace("        ", "")
    )

    assert list(queries_of(found)[0]) == ["vroeg", "los", "laat"]
    assert list(queries_behind(found, ["laat"])[0]) == ["vroeg", "laat"]


def test_a_broken_definition_stands_in_the_way_only_of_who_needs_it() -> None:
    found = compiled(
        f"""
        goed: {{{COUNT}, uit_dossier: {{neem: aantal, van: toegang}}}}
        mis: {{{COUNT}, uit_dossier: {{neem: aantal, van: toegan}}}}
        """.replace("        ", "")
    )
    slots = ("goed", "mis")

    assert [[each.code for each in queries_behind(found, [slot])[1]] for slot in slots] == [
        [],
        ["telling-bron"],
    ]


@pytest.mark.parametrize(
    ("fact", "code", "message"),
    [
        (
            f"n: {{{MONEY}, uit_dossier: {{neem: aantal, van: toegang}}}}",
            "soort-past-niet",
            "'n' is geen aantal, en het dossier telt hier.",
        ),
        (
            f"n: {{{COUNT}, uit_dossier: {{neem: som klasse, van: indeling}}}}",
            "soort-past-niet",
            "'klasse' is van soort keuze, en daarvan is geen som te nemen.",
        ),
        (
            f"n: {{{MONEY}, uit_dossier: {{neem: laatste aantal, van: indeling}}}}",
            "soort-past-niet",
            "'aantal' is van soort aantal, en 'n' is van soort bedrag.",
        ),
        (
            "n: {soort: keuze, waarden: [laag, hoog], vraag: Welke?, uit_dossier: {neem: laatste klasse, van: indeling}}",
            "uitkomst-onbekend",
            "'klasse' kan ook 'midden' zijn, en dat is geen waarde van 'n'.",
        ),
        (
            "n: {soort: bedrag, per: jaar, vraag: Hoeveel?, uit_dossier: {neem: laatste over, van: afrekening}}",
            "eenheid-past-niet",
            "'over' is per maand, en 'n' is per jaar.",
        ),
        (
            f"n: {{{COUNT}, oordeel_van: klantmanager, uit_dossier: {{neem: aantal, van: toegang}}}}",
            "soort-past-niet",
            "'n' is een oordeel van een persoon, en dat is niet te tellen.",
        ),
        (
            f"n: {{{COUNT}, uit_dossier: {{neem: som aantall, van: indeling}}}}",
            "onbekende-naam",
            "De naam 'aantall' bestaat niet.",
        ),
        (
            f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: indeling, waarin: aantal is deze aantall}}}}",
            "onbekende-naam",
            "De naam 'aantall' bestaat niet.",
        ),
        (
            f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: afrekening, waarin: inkomen is meer dan € 0}}}}",
            "persoon-zonder-som",
            "'inkomen' is er per persoon.",
        ),
        (
            f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: indeling, waarin: aantal}}}}",
            "soort-past-niet",
            "Hier hoort een voorwaarde, en dit is een aantal.",
        ),
        (
            f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: alle leden, waarin: aantal gedeeld door deelbaar is meer dan 1}}}}",
            "deler-nul",
            "De deler kan nul of minder zijn.",
        ),
    ],
)
def test_why_a_definition_cannot_be_executed(fact: str, code: str, message: str) -> None:
    assert [(found.code, found.message) for found in findings_of(fact)] == [(code, message)]


def test_a_year_is_the_sum_of_its_months() -> None:
    fact = (
        "n: {soort: bedrag, per: jaar, vraag: Hoeveel?, uit_dossier: {neem: som over, van: afrekening, "
        "waarin: jaar van begin_tijdvak is jaar van deze begin_tijdvak}}"
    )

    assert findings_of(fact) == ()


def test_a_sum_over_both_persons_is_one_value() -> None:
    query = only(
        f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: afrekening, waarin: de som van bijdrage is meer dan € 0}}}}"
    )

    assert [field.slot for field in query.row.fields] == ["bijdrage/belanghebbende", "bijdrage/partner"]


def test_a_besluit_without_a_month_cannot_rest_on_what_is_counted_for_a_month() -> None:
    fact = (
        f"n: {{{COUNT}, uit_dossier: {{neem: aantal, van: afrekening, "
        "waarin: begin_tijdvak is minder dan deze begin_tijdvak}}"
    )
    more = """\
begrippen:
  vaak: {soort: ja_nee, berekening: n is meer dan 3, bron: het convenant}
besluiten:
  vaak:
    titel: Of er vaak is afgerekend
    uitkomst: vaak
    rechtskarakter: mededeling
    beslisser: college
"""

    assert [(found.code, found.message) for found in findings_of(fact, more)] == [
        (
            "tijdvak-ontbreekt",
            "Het besluit 'vaak' rust op 'n'; dat wordt over een maand geteld, en het besluit gaat niet over een maand.",
        )
    ]
