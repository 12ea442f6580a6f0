"""`soco vaststellen` and the final letter, as a person types them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from soco_rules.cli.dossier.key_file import write_keys
from soco_rules.cli.main import main
from soco_rules.dossiers.keys import new_ring
from soco_rules.dossiers.store import migrate
from soco_rules.files import exists
from soco_rules.files import write_file
from soco_rules.web.settings import Settings
from tests.adopted import REFERENCE
from tests.adopted import ROOT
from tests.web.legal.waterstede import admission

FILE = Path("agreements") / REFERENCE / "2026-01-01.yaml"
SAID = (
    "--door",
    "A. de Groot",
    "--functie",
    "teamleider participatie",
    "--datum",
    "2026-10-22",
    "--zienswijze",
    "niet_verplicht",
    "--toelichting",
    "Naaiwerk past bij uw plan van aanpak.",
)
MANY_HOURS = {"verwachte_uren: {waarde: 600": "verwachte_uren: {waarde: 1100"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command did, with the folder of the test left out of its words."""

    code: int
    out: str
    err: str


class Town:
    """The workspace of Waterstede in a folder of its own, and `soco` in it."""

    def __init__(self, root: Path, run: Callable[..., Answer]) -> None:
        self.root = root
        self.soco = run

    def proposal(self, changes: dict[str, str] | None = None) -> Path:
        """A stored proposal on admission."""
        case = self.root / "zaken" / "toelating.yaml"
        text = case.read_text("utf-8")
        for before, after in (changes or {}).items():
            assert before in text
            text = text.replace(before, after)
        case.write_text(text, "utf-8")
        days = ("--peildatum", "2026-10-15", "--besluitdatum", "2026-10-20")
        answer = self.soco("besluit", REFERENCE, "toelating", "--zaak", case, *days, "--json")
        path = self.root / "besluit.json"
        path.write_text(answer.out, "utf-8")
        return path

    def adoption(self) -> Path:
        """A stored adoption of it."""
        path = self.root / "vaststelling.json"
        answer = self.soco("vaststellen", self.proposal(), *SAID, "--uit", path)
        assert answer.code == 0, answer.err
        return path


