"""The templates of before, from the history of a workspace."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from soco_rules.letters.earlier import Earlier
from soco_rules.letters.earlier import earlier
from soco_rules.letters.earlier import templates_of

NAME = "dorp/brief.md.j2"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template in a workspace without history."""
    path = tmp_path / "werkmap" / "templates" / NAME
    path.parent.mkdir(parents=True)
    path.write_text("een", "utf-8")
    return path


def git(path: Path, *arguments: str) -> str:
    """Run git where a template is."""
    command = ("git", "-C", str(path.parents[2]), "-c", "user.name=T", "-c", "user.email=t@example.org")
    return subprocess.run((*command, *arguments), check=True, capture_output=True, text=True).stdout.strip()


def committed(path: Path, text: str) -> str:
    """Write and commit; the commit."""
    path.write_text(text, "utf-8")
    if not (path.parents[2] / ".git").exists():
        git(path, "init", "-q")
    git(path, "add", ".")
    git(path, "commit", "-q", "--allow-empty", "-m", "x", "--date", "2026-03-01T12:00:00Z")
    return git(path, "rev-parse", "HEAD")


def before(path: Path) -> Earlier | None:
    """The version before the one of now."""
    return earlier(path.parents[2], [path])


def texts(path: Path, version: Earlier | None) -> dict[str, str]:
    """The templates of a version."""
    assert version is not None
    with templates_of(path.parents[2], version) as folder:
        return {
            each.relative_to(folder).as_posix(): each.read_text("utf-8")
            for each in sorted(folder.rglob("*"))
            if each.is_file()
        }


def test_without_git_there_is_none(template: Path) -> None:
    assert before(template) is None


def test_of_a_file_that_never_changed_there_is_none(template: Path) -> None:
    committed(template, "een")

    assert before(template) is None


def test_a_file_that_was_never_committed_has_none(template: Path) -> None:
    committed(template.with_name("ander.md.j2"), "een")
    git(template, "rm", "-q", "--cached", f"templates/{NAME}")
    git(template, "commit", "-qm", "weg")
    git(template, "commit", "-q", "--amend", "-m", "nooit geweest")

    assert before(template.with_name("nieuw.md.j2")) is None


def test_what_is_not_committed_yet_was_before_as_committed(template: Path) -> None:
    commit = committed(template, "een")
    template.write_text("twee", "utf-8")

    version = before(template)

    assert Earlier(commit, None) == version
    assert {NAME: "een"} == texts(template, version)


def test_the_version_before_the_last_change_of_this_file(template: Path) -> None:
    first = committed(template, "een")
    committed(template, "twee")
    committed(template.with_name("ander.md.j2"), "niet van belang")

    version = before(template)

    assert version is not None
    assert (first, True) == (version.commit, version.until is not None)
    assert {NAME: "een"} == texts(template, version)


def test_a_file_outside_the_workspace_has_none(template: Path, tmp_path: Path) -> None:
    committed(template, "een")
    committed(template, "twee")

    assert earlier(template.parents[2], [tmp_path / "elders.md.j2"]) is None


def test_a_workspace_inside_a_larger_repository_has_its_own_history(template: Path) -> None:
    root = template.parents[3]
    for text in ("een", "twee"):
        template.write_text(text, "utf-8")
        for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", text)):
            command = ("git", "-C", str(root), "-c", "user.name=T", "-c", "user.email=t@example.org")
            subprocess.run((*command, *arguments), check=True, capture_output=True)

    assert {NAME: "een"} == texts(template, before(template))


def test_a_link_and_a_file_that_is_no_template_are_left_out(template: Path) -> None:
    template.with_name("los.txt").write_text("x", "utf-8")
    template.with_name("link.md.j2").symlink_to("/etc/passwd")
    committed(template, "een")
    committed(template, "twee")

    assert {NAME: "een"} == texts(template, before(template))


def test_settings_of_the_workspace_run_nothing(template: Path, tmp_path: Path) -> None:
    committed(template, "een")
    committed(template, "twee")
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", "utf-8")
    trap.chmod(0o755)
    git(template, "config", "core.fsmonitor", str(trap))
    git(template, "config", "diff.external", str(trap))

    assert before(template) is not None
    assert not (tmp_path / "sprung").exists()
