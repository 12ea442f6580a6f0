"""What the scenarios about a version say when it is adopted: red ones refuse it, unguarded rules are told of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from soco_rules.drafting.adopting import Said
from soco_rules.drafting.adopting import Tried
from soco_rules.drafting.adopting import adopt_final
from soco_rules.drafting.adopting import tried
from soco_rules.model.values import parse_date
from soco_rules.parser.register import REGISTER
from soco_rules.parser.register import Consent
from tests.guarding import FEATURE
from tests.guarding import scenario
from tests.guarding import with_scenarios

ROOT = Path(__file__).parent / "agreements" / "dossiers"
SHIPPED = Path(__file__).parents[1]
KADE, FIRST = "havendorp/de-kade", parse_date("2026-01-01")
SAID = Said("A. de Groot", "jurist", parse_date("2026-01-01"), Consent("BW-2025-0900", "2025-12-16"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace in which a test may write."""
    return Path(shutil.copytree(ROOT, tmp_path / "werkmap"))


def fared(found: Tried) -> tuple[int, int, int]:
    """How many scenarios hold, fail and wait for somebody to confirm them."""
    assert found.guarded is not None
    return found.guarded.green, len(found.guarded.red), found.guarded.unconfirmed


def told(root: Path) -> tuple[tuple[int, int, int], list[tuple[str, str]]]:
    """How the scenarios about the version fare, and what is told of them."""
    found = tried(root, SHIPPED, KADE, FIRST, SAID)
    return fared(found), [(each.code, each.message) for each in found.findings]


def test_a_version_whose_scenarios_hold_is_adopted(root: Path) -> None:
    with_scenarios(root, scenario("elders"), scenario("nog eens"))

    assert ((2, 0, 0), []) == told(root)
    assert adopt_final(root, SHIPPED, KADE, FIRST, SAID).final
    assert (root / REGISTER).exists()


def test_one_red_scenario_refuses_it_and_says_where_and_why(root: Path) -> None:
    with_scenarios(root, scenario("elders"), scenario("toch hier", outcome="toegewezen"))

    found = adopt_final(root, SHIPPED, KADE, FIRST, SAID)

    assert (1, 1, 0) == fared(found)
    assert [
        (
            "versie-scenario-rood",
            "het scenario 'toch hier' mislukt: verwacht was toegewezen, de regels geven doorzenden",
            f"{FEATURE}:17:1",
        )
    ] == [(each.code, each.message, str(each.span)) for each in found.findings]
    assert (None, False) == (found.final, (root / REGISTER).exists())


def test_a_proposal_that_nobody_confirmed_guards_nothing_and_is_told(root: Path) -> None:
    with_scenarios(root, scenario("elders"), scenario("berekend", is_proposal=True))

    message = "1 scenario over deze versie is een voorstel dat nog niemand heeft bevestigd (label @voorstel)"
    assert ((1, 0, 1), [("versie-onbewaakt", message)]) == told(root)
    assert adopt_final(root, SHIPPED, KADE, FIRST, SAID).final


def test_a_red_proposal_is_red(root: Path) -> None:
    with_scenarios(root, scenario("berekend", outcome="toegewezen", is_proposal=True))

    assert ((0, 1, 0), ["versie-scenario-rood"]) == (told(root)[0], [code for code, _ in told(root)[1]])


def test_without_any_scenario_that_is_told(root: Path) -> None:
    assert ((0, 0, 0), [("versie-onbewaakt", "er is geen enkel scenario over deze versie")]) == told(root)


def test_a_file_that_cannot_be_read_refuses_it(root: Path) -> None:
    with_scenarios(root, scenario("elders"))
    path = root / FEATURE
    path.write_text(path.read_text("utf-8").replace("Als het besluit", "Als hij het besluit"), "utf-8")

    message = f"'{FEATURE}' heeft scenario's over deze overeenkomst, en er staat een fout in"
    assert ((0, 0, 0), [("versie-scenario-rood", message)]) == told(root)


@pytest.mark.parametrize(
    ("day", "red"), [("2026-12-31", 1), ("2027-01-01", 0)], ids=["last day of it", "first day of the next"]
)
def test_a_scenario_about_another_version_says_nothing_of_this_one(root: Path, day: str, red: int) -> None:
    file = root / "agreements" / KADE / "2026-01-01.yaml"
    later = file.read_text("utf-8").replace("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2027-01-01")
    (file.parent / "2027-01-01.yaml").write_text(later, "utf-8")
    with_scenarios(root, scenario("toch hier", outcome="toegewezen", day=day))

    assert red == told(root)[0][1]


def test_scenarios_of_another_file_that_name_the_agreement_count(root: Path) -> None:
    with_scenarios(root, scenario("toch hier", outcome="toegewezen"), file="features/havendorp/samen.feature")

    assert (0, 1, 0) == told(root)[0]


def test_while_the_rules_have_an_error_no_scenario_is_performed(root: Path) -> None:
    with_scenarios(root, scenario("elders"))
    file = root / "agreements" / KADE / "2026-01-01.yaml"
    file.write_text(file.read_text("utf-8").replace("als: past, dan", "als: pas, dan"), "utf-8")

    assert None is tried(root, SHIPPED, KADE, FIRST, SAID).guarded


def test_a_scenario_that_is_mended_is_performed_again(root: Path) -> None:
    with_scenarios(root, scenario("elders", outcome="toegewezen"))
    before = told(root)[0]
    with_scenarios(root, scenario("elders"))

    assert ((0, 1, 0), (1, 0, 0)) == (before, told(root)[0])
