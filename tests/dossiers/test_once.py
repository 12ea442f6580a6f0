"""A month is decided once, and two corrections before one claim are not told by the last alone."""

from __future__ import annotations

import pytest

from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import unfit
from soco_rules.facts import Dates
from soco_rules.model.values import parse_date
from tests.dossiers.acts import book
from tests.dossiers.shipped import DELFT
from tests.dossiers.shipped import answer
from tests.dossiers.shipped import gathered
from tests.dossiers.shipped import workspace

MARCH = Dates(parse_date("2026-03-01"), parse_date("2026-10-20"))
SETTLED = """
1 geopend
1 feit uitkering = pw
1 besluit verrekening 2026-03: bijstand = 1101.50
"""
FIRST = "1 besluit herziening 2026-03 in plaats van 3: bijstand = 1001.50; te_veel_vastgesteld = 100.00"
PAID = "1 besluit herziening 2026-03 in plaats van 3: bijstand = 1131.50; te_veel_vastgesteld = niet van toepassing"
CLAIM = "1 besluit terugvordering 2026-03: terug_te_vorderen = 100.00"


def second(before: int, much: str = "50.00") -> str:
    """A correction of the correction with this number."""
    return f"1 besluit herziening 2026-03 in plaats van {before}: bijstand = 951.50; te_veel_vastgesteld = {much}"


def acts(*more: str) -> str:
    """A dossier of which March was settled, and what came after it."""
    return "\n".join((SETTLED.strip(), *more))


def why_not(besluit: str, *more: str) -> str | None:
    """Why a besluit about March cannot be taken (again)."""
    desk, findings = desk_for(workspace(), DELFT, besluit, MARCH)
    assert desk, findings
    off = unfit(desk, book(acts(*more), DELFT).dossiers[1])
    return None if off is None else f"{off.message} {off.remedy}"


@pytest.mark.parametrize(
    ("besluit", "more", "why"),
    [
        (
            "verrekening",
            (),
            (
                "Over maart 2026 is al besloten over 'Inkomsten en bijstand over een maand' (handeling 3). neem het "
                "besluit 'Correctie van een eerdere maand' (herziening)"
            ),
        ),
        ("verrekening", ("1 heropend 3 wegens 2",), None),
        ("herziening", (FIRST,), None),
        (
            "terugvordering",
            (FIRST, CLAIM),
            (
                "Over maart 2026 is al besloten over 'Terugvordering van te veel betaalde bijstand' (handeling 5). laat de "
                "maand staan, of heropen het besluit als er iets nieuws bekend is"
            ),
        ),
        ("terugvordering", (FIRST, CLAIM, second(4)), None),
    ],
    ids=["besloten", "heropend", "corrigeert", "teruggevorderd", "daarna weer herzien"],
)
def test_a_besluit_is_taken_again_only_where_something_asks_for_it(
    besluit: str, more: tuple[str, ...], why: str | None
) -> None:
    assert why == why_not(besluit, *more)


@pytest.mark.parametrize(
    ("more", "much"),
    [
        ((FIRST,), "100.00"),
        ((PAID, second(4)), "50.00"),
        ((FIRST, CLAIM, second(4)), "50.00"),
        ((FIRST, second(4)), None),
        ((FIRST, second(4, "niet van toepassing")), None),
        ((FIRST, CLAIM, second(4), second(6, "20.00")), None),
        ((FIRST, CLAIM, "1 heropend 5 wegens 2", second(4)), None),
    ],
    ids=[
        "één herziening",
        "eerst nabetaald",
        "het eerste is teruggevorderd",
        "twee zonder terugvordering",
        "het tweede geeft iets terug",
        "twee na een terugvordering",
        "de terugvordering is heropend",
    ],
)
def test_what_was_too_much_is_unknown_where_more_corrections_tell_it(
    more: tuple[str, ...], much: str | None
) -> None:
    found = gathered(DELFT, "terugvordering", acts(*more))

    assert much == answer(found, "te_veel_volgens_herziening").value


def test_two_corrections_before_one_claim_are_named() -> None:
    _, findings = gathered(DELFT, "terugvordering", acts(FIRST, second(4)))

    assert [
        (
            "meer-correcties",
            (
                "'te_veel_volgens_herziening' is niet af te leiden: over maart 2026 is meer dan eens besloten over 'Correctie van "
                "een eerdere maand' (handelingen 4 en 5) zonder 'Terugvordering van te veel betaalde bijstand' daartussen. "
                "Elk van die besluiten zegt alleen het verschil met het vorige."
            ),
        )
    ] == [(found.code, found.message) for found in findings]


def test_what_the_last_correction_says_in_full_is_taken_from_it() -> None:
    found = gathered(DELFT, "terugvordering", acts(FIRST, second(4)))

    assert "951.50" == answer(found, "bijstand_volgens_herziening").value


def test_what_somebody_added_up_himself_counts() -> None:
    said = "1 feit te_veel_volgens_herziening 2026-03 = 150.00"

    found = gathered(DELFT, "terugvordering", acts(FIRST, second(4), said))

    assert ("150.00", ()) == (answer(found, "te_veel_volgens_herziening").value, found[1])
