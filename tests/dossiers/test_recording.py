"""Telling a dossier: typed against the agreement, with source and time; everything that is wrong is told at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soco_rules.dossiers.recording import Telling
from soco_rules.dossiers.recording import procedure_of
from soco_rules.dossiers.recording import recorded
from soco_rules.model.case import Case
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import parse_date
from soco_rules.parser.case import read_case
from tests.dossiers.kade import at_kade
from tests.dossiers.kade import compiled
from tests.dossiers.kade import told
from tests.dossiers.kade import written

TODAY = parse_date("2026-03-10")
TELLING = Telling(today=TODAY, source="intake")

LATER = (
    "De dag van het bericht dat het besluit later komt (4 maart 2026) ligt voor"
    " de dag waarop de aanvraag is ontvangen (5 maart 2026)."
)
AGAIN = (
    "De dag waarop de aanvulling is ontvangen (tweede keer) (7 maart 2026) ligt voor"
    " de dag waarop om aanvulling van de aanvraag is gevraagd (tweede keer) (8 maart 2026)."
)


def case(text: str) -> Case:
    found, findings = read_case("zaak.yaml", text.encode())
    assert found, findings
    return found


def test_a_fact_keeps_its_own_source_and_holds_from_its_own_date() -> None:
    supplied = case("feiten: {woont_hier: {waarde: ja, bron: BRP, datum: 2026-03-01}}")

    drafts, _ = recorded(compiled(), 4, supplied, TELLING)

    expected = ReportedFact(
        name="woont_hier", value="ja", source="BRP", date="2026-03-01", valid_from="2026-03-01"
    )
    assert (Draft(expected, 4),) == drafts


def test_a_fact_without_source_and_date_takes_those_of_the_telling() -> None:
    telling = replace(
        TELLING, valid_from=parse_date("2026-01-01"), valid_to=parse_date("2026-12-31"), replaces=(7,)
    )

    drafts, _ = recorded(compiled(), 1, case("feiten: {startdatum: 2026-04-01}"), telling)

    expected = ReportedFact(
        name="startdatum",
        value="2026-04-01",
        source="intake",
        date="2026-03-10",
        valid_from="2026-01-01",
        valid_to="2026-12-31",
        replaces=(7,),
    )
    assert (Draft(expected, 1),) == drafts


def test_a_monthly_fact_holds_for_its_month_in_the_one_encoding_of_amounts() -> None:
    telling = replace(TELLING, month=parse_date("2026-02-01"))

    drafts, _ = recorded(compiled(), 1, case('feiten: {omzet: "€ 1.204,50"}'), telling)

    (draft,) = drafts
    assert isinstance(draft.content, ReportedFact)
    assert ("1204.50", "2026-02-01", None) == (
        draft.content.value,
        draft.content.valid_from,
        draft.content.valid_to,
    )


def test_a_stand_follows_from_what_was_decided_and_is_not_told() -> None:
    drafts, findings = recorded(compiled(), 1, case("feiten: {stand: lid}"), TELLING)

    assert (
        (),
        [("stand-uit-besluiten", "De stand in dossier 1 volgt uit de besluiten die daarin zijn genomen.")],
    ) == (
        drafts,
        [(found.code, found.message) for found in findings],
    )


def test_for_one_decision_a_stand_can_be_supposed() -> None:
    drafts, findings = recorded(compiled(), 1, case("feiten: {stand: lid}"), replace(TELLING, is_kept=False))

    assert (1, ()) == (len(drafts), findings)


def test_a_judgement_keeps_who_when_and_why() -> None:
    supplied = case("oordelen: {past: {waarde: ja, door: M. Bakker, datum: 2026-03-02, reden: het past}}")

    drafts, _ = recorded(compiled(), 1, supplied, TELLING)

    expected = GivenJudgement(
        name="past", value="ja", by="M. Bakker", date="2026-03-02", reason="het past", valid_from="2026-03-02"
    )
    assert (Draft(expected, 1),) == drafts


def test_everything_that_is_wrong_is_told_at_once_and_nothing_is_written() -> None:
    text = """
    feiten: {woont_hir: ja, startdatum: morgen, omzet: 100.00, toelating: toegewezen}
    oordelen: {past: {waarde: ja, door: M. Bakker}}
    procedure: {ontvangen: 2026-03-01}
    """

    drafts, findings = recorded(compiled(), 1, case(text), Telling(today=TODAY))

    assert () == drafts
    assert {
        ("onbekend-gegeven", "'woont_hir' is geen gegeven van deze overeenkomst."),
        ("gegeven-ongeldig", "'startdatum': 'morgen' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15."),
        ("maand-ontbreekt", "'omzet' gaat over een maand, en er staat niet over welke."),
        ("onbekend-gegeven", "'toelating' wordt door de regels afgeleid en is geen gegeven."),
        ("oordeel-nodig", "Bij het oordeel 'past' ontbreekt: datum, reden."),
        ("onbekend-besluit", "De dag 'ontvangen' hoort bij een besluit, en er staat niet bij welk."),
        *(("bron-ontbreekt", f"Bij '{name}' staat niet waar het vandaan komt.") for name in (
            "woont_hir", "startdatum", "omzet", "toelating",
        )),
    } == set(told(findings))  # fmt: skip


@pytest.mark.parametrize(
    ("known", "told", "expected"),
    [
        pytest.param({}, "{ontvangen: 2026-03-05, verdaagd_op: 2026-03-04}", [LATER], id="told together"),
        pytest.param(
            {"verdaagd_op": "2026-03-04"}, "{ontvangen: 2026-03-05}", [LATER], id="after one that is known"
        ),
        pytest.param(
            {"aanvullen_gevraagd_op_2": "2026-03-08"}, "{aangevuld_op_2: 2026-03-07}", [AGAIN], id="once more"
        ),
        pytest.param(
            {"ontvangen": "2026-03-09", "verdaagd_op": "2026-03-04"},
            "{ontvangen: 2026-03-04}",
            [],
            id="put right, on the same day",
        ),
        pytest.param(
            {"ontvangen": "2026-03-09", "verdaagd_op": "2026-03-04"},
            "{zienswijze_gevraagd_op: 2026-03-04}",
            [],
            id="about neither of two known days that are out of order",
        ),
    ],
)
def test_days_of_a_procedure_lie_in_their_order(
    known: dict[str, str], told: str, expected: list[str]
) -> None:
    telling = replace(TELLING, besluit="toelating")

    drafts, findings = recorded(compiled(), 1, case(f"procedure: {told}"), telling, known=known)

    assert ([("procedure-volgorde", message) for message in expected], not expected) == (
        [(found.code, found.message) for found in findings],
        bool(drafts),
    )


@pytest.mark.parametrize(
    ("text", "procedure"),
    [
        ("1 geopend", {"ontvangen": "2026-03-01"}),
        ("1 geopend\n1 besluit toelating", {"ontvangen": "2026-03-01"}),
    ],
)
def test_days_of_a_procedure_belong_to_the_besluit_that_is_still_to_come(
    text: str, procedure: dict[str, str]
) -> None:
    telling = replace(TELLING, besluit="toelating")
    (draft,), _ = recorded(compiled(), 1, case("procedure: {ontvangen: 2026-03-01}"), telling)

    known = written(at_kade(text), draft).dossiers[1]

    assert (procedure, {}) == (procedure_of(known, "toelating"), procedure_of(known, "verlenging"))


def test_an_adopted_decision_ends_its_procedure() -> None:
    telling = replace(TELLING, besluit="toelating")
    (draft,), _ = recorded(compiled(), 1, case("procedure: {ontvangen: 2026-03-01}"), telling)
    known = written(at_kade("1 geopend"), draft)
    (adoption,) = at_kade("1 besluit toelating").dossiers[1].entries
    assert adoption.content

    ended = written(known, Draft(adoption.content, 1, "toelating"))

    assert {} == procedure_of(ended.dossiers[1], "toelating")


@pytest.mark.parametrize(
    ("days", "procedure"),
    [
        (("ontvangen", "aanvullen_gevraagd_op"), {"ontvangen", "aanvullen_gevraagd_op"}),
        (("ontvangen",), set()),
    ],
)
def test_a_notice_ends_a_procedure_unless_it_asks_for_more(
    days: tuple[str, ...], procedure: set[str]
) -> None:
    """Asking to supplement an application leaves the term to decide running (Awb 4:15)."""
    told_days = "\n".join(f"1 dag toelating {day} = 2026-03-01" for day in days)
    known = at_kade(f"1 geopend\n{told_days}\n1 besluit toelating").dossiers[1]
    entry = known.entries[-1]
    assert isinstance(entry.content, Adopted)
    decision = entry.content.adoption.decision.model_copy(update={"legal_character": "mededeling"})
    adoption = entry.content.adoption.model_copy(update={"decision": decision})
    notice = replace(entry, content=entry.content.model_copy(update={"adoption": adoption}))

    asked = replace(known, entries=(*known.entries[:-1], notice))

    assert procedure == procedure_of(asked, "toelating").keys()
