"""Which besluit comes first: of which month, along which way, and when there is none to wait for."""

from __future__ import annotations

from functools import cache

import pytest

from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import calculated_for
from soco_rules.dossiers.deciding import desk_for
from soco_rules.facts import Dates
from soco_rules.model.values import parse_date
from tests.dossiers.acts import book
from tests.dossiers.shipped import DELFT
from tests.dossiers.shipped import workspace

MARCH = Dates(parse_date("2026-03-01"), parse_date("2026-10-20"))
OPENED = "1 geopend\n1 feit uitkering = pw"
SETTLED = f"{OPENED}\n1 besluit verrekening 2026-03: bijstand = 1101.50"
APRIL = f"{OPENED}\n1 besluit verrekening 2026-04: bijstand = 1101.50"
CORRECTED = f"{SETTLED}\n1 besluit herziening 2026-03 in plaats van 3: bijstand = 1001.50"
RECLAIM, CORRECT = "'Terugvordering van te veel betaalde bijstand'", "'Correctie van een eerdere maand'"
SETTLE = "'Inkomsten en bijstand over een maand'"
COMMAND = "soco dossier besluit delft/scope 1"


@cache
def _desk(besluit: str) -> Desk:
    found, findings = desk_for(workspace(), DELFT, besluit, MARCH)
    assert found, findings
    return found


def _told(text: str, besluit: str) -> list[tuple[str, str]]:
    """What must be done first, and how."""
    _, findings = calculated_for(_desk(besluit), book(text, DELFT), 1)
    return [(found.message, found.remedy) for found in findings if found.code == "eerst-ander-besluit"]


@pytest.mark.parametrize(
    ("acts", "besluit", "message", "remedy"),
    [
        (
            OPENED,
            "herziening",
            f"{CORRECT} over maart 2026 kan pas na {SETTLE} over maart 2026.",
            f"neem eerst {SETTLE} over maart 2026 ({COMMAND} verrekening --maand 2026-03)",
        ),
        (
            APRIL,
            "terugvordering",
            f"{RECLAIM} over maart 2026 kan pas na {SETTLE} en daarna {CORRECT} over maart 2026.",
            f"neem eerst {SETTLE} over maart 2026 ({COMMAND} verrekening --maand 2026-03)",
        ),
        (
            SETTLED,
            "terugvordering",
            f"{RECLAIM} over maart 2026 kan pas na {CORRECT} over maart 2026.",
            f"neem eerst {CORRECT} over maart 2026 ({COMMAND} herziening --maand 2026-03)",
        ),
        (
            f"{SETTLED}\n1 voorstel herziening 2026-03",
            "terugvordering",
            (
                f"{RECLAIM} over maart 2026 kan pas na {CORRECT} over maart 2026. "
                f"Voorstel 4 voor {CORRECT} wacht op vaststelling."
            ),
            "stel dat eerst vast (soco dossier vaststellen delft/scope 1 4 --functie FUNCTIE)",
        ),
        (
            f"{CORRECTED}; correctie = geen_correctie; te_veel_vastgesteld = niet van toepassing",
            "terugvordering",
            (
                f"{RECLAIM} over maart 2026 rust op {CORRECT}. Dat besluit is genomen (handeling 4), "
                "en geeft hier geen aanleiding toe."
            ),
            "kijk dat besluit na; klopt het niet meer, neem het dan eerst opnieuw",
        ),
    ],
)
def test_what_stands_on_another_besluit_says_which_of_which_month(
    acts: str, besluit: str, message: str, remedy: str
) -> None:
    assert [(message, remedy)] == _told(acts, besluit)


@pytest.mark.parametrize(
    ("acts", "besluit"),
    [
        (f"{CORRECTED}; te_veel_vastgesteld = 100.00", "terugvordering"),
        (OPENED, "opschorting"),
        (OPENED, "verlenging_ontheffing"),
        ("1 geopend\n1 feit uitkering = ioaw", "terugvordering"),
        (f"{OPENED}\n1 feit te_veel_volgens_herziening 2026-03 = niet van toepassing", "terugvordering"),
    ],
    ids=[
        "er is alles",
        "staat op zichzelf",
        "heeft ook dan een uitkomst",
        "geldt niet",
        "met de hand gezegd",
    ],
)
def test_what_waits_for_nothing_says_nothing(acts: str, besluit: str) -> None:
    assert [] == _told(acts, besluit)
