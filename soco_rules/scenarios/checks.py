"""The steps that ask for a decision and hold it against what is expected, value by value and never text by text."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import replace

from soco_rules.catalogue import CATALOGUE
from soco_rules.catalogue import finding
from soco_rules.diagnostics import did_you_mean
from soco_rules.model.decision import DecidedValue
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.decision import Ground
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Absent
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import ValueType
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import parse_value
from soco_rules.model.values import type_in_words
from soco_rules.scenarios.situation import Act
from soco_rules.scenarios.situation import Desk
from soco_rules.scenarios.situation import Mismatch
from soco_rules.scenarios.situation import Refused
from soco_rules.scenarios.situation import Result
from soco_rules.scenarios.situation import Situation
from soco_rules.scenarios.situation import Spoken

UNKNOWN_TEXT = Absent.UNKNOWN.value
Check = Callable[[Spoken, Decision], Mismatch | Refused | None]


def proposed(spoken: Spoken, situation: Situation, desk: Desk) -> Result:
    """Have the decision proposed on the case as told so far."""
    decision, findings = desk.propose(situation, spoken.words["besluit"], spoken.span)
    if decision is None:
        return Refused(tuple(found for found in findings if found.is_error) or findings)
    return replace(situation, decision=decision)


def turned_down(spoken: Spoken, situation: Situation, desk: Desk) -> Result:
    """The case as told so far cannot be decided on, and a finding with this code says why."""
    expected = spoken.words["code"]
    if expected not in CATALOGUE:
        remedy = did_you_mean(expected, CATALOGUE, otherwise="docs/meldingen.md noemt ze alle")
        return Refused(
            (finding("ongeldige-waarde", spoken.span, f"'{expected}' is geen melding.", remedy=remedy),)
        )
    decision, findings = desk.propose(situation, spoken.words["besluit"], spoken.span)
    codes = dict.fromkeys(found.code for found in findings if found.is_error)
    if decision is None and expected in codes:
        return situation
    found = (
        f"geweigerd met: {_listed(codes)}" if decision is None else f"uitkomst: {outcome_in_words(decision)}"
    )
    return Mismatch(f"geweigerd met de melding {expected}", found)


def on_decision(check: Check) -> Act:
    """A step that holds the proposed decision against what is expected."""

    def act(spoken: Spoken, situation: Situation, _: Desk) -> Result:
        if situation.decision is None:
            return _nothing_proposed(spoken)
        return check(spoken, situation.decision) or situation

    return act


def outcome_is(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """The outcome of the decision, for the only person or for the one that is named."""
    kind = Kind(decision.outcome_kind) if decision.outcome_kind else Kind.TEXT
    return _compare(spoken, decision, decision.outcome_name or "uitkomst", decision.outcome, kind)


def status_is(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """What the outcome is worth."""
    expected = spoken.words["status"]
    if expected not in set(DecisionStatus):
        known = [str(status) for status in DecisionStatus]
        remedy = did_you_mean(expected, known, otherwise=f"kies uit {', '.join(known)}")
        return Refused(
            (
                finding(
                    "ongeldige-waarde", spoken.span, f"De status '{expected}' bestaat niet.", remedy=remedy
                ),
            )
        )
    return (
        None if decision.status == expected else Mismatch(expected, f"{decision.status}{_why_not(decision)}")
    )


def value_is(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """A value that the decision gives beside its outcome, or the outcome by its name."""
    name = spoken.words["naam"]
    known = _values(decision)
    if name not in known:
        remedy = did_you_mean(name, known, otherwise=f"kies uit {', '.join(known)}" if known else "")
        message = f"Het besluit '{decision.decision}' geeft geen '{name}'."
        if decision.outcomes:
            return Refused((finding("onbekende-naam", spoken.span, message, remedy=remedy),))
        return Mismatch(f"{name}: {spoken.words['waarde']}", f"geen enkele waarde{_why_not(decision)}")
    return _compare(spoken, decision, name, known[name].value, Kind(known[name].kind))


def rests_on(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """A rule that won cites this article or document."""
    expected = _squeezed(spoken.words["grondslag"])
    cited = dict.fromkeys(
        _squeezed(basis)
        for ground in decision.grounds
        if ground.wins
        for basis in (*ground.legal_basis, *((ground.source,) if ground.source else ()))
    )
    return None if expected in cited else Mismatch(expected, _listed(cited) + _why_not(decision))


def rule_decides(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """A rule applied and won."""
    rule = spoken.words["regel"]
    winning = _rules(ground for ground in decision.grounds if ground.wins)
    if rule in winning:
        return None
    return Mismatch(
        f"de regel {rule} beslist",
        f"{_fate(decision, rule)}; wel: {_listed(winning)}",
        _concept_of(decision, rule),
    )


def rule_falls(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """A rule did not apply, or applied and was beaten."""
    rule = spoken.words["regel"]
    winning = _rules(ground for ground in decision.grounds if ground.wins)
    fallen = {fallen.rule for fallen in decision.fallen_rules} | set(
        _rules(ground for ground in decision.grounds if not ground.wins)
    )
    if rule in fallen and rule not in winning:
        return None
    return Mismatch(f"de regel {rule} valt af", _fate(decision, rule), _concept_of(decision, rule))


def is_missing(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """Something is asked for before the decision can be made."""
    expected = spoken.words["naam"]
    missing = dict.fromkeys(item.name for item in decision.missing)
    return (
        None
        if expected in missing
        else Mismatch(f"{expected} ontbreekt", f"er ontbreekt: {_listed(missing)}")
    )


def nothing_is_missing(_: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """Nothing is asked for any more."""
    missing = dict.fromkeys(item.name for item in decision.missing)
    return Mismatch("er ontbreekt niets", f"er ontbreekt: {_listed(missing)}") if missing else None


def assumes(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """The decision rests on an assumption about something."""
    expected = spoken.words["naam"]
    assumed = dict.fromkeys(assumption.name for assumption in decision.assumptions)
    return (
        None if expected in assumed else Mismatch(f"aanname over {expected}", f"aannames: {_listed(assumed)}")
    )


def legal_character_is(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """What the decision is in law."""
    character = decision.legal_character
    if isinstance(character, PerPerson) and character.partner is None:
        character = character.applicant  # there is no decision on a partner to whom nothing applies
    return _compare(spoken, decision, "rechtskarakter", character, Kind.CHOICE)


def requirement_fails(spoken: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """A requirement that the decision weighed does not hold, be it an error or a warning."""
    expected = spoken.words["eis"]
    failing = dict.fromkeys(broken.name for broken in decision.requirements)
    if expected in failing:
        return None
    return Mismatch(f"niet voldaan aan de eis {expected}", f"niet voldaan aan: {_listed(failing)}")


def requirements_hold(_: Spoken, decision: Decision) -> Mismatch | Refused | None:
    """No requirement that the decision weighed fails."""
    failing = dict.fromkeys(broken.name for broken in decision.requirements)
    return Mismatch("aan alle eisen voldaan", f"niet voldaan aan: {_listed(failing)}") if failing else None


def letter_has(spoken: Spoken, situation: Situation, desk: Desk) -> Result:
    """The letter holds a text, whatever its layout."""
    return _in_letter(spoken, situation, desk, wanted=True)


def letter_lacks(spoken: Spoken, situation: Situation, desk: Desk) -> Result:
    """The letter does not hold a text."""
    return _in_letter(spoken, situation, desk, wanted=False)


OUTCOME_IS = on_decision(outcome_is)
VALUE_IS = on_decision(value_is)
"""The two steps of which it is enough to know the values that a decision gives."""


def deciding(decision: Decision, about: str | None) -> tuple[Ground, ...]:
    """The rules that decided on a concept; on the outcome where the concept has none."""
    winning = [ground for ground in decision.grounds if ground.wins]
    chosen = [ground for ground in winning if ground.concept == about]
    return tuple(chosen or [ground for ground in winning if ground.concept == decision.outcome_name])


def outcome_in_words(decision: Decision) -> str:
    """The outcome of a decision as an author writes it, for both persons where it is per person; else why not."""
    kind = Kind(decision.outcome_kind) if decision.outcome_kind else Kind.TEXT
    match decision.outcome:
        case PerPerson(applicant=None, partner=None) | None:
            return f"geen uitkomst{_why_not(decision)}"
        case PerPerson(applicant=applicant, partner=partner):
            return f"belanghebbende: {_shown(applicant, kind)}; partner: {_shown(partner, kind)}"
        case text:
            return _shown(text, kind)


def _in_letter(spoken: Spoken, situation: Situation, desk: Desk, *, wanted: bool) -> Result:
    if situation.decision is None:
        return _nothing_proposed(spoken)
    text, findings = desk.letter(situation.decision)
    if text is None:
        return Refused(findings)
    sought = _squeezed(spoken.words["tekst"])
    if (sought.casefold() in _squeezed(text).casefold()) is wanted:
        return situation
    return Mismatch(
        f"de brief bevat {'' if wanted else 'niet '}'{sought}'",
        "die tekst staat er niet in" if wanted else "die tekst staat er wel in",
    )


def _nothing_proposed(spoken: Spoken) -> Refused:
    message = "Er is nog geen besluit om te controleren."
    remedy = 'zet hierboven: Als het besluit "..." wordt voorgesteld'
    return Refused((finding("scenario-onvolledig", spoken.span, message, remedy=remedy),))


def _values(decision: Decision) -> dict[str, DecidedValue]:
    known = dict(decision.outcomes)
    if decision.outcome_name and decision.outcome_kind:
        own = DecidedValue(value=decision.outcome, kind=decision.outcome_kind)
        known.setdefault(decision.outcome_name, own)
    return known


def _compare(
    spoken: Spoken, decision: Decision, name: str, outcome: Outcome, kind: Kind
) -> Mismatch | Refused | None:
    expected = spoken.words["waarde"].strip()
    role = Role(spoken.words["persoon"]) if "persoon" in spoken.words else None
    found, problem = _of_person(outcome, role, name)
    if problem:
        remedy = (
            "schrijf achter de naam: van de belanghebbende, of: van de partner"
            if role is None
            else "laat de persoon weg"
        )
        return Refused((finding("ongeldige-waarde", spoken.span, problem, remedy=remedy),))
    try:
        same = _same(expected, found, kind)
    except UnreadableValueError:
        message = f"'{expected}' is geen waarde van '{name}'; schrijf {type_in_words(ValueType(kind))}."
        return Refused((finding("ongeldige-waarde", spoken.span, message),))
    return (
        None
        if same
        else Mismatch(expected, f"{_shown(found, kind)}{_why_not(decision) if found is None else ''}", name)
    )


def _of_person(outcome: Outcome, role: Role | None, name: str) -> tuple[str | None, str | None]:
    """The value of one person, or why it cannot be told whose value is meant."""
    match outcome, role:
        case PerPerson(), Role.APPLICANT:
            return outcome.applicant, None
        case PerPerson(), Role.PARTNER:
            return outcome.partner, None
        case PerPerson(), _:
            alone = outcome.partner in {NOT_APPLICABLE_TEXT, outcome.applicant}
            return outcome.applicant, None if alone else f"'{name}' is er voor iedere persoon apart."
        case _, Role():
            return None, f"'{name}' is er één keer en niet per persoon."
        case _:
            assert not isinstance(outcome, PerPerson)
            return outcome, None


def _same(expected: str, found: str | None, kind: Kind) -> bool:
    """Whether two notations are one value.

    Raises:
        UnreadableValueError: what is expected is no value of this kind.
    """
    if expected in {found, UNKNOWN_TEXT}:
        return expected == found or found is None
    if kind in {Kind.CHOICE, Kind.TEXT}:
        return False
    type_ = ValueType(kind, may_be_absent=True)
    wanted = parse_value(expected, type_)
    return found is not None and wanted == parse_value(found, type_)


def _shown(found: str | None, kind: Kind) -> str:
    """A value as an author writes it in a scenario."""
    return encoded_as_dutch(found, kind) if found is None or kind in {Kind.MONEY, Kind.PERCENTAGE} else found


def _why_not(decision: Decision) -> str:
    if decision.status == DecisionStatus.KNOWN:
        return ""
    missing = list(dict.fromkeys(item.name for item in decision.missing))
    return f" (status {decision.status}{f'; er ontbreekt: {_listed(missing)}' if missing else ''})"


def _fate(decision: Decision, rule: str) -> str:
    for ground in decision.grounds:
        if ground.rule == rule:
            return "deze regel beslist" if ground.wins else "deze regel geldt, maar een andere gaat voor"
    for fallen in decision.fallen_rules:
        if fallen.rule == rule:
            return f"deze regel geldt niet: {fallen.because}"
    names = dict.fromkeys((*_rules(decision.grounds), *(fallen.rule for fallen in decision.fallen_rules)))
    near = did_you_mean(rule, names, otherwise="")
    return f"deze regel is hier niet aan de orde{f' ({near[0].lower()}{near[1:]})' if near else ''}"


def _concept_of(decision: Decision, rule: str) -> str | None:
    told: list[tuple[str | None, str]] = [(ground.rule, ground.concept) for ground in decision.grounds]
    told += [(fallen.rule, fallen.concept) for fallen in decision.fallen_rules]
    return dict(reversed(told)).get(rule)


def _rules(grounds: Iterable[Ground]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ground.rule for ground in grounds if ground.rule is not None))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "niets"


def _squeezed(text: str) -> str:
    return " ".join(text.split())
