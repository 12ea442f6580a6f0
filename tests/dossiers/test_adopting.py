"""A person takes a proposal of a dossier: nothing changed, a mandate, two persons where asked, one decision a month."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.adopt.statement import Deviating
from soco_rules.adopt.statement import Statement
from soco_rules.dossiers.adopting import adopt_in
from soco_rules.dossiers.adopting import hold
from soco_rules.dossiers.adopting import in_the_way_on
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.moves import state_of
from soco_rules.dossiers.present import adopted_of
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import Reopened
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from tests.dossiers.kade import CANDIDATE
from tests.dossiers.kade import DAY
from tests.dossiers.kade import KADE
from tests.dossiers.kade import ROOT
from tests.dossiers.kade import adopted
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import by_chair
from tests.dossiers.kade import desk
from tests.dossiers.kade import last
from tests.dossiers.kade import proposed
from tests.dossiers.kade import refused
from tests.dossiers.kade import said
from tests.dossiers.kade import told
from tests.dossiers.kade import workspace
from tests.dossiers.kade import written

NOT_FITTING = CANDIDATE.replace("oordeel past = ja", "oordeel past = nee")
MEMBER = f"{CANDIDATE.strip()}\n1 besluit plaatsing op 2026-01-01 naar lid\n1 feit omzet 2026-03 = 1000.00"


def fact(name: str, value: str, source: str = "klantmanager", valid_from: str = "2026-01-01") -> Draft:
    content = ReportedFact(name=name, value=value, source=source, date="2026-03-10", valid_from=valid_from)
    return Draft(content, 1)


def content_of(known: Book) -> Adopted:
    content = last(known).content
    assert isinstance(content, Adopted)
    return content


def test_an_adoption_holds_every_value_and_moves_the_stand() -> None:
    known = adopted(proposed(at_kade(CANDIDATE), "toelating"), said())

    content = content_of(known)
    assert ("met_toestemming", None, 8) == (content.state, content.corrects, content.proposal)
    assert {
        "past": "ja",
        "woont_hier": "ja",
        "toelating": "toegewezen",
        "startdatum": "2026-04-01",
        "duur_deelname": "12 maanden",
        "deelname_tot_en_met": "2027-03-31",
    } == content.values


def test_a_proposal_of_which_the_facts_changed_is_refused_with_what_changed() -> None:
    known = written(proposed(at_kade(CANDIDATE), "toelating"), fact("startdatum", "2026-05-01"))
    other = Draft(
        GivenJudgement(
            name="past",
            value="nee",
            by="B. Smit",
            date="2026-03-09",
            reason="te ver",
            valid_from="2026-01-01",
        ),
        1,
    )

    assert [
        (
            "voorstel-achterhaald",
            (
                "Sinds voorstel 8 is er iets veranderd: 'past' was ja (A. de Groot: gezien) en is nu nee (B. Smit: te ver); "
                "'startdatum' was 1 april 2026 en is nu niet nodig."
            ),
        )
    ] == refused(written(known, other), said(), proposal=8)


def test_the_same_fact_from_another_source_changes_nothing() -> None:
    known = written(proposed(at_kade(CANDIDATE), "toelating"), fact("startdatum", "2026-04-01", "coöperatie"))

    agreed, findings = adopt_in(workspace(), known, 1, 8, said())

    assert agreed, findings


def with_rules(before: str, after: str) -> Workspace:
    """The workspace in which somebody changed the agreement of De Kade."""
    (version,) = workspace().agreements[KADE]
    text = (ROOT / version.path).read_text("utf-8")
    assert before in text
    changed, _ = load_agreement(version.path, text.replace(before, after).encode())
    assert changed
    return replace(workspace(), agreements={**workspace().agreements, KADE: (changed,)})


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("12 maanden", "6 maanden", "'duur deelname' was 12 maanden en is nu 6 maanden"),
        ("titel: ", "titel:  ", "agreements/havendorp/de-kade/2026-01-01.yaml is veranderd"),
    ],
)
def test_a_proposal_under_other_rules_is_refused_with_what_changed(
    before: str, after: str, what: str
) -> None:
    known = proposed(at_kade(CANDIDATE), "toelating")

    agreed, findings = adopt_in(with_rules(before, after), known, 1, 8, said())

    message = f"Sinds voorstel 8 is er iets veranderd: {what}."
    assert (None, [("voorstel-achterhaald", message)]) == (agreed, told(findings))


@pytest.mark.parametrize(
    ("before", "what"),
    [
        (
            {"engine": "soco_rules 0.0.1"},
            "er is gerekend met soco_rules 0.0.1 (referentie, durable-rules) en nu met soco_rules",
        ),
        (
            {"program": "sha256:0"},
            "dezelfde regelbestanden worden nu anders gelezen, door een andere versie van soco_rules",
        ),
    ],
)
def test_a_proposal_of_another_version_of_the_engine_is_refused(before: dict[str, str], what: str) -> None:
    content = last(proposed(at_kade(CANDIDATE), "toelating")).content
    assert isinstance(content, Proposed)
    assert content.decision.receipt
    receipt = content.decision.receipt.model_copy(update=before)
    older = content.model_copy(update={"decision": content.decision.model_copy(update={"receipt": receipt})})

    ((code, message),) = refused(written(at_kade(CANDIDATE), Draft(older, 1, "toelating")), said())

    assert "voorstel-achterhaald" == code
    assert what in message


def test_a_source_that_contradicts_is_a_change() -> None:
    known = written(proposed(at_kade(CANDIDATE), "toelating"), fact("startdatum", "2026-06-01", "coöperatie"))

    assert [
        (
            "voorstel-achterhaald",
            "Sinds voorstel 8 is er iets veranderd: 'startdatum' was 1 april 2026 en is nu strijdig.",
        )
    ] == refused(known, said(), proposal=8)


@pytest.mark.parametrize(
    ("proposal", "message"),
    [
        (8, "Na voorstel 8 kwam er een nieuwer voorstel voor hetzelfde besluit."),
        (3, "Dossier 1 heeft geen voorstel 3."),
    ],
)
def test_only_the_newest_proposal_can_be_adopted(proposal: int, message: str) -> None:
    known = proposed(proposed(at_kade(CANDIDATE), "toelating"), "toelating")

    assert [("onbekend-voorstel", message)] == refused(known, said(), proposal=proposal)


def test_a_proposal_is_adopted_once() -> None:
    known = adopted(proposed(at_kade(CANDIDATE), "toelating"), said())

    assert [("onbekend-voorstel", "Voorstel 8 is al vastgesteld (handeling 9).")] == refused(
        known, said(), proposal=8
    )


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (said(function="stagiair"), "mandaat-ontbreekt"),
        (said(hearing=None), "zienswijze"),
        (said(reasons=""), "toelichting-ontbreekt"),
    ],
)
def test_what_the_law_asks_of_who_adopts_is_asked_here_too(statement: Statement, code: str) -> None:
    known = proposed(at_kade(CANDIDATE), "toelating")

    assert [code] == [found for found, _ in refused(known, statement)]


# Two persons


def heard(by: str, function: str = "teamleider") -> Statement:
    """A statement of who heard the person."""
    hearing = Hearing(manner=Manner.HEARD, date="2026-03-05", account="Mevrouw is het er niet mee eens.")
    return replace(said(by, function=function), hearing=hearing)


def adverse() -> Book:
    """A refusal, which two persons sign, proposed by M. Bakker."""
    return proposed(at_kade(NOT_FITTING), "toelating", by="M. Bakker")


def test_an_outcome_that_two_persons_sign_is_signed_first_and_adopted_by_another() -> None:
    first = adopted(adverse(), heard("B. Smit"))
    second = adopted(first, said("C. Kok", hearing=None, reasons=""), proposal=8)

    adoption = content_of(second).adoption
    assert (Act.FIRST_SIGNATURE, Act.ADOPTION, "gestopt") == (
        last(first).act,
        last(second).act,
        content_of(second).state,
    )
    assert ("C. Kok", "Mevrouw is het er niet mee eens.", "Dat past bij uw weg naar werk.") == (
        adoption.by,
        adoption.hearing and adoption.hearing.account,
        adoption.reasons,
    )


def test_who_signs_first_needs_no_mandate_and_who_adopts_does() -> None:
    first = adopted(adverse(), heard("B. Smit", function="klantmanager"))

    assert ["mandaat-ontbreekt"] == [
        code for code, _ in refused(first, heard("C. Kok", function="klantmanager"), proposal=8)
    ]


@pytest.mark.parametrize(
    ("by", "message"),
    [
        ("b.  smit", "b.  smit heeft voorstel 8 al ondertekend."),
        ("B.Smit", "B.Smit heeft voorstel 8 al ondertekend."),
        ("M. Bakker", "M. Bakker heeft voorstel 8 zelf gedaan en kan het niet vaststellen."),
    ],
)
def test_two_signatures_are_of_two_persons_and_not_of_who_proposed(by: str, message: str) -> None:
    first = adopted(adverse(), heard("B. Smit"))

    assert [("vier-ogen", message)] == refused(first, heard(by), proposal=8)


def test_an_outcome_that_one_person_signs_can_be_adopted_by_who_proposed() -> None:
    known = adopted(proposed(at_kade(CANDIDATE), "toelating", by="A. de Groot"), said("A. de Groot"))

    assert Act.ADOPTION == last(known).act


def test_kept_apart_nobody_adopts_what_he_proposed() -> None:
    known = proposed(at_kade(CANDIDATE), "toelating", by="A. de Groot")

    agreed, findings = adopt_in(workspace(), known, 1, 8, said("a. de groot"), apart=True)

    message = "a. de groot heeft voorstel 8 zelf gedaan en kan het niet vaststellen."
    assert (None, [("eigen-voorstel", message)]) == (agreed, told(findings))


def test_kept_apart_who_recorded_what_a_proposal_rests_on_does_not_adopt_it() -> None:
    """A judgement decides as much as the proposal on it, whoever sends that; an earlier one that fell away does not."""
    judged = GivenJudgement(
        name="past",
        value="ja",
        by="A. de Groot",
        date="2026-03-10",
        reason="gesprek",
        valid_from="2026-01-01",
    )
    known = proposed(written(at_kade(CANDIDATE), Draft(judged, 1), by="A. de Groot"), "toelating")
    number = last(known).number

    agreed, findings = adopt_in(workspace(), known, 1, number, said("a. de groot"), apart=True)
    alone, _ = adopt_in(workspace(), known, 1, number, said("a. de groot"))

    message = (
        f"a. de groot legde zelf vast waarop voorstel {number} rust ('past') en kan het niet vaststellen."
    )
    assert (None, [("eigen-voorstel", message)], True) == (agreed, told(findings), alone is not None)


def test_kept_apart_another_adopts_and_who_proposed_may_sign_first() -> None:
    another, _ = adopt_in(
        workspace(), proposed(at_kade(CANDIDATE), "toelating"), 1, 8, said("A. de Groot"), apart=True
    )
    first, _ = adopt_in(workspace(), adverse(), 1, 8, heard("M. Bakker"), apart=True)

    assert another
    assert first
    assert (True, False) == (another.adoption is not None, first.adoption is not None)


def test_an_outcome_in_favour_needs_no_second_person_also_after_a_first_signature() -> None:
    first = adopted(adverse(), heard("B. Smit"))
    deviating = Deviating({None: "toegewezen"}, "Zij zorgt ook voor haar moeder.")

    other = replace(heard("C. Kok"), deviation=deviating)
    agreed, findings = adopt_in(workspace(), first, 1, 8, other)

    assert agreed, findings
    assert agreed.adoption
    assert "toegewezen" == agreed.adoption.outcome


# Another outcome


def test_a_deviation_has_the_values_and_the_stand_of_its_own_outcome() -> None:
    deviating = Deviating({None: "toegewezen"}, "Zij zorgt ook voor haar moeder.")

    known = adopted(adverse(), replace(said(), deviation=deviating))

    content = content_of(known)
    assert ("met_toestemming", "toegewezen", "2027-03-31", "nee") == (
        content.state,
        content.values["toelating"],
        content.values["deelname_tot_en_met"],
        content.values["past"],
    )


# One month


TAKEN = ("al-besloten", "Over maart 2026 is al besloten over 'Overzicht van de afdracht' (handeling 11).")


def test_over_a_month_that_was_decided_nothing_is_proposed_again() -> None:
    known = adopted(proposed(at_kade(MEMBER), "afdracht"), by_chair())

    prepared, findings = propose_for(desk("afdracht"), known, 1)

    assert (None, [TAKEN]) == (prepared, told(findings))
    assert ["neem het besluit 'Correctie van de afdracht' (correctie)"] == [
        found.remedy for found in findings
    ]


def test_a_month_is_decided_once_also_where_a_proposal_waited() -> None:
    waiting = proposed(at_kade(MEMBER), "afdracht")
    known = adopted(waiting, by_chair())
    content = last(waiting).content
    assert content is not None
    draft = Draft(content, 1, "afdracht", "2026-03-01")

    assert [TAKEN] == refused(written(known, draft), by_chair())


def test_nothing_stands_in_the_way_of_everybody_of_a_first_proposal() -> None:
    held, _ = hold(workspace(), proposed(at_kade(MEMBER), "afdracht"), 1, 10)

    assert held
    assert () == in_the_way_on(held, DAY)


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    known = adopted(proposed(at_kade(MEMBER), "afdracht"), by_chair())
    later = written(known, fact("omzet", "2000.00", valid_from="2026-03-01"))

    corrected = adopted(proposed(later, "correctie"), by_chair())

    (standing,) = adopted_of(corrected.dossiers[1], "afdracht")
    assert (11, "200.00", [11]) == (
        standing.adopted.corrects,
        standing.adopted.values["afdracht"],
        [entry.number for entry in standing.replaced],
    )


def test_a_reopened_month_is_decided_again_in_its_place() -> None:
    known = adopted(proposed(at_kade(MEMBER), "afdracht"), by_chair())
    reopened = Reopened(adoption=11, because=(10,), reason="andere omzet")

    again = adopted(proposed(written(known, Draft(reopened, 1)), "afdracht"), by_chair())

    assert 11 == content_of(again).corrects


def test_a_decision_about_another_day_takes_the_place_of_none() -> None:
    member = at_kade(f"{MEMBER}\n1 oordeel nog_nodig = ja")
    known = adopted(proposed(member, "verlenging"), said())
    waits = written(
        known, Draft(Reopened(adoption=last(known).number, because=(4,), reason="later bekend"), 1)
    )
    later = parse_date("2026-04-10")
    prepared, findings = propose_for(desk("verlenging", later), waits, 1)
    assert prepared, findings

    again = adopted(written(waits, as_draft(1, prepared)), said(day=later))

    assert content_of(again).corrects is None


def test_a_decision_taken_again_does_not_move_who_came_further_since() -> None:
    known = adopted(proposed(at_kade(CANDIDATE), "toelating"), said())
    placed = adopted(proposed(known, "plaatsing"), by_chair())
    reopened = written(placed, Draft(Reopened(adoption=9, because=(4,), reason="andere startdatum"), 1))
    changed = written(reopened, fact("startdatum", "2026-05-01"))

    again = adopted(proposed(changed, "toelating"), said())

    content = content_of(again)
    assert (None, 9, "2027-04-30") == (content.state, content.corrects, content.values["deelname_tot_en_met"])
    assert "lid" == state_of(again.dossiers[1], ("aangemeld",))
