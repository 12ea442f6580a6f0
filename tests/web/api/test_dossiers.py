"""What a machine reads and writes in dossiers: as the desk, under the name of who sends it, and never unseen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient
from syrupy.assertion import SnapshotAssertion

from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.web.app import application
from soco_rules.web.people import DeskRole
from soco_rules.web.people import Person
from soco_rules.web.settings import Settings
from tests.web.api.conftest import TOKENS
from tests.web.api.conftest import Machine
from tests.web.api.conftest import identify
from tests.web.persons import ROOT
from tests.web.town import KADE
from tests.web.town import KEYS

BOOK = "/v1/dossiers/havendorp/de-kade"
FIRST = f"{BOOK}/1"
SECOND = f"{BOOK}/2"
FACTS: dict[str, Any] = {
    "zaak": {"feiten": {"woont_hier": "nee"}},
    "bron": "gesprek",
    "geldig_vanaf": "2026-11-01",
}
JUDGEMENTS: dict[str, Any] = {"oordelen": [{"naam": "past", "waarde": "nee", "reden": "het plan past niet"}]}
ADOPTION = {
    "functie": "teamleider",
    "toelichting": "Het plan past bij uw weg naar werk.",
    "zienswijze": {"wijze": "gehoord", "datum": "2026-11-01", "toelichting": "Mevrouw wil graag beginnen."},
}


def _tag(desk: TestClient, path: str) -> str:
    tag: str = desk.get(path).headers["ETag"]
    return tag


def _sent(desk: TestClient, path: str, what: str, body: dict[str, Any]) -> httpx2.Response:
    """What comes of sending something to a dossier as it is now."""
    answer: httpx2.Response = desk.post(f"{path}/{what}", json=body, headers={"If-Match": _tag(desk, path)})
    return answer


def _acts(desk: TestClient, path: str) -> list[tuple[int, str, str]]:
    """What was done in a dossier, without who looked."""
    return [
        (act["nummer"], act["handeling"], act["door"])
        for act in desk.get(path).json()["handelingen"]
        if act["handeling"] != "inzage"
    ]


def test_the_list_tells_who_there_are(in_havendorp: Machine, snapshot: SnapshotAssertion) -> None:
    assert snapshot == in_havendorp("jurist").get(BOOK).json()


def test_the_work_list_has_the_months_that_are_over_and_not_settled(in_havendorp: Machine) -> None:
    desk = in_havendorp("klantmanager")
    file = {
        "bestand": ("oktober.csv", "lidnummer;maand;omzet\nS-1;2026-10;1\nS-2;2026-10;0\nS-3;2026-10;5\n")
    }
    path = "/maanden/havendorp/de-sluis/2026-10"
    began = desk.post(path, files=file, headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=False)
    desk.app.state.tasks.known[began.headers["Location"].rpartition("/")[2]].coming.result()  # type: ignore[attr-defined]

    assert {
        "dagen": [],
        "eerste_maand": "2026-10",
        "maanden": [
            {
                "maand": "2026-10",
                "hoe": "0 van 3 leden verrekend; nog 3 waarbij nog iets nodig is",
                "open": [{"dossier": number, "staat": "waarbij nog iets nodig is"} for number in (1, 2, 3)],
                "bij_anderen": 0,
                "verrekend": 0,
                "bestanden": ["oktober.csv"],
                "heeft_regels": True,
                "uiterlijk": None,
            }
        ],
    } == desk.get("/v1/werklijsten/havendorp/de-sluis").json()


def test_a_dossier_tells_its_acts(in_havendorp: Machine, snapshot: SnapshotAssertion) -> None:
    told = in_havendorp("klantmanager").get(SECOND).json()

    assert snapshot == told | {"handelingen": [act | {"op": ""} for act in told["handelingen"]]}


def test_facts_are_recorded_under_the_name_of_who_sends_them(in_havendorp: Machine) -> None:
    desk = in_havendorp("klantmanager")
    answer = _sent(desk, SECOND, "feiten", FACTS)
    number, act, by = _acts(desk, SECOND)[-1]

    assert (201, [number], "feit", "K. Jansen", f'"{number}"') == (
        answer.status_code,
        answer.json()["handelingen"],
        act,
        by,
        answer.headers["ETag"],
    )


def test_a_day_of_a_procedure_before_the_application_is_not_recorded(in_havendorp: Machine) -> None:
    desk = in_havendorp("klantmanager")
    received = {"besluit": "toelating", "zaak": {"procedure": {"ontvangen": "2026-10-05"}}}
    told = _sent(desk, SECOND, "feiten", received)
    before = _acts(desk, SECOND)
    answer = _sent(
        desk,
        SECOND,
        "feiten",
        {"besluit": "toelating", "zaak": {"procedure": {"verdaagd_op": "2026-10-04"}}},
    )

    assert (201, 422, [("procedure-volgorde", "/zaak/procedure/verdaagd_op")], before) == (
        told.status_code,
        answer.status_code,
        [(found["code"], found["verwijzing"]) for found in answer.json()["meldingen"]],
        _acts(desk, SECOND),
    )


def test_a_day_of_a_procedure_is_taken_back_and_none_that_still_has_to_come_is_recorded(
    in_havendorp: Machine,
) -> None:
    desk = in_havendorp("klantmanager")

    def told(procedure: dict[str, str], **more: object) -> httpx2.Response:
        return _sent(
            desk, SECOND, "feiten", {"besluit": "toelating", "zaak": {"procedure": procedure}, **more}
        )

    answers = [
        told({"ontvangen": "2026-10-05"}),
        told({"verdaagd_op": "2026-11-03"}),
        told({}, teruggenomen=["verdaagd_op"]),
        told({}, teruggenomen=["ontvangen"]),
    ]

    assert [(201, []), (422, ["dag-komt-nog"]), (422, ["procedure-terugnemen"]), (201, [])] == [
        (answer.status_code, [found["code"] for found in answer.json()["meldingen"]]) for answer in answers
    ]


def test_judgements_are_of_who_sends_them(in_havendorp: Machine) -> None:
    desk = in_havendorp("klantmanager")
    answer = _sent(desk, SECOND, "oordelen", JUDGEMENTS)
    said = next(
        act["inhoud"]
        for act in desk.get(SECOND).json()["handelingen"]
        if [act["nummer"]] == answer.json()["handelingen"]
    )

    assert (201, "K. Jansen", "2026-11-02", "het plan past niet") == (
        answer.status_code,
        said["door"],
        said["datum"],
        said["reden"],
    )


def test_a_proposal_is_kept_and_adopted_by_another(in_havendorp: Machine) -> None:
    proposed = _sent(in_havendorp("klantmanager"), SECOND, "voorstellen", {"besluit": "toelating"}).json()
    desk = in_havendorp("jurist")
    answer = _sent(desk, SECOND, "vaststellingen", ADOPTION | {"voorstel": proposed["voorstel"]})

    assert (201, True, "vaststelling", "J. de Groot", "met_toestemming") == (
        answer.status_code,
        answer.json()["vastgesteld"],
        *_acts(desk, SECOND)[-1][1:],
        desk.get(SECOND).json()["stand"],
    )


def test_that_a_decision_was_really_sent_is_recorded_with_its_day(in_havendorp: Machine) -> None:
    proposed = _sent(in_havendorp("klantmanager"), SECOND, "voorstellen", {"besluit": "toelating"}).json()
    desk = in_havendorp("jurist")
    adopted = _sent(desk, SECOND, "vaststellingen", ADOPTION | {"voorstel": proposed["voorstel"]}).json()
    body = {"vaststelling": adopted["handeling"], "verzonden_op": "2026-11-02"}

    nothing = _sent(desk, SECOND, "bekendmakingen", body)
    tomorrow = _sent(
        desk, SECOND, "bekendmakingen", body | {"verzonden_op": "2026-11-03", "eigen_brief": "Z-1"}
    )
    done = _sent(desk, SECOND, "bekendmakingen", body | {"eigen_brief": "Z-1"})

    assert (None, [409, 409, 201], "bekendmaking") == (
        adopted["brief"],
        [each.status_code for each in (nothing, tomorrow, done)],
        _acts(desk, SECOND)[-1][1],
    )
    assert ["bekendmaking"] == [each["code"] for each in nothing.json()["meldingen"]]


def test_an_own_letter_is_named_at_adopting(in_havendorp: Machine) -> None:
    proposed = _sent(in_havendorp("klantmanager"), SECOND, "voorstellen", {"besluit": "toelating"}).json()
    desk = in_havendorp("jurist")
    said = ADOPTION | {"voorstel": proposed["voorstel"], "eigen_brief": "Z-1"}

    adopted = _sent(desk, SECOND, "vaststellingen", said).json()

    acts = desk.get(SECOND).json()["handelingen"]
    assert ["Z-1"] == [
        act["inhoud"]["vaststelling"]["eigen_brief"] for act in acts if act["nummer"] == adopted["handeling"]
    ]


def test_a_proposal_without_a_certain_outcome_is_not_kept(in_havendorp: Machine) -> None:
    desk = in_havendorp("klantmanager")
    _sent(desk, SECOND, "feiten", FACTS | {"bron": "intake 2"})
    before = _acts(desk, SECOND)

    told = _sent(desk, SECOND, "voorstellen", {"besluit": "toelating"}).json()

    assert (None, "gegevens_strijdig", before) == (
        told["voorstel"],
        told["besluit"]["status"],
        _acts(desk, SECOND),
    )


def test_who_proposes_does_not_adopt(in_havendorp: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even with both roles."""
    monkeypatch.setitem(TOKENS, "beide", Person("B. Beide", frozenset({DeskRole.CASEWORKER, DeskRole.LEGAL})))
    desk = in_havendorp("beide")
    proposal = _sent(desk, SECOND, "voorstellen", {"besluit": "toelating"}).json()["voorstel"]

    answer = _sent(desk, SECOND, "vaststellingen", ADOPTION | {"voorstel": proposal})

    assert (403, "Wie een voorstel doet, stelt het niet vast. Dat doet een ander.") == (
        answer.status_code,
        answer.json()["detail"],
    )


