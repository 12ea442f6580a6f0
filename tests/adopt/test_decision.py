"""Adopting a proposed decision: who may, on which day, having heard whom, and for what reasons."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.adopt.decision import adopt
from soco_rules.adopt.statement import Deviating
from soco_rules.adopt.statement import Statement
from soco_rules.decide import decide
from soco_rules.diagnostics import Span
from soco_rules.facts import Dates
from soco_rules.model.adoption import SignedUnder
from soco_rules.model.case import Case
from soco_rules.model.case import Report
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.values import parse_date
from tests.adopted import ADOPTED
from tests.adopted import DECIDED
from tests.adopted import NOT_REQUIRED
from tests.adopted import adopted
from tests.adopted import for_the_cooperative
from tests.adopted import proposal
from tests.adopted import says
from tests.adopted import told
from tests.adopted import workspace
from tests.workspaces import workspace_of

TOO_MANY_HOURS = {"verwachte_uren: {waarde: 600": "verwachte_uren: {waarde: 1100"}
PLACED = ADOPTED + 4


def codes(decision: Decision, said: Statement) -> list[str]:
    """The findings of adopting, by code; an adoption comes exactly when none is an error."""
    adoption, findings = adopt(decision, said, workspace())
    assert (adoption is None) is any(found.is_error for found in findings)
    return [found.code for found in findings]


def test_an_adoption_says_who_decided_on_which_day_and_under_which_mandate() -> None:
    adoption = adopted(proposal(), says(function="Teamleider  Participatie", sent_on=ADOPTED + 1))

    assert (
        "A. de Groot",
        "teamleider participatie",
        SignedUnder(name="deelname", body="college", source="Mandaatbesluit Waterstede 2026, artikel 3"),
        "2026-10-22",
        "2026-10-23",
        "toegewezen_op_proef",
    ) == (
        adoption.by,
        adoption.function,
        adoption.mandate,
        adoption.date,
        adoption.sent_on,
        adoption.outcome,
    )


def test_the_proposal_stays_in_the_adoption_as_it_was() -> None:
    decision = proposal()

    adoption = adopted(decision, says())

    assert decision == adoption.decision
    assert decision.model_copy(update={"decision_date": "2026-10-22"}) == adoption.effective


def test_everything_that_stands_in_the_way_is_told_at_once(snapshot: SnapshotAssertion) -> None:
    said = Statement(by=" ", function="teamlijder participatie", date=DECIDED - 1, sent_on=DECIDED - 2)

    adoption, findings = adopt(proposal(changes=TOO_MANY_HOURS), said, workspace())

    assert adoption is None
    assert snapshot == told(findings)


# What can be adopted


def test_an_outcome_that_is_not_known_cannot_be_adopted(snapshot: SnapshotAssertion) -> None:
    decision = proposal(changes={"  verwachte_uren: {waarde: 600, bron: aanvraag, datum: 2026-10-08}\n": ""})

    _, findings = adopt(decision, says(), workspace())

    assert ["niet-vast-te-stellen"] == [found.code for found in findings]
    assert snapshot == told(findings)


def test_a_decision_that_breaks_a_requirement_cannot_be_adopted(snapshot: SnapshotAssertion) -> None:
    decision = proposal(
        changes={"startdatum_proef: {waarde: 2026-11-02": "startdatum_proef: {waarde: 2026-10-19"}
    )

    _, findings = adopt(decision, says(), workspace())

    assert DecisionStatus.REQUIREMENT_BROKEN is decision.status
    assert snapshot == told(findings)


def test_an_unknown_date_beside_the_outcome_keeps_the_letter_a_draft(snapshot: SnapshotAssertion) -> None:
    decision = proposal(
        changes={"  startdatum_proef: {waarde: 2026-11-02, bron: aanvraag, datum: 2026-10-08}\n": ""}
    )

    adoption, findings = adopt(decision, says(), workspace())

    assert adoption
    assert {"vaststelling-voorlopig"} == {found.code for found in findings}
    assert snapshot == told(findings)


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": "toegewezen"},
        {"status": DecisionStatus.KNOWN, "provisional": ("iets",)},
        {"facts": ()},
        {"receipt": None},
    ],
)
def test_a_decision_that_the_rules_do_not_give_now_cannot_be_adopted(changes: dict[str, object]) -> None:
    decision = proposal().model_copy(update=changes)

    assert "voorstel-achterhaald" in codes(decision, says())


def test_a_decision_of_another_version_of_the_file_cannot_be_adopted() -> None:
    decision = proposal()
    assert decision.receipt
    other = dict.fromkeys(decision.receipt.files, "sha256:0")
    changed = decision.model_copy(update={"receipt": decision.receipt.model_copy(update={"files": other})})

    _, findings = adopt(changed, says(), workspace())

    assert [
        "de regels geven hetzelfde, en zijn anders: bestand agreements/waterstede/de-sluis/2026-01-01.yaml is veranderd"
    ] == [found.message for found in findings]


def test_the_rules_are_asked_again_for_the_day_of_adopting(snapshot: SnapshotAssertion) -> None:
    """On that day the trial would already have begun."""
    late = parse_date("2026-11-03")

    _, findings = adopt(proposal(), says(date=late, sent_on=late), workspace())

    assert snapshot == told(findings)


LATE = """\
kenmerk: voorbeeldstad/laat
soort: overeenkomst
titel: Een besluit dat op een latere dag anders is
geldig_vanaf: 2026-01-01
status: vastgesteld
gemeente: {naam: Voorbeeldstad, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Voorbeeldstad}
gegevens:
  gevraagd: {soort: ja_nee, vraag: Is het gevraagd?}
