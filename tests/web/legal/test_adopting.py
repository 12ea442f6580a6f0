"""Adopting, deviating and giving back at the desk."""

from __future__ import annotations

import re
import shutil
from html import unescape

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.catalogue import CATALOGUE
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_dossier
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.dossier import Returned
from soco_rules.model.dossier import SentLetter
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from tests.adopted import REFERENCE
from tests.web.legal.conftest import BOSS
from tests.web.legal.conftest import Seat
from tests.web.legal.forms import HEARD
from tests.web.legal.forms import SIGNED
from tests.web.legal.forms import confirmed
from tests.web.legal.waterstede import ADMISSION
from tests.web.legal.waterstede import REFUSAL
from tests.web.legal.waterstede import sent_on
from tests.web.legal.waterstede import tell
from tests.web.persons import ALONE
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.reading import hidden_in
from tests.web.reading import in_lines
from tests.web.reading import read
from tests.web.town import KADE

ADOPT = f"{ADMISSION}/vaststellen"
SECOND = Person("P. Visser", frozenset({DeskRole.LEGAL}), "teamleider")
BOTH_ROLES = frozenset({DeskRole.CASEWORKER, DeskRole.LEGAL})


def dossier(seat: Seat, agreement: str, number: int) -> Dossier:
    """A dossier as it is now."""
    assert seat.settings.dossiers is not None
    assert seat.settings.keys is not None
    found = read_dossier(open_store(seat.settings.dossiers, seat.settings.keys), agreement, number)
    assert found
    return found


def acts(seat: Seat, agreement: str, number: int) -> list[str]:
    """What happened in a dossier since the last proposal, without who read it."""
    every = [each.act for each in dossier(seat, agreement, number).entries if each.act is not Act.CONSULTED]
    return [str(each) for each in every[every.index(Act.PROPOSAL) + 1 :]]


def errors(seat: Seat, path: str, form: dict[str, str]) -> list[str]:
    """What the page says is wrong with a form."""
    answer = seat.client.post(path, data=form)
    assert 422 == answer.status_code, read(answer)
    text = answer.text
    return [unescape(part.split("</a>")[0].split(">", 1)[1]) for part in text.split('<li><a href="#')[1:]]


def test_the_letter_is_read_before_it_is_signed(seat: Seat, snapshot: SnapshotAssertion) -> None:
    answer = seat.of(BOSS).post(ADOPT, data={**SIGNED, "stap": "bekijk"}, follow_redirects=True)

    assert snapshot == in_lines(answer)
    assert [] == acts(seat, REFERENCE, 1)


def test_an_adoption_is_written_with_its_letter(seat: Seat) -> None:
    answer = confirmed(seat.of(BOSS), ADOPT, SIGNED)

    assert (303, f"{ADMISSION}?zojuist=vastgesteld", ["vaststelling", "brief"]) == (
        answer.status_code,
        answer.headers["location"],
        acts(seat, REFERENCE, 1),
    )
    ((_, letter),) = contents(dossier(seat, REFERENCE, 1), SentLetter)
    ((entry, adopted),) = contents(dossier(seat, REFERENCE, 1), Adopted)
    assert ("application/pdf", "2026-10-23", entry.number) == (
        letter.media_type,
        letter.date,
        letter.adoption,
    )
    assert (BOSS.name, "teamleider participatie", "2026-10-22", SIGNED["toelichting"]) == (
        adopted.adoption.by,
        adopted.adoption.function,
        adopted.adoption.date,
        adopted.adoption.reasons,
    )


