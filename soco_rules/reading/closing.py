"""The end of a reading: transitional law, requirements, assumptions, open points, what is left out, and sources."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from soco_rules.compiler.layers import AgreedPoint
from soco_rules.diagnostics import Severity
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Allowance
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import Comparison
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Requirement
from soco_rules.model.agreement import Sense
from soco_rules.model.agreement import Status
from soco_rules.model.agreement import Transitional
from soco_rules.model.agreement import Untranslated
from soco_rules.model.citations import by_number
from soco_rules.model.citations import law_of
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import spaced
from soco_rules.reading.extract import Extract
from soco_rules.reading.lists import conditions
from soco_rules.reading.lists import stated
from soco_rules.reading.outline import Article
from soco_rules.reading.outline import Scope
from soco_rules.reading.outline import reference
from soco_rules.reading.provenance import note
from soco_rules.reading.provenance import origin
from soco_rules.reading.sentences import on_its_own
from soco_rules.reading.sentences import phrase
from soco_rules.reading.tables import table
from soco_rules.reading.words import line
from soco_rules.reading.words import prose
from soco_rules.reading.words import quoted
from soco_rules.reading.words import sentence
from soco_rules.reading.words import series
from soco_rules.reading.words import term

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Sourced:
    """Something with a provenance, and what it is called; `concept` is the concept of a rule."""

    name: str
    provenance: Provenance
    concept: str | None = None


def sourced(extract: Extract) -> tuple[Sourced, ...]:
    """Everything in an extract that rests on something, in the order of the text."""
    points = (*extract.agreed, *extract.asked)
    return (
        *(Sourced(point.declared.name, point.stated.provenance) for point in points),
        *(each for dated in extract.amounts for each in _of_amount(dated)),
        *(Sourced(fact.name, fact.provenance) for fact in extract.facts),
        *(each for concept in extract.concepts for each in _of_concept(concept)),
        *(each for decision in extract.decisions for each in _of_decision(decision)),
        *(
            Sourced(f"bewaren na {quoted(state)}", kept.provenance)
            for kept in extract.layer.retention
            for state in kept.states
        ),
        *(Sourced(f"overgangsrecht {quoted(rule.name)}", rule.provenance) for rule in extract.transitional),
        *(Sourced(f"eis {quoted(needed.name)}", needed.provenance) for needed in extract.requirements),
        *(each for needed in extract.comparisons for each in _of_comparison(needed)),
    )


def transitional(rules: Sequence[Transitional]) -> tuple[Article, ...]:
    """What keeps the value of the version before."""
    return (Article("Overgangsrecht", partial(_transitional, rules)),) if rules else ()


def requirements(needed: Sequence[Requirement]) -> tuple[Article, ...]:
    """What must always hold."""
    return (Article("Eisen", partial(_requirements, needed)),) if needed else ()


def comparisons(needed: Sequence[Comparison]) -> tuple[Article, ...]:
    """What must hold between two cases that differ in some facts only."""
    return (Article("Vergelijking van twee gevallen", partial(_comparisons, needed)),) if needed else ()


def assumptions(parts: Sequence[Sourced]) -> tuple[Article, ...]:
    """Every assumption with its owner and date."""
    return _if_any("Aannames", [part for part in parts if part.provenance.assumption], _assumptions)


def open_points(points: Sequence[AgreedPoint]) -> tuple[Article, ...]:
    """The points about which nothing is agreed yet."""
    return _if_any("Open punten", [point for point in points if point.stated.open_reason], _open)


def untranslated(left: Sequence[Untranslated]) -> tuple[Article, ...]:
    """What the sources say and this text does not."""
    return _if_any("Wat niet is opgenomen", list(left), _untranslated)


def sources(parts: Sequence[Sourced]) -> tuple[Article, ...]:
    """The documents and the laws that the text names."""
    return _if_any("Bronnen en wetten", [part for part in parts if part.provenance.cited], _sources)


def _if_any(
    title: str, found: list[Thing], body: Callable[[list[Thing], Scope], tuple[Block, ...]]
) -> tuple[Article, ...]:
    return (Article(title, partial(body, found), key=title.casefold()),) if found else ()


def adoption(own: Agreement) -> Article:
    """Which file the text is made of, so that who adopts the text adopts that file."""
    return Article("Vaststelling", partial(_adoption, own))


def _of_amount(dated: AmountTable) -> Iterator[Sourced]:
    yield Sourced(dated.name, dated.provenance)
    for row in dated.values:
        since = as_dutch(row.valid_from, Kind.DATE)
        yield Sourced(f"{dated.name} vanaf {since}", row.provenance)


def _of_decision(decision: DecisionType) -> Iterator[Sourced]:
    yield Sourced(decision.title, decision.provenance)
    yield Sourced(decision.title, Provenance(decision.deviation_basis))


def _of_comparison(needed: Comparison) -> Iterator[Sourced]:
    yield Sourced(f"eis {quoted(needed.name)}", needed.provenance)
    for allowance in needed.unless:
        yield Sourced(f"wat eis {quoted(needed.name)} toelaat", allowance.provenance)


def _of_concept(concept: Concept) -> Iterator[Sourced]:
    yield Sourced(concept.name, concept.provenance)
    for rule in concept.rules:
        yield Sourced(rule.name, rule.provenance, concept.name)


def _transitional(rules: Sequence[Transitional], scope: Scope) -> tuple[Block, ...]:
    clauses = []
    for number, rule in enumerate(rules, start=1):
        points = series(term(name, scope.lexicon) for name in rule.points)
        lead, below = conditions(
            stated(rule.condition, scope.lexicon), " zolang geldt: ", " zolang aan {} is voldaan"
        )
        said = line("De waarde van de vorige versie blijft gelden voor ", points, lead)
        clauses.append(Clause(str(number), said, (*below, *note(origin(rule.provenance)))))
    return (
        Clauses(tuple(clauses)),
        Paragraph(line("Is er geen vorige versie, dan heeft dit artikel geen gevolg.")),
    )


def _requirements(needed: Sequence[Requirement], scope: Scope) -> tuple[Block, ...]:
    clauses = []
    for number, requirement in enumerate(needed, start=1):
        lead, below = conditions(
            stated(requirement.condition, scope.lexicon), "Altijd geldt: ", "Altijd is voldaan aan {}"
        )
        is_error = requirement.severity is Severity.ERROR
        weight = "dan komt er geen uitkomst" if is_error else "dan volgt een waarschuwing"
        told = sentence(f"Klopt dat niet, {weight}: {requirement.message}")
        catches = sentence(f"Dit houdt tegen: {requirement.catches}") if requirement.catches else ""
        clauses.append(
            Clause(str(number), lead, (*below, *note(told, catches, origin(requirement.provenance))))
        )
    return (Clauses(tuple(clauses)),)


_SENSES = {
    Sense.NOT_LOWER: (". In het geval waarin dat hoger is, is ", " niet lager."),
    Sense.NOT_HIGHER: (". In het geval waarin dat hoger is, is ", " niet hoger."),
    Sense.SAME: (". In beide gevallen gelijk is dan: ", "."),
}


def _comparisons(needed: Sequence[Comparison], scope: Scope) -> tuple[Block, ...]:
    clauses = []
    for number, comparison in enumerate(needed, start=1):
        then, kept = _SENSES[comparison.sense]
        changed = series(term(name, scope.lexicon) for name in comparison.changes)
        what = series(phrase(each, scope.lexicon) for each in comparison.compared)
        lead = line("Vergelijk twee gevallen die alleen verschillen in ", changed, then, what, kept)
        below = (block for each in comparison.unless for block in _allowance(each, scope))
        weight = "een fout" if comparison.severity is Severity.ERROR else "een waarschuwing"
        told = sentence(f"Klopt dat niet, dan geeft een bewijs {weight}: {comparison.message}")
        meant = sentence(comparison.description) if comparison.description else ""
        clauses.append(Clause(str(number), lead, (*below, *note(meant, told, origin(comparison.provenance)))))
    return (
        Clauses(tuple(clauses)),
        Paragraph(
            line(
                "Dit gaat over de regels als geheel. Bij een besluit over één geval wordt het niet nagegaan."
            )
        ),
    )


def _allowance(allowed: Allowance, scope: Scope) -> Iterator[Block]:
    condition = on_its_own(allowed.condition, scope.lexicon)
    yield Paragraph(line("Dat hoeft niet als in een van beide gevallen geldt: ", condition, "."))
    yield from note(origin(allowed.provenance))


def _adoption(own: Agreement, _: Scope) -> tuple[Block, ...]:
    state = "vastgesteld" if own.status is Status.ADOPTED else "niet vastgesteld"
    return (
        Paragraph(line(f"Deze tekst is {state}. Zij is automatisch gemaakt uit het bestand {own.path}.")),
        Paragraph(
            line(
                "Wie deze tekst vaststelt, stelt dat bestand vast. De inhoud ervan heeft dit controlegetal (SHA-256):"
            )
        ),
        Paragraph(line(own.sha256), note=True),
    )


def _assumptions(parts: Sequence[Sourced], scope: Scope) -> tuple[Block, ...]:
    rows = (
        (_where(part, scope), prose(assumption.reason), f"{assumption.owner}, {since}")
        for part in parts
        if (assumption := part.provenance.assumption)
        for since in (as_dutch(assumption.date, Kind.DATE),)
    )
    lead = "Dit is gekozen zolang er geen bron is. Wie een aanname bewaakt, zorgt dat er een bron komt of een besluit."
    return (Paragraph(line(lead)), table(("Waarover", "Aanname", "Wie bewaakt, sinds"), rows))


def _where(part: Sourced, scope: Scope) -> Line:
    """What an assumption is about, with its article."""
    place = scope.leden.get((part.concept, part.name)) if part.concept else None
    if place is not None:
        article, lid = place
        return line(term(part.concept or "", scope.lexicon), ", ", reference(article), f" lid {lid}")
    if part.name in scope.lexicon.kinds:
        return line(term(part.name, scope.lexicon))
    return line(spaced(part.name))


def _open(points: Sequence[AgreedPoint], scope: Scope) -> tuple[Block, ...]:
    rows = (
        (
            line(term(point.declared.name, scope.lexicon)),
            prose(point.declared.description),
            prose(point.stated.open_reason or ""),
        )
        for point in points
    )
    lead = "Over deze punten is nog niets afgesproken. Een besluit dat zo’n punt nodig heeft, wacht tot het is ingevuld."
    return (Paragraph(line(lead)), table(("Punt", "Waarover het gaat", "Waarom het open is"), rows))


def _untranslated(left: Sequence[Untranslated], _: Scope) -> tuple[Block, ...]:
    lead = (
        "De bronnen noemen ook deze onderwerpen. Zij staan niet in deze regels, om de reden die erbij staat."
    )
    return (
        Paragraph(line(lead)),
        table(("Onderwerp", "Reden"), ((prose(each.subject), prose(each.reason)) for each in left)),
    )


def _sources(parts: Sequence[Sourced], _: Scope) -> tuple[Block, ...]:
    documents = sorted({part.provenance.source for part in parts if part.provenance.source}, key=str.casefold)
    laws: dict[str, set[str]] = {}
    for part in parts:
        for citation in part.provenance.legal_basis:
            law = law_of(citation) or "Rechtspraak"
            laws.setdefault(law, set()).add(citation.removeprefix(law).strip())
    said = [line(f"{law}: {'; '.join(sorted(found, key=by_number))}.") for law, found in sorted(laws.items())]
    blocks: list[Block] = []
    if documents:
        blocks += [Paragraph(line("Deze tekst is gemaakt met:")), Bullets(tuple(map(_as_item, documents)))]
    if said:
        blocks += [Paragraph(line("Deze tekst noemt als grondslag:")), Bullets(tuple(said))]
    return tuple(blocks)


def _as_item(text: str) -> Line:
    return line(sentence(text))
