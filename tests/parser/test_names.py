"""What can be a name, and what is suggested where something cannot."""

from __future__ import annotations

import pytest

from soco_rules.parser.names import suggested_name


@pytest.mark.parametrize(
    ("written", "suggested"),
    [
        ("Aantal leden", "aantal_leden"),
        ("coöperatie", "cooperatie"),
        ("leden (oud)", "leden_oud"),
        ("2e_periode", "e_periode"),
        ("Leden__x", "leden__x"),
        ("€ %", ""),
    ],
)
def test_the_suggested_name_keeps_what_can_be_in_a_name(written: str, suggested: str) -> None:
    assert suggested == suggested_name(written)
