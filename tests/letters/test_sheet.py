"""What stands where on a sheet: the reasons of a concept never push the decision off the first page."""

from __future__ import annotations

import pytest

from soco_rules.letters.sheet import ALL_REASONS
from soco_rules.letters.sheet import MOST_REASONS
from soco_rules.letters.sheet import sheet
from soco_rules.letters.tree import Address
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Signature
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import text_of


def letter(reasons: int) -> Letter:
    """A concept with so many reasons."""
    return Letter(
        sender=Address(((Text("Gemeente"),),)),
        addressees=(),
        details=(),
        subject=(Text("Onderwerp"),),
        blocks=(Paragraph((Text("U mag meedoen."),)),),
        signature=Signature(()),
        day=739_545,
        concept=tuple((Text(f"reden {number}"),) for number in range(1, reasons + 1)),
    )


@pytest.mark.parametrize("reasons", [1, MOST_REASONS])
def test_few_reasons_stand_before_the_subject(reasons: int) -> None:
    page = sheet(letter(reasons))

    assert page.concept
    assert (reasons, ()) == (len(page.concept.reasons), page.annex)


def test_of_many_reasons_the_first_stand_there_and_all_of_them_at_the_end() -> None:
    reasons = MOST_REASONS + 1
    page = sheet(letter(reasons))

    assert page.concept
    assert f"Alle {reasons} redenen staan achter deze brief." == text_of(page.concept.reasons[-1])
    match page.annex:
        case (Heading(line=line), Bullets(items=items)):
            assert (ALL_REASONS, reasons) == (text_of(line), len(items))
        case _:
            pytest.fail(f"not a list of reasons: {page.annex}")
