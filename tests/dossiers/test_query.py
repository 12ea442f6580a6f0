"""Counting, summing and taking the first or the last, held against plain loops over random books."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import compile_in_force
from soco_rules.compiler.queries import queries_of
from soco_rules.compiler.query import Take
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.counting import count_in
from soco_rules.dossiers.gather import gather
from soco_rules.dossiers.plan import plan_of
from soco_rules.dossiers.query import Row
from soco_rules.dossiers.query import prepare
from soco_rules.dossiers.query import run
from soco_rules.facts import Dates
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.model.values import parse_date
from tests.dossiers.acts import book
from tests.workspaces import good
from tests.workspaces import workspace_of

MORE = """\
gegevens:
  vaak: {soort: aantal, vraag: Hoe vaak?, uit_dossier: {neem: aantal, van: afrekening, waarin: [over is meer dan 0.00, begin_tijdvak is niet deze begin_tijdvak]}}
  veel: {soort: bedrag, vraag: Hoeveel?, uit_dossier: {neem: som over, van: afrekening, waarin: begin_tijdvak is minder dan deze begin_tijdvak}}
  laatst: {soort: bedrag, vraag: Hoeveel?, uit_dossier: {neem: laatste over, van: afrekening, waarin: over is niet 0.00}}
  eerst: {soort: bedrag, vraag: Hoeveel?, uit_dossier: {neem: eerste over, van: afrekening, waarin: over is niet 0.00}}
  lager: {soort: aantal, vraag: Hoeveel?, uit_dossier: {neem: aantal, van: alle leden, waarin: [stand is binnen, aantal is minder dan deze aantal]}}
  gewerkt: {soort: bedrag, vraag: Hoeveel?, uit_dossier: {neem: som bedrag, van: factuurregels, waarin: [werkdag is ten minste deze begin_tijdvak, werkdag is ten hoogste deze einde_tijdvak]}}
  bedrag: {soort: bedrag, vraag: Hoeveel?}
  werkdag: {soort: datum, kan_ontbreken: ja, vraag: Wanneer?}
begrippen:
  geteld:
    soort: ja_nee
    berekening: vaak + lager is meer dan 0 en veel + (laatst of anders € 0,00) + (eerst of anders € 0,00) + gewerkt is meer dan € 0,00
    bron: het convenant
besluiten:
  telling:
    titel: Telling
    tijdvak: maand
    uitkomst: geteld
    rechtskarakter: mededeling
    beslisser: college
