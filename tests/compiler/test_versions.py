"""Which version holds on a day at and around its border: what was adopted, a concept only until something was."""

from __future__ import annotations

import pytest

from soco_rules.compiler.program import compile_in_force
from soco_rules.compiler.program import compile_last
from soco_rules.compiler.versions import as_adopted
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from tests.workspaces import good
from tests.workspaces import workspace_of

VILLAGE = "dorp/samen"
ADOPTED, CONCEPT, WITHDRAWN = "vastgesteld", "concept", "ingetrokken"


def version(text: str, start: str, status: str, until: str = "") -> str:
    """A rule file with another first day and status, and perhaps a last day."""
    last = f"\ngeldig_tot_en_met: {until}" if until else ""
    old = next(line for line in text.splitlines() if line.startswith("geldig_vanaf: "))
    return text.replace(old, f"geldig_vanaf: {start}{last}").replace("status: concept", f"status: {status}")


def village(*versions: str) -> Workspace:
    """The village with versions such as `2020-01-01 vastgesteld`."""
    texts = (version(good("dorp"), *each.split()) for each in versions)
    return workspace_of(good("proefwet"), *texts)[0]


def held(workspace: Workspace, day: str, *, drafts: bool = False) -> str | None:
    """The first day of the version that holds on a day."""
    compiled, _ = compile_in_force(workspace, VILLAGE, parse_date(day), drafts=drafts)
    return iso_day(compiled.stack.lowest.valid_from) if compiled else None


def said(workspace: Workspace, day: str) -> list[tuple[str, str]]:
    """What is said of the versions of a day."""
    _, findings = compile_in_force(workspace, VILLAGE, parse_date(day))
    about = {"niets-in-werking", "concept-geldt-niet"}
    return [(found.code, found.message) for found in findings if found.code in about]


OLD, NEW = f"2020-01-01 {ADOPTED}", f"2026-07-01 {ADOPTED}"
WAITING = f"2026-07-01 {CONCEPT}"
ENDED = f"2020-01-01 {ADOPTED} 2026-06-30"
GONE = f"2026-07-01 {WITHDRAWN}"


@pytest.mark.parametrize(
    ("versions", "day", "in_law", "when_tried"),
    [
        ((OLD, WAITING), "2026-06-30", "2020-01-01", "2020-01-01"),
        ((OLD, WAITING), "2026-07-01", "2020-01-01", "2026-07-01"),
        ((OLD, WAITING), "2026-07-02", "2020-01-01", "2026-07-01"),
        ((OLD, NEW), "2026-06-30", "2020-01-01", "2020-01-01"),
        ((OLD, NEW), "2026-07-01", "2026-07-01", "2026-07-01"),
        # nobody adopted anything: the concepts hold, and every letter stays a concept
        ((f"2020-01-01 {CONCEPT}", WAITING), "2026-06-30", "2020-01-01", "2020-01-01"),
        ((f"2020-01-01 {CONCEPT}", WAITING), "2026-07-01", "2026-07-01", "2026-07-01"),
        ((f"2020-01-01 {CONCEPT}", NEW), "2026-06-30", "2020-01-01", "2020-01-01"),
        ((f"2020-01-01 {CONCEPT}", NEW), "2026-07-01", "2026-07-01", "2026-07-01"),
        # a concept that was overtaken
        ((OLD, WAITING, f"2026-09-01 {ADOPTED}"), "2026-08-31", "2020-01-01", "2026-07-01"),
        ((OLD, WAITING, f"2026-09-01 {ADOPTED}"), "2026-09-01", "2026-09-01", "2026-09-01"),
        # what has ended does not go on because a concept follows it
        ((ENDED, WAITING), "2026-06-30", "2020-01-01", "2020-01-01"),
        ((ENDED, WAITING), "2026-07-01", None, "2026-07-01"),
        # withdrawing ends what was before, and revives nothing
        ((OLD, GONE), "2026-06-30", "2020-01-01", "2020-01-01"),
        ((OLD, GONE), "2026-07-01", None, None),
        ((OLD, GONE, f"2026-09-01 {CONCEPT}"), "2026-09-01", None, "2026-09-01"),
        ((OLD, GONE, f"2026-09-01 {ADOPTED}"), "2026-08-31", None, None),
        ((OLD, GONE, f"2026-09-01 {ADOPTED}"), "2026-09-01", "2026-09-01", "2026-09-01"),
        ((NEW,), "2026-06-30", None, None),
    ],
)
def test_the_version_of_a_day(
    versions: tuple[str, ...], day: str, in_law: str | None, when_tried: str | None
) -> None:
    workspace = village(*versions)

    assert (in_law, when_tried) == (held(workspace, day), held(workspace, day, drafts=True))


