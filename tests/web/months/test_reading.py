"""A file of a month is read the same way whether it is small or large; a large one in a process of its own."""

from __future__ import annotations

import io
import zipfile

import pytest

from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import read_book
from soco_rules.facts import first_of_month
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from soco_rules.settling.looking import Sent
from soco_rules.settling.looking import basis_of
from soco_rules.settling.looking import look_over
from soco_rules.web.months.reading import SMALL
from soco_rules.web.months.reading import is_small
from soco_rules.web.months.reading import reading
from soco_rules.web.months.shown import monthly_in
from soco_rules.web.settings import Settings
from soco_rules.web.tasks import EndedError
from soco_rules.web.tasks import Run
from soco_rules.web.tasks import State
from tests.web.persons import ROOT
from tests.web.town import SLUIS

MONTH = first_of_month(parse_date("2026-10-01"))
HEAD = "lidnummer;maand;omzet;Bijzonderheden\n"
WRONG = "S-1;2026-10;honderd;-\nS-9;2026-10;0,00;-\n"
MANY = HEAD + WRONG * 600


def workbook(size: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "0" * size)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"x" * SMALL, True),
        (b"x" * (SMALL + 1), False),
        (workbook(10 * SMALL), True),
        (workbook(10 * SMALL + 1), False),
    ],
    ids=["text", "more text", "workbook", "a workbook that is small only while it is packed"],
)
def test_what_counts_is_how_much_there_is_to_read(content: bytes, expected: bool) -> None:
    assert expected is is_small(content)


def test_a_large_file_is_read_beside_and_says_the_same(town_settings: Settings, built_store: Store) -> None:
    workspace, _ = load_workspace(town_settings.root, ROOT)
    asked = monthly_in(workspace, SLUIS, MONTH)
    assert asked is not None
    basis = basis_of(read_book(built_store, SLUIS), asked, MONTH)
    sent = Sent(
        "groot.csv", MANY.encode(), (("Bijzonderheden", "overslaan"), ("Elders", "omzet")), only_there=True
    )
    run = Run()

    beside = reading(run, town_settings.root, SLUIS, small=0)(asked, MONTH, basis, sent)

    rows = len(MANY.splitlines()) - 1
    assert (look_over(asked, MONTH, basis, sent), "de rijen van het bestand", rows) == (
        beside,
        run.progress and run.progress.doing,
        run.progress and run.progress.total,
    )


def test_reading_can_be_stopped(town_settings: Settings, built_store: Store) -> None:
    workspace, _ = load_workspace(town_settings.root, ROOT)
    asked = monthly_in(workspace, SLUIS, MONTH)
    assert asked is not None
    basis = basis_of(read_book(built_store, SLUIS), asked, MONTH)

    with pytest.raises(EndedError) as ended:
        reading(Run(is_stopped=True), town_settings.root, SLUIS)(
            asked, MONTH, basis, Sent("groot.csv", MANY.encode())
        )

    assert State.STOPPED == ended.value.state
