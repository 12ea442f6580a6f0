"""What is kept while somebody reads it over: his own, of this page, for an hour, and no more than the newest."""

from __future__ import annotations

import pytest

from soco_rules.web.kept import LONGEST
from soco_rules.web.kept import OF_ONE
from soco_rules.web.kept import Kept
from tests.web.legal.conftest import BOSS
from tests.web.persons import LAWYER


@pytest.mark.parametrize(("after", "expected"), [(LONGEST - 1, {"a": "1"}), (LONGEST, None)])
def test_it_is_kept_for_an_hour(after: float, expected: dict[str, str] | None) -> None:
    now = [0.0]
    kept: Kept[dict[str, str]] = Kept(lambda: now[0])
    word = kept.keep(BOSS, "/pad", {"a": "1"})
    now[0] = after

    assert expected == kept.find(BOSS, "/pad", word)


def test_of_one_person_the_newest_are_kept() -> None:
    kept: Kept[dict[str, str]] = Kept()
    other = kept.keep(LAWYER, "/pad", {"van": "een ander"})
    words = [kept.keep(BOSS, "/pad", {"nummer": str(number)}) for number in range(OF_ONE + 1)]

    assert [None, *({"nummer": str(number)} for number in range(1, OF_ONE + 1))] == [
        kept.find(BOSS, "/pad", word) for word in words
    ]
    assert {"van": "een ander"} == kept.find(LAWYER, "/pad", other)


def test_what_was_signed_is_forgotten_and_the_rest_stays() -> None:
    kept: Kept[dict[str, str]] = Kept()
    signed, other = kept.keep(BOSS, "/een", {"a": "1"}), kept.keep(BOSS, "/twee", {"b": "2"})

    kept.forget(BOSS, "/een")

    assert (None, {"b": "2"}) == (kept.find(BOSS, "/een", signed), kept.find(BOSS, "/twee", other))
