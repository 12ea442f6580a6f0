"""A printed article read back: each lid as a rule with its condition, outcome, exceptions and precedence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.model.expressions import Expression
from tests.reading.reread import as_written
from tests.reading.reread import marked
from tests.reading.reread import parsed

LID = re.compile(
    r"(?:In afwijking van (?P<bases>[^⟦]+) )?(?:is ⟦\w+⟧|wordt ⟦\w+⟧|⟦\w+⟧ is|⟦\w+⟧ wordt)(?P<value> .+?)"
    r"(?: als geldt: (?P<one>.+)\.| als aan (?P<several>.+ volgende voorwaarden) is voldaan:|\.)"
)
CASE = re.compile(r"(?:⟦\w+⟧ is|in andere gevallen is ⟦\w+⟧) (?P<value>.+?)(?: als geldt: (?P<when>.+);|\.)")
PLACES = re.compile(
    r"(?:artikel (\d+) )?(?:lid|(?:de )?leden) ((?:\d+(?: tot en met \d+)?(?:, | en (?=\d))?)+)"
)
ABOVE = " bepaald zoals hieronder staat"
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lid:
    """One lid; `all_but` has what a lid with precedence over all others does not win from."""

    name: str
    condition: Expression
    outcome: Expression
    bases: frozenset[Place]
    beaten: frozenset[Place]
    all_but: frozenset[Place] | None


def articles_of(document: Document) -> dict[int, tuple[str, tuple[Block, ...]]]:
    """The title and the blocks of each article by its number."""
    found: dict[int, tuple[str, list[Block]]] = {}
    current: list[Block] = []
    for block in document.blocks:
        match block:
            case Heading(line=line, anchor=anchor) if anchor and anchor.startswith("artikel-"):
                number, _, title = marked(line).removeprefix("Artikel ").partition(". ")
                current = []
                found[int(number)] = (title, current)
            case Heading():
                current = []
            case _:
                current.append(block)
    return {number: (title, tuple(blocks)) for number, (title, blocks) in found.items()}


def leden_of(article: int, blocks: Sequence[Block]) -> Iterator[Lid]:
    """Every lid of an article that is a rule."""
    for block in blocks:
        if isinstance(block, Clauses):
            yield from (_lid(article, clause) for clause in block.items if _is_rule(clause))


def _is_rule(clause: Clause) -> bool:
    """Whether a clause is a rule, and not a step of a calculation or a condition."""
    return any(
        isinstance(block, Paragraph) and marked(block.line).startswith("Regel ‘") for block in clause.below
    )


def _lid(article: int, clause: Clause) -> Lid:
    text = marked(clause.line)
    found = LID.fullmatch(text)
    assert found, text
    lists = [block for block in clause.below if isinstance(block, Clauses)]
    paragraphs = [marked(block.line) for block in clause.below if isinstance(block, Paragraph)]
    condition = _condition(found["one"], found["several"], lists)
    priority = next((each for each in paragraphs if each.startswith("Dit lid gaat voor ")), "")
    everything = "alle andere regels" in priority
    places = _places(priority.partition(", behalve ")[2] if everything else priority, article)
    return Lid(
        name=next(each for each in paragraphs if each.startswith("Regel ‘")).split("‘")[1].split("’")[0],
        condition=parsed(condition),
        outcome=parsed(_cases(lists[-1]) if found["value"] == ABOVE else _value(found["value"])),
        bases=_places(found["bases"] or "", article),
        beaten=frozenset() if everything else places,
        all_but=places if everything else None,
    )


def _condition(one: str | None, several: str | None, lists: Sequence[Clauses]) -> str:
    if several:
        return _listed(several, lists[0])
    return as_written(one) if one else "ja"


def _listed(several: str, listed: Clauses) -> str:
    between = " en " if several.startswith("alle") else " of "
    return between.join(f"({_item(clause)})" for clause in listed.items)


def _item(clause: Clause) -> str:
    text = marked(clause.line)
    if (deeper := re.fullmatch(r"aan (.+ volgende voorwaarden) is voldaan:", text)) is None:
        return as_written(text[:-1])
    (listed,) = clause.below
    assert isinstance(listed, Clauses)
    return _listed(deeper[1], listed)


def _cases(listed: Clauses) -> str:
    found = [CASE.fullmatch(marked(clause.line)) for clause in listed.items]
    *before, last = [match for match in found if match]
    text = _value(last["value"])
    for case in reversed(before):
        text = f"als ({as_written(case['when'])}) dan ({_value(case['value'])}) anders ({text})"
    return text


def _value(text: str) -> str:
    return as_written(text.strip().removeprefix("gelijk aan "))


def _places(text: str, here: int) -> frozenset[Place]:
    return frozenset(
        (int(article or here), lid) for article, leden in PLACES.findall(text) for lid in _numbers(leden)
    )


def _numbers(text: str) -> Iterator[int]:
    for first, last in re.findall(r"(\d+)(?: tot en met (\d+))?", text):
        yield from range(int(first), int(last or first) + 1)


def rows_of(table: Table) -> Iterator[tuple[Expression, Expression]]:
    """The condition and the outcome of each row."""
    _, *heads, _, _ = map(marked, table.header)
    for row in table.rows:
        _, *cells, outcome, _ = map(marked, row)
        filled = [(head, cell) for head, cell in zip(heads, cells, strict=True) if cell != "–"]
        parts = [
            f"({as_written(f'{head} is {cell}' if ' ' in cell else f'{head} is gelijk aan {cell}')})"
            for head, cell in filled
        ]
        yield parsed(" en ".join(parts)), parsed(as_written(outcome))


@dataclass(frozen=True, slots=True)
class Frame:
    """What an article says beside its leden: where it applies, how it calculates, and what holds otherwise."""

    applies_when: Expression | None = None
    calculation: Expression | None = None
    otherwise: Expression | None = None


def frame_of(blocks: Sequence[Block]) -> Frame:
    """The sentences of an article that are no leden; the first paragraph tells what it is about."""
    found = Frame()
    following = [*blocks[1:], None]
    for block, after in zip(blocks[1:], following[1:], strict=True):
        if isinstance(block, Paragraph):
            listed = after if isinstance(after, Clauses) else Clauses(())
            found = _framed(found, marked(block.line), listed)
    return found


def _framed(found: Frame, text: str, listed: Clauses) -> Frame:
    if applies := _after(text, listed, "Dit artikel geldt alleen als: ", "Dit artikel geldt alleen als aan "):
        return replace(found, applies_when=parsed(applies))
    if last := re.fullmatch(r"Geldt geen van deze leden.*, dan is ⟦\w+⟧ (.+)\.", text):
        return replace(found, otherwise=parsed(_value(last[1])))
    if not text.startswith("⟦"):
        return found
    sentence = text.partition("⟧ ")[2]
    if is_yes := _after(sentence, listed, "is ja als geldt: ", "is ja als aan "):
        return replace(found, calculation=parsed(is_yes))
    if sentence == "wordt als volgt bepaald:":
        return replace(found, calculation=parsed(_cases(listed)))
    if sentence == "wordt in stappen berekend:":
        return replace(found, calculation=parsed(_steps(listed)))
    return replace(found, calculation=parsed(_value(sentence.removeprefix("is ").removesuffix("."))))


def _after(text: str, listed: Clauses, one: str, several: str) -> str | None:
    """The condition behind these words, on the line or in the list under it."""
    if text.startswith(one):
        return as_written(text.removeprefix(one).removesuffix("."))
    if text.startswith(several):
        return _listed(text.removeprefix(several), listed)
    return None


def _steps(listed: Clauses) -> str:
    texts: list[str] = []
    for clause in listed.items:
        text = marked(clause.line).removesuffix(".")
        text = text.removeprefix("Neem ") if text.startswith("Neem ") else text.partition("⟧ is ")[2]
        written = _value(text)
        for number in range(len(texts), 0, -1):
            written = written.replace(f"de uitkomst van stap {number}", f"({texts[number - 1]})")
        texts.append(written)
    return texts[-1]


def requirements_of(blocks: Sequence[Block]) -> Iterator[Expression]:
    """What must always hold, from the article about it."""
    for block in blocks:
        assert isinstance(block, Clauses)
        for clause in block.items:
            listed = next((below for below in clause.below if isinstance(below, Clauses)), Clauses(()))
            condition = _after(marked(clause.line), listed, "Altijd geldt: ", "Altijd is voldaan aan ")
            assert condition is not None
            yield parsed(condition)
