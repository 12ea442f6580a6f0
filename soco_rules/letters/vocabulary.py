"""What a template can name: the parts of a decision under Dutch names, each in Dutch words and with its origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from soco_rules.letters.adopted import adoption_of
from soco_rules.letters.grounds import origin_of_fact
from soco_rules.letters.grounds import origin_of_term
from soco_rules.letters.grounds import printed
from soco_rules.letters.grounds import told_facts
from soco_rules.letters.legal import Remedy
from soco_rules.letters.legal import deadlines_of
from soco_rules.letters.legal import law_of
from soco_rules.letters.legal import remedy_of
from soco_rules.letters.named import PER_PERSON
from soco_rules.letters.named import Listing
from soco_rules.letters.named import Named
from soco_rules.letters.named import Node
from soco_rules.letters.named import Rules
from soco_rules.letters.named import Truth
from soco_rules.letters.named import named_article
from soco_rules.letters.named import named_date
from soco_rules.letters.named import named_text
from soco_rules.letters.named import named_value
from soco_rules.letters.on_objection import objection_of
from soco_rules.letters.on_objection import style_of
from soco_rules.letters.outcomes import articles_of
from soco_rules.letters.outcomes import fallen_of
from soco_rules.letters.outcomes import main_outcome
from soco_rules.letters.outcomes import named_ground
from soco_rules.letters.outcomes import outcome_of
from soco_rules.letters.outcomes import outcomes_of
from soco_rules.letters.outcomes import reasons_of
from soco_rules.letters.outcomes import rules_of
from soco_rules.letters.persons import persons_of
from soco_rules.letters.tree import Value
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import UsedFact
from soco_rules.model.decision import UsedTerm
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import spaced

NAMES: tuple[str, ...] = (
    "titel",
    "uitkomst",
    "uitkomsten",
    "feiten",
    "afspraken",
    "gegevens",
    "opgaven",
    "oordelen",
    "gronden",
    "geldt",
    "redenen",
    "verdrongen",
    "afgevallen",
    "artikelen",
    "ontbreekt",
    "aannames",
    "brief",
    "geadresseerden",
    "aansprekingen",
    "personen",
    "vertegenwoordigers",
    "vaststelling",
    "procedure",
    "wet",
    "termijnen",
    "gemeente",
    "bestuursorgaan",
    "cooperatie",
    "overeenkomst",
    "peildatum",
    "besluitdatum",
    "tijdvak",
    "rechtskarakter",
    "bezwaar_mogelijk",
    "beroep_mogelijk",
    "bezwaar",
    "huisstijl",
    "geen_tekst",
)
"""Every name that a template can start with; docs/brieven.md tells what each of them is."""


def vocabulary(decided: Decision | Adoption, style: HouseStyle = PLAIN) -> Mapping[str, Node]:
    """Each of NAMES, for this proposal or for what a person made of it.

    Where a person deviated, the outcome is the deviation and rests on that person; beside it stands what follows from
    that outcome by the rules.
    """
    adoption = decided if isinstance(decided, Adoption) else None
    decision = decided.effective if isinstance(decided, Adoption) else decided
    deviates = adoption is not None and adoption.deviation is not None
    wins = tuple(
        ground for ground in decision.grounds if ground.wins and ground.outcome != NOT_APPLICABLE_TEXT
    )
    remedy = remedy_of(decided)
    nodes: dict[str, Node] = {
        "titel": named_text("titel", decision.title),
        "uitkomst": main_outcome(decision, adoption),
        "uitkomsten": outcomes_of(decision),
        "feiten": _facts(decision),
        "afspraken": _terms(decision),
        "gegevens": Listing(
            "gegevens", tuple(_fact(decision, fact) for fact in decision.facts if _is_reported(fact))
        ),
        "opgaven": Listing(
            "opgaven", tuple(_fact(decision, fact) for fact in _weighed(decision) if not _has_reason(fact))
        ),
        "oordelen": Listing(
            "oordelen", tuple(_fact(decision, fact) for fact in _weighed(decision) if _has_reason(fact))
        ),
        "gronden": Listing("gronden", tuple(named_ground("grond", decision, ground) for ground in wins)),
        "geldt": Rules("geldt", {}) if deviates else rules_of(decision),
        "redenen": Listing("redenen", ()) if deviates else reasons_of(decision),
        "verdrongen": Listing(
            "verdrongen", tuple(named_ground("grond", decision, g) for g in decision.grounds if not g.wins)
        ),
        "afgevallen": fallen_of(decision),
        "artikelen": Listing("artikelen", articles_of(decision, wins)),
        "ontbreekt": _missing(decision),
        "aannames": _assumptions(decision),
        "brief": _letter_data("brief", decision.letter),
        **persons_of(decision),
        "vaststelling": adoption_of(adoption),
        "procedure": Named(
            "procedure", fields={k: named_date(f"procedure.{k}", v) for k, v in decision.procedure.items()}
        ),
        "wet": law_of(remedy),
        "termijnen": deadlines_of(decision, adoption, remedy),
        "gemeente": named_text("gemeente", decision.municipality),
        "bestuursorgaan": named_text("bestuursorgaan", decision.authority),
        "cooperatie": named_text("cooperatie", decision.cooperative),
        "overeenkomst": _agreement(decision),
        "peildatum": named_date("peildatum", decision.reference_date),
        "besluitdatum": named_date("besluitdatum", decision.decision_date),
        "tijdvak": _month(decision.period),
        "rechtskarakter": outcome_of("rechtskarakter", decision, decision.legal_character, Kind.CHOICE, ()),
        "bezwaar_mogelijk": Truth("bezwaar_mogelijk", remedy is Remedy.OBJECTION),
        "beroep_mogelijk": Truth("beroep_mogelijk", remedy is Remedy.APPEAL),
        "bezwaar": objection_of(adoption),
        "huisstijl": style_of(style),
        "geen_tekst": Named(
            "geen_tekst",
            gap=f"betekent: het sjabloon heeft geen tekst voor de uitkomst {_shown(decided.outcome)}",
        ),
    }
    assert tuple(nodes) == NAMES
    return nodes


def _month(period: str | None) -> Named:
    if period is None:
        return Named("tijdvak", gap="is er niet: dit besluit gaat niet over een maand")
    first = printed(f"{period}-01", Kind.DATE)
    return Named("tijdvak", Value(first.removeprefix("1 "), "tijdvak", Kind.DATE), period)


def _shown(outcome: Outcome) -> str:
    if isinstance(outcome, PerPerson):
        return f"'{outcome.applicant}' en '{outcome.partner}'"
    return f"'{outcome}'"


def _weighed(decision: Decision) -> tuple[UsedFact, ...]:
    """The facts that the outcome rests on; while answers are missing a decision holds all that was supplied."""
    told = tuple(fact for fact in told_facts(decision) if _is_reported(fact))
    if not decision.missing:
        return told
    own = {decision.outcome_name or decision.decision, *decision.outcomes}
    used = {name for ground in decision.grounds for name in ground.facts}
    used |= {name for rule in decision.fallen_rules if rule.concept in own for name in rule.facts}
    return tuple(fact for fact in told if fact.name in used)


def _has_reason(fact: UsedFact) -> bool:
    return bool(fact.by and fact.reason)


def _facts(decision: Decision) -> Named:
    fields: dict[str, Node] = {}
    for fact in decision.facts:
        one = _fact(decision, fact)
        if fact.role is None:
            fields[fact.name] = one
            continue
        before = fields.get(fact.name)
        others = before.fields if isinstance(before, Named) else {}
        fields[fact.name] = Named(f"feiten.{fact.name}", fields={**others, fact.role: one}, gap=PER_PERSON)
    return Named("feiten", fields=fields)


def _terms(decision: Decision) -> Named:
    return Named("afspraken", fields={term.name: _term(decision, term) for term in decision.terms})


def _term(decision: Decision, term: UsedTerm) -> Named:
    name = f"afspraken.{term.name}"
    origin = (origin_of_term(decision, term),)
    fields: dict[str, Node] = {
        "bron": named_text(f"{name}.bron", term.source, origin),
        "artikelen": Listing(
            f"{name}.artikelen",
            tuple(named_article(article, origin) for article in term.legal_basis),
        ),
    }
    return replace(
        named_value(name, term.value, term.kind, origin, decision.words_of(term.name)), fields=fields
    )


def _is_reported(fact: UsedFact) -> bool:
    return fact.value is not None and fact.value != NOT_APPLICABLE_TEXT


def _fact(decision: Decision, fact: UsedFact) -> Named:
    name = f"feiten.{fact.name}" + (f".{fact.role}" if fact.role else "")
    origin, words = (origin_of_fact(decision, fact),), decision.words_of(fact.name)
    fields: dict[str, Node] = {
        "naam": named_text(f"{name}.naam", spaced(fact.name), origin),
        "vraag": named_text(f"{name}.vraag", fact.question or spaced(fact.name).capitalize(), origin),
        "rol": named_text(f"{name}.rol", fact.role),
        "waarde": named_value(name, fact.value, fact.kind, origin, words),
        "herkomst": named_text(f"{name}.herkomst", _told_by(fact), origin),
        "bron": named_text(f"{name}.bron", fact.source, origin),
        "datum": named_date(f"{name}.datum", fact.date),
        "door": named_text(f"{name}.door", fact.by, origin),
        "reden": named_text(f"{name}.reden", fact.reason, origin),
    }
    return replace(named_value(name, fact.value, fact.kind, origin, words), fields=fields)


_WITHOUT_SOURCE = {
    "bedrag": "vastgestelde bedragen",
    "afspraak": "de afspraken",
    "tijdvak": "het tijdvak van dit besluit",
}


def _told_by(fact: UsedFact) -> str:
    day = printed(fact.date, Kind.DATE) if fact.date else None
    who = (
        f"oordeel van {fact.by}"
        if fact.by
        else fact.source or _WITHOUT_SOURCE.get(fact.origin, "niet vermeld")
    )
    return ", ".join(part for part in (who, day) if part)


def _missing(decision: Decision) -> Listing:
    def one(name: str, question: str) -> Named:
        fields: dict[str, Node] = {
            "naam": named_text("ontbreekt.naam", spaced(name)),
            "vraag": named_text("ontbreekt.vraag", question),
        }
        return Named("ontbreekt", fields=fields)

    return Listing("ontbreekt", tuple(one(missing.name, missing.question) for missing in decision.missing))


def _assumptions(decision: Decision) -> Listing:
    def one(name: str, reason: str, owner: str, date: str) -> Named:
        fields: dict[str, Node] = {
            "naam": named_text("aannames.naam", name),
            "reden": named_text("aannames.reden", reason),
            "eigenaar": named_text("aannames.eigenaar", owner),
            "datum": named_date("aannames.datum", date),
        }
        return Named("aannames", fields=fields)

    return Listing("aannames", tuple(one(a.called, a.reason, a.owner, a.date) for a in decision.assumptions))


def _letter_data(name: str, data: Mapping[str, object]) -> Named:
    return Named(name, fields={key: _letter_datum(f"{name}.{key}", value) for key, value in data.items()})


def _letter_datum(name: str, value: object) -> Node:
    match value:
        case str():
            return named_text(name, value)
        case dict():
            return _letter_data(name, {str(key): item for key, item in value.items()})
        case list() | tuple():
            nodes = (_letter_datum(name, item) for item in value)
            return Listing(name, tuple(node for node in nodes if isinstance(node, Named)))
        case _:
            return Named(name, gap="staat niet in het besluit")


def _agreement(decision: Decision) -> Named:
    version = named_date("overeenkomst.versie", decision.version)
    fields: dict[str, Node] = {
        "kenmerk": named_text("overeenkomst.kenmerk", decision.agreement),
        "titel": named_text("overeenkomst.titel", decision.agreement_title),
        "versie": version,
    }
    return Named("overeenkomst", fields=fields)
