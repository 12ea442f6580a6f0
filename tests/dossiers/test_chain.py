"""The chain: whatever is done to a stored act shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies
from hypothesis.strategies import DataObject

from soco_rules.dossiers.chain import Clear
from soco_rules.dossiers.chain import Flaw
from soco_rules.dossiers.chain import Head
from soco_rules.dossiers.chain import Link
from soco_rules.dossiers.chain import beginning
from soco_rules.dossiers.chain import digest
from soco_rules.dossiers.chain import flaws

BOOK = "delft/scope"
AT = "2026-11-21T09:00:00.000000Z"
texts = strategies.text(max_size=4)
words = strategies.none() | texts


def _chain(contents: Sequence[bytes]) -> list[Link]:
    links: list[Link] = []
    before = beginning(BOOK)
    for number, content in enumerate(contents, start=1):
        clear = Clear(BOOK, number, 1, "feit", None, None, AT, "A. de Vries")
        links.append(Link(clear, content, before, digest(before, clear.as_bytes(), content)))
        before = links[-1].digest
    return links


def _head(links: Sequence[Link]) -> Head:
    return Head(BOOK, len(links), links[-1].digest if links else beginning(BOOK), 1, AT)


def _flaws(links: Sequence[Link], head: Head) -> list[Flaw]:
    return list(flaws(links, head, {}))


chains = strategies.lists(strategies.binary(max_size=5), min_size=1, max_size=6).map(_chain)


@given(chains)
def test_a_chain_as_it_was_written_has_no_flaws(links: list[Link]) -> None:
    assert [] == _flaws(links, _head(links))


@given(chains, strategies.data())
def test_any_other_content_is_a_flaw_at_its_act(links: list[Link], data: DataObject) -> None:
    place = data.draw(strategies.integers(0, len(links) - 1))
    other = data.draw(strategies.binary(max_size=5).filter(lambda each: each != links[place].content))
    changed = [*links[:place], replace(links[place], content=other), *links[place + 1 :]]

    assert [Flaw(place + 1, "is gewijzigd")] == _flaws(changed, _head(links))


@given(chains, strategies.data())
def test_any_other_word_in_clear_is_a_flaw_at_its_act(links: list[Link], data: DataObject) -> None:
    place = data.draw(strategies.integers(0, len(links) - 1))
    clear = links[place].clear
    field = data.draw(
        strategies.sampled_from(["agreement", "act", "subject", "month", "at", "by", "dossier"])
    )
    values = strategies.integers(0, 9) if field == "dossier" else words
    other = data.draw(values.filter(lambda each: each != getattr(clear, field)))
    told = Clear._make({**clear._asdict(), field: other}.values())
    changed = [*links[:place], replace(links[place], clear=told), *links[place + 1 :]]

    assert [Flaw(place + 1, "is gewijzigd")] == _flaws(changed, _head(links))


@given(chains, strategies.data())
def test_whatever_is_left_out_is_a_flaw(links: list[Link], data: DataObject) -> None:
    place = data.draw(strategies.integers(0, len(links) - 1))

    assert [] != _flaws([*links[:place], *links[place + 1 :]], _head(links))


@given(chains, strategies.data())
def test_any_other_order_is_a_flaw(links: list[Link], data: DataObject) -> None:
    order = data.draw(strategies.permutations(links).filter(lambda each: each != links or len(links) == 1))

    assert order == links or [] != _flaws(order, _head(links))


@given(chains, chains)
def test_the_end_of_another_book_is_a_flaw(links: list[Link], others: list[Link]) -> None:
    assert links == others or [] != _flaws(links, _head(others))


@given(strategies.tuples(texts, texts), strategies.tuples(texts, texts))
def test_two_acts_never_have_one_text(one: tuple[str, str], other: tuple[str, str]) -> None:
    first = Clear(BOOK, 1, 1, one[0], None, None, AT, one[1])
    second = Clear(BOOK, 1, 1, other[0], None, None, AT, other[1])

    assert (one == other) == (first.as_bytes() == second.as_bytes())


def test_two_books_begin_differently() -> None:
    assert beginning(BOOK) != beginning("gouda/scope")