@pytest.fixture
def town(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Town:
    """A copy of the workspace of Waterstede."""
    root = tmp_path / "waterstede"
    shutil.copytree(ROOT, root)
    monkeypatch.chdir(root)

    def run(*words: object) -> Answer:
        with pytest.raises(SystemExit) as stopped:
            main([str(word) for word in words])
        printed = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Answer(
            stopped.value.code, *(text.replace(f"{root}/", "") for text in (printed.out, printed.err))
        )

    return Town(root, run)


def test_an_adoption_is_told_with_its_defaults(town: Town, snapshot: SnapshotAssertion) -> None:
    answer = town.soco("vaststellen", town.proposal(), *SAID, "--uit", town.root / "vaststelling.json")

    assert (0, "") == (answer.code, answer.err)
    assert snapshot == answer.out


def test_a_beschikking_without_a_letter_is_adopted_with_a_letter_of_ones_own(town: Town) -> None:
    (town.root / "templates" / "waterstede" / "toelating.md.j2").write_text("# {{ niets }}\n", "utf-8")
    words = ("vaststellen", town.proposal(), *SAID, "--uit", "v.json")

    without = town.soco(*words)
    there = (town.root / "v.json").exists()
    within = town.soco(*words, "--eigen-brief", "Z-2026-118")

    assert (1, True, False) == (without.code, "zonder-brief" in without.err, there)
    assert (0, True, "Z-2026-118") == (
        within.code,
        within.out.endswith("  bekendgemaakt met de eigen brief: Z-2026-118\nBewaard in v.json.\n"),
        json.loads((town.root / "v.json").read_text("utf-8"))["eigen_brief"],
    )


def test_a_deviation_is_told_as_one(town: Town, snapshot: SnapshotAssertion) -> None:
    said = [word for word in SAID if word != "niet_verplicht"]
    said.insert(said.index("--zienswijze") + 1, "gehoord:2026-10-21")
    deviation = ("--afwijking", "toegewezen_op_proef", "--afwijking-reden", "zij begint met minder uren")
    heard = ("--zienswijze-toelichting", "Mevrouw wil graag beginnen.")

    answer = town.soco("vaststellen", town.proposal(MANY_HOURS), *said, *heard, *deviation, "--uit", "v.json")

    assert (0, "") == (answer.code, answer.err)
    assert snapshot == answer.out


def test_what_stands_in_the_way_is_told_at_once_and_nothing_is_written(
    town: Town, snapshot: SnapshotAssertion
) -> None:
    answer = town.soco(
        "vaststellen",
        town.proposal(MANY_HOURS),
        "--door",
        "A. de Groot",
        "--functie",
        "inkomensconsulent",
        "--datum",
        "2026-10-19",
        "--zienswijze",
        "financieel",
        "--uit",
        "v.json",
    )

    assert (1, "", False) == (answer.code, answer.out, (town.root / "v.json").exists())
    assert snapshot == answer.err


def test_a_rule_file_that_changed_since_stops_the_adoption(town: Town) -> None:
    stored = town.proposal()
    text = (town.root / FILE).read_text("utf-8")
    (town.root / FILE).write_text(text.replace("waarde: 3 maanden", "waarde: 2 maanden"), "utf-8")

    answer = town.soco("vaststellen", stored, *SAID, "--uit", "v.json")

    assert (1, False) == (answer.code, (town.root / "v.json").exists())
    assert "voorstel-achterhaald" in answer.err
    assert "uitkomsten, proefperiode tot en met, waarde: was 2027-02-01, is nu 2027-01-01" in answer.err


def test_an_adoption_is_not_replaced(town: Town) -> None:
    path = town.adoption()
    before = path.read_bytes()

    answer = town.soco("vaststellen", town.root / "besluit.json", *SAID, "--uit", path)

    assert (1, before) == (answer.code, path.read_bytes())
    assert "'vaststelling.json' bestaat al" in answer.err


def test_two_who_adopt_at_once_do_not_replace_each_other(town: Town) -> None:
    """As with a link that leads nowhere, the name is taken and reading finds nothing."""
    path = town.root / "vaststelling.json"
    path.symlink_to(town.root / "elders.json")

    answer = town.soco("vaststellen", town.proposal(), *SAID, "--uit", path)

    assert (1, True, False) == (answer.code, path.is_symlink(), (town.root / "elders.json").exists())
    assert "'vaststelling.json' bestaat al" in answer.err


def test_a_file_that_somebody_else_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "vaststelling.json"
    path.write_bytes(b"eerst")

    findings = write_file(path, b"later", keep=True)

    assert ([exists(path)], b"eerst", [path]) == (list(findings), path.read_bytes(), list(tmp_path.iterdir()))


def test_an_exception_that_is_misspelt_gives_no_mandate(town: Town) -> None:
    register = town.root / "agreements" / "waterstede" / "mandaten.yaml"
    text = register.read_text("utf-8").replace("[afgewezen]", "[afgeweezen]")
    register.write_text(text, "utf-8")
    said = ["inkomensconsulent" if word == "teamleider participatie" else word for word in SAID]

    answer = town.soco("vaststellen", town.proposal(), *said, "--uit", "v.json")

    assert (1, False) == (answer.code, (town.root / "v.json").exists())
    assert "'afgeweezen' is geen uitkomst van het besluit 'toelating'" in answer.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("b.json", "--door", "A", "--functie", "B", "--uit", "v.pdf"),
            "fout: Een vaststelling is een bestand .json, en 'v.pdf' is dat niet.\n",
        ),
        (("b.json",), "fout: De optie --door ontbreekt. --help toont wat het commando nodig heeft.\n"),
        (
            ("b.json", "--door", "A", "--functie", "B"),
            "fout: De optie --uit ontbreekt. --help toont wat het commando nodig heeft.\n",
        ),
        (
            ("a", "b", "c", "--door", "A", "--functie", "B"),
            "fout: Geef één besluit, of een kenmerk en een versie.\n",
        ),
        (
            ("b.json", "--door", "A", "--functie", "B", "--uit", "v.json", "--zienswijze", "gehoort"),
            (
                "fout: De optie --zienswijze: 'gehoort' is geen wijze van horen; kies uit: gehoord, niet_verplicht, "
                "geringe_afwijking, gegevens_niet_verstrekt, spoed, eerder_gehoord, doel, financieel.\n"
            ),
        ),
        (
            (
                "b.json",
                "--door",
                "A",
                "--functie",
                "B",
                "--uit",
                "v.json",
                "--zienswijze",
                "gehoord:2026-02-30",
            ),
            "fout: De optie --zienswijze: '2026-02-30' is geen bestaande datum; schrijf bijvoorbeeld 2026-10-15.\n",
        ),
        (
            ("b.json", "--door", "A", "--functie", "B", "--uit", "v.json", "--zienswijze-toelichting", "x"),
            "fout: Bij --zienswijze-toelichting hoort --zienswijze.\n",
        ),
        (
            ("b.json", "--door", "A", "--functie", "B", "--uit", "v.json", "--afwijking-reden", "x"),
            "fout: De optie --afwijking-reden hoort bij --afwijking.\n",
        ),
        (
            ("b.json", "--door", "A", "--functie", "B", "--uit", "v.json", "--afwijking", "patner=verleend"),
            "fout: 'patner' is geen persoon in een besluit. Bedoelde u 'partner'?\n",
        ),
        (
            (
                "b.json",
                "--door",
                "A",
                "--functie",
                "B",
                "--uit",
                "v.json",
                "--afwijking",
                "a",
                "--afwijking",
                "b",
            ),
            "fout: De optie --afwijking staat er twee keer voor dit besluit.\n",
        ),
        (
            (REFERENCE, "2026-01-01", "--door", "A", "--functie", "B", "--uit", "v.json"),
            "fout: De optie --uit hoort bij een besluit en niet bij een overeenkomst.\n",
        ),
        (
            (REFERENCE, "2026", "--door", "A", "--functie", "B"),
            "fout: De versie '2026' is geen bestaande datum; schrijf haar eerste dag, zoals 2026-01-01.\n",
        ),
    ],
)
def test_wrong_use_is_told_in_dutch(town: Town, words: tuple[str, ...], message: str) -> None:
    assert Answer(2, "", message) == town.soco("vaststellen", *words)


