"""The scenarios of an agreement looked over and kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from soco_rules.web.tasks import Tasks
from tests.web.persons import ADVISOR
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.policy.forms import KADE
from tests.web.policy.forms import sent
from tests.web.reading import read
from tests.web.reading import region

PAGE = f"{KADE}/scenarios"
FILE = "features/havendorp/de-kade.feature"
WELCOME = """\
# language: nl
Functionaliteit: De Kade

  Scenario: Wie past, mag meedoen
    Gegeven de overeenkomst "havendorp/de-kade"
    En de peildatum is 2026-11-02
    En de gegevens
      | gegeven    | waarde     |
      | woont_hier | ja         |
      | startdatum | 2026-12-01 |
    En de oordelen
      | oordeel | waarde | door         | reden   |
      | past    | ja     | klantmanager | gesprek |
    Als het besluit "toelating" wordt voorgesteld
    Dan is de uitkomst "toegewezen"
"""


def test_a_new_file_with_scenarios_is_kept(ask: Ask, workspace_root: Path) -> None:
    client = ask(ADVISOR)
    form = sent(client, PAGE, doen="bewaren") | {"tekst": WELCOME.replace("\n", "\r\n")}
    page = client.post(PAGE, data=form)

    assert WELCOME == (workspace_root / FILE).read_text("utf-8")
    assert "1 geslaagd, 0 mislukt." == region(page, "uitkomsten")


def test_a_scenario_that_fails_is_told_with_its_sentence_and_may_be_kept(
    ask: Ask, workspace_root: Path
) -> None:
    client, wrong = ask(ADVISOR), WELCOME.replace('"toegewezen"', '"afgewezen"')
    page = client.post(PAGE, data=sent(client, PAGE, doen="bewaren") | {"tekst": wrong})

    assert wrong == (workspace_root / FILE).read_text("utf-8")
    assert [
        "0 geslaagd, 1 mislukt.",
        "Mislukt : Wie past, mag meedoen",
        'regel 15 : Dan is de uitkomst "afgewezen"',
        "Verwacht: afgewezen Gekregen: toegewezen Beslist door: past",
    ] == region(page, "uitkomsten").splitlines()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WELCOME.replace("Dan is de uitkomst", "Dan wordt het"), "is geen bekende zin"),
        (WELCOME.replace("# language: nl\n", ""), "ontbreekt de taal"),
        ("", "Boven de Functionaliteit ontbreekt de taal"),
        ("\x00", "Boven de Functionaliteit ontbreekt de taal"),
        ("x" * 2_100_000, "groter dan 2 MB"),
    ],
    ids=range(5),
)
def test_what_is_no_scenario_is_told_and_not_kept(
    ask: Ask, workspace_root: Path, text: str, said: str
) -> None:
    client = ask(ADVISOR)
    answer = client.post(PAGE, data=sent(client, PAGE, doen="bewaren") | {"tekst": text})

    assert (422, True, False) == (
        answer.status_code,
        said in region(answer, "bevindingen"),
        (workspace_root / FILE).exists(),
    )


def test_scenarios_that_changed_meanwhile_are_not_written_over(ask: Ask, workspace_root: Path) -> None:
    client = ask(ADVISOR)
    form = sent(client, PAGE, doen="bewaren") | {"tekst": WELCOME}
    (workspace_root / FILE).parent.mkdir(parents=True)
    (workspace_root / FILE).write_text("# van een ander\n", "utf-8")
    answer = client.post(PAGE, data=form)

    assert (422, "# van een ander\n") == (answer.status_code, (workspace_root / FILE).read_text("utf-8"))


def test_no_other_file_is_read_or_written(ask: Ask) -> None:
    client = ask(ADVISOR)

    assert [404, 404] == [
        client.get(PAGE, params={"bestand": "../sleutels.json"}).status_code,
        client.post(PAGE, data={"bestand": "agreements/vastgesteld.yaml", "tekst": "x"}).status_code,
    ]


def test_scenarios_of_the_law_are_only_read(ask: Ask, workspace_root: Path) -> None:
    file = workspace_root / "features" / "landelijk" / "wet.feature"
    file.parent.mkdir(parents=True)
    file.write_text(WELCOME, "utf-8")
    page = ask(ADVISOR).get(PAGE, params={"bestand": "features/landelijk/wet.feature"}).text

    assert (True, False) == (" readonly" in page, 'value="bewaren"' in page)


def test_proposals_are_long_work_and_are_kept_from_its_page(ask: Ask, workspace_root: Path) -> None:
    client = ask(ADVISOR)
    answer = client.post(PAGE, data=sent(client, PAGE, doen="voorstellen"), follow_redirects=False)
    where = answer.headers["Location"]
    client.get(where)  # somebody looks before it is ready
    ready = until_ready(client, where)
    there = (workspace_root / FILE).exists()
    kept = client.post(PAGE, data=sent(client, where, doen="bewaren"), follow_redirects=False)

    assert (303, "/werk", "Er is nog niets bewaard.", False, 303, True) == (
        answer.status_code,
        where.rpartition("/")[0],
        "Er is nog niets bewaard." if "Er is nog niets bewaard." in ready else ready,
        there,
        kept.status_code,
        "@voorstel" in (workspace_root / FILE).read_text(),
    )


def until_ready(client: TestClient, where: str) -> str:
    """The page of some work once it is no longer busy."""
    tasks: Tasks = client.app.state.tasks  # type: ignore[attr-defined] # the application of the desk
    tasks.known[where.rpartition("/")[2]].coming.result()
    return read(client.get(where))


def test_who_does_not_prepare_versions_reads_the_scenarios(ask: Ask) -> None:
    client = ask(CASEWORKER)

    assert (True, 403) == (" readonly" in client.get(PAGE).text, client.post(PAGE, data={}).status_code)


def test_what_comes_next_is_told_while_somebody_types(ask: Ask) -> None:
    client = ask(ADVISOR)
    rules = client.post(f"{KADE}/tekst/aanvullen", data={"voor": "afspraken:\n  leden"}).json()
    scenario = client.post(f"{PAGE}/aanvullen", data={"voor": "    Dan ontbreekt er"}).json()

    assert {"text": "ledenmaximum: ", "sort": "punt", "meaning": "het hoogste aantal leden"} == rules[
        "options"
    ][0]
    assert "ontbreekt er niets" == scenario["options"][0]["text"]
