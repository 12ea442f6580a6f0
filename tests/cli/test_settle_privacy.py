"""What `soco verreken` says of a wrong file repeats no name, number or amount of a member."""

from __future__ import annotations

import pytest

from tests.cli.test_settle import COLUMN
from tests.cli.test_settle import Town
from tests.cli.test_settle import town

__all__ = ["town"]

HEAD = "Lidnr;Naam;Omzet excl. btw;Opname;Uren;Ziek\n"
SECRETS = ("Zandstra", "elik", "Vries", "Zwartkop", "98765", "98.765", "987654321", "Zwart-9")
"""Members of the book and what the file says, in every form in which they could be repeated."""


@pytest.mark.parametrize(
    "rows",
    [
        "L1;A. Zandstra;98765,432;0;10;nee\n",
        "L1;A. Zandstra;98.765;0;10;nee\n",
        "L1;A. Zandstra;Zwartkop;0;10;misschien Zwartkop\n",
        "Zwart-9;Q. Zwartkop;1,00;0;10;nee\n",
        ";B. elik;1,00;0;10;nee\n",
        "L1;B. Çelik;1,00;0;10;nee\n",
        "L1;A. Zandstra;1,00;0;10;nee;Zwartkop\n",
        "L1;A. Zandstra;1,00;0;10;nee\n;Totaal;98765,00;0;;\n",
        "L1;A. Zandstra;1,00;0;10;nee\nL1;A. Zandstra;1,00;0;10;nee\n",
        "987654321;;98765,00;0;10;nee\n",
    ],
)
def test_no_finding_repeats_personal_data(town: Town, rows: str) -> None:
    (town.root / "oktober.csv").write_text(HEAD + rows, "utf-8")

    code, out, err = town.settle("--invoer", "oktober.csv", *COLUMN)

    assert 1 == code, out
    assert "fout:" in err
    assert [] == [secret for secret in SECRETS if secret in err]
