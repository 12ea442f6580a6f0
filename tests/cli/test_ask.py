"""`soco vraag` as a caseworker uses it: lines in, a conversation out, and a case file that loses nothing."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from soco_rules.cli.main import main
from soco_rules.parser.case import read_case

ROOT = Path(__file__).parents[2]
DATES = ("--peildatum", "2026-10-15", "--besluitdatum", "2026-10-20")
WITHDRAWAL = ("delft/scope", "intrekking", *DATES)
NOT_WITHDRAWN = ("ja", "nee", "M. Verkerk", "de opgave klopt", "nee", "", "hij kwam elke week")


@dataclass(frozen=True, slots=True)
class Talk:
    """What was said: exit code and both streams."""

    code: int
    out: str
    err: str

    def has(self, *parts: str) -> bool:
        """Whether all this was said, in this order."""
        rest = self.out
        for part in parts:
            _, found, rest = rest.partition(part)
            if not found:
                return False
        return True


Ask = Callable[..., Talk]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Hold an interview in this repository with lines from a pipe."""

    def run(lines: tuple[str, ...] | io.TextIOBase, *words: object) -> Talk:
        piped = (
            lines if isinstance(lines, io.TextIOBase) else io.StringIO("".join(f"{line}\n" for line in lines))
        )
        monkeypatch.chdir(ROOT)
        monkeypatch.setattr(sys, "stdin", piped)
        with pytest.raises(SystemExit) as stopped:
            main(["vraag", *map(str, words)])
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Talk(stopped.value.code, printed.out, printed.err)

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the case of an interview comes."""
    return tmp_path / "zaak.yaml"


def facts(path: Path) -> dict[str, object]:
    """The values in a case file by name."""
    case, findings = read_case(path.name, path.read_bytes())
    assert case, findings
    return {name: reports[0].value for (name, _), reports in case.facts.items()} | {
        name: (judgement.value, judgement.by, judgement.reason)
        for (name, _), judgement in case.judgements.items()
    }


def test_an_interview_ends_with_the_account_and_the_command_to_repeat_it(ask: Ask, file: Path) -> None:
    talk = ask(NOT_WITHDRAWN, *WITHDRAWAL, "--zaak", file)

    assert (0, "") == (talk.code, talk.err)
    assert talk.has(
        "Vraag 1 (hierna nog ten hoogste 2)",
        "Zeker is nu:",
        "of het college de toestemming intrekt: niet ingetrokken",
        "Er is niets meer te vragen.",
        "Voorstel: Intrekking van de toestemming",
        f"Hetzelfde voorstel opnieuw: soco besluit delft/scope intrekking --zaak {file} {' '.join(DATES)}",
    )
    assert {
        "gehoord": "ja",
        "onjuiste_gegevens": ("nee", "M. Verkerk", "de opgave klopt"),
        "afspraken_geschonden": ("nee", "M. Verkerk", "hij kwam elke week"),
    } == facts(file)


def test_the_command_to_repeat_it_gives_the_same_account(
    ask: Ask, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = ask(NOT_WITHDRAWN, *WITHDRAWAL, "--zaak", file)
    with pytest.raises(SystemExit):
        main(["besluit", *WITHDRAWAL, "--zaak", str(file)])

    assert talk.has(capsys.readouterr().out)


@pytest.mark.parametrize(
    "lines", [("ja", "stop"), ("ja",), ("ja", "nee", "M. Verkerk", "stop"), ("ja", "nee")]
)
def test_a_stopped_interview_is_resumed_where_it_was(ask: Ask, file: Path, lines: tuple[str, ...]) -> None:
    stopped = ask(lines, *WITHDRAWAL, "--zaak", file)
    resumed = ask(NOT_WITHDRAWN[1:], *WITHDRAWAL, "--zaak", file)

    again = f"Gestopt. Verder gaan: soco vraag delft/scope intrekking --zaak {file} {' '.join(DATES)}\n"
    assert (1, True) == (stopped.code, stopped.out.endswith(again))
    assert (0, True) == (resumed.code, resumed.has("Vraag 1 ", "onjuiste gegevens?", "niet ingetrokken"))


def test_going_back_from_a_judgement_asks_that_judgement_again(ask: Ask, file: Path) -> None:
    lines = ("ja", "ja", "terug", "nee", "M. Verkerk", "terug", *NOT_WITHDRAWN[1:])
    talk = ask(lines, *WITHDRAWAL, "--zaak", file)

    assert (0, ("nee", "M. Verkerk", "de opgave klopt")) == (talk.code, facts(file)["onjuiste_gegevens"])


def test_what_was_skipped_can_be_asked_again_later(ask: Ask, file: Path) -> None:
    talk = ask(("ja", "weet niet", "weet niet"), *WITHDRAWAL, "--zaak", file)

    assert talk.has(f"Later aanvullen: soco vraag delft/scope intrekking --zaak {file} {' '.join(DATES)}")


def test_going_back_and_not_knowing(ask: Ask, file: Path) -> None:
    talk = ask(
        ("nee", "terug", "terug", "weet niet", "terug", "ja", "weet ik niet", "weet niet"),
        *WITHDRAWAL,
        "--zaak",
        file,
    )

    assert (1, {"gehoord": "ja"}) == (talk.code, facts(file))
    assert talk.has("Dit is de eerste vraag.", "Nog nodig", "onjuiste gegevens")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("misschien", "'misschien' is geen ja of nee. Schrijf ja of nee."),
        ("", "Er is niets ingevuld. Typ ? voor uitleg, of weet niet."),
        ("?", "Naam in de regels: `gehoord`."),
        ("j\x1b[Da", "Dit antwoord bevat een teken dat niet te lezen is. Schrijf ja of nee."),
    ],
)
def test_what_is_no_answer_is_told_and_asked_again(ask: Ask, line: str, told: str) -> None:
    assert ask((line, *NOT_WITHDRAWN), *WITHDRAWAL).has(f"  {told}\n", "> ja\n", "niet ingetrokken")


def test_bytes_that_are_no_text_are_a_wrong_answer(ask: Ask) -> None:
    piped = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\nja\n"), encoding="utf-8")
    talk = ask(piped, *WITHDRAWAL)

    assert talk.has("Dit antwoord bevat een teken dat niet te lezen is.", "Vraag 2 ")


def test_without_a_file_it_says_that_nothing_is_kept(ask: Ask) -> None:
    assert ask(NOT_WITHDRAWN, *WITHDRAWAL).has("wordt niet bewaard", "De antwoorden zijn niet bewaard.")


def test_special_signs_and_a_source_of_ones_own_are_kept(ask: Ask, file: Path) -> None:
    reason = "zij zei: 'ja', #1 & {2} - €"
    ask((*NOT_WITHDRAWN[:3], reason), *WITHDRAWAL, "--zaak", file, "--bron", "intake: bij A")

    case, _ = read_case("zaak.yaml", file.read_bytes())
    assert case
    assert ("intake: bij A", reason) == (
        case.facts["gehoord", None][0].source,
        case.judgements["onjuiste_gegevens", None].reason,
    )


def test_a_case_in_a_file_keeps_its_heading_letter_and_procedure(ask: Ask, file: Path) -> None:
    example = (ROOT / "docs/voorbeelden/delft-toelating.yaml").read_text("utf-8")
    file.write_text(example.replace("  verwachte_uren", "  #", 1), "utf-8")
    talk = ask(("900",), "delft/scope", "toelating", *DATES, "--zaak", file)

    before, _ = read_case("voor.yaml", example.encode())
    after, _ = read_case("na.yaml", file.read_bytes())
    assert before
    assert after
    assert (0, example.splitlines()[:2]) == (talk.code, file.read_text("utf-8").splitlines()[:2])
    assert (before.letter, before.procedure, "900") == (
        after.letter,
        after.procedure,
        after.facts["verwachte_uren", None][0].value,
    )


def test_an_interview_does_not_begin_on_days_that_cannot_follow_each_other(ask: Ask, file: Path) -> None:
    file.write_text("procedure: {ontvangen: 2026-10-05, verdaagd_op: 2026-10-04}\n", "utf-8")
    talk = ask((), *WITHDRAWAL, "--zaak", file)

    assert (1, "", 1) == (talk.code, talk.out, talk.err.count("fout: procedure-volgorde"))


def test_a_case_in_json_stays_json(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "zaak.json"
    path.write_text('{"overeenkomst": "delft/scope"}', "utf-8")
    ask(("ja",), *WITHDRAWAL, "--zaak", path)

    assert "ja" == json.loads(path.read_text("utf-8"))["feiten"]["gehoord"]["waarde"]


def test_a_month_is_asked_for_with_its_month(ask: Ask) -> None:
    talk = ask((), "delft/scope", "verrekening", "--maand", "2026-10", "--besluitdatum", "2026-11-10")

    assert talk.has("peildatum 1 oktober 2026", "Vraag 1 ")


def test_an_amount_that_is_not_known_yet_is_told_once(ask: Ask) -> None:
    talk = ask(
        ("pw", "1"), "delft/scope", "verrekening", "--maand", "2027-02", "--besluitdatum", "2027-03-01"
    )

    assert 1 == talk.out.count(
        "In de regels is voor 1 februari 2027 niet bekend: de norm voor een alleenstaande"
    )


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("delft/scope", "intrekkin"), 1, "Bedoelde u 'intrekking'?"),
        (("delft/scop", "intrekking"), 1, "Bedoelde u 'delft/scope'?"),
        ((*WITHDRAWAL, "--zaak", "geen-map/zaak.yaml"), 1, "is niet te schrijven"),
        ((*WITHDRAWAL, "--zaak", "docs"), 1, "is niet te lezen"),
        ((*WITHDRAWAL, "--maand", "2026-10"), 2, "Kies --peildatum of --maand"),
        (("delft/scope", "intrekking", "--maand", "2026-10"), 2, "gaat niet over een maand"),
    ],
)
def test_what_stands_in_the_way_is_told(ask: Ask, words: tuple[str, ...], code: int, told: str) -> None:
    talk = ask(("ja",), *words)

    assert (code, True) == (talk.code, told in talk.err)


@pytest.mark.parametrize("content", ["feiten: {gehord: ja}\n", "feiten: [\n", "overeenkomst: elders/samen\n"])
def test_a_case_that_is_wrong_is_told_and_left_alone(ask: Ask, file: Path, content: str) -> None:
    file.write_text(content, "utf-8")
    talk = ask(("ja",), *WITHDRAWAL, "--zaak", file)

    assert (1, content) == (talk.code, file.read_text("utf-8"))


def test_a_file_that_somebody_else_changed_is_not_overwritten(ask: Ask, file: Path) -> None:
    theirs = "overeenkomst: delft/scope\nfeiten: {gehoord: nee}\n"

    class Meanwhile(io.StringIO):
        """Another program writes the file while the caseworker thinks."""

        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # as StringIO does
            file.write_text(theirs, "utf-8")
            return super().readline(-1 if size is None else size)

    talk = ask(Meanwhile("ja\n"), *WITHDRAWAL, "--zaak", file)

    assert (1, theirs) == (talk.code, file.read_text("utf-8"))
    assert "is tijdens het gesprek door iets anders gewijzigd" in talk.err


def test_an_interrupted_interview_has_kept_its_answers(ask: Ask, file: Path) -> None:
    class Interrupted(io.StringIO):
        """The caseworker presses Ctrl-C at the second question."""

        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # as StringIO does
            line = super().readline(-1 if size is None else size)
            if not line:
                raise KeyboardInterrupt
            return line

    talk = ask(Interrupted("ja\n"), *WITHDRAWAL, "--zaak", file)

    assert (2, {"gehoord": "ja"}) == (talk.code, facts(file))
    assert talk.has("Gestopt. Verder gaan: soco vraag")
