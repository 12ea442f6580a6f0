"""Adopting a version of an agreement: it is finished, it has no mistakes, and it is written down once."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.adopt.version import adopt_version
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.values import parse_date
from soco_rules.parser.mandates import load_mandates
from soco_rules.parser.register import Consent
from soco_rules.parser.register import Recorded
from soco_rules.parser.register import read_register
from soco_rules.parser.workspace import load_workspace
from tests.adopted import REFERENCE
from tests.adopted import ROOT
from tests.adopted import told
from tests.decided import AGREEMENT
from tests.decided import workspace as village

FILE = ROOT / "agreements" / REFERENCE / "2026-01-01.yaml"
SHIPPED = Path(__file__).parents[2]
VERSION = parse_date("2026-01-01")
DAY = parse_date("2026-10-22")
SHA = hashlib.sha256(FILE.read_bytes()).hexdigest()


CONSENT = Consent("BW-2026-0412", "2026-10-20")


def adopting(
    *,
    register: bytes = b"",
    reference: str = REFERENCE,
    version: int = VERSION,
    day: int = DAY,
    consent: Consent | None = CONSENT,
    root: Path = ROOT,
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The register after adopting, as the policy advisor does it."""
    workspace, findings = load_workspace(root, SHIPPED, references=[reference])
    assert not [found for found in findings if found.is_error]
    return adopt_version(
        workspace,
        reference,
        version,
        by="A. de Groot",
        function="beleidsadviseur",
        day=day,
        consent=consent,
        register=register,
    )


def test_the_register_says_which_file_was_adopted_by_whom_and_when() -> None:
    written, _ = adopting()

    assert written is not None
    assert {
        (REFERENCE, "2026-01-01"): Recorded(SHA, "A. de Groot", "beleidsadviseur", "2026-10-22", CONSENT)
    } == read_register(written)[0]


@pytest.mark.parametrize(
    ("day", "told_beside"),
    [("2025-12-31", []), ("2026-01-01", []), ("2026-01-02", ["versie-terugwerkend"])],
)
def test_adopting_after_the_first_day_takes_the_place_of_the_version_before(
    tmp_path: Path, day: str, told_beside: list[str]
) -> None:
    root = tmp_path / "werkmap"
    shutil.copytree(ROOT, root)
    before = FILE.read_text("utf-8").replace("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2025-01-01")
    (root / FILE.relative_to(ROOT)).with_name("2025-01-01.yaml").write_text(before, "utf-8")
    consent = Consent("BW-2025-0900", "2025-12-16")

    written, findings = adopting(day=parse_date(day), consent=consent, root=root)

    assert written is not None
    assert told_beside == [found.code for found in findings]


def test_a_first_version_reaches_back_over_nothing() -> None:
    written, findings = adopting()

    assert (True, ()) == (written is not None, findings)


@pytest.mark.parametrize(
    "consent",
    [None, Consent("  ", "2026-10-20"), Consent("BW\n2026", "2026-10-20"), Consent("BW-2026", "2026-10-23")],
    ids=["none", "without a mark", "on two lines", "of a later day"],
)
def test_without_a_decision_of_the_governing_body_nothing_is_adopted(
    consent: Consent | None, snapshot: SnapshotAssertion
) -> None:
    written, findings = adopting(consent=consent)

    assert written is None
    assert snapshot == told(findings)


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2021-01-02", []),
        ("2021-01-01", []),
        ("2020-12-31", ["bestuursbesluit"]),
        ("1900-01-01", ["bestuursbesluit"]),
    ],
)
def test_a_decision_of_more_than_five_years_before_the_version_is_not_about_it(
    decided: str, expected: list[str]
) -> None:
    _, findings = adopting(consent=Consent("BW-1", decided), day=VERSION)

    assert expected == [found.code for found in findings]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [("2026-10-22", []), ("2026-10-23", ["bestuursbesluit"])],
    ids=["that day", "the day after"],
)
def test_a_decision_is_not_of_after_the_day_of_adopting(decided: str, expected: list[str]) -> None:
    _, findings = adopting(consent=Consent("BW-1", decided))

    assert expected == [found.code for found in findings if found.is_error]


