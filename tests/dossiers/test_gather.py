"""What a dossier says for a decision: where each value comes from, and what is not known."""

from __future__ import annotations

import pytest

from soco_rules.diagnostics import Span
from soco_rules.dossiers.counting import count_in
from soco_rules.dossiers.gather import facts_for
from soco_rules.dossiers.gather import gather
from soco_rules.dossiers.plan import plan_of
from soco_rules.facts import Dates
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.values import Role
from soco_rules.model.values import parse_date
from tests.dossiers.acts import book
from tests.dossiers.shipped import DELFT
from tests.dossiers.shipped import Answer
from tests.dossiers.shipped import answer
from tests.dossiers.shipped import compiled
from tests.dossiers.shipped import gathered
from tests.dossiers.test_shipped_definitions import GRONINGEN
from tests.dossiers.test_shipped_definitions import MEMBERS
from tests.dossiers.test_shipped_definitions import plan

ALONE = "1 feit leefvorm = alleenstaande\n"
OMZET = "omzet/belanghebbende"
MONTHS_N = "maanden_n_gebruikt/belanghebbende"
USED_N = (
    "vrijlatingsgrond/belanghebbende = onderdeel_n; vrijlating/belanghebbende = 100.00; recht = wel_recht"
)
NOT_USED = "vrijlatingsgrond/belanghebbende = niet van toepassing; vrijlating/belanghebbende = 0.00; recht = wel_recht"
HERE = Span("met de hand")


def by_hand(**facts: str) -> Case:
    """What a person supplies now; `x__partner` is x of the partner."""
    reports = {}
    for slot, value in facts.items():
        name, _, role = slot.partition("__")
        reports[name, Role(role) if role else None] = (Report(value, HERE, "aan de balie"),)
    return Case(agreement=None, facts=reports, judgements={})


def test_the_first_decision_of_a_dossier_has_nothing_before_it_and_no_line_is_not_zero() -> None:
    found = gathered(DELFT, "verrekening", f"{ALONE}1 geopend")

    assert (answer(found, MONTHS_N).value, answer(found, OMZET).value) == ("0", None)


def test_no_line_is_not_zero_of_a_partner_either() -> None:
    line = "\n1 factuurregel F-1/partner: factuurbedrag = 10.00; verricht_op = 2026-03-02"
    together = "1 feit leefvorm = gehuwden\n1 geopend"

    found = (gathered(DELFT, "verrekening", text) for text in (together, f"{together}{line}"))

    assert [None, "10.00"] == [answer(each, "omzet/partner").value for each in found]


def test_a_fact_of_the_dossier_has_its_own_source_and_act() -> None:
    found = gathered(DELFT, "verrekening", "1 geopend\n1 feit uitkering = pw volgens uitkeringsadministratie")

    assert answer(found, "uitkering") == Answer("pw", "uitkeringsadministratie", (2,), ())


def test_sources_that_contradict_each_other_stay_beside_each_other() -> None:
    found = gathered(
        DELFT, "verrekening", "1 feit uitkering = pw volgens lid\n1 feit uitkering = uwv volgens register"
    )

    assert answer(found, "uitkering") == Answer("pw of uwv", "lid en register", (1, 2), ())


def test_a_judgement_of_the_dossier_stands_in_the_case_with_its_reason() -> None:
    found, _ = gathered(DELFT, "verrekening", "1 oordeel draagt_bij_aan_arbeidsinschakeling = ja")
    key = ("draagt_bij_aan_arbeidsinschakeling", Role.APPLICANT)

    assert found.case.judgements[key] == Judgement(
        "ja", "A. de Groot", Span("dossier 1, nr. 1"), "2026-01-01", "gezien"
    )


def test_the_stand_is_that_after_the_last_adoption() -> None:
    found = gathered(DELFT, "bijdrageoverzicht", "1 geopend\n1 besluit plaatsing naar lid")

    assert answer(found, "stand") == Answer("lid", "dossier (nr. 2)", (2,), ())


JOINED = "1 geopend\n1 besluit plaatsing op 2026-01-10 naar op_proef\n"