# A version of an agreement

RED = """\
# language: nl
Functionaliteit: De Sluis

  Scenario: Wie nog niets zei wordt toegelaten
    Gegeven de overeenkomst "{}"
    En de peildatum is 2026-10-15
    Als het besluit "toelating" wordt voorgesteld
    Dan is de uitkomst "toegewezen"
"""
BOARD = ("--bestuursbesluit", "BW-2026-0412", "--bestuursbesluit-datum", "2026-10-20")


def test_a_version_is_written_in_the_register_and_then_kept(town: Town, snapshot: SnapshotAssertion) -> None:
    said = ("--door", "A. de Groot", "--functie", "beleidsadviseur", "--datum", "2026-10-22", *BOARD)

    first = town.soco("vaststellen", REFERENCE, "2026-01-01", *said)
    again = town.soco("vaststellen", REFERENCE, "2026-01-01", *said)
    text = (town.root / FILE).read_text("utf-8")
    (town.root / FILE).write_text(f"{text}# een opmerking\n", "utf-8")
    changed = town.soco("vaststellen", REFERENCE, "2026-01-01", *said)

    assert (0, 1, 1) == (first.code, again.code, changed.code)
    assert snapshot == f"{first.out}\n{again.err}\n{changed.err}"


def test_a_version_names_the_open_proposals_that_it_makes_stale(town: Town, tmp_path: Path) -> None:
    ring, keys, store = new_ring("proef"), tmp_path / "sleutels.json", str(tmp_path / "dossiers.sqlite")
    write_keys(keys, ring)
    migrate(store)
    admission(Settings(town.root, store, ring, lambda: 0))
    text = (town.root / FILE).read_text("utf-8")
    (town.root / FILE).write_text(f"{text}# een opmerking\n", "utf-8")
    said = ("--door", "A. de Groot", "--functie", "beleidsadviseur", "--datum", "2026-10-22", *BOARD)
    where = ("--opslag", store)

    unread = town.soco("vaststellen", REFERENCE, "2026-01-01", *said, *where)
    (town.root / "agreements" / "vastgesteld.yaml").unlink()
    named = town.soco("vaststellen", REFERENCE, "2026-01-01", *said, *where, "--sleutels", keys)

    assert (0, 0) == (unread.code, named.code), named.err
    assert [
        "Of open voorstellen in de dossiers hierdoor niet meer kloppen, is niet nagekeken: daarvoor is --sleutels nodig.",
        "1 open voorstel klopt niet meer met de regels van nu; doe daarvoor een nieuw voorstel:",
        "- waterstede/de-sluis, dossier 1: Toestemming voor deelname aan de sociale coöperatie (voorstel 3)",
    ] == [*unread.out.splitlines()[-1:], *named.out.splitlines()[-2:]]


