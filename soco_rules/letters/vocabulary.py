"""What a template can name: the parts of a decision under Dutch names, each in Dutch words and with its origin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from soco_rules.letters import law
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Ground
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import UsedFact
from soco_rules.model.decision import UsedTerm
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import spaced


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name. `value` is what is printed, `written` what a template compares with.

    Without a `value` there is nothing to print and `gap` says why, in Dutch.
    """

    name: str
    value: Value | None = None
    written: str | None = None
    fields: Mapping[str, Node] = field(default_factory=dict)
    gap: str = "heeft zelf geen tekst; noem een onderdeel"

    @property
    def is_known(self) -> bool:
        """Whether there is a value, other than `niet van toepassing`."""
        return self.value is not None and self.written != NOT_APPLICABLE_TEXT


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things under one name."""

    name: str
    items: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """A yes or no that a template can ask for and never print."""

    name: str
    holds: bool


Node = Named | Listing | Truth

NAMES: tuple[str, ...] = (
    "titel",
    "uitkomst",
    "uitkomsten",
    "feiten",
    "afspraken",
    "gegevens",
    "oordelen",
    "gronden",
    "redenen",
    "verdrongen",
    "afgevallen",
    "artikelen",
    "ontbreekt",
    "aannames",
    "brief",
    "procedure",
    "wet",
    "gemeente",
    "bestuursorgaan",
    "cooperatie",
    "overeenkomst",
    "peildatum",
    "besluitdatum",
    "tijdvak",
    "rechtskarakter",
    "bezwaar_mogelijk",
    "geen_tekst",
)
"""Every name that a template can start with; docs/brieven.md tells what each of them is."""

ARTICLE = "artikel"
OBJECTION_TERM = "wet.bezwaartermijn"
_PER_PERSON = "is er voor elke persoon apart; noem .belanghebbende of .partner"
_KINDS = frozenset(Kind)


def vocabulary(decision: Decision) -> Mapping[str, Node]:
    """Each of NAMES, for this decision."""
    wins = tuple(ground for ground in decision.grounds if ground.wins)
    objection = has_objection(decision)
    nodes: dict[str, Node] = {
        "titel": _text("titel", decision.title),
        "uitkomst": _outcome(
            "uitkomst", decision.outcome, decision.outcome_kind or Kind.CHOICE, _main_grounds(decision)
        ),
        "uitkomsten": _outcomes(decision),
        "feiten": _facts(decision.facts),
        "afspraken": _terms(decision.terms),
        "gegevens": Listing("gegevens", tuple(_fact(fact) for fact in decision.facts if _is_reported(fact))),
        "oordelen": Listing(
            "oordelen", tuple(_fact(fact) for fact in decision.facts if fact.by and fact.reason)
        ),
        "gronden": Listing("gronden", tuple(_ground("grond", ground) for ground in wins)),
        "redenen": _reasons(decision),
        "verdrongen": Listing(
            "verdrongen", tuple(_ground("grond", g) for g in decision.grounds if not g.wins)
        ),
        "afgevallen": _fallen(decision),
        "artikelen": Listing("artikelen", _articles(wins)),
        "ontbreekt": _missing(decision),
        "aannames": _assumptions(decision),
        "brief": _letter_data("brief", decision.letter),
        "procedure": Named(
            "procedure", fields={k: _date(f"procedure.{k}", v) for k, v in decision.procedure.items()}
        ),
        "wet": _law(objection=objection),
        "gemeente": _text("gemeente", decision.municipality),
        "bestuursorgaan": _text("bestuursorgaan", decision.authority),
        "cooperatie": _text("cooperatie", decision.cooperative),
        "overeenkomst": _agreement(decision),
        "peildatum": _date("peildatum", decision.reference_date),
        "besluitdatum": _date("besluitdatum", decision.decision_date),
        "tijdvak": _month(decision.period),
        "rechtskarakter": _outcome("rechtskarakter", decision.legal_character, Kind.CHOICE, ()),
        "bezwaar_mogelijk": Truth("bezwaar_mogelijk", objection),
        "geen_tekst": Named(
            "geen_tekst", gap=f"betekent: het sjabloon heeft geen tekst voor de uitkomst {_shown(decision)}"
        ),
    }
    assert tuple(nodes) == NAMES
    return nodes


def has_objection(decision: Decision) -> bool:
    """Whether objection (*bezwaar*) is possible: only against a beschikking, of either person."""
    character = decision.legal_character
    if isinstance(character, PerPerson):
        return "beschikking" in (character.applicant, character.partner)
    return character == "beschikking"


def printed(written: str, kind: str) -> str:
    """A value of the machine-readable files as a Dutch reader expects it; unreadable text as it stands."""
    return clean(encoded_as_dutch(written, Kind(kind)) if kind in _KINDS else written)


def _value(
    name: str, written: str | None, kind: str, origins: tuple[Origin, ...] = (), **fields: Node
) -> Named:
    if written is None:
        return Named(name, fields=fields, gap="is nog niet bekend")
    return Named(name, Value(printed(written, kind), name, kind, origins), written, fields)


def _text(name: str, text: str | None, origins: tuple[Origin, ...] = ()) -> Named:
    if not text:
        return Named(name, gap="staat niet in het besluit")
    return Named(name, Value(clean(text), name, Kind.TEXT, origins), text)


def _date(name: str, text: str | None) -> Named:
    return _value(name, text, Kind.DATE)


def _month(period: str | None) -> Named:
    if period is None:
        return Named("tijdvak", gap="is er niet: dit besluit gaat niet over een maand")
    first = printed(f"{period}-01", Kind.DATE)
    return Named("tijdvak", Value(first.removeprefix("1 "), "tijdvak", Kind.DATE), period)


def _shown(decision: Decision) -> str:
    outcome = decision.outcome
    if isinstance(outcome, PerPerson):
        return f"'{outcome.applicant}' en '{outcome.partner}'"
    return f"'{outcome}'"


def _outcome(name: str, outcome: Outcome, kind: str, grounds: tuple[Ground, ...], **fields: Node) -> Named:
    articles = Listing(f"{name}.artikelen", _articles(grounds))
    if isinstance(outcome, PerPerson):
        persons: dict[str, Node] = {
            Role.APPLICANT: _of_person(name, Role.APPLICANT, outcome.applicant, kind, grounds),
            Role.PARTNER: _of_person(name, Role.PARTNER, outcome.partner, kind, grounds),
        }
        return Named(name, fields={**persons, "artikelen": articles, **fields}, gap=_PER_PERSON)
    return _value(name, outcome, kind, tuple(map(_origin, grounds)), artikelen=articles, **fields)


def _of_person(name: str, role: str, written: str | None, kind: str, grounds: tuple[Ground, ...]) -> Named:
    own = tuple(ground for ground in grounds if ground.role in (None, role))
    path = f"{name}.{role}"
    return _value(
        path, written, kind, tuple(map(_origin, own)), artikelen=Listing(f"{path}.artikelen", _articles(own))
    )


def _outcomes(decision: Decision) -> Named:
    return Named(
        "uitkomsten",
        fields={
            name: _outcome(
                f"uitkomsten.{name}",
                decided.value,
                decided.kind,
                _grounds_of(decision, name),
                omschrijving=_text(f"uitkomsten.{name}.omschrijving", decided.description),
            )
            for name, decided in decision.outcomes.items()
        },
    )


def _grounds_of(decision: Decision, concept: str) -> tuple[Ground, ...]:
    return tuple(ground for ground in decision.grounds if ground.wins and ground.concept == concept)


def _main_grounds(decision: Decision) -> tuple[Ground, ...]:
    return _grounds_of(decision, decision.outcome_name or decision.decision)


def _origin(ground: Ground) -> Origin:
    return Origin(ground.rule, ground.legal_basis, ground.source, ground.place)


def _articles(grounds: Iterable[Ground]) -> tuple[Named, ...]:
    origins: dict[str, tuple[Origin, ...]] = {}
    for ground in grounds:
        for article in ground.legal_basis:
            origins[article] = (*origins.get(article, ()), _origin(ground))
    return tuple(
        Named(ARTICLE, Value(clean(article), ARTICLE, ARTICLE, origins[article]), article)
        for article in sorted(origins, key=_by_number)
    )


def _by_number(article: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d{1,9})", article)
    )


def _ground(name: str, ground: Ground) -> Named:
    origin = (_origin(ground),)
    rule = spaced(ground.rule) if ground.rule else "berekening"
    fields: dict[str, Node] = {
        "begrip": _text(f"{name}.begrip", spaced(ground.concept), origin),
        "rol": _text(f"{name}.rol", ground.role),
        "regel": _text(f"{name}.regel", rule, origin),
        "uitkomst": _value(f"{name}.uitkomst", ground.outcome, ground.kind or Kind.CHOICE, origin),
        "omschrijving": _text(f"{name}.omschrijving", ground.description, origin),
        "artikelen": Listing(f"{name}.artikelen", _articles((ground,))),
        "bron": _text(f"{name}.bron", ground.source, origin),
    }
    return Named(name, fields=fields)


def _reasons(decision: Decision) -> Listing:
    own = {decision.outcome_name or decision.decision, *decision.outcomes}
    first = {
        (ground.concept, ground.rule): ground
        for ground in reversed(decision.grounds)
        if ground.wins and ground.concept in own and ground.outcome != NOT_APPLICABLE_TEXT
    }
    in_order = (ground for ground in decision.grounds if any(ground is one for one in first.values()))
    return Listing("redenen", tuple(_ground("reden", ground) for ground in in_order))


def _fallen(decision: Decision) -> Listing:
    def one(concept: str, rule: str, because: str, place: str) -> Named:
        origin = (Origin(rule, place=place),)
        fields: dict[str, Node] = {
            "begrip": _text("afgevallen.begrip", spaced(concept), origin),
            "regel": _text("afgevallen.regel", spaced(rule), origin),
            "omdat": _text("afgevallen.omdat", because, origin),
        }
        return Named("afgevallen", fields=fields)

    return Listing(
        "afgevallen", tuple(one(r.concept, r.rule, r.because, r.place) for r in decision.fallen_rules)
    )


def _facts(facts: tuple[UsedFact, ...]) -> Named:
    fields: dict[str, Node] = {}
    for fact in facts:
        one = _fact(fact)
        if fact.role is None:
            fields[fact.name] = one
            continue
        before = fields.get(fact.name)
        others = before.fields if isinstance(before, Named) else {}
        fields[fact.name] = Named(f"feiten.{fact.name}", fields={**others, fact.role: one}, gap=_PER_PERSON)
    return Named("feiten", fields=fields)


def _terms(terms: tuple[UsedTerm, ...]) -> Named:
    return Named("afspraken", fields={term.name: _term(term) for term in terms})


def _term(term: UsedTerm) -> Named:
    name = f"afspraken.{term.name}"
    origin = (Origin(None, term.legal_basis, term.source, term.place),)
    fields: dict[str, Node] = {
        "bron": _text(f"{name}.bron", term.source, origin),
        "artikelen": Listing(
            f"{name}.artikelen",
            tuple(
                Named(ARTICLE, Value(clean(article), ARTICLE, ARTICLE, origin), article)
                for article in term.legal_basis
            ),
        ),
    }
    return replace(_value(name, term.value, term.kind, origin), fields=fields)


def _is_reported(fact: UsedFact) -> bool:
    return fact.value is not None and fact.value != NOT_APPLICABLE_TEXT


def _fact(fact: UsedFact) -> Named:
    name = f"feiten.{fact.name}" + (f".{fact.role}" if fact.role else "")
    origin = (Origin(source=clean(_told_by(fact))),)
    fields: dict[str, Node] = {
        "naam": _text(f"{name}.naam", spaced(fact.name), origin),
        "vraag": _text(f"{name}.vraag", fact.question or spaced(fact.name).capitalize(), origin),
        "rol": _text(f"{name}.rol", fact.role),
        "waarde": _value(name, fact.value, fact.kind, origin),
        "herkomst": _text(f"{name}.herkomst", _told_by(fact), origin),
        "bron": _text(f"{name}.bron", fact.source, origin),
        "datum": _date(f"{name}.datum", fact.date),
        "door": _text(f"{name}.door", fact.by, origin),
        "reden": _text(f"{name}.reden", fact.reason, origin),
    }
    return replace(_value(name, fact.value, fact.kind, origin), fields=fields)


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
            "naam": _text("ontbreekt.naam", spaced(name)),
            "vraag": _text("ontbreekt.vraag", question),
        }
        return Named("ontbreekt", fields=fields)

    return Listing("ontbreekt", tuple(one(missing.name, missing.question) for missing in decision.missing))


def _assumptions(decision: Decision) -> Listing:
    def one(name: str, reason: str, owner: str, date: str) -> Named:
        fields: dict[str, Node] = {
            "naam": _text("aannames.naam", spaced(name)),
            "reden": _text("aannames.reden", reason),
            "eigenaar": _text("aannames.eigenaar", owner),
            "datum": _date("aannames.datum", date),
        }
        return Named("aannames", fields=fields)

    return Listing("aannames", tuple(one(a.name, a.reason, a.owner, a.date) for a in decision.assumptions))


def _letter_data(name: str, data: Mapping[str, object]) -> Named:
    return Named(name, fields={key: _letter_datum(f"{name}.{key}", value) for key, value in data.items()})


def _letter_datum(name: str, value: object) -> Node:
    match value:
        case str():
            return _text(name, value)
        case dict():
            return _letter_data(name, {str(key): item for key, item in value.items()})
        case list() | tuple():
            nodes = (_letter_datum(name, item) for item in value)
            return Listing(name, tuple(node for node in nodes if isinstance(node, Named)))
        case _:
            return Named(name, gap="staat niet in het besluit")


def _law(*, objection: bool) -> Named:
    fields: dict[str, Node] = {name: _phrase(f"wet.{name}", phrase) for name, phrase in law.GENERAL.items()}
    for name, phrase in law.OBJECTION.items():
        fields[name] = _phrase(f"wet.{name}", phrase) if objection else _no_objection(f"wet.{name}")
    contents = tuple(_phrase("wet.bezwaarschrift", phrase) for phrase in law.OBJECTION_CONTENTS)
    fields["bezwaarschrift"] = (
        Listing("wet.bezwaarschrift", contents) if objection else _no_objection("wet.bezwaarschrift")
    )
    return Named("wet", fields=fields)


def _phrase(name: str, phrase: law.Phrase) -> Named:
    origin = (Origin(articles=(phrase.article,)),)
    article = Named(
        f"{name}.artikel", Value(phrase.article, f"{name}.artikel", "wetsartikel", origin), phrase.article
    )
    return Named(name, Value(phrase.text, name, "wet", origin), phrase.text, {"artikel": article})


def _no_objection(name: str) -> Named:
    return Named(name, gap="kan hier niet: tegen deze beslissing staat geen bezwaar open")


def _agreement(decision: Decision) -> Named:
    version = _date("overeenkomst.versie", decision.version)
    fields: dict[str, Node] = {
        "kenmerk": _text("overeenkomst.kenmerk", decision.agreement),
        "titel": _text("overeenkomst.titel", decision.agreement_title),
        "versie": version,
    }
    return Named("overeenkomst", fields=fields)