@pytest.mark.parametrize(
    ("since", "stand", "act"),
    [
        ("1 besluit lidmaatschap op 2026-02-10 naar lid", "lid", 3),
        ("1 besluit lidmaatschap op 2026-03-31 naar lid", "lid", 3),
        ("1 besluit lidmaatschap op 2026-04-01 naar lid", "op_proef", 2),
        ("1 besluit uitstroom op 2026-03-01 naar uitgestroomd", "op_proef", 2),
        ("1 besluit uitstroom op 2026-04-05 naar uitgestroomd", "op_proef", 2),
        ("1 besluit uitstroom op 2026-02-28 naar uitgestroomd", "uitgestroomd", 3),
    ],
)
@pytest.mark.parametrize("besluit", ["verrekening", "herziening", "bijdrageoverzicht"])
def test_a_month_goes_by_the_stand_in_that_month(besluit: str, since: str, stand: str, act: int) -> None:
    found = gathered(DELFT, besluit, f"{JOINED}{since}", day="2026-03-01")

    assert answer(found, "stand") == Answer(stand, f"dossier (nr. {act})", (act,), ())


def test_what_is_not_about_a_month_goes_by_the_stand_as_it_is_now() -> None:
    text = f"{JOINED}1 besluit uitstroom op 2026-04-05 naar uitgestroomd"

    assert answer(gathered(DELFT, "plaatsing", text, day="2026-03-01"), "stand").value == "uitgestroomd"


def test_what_does_not_apply_is_left_out_of_the_case() -> None:
    text = f"{ALONE}1 feit loon/partner 2026-03 = 100.00"
    found, _ = gathered(DELFT, "verrekening", text)

    assert {role for (_, role) in found.case.facts} == {None, Role.APPLICANT}


# What a person supplies


def test_what_is_supplied_wins_from_what_is_counted_and_both_are_told() -> None:
    text = f"{ALONE}1 factuurregel F-1: factuurbedrag = 10.00; verricht_op = 2026-03-02"
    found = gathered(DELFT, "verrekening", text, supplied=by_hand(omzet="12.00"))
    origin = next(each for each in found[0].origins if each.name == "omzet")

    assert answer(found, OMZET) == Answer(
        "12.00",
        "aan de balie",
        (2,),
        ("'omzet' van de belanghebbende is € 12,00, en het dossier telt € 10,00 (1 factuurregel (nr. 2)).",),
    )
    assert (
        origin.by_hand
        == "opgegeven: € 12,00 (aan de balie); in het dossier: € 10,00 (1 factuurregel (nr. 2))"
    )


def test_a_report_in_the_dossier_stands_alone_where_no_line_counts() -> None:
    text = f"{ALONE}1 feit omzet 2026-03 = 500.00 volgens maandstaat"
    found = gathered(DELFT, "verrekening", text)
    origin = next(each for each in found[0].origins if each.name == "omzet")

    assert (answer(found, OMZET), origin.by_hand) == (Answer("500.00", "maandstaat", (2,), ()), None)


def test_supplying_that_something_is_unknown_leaves_the_count() -> None:
    unsaid = Case(agreement=None, facts={("omzet", None): (Report(None, HERE),)}, judgements={})
    text = f"{ALONE}1 factuurregel F-1: factuurbedrag = 10.00; verricht_op = 2026-03-02"
    found = gathered(DELFT, "verrekening", text, supplied=unsaid)

    assert answer(found, OMZET).value == "10.00"


def test_a_report_by_hand_stands_beside_those_of_other_sources() -> None:
    found = gathered(
        DELFT, "verrekening", "1 feit uitkering = pw volgens lid", supplied=by_hand(uitkering="uwv")
    )

    assert answer(found, "uitkering").value == "pw of uwv"