begrippen:
  toelating:
    soort: keuze
    waarden: [verleend, geweigerd]
    grondslag: Participatiewet artikel 10
    regels:
      - {naam: gevraagd, als: gevraagd, dan: verleend, grondslag: Participatiewet artikel 10}
      - {naam: niet_gevraagd, als: niet gevraagd, dan: geweigerd, grondslag: Participatiewet artikel 10}
besluiten:
  toelating: {titel: Toelating, uitkomst: toelating, rechtskarakter: beschikking, beslisser: college, zienswijze: {op_aanvraag: ja, nadelig: [geweigerd]}}
eisen:
  - {naam: altijd, eis: toelating is geweigerd, ernst: waarschuwing, grondslag: Participatiewet artikel 10, melding: wat steeds al niet klopte}
  - {naam: laat, eis: toelating is geweigerd of besluitdatum is ten hoogste 2026-10-20, ernst: waarschuwing, grondslag: Participatiewet artikel 10, melding: wat pas op die dag niet klopt}
"""


def test_of_the_day_of_adopting_only_what_came_with_it_is_told() -> None:
    late, _ = workspace_of(LATE)
    case = Case(None, {("gevraagd", None): (Report("ja", Span("zaak.yaml"), "aanvraag"),)}, {})
    decision, _ = decide(late, "voorbeeldstad/laat", "toelating", case, Dates(DECIDED, DECIDED))
    assert decision

    _, findings = adopt(decision, says(), late)

    assert ["wat steeds al niet klopte"] == [each.message for each in decision.requirements]
    assert [
        "op 22 oktober 2026 geven de regels iets anders dan op de besluitdatum: wat pas op die dag niet klopt"
    ] == [found.message for found in findings if found.code == "voorstel-achterhaald"]


def test_of_a_decision_that_no_body_takes_no_mandate_is_sought() -> None:
    """The rules give one that a body takes, so it is refused for that."""
    decision = proposal().model_copy(update={"decider": None})

    assert ["voorstel-achterhaald"] == codes(decision, says())


def test_a_besluit_that_is_no_longer_there_cannot_be_adopted() -> None:
    decision = proposal().model_copy(update={"decision": "toelatting"})

    assert {"voorstel-achterhaald", "onbekend-besluit"} <= set(codes(decision, says()))


# Days


@pytest.mark.parametrize(
    ("date", "sent_on", "expected"),
    [
        (DECIDED, DECIDED, []),
        (DECIDED, DECIDED + 1, []),
        (DECIDED - 1, DECIDED, ["vaststelling-datum"]),
        (DECIDED + 1, DECIDED, ["vaststelling-datum"]),
        (DECIDED - 1, DECIDED - 2, ["vaststelling-datum", "vaststelling-datum"]),
    ],
)
def test_first_the_proposal_then_the_adoption_then_the_sending(
    date: int, sent_on: int, expected: list[str]
) -> None:
    assert expected == codes(proposal(), says(date=date, sent_on=sent_on))


# Mandate


@pytest.mark.parametrize(
    ("function", "changes", "date", "reason"),
    [
        ("teamleider", {}, ADOPTED, "de functie 'teamleider' heeft geen mandaat van het college"),
        (
            "inkomensconsulent",
            TOO_MANY_HOURS,
            ADOPTED,
            "de functie 'inkomensconsulent' heeft geen mandaat voor het besluit 'toelating' met de uitkomst 'afgewezen'",
        ),
        ("voorzitter", {}, ADOPTED, "de functie 'voorzitter' heeft geen mandaat van het college"),
    ],
)
def test_only_a_function_with_a_mandate_adopts(
    function: str, changes: dict[str, str], date: int, reason: str
) -> None:
    said = says(function=function, date=date, sent_on=date)

    _, findings = adopt(proposal(changes=changes), said, workspace())

    assert [reason] == [found.message for found in findings if found.code == "mandaat-ontbreekt"]


def test_the_nearest_function_is_suggested() -> None:
    _, findings = adopt(proposal(), says(function="teamleider participatei"), workspace())

    assert ["Bedoelde u 'teamleider participatie'?"] == [found.remedy for found in findings]


def test_a_mandate_of_later_does_not_count() -> None:
    before = proposal(day=parse_date("2025-12-30"))
    day = parse_date("2025-12-31")

    assert "mandaat-ontbreekt" in codes(before, says(date=day, sent_on=day))


def test_the_cooperative_adopts_its_own_decision_without_a_hearing() -> None:
    adoption = adopted(proposal("plaatsing", day=PLACED), for_the_cooperative())

    assert adoption.mandate
    assert ("cooperatie", None) == (adoption.mandate.body, adoption.hearing)


def test_the_municipality_does_not_decide_for_the_cooperative() -> None:
    said = for_the_cooperative(function="teamleider participatie")

    assert ["mandaat-ontbreekt"] == codes(proposal("plaatsing", day=PLACED), said)


def test_a_hearing_has_no_place_beside_a_decision_of_private_law() -> None:
    said = for_the_cooperative(hearing=NOT_REQUIRED)

    assert ["zienswijze"] == codes(proposal("plaatsing", day=PLACED), said)


# Reasons


def test_a_judgement_asks_for_reasons_of_this_person() -> None:
    assert ["toelichting-ontbreekt"] == codes(proposal(), says(reasons=" \n"))


def test_the_reason_of_a_deviation_is_such_a_reason() -> None:
    said = says(reasons="", deviation=Deviating({None: "toegewezen"}, "zij kent de coöperatie al"))

    assert "toelichting-ontbreekt" not in codes(proposal(), said)


@pytest.mark.parametrize("name", ["A. de\nGroot", "A. \u202eGroot", "A.\x1b[31m Groot", " "])
def test_a_name_that_cannot_be_read_signs_nothing(name: str) -> None:
    assert ["niet-vast-te-stellen"] == codes(proposal(), says(by=name))
