"""Where something rests on, as a line under an article or in a cell of a table."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.model.agreement import Provenance
from soco_rules.reading.words import Said
from soco_rules.reading.words import joined
from soco_rules.reading.words import line
from soco_rules.reading.words import sentence


def note(*said: Said) -> tuple[Block, ...]:
    """Sentences in small print; nothing where nothing is said."""
    words = line(*joined((each for each in said if each), " "))
    return (Paragraph(words, note=True),) if words else ()


def origin(provenance: Provenance) -> Line:
    """All that something rests on, as sentences."""
    return line(*joined(_sentences(provenance), " "))


def short_origin(provenance: Provenance) -> Line:
    """The document or the assumption behind a value, for a cell."""
    return line(*joined(_sentences(Provenance((), provenance.source, provenance.assumption)), " "))


def basis(provenance: Provenance) -> Line:
    """The articles of law behind something, as a sentence."""
    return line(*_sentences(Provenance(provenance.legal_basis)))


def _sentences(provenance: Provenance) -> Iterator[str]:
    if provenance.legal_basis:
        yield f"Grondslag: {'; '.join(provenance.legal_basis)}."
    if provenance.source:
        yield sentence(f"Bron: {provenance.source}")
    if provenance.assumption:
        yield sentence(f"Aanname: {provenance.assumption.reason}")