def test_a_judgement_by_hand_takes_the_place_of_an_earlier_one() -> None:
    key = ("draagt_bij_aan_arbeidsinschakeling", Role.APPLICANT)
    judgement = Judgement("nee", "B. Visser", HERE, "2026-03-02", "gestopt")
    case = Case(agreement=None, facts={}, judgements={key: judgement})
    found, _ = gathered(
        DELFT, "verrekening", "1 oordeel draagt_bij_aan_arbeidsinschakeling = ja", supplied=case
    )

    assert found.case.judgements == {key: judgement}


def test_what_nobody_asks_stays_in_the_case_so_that_binding_finds_it() -> None:
    found, _ = gathered(DELFT, "verrekening", "1 geopend", supplied=by_hand(omzett="1.00"))

    assert ("omzett", None) in found.case.facts


def test_what_only_a_comparison_asks_does_not_stand_in_the_case() -> None:
    waiting = "2 geopend\n2 feit ontvangen_op = 2026-02-01\n2 besluit plaatsing naar wachtlijst"
    supplied = by_hand(ontvangen_op="2026-02-02")
    found = gathered(DELFT, "plaatsing", f"1 geopend\n{waiting}", supplied=supplied)

    assert (answer(found, "wachtenden_voor_deze").value, ("ontvangen_op", None) in found[0].case.facts) == (
        "1",
        False,
    )


# Earlier decisions


@pytest.mark.parametrize(
    ("text", "expected", "acts"),
    [
        (f"1 besluit verrekening 2026-01: {USED_N}", "1", (2,)),
        (
            (
                f"1 besluit verrekening 2026-01: {USED_N}\n"
                f"1 besluit verrekening 2026-01 in plaats van 2: {NOT_USED}"
            ),
            "0",
            (),
        ),
        (
            (
                f"1 besluit verrekening 2026-01: {NOT_USED}\n"
                f"1 besluit herziening 2026-01 in plaats van 2: {USED_N}"
            ),
            "1",
            (3,),
        ),
        (
            f"1 besluit verrekening 2026-01: {USED_N}\n1 feit loon 2026-01 = 1.00\n1 heropend 2 wegens 3",
            "1",
            (2,),
        ),
        (f"1 besluit verrekening 2026-03: {USED_N}", "0", ()),
        (f"1 besluit verrekening 2026-04: {USED_N}", "1", (2,)),
    ],
    ids=["one", "corrected", "by another kind", "reopened", "the month itself", "a later month"],
)
def test_months_that_used_the_exemption(text: str, expected: str, acts: tuple[int, ...]) -> None:
    said = answer(gathered(DELFT, "verrekening", ALONE + text), MONTHS_N)

    assert (said.value, said.acts) == (expected, acts)


def test_an_earlier_moment_gives_what_was_known_then() -> None:
    text = (
        f"{ALONE}1 besluit verrekening 2026-01: {USED_N}\n"
        f"1 besluit verrekening 2026-01 in plaats van 2: {NOT_USED}"
    )
    known = [
        answer(gathered(DELFT, "verrekening", text, known=number), MONTHS_N).value for number in (1, 2, 3)
    ]

    assert known == ["0", "1", "0"]


def test_a_decision_without_a_value_makes_the_count_unknown_and_says_why() -> None:
    text = f"{ALONE}1 besluit verrekening 2026-01: {USED_N}\n1 besluit verrekening 2026-02: recht = wel_recht; vrijlatingsgrond/belanghebbende = onderdeel_n; vrijlating/belanghebbende = onbekend"

    assert answer(gathered(DELFT, "verrekening", text), MONTHS_N) == Answer(
        None,
        None,
        (2,),
        (
            (
                "'maanden_n_gebruikt' van de belanghebbende is niet te tellen: "
                "in het besluit verrekening (nr. 3) is 'vrijlating' niet bekend."
            ),
        ),
    )


def test_a_value_that_decides_nothing_may_be_unknown() -> None:
    text = (
        f"{ALONE}1 besluit verrekening 2026-02: "
        "recht = geen_recht; vrijlatingsgrond/belanghebbende = onderdeel_n; vrijlating/belanghebbende = onbekend"
    )

    assert answer(gathered(DELFT, "verrekening", text), MONTHS_N).value == "0"


