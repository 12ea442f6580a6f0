"""Agreements that try what the law forbids: Delft's points on the shipped national layers, with one change.

A part in tests/agreements/fout/grenzen says in its first lines which article stands in the way and with which code.
It replaces points by name, leaves one out (`# zonder naam`), or adds sections of its own. `# Bouwt ook op:` names a
national layer beside the model of a cooperative, whose points it fills itself.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import in_reading_order
from soco_rules.diagnostics import render
from soco_rules.model.workspace import Workspace
from soco_rules.review import review
from tests.workspaces import AGREEMENTS
from tests.workspaces import workspace_of

REFERENCE = "voorbeeldstad/samen"
TRIES = AGREEMENTS / "fout" / "grenzen"
PARTS = sorted(TRIES.glob("L*.yaml"))
SHIPPED = Path(__file__).parents[1] / "agreements"
HEADER = f"""\
kenmerk: {REFERENCE}
soort: overeenkomst
titel: Afspraken van een verzonnen stad
geldig_vanaf: 2023-01-01
status: concept
bouwt_op: [landelijk/sociale-cooperatie]
gemeente: {{naam: Voorbeeldstad, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Voorbeeldstad}}
cooperatie: {{naam: Samen}}
aanname_standaard: {{eigenaar: de tester, datum: 2026-11-21}}
"""
FILLED = {
    "proefverlenging": "3 maanden",
    "verordening": "re-integratieverordening van Voorbeeldstad",
    "aansprakelijkheid": "uitgesloten",
    "inkomsten_tijdens_proef": "maandelijks",
    "wijziging_voorbehouden": "ja",
    "saldo_bij_uitstroom": "blijft_bij_cooperatie",
    "vrijlating_telt_voor_recht": "nee",
}
"""What Delft leaves open."""


def with_part(part: str) -> str:
    """The agreement with a part in it; what the part says comes first, so that its lines keep their number."""
    changed, sections = _split(part)
    left_out = set(re.findall(r"^# zonder (\w+)$", part, re.MULTILINE)) | changed.keys()
    points = "".join(f"{line}\n" for name, line in _points().items() if name not in left_out)
    own = "".join(f"{line}\n" for line in changed.values())
    return f"{_header(part)}{sections}afspraken:\n{own}{points}"


def reviewed(part: str) -> tuple[Workspace, tuple[Diagnostic, ...]]:
    """The workspace with such an agreement, and every finding about it."""
    workspace, findings = workspace_of(*_national(), with_part(part))
    return workspace, in_reading_order((*findings, *review(workspace, [REFERENCE])))


def printed(workspace: Workspace, findings: tuple[Diagnostic, ...]) -> str:
    """The findings as their reader sees them, without the lines of the national files, which move."""
    text = "\n\n".join(render(found, workspace.sources) for found in findings)
    return re.sub(r"(agreements/landelijk/\S+\.yaml):\d+:\d+", r"\1", text) + "\n"


def announced(part: str) -> tuple[str, str]:
    """The article and the code that a part names."""
    law, code = (re.search(rf"^# {key}: (.+)$", part, re.MULTILINE) for key in ("De wet", "Melding"))
    assert law
    assert code
    return law[1], code[1]


def _header(part: str) -> str:
    layers = ["landelijk/sociale-cooperatie", *re.findall(r"^# Bouwt ook op: (.+)$", part, re.MULTILINE)]
    return HEADER.replace("bouwt_op: [landelijk/sociale-cooperatie]", f"bouwt_op: [{', '.join(layers)}]")


def _split(part: str) -> tuple[dict[str, str], str]:
    before, marker, after = part.partition("afspraken:\n")
    text = before if marker else part
    sections = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)
    return _by_name(after), sections


def _by_name(lines: str) -> dict[str, str]:
    return {found[1]: found[0] for found in re.finditer(r"^  (\w+): \{.*$", lines, re.MULTILINE)}


@cache
def _points() -> dict[str, str]:
    delft = (SHIPPED / "delft/scope/2017-09-01.yaml").read_text("utf-8")
    points = _by_name(delft.partition("\nafspraken:\n")[2].partition("\ngegevens:\n")[0])
    return points | {
        name: f"  {name}: {{waarde: {value}, bron: convenant}}" for name, value in FILLED.items()
    }


@cache
def _national() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(SHIPPED.glob("landelijk/*/*.yaml")))
