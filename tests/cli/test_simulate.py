"""`soco bestand` and `soco simuleer` as a person types them."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.main import main
from soco_rules.simulation.document import NAME
from soco_rules.simulation.document import report_schema
from tests.simulation.files import invented
from tests.simulation.files import written

ROOT = Path(__file__).parents[2]
Soco = Callable[..., tuple[int, str, str]]


@pytest.fixture
def soco(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Soco:
    """Run `soco` with these words in this repository: exit code, output, errors."""

    def run(*words: object) -> tuple[int, str, str]:
        monkeypatch.chdir(ROOT)
        with pytest.raises(SystemExit) as stopped:
            main([str(word) for word in words])
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return stopped.value.code, printed.out, printed.err

    return run


def without_digests(text: str) -> str:
    """What changes with every rule file and every day."""
    text = re.sub(r"sha256:[0-9a-f]{64}", "sha256:...", text)
    return re.sub(r"Gemaakt op [^.]*\.", "Gemaakt op ....", text)


def test_a_change_for_everybody(soco: Soco, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    file = written(tmp_path, invented(60, 2))
    page, sheet, book = (tmp_path / f"rapport.{form}" for form in ("html", "csv", "xlsx"))
    words = ["simuleer", "delft/scope", "--stel", "bijdragepercentage=20%", "--bestand", file]
    words += ["--reeks", "bijdragepercentage=10%..30%:10%"]
    code, out, err = soco(*words, *(part for path in (page, sheet, book) for part in ("--rapport", path)))

    assert 0 == code
    assert snapshot(name="uitvoer") == out.replace(str(tmp_path), "")
    assert snapshot(name="meldingen") == err.replace(str(tmp_path), "")
    assert snapshot(name="pagina") == without_digests(page.read_text("utf-8"))
    assert snapshot(name="cijfers") == sheet.read_text("utf-8")
    assert "partijen" in load_workbook(book).sheetnames[0]


def test_of_a_file_that_may_be_real_no_row_is_shown(soco: Soco, tmp_path: Path) -> None:
    text = invented(60, 2).replace("verzonnen-", "d")
    page = tmp_path / "rapport.html"
    file = written(tmp_path, text)
    code, _, _ = soco(
        "simuleer", "delft/scope", "--stel", "bijdragepercentage=20%", "--bestand", file, "--rapport", page
    )
    shown = page.read_text("utf-8")
    amounts = set(re.findall(r"omzet</th><td>([^<]*)", shown))

    assert 0 == code
    assert "Een samengesteld geval dat erop achteruitgaat" in shown
    assert "Verzonnen bestand" not in shown
    assert amounts
    assert all(int(re.sub(r"\D", "", amount)) % 5000 == 0 for amount in amounts)


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["delft/scoop"], 1, "Bedoelde u 'delft/scope'?"),
        (["delft/scope@2010-01-01"], 1, "geen versie in werking"),
        (["delft/scope", "--stel", "bijdragepercentag=5%"], 1, "Bedoelde u 'bijdragepercentage'?"),
        (["delft/scope", "--stel", "bijdragepercentage=150%"], 1, "ten hoogste 100%"),
        (["delft/scope", "--stel", "reserveringspercentage=95%"], 1, "samen meer dan het geheel"),
        (["delft/scope", "--stel", "bijdragepercentage"], 2, "schrijf --stel PUNT=WAARDE"),
        (["delft/scope", "--reeks", "bijdragepercentage"], 2, "is geen reeks"),
        (["delft/scope", "--reeks", "bijdragepercentage=30%..5%"], 2, "van laag naar hoog"),
        (["delft/scope", "--reeks", "bijdragepercentage=1%..90%"], 2, "60 is het meeste"),
        (["delft/scope", "--reeks", "x", "--reeks", "a=3..1"], 2, "5%; de reeks van 'a' loopt niet"),
        (["delft/scope", "--reeks", "bijdragepercentag=5%..6%"], 1, "Bedoelde u 'bijdragepercentage'?"),
        (["delft/scope", "--besluit", "verekening"], 1, "Bedoelde u 'verrekening'?"),
        (["delft/scope", "--groep", "leefvorn"], 1, "Bedoelde u 'leefvorm'?"),
        (["delft/scope", "--rapport", "x.pdf"], 2, "kies .html, .csv, .xlsx of .json"),
        (["bestaat-niet.yaml"], 1, "het bestand of de map bestaat niet"),
        (["delft/scope", "--motor", "vonk"], 2, "kies duckdb of spark"),
    ],
)
def test_a_mistake_is_told_in_dutch(
    soco: Soco, tmp_path: Path, words: list[str], code: int, expected: str
) -> None:
    file = written(tmp_path, invented(2, 1))
    found, _, err = soco("simuleer", *words, "--bestand", file, "--rapport", tmp_path / "r.html")

    assert (code, True) == (found, expected in err), err


def test_points_that_cannot_be_are_all_told_also_where_the_file_is_not_there(
    soco: Soco, tmp_path: Path
) -> None:
    stated = ("--stel", "bijdragepercentag=5%", "--stel", "urengrens=1300", "--stel", "verrekenwijze=soms")
    code, _, err = soco(
        "simuleer",
        "delft/scope",
        *stated,
        "--bestand",
        tmp_path / "weg.csv",
        "--rapport",
        tmp_path / "r.html",
    )

    assert (1, ["bestand", "buiten-grens", "ongeldige-waarde", "punt-onbekend"]) == (
        code,
        sorted(re.findall(r"fout: (\S+)", err)),
    )


def test_a_version_beside_a_draft_that_lies_anywhere(soco: Soco, tmp_path: Path) -> None:
    known = (ROOT / "agreements/delft/scope/2017-09-01.yaml").read_text("utf-8")
    draft = written(tmp_path, known.replace("{waarde: 10%", "{waarde: 15%"), "concept.yaml")
    file = written(tmp_path, invented(40, 1))
    page = tmp_path / "rapport.html"
    ranges = ("--reeks", "bijdragepercentage=5%..15%:10%", "--reeks", "urengrens=1000..1224:224")
    only = ("--besluit", "bijdrageoverzicht")
    code, out, err = soco(
        "simuleer", "delft/scope@2020-01-01", draft, "--bestand", file, "--rapport", page, *ranges, *only
    )

    assert 0 == code, err
    assert "De coöperatie gaat € " in out
    assert 3 == page.read_text("utf-8").count("<svg")


def test_transitional_law_is_told_with_its_months_and_amounts_in_every_form_of_the_report(
    soco: Soco, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    """A member who was never told of a change keeps the old percentage, so that it costs him nothing."""
    known = (ROOT / "agreements/delft/scope/2017-09-01.yaml").read_text("utf-8")
    open_ = "wijziging_voorbehouden: {open: de overeenkomst met het lid is niet gezien}"
    assert open_ in known
    reserved = known.replace(open_, "wijziging_voorbehouden: {waarde: ja, bron: Convenant}")
    draft = reserved.replace("{waarde: 10%", "{waarde: 20%").replace("2017-09-01", "2026-05-01", 1)
    rows = "".join(
        f"{number},2026-05,lid,cooperatief,1000.00,0,0,0,0,0,nee,alleenstaande,{told}\n"
        for number, told in enumerate(["2026-04-30"] * 12 + ["niet van toepassing"] * 11 + [""])
    )
    columns = (
        "opdrachtkosten,investering,spaarpot_begin,besteed_uit_spaarpot,opname,investering_vooraf_goedgekeurd"
    )
    file = written(
        tmp_path, f"lid,maand,stand,deelname,omzet,{columns},leefvorm,mededeling_ontvangen_op\n{rows}"
    )
    only, page, data = ("--besluit", "bijdrageoverzicht"), tmp_path / "r.html", tmp_path / "r.json"
    code, out, err = soco(
        *("simuleer", "delft/scope", written(tmp_path, draft, "concept.yaml"), "--bestand", file, *only),
        *("--rapport", page, "--rapport", data),
    )
    assert data.exists(), err
    found = json.loads(data.read_text("utf-8"))

    assert (0, ()) == (code, tuple(Draft202012Validator(json.loads(report_schema())).iter_errors(found))), err
    assert "Welke versie geldt door overgangsrecht" in page.read_text("utf-8")
    assert snapshot == (
        [line for line in out.splitlines() if "overgangsrecht" in line.lower()],
        next(each for each in found["tabellen"] if each["sleutel"] == "overgang-nieuw"),
    )


def test_the_schema_of_a_report_in_the_repository_is_up_to_date() -> None:
    assert report_schema() == (ROOT / "schema" / NAME).read_text("utf-8"), "run `make schema`"


def test_a_besluit_without_its_columns_is_left_out_and_told(soco: Soco, tmp_path: Path) -> None:
    file = written(tmp_path, "lid,maand,stand,omzet\na,2026-05,lid,100\n")
    code, _, err = soco("simuleer", "delft/scope", "--bestand", file, "--rapport", tmp_path / "r.html")

    assert 1 == code
    assert "Niet doorgerekend is het besluit 'verrekening'" in err
    assert "caseload-niets" in err


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["delft/scoop", "--uit", "x.csv"], 1, "Bedoelde u 'delft/scope'?"),
        (["delft/scope", "--uit", "x.xls"], 2, "kies .csv of .parquet"),
        (
            ["delft/scope", "--uit", "x.csv", "--besluit", "toelating"],
            1,
            "Er is geen besluit 'toelating' over een maand",
        ),
        (["delft/scope", "--uit", "geen-map/x.csv", "--leden", "1"], 1, "het bestand of de map bestaat niet"),
        (["delft/scope", "--uit", "geen-map/x.parquet", "--leden", "1"], 1, "is niet te schrijven"),
    ],
)
def test_a_mistake_in_making_a_file_is_told(soco: Soco, words: list[str], code: int, expected: str) -> None:
    found, _, err = soco("bestand", "maak", *words)

    assert (code, True) == (found, expected in err), err


def test_a_month_outside_the_calendar_of_the_rules_is_told(soco: Soco, tmp_path: Path) -> None:
    file = written(tmp_path, invented(1, 1).replace("2026-05", "2500-01"))
    code, _, err = soco("simuleer", "delft/scope", "--bestand", file, "--rapport", tmp_path / "r.html")

    assert (1, True) == (code, "caseload-past-niet" in err), err


def test_a_file_without_a_month_that_can_be_read_is_told(soco: Soco, tmp_path: Path) -> None:
    file = written(tmp_path, "lid,maand\na,mei\n")
    code, _, err = soco("simuleer", "delft/scope", "--bestand", file, "--rapport", tmp_path / "r.html")

    assert (1, True) == (code, "Schrijf elke maand als jjjj-mm" in err), err


def test_without_java_the_motor_spark_says_what_to_install(
    soco: Soco, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    file = written(tmp_path, invented(2, 1))
    words = ("--bestand", file, "--rapport", tmp_path / "r.html", "--motor", "spark")
    code, _, err = soco("simuleer", "delft/scope", *words)

    assert (1, True, True) == (code, "Java 17 of nieuwer" in err, "soco-rules[verdeeld]" in err), err


def test_what_two_agreements_ask_is_in_one_file(soco: Soco, tmp_path: Path) -> None:
    filled = []
    for words in (
        ["delft/scope"],
        ["amsterdam/meer-ondernemen"],
        ["delft/scope", "amsterdam/meer-ondernemen"],
    ):
        file = tmp_path / "leden.csv"
        code, _, err = soco("bestand", "maak", *words, "--leden", "30", "--maanden", "1", "--uit", file)
        assert 0 == code, err
        rows = csv.DictReader(file.read_text("utf-8").splitlines())
        filled.append({(row["lid"], name) for row in rows for name, cell in row.items() if cell})

    assert filled[0] | filled[1] == filled[2]
    assert filled[0] != filled[1]


def test_an_open_point_stands_in_the_way_until_it_is_filled(soco: Soco, tmp_path: Path) -> None:
    file = written(tmp_path, invented(60, 1))
    words = ("simuleer", "delft/scope", "--bestand", file, "--rapport", tmp_path / "r.csv")
    open_ = soco(*words)[1]
    filled = soco(
        *words,
        *("--stel-oud", "inkomsten_tijdens_proef=maandelijks"),
        *("--stel-oud", "vrijlating_telt_voor_recht=ja"),
    )[1]

    assert (True, False) == ("een afspraak die open is" in open_, "niet zeker" in filled)


@pytest.mark.parametrize(
    "words",
    [
        ["bestand", "maak", "delft/scope", "--uit", "x.csv"],
        ["simuleer", "delft/scope", "--bestand", "x.csv", "--rapport", "x.html"],
    ],
)
def test_without_the_library_the_command_says_how_to_get_it(tmp_path: Path, words: list[str]) -> None:
    blocked = f"import sys; sys.modules['duckdb'] = None; from soco_rules.cli.main import main; main({words})"
    done = subprocess.run(
        [sys.executable, "-c", blocked],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        check=False,
    )

    assert (1, True) == (done.returncode, "simulatie-niet-beschikbaar" in done.stderr), done.stderr


def test_without_java_the_motor_spark_says_what_is_missing(
    soco: Soco, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, invented(2, 1))
    monkeypatch.setenv("PATH", str(tmp_path))
    words = ("simuleer", "delft/scope", "--bestand", file, "--rapport", tmp_path / "r.html")
    code, _, err = soco(*words, "--motor", "spark")

    assert (1, True, True) == (code, "spark-niet-beschikbaar" in err, "Java 17" in err)
