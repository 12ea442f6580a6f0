"""The outcomes of a decision and the rules behind them, as a template names them."""

from __future__ import annotations

from collections.abc import Iterable

from soco_rules.letters import law
from soco_rules.letters.grounds import agreement_version
from soco_rules.letters.grounds import origin_of
from soco_rules.letters.grounds import origin_of_fallen
from soco_rules.letters.named import PER_PERSON
from soco_rules.letters.named import Listing
from soco_rules.letters.named import Named
from soco_rules.letters.named import Node
from soco_rules.letters.named import Rules
from soco_rules.letters.named import named_article
from soco_rules.letters.named import named_text
from soco_rules.letters.named import named_value
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import clean
from soco_rules.model.adoption import Adoption
from soco_rules.model.citations import by_number
from soco_rules.model.decision import Decision
from soco_rules.model.decision import FallenRule
from soco_rules.model.decision import Ground
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import spaced


def main_outcome(decision: Decision, adoption: Adoption | None) -> Named:
    """What was decided: the proposal, or what a person made of it."""
    kind = decision.outcome_kind or Kind.CHOICE
    words = decision.words_of(decision.outcome_name)
    if adoption is None or adoption.deviation is None:
        return outcome_of("uitkomst", decision, decision.outcome, kind, main_grounds(decision), words=words)
    origin = (origin_of_person(adoption),)
    articles = Listing("uitkomst.artikelen", (named_article(law.DEVIATION.article, origin),))
    outcome = adoption.deviation.outcome
    if isinstance(outcome, PerPerson):
        persons: dict[str, Node] = {
            Role.APPLICANT: named_value(f"uitkomst.{Role.APPLICANT}", outcome.applicant, kind, origin, words),
            Role.PARTNER: named_value(f"uitkomst.{Role.PARTNER}", outcome.partner, kind, origin, words),
        }
        return Named("uitkomst", fields={**persons, "artikelen": articles}, gap=PER_PERSON)
    return named_value("uitkomst", outcome, kind, origin, words, artikelen=articles)


def origin_of_person(adoption: Adoption) -> Origin:
    """Of a deviation the ground is the person who deviates, never a rule (Awb 4:84)."""
    assert adoption.deviation is not None
    who = f"besluit van {adoption.by}, {adoption.function}, om af te wijken van de regels"
    return Origin(
        articles=(law.DEVIATION.article,),
        source=clean(who),
        version=agreement_version(adoption.decision),
        facts=(clean(adoption.deviation.reason),),
    )


def outcome_of(
    name: str,
    decision: Decision,
    outcome: Outcome,
    kind: str,
    grounds: tuple[Ground, ...],
    *,
    words: ChoiceWords | None = None,
    **fields: Node,
) -> Named:
    """An outcome with the rules that gave it and their articles; where it is per person, one for each.

    `words` are those of a keuze.
    """
    articles = Listing(f"{name}.artikelen", articles_of(decision, grounds))
    if isinstance(outcome, PerPerson):
        persons: dict[str, Node] = {
            role: _of_person(name, decision, role, outcome, kind=kind, grounds=grounds, words=words)
            for role in Role
        }
        return Named(name, fields={**persons, "artikelen": articles, **fields}, gap=PER_PERSON)
    origins = tuple(origin_of(decision, ground) for ground in grounds)
    return named_value(name, outcome, kind, origins, words, artikelen=articles, **fields)


def _of_person(
    name: str,
    decision: Decision,
    role: Role,
    outcome: PerPerson,
    *,
    kind: str,
    grounds: tuple[Ground, ...],
    words: ChoiceWords | None,
) -> Named:
    own = tuple(ground for ground in grounds if ground.role in (None, role))
    path = f"{name}.{role}"
    origins = tuple(origin_of(decision, ground) for ground in own)
    written = outcome.applicant if role is Role.APPLICANT else outcome.partner
    articles = Listing(f"{path}.artikelen", articles_of(decision, own))
    return named_value(path, written, kind, origins, words, artikelen=articles)


