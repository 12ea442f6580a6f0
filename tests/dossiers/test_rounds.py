"""A round of the Groningen challenge with two places: several assessors, ties in sight, reserve list, ceiling."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from soco_rules.dossiers.among import by_rank
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.rounds import Ranked
from soco_rules.dossiers.rounds import disagreements
from soco_rules.dossiers.rounds import in_round
from soco_rules.dossiers.rounds import ranking
from soco_rules.dossiers.rounds import rounds_of
from soco_rules.facts import Dates
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import RoundOpened
from soco_rules.model.values import parse_date
from soco_rules.parser.load import load_agreement
from tests.dossiers.acts import book
from tests.dossiers.kade import written
from tests.dossiers.shipped import workspace

CHALLENGE = "groningen/sociale-ondernemers-challenge"
DAY = parse_date("2020-03-10")
CRITERIA = ("impact", "draagvlak", "ondernemend", "schaalbaar", "nieuw")
SMALLER = {
    "meer_oordelen: eensgezind": "meer_oordelen: {several}",
    "    waarde: 20\n": "    waarde: 2\n",
    "    waarde: 5\n": "    waarde: 1\n",
}
"""Two places and one on the reserve list."""
APPLICATION = """
    {number} geopend ronde 2020
    {number} feit inwoner = ja vanaf 2020-01-01
    {number} feit begroting = 2000.00 vanaf 2020-01-01
    {number} feit ontvangen_op = 2020-02-01 vanaf 2020-01-01
    {number} feit lotuitslag = {lot} vanaf 2020-01-01
    {number} feit voorschrift_of_uitzondering = ja vanaf 2020-01-01
    {number} feit plafond_bekendgemaakt_op = 2019-12-01 vanaf 2020-01-01
    {number} feit start_programma = 2020-04-01 vanaf 2020-01-01
    {number} oordeel sociaal_idee = ja vanaf 2020-01-01
    {number} oordeel ondernemend_idee = ja vanaf 2020-01-01
