"""The rule files of a folder together: versions, shipped layers, the register of what was adopted."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from soco_rules.diagnostics import Diagnostic
from soco_rules.parser.workspace import load_workspace


def text_of(reference: str, start: str, **more: str) -> str:
    keys = {
        "kenmerk": reference,
        "soort": "model",
        "titel": "Proef",
        "geldig_vanaf": start,
        "status": "concept",
        **more,
    }
    return "".join(f"{key}: {value}\n" for key, value in keys.items())


def put(root: Path, reference: str, start: str, **more: str) -> Path:
    """A small rule file where its own kenmerk and date say."""
    path = root / "agreements" / reference / f"{start}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text_of(reference, start, **more), "utf-8")
    return path


def places(findings: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(found.code, str(found.span)) for found in findings]


def test_versions_stand_together_from_early_to_late(tmp_path: Path) -> None:
    put(tmp_path, "stad/soco", "2025-01-01")
    put(tmp_path, "stad/soco", "2024-01-01")
    put(tmp_path, "dorp/soco", "2024-01-01")

    workspace, findings = load_workspace(tmp_path, None)

    assert () == findings
    assert {
        "dorp/soco": ["agreements/dorp/soco/2024-01-01.yaml"],
        "stad/soco": ["agreements/stad/soco/2024-01-01.yaml", "agreements/stad/soco/2025-01-01.yaml"],
    } == {name: [version.path for version in versions] for name, versions in workspace.agreements.items()}


def test_a_version_that_ends_after_the_next_begins_overlaps(tmp_path: Path) -> None:
    put(tmp_path, "stad/soco", "2024-01-01", geldig_tot_en_met="2025-01-01")
    put(tmp_path, "stad/soco", "2025-01-01")

    _, findings = load_workspace(tmp_path, None)

    assert [("versie-overlap", "agreements/stad/soco/2025-01-01.yaml:4:15")] == places(findings)


def test_a_version_that_ends_before_the_next_begins_does_not_overlap(tmp_path: Path) -> None:
    put(tmp_path, "stad/soco", "2024-01-01", geldig_tot_en_met="2024-12-31")
    put(tmp_path, "stad/soco", "2025-01-01")

    assert () == load_workspace(tmp_path, None)[1]


def test_two_files_of_one_version_are_one_too_many(tmp_path: Path) -> None:
    put(tmp_path, "stad/soco", "2024-01-01")
    other = tmp_path / "agreements" / "stad" / "soco" / "2024-01-01.yml"
    other.write_text(text_of("stad/soco", "2024-01-01"), "utf-8")

    _, findings = load_workspace(tmp_path, None)

    assert {"bestandsnaam", "versie-dubbel"} == {found.code for found in findings}


def test_a_folder_without_rule_files_is_no_workspace(tmp_path: Path) -> None:
    assert ["lege-werkmap"] == [found.code for found in load_workspace(tmp_path, None)[1]]


def test_shipped_layers_are_there_in_every_workspace(tmp_path: Path) -> None:
    put(tmp_path / "eigen", "stad/soco", "2024-01-01")
    put(tmp_path / "pakket", "landelijk/wet", "2023-01-01")

    workspace, findings = load_workspace(tmp_path / "eigen", tmp_path / "pakket")

    assert () == findings
    assert ["landelijk/wet", "stad/soco"] == list(workspace.agreements)


def test_a_workspace_cannot_replace_a_shipped_layer(tmp_path: Path) -> None:
    put(tmp_path / "eigen", "landelijk/wet", "2023-01-01", omschrijving="aangepast")
    put(tmp_path / "eigen", "landelijk/wet", "2026-01-01")
    put(tmp_path / "pakket", "landelijk/wet", "2023-01-01")

    workspace, findings = load_workspace(tmp_path / "eigen", tmp_path / "pakket")

    assert [
        ("afgeschermd", "agreements/landelijk/wet/2023-01-01.yaml"),
        ("afgeschermd", "agreements/landelijk/wet/2026-01-01.yaml"),
    ] == places(findings)
    assert [""] == [version.description for version in workspace.agreements["landelijk/wet"]]


def test_a_copy_of_a_shipped_layer_does_no_harm(tmp_path: Path) -> None:
    put(tmp_path / "eigen", "landelijk/wet", "2023-01-01")
    put(tmp_path / "pakket", "landelijk/wet", "2023-01-01")

    assert () == load_workspace(tmp_path / "eigen", tmp_path / "pakket")[1]


def test_the_checkout_itself_may_change_its_own_layers(tmp_path: Path) -> None:
    put(tmp_path, "landelijk/wet", "2026-01-01")

    assert () == load_workspace(tmp_path, tmp_path)[1]


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "eigen", "stad/soco", "2024-01-01")
    outside = put(tmp_path / "elders", "stad/soco", "2025-01-01")
    (tmp_path / "eigen" / "agreements" / "stad" / "soco" / "2025-01-01.yaml").symlink_to(outside)
    (tmp_path / "eigen" / "agreements" / "dorp").symlink_to(outside.parent)

    workspace, findings = load_workspace(tmp_path / "eigen", None)

    assert [
        ("bestand", "agreements/dorp"),
        ("bestand", "agreements/stad/soco/2025-01-01.yaml"),
    ] == places(findings)
    assert {"agreements/stad/soco/2024-01-01.yaml"} == set(workspace.sources)


def test_what_is_no_readable_file_is_a_finding(tmp_path: Path) -> None:
    path = put(tmp_path, "stad/soco", "2024-01-01")
    path.with_name("naar_niets.yaml").symlink_to(tmp_path / "weg")
    path.with_name("naar_zichzelf.yaml").symlink_to(path.with_name("naar_zichzelf.yaml"))
    path.with_name("map.yml").mkdir()
    os.mkfifo(path.with_name("buis.yaml"))

    assert [
        ("bestand", "agreements/stad/soco/buis.yaml"),
        ("bestand", "agreements/stad/soco/naar_niets.yaml"),
        ("bestand", "agreements/stad/soco/naar_zichzelf.yaml"),
    ] == places(load_workspace(tmp_path, None)[1])


def test_an_adopted_version_that_changed_is_a_finding(tmp_path: Path) -> None:
    same = put(tmp_path, "stad/soco", "2024-01-01")
    put(tmp_path, "stad/soco", "2025-01-01")
    digest = hashlib.sha256(same.read_bytes()).hexdigest()
    register = tmp_path / "agreements" / "vastgesteld.yaml"
    register.write_text(
        f"stad/soco:\n  2024-01-01: {digest}\n  2025-01-01: sha256:{digest}\n  2026-01-01: {digest}\n",
        "utf-8",
    )

    _, findings = load_workspace(tmp_path, None)

    assert [
        ("vastgesteld-gewijzigd", "agreements/vastgesteld.yaml:3:3"),
        ("vastgesteld-gewijzigd", "agreements/vastgesteld.yaml:4:3"),
    ] == places(findings)


def test_a_version_that_cannot_be_read_is_known_to_exist(tmp_path: Path) -> None:
    put(tmp_path, "stad/soco", "2024-01-01", statuss="concept")

    workspace, findings = load_workspace(tmp_path, None)

    assert ["onbekende-sleutel"] == [found.code for found in findings]
    assert ({}, frozenset({"stad/soco"})) == (workspace.agreements, workspace.unreadable)


def test_only_what_is_asked_for_is_read_with_the_layers_below_it(tmp_path: Path) -> None:
    put(tmp_path, "stad/soco", "2024-01-01", bouwt_op="landelijk/model")
    put(tmp_path, "landelijk/model", "2024-01-01", bouwt_op="landelijk/wet")
    put(tmp_path, "landelijk/wet", "2024-01-01")
    put(tmp_path, "dorp/soco", "2024-01-01", statuss="concept")

    workspace, findings = load_workspace(tmp_path, None, references=["stad/soco"])

    assert () == findings
    assert ["landelijk/model", "landelijk/wet", "stad/soco"] == list(workspace.agreements)


def test_everything_is_read_where_what_is_asked_for_does_not_exist(tmp_path: Path) -> None:
    put(tmp_path, "stad/soco", "2024-01-01")
    put(tmp_path, "dorp/soco", "2024-01-01")

    workspace, _ = load_workspace(tmp_path, None, references=["stad/soko"])

    assert ["dorp/soco", "stad/soco"] == list(workspace.agreements)


@pytest.mark.parametrize("name", ["2024-01-01.YAML", "2024-01-01.yaml.txt", "2024-01-01.yml"])
def test_a_name_that_is_almost_right_is_not_passed_over(tmp_path: Path, name: str) -> None:
    path = put(tmp_path, "stad/soco", "2024-01-01")
    path.rename(path.with_name(name))

    assert [("bestandsnaam", f"agreements/stad/soco/{name}:4:15")] == places(
        load_workspace(tmp_path, None)[1]
    )


def test_two_files_for_one_version_are_a_finding(tmp_path: Path) -> None:
    path = put(tmp_path, "stad/soco", "2024-01-01")
    path.with_name("kopie.yaml").write_bytes(path.read_bytes())

    _, findings = load_workspace(tmp_path, None)

    assert {"bestandsnaam", "versie-dubbel"} == {found.code for found in findings}


def test_a_workspace_cannot_say_that_a_national_judge_is_of_the_other_side(tmp_path: Path) -> None:
    put(tmp_path / "eigen", "stad/soco", "2024-01-01")
    put(tmp_path / "pakket", "landelijk/wet", "2023-01-01")
    national = tmp_path / "pakket" / "agreements" / "landelijk" / "oordelaars.yaml"
    national.write_text("klantmanager: gemeente\ncooperatie: cooperatie\n", "utf-8")
    own = tmp_path / "eigen" / "agreements" / "oordelaars.yaml"
    own.write_text("cooperatie: gemeente\nwijkteam: gemeente\n", "utf-8")

    workspace, findings = load_workspace(tmp_path / "eigen", tmp_path / "pakket")

    assert [("afgeschermd", "agreements/oordelaars.yaml:1:1")] == places(findings)
    assert {
        "klantmanager": "gemeente",
        "cooperatie": "cooperatie",
        "wijkteam": "gemeente",
    } == workspace.judges
