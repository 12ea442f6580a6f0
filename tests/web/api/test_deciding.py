"""What the API decides, asks and explains on a case is what the commands do, and nothing of it is kept."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.main import soco
from soco_rules.web.api.examples import A_CASE
from soco_rules.web.settings import Settings
from tests.web.api.conftest import GOOD
from tests.web.api.conftest import Machine
from tests.web.persons import ROOT

JSON = {"Content-Type": "application/json"}
CASE: dict[str, Any] = dict(A_CASE)
MONTHLY = {
    "kenmerk": "delft/scope",
    "besluit": "verrekening",
    "maand": "2026-10",
    "besluitdatum": "2026-11-02",
    "zaak": {"feiten": {"leefvorm": "alleenstaande"}},
}


def _command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, *words: str) -> tuple[str, str]:
    """What a command prints about a case: its output, and its findings."""
    monkeypatch.chdir(ROOT)
    path = tmp_path / "zaak.json"
    path.write_text(case, "utf-8")
    ran = CliRunner().invoke(soco, [*words, "--zaak", str(path)])
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    return ran.stdout, ran.stderr.replace(str(path), "verzoek")


def _with(changes: dict[str, Any], removed: tuple[str, ...] = ()) -> dict[str, Any]:
    case = copy.deepcopy(CASE)
    case["zaak"]["feiten"] = {k: v for k, v in case["zaak"]["feiten"].items() if k not in removed} | changes
    return case


CASES = {
    "known": CASE,
    "a fact is missing": _with({}, ("uitkering",)),
    "contradictory": _with({"uitkering": [{"waarde": "pw", "bron": "a"}, {"waarde": "uwv", "bron": "b"}]}),
    "a month": MONTHLY,
    "before it began": CASE | {"peildatum": "2001-01-01"},
    "an amount as a number": _with({"verwachte_uren": 1300}),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_decides_as_the_command(
    case: dict[str, Any], machine: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [
        word
        for key in ("peildatum", "maand", "besluitdatum")
        if key in case
        for word in (f"--{key}", case[key])
    ]
    words = ("besluit", case["kenmerk"], case["besluit"], *days, "--json")

    printed, _ = _command(tmp_path, monkeypatch, json.dumps(case["zaak"]), *words)

    assert json.loads(printed) == machine.post("/v1/besluiten", json=case).json()["besluit"]


def test_it_explains_as_the_command(
    machine: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = ("--peildatum", "2026-10-15", "--besluitdatum", "2026-10-20")
    words = ("besluit", "delft/scope", "toelating", *days, "--wat-als", "verwijzen")

    printed, _ = _command(tmp_path, monkeypatch, json.dumps(CASE["zaak"]), *words)
    told = machine.post("/v1/toelichtingen", json=CASE | {"wat_als": True, "gewenst": "verwijzen"}).json()

    assert printed == f"{told['tekst']}\n{told['wat_als_tekst']}\n"


BAD_CASES = {
    "an unknown fact": '{"feiten": {"woont_in_gemeent": "ja"}}',
    "what is no number": '{"feiten": {"verwachte_uren": "veel", "geboortedatum": "2026-02-30"}}',
    "an unknown key": '{"feitn": {}}',
    "a judgement without a person": '{"oordelen": {"toestemming_gemeente": {"waarde": "ja"}}}',
    "another agreement": '{"overeenkomst": "breda/de-vrije-uitloop"}',
    "a number that is not exact": '{"feiten": {"verwachte_uren": 12.5}}',
    "a day of the procedure that does not exist": '{"procedure": {"ontvangen": "2026-13-01"}}',
    "days of the procedure in another order": '{"procedure": {"ontvangen": "2026-10-05", "verdaagd_op": "2026-10-04"}}',
    "such days beside a wrong fact": '{"feiten": {"uren": "1"}, "procedure": {"aangevuld_op_2": "2026-10-04",\n"aanvullen_gevraagd_op_2": "2026-10-05"}}',
    "a list in the wrong place": '{"brief": {"geadresseerden": [{"adres": "Kade 1"}]}}',
}


@pytest.mark.parametrize("case", BAD_CASES.values(), ids=BAD_CASES)
def test_a_wrong_case_gives_the_findings_of_the_command(
    case: str, machine: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place in the request differs from that in a file only by where the case begins in it."""
    before = '{"kenmerk": "delft/scope", "besluit": "toelating", "peildatum": "2026-10-15",\n"zaak":\n'
    words = ("besluit", "delft/scope", "toelating", "--peildatum", "2026-10-15")

    _, printed = _command(tmp_path, monkeypatch, case, *words)
    answer = machine.post("/v1/besluiten", content=f"{before}{case}}}", headers=JSON)

    assert (422, printed) == (answer.status_code, "".join(map(_as_printed, answer.json()["meldingen"])))