def test_a_version_with_a_mistake_is_not_adopted(town: Town) -> None:
    text = (town.root / FILE).read_text("utf-8")
    (town.root / FILE).write_text(text.replace("dan: op_de_wachtlijst", "dan: op_de_lijst"), "utf-8")

    answer = town.soco("vaststellen", REFERENCE, "2026-01-01", "--door", "A", "--functie", "B", *BOARD)

    assert (1, False) == (answer.code, (town.root / "agreements" / "vastgesteld.yaml").exists())
    assert "op_de_lijst" in answer.err


def test_a_version_with_a_red_scenario_is_not_adopted(town: Town, snapshot: SnapshotAssertion) -> None:
    path = town.root / "features" / f"{REFERENCE}.feature"
    path.parent.mkdir(parents=True)
    path.write_text(RED.format(REFERENCE), "utf-8")
    said = ("--door", "A. de Groot", "--functie", "beleidsadviseur", "--datum", "2026-10-22", *BOARD)

    answer = town.soco("vaststellen", REFERENCE, "2026-01-01", *said)

    assert (1, False) == (answer.code, (town.root / "agreements" / "vastgesteld.yaml").exists())
    assert snapshot == answer.err


def test_a_version_is_adopted_under_a_mandate_of_the_register(town: Town) -> None:
    register = town.root / "agreements" / "waterstede" / "mandaten.yaml"
    line = (
        "afspraken: {orgaan: college, functie: beleidsadviseur, besluiten: [overeenkomst], "
        "geldig_vanaf: 2026-01-01, bron: Mandaatbesluit 2026}\n"
    )
    said = ("--door", "A. de Groot", "--functie", "beleidsadviseur", "--datum", "2026-10-22")

    refused = town.soco("vaststellen", REFERENCE, "2026-01-01", *said)
    register.write_text(register.read_text("utf-8") + line, "utf-8")
    answer = town.soco("vaststellen", REFERENCE, "2026-01-01", *said)

    assert (1, 0) == (refused.code, answer.code)
    assert "heeft op 22 oktober 2026 geen mandaat om overeenkomsten vast te stellen" in refused.err
    assert "Onder het mandaat van beleidsadviseur (agreements/waterstede/mandaten.yaml)." in answer.out


def test_a_version_is_adopted_in_its_own_folder(
    town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    answer = town.soco("vaststellen", "delft/scope", "2017-09-01", "--door", "A", "--functie", "B")

    assert (
        Answer(2, "", "fout: Een versie is alleen vast te stellen in de map waarin agreements staat.\n")
        == answer
    )


# The letter


@pytest.mark.parametrize("form", ["html", "pdf", "md"])
def test_the_letter_of_an_adoption_is_final(town: Town, form: str) -> None:
    answer = town.soco("brief", town.adoption(), "--uit", f"brief.{form}", "--bijlage")

    assert Answer(0, f"Brief geschreven: brief.{form} (definitief).\n", "") == answer


def test_a_letter_to_change_is_always_a_concept(town: Town) -> None:
    answer = town.soco("brief", town.adoption(), "--uit", "brief.docx")

    assert (
        "Brief geschreven: brief.docx (CONCEPT).\n"
        "- Dit bestand is bedoeld om na te lezen; de brief zelf is een PDF.\n"
    ) == answer.out


def test_the_letter_of_a_proposal_is_a_concept_and_says_why(town: Town) -> None:
    answer = town.soco("brief", town.proposal(), "--uit", "brief.md")

    assert (
        "Brief geschreven: brief.md (CONCEPT).\n- Het voorstel is nog niet door een bevoegd persoon vastgesteld.\n"
    ) == answer.out


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"functie": "stagiair"}, "de functie 'stagiair' heeft geen mandaat van het college"),
        (
            {"mandaat": {"naam": "x", "orgaan": "college", "bron": "x"}},
            "'mandaat' in dit bestand is niet wat bij het vaststellen hoort",
        ),
        (
            {"zienswijze": {"wijze": "gehoord", "datum": "2026-10-21", "toelichting": ""}},
            "bij 'gehoord' ontbreekt wat de belanghebbende heeft gezegd, of dat hij niets wilde zeggen",
        ),
    ],
)
def test_an_adoption_that_was_made_by_hand_gives_no_final_letter(
    town: Town, changes: dict[str, object], why: str
) -> None:
    path = town.adoption()
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), "utf-8")

    written = town.soco("brief", path, "--uit", "brief.md")
    checked = town.soco("brief", path, "--controle")

    assert (
        0,
        f"Brief geschreven: brief.md (CONCEPT).\n- De vaststelling klopt niet: {why}.\n",
        1,
    ) == (written.code, written.out, checked.code)
    assert "waarschuwing: vaststelling-klopt-niet" in written.err


