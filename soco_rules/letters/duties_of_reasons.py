"""What was decided and why (C8 to C13): the decision first, law and agreement, facts and sums, person and hearing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from soco_rules.letters.grounds import BENEFIT
from soco_rules.letters.grounds import printed
from soco_rules.letters.grounds import told_facts
from soco_rules.letters.inspected import BEGIN
from soco_rules.letters.inspected import Inspected
from soco_rules.letters.inspected import amounts_in
from soco_rules.letters.inspected import cents_of
from soco_rules.letters.inspected import dates_among
from soco_rules.letters.inspected import day_of
from soco_rules.letters.inspected import holds
from soco_rules.letters.law import NOT_HEARD
from soco_rules.letters.tree import Table
from soco_rules.letters.verdicts import MET
from soco_rules.letters.verdicts import NO_DECISION
from soco_rules.letters.verdicts import Found
from soco_rules.letters.verdicts import all_of
from soco_rules.letters.verdicts import none
from soco_rules.letters.verdicts import not_met
from soco_rules.letters.verdicts import notice
from soco_rules.model.adoption import Manner
from soco_rules.model.decision import Decision
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import UsedFact
from soco_rules.model.decision import texts_of
from soco_rules.model.objection import OnObjection
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import spaced

_REFUSES = re.compile(
    r"afgewezen|geweigerd|niet_|geen_|_niet|ingetrokken|beeindigd|eindigt|opgeschort|buiten_"
)
_NEGATION = re.compile(r"\b(?:niet|geen|niets|af|in|stopt?|eindigt|stil|leeg|weigeren)\b", re.IGNORECASE)


def states_the_decision(letter: Inspected) -> Found:
    """C8: whether the first sentences say what was decided, with its amounts and days."""
    said, decision = letter.operative_part, letter.decision
    if not re.search(r"[^\W\d_]{2,}.*[.!]", said):
        return not_met("onder het onderwerp staat geen zin die zegt wat is besloten")
    unsaid = list(_days_not_in(letter.body, decision))
    lacking = list(_amounts_not_in(said, decision))
    if unsaid and len(unsaid) == len(list(dates_among(decision.outcomes))):
        lacking += unsaid
    if lacking:
        return not_met(f"de brief noemt niet: {', '.join(lacking)}")
    if _refuses(decision) and not _NEGATION.search(said):
        return not_met("het besluit is niet gunstig en de eerste zinnen zeggen dat niet")
    if unsaid:
        return notice(f"de brief noemt niet: {', '.join(unsaid)}")
    later = list(_days_not_in(said, decision))
    if later:
        return notice(f"pas na de eerste zinnen staat: {', '.join(later)}")
    return _begins_and_ends(decision)


def _refuses(decision: Decision) -> bool:
    is_choice = decision.outcome_kind in (None, Kind.CHOICE)
    return is_choice and any(_REFUSES.search(text) for text in texts_of(decision.outcome))


def _amounts_not_in(text: str, decision: Decision) -> Iterator[str]:
    if decision.outcome_kind == Kind.MONEY:
        for written in texts_of(decision.outcome):
            shown = printed(written, Kind.MONEY)
            if cents_of(written) != 0 and not holds(text, shown):
                yield shown


def _days_not_in(text: str, decision: Decision) -> Iterator[str]:
    for name, _, shown in dates_among(decision.outcomes):
        if not holds(text, shown):
            yield f"{decision.called(name)} ({shown})"


def _begins_and_ends(decision: Decision) -> Found:
    names = {name for name, _, _ in dates_among(decision.outcomes)}
    ends = {name for name in names if "tot_en_met" in name}
    begins = {name for name in names | {fact.name for fact in decision.facts} if BEGIN.search(name)}
    goes_on = any(name.startswith(_RUNNING) for name in names)  # what is prolonged begins where it would end
    if ends and not begins and not goes_on:
        return notice("het besluit heeft een laatste dag en geen eerste dag")
    return MET


_RUNNING = "lopende_"


def names_the_law(letter: Inspected) -> Found:
    """C9: whether it names the articles of the rules that gave the outcome."""
    if letter.is_private:
        return none("dit bericht rust op afspraken, niet op een besluit van de gemeente")
    every = tuple(dict.fromkeys(article for ground in letter.main for article in ground.legal_basis))
    if not every:
        applying = (ground for ground in letter.winning if ground.outcome != NOT_APPLICABLE_TEXT)
        every = tuple(dict.fromkeys(article for ground in applying for article in ground.legal_basis))
    deviates = letter.adoption is not None and letter.adoption.deviation is not None
    if not every:
        return MET if deviates and holds(letter.body, "artikel 4:84") else _no_article(letter)
    lacking = ", ".join(article for article in every if not holds(letter.body, article))
    if not lacking:
        return MET
    found = f"de brief noemt niet: {lacking}"
    return not_met(found) if letter.is_appealable else notice(found)


def _no_article(letter: Inspected) -> Found:
    why = "geen regel die het besluit geeft noemt een wettelijk voorschrift"
    return not_met(why) if letter.is_appealable else none(NO_DECISION)


def names_the_agreement(letter: Inspected) -> Found:
    """C10: whether it names the agreement and its version."""
    decision = letter.decision
    title = decision.agreement_title or decision.agreement
    lacking = [] if letter.says(title) else [f"de afspraken: {title}"]
    if decision.version and not letter.says(printed(decision.version, Kind.DATE)):
        lacking.append(f"de versie van de afspraken: {printed(decision.version, Kind.DATE)}")
    return all_of(lacking)


def gives_the_reasons(letter: Inspected) -> Found:
    """C11: whether it tells the facts, their source, and a sum that adds up."""
    if letter.is_private:
        return none("de motiveringsplicht van de Awb geldt niet voor een bericht van de coöperatie")
    lacking = [each for fact in _used_facts(letter) for each in _not_told(letter, fact)]
    if lacking:
        return not_met(f"de brief noemt niet: {'; '.join(dict.fromkeys(lacking))}")
    return _adds_up(letter)


def _used_facts(letter: Inspected) -> Iterator[UsedFact]:
    """What the decision rests on; while answers are missing it holds all that was supplied."""
    used = {name for ground in letter.winning for name in ground.facts}
    for fact in told_facts(letter.decision):
        counts = fact.name in used or not letter.decision.missing
        if counts and fact.value is not None and fact.origin in _REPORTED:
            yield fact


_REPORTED = frozenset({"gegeven", "oordeel"})


def _not_told(letter: Inspected, fact: UsedFact) -> Iterator[str]:
    what, words = fact.question or spaced(fact.name), letter.decision.words_of(fact.name)
    if not (letter.says(what) or letter.says(printed(fact.value or "", fact.kind, words))):
        yield f"'{what}'"
    elif fact.name != BENEFIT and not letter.says(printed(fact.value or "", fact.kind, words)):
        yield f"het antwoord op '{what}'"
    source = fact.by or fact.source
    if source and not letter.says(source):
        yield f"van wie of waaruit het antwoord op '{what}' komt"


_MOST_AMOUNTS = 9


def _adds_up(letter: Inspected) -> Found:
    """Whether the outcome follows from the amounts above it in the table, by adding and taking away."""
    decision = letter.decision
    if decision.outcome_kind != Kind.MONEY or isinstance(decision.outcome, PerPerson) or not decision.outcome:
        return MET
    total = cents_of(decision.outcome)
    table = next((each for each in letter.tables if _amount_table(each)), None)
    if total is None or table is None:
        return notice("de brief heeft geen tabel met de berekening")
    above = _above(table, total)
    if above is None:
        return not_met("in de tabel met de berekening staat de uitkomst niet")
    if len(above) > _MOST_AMOUNTS:
        return notice("de tabel is te lang om na te rekenen")
    return (
        MET if _reaches(above, total) else not_met("de bedragen in de tabel tellen niet op tot de uitkomst")
    )


def _amount_table(table: Table) -> bool:
    return sum(bool(amounts_in(row[-1])) for row in table.rows) >= 2


def _above(table: Table, total: int) -> tuple[int, ...] | None:
    """The amounts over the row with the outcome; None when no row has it."""
    amounts = [amounts_in(row[-1]) for row in table.rows]
    rows = [number for number, found in enumerate(amounts) if total in found]
    return tuple(cents for found in amounts[: rows[-1]] for cents in found) if rows else None


def _reaches(above: tuple[int, ...], total: int) -> bool:
    """Whether the first amount, with some of the others added or taken away, gives the total, never below zero."""
    if not above:
        return False
    first, *others = above
    return any(
        max(0, first + sum(sign * cents for sign, cents in zip(signs, others, strict=True))) == total
        for signs in product((-1, 0, 1), repeat=len(others))
    )


def weighs_the_person(letter: Inspected) -> Found:
    """C12: whether it tells what a person weighed."""
    lacking = [
        f"waarom {fact.by} zo oordeelde over '{fact.question or spaced(fact.name)}'"
        for fact in told_facts(letter.decision)
        if fact.by and fact.reason and not letter.is_private and not letter.says(fact.reason)
    ]
    adoption = letter.adoption
    if adoption and adoption.deviation and not letter.says(adoption.deviation.reason):
        lacking.append("waarom van de regels is afgeweken")
    if adoption and adoption.reasons and not letter.says(adoption.reasons):
        lacking.append("de toelichting van wie vaststelde")
    if lacking:
        return all_of(lacking)
    if letter.is_appealable and not (
        any(fact.reason for fact in letter.decision.facts) or (adoption and adoption.reasons)
    ):
        return notice("in de brief staat geen afweging van een persoon over deze persoon")
    return MET


def heard(letter: Inspected) -> Found:
    """C13: whether it is known how the person was heard, or why not."""
    if not letter.is_appealable:
        return none(NO_DECISION)
    adoption = letter.adoption
    if adoption is None:
        return notice("bij het vaststellen hoort te staan hoe om een zienswijze is gevraagd, of waarom niet")
    if adoption.on_objection is not None and adoption.on_objection.ruled is not None:
        return _heard_on_objection(letter, adoption.on_objection)
    if adoption.hearing is None:
        return not_met("niet vastgelegd is hoe om een zienswijze is gevraagd, of waarom niet")
    day = day_of(adoption.hearing.date)
    if day is not None and day > letter.day:
        return not_met("de zienswijze is van na het besluit")
    asked = adoption.hearing.manner in (Manner.HEARD, Manner.HEARD_BEFORE)
    if asked and adoption.hearing.account and not letter.says(adoption.hearing.account):
        return notice("de brief zegt niet wat de persoon heeft verteld en wat daarmee is gedaan")
    return MET


def _heard_on_objection(letter: Inspected, said: OnObjection) -> Found:
    """Whether it says that the person was heard on the objection, or on which ground not (Awb 7:2, 7:3, 7:12 lid 1)."""
    not_heard = said.ruled.not_heard if said.ruled else None
    if not_heard is not None:
        phrase = NOT_HEARD[not_heard]
        named = letter.says(phrase.article)
        return MET if named else not_met(f"de brief zegt niet waarom niet is gehoord ({phrase.article})")
    day = day_of(said.heard_on)
    if day is None:
        return not_met("niet vastgelegd is dat de persoon over het bezwaar is gehoord, of waarom niet")
    if day > letter.day:
        return not_met("het horen is van na het besluit op bezwaar")
    return MET if letter.says(said.account) else notice("de brief zegt niet wat de persoon heeft verteld")
