"""What a change does, at the desk of the policy advisor."""

from __future__ import annotations

import re
from threading import Event

import httpx2
import pytest
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.web.settings import Settings
from soco_rules.web.tasks import Again
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Run
from soco_rules.web.tasks import Tasks
from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import LAWYER
from tests.web.persons import Ask
from tests.web.reading import in_lines
from tests.web.reading import read
from tests.web.reading import region

SLUIS = {
    "oud": "havendorp/de-sluis@2026-01-01",
    "nieuw": "havendorp/de-sluis@2026-01-01",
    "dag_oud": "1-7-2026",
    "dag_nieuw": "1-7-2026",
    "punten_nieuw": "Deel = 12%",
}
FEATURE = "features/havendorp/de-sluis.feature"
SCENARIO = """\
# language: nl
Functionaliteit: De Sluis

  Scenario: Een tiende van de omzet
    Gegeven de overeenkomst "havendorp/de-sluis"
    En de maand is 2026-10
    En de gegevens
      | gegeven     | waarde   |
      | omzet       | € 500,00 |
      | saldo_begin | € 0,00   |
    En de oordelen
      | oordeel | waarde | door       | reden         |
      | akkoord | ja     | cooperatie | het klopt zo  |
    Als het besluit "overzicht" wordt voorgesteld
    Dan is "bijdrage" gelijk aan "€ {amount},00"
"""
MEMBERS = {"leden": "10", "maanden": "1", "vanaf": "1-2026", "zaad": "1", "reeks": "", "groepen": ""}
ZAANSTAD = {
    "oud": "zaanstad/saens-tois",
    "nieuw": "zaanstad/saens-tois",
    "punten_nieuw": "bijdragepercentage = 12%\nreserveringspercentage = 5%",
    "leden": "50",
    "maanden": "2",
    "vanaf": "1-2026",
    "zaad": "7",
}


def test_a_point_filled_otherwise_is_compared(ask: Ask, snapshot: SnapshotAssertion) -> None:
    assert snapshot == in_lines(_done(ask(ADVISOR), "/vergelijken", SLUIS))


def test_the_whole_comparison_is_a_page_of_its_own(ask: Ask) -> None:
    desk = ask(ADVISOR)
    found = _done(desk, "/vergelijken", SLUIS)
    report = desk.get(f"{found.url}/rapport.html")

    policy = report.headers["Content-Security-Policy"]
    assert (200, True, False) == (report.status_code, "style-src 'sha256-" in policy, "unsafe" in policy)


def test_everything_wrong_in_the_form_is_told_at_once(ask: Ask, snapshot: SnapshotAssertion) -> None:
    wrong = {"oud": "x", "nieuw": "y@2026-01-01", "dag_oud": "31-2-2026", "dag_nieuw": "morgen"}
    wrong["punten_nieuw"] = "deel 12%"

    answer = ask(ADVISOR).post("/vergelijken", data=wrong)
    assert answer.status_code == 422
    assert snapshot == region(answer, "fouten")


@pytest.mark.parametrize("points", ["dele = 12%", "deel = 120%", "deel = veel"])
@pytest.mark.parametrize("form", ["/vergelijken", "/simuleren"])
def test_a_point_that_cannot_be_filled_so_is_told_at_its_field(
    ask: Ask, snapshot: SnapshotAssertion, form: str, points: str
) -> None:
    """Both forms say the same of it, and neither begins."""
    answer = ask(ADVISOR).post(form, data={**SLUIS, **MEMBERS, "punten_nieuw": points})

    assert answer.status_code == 422
    assert snapshot == region(answer, "fouten")


def test_all_that_is_wrong_with_points_and_ranges_is_told_at_once(
    ask: Ask, snapshot: SnapshotAssertion
) -> None:
    wrong = {"punten_nieuw": "deel 12%\ndele = 3\ndeel = 120%\nDeel = 1%", "dag_nieuw": "ooit"}
    ranges = {"reeks": "deel van laag naar hoog\ndeel=2%..1%\ndele=1%..2%"}

    answer = ask(ADVISOR).post("/simuleren", data={**SLUIS, **MEMBERS, **wrong, **ranges})
    assert answer.status_code == 422
    assert snapshot == region(answer, "fouten")


def test_what_is_the_same_is_not_compared(ask: Ask) -> None:
    answer = ask(ADVISOR).post("/vergelijken", data={**SLUIS, "punten_nieuw": ""})

    assert (422, True) == (answer.status_code, "Beide kanten zijn hetzelfde." in read(answer))


@pytest.mark.parametrize("form", ["/vergelijken", "/simuleren"])
def test_the_points_of_what_was_chosen_are_shown(ask: Ask, form: str) -> None:
    answer = ask(ADVISOR).post(form, data={**SLUIS, **MEMBERS, "doen": "punten"})

    assert (200, True) == (
        answer.status_code,
        "De punten van Havendorp, De Sluis" in read(answer),
    )
    assert "deel 10%" in read(answer)


