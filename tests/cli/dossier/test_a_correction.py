"""A late fact as a caseworker meets it: what is reopened, what it comes to, and taking it again."""

from __future__ import annotations

from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from tests.cli.dossier.test_a_member import Say
from tests.cli.dossier.test_a_member import say

__all__ = ["say"]

SLUIS = "havendorp/de-sluis"
CASE = """
oordelen:
  akkoord: {waarde: ja, door: J. Vos, datum: 2026-01-28, reden: de opgave klopt}
"""


def three_months(say: Say) -> None:
    """A member with an overview of three months."""
    Path("akkoord.yaml").write_text(CASE, encoding="utf-8")
    commands = [
        f"nieuw {SLUIS} --persoon persoon-1.yaml",
        f"oordeel {SLUIS} 1 --zaak akkoord.yaml --geldig-vanaf 2026-01-01",
    ]
    for month, turnover in (("2026-01", "100.00"), ("2026-02", "200.00"), ("2026-03", "300.00")):
        commands.append(f"feit {SLUIS} 1 omzet={turnover} --maand {month} --bron opgave")
    for answer in map(say, commands):
        assert answer.endswith("[0]\n"), answer
    for month, proposal in (("2026-01", 7), ("2026-02", 9), ("2026-03", 11)):
        taken(say, "overzicht", month, proposal)


def taken(say: Say, besluit: str, month: str, proposal: int) -> None:
    """Propose and adopt."""
    for command in (
        f"besluit {SLUIS} 1 {besluit} --maand {month} --besluitdatum {month}-28",
        f"vaststellen {SLUIS} 1 {proposal} --als 'J. Vos' --functie voorzitter --datum {month}-28 --eerder-omdat Notulen --toelichting Akkoord",
    ):
        answer = say(command)
        assert answer.endswith("[0]\n"), answer


def test_a_late_fact_from_report_to_the_last_month(say: Say, snapshot: SnapshotAssertion) -> None:
    three_months(say)
    told = [
        say(f"heropen {SLUIS}"),
        say(f"feit {SLUIS} 1 omzet=250.00 --maand 2026-02 --bron opgave"),
        say(f"heropen {SLUIS} --alleen-tonen"),
        say(f"heropen {SLUIS} --json"),
        say(f"besluit {SLUIS} 1 overzicht --maand 2026-02 --besluitdatum 2026-04-02"),
        say(f"heropen {SLUIS} --dossier 7"),
    ]
    assert snapshot == "\n".join(told)