def test_after_it_the_page_gives_the_letter_and_no_form(seat: Seat) -> None:
    confirmed(seat.of(BOSS), ADOPT, SIGNED)

    text = read(seat.client.get(ADMISSION))
    assert "Vastgesteld A. de Groot, teamleider participatie, stelde dit vast op 22 oktober 2026." in text
    assert "Haal de brief op (PDF)" in text
    assert 409 == seat.client.get(ADOPT).status_code


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (
            {},
            [
                "Dag van vaststellen: Vul een dag in.",
                "Dag van verzenden: Vul een dag in.",
                "Zienswijze: Kies of de belanghebbende is gehoord, of welke uitzondering geldt.",
                "Toelichting op het besluit: Schrijf waarom in dit geval zo is besloten (Awb 3:46).",
            ],
        ),
        (
            {**SIGNED, "datum": "2026-11-03", "verzonden_op": "2026-11-03"},
            [
                "Dag van vaststellen: Deze dag moet nog komen. Kies vandaag, of een dag die voorbij is.",
            ],
        ),
        (
            {**SIGNED, "datum": "2026-10-19"},
            [
                (
                    "Dag van vaststellen: 19 oktober 2026 is voor de besluitdatum van het voorstel, 20 oktober 2026. "
                    "Kies een andere dag."
                ),
            ],
        ),
        (
            {**SIGNED, "verzonden_op": "2026-10-21"},
            [
                (
                    "Dag van verzenden: Verzenden op 21 oktober 2026 is voor het vaststellen op 22 oktober 2026. "
                    "Kies een andere dag."
                ),
            ],
        ),
        (
            {**SIGNED, "zienswijze": "geen", "toelichting": " "},
            [
                (
                    "Zienswijze: Er staat niet of de belanghebbende zijn zienswijze heeft kunnen geven. "
                    "Kies of de belanghebbende is gehoord, of welke uitzondering geldt."
                ),
                (
                    "Toelichting op het besluit: Het besluit rust op een oordeel van een medewerker, en de toelichting "
                    "ontbreekt. Vul de toelichting in."
                ),
            ],
        ),
        (
            {**SIGNED, "zienswijze": "gehoord"},
            [
                "Dag waarop de persoon is gehoord: Vul in op welke dag de persoon is gehoord.",
            ],
        ),
        (
            {**SIGNED, "zienswijze": "gehoord", "zienswijze_datum": "2026-10-15"},
            [
                (
                    "Toelichting op de zienswijze: Bij ‘de persoon is gehoord’ ontbreekt wat de belanghebbende heeft "
                    "gezegd, of dat hij niets wilde zeggen. Vul ‘Toelichting op de zienswijze’ in."
                ),
            ],
        ),
        (
            {**SIGNED, "zienswijze_datum": "2026-10-15"},
            ["Dag waarop de persoon is gehoord: Bij deze keuze hoort geen dag. Laat dit leeg."],
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_field(seat: Seat, form: dict[str, str], expected: list[str]) -> None:
    seat.of(BOSS)

    assert expected == errors(seat, ADOPT, {"stap": "bekijk", **form})
    assert [] == acts(seat, REFERENCE, 1)


def test_a_function_without_a_mandate_is_told(seat: Seat) -> None:
    answer = seat.of(LAWYER).post(ADOPT, data=SIGNED, follow_redirects=True)

    assert (422, True) == (
        answer.status_code,
        "de functie 'teamleider' heeft geen mandaat van het college" in read(answer),
    )


def test_who_has_no_function_chooses_one_of_the_register(seat: Seat) -> None:
    answer = seat.of(ALONE).post(ADOPT, data=SIGNED, follow_redirects=True)

    assert "teamleider participatie inkomensconsulent" in read(answer)
    assert "Functie: Vul in in welke functie u vaststelt." in read(answer)


def test_what_happened_in_the_meantime_stops_it(seat: Seat) -> None:
    shown = seat.of(BOSS).post(ADOPT, data=SIGNED, follow_redirects=True)
    told = ReportedFact(
        name="verwachte_uren", value="700", source="aanvraag", date="2026-10-30", valid_from="2026-10-30"
    )
    tell(seat.settings, REFERENCE, 1, told)

    answer = seat.client.post(ADOPT, data={**hidden_in(shown), "stap": "vaststellen"})

    assert (409, True, ["feit"]) == (
        answer.status_code,
        "Er is niets vastgesteld Fout : Na wat u hebt gelezen gebeurde er iets in dossier 1: feit door M. Bakker"
        in read(answer),
        acts(seat, REFERENCE, 1),
    )
    again = seat.client.post(ADOPT, data={**hidden_in(answer), "stap": "vaststellen"})
    assert (303, ["feit", "vaststelling", "brief"]) == (again.status_code, acts(seat, REFERENCE, 1))


def test_putting_it_on_a_desk_or_reading_it_does_not_stop_it(seat: Seat) -> None:
    shown = seat.of(BOSS).post(ADOPT, data=SIGNED, follow_redirects=True)
    tell(seat.settings, REFERENCE, 1, Assigned(to="M. Bakker"))

    assert 303 == seat.client.post(ADOPT, data={**hidden_in(shown), "stap": "vaststellen"}).status_code


def test_another_letter_than_was_read_stops_it(seat: Seat) -> None:
    shown = seat.of(BOSS).post(ADOPT, data=SIGNED, follow_redirects=True)
    template = seat.settings.root / "templates" / "waterstede" / "toelating.md.j2"
    text = template.read_text("utf-8")
    template.write_text(text.replace("Wij geven daarvoor toestemming.", "Dat vinden wij goed."), "utf-8")

    answer = seat.client.post(ADOPT, data={**hidden_in(shown), "stap": "vaststellen"})

    assert (409, True, []) == (
        answer.status_code,
        "De brief is niet meer zoals u hem hebt nagelezen. Waarom: "
        f"{CATALOGUE['ondertussen-veranderd'].reason}." in read(answer),
        acts(seat, REFERENCE, 1),
    )


def test_it_is_adopted_once(seat: Seat) -> None:
    form = hidden_in(seat.of(BOSS).post(ADOPT, data=SIGNED, follow_redirects=True))
    answers = [seat.client.post(ADOPT, data={**form, "stap": "vaststellen"}) for _ in range(2)]

    assert ([303, 409], ["vaststelling", "brief"]) == (
        [each.status_code for each in answers],
        acts(seat, REFERENCE, 1),
    )


def test_who_proposed_does_not_adopt(seat: Seat) -> None:
    own = Person(" m. bakker", BOTH_ROLES, "teamleider participatie")

    answer = seat.of(own).post(ADOPT, data=SIGNED, follow_redirects=True)

    assert (409, True) == (answer.status_code, "heeft voorstel 3 zelf gedaan" in read(answer))
    assert "Wie voorstelt, stelt niet vast." in read(seat.client.get(ADMISSION))


def test_who_works_alone_adopts_what_he_proposed(seat: Seat) -> None:
    alone = Person("M. Bakker", frozenset(DeskRole), "teamleider participatie", is_alone=True)

    assert 303 == confirmed(seat.of(alone), ADOPT, SIGNED).status_code


# Two persons


def test_two_persons_sign_a_refusal(seat: Seat) -> None:
    path = f"{REFUSAL}/vaststellen"
    first = confirmed(seat.of(LAWYER), path, HEARD)
    assert (303, ["eerste_handtekening"]) == (first.status_code, acts(seat, KADE, 2))

    mine = seat.of(LAWYER).post(path, data=HEARD)
    assert (422, True) == (mine.status_code, "J. de Groot heeft voorstel 25 al ondertekend." in read(mine))

    other = seat.of(SECOND).get(path)
    assert "J. de Groot (teamleider) tekende op 2 november 2026 en schreef: ‘Het werk is te druk.’" in read(
        other
    )
    assert 303 == confirmed(seat.of(SECOND), path, {**HEARD, "toelichting": ""}).status_code

    ((_, adopted),) = contents(dossier(seat, KADE, 2), Adopted)
    assert ("P. Visser", "Het werk is te druk.", "gestopt") == (
        adopted.adoption.by,
        adopted.adoption.reasons,
        adopted.state,
    )


def test_who_works_alone_signs_once_where_two_persons_must(seat: Seat) -> None:
    path, form = f"{REFUSAL}/vaststellen", {**HEARD, "functie": "teamleider"}
    confirmed(seat.of(ALONE), path, form)

    answer = seat.client.post(path, data=form)

    assert (422, True) == (
        answer.status_code,
        "A. de Vries heeft voorstel 25 al ondertekend." in read(answer),
    )


def test_who_proposed_a_refusal_does_not_sign_second(seat: Seat) -> None:
    confirmed(seat.of(LAWYER), f"{REFUSAL}/vaststellen", HEARD)
    own = Person(CASEWORKER.name, BOTH_ROLES, "teamleider")

    answer = seat.of(own).post(f"{REFUSAL}/vaststellen", data=HEARD)

    assert (422, True) == (answer.status_code, "K. Jansen heeft voorstel 25 zelf gedaan" in read(answer))


# Another outcome


DEVIATING = {**HEARD, "uitkomst": "toegewezen", "afwijking_reden": "De kandidaat zorgt ook voor zijn moeder."}


def test_a_deviation_takes_what_the_dossier_knows(seat: Seat) -> None:
    answer = confirmed(seat.of(LAWYER), f"{REFUSAL}/afwijken", DEVIATING)
    assert 303 == answer.status_code

    (standing,) = adopted_of(dossier(seat, KADE, 2))
    assert ("toegewezen", "2027-11-30", "met_toestemming") == (
        standing.values["toelating"],
        standing.values["deelname_tot_en_met"],
        standing.short.state,
    )


def test_why_somebody_signed_a_refusal_is_not_said_with_a_deviation(seat: Seat) -> None:
    confirmed(seat.of(LAWYER), f"{REFUSAL}/vaststellen", HEARD)

    confirmed(seat.of(SECOND), f"{REFUSAL}/afwijken", {**DEVIATING, "toelichting": ""})

    ((_, adopted),) = contents(dossier(seat, KADE, 2), Adopted)
    assert ("toegewezen", "") == (adopted.adoption.effective.outcome, adopted.adoption.reasons)


def test_a_deviation_asks_for_another_outcome_and_a_reason(seat: Seat) -> None:
    seat.of(LAWYER)

    assert [
        "Andere uitkomst: Kies een andere uitkomst dan het voorstel heeft.",
        "Reden van de afwijking: Schrijf waarom u van de regels afwijkt.",
    ] == errors(seat, f"{REFUSAL}/afwijken", HEARD)


def test_nobody_deviates_to_the_harm_of_the_person(seat: Seat) -> None:
    path = f"/voorstellen/{KADE}/1/22/afwijken"
    form = {**HEARD, "uitkomst": "afgewezen", "afwijking_reden": "Liever niet."}
    seat.of(SECOND)

    answer = seat.client.post(path, data=form)

    assert (409, True, False) == (
        answer.status_code,
        "Er is geen andere uitkomst die de persoon ontziet en die ook een beschikking is." in read(answer),
        "Afwijken met een reden" in read(seat.client.get(f"/voorstellen/{KADE}/1/22")),
    )


def test_only_what_spares_the_person_and_is_a_decision_is_offered(seat: Seat) -> None:
    shown = seat.of(LAWYER).get(f"{REFUSAL}/afwijken")

    assert ["toegewezen"] == re.findall(r'name="uitkomst"[^>]*value="(\w+)"', shown.text)


def test_a_letter_of_ones_own_is_asked_with_a_deviation_and_not_at_a_first_signature(seat: Seat) -> None:
    """Another outcome may need one signature only, and then it is made known at once."""
    pages = [seat.of(LAWYER).get(f"{REFUSAL}/{way}") for way in ("vaststellen", "afwijken")]

    assert [False, True] == ["Kenmerk van uw eigen brief" in read(page) for page in pages]


def test_a_notice_that_became_a_beschikking_is_made_known_as_one(seat: Seat) -> None:
    path = sent_on(seat.settings)

    done = confirmed(seat.of(LAWYER), f"{path}/afwijken", DEVIATING)

    text = read(seat.client.get(path))
    assert (303, True, True) == (
        done.status_code,
        "Vastgesteld" in text,
        "Leg een bezwaar tegen dit besluit vast" in text,
    )


# The letter and its day


@pytest.mark.parametrize(
    ("sent", "doubted"),
    [
        ("2026-10-23", "De dag van verzenden is voorbij"),
        ("2026-11-02", ""),
        ("2026-11-09", ""),
        ("2026-11-10", "De brief gaat pas over meer dan een week weg."),
    ],
)
def test_a_day_of_sending_that_no_letter_of_today_has_is_asked_again(
    seat: Seat, sent: str, doubted: str
) -> None:
    told = read(
        seat.of(BOSS).post(
            ADOPT, data={**SIGNED, "verzonden_op": sent, "stap": "bekijk"}, follow_redirects=True
        )
    )

    assert (bool(doubted), True) == ("Klopt de dag van verzenden?" in told, doubted in told)


def test_a_decision_of_which_the_letter_is_a_concept_says_that_it_does_not_work_yet(seat: Seat) -> None:
    confirmed(seat.of(LAWYER), f"{REFUSAL}/vaststellen", HEARD)
    confirmed(seat.of(SECOND), f"{REFUSAL}/vaststellen", HEARD)
    confirmed(seat.of(BOSS), ADOPT, SIGNED)

    concept, final = (read(seat.client.get(each)) for each in (REFUSAL, ADMISSION))

    assert [(True, False), (False, True)] == [
        ("Dit besluit is nog niet bekendgemaakt" in each, "Verzending: " in each) for each in (concept, final)
    ]


def test_the_first_of_two_signs_and_is_told_that_another_adopts(seat: Seat) -> None:
    path = f"{REFUSAL}/vaststellen"
    told = read(seat.of(LAWYER).post(path, data={**HEARD, "stap": "bekijk"}, follow_redirects=True))
    confirmed(seat.of(LAWYER), path, HEARD)

    mine, other = (read(seat.of(each).get(REFUSAL)) for each in (LAWYER, SECOND))

    assert ("Ondertekend door J. de Groot, teamleider Dag van ondertekenen" in told, [True, False]) == (
        True,
        ["Een ander stelt dit vast" in each for each in (mine, other)],
    )


def test_only_the_manners_of_hearing_that_can_hold_are_offered(seat: Seat) -> None:
    shown = seat.of(BOSS).get(ADOPT)

    assert [
        "geen",
        "gehoord",
        "niet_verplicht",
        "geringe_afwijking",
        "spoed",
        "eerder_gehoord",
        "doel",
    ] == re.findall(r'<option value="(\w+)"', shown.text)


# Giving back


def test_a_proposal_is_given_back_with_a_remark(seat: Seat) -> None:
    answer = seat.of(LAWYER).post(f"{REFUSAL}/teruggeven", data={"opmerking": "Hoor de kandidaat eerst."})

    assert (303, ["teruggegeven"]) == (answer.status_code, acts(seat, KADE, 2))
    ((entry, returned),) = contents(dossier(seat, KADE, 2), Returned)
    assert (LAWYER.name, 25, "Hoor de kandidaat eerst.") == (entry.by, returned.proposal, returned.remark)
    assert "J. de Groot gaf dit voorstel terug" in read(seat.client.get(REFUSAL))
    assert 409 == seat.client.post(f"{REFUSAL}/vaststellen", data=HEARD).status_code


def test_a_text_that_is_far_too_long_is_refused(seat: Seat) -> None:
    seat.of(BOSS)
    long = "x" * 10_001

    assert ["Toelichting op het besluit: Dit is te lang. Houd het bij ten hoogste 10.000 tekens."] == errors(
        seat, ADOPT, {**SIGNED, "toelichting": long}
    )
    assert ["Wat moet er anders? Dit is te lang. Houd het bij ten hoogste 10.000 tekens."] == errors(
        seat, f"{ADMISSION}/teruggeven", {"opmerking": long}
    )


def test_what_somebody_types_is_never_markup(seat: Seat) -> None:
    answer = seat.of(BOSS).post(
        ADOPT, data={**SIGNED, "toelichting": "<script>alert(1)</script>"}, follow_redirects=True
    )

    assert (200, True, False) == (
        answer.status_code,
        "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text,
        "<script>alert" in answer.text,
    )


def test_without_a_remark_nothing_is_given_back(seat: Seat) -> None:
    seat.of(LAWYER)

    assert ["Wat moet er anders? Schrijf wat er anders moet."] == errors(
        seat, f"{REFUSAL}/teruggeven", {"opmerking": "  "}
    )
    assert [] == acts(seat, KADE, 2)


def test_a_form_of_another_role_is_refused(seat: Seat) -> None:
    answer = seat.of(CASEWORKER).post(f"{REFUSAL}/teruggeven", data={"opmerking": "x"})

    assert (403, []) == (answer.status_code, acts(seat, KADE, 2))


# Without a letter


def test_a_beschikking_without_a_letter_asks_how_it_is_made_known(seat: Seat) -> None:
    shutil.rmtree(seat.settings.root / "templates" / "havendorp")
    path = f"/voorstellen/{KADE}/1/22/vaststellen"
    form = {**HEARD, "zienswijze": "niet_verplicht", "zienswijze_datum": "", "zienswijze_toelichting": ""}

    asked = seat.of(LAWYER).get(path)
    without = errors(seat, path, form)
    read_over = seat.client.post(
        path, data={**form, "eigen_brief": "Z-2026-118", "stap": "bekijk"}, follow_redirects=True
    )
    answer = confirmed(seat.client, path, {**form, "eigen_brief": "Z-2026-118"})

    assert ("Lees het na", True, [], 303) == (
        "Lees het na" if "Bekijk de brief" not in asked.text and "Lees het na" in asked.text else asked.text,
        "U maakt het besluit bekend met uw eigen brief, Z-2026-118." in read(read_over),
        [each for each in without if not each.startswith("Kenmerk van uw eigen brief: ")],
        answer.status_code,
    )
    ((_, adopted),) = contents(dossier(seat, KADE, 1), Adopted)
    assert ("Z-2026-118", ["vaststelling"]) == (adopted.adoption.own_letter, acts(seat, KADE, 1))
    assert "Bekendgemaakt met een eigen brief, kenmerk Z-2026-118." in read(
        seat.client.get(f"/voorstellen/{KADE}/1/22")
    )


def test_the_second_who_signs_says_how_it_is_made_known(seat: Seat) -> None:
    shutil.rmtree(seat.settings.root / "templates" / "havendorp")
    path = f"{REFUSAL}/vaststellen"

    first = confirmed(seat.of(LAWYER), path, HEARD)
    second = errors_of(seat, SECOND, path, HEARD)
    answer = confirmed(seat.of(SECOND), path, {**HEARD, "eigen_brief": "Z-2026-119"})

    assert (303, True, 303) == (
        first.status_code,
        any(each.startswith("Kenmerk van uw eigen brief: ") for each in second),
        answer.status_code,
    )


def errors_of(seat: Seat, person: Person, path: str, form: dict[str, str]) -> list[str]:
    """What the page says is wrong with the form of this person."""
    seat.of(person)
    return errors(seat, path, form)


# Going back


def test_what_is_read_over_has_a_page_of_its_own_that_stays_while_it_waits(seat: Seat) -> None:
    answer = seat.of(BOSS).post(ADOPT, data={**SIGNED, "stap": "bekijk"})
    where = answer.headers["location"]
    shown, again = seat.client.get(where), seat.client.get(where)
    done = seat.client.post(ADOPT, data={**hidden_in(shown), "stap": "vaststellen"})

    back = seat.client.get(where)

    assert re.fullmatch(rf"{ADOPT}/nalezen/[\w-]{{22}}", where)
    assert (303, 200, 200, 303) == (
        answer.status_code,
        shown.status_code,
        again.status_code,
        done.status_code,
    )
    assert (303, ADMISSION) == (back.status_code, back.headers["location"])


def test_who_changes_something_finds_what_was_filled_in(seat: Seat) -> None:
    shown = seat.of(BOSS).post(ADOPT, data={**SIGNED, "stap": "bekijk"}, follow_redirects=True)

    answer = seat.client.post(ADOPT, data={**hidden_in(shown), "stap": "terug"})

    form = seat.client.get(answer.headers["location"])
    assert (303, True) == (answer.status_code, SIGNED["toelichting"] in form.text)
    assert SIGNED["toelichting"] not in answer.headers["location"]


def test_nobody_else_reads_what_was_filled_in(seat: Seat) -> None:
    where = seat.of(BOSS).post(ADOPT, data={**SIGNED, "stap": "bekijk"}).headers["location"]

    other = seat.of(SECOND).get(where)
    unknown = seat.of(BOSS).get(f"{ADOPT}/nalezen/{'x' * 22}")
    deviating = seat.client.get(where.replace("vaststellen", "afwijken"))

    assert [ADOPT, ADOPT] == [each.headers["location"] for each in (other, unknown)]
    assert (303, f"{ADMISSION}/afwijken") == (deviating.status_code, deviating.headers["location"])
