"""`soco vergelijk` as a policy advisor types it: versions, variants, files; what is wrong is told in Dutch."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.main import main
from soco_rules.comparing.document import NAME
from soco_rules.comparing.document import comparison_schema
from tests.comparing.villages import OLD
from tests.comparing.villages import changed

ROOT = Path(__file__).parents[2]
DAY = ("--peildatum", "2026-11-15")
LATER = changed(("2026-01-01\nstatus", "2026-06-01\nstatus"), ("waarde: 10%", "waarde: 12%"))
FEATURE = """\
# language: nl
Functionaliteit: De tuin van het dorp
  Scenario: Een deel voor de tuin
    Gegeven de overeenkomst "dorp/tuin"
    En de maand is 2026-03
    En de gegevens
      | gegeven | waarde |
      | omzet   | 500.00 |
    Als het besluit "deel" wordt voorgesteld
    Dan is de uitkomst "€ 50,00"
  Scenario: Wie niet in het dorp woont
    Gegeven de overeenkomst "dorp/tuin"
    En de maand is 2026-03
    En de gegevens
      | gegeven    | waarde |
      | woont_hier | nee    |
    Als het besluit "toegang" wordt voorgesteld
    Dan is de uitkomst "elders"
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command did."""

    code: int
    out: str
    err: str


Soco = Callable[..., Answer]


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A workspace with two versions of one agreement, its scenarios, and a proposal beside them."""
    folder = tmp_path / "agreements" / "dorp" / "tuin"
    folder.mkdir(parents=True)
    (folder / "2026-01-01.yaml").write_text(OLD, "utf-8")
    (folder / "2026-06-01.yaml").write_text(LATER, "utf-8")
    features = tmp_path / "features" / "dorp"
    features.mkdir(parents=True)
    (features / "tuin.feature").write_text(FEATURE, "utf-8")
    (tmp_path / "voorstel.yaml").write_text(changed(("waarde: 100.00", "waarde: 80.00")), "utf-8")
    return tmp_path


@pytest.fixture
def soco(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, village: Path) -> Soco:
    """Run `soco vergelijk` with these words in the village."""

    def run(*words: object) -> Answer:
        monkeypatch.chdir(village)
        with pytest.raises(SystemExit) as stopped:
            main(["vergelijk", *map(str, words)])
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Answer(stopped.value.code, printed.out, printed.err)

    return run


def test_two_versions_are_laid_beside_each_other(soco: Soco, snapshot: SnapshotAssertion) -> None:
    answer = soco("dorp/tuin@2026-01-01", "dorp/tuin@2026-06-01")

    assert snapshot == answer.out
    assert 0 == answer.code


def test_a_file_outside_the_agreements_and_a_stated_point(soco: Soco, snapshot: SnapshotAssertion) -> None:
    answer = soco("dorp/tuin", "voorstel.yaml", "--stel", "aandeel=open", *DAY, "--zonder-scenarios")

    assert snapshot == answer.out
    assert 0 == answer.code


def test_the_page_is_for_a_council_and_loads_nothing(
    soco: Soco, village: Path, snapshot: SnapshotAssertion
) -> None:
    answer = soco("dorp/tuin@2026-01-01", "dorp/tuin@2026-06-01", "--rapport", "F.html")

    page = (village / "F.html").read_text("utf-8")
    assert (0, False, False) == (answer.code, "<script" in page, "http" in page.replace("http-equiv", ""))
    assert snapshot == "\n".join(
        line for line in page[page.index("<main>") :].splitlines() if " 20" not in line
    )


def test_the_json_keeps_to_its_schema(soco: Soco) -> None:
    answer = soco("dorp/tuin@2026-01-01", "dorp/tuin@2026-06-01", "--json")

    found = json.loads(answer.out)
    errors = Draft202012Validator(json.loads(comparison_schema())).iter_errors(found)
    assert [] == [error.message for error in errors]
    assert [("toegang", "gelijk bewezen"), ("deel", "verschilt")] == [
        (one["besluit"], one["oordeel"]) for one in found["besluiten"]
    ]


def test_the_schema_in_the_repository_is_up_to_date() -> None:
    assert comparison_schema() == (ROOT / "schema" / NAME).read_text("utf-8"), "run `make schema`"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("dorp/tuin",), 2, "Geef NIEUW, of vul met --stel een punt anders in"),
        (("dorp/tuin", "--stel", "aandeel"), 2, "'aandeel' is niet te lezen; schrijf --stel PUNT=WAARDE"),
        (
            ("dorp/tuin", "--stel", "drempel", "--stel", "aandeel=1%", "--stel", "aandeel=2%"),
            2,
            "zoals bijdragepercentage=12%. --stel vult het punt 'aandeel' twee keer in",
        ),
        (("dorp/tuin@gisteren", "dorp/tuin"), 2, "'gisteren' in dorp/tuin@gisteren is geen bestaande datum"),
        (("dorp/tuin@2020-01-01", "dorp/tuin"), 1, "kies een versie: dorp/tuin@2026-01-01"),
        (("dorp/tuim", "dorp/tuin"), 1, "Bedoelde u 'dorp/tuin'?"),
        (("dorp/tuin", "--stel", "aandel=1%"), 1, "Bedoelde u 'aandeel'?"),
        (("dorp/tuin", "--stel", "aandeel=veel"), 1, "'veel' is geen percentage"),
        (("dorp/tuin", "weg.yaml"), 1, "'weg.yaml' is niet te lezen"),
        (("dorp/tuin", "kapot.yaml"), 1, "kapot.yaml:1:"),
        (("dorp/tuin", "voorstel.yaml", "--besluit", "toegan"), 1, "Bedoelde u 'toegang'?"),
        (
            ("dorp/tuin", "voorstel.yaml", "--rapport", "weg/F.html", "--zonder-scenarios"),
            1,
            "is niet te schrijven",
        ),
    ],
)
def test_what_is_wrong_is_told(
    soco: Soco, village: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    (village / "kapot.yaml").write_text("kenmerk: [\n", "utf-8")
    dated = () if any("@" in word for word in words) else DAY

    answer = soco(*words, *dated)

    assert (code, True) == (answer.code, message.casefold() in answer.err.casefold()), answer.err


def test_an_agreement_without_scenarios_says_so(soco: Soco, village: Path) -> None:
    shutil.rmtree(village / "features")

    assert (
        "Het bestand features/dorp/tuin.feature is er niet." in soco("dorp/tuin", "voorstel.yaml", *DAY).out
    )
