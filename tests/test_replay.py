"""Making a stored decision again: nothing differs, or what differs is named."""

from __future__ import annotations

from dataclasses import replace

from soco_rules.decide import decide
from soco_rules.model.decision import Decision
from soco_rules.model.workspace import Workspace
from soco_rules.replay import Difference
from soco_rules.replay import replay
from tests import decided


def stored() -> Decision:
    """An admission, read back from its JSON."""
    decision, _ = decided.admission(leden="19", woont_in_gemeente="ja", loon__belanghebbende="100.00")
    assert decision is not None
    return Decision.model_validate_json(decision.model_dump_json(by_alias=True))


def differences(workspace: Workspace) -> list[str]:
    return [str(difference) for difference in replay(stored(), workspace)[1]]


def without_hashes(found: list[str]) -> list[str]:
    return [text for text in found if "sha256" not in text]


def test_the_same_files_give_the_same_decision() -> None:
    assert (stored(), ()) == replay(stored(), decided.WORKSPACE)


def test_a_decision_on_contradictory_facts_is_made_again() -> None:
    case = decided.case(leefvorm="alleenstaande", woont_in_gemeente="ja")
    reports = tuple(decided.case(leden=number).facts["leden", None][0] for number in ("3", "30"))
    both = replace(case, facts=dict([*case.facts.items(), (("leden", None), reports)]))
    decision, _ = decide(decided.WORKSPACE, decided.REFERENCE, "toelating", both, decided.DATES)

    assert decision is not None
    assert (decision, ()) == replay(decision, decided.WORKSPACE)


def test_a_changed_word_names_the_file_only() -> None:
    changed = decided.workspace(agreement=decided.AGREEMENT + "# een opmerking\n")

    found = replay(stored(), changed)[1]

    assert ["bestand agreements/voorbeeldstad/samen/2020-01-01.yaml"] == [one.what for one in found]


def test_a_changed_point_names_what_came_out_differently() -> None:
    changed = decided.workspace(agreement=decided.AGREEMENT.replace("waarde: 20", "waarde: 19"))

    found = differences(changed)

    expected = [
        "uitkomst: was toegewezen, is nu afgewezen",
        "uitkomsten, start, waarde: was niets, is nu niet van toepassing",
    ]
    assert expected == without_hashes(found)[:2]


def test_a_file_that_no_longer_compiles_says_why() -> None:
    decision = stored().model_copy(update={"decision": "toelatin"})

    again, found = replay(decision, decided.WORKSPACE)

    message = "niet meer te nemen: 'voorbeeldstad/samen' kent geen besluit 'toelatin'."
    assert (None, ["uitkomst_bekend"], [message]) == (
        again,
        [d.before for d in found],
        [d.now for d in found],
    )


def test_a_difference_reads_as_a_sentence() -> None:
    assert "uitkomst: was ja, is nu nee" == str(Difference("uitkomst", "ja", "nee"))


def test_a_decision_without_a_receipt_misses_each_file_by_its_name() -> None:
    found = replay(stored().model_copy(update={"receipt": None}), decided.WORKSPACE)[1]

    assert [] == [str(each) for each in found if each.before == each.now]
    assert "bestand agreements/voorbeeldstad/samen/2020-01-01.yaml" in [each.what for each in found]
