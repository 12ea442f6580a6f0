"""The register of adopted versions: read in both forms, and one version added to its text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from soco_rules.parser.register import Consent
from soco_rules.parser.register import Recorded
from soco_rules.parser.register import read_register
from soco_rules.parser.register import with_version

DIGEST = "0" * 64
BOARD = Consent("BW 2026/0412: 'De Kade'", "2026-10-20")
WITHOUT = Recorded("f" * 64, "A. de Groot", "beleidsadviseur", "2026-10-22")
NEW = replace(WITHOUT, consent=BOARD)
SHORT = Recorded(DIGEST)


def read(text: str) -> dict[tuple[str, str], Recorded]:
    """The versions of a register without mistakes."""
    recorded, places, findings = read_register(text.encode())
    assert () == findings
    assert recorded.keys() == places.keys()
    return recorded


def added(text: str, reference: str = "stad/soco", version: str = "2026-01-01") -> str:
    """The register with the new version."""
    content = with_version(text.encode(), reference, version, NEW)
    assert content is not None
    return content.decode()


def test_a_version_is_a_hash_or_says_who_adopted_it() -> None:
    text = (
        f"stad/soco:\n  2024-01-01: {DIGEST}\n  2025-01-01: sha256:{DIGEST}\n"
        f'  2026-01-01:\n    sha256: {"f" * 64}\n    door: "A. de Groot"\n    functie: beleidsadviseur\n    datum: 2026-10-22\n'
    )

    assert {
        ("stad/soco", "2024-01-01"): SHORT,
        ("stad/soco", "2025-01-01"): SHORT,
        ("stad/soco", "2026-01-01"): WITHOUT,
    } == read(text)


def test_a_version_without_a_decision_of_the_governing_body_says_nothing_of_it() -> None:
    text = (
        f"stad/soco:\n  2026-01-01:\n    sha256: {DIGEST}\n    bestuursbesluit: BW-1\n"
        f"  2027-01-01:\n    sha256: {DIGEST}\n    bestuursbesluit_datum: 2026-12-01\n"
        f"  2028-01-01:\n    sha256: {DIGEST}\n"
    )

    assert [Consent("BW-1", ""), Consent("", "2026-12-01"), None] == [
        each.consent for each in read(text).values()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# alleen een opmerking\n",
        f"dorp/soco:\n  2024-01-01: {DIGEST}   # van het dorp\n",
        f"dorp/soco:\n  2024-01-01: {DIGEST}",
        f"stad/soco:\n    2024-01-01: {DIGEST}\n\n# hierna het dorp\ndorp/soco:\n  2024-01-01: {DIGEST}\n",
        f"stad/soco: {{2024-01-01: {DIGEST}}}\ndorp/soco:\n  2024-01-01: {DIGEST}\n",
        f"stad/soco:\n  2024-01-01:\n    sha256: {DIGEST}\n    door: iemand\n    functie: iets\n    datum: 2024-01-01\n",
    ],
    ids=["nothing", "comment", "other", "no line end", "before another", "in braces", "long form"],
)
def test_a_version_is_added_and_every_other_line_stays(text: str, snapshot: SnapshotAssertion) -> None:
    new = added(text)

    assert {
        **read(text),
        ("stad/soco", "2026-01-01"): NEW,
    } == read(new)
    assert snapshot == new


def test_windows_line_ends_stay() -> None:
    new = added(f"dorp/soco:\r\n  2024-01-01: {DIGEST}\r\n")

    assert new.count("\n") == new.count("\r\n")


def test_a_byte_order_mark_stays() -> None:
    content = with_version(
        b"\xef\xbb\xbf" + f"dorp/soco:\n  2024-01-01: {DIGEST}\n".encode(), "a/b", "2026-01-01", NEW
    )

    assert content is not None
    assert content.startswith(b"\xef\xbb\xbfdorp/soco:")


@pytest.mark.parametrize(
    "text",
    [
        f"{{dorp/soco: {{2024-01-01: {DIGEST}}}}}\n",
        "stad/soco: nog niets\n",
        f"stad/soco:\n  2024-01-01: {DIGEST}\n  2024-01-01: {DIGEST}\n",
        f"stad/soco:\n  2026-01-01: {DIGEST}\n",
    ],
    ids=["all in braces", "no versions", "twice the same", "already there"],
)
def test_a_register_without_a_place_for_the_version_is_left_alone(text: str) -> None:
    assert with_version(text.encode(), "stad/soco", "2026-01-01", NEW) is None


@given(by=st.text(min_size=1, max_size=40), function=st.text(min_size=1, max_size=40))
def test_whatever_a_name_holds_is_read_back_or_not_written(by: str, function: str) -> None:
    recorded = Recorded("f" * 64, by, function, "2026-10-22")
    before = f"dorp/soco:\n  2024-01-01: {DIGEST}\n"

    written = with_version(before.encode(), "stad/soco", "2026-01-01", recorded)

    assert written is None or read(written.decode())["stad/soco", "2026-01-01"] == recorded


def test_what_is_no_version_is_a_finding() -> None:
    text = f"stad/soco: niets\ndorp/soco:\n  2024-01-01: [a]\n  2025-01-01: {{sha256: {DIGEST}, wie: ik}}\n"

    _, _, findings = read_register(text.encode())

    assert [("verkeerde-vorm", 1), ("verkeerde-vorm", 3), ("verkeerde-vorm", 4)] == [
        (found.code, found.span.line) for found in findings
    ]


def test_a_version_under_a_mandate_says_which() -> None:
    under = replace(WITHOUT, mandate="afspraken (Mandaatbesluit 2026, artikel 4: 'afspraken')")

    content = with_version(b"", "stad/soco", "2026-01-01", under)

    assert content is not None
    assert {("stad/soco", "2026-01-01"): under} == read(content.decode())