def line(
    body: str = "college",
    decisions: str = "[overeenkomst]",
    first: str = "2026-10-22",
    last: str = "2026-10-22",
) -> str:
    """A mandate for policy advisors of Waterstede."""
    return (
        f"afspraken: {{orgaan: {body}, functie: Beleidsadviseur, besluiten: {decisions}, geldig_vanaf: {first}, "
        f"geldig_tot_en_met: {last}, bron: Mandaatbesluit 2026}}\n"
    )


def under(mandate: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Adopting without a decision of the governing body, under a line of the mandate register."""
    workspace, _ = load_workspace(ROOT, SHIPPED, references=[REFERENCE])
    lines, findings = load_mandates(mandate.encode(), "agreements/waterstede/mandaten.yaml")
    assert not findings
    return adopt_version(
        replace(workspace, mandates={"waterstede": lines}),
        REFERENCE,
        VERSION,
        by="A. de Groot",
        function="beleidsadviseur",
        day=DAY,
        consent=None,
        register=b"",
    )


def test_under_a_mandate_that_names_agreements_no_other_decision_is_needed() -> None:
    written, _ = under(line())

    assert written is not None
    ((_, recorded),) = read_register(written)[0].items()
    assert (None, "afspraken (Mandaatbesluit 2026)") == (recorded.consent, recorded.mandate)


@pytest.mark.parametrize(
    "mandate",
    [
        line(decisions="alle"),
        line(decisions="[toelating]"),
        line(body="cooperatie"),
        line(first="2026-10-23", last="2026-12-31"),
        line(first="2026-01-01", last="2026-10-21"),
        line().replace("Beleidsadviseur", "jurist"),
    ],
    ids=[
        "every decision",
        "another decision",
        "of the cooperative",
        "from tomorrow",
        "until yesterday",
        "another function",
    ],
)
def test_another_mandate_does_not_cover_an_agreement(mandate: str) -> None:
    written, findings = under(mandate)

    assert (None, ["bestuursbesluit"]) == (written, [found.code for found in findings if found.is_error])


def test_a_version_that_is_not_finished_cannot_be_adopted(snapshot: SnapshotAssertion) -> None:
    example = AGREEMENT.replace("status: concept", "status: concept\nvoorbeeld: ja")

    written, findings = adopt_version(
        village(agreement=example),
        "voorbeeldstad/samen",
        parse_date("2020-01-01"),
        by="",
        function="beleidsadviseur",
        day=DAY,
        consent=CONSENT,
        register=b"",
    )

    assert written is None
    assert snapshot == told(findings)


@pytest.mark.parametrize("digest", [SHA, "0" * 64], ids=["same", "changed"])
def test_a_version_is_adopted_once(digest: str, snapshot: SnapshotAssertion) -> None:
    register = f'{REFERENCE}:\n  2026-01-01: {{sha256: {digest}, door: "B. Smit", functie: jurist, datum: 2026-01-02}}\n'

    written, findings = adopting(register=register.encode())

    assert written is None
    assert snapshot == told(findings)


def test_a_version_or_agreement_that_does_not_exist_cannot_be_adopted(snapshot: SnapshotAssertion) -> None:
    _, no_version = adopting(version=VERSION + 1)
    _, no_agreement = adopting(reference="waterstede/de-sluijs")

    assert snapshot == told((*no_version, *no_agreement))


def test_a_register_that_leaves_no_place_is_left_alone() -> None:
    written, findings = adopting(register=f"{{a/b: {{2024-01-01: {'0' * 64}}}}}\n".encode())

    assert written is None
    assert ["versie-niet-vast-te-stellen"] == [found.code for found in findings]


def test_after_adopting_the_workspace_is_right_until_the_file_changes(tmp_path: Path) -> None:
    written, _ = adopting()
    assert written is not None
    copy = tmp_path / "agreements" / REFERENCE / FILE.name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(FILE.read_bytes())
    (tmp_path / "agreements" / "vastgesteld.yaml").write_bytes(written)
    (tmp_path / "agreements" / "oordelaars.yaml").write_text(
        "klantmanager: gemeente\ncooperatie: cooperatie\n", "utf-8"
    )

    before = load_workspace(tmp_path, None)[1]
    copy.write_bytes(FILE.read_bytes() + b"# een opmerking\n")
    after = load_workspace(tmp_path, None)[1]

    assert ([], ["vastgesteld-gewijzigd"]) == ([f.code for f in before], [f.code for f in after])