def test_the_last_value_is_unknown_where_the_last_decision_does_not_know_it() -> None:
    text = f"""{ALONE}
        1 besluit bijdrageoverzicht 2026-01: spaarpot_eind/belanghebbende = 10.00
        1 besluit bijdrageoverzicht 2026-02: spaarpot_eind/belanghebbende = onbekend
    """.replace("\n\n", "\n")

    assert answer(gathered(DELFT, "bijdrageoverzicht", text), "spaarpot_begin/belanghebbende") == Answer(
        None,
        None,
        (),
        (
            (
                "'spaarpot_begin' van de belanghebbende is niet te tellen: "
                "in het besluit bijdrageoverzicht (nr. 3) is 'spaarpot_eind' niet bekend."
            ),
        ),
    )


def test_the_losses_of_a_year_are_counted_where_that_was_agreed() -> None:
    text = f"""{ALONE}
        1 besluit bijdrageoverzicht 2025-12: resultaat/belanghebbende = -40.00
        1 besluit bijdrageoverzicht 2026-01: resultaat/belanghebbende = 20.00
        1 besluit bijdrageoverzicht 2026-02: resultaat/belanghebbende = -50.00
        1 besluit bijdrageoverzicht 2026-03: resultaat/belanghebbende = -1.00
    """.replace("\n\n", "\n")
    points = ("verlies: {waarde: verrekenen_boekjaar, bron: proef}",)
    agreed = gathered(DELFT, "verrekening", text, points=points)
    not_agreed = gathered(DELFT, "verrekening", text)

    assert [answer(found, "verlies_boekjaar/belanghebbende").value for found in (agreed, not_agreed)] == [
        "-30.00",
        None,
    ]


# Invoice lines

BY_PAYMENT = ("toerekening: {waarde: ontvangst, bron: proef}",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("factuurbedrag = 10.00; verricht_op = 2026-02-02; betaald_op = 2026-03-31", "10.00"),
        ("factuurbedrag = 10.00; verricht_op = 2026-03-02; betaald_op = 2026-04-01", None),
        ("factuurbedrag = 10.00; verricht_op = 2026-03-02; betaald_op = niet van toepassing", None),
        ("factuurbedrag = 10.00; verricht_op = 2026-03-02", None),
        ("verricht_op = 2026-02-02; betaald_op = 2026-03-31", None),
        ("factuurbedrag = tien euro; verricht_op = 2026-02-02; betaald_op = 2026-03-31", None),
    ],
    ids=["paid", "paid later", "not paid", "not known whether paid", "no amount", "unreadable amount"],
)
def test_a_line_counts_in_the_month_of_its_payment_where_that_was_agreed(
    line: str, expected: str | None
) -> None:
    found = gathered(DELFT, "verrekening", f"{ALONE}1 factuurregel F-1: {line}", points=BY_PAYMENT)

    assert answer(found, OMZET).value == expected


def test_a_line_that_cannot_be_placed_is_told() -> None:
    text = f"{ALONE}1 factuurregel F-1: factuurbedrag = 10.00; verricht_op = 2026-03-02"

    assert answer(gathered(DELFT, "verrekening", text, points=BY_PAYMENT), OMZET).findings == (
        "'omzet' van de belanghebbende is niet te tellen: op de factuurregel (nr. 2) is 'betaald_op' niet bekend.",
    )


# Other members


def test_an_erased_member_no_longer_counts() -> None:
    text = "1 geopend\n2 geopend\n2 besluit plaatsing naar lid\n3 geopend\n3 besluit plaatsing naar lid\n3 gewist"

    assert answer(gathered(DELFT, "plaatsing", text), "aantal_leden").value == "1"


def test_a_member_is_counted_for_the_facts_that_its_stand_is_asked_for() -> None:
    read = book(
        "1 geopend\n2 geopend\n2 besluit plaatsing naar lid\n3 geopend\n3 besluit plaatsing naar wachtlijst"
    )
    dates = Dates(parse_date("2026-03-01"), parse_date("2026-03-01"))

    counted = count_in(plan_of(compiled(DELFT, "2026-03-01"), "plaatsing"), read, dates)

    assert {"aantal_leden": [2], "wachtenden_voor_deze": [3]} == {
        slot: [row.dossier for row in rows] for slot, rows in counted.rows.items()
    }


