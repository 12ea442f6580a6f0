"""What is written of a version, and what stands in the way of that."""

from __future__ import annotations

from pathlib import Path

from soco_rules.web.policy.keeping import write
from soco_rules.web.policy.place import hash_of


def test_a_file_is_written_over_what_it_was_made_from(tmp_path: Path) -> None:
    path = tmp_path / "agreements" / "dorp" / "samen" / "2026-01-01.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("oud", "utf-8")
    file = path.relative_to(tmp_path).as_posix()
    findings = write(tmp_path, file, hash_of("oud"), file, b"nieuw", is_new=False)

    assert ((), "nieuw") == (findings, path.read_text("utf-8"))


def test_a_file_that_changed_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "agreements" / "2026-01-01.yaml"
    path.parent.mkdir()
    path.write_text("van een ander", "utf-8")
    file = path.relative_to(tmp_path).as_posix()
    findings = write(tmp_path, file, hash_of("oud"), file, b"nieuw", is_new=False)

    assert (["versie-niet-te-bewaren"], "van een ander") == (
        [found.code for found in findings],
        path.read_text("utf-8"),
    )


def test_a_new_file_takes_the_place_of_no_other(tmp_path: Path) -> None:
    path = tmp_path / "features" / "dorp.feature"
    path.parent.mkdir()
    path.write_text("oud", "utf-8")
    findings = write(tmp_path, "agreements/x.yaml", "", "features/dorp.feature", b"nieuw", is_new=True)

    assert (["bestand"], "oud") == ([found.code for found in findings], path.read_text("utf-8"))


def test_no_name_leads_out_of_the_folders_of_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "dorp").symlink_to(tmp_path / "elders")
    names = ("agreements/dorp/x.yaml", "agreements/../elders/x.yaml", "templates/x.yaml", "/x.yaml")
    found = [write(tmp_path, name, "", name, b"x", is_new=True) for name in names]

    assert ([["bestand"]] * 4, []) == (
        [[one.code for one in each] for each in found],
        list((tmp_path / "elders").iterdir()),
    )
