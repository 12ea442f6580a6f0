"""A month that is not over is settled only for a reason, which is kept."""

from __future__ import annotations

import pytest

from soco_rules.model.dossier import Intake
from soco_rules.model.values import parse_date
from soco_rules.settling.settle import RefusedError
from soco_rules.settling.settle import Settlement
from tests.settling.village import opened
from tests.settling.village import settled

FILE = "lidnummer;maand;omzet;opname;uren;ziek\nL1;2026-10;100;10;20;nee\n"


def told(done: Settlement) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in done.findings if each.code == "maand-loopt"]


@pytest.mark.parametrize(
    ("today", "early", "message"),
    [
        ("2026-10-01", "", "De maand oktober 2026 loopt nog, tot en met 31 oktober 2026."),
        ("2026-10-30", "", "De maand oktober 2026 loopt nog, tot en met 31 oktober 2026."),
        ("2026-09-30", "", "De maand oktober 2026 is nog niet begonnen."),
        ("2026-09-30", "het lid verhuist", "De maand oktober 2026 is nog niet begonnen."),
    ],
)
def test_a_month_that_is_not_over_is_refused(today: str, early: str, message: str) -> None:
    with pytest.raises(RefusedError) as refused:
        settled(opened("Jansen"), FILE, today=parse_date(today), early=early)

    assert [("maand-niet-voorbij", message)] == [(each.code, each.message) for each in refused.value.findings]


def test_for_a_reason_a_running_month_is_settled_with_one_warning_for_all() -> None:
    ledger = opened("Jansen", "Bos")
    file = f"{FILE}L2;2026-10;0;0;0;nee\n"

    done = settled(ledger, file, today=parse_date("2026-10-20"), early="het lid verhuist")

    message = "De maand oktober 2026 is op de dag van het besluit, 20 oktober 2026, nog niet voorbij."
    kept = [entry.content.reason for entry in ledger.book().entries if isinstance(entry.content, Intake)]
    assert ([("maand-loopt", message)], ["het lid verhuist"]) == (told(done), kept)


def test_a_reason_that_was_given_with_a_file_holds_for_the_next_time() -> None:
    ledger = opened("Jansen")
    day = parse_date("2026-10-20")
    settled(ledger, FILE, today=day, early="het lid verhuist")

    assert 1 == len(told(settled(ledger, None, today=day + 1)))


def test_on_its_last_day_a_month_is_over() -> None:
    assert [] == told(settled(opened("Jansen"), FILE, today=parse_date("2026-10-31")))
