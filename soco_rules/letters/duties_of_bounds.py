"""What must not be, and what is late (C20 to C24): long sentences, personal data, wrong days, assumptions, overdue."""

from __future__ import annotations

import re

from soco_rules.letters.inspected import BEGIN
from soco_rules.letters.inspected import Inspected
from soco_rules.letters.inspected import dates_among
from soco_rules.letters.language import MOST_WORDS_ON_AVERAGE
from soco_rules.letters.language import sentences_of
from soco_rules.letters.verdicts import MET
from soco_rules.letters.verdicts import Found
from soco_rules.letters.verdicts import none
from soco_rules.letters.verdicts import not_met
from soco_rules.letters.verdicts import notice
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.terms.awb import penalty_in_cents
from soco_rules.terms.of_case import terms_of


def is_readable(letter: Inspected) -> Found:
    """C20: whether the sentences of the template are short."""
    sentences = [words for words in sentences_of(letter.own_words) if words]
    if not sentences:
        return notice("de brief heeft geen zinnen")
    total = sum(len(words) for words in sentences)
    if total > MOST_WORDS_ON_AVERAGE * len(sentences):
        return notice(f"de zinnen van het sjabloon hebben gemiddeld {total // len(sentences)} woorden")
    return MET


_NUMBER = re.compile(r"(?<![\w.,/-])\d(?:[ .]?\d){8}(?![\w,/-]|[.]\d)")
_MEDICAL = re.compile(
    r"\b(?:diagnose|depressi(?:e|ef)|psychos\w*|psychiat\w*|verslaving|verslaafd|kanker|zwanger(?:schap)?|"
    r"medicijn(?:en)?|medicatie|autisme|burn-?out|adhd|hiv|ziekte van \w+)\b",
    re.IGNORECASE,
)


def spares_personal_data(letter: Inspected) -> Found:
    """C21: whether it has no number or word about a person that need not be there."""
    numbers = (found[0] for line in letter.lines for found in _NUMBER.finditer(line))
    if any(is_citizen_number(number) for number in numbers):
        return not_met("in de brief staat een getal dat een burgerservicenummer kan zijn")
    medical = dict.fromkeys(found[0].lower() for found in _MEDICAL.finditer(letter.everything))
    if medical:
        return notice(f"in de brief staat iets over gezondheid: {', '.join(medical)}; is dat nodig?")
    return MET


def is_citizen_number(text: str) -> bool:
    """Whether nine digits pass the eleven test of a citizen service number (*burgerservicenummer*)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(digits) != len(weights) or not any(digits):
        return False
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def is_in_time(letter: Inspected) -> Found:
    """C22: whether the days agree with each other and with the day of sending."""
    decision = letter.decision
    days = list(dates_among(decision.outcomes))
    begins = [(name, day, shown) for name, day, shown in days if BEGIN.search(name)]
    ends = [(name, day, shown) for name, day, shown in days if "tot_en_met" in name]
    for name, day, shown in ends:
        for first, start, started in begins:
            if _subject(name) == _subject(first) and day < start:
                return not_met(
                    f"{decision.called(name)} ({shown}) is eerder dan {decision.called(first)} ({started})"
                )
    back = [
        f"{decision.called(name)} ({shown})"
        for name, day, shown in begins
        if day < (letter.sent or letter.day)
    ]
    if not back:
        return MET
    if letter.is_appealable and not any(ground.legal_basis for ground in letter.main):
        return not_met(f"het besluit werkt terug zonder artikel dat dat toestaat: {', '.join(back)}")
    return notice(f"het besluit geldt al voordat het is verzonden: {', '.join(back)}")


def _subject(name: str) -> str:
    return re.sub(r"_?(?:tot_en_met|vanaf)", "", name)


_MOST_NAMED = 5


def rests_on_nothing_assumed(letter: Inspected) -> Found:
    """C23: whether nothing that was assumed lies under it."""
    decision = letter.decision
    if decision.assumptions:
        number = len(decision.assumptions)
        names = "; ".join(each.called for each in decision.assumptions[:_MOST_NAMED])
        names += f" en nog {number - _MOST_NAMED}" if number > _MOST_NAMED else ""
        return not_met(f"het besluit rust op {number} {'aanname' if number == 1 else 'aannames'}: {names}")
    if decision.provisional:
        return not_met(decision.provisional[0].removesuffix("."))
    return MET


def is_not_overdue(letter: Inspected) -> Found:
    """C24: whether the decision came within its term."""
    terms = terms_of(letter.decision.procedure, on=letter.day, sent=letter.sent)
    term, costs = terms.get("beslissen"), terms.get("dwangsom")
    if term is None:
        return none("in de zaak staat niet wanneer de aanvraag is ontvangen")
    if term.last_day is None:
        return notice(term.explanation)
    if letter.day <= term.last_day:
        return MET
    late = f"beslissen kon tot en met {as_dutch(term.last_day, Kind.DATE)}"
    if costs and costs.first_day is not None and costs.first_day <= letter.day:
        cents = penalty_in_cents(costs.first_day, letter.day)
        return notice(
            f"{late}; de dwangsom is {as_dutch(cents, Kind.MONEY)}; daarover is een apart besluit nodig"
        )
    return notice(late)
