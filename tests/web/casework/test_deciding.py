from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import ReportedFact
from soco_rules.web.people import Person
from tests.dossiers.acts import book
from tests.web.casework.conftest import KADE
from tests.web.casework.conftest import converse
from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import Ask
from tests.web.reading import hidden_in
from tests.web.reading import read

PAGE = f"{KADE}/1/besluit/toelating"


def test_the_first_page_asks_what_helps_most_and_says_why(
    candidate: TestClient, snapshot: SnapshotAssertion
) -> None:
    assert snapshot == read(candidate.get(PAGE))


def test_an_answer_is_in_the_dossier_at_once_and_the_outcome_follows(
    candidate: TestClient, snapshot: SnapshotAssertion
) -> None:
    assert snapshot == read(converse(candidate, PAGE).answer("nee"))


def test_a_judgement_asks_why_and_is_in_the_name_of_who_gives_it(candidate: TestClient) -> None:
    talk = converse(candidate, PAGE)
    talk.answer("ja")

    without = talk.answer("ja")
    within = talk.answer("ja", reden="Het plan past bij eerder werk.", door="Een ander")

    assert (422, True) == (without.status_code, "Waarom: Bij een oordeel hoort waarom." in read(without))
    assert "(K. Jansen, 2-11-2026: Het plan past bij eerder werk.; handeling" in read(within)


def test_a_judgement_of_the_cooperative_says_who_judges(in_town: Ask) -> None:
    client = in_town(CASEWORKER)

    page = client.get(f"{KADE}/1/besluit/plaatsing?vraag=cooperatie_laat_toe")

    assert "Wie oordeelt De naam van wie dit voor de coöperatie vindt." in read(page)


def test_who_does_not_know_goes_on_and_can_come_back(candidate: TestClient) -> None:
    talk = converse(candidate, PAGE)
    talk.answer("ja")

    text = read(talk.skip())

    assert (
        "Op welke dag begint de deelname?" in text,
        "Toch beantwoorden : Past meedoen bij de kandidaat?" in text,
    ) == (True, True)


def test_what_is_not_known_decides_nothing(candidate: TestClient) -> None:
    talk = converse(candidate, PAGE)
    for _ in range(3):
        talk.skip()

    assert ("Er is geen andere vraag meer" in read(talk.page), "Bewaar als voorstel" in read(talk.page)) == (
        True,
        False,
    )


def test_the_answer_before_is_corrected_and_takes_its_place(candidate: TestClient) -> None:
    talk = converse(candidate, PAGE)
    talk.answer("nee")
    back = converse(candidate, PAGE, "?vraag=woont_hier")

    back.answer("ja", bron="basisregistratie")

    assert (
        "woont hier is ja" in read(candidate.get(f"{KADE}/1")),
        "spreken elkaar tegen" in read(candidate.get(f"{KADE}/1")),
    ) == (True, False)


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ({"antwoord": ""}, "Er is niets ingevuld. Geef een antwoord, of kies ‘weet niet’."),
        ({"antwoord": "misschien"}, "'misschien' is geen ja of nee."),
        (
            {"antwoord": "ja", "datum": "31-2-2026"},
            "'31-2-2026' is geen bestaande dag; schrijf bijvoorbeeld 2-11-2026.",
        ),
        ({"antwoord": "ja", "datum": "3-11-2026"}, "Deze dag moet nog komen."),
        ({"antwoord": "ja", "bron": "x" * 121}, "Een bron is één regel van ten hoogste 120 tekens."),
    ],
)
def test_a_wrong_answer_is_told_at_its_field_and_not_kept(
    candidate: TestClient, filled: dict[str, str], told: str
) -> None:
    filled, talk = dict(filled), converse(candidate, PAGE)

    answer = talk.answer(filled.pop("antwoord"), **filled)

    assert (422, True, True) == (
        answer.status_code,
        told in read(answer),
        "Er zijn nog geen gegevens." in read(candidate.get(f"{KADE}/1")),
    )


