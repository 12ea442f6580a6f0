"""A person decides otherwise than the rules: when that is allowed, and what follows from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.adopt.decision import adopt
from soco_rules.adopt.deviation import may_become
from soco_rules.adopt.deviation import may_deviate
from soco_rules.adopt.statement import Deviating
from soco_rules.adopt.statement import Statement
from soco_rules.compiler.program import compile_program
from soco_rules.decide import decide
from soco_rules.diagnostics import Span
from soco_rules.facts import Dates
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import PerPerson
from soco_rules.model.mandate import Mandate
from soco_rules.model.values import Role
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from tests.adopted import ADOPTED
from tests.adopted import DECIDED
from tests.adopted import HEARD
from tests.adopted import REFERENCE
from tests.adopted import adopted
from tests.adopted import case
from tests.adopted import for_the_cooperative
from tests.adopted import proposal
from tests.adopted import says
from tests.adopted import told
from tests.adopted import workspace
from tests.workspaces import workspace_of

TYPE = workspace().agreements[REFERENCE][0].decisions["toelating"]
TOO_MANY_HOURS = {"verwachte_uren: {waarde: 600": "verwachte_uren: {waarde: 1100"}
WITH_START = {
    "  startdatum_proef:": "  startdatum_deelname: {waarde: 2026-11-02, bron: aanvraag}\n  startdatum_proef:"
}


def deviating(outcome: str, reason: str = "zij kan met minder uren beginnen", **more: Case) -> Statement:
    """A statement in which the person deviates."""
    return says(hearing=HEARD, deviation=Deviating({None: outcome}, reason, **more))


def messages(decision: Decision, said: Statement) -> list[str]:
    """What stands in the way."""
    adoption, findings = adopt(decision, said, workspace())
    assert adoption is None
    return [found.message for found in findings if found.code == "afwijking"]


def test_what_follows_from_the_other_outcome_is_decided_by_the_rules() -> None:
    adoption = adopted(proposal(changes=TOO_MANY_HOURS), deviating("toegewezen_op_proef"))

    effective = adoption.effective
    assert ("afgewezen", "toegewezen_op_proef") == (adoption.decision.outcome, adoption.outcome)
    assert {
        "aangewezen_voorziening": "ja",
        "proefperiode_tot_en_met": "2027-02-01",
        "deelname_tot_en_met": "niet van toepassing",
    } == {name: decided.value for name, decided in effective.outcomes.items()}


def test_the_ground_of_a_deviation_is_a_person_and_no_rule(snapshot: SnapshotAssertion) -> None:
    effective = adopted(proposal(changes=TOO_MANY_HOURS), deviating("toegewezen_op_proef")).effective

    own = [ground for ground in effective.grounds if ground.concept == "toelating"]
    assert snapshot == [ground.model_dump(by_alias=True) for ground in own]
    assert [] == [fallen for fallen in effective.fallen_rules if fallen.concept == "toelating"]


def test_nobody_deviates_to_what_is_no_decision() -> None:
    """A notice instead of an admission would take the objection away without a hearing."""
    said = says(hearing=None, deviation=Deviating({None: "doorzenden"}, "zij gaat verhuizen"))

    assert [
        "'doorzenden' is geen beschikking en 'toegewezen op proef' wel; afwijken is anders beslissen (Awb 4:84)"
    ] == messages(proposal(), said)


@pytest.mark.parametrize(
    ("proposed", "outcome", "may"),
    [
        ("afgewezen", "toegewezen", True),
        ("toegewezen_op_proef", "toegewezen", True),
        ("toegewezen", "afgewezen", False),
        ("afgewezen", "doorzenden", False),
        ("doorzenden", "toegewezen", True),
    ],
)
def test_what_a_proposed_outcome_may_become(proposed: str, outcome: str, *, may: bool) -> None:
    assert may is may_become(TYPE, proposed, outcome)


def test_nobody_deviates_from_a_rule_of_the_law_itself() -> None:
    decision = proposal(changes={"woont_in_gemeente: {waarde: ja": "woont_in_gemeente: {waarde: nee"})

    assert [
        "deze uitkomst volgt uit de wet zelf (Algemene wet bestuursrecht artikel 2:3); daarvan is niet af te wijken"
    ] == messages(decision, deviating("afgewezen"))


def test_the_hearing_belongs_to_the_other_outcome() -> None:
    """The proposal is adverse and asks for a hearing; what the person decides does not."""
    spared = says(deviation=Deviating({None: "toegewezen_op_proef"}, "zij kan met minder uren beginnen"))
    _, strict = adopt(proposal(changes=TOO_MANY_HOURS), says(), workspace())
    _, findings = adopt(proposal(changes=TOO_MANY_HOURS), spared, workspace())

    assert (["zienswijze"], []) == ([found.code for found in strict], [found.code for found in findings])


def test_the_mandate_covers_the_other_outcome() -> None:
    said = replace(deviating("toegewezen_op_proef"), function="inkomensconsulent")

    _, findings = adopt(proposal(changes=TOO_MANY_HOURS), said, workspace())

    assert [] == [found.code for found in findings]


def test_nobody_deviates_against_the_person() -> None:
    assert [
        "'afgewezen' is nadeliger dan 'toegewezen_op_proef'; afwijken kan alleen om iemand te ontzien (Awb 4:84)"
    ] == messages(proposal(), deviating("afgewezen"))


def test_facts_that_only_the_other_outcome_needs_can_still_be_given(snapshot: SnapshotAssertion) -> None:
    decision = proposal(changes=TOO_MANY_HOURS)
    more = case("toelating", {**TOO_MANY_HOURS, **WITH_START})

    without, findings = adopt(decision, deviating("toegewezen"), workspace())
    complete = adopted(decision, deviating("toegewezen", case=more))

    assert without
    assert snapshot == told(findings)
    assert ("2028-11-01", ()) == (
        complete.effective.outcomes["deelname_tot_en_met"].value,
        complete.effective.provisional,
    )


def test_what_the_case_says_already_is_not_said_otherwise_with_a_deviation() -> None:
    later = {
        **TOO_MANY_HOURS,
        "startdatum_proef: {waarde: 2026-11-02": "startdatum_proef: {waarde: 2026-12-01",
    }
    said = deviating("toegewezen_op_proef", case=case("toelating", later))

    adoption = adopted(proposal(changes=TOO_MANY_HOURS), said)

    assert "2027-02-01" == adoption.effective.outcomes["proefperiode_tot_en_met"].value


def test_the_points_behind_the_proposal_stay_with_a_deviation_that_reads_none_of_them() -> None:
    decision = proposal()

    adoption = adopted(decision, deviating("toegewezen", case=case("toelating", WITH_START)))

    assert ["proefperiode"] == [term.name for term in decision.terms]
    assert ["proefperiode", "duur_deelname"] == [term.name for term in adoption.effective.terms]


def test_requirements_hold_for_a_person_too() -> None:
    started = {
        **TOO_MANY_HOURS,
        "startdatum_proef: {waarde: 2026-11-02": "startdatum_proef: {waarde: 2026-10-19",
    }
    more = case("toelating", started)

    assert [
        (
            "deze uitkomst houdt zich niet aan een eis: de proefperiode begint voor de dag van het besluit "
            "(Algemene wet bestuursrecht artikel 3:40)"
        )
    ] == messages(proposal(changes=started), deviating("toegewezen_op_proef", case=more))


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (deviating("toegewezen_op_proef"), "deze uitkomst is die van het voorstel"),
        (deviating("afgewezn"), "'afgewezn' is niet een van toegewezen, toegewezen_op_proef, afgewezen"),
        (deviating("toegewezen", " "), "de reden van de afwijking ontbreekt"),
        (
            says(deviation=Deviating({Role.PARTNER: "afgewezen"}, "reden")),
            "dit besluit heeft geen uitkomst voor 'partner' apart",
        ),
    ],
)
def test_a_deviation_that_says_nothing_new_or_nothing_known_is_refused(said: Statement, message: str) -> None:
    found = messages(proposal(), said)

    assert 1 == len(found)
    assert found[0].startswith(message)


def test_nobody_deviates_where_the_besluit_does_not_allow_it() -> None:
    said = for_the_cooperative(deviation=Deviating({None: "geweigerd"}, "het bestuur wil niet"))

    assert ["van 'plaatsing' is niet af te wijken: het besluit kent geen individueel_afwijken"] == messages(
        proposal("plaatsing", day=ADOPTED + 4), said
    )


# A besluit with an outcome for each person

COUPLE = """\
kenmerk: voorbeeldstad/paar
soort: overeenkomst
titel: Een besluit over twee personen
geldig_vanaf: 2026-01-01
status: vastgesteld
gemeente: {naam: Voorbeeldstad, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Voorbeeldstad}
personen:
  partner: {geldt_als: samen}