def test_an_adoption_without_its_rules_gives_no_final_letter(town: Town) -> None:
    path = town.adoption()
    (town.root / FILE).unlink()

    answer = town.soco("brief", path, "--uit", "brief.md")

    assert (
        "Brief geschreven: brief.md (CONCEPT).\n"
        "- De vaststelling klopt niet: er is geen enkel regelbestand gevonden.\n"
    ) == answer.out


def test_a_letter_of_the_last_day_of_the_calendar_is_written_too(town: Town) -> None:
    path = town.root / "vaststelling.json"
    town.soco("vaststellen", town.proposal(), *SAID, "--verzonden-op", "9999-12-31", "--uit", path)

    answer = town.soco("brief", path, "--uit", "brief.md")

    assert (0, "") == (answer.code, answer.err)
    assert "van dat jaar zijn de feestdagen niet bekend" in answer.out


def test_the_same_adoption_gives_the_same_bytes(town: Town) -> None:
    path = town.adoption()
    town.soco("brief", path, "--uit", "een.pdf")
    town.soco("brief", path, "--uit", "twee.pdf")

    assert (town.root / "een.pdf").read_bytes() == (town.root / "twee.pdf").read_bytes()


def test_the_checks_of_a_final_letter_are_met(town: Town, snapshot: SnapshotAssertion) -> None:
    answer = town.soco("brief", town.adoption(), "--controle")

    assert (0, "") == (answer.code, answer.err)
    assert snapshot == answer.out


def test_the_checks_of_a_proposal_fail_where_a_person_has_to_act(town: Town) -> None:
    answer = town.soco("brief", town.proposal(), "--controle")

    assert 1 == answer.code
    assert "C3  niet voldaan: een bevoegd persoon heeft ondertekend" in answer.out


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"datum": "gisteren"}, "datum"),
        ({"verzonden_op": "2026-13-01"}, "verzonden_op"),
        ({"zienswijze": {"wijze": "gehoord", "datum": "x", "toelichting": "y"}}, "zienswijze.datum"),
        ({"zienswijze": {"wijze": "vergeten", "toelichting": "y"}}, "zienswijze.wijze"),
        ({"handtekening": "ja"}, "handtekening"),
    ],
)
def test_a_file_that_is_no_adoption_is_refused(town: Town, changes: dict[str, object], where: str) -> None:
    path = town.adoption()
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), "utf-8")

    answer = town.soco("brief", path, "--uit", "brief.md")

    assert (1, False) == (answer.code, (town.root / "brief.md").exists())
    assert f"is geen vaststelling van soco vaststellen (bij {where})" in answer.err


def test_a_day_inside_the_adopted_decision_is_read_too(town: Town) -> None:
    path = town.adoption()
    data = json.loads(path.read_text("utf-8"))
    data["besluit"]["peildatum"] = "ooit"
    path.write_text(json.dumps(data), "utf-8")

    assert "(bij besluit.peildatum)" in town.soco("brief", path, "--uit", "brief.md").err


def test_the_proposal_in_an_adoption_is_taken_again(town: Town) -> None:
    path = town.adoption()
    same = town.soco("herhaal", path)
    text = (town.root / FILE).read_text("utf-8")
    (town.root / FILE).write_text(text.replace("waarde: 3 maanden", "waarde: 2 maanden"), "utf-8")
    changed = town.soco("herhaal", path)

    assert (0, 1) == (same.code, changed.code)
    assert "- uitkomsten, proefperiode tot en met, waarde: was 2027-02-01, is nu 2027-01-01" in changed.out
