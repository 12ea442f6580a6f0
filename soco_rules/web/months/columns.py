"""What the columns of a file are, as somebody says at the page."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping

from soco_rules.model.dossier import Book
from soco_rules.model.values import spaced
from soco_rules.settling.asked import Asked
from soco_rules.settling.columns import Vocabulary
from soco_rules.settling.columns import Word
from soco_rules.settling.columns import remembered_of
from soco_rules.settling.sheets import MAX_COLUMNS
from soco_rules.settling.sheets import same
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import text_in

_WORDS = {
    Word.NUMBER: "lidnummer",
    Word.NAME: "naam van het lid",
    Word.MONTH: "maand",
    Word.ROLE: "rol (belanghebbende of partner)",
    Word.MARK: "kenmerk van de factuurregel",
    Word.SKIP: "niets: lees deze kolom niet",
}


def vocabulary_of(asked: Asked, book: Book) -> Vocabulary:
    """What headings mean to a cooperative, with what somebody said before."""
    return Vocabulary(asked, remembered_of(book))


def said_in(filled: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What was chosen for each heading; a heading without a choice is left out."""
    pairs = ((text_in(filled, f"kop-{n}"), text_in(filled, f"kolom-{n}")) for n in range(MAX_COLUMNS))
    return tuple((heading, name) for heading, name in pairs if heading and name)


def fields_for(headings: Iterable[str], vocabulary: Vocabulary) -> tuple[tuple[str, Field], ...]:
    """A heading with the field to say what its column is, for each; filled in where that is remembered."""
    choices = (Choice("", "Kies"), *_choices(vocabulary))
    return tuple(
        (
            heading,
            Field(
                f"kolom-{n}",
                f"De kolom ‘{heading}’ is",
                "select",
                vocabulary.remembered.get(same(heading), ""),
                required=False,
                choices=choices,
            ),
        )
        for n, heading in enumerate(headings)
    )


def _choices(vocabulary: Vocabulary) -> Iterable[Choice]:
    for facts in (vocabulary.asked.monthly, vocabulary.asked.lines):
        for name, fact in facts.items():
            yield Choice(name, f"{spaced(name)}: {fact.question}" if fact.question else spaced(name))
    for word in Word:
        yield Choice(word, _WORDS[word])
