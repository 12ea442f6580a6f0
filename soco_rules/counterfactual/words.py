"""What would have to change, as a Dutch account for a caseworker."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.counterfactual.wish import WORDS
from soco_rules.explain.account import ground_lines
from soco_rules.explain.account import outcome_text
from soco_rules.explain.account import section
from soco_rules.model.called import quoted
from soco_rules.model.called import with_value
from soco_rules.model.counterfactual import Alternative
from soco_rules.model.counterfactual import Because
from soco_rules.model.counterfactual import Changed
from soco_rules.model.counterfactual import Counterfactual
from soco_rules.model.counterfactual import Found
from soco_rules.model.counterfactual import Unchanged
from soco_rules.model.decision import Outcome
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import encoded_as_dutch

SHOWN = 12
"""How many changes are told; the JSON holds them all."""
_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")

_REASONS = {
    Because.FIXED: "staat vast",
    Because.PAST: "die dag is voorbij",
    Because.DOSSIER: "volgt uit het dossier",
    Because.STATE: "volgt uit eerdere besluiten",
    Because.PERSONAL: "persoonlijk, en daarom nooit een advies",
    Because.ONE_WAY: "is alleen andersom te veranderen",
    Because.UNMARKED: "het regelbestand noemt het niet veranderbaar",
    Because.NO_VALUE: "heeft geen waarde",
}


def in_words(told: Counterfactual) -> str:
    """The answer as printed by `soco besluit --wat-als`, below the account of the decision."""
    sections = (
        section("Wat als", _answer(told)),
        section("Wat hetzelfde blijft", (f"- {unchanged_in_words(each, told)}" for each in told.unchanged)),
        section("Let op", _remarks(told)),
    )
    return "\n\n".join(each for each in sections if each) + "\n"


def _answer(told: Counterfactual) -> Iterator[str]:
    match told.found:
        case Found.FIRST_KNOW:
            yield "Er is nu geen vaste uitkomst, en dus ook niets om van af te wijken."
            if told.missing:
                yield "Eerst moet bekend zijn:"
            yield from (f"- {missing.question}" for missing in told.missing)
        case Found.ALREADY:
            yield f"De uitkomst is al zo: {_decided(told.outcome, told)}."
        case Found.NEVER:
            yield f"Nu is de uitkomst: {_decided(told.outcome, told)}."
            surely = "niet met zekerheid" if told.left_out else "in geen enkel geval"
            yield f"Wat de belanghebbende zelf kan veranderen geeft {surely} {_goal(told)}."
        case Found.UNDECIDED:
            yield f"Nu is de uitkomst: {_decided(told.outcome, told)}."
            yield f"Of een verandering {_goal(told)} geeft, is niet bepaald: {told.reason}."
        case Found.CHANGES:
            yield from _alternatives(told)


def _alternatives(told: Counterfactual) -> Iterator[str]:
    yield from lead(told)
    for number, alternative in enumerate(told.alternatives[:SHOWN], 1):
        yield from _alternative(number, alternative, told)
    if len(told.alternatives) > SHOWN:
        yield f"en nog {len(told.alternatives) - SHOWN} andere; --json toont ze alle"
    if not told.complete:
        yield MORE


MORE = "Er zijn er meer; verder is niet gezocht."


def lead(told: Counterfactual) -> Iterator[str]:
    """What is said before the changes that were found, a sentence each."""
    few = len(told.alternatives[0].changes)
    facts = "gegeven" if few == 1 else "gegevens"
    yield f"Nu is de uitkomst: {_decided(told.outcome, told)}."
    if few > 1:
        fewer = f"{_number(few - 1)} {'ander gegeven' if few == 2 else 'andere gegevens'}"
        yield f"Met {fewer} komt er {'niet zeker' if told.left_out else 'nooit'} {_goal(told)}."
    which = "Deze verandering geeft" if len(told.alternatives) == 1 else "Elk van deze veranderingen geeft"
    yield f"{which} {_goal(told)}, met niet meer dan {_number(few)} {facts} anders:"


def without_changes(told: Counterfactual) -> tuple[str, ...]:
    """What is said where no change was found, a sentence each."""
    return tuple(_answer(told))


def _alternative(number: int, one: Alternative, told: Counterfactual) -> Iterator[str]:
    for place, changed in enumerate(one.changes):
        yield f"{f'{number}.' if place == 0 else '  '} {changed_in_words(changed, told)}"
    assert told.outcome_name
    assert told.outcome_kind
    yield f"   dan is de uitkomst: {_decided(one.outcome, told)}"
    for ground in one.grounds:
        yield from (f"   {line}" for line in ground_lines(ground, told))


def changed_in_words(changed: Changed, told: Counterfactual) -> str:
    """A fact with what it would be, and what it is."""
    words = told.words_of(changed.name)
    before, after = _value(changed.before, changed.kind, words), _value(changed.after, changed.kind, words)
    not_yet = f"; bij {_value(changed.not_yet, changed.kind, words)} nog niet" if changed.not_yet else ""
    return f"{_name(changed.name, changed.role, told)}: {after} in plaats van {before}{not_yet}"


def unchanged_in_words(one: Unchanged, told: Counterfactual) -> str:
    """A fact that stays as it is, and why nobody is advised to change it."""
    reason = f"oordeel van de {one.by}" if one.because is Because.JUDGEMENT else _REASONS[one.because]
    value = _value(one.value, one.kind, told.words_of(one.name))
    return f"{with_value(one.name, told.called(one.name), value, one.role)} ({reason})"


def _remarks(told: Counterfactual) -> Iterator[str]:
    for remark in remarks(told):
        first, *rest = remark
        yield f"- {first}"
        yield from (f"  {line}" for line in rest)


def remarks(told: Counterfactual) -> Iterator[tuple[str, ...]]:
    """What else is to be known, each in some lines."""
    if told.month_is_over and told.alternatives:
        yield (
            "De maand is voorbij: dit besluit verandert hierdoor niet meer. Het zegt wat geldt in een maand",
            "waarin al het andere hetzelfde is.",
        )
    if told.left_out:
        enough = "minder al genoeg zijn" if told.alternatives else "een verandering wel genoeg zijn"
        yield (
            f"Wat hierboven staat is zeker. Nog niet bekend, en daarmee kan {enough}:",
            f"{'; '.join(_slot(slot, told) for slot in told.left_out)}.",
        )
    if told.alternatives:
        yield ("Dit is een berekening en geen toezegging. Opgeven kan iemand alleen wat werkelijk zo is.",)


def _decided(outcome: Outcome, told: Counterfactual) -> str:
    return outcome_text(outcome, told.outcome_kind or Kind.CHOICE, told.words_of(told.outcome_name))


def _goal(told: Counterfactual) -> str:
    if told.wanted is not None:
        return f"de uitkomst {_wanted(told.wanted, told)}"
    if told.outcome_kind != Kind.MONEY:
        return "een andere uitkomst"
    match told.outcome:
        case "0.00":
            return "een ander bedrag dan € 0,00"
        case str() as amount:
            return f"een bedrag van € 0,00 of {'meer' if amount.startswith('-') else 'minder'}"
        case _:
            return "een bedrag aan de andere kant van € 0,00"


def _wanted(wanted: str, told: Counterfactual) -> str:
    """The outcome that is wished for; of a number also how it stands to one."""
    relation = next((words for words in WORDS if wanted.startswith(words)), "")
    words = told.words_of(told.outcome_name)
    kind = Kind(told.outcome_kind) if told.outcome_kind else Kind.TEXT
    return f"{relation}{encoded_as_dutch(wanted.removeprefix(relation), kind, words)}"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _name(name: str, role: str | None, told: Counterfactual) -> str:
    words = quoted(told.called(name))
    return f"{words} ({role})" if role else words


def _slot(slot: str, told: Counterfactual) -> str:
    name, _, role = slot.partition("/")
    return _name(name, role or None, told)


def _value(text: str, kind: str, words: ChoiceWords) -> str:
    return encoded_as_dutch(text, Kind(kind), words)