def test_a_member_without_the_fact_that_is_asked_makes_the_count_unknown() -> None:
    text = "1 geopend\n1 feit ontvangen_op = 2026-02-02\n2 geopend\n2 besluit plaatsing naar wachtlijst"

    assert answer(gathered(DELFT, "plaatsing", text), "wachtenden_voor_deze") == Answer(
        None,
        None,
        (2,),
        (
            "'wachtenden_voor_deze' is niet te tellen: in dossier 2 zijn 'ontvangen_op' en 'lotnummer' niet bekend.",
        ),
    )


def test_the_count_is_unknown_where_the_case_itself_misses_what_is_compared() -> None:
    waiting = "2 geopend\n2 feit ontvangen_op = 2026-02-01\n2 feit lotnummer = 1\n2 besluit plaatsing naar wachtlijst"

    assert answer(gathered(DELFT, "plaatsing", f"1 geopend\n{waiting}"), "wachtenden_voor_deze").findings == (
        "'wachtenden_voor_deze' is niet te tellen: in deze zaak zijn 'ontvangen_op' en 'lotnummer' niet bekend.",
    )


def test_a_lot_is_not_asked_where_nobody_is_equal() -> None:
    text = """
        1 geopend
        1 feit ontvangen_op = 2026-02-02
        2 geopend
        2 feit ontvangen_op = 2026-02-01
        2 besluit plaatsing naar wachtlijst
    """

    assert answer(gathered(DELFT, "plaatsing", text), "wachtenden_voor_deze").value == "1"


def test_the_plan_itself_counts_with_what_is_supplied_now() -> None:
    text = "\n".join((plan(1, "33333", "1000.00"), plan(2, "44444", "2000.00")))
    better = Judgement("5", "jury", HERE, "2020-02-03", "herzien")
    scores: list[tuple[str, Role | None]] = [
        (f"score_{name}", None) for name in ("impact", "draagvlak", "ondernemend", "schaalbaar", "nieuw")
    ]
    case = Case(agreement=None, facts={}, judgements=dict.fromkeys(scores, better))
    found = [gathered(GRONINGEN, "selectie", text, supplied=supplied) for supplied in (None, case)]

    assert [(answer(each, "hoger").value, answer(each, "even_hoog").value) for each in found] == [
        ("1", "1"),
        ("0", "1"),
    ]


# Many dossiers


def test_a_book_that_was_made_ready_gives_the_same_for_each_dossier() -> None:
    read = book(
        f"{ALONE}2 feit leefvorm = gehuwden\n2 factuurregel F-1: factuurbedrag = 1.00; verricht_op = 2026-03-02"
    )
    rules, dates = compiled(DELFT, "2026-03-01"), Dates(parse_date("2026-03-15"), parse_date("2026-04-01"))
    ready = count_in(plan_of(rules, "verrekening"), read, dates)

    assert [gather(ready, number) for number in (1, 2)] == [
        facts_for(rules, "verrekening", read, number, dates) for number in (1, 2)
    ]


def test_who_is_counted_once_for_all_is_counted_as_for_each() -> None:
    """A book that was made ready counts what is the same for every dossier once; by hand it counts again."""
    read = book(MEMBERS, DELFT)
    dates = Dates(parse_date("2026-03-01"), parse_date("2026-03-01"))
    ready = count_in(plan_of(compiled(DELFT, "2026-03-01"), "plaatsing"), read, dates)
    by_all = [answer(gather(ready, number), "aantal_leden") for number in read.dossiers]
    by_each = [
        answer(gather(ready, number, supplied=by_hand(lotnummer="9")), "aantal_leden")
        for number in read.dossiers
    ]

    assert by_all == by_each


