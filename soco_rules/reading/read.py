"""An agreement as numbered Dutch articles, with the articles of the layers it stands on as far as it reaches them."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.compiler.layers import Stack
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Status
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle
from soco_rules.reading import closing
from soco_rules.reading import decisions
from soco_rules.reading import kept
from soco_rules.reading import opening
from soco_rules.reading import rules
from soco_rules.reading import tables
from soco_rules.reading.extract import Extract
from soco_rules.reading.extract import extract_of
from soco_rules.reading.extract import lexicon_of
from soco_rules.reading.extract import says_something
from soco_rules.reading.extract import whole_of
from soco_rules.reading.outline import Article
from soco_rules.reading.outline import Chapter
from soco_rules.reading.outline import Part
from soco_rules.reading.outline import Scope
from soco_rules.reading.outline import article_named
from soco_rules.reading.outline import scope_of
from soco_rules.reading.outline import written
from soco_rules.reading.reach import reached
from soco_rules.reading.reach import read_by_layer
from soco_rules.reading.words import BUILT_IN
from soco_rules.reading.words import line
from soco_rules.reading.words import quoted
from soco_rules.reading.words import series

HIGHER = "Landelijke regels waarop deze afspraken rusten"


def as_document(stack: Stack, *, own_only: bool = False, style: HouseStyle = PLAIN) -> Document:
    """The agreement on which a stack ends, to read and to adopt.

    It depends on the layers of the stack only, never on the day that was asked: the same versions give the same text.
    """
    own = whole_of(stack.lowest, stack)
    names = reached(stack)
    higher = [] if own_only else [extract_of(layer, stack, names) for layer in reversed(stack.layers[:-1])]
    parts = [_own_part(own, stack, own_only=own_only), *map(_higher_part, filter(says_something, higher))]
    scope = scope_of(parts, stack, lexicon_of(stack))
    return Document(
        title=line(own.layer.title),
        details=tuple(_details(own.layer, stack)),
        blocks=tuple(written(parts, scope)),
        day=stack.valid_from,
        concept=tuple(_reasons(own, scope)),
        style=style,
    )


def _own_part(own: Extract, stack: Stack, *, own_only: bool) -> Part:
    explained = {
        *own.layer.concepts,
        *own.layer.facts,
        *own.layer.amounts,
        *own.layer.points,
        *BUILT_IN,
    }
    explained -= {concept.name for concept in own.concepts if concept.type is None}
    used = {*read_by_layer(own.layer), *own.layer.concepts} - explained
    known = {name for name in used if name in lexicon_of(stack).kinds}
    begin = (
        Chapter("Partijen, looptijd en status", opening.parties(stack)),
        Chapter(
            "Begrippen",
            (opening.guide(), *opening.words(known, stack, explains=own_only), *_frame(own)),
        ),
    )
    end = Chapter("Vaststelling", (closing.adoption(own.layer),))
    return Part(own.layer.title, opening.preamble(own.layer), (*begin, *_chapters(own), end))


def _higher_part(extract: Extract) -> Part:
    left = series(map(quoted, extract.left_out))
    said: list[Block] = [
        Paragraph(
            line(
                f"Dit zijn regels uit ‘{extract.layer.title}’, die gelden {opening.term_of(extract.layer)} "
                f"(status: {opening.status_of(extract.layer)})."
            )
        )
    ]
    if left:
        said.append(
            Paragraph(line("Niet opgenomen, want deze afspraken raken het niet: ", left, "."), note=True)
        )
    begin = Chapter("Personen en standen", _frame(extract))
    return Part(f"{HIGHER}: {extract.layer.title}", tuple(said), (begin, *_chapters(extract)))


def _frame(extract: Extract) -> tuple[Article, ...]:
    return (*opening.persons(extract.persons), *opening.states(extract.layer.states))


def _chapters(extract: Extract) -> tuple[Chapter, ...]:
    parts = closing.sourced(extract)
    return (
        Chapter("Gegevens en oordelen", tables.facts(extract.facts)),
        Chapter("Wat is afgesproken", (*tables.agreed(extract.agreed), *tables.asked(extract.asked))),
        Chapter("Bedragen", tables.amounts(extract.amounts)),
        Chapter("Regels", tuple(map(rules.article_of, extract.concepts))),
        Chapter(
            "Besluiten",
            (*map(decisions.article_of, extract.decisions), *kept.kept(extract.layer.retention)),
        ),
        Chapter(
            "Overgangsrecht en eisen",
            (
                *closing.transitional(extract.transitional),
                *closing.requirements(extract.requirements),
                *closing.comparisons(extract.comparisons),
            ),
        ),
        Chapter(
            "Verantwoording",
            (
                *closing.assumptions(parts),
                *closing.open_points(extract.agreed),
                *closing.untranslated(extract.layer.untranslated),
                *closing.sources(parts),
            ),
        ),
    )


def _details(own: Agreement, stack: Stack) -> Iterator[Detail]:
    yield Detail("Status", line(opening.status_of(own)))
    yield Detail("Kenmerk", line(own.reference))
    yield Detail("Geldt", line(opening.term_of(own)))
    if own.municipality is not None:
        yield Detail("Gemeente", line(own.municipality.name))
    if own.cooperative is not None:
        yield Detail("Coöperatie", line(own.cooperative))
    if len(stack.layers) > 1:
        yield Detail("Rust op", line("; ".join(layer.reference for layer in reversed(stack.layers[:-1]))))


def _reasons(own: Extract, scope: Scope) -> Iterator[Line]:
    layer = own.layer
    if layer.status is Status.ADOPTED and not layer.is_example:
        return
    match layer.status:
        case Status.DRAFT:
            yield line("De status van deze versie is concept: zij is niet vastgesteld.")
        case Status.WITHDRAWN:
            yield line("Deze versie is ingetrokken.")
        case Status.ADOPTED:
            pass
    if layer.is_example:
        yield line("Dit is een voorbeeld, gemaakt uit openbare bronnen. Het is niet de overeenkomst zelf.")
    yield from _counted(own, scope)


def _counted(own: Extract, scope: Scope) -> Iterator[Line]:
    found = closing.sourced(own)
    assumed = sum(part.provenance.assumption is not None for part in found)
    undecided = sum(point.stated.open_reason is not None for point in own.agreed)
    for number, one, many, key in (
        (
            assumed,
            "Een keuze heeft geen bron en is een aanname",
            "keuzes hebben geen bron en zijn een aanname",
            "aannames",
        ),
        (undecided, "Een punt is nog open", "punten zijn nog open", "open punten"),
    ):
        if number:
            where = article_named(key, scope)
            yield line(
                one if number == 1 else f"{number} {many}", *((" (", where, ")") if where else ()), "."
            )
