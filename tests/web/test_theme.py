from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from soco_rules.web.theme import SHIPPED
from soco_rules.web.theme import Theme
from soco_rules.web.theme import theme_in
from tests.web.persons import ALONE
from tests.web.persons import Ask


def test_a_municipality_without_a_theme_has_the_shipped_one(tmp_path: Path) -> None:
    assert SHIPPED == theme_in(tmp_path)


def test_a_theme_in_the_workspace_takes_its_place(workspace_root: Path) -> None:
    _dress(workspace_root)

    assert Theme("havendorp-theme", has_style=True, has_logo=False) == theme_in(workspace_root)


def test_the_pages_wear_the_theme_of_the_municipality(workspace_root: Path, ask: Ask) -> None:
    _dress(workspace_root)

    pages: TestClient = ask(ALONE)
    assert (True, 200) == (
        'class="utrecht-root utrecht-html havendorp-theme"' in pages.get("/").text,
        pages.get("/thema/thema.css").status_code,
    )


def _dress(root: Path) -> None:
    (root / "thema").mkdir()
    (root / "thema" / "thema.css").write_text(".havendorp-theme { --utrecht-link-color: #005; }\n")


def test_a_file_of_a_theme_that_is_not_there_is_not_found(ask: Ask) -> None:
    """Also for who is not known, and without the folder."""
    assert [404, 404] == [ask(ALONE).get(f"/thema/{name}").status_code for name in ("thema.css", "..%2fx")]
