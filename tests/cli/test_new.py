"""The form for a new agreement as a person fills it in: typed lines in, questions and a file out."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.main import main
from tests.answers import ANSWERS
from tests.docs.pages import DOCS
from tests.docs.pages import blocks

PAGE = (DOCS / "beleid" / "nieuwe-overeenkomst.md").read_text("utf-8")
FILE = "agreements/voorbeeldstad/samen/2026-01-01.yaml"
FEATURE = "features/voorbeeldstad/samen.feature"
HEAD = ("2026-01-01", "", "GM9999", "", "", "", "")
EVERYTHING = (*HEAD, *(line for text in ANSWERS.values() for line in (text, "bron: convenant 2026")))
FIRST_SESSION = (
    *HEAD,
    *("3", "convenant artikel 2", "bron: convenant 2026, artikel 2"),
    *("nee", "", "?", "nee", "aanname", "het convenant noemt geen toets"),
    *("ja", "bron: convenant 2026, artikel 4", "nee", ""),
    *("1300", "1000", "aanname: ruim onder de landelijke grens"),
    *("terug", "900", "bron: convenant 2026, artikel 5"),
    *("open", "wie er handelt is nog niet besproken met de notaris"),
    "stop",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command did."""

    code: int
    out: str
    err: str


Soco = Callable[..., Answer]
Fill = Callable[..., Answer]


@pytest.fixture
def soco(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Soco:
    """Run `soco` in an empty folder."""

    def run(*words: str) -> Answer:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(SystemExit) as stopped:
            main(list(words))
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Answer(stopped.value.code, printed.out, printed.err)

    return run


@pytest.fixture
def fill(soco: Soco, monkeypatch: pytest.MonkeyPatch) -> Fill:
    """Fill in the form for voorbeeldstad/samen with these lines, until they end."""

    def run(*lines: str, options: tuple[str, ...] = ()) -> Answer:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return soco("nieuw", "voorbeeldstad/samen", *options)

    return run


def without_day(text: str) -> str:
    """The text of a file without the day on which it was made."""
    return re.sub(r"(?<=  datum: )\S+", "VANDAAG", text)


def test_a_session_reads_as_a_conversation(fill: Fill, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    answer = fill(*FIRST_SESSION)

    assert (0, "") == (answer.code, answer.err)
    assert snapshot(name="conversation") == answer.out
    assert snapshot(name="file") == without_day((tmp_path / FILE).read_text("utf-8"))


def test_the_page_shows_what_the_form_says(fill: Fill) -> None:
    rest = "\n".join(line.rstrip() for line in fill(*FIRST_SESSION).out.splitlines())
    parts = [part for part in blocks(PAGE, "text") if not part.startswith("soco ")]

    for part in parts:
        before, found, rest = rest.partition(part.strip("\n"))
        assert found, f"not there, or not in this order: {part}\nleft:\n{before}"


def test_from_the_first_question_to_the_first_letter(fill: Fill, soco: Soco, tmp_path: Path) -> None:
    assert 0 == fill(*EVERYTHING).code
    (case,) = blocks(PAGE, "yaml")
    (tmp_path / "zaak.yaml").write_text(case, "utf-8")
    commands = [
        line.split() for part in blocks(PAGE, "text") for line in part.splitlines() if "soco b" in line
    ]

    decided = soco(*commands[0][1:-2])
    (tmp_path / "besluit.json").write_text(decided.out, "utf-8")
    lettered = soco(*commands[1][1:])

    assert ((0, "uitkomst_bekend"), (0, "")) == (
        (decided.code, json.loads(decided.out)["status"]),
        (lettered.code, lettered.err),
    )
    assert "op proef" in (tmp_path / "brief.html").read_text("utf-8")


def test_a_whole_form_leaves_nothing_open_and_scenarios_that_pass(
    fill: Fill, soco: Soco, tmp_path: Path
) -> None:
    answer = fill(*EVERYTHING)

    assert (0, True, True) == (
        answer.code,
        "Nog open: geen\nAannames: geen\n" in answer.out,
        "soco nieuw" not in answer.out,
    )
    (table,) = blocks(PAGE, "gherkin")
    assert table in (tmp_path / FEATURE).read_text("utf-8")
    assert (0, 0) == (soco("toets", "features").code, soco("controleer").code)


def test_the_form_goes_on_where_it_stopped(fill: Fill, tmp_path: Path) -> None:
    fill(*FIRST_SESSION)
    (tmp_path / FILE).write_text((tmp_path / FILE).read_text("utf-8") + "# van mij\n", "utf-8")

    answer = fill("ja", "bron: statuten")

    written = (tmp_path / FILE).read_text("utf-8")
    assert f"Verder met {FILE}.\n\n8 van 40" in answer.out
    assert ("  toestemming_vooraf: {waarde: ja, bron: statuten}" in written, "# van mij" in written) == (
        True,
        True,
    )


def test_a_form_without_questions_left_only_says_what_there_is(fill: Fill) -> None:
    fill(*EVERYTHING)

    answer = fill()

    assert (0, True) == (answer.code, answer.out.startswith(f"Verder met {FILE}.\n\n{FILE}: geen fouten"))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("status: concept", "status: vastgesteld", "is vastgesteld"),
        ("# Gemaakt met soco nieuw.\n", "", "is niet met dit formulier gemaakt"),
    ],
)
def test_a_file_that_is_not_ours_stays_as_it_is(
    fill: Fill, tmp_path: Path, old: str, new: str, why: str
) -> None:
    fill(*HEAD)
    theirs = (tmp_path / FILE).read_text("utf-8").replace(old, new)
    (tmp_path / FILE).write_text(theirs, "utf-8")

    answer = fill("2026-01-01", "2026-02-01", *HEAD[1:], options=("--geldig-vanaf", "2026-01-01"))

    assert [f"{FILE} bestaat al en {why}. Het blijft zoals het is; kies een andere dag."] * 2 == [
        line.strip() for line in answer.out.splitlines() if why in line
    ]
    assert theirs == (tmp_path / FILE).read_text("utf-8")
    assert (tmp_path / FILE.replace("2026-01", "2026-02")).exists()


