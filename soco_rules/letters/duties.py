"""The duties of a letter, C1 to C24: each looks at the letter and at what was decided, and says what it found.

What the law asks, and what must not be sent, is `niet voldaan` and keeps the letter a concept; what is good practice
or needs a person's eye is `let op`. docs/beleid/briefcontrole.md gives the reason for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from soco_rules.letters.grounds import BENEFIT
from soco_rules.letters.grounds import printed
from soco_rules.letters.grounds import told_facts
from soco_rules.letters.head import COUNCIL
from soco_rules.letters.head import NO_ADDRESSEE
from soco_rules.letters.inspected import Inspected
from soco_rules.letters.inspected import amounts_in
from soco_rules.letters.inspected import cents_of
from soco_rules.letters.inspected import dates_among
from soco_rules.letters.inspected import day_of
from soco_rules.letters.inspected import holds
from soco_rules.letters.inspected import texts_of
from soco_rules.letters.language import MOST_WORDS_ON_AVERAGE
from soco_rules.letters.language import sentences_of
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import lines_of
from soco_rules.letters.tree import text_of
from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Manner
from soco_rules.model.decision import Decision
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import UsedFact
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import as_dutch
from soco_rules.model.values import spaced
from soco_rules.terms.awb import objection
from soco_rules.terms.awb import payment
from soco_rules.terms.awb import penalty_in_cents
from soco_rules.terms.of_case import terms_of


class Verdict(StrEnum):
    """What a check found; only NOT_MET keeps a letter from becoming final."""

    MET = "voldaan"
    NOT_MET = "niet voldaan"
    NOTICE = "let op"
    NOT_APPLICABLE = "niet van toepassing"


@dataclass(frozen=True, slots=True)
class Duty:
    """One check of one letter; `message` is a Dutch sentence, empty when there is nothing to tell."""

    code: str
    title: str
    articles: tuple[str, ...]
    verdict: Verdict
    message: str = ""


Found = tuple[Verdict, str]
MET: Found = (Verdict.MET, "")


@dataclass(frozen=True, slots=True)
class _Check:
    code: str
    title: str
    articles: tuple[str, ...]
    look: Callable[[Inspected], Found]


def duties(letter: Letter, decided: Decision | Adoption, style: HouseStyle = PLAIN) -> tuple[Duty, ...]:
    """Every check of this letter, in the order of its code."""
    inspected = Inspected(letter, decided, style)
    return tuple(Duty(check.code, check.title, check.articles, *check.look(inspected)) for check in CHECKS)


def _not_met(message: str) -> Found:
    return Verdict.NOT_MET, message


def _notice(message: str) -> Found:
    return Verdict.NOTICE, message


def _none(message: str) -> Found:
    return Verdict.NOT_APPLICABLE, message


_NO_DECISION = "dit bericht is geen beschikking"


def _all_of(lacking: list[str], otherwise: Found = MET) -> Found:
    return _not_met(f"er ontbreekt: {', '.join(lacking)}") if lacking else otherwise


# C1-C7: what every letter is

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


def _in_dutch(letter: Inspected) -> Found:
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", letter.own_words)]
    if not words:
        return _not_met("de brief heeft geen tekst")
    common = sum(word in _DUTCH for word in words)
    if common * 100 < _LEAST_DUTCH * len(words):
        return _not_met("de tekst van het sjabloon lijkt niet in het Nederlands te zijn")
    return MET


def _names_the_authority(letter: Inspected) -> Found:
    if letter.is_private:
        name = letter.decision.cooperative
        where = " ".join((*map(text_of, letter.letter.sender.lines), letter.signature, letter.body))
        return (
            MET if name and holds(where, name) else _not_met("de brief noemt de coöperatie niet die beslist")
        )
    name = _authority(letter.decision)
    if not name:
        return _not_met("het regelbestand noemt het bestuursorgaan niet")
    if holds(letter.signature, name) or holds(letter.body, name):
        return MET
    return _not_met(f"de brief noemt het bestuursorgaan niet: {name}")


def _authority(decision: Decision) -> str | None:
    """Who decides for the municipality: the body that the rule file names, or the council."""
    if decision.decider == COUNCIL:
        return f"de raad van de gemeente {decision.municipality}" if decision.municipality else None
    return decision.authority


def _signed(letter: Inspected) -> Found:
    adoption, decision = letter.adoption, letter.decision
    cooperative = decision.cooperative
    if not letter.is_private and cooperative and holds(letter.signature, cooperative):
        return _not_met("onder een besluit van de gemeente staat de naam van de coöperatie")
    if adoption is None:
        return _not_met("niemand heeft het besluit vastgesteld")
    body = (cooperative if letter.is_private else _authority(decision)) or ""
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
    return _all_of(lacking)


def _addressed(letter: Inspected) -> Found:
    addresses = letter.letter.addressees
    if not addresses or any(text_of(line) == NO_ADDRESSEE for each in addresses for line in each.lines):
        return _not_met("naam en adres van de geadresseerde ontbreken")
    if any(len(each.lines) < 2 for each in addresses):
        return _not_met("bij een geadresseerde staat alleen een naam of alleen een adres")
    persons = 2 if not letter.is_private and _is_couple(letter.decision) else 1
    named = len(addresses) if len(addresses) > 1 else _persons_in(text_of(addresses[0].lines[0]))
    if named < persons:
        return _not_met("dit besluit gaat over twee partners en de brief is aan één persoon gericht")
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


def _dated(letter: Inspected) -> Found:
    adoption = letter.adoption
    if adoption is None:
        written = printed(letter.decision.decision_date, Kind.DATE)
        return (
            MET
            if holds(letter.details, written)
            else _not_met("de dag van het voorstel staat niet in de brief")
        )
    lacking = []
    if not holds(letter.details, printed(adoption.sent_on, Kind.DATE)):
        lacking.append("de dag van verzending")
    if letter.sent is not None and letter.sent < letter.day:
        return _not_met("de brief is verzonden voordat het besluit is vastgesteld")
    return _all_of(lacking)


def _has_its_head(letter: Inspected) -> Found:
    lacking = []
    if not text_of(letter.letter.subject).strip():
        return _not_met("de brief heeft geen onderwerp")
    if not re.search(r"\bkenmerk\b", letter.details, re.IGNORECASE):
        lacking.append("het kenmerk")
    handler = letter.decision.letter.get("behandelaar")
    contact = [text for text in (handler, letter.style.phone) if isinstance(text, str) and text]
    if not any(letter.says(text) for text in contact):
        lacking.append("wie de brief behandelt of een telefoonnummer")
    return _notice(f"in de brief ontbreekt: {', '.join(lacking)}") if lacking else MET


_RECEIVED = ("ontvangen", "ontvangen_op")


def _names_the_application(letter: Inspected) -> Found:
    decision = letter.decision
    facts = {fact.name: fact.value for fact in decision.facts}
    texts = (decision.procedure.get(name) or facts.get(name) for name in _RECEIVED)
    written = next((text for text in texts if text), "")
    day = day_of(written)
    if day is None:
        return _none("in de zaak staat geen dag waarop een aanvraag is ontvangen")
    if day > letter.day:
        return _not_met("de aanvraag is volgens de zaak ontvangen na het besluit")
    if holds(f"{letter.details} {letter.body}", printed(written, Kind.DATE)):
        return MET
    return _notice("de brief noemt de dag niet waarop de aanvraag is ontvangen")


# C8-C13: what was decided and why

_REFUSES = re.compile(
    r"afgewezen|geweigerd|niet_|geen_|_niet|ingetrokken|beeindigd|eindigt|opgeschort|buiten_"
)
_NEGATION = re.compile(r"\b(?:niet|geen|niets|af|in|stopt?|eindigt|stil|leeg|weigeren)\b", re.IGNORECASE)


def _states_the_decision(letter: Inspected) -> Found:
    said, decision = letter.operative_part, letter.decision
    if not re.search(r"[^\W\d_]{2,}.*[.!]", said):
        return _not_met("onder het onderwerp staat geen zin die zegt wat is besloten")
    unsaid = list(_days_not_in(letter.body, decision))
    lacking = list(_amounts_not_in(said, decision))
    if unsaid and len(unsaid) == len(list(dates_among(decision.outcomes))):
        lacking += unsaid
    if lacking:
        return _not_met(f"de brief noemt niet: {', '.join(lacking)}")
    if _refuses(decision) and not _NEGATION.search(said):
        return _not_met("het besluit is niet gunstig en de eerste zinnen zeggen dat niet")
    if unsaid:
        return _notice(f"de brief noemt niet: {', '.join(unsaid)}")
    later = list(_days_not_in(said, decision))
    if later:
        return _notice(f"pas na de eerste zinnen staat: {', '.join(later)}")
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
            yield f"{spaced(name)} ({shown})"


def _begins_and_ends(decision: Decision) -> Found:
    names = {name for name, _, _ in dates_among(decision.outcomes)}
    ends = {name for name in names if "tot_en_met" in name}
    begins = {name for name in names | {fact.name for fact in decision.facts} if _BEGIN.search(name)}
    goes_on = any(name.startswith(_RUNNING) for name in names)  # what is prolonged begins where it would end
    if ends and not begins and not goes_on:
        return _notice("het besluit heeft een laatste dag en geen eerste dag")
    return MET


_BEGIN = re.compile(r"vanaf|start|begin|ingang")
_RUNNING = "lopende_"


def _names_the_law(letter: Inspected) -> Found:
    if letter.is_private:
        return _none("dit bericht rust op afspraken, niet op een besluit van de gemeente")
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
    return _not_met(found) if letter.is_appealable else _notice(found)


def _no_article(letter: Inspected) -> Found:
    why = "geen regel die het besluit geeft noemt een wettelijk voorschrift"
    return _not_met(why) if letter.is_appealable else _none(_NO_DECISION)


def _names_the_agreement(letter: Inspected) -> Found:
    decision = letter.decision
    title = decision.agreement_title or decision.agreement
    lacking = [] if letter.says(title) else [f"de afspraken: {title}"]
    if decision.version and not letter.says(printed(decision.version, Kind.DATE)):
        lacking.append(f"de versie van de afspraken: {printed(decision.version, Kind.DATE)}")
    return _all_of(lacking)


def _gives_the_reasons(letter: Inspected) -> Found:
    if letter.is_private:
        return _none("de motiveringsplicht van de Awb geldt niet voor een bericht van de coöperatie")
    lacking = [each for fact in _used_facts(letter) for each in _not_told(letter, fact)]
    if lacking:
        return _not_met(f"de brief noemt niet: {'; '.join(dict.fromkeys(lacking))}")
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
        return _notice("de brief heeft geen tabel met de berekening")
    above = _above(table, total)
    if above is None:
        return _not_met("in de tabel met de berekening staat de uitkomst niet")
    if len(above) > _MOST_AMOUNTS:
        return _notice("de tabel is te lang om na te rekenen")
    return (
        MET if _reaches(above, total) else _not_met("de bedragen in de tabel tellen niet op tot de uitkomst")
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


def _weighs_the_person(letter: Inspected) -> Found:
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
        return _all_of(lacking)
    if letter.is_appealable and not (
        any(fact.reason for fact in letter.decision.facts) or (adoption and adoption.reasons)
    ):
        return _notice("in de brief staat geen afweging van een persoon over deze persoon")
    return MET


def _heard(letter: Inspected) -> Found:
    if not letter.is_appealable:
        return _none(_NO_DECISION)
    adoption = letter.adoption
    if adoption is None:
        return _notice("bij het vaststellen hoort te staan hoe om een zienswijze is gevraagd, of waarom niet")
    if adoption.hearing is None:
        return _not_met("niet vastgelegd is hoe om een zienswijze is gevraagd, of waarom niet")
    day = day_of(adoption.hearing.date)
    if day is not None and day > letter.day:
        return _not_met("de zienswijze is van na het besluit")
    asked = adoption.hearing.manner in (Manner.HEARD, Manner.HEARD_BEFORE)
    if asked and adoption.hearing.account and not letter.says(adoption.hearing.account):
        return _notice("de brief zegt niet wat de persoon heeft verteld en wat daarmee is gedaan")
    return MET


# C14-C19: what the reader can do

_OFFERS = re.compile(r"\b(?:kunt|mag)\b[^.]{0,40}\bbezwaar\s+maken|\bbezwaarschrift\b", re.IGNORECASE)
_NO_OBJECTION = re.compile(
    r"\b(?:kunt|mag)\b[^.]{0,40}\b(?:geen|niet in)\s+bezwaar\b|\bgeen bezwaar (?:open|mogelijk)\b|"
    r"\bbezwaar (?:maken )?is niet mogelijk\b",
    re.IGNORECASE,
)
_ELEMENTS: tuple[tuple[str, str], ...] = (
    ("dat u bezwaar kunt maken", r"\bu\b[^.]{0,20}\bbezwaar maken"),
    ("binnen zes weken", r"\bzes weken\b"),
    ("vanaf de dag na de verzending", r"\bde dag na(?:dat)?\b"),
    ("uw naam en adres", r"\bnaam en (?:uw )?adres\b"),
    ("de datum van de brief", r"\bde datum\b|\bdagtekening\b"),
    ("om welk besluit het gaat", r"\bwelk besluit\b|\bomschrijving van het besluit\b"),
    ("de redenen", r"\bwaarom\b[^.]{0,30}\bniet mee eens\b|\bde gronden\b"),
    ("de handtekening", r"\bhandtekening\b|\bondertekend\b"),
)


def _offers_objection(letter: Inspected) -> Found:
    if not letter.is_appealable:
        offered = [
            found[0] for found in _OFFERS.finditer(letter.everything) if not _denies(letter.everything, found)
        ]
        return (
            _not_met(f"hier staat geen bezwaar open en de brief biedt het aan: '{offered[0]}'")
            if offered
            else MET
        )
    text = letter.body
    if denied := _NO_OBJECTION.search(letter.everything):
        return _not_met(f"bezwaar staat open en de brief zegt van niet: '{denied[0]}'")
    lacking = [what for what, words in _ELEMENTS if not re.search(words, text, re.IGNORECASE)]
    authority = _authority(letter.decision)
    if not authority or not holds(_around_objection(letter), authority):
        lacking.append("het bestuursorgaan waar het bezwaar heen gaat")
    if lacking:
        return _all_of(lacking)
    address = letter.decision.letter.get("bezwaaradres")
    known = [text for text in (address, *letter.style.objection_address) if isinstance(text, str) and text]
    practice = [] if any(letter.says(text) for text in known) else ["het adres voor het bezwaar"]
    practice += (
        []
        if re.search(r"\bgeldt ook als u bezwaar\b|\bschorst niet\b", text)
        else ["dat bezwaar niet schorst"]
    )
    practice += [] if holds(text, "voorlopige voorziening") else ["dat een voorlopige voorziening kan"]
    return _notice(f"in de brief ontbreekt: {', '.join(practice)}") if practice else MET


def _denies(text: str, found: re.Match[str]) -> bool:
    return bool(re.search(r"\bgeen\b", text[max(0, found.start() - 30) : found.end()], re.IGNORECASE))


def _around_objection(letter: Inspected) -> str:
    return " ".join(
        text_of(line)
        for blocks in letter.sections.values()
        if any("bezwaar" in text_of(line).lower() for block in blocks for line in lines_of(block))
        for block in blocks
        for line in lines_of(block)
    )


def _names_the_last_day(letter: Inspected) -> Found:
    if not letter.is_appealable:
        return _none(_NO_DECISION)
    if letter.sent is None:
        return _none("de laatste dag is bekend zodra het besluit is verzonden")
    last = objection(letter.sent).last_day
    if last is None:
        return _not_met(
            "de laatste dag voor bezwaar is niet uit te rekenen: van dat jaar zijn de feestdagen niet bekend"
        )
    shown = as_dutch(last, Kind.DATE)
    if not holds(_around_objection(letter), shown):
        return _not_met(f"de brief noemt de laatste dag voor bezwaar niet: {shown}")
    return MET


def _tells_what_to_do(letter: Inspected) -> Found:
    if letter.is_private:
        return _none("over plichten bij een uitkering gaat de gemeente")
    lacking = []
    if not any("betekent" in heading.lower() for heading in letter.sections):
        lacking.append("wat het besluit betekent")
    benefit = {fact.value for fact in letter.decision.facts if fact.name == BENEFIT}
    if "pw" in benefit and not re.search(r"\bmeteen\b[^.]{0,40}\bdoor\b", letter.body):
        lacking.append("de plicht om veranderingen te melden")
    return _notice(f"in de brief ontbreekt: {', '.join(lacking)}") if lacking else MET


_MUST_PAY = re.compile(r"\bu moet\b[^.]*\b(?:terug)?betalen\b", re.IGNORECASE)


def _tells_how_to_pay(letter: Inspected) -> Found:
    if letter.is_private or not _MUST_PAY.search(letter.operative_part):
        return _none("dit besluit legt geen betaling op")
    lacking = []
    sentence = _MUST_PAY.search(letter.operative_part)
    if sentence is None or "€" not in sentence[0]:
        lacking.append("het bedrag")
    last = None if letter.sent is None else payment(letter.sent).last_day
    names_day = last is not None and holds(letter.body, as_dutch(last, Kind.DATE))
    if not (names_day or re.search(r"\bbinnen zes weken nadat\b", letter.body)):
        lacking.append("de termijn om te betalen")
    if lacking:
        return _all_of(lacking)
    manner = letter.decision.letter.get("betaalwijze")
    if not (isinstance(manner, str) and manner and letter.says(manner)):
        return _notice("de brief zegt niet hoe de persoon kan betalen")
    return MET


_ADVICE = re.compile(r"\badvies\b|\badviseur\b|\badviescommissie\b", re.IGNORECASE)


def _names_the_adviser(letter: Inspected) -> Found:
    if not letter.is_appealable:
        return _none(_NO_DECISION)
    advised = {
        text
        for fact in letter.decision.facts
        for text in (fact.by, fact.source)
        if text and _ADVICE.search(text)
    }
    if not advised:
        return _none("er is geen advies gebruikt")
    return _all_of([f"het advies van {each}" for each in sorted(advised) if not letter.says(each)])


def _offers_help(letter: Inspected) -> Found:
    if letter.is_private:
        return _none("dit bericht is van de coöperatie")
    lacking = []
    if not re.search(r"juridisch loket|raadslieden|raadsman|raadsvrouw", letter.body, re.IGNORECASE):
        lacking.append("waar gratis hulp is")
    if not re.search(r"\bhelpen\b|\bvertegenwoordigen\b|\bgemachtigde\b", letter.body, re.IGNORECASE):
        lacking.append("dat iemand zich mag laten helpen")
    return _notice(f"in de brief ontbreekt: {', '.join(lacking)}") if lacking else MET


# C20-C24: what must not be, and what is late


def _is_readable(letter: Inspected) -> Found:
    sentences = [words for words in sentences_of(letter.own_words) if words]
    if not sentences:
        return _notice("de brief heeft geen zinnen")
    total = sum(len(words) for words in sentences)
    if total > MOST_WORDS_ON_AVERAGE * len(sentences):
        return _notice(f"de zinnen van het sjabloon hebben gemiddeld {total // len(sentences)} woorden")
    return MET


_NUMBER = re.compile(r"(?<![\w.,/-])\d(?:[ .]?\d){8}(?![\w,/-]|[.]\d)")
_MEDICAL = re.compile(
    r"\b(?:diagnose|depressi(?:e|ef)|psychos\w*|psychiat\w*|verslaving|verslaafd|kanker|zwanger(?:schap)?|"
    r"medicijn(?:en)?|medicatie|autisme|burn-?out|adhd|hiv|ziekte van \w+)\b",
    re.IGNORECASE,
)


def _spares_personal_data(letter: Inspected) -> Found:
    numbers = (found[0] for line in letter.lines for found in _NUMBER.finditer(line))
    if any(is_citizen_number(number) for number in numbers):
        return _not_met("in de brief staat een getal dat een burgerservicenummer kan zijn")
    medical = dict.fromkeys(found[0].lower() for found in _MEDICAL.finditer(letter.everything))
    if medical:
        return _notice(f"in de brief staat iets over gezondheid: {', '.join(medical)}; is dat nodig?")
    return MET


def is_citizen_number(text: str) -> bool:
    """Whether nine digits pass the eleven test of a citizen service number (*burgerservicenummer*)."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(digits) != len(weights) or not any(digits):
        return False
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def _is_in_time(letter: Inspected) -> Found:
    decision = letter.decision
    days = list(dates_among(decision.outcomes))
    begins = [(name, day, shown) for name, day, shown in days if _BEGIN.search(name)]
    ends = [(name, day, shown) for name, day, shown in days if "tot_en_met" in name]
    for name, day, shown in ends:
        for first, start, started in begins:
            if _subject(name) == _subject(first) and day < start:
                return _not_met(f"{spaced(name)} ({shown}) is eerder dan {spaced(first)} ({started})")
    back = [f"{spaced(name)} ({shown})" for name, day, shown in begins if day < (letter.sent or letter.day)]
    if not back:
        return MET
    if letter.is_appealable and not any(ground.legal_basis for ground in letter.main):
        return _not_met(f"het besluit werkt terug zonder artikel dat dat toestaat: {', '.join(back)}")
    return _notice(f"het besluit geldt al voordat het is verzonden: {', '.join(back)}")


