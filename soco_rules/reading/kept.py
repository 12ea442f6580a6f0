"""How long dossiers are kept, as an article of a reading."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Paragraph
from soco_rules.model.agreement import Retention
from soco_rules.reading.outline import Article
from soco_rules.reading.outline import Scope
from soco_rules.reading.provenance import note
from soco_rules.reading.provenance import origin
from soco_rules.reading.words import line
from soco_rules.reading.words import quoted
from soco_rules.reading.words import series


def kept(found: Sequence[Retention]) -> tuple[Article, ...]:
    """How long a dossier stays after its last decision."""
    return (Article("Bewaren van dossiers", partial(_kept, found), key="bewaren"),) if found else ()


def _kept(found: Sequence[Retention], _: Scope) -> tuple[Block, ...]:
    clauses = []
    for number, each in enumerate(found, start=1):
        states = series(map(quoted, each.states), "of")
        said = line(
            "Een dossier met de stand ", states, f" blijft {each.words} bewaard na de dag van het laatste besluit."
        )  # fmt: skip
        clauses.append(Clause(str(number), said, (*note(origin(each.provenance)),)))
    after = (
        "Is er nooit een besluit genomen, dan loopt de termijn vanaf de dag waarop het laatst "
        "iets is vastgelegd. Daarna worden de persoonsgegevens gewist, tenzij er nog iets loopt. Dat er een dossier "
        "was en wat er wanneer mee gebeurde, blijft zonder persoonsgegevens bewaard als bewijs."
    )
    return (Clauses(tuple(clauses)), Paragraph(line(after)))
