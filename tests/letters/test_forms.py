"""Which form a letter is written in, and what is told when a library is not installed."""

from __future__ import annotations

import sys

import pytest

from soco_rules.letters.forms import FORMS
from soco_rules.letters.forms import Form
from soco_rules.letters.forms import as_file
from tests.letters.random_letters import one_value

STARTS: dict[Form, bytes] = {
    ".html": b"<!DOCTYPE html>",
    ".md": b"> **Con",
    ".pdf": b"%PDF-1.7",
    ".docx": b"PK",
}


@pytest.mark.parametrize("form", [".html", ".pdf", ".docx"])
def test_each_form_is_what_it_says(form: Form) -> None:
    content, findings = as_file(one_value("x"), form)

    assert content is not None
    assert (STARTS[form], ()) == (content[: len(STARTS[form])], findings)


@pytest.mark.parametrize(
    ("library", "form", "message"),
    [
        ("typst", ".pdf", "voor .pdf ontbreekt typst"),
        ("typst", ".docx", "voor .docx ontbreekt typst"),
        ("docx", ".docx", "voor .docx ontbreekt python-docx"),
    ],
)
def test_a_library_that_is_not_installed_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, library: str, form: Form, message: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)  # as Python itself marks what cannot be imported

    content, (finding,) = as_file(one_value("x"), form)

    assert (None, "onderdeel-ontbreekt", message) == (content, finding.code, finding.message)


def test_a_page_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("typst", "docx"):
        monkeypatch.setitem(sys.modules, library, None)

    assert [True, True, False, False] == [as_file(one_value("x"), form)[0] is not None for form in FORMS]
