"""`soco verreken` as a treasurer and a clerk type it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.main import main
from soco_rules.dossiers.keys import as_key_file
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import migrate
from soco_rules.dossiers.store import open_store
from soco_rules.dossiers.store import writing
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import ReportedFact
from tests.settling.village import AGREEMENT
from tests.settling.village import MEMBERS
from tests.settling.village import RULES

MANDATES = """\
penningmeester: {orgaan: cooperatie, functie: penningmeester, besluiten: alle, geldig_vanaf: 2020-01-01, bron: statuten artikel 3}
consulent: {orgaan: college, functie: consulent, besluiten: alle, geldig_vanaf: 2020-01-01, bron: mandaatbesluit artikel 1}
"""
FILE = """\
Lidnr;Naam;Omzet excl. btw;Opname;Uren;Ziek
L1;A. Zandstra;1.000,00;250,00;10;nee
L2;B. Çelik;0;0;;ja
L3;C. de Vries;333,33;0,00;5;Nee
;Totaal;1.333,33;250,00;;
"""
COLUMN = ("--kolom", "Omzet excl. btw=omzet")
ADOPT = ("--door", "P. Pen", "--functie", "penningmeester")


@dataclass(frozen=True, slots=True)
class Town:
    """A workspace with a book in a folder of its own, and `soco verreken dorp/pot` in it."""

    root: Path
    settle: Callable[..., tuple[int, str, str]]


@pytest.fixture
def town(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Town:
    folder = tmp_path / "agreements" / "dorp" / "pot"
    folder.mkdir(parents=True)
    rules = RULES.replace("vastgesteld", "concept").replace(
        "    stand: {van: lid}\n", "    stand: {van: lid}\n    brief: overzicht\n"
    )
    (folder / "2020-01-01.yaml").write_text(rules, "utf-8")
    (folder.parent / "mandaten.yaml").write_text(MANDATES, "utf-8")
    (tmp_path / "oktober.csv").write_text(FILE, "utf-8")
    ring = new_ring("test")
    key_file = tmp_path / "sleutels.json"
    key_file.write_bytes(as_key_file(ring))
    key_file.chmod(0o600)
    migrate(str(tmp_path / "dossiers.sqlite"))
    with writing(open_store(str(tmp_path / "dossiers.sqlite"), ring), AGREEMENT, "opzet") as ledger:
        for number, name in enumerate(MEMBERS, start=1):
            dossier = ledger.open_dossier()
            person = Person(
                name=name, member_number=f"L{number}", address=("Voorbeeldstraat 1", "1234 AB Dorp")
            )
            alone = ReportedFact(
                name="leefvorm", value="alleen", source="register", date="2026-01-01", valid_from="2026-01-01"
            )
            ledger.append([Draft(Opened(), dossier), Draft(person, dossier), Draft(alone, dossier)])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOCO_SLEUTELS", str(key_file))
    monkeypatch.setenv("SOCO_GEBRUIKER", "T. Ester")

    def settle(*words: object, month: str = "2026-10") -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stopped:
            main(["verreken", AGREEMENT, "--maand", month, "--datum", "2026-11-05", *map(str, words)])
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return stopped.value.code, printed.out, printed.err

    return Town(tmp_path, settle)


def test_a_month_from_file_to_overview_and_letters(town: Town, snapshot: SnapshotAssertion) -> None:
    told = town.settle("--invoer", "oktober.csv", *COLUMN, "--uit", "uit", "--brieven", ".html", *ADOPT)

    written = sorted(
        str(path.relative_to(town.root)) for path in (town.root / "uit").rglob("*") if path.is_file()
    )
    assert (told, written) == snapshot


def test_the_same_again_makes_the_same_files(town: Town) -> None:
    words = ("--invoer", "oktober.csv", "--uit", "uit", "--brieven", "md", *ADOPT)
    town.settle(*words, *COLUMN)
    before = {path: path.read_bytes() for path in (town.root / "uit").rglob("*") if path.is_file()}
    for path in before:
        path.unlink()

    _, out, _ = town.settle(*words)

    assert (
        "oktober.csv: 3 rijen gelezen; er was niets nieuws. Dit bestand was al geboekt.",
        before,
    ) == (out.splitlines()[0], {path: path.read_bytes() for path in before})


def test_a_mistake_books_nothing_and_tells_where(town: Town, snapshot: SnapshotAssertion) -> None:
    (town.root / "oktober.csv").write_text(FILE.replace("333,33;0,00", "333.333;-1"), "utf-8")

    assert town.settle("--invoer", "oktober.csv", "--uit", "uit", *COLUMN) == snapshot
    assert not (town.root / "uit").exists()


def test_a_form_to_hand_out(town: Town) -> None:
    code, out, _ = town.settle("--sjabloon", "formulier.xlsx")

    book = load_workbook(io.BytesIO((town.root / "formulier.xlsx").read_bytes()))
    assert (0, "Formulier geschreven: formulier.xlsx.\n", ["Maand", "Facturen", "Uitleg"]) == (
        code,
        out,
        book.sheetnames,
    )


def test_a_form_has_the_kind_that_its_name_says(town: Town) -> None:
    code, _, _ = town.settle("--sjabloon", "formulier.csv")
    refused, _, err = town.settle("--sjabloon", "formulier.ods")

    assert (
        0,
        True,
        2,
        "fout: Een formulier is een .xlsx of een .csv, en 'formulier.ods' is dat niet.\n",
    ) == (
        code,
        (town.root / "formulier.csv").read_text("utf-8-sig").startswith("Lidnummer;Naam;Rol;Maand;"),
        refused,
        err,
    )


def test_a_besluit_can_be_taken_alone(town: Town) -> None:
    _, out, _ = town.settle(
        "--invoer", "oktober.csv", *COLUMN, "--uit", "uit", "--brieven", "geen", "--besluit", "overzicht"
    )

    assert "oktober 2026: 3 leden, 3 besluiten, 0 vastgesteld." in out.splitlines()


def test_an_account_that_does_not_balance_is_a_finding(town: Town) -> None:
    rules = town.root / "agreements" / "dorp" / "pot" / "2020-01-01.yaml"
    rules.write_text(rules.read_text("utf-8").replace("eraf: opname, ", ""), "utf-8")

    code, out, err = town.settle("--invoer", "oktober.csv", *COLUMN, "--uit", "uit", "--brieven", "geen")

    assert (1, True, True) == (code, "niet alle sluiten" in out, "grootboek-sluit-niet" in err)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), "fout: Geef --invoer met het bestand van de coöperatie, --uit, of --sjabloon.\n"),
        (("--uit", "x", "--door", "A"), "fout: Vaststellen vraagt --door en --functie allebei.\n"),
        (("--uit", "x", "--brieven", "txt"), "fout: De optie --brieven: 'txt' is geen vorm; kies uit .pdf, .html, .docx, .md of geen.\n"),
        (("--uit", "x", "--kolom", "omzet"), "fout: De optie --kolom: 'omzet' is geen Kop=naam, zoals 'Omzet excl. btw=omzet'.\n"),
        (
            ("--uit", "x", "--besluit", "toelating"),
            "fout: 'toelating' is geen besluit van de maandafrekening; kies uit betaling, overzicht.\n",
        ),
    ],
)  # fmt: skip
def test_wrong_use_is_told(town: Town, words: tuple[str, ...], expected: str) -> None:
    assert (2, "", expected) == town.settle(*words)


def test_a_file_that_is_not_there_is_told(town: Town) -> None:
    code, _, err = town.settle("--invoer", "weg.csv", "--uit", "uit")

    assert (1, True) == (code, "'weg.csv' is niet te lezen: het bestand of de map bestaat niet" in err)


def test_a_changed_file_over_decisions_reopens_what_rests_on_it(
    town: Town, snapshot: SnapshotAssertion
) -> None:
    town.settle("--invoer", "oktober.csv", *COLUMN, *ADOPT)
    changed = FILE.replace("333,33", "433,33").replace("1.333,33", "1.433,33")
    (town.root / "oktober.csv").write_text(changed, "utf-8")

    told = [
        town.settle("--invoer", "oktober.csv"),
        town.settle("--invoer", "oktober.csv", "--correctie"),
        town.settle("--invoer", "oktober.csv", "--correctie"),
        town.settle("--correctie", "--uit", "uit"),
    ]

    assert told == snapshot
