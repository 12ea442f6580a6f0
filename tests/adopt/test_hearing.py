"""Whether the person was heard, or which exception of the Awb holds: what fits which decision."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.adopt.hearing import About
from soco_rules.adopt.hearing import check_hearing
from soco_rules.adopt.hearing import fitting
from soco_rules.adopt.hearing import is_own
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.agreement import HearingRule
from soco_rules.model.agreement import Requested
from soco_rules.model.decision import UsedFact
from soco_rules.model.values import parse_date
from tests.adopted import REFERENCE
from tests.adopted import workspace

TYPE = workspace().agreements[REFERENCE][0].decisions["toelating"]
DAY = parse_date("2026-10-22")
APPLIED = {"ontvangen": "2026-10-08"}


def fact(source: str | None = "aanvraag", origin: str = "gegeven", value: str | None = "ja") -> UsedFact:
    """A fact with its source."""
    return UsedFact(name="woont_in_gemeente", kind="ja_nee", origin=origin, value=value, source=source)


def about(
    requested: str = "ja",
    *,
    outcome: str = "afgewezen",
    financial: bool = False,
    facts: tuple[UsedFact, ...] = (fact("basisregistratie personen"),),
    procedure: dict[str, str] | None = None,
) -> About:
    """A rejection on a fact that another source gave."""
    rule = HearingRule(Requested(requested), frozenset({"afgewezen"}), financial)
    return About(replace(TYPE, hearing=rule), (outcome,), facts, procedure or {}, DAY)


def messages(hearing: Hearing | None, decision: About) -> list[str]:
    """What is found."""
    found = tuple(check_hearing(hearing, decision))
    assert {"zienswijze"} >= {one.code for one in found}
    return [one.message for one in found]


def heard(manner: str, date: str | None = None, account: str = "dit is gezegd") -> Hearing:
    """A statement about hearing."""
    return Hearing(manner=Manner(manner), date=date, account=account)


@pytest.mark.parametrize(
    ("hearing", "decision"),
    [
        (heard("gehoord", "2026-10-22"), about()),
        (heard("gehoord", "2026-10-08"), about(procedure=APPLIED)),
        (heard("eerder_gehoord", "2026-10-01"), about(procedure=APPLIED)),
        (heard("spoed"), about()),
        (heard("doel"), about("nee")),
        (heard("geringe_afwijking"), about("ja")),
        (heard("geringe_afwijking"), about("soms", procedure=APPLIED)),
        (heard("gegevens_niet_verstrekt"), about("nee")),
        (heard("gegevens_niet_verstrekt"), about("soms")),
        (heard("financieel"), about("nee", financial=True)),
        (heard("niet_verplicht", account=""), about(outcome="toegewezen")),
        (heard("niet_verplicht", account=""), about(facts=(fact("aanvraag van 8 oktober"),))),
        (heard("niet_verplicht", account=""), about(facts=(fact(None, "afspraak"), fact(None, "tijdvak")))),
    ],
)
def test_what_the_law_allows(hearing: Hearing, decision: About) -> None:
    assert [] == messages(hearing, decision)


@pytest.mark.parametrize(
    ("hearing", "decision", "message"),
    [
        (None, about(), "er staat niet of de belanghebbende zijn zienswijze heeft kunnen geven"),
        (heard("gehoord"), about(), "bij 'gehoord' ontbreekt op welke dag"),
        (heard("gehoord", "2026-02-30"), about(), "'2026-02-30' is geen bestaande datum"),
        (
            heard("gehoord", "2026-10-23"),
            about(),
            "de zienswijze van 23 oktober 2026 is van na de dag van vaststellen",
        ),
        (
            heard("gehoord", "2026-10-07"),
            about(procedure=APPLIED),
            "de zienswijze van 7 oktober 2026 is van voor de aanvraag, die op 8 oktober 2026 is ontvangen",
        ),
        (
            heard("gehoord", "2026-10-20", ""),
            about(),
            "bij 'gehoord' ontbreekt wat de belanghebbende heeft gezegd, of dat hij niets wilde zeggen",
        ),
        (heard("spoed", "2026-10-20"), about(), "bij 'spoed' hoort geen dag"),
        (heard("spoed", None, " "), about(), "bij 'spoed' ontbreekt waarom deze reden hier geldt"),
        (
            heard("geringe_afwijking"),
            about("nee"),
            (
                "'geringe_afwijking' (Algemene wet bestuursrecht artikel 4:7 lid 2) geldt alleen bij een aanvraag, en hier is"
                " geen aanvraag"
            ),
        ),
        (
            heard("gegevens_niet_verstrekt"),
            about("soms", procedure=APPLIED),
            (
                "'gegevens_niet_verstrekt' (Algemene wet bestuursrecht artikel 4:8 lid 2) geldt alleen bij een besluit zonder"
                " aanvraag, en hier is een aanvraag"
            ),
        ),
        (
            heard("financieel"),
            about("nee"),
            (
                "'financieel' (Algemene wet bestuursrecht artikel 4:12 lid 1) geldt niet voor 'toelating': dat besluit is niet"
                " financieel"
            ),
        ),
        (
            heard("niet_verplicht"),
            about(),
            (
                "de uitkomst 'afgewezen' is nadelig en rust op gegevens die niet van de belanghebbende komen: woont in"
                " gemeente (basisregistratie personen) (Algemene wet bestuursrecht artikel 4:7 lid 1)"
            ),
        ),
        (
            heard("niet_verplicht"),
            about("nee", facts=(fact(None), fact(None, "oordeel"), fact("aanvraag"))),
            (
                "de uitkomst 'afgewezen' is nadelig en rust op gegevens die niet van de belanghebbende komen: woont in"
                " gemeente (zonder bron), woont in gemeente (een oordeel) (Algemene wet bestuursrecht artikel 4:8 lid 1)"
            ),
        ),
    ],
)
def test_what_the_law_does_not_allow(hearing: Hearing | None, decision: About, message: str) -> None:
    assert [message] == messages(hearing, decision)


@pytest.mark.parametrize(
    ("decision", "not_fitting"),
    [
        (about("ja"), {"gegevens_niet_verstrekt", "financieel"}),
        (about("nee", financial=True), {"geringe_afwijking"}),
        (about("soms", procedure=APPLIED, financial=True), {"gegevens_niet_verstrekt"}),
    ],
)
def test_only_what_can_hold_is_offered(decision: About, not_fitting: set[str]) -> None:
    assert tuple(each for each in Manner if each not in not_fitting) == fitting(
        decision.type, decision.procedure
    )


def test_a_besluit_that_says_nothing_about_hearing_cannot_be_adopted() -> None:
    silent = replace(about(), type=replace(TYPE, hearing=None))

    assert ["het besluit 'toelating' zegt niet wanneer iemand zijn zienswijze kan geven"] == messages(
        heard("niet_verplicht"), silent
    )


def test_every_outcome_can_be_adverse() -> None:
    everything = replace(TYPE, hearing=HearingRule(Requested.NEVER, None, financial=True))
    decision = replace(about(outcome="1169.46"), type=everything)

    assert 1 == len(messages(heard("niet_verplicht"), decision))


@pytest.mark.parametrize(
    ("source", "own"),
    [
        ("aanvraag", True),
        ("Aanvraagformulier van 8 oktober", True),
        ("belanghebbende", True),
        ("opgave van de partner", True),
        ("verklaring van de kandidaat", True),
        ("gesprek met de kandidaat", True),
        ("eigen opgave", True),
        ("gesprek", False),
        ("melding over de belanghebbende", False),
        ("brief van de werkgever van de partner", False),
        ("verslag van een gesprek met de kandidaat", False),
        ("basisregistratie personen", False),
        ("partnerregister", False),
        ("lid, 12 oktober", True),
        ("lid van het bestuur", False),
        ("gesprek met lid van de raad", False),
        ("kandidaat-notaris", False),
        (None, False),
    ],
)
def test_the_source_tells_whether_the_person_gave_a_fact(source: str | None, own: bool) -> None:
    assert own is is_own(fact(source))


def test_what_is_not_known_is_nothing_that_a_rejection_rests_on() -> None:
    unknown = about(facts=(fact(), fact("basisregistratie personen", value=None)))

    assert [] == messages(heard("niet_verplicht"), unknown)
