"""The points of a version as a form."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import ROOT
from tests.web.persons import Ask
from tests.web.policy.forms import FILE
from tests.web.policy.forms import KADE
from tests.web.policy.forms import sent
from tests.web.reading import region

POINTS = f"{KADE}/punten"
DELFT = "/overeenkomsten/delft/scope/2017-09-01/punten"
DELFT_FILE = "agreements/delft/scope/2017-09-01.yaml"


@pytest.fixture
def delft(workspace_root: Path) -> Path:
    """The file of an agreement that stands on the national model, in the workspace."""
    path = workspace_root / DELFT_FILE
    path.parent.mkdir(parents=True)
    shutil.copy(ROOT / DELFT_FILE, path)
    return path


def test_each_point_is_asked_with_its_meaning_bounds_and_article(
    ask: Ask, snapshot: SnapshotAssertion
) -> None:
    assert snapshot == region(ask(ADVISOR).get(POINTS), "main")


def test_only_a_point_that_is_said_otherwise_changes_in_the_file(ask: Ask, workspace_root: Path) -> None:
    before, client = (workspace_root / FILE).read_text("utf-8"), ask(ADVISOR)
    form = sent(
        client,
        POINTS,
        doen="bewaren",
        geldig_vanaf="2026-01-01",
        waarde__ledenmaximum="12",
        herkomst__deel="aanname",
        toelichting__deel="nog na te gaan: wie weet het?",
        eigenaar__deel="B. Smit",
        datum__deel="2026-11-02",
    )
    client.post(POINTS, data=form)
    after = (workspace_root / FILE).read_text("utf-8").splitlines()

    assert [
        "# Bewerkt op de werkplek: B. Smit, 2026-11-02",
        "waarde: 12, bron: Statuten De Kade}",
        'waarde: 10%, aanname: {reden: "nog na te gaan: wie weet het?", eigenaar: B. Smit, datum: 2026-11-02}}',
    ] == [line[max(0, line.find("waarde:")) :] for line in after if line not in before.splitlines()]


def test_a_value_over_its_bound_is_told_at_its_field_with_the_article(ask: Ask, delft: Path) -> None:
    before, client = delft.read_text("utf-8"), ask(ADVISOR)
    form = sent(client, DELFT, doen="bewaren", geldig_vanaf="2017-09-01", waarde__urengrens="1300")
    page = client.post(DELFT, data=form)

    assert (422, before) == (page.status_code, delft.read_text("utf-8"))
    assert (
        "'urengrens' is 1300; ten hoogste 1224 is toegestaan (Besluit bijstandverlening zelfstandigen 2004 artikel 1 "
        "onderdeel b). Schrijf een heel getal, zoals 12; per jaar; ten minste 1; ten hoogste 1224."
    ) == region(page, "waarde-urengrens-fout")


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        (
            {"waarde__urengrens": ""},
            "waarde-urengrens-fout",
            "Vul een waarde in, of kies dat het nog open is.",
        ),
        (
            {"toelichting__urengrens": " "},
            "toelichting-urengrens-fout",
            "Schrijf het document op, of de reden.",
        ),
        (
            {"herkomst__urengrens": "gok"},
            "herkomst-urengrens-fout",
            "Kies waar dit vandaan komt, of dat het nog open is.",
        ),
        ({"datum__urengrens": "gisteren"}, "datum-urengrens-fout", "'gisteren' is geen bestaande dag"),
        ({"datum__urengrens": "3-11-2026"}, "datum-urengrens-fout", "Deze dag moet nog komen."),
        ({"geldig_vanaf": ""}, "geldig_vanaf-fout", "Vul een dag in."),
        ({"waarde__urengrens": "x" * 1001}, "waarde-urengrens-fout", "Dit is langer dan 1000 tekens."),
        ({"waarde__proefperiode": "even"}, "waarde-proefperiode-fout", "'even' is geen duur"),
    ],
)
def test_what_is_wrong_with_an_answer_is_told_at_its_field(
    ask: Ask, delft: Path, changed: dict[str, str], field: str, said: str
) -> None:
    before, client = delft.read_text("utf-8"), ask(ADVISOR)
    page = client.post(DELFT, data=sent(client, DELFT, doen="bewaren", **changed))

    assert (True, before) == (said in region(page, field), delft.read_text("utf-8"))


@pytest.mark.parametrize(
    ("value", "told"), [("1300", "ten hoogste 1224 is toegestaan"), ("veel", "'veel' is geen")]
)
@pytest.mark.parametrize("field", ["toelichting", "herkomst"])
def test_a_reason_that_lacks_hides_nothing_that_is_wrong_with_the_value(
    ask: Ask, delft: Path, field: str, value: str, told: str
) -> None:
    client = ask(ADVISOR)
    form = sent(client, DELFT, doen="bewaren", waarde__urengrens=value) | {f"{field}-urengrens": ""}
    page = client.post(DELFT, data=form)

    assert 422 == page.status_code
    assert region(page, f"{field}-urengrens-fout")
    assert told in region(page, "waarde-urengrens-fout")
    assert "nog niet ingevuld" not in page.text


def test_what_is_no_value_of_a_point_of_the_agreement_itself_says_what_is(ask: Ask) -> None:
    client = ask(ADVISOR)
    page = client.post(POINTS, data=sent(client, POINTS, doen="nakijken", waarde__deel="veel"))

    assert "'veel' is geen percentage" in region(page, "waarde-deel-fout")


def test_a_first_day_that_does_not_exist_is_told_before_anything_is_kept(ask: Ask) -> None:
    client = ask(ADVISOR)
    page = client.post(POINTS, data=sent(client, POINTS, doen="nakijken", geldig_vanaf="1-13-2027"))

    assert "'1-13-2027' is geen bestaande dag" in region(page, "geldig_vanaf-fout")


def test_a_requirement_that_two_answers_break_is_told_at_the_first(ask: Ask, delft: Path) -> None:
    client = ask(ADVISOR)
    form = sent(client, DELFT, waarde__verrekenwijze="spaarpot", waarde__besteding_samen_besluiten="ja")
    page = client.post(DELFT, data=form | {"doen": "nakijken"})

    assert 200 == page.status_code


def test_points_are_for_who_prepares_versions(ask: Ask) -> None:
    assert 403 == ask(CASEWORKER).get(POINTS).status_code


def test_a_version_that_cannot_be_read_leads_to_its_text(ask: Ask, workspace_root: Path) -> None:
    (workspace_root / FILE).write_text("kenmerk: [", "utf-8")

    assert "Verbeter haar in de regeltekst" in region(ask(ADVISOR).get(POINTS), "main")


def test_the_summary_says_what_is_wrong_and_the_field_what_to_do(ask: Ask) -> None:
    client = ask(ADVISOR)
    form = sent(client, POINTS, doen="bewaren", geldig_vanaf="2027-01-01", waarde__deel="300%")
    page = client.post(POINTS, data=form)
    summary, form_again = region(page, "fouten"), region(page, "waarde-deel-fout")

    assert (True, False, True) == (
        "Deel, waarde: " in summary,
        "Schrijf een percentage" in summary,
        "Schrijf een percentage" in form_again,
    ), (summary, form_again)
