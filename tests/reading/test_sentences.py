"""What a reading says is read back to the tree that it was made from."""

from __future__ import annotations

import pytest
from hypothesis import given

from soco_rules.letters.tree import text_of
from soco_rules.model.expressions import Choose
from soco_rules.model.expressions import Expression
from soco_rules.reading.extract import lexicon_of
from soco_rules.reading.lists import stated
from soco_rules.reading.sentences import cases
from soco_rules.reading.sentences import inline
from soco_rules.reading.sentences import phrase
from soco_rules.reading.sentences import steps
from soco_rules.reading.words import Lexicon
from tests.reading.reread import line_read
from tests.reading.reread import parsed
from tests.reading.reread import stated_text
from tests.reading.reread import steps_read
from tests.reading.trees import EXPRESSIONS
from tests.reading.trees import NAMES
from tests.reading.trees import conditions_of
from tests.reading.trees import shipped
from tests.reading.trees import stack_of
from tests.reading.trees import values_of
from tests.reading.trees import without_places

WORDS = Lexicon(NAMES)
REFERENCES = sorted(shipped().agreements)


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_condition_that_is_shipped_is_read_back_from_its_line_and_its_list(reference: str) -> None:
    stack = stack_of(shipped(), reference)
    lexicon = lexicon_of(stack)
    written = [without_places(each) for each in conditions_of(stack)]

    assert written
    assert written == [without_places(line_read(inline(each, lexicon))) for each in conditions_of(stack)]
    assert written == [
        without_places(parsed(stated_text(stated(each, lexicon)))) for each in conditions_of(stack)
    ]


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_outcome_and_calculation_that_is_shipped_is_read_back(reference: str) -> None:
    stack = stack_of(shipped(), reference)
    lexicon = lexicon_of(stack)
    written = [without_places(each) for each in values_of(stack)]

    assert written == [without_places(_value_read(each, lexicon)) for each in values_of(stack)]
    assert written == [without_places(_cases_read(each, lexicon)) for each in values_of(stack)]


def _value_read(value: Expression, lexicon: Lexicon) -> Expression:
    return steps_read(steps(value, lexicon))


def _cases_read(value: Expression, lexicon: Lexicon) -> Expression:
    if not isinstance(value, Choose):
        return line_read(phrase(value, lexicon))
    found, rest = cases(value)
    read = line_read(phrase(rest, lexicon))
    for condition, then in reversed(found):
        read = Choose(
            line_read(inline(condition, lexicon)), line_read(phrase(then, lexicon)), read, value.span
        )
    return read


@given(EXPRESSIONS)
def test_any_condition_is_read_back_from_its_line(expression: Expression) -> None:
    assert expression == without_places(line_read(inline(expression, WORDS)))


@given(EXPRESSIONS)
def test_any_condition_is_read_back_from_its_list(expression: Expression) -> None:
    assert expression == without_places(parsed(stated_text(stated(expression, WORDS))))


@given(EXPRESSIONS)
def test_any_value_is_read_back_from_its_steps(expression: Expression) -> None:
    assert expression == without_places(steps_read(steps(expression, WORDS)))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a en (niet_opgenomen of niet a)", "a is ja en (niet opgenomen is ja of a is nee)"),
        ("niet (a of stand is op_proef)", "niet (a is ja of stand is ‘op proef’)"),
        ("stand is niet op_proef", "stand is niet ‘op proef’"),
        ("stand is niet_op_proef", "stand is ‘niet op proef’"),
        ("gestopt_op is ten hoogste 2026-12-31", "gestopt op is uiterlijk 31 december 2026"),
        (
            "gestopt_op + 8 weken - 1 dag is meer dan is_later_dan",
            "gestopt op plus 8 weken min 1 dag is later dan is later dan",
        ),
        ("rol is niet partner", "het gaat niet om de partner"),
        ("in_aanmerking is € 0,00", "in aanmerking is gelijk aan € 0,00"),
        ("a is ja", "a is gelijk aan ja"),
        ("in_aanmerking - (deel van norm_min_of_meer)", "in aanmerking min (deel van norm min of meer)"),
        ("(in_aanmerking of anders € 0,00) * 2", "(in aanmerking of anders € 0,00) maal 2"),
    ],
)
def test_what_could_be_taken_in_two_ways_is_said_in_one(written: str, expected: str) -> None:
    assert expected == text_of(inline(parsed(written), WORDS))


def test_en_and_of_together_become_a_list_with_its_own_marks() -> None:
    said = stated(parsed("a en (niet_opgenomen of stand is een van (op_proef, a_of_b))"), WORDS)

    assert (True, ["a is ja", "niet opgenomen is ja of stand is een van (‘op proef’; ‘a of b’)"]) == (
        said.all_of,
        [text_of(item.line) for item in said.items],
    )


def test_a_calculation_with_parts_inside_parts_is_told_in_steps() -> None:
    told = steps(parsed("(40% + 2 * 30%) van in_aanmerking gedeeld door 2 afgerond op centen"), WORDS)

    assert [
        "40% plus (2 maal 30%)",
        "de uitkomst van stap 1 van in aanmerking",
        "de uitkomst van stap 2 gedeeld door 2, afgerond op centen",
    ] == [text_of(line) for line in told]
