"""The page about deploying: its settings and its example are whole, its container is built of what exists."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from soco_rules.cli.main import soco
from soco_rules.dossiers.keys import as_key_file
from soco_rules.dossiers.keys import new_ring
from soco_rules.web.access.ways import Oidc
from soco_rules.web.connections import Patient
from soco_rules.web.environment import configuration_in
from soco_rules.web.health import PROBES
from soco_rules.web.people import DeskRole
from soco_rules.web.settings import Limits
from soco_rules.web.variables import VARIABLES
from tests.docs.pages import DOCS
from tests.docs.pages import ROOT
from tests.docs.pages import blocks
from tests.docs.pages import code_words
from tests.docs.pages import links
from tests.docs.pages import table_under

PAGE = (DOCS / "beheer" / "uitrol.md").read_text("utf-8")
BUILD = (ROOT / "Containerfile").read_text("utf-8")
SENT = (ROOT / ".dockerignore").read_text("utf-8").split()


def test_the_page_has_every_setting_with_what_it_says() -> None:
    assert [(f"`{name}`", variable.text) for name, variable in VARIABLES.items()] == list(
        table_under(PAGE, "## De instellingen")
    )


def test_every_setting_on_the_page_exists() -> None:
    words = re.findall(r"SOCO_[A-Z_]+", PAGE + BUILD)

    assert set() == set(words) - set(VARIABLES)


def test_the_page_has_every_role() -> None:
    assert {f"`{role}`" for role in DeskRole} == {row[0] for row in table_under(PAGE, "## Wie wat mag")}


def test_the_commands_and_links_of_the_page_exist() -> None:
    named = re.findall(
        r"^(?:\$ )?soco (\w+)", "\n".join((*blocks(PAGE, "text"), *code_words(PAGE))), re.MULTILINE
    )

    assert set() == set(named) - set(soco.commands)
    assert [] == [link for link in links(PAGE) if not (DOCS / "beheer" / link).exists()]


def test_the_limits_of_the_page_are_those_of_the_desk() -> None:
    said = "\n".join(" ".join(row) for row in table_under(PAGE, "## Wat er wordt geweigerd"))

    assert (1_000_000, 30.0, 12) == (Limits().body, Limits().slowest, Limits().of_one)
    assert (20.0, 10.0) == (Patient.head, Patient.look)
    assert "meer dan 12 vragen tegelijk van één persoon" in said
    assert "na 20 seconden niet compleet is, en een antwoord waarvan in 10 seconden" in said
    assert "meer dan 1 MB" in said
    assert "langer dan 30 seconden" in said


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """That of the container in the example, with the files that it names in a folder of this test."""
    (example,) = (yaml.safe_load(text) for text in blocks(PAGE, "yaml"))
    contents = {
        "oidc": b"geheim",
        "sessies": b"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n",
        "sleutels": as_key_file(new_ring("test")),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        (tmp_path / name).chmod(0o400)
    given = dict(re.findall(r"(SOCO_\w+)=(\S+)", BUILD)) | example["services"]["soco"]["environment"]
    given |= {"SOCO_WERKMAP": str(ROOT), "SOCO_AANMELDMAP": str(tmp_path)}
    return {name: value.replace("/run/secrets", str(tmp_path)) for name, value in given.items()}


def test_the_example_is_a_whole_configuration(environment: dict[str, str]) -> None:
    found, findings = configuration_in(environment, ROOT)

    assert () == findings
    assert found
    assert (True, "0.0.0.0", 8000) == (  # noqa: S104 # in a container, with an identity provider
        isinstance(found.settings.access, Oidc),
        found.listen,
        found.port,
    )


def test_what_the_container_is_built_of_exists_and_is_sent_along() -> None:
    copied = [
        name
        for line in re.findall(r"^COPY (?!--from)(.+)$", BUILD, re.MULTILINE)
        for name in line.split()[:-1]
    ]

    assert [] == [name for name in copied if not (ROOT / name).exists() or f"!{name}" not in SENT]
    assert not any(fnmatch(name, "*.sqlite") for name in copied)


def test_the_container_runs_without_rights_or_compiler_and_is_watched() -> None:
    last = BUILD.rpartition("\nFROM ")[2]

    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", last, re.MULTILINE)
    assert "gcc" not in last
    assert any(probe in last for probe in PROBES)
    assert 'CMD ["soco", "start", "--niet-openen"]' in last


def test_the_container_has_what_the_desk_needs_and_nothing_to_test_with() -> None:
    lock = (ROOT / "requirements-desk.lock").read_text("utf-8")
    names = {line.partition("==")[0] for line in lock.splitlines() if re.match(r"[a-z]", line)}

    assert {"fastapi", "joserfc", "psycopg-binary", "sqlalchemy", "typst", "uvicorn"} <= names
    assert set() == names & {"hypothesis", "mypy", "playwright", "ruff"}
