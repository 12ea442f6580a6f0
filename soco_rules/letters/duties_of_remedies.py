"""What the reader can do (C14 to C19): object and until when, what follows, how to pay, who advised, where help is."""

from __future__ import annotations

import re

from soco_rules.letters.grounds import BENEFIT
from soco_rules.letters.inspected import Inspected
from soco_rules.letters.inspected import authority_of
from soco_rules.letters.inspected import holds
from soco_rules.letters.legal import Remedy
from soco_rules.letters.tree import lines_of
from soco_rules.letters.tree import text_of
from soco_rules.letters.verdicts import MET
from soco_rules.letters.verdicts import NO_DECISION
from soco_rules.letters.verdicts import Found
from soco_rules.letters.verdicts import all_of
from soco_rules.letters.verdicts import none
from soco_rules.letters.verdicts import not_met
from soco_rules.letters.verdicts import notice
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.terms.awb import appeal
from soco_rules.terms.awb import objection
from soco_rules.terms.awb import payment

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


def offers_objection(letter: Inspected) -> Found:
    """C14: whether it says how to object, or does not offer it where that cannot be."""
    if not letter.is_appealable:
        offered = [
            found[0] for found in _OFFERS.finditer(letter.everything) if not _denies(letter.everything, found)
        ]
        return (
            not_met(f"hier staat geen bezwaar open en de brief biedt het aan: '{offered[0]}'")
            if offered
            else MET
        )
    if letter.remedy is Remedy.APPEAL:
        return _offers_appeal(letter)
    text = letter.body
    if denied := _NO_OBJECTION.search(letter.everything):
        return not_met(f"bezwaar staat open en de brief zegt van niet: '{denied[0]}'")
    lacking = [what for what, words in _ELEMENTS if not re.search(words, text, re.IGNORECASE)]
    authority = authority_of(letter.decision)
    if not authority or not holds(_around(letter, Remedy.OBJECTION), authority):
        lacking.append("het bestuursorgaan waar het bezwaar heen gaat")
    if lacking:
        return all_of(lacking)
    address = letter.decision.letter.get("bezwaaradres")
    known = [text for text in (address, *letter.style.objection_address) if isinstance(text, str) and text]
    practice = [] if any(letter.says(text) for text in known) else ["het adres voor het bezwaar"]
    practice += (
        []
        if re.search(r"\bgeldt ook als u bezwaar\b|\bschorst niet\b", text)
        else ["dat bezwaar niet schorst"]
    )
    practice += [] if holds(text, "voorlopige voorziening") else ["dat een voorlopige voorziening kan"]
    return notice(f"in de brief ontbreekt: {', '.join(practice)}") if practice else MET


_ELEMENTS_OF_APPEAL: tuple[tuple[str, str], ...] = (
    ("dat u in beroep kunt gaan", r"\bin beroep gaan\b|\bberoep instellen\b"),
    ("bij de rechtbank", r"\brechtbank\b"),
    *(each for each in _ELEMENTS if each[0] != "dat u bezwaar kunt maken"),
)


def _offers_appeal(letter: Inspected) -> Found:
    """Whether a decision on an objection says how to appeal, and to which court (Awb 6:23)."""
    text, court = letter.body, letter.style.court
    offered = [found[0] for found in _OFFERS.finditer(letter.body) if not _denies(letter.body, found)]
    if offered:
        return not_met(
            f"tegen een besluit op bezwaar staat beroep open, en de brief biedt aan: '{offered[0]}'"
        )
    lacking = [what for what, words in _ELEMENTS_OF_APPEAL if not re.search(words, text, re.IGNORECASE)]
    if court is None or not letter.says(court.name):
        lacking.append("welke rechtbank bevoegd is (rechtbank in huisstijl.yaml)")
    if lacking:
        return all_of(lacking)
    practice = (
        []
        if court and all(map(letter.says, court.address)) and court.address
        else ["het adres van de rechtbank"]
    )
    practice += (
        []
        if re.search(r"\bgeldt ook als u in beroep\b|\bschorst niet\b", text)
        else ["dat beroep niet schorst"]
    )
    practice += [] if holds(text, "voorlopige voorziening") else ["dat een voorlopige voorziening kan"]
    practice += [] if holds(text, "griffierecht") else ["het griffierecht"]
    return notice(f"in de brief ontbreekt: {', '.join(practice)}") if practice else MET