@pytest.mark.parametrize("typed", ["1-12-2026", "2026-12-01", "01.12.2026", "1/12/2026"])
def test_a_day_is_typed_as_people_type_it(candidate: TestClient, typed: str) -> None:
    talk = converse(candidate, PAGE, "?vraag=startdatum")

    talk.answer(typed)

    assert "1 december 2026" in read(candidate.get(f"{KADE}/1"))


def test_an_answer_about_an_earlier_day_holds_on_that_day(candidate: TestClient) -> None:
    talk = converse(candidate, PAGE, "?peildatum=1-10-2026&besluitdatum=2-11-2026")

    talk.answer("nee")

    assert "De uitkomst staat vast." in read(talk.page)


def test_days_that_do_not_exist_are_told(candidate: TestClient) -> None:
    answer = candidate.get(f"{PAGE}?peildatum=30-2-2026")

    assert (422, True) == (answer.status_code, "'30-2-2026' is geen bestaande dag" in read(answer))


def test_a_besluit_about_a_month_asks_which(candidate: TestClient) -> None:
    assert "Maand: 10-2026, Datum van het besluit: 2-11-2026" in read(
        candidate.get(f"{KADE}/1/besluit/afdracht")
    )


def test_a_day_without_rules_is_no_decision(candidate: TestClient) -> None:
    answer = candidate.get(f"{PAGE}?peildatum=1-1-2020")

    assert (409, True) == (answer.status_code, "geen versie in werking" in read(answer))


def test_an_answer_on_an_old_page_is_not_kept(candidate: TestClient, settings_store: Store) -> None:
    talk = converse(candidate, PAGE)
    with writing(settings_store, "havendorp/de-kade", "B. Bos") as ledger:
        ledger.append((_said("woont_hier", "nee", "intake"),))

    answer = talk.answer("ja")  # dossier-gewijzigd

    assert (409, True) == (answer.status_code, "B. Bos heeft dit dossier intussen aangevuld" in read(answer))


def test_contradicting_sources_are_shown_and_settled(
    candidate: TestClient, settings_store: Store, snapshot: SnapshotAssertion
) -> None:
    with writing(settings_store, "havendorp/de-kade", "B. Bos") as ledger:
        ledger.append((_said("woont_hier", "nee", "intake"), _said("woont_hier", "ja", "brief")))

    before = read(candidate.get(PAGE))
    talk = converse(candidate, PAGE, "?vraag=woont_hier")
    talk.answer("nee", bron="basisregistratie")

    assert snapshot == before
    assert "De uitkomst staat vast." in read(talk.page)


def test_a_proposal_is_kept_for_who_may_adopt_it(candidate: TestClient) -> None:
    talk = converse(candidate, PAGE)
    talk.answer("nee")

    text = read(talk.propose())

    assert ("Het voorstel is bewaard" in text, "doorzenden" in text) == (True, True)


def test_a_proposal_that_is_sent_twice_is_kept_once(candidate: TestClient) -> None:
    """By two clicks, or by going back; what is otherwise is a new proposal."""
    talk = converse(candidate, PAGE)
    talk.answer("nee")
    first, second = (talk.propose().url.params["voorstel"] for _ in range(2))
    converse(candidate, PAGE, "?vraag=woont_hier").answer("nee", bron="basisregistratie")
    third = converse(candidate, PAGE).propose().url.params["voorstel"]

    assert (True, False) == (first == second, second == third)


def test_a_proposal_tells_what_changed_since_it_was_looked_at(
    candidate: TestClient, settings_store: Store
) -> None:
    talk = converse(candidate, PAGE)
    talk.answer("nee")
    with writing(settings_store, "havendorp/de-kade", "B. Bos") as ledger:
        ledger.append((_said("woont_hier", "ja", "gesprek"), _said("startdatum", "2026-12-01", "gesprek")))
    candidate.post(
        f"{KADE}/1/besluit/toelating/antwoord",
        data={**hidden_in(candidate.get(PAGE)), "antwoord": "ja", "reden": "past", "doe": "antwoord"},
    )

    answer = talk.propose()

    assert (409, True) == (
        answer.status_code,
        "Sinds u keek is er iets veranderd: toelating was doorzenden en is nu toegewezen" in read(answer),
    )