def _subject(name: str) -> str:
    return re.sub(r"_?(?:tot_en_met|vanaf)", "", name)


_MOST_NAMED = 5


def _rests_on_nothing_assumed(letter: Inspected) -> Found:
    decision = letter.decision
    if decision.assumptions:
        number = len(decision.assumptions)
        names = ", ".join(spaced(each.name) for each in decision.assumptions[:_MOST_NAMED])
        names += f" en nog {number - _MOST_NAMED}" if number > _MOST_NAMED else ""
        return _not_met(f"het besluit rust op {number} {'aanname' if number == 1 else 'aannames'}: {names}")
    if decision.provisional:
        return _not_met(decision.provisional[0])
    return MET


def _is_not_overdue(letter: Inspected) -> Found:
    terms = terms_of(letter.decision.procedure, on=letter.day, sent=letter.sent)
    term, costs = terms.get("beslissen"), terms.get("dwangsom")
    if term is None:
        return _none("in de zaak staat niet wanneer de aanvraag is ontvangen")
    if term.last_day is None:
        return _notice(term.explanation)
    if letter.day <= term.last_day:
        return MET
    late = f"beslissen kon tot en met {as_dutch(term.last_day, Kind.DATE)}"
    if costs and costs.first_day is not None and costs.first_day <= letter.day:
        cents = penalty_in_cents(costs.first_day, letter.day)
        return _notice(
            f"{late}; de dwangsom is {as_dutch(cents, Kind.MONEY)}; daarover is een apart besluit nodig"
        )
    return _notice(late)


