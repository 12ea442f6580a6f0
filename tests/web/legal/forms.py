"""What is filled in at the lawyer's desk."""

from __future__ import annotations

import httpx2
from fastapi.testclient import TestClient

from tests.web.reading import hidden_in

SIGNED = {
    "datum": "2026-10-22",
    "eerder_dan_het_voorstel": "Het college besloot dit op 22 oktober 2026, volgens de besluitenlijst.",
    "verzonden_op": "2026-10-23",
    "zienswijze": "niet_verplicht",
    "toelichting": "Naaiwerk past bij uw plan.",
}
"""What suits the admission of Waterstede."""
HEARD = {
    "datum": "2026-11-02",
    "verzonden_op": "2026-11-02",
    "zienswijze": "gehoord",
    "zienswijze_datum": "2026-10-28",
    "zienswijze_toelichting": "De kandidaat is het er niet mee eens.",
    "toelichting": "Het werk is te druk.",
}
"""What suits the refusal of De Kade."""


def confirmed(desk: TestClient, path: str, form: dict[str, str]) -> httpx2.Response:
    """Fill in, read the letter, and sign."""
    shown = desk.post(path, data={**form, "stap": "bekijk"}, follow_redirects=True)
    assert 200 == shown.status_code, shown.text
    return desk.post(path, data={**hidden_in(shown), "stap": "vaststellen"})
