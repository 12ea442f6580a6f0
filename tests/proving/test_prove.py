"""What `soco bewijs` says of small agreements: one line of the agreement for every kind of shortfall."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_stack
from soco_rules.proving.periods import Period
from soco_rules.proving.periods import days_between
from soco_rules.proving.prove import prove
from soco_rules.proving.questions import Subject
from soco_rules.proving.questions import questions
from soco_rules.proving.words import Stretch
from soco_rules.proving.words import shortfall
from tests.workspaces import workspace_of

HEAD = """\
kenmerk: dorp/bewijs
soort: overeenkomst
titel: Wat te bewijzen is
geldig_vanaf: 2026-01-01
status: concept
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
aanname_standaard: {eigenaar: beleid, datum: 2026-01-01}
afspraken:
  drempel: {soort: bedrag, omschrijving: vanaf hier, waarde: 100.00, bron: brief}
gegevens:
  omzet: {soort: bedrag, ten_minste: 0, ten_hoogste: 1000.00, vraag: "Hoeveel omzet?"}
  uren: {soort: aantal, ten_minste: 0, ten_hoogste: 40, vraag: "Hoeveel uren?"}
  lid: {soort: ja_nee, vraag: "Lid?"}
  geboortedatum: {soort: datum, vraag: "Geboren?"}
besluiten:
  soort:
    titel: Soort
    uitkomst: soort
    rechtskarakter: mededeling
    beslisser: college
begrippen:
  soort:
    soort: keuze
    waarden: [klein, groot]
    regels:
"""
SMALL = "- {naam: klein, als: omzet is minder dan drempel, dan: klein, bron: brief}"
LARGE = "- {naam: groot, als: omzet is ten minste drempel, dan: groot, bron: brief}"
ABOVE = "- {naam: groot, als: omzet is meer dan drempel, dan: groot, bron: brief}"
FREE = "- {naam: lid, als: lid, dan: klein, bron: brief}"
NEVER = "- {naam: nooit, als: uren is meer dan 40, dan: groot, bron: brief}"
OTHER = "- {naam: geen_lid, als: niet lid, dan: groot, bron: brief}"
IDLE = "- {naam: klein, als: lid en omzet is minder dan drempel, dan: klein, bron: brief}"
ADULT = "- {naam: klein, als: hele jaren tussen geboortedatum en peildatum is ten minste 18, dan: klein, bron: brief}"
CHILD = "- {naam: groot, als: hele jaren tussen geboortedatum en peildatum is minder dan 18, dan: groot, bron: brief}"
YEAR = Period(739_617, 739_981)


def compiled_of(*rules: str, rest: str = "", text: str = HEAD) -> Compiled:
    """The agreement with these rules."""
    text = text + "".join(f"      {rule}\n" for rule in rules) + rest
    workspace, findings = workspace_of(text)
    assert () == findings
    compiled, _ = compile_stack(workspace, workspace.agreements["dorp/bewijs"][0], YEAR.first)
    assert compiled
    return compiled


def shortfalls(*rules: str, rest: str = "", text: str = HEAD) -> list[str]:
    """The codes and messages of what is not proved of an agreement with these rules, in a line each."""
    compiled = compiled_of(*rules, rest=rest, text=text)
    stretch = Stretch(compiled, YEAR, questions(compiled)).proved(lambda: None)
    return [f"{short.finding.code}: {short.finding.message}" for short in stretch.shortfalls]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param((SMALL, LARGE), [], id="on-the-border"),
        pytest.param((ADULT, CHILD), [], id="years"),
        pytest.param((SMALL, ABOVE), ["bewijs-gat: Voor 'soort' geldt geen enkele regel, als omzet is € 100,00."], id="gap-of-a-cent"),
        pytest.param(
            (SMALL, LARGE, NEVER),
            ["bewijs-regel: De regel 'nooit' wint in geen enkel geval."],
            id="never",
        ),
        pytest.param(
            (FREE, OTHER, IDLE),
            ["bewijs-afspraak: De afspraak 'drempel' maakt voor geen enkel besluit verschil."],
            id="no-effect",
        ),
    ],
)  # fmt: skip
def test_what_is_not_proved(rules: tuple[str, ...], expected: list[str]) -> None:
    assert expected == shortfalls(*rules)


def test_two_rules_that_contradict_each_other() -> None:
    expected = "De regels 'lid' en 'groot' gelden samen en geven een andere uitkomst, als lid is ja en omzet is € 100,00."

    assert [f"bewijs-strijd: {expected}"] == shortfalls(FREE, LARGE, SMALL)


def test_a_requirement_that_does_not_hold() -> None:
    rest = (
        "eisen:\n  - {naam: laag, eis: uren is minder dan 40, bron: brief, ernst: fout, melding: te hoog}\n"
    )

    assert ["bewijs-eis: Aan de eis 'laag' is niet voldaan, als uren is 40."] == shortfalls(
        SMALL, LARGE, rest=rest
    )


def test_a_warning_that_can_be_given() -> None:
    rest = "eisen:\n  - {naam: laag, eis: uren is minder dan 40, bron: brief, ernst: waarschuwing, melding: te hoog}\n"

    assert ["bewijs-waarschuwing: Aan de eis 'laag' is niet voldaan, als uren is 40."] == shortfalls(
        SMALL, LARGE, rest=rest
    )


def test_days_without_a_version() -> None:
    first = HEAD.replace(
        "geldig_vanaf: 2026-01-01", "geldig_vanaf: 2025-01-01\ngeldig_tot_en_met: 2025-11-30"
    )
    rules = f"      {SMALL}\n      {LARGE}\n"
    workspace, _ = workspace_of(first + rules, HEAD + rules)

    (found,) = days_between(workspace.agreements["dorp/bewijs"])

    assert (
        "bewijs-tussentijd",
        "Van 1 december 2025 tot en met 31 december 2025 is er geen versie van 'dorp/bewijs' in werking.",
    ) == (found.code, found.message)


def test_without_the_library_the_command_says_how_to_get_it(tmp_path: Path) -> None:
    blocked = "import sys; sys.modules['z3'] = None; from soco_rules.cli.main import main; main(['bewijs', 'delft/scope'])"

    done = subprocess.run(
        [sys.executable, "-c", blocked], capture_output=True, text=True, cwd=tmp_path, check=False
    )

    assert (1, True) == (done.returncode, "pip install '.[bewijs]'" in done.stderr)
    assert "bewijs-niet-beschikbaar" in done.stderr


def test_what_takes_too_much_work_is_not_proved() -> None:
    compiled = compiled_of(SMALL, ABOVE)
    asked = [question for question in questions(compiled) if question.subject is Subject.GAP]

    (proof,) = prove(compiled, tuple(asked), YEAR, effort=1)
    short = shortfall(compiled, proof)

    assert short
    assert (
        "bewijs-open",
        "Niet bewezen: 'soort' heeft altijd een uitkomst, want het rekenwerk werd te groot.",
    ) == (short.finding.code, short.finding.message)


def test_a_rule_for_the_partner_is_asked_of_the_partner() -> None:
    """What holds for one person and not for the other is found, and a rule that only the partner needs can win."""
    text = (
        HEAD.replace(
            "  lid: {soort: ja_nee", '  samen: {soort: ja_nee, vraag: "Samen?"}\n  lid: {soort: ja_nee'
        )
        .replace("gegevens:\n", "personen: {partner: {geldt_als: samen}}\ngegevens:\n")
        .replace("    soort: keuze\n", "    soort: keuze\n    per: persoon\n")
    )
    first = "- {naam: zelf, als: rol is belanghebbende, dan: klein, bron: brief}"
    other = "- {naam: ander, als: rol is partner, dan: groot, bron: brief}"
    clash = "- {naam: lid, als: rol is partner en lid, dan: klein, bron: brief}"

    assert ([], ["bewijs-strijd"]) == (
        [found.split(":")[0] for found in shortfalls(first, other, text=text)],
        [found.split(":")[0] for found in shortfalls(first, other, clash, text=text)],
    )