def test_of_what_was_counted_over_many_dossiers_the_first_acts_are_named(
    candidate: TestClient, settings_store: Store
) -> None:
    members = book("\n".join(f"{number} besluit plaatsing naar lid" for number in range(2, 14)))
    with writing(settings_store, "havendorp/de-kade", "B. Bos") as ledger:
        for number, dossier in members.dossiers.items():
            ledger.open_dossier()
            (entry,) = dossier.entries
            assert entry.content is not None
            ledger.append((Draft(Opened(), number), Draft(entry.content, number, entry.subject)))

    text = read(candidate.get(f"{KADE}/1/besluit/plaatsing?vraag=cooperatie_laat_toe"))

    assert "alle leden: 12 tellen mee; handeling 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 en 2 andere" in text


def test_what_is_not_settled_is_not_kept(candidate: TestClient) -> None:
    answer = converse(candidate, PAGE).propose()

    assert (409, True) == (answer.status_code, "staat nog niet vast" in read(answer))


def test_with_htmx_only_the_conversation_is_sent(candidate: TestClient) -> None:
    answer = candidate.get(PAGE, headers={"HX-Request": "true"})

    assert (True, False) == ('id="gesprek"' in answer.text, "<main" in answer.text)


@pytest.mark.parametrize("person", [ADVISOR, LAWYER])
def test_only_a_caseworker_prepares_a_besluit(in_town: Ask, person: Person) -> None:
    assert 403 == in_town(person).get(PAGE).status_code


def test_a_besluit_that_is_not_there_is_no_page(candidate: TestClient) -> None:
    assert 404 == candidate.get(f"{KADE}/1/besluit/iets").status_code


def _said(name: str, value: str, source: str) -> Draft:
    content = ReportedFact(name=name, value=value, source=source, date="2026-11-01", valid_from="2026-11-01")
    return Draft(content, 1)


def test_a_concept_without_force_is_passed_over_and_told_of(ask: Ask, workspace_root: Path) -> None:
    folder = workspace_root / "agreements/havendorp/de-kade"
    adopted = (
        (folder / "2026-01-01.yaml").read_text("utf-8").replace("status: concept", "status: vastgesteld")
    )
    newer = adopted.replace("2026-01-01", "2026-11-01").replace("status: vastgesteld", "status: concept")
    (folder / "2026-01-01.yaml").write_text(adopted, "utf-8")
    (folder / "2026-11-01.yaml").write_text(newer.replace("Woont de kandidaat in", "Woont u in"), "utf-8")
    client = ask(CASEWORKER)
    client.post("/dossiers/nieuw", data={"overeenkomst": "havendorp/de-kade", "naam": "S. Willems"})

    text = read(client.get(PAGE))

    assert (True, True, False) == (
        "Er ligt een concept Van 'havendorp/de-kade' ligt er een concept dat ingaat op 1 november 2026; "
        "het geldt niet zolang het niet is vastgesteld. De versie van 1 januari 2026 geldt." in text,
        "Woont de kandidaat in Havendorp?" in text,
        "Woont u in Havendorp?" in text,
    )


def test_a_besluit_that_cannot_be_taken_now_says_so_first_and_asks_nothing(candidate: TestClient) -> None:
    path = f"{KADE}/1/besluit/verlenging"
    page = candidate.get(path)
    ahead = converse(candidate, path, "?alvast=ja")
    again = ahead.answer("ja", reden="Nog niet klaar.")

    assert (True, True, False, True, True, True) == (
        "Dit besluit kan nu niet" in read(page),
        "Wanneer wel: neem eerst het besluit 'Toestemming om mee te doen'." in read(page),
        'name="antwoord"' in page.text,
        "Nu nog niets te vragen" in read(page),
        "nodig" in read(again),
        "alvast=ja" in str(again.url),
    )


