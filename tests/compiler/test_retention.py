"""Who says how long a dossier is kept, where two layers do."""

from __future__ import annotations

import pytest

from soco_rules.compiler.program import compile_in_force
from soco_rules.model.values import parse_date
from tests.workspaces import good
from tests.workspaces import workspace_of

DAY = parse_date("2026-06-01")
EVERY = "[nieuw, binnen, buiten]"


def kept(higher: str, lower: str) -> tuple[list[str], dict[str, str]]:
    """The codes of the findings, and the term of each stand, of a law and an agreement that say this of it."""
    workspace, _ = workspace_of(good("proefwet") + higher, good("dorp") + lower)
    compiled, findings = compile_in_force(workspace, "dorp/samen", DAY)
    assert compiled
    codes = [found.code for found in findings if found.code.startswith("bewaren")]
    return codes, {state: rule.words for state, rule in compiled.stack.retention.items()}


def rule(states: str, term: str, provenance: str) -> str:
    """A file with one rule more."""
    return f"\nbewaren:\n  - {{na_stand: {states}, termijn: {term}, {provenance}}}\n"


@pytest.mark.parametrize(
    ("higher", "lower", "codes", "term"),
    [
        (rule(EVERY, "10 jaar", "bron: selectielijst"), "", [], "10 jaar"),
        (rule(EVERY, "10 jaar", "aanname: niet gezien"), rule("buiten", "7 jaar", "bron: selectielijst"), [], "7 jaar"),
        (rule(EVERY, "10 jaar", "bron: wet"), rule("buiten", "7 jaar", "bron: besluit"), ["bewaren"], "7 jaar"),
        ("", rule(EVERY, "18 maanden", "bron: besluit"), [], "18 maanden"),
        ("", rule(EVERY, "30 dagen", "bron: besluit"), [], "30 dagen"),
        ("", rule("nieuw", "1 jaar", "bron: besluit"), ["bewaren-ontbreekt", "bewaren-ontbreekt"], None),
    ],
)  # fmt: skip
def test_a_lower_layer_fills_in_what_a_higher_one_assumed(
    higher: str, lower: str, codes: list[str], term: str | None
) -> None:
    found, terms = kept(higher, lower)

    assert (codes, term) == (found, terms.get("buiten"))
