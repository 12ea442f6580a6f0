"""The way back: from the Dutch of a reading to the text of a rule file, as docs/beleid/lezen.md describes it."""

from __future__ import annotations

import re

from soco_rules.diagnostics import Span
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Text
from soco_rules.model.expressions import Expression
from soco_rules.parser.expressions import parse_expression
from soco_rules.reading.lists import Stated
from tests.located import located_at

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WORDS = (
    (" is op of na ", " is ten minste "),
    (" is uiterlijk ", " is ten hoogste "),
    (" is later dan ", " is meer dan "),
    (" is eerder dan ", " is minder dan "),
    (" is niet gelijk aan ", " is niet "),
    (" is gelijk aan ", " is "),
    (" plus ", " + "),
    (" min ", " - "),
    (" maal ", " * "),
    ("; ", ", "),
    (", afgerond op centen", " afgerond op centen"),
    ("het aantal hele ", "hele "),
    ("het jaar van ", "jaar van "),
)
"""What a reading says and what a rule file says, word for word."""


def marked(line: Line) -> str:
    """The words of a line, with every term as the name that it is, between marks."""
    return "".join(_marked(inline.text, is_term=isinstance(inline, Text) and inline.term) for inline in line)


def _marked(text: str, *, is_term: bool) -> str:
    return f"⟦{(text[:1].lower() + text[1:]).replace(' ', '_')}⟧" if is_term else text


def as_written(text: str) -> str:
    """Marked words as an author writes them in a rule file."""
    text = re.sub(r"^(.+) is (‘[^’]+’(?:, ‘[^’]+’)* of ‘[^’]+’)$", _one_of, text)
    text = re.sub(r"‘([^’]+)’", lambda found: found[1].replace(" ", "_"), text)
    text = re.sub(r"((?:deze )?⟦\w+⟧) is ja\b", r"\1", text)
    text = re.sub(r"((?:deze )?⟦\w+⟧) is nee\b", r"niet \1", text)
    text = re.sub(r"het gaat (niet )?om de (\w+)", r"rol is \1\2", text)
    text = re.sub(rf"(\d+) ({'|'.join(MONTHS)}) (\d{{4}})", _date, text)
    for read, written in WORDS:
        text = text.replace(read, written)
    return re.sub("[⟦⟧]", "", text)


def _one_of(found: re.Match[str]) -> str:
    return f"{found[1]} is een van ({found[2].replace(' of ‘', ', ‘')})"


def _date(found: re.Match[str]) -> str:
    return f"{found[3]}-{MONTHS.index(found[2]) + 1:02d}-{int(found[1]):02d}"


def parsed(text: str) -> Expression:
    """The tree of a text as an author would have written it."""
    expression, findings = parse_expression(located_at(text, Span("terug.yaml")))
    assert expression is not None, (text, findings)
    return expression


def line_read(line: Line) -> Expression:
    """The tree of a condition or value on one line."""
    return parsed(as_written(marked(line)))


def stated_text(said: Stated) -> str:
    """A condition as an author would have written it, from its line or its list."""
    if not said.items:
        return as_written(marked(said.line))
    between = " en " if said.all_of else " of "
    return between.join(f"({stated_text(item)})" for item in said.items)


def steps_read(lines: tuple[Line, ...]) -> Expression:
    """The tree of a calculation in steps: each step stands where a later one names it."""
    texts: list[str] = []
    for line in lines:
        text = as_written(marked(line))
        for number in range(len(texts), 0, -1):
            text = text.replace(f"de uitkomst van stap {number}", f"({texts[number - 1]})")
        texts.append(text)
    return parsed(texts[-1])
