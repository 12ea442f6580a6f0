"""What the page for treasurers says of a file is what soco makes of it."""

from __future__ import annotations

import re
from functools import cache

from soco_rules.cli.settle import settle
from soco_rules.compiler.program import compile_in_force
from soco_rules.diagnostics import render
from soco_rules.model.values import parse_date
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.settling.asked import Asked
from soco_rules.settling.asked import what_is_asked
from soco_rules.settling.columns import Vocabulary
from soco_rules.settling.columns import said_columns
from soco_rules.settling.intake import Expected
from soco_rules.settling.intake import read_intake
from soco_rules.settling.members import Member
from soco_rules.settling.members import Members
from soco_rules.settling.rows import Given
from tests.docs.pages import DOCS
from tests.docs.pages import blocks

PAGE = (DOCS / "verreken.md").read_text("utf-8")
EXAMPLE = (DOCS / "voorbeelden" / "delft-maand.csv").read_text("utf-8")
MONTH = parse_date("2026-10-01")


@cache
def asked_of_scope() -> Asked:
    workspace, _ = load_workspace(DOCS.parent, shipped_root(), references=("delft/scope",))
    compiled, _ = compile_in_force(workspace, "delft/scope", MONTH)
    assert compiled is not None
    return what_is_asked(compiled)


def read(content: str, name: str) -> tuple[tuple[Given, ...], str]:
    """The rows of a file of Scope with the columns that the page explains, and its findings as they are shown."""
    asked = asked_of_scope()
    said = [(heading, meaning) for heading, meaning in re.findall(r'--kolom "([^"=]+)=([^"]+)"', PAGE)]
    columns, _ = said_columns(said, Vocabulary(asked, {}))
    every = {
        number: Member(number, name, f"S-{number:03d}", None, frozenset({"lid"}))
        for number, name in enumerate(("A. Zandstra", "E. Özdemir", "H. El Amrani"), start=1)
    }
    members = Members(
        every, {f"s-{n:03d}": (n,) for n in every}, {m.name.casefold(): (n,) for n, m in every.items()}
    )
    expected = Expected(asked, members, MONTH)
    given, findings = read_intake(name, content.encode(), Vocabulary(asked, columns), expected)
    return given, "\n\n".join(render(found, {}) for found in findings)


def test_the_example_has_no_findings() -> None:
    given, findings = read(EXAMPLE, "delft-maand.csv")

    assert ("", ["800.00", "1234.56", "0.00"]) == (findings, [each.facts["omzet"] for each in given])


def test_the_finding_on_the_page_is_what_soco_says() -> None:
    (shown,) = [block.strip() for block in blocks(PAGE, "text") if "fout:" in block]

    _, findings = read(
        EXAMPLE.replace("1.234,56", "1.234").replace(";Totaal;2.034,56", ";Totaal;"), "maand.csv"
    )

    assert shown == findings


def test_every_option_on_the_page_exists() -> None:
    options = {option for param in settle.params for option in param.opts}

    assert set(re.findall(r"--[a-z][a-z-]+", PAGE)) <= options
