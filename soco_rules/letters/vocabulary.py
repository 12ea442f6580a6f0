"""What a template can name: the parts of a decision under Dutch names, each in Dutch words and with its origin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from soco_rules.letters import law
from soco_rules.letters.grounds import agreement_version
from soco_rules.letters.grounds import origin_of
from soco_rules.letters.grounds import origin_of_fact
from soco_rules.letters.grounds import origin_of_term
from soco_rules.letters.grounds import printed
from soco_rules.letters.grounds import told_facts
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Ground
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import UsedFact
from soco_rules.model.decision import UsedTerm
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import encode
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced
from soco_rules.terms.awb import Term
from soco_rules.terms.of_case import NAMES as TERMS
from soco_rules.terms.of_case import terms_of


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
    """A yes or no that a template can ask for and never print; `origins` are what makes it so."""

    name: str
    holds: bool
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that gave the outcome, to ask for by name; a rule that gave nothing is a Truth that does not hold."""

    name: str
    holding: Mapping[str, tuple[Origin, ...]]
    persons: Mapping[str, Rules] = field(default_factory=dict)

    def rule(self, name: str) -> Truth:
        """Whether this rule gave the outcome."""
        return Truth(f"{self.name}.{name}", name in self.holding, self.holding.get(name, ()))


Node = Named | Listing | Truth | Rules

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
    "geen_tekst",
)
"""Every name that a template can start with; docs/brieven.md tells what each of them is."""

ARTICLE = "artikel"
OBJECTION_TERM = "wet.bezwaartermijn"
_PER_PERSON = "is er voor elke persoon apart; noem .belanghebbende of .partner"
REPRESENTATIVES = ("gemachtigde", "bewindvoerder")
"""The parts (`rol`) of an addressee who acts for somebody else (Awb 2:1, Burgerlijk Wetboek Boek 1 artikel 441)."""
_SIR_OR_MADAM = "heer of mevrouw"
_NOT_ADOPTED = "is er nog niet: het voorstel is niet vastgesteld"