def test_a_term_in_which_the_person_may_answer_is_told_first(candidate: TestClient) -> None:
    path = f"{KADE}/1/besluit/toelating"
    asked = {
        "ontvangen": "5-10-2026",
        "aanvullen_gevraagd_op": "28-10-2026",
        "aanvullen_tot_en_met": "11-11-2026",
    }
    form = hidden_in(candidate.get(f"{path}/procedure"))
    open_ = candidate.post(f"{path}/procedure", data=form | asked)
    form = hidden_in(candidate.get(f"{path}/procedure"))
    done = candidate.post(f"{path}/procedure", data=form | asked | {"aangevuld_op": "30-10-2026"})

    told = "De belanghebbende kan nog tot en met 11 november 2026 de aanvraag aanvullen."
    assert (True, False) == (told in read(open_), told in read(done))


def test_over_a_month_that_was_decided_the_desk_asks_nothing_and_names_the_correction(
    in_delft: TestClient, settings_store: Store
) -> None:
    settled = book("1 besluit verrekening 2026-03: bijstand = 1101.50", "delft/scope").dossiers[1].entries[0]
    assert settled.content is not None
    with writing(settings_store, "delft/scope", "B. Bos") as ledger:
        (entry,) = ledger.append((Draft(settled.content, 1, settled.subject, settled.month),))

    page = in_delft.get("/dossiers/delft/scope/1/besluit/verrekening?maand=2026-03")

    assert (
        "Over deze maand is al besloten Over maart 2026 is al besloten over 'Inkomsten en bijstand over een maand' "
        f"(handeling {entry.number}). Wat te doen: neem het besluit 'Correctie van een eerdere maand'."
        in read(page),
        'name="antwoord"' in page.text,
    ) == (True, False)


def test_a_besluit_that_stands_on_another_leads_to_that_one_of_the_same_month(in_delft: TestClient) -> None:
    client, here = in_delft, "/dossiers/delft/scope/1"
    page = client.get(f"{here}/besluit/terugvordering?maand=2026-03")
    told = read(page)

    assert (
        "Dit besluit kan pas na ‘Inkomsten en bijstand over een maand’ en daarna ‘Correctie van een eerdere maand’ over "
        "maart 2026" in told,
        f'href="{here}/besluit/verrekening?maand=2026-03"' in page.text,
        "Er is niets meer te vragen" in told,
        "vraag" in hidden_in(page),
    ) == (True, True, False, False)


def test_an_amount_that_is_asked_again_stands_there_as_people_type_it(in_town: Ask) -> None:
    client, query = in_town(CASEWORKER), "maand=2026-09&vraag=omzet"
    converse(client, f"{KADE}/1/besluit/afdracht", f"?{query}").answer("812,50")

    page = client.get(f"{KADE}/1/besluit/afdracht?{query}")

    assert 'value="812,50"' in page.text


def test_a_month_that_was_decided_is_told_and_is_not_proposed_again(in_town: Ask, built_store: Store) -> None:
    acts = """
        1 besluit plaatsing op 2026-01-01 naar lid
        1 feit omzet 2026-09 = 812.50
        1 feit omzet 2026-10 = 812.50
        1 besluit afdracht 2026-09: afdracht = 81.25
    """
    with writing(built_store, "havendorp/de-kade", CASEWORKER.name) as ledger:
        for entry in book(acts).dossiers[1].entries:
            assert entry.content is not None
            ledger.append((Draft(entry.content, 1, entry.subject, entry.month),))
    page = f"{KADE}/1/besluit/afdracht?maand="
    pages = [read(in_town(CASEWORKER).get(f"{page}{month}")) for month in ("2026-09", "2026-10")]

    told = (
        "Over september 2026 is al besloten over 'Overzicht van de afdracht' (handeling",
        "Wat te doen: neem het besluit 'Correctie van de afdracht'.",
        "Bewaar als voorstel",
    )
    assert [[True, True, False], [False, False, True]] == [[part in page for part in told] for page in pages]