def test_a_form_comes_back_as_it_was_filled_for_who_filled_it(ask: Ask) -> None:
    number = str(_done(ask(ADVISOR), "/vergelijken", SLUIS).url).rpartition("/")[2]
    again = {
        person.name: filled_in(ask(person).get(f"/vergelijken?werk={number}")) for person in (ADVISOR, LAWYER)
    }

    assert {ADVISOR.name: "Deel = 12%", LAWYER.name: ""} == {
        name: fields["punten_nieuw"] for name, fields in again.items()
    }
    assert "" == filled_in(ask(ADVISOR).get(f"/simuleren?werk={number}"))["punten_nieuw"]


@pytest.mark.parametrize("form", ["/vergelijken", "/simuleren"])
def test_a_form_begins_with_the_versions_of_a_link(ask: Ask, form: str) -> None:
    versions = {"oud": "havendorp/de-kade@2026-01-01", "nieuw": "havendorp/de-sluis@2026-01-01"}

    found = filled_in(ask(LAWYER).get(form, params=versions))
    assert versions == {name: found[name] for name in versions}


def test_comparing_is_not_for_caseworkers(ask: Ask) -> None:
    assert 403 == ask(CASEWORKER).get("/vergelijken").status_code


def test_only_files_with_scenarios_are_run(ask: Ask) -> None:
    desk = ask(ADVISOR)
    names = ("../../pyproject.toml", "/etc/passwd", "", "agreements/havendorp/mandaten.yaml")

    assert [422] * 4 == [desk.post("/toetsen", data={"scenarios": name}).status_code for name in names]


def test_scenarios_are_run_with_their_coverage(client: TestClient) -> None:
    answer = _done(client, "/toetsen", {"scenarios": "features/delft/scope.feature", "wat": "dekking"})

    assert (200, True) == (answer.status_code, "agreements/delft/scope/2017-09-01.yaml" in read(answer))


@pytest.mark.parametrize(
    ("amount", "what"), [("50", "dekking"), ("51", "dekking"), ("50", "mutaties"), ("51", "mutaties")]
)
def test_an_advisor_reads_what_scenarios_guard(
    ask: Ask, settings: Settings, snapshot: SnapshotAssertion, amount: str, what: str
) -> None:
    path = settings.root / FEATURE
    path.parent.mkdir(parents=True)
    path.write_text(SCENARIO.format(amount=amount), "utf-8")

    answer = _done(ask(ADVISOR), "/toetsen", {"scenarios": FEATURE, "wat": what})
    assert snapshot == in_lines(answer)


@pytest.mark.parametrize("name", ["..", ".", "leden.xlsx", "csv", "leden.csv/"])
def test_a_file_that_cannot_be_a_caseload_is_refused_at_its_field(client: TestClient, name: str) -> None:
    answer = client.post("/simuleren", data=ZAANSTAD, files={"bestand": (name, b"naam;omzet\nA;1\n")})

    assert (422, True) == (answer.status_code, "eindigt op .csv of .parquet" in read(answer))


def test_the_name_of_a_file_is_no_path(client: TestClient) -> None:
    """Too long for a file system, and with a sign that no path may have."""
    sent = {"bestand": (f"../{'x' * 300}\0.csv", b"naam;omzet\nA;1\n")}

    assert "De kolom 'maand' ontbreekt" in read(_done(client, "/simuleren", ZAANSTAD, sent))


def test_a_point_filled_otherwise_is_reckoned_for_invented_members(client: TestClient) -> None:
    answer = _done(client, "/simuleren", ZAANSTAD)
    files = [client.get(f"{answer.url}/{name}") for name in ("rapport.html", "tabellen.csv", "tabellen.xlsx")]

    assert ([200] * 3, True) == ([each.status_code for each in files], "leden" in read(answer))


def test_everything_wrong_with_a_simulation_is_told_at_once(ask: Ask, snapshot: SnapshotAssertion) -> None:
    wrong = {**ZAANSTAD, "leden": "0", "maanden": "veel", "vanaf": "13-2026", "reeks": "deel=", "zaad": "x"}

    answer = ask(ADVISOR).post("/simuleren", data=wrong)
    assert answer.status_code == 422
    assert snapshot == region(answer, "fouten")


def test_a_number_without_end_is_told_at_its_field(ask: Ask) -> None:
    answer = ask(ADVISOR).post("/simuleren", data={**ZAANSTAD, "zaad": "9" * 5000})

    assert (422, True) == (
        answer.status_code,
        "Schrijf een getal van 1 tot en met 2147483648" in read(answer),
    )


def test_a_file_name_that_no_page_sends_is_no_file(ask: Ask) -> None:
    assert 422 == ask(ADVISOR).post("/toetsen", data={"scenarios": "a\0b"}).status_code


def test_a_wrong_point_hides_nothing_else_that_is_wrong_with_a_simulation(
    client: TestClient, snapshot: SnapshotAssertion
) -> None:
    wrong = {
        **ZAANSTAD,
        "punten_nieuw": "bijdragepercentage = veel",
        "reeks": "reserveringspercentage = 5%..300%:50%",
        "groepen": "leef vrom\nomzet",
    }

    answer = client.post("/simuleren", data=wrong)
    assert snapshot == region(answer, "fouten")