def vocabulary(decided: Decision | Adoption) -> Mapping[str, Node]:
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
    objection = has_objection(decision)
    nodes: dict[str, Node] = {
        "titel": _text("titel", decision.title),
        "uitkomst": _main_outcome(decision, adoption),
        "uitkomsten": _outcomes(decision),
        "feiten": _facts(decision.facts),
        "afspraken": _terms(decision),
        "gegevens": Listing("gegevens", tuple(_fact(fact) for fact in decision.facts if _is_reported(fact))),
        "opgaven": Listing(
            "opgaven", tuple(_fact(fact) for fact in _weighed(decision) if not _has_reason(fact))
        ),
        "oordelen": Listing(
            "oordelen", tuple(_fact(fact) for fact in _weighed(decision) if _has_reason(fact))
        ),
        "gronden": Listing("gronden", tuple(_ground("grond", decision, ground) for ground in wins)),
        "geldt": Rules("geldt", {}) if deviates else _rules(decision),
        "redenen": Listing("redenen", ()) if deviates else _reasons(decision),
        "verdrongen": Listing(
            "verdrongen", tuple(_ground("grond", decision, g) for g in decision.grounds if not g.wins)
        ),
        "afgevallen": _fallen(decision),
        "artikelen": Listing("artikelen", _articles(decision, wins)),
        "ontbreekt": _missing(decision),
        "aannames": _assumptions(decision),
        "brief": _letter_data("brief", decision.letter),
        **_persons(decision),
        "vaststelling": _adoption(adoption),
        "procedure": Named(
            "procedure", fields={k: _date(f"procedure.{k}", v) for k, v in decision.procedure.items()}
        ),
        "wet": _law(objection=objection),
        "termijnen": _deadlines(decision, adoption, objection=objection),
        "gemeente": _text("gemeente", decision.municipality),
        "bestuursorgaan": _text("bestuursorgaan", decision.authority),
        "cooperatie": _text("cooperatie", decision.cooperative),
        "overeenkomst": _agreement(decision),
        "peildatum": _date("peildatum", decision.reference_date),
        "besluitdatum": _date("besluitdatum", decision.decision_date),
        "tijdvak": _month(decision.period),
        "rechtskarakter": _outcome("rechtskarakter", decision, decision.legal_character, Kind.CHOICE, ()),
        "bezwaar_mogelijk": Truth("bezwaar_mogelijk", objection),
        "geen_tekst": Named(
            "geen_tekst",
            gap=f"betekent: het sjabloon heeft geen tekst voor de uitkomst {_shown(decided.outcome)}",
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


def _shown(outcome: Outcome) -> str:
    if isinstance(outcome, PerPerson):
        return f"'{outcome.applicant}' en '{outcome.partner}'"
    return f"'{outcome}'"


def _main_outcome(decision: Decision, adoption: Adoption | None) -> Named:
    kind = decision.outcome_kind or Kind.CHOICE
    if adoption is None or adoption.deviation is None:
        return _outcome("uitkomst", decision, decision.outcome, kind, _main_grounds(decision))
    origin = (_origin_of_person(adoption),)
    article = law.DEVIATION.article
    articles = Listing(
        "uitkomst.artikelen", (Named(ARTICLE, Value(article, ARTICLE, ARTICLE, origin), article),)
    )
    outcome = adoption.deviation.outcome
    if isinstance(outcome, PerPerson):
        persons: dict[str, Node] = {
            Role.APPLICANT: _value(f"uitkomst.{Role.APPLICANT}", outcome.applicant, kind, origin),
            Role.PARTNER: _value(f"uitkomst.{Role.PARTNER}", outcome.partner, kind, origin),
        }
        return Named("uitkomst", fields={**persons, "artikelen": articles}, gap=_PER_PERSON)
    return _value("uitkomst", outcome, kind, origin, artikelen=articles)


def _origin_of_person(adoption: Adoption) -> Origin:
    """Of a deviation the ground is the person who deviates, never a rule (Awb 4:84)."""
    assert adoption.deviation is not None
    who = f"besluit van {adoption.by}, {adoption.function}, om af te wijken van de regels"
    return Origin(
        articles=(law.DEVIATION.article,),
        source=clean(who),
        version=agreement_version(adoption.decision),
        facts=(clean(adoption.deviation.reason),),
    )


def _outcome(
    name: str, decision: Decision, outcome: Outcome, kind: str, grounds: tuple[Ground, ...], **fields: Node
) -> Named:
    articles = Listing(f"{name}.artikelen", _articles(decision, grounds))
    if isinstance(outcome, PerPerson):
        persons: dict[str, Node] = {
            role: _of_person(name, decision, role, outcome, kind=kind, grounds=grounds) for role in Role
        }
        return Named(name, fields={**persons, "artikelen": articles, **fields}, gap=_PER_PERSON)
    origins = tuple(origin_of(decision, ground) for ground in grounds)
    return _value(name, outcome, kind, origins, artikelen=articles, **fields)


def _of_person(
    name: str, decision: Decision, role: Role, outcome: PerPerson, *, kind: str, grounds: tuple[Ground, ...]
) -> Named:
    own = tuple(ground for ground in grounds if ground.role in (None, role))
    path = f"{name}.{role}"
    origins = tuple(origin_of(decision, ground) for ground in own)
    written = outcome.applicant if role is Role.APPLICANT else outcome.partner
    articles = Listing(f"{path}.artikelen", _articles(decision, own))
    return _value(path, written, kind, origins, artikelen=articles)


def _outcomes(decision: Decision) -> Named:
    return Named(
        "uitkomsten",
        fields={
            name: _outcome(
                f"uitkomsten.{name}",
                decision,
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


def _articles(decision: Decision, grounds: Iterable[Ground]) -> tuple[Named, ...]:
    origins: dict[str, tuple[Origin, ...]] = {}
    for ground in grounds:
        for article in ground.legal_basis:
            origins[article] = (*origins.get(article, ()), origin_of(decision, ground))
    return tuple(
        Named(ARTICLE, Value(clean(article), ARTICLE, ARTICLE, origins[article]), article)
        for article in sorted(origins, key=_by_number)
    )


def _by_number(article: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d{1,9})", article)
    )


def _ground(name: str, decision: Decision, ground: Ground) -> Named:
    origin = (origin_of(decision, ground),)
    rule = spaced(ground.rule) if ground.rule else "berekening"
    fields: dict[str, Node] = {
        "begrip": _text(f"{name}.begrip", spaced(ground.concept), origin),
        "rol": _text(f"{name}.rol", ground.role),
        "regel": _text(f"{name}.regel", rule, origin),
        "uitkomst": _value(f"{name}.uitkomst", ground.outcome, ground.kind or Kind.CHOICE, origin),
        "omschrijving": _text(f"{name}.omschrijving", ground.description, origin),
        "artikelen": Listing(f"{name}.artikelen", _articles(decision, (ground,))),
        "bron": _text(f"{name}.bron", ground.source, origin),
    }
    return Named(name, fields=fields)


def _decided(decision: Decision) -> tuple[Ground, ...]:
    """The grounds of the outcome and of what is decided beside it, without what does not apply."""
    own = {decision.outcome_name or decision.decision, *decision.outcomes}
    return tuple(
        ground
        for ground in decision.grounds
        if ground.wins and ground.concept in own and ground.outcome != NOT_APPLICABLE_TEXT
    )


def _reasons(decision: Decision) -> Listing:
    decided = _decided(decision)
    first = {(ground.concept, ground.rule): ground for ground in reversed(decided)}
    in_order = (ground for ground in decided if any(ground is one for one in first.values()))
    return Listing("redenen", tuple(_ground("reden", decision, ground) for ground in in_order))


def _rules(decision: Decision) -> Rules:
    def of_role(*roles: str | None) -> dict[str, tuple[Origin, ...]]:
        holding: dict[str, tuple[Origin, ...]] = {}
        for ground in _decided(decision):
            if ground.rule and (not roles or ground.role in roles):
                holding[ground.rule] = (*holding.get(ground.rule, ()), origin_of(decision, ground))
        return holding

    persons = {str(role): Rules(f"geldt.{role}", of_role(role, None)) for role in Role}
    return Rules("geldt", of_role(), persons)


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


def _terms(decision: Decision) -> Named:
    return Named("afspraken", fields={term.name: _term(decision, term) for term in decision.terms})


def _term(decision: Decision, term: UsedTerm) -> Named:
    name = f"afspraken.{term.name}"
    origin = (origin_of_term(decision, term),)
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
    origin = (origin_of_fact(fact),)
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


def _persons(decision: Decision) -> dict[str, Node]:
    """Who the letter goes to and whom it is about, as `brief.geadresseerden` of the case says."""
    written = decision.letter.get("geadresseerden")
    every = written if isinstance(written, list | tuple) else [written]
    found = tuple(person for person in map(_addressee, every) if person)
    salutations = dict.fromkeys(person.get("aanhef") or _SIR_OR_MADAM for person in found)
    acting = tuple(person for person in found if person.get("rol") in REPRESENTATIVES)
    parties: dict[str, Node] = {role: _party(role, found) for role in Role}
    return {
        "geadresseerden": Listing("geadresseerden", tuple(map(_person, found))),
        "aansprekingen": Listing(
            "aansprekingen", tuple(_text("aansprekingen", one) for one in salutations or (_SIR_OR_MADAM,))
        ),
        "personen": Named("personen", fields=parties),
        "vertegenwoordigers": Listing("vertegenwoordigers", tuple(map(_person, acting))),
    }


def _party(role: Role, found: tuple[dict[str, str], ...]) -> Named:
    """The name of one of the two persons; the applicant is also whom a representative acts for."""
    names = [person.get("naam") for person in found if person.get("rol", Role.APPLICANT) == role]
    if role is Role.APPLICANT:
        names += [person.get("namens") for person in found if person.get("rol") in REPRESENTATIVES]
    return _text(f"personen.{role}", next((name for name in names if name), None))


def _addressee(written: object) -> dict[str, str]:
    """What is known of an addressee; a text on its own is a name with the address under it."""
    match written:
        case str() if written.strip():
            return {"naam": written.strip().splitlines()[0]}
        case dict():
            return {str(key): text for key, text in written.items() if isinstance(text, str)}
        case _:
            return {}


def _person(person: dict[str, str]) -> Named:
    fields = ("naam", "aanhef", "rol", "namens")
    return Named(
        "geadresseerde", fields={key: _text(f"geadresseerde.{key}", person.get(key)) for key in fields}
    )


def _adoption(adoption: Adoption | None) -> Named:
    if adoption is None:
        return Named("vaststelling", gap=_NOT_ADOPTED)
    name = "vaststelling"
    person = (Origin(facts=(_written_by(adoption),)),)
    fields: dict[str, Node] = {
        "door": _text(f"{name}.door", adoption.by, person),
        "functie": _text(f"{name}.functie", adoption.function, person),
        "datum": _date(f"{name}.datum", adoption.date),
        "verzonden_op": _date(f"{name}.verzonden_op", adoption.sent_on),
        "toelichting": _text(f"{name}.toelichting", adoption.reasons, person),
        "zienswijze": _hearing(adoption),
        "afwijking": _deviation(adoption),
    }
    return Named(name, fields=fields)


def _written_by(adoption: Adoption) -> str:
    day = printed(adoption.date, Kind.DATE)
    return clean(f"{adoption.by}, {adoption.function}, heeft dit bij het vaststellen op {day} geschreven.")


def _hearing(adoption: Adoption) -> Named:
    name = "vaststelling.zienswijze"
    hearing = adoption.hearing
    if hearing is None:
        return Named(name, gap="staat niet in de vaststelling")
    phrase = law.HEARING[hearing.manner]
    origin = (Origin(articles=(phrase.article,), facts=(_written_by(adoption),)),)
    fields: dict[str, Node] = {
        "wijze": _value(f"{name}.wijze", hearing.manner, Kind.CHOICE, origin),
        "datum": _date(f"{name}.datum", hearing.date),
        "toelichting": _text(f"{name}.toelichting", hearing.account, origin),
        "artikel": _text(f"{name}.artikel", phrase.article, origin),
    }
    return Named(name, Value(phrase.text, name, "wet", origin), phrase.text, fields)


def _deviation(adoption: Adoption) -> Named:
    name = "vaststelling.afwijking"
    if adoption.deviation is None:
        return Named(name, gap="is er niet: er is niet afgeweken van de regels")
    origin = (_origin_of_person(adoption),)
    decision = adoption.decision
    fields: dict[str, Node] = {
        "reden": _text(f"{name}.reden", adoption.deviation.reason, origin),
        "artikel": _text(f"{name}.artikel", law.DEVIATION.article, origin),
        "voorstel": _outcome(
            f"{name}.voorstel",
            decision,
            decision.outcome,
            decision.outcome_kind or Kind.CHOICE,
            _main_grounds(decision),
        ),
    }
    return Named(name, Value(law.DEVIATION.text, name, "wet", origin), law.DEVIATION.text, fields)


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


def _deadlines(decision: Decision, adoption: Adoption | None, *, objection: bool) -> Named:
    """Each term with its first and last day; what has not begun has neither, and no other letter has an objection."""
    on = parse_date(adoption.date if adoption else decision.decision_date)
    terms = terms_of(
        decision.procedure, on=on, sent=parse_date(adoption.sent_on) if adoption and objection else None
    )
    fields: dict[str, Node] = {name: _deadline(name, terms.get(name)) for name in TERMS}
    if not objection:
        fields["bezwaar"] = _not_known("termijnen.bezwaar", _NO_OBJECTION)
    return Named("termijnen", fields=fields)


def _deadline(name: str, term: Term | None) -> Named:
    path = f"termijnen.{name}"
    if term is None:
        return _not_known(path, "is nog niet bekend: deze termijn loopt nog niet")
    origin = (Origin(articles=term.articles, facts=(term.explanation,)),)
    fields: dict[str, Node] = {
        "vanaf": _on_day(f"{path}.vanaf", term.first_day, origin),
        "tot_en_met": _on_day(f"{path}.tot_en_met", term.last_day, origin),
        "artikelen": Listing(
            f"{path}.artikelen",
            tuple(
                Named(
                    f"{path}.artikelen", Value(article, f"{path}.artikelen", "wetsartikel", origin), article
                )
                for article in term.articles
            ),
        ),
        "uitleg": _text(f"{path}.uitleg", term.explanation, origin),
    }
    return Named(path, fields=fields)


def _on_day(name: str, day: int | None, origin: tuple[Origin, ...]) -> Named:
    return _value(name, None if day is None else encode(day, Kind.DATE), Kind.DATE, origin)


def _not_known(path: str, gap: str) -> Named:
    parts = ("vanaf", "tot_en_met", "artikelen", "uitleg")
    return Named(path, fields={part: Named(f"{path}.{part}", gap=gap) for part in parts}, gap=gap)


_NO_OBJECTION = "kan hier niet: tegen deze beslissing staat geen bezwaar open"


def _no_objection(name: str) -> Named:
    return Named(name, gap=_NO_OBJECTION)


def _agreement(decision: Decision) -> Named:
    version = _date("overeenkomst.versie", decision.version)
    fields: dict[str, Node] = {
        "kenmerk": _text("overeenkomst.kenmerk", decision.agreement),
        "titel": _text("overeenkomst.titel", decision.agreement_title),
        "versie": version,
    }
    return Named("overeenkomst", fields=fields)
