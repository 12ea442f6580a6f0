"""What every letter is (C1 to C7): in Dutch, from whom and to whom, dated, with a head, on which application."""

from __future__ import annotations

import re

from soco_rules.letters.grounds import printed
from soco_rules.letters.head import NO_ADDRESSEE
from soco_rules.letters.inspected import Inspected
from soco_rules.letters.inspected import authority_of
from soco_rules.letters.inspected import day_of
from soco_rules.letters.inspected import holds
from soco_rules.letters.tree import text_of
from soco_rules.letters.verdicts import MET
from soco_rules.letters.verdicts import Found
from soco_rules.letters.verdicts import all_of
from soco_rules.letters.verdicts import none
from soco_rules.letters.verdicts import not_met
from soco_rules.letters.verdicts import notice
from soco_rules.model.decision import Decision
from soco_rules.model.decision import PerPerson
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import Role

_DUTCH = frozenset(
    [
        "aan",
        "dat",
        "de",
        "dit",
        "een",
        "en",
        "geen",
        "het",
        "in",
        "is",
        "niet",
        "of",
        "op",
        "te",
        "u",
        "uw",
        "van",
        "voor",
        "wat",
        "wij",
    ]
)
_LEAST_DUTCH = 15
"""Of a hundred words this many are among the commonest of Dutch; running Dutch has more than twice as many."""


def in_dutch(letter: Inspected) -> Found:
    """C1: whether the words of the template are Dutch."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", letter.own_words)]
    if not words:
        return not_met("de brief heeft geen tekst")
    common = sum(word in _DUTCH for word in words)
    if common * 100 < _LEAST_DUTCH * len(words):
        return not_met("de tekst van het sjabloon lijkt niet in het Nederlands te zijn")
    return MET


def names_the_authority(letter: Inspected) -> Found:
    """C2: whether it names the body that decides."""
    if letter.is_private:
        name = letter.decision.cooperative
        where = " ".join((*map(text_of, letter.letter.sender.lines), letter.signature, letter.body))
        return (
            MET if name and holds(where, name) else not_met("de brief noemt de coöperatie niet die beslist")
        )
    name = authority_of(letter.decision)
    if not name:
        return not_met("het regelbestand noemt het bestuursorgaan niet")
    if holds(letter.signature, name) or holds(letter.body, name):
        return MET
    return not_met(f"de brief noemt het bestuursorgaan niet: {name}")


def signed(letter: Inspected) -> Found:
    """C3: whether somebody with a mandate signed for that body."""
    adoption, decision = letter.adoption, letter.decision
    cooperative = decision.cooperative
    if not letter.is_private and cooperative and holds(letter.signature, cooperative):
        return not_met("onder een besluit van de gemeente staat de naam van de coöperatie")
    if adoption is None:
        return not_met("niemand heeft het besluit vastgesteld")
    body = (cooperative if letter.is_private else authority_of(decision)) or ""
    wanted = {
        "de coöperatie" if letter.is_private else "het bestuursorgaan": body,
        "de naam van wie vaststelde": adoption.by,
        "de functie van wie vaststelde": adoption.function,
    }
    lacking = [what for what, words in wanted.items() if not holds(letter.signature, words)]
    if adoption.mandate is None and not letter.is_private:
        lacking.append("het mandaat")
    elif not letter.is_private and not holds(letter.signature, "namens"):
        lacking.append("het woord 'namens'")
    return all_of(lacking)


def addressed(letter: Inspected) -> Found:
    """C4: whether it is addressed to everybody about whom is decided."""
    addresses = letter.letter.addressees
    if not addresses or any(text_of(line) == NO_ADDRESSEE for each in addresses for line in each.lines):
        return not_met("naam en adres van de geadresseerde ontbreken")
    if any(len(each.lines) < 2 for each in addresses):
        return not_met("bij een geadresseerde staat alleen een naam of alleen een adres")
    persons = 2 if not letter.is_private and _is_couple(letter.decision) else 1
    named = len(addresses) if len(addresses) > 1 else _persons_in(text_of(addresses[0].lines[0]))
    if named < persons:
        return not_met("dit besluit gaat over twee partners en de brief is aan één persoon gericht")
    return MET


def _is_couple(decision: Decision) -> bool:
    """Whether something is decided for the partner too."""
    outcomes = (decision.outcome, *(decided.value for decided in decision.outcomes.values()))
    return any(
        isinstance(each, PerPerson) and each.partner not in (None, NOT_APPLICABLE_TEXT) for each in outcomes
    ) or any(
        fact.role == Role.PARTNER and fact.value not in (None, NOT_APPLICABLE_TEXT) for fact in decision.facts
    )


def _persons_in(line: str) -> int:
    return 2 if re.search(r"\ben\b", line) else 1


def dated(letter: Inspected) -> Found:
    """C5: whether the day of sending is in it, and not before the decision."""
    adoption = letter.adoption
    if adoption is None:
        written = printed(letter.decision.decision_date, Kind.DATE)
        return (
            MET
            if holds(letter.details, written)
            else not_met("de dag van het voorstel staat niet in de brief")
        )
    lacking = []
    if not holds(letter.details, printed(adoption.sent_on, Kind.DATE)):
        lacking.append("de dag van verzending")
    if letter.sent is not None and letter.sent < letter.day:
        return not_met("de brief is verzonden voordat het besluit is vastgesteld")
    return all_of(lacking)


def has_its_head(letter: Inspected) -> Found:
    """C6: whether it has a subject, a mark, and whom to ask."""
    lacking = []
    if not text_of(letter.letter.subject).strip():
        return not_met("de brief heeft geen onderwerp")
    if not re.search(r"\bkenmerk\b", letter.details, re.IGNORECASE):
        lacking.append("het kenmerk")
    handler = letter.decision.letter.get("behandelaar")
    contact = [text for text in (handler, letter.style.phone) if isinstance(text, str) and text]
    if not any(letter.says(text) for text in contact):
        lacking.append("wie de brief behandelt of een telefoonnummer")
    return notice(f"in de brief ontbreekt: {', '.join(lacking)}") if lacking else MET


_RECEIVED = ("ontvangen", "ontvangen_op")


def names_the_application(letter: Inspected) -> Found:
    """C7: whether it names the day of the application."""
    decision = letter.decision
    facts = {fact.name: fact.value for fact in decision.facts}
    texts = (decision.procedure.get(name) or facts.get(name) for name in _RECEIVED)
    written = next((text for text in texts if text), "")
    day = day_of(written)
    if day is None:
        return none("in de zaak staat geen dag waarop een aanvraag is ontvangen")
    if day > letter.day:
        return not_met("de aanvraag is volgens de zaak ontvangen na het besluit")
    if holds(f"{letter.details} {letter.body}", printed(written, Kind.DATE)):
        return MET
    return notice("de brief noemt de dag niet waarop de aanvraag is ontvangen")
