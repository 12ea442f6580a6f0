"""One proposal: its letter with what each sentence rests on, its duties, and whether it still stands."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.present import contents
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import read_dossier
from soco_rules.model.dossier import Consulted
from soco_rules.model.dossier import GivenJudgement
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings
from tests.adopted import REFERENCE
from tests.web.legal.conftest import BOSS
from tests.web.legal.conftest import Seat
from tests.web.legal.forms import SIGNED
from tests.web.legal.forms import confirmed
from tests.web.legal.waterstede import ADMISSION
from tests.web.legal.waterstede import REFUSAL
from tests.web.legal.waterstede import tell
from tests.web.persons import ALONE
from tests.web.persons import LAWYER
from tests.web.reading import in_lines
from tests.web.reading import read
from tests.web.town import KADE

_DAY = re.compile(r"op \d{1,2} \w+ 20\d\d(?=\s+Vaststellen)")


def consulted(settings: Settings, agreement: str, number: int) -> list[tuple[str, str]]:
    """Who read a dossier, and what for."""
    assert settings.dossiers is not None
    assert settings.keys is not None
    dossier = read_dossier(open_store(settings.dossiers, settings.keys), agreement, number)
    assert dossier
    return [(entry.by, said.purpose) for entry, said in contents(dossier, Consulted)]


def test_the_whole_page(seat: Seat, snapshot: SnapshotAssertion) -> None:
    assert snapshot == _DAY.sub("op DAG", in_lines(seat.of(BOSS).get(ADMISSION)))


def test_reading_is_recorded_once(seat: Seat) -> None:
    seat.of(BOSS).get(ADMISSION)
    seat.client.get(f"{ADMISSION}/vaststellen")

    expected = [(BOSS.name, "behandeling van het dossier")]
    assert expected == consulted(seat.settings, REFERENCE, 1)


def test_what_changed_since_is_told_and_nothing_can_be_adopted(seat: Seat) -> None:
    judged = GivenJudgement(
        name="past", value="ja", by="M. Bakker", date="2026-11-01", reason="toch", valid_from="2026-10-20"
    )
    tell(seat.settings, KADE, 2, judged)

    text = read(seat.of(LAWYER).get(REFUSAL))
    assert "Dit voorstel staat niet meer" in text
    assert "'past' was nee (K. Jansen: te druk) en is nu ja (M. Bakker: toch)" in text
    assert 409 == seat.client.get(f"{REFUSAL}/vaststellen").status_code


def test_rules_that_changed_since_are_told(seat: Seat) -> None:
    path = seat.settings.root / "agreements" / KADE / "2026-01-01.yaml"
    path.write_text(path.read_text("utf-8") + "# iets erbij\n", "utf-8")

    assert "de regels geven hetzelfde, en zijn anders: bestand agreements/havendorp/de-kade" in read(
        seat.of(LAWYER).get(REFUSAL)
    )


def test_without_a_letter_the_page_says_why(seat: Seat) -> None:
    shutil.rmtree(seat.settings.root / "templates" / "havendorp")

    text = read(seat.of(LAWYER).get(REFUSAL))

    assert "Van dit voorstel is geen brief te maken." in text


def test_two_signatures_and_a_single_user_are_told(seat: Seat) -> None:
    text = read(seat.of(ALONE).get(REFUSAL))

    assert "Voorstellen en vaststellen zijn op deze werkplek niet gescheiden." in text
    assert "De overeenkomst vraagt bij deze uitkomst wel om twee verschillende mensen." in text
    assert "Deze uitkomst vraagt om twee handtekeningen. Er staat er nog geen onder." in text


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (f"/voorstellen/{KADE}/2/99", "Dossier 2 heeft geen voorstel 99."),
        (f"/voorstellen/{KADE}/2/9", "Dossier 2 heeft geen voorstel 9."),
        (f"/voorstellen/{KADE}/99/1", "Dossier 99 van 'havendorp/de-kade' bestaat niet."),
        ("/voorstellen/nergens/niets/1/1", "Dossier 1 van 'nergens/niets' bestaat niet."),
    ],
)
def test_a_proposal_that_is_not_there_says_so(seat: Seat, path: str, message: str) -> None:
    answer = seat.of(LAWYER).get(path)

    assert (404, True) == (answer.status_code, message in read(answer))


def test_the_draft_is_a_pdf(seat: Seat) -> None:
    answer = seat.of(BOSS).get(f"{ADMISSION}/brief.pdf")

    assert ("application/pdf", b"%PDF") == (answer.headers["content-type"], answer.content[:4])


def test_the_letter_that_was_kept_is_the_one_that_is_given(seat: Seat) -> None:
    assert 303 == confirmed(seat.of(BOSS), f"{ADMISSION}/vaststellen", SIGNED).status_code

    given = seat.client.get(f"{ADMISSION}/brief.pdf").content
    again = seat.client.get(f"{ADMISSION}/brief.pdf").content
    assert given == again
    assert base64.b64encode(given)


def git(root: Path, *arguments: str) -> None:
    """Run git in a workspace."""
    command = ("git", "-C", str(root), "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments)
    subprocess.run(command, check=True, capture_output=True)


def test_without_history_there_is_no_earlier_template(seat: Seat) -> None:
    assert "Er is geen eerdere versie van dit sjabloon bekend." in read(
        seat.of(BOSS).get(f"{ADMISSION}/verschil")
    )


def test_the_difference_with_the_template_of_before(seat: Seat) -> None:
    root = seat.settings.root
    template = root / "templates" / "waterstede" / "toelating.md.j2"
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "een")
    text = template.read_text("utf-8")
    template.write_text(text.replace("Wij geven daarvoor toestemming.", "Dat vinden wij goed."), "utf-8")

    told = read(seat.of(BOSS).get(f"{ADMISSION}/verschil"))
    assert "Het sjabloon van nu is nog niet in de geschiedenis vastgelegd." in told
    assert (
        "Gewijzigd (alinea): U mag op proef meedoen aan sociale coöperatie De Sluis. "
        "[vervallen: Wij geven daarvoor toestemming. ] [toegevoegd: Dat vinden wij goed. ]"
    ) in told


NO_MANDATE = "U kunt dit nu niet vaststellen Het mandaat ontbreekt: de functie 'jurist' heeft geen mandaat van het college."
CLERK = Person("J. Bos", frozenset({DeskRole.LEGAL}), "jurist")


@pytest.mark.parametrize("page", ["", "/vaststellen"])
def test_who_has_no_mandate_is_told_before_anything_is_filled_in(seat: Seat, page: str) -> None:
    shown = read(seat.of(CLERK).get(f"{ADMISSION}{page}"))
    boss = read(seat.of(BOSS).get(f"{ADMISSION}{page}"))

    assert [True, True, False] == [
        NO_MANDATE in shown,
        "vraag dan de beheerder om het register agreements/waterstede/mandaten.yaml na te kijken" in shown,
        "geen mandaat" in boss,
    ]


def test_without_a_mandate_the_first_of_two_signatures_can_be_set(seat: Seat) -> None:
    assert "De eerste handtekening zetten kan wel." in read(seat.of(CLERK).get(REFUSAL))


def test_the_queue_says_of_which_municipality_somebody_has_no_mandate(seat: Seat) -> None:
    told = "Uw functie ({}) staat niet in het mandaatregister van {}."

    clerk, boss = (read(seat.of(each).get("/voorstellen")) for each in (CLERK, BOSS))

    assert [True, True, True] == [
        told.format("jurist", "Havendorp en Waterstede") in clerk,
        told.format(BOSS.function, "Havendorp") in boss,
        "het register agreements/havendorp/mandaten.yaml na te kijken" in boss,
    ]


def test_who_may_choose_a_function_with_a_mandate_is_not_warned(seat: Seat) -> None:
    assert "geen mandaat" not in read(seat.of(ALONE).get(f"{ADMISSION}/vaststellen"))
