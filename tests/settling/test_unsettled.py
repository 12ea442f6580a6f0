"""The months that are over and not settled of everybody."""

from __future__ import annotations

from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Reopened
from soco_rules.model.dossier import Returned
from soco_rules.model.values import parse_date
from soco_rules.settling.unsettled import since
from soco_rules.settling.unsettled import unsettled
from tests.settling.test_settle import CLERK
from tests.settling.test_settle import FILE
from tests.settling.village import RULES
from tests.settling.village import TREASURER
from tests.settling.village import Kept
from tests.settling.village import ground
from tests.settling.village import opened
from tests.settling.village import settled
from tests.settling.village import village

ALL = frozenset({1, 2, 3})


def listed(ledger: Kept, on: str, seen: frozenset[int] = ALL, rules: str = RULES) -> list[tuple[str, str]]:
    workspace, day = village(rules), parse_date(on)
    months = unsettled(workspace, ledger.book(), day, ground(workspace).desk_on)
    return [(each.title, each.in_words(seen)) for each in months]


def test_from_when_dossiers_were_opened_each_month_that_is_over_waits_for_its_file() -> None:
    ledger = opened()

    assert (
        [],
        [
            ("november 2026", "nog niets geboekt, voor 3 leden"),
            ("december 2026", "nog niets geboekt, voor 3 leden"),
        ],
        (None, parse_date("2026-11-01")),
    ) == (
        listed(ledger, "2026-11-29"),
        listed(ledger, "2027-01-10"),
        tuple(since(village(), ledger.book(), parse_date(on)) for on in ("2026-11-29", "2026-11-30")),
    )


def test_a_month_is_on_the_list_until_every_besluit_is_adopted() -> None:
    ledger = opened()
    settled(ledger, FILE.replace("L2;0;0", "L2;0;"))
    proposed = listed(ledger, "2026-11-10")
    settled(ledger, None, said=TREASURER)
    settled(ledger, None, said=CLERK)
    asks = listed(ledger, "2026-11-10")
    settled(ledger, FILE, said=TREASURER)
    settled(ledger, None, said=CLERK)

    assert (
        [
            (
                "oktober 2026",
                "0 van 3 leden verrekend; nog 1 waarbij nog iets nodig is, 2 vast te stellen",
            )
        ],
        [("oktober 2026", "2 van 3 leden verrekend; nog 1 waarbij nog iets nodig is")],
        [],
    ) == (proposed, asks, listed(ledger, "2026-11-10"))


def test_of_whom_one_may_not_know_only_the_number_is_told() -> None:
    ledger = opened()
    settled(ledger, FILE)

    assert [("oktober 2026", "0 van 3 leden verrekend; nog 1 vast te stellen, 2 bij een ander")] == listed(
        ledger, "2026-11-10", frozenset({1})
    )


def test_what_was_given_back_or_reopened_is_on_the_list_again() -> None:
    ledger = opened()
    settled(ledger, FILE, said=TREASURER)
    settled(ledger, None, said=CLERK)
    (first, _) = adopted_of(ledger.book().dossiers[1])
    again = Reopened(adoption=first.entry.number, because=(), reason="een late opgave")
    ledger.append([Draft(again, 1, first.entry.subject, first.entry.month)])
    reopened = listed(ledger, "2026-11-10")
    other = opened()
    settled(other, FILE)
    waiting = open_proposals(other.book().dossiers[2])
    other.append([Draft(Returned(proposal=each.entry.number, remark="fout"), 2) for each in waiting])

    assert (
        [("oktober 2026", "2 van 3 leden verrekend; nog 1 heropend")],
        [("oktober 2026", "0 van 3 leden verrekend; nog 1 teruggegeven, 2 vast te stellen")],
    ) == (reopened, listed(other, "2026-11-10"))


def test_a_besluit_that_nobody_proposed_waits_where_the_rules_say_that_it_applies() -> None:
    """Of who lives alone there is no overview by these rules, and so nothing to wait for; by others there is."""
    together = RULES.replace("uitkomst: bijdrage\n", "uitkomst: bijdrage\n    geldt_als: leefvorm is samen\n")
    ledger = opened()
    settled(ledger, FILE, said=CLERK, workspace=village(together))

    assert ([], [("oktober 2026", "0 van 3 leden verrekend; nog 3 zonder voorstel")]) == (
        listed(ledger, "2026-11-10", rules=together),
        listed(ledger, "2026-11-10"),
    )