def _as_printed(found: dict[str, Any]) -> str:
    """A finding as a command prints it, of a case that begins on the third line."""
    own = found["bestand"] == "verzoek" and found["regel"] > 2
    head = f"{found['bestand']}:{found['regel'] - (2 if own else 0)}:{found['kolom']}: {found['ernst']}: {found['code']}"
    head = head.replace("verzoek:1:1:", "verzoek:")  # about the case as a whole: a command names no line then
    parts = (("", found["melding"]), ("Waarom: ", found["reden"]), ("Wat te doen: ", found["oplossing"]))
    return "\n".join((head, *(f"  {word}{_sentence(text)}" for word, text in parts), "", ""))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", ":")) else ".")


def test_a_finding_points_into_the_request(machine: TestClient) -> None:
    answer = machine.post("/v1/besluiten", json=_with({"a/b": "ja", "verwachte_uren": "veel"}))

    assert {"/zaak/feiten/verwachte_uren", "/zaak/feiten/a~1b"} == {
        found["verwijzing"] for found in answer.json()["meldingen"]
    }


def test_a_warning_comes_with_the_decision(machine: TestClient) -> None:
    answer = machine.post("/v1/besluiten", json=_with({"omzet": "3.00"}))

    (warning,) = answer.json()["meldingen"]

    assert (200, "gegeven-niet-gebruikt", "/zaak/feiten/omzet") == (
        answer.status_code,
        warning["code"],
        warning["verwijzing"],
    )


def test_tabs_and_signs_in_two_halves_are_json_too(machine: TestClient) -> None:
    content = json.dumps(_with({"uitkering": {"waarde": "pw", "bron": "gesprek 😀"}}), indent="\t")

    (used,) = [
        fact
        for fact in machine.post("/v1/besluiten", content=content, headers=JSON).json()["besluit"]["feiten"]
        if fact["naam"] == "uitkering"
    ]

    assert "gesprek 😀" == used["bron"]


def test_the_questions_lead_to_the_decision(machine: TestClient, snapshot: SnapshotAssertion) -> None:
    """Whoever answers as the case would, ends at the same outcome without the rest being asked."""
    full, asked = CASE["zaak"], []
    case: dict[str, Any] = CASE | {"zaak": {"feiten": {}, "oordelen": {}}}
    while (question := machine.post("/v1/vragen", json=case).json()["vraag"]) is not None:
        name = question["naam"]
        asked.append(f"{question['tekst']} ({question['zo']})")
        kind = "oordelen" if question["oordeel_van"] else "feiten"
        case["zaak"][kind][name] = full[kind].get(name, "nee")

    assert snapshot == asked
    assert "toegewezen_op_proef" == machine.post("/v1/besluiten", json=case).json()["besluit"]["uitkomst"]


def test_a_question_that_was_skipped_does_not_come_back(machine: TestClient) -> None:
    case = CASE | {"zaak": {"feiten": {}}}
    first = machine.post("/v1/vragen", json=case).json()["vraag"]
    skipped = [{"naam": first["naam"], "rol": first["rol"]}]

    assert (
        first["naam"]
        != machine.post("/v1/vragen", json=case | {"overgeslagen": skipped}).json()["vraag"]["naam"]
    )