def _awb(*articles: str) -> tuple[str, ...]:
    return tuple(f"Algemene wet bestuursrecht artikel {article}" for article in articles)


_PW = "Participatiewet artikel"
_PRACTICE: tuple[str, ...] = ()

CHECKS: tuple[_Check, ...] = (
    _Check("C1", "de brief is in het Nederlands", _awb("1:3 lid 1", "2:6 lid 1"), _in_dutch),
    _Check("C2", "wie beslist staat erin", _awb("1:3 lid 1", "10:10"), _names_the_authority),
    _Check("C3", "een bevoegd persoon heeft ondertekend", _awb("10:3", "10:10", "10:11 lid 2"), _signed),
    _Check("C4", "de brief is gericht aan ieder over wie is beslist", _awb("3:41 lid 1"), _addressed),
    _Check("C5", "de dag van het besluit en van verzending", _awb("3:41 lid 1", "6:8 lid 1"), _dated),
    _Check("C6", "onderwerp, kenmerk en wie de brief behandelt", _PRACTICE, _has_its_head),
    _Check("C7", "de dag van de aanvraag", _awb("3:2", "4:13"), _names_the_application),
    _Check("C8", "het besluit staat voorop", _awb("3:46"), _states_the_decision),
    _Check("C9", "het wettelijk voorschrift", _awb("3:47 lid 2"), _names_the_law),
    _Check("C10", "de afspraken en hun versie", _awb("3:46", "4:82"), _names_the_agreement),
    _Check("C11", "de gegevens, hun bron en de berekening", _awb("3:46", "3:47 lid 1"), _gives_the_reasons),
    _Check("C12", "de persoonlijke afweging", (*_awb("3:4", "4:84"), f"{_PW} 18 lid 1"), _weighs_the_person),
    _Check("C13", "de zienswijze", _awb("4:7", "4:8", "4:11", "4:12"), _heard),
    _Check(
        "C14",
        "hoe iemand bezwaar maakt, of dat het niet kan",
        _awb("3:45", "6:4", "6:5", "6:7", "6:8", "6:16", "8:81"),
        _offers_objection,
    ),
    _Check(
        "C15",
        "de laatste dag voor bezwaar",
        (*_awb("6:7", "6:8 lid 1"), "Algemene termijnenwet artikel 1 lid 1"),
        _names_the_last_day,
    ),
    _Check("C16", "de gevolgen en de plichten", (f"{_PW} 17", f"{_PW} 44a", f"{_PW} 55"), _tells_what_to_do),
    _Check("C17", "wat, wanneer en hoe te betalen", _awb("4:86", "4:87", "4:93 lid 2"), _tells_how_to_pay),
    _Check("C18", "het advies waarop het besluit rust", _awb("3:8", "3:50"), _names_the_adviser),
    _Check("C19", "waar hulp te krijgen is", _awb("2:1 lid 1"), _offers_help),
    _Check("C20", "korte zinnen", _PRACTICE, _is_readable),
    _Check(
        "C21",
        "geen persoonsgegevens die niet nodig zijn",
        ("Algemene verordening gegevensbescherming artikel 5 lid 1 onderdeel c",),
        _spares_personal_data,
    ),
    _Check("C22", "de dagen kloppen met elkaar", (*_awb("3:40"), f"{_PW} 44"), _is_in_time),
    _Check("C23", "het besluit rust niet op aannames", _PRACTICE, _rests_on_nothing_assumed),
    _Check("C24", "het besluit is op tijd", _awb("4:13", "4:14", "4:17"), _is_not_overdue),
)
"""Every check, in the order of its code."""
