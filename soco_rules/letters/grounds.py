"""What a value or sentence of a letter rests on: rule, articles, agreement version, the facts and who told them."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import clean
from soco_rules.model.called import with_value
from soco_rules.model.decision import Decision
from soco_rules.model.decision import FallenRule
from soco_rules.model.decision import Ground
from soco_rules.model.decision import UsedFact
from soco_rules.model.decision import UsedTerm
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import spaced

COOPERATIVE = "cooperatie"
BENEFIT = "uitkering"
OWN_JUDGEMENTS = frozenset(
    {"cooperatie_laat_toe", "alle_leden_akkoord", "cooperatie_wil_definitief", "leden_akkoord_besteding"}
)
"""The judgements of the national model that are the cooperative's own; a decision does not say who judges."""
_KINDS = frozenset(Kind)
_JUDGEMENT = "oordeel"
_NOTICE = "mededeling"
_PRIVATE = "privaatrechtelijk"
_AMOUNT = "bedrag"


def printed(written: str, kind: str, words: ChoiceWords | None = None) -> str:
    """A value of the machine-readable files as a Dutch reader expects it; unreadable text as it stands."""
    return clean(encoded_as_dutch(written, Kind(kind), words) if kind in _KINDS else written)


def origin_of(decision: Decision, ground: Ground) -> Origin:
    """What a rule or calculation gave rests on; `facts` also tells which points were agreed."""
    told = (*_facts_behind(decision, ground), *_terms_behind(decision, ground))
    return Origin(
        ground.rule,
        ground.legal_basis,
        ground.source,
        ground.place,
        agreement_version(decision),
        tuple(dict.fromkeys(told)),
        ground.description or None,
    )


def origin_of_fallen(fallen: FallenRule) -> Origin:
    """What a rule that does not hold rests on: itself."""
    return Origin(fallen.rule, place=fallen.place, words=fallen.description or None)


def origin_of_fact(decision: Decision, fact: UsedFact) -> Origin:
    """What a fact rests on: who told it."""
    return Origin(facts=(fact_in_words(decision, fact),))


def origin_of_term(decision: Decision, term: UsedTerm) -> Origin:
    """What an agreed point or a dated amount rests on."""
    version = None if term.origin == _AMOUNT else agreement_version(decision)
    return Origin(None, term.legal_basis, term.source, term.place, version, (term_in_words(decision, term),))


def agreement_version(decision: Decision) -> str:
    """The agreement and its version, as a reader can look it up."""
    title = decision.agreement_title or decision.agreement
    version = f", versie van {printed(decision.version, Kind.DATE)}" if decision.version else ""
    return clean(f"{title} ({decision.agreement}){version}")


def fact_in_words(decision: Decision, fact: UsedFact) -> str:
    """One Dutch sentence with the question, the answer and who supplied it."""
    question = fact.question or f"{spaced(fact.name).capitalize()}?"
    who = " over de partner" if fact.role == Role.PARTNER else ""
    words = decision.words_of(fact.name)
    answer = printed(fact.value, fact.kind, words) if fact.value is not None else "nog niet bekend"
    day = f" op {printed(fact.date, Kind.DATE)}" if fact.date else ""
    if fact.by:
        reason = f" De reden: {_sentence(fact.reason)}" if fact.reason else ""
        return clean(f"Op de vraag{who} '{question}' oordeelde {fact.by}{day}: {answer}.{reason}")
    return clean(f"Op de vraag{who} '{question}' is het antwoord: {answer} ({_supplied(fact, words)}).")


def _supplied(fact: UsedFact, words: ChoiceWords) -> str:
    if fact.reports:
        return "; ".join(
            f"{report.source or 'zonder bron'}: {printed(report.value, fact.kind, words) if report.value else 'onbekend'}"
            for report in fact.reports
        )
    day = f", {printed(fact.date, Kind.DATE)}" if fact.date else ""
    return f"bron: {fact.source}{day}" if fact.source else f"bron niet vermeld{day}"


def term_in_words(decision: Decision, term: UsedTerm) -> str:
    """One Dutch sentence with what was agreed, or the amount on the date, and where that stands."""
    known = term.value is not None
    value = (
        printed(term.value or "", term.kind, decision.words_of(term.name)) if known else "nog niet ingevuld"
    )
    what = "Het bedrag op deze datum" if term.origin == _AMOUNT else "Afgesproken"
    where = "; ".join((*term.legal_basis, *((term.source,) if term.source else ())))
    basis = f" (bron: {where})" if where else ""
    return clean(f"{what}: {with_value(term.name, decision.called(term.name), value)}{basis}.")


def told_facts(decision: Decision) -> tuple[UsedFact, ...]:
    """The facts that a letter on this decision may tell.

    A letter of the cooperative holds nothing about a benefit and no judgement of the municipality: those are between
    the member and the municipality (AVG article 5). A fact that is not applicable tells nothing. Where nothing is
    decided yet, a judgement that the message does not rest on is not told: it would look like the decision.
    """
    weighed = _weighed(decision) if decision.legal_character in (_NOTICE, _PRIVATE) else None
    return tuple(
        fact
        for fact in decision.facts
        if fact.value != NOT_APPLICABLE_TEXT
        and _may_tell(decision, fact)
        and (weighed is None or fact.origin != _JUDGEMENT or fact.name in weighed)
    )


def _weighed(decision: Decision) -> frozenset[str]:
    """The facts under the outcome and what it follows from; of a notice not those of a rule that had to give way."""
    return frozenset(
        name
        for ground in decision.grounds
        if (ground.wins or decision.legal_character == _PRIVATE)
        if ground.outcome != NOT_APPLICABLE_TEXT and ground.concept not in decision.outcomes
        for name in ground.facts
    )


def _may_tell(decision: Decision, fact: UsedFact) -> bool:
    if decision.decider != COOPERATIVE:
        return True
    return fact.name != BENEFIT and (fact.origin != _JUDGEMENT or fact.name in OWN_JUDGEMENTS)


def _facts_behind(decision: Decision, ground: Ground) -> Iterator[str]:
    """Also of the rules that this one is an exception to: without them it would not have applied."""
    names = {name for one in _applying(decision, ground) for name in one.facts}
    for fact in told_facts(decision):
        if fact.name in names and (None in {fact.role, ground.role} or fact.role == ground.role):
            yield fact_in_words(decision, fact)


def _terms_behind(decision: Decision, ground: Ground) -> Iterator[str]:
    names = {name for one in _applying(decision, ground) for name in one.terms}
    return (term_in_words(decision, term) for term in decision.terms if term.name in names)


def _applying(decision: Decision, ground: Ground) -> Iterator[Ground]:
    yield ground
    for other in decision.grounds:
        if not other.wins and (other.concept, other.role) == (ground.concept, ground.role):
            yield other


def _sentence(text: str) -> str:
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?")) else f"{stripped}."