"""
MARCH = Dates(parse_date("2026-03-01"), parse_date("2026-03-31"))
AMOUNTS = ("0.00", "0.01", "100.00", "-5.00", "niet van toepassing", "onbekend")
MONTHS = ("2026-01", "2026-02", "2026-03", "2026-04")
UNKNOWN = None
NOTHING = "niet van toepassing"


@cache
def village() -> Compiled:
    workspace, findings = workspace_of(good("proefwet"), good("dorp") + MORE)
    assert not has_errors(findings), findings
    compiled, about = compile_in_force(workspace, "dorp/samen", MARCH.reference)
    assert compiled
    assert not has_errors(about), about
    return compiled


def counted(text: str, number: int = 1) -> dict[str, str | None]:
    """What a dossier counts for the telling about March; None is unknown."""
    found, _ = gather(count_in(plan_of(village(), "telling"), book(text), MARCH), number)
    names = ("vaak", "veel", "laatst", "eerst", "lager", "gewerkt")
    reports = {name: found.case.facts.get((name, None), ()) for name in names}
    return {name: str(each[0].value) if each else UNKNOWN for name, each in reports.items()}


@dataclass(frozen=True, slots=True)
class Month:
    """An adopted settlement: its month, what was left over, and which earlier one it corrects (by place)."""

    month: str
    over: str
    corrects: int | None


@st.composite
def histories(draw: st.DrawFn) -> tuple[Month, ...]:
    """Settlements of some months; one may correct an earlier one of its month, even one that was corrected before."""
    months: list[Month] = []
    for month in draw(st.lists(st.sampled_from(MONTHS), max_size=6)):
        same = [place for place, each in enumerate(months) if each.month == month]
        corrects = draw(st.sampled_from([None, *same]))
        months.append(Month(month, draw(st.sampled_from(AMOUNTS)), corrects))
    return tuple(months)


def in_place(history: Iterable[Month]) -> list[Month]:
    """The settlements that stand, each in the place of the first that it came for, by month."""
    standing: list[tuple[set[int], int, Month]] = []
    for place, month in enumerate(history):
        before = next((each for each in standing if month.corrects in each[0]), None)
        if before is not None and max(before[0]) == month.corrects:
            standing[standing.index(before)] = ({*before[0], place}, before[1], month)
        else:
            standing.append(({place}, place, month))
    return [month for _, _, month in sorted(standing, key=lambda each: (each[2].month, each[1]))]


def total(values: Iterable[str]) -> str | None:
    """The sum of what applies; unknown where one of them is."""
    cents = 0
    for value in values:
        if value == "onbekend":
            return UNKNOWN
        if value != NOTHING:
            cents += int(value.replace(".", ""))
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def first(values: Iterable[str]) -> str | None:
    """The first that applies and is not zero; unknown where one before it is."""
    for value in values:
        if value == "onbekend":
            return UNKNOWN
        if value not in {NOTHING, "0.00"}:
            return value
    return NOTHING


@given(histories())
def test_decisions_are_counted_as_a_plain_loop_does(history: tuple[Month, ...]) -> None:
    text = "\n".join(
        [
            "1 geopend",
            *(
                f"1 besluit afrekening {each.month}"
                f"{f' in plaats van {each.corrects + 2}' if each.corrects is not None else ''}: over = {each.over}"
                for each in history
            ),
        ]
    )
    standing = in_place(history)
    others = [each.over for each in standing if each.month != "2026-03"]
    many = sum(value in {"0.01", "100.00"} for value in others)
    found = counted(text)

    assert (found["vaak"], found["veel"], found["laatst"], found["eerst"]) == (
        UNKNOWN if "onbekend" in others else str(many),
        total(each.over for each in standing if each.month < "2026-03"),
        first(each.over for each in reversed(standing)),
        first(each.over for each in standing),
    )


@given(
    st.lists(
        st.tuples(st.sampled_from(("nieuw", "binnen")), st.sampled_from(("1", "2", "3", "onbekend"))),
        min_size=1,
        max_size=6,
    )
)
def test_members_are_counted_as_a_plain_loop_does(members: list[tuple[str, str]]) -> None:
    """Nobody is lower than himself, also where his own number is not known."""
    acts = []
    for number, (state, value) in enumerate(members, start=1):
        acts += [f"{number} geopend", f"{number} feit aantal = {value}"]
        acts += [f"{number} besluit toegang naar binnen"] if state == "binnen" else []
    text = "\n".join(acts)

    for number, (_, own) in enumerate(members, start=1):
        inside = [
            value
            for other, (state, value) in enumerate(members, start=1)
            if state == "binnen" and other != number
        ]
        is_unknown = bool(inside) if own == "onbekend" else "onbekend" in inside
        expected = UNKNOWN if is_unknown else str(sum(value < own for value in inside))
        assert counted(text, number)["lager"] == expected


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("A", "B", "C")),
            st.sampled_from(("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", NOTHING, "weg")),
            st.integers(0, 300),
        ),
        max_size=8,
    )
)
def test_lines_are_counted_as_a_plain_loop_does(lines: list[tuple[str, str, int]]) -> None:
    last = {mark: (day, cents) for mark, day, cents in lines}
    text = "\n".join(
        [
            "1 geopend",
            *(
                f"1 factuurregel {mark}"
                + ("" if day == "weg" else f": bedrag = {cents // 100}.{cents % 100:02d}; werkdag = {day}")
                for mark, day, cents in lines
            ),
        ]
    )
    within = [cents for day, cents in last.values() if day.startswith("2026-03")]
    cents = sum(within)

    assert counted(text).get("gewerkt") == (f"{cents // 100}.{cents % 100:02d}" if within else None)


# Which row decides


def rows(*pairs: tuple[Value, Value]) -> tuple[Row, ...]:
    """Rows of which these are the condition and what is taken."""
    return tuple(Row((place,), 1, {}, which, taken) for place, (which, taken) in enumerate(pairs))


YES, NO = True, False
OPEN, NONE = Absent.UNKNOWN, Absent.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("take", "given_rows", "value", "counting", "undecided"),
    [
        (Take.SUM, rows(), 0, [], []),
        (Take.SUM, rows((YES, 5), (NO, 7), (NONE, 9)), 5, [0], []),
        (Take.SUM, rows((YES, 5), (OPEN, 7)), OPEN, [0], [1]),
        (Take.SUM, rows((YES, 5), (OPEN, NONE)), 5, [0], []),
        (Take.SUM, rows((NO, OPEN), (YES, 5)), 5, [1], []),
        (Take.SUM, rows((YES, OPEN), (YES, 5)), OPEN, [1], [0]),
        (Take.SUM, rows((Absent.CONTRADICTORY, 5)), OPEN, [], [0]),
        (Take.SUM, rows((Absent.NO_RULE, 5)), OPEN, [], [0]),
        (Take.COUNT, rows((YES, 1), (YES, 1)), 2, [0, 1], []),
        (Take.FIRST, rows(), NONE, [], []),
        (Take.FIRST, rows((NO, 4), (YES, 5), (YES, 6)), 5, [1], []),
        (Take.FIRST, rows((YES, NONE), (YES, 6)), 6, [1], []),
        (Take.FIRST, rows((OPEN, 4), (YES, 5)), OPEN, [], [0]),
        (Take.FIRST, rows((YES, 5), (OPEN, 4)), 5, [0], []),
        (Take.LAST, rows((YES, 5), (YES, 6), (NO, 7)), 6, [1], []),
        (Take.LAST, rows((YES, 5), (OPEN, 6)), OPEN, [], [1]),
        (Take.LAST, rows((OPEN, 5), (YES, 6)), 6, [1], []),
        (Take.LAST, rows((YES, 5), (YES, OPEN)), OPEN, [], [1]),
    ],
)
def test_which_row_decides(
    take: Take, given_rows: tuple[Row, ...], value: Value, counting: list[int], undecided: list[int]
) -> None:
    names = {Take.SUM: "veel", Take.COUNT: "vaak", Take.FIRST: "eerst", Take.LAST: "laatst"}
    query = queries_of(village())[0][names[take]]
    runner = prepare(query)
    found = run(replace(runner, whole=None), given_rows, {})

    assert (found.value, _places(found.rows), _places(found.undecided)) == (value, counting, undecided)


def test_a_row_against_the_case_is_the_whole_condition() -> None:
    """What the row decides by itself and what it decides with the case are one `en`: nee wins from unknown."""
    query = queries_of(village())[0]["lager"]
    runner = prepare(query)
    row = Row((1,), 1, {"aantal": 3}, OPEN, 1)
    found = [run(runner, (row,), {"deze aantal": own}).value for own in (3, 4, OPEN)]

    assert found == [0, OPEN, OPEN]


def _places(found: Iterable[Row]) -> list[int]:
    return [row.acts[0] for row in found]


def test_a_row_derives_what_the_rule_file_says() -> None:
    runner = prepare(queries_of(village())[0]["lager"])
    row = runner.row_of((4,), 2, {"stand": "binnen", "aantal": 3})

    assert (row.acts, row.dossier, row.which, row.taken) == ((4,), 2, True, 1)