def test_a_file_that_is_no_caseload_says_what_is_wrong(
    client: TestClient, snapshot: SnapshotAssertion
) -> None:
    answer = _done(client, "/simuleren", ZAANSTAD, {"bestand": ("leden.csv", b"naam;omzet\nA;1\n")})

    assert snapshot == (answer.status_code, read(answer))


@pytest.mark.parametrize(
    "reeks", ["dele = 5%..30%:5%", "deel = 50%..130%:20%", "deel = 30%..5%", "deel=0%..100%:1%"]
)
def test_a_range_that_cannot_be_is_told_at_its_field(
    ask: Ask, snapshot: SnapshotAssertion, reeks: str
) -> None:
    answer = ask(ADVISOR).post("/simuleren", data={**SLUIS, **MEMBERS, "reeks": reeks})

    assert answer.status_code == 422
    assert snapshot == region(answer, "fouten")


def test_a_file_is_called_as_whoever_sent_it_does(client: TestClient) -> None:
    answer = _done(client, "/simuleren", ZAANSTAD, {"bestand": ("Leden juni.csv", b"")})

    assert "'Leden juni.csv' is niet te lezen als tabel." in read(answer)


def test_only_the_name_of_a_file_is_kept_for_the_form(client: TestClient) -> None:
    sent = {"bestand": ("Leden juni.csv", b"naam;omzet\nA;1\n")}
    number = str(_done(client, "/simuleren", ZAANSTAD, sent).url).rpartition("/")[2]

    kept = client.app.state.tasks.known[number].again.given  # type: ignore[attr-defined]
    assert "A;1" not in str(kept)
    assert "‘Leden juni.csv’ is niet bewaard; kies het opnieuw." in read(
        client.get(f"/simuleren?werk={number}")
    )


def test_work_is_found_again_by_who_began_it(ask: Ask) -> None:
    done = _done(ask(ADVISOR), "/vergelijken", SLUIS)

    assert "Vergelijking: Havendorp, De Sluis (deel 12%) klaar Pas aan en vergelijk opnieuw" in read(
        ask(ADVISOR).get("/werk")
    )
    assert "U hebt niets laten berekenen" in read(ask(LAWYER).get("/werk"))
    assert 404 == ask(LAWYER).get(str(done.url)).status_code
    assert 404 == ask(LAWYER).post(f"{done.url}/stoppen").status_code


def test_work_that_was_stopped_says_so_and_leads_back(ask: Ask) -> None:
    desk, go, begun = ask(ADVISOR), Event(), Event()
    tasks: Tasks = desk.app.state.tasks  # type: ignore[attr-defined]

    def waits(run: Run) -> Ready:
        begun.set()
        go.wait()
        run.check()
        return Ready("changes/refused", {})

    task = tasks.begin("Werk", ADVISOR, waits, Again("/vergelijken", "Opnieuw", SLUIS))
    begun.wait()
    busy = desk.get(f"/werk/{task.number}")
    part = desk.get(f"/werk/{task.number}", headers={"HX-Request": "true"})
    stopping = desk.post(f"/werk/{task.number}/stoppen")
    go.set()
    task.coming.exception()

    assert ["Het werk begint.", "Het werk begint.", "Dit wordt gestopt."] == [
        re.findall(r'<p role="status">([^<]*)</p>', each.text)[0] for each in (busy, part, stopping)
    ]
    assert ["het werk gaat door", "De uitkomst komt er niet."] == [
        re.findall(r"het werk gaat door|De uitkomst komt er niet\.", each.text)[0]
        for each in (busy, stopping)
    ]
    assert ["Stoppen", ""] == ["Stoppen" * ("/stoppen" in each.text) for each in (busy, stopping)]
    assert "<main" not in part.text
    assert "true" == desk.get(f"/werk/{task.number}", headers={"HX-Request": "true"}).headers["HX-Refresh"]
    ended = desk.get(f"/werk/{task.number}")
    assert "U hebt dit gestopt. Er is niets veranderd of bewaard. Opnieuw" in read(ended)
    assert f'href="/vergelijken?werk={task.number}"' in ended.text


def filled_in(answer: httpx2.Response) -> dict[str, str]:
    """What stands in the fields of a form."""
    text = answer.text
    chosen = re.findall(r'<select [^>]*name="(\w+)".*?<option value="([^"]*)" selected>', text, re.DOTALL)
    typed = re.findall(r'<textarea [^>]*name="(\w+)"[^>]*>([^<]*)<', text)
    return dict((*chosen, *typed))


def _done(
    desk: TestClient, path: str, form: dict[str, str], files: dict[str, tuple[str, bytes]] | None = None
) -> httpx2.Response:
    """The page once the work is done."""
    answer = desk.post(path, data=form, files=files)
    began = str(answer.url).rpartition("/")[2]
    desk.app.state.tasks.known[began].coming.result()  # type: ignore[attr-defined]
    return desk.get(str(answer.url))
