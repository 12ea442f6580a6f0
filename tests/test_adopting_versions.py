"""Adopting a version of an agreement in a workspace: what is written, and that it is both files or neither."""

from __future__ import annotations

import shutil
from multiprocessing import get_context
from pathlib import Path

import pytest

from soco_rules.diagnostics import has_errors
from soco_rules.drafting.adopting import Final
from soco_rules.drafting.adopting import Said
from soco_rules.drafting.adopting import adopt_final
from soco_rules.drafting.adopting import tried
from soco_rules.drafting.adopting import waiting_versions
from soco_rules.drafting.adopting import write_both
from soco_rules.model.values import parse_date
from soco_rules.parser.register import REGISTER
from soco_rules.parser.register import Consent
from soco_rules.parser.register import read_register
from soco_rules.parser.workspace import load_workspace

ROOT = Path(__file__).parent / "agreements" / "dossiers"
SHIPPED = Path(__file__).parents[1]
KADE, SLUIS = "havendorp/de-kade", "havendorp/de-sluis"
FIRST = parse_date("2026-01-01")
CONSENT = Consent("BW-2026-0412", "2026-10-20")
SAID = Said("A. de Groot", "jurist", parse_date("2026-11-02"), CONSENT)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace in which a test may write."""
    return Path(shutil.copytree(ROOT, tmp_path / "werkmap"))


def file_of(root: Path, reference: str = KADE) -> Path:
    """The rule file of an agreement."""
    return root / "agreements" / reference / "2026-01-01.yaml"


def told(root: Path, said: Said = SAID, reference: str = KADE) -> list[tuple[str, str]]:
    """Why a version cannot be adopted: code and message."""
    return [
        (found.code, found.message)
        for found in tried(root, SHIPPED, reference, FIRST, said).findings
        if found.is_error
    ]


def adopt(root: Path, reference: str) -> bool:
    """Adopt a version in this process; whether that went well."""
    return not has_errors(adopt_final(root, SHIPPED, reference, FIRST, SAID).findings)


def test_versions_wait_until_the_register_has_them(root: Path) -> None:
    def waiting() -> list[str]:
        return [each.reference for each in waiting_versions(load_workspace(root, SHIPPED)[0])]

    before = waiting()
    assert adopt(root, KADE)

    assert ([KADE, SLUIS], [SLUIS]) == (before, waiting())


def test_a_withdrawn_version_does_not_wait(root: Path) -> None:
    file = file_of(root)
    file.write_text(file.read_text("utf-8").replace("status: concept", "status: ingetrokken"), "utf-8")

    assert [SLUIS] == [each.reference for each in waiting_versions(load_workspace(root, SHIPPED)[0])]


def test_a_version_whose_file_says_it_already_keeps_its_file(root: Path) -> None:
    file = file_of(root)
    file.write_text(file.read_text("utf-8").replace("status: concept", "status: vastgesteld"), "utf-8")

    final = tried(root, SHIPPED, KADE, FIRST, SAID).final

    assert final
    assert final.before == final.after


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "waarde: 10%, bron: Convenant De Kade",
            "waarde: 10%, aanname: geschat",
            "vastgesteld-met-aanname",
        ),
        ("waarde: 10%, bron: Convenant De Kade", "open: nog niet besproken", "versie-niet-vast-te-stellen"),
        ("status: concept", "status: concept\nvoorbeeld: ja", "versie-niet-vast-te-stellen"),
        ("status: concept\n", "", "ontbrekende-sleutel"),
        ("als: past, dan", "als: pas, dan", "onbekende-naam"),
    ],
)
def test_what_is_not_ready_is_not_adopted(root: Path, before: str, after: str, expected: str) -> None:
    file = file_of(root)
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")

    assert expected in [code for code, _ in told(root)]
    assert not adopt(root, KADE)
    assert not (root / REGISTER).exists()


def test_a_version_that_is_not_there_says_which_are(root: Path) -> None:
    findings = tried(root, SHIPPED, KADE, parse_date("2027-01-01"), SAID).findings

    assert ["van 'havendorp/de-kade' begint er geen versie op 1 januari 2027"] == [
        found.message for found in findings
    ]


def test_a_version_is_adopted_once(root: Path) -> None:
    assert adopt(root, KADE)

    assert [
        (
            "versie-niet-vast-te-stellen",
            "deze versie is al vastgesteld door A. de Groot, jurist, op 2026-11-02, en sindsdien niet veranderd",
        )
    ] == told(root)


def test_who_worked_on_it_does_not_adopt_it(root: Path) -> None:
    file = file_of(root)
    file.write_text("# Bewerkt op de werkplek: A.de Groot, 2026-10-30\n" + file.read_text("utf-8"), "utf-8")

    assert [("eigen-versie", "A. de Groot heeft zelf aan deze versie gewerkt (2026-10-30)")] == told(root)
    assert [] == told(root, Said("B. Smit", "jurist", SAID.day, CONSENT))
    assert [] == told(root, Said("A. de Groot", "jurist", SAID.day, CONSENT, apart=False))


def test_when_the_register_cannot_be_written_the_file_is_put_back(root: Path) -> None:
    final = tried(root, SHIPPED, KADE, FIRST, SAID).final
    assert final
    (root / REGISTER).mkdir()

    findings = write_both(root, final)

    assert ["bestand"] == [found.code for found in findings]
    assert final.before == file_of(root).read_bytes()


def test_a_register_that_cannot_be_read_is_a_finding(root: Path) -> None:
    (root / REGISTER).mkdir()

    assert not adopt(root, KADE)


def test_every_other_byte_of_the_file_stays(root: Path) -> None:
    file = file_of(root)
    text = "\ufeff" + file.read_text("utf-8").replace("\n", "\r\n")
    file.write_bytes(text.encode())

    found = tried(root, SHIPPED, KADE, FIRST, SAID)

    assert found.final, found.findings
    assert text.replace("status: concept", "status: vastgesteld").encode() == found.final.after


@pytest.mark.slow
def test_two_processes_at_once_lose_no_line_of_the_register(root: Path) -> None:
    with get_context("spawn").Pool(2) as pool:
        done = pool.starmap(adopt, [(root, KADE), (root, SLUIS)])

    recorded, _, findings = read_register((root / REGISTER).read_bytes())
    assert ([True, True], {KADE, SLUIS}, ()) == (
        done,
        {reference for reference, _ in recorded},
        findings,
    )


def test_nothing_is_written_by_looking(root: Path) -> None:
    before = file_of(root).read_bytes()

    final = tried(root, SHIPPED, KADE, FIRST, SAID).final

    assert isinstance(final, Final)
    assert (before, False) == (file_of(root).read_bytes(), (root / REGISTER).exists())
