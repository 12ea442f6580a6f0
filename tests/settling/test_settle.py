"""A month on a book: booked once, decided once, and nothing at all where anything is wrong."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from soco_rules.adopt.statement import Statement
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import calculated_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.present import lines_of
from soco_rules.dossiers.present import open_proposals
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.case import Case
from soco_rules.model.case import Report
from soco_rules.model.decision import PerPerson
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import InvoiceLine
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.dossier import Returned
from soco_rules.model.values import Role
from soco_rules.settling.settle import RefusedError
from tests.settling.village import RULES
from tests.settling.village import TODAY
from tests.settling.village import TREASURER
from tests.settling.village import Kept
from tests.settling.village import codes
from tests.settling.village import ground
from tests.settling.village import opened
from tests.settling.village import settled
from tests.settling.village import village

FILE = """\
lidnummer;omzet;opname;uren;ziek
L1;1.000,00;250,00;10;nee
L2;0;0;0;ja
L3;333,33;0,00;5;Nee
"""
CLERK = Statement(
    "I. Kom",
    "consulent",
    TODAY,
    TODAY,
    Hearing(manner=Manner.FINANCIAL, account="Bezwaar kan het bedrag herstellen."),
)


def refused(ledger: Kept, content: str | None, month: str = "2026-10") -> tuple[Diagnostic, ...]:
    with pytest.raises(RefusedError) as refusal:
        settled(ledger, content, month=month)
    return refusal.value.findings


def said(book: Book, number: int) -> list[tuple[str, str | None, str]]:
    """What the cooperative reported of a member."""
    reports = (entry.content for entry in book.dossiers[number].entries)
    return [
        (report.name, report.value, report.valid_from)
        for report in reports
        if isinstance(report, ReportedFact) and report.source == "maandopgave van Samen"
    ]


def outcomes(book: Book, besluit: str) -> dict[int, str | None]:
    """The outcome of the last proposal of a besluit, by dossier."""
    found: dict[int, str | None] = {}
    for number, dossier in book.dossiers.items():
        for entry in dossier.entries:
            if isinstance(entry.content, Proposed) and entry.subject == besluit:
                outcome = entry.content.decision.outcome
                found[number] = outcome.applicant if isinstance(outcome, PerPerson) else outcome
    return found


def test_rows_become_facts_of_the_month_and_besluiten() -> None:
    done = settled(opened(), FILE)

    assert (
        [
            ("omzet", "1000.00", "2026-10-01"),
            ("opname", "250.00", "2026-10-01"),
            ("uren", "10", "2026-10-01"),
            ("ziek", "nee", "2026-10-01"),
        ],
        {1: "750.00", 2: "1000.00", 3: "1000.00"},
        {1: "100.00", 2: "0.00", 3: "33.33"},
        (12, 6, 0),
    ) == (
        said(done.book, 1),
        outcomes(done.book, "betaling"),
        outcomes(done.book, "overzicht"),
        (done.booked, done.taken.proposed, done.taken.adopted),
    )


@pytest.mark.parametrize(
    "content", [FILE, "lidnummer;omzet;opname;uren;ziek\n" + "\n".join(reversed(FILE.splitlines()[1:]))]
)
def test_the_same_file_again_writes_nothing(content: str) -> None:
    ledger = opened()
    settled(ledger, FILE)
    before = ledger.number

    again = settled(ledger, content)

    assert (before, True, 0, 0) == (ledger.number, again.seen_before, again.booked, again.taken.proposed)


def test_a_changed_row_takes_the_place_of_what_nobody_adopted() -> None:
    ledger = opened()
    settled(ledger, FILE)

    again = settled(ledger, FILE.replace("250,00", "300,00"))

    assert (1, 2, {1: "700.00", 2: "1000.00", 3: "1000.00"}) == (
        again.booked,
        again.taken.proposed,
        outcomes(again.book, "betaling"),
    )


def test_a_cell_that_is_emptied_is_unknown_again() -> None:
    ledger = opened()
    settled(ledger, FILE)

    again = settled(ledger, FILE.replace("250,00", ""))

    assert (
        ("opname", None, "2026-10-01"),
        {1: None, 2: "1000.00", 3: "1000.00"},
        [("invoer-leeg", 2, 3)],
    ) == (said(again.book, 1)[-1], outcomes(again.book, "betaling"), codes(again.findings))


def test_who_has_a_mandate_adopts_what_is_theirs() -> None:
    ledger = opened()

    treasurer = settled(ledger, FILE, said=TREASURER)
    clerk = settled(ledger, None, said=CLERK)

    assert ((3, {"betaling"}), (3, 0, set())) == (
        (treasurer.taken.adopted, {besluit for _, besluit, _ in treasurer.taken.refused}),
        (clerk.taken.adopted, clerk.taken.proposed, {besluit for _, besluit, _ in clerk.taken.refused}),
    )


def test_a_beschikking_about_a_month_is_not_adopted_without_a_letter() -> None:
    ledger = opened()

    treasurer = settled(ledger, FILE, said=TREASURER, templates=())
    clerk = settled(ledger, None, said=CLERK, templates=())

    assert (3, 0) == (treasurer.taken.adopted, clerk.taken.adopted)
    assert {"zonder-brief"} <= {
        found.code for _, besluit, found_ in clerk.taken.refused for found in found_ if besluit == "betaling"
    }


def test_what_was_adopted_is_not_adopted_again() -> None:
    ledger = opened()
    settled(ledger, FILE, said=TREASURER)
    before = sum(
        isinstance(entry.content, Adopted)
        for dossier in ledger.book().dossiers.values()
        for entry in dossier.entries
    )

    again = settled(ledger, FILE, said=TREASURER)

    assert (3, 0) == (before, again.taken.adopted)


def test_a_change_under_an_adopted_besluit_is_a_correction_and_refused() -> None:
    ledger = opened()
    settled(ledger, FILE, said=TREASURER)
    before = ledger.number

    (found,) = refused(ledger, FILE.replace("250,00", "300,00"))

    assert (
        before,
        "invoer-veranderd",
        "Rij 2: 'opname' was € 250,00 en is nu € 300,00, en al is vastgesteld: Overzicht van de pot",
    ) == (ledger.number, found.code, found.message)


def test_a_change_that_no_adopted_besluit_rests_on_is_booked() -> None:
    ledger = opened()
    settled(ledger, FILE, said=TREASURER)

    assert 1 == settled(ledger, FILE.replace(";10;", ";120;")).booked


def test_a_file_with_any_mistake_books_nothing() -> None:
    ledger = opened()
    before = ledger.number

    found = refused(ledger, FILE.replace("333,33", "333.333"))

    assert ([("invoer-waarde", 4, 2)], before) == (codes(found), ledger.number)


def test_the_pot_of_a_month_begins_where_the_month_before_ended() -> None:
    ledger = opened()
    settled(ledger, FILE, said=TREASURER)

    done = settled(ledger, FILE, month="2026-11", said=TREASURER)

    ends = [
        (
            entry.month,
            entry.content.values["pot_begin/belanghebbende"],
            entry.content.values["pot_eind/belanghebbende"],
        )
        for entry in done.book.dossiers[1].entries
        if isinstance(entry.content, Adopted)
    ]
    assert [
        ("2026-10-01", "niet van toepassing", "650.00"),
        ("2026-11-01", "650.00", "1300.00"),
    ] == ends


def test_a_month_waits_for_the_adoption_of_the_month_before() -> None:
    ledger = opened()
    settled(ledger, FILE)

    assert ["maand-volgorde"] == [found.code for found in refused(ledger, FILE, month="2026-11")]


def test_a_month_is_not_settled_over_one_that_nobody_settled() -> None:
    """The pot of December would begin with the end of October, whatever came in November."""
    ledger = opened()
    settled(ledger, FILE, said=TREASURER)

    assert [
        (
            "maand-volgorde",
            "'Overzicht van de pot': november 2026 is nog niet verrekend, bij dossier 1, 2, 3",
        )
    ] == [(found.code, found.message) for found in refused(ledger, FILE, month="2026-12")]


def test_a_month_in_which_there_was_nothing_to_decide_is_not_passed_over() -> None:
    """By these rules there is no overview of November: who lives alone has one only in the other months."""
    not_then = RULES.replace(
        "    uitkomst: bijdrage\n",
        "    uitkomst: bijdrage\n    geldt_als: begin_tijdvak is niet 2026-11-01\n",
    )
    ledger, workspace = opened(), village(not_then)
    settled(ledger, FILE, said=TREASURER, workspace=workspace)

    december = settled(ledger, FILE, said=TREASURER, month="2026-12", workspace=workspace)

    assert 3 == december.taken.adopted


def test_a_month_before_one_that_was_adopted_is_a_correction() -> None:
    ledger = opened()
    settled(ledger, FILE, month="2026-11", said=TREASURER)

    assert ["maand-volgorde"] == [found.code for found in refused(ledger, FILE)]


def with_one_open() -> Kept:
    """October is adopted for all but the second member, of whom something is missing."""
    ledger = opened()
    settled(ledger, FILE.replace("L2;0;0", "L2;0;"), said=TREASURER)
    return ledger


def test_a_month_of_which_something_is_unknown_is_not_adopted() -> None:
    done = settled(opened(), FILE.replace("L2;0;0", "L2;0;"), said=TREASURER)

    assert [("maand-onvolledig", "Bij 'Overzicht van de pot' is nog niet bekend: pot eind.")] == [
        (found.code, found.message)
        for number, besluit, findings in done.taken.refused
        if (number, besluit) == (2, "overzicht")
        for found in findings
    ]
    assert () == adopted_of(done.book.dossiers[2])


def test_the_open_month_of_one_member_does_not_hold_the_others() -> None:
    november = settled(with_one_open(), FILE, said=TREASURER, month="2026-11")

    taken = {
        number: [each.entry.subject for each in adopted_of(dossier) if each.entry.month == "2026-11-01"]
        for number, dossier in november.book.dossiers.items()
    }
    assert {1: ["overzicht"], 2: [], 3: ["overzicht"]} == taken
    assert {1, 2, 3} == set(outcomes(november.book, "betaling"))
    assert [
        (
            "maand-volgorde-lid",
            (
                "'Overzicht van de pot': een maand voor november 2026 is voorgesteld en niet vastgesteld, "
                "bij dossier 2; daar is dit besluit overgeslagen, bij de anderen niet"
            ),
        )
    ] == [(found.code, found.message) for found in november.findings if found.code.startswith("maand")]


def test_who_was_passed_over_follows_when_the_earlier_month_is_adopted() -> None:
    ledger = with_one_open()
    settled(ledger, FILE, said=TREASURER, month="2026-11")
    settled(ledger, FILE, said=TREASURER)

    november = settled(ledger, FILE, said=TREASURER, month="2026-11")

    assert 1 == november.taken.adopted
    assert ["2026-10-01", "2026-11-01"] == [
        each.entry.month for each in adopted_of(november.book.dossiers[2], "overzicht")
    ]


def test_a_proposal_that_was_given_back_holds_the_months_after_it() -> None:
    ledger = opened()
    settled(ledger, FILE)
    for number in (1, 2, 3):
        waiting = open_proposals(ledger.book().dossiers[number])
        ledger.append(
            [Draft(Returned(proposal=each.entry.number, remark="fout"), number) for each in waiting]
        )

    assert ["maand-volgorde"] == [found.code for found in refused(ledger, FILE, month="2026-11")]


def test_a_proposal_of_a_month_that_was_decided_blocks_no_later_month() -> None:
    """Such as one that was made before another was adopted."""
    ledger = opened()
    settled(ledger, FILE, said=TREASURER)
    desk = next(each for each in ground().desks if each.besluit.name == "overzicht")
    prepared, _ = calculated_for(desk, ledger.book(), 1)
    assert prepared
    ledger.append([as_draft(1, prepared)])

    done = settled(ledger, FILE, said=TREASURER, month="2026-11")

    assert 3 == done.taken.adopted


def test_a_line_that_was_counted_in_a_month_that_was_decided_does_not_change_with_a_later_file() -> None:
    heading = "lidnummer;factuurregel;factuurbedrag;gewerkt_op\n"
    others = "L2;A;0;01-{0}-2026\nL3;B;0;01-{0}-2026\n"
    ledger = opened()
    settled(ledger, f"{heading}{others.format(10)}L1;C;100,00;31-10-2026\n")
    settled(ledger, "lidnummer;opname;uren;ziek\nL1;0;0;nee\nL2;0;0;nee\nL3;0;0;nee\n", said=TREASURER)
    later = (
        f"{heading}{others.format(11).replace(';A;', ';D;').replace(';B;', ';E;')}L1;C;999,00;31-10-2026\n"
    )

    assert [
        (
            "invoer-veranderd",
            "Rij 4: factuurregel 'C' is veranderd, en al is vastgesteld: Overzicht van de pot",
        )
    ] == [(found.code, found.message) for found in refused(ledger, later, month="2026-11")]


def test_a_new_line_of_a_month_that_was_decided_reopens_that_month() -> None:
    heading = "lidnummer;factuurregel;factuurbedrag;gewerkt_op\n"
    others = "L2;A{0};0;01-{0}-2026\nL3;B{0};0;01-{0}-2026\n"
    ledger = opened()
    settled(ledger, f"{heading}{others.format(10)}L1;C;100,00;31-10-2026\n")
    settled(ledger, "lidnummer;opname;uren;ziek\nL1;0;0;nee\nL2;0;0;nee\nL3;0;0;nee\n", said=TREASURER)

    later = settled(
        ledger,
        f"{heading}{others.format(11)}L1;D;50,00;30-10-2026\nL1;E;0;02-11-2026\n",
        month="2026-11",
    )

    assert {1: [("overzicht", "2026-10-01")]} == {
        number: [(each.standing.entry.subject, each.standing.entry.month) for each in found]
        for number, found in later.overtaken.items()
    }


LINES = "lidnummer;factuurregel;factuurbedrag;gewerkt_op\n"
OF_ALL = "L1;F1;100,00;2026-10-03\nL2;F1;80,00;2026-10-09\nL3;F1;0;2026-10-01\n"


def lines(book: Book, number: int) -> list[tuple[str, str | None]]:
    """The lines of a member that count: mark and amount."""
    return [(line.said.mark, line.said.facts["factuurbedrag"]) for line in lines_of(book.dossiers[number])]


def test_a_mark_with_other_capitals_and_spaces_is_the_same_line() -> None:
    ledger = opened()
    settled(ledger, LINES + OF_ALL)

    done = settled(ledger, LINES + OF_ALL.replace("L1;F1;100,00", "L1; f1 ;120,00"))

    assert ([("F1", "120.00")], 1) == (lines(done.book, 1), done.booked)


def test_two_such_lines_in_one_file_are_one_too_many() -> None:
    found = refused(opened(), LINES + OF_ALL + "L1;f1;50,00;2026-10-04\n")

    assert [
        ("invoer-dubbel", "Rij 5: factuurregel 'f1' van dit lid staat ook op rij 2 als 'F1' (maand.csv)")
    ] == [(each.code, each.message) for each in found]


def test_a_line_that_a_new_file_lacks_is_told_and_counts_until_it_is_withdrawn() -> None:
    ledger = opened()
    settled(ledger, f"{LINES}{OF_ALL}L1;F2;5,00;2026-10-04\n")
    again = settled(ledger, LINES + OF_ALL)

    (told,) = (found for found in again.findings if found.code == "invoer-regel-weg")
    message = "1 factuurregel uit een eerder bestand over deze maand staat niet in dit bestand en telt mee"
    assert (f"{message}: 'F2' van dossier 1", f"{message}: van dossier 1") == (told.message, told.discreet)
    assert {"F1", "F2"} == {mark for mark, _ in lines(again.book, 1)}

    withdrawn = settled(ledger, f"{LINES}{OF_ALL}L1;F2;;\n")

    assert ["F1"] == [mark for mark, _ in lines(withdrawn.book, 1)]
    assert [] == [found for found in withdrawn.findings if found.code == "invoer-regel-weg"]


def test_the_lines_of_another_month_are_not_missed() -> None:
    ledger = opened()
    settled(ledger, LINES + OF_ALL)
    settled(ledger, "lidnummer;opname;uren;ziek\nL1;0;0;nee\nL2;0;0;nee\nL3;0;0;nee\n", said=TREASURER)

    november = settled(
        ledger, LINES + OF_ALL.replace("F1", "F9").replace("2026-10", "2026-11"), month="2026-11"
    )

    assert "invoer-regel-weg" not in [found.code for found in november.findings]


def test_a_file_about_members_only_is_not_held_against_the_lines() -> None:
    ledger = opened()
    settled(ledger, LINES + OF_ALL)

    done = settled(ledger, "lidnummer;opname;uren;ziek\nL1;0;0;nee\nL2;0;0;nee\nL3;0;0;nee\n")

    assert "invoer-regel-weg" not in [found.code for found in done.findings]


def test_a_file_of_lines_without_their_marks_is_told_and_breaks_nothing() -> None:
    found = refused(opened(), "lidnummer;factuurbedrag\nL1;5,00\nL2;0\nL3;0\n")

    assert ("invoer-kolom", "Rij 1, kolom B: 'factuurbedrag' hoort niet bij een maand") in [
        (each.code, each.message) for each in found
    ]


def test_invoice_lines_make_the_amount_of_the_month_that_they_belong_to() -> None:
    lines = "lidnummer;factuurregel;factuurbedrag;gewerkt_op\nL1;1;100,00;2026-10-03\nL1;2;50,00;2026-09-30\nL2;1;80,00;9-10-2026\nL3;1;0;2026-10-01\n"
    ledger = opened()
    settled(ledger, lines)

    rest = settled(ledger, "lidnummer;opname;uren;ziek\nL1;0;0;nee\nL2;0;0;nee\nL3;0;0;nee\n")

    kept = [
        entry.content for entry in rest.book.dossiers[1].entries if isinstance(entry.content, InvoiceLine)
    ]
    assert (
        [
            ("1", {"factuurbedrag": "100.00", "gewerkt_op": "2026-10-03"}),
            ("2", {"factuurbedrag": "50.00", "gewerkt_op": "2026-09-30"}),
        ],
        {1: "10.00", 2: "8.00", 3: "0.00"},
    ) == ([(line.mark, line.facts) for line in kept], outcomes(rest.book, "overzicht"))


def test_neither_amount_nor_lines_is_not_zero() -> None:
    found = refused(opened(), FILE.replace("333,33", ""))

    assert [("invoer-niet-opgegeven", 4, 2)] == codes(found)


def test_what_a_column_means_is_remembered() -> None:
    ledger = opened()
    content = FILE.replace("omzet", "Omzet excl. btw")
    settled(ledger, content, columns=(("Omzet excl. btw", "omzet"),))

    assert True is settled(ledger, content).seen_before


def test_a_column_cannot_mean_what_is_not_asked() -> None:
    with pytest.raises(RefusedError) as refusal:
        settled(opened(), FILE, columns=(("omzet", "omset"),))

    assert [("invoer-kolom", "Bedoelde u 'omzet'?")] == [(f.code, f.remedy) for f in refusal.value.findings]


def test_a_row_of_who_has_left_is_refused() -> None:
    rules = RULES.replace("standen: [lid, weg]", "standen: [weg, lid]")
    with pytest.raises(RefusedError) as refusal:
        settled(
            opened("A. Zandstra"),
            "lidnummer;omzet;opname;uren;ziek\nL1;0;0;0;nee\n",
            workspace=village(rules),
        )

    assert ["invoer-stand"] == [found.code for found in refusal.value.findings]


def test_an_agreement_without_a_settlement_says_so() -> None:
    with pytest.raises(RefusedError) as refusal:
        ground(village(RULES.replace("    in_maandafrekening: ja\n", "")))

    assert ["geen-maandafrekening"] == [found.code for found in refusal.value.findings]


def test_a_besluit_comes_behind_those_whose_outcome_it_counts() -> None:
    counting = '  eerder: {soort: bedrag, per: persoon, vraag: "Wat was er?", uit_dossier: {neem: laatste pot_eind, van: overzicht}}\n'
    rules = RULES.replace("begrippen:\n", f"{counting}begrippen:\n", 1).replace(
        "berekening: opname,", "berekening: opname + (eerder of anders opname) - (eerder of anders opname),"
    )

    assert (["betaling", "overzicht"], ["overzicht", "betaling"]) == tuple(
        [decision.name for decision in ground(village(text)).asked.decisions] for text in (RULES, rules)
    )


def test_whatever_the_order_of_files_and_repeats_the_books_are_the_same() -> None:
    months = {
        month: FILE.replace("250,00", f"{number}0,00")
        for number, month in enumerate(("2026-09", "2026-10"), start=1)
    }
    expected = opened()
    for month, content in months.items():
        settled(expected, content, month=month, said=TREASURER)
    chosen = random.Random(6)
    repeated = opened()
    for month, content in months.items():
        for _ in range(chosen.randint(1, 3)):
            settled(repeated, content, month=month, said=chosen.choice([None, TREASURER]))
        settled(repeated, content, month=month, said=TREASURER)

    assert acts(expected) == acts(repeated)


def acts(ledger: Kept) -> list[tuple[Act, str, str, int]]:
    """What a book holds, without the numbers of the acts."""
    return sorted(
        (entry.act, entry.subject or "", entry.month or "", dossier.number)
        for dossier in ledger.book().dossiers.values()
        for entry in dossier.entries
    )


def test_of_whom_a_besluit_does_not_apply_to_nothing_is_written_and_no_month_waits() -> None:
    rules = RULES.replace(
        "    beslisser: college\n", "    beslisser: college\n    geldt_als: leefvorm is samen\n"
    )
    ledger = opened()
    first = settled(ledger, FILE, said=TREASURER, workspace=village(rules))

    second = settled(ledger, FILE, month="2026-11", said=TREASURER, workspace=village(rules))

    assert ({}, (3, 3, []), (3, 3)) == (
        outcomes(second.book, "betaling"),
        (first.taken.proposed, first.taken.adopted, first.taken.refused),
        (second.taken.proposed, second.taken.adopted),
    )


def test_what_came_to_apply_no_longer_takes_the_place_of_its_proposal() -> None:
    rules = RULES.replace("    beslisser: college\n", "    beslisser: college\n    geldt_als: niet ziek\n")
    ledger = opened()
    settled(ledger, FILE, workspace=village(rules))

    again = settled(
        ledger,
        FILE.replace("L1;1.000,00;250,00;10;nee", "L1;1.000,00;250,00;10;ja"),
        workspace=village(rules),
    )

    assert {1: "niet van toepassing", 3: "1000.00"} == outcomes(again.book, "betaling")


def test_who_has_two_persons_has_two_rows() -> None:
    ledger = opened("A. Zandstra")
    together = ReportedFact(
        name="leefvorm", value="samen", source="register", date="2026-01-01", valid_from="2026-01-01"
    )
    ledger.append([Draft(together, 1)])
    content = "lidnummer;rol;omzet;opname;uren;ziek\nL1;;100,00;10,00;1;nee\nL1;partner;0;20,00;2;\n"

    done = settled(ledger, content)

    kept = [
        entry.content for entry in done.book.dossiers[1].entries if isinstance(entry.content, ReportedFact)
    ]
    assert ([("opname", "10.00"), ("opname", "20.00")], {1: "970.00"}) == (
        [(fact.name, fact.value) for fact in kept if fact.name == "opname"],
        outcomes(done.book, "betaling"),
    )


def test_where_two_must_sign_the_second_run_of_another_person_adopts() -> None:
    rules = RULES.replace("    grootboek:", "    vier_ogen: ja\n    grootboek:")
    ledger = opened()

    runs = [
        settled(ledger, FILE, said=said, workspace=village(rules)).taken
        for said in (TREASURER, TREASURER, replace(TREASURER, by="Q. Rekening"))
    ]

    assert [(0, 3), (0, 0), (3, 0)] == [(taken.adopted, taken.signed) for taken in runs]


def test_what_a_person_supplied_for_a_proposal_stays_under_it() -> None:
    """Somebody proposed with a fact by hand; settling the month does not take that away."""
    ledger = opened()
    settled(ledger, FILE.replace("250,00", ""))
    base = ground()
    (desk,) = [desk for desk in base.desks if desk.besluit.name == "betaling"]
    by_hand = Case(
        None,
        {
            ("opname", Role.APPLICANT): (
                Report("400.00", Span("zaak"), "een brief van het lid", "2026-11-01"),
            )
        },
        {},
    )
    prepared, _ = propose_for(desk, ledger.book(), 1, by_hand)
    assert prepared is not None
    ledger.append([as_draft(1, prepared)])

    again = settled(ledger, FILE.replace("250,00", ""))

    assert (0, "600.00") == (again.taken.proposed, outcomes(again.book, "betaling")[1])


def test_lines_of_another_month_do_not_make_this_month_zero() -> None:
    ledger = opened("A. Zandstra")
    settled(
        ledger, "lidnummer;factuurregel;factuurbedrag;gewerkt_op\nL1;1;100,00;2026-09-03\n", month="2026-09"
    )
    content = "lidnummer;omzet;opname;uren;ziek\nL1;;0;0;nee\n"
    assert 1 == settled(ledger, content, month="2026-09", said=TREASURER).taken.adopted

    found = refused(ledger, content)

    assert [("invoer-niet-opgegeven", 2, 2)] == codes(found)


def test_what_is_said_of_a_column_that_is_not_there_is_told() -> None:
    with pytest.raises(RefusedError) as refusal:
        settled(opened(), FILE, columns=(("Omzt", "omzet"),))

    assert [
        ("invoer-kolom", "--kolom noemt 'omzt', en die kop staat niet in het bestand", "Bedoelde u 'omzet'?")
    ] == [(found.code, found.message, found.remedy) for found in refusal.value.findings]