def _denies(text: str, found: re.Match[str]) -> bool:
    return bool(re.search(r"\bgeen\b", text[max(0, found.start() - 30) : found.end()], re.IGNORECASE))


def _around(letter: Inspected, remedy: Remedy) -> str:
    return " ".join(
        text_of(line)
        for blocks in letter.sections.values()
        if any(remedy in text_of(line).lower() for block in blocks for line in lines_of(block))
        for block in blocks
        for line in lines_of(block)
    )


def names_the_last_day(letter: Inspected) -> Found:
    """C15: whether the last day for objection, or on an objection for appeal, is in it."""
    if not letter.is_appealable:
        return none(NO_DECISION)
    if letter.sent is None:
        return none("de laatste dag is bekend zodra het besluit is verzonden")
    what = letter.remedy
    last = (appeal if what is Remedy.APPEAL else objection)(letter.sent).last_day
    if last is None:
        return not_met(
            f"de laatste dag voor {what} is niet uit te rekenen: van dat jaar zijn de feestdagen niet bekend"
        )
    shown = as_dutch(last, Kind.DATE)
    if not holds(_around(letter, what), shown):
        return not_met(f"de brief noemt de laatste dag voor {what} niet: {shown}")
    return MET


def tells_what_to_do(letter: Inspected) -> Found:
    """C16: whether it tells what follows and which duties hold."""
    if letter.is_private:
        return none("over plichten bij een uitkering gaat de gemeente")
    lacking = []
    if not any("betekent" in heading.lower() for heading in letter.sections):
        lacking.append("wat het besluit betekent")
    benefit = {fact.value for fact in letter.decision.facts if fact.name == BENEFIT}
    if "pw" in benefit and not re.search(r"\bmeteen\b[^.]{0,40}\bdoor\b", letter.body):
        lacking.append("de plicht om veranderingen te melden")
    return notice(f"in de brief ontbreekt: {', '.join(lacking)}") if lacking else MET


_MUST_PAY = re.compile(r"\bu moet\b[^.]*\b(?:terug)?betalen\b", re.IGNORECASE)


def tells_how_to_pay(letter: Inspected) -> Found:
    """C17: whether it tells what to pay, until when and how."""
    if letter.is_private or not _MUST_PAY.search(letter.operative_part):
        return none("dit besluit legt geen betaling op")
    lacking = []
    sentence = _MUST_PAY.search(letter.operative_part)
    if sentence is None or "€" not in sentence[0]:
        lacking.append("het bedrag")
    last = None if letter.sent is None else payment(letter.sent).last_day
    names_day = last is not None and holds(letter.body, as_dutch(last, Kind.DATE))
    if not (names_day or re.search(r"\bbinnen zes weken nadat\b", letter.body)):
        lacking.append("de termijn om te betalen")
    if lacking:
        return all_of(lacking)
    manner = letter.decision.letter.get("betaalwijze")
    if not (isinstance(manner, str) and manner and letter.says(manner)):
        return notice("de brief zegt niet hoe de persoon kan betalen")
    return MET


_ADVICE = re.compile(r"\badvies\b|\badviseur\b|\badviescommissie\b", re.IGNORECASE)


def names_the_adviser(letter: Inspected) -> Found:
    """C18: whether it names the advice that was used."""
    if not letter.is_appealable:
        return none(NO_DECISION)
    advised = {
        text
        for fact in letter.decision.facts
        for text in (fact.by, fact.source)
        if text and _ADVICE.search(text)
    }
    if not advised:
        return none("er is geen advies gebruikt")
    return all_of([f"het advies van {each}" for each in sorted(advised) if not letter.says(each)])


def offers_help(letter: Inspected) -> Found:
    """C19: whether it says where help is."""
    if letter.is_private:
        return none("dit bericht is van de coöperatie")
    lacking = []
    if not re.search(r"juridisch loket|raadslieden|raadsman|raadsvrouw", letter.body, re.IGNORECASE):
        lacking.append("waar gratis hulp is")
    if not re.search(r"\bhelpen\b|\bvertegenwoordigen\b|\bgemachtigde\b", letter.body, re.IGNORECASE):
        lacking.append("dat iemand zich mag laten helpen")
    return notice(f"in de brief ontbreekt: {', '.join(lacking)}") if lacking else MET