gegevens:
  samen: {soort: ja_nee, vraag: "Is er een partner?"}
  reden: {soort: ja_nee, per: persoon, oordeel_van: klantmanager, vraag: "Is er een dringende reden?"}
begrippen:
  ontheffing:
    soort: keuze
    per: persoon
    waarden: [verleend, geweigerd]
    grondslag: Participatiewet artikel 9 lid 2
    regels:
      - {naam: dringend, als: reden, dan: verleend, grondslag: Participatiewet artikel 9 lid 2}
      - {naam: niet_dringend, als: niet reden, dan: geweigerd, grondslag: Participatiewet artikel 9 lid 2}
besluiten:
  ontheffing:
    titel: Ontheffing
    uitkomst: ontheffing
    rechtskarakter: beschikking
    beslisser: college
    zienswijze: {op_aanvraag: ja, nadelig: [geweigerd]}
    individueel_afwijken: {grondslag: Algemene wet bestuursrecht artikel 4:84}
"""
MANDATE = Mandate(
    name="alles",
    body="college",
    function="teamleider participatie",
    decisions=None,
    valid_from=parse_date("2026-01-01"),
    valid_to=None,
    source="Mandaatbesluit 2026",
    span=Span("agreements/voorbeeldstad/mandaten.yaml"),
    except_outcomes={},
)


def couple(text: str = COUPLE) -> Workspace:
    """The workspace with a besluit about two persons."""
    found, findings = workspace_of(text)
    assert not [finding for finding in findings if finding.is_error], told(findings)
    return replace(found, mandates={"voorbeeldstad": (MANDATE,)})


def about_two(together: str = "ja", workspace: Workspace | None = None) -> Decision:
    """A refusal for one person and, where there is a partner, an exemption for the other."""
    here = Span("zaak.yaml")
    judged: dict[tuple[str, Role | None], Judgement] = {
        ("reden", Role.APPLICANT): Judgement("nee", "A. Jansen", here, "2026-10-12", "geen reden"),
        ("reden", Role.PARTNER): Judgement("ja", "A. Jansen", here, "2026-10-12", "zorg"),
    }
    facts: dict[tuple[str, Role | None], tuple[Report, ...]] = {
        ("samen", None): (Report(together, here, "aanvraag"),)
    }
    judgements = (
        judged if together == "ja" else {key: judged[key] for key in judged if key[1] != Role.PARTNER}
    )
    decision, findings = decide(
        workspace or couple(),
        "voorbeeldstad/paar",
        "ontheffing",
        Case(None, facts, judgements),
        Dates(DECIDED, DECIDED),
    )
    assert decision, told(findings)
    return decision


def test_a_deviation_for_one_person_leaves_the_other_to_the_rules() -> None:
    said = says(hearing=HEARD, deviation=Deviating({Role.APPLICANT: "verleend"}, "ook voor haar"))

    adoption, findings = adopt(about_two(), said, couple())

    assert adoption, told(findings)
    assert PerPerson(applicant="verleend", partner="verleend") == adoption.outcome
    assert [("belanghebbende", "individuele_afwijking"), ("partner", "dringend")] == [
        (ground.role, ground.rule) for ground in adoption.effective.grounds if ground.concept == "ontheffing"
    ]


@pytest.mark.parametrize(
    ("roles", "many"), [(None, 1), ((Role.APPLICANT,), 1), ((Role.PARTNER,), 0), ((), 0)]
)
def test_what_the_law_itself_decides_about_one_binds_nothing_about_the_other(
    roles: tuple[Role, ...] | None, many: int
) -> None:
    of_law = couple(COUPLE.replace("artikel 4:84}", "artikel 4:84, niet_van: [niet_dringend]}"))
    program, _ = compile_program(of_law, "voorbeeldstad/paar", "ontheffing", DECIDED)
    assert program

    found = tuple(may_deviate(about_two(workspace=of_law), program, roles))

    assert many * [
        "deze uitkomst volgt uit de wet zelf (Participatiewet artikel 9 lid 2); daarvan is niet af te wijken"
    ] == [each.message for each in found]


@pytest.mark.parametrize(
    ("together", "outcomes", "message"),
    [
        ("ja", {None: "verleend"}, "dit besluit heeft een uitkomst voor elke persoon"),
        ("nee", {Role.PARTNER: "geweigerd"}, "voor partner is er geen uitkomst om van af te wijken"),
        ("ja", {Role.PARTNER: "verleend"}, "deze uitkomst is die van het voorstel"),
    ],
)
def test_a_deviation_names_a_person_who_is_decided_about(
    together: str, outcomes: dict[Role | None, str], message: str
) -> None:
    said = says(hearing=HEARD, deviation=Deviating(outcomes, "een reden"))

    adoption, findings = adopt(about_two(together), said, couple())

    assert adoption is None
    assert [message] == [found.message for found in findings if found.code == "afwijking"]


def test_an_outcome_that_asks_a_person_is_adopted_with_reasons() -> None:
    """Adopting it is the judgement that the proposal asks for."""
    asking = couple(COUPLE.replace("    individueel", "    oordeel_bij: [verleend]\n    individueel"))
    decision = about_two(workspace=asking)

    with_reasons, _ = adopt(decision, says(hearing=HEARD), asking)
    without, findings = adopt(decision, says(hearing=HEARD, reasons=""), asking)

    assert DecisionStatus.JUDGEMENT_NEEDED is decision.status
    assert with_reasons
    assert without is None
    assert ["bij de uitkomst 'verleend' heeft het bestuursorgaan een keuze, en de toelichting ontbreekt"] == [
        found.message for found in findings
    ]


def test_without_a_register_nobody_adopts() -> None:
    bare = replace(couple(), mandates={})

    adoption, findings = adopt(about_two(), says(hearing=HEARD), bare)

    assert adoption is None
    assert ["het mandaatregister van 'voorbeeldstad' heeft geen regel met orgaan 'college'"] == [
        found.message for found in findings
    ]


def test_a_mandate_that_ended_does_not_count() -> None:
    ended = replace(couple(), mandates={"voorbeeldstad": (replace(MANDATE, valid_to=ADOPTED - 1),)})

    _, findings = adopt(about_two(), says(hearing=HEARD), ended)

    assert [
        "de functie 'teamleider participatie' heeft op 22 oktober 2026 geen mandaat voor het besluit 'ontheffing'"
    ] == [found.message for found in findings]


def test_a_mandate_for_other_decisions_does_not_count() -> None:
    other = replace(MANDATE, decisions=frozenset({"toelating"}))
    elsewhere = replace(couple(), mandates={"voorbeeldstad": (other,)})

    _, findings = adopt(about_two(), says(hearing=HEARD), elsewhere)

    assert ["de functie 'teamleider participatie' heeft geen mandaat voor het besluit 'ontheffing'"] == [
        found.message for found in findings
    ]