def test_who_recorded_what_a_proposal_rests_on_does_not_adopt_it(
    in_havendorp: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sends the proposal: with a judgement of one's own the outcome would be one's own too."""
    both = Person("B. Beide", frozenset({DeskRole.CASEWORKER, DeskRole.LEGAL}), "teamleider")
    monkeypatch.setitem(TOKENS, "beide", both)
    judged = {"oordelen": [{"naam": "past", "waarde": "ja", "reden": "gesprek"}]}
    _sent(in_havendorp("beide"), SECOND, "oordelen", judged)
    proposed = _sent(in_havendorp("klantmanager"), SECOND, "voorstellen", {"besluit": "toelating"}).json()

    answer = _sent(
        in_havendorp("beide"), SECOND, "vaststellingen", ADOPTION | {"voorstel": proposed["voorstel"]}
    )

    assert (409, ["eigen-voorstel"]) == (
        answer.status_code,
        [found["code"] for found in answer.json()["meldingen"]],
    )


def test_who_proposes_does_not_adopt_under_another_spelling(
    in_havendorp: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The register of names takes both for one person."""
    for token, name in (("beide", "B. Beide"), ("weer", "b beide")):
        monkeypatch.setitem(TOKENS, token, Person(name, frozenset({DeskRole.CASEWORKER, DeskRole.LEGAL})))
    proposed = _sent(in_havendorp("beide"), SECOND, "voorstellen", {"besluit": "toelating"}).json()

    answer = _sent(
        in_havendorp("weer"), SECOND, "vaststellingen", ADOPTION | {"voorstel": proposed["voorstel"]}
    )

    assert 403 == answer.status_code


@pytest.mark.parametrize(
    ("token", "what"),
    [
        ("jurist", "feiten"),
        ("jurist", "oordelen"),
        ("jurist", "voorstellen"),
        ("klantmanager", "vaststellingen"),
    ],
)
def test_everybody_writes_only_what_the_role_is_for(token: str, what: str, in_havendorp: Machine) -> None:
    assert 403 == _sent(in_havendorp(token), FIRST, what, {}).status_code


@pytest.mark.parametrize("what", ["feiten", "oordelen", "voorstellen"])
def test_nothing_is_written_on_what_has_moved_on(what: str, in_havendorp: Machine) -> None:
    desk = in_havendorp("klantmanager")
    seen = _tag(desk, SECOND)
    _sent(desk, SECOND, "feiten", FACTS)
    before = _acts(desk, SECOND)
    body: dict[str, Any] = {"feiten": FACTS, "oordelen": JUDGEMENTS, "voorstellen": {"besluit": "toelating"}}[
        what
    ]

    answer = desk.post(f"{SECOND}/{what}", json=body, headers={"If-Match": seen})

    assert (412, before) == (answer.status_code, _acts(desk, SECOND))


def test_sending_the_same_again_writes_it_once(in_havendorp: Machine) -> None:
    """A machine that got no answer may send again: what was written then, is not written twice."""
    desk = in_havendorp("klantmanager")
    based_on = {"If-Match": _tag(desk, SECOND)}

    answers = [desk.post(f"{SECOND}/feiten", json=FACTS, headers=based_on).status_code for _ in range(3)]

    assert [201, 412, 412] == answers


def test_of_many_at_once_one_writes(in_havendorp: Machine) -> None:
    desk = in_havendorp("klantmanager")
    based_on = {"If-Match": _tag(desk, SECOND)}
    before = len(_acts(desk, SECOND))

    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(lambda _: desk.post(f"{SECOND}/feiten", json=FACTS, headers=based_on), range(8))
        statuses = sorted(answer.status_code for answer in answers)

    assert ([201] + [412] * 7, before + 1) == (statuses, len(_acts(desk, SECOND)))


def test_writing_asks_what_it_is_based_on(in_havendorp: Machine) -> None:
    answer = in_havendorp("klantmanager").post(f"{SECOND}/feiten", json=FACTS)

    assert (428, "Er staat niet bij waarop dit rust") == (answer.status_code, answer.json()["title"])


WRONG: dict[str, tuple[str, dict[str, Any], int]] = {
    "an unknown fact": ("feiten", {"zaak": {"feiten": {"woonthier": "ja"}}, "bron": "intake"}, 422),
    "a fact without a source": ("feiten", {"zaak": {"feiten": {"woont_hier": "ja"}}}, 422),
    "judgements among the facts": (
        "feiten",
        {"zaak": {"oordelen": {"past": {"waarde": "ja", "door": "Iemand"}}}},
        422,
    ),
    "no facts": ("feiten", {"zaak": {}}, 422),
    "an unknown judgement": ("oordelen", {"oordelen": [{"naam": "pas", "waarde": "ja", "reden": "zo"}]}, 422),
    "a fact as a judgement": (
        "oordelen",
        {"oordelen": [{"naam": "woont_hier", "waarde": "ja", "reden": "zo"}]},
        422,
    ),
    "two judgements on one thing": ("oordelen", {"oordelen": JUDGEMENTS["oordelen"] * 2}, 422),
    "no reason": ("oordelen", {"oordelen": [{"naam": "past", "waarde": "ja", "reden": ""}]}, 400),
    "an unknown decision": ("voorstellen", {"besluit": "toelatin"}, 422),
    "what does not fit the stand": ("voorstellen", {"besluit": "einde"}, 409),
    "a month for what is not monthly": ("voorstellen", {"besluit": "toelating", "maand": "2026-10"}, 422),
}


@pytest.mark.parametrize(("what", "body", "status"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_written_writes_nothing(
    what: str, body: dict[str, Any], status: int, in_havendorp: Machine
) -> None:
    desk = in_havendorp("klantmanager")
    before = _acts(desk, SECOND)
    answer = _sent(desk, SECOND, what, body)

    assert (status, True, before) == (
        answer.status_code,
        bool(answer.json()["meldingen"]),
        _acts(desk, SECOND),
    )


def test_a_proposal_that_does_not_exist_is_not_adopted(in_havendorp: Machine) -> None:
    answer = _sent(in_havendorp("jurist"), FIRST, "vaststellingen", ADOPTION | {"voorstel": 999})

    assert (409, True) == (answer.status_code, bool(answer.json()["meldingen"]))


def test_an_adoption_without_a_mandate_is_refused(
    in_havendorp: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TOKENS, "stagiair", Person("S. Stage", frozenset({DeskRole.LEGAL}), "stagiair"))
    desk = in_havendorp("stagiair")
    proposal = desk.get(BOOK).json()["dossiers"][0]["voorstellen"][0]

    answer = _sent(desk, FIRST, "vaststellingen", ADOPTION | {"voorstel": proposal, "functie": "stagiair"})

    assert (409, ["mandaat-ontbreekt"]) == (
        answer.status_code,
        [found["code"] for found in answer.json()["meldingen"]],
    )


def test_an_adoption_in_a_function_of_somebody_else_is_refused(in_havendorp: Machine) -> None:
    desk = in_havendorp("jurist")
    proposal = desk.get(BOOK).json()["dossiers"][0]["voorstellen"][0]

    answer = _sent(desk, FIRST, "vaststellingen", ADOPTION | {"voorstel": proposal, "functie": "stagiair"})

    assert (403, True) == (answer.status_code, bool(answer.json()["detail"]))


def test_a_dossier_that_does_not_exist_is_not_there(in_havendorp: Machine) -> None:
    desk = in_havendorp("klantmanager")

    assert [404, 404, 404, 404] == [
        desk.get(f"{BOOK}/99").status_code,
        desk.get(f"{BOOK}/0").status_code,
        desk.get("/v1/dossiers/havendorp/weg/1").status_code,
        desk.post(f"{BOOK}/99/feiten", json=FACTS, headers={"If-Match": '"1"'}).status_code,
    ]


def test_what_was_adopted_is_reopened_by_other_facts(in_havendorp: Machine) -> None:
    caseworker = in_havendorp("klantmanager")
    proposal = _sent(caseworker, SECOND, "voorstellen", {"besluit": "toelating"}).json()["voorstel"]
    _sent(in_havendorp("jurist"), SECOND, "vaststellingen", ADOPTION | {"voorstel": proposal})
    late = FACTS | {"bron": "intake", "geldig_vanaf": "2026-10-01"}

    told = _sent(in_havendorp("klantmanager"), SECOND, "feiten", late).json()

    assert (1, True) == (len(told["heropend"]), told["heropend"][0] > told["handelingen"][-1])


def test_a_dossier_on_the_desk_of_another_is_closed(in_havendorp: Machine, town_settings: Settings) -> None:
    store = open_store(str(town_settings.dossiers), KEYS)
    with writing(store, KADE, "K. Jansen") as ledger:
        ledger.append((Draft(Assigned(to="P. Ander"), 2),))
    desk = in_havendorp("klantmanager")

    answers = (desk.get(SECOND), desk.post(f"{SECOND}/feiten", json=FACTS, headers={"If-Match": '"14"'}))

    assert [(403, "Dossier 2 ligt bij P. Ander. Vraag het aan P. Ander.")] * 2 == [
        (each.status_code, each.json()["detail"]) for each in answers
    ]
    assert [1, 3] == [each["dossier"] for each in desk.get(BOOK).json()["dossiers"]]


def test_who_reads_is_recorded_and_does_not_stand_in_the_way(in_havendorp: Machine) -> None:
    caseworker = in_havendorp("klantmanager")
    seen = _tag(caseworker, FIRST)
    in_havendorp("jurist").get(FIRST)
    desk = in_havendorp("klantmanager")
    looked = [act["door"] for act in desk.get(FIRST).json()["handelingen"] if act["handeling"] == "inzage"]

    assert (["K. Jansen", "J. de Groot"], seen) == (looked, _tag(desk, FIRST))


def test_a_proposal_says_which_besluit_must_be_taken_first(settings: Settings) -> None:
    shipped = Settings(ROOT, settings.dossiers, settings.keys, settings.today)
    assert settings.dossiers is not None
    assert settings.keys is not None
    with writing(open_store(settings.dossiers, settings.keys), "delft/scope", "K. Jansen") as ledger:
        ledger.append((Draft(Opened(), ledger.open_dossier()),))
    headers = {"Authorization": "Bearer klantmanager"}
    with TestClient(application(shipped, identify), "http://127.0.0.1", headers=headers) as desk:
        asked = {"besluit": "herziening", "maand": "2026-03"}
        answer = _sent(desk, "/v1/dossiers/delft/scope/1", "voorstellen", asked)

    assert (200, None, {"besluit": "verrekening", "maand": "2026-03", "genomen": None, "voorstel": None}) == (
        answer.status_code,
        answer.json()["voorstel"],
        answer.json()["eerst"],
    )