def test_a_stand_by_hand_changes_who_counts() -> None:
    found = gathered(DELFT, "plaatsing", "1 geopend", supplied=by_hand(stand="lid"))

    assert (answer(found, "stand").value, answer(found, "aantal_leden").value) == ("lid", "1")


def test_what_cannot_be_read_is_left_for_binding_and_not_replaced_by_a_count() -> None:
    found = gathered(DELFT, "verrekening", f"{ALONE}1 geopend", supplied=by_hand(omzet="tien euro"))

    assert answer(found, OMZET).value == "tien euro"


def test_a_fact_that_stands_under_the_judgements_is_left_for_binding() -> None:
    key = ("omzet", Role.APPLICANT)
    case = Case(
        agreement=None, facts={}, judgements={key: Judgement("1.00", "A", HERE, "2026-03-01", "zomaar")}
    )
    found, _ = gathered(DELFT, "verrekening", f"{ALONE}1 geopend", supplied=case)

    assert key in found.case.judgements


def test_a_plan_that_does_not_compete_has_no_equals() -> None:
    found = gathered(GRONINGEN, "selectie", plan(1, "00000", "1000.00"))

    assert (answer(found, "even_hoog").value, answer(found, "hoger").value) == (None, "0")


def test_a_fact_about_the_applicant_may_stand_without_a_role() -> None:
    text = (
        "1 feit loon 2026-03 = 1.00 volgens lid\n1 feit loon/belanghebbende 2026-03 = 2.00 volgens werkgever"
    )

    assert answer(gathered(DELFT, "verrekening", text), "loon/belanghebbende") == Answer(
        "1.00 of 2.00", "lid en werkgever", (1, 2), ()
    )


def test_many_rows_are_named_up_to_ten() -> None:
    months = [f"20{year}-{month:02d}" for year in (24, 25) for month in range(1, 7)]
    text = ALONE + "\n".join(f"1 besluit verrekening {month}: {USED_N}" for month in months)

    assert answer(gathered(DELFT, "verrekening", text), MONTHS_N).source == (
        "dossier: 12 besluiten verrekening (nrs. 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en 2 andere)"
    )


def test_one_row_in_doubt_is_named_and_the_others_are_counted() -> None:
    text = ALONE + "\n".join(
        f"1 besluit verrekening 2025-{month:02d}: recht = wel_recht" for month in (1, 2, 3)
    )

    assert answer(gathered(DELFT, "verrekening", text), MONTHS_N).findings == (
        (
            "'maanden_n_gebruikt' van de belanghebbende is niet te tellen: in het besluit verrekening (nr. 2) "
            "zijn 'vrijlatingsgrond' en 'vrijlating' niet bekend (en bij nog 2 andere)."
        ),
    )


def test_a_report_by_hand_takes_the_place_of_the_same_source() -> None:
    found = gathered(
        DELFT,
        "verrekening",
        "1 feit uitkering = pw volgens aan de balie\n1 feit uitkering = uwv volgens register",
        supplied=by_hand(uitkering="ioaw"),
    )

    assert answer(found, "uitkering").value == "uwv of ioaw"


def test_a_decision_about_a_month_takes_what_holds_on_its_first_day() -> None:
    text = "1 feit uitkering = pw\n1 feit uitkering = uwv vanaf 2026-03-10"

    assert answer(gathered(DELFT, "verrekening", text, day="2026-03-20"), "uitkering").value == "pw"


@pytest.mark.parametrize(
    ("supplied", "line", "code"),
    [
        (by_hand(omzet="12.00"), "factuurbedrag = 10.00; verricht_op = 2026-03-02", "telling-wijkt-af"),
        (None, "factuurbedrag = 10.00", "telling-onbekend"),
    ],
)
def test_a_count_in_doubt_is_a_warning_that_blocks_no_decision(
    supplied: Case | None, line: str, code: str
) -> None:
    text = f"{ALONE}1 factuurregel F-1: {line}"
    _, findings = gathered(DELFT, "verrekening", text, supplied=supplied)

    assert [(found.code, found.is_error, found.span) for found in findings] == [
        (code, False, Span("dossier 1"))
    ]
