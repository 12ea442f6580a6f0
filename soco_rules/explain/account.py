"""A Decision as a short Dutch account for a caseworker: outcome first, then reasons, questions and assumptions."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Protocol

from soco_rules.model.called import quoted
from soco_rules.model.called import with_value
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import FallenRule
from soco_rules.model.decision import Ground
from soco_rules.model.decision import Missing
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import UsedAssumption
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import spaced

NEAREST = 3
"""How many fallen rules are told; the JSON holds them all."""

_STATUS = {
    DecisionStatus.NOT_IN_FORCE: "Op deze dag zijn de regels niet in werking.",
    DecisionStatus.CONTRADICTORY: "De opgaven over een gegeven spreken elkaar tegen; eerst moet blijken wat juist is.",
    DecisionStatus.NOT_APPLICABLE: "Dit besluit is hier niet van toepassing.",
    DecisionStatus.CALCULATORS_DISAGREE: "De twee rekenaars geven niet dezelfde uitkomst; er is geen voorstel.",
    DecisionStatus.CONFLICT: "Twee regels geven een verschillende uitkomst en geen van beide gaat voor.",
    DecisionStatus.JUDGEMENT_NEEDED: "Hier moet een mens oordelen.",
    DecisionStatus.FACTS_MISSING: "Er zijn nog gegevens nodig.",
    DecisionStatus.NO_RULE: "Geen enkele regel is van toepassing.",
    DecisionStatus.REQUIREMENT_BROKEN: "Het voorstel voldoet niet aan een eis van de regels.",
    DecisionStatus.KNOWN: "De uitkomst staat vast.",
}


def rests_on(assumption: UsedAssumption) -> str:
    """The sentence with which a decision says that it rests on an assumption."""
    return f"Het besluit rust op een aanname over {_about(assumption)}: {assumption.reason}."


def _about(assumption: UsedAssumption) -> str:
    """What it is about, between marks where that is a sentence of its own."""
    return f"‘{assumption.called}’" if assumption.description else assumption.called


def status_text(status: DecisionStatus) -> str:
    """What an outcome is worth, as a sentence."""
    return _STATUS[status]


def account(decision: Decision) -> str:
    """The decision in words, as printed by `soco besluit`."""
    sections = (
        _heading(decision),
        section("Uitkomst", _outcomes(decision)),
        section("Waarom", _grounds(decision)),
        section("Wat niet geldt", _fallen(decision)),
        section("Nog nodig", _missing(decision)),
        section("Eisen waaraan niet is voldaan", _requirements(decision)),
        section("Aannames", _assumptions(decision)),
        section("Waarom dit een voorstel is", _provisional(decision)),
        section("Ontvangstbewijs", _receipt(decision)),
    )
    return "\n\n".join(section for section in sections if section) + "\n"


def _heading(decision: Decision) -> str:
    version = f"versie {decision.version}" if decision.version else "geen versie in werking"
    dates = f"peildatum {decision.reference_date}, besluitdatum {decision.decision_date}"
    return f"Voorstel: {decision.title}\n{decision.agreement}, {version}, {dates}"


def section(title: str, lines: Iterable[str]) -> str:
    """A heading with its lines below it; nothing where there are none."""
    body = "\n".join(f"  {line}" for line in lines)
    return f"{title}\n{body}" if body else ""


def _outcomes(decision: Decision) -> Iterator[str]:
    if decision.outcome is not None and decision.outcome_name and decision.outcome_kind:
        yield f"{decision.called(decision.outcome_name)}: {decided_text(decision)}"
    yield status_text(decision.status)
    for name, decided in decision.outcomes.items():
        yield f"{decision.called(name)}: {outcome_text(decided.value, decided.kind, decision.words_of(name))}"
    if decision.legal_character:
        yield f"rechtskarakter: {outcome_text(decision.legal_character, Kind.CHOICE)}; beslisser: {decision.decider}"


def _grounds(decision: Decision) -> Iterator[str]:
    settled = {(ground.concept, ground.role) for ground in decision.grounds if ground.wins}
    for ground in winners_first(decision.grounds):
        if ground.outcome == NOT_APPLICABLE_TEXT:
            continue
        yield "- " + ground_text(ground, decision, settled=(ground.concept, ground.role) in settled)
        yield from _basis(ground)
        if known := told_of(decision, ground):
            yield f"    want {'; '.join(known)}"
        yield f"    zie {ground.place}"


def _values_used(decision: Decision) -> Mapping[tuple[str, str | None], str]:
    """The agreed points and the facts that were used, in words, by name and by whose they are."""
    return {
        **{
            (term.name, None): outcome_text(term.value, term.kind, decision.words_of(term.name))
            for term in decision.terms
        },
        **{
            (fact.name, fact.role): outcome_text(fact.value, fact.kind, decision.words_of(fact.name))
            for fact in decision.facts
        },
    }


def ground_lines(ground: Ground, said: Sayings) -> Iterator[str]:
    """A rule that decides, what it rests on and where it stands."""
    yield f"- {ground_text(ground, said, settled=True)}"
    yield from _basis(ground)
    yield f"    zie {ground.place}"


def _basis(ground: Ground) -> Iterator[str]:
    if rule := rule_text(ground):
        yield f"    {rule}"
    basis = "; ".join((*ground.legal_basis, *((ground.source,) if ground.source else ())))
    if basis:
        yield f"    grondslag: {basis}"


def winners_first(grounds: Sequence[Ground]) -> list[Ground]:
    """The grounds in their order, but within a concept the rule that counts before those that it beats."""
    concepts = {(ground.concept, ground.role): None for ground in grounds}
    position = {concept: number for number, concept in enumerate(concepts)}
    return sorted(grounds, key=lambda ground: (position[ground.concept, ground.role], not ground.wins))


class Sayings(Protocol):
    """What tells how names and values are said: a decision, or what would change it."""

    def called(self, name: str) -> str:
        """What a reader sees instead of a name."""

    def words_of(self, name: str | None) -> dict[str, str]:
        """What a reader sees of the values of a name."""


def ground_text(ground: Ground, said: Sayings, *, settled: bool) -> str:
    """What a rule gives; `settled` tells whether some rule of the same concept wins."""
    words = said.words_of(ground.concept)
    outcome = (
        encoded_as_dutch(ground.outcome, Kind(ground.kind), words) if ground.kind else ground.outcome or ""
    )
    who = f" ({ground.role})" if ground.role else ""
    what = f"{said.called(ground.concept)}{who}: {outcome}"
    if ground.rule is None or ground.wins:
        return what
    return (
        f"{what}, maar een andere regel gaat voor" if settled else f"{what}, als geen andere regel voorgaat"
    )


def rule_text(ground: Ground) -> str:
    """The rule in its own words; without words its name. Of what is calculated nothing."""
    if ground.rule is None:
        return ""
    return f"regel: {ground.description}" if ground.description else f"regel '{spaced(ground.rule)}'"


def told_of(decision: Decision, ground: Ground) -> tuple[str, ...]:
    """What is known of what a ground rests on: for its person, for the household, or else for each of both persons."""
    values = _values_used(decision)
    names = (*ground.facts, *ground.terms)
    return tuple(text for name in names for text in _told_of(decision, values, name, ground.role))


def _told_of(
    decision: Decision, values: Mapping[tuple[str, str | None], str], name: str, role: str | None
) -> Iterator[str]:
    words = decision.called(name)
    for one in (role, None):
        if (name, one) in values:
            yield with_value(name, words, values[name, one])
            return
    for of_person in Role:
        if (name, of_person) in values:
            yield with_value(name, words, values[name, of_person], of_person)


def fallen_text(rule: FallenRule, decision: Decision) -> str:
    """A rule that does not count here, and why not."""
    who = f" ({rule.role})" if rule.role else ""
    named = f"‘{rule.description}’" if rule.description else f"regel '{spaced(rule.rule)}'"
    return f"{decision.called(rule.concept)}{who}: {named} is hier niet aan de orde: {spaced(rule.because)}"


def needed_for(item: Missing, decision: Decision) -> str:
    """What an answer is needed for."""
    return "; ".join(map(decision.called, item.needed_for))


def _fallen(decision: Decision) -> Iterator[str]:
    for rule in decision.fallen_rules[:NEAREST]:
        yield f"- {fallen_text(rule, decision)}"
    if len(decision.fallen_rules) > NEAREST:
        yield f"en nog {len(decision.fallen_rules) - NEAREST} regels; --json toont ze alle"


def _missing(decision: Decision) -> Iterator[str]:
    for item in decision.missing:
        who = f" ({item.role})" if item.role else ""
        why = f" [om te weten: {needed_for(item, decision)}]" if item.needed_for else ""
        yield f"- {item.question} ({item.kind} `{item.name}`{who}){why}"


def _requirements(decision: Decision) -> Iterator[str]:
    for broken in decision.requirements:
        basis = f" ({', '.join(broken.legal_basis)})" if broken.legal_basis else ""
        yield f"- {broken.severity}: {broken.message or spaced(broken.name)}{basis}; zie {broken.place}"


def _assumptions(decision: Decision) -> Iterator[str]:
    for assumption in decision.assumptions:
        yield f"- {quoted(assumption.called)}: {assumption.reason} ({assumption.owner}, {assumption.date})"


def _provisional(decision: Decision) -> Iterator[str]:
    yield "- niemand heeft het vastgesteld"
    told = {rests_on(assumption) for assumption in decision.assumptions}
    for reason in decision.provisional:
        if reason not in told:
            yield f"- {reason}"
    if decision.assumptions:
        yield "- het rust op de aannames hierboven"


def _receipt(decision: Decision) -> Iterator[str]:
    receipt = decision.receipt
    if receipt is not None:
        yield f"{receipt.engine}; rekenaars: {', '.join(receipt.calculators)}"
        yield f"programma {receipt.program}"
        for path, digest in receipt.files.items():
            yield f"{path} {digest}"


def decided_text(decision: Decision) -> str:
    """What was decided, as a Dutch reader expects it."""
    return outcome_text(
        decision.outcome, decision.outcome_kind or Kind.TEXT, decision.words_of(decision.outcome_name)
    )


def outcome_text(value: Outcome, kind: str, words: ChoiceWords | None = None) -> str:
    """A value as a Dutch reader expects it; of both persons where each has one."""
    match value:
        case None:
            return "onbekend"
        case PerPerson():
            both = ((Role.APPLICANT, value.applicant), (Role.PARTNER, value.partner))
            concerned = [(role, text) for role, text in both if text != NOT_APPLICABLE_TEXT]
            if len(concerned) < len(both):
                return outcome_text(concerned[0][1], kind, words) if concerned else NOT_APPLICABLE_TEXT
            return ", ".join(f"{role} {outcome_text(text, kind, words)}" for role, text in concerned)
        case str():
            return encoded_as_dutch(value, Kind(kind), words)
