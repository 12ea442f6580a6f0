"""A dossier goes to a colleague: by who has it, or by beheer; nobody takes one over."""

from __future__ import annotations

from dataclasses import replace

from fastapi.testclient import TestClient

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Draft
from soco_rules.web.people import DeskRole
from tests.web.casework.conftest import KADE
from tests.web.persons import CASEWORKER
from tests.web.persons import Ask
from tests.web.reading import read

COLLEAGUE = replace(CASEWORKER, name="P. Visser")
BOTH = replace(CASEWORKER, name="B. Beide", roles=frozenset({DeskRole.CASEWORKER, DeskRole.LEGAL}))
GIVE = {"doe": "geef", "aan": "P. Visser", "reden": "Woont in mijn wijk niet meer."}


def given(client: TestClient, **changes: str) -> str:
    """What the desk says when the first dossier is given to a colleague."""
    return read(client.post(f"{KADE}/1/toewijzing", data=GIVE | changes))


def test_who_gets_a_dossier_finds_it_on_the_work_list_with_why(in_town: Ask) -> None:
    given(in_town(CASEWORKER), zeker="ja")

    listed = read(in_town(COLLEAGUE).get("/werklijst"))
    opened = read(in_town(COLLEAGUE).get(f"{KADE}/1"))

    assert (True, True) == (
        "Nieuw bij u" in listed and "Woont in mijn wijk niet meer." in listed,
        "K. Jansen legde dit dossier op" in opened,
    )


def test_who_gave_it_away_does_not_open_it_any_more(in_town: Ask) -> None:
    told = given(in_town(CASEWORKER), zeker="ja")

    assert (True, 403) == (
        "Dossier 1 ligt bij P. Visser." in told,
        in_town(CASEWORKER).get(f"{KADE}/1").status_code,
    )


def test_it_is_new_until_something_is_done_with_it(in_town: Ask) -> None:
    given(in_town(CASEWORKER), zeker="ja")
    colleague = in_town(COLLEAGUE)
    colleague.post(f"{KADE}/1/toewijzing", data={"doe": "leg_weg"})
    colleague.post(f"{KADE}/1/toewijzing", data={"doe": "neem"})

    assert "Nieuw bij u" not in read(colleague.get("/werklijst"))


def test_a_name_that_nobody_has_is_not_given_to(in_town: Ask, built_store: Store) -> None:
    with writing(built_store, "havendorp/de-kade", COLLEAGUE.name) as ledger:
        number = ledger.open_dossier()
        ledger.append((Draft(Assigned(to="X"), number),))
    answer = in_town(CASEWORKER).post(f"{KADE}/1/toewijzing", data=GIVE | {"aan": "P. Viser", "reden": ""})

    assert (422, True, True, True) == (
        answer.status_code,
        "heeft hier als klantmanager gewerkt. Bedoelde u 'P. Visser'?" in read(answer),
        "De naam klopt" in read(answer),
        "Schrijf op waarom." in read(answer),
    )


def test_who_may_read_it_as_a_lawyer_does_not_take_it_over(in_town: Ask, built_store: Store) -> None:
    with writing(built_store, "havendorp/de-kade", CASEWORKER.name) as ledger:
        ledger.append((Draft(Assigned(to=CASEWORKER.name), 1),))
    lawyer = in_town(BOTH)

    assert (True, False, [403, 403, 403]) == (
        "Dit dossier ligt bij K. Jansen." in read(lawyer.get(f"{KADE}/1")),
        "Leg het weg" in read(lawyer.get(f"{KADE}/1")),
        [
            lawyer.post(
                f"{KADE}/1/toewijzing", data={"aan": "P. Visser", "reden": "x", "zeker": "ja", "doe": doe}
            ).status_code
            for doe in ("neem", "geef", "leg_weg")
        ],
    )