def outcomes_of(decision: Decision) -> Named:
    """What was decided beside the outcome (`ook`)."""
    return Named(
        "uitkomsten",
        fields={
            name: outcome_of(
                f"uitkomsten.{name}",
                decision,
                decided.value,
                decided.kind,
                _grounds_of(decision, name),
                words=decision.words_of(name),
                omschrijving=named_text(f"uitkomsten.{name}.omschrijving", decided.description),
            )
            for name, decided in decision.outcomes.items()
        },
    )


def _grounds_of(decision: Decision, concept: str) -> tuple[Ground, ...]:
    return tuple(ground for ground in decision.grounds if ground.wins and ground.concept == concept)


def main_grounds(decision: Decision) -> tuple[Ground, ...]:
    """The rules that gave the outcome."""
    return _grounds_of(decision, decision.outcome_name or decision.decision)


def articles_of(decision: Decision, grounds: Iterable[Ground]) -> tuple[Named, ...]:
    """The articles of some rules, each once with every rule that cites it, in the order of their numbers."""
    origins: dict[str, tuple[Origin, ...]] = {}
    for ground in grounds:
        for article in ground.legal_basis:
            origins[article] = (*origins.get(article, ()), origin_of(decision, ground))
    return tuple(named_article(article, origins[article]) for article in sorted(origins, key=by_number))


def named_ground(name: str, decision: Decision, ground: Ground) -> Named:
    """A rule that applied, or a calculation."""
    origin = (origin_of(decision, ground),)
    rule = spaced(ground.rule) if ground.rule else "berekening"
    fields: dict[str, Node] = {
        "begrip": named_text(f"{name}.begrip", decision.called(ground.concept), origin),
        "rol": named_text(f"{name}.rol", ground.role),
        "regel": named_text(f"{name}.regel", rule, origin),
        "uitkomst": named_value(
            f"{name}.uitkomst",
            ground.outcome,
            ground.kind or Kind.CHOICE,
            origin,
            decision.words_of(ground.concept),
        ),
        "omschrijving": named_text(f"{name}.omschrijving", ground.description, origin),
        "artikelen": Listing(f"{name}.artikelen", articles_of(decision, (ground,))),
        "bron": named_text(f"{name}.bron", ground.source, origin),
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


def reasons_of(decision: Decision) -> Listing:
    """The rules that gave the outcome and what stands beside it, each once."""
    decided = _decided(decision)
    first = {(ground.concept, ground.rule): ground for ground in reversed(decided)}
    in_order = (ground for ground in decided if any(ground is one for one in first.values()))
    return Listing("redenen", tuple(named_ground("reden", decision, ground) for ground in in_order))


def rules_of(decision: Decision) -> Rules:
    """The same rules, to ask for by name, also per person."""

    def of_role(*roles: str | None) -> dict[str, tuple[Origin, ...]]:
        holding: dict[str, tuple[Origin, ...]] = {}
        for ground in _decided(decision):
            if ground.rule and (not roles or ground.role in roles):
                holding[ground.rule] = (*holding.get(ground.rule, ()), origin_of(decision, ground))
        return holding

    persons = {str(role): Rules(f"geldt.{role}", of_role(role, None)) for role in Role}
    return Rules("geldt", of_role(), persons)


def fallen_of(decision: Decision) -> Listing:
    """The rules that did not apply, and why not."""

    def one(fallen: FallenRule) -> Named:
        origin = (origin_of_fallen(fallen),)
        fields: dict[str, Node] = {
            "begrip": named_text("afgevallen.begrip", decision.called(fallen.concept), origin),
            "regel": named_text("afgevallen.regel", spaced(fallen.rule), origin),
            "omschrijving": named_text("afgevallen.omschrijving", fallen.description, origin),
            "omdat": named_text("afgevallen.omdat", fallen.because, origin),
        }
        return Named("afgevallen", fields=fields)

    return Listing("afgevallen", tuple(map(one, decision.fallen_rules)))