WAITS = (
    "Van 'dorp/samen' ligt er een concept dat ingaat op 1 juli 2026; "
    "het geldt niet zolang het niet is vastgesteld."
)


ENDS = (
    "Van 'dorp/samen' is op 1 juli 2026 geen versie in werking. "
    "De overeenkomst is ingetrokken vanaf 1 juli 2026."
)


@pytest.mark.parametrize(
    ("versions", "day", "expected"),
    [
        ((OLD, WAITING), "2026-06-30", []),
        (
            (OLD, WAITING),
            "2026-07-01",
            [("concept-geldt-niet", f"{WAITS} De versie van 1 januari 2020 geldt.")],
        ),
        ((OLD, f"{WAITING} 2026-07-31"), "2026-08-01", []),
        ((OLD, WAITING, f"2026-09-01 {ADOPTED}"), "2026-09-01", []),
        ((OLD, GONE), "2026-07-01", [("niets-in-werking", ENDS)]),
        (
            (ENDED, WAITING),
            "2026-07-01",
            [("niets-in-werking", f"Van 'dorp/samen' is op 1 juli 2026 geen versie in werking. {WAITS}")],
        ),
    ],
)
def test_a_concept_without_force_is_told_of_from_its_first_day(
    versions: tuple[str, ...], day: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == said(village(*versions), day)


def test_a_layer_too_holds_as_it_was_adopted() -> None:
    law = good("proefwet")
    texts = (version(law, "2020-01-01", ADOPTED), version(law, "2026-07-01", CONCEPT))
    workspace, _ = workspace_of(*texts, good("dorp"))
    compiled, findings = compile_in_force(workspace, VILLAGE, parse_date("2026-07-01"))
    tried, _ = compile_in_force(workspace, VILLAGE, parse_date("2026-07-01"), drafts=True)

    assert compiled
    assert tried
    assert ("2020-01-01", "2026-07-01", ["agreements/landelijk/proefwet/2026-07-01.yaml"]) == (
        iso_day(compiled.stack.layers[0].valid_from),
        iso_day(tried.stack.layers[0].valid_from),
        [found.span.file for found in findings if found.code == "concept-geldt-niet"],
    )


def test_what_was_adopted_has_no_last_day_because_a_concept_begins() -> None:
    compiled, _ = compile_in_force(village(OLD, WAITING), VILLAGE, parse_date("2026-06-30"))

    assert compiled
    assert compiled.stack.valid_to is None


def test_a_workspace_in_which_every_concept_holds_is_itself() -> None:
    workspace = village(f"2020-01-01 {CONCEPT}", NEW)

    assert as_adopted(workspace) is workspace


@pytest.mark.parametrize("versions", [(OLD, GONE), (ENDED, WAITING)])
def test_dossiers_of_an_agreement_that_is_over_keep_its_last_rules(versions: tuple[str, ...]) -> None:
    compiled, _ = compile_last(village(*versions), VILLAGE, parse_date("2026-11-02"))

    assert compiled
    assert "2020-01-01" == iso_day(compiled.stack.lowest.valid_from)