def test_scenarios_that_a_person_changed_stay(fill: Fill, tmp_path: Path) -> None:
    fill(*EVERYTHING)
    mine = (tmp_path / FEATURE).read_text("utf-8").replace("@voorstel", "@gelezen", 1)
    (tmp_path / FEATURE).write_text(mine, "utf-8")

    answer = fill()

    assert f"Scenario's: {FEATURE} is met de hand gemaakt of veranderd en blijft zoals het is." in answer.out
    assert mine == (tmp_path / FEATURE).read_text("utf-8")
    assert (tmp_path / "features/voorbeeldstad/samen-grenzen-2026-01-01.feature").exists()


def test_a_file_that_cannot_be_read_is_told_and_left(fill: Fill, tmp_path: Path) -> None:
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text("kenmerk: [", "utf-8")

    answer = fill(*HEAD)

    assert (1, True) == (answer.code, "yaml-fout" in answer.err)
    assert "kenmerk: [" == (tmp_path / FILE).read_text("utf-8")


def test_a_file_that_breaks_while_the_form_is_open_is_left(fill: Fill, tmp_path: Path) -> None:
    fill(*HEAD)
    broken = (tmp_path / FILE).read_text("utf-8").replace("afspraken:", "afspraken: {}\nrest:")
    (tmp_path / FILE).write_text(broken, "utf-8")

    answer = fill("ja", "bron: statuten")

    assert (1, broken) == (answer.code, (tmp_path / FILE).read_text("utf-8"))


def test_where_nothing_can_be_written_the_form_says_so_at_once(fill: Fill, tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "voorbeeldstad").write_text("geen map", "utf-8")

    answer = fill(*HEAD)

    assert (1, True, False) == (answer.code, "is niet te maken" in answer.err, "1 van 40" in answer.out)


@pytest.mark.parametrize("lines", [(), ("stop",), ("2026-01-01", "stop", "Samenstad")])
def test_stopping_before_the_first_point_leaves_nothing(
    fill: Fill, tmp_path: Path, lines: tuple[str, ...]
) -> None:
    answer = fill(*lines)

    assert (0, True, []) == (answer.code, "Er is niets bewaard." in answer.out, list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("1 januari",), "'1 januari' is geen datum; schrijf jaar-maand-dag, bijvoorbeeld 2026-10-15"),
        (("2026-01-01", "Stad 13"), "een naam bestaat uit letters, zoals Delft"),
        (("2026-01-01", "", "0503"), "schrijf GM met vier cijfers, zoals GM0503"),
    ],
)
def test_a_heading_that_cannot_be_is_told(fill: Fill, lines: tuple[str, ...], said: str) -> None:
    assert f"  Dat kan niet: {said}.\n" in fill(*lines).out


@pytest.mark.parametrize("name", ["Delft", "scope", "landelijk/x", "a/b/c", "../weg", "delft/"])
def test_a_reference_that_cannot_be_is_wrong_use(soco: Soco, name: str) -> None:
    answer = soco("nieuw", name)

    assert (2, True) == (answer.code, answer.err.startswith(f"fout: '{name}' kan geen kenmerk"))


def test_an_unknown_layer_gets_the_nearest_name(fill: Fill) -> None:
    answer = fill(*HEAD, options=("--bouwt-op", "landelijk/sociale-coperatie"))

    assert (1, True) == (answer.code, "Bedoelde u 'landelijk/sociale-cooperatie'?" in answer.err)


def test_bytes_that_are_no_text_are_no_traceback(soco: Soco, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\nstop\n"), "utf-8"))

    assert 0 == soco("nieuw", "voorbeeldstad/samen").code
