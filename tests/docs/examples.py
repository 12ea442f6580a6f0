"""One real finding per code, printed as an author sees it: from tests/agreements/fout, and from a few texts here."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from soco_rules.decide import decide
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import render
from soco_rules.facts import Dates
from soco_rules.letters.check import check_templates
from soco_rules.letters.write import compose
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.case import read_case
from soco_rules.parser.load import load_agreement
from soco_rules.parser.workspace import load_workspace
from soco_rules.review import review
from soco_rules.scenarios.lint import read_feature
from tests.docs.pages import ROOT
from tests.workspaces import AGREEMENTS
from tests.workspaces import good
from tests.workspaces import workspace_of

Found = tuple[tuple[Diagnostic, ...], Mapping[str, str]]

FAULTS = AGREEMENTS / "fout"
FILE = "agreements/voorbeeldstad/proef/2024-01-01.yaml"
FILE_OF_LETTER = "templates/toegang.md.j2"
DAY = parse_date("2026-10-15")
NO_LINES: Mapping[str, str] = {}

CASES = {
    "onbekend-gegeven": "feiten: {aanwezi: ja}",
    "onbekende-proceduredag": "procedure: {ontvange: 2026-10-01}",
    "gegeven-ongeldig": "feiten: {aanwezig: misschien}",
    "gegeven-buiten-grens": "feiten: {aantal: 101}",
    "gegeven-niet-gebruikt": "feiten: {gestopt_op: 2026-01-01}",
    "oordeel-nodig": "feiten: {akkoord: ja}",
}
"""What a case says that gives the finding, for a decision on the village's agreement."""

FEATURES = {
    "scenario": "# language: en\nFunctionaliteit: De tuin\n",
    "scenario-label": (
        "# language: nl\nFunctionaliteit: De tuin\n\n  @skip\n  Scenario: Toegang\n"
        '    Gegeven de overeenkomst "dorp/samen"\n    Als het besluit "toegang" wordt voorgesteld\n'
        "    Dan ontbreekt er niets\n"
    ),
    "scenario-onvolledig": (
        "# language: nl\nFunctionaliteit: De tuin\n\n  Scenario: Toegang\n"
        '    Gegeven de overeenkomst "dorp/samen"\n    Als het besluit "toegang" wordt voorgesteld\n'
    ),
    "scenario-tabel": (
        "# language: nl\nFunctionaliteit: De tuin\n\n  Scenario: Toegang\n"
        '    Gegeven de overeenkomst "dorp/samen"\n    En de gegevens\n'
        '    Als het besluit "toegang" wordt voorgesteld\n    Dan ontbreekt er niets\n'
    ),
    "onbekende-stap": (
        "# language: nl\nFunctionaliteit: De tuin\n\n  Scenario: Toegang\n"
        '    Gegeven de overeenkomst "dorp/samen"\n    Als het besluit "toegang" wordt genomen\n'
        "    Dan ontbreekt er niets\n"
    ),
}

TEMPLATES = {
    "sjabloon": "# {{ titel }}\n\n{% if uitkomst %}\n",
    "sjabloon-vaste-waarde": "# {{ titel }}\n\nU ontvangt € 204,00.\n",
    "sjabloon-taal": "# {{ titel }}\n\nUw aanvraag wordt door ons beoordeeld.\n",
}

LETTER = """\
# {{ titel }}

U mag meedoen. Dit volgt uit {{ artikelen }}.

{% include "delen/bezwaar.md.j2" %}
"""


@cache
def examples() -> Mapping[str, str]:
    """For a code the finding as it is printed, first of all from the fixture of that name."""
    shown: dict[str, str] = {}
    for code, (findings, sources) in _everything():
        for found in findings:
            if found.code == code:
                shown.setdefault(code, render(found, sources))
    return shown