"""


@cache
def desk(ceiling: str = "2500.00", several: str = "eensgezind") -> Desk:
    """The desk for the selection in the smaller round; each plan costs 1000.00."""
    (version,) = workspace().agreements[CHALLENGE]
    text = workspace().sources[version.path]
    ceilings = {"subsidieplafond: {waarde: 60000.00": f"subsidieplafond: {{waarde: {ceiling}"}
    for before, after in {**SMALLER, **ceilings}.items():
        assert before in text
        text = text.replace(before, after.replace("{several}", several))
    smaller, _ = load_agreement(version.path, text.encode())
    assert smaller
    changed = replace(workspace(), agreements={**workspace().agreements, CHALLENGE: (smaller,)})
    found, findings = desk_for(changed, CHALLENGE, "selectie", Dates(DAY, DAY))
    assert found, findings
    return found


def applications(*scores: str) -> Book:
    """Applications as the scores of their assessors, `3/4`, and the lot behind them: `3/4 lot 1`."""
    written_so = [each.partition(" lot ") for each in scores]
    texts = [
        APPLICATION.strip().format(number=number, lot=lot or "niet van toepassing")
        for number, (_, _, lot) in enumerate(written_so, start=1)
    ]
    known = book("\n".join(texts), CHALLENGE)
    for number, (given, _, _) in enumerate(written_so, start=1):
        for by, score in zip(("An", "Bo", "Cas"), given.split("/"), strict=False):
            known = scored(known, number, by, score)
    return known


def scored(known: Book, number: int, by: str, score: str) -> Book:
    """The book in which an assessor gave the same score on every criterion."""
    for name in CRITERIA:
        judgement = GivenJudgement(
            name=f"score_{name}",
            value=score,
            by=by,
            date="2020-03-05",
            reason="gelezen",
            valid_from="2020-01-01",
        )
        known = written(known, Draft(judgement, number), by)
    return known


def ranked(known: Book) -> tuple[Ranked, ...]:
    return ranking(desk(), known, "2020", lambda _: None).ranked


def outcome(each: Ranked) -> tuple[object, ...]:
    assert each.prepared
    decision = each.prepared.decision
    return each.dossier, decision.outcome, decision.outcomes["totaalscore"].value, each.is_tied


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (
            ("3/3", "5/5", "4/4", "1/1"),
            [
                (2, "verleend", "25", False),
                (3, "verleend", "20", False),
                (1, "reserve_gezet", "15", False),
                (4, "afgewezen_plaatsen", "5", False),
            ],
        ),
        (
            ("3", "5", "3"),
            [(2, "verleend", "25", False), (1, "loten", "15", True), (3, "loten", "15", True)],
        ),
        (
            ("3 lot 2", "5", "3 lot 1"),
            [(2, "verleend", "25", False), (3, "verleend", "15", False), (1, "reserve_gezet", "15", False)],
        ),
        (("0", "5"), [(2, "verleend", "25", False), (1, "afgewezen_score", "0", False)]),
    ],
    ids=["places and reserve list", "a tie on the border", "a tie that was drawn", "too few points"],
)
def test_a_round_is_ranked_by_the_rules(scores: tuple[str, ...], expected: list[tuple[object, ...]]) -> None:
    assert expected == [outcome(each) for each in ranked(applications(*scores))]


def test_when_the_money_is_spent_the_next_plan_is_refused_for_that_reason() -> None:
    found = ranking(desk("1500.00"), applications("5", "4"), "2020", lambda _: None)

    assert [(1, "verleend", "25", False), (2, "afgewezen_plafond", "20", False)] == [
        outcome(each) for each in found.ranked
    ]


def test_the_limits_of_a_round_are_shown() -> None:
    found = ranking(desk(), applications("3"), "2020", lambda _: None)

    assert {"aantal plaatsen: 2", "reserveplaatsen: 1", "subsidieplafond: € 2.500,00"} == set(
        map(str, found.limits)
    )


def test_a_score_is_the_average_of_the_assessors_with_each_of_them_in_the_reason() -> None:
    (only,) = ranking(desk(several="gemiddelde"), applications("3/4/4"), "2020", lambda _: None).ranked

    assert only.prepared
    fact = next(fact for fact in only.prepared.decision.facts if fact.name == "score_impact")
    assert (
        "4",
        "An, Bo en Cas",
        "An: 3 (gelezen); Bo: 4 (gelezen); Cas: 4 (gelezen). Het gemiddelde is 4 (11 gedeeld door 3)",
    ) == (fact.value, fact.by, fact.reason)


def test_an_application_without_scores_comes_last_and_keeps_the_others_waiting() -> None:
    """Nobody knows whether it goes before the others, so no place can be given yet."""
    known = applications("5", "")

    found = ranked(book_without_scores(known, 2))

    assert [(1, None), (2, None)] == [
        (each.dossier, each.prepared and each.prepared.decision.outcome) for each in found
    ]


def book_without_scores(known: Book, number: int) -> Book:
    """The book without the judgements on the scores of one application."""
    dossier = known.dossiers[number]
    kept = tuple(
        entry
        for entry in dossier.entries
        if not (isinstance(entry.content, GivenJudgement) and entry.content.name.startswith("score_"))
    )
    return replace(known, dossiers={**known.dossiers, number: replace(dossier, entries=kept)})


def test_a_round_has_only_its_own_applications() -> None:
    other = book("3 geopend ronde 2021\n4 geopend", CHALLENGE)
    known = applications("5", "4")
    both = replace(known, dossiers={**known.dossiers, **other.dossiers})

    assert ((1, 2), (3,), (4,)) == (in_round(both, "2020"), in_round(both, "2021"), in_round(both, None))
    assert [1, 2] == [each.dossier for each in ranked(both)]


def test_assessors_who_must_agree_and_do_not_keep_the_application_waiting() -> None:
    known = applications("3/4", "5/5")

    found = ranked(known)

    assert [(1, None), (2, None)] == sorted(
        (each.dossier, each.prepared.decision.outcome) for each in found if each.prepared
    )
    assert (tuple(f"score_{name}" for name in CRITERIA), ()) == (
        disagreements(desk(), known, 1),
        disagreements(desk(), known, 2),
    )


def test_the_rounds_of_a_book_are_those_that_were_opened() -> None:
    opened = RoundOpened(name="2020", closes_on="2020-02-28")
    entry = Entry(1, Act.ROUND, None, "", "tester", opened)

    assert (opened,) == rounds_of(Book(CHALLENGE, {}, (entry,)))


def test_what_is_not_known_comes_after_every_number() -> None:
    assert [(0, 9), (3, 1), (3, None), (None, 0)] == sorted(
        [(3, None), (None, 0), (3, 1), (0, 9)], key=by_rank
    )
