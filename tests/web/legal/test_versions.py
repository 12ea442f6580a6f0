"""Adopting versions of agreements at the desk."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from soco_rules.parser.register import REGISTER
from soco_rules.parser.register import Consent
from soco_rules.parser.register import Recorded
from soco_rules.parser.register import read_register
from soco_rules.parser.register import sha256_of
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from tests.guarding import scenario
from tests.guarding import with_scenarios
from tests.web.legal.conftest import BOSS
from tests.web.legal.conftest import Seat
from tests.web.legal.waterstede import REFUSAL
from tests.web.persons import ADVISOR
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.reading import hidden_in
from tests.web.reading import read
from tests.web.town import KADE
from tests.web.town import SLUIS

PAGE = f"/vaststellen/{KADE}/2026-01-01"
BOARD = {"bestuursbesluit": "BW-2026-0412", "bestuursbesluit_datum": "2026-10-20"}
AGREED = {"datum": "2026-11-02", **BOARD}
EDITED = "# Bewerkt op de werkplek: {}, 2026-10-30\n"


def path(seat: Seat, reference: str = KADE, version: str = "2026-01-01") -> str:
    """The rule file of a version, from the root of the workspace."""
    return f"agreements/{reference}/{version}.yaml"


def change(seat: Seat, before: str, after: str, reference: str = KADE) -> None:
    """Change the rule file of an agreement."""
    file = seat.settings.root / path(seat, reference)
    text = file.read_text("utf-8")
    assert before in text, before
    file.write_text(text.replace(before, after, 1), "utf-8")


def registered(seat: Seat) -> dict[tuple[str, str], str]:
    """Who adopted each version of the register."""
    file = seat.settings.root / REGISTER
    recorded, _, findings = read_register(file.read_bytes() if file.exists() else b"")
    assert not findings
    return {key: each.by for key, each in recorded.items()}


def test_what_is_ready_stands_first_and_what_it_lacks_is_told(seat: Seat) -> None:
    change(seat, "waarde: 2, bron: Statuten De Kade", "open: nog niet besproken")

    text = read(seat.of(BOSS).get("/vaststellen"))

    assert ["havendorp/de-sluis", "waterstede/de-sluis", "havendorp/de-kade"] == re.findall(
        r"Kenmerk ([a-z/-]+)", text
    )
    assert "Klaar nee: 1 open punt Status concept Bewerkt door niet bekend" in text


def test_a_version_is_adopted_with_its_register(seat: Seat) -> None:
    shown = seat.of(BOSS).get(PAGE)
    assert "Deze versie is vast te stellen" in read(shown)

    answer = seat.client.post(PAGE, data={**AGREED, **hidden_in(shown)})

    content = (seat.settings.root / path(seat)).read_bytes()
    recorded, _, _ = read_register((seat.settings.root / REGISTER).read_bytes())
    assert (303, f"{PAGE}?zojuist=versie") == (answer.status_code, answer.headers["location"])
    assert b"status: vastgesteld" in content
    adopted = recorded[KADE, "2026-01-01"]
    assert (
        Recorded(
            sha256_of(content), BOSS.name, BOSS.function, "2026-11-02", Consent("BW-2026-0412", "2026-10-20")
        )
        == adopted
    )
    again = seat.client.get(PAGE)
    assert (
        "A. de Groot, teamleider participatie, stelde deze versie vast op 2 november 2026. "
        "Bestuursbesluit: BW-2026-0412, van 20 oktober 2026."
    ) in read(again)
    assert "<form" not in again.text


def test_only_the_status_changes_in_the_file(seat: Seat) -> None:
    before = (seat.settings.root / path(seat)).read_text("utf-8")
    shown = seat.of(BOSS).get(PAGE)
    seat.client.post(PAGE, data={**AGREED, **hidden_in(shown)})

    assert before.replace("status: concept", "status: vastgesteld") == (
        seat.settings.root / path(seat)
    ).read_text("utf-8")


def test_what_was_not_read_is_not_adopted(seat: Seat) -> None:
    shown = seat.of(BOSS).get(PAGE)
    change(seat, "waarde: 12 maanden", "waarde: 6 maanden")

    answer = seat.client.post(PAGE, data={**AGREED, **hidden_in(shown)})

    assert (409, True, {}) == (
        answer.status_code,
        "deze versie is veranderd sinds u haar las" in read(answer),
        registered(seat),
    )
    assert 303 == seat.client.post(PAGE, data={**AGREED, **hidden_in(answer)}).status_code


def test_who_worked_on_a_version_does_not_adopt_it(seat: Seat) -> None:
    change(seat, "kenmerk:", EDITED.format(" a.de groot") + "kenmerk:")

    shown = seat.of(BOSS).get(PAGE)

    assert "A. de Groot heeft zelf aan deze versie gewerkt (2026-10-30)" in read(shown)
    assert "<form" not in shown.text
    sha = sha256_of((seat.settings.root / path(seat)).read_bytes())
    answer = seat.client.post(PAGE, data={**AGREED, "gelezen": sha})
    assert (409, {}) == (answer.status_code, registered(seat))


def test_another_adopts_it(seat: Seat) -> None:
    change(seat, "kenmerk:", EDITED.format(ADVISOR.name) + "kenmerk:")

    shown = seat.of(BOSS).get(PAGE)
    answer = seat.client.post(PAGE, data={**AGREED, **hidden_in(shown)})

    assert "Bewerkt door B. Smit (30 oktober 2026)" in read(shown)
    assert 303 == answer.status_code


def test_who_works_alone_adopts_his_own_work_and_is_told_so(seat: Seat) -> None:
    change(seat, "kenmerk:", EDITED.format(ALONE.name) + "kenmerk:")

    shown = seat.of(ALONE).get(PAGE)
    answer = seat.client.post(PAGE, data={**AGREED, "functie": "teamleider", **hidden_in(shown)})

    assert "Bewerken en vaststellen zijn op deze werkplek niet gescheiden." in read(shown)
    assert (303, {(KADE, "2026-01-01"): ALONE.name}) == (answer.status_code, registered(seat))


def test_two_lawyers_at_once_lose_no_line_of_the_register(seat: Seat) -> None:
    pages = [f"/vaststellen/{each}/2026-01-01" for each in (KADE, SLUIS)]
    pages.append("/vaststellen/waterstede/de-sluis/2026-01-01")
    forms = [{**AGREED, **hidden_in(seat.of(BOSS).get(each))} for each in pages]

    with ThreadPoolExecutor(3) as both:
        answers = list(
            both.map(lambda each: seat.client.post(each[0], data=each[1]), zip(pages, forms, strict=True))
        )

    assert [303] * 3 == [each.status_code for each in answers]
    assert {KADE, SLUIS, "waterstede/de-sluis"} == {reference for reference, _ in registered(seat)}


def test_what_it_changes_is_told_beside_the_version_before_it(seat: Seat) -> None:
    before = (seat.settings.root / path(seat)).read_text("utf-8")
    after = before.replace("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2027-01-01").replace(
        "waarde: 12 maanden", "waarde: 6 maanden"
    )
    (seat.settings.root / path(seat, version="2027-01-01")).write_text(after, "utf-8")

    text = read(seat.of(BOSS).get(f"/vaststellen/{KADE}/2027-01-01"))

    assert "Naast de versie van 1 januari 2026 (concept), op de regels van 1 januari 2027." in text
    assert "afspraak duur deelname: gewijzigd waarde: 12 maanden -> 6 maanden" in text


@pytest.mark.parametrize(
    ("form", "message"),
    [
        (
            {**AGREED, "bestuursbesluit": ""},
            "Vul het kenmerk in. Een versie wordt vastgesteld nadat het bestuursorgaan heeft ingestemd, of door wie",
        ),
        ({**AGREED, "bestuursbesluit": "B" * 201}, "Dit is te lang. Houd het bij ten hoogste 200 tekens."),
        ({**AGREED, "bestuursbesluit_datum": ""}, "Vul in op welke dag dat besluit is genomen."),
        ({**AGREED, "bestuursbesluit_datum": "30-2-2026"}, "'30-2-2026' is geen bestaande dag"),
        ({**AGREED, "bestuursbesluit_datum": "3-11-2026"}, "Dit besluit is van na de dag van vaststellen."),
        (
            {**AGREED, "bestuursbesluit_datum": "1900-01-01"},
            "Dit is meer dan 5 jaar voor de eerste dag van deze versie.",
        ),
        ({**AGREED, "datum": "2026-11-03"}, "Deze dag moet nog komen."),
        ({**AGREED, "datum": "morgen"}, "'morgen' is geen bestaande dag; schrijf bijvoorbeeld 2-11-2026."),
    ],
)
def test_what_is_wrong_is_told_at_its_field(seat: Seat, form: dict[str, str], message: str) -> None:
    shown = seat.of(BOSS).get(PAGE)

    answer = seat.client.post(PAGE, data={**hidden_in(shown), **form})

    assert (422, True, {}) == (answer.status_code, message in read(answer), registered(seat))


def test_what_adopting_would_meet_is_told_beforehand(seat: Seat) -> None:
    change(seat, "waarde: 10%, bron: Convenant De Kade", "waarde: 10%, aanname: een schatting")

    text = read(seat.of(BOSS).get(PAGE))

    assert "Deze versie is nog niet vast te stellen" in text
    assert "aanname" in text


def test_what_was_adopted_is_listed_with_the_decision_of_the_governing_body(seat: Seat) -> None:
    shown = seat.of(BOSS).get(PAGE)
    seat.client.post(PAGE, data={**AGREED, **hidden_in(shown)})
    file = seat.settings.root / REGISTER
    old = sha256_of((seat.settings.root / path(seat, SLUIS)).read_bytes())
    file.write_text(f"{file.read_text('utf-8')}{SLUIS}:\n  2026-01-01: {old}\n", "utf-8")

    text = read(seat.client.get("/vaststellen"))
    before = read(seat.client.get(f"/vaststellen/{SLUIS}/2026-01-01"))

    assert (
        "Vastgesteld door A. de Groot, teamleider participatie, 2 november 2026 "
        "Bestuursbesluit BW-2026-0412, 20 oktober 2026"
    ) in text
    assert "Vastgesteld door niet vastgelegd Bestuursbesluit niet vastgelegd" in text
    assert "Welk bestuursbesluit eraan ten grondslag ligt, is niet vastgelegd." in before


def test_that_a_version_takes_the_place_of_an_adopted_one_from_a_day_that_is_over_is_told(seat: Seat) -> None:
    shown = seat.of(BOSS).get(PAGE)
    seat.client.post(PAGE, data={**AGREED, **hidden_in(shown)})
    text = (seat.settings.root / path(seat)).read_text("utf-8").replace("vastgesteld", "concept", 1)
    later = text.replace("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2026-07-01")
    (seat.settings.root / path(seat, version="2026-07-01")).write_text(later, "utf-8")

    text = read(seat.of(BOSS).get(f"/vaststellen/{KADE}/2026-07-01")).lower()

    assert "terugwerkende kracht" not in read(shown)
    assert "zij geldt dan met terugwerkende kracht, in plaats van de versie van 1 januari 2026" in text


def test_what_adopting_does_to_open_proposals_is_told_beforehand_and_stands_on_the_work_list(
    seat: Seat,
) -> None:
    shown = seat.of(BOSS).get(PAGE)
    work = read(seat.of(CASEWORKER).get("/werklijst"))
    seat.of(BOSS).post(PAGE, data={**AGREED, **hidden_in(shown)})

    assert "Vaststellen maakt 2 open voorstellen ongeldig" in read(shown)
    assert "Toestemming om mee te doen, dossier 1" in read(shown)
    assert "2 voorstellen kloppen niet meer" in read(seat.client.get(PAGE))
    assert "Voorstellen die opnieuw moeten" not in work
    assert "dossier 1 S. Willems Toestemming om mee te doen" in read(seat.of(CASEWORKER).get("/werklijst"))


@pytest.mark.parametrize(
    ("outcome", "told"), [("doorzenden", "Klaar ja"), ("toegewezen", "1 mislukt scenario")]
)
def test_a_version_with_a_red_scenario_is_not_called_ready(seat: Seat, outcome: str, told: str) -> None:
    with_scenarios(seat.settings.root, scenario("elders", outcome=outcome))

    listed = read(seat.of(BOSS).get("/vaststellen"))

    assert told in listed.partition("De Kade")[2]


def test_somebody_without_a_function_chooses_one_of_the_register(seat: Seat) -> None:
    page = seat.of(ALONE).get(PAGE)

    assert ["Kies een functie", "teamleider", "juridisch adviseur"] == re.findall(
        r"<option[^>]*>([^<]*)</option>", page.text.partition('name="functie"')[2]
    )


def test_what_is_not_there_is_not_there(seat: Seat) -> None:
    desk = seat.of(BOSS)
    wrong = ("2025-01-01", "morgen", "2026-13-01")

    assert [404] * 3 == [desk.get(f"/vaststellen/{KADE}/{each}").status_code for each in wrong]


def test_it_is_for_lawyers(seat: Seat) -> None:
    policy = Person("B. Smit", frozenset({DeskRole.POLICY}), "beleidsadviseur")

    assert 403 == seat.of(policy).post(PAGE, data=AGREED).status_code


def test_how_the_scenarios_fare_is_told_before_it_is_adopted(seat: Seat) -> None:
    with_scenarios(seat.settings.root, scenario("elders"), scenario("berekend", is_proposal=True))

    text = read(seat.of(BOSS).get(PAGE))

    assert (
        "Geslaagd 1 Mislukt 0 Nog niet bevestigd 1 (met het label @voorstel: uit de regels berekend, en door niemand "
        "nagelezen)"
    ) in text
    assert "Deze versie is vast te stellen" in text


def test_a_red_scenario_is_told_with_a_link_and_refuses_it(seat: Seat) -> None:
    sent = {**AGREED, **hidden_in(seat.of(BOSS).get(PAGE))}
    with_scenarios(seat.settings.root, scenario("toch hier", outcome="toegewezen"))

    shown = seat.client.get(PAGE)
    answer = seat.client.post(PAGE, data=sent)

    assert "Met een mislukt scenario wordt deze versie niet vastgesteld" in read(shown)
    assert "verwacht was toegewezen, de regels geven doorzenden." in read(shown)
    assert 'href="/toetsen?scenarios=features%2Fhavendorp%2Fde-kade.feature"' in shown.text
    assert "<form" not in shown.text
    assert (409, True, {}) == (
        answer.status_code,
        "het scenario 'toch hier' mislukt" in read(answer).lower(),
        registered(seat),
    )


def test_who_has_a_mandate_for_agreements_needs_no_decision_of_the_board(seat: Seat) -> None:
    register = seat.settings.root / "agreements/havendorp/mandaten.yaml"
    line = (
        "afspraken: {orgaan: college, functie: teamleider participatie, besluiten: [overeenkomst], "
        "geldig_vanaf: 2026-01-01, bron: Mandaatbesluit 2026}\n"
    )
    register.write_text(register.read_text("utf-8") + line, "utf-8")
    shown = seat.of(BOSS).get(PAGE)
    silent = {**hidden_in(shown), "datum": "2026-11-02"}

    half = seat.client.post(PAGE, data={**silent, "bestuursbesluit_datum": "2026-10-20"})
    answer = seat.client.post(PAGE, data=silent)

    assert "Laat dit en de dag leeg als u zelf een mandaat hebt" in read(shown)
    assert (422, 303) == (half.status_code, answer.status_code)
    assert "Mandaat: afspraken (Mandaatbesluit 2026)." in read(seat.client.get(PAGE))
    assert "Bestuursbesluit onder mandaat: afspraken (Mandaatbesluit 2026)" in read(
        seat.client.get("/vaststellen")
    )


def test_a_concept_that_cannot_be_read_is_named_with_its_place_and_what_to_do(seat: Seat) -> None:
    text = (seat.settings.root / path(seat)).read_text("utf-8")
    broken = text.replace("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2027-01-01").replace(
        "soort: overeenkomst\n", "", 1
    )
    (seat.settings.root / path(seat, version="2027-01-01")).write_text(broken, "utf-8")

    listed = read(seat.of(BOSS).get("/vaststellen"))
    refused = seat.client.get(REFUSAL)

    for said in (listed, read(refused)):
        assert (
            f"'{path(seat, version='2027-01-01')}' is door een fout niet te lezen, ook niet of het een concept is"
        ) in said
        assert f"Plaats: {path(seat, version='2027-01-01')}" in said
        assert "vraag de beleidsadviseur om de fout op deze plaats te verbeteren" in said
    assert 409 == refused.status_code


def test_a_concept_of_another_agreement_is_in_nobodys_way(seat: Seat) -> None:
    other = seat.settings.root / path(seat, SLUIS, "2027-01-01")
    other.write_text("kenmerk: havendorp/de-sluis\n", "utf-8")

    assert 200 == seat.of(BOSS).get(REFUSAL).status_code