def _everything() -> Iterator[tuple[str, Found]]:
    for path in sorted(FAULTS.glob("*.yaml")):
        yield path.stem, _file(path)
    for path in sorted((FAULTS / "lagen").glob("*.yaml")):
        yield path.stem, _layers(path)
    dorp, law = good("dorp"), good("proefwet")
    yield "onbekende-laag", _reviewed(dorp)
    yield "lagen-kring", _reviewed(dorp, law.replace("status:", "bouwt_op: [dorp/samen]\nstatus:", 1))
    yield "versie-overlap", _folder({dorp: "dorp/samen/2020-01-01", _later(dorp): "dorp/samen/2021-01-01"})
    village, _ = workspace_of(law, dorp)
    yield "onbekende-overeenkomst", _decided(village, "feiten: {}", reference="dorp/same")
    yield "onbekend-besluit", _decided(village, "feiten: {}", decision="toegan")
    yield "niets-in-werking", _decided(village, "feiten: {}", day=parse_date("2019-12-31"))
    adopted, waiting = (
        dorp.replace("status: concept", "status: vastgesteld"),
        dorp.replace("2020-01-01", "2021-01-01", 1),
    )
    yield "concept-geldt-niet", _decided(workspace_of(law, adopted, waiting)[0], "feiten: {}")
    yield "zaak-past-niet", _decided(village, "feiten: {}", of="delft/scope")
    yield "tweede-rekenaar", _reviewed(_with_many_thresholds(law))
    yield "brief-onvolledig", _letter(village)
    for code, case in CASES.items():
        yield code, _decided(village, case)
    for code, text in FEATURES.items():
        yield code, _feature(text)
    for code, text in TEMPLATES.items():
        yield code, _template(text)


def _with_many_thresholds(law: str) -> str:
    """The law with a decision that passes more comparisons at once than the second calculator can take."""
    rules = (
        f"      - {{naam: vanaf_{n}, als: aantal is ten minste {n}, dan: ja, bron: x}}\n"
        for n in range(1, 71)
    )
    concept = f"  genoeg:\n    soort: ja_nee\n    anders: nee\n    regels:\n{''.join(rules)}"
    decision = "  groot: {titel: Groot, uitkomst: genoeg, rechtskarakter: mededeling, beslisser: college}\n"
    return law.replace("besluiten:\n", f"{concept}\nbesluiten:\n{decision}")


def _file(path: Path) -> Found:
    content = path.read_bytes()
    return load_agreement(FILE, content)[1], {FILE: content.decode()}


def _layers(path: Path) -> Found:
    part = path.read_text("utf-8")
    header, points = good("dorp").split("afspraken:\n")
    own = header + part if part.startswith("afspraken:") else f"{header}afspraken:\n{points}{part}"
    return _reviewed(good("proefwet"), own)


def _reviewed(*texts: str) -> Found:
    workspace, findings = workspace_of(*texts)
    return (*findings, *review(workspace, workspace.agreements)), workspace.sources


def _later(text: str) -> str:
    return text.replace("geldig_vanaf: 2020-01-01", "geldig_vanaf: 2021-01-01")


def _folder(texts: Mapping[str, str]) -> Found:
    with TemporaryDirectory() as folder:
        for text, name in texts.items():
            path = Path(folder, "agreements", f"{name}.yaml")
            path.parent.mkdir(parents=True, exist_ok=True)
            until = "" if name.endswith("2021-01-01") else "geldig_tot_en_met: 2021-06-30\n"
            path.write_text(text.replace("status:", f"{until}status:", 1), "utf-8")
        workspace, findings = load_workspace(Path(folder), None)
    return findings, workspace.sources


def _decided(
    workspace: Workspace,
    case: str,
    *,
    reference: str = "dorp/samen",
    decision: str = "toegang",
    day: int = DAY,
    of: str | None = None,
) -> Found:
    text = f"schema_versie: 1\novereenkomst: {of or reference}\n{case}\n"
    read, findings = read_case("zaak.yaml", text.encode())
    if read is None:
        return findings, NO_LINES
    _, found = decide(workspace, reference, decision, read, Dates(day, day))
    return found, workspace.sources


def _feature(text: str) -> Found:
    file = "features/dorp/samen.feature"
    return read_feature(file, text.encode()).findings, {file: text}


def _template(text: str) -> Found:
    with TemporaryDirectory() as folder:
        Path(folder, "toegang.md.j2").write_text(text, "utf-8")
        found = check_templates((Path(folder),))
    return tuple(replace(one, span=replace(one.span, file=FILE_OF_LETTER)) for one in found), {
        FILE_OF_LETTER: text
    }


def _letter(workspace: Workspace) -> Found:
    text = """schema_versie: 1
overeenkomst: dorp/samen
feiten: {aanwezig: ja, aantal: 3, begonnen_op: 2026-10-15}
oordelen:
  akkoord: {waarde: ja, door: de tester, datum: 2026-10-15, reden: dat past}
"""
    case, _ = read_case("zaak.yaml", text.encode())
    assert case
    decision, _ = decide(workspace, "dorp/samen", "toegang", case, Dates(DAY, DAY))
    assert decision
    with TemporaryDirectory() as folder:
        Path(folder, "toegang.md.j2").write_text(LETTER, "utf-8")
        return compose(decision, (Path(folder), ROOT / "templates"))[1], NO_LINES