def test_a_question_tells_the_names_to_answer_with_and_the_words_to_show(machine: TestClient) -> None:
    question = machine.post("/v1/vragen", json=_with({}, ("uitkering",))).json()["vraag"]

    assert ("uitkering", "schrijf een van pw, ioaw, uwv, geen_uitkering", "uitkering van UWV") == (
        question["naam"],
        question["zo"],
        question["waardesoort"]["woorden"]["uwv"],
    )


def test_nothing_left_to_ask_has_no_question(machine: TestClient) -> None:
    told = machine.post("/v1/vragen", json=CASE).json()

    assert (None, 0, True) == (told["vraag"], told["nog_ten_hoogste"], len(told["zeker"]) > 1)


UNUSABLE = {
    "a day and a month": (CASE | {"maand": "2026-10"}, "/maand"),
    "a month for what is not monthly": (
        {key: value for key, value in CASE.items() if key != "peildatum"} | {"maand": "2026-10"},
        "/maand",
    ),
}


@pytest.mark.parametrize(("body", "pointer"), UNUSABLE.values(), ids=UNUSABLE)
@pytest.mark.parametrize("path", ["besluiten", "vragen", "toelichtingen"])
def test_dates_that_do_not_fit_are_told(
    body: dict[str, Any], pointer: str, path: str, machine: TestClient
) -> None:
    answer = machine.post(f"/v1/{path}", json=body)

    assert (422, [pointer]) == (
        answer.status_code,
        [found["verwijzing"] for found in answer.json()["meldingen"]],
    )


@pytest.mark.parametrize(
    ("more", "pointer"),
    [({"gewenst": "afgewezen"}, "/gewenst"), ({"wat_als": True, "gewenst": "misschien"}, "/gewenst")],
)
def test_a_wish_that_cannot_be_is_told(more: dict[str, Any], pointer: str, machine: TestClient) -> None:
    answer = machine.post("/v1/toelichtingen", json=CASE | more)

    assert (422, [pointer]) == (
        answer.status_code,
        [found["verwijzing"] for found in answer.json()["meldingen"]],
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"kenmerk": "delft/skope"}, "onbekende-overeenkomst"), ({"besluit": "toelatin"}, "onbekend-besluit")],
)
def test_an_unknown_name_suggests_the_nearest(
    changes: dict[str, Any], code: str, machine: TestClient
) -> None:
    (found,) = machine.post("/v1/besluiten", json=CASE | changes).json()["meldingen"]

    assert (code, True) == (found["code"], found["oplossing"].startswith("Bedoelde u"))


def test_any_known_person_may_decide_without_a_dossier(machine: TestClient) -> None:
    who = {"Authorization": "Bearer beleid"}

    assert 200 == machine.post("/v1/besluiten", json=CASE, headers=who).status_code


def test_nothing_of_it_is_kept(in_havendorp: Machine, town_settings: Settings) -> None:
    desk = in_havendorp("klantmanager")
    assert town_settings.dossiers is not None
    before = Path(town_settings.dossiers).read_bytes()
    case = {"kenmerk": "havendorp/de-kade", "besluit": "toelating", "zaak": {"feiten": {"woont_hier": "ja"}}}

    statuses = [
        desk.post(f"/v1/{path}", json=case).status_code for path in ("besluiten", "vragen", "toelichtingen")
    ]

    assert ([200] * 3, before) == (statuses, Path(town_settings.dossiers).read_bytes())


def test_every_example_in_the_document_works(document: dict[str, Any], machine: TestClient) -> None:
    bodies = {
        path: methods["post"]["requestBody"]["content"]["application/json"]["example"]
        for path, methods in document["paths"].items()
        if "post" in methods and "{" not in path
    }

    assert dict.fromkeys(bodies, 200) == {
        path: machine.post(f"/v1{path}", json=body, headers=GOOD).status_code for path, body in bodies.items()
    }
