"""What stands around the words of a letter: sender, addressees, reference lines, signature, and why it is a concept."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.letters.tree import Address
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Signature
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.letters.vocabulary import printed
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.values import Kind

COOPERATIVE = "cooperatie"
NOT_ADOPTED = "Het voorstel is nog niet door een bevoegd persoon vastgesteld."
JUDGEMENT_NEEDED = "Bij deze uitkomst hoort nog het oordeel van een persoon."
UNSIGNED = "Nog niet ondertekend"
NO_ADDRESSEE = "Naam en adres nog invullen"
NO_SENDER = "Afzender nog invullen"
NOBODY = (Address(((Text(NO_ADDRESSEE),),)),)


def concept(decision: Decision) -> tuple[Line, ...]:
    """Why the letter is not final: never adopted in this version, and what the decision itself says."""
    judgement = (JUDGEMENT_NEEDED,) if decision.status is DecisionStatus.JUDGEMENT_NEEDED else ()
    reasons = dict.fromkeys((NOT_ADOPTED, *judgement, *decision.provisional))
    return tuple((Value(clean(reason), "voorlopig_omdat", Kind.TEXT),) for reason in reasons)


def sender(decision: Decision) -> Address:
    """The cooperative where it decides, else the municipality and its authority."""
    if decision.decider == COOPERATIVE:
        return Address((_cooperative(decision),))
    municipality = _line("gemeente", decision.municipality, NO_SENDER)
    return Address(((Text("Gemeente "), *municipality) if decision.municipality else municipality,))


def addressees(decision: Decision) -> tuple[Address, ...]:
    """Each person to whom the letter goes, with as many lines as the case gives."""
    found = tuple(
        Address(lines) for lines in map(tuple, _address_lines(decision.letter.get("geadresseerden"))) if lines
    )
    return found or NOBODY


def details(decision: Decision) -> tuple[Detail, ...]:
    """The lines with date, reference, handler and the day of the application, as far as known."""
    known = (
        ("Datum van het voorstel", printed(decision.decision_date, Kind.DATE), "besluitdatum"),
        ("Ons kenmerk", _letter_text(decision, "kenmerk"), "brief.kenmerk"),
        ("Behandeld door", _letter_text(decision, "behandelaar"), "brief.behandelaar"),
        ("Telefoon", _letter_text(decision, "telefoon"), "brief.telefoon"),
        ("Ontvangen op", _procedure_date(decision, "ontvangen"), "procedure.ontvangen"),
        ("Bijlagen", _letter_text(decision, "bijlagen"), "brief.bijlagen"),
    )
    return tuple(Detail(label, (Value(text, name, Kind.TEXT),)) for label, text, name in known if text)


def signature(decision: Decision) -> Signature:
    """Who will sign, and that nobody has."""
    if decision.decider == COOPERATIVE:
        return Signature((_cooperative(decision), (Text(UNSIGNED),)))
    name = decision.authority
    who = _line("bestuursorgaan", name[:1].upper() + name[1:] if name else None, NO_SENDER)
    return Signature((who, (Text(UNSIGNED),)))


def missing(decision: Decision) -> Iterator[str]:
    """What the head of this letter still lacks, in Dutch."""
    if decision.decider == COOPERATIVE:
        if not decision.cooperative:
            yield "de naam van de coöperatie"
    elif not (decision.municipality and decision.authority):
        yield "de gemeente en het bestuursorgaan"
    if addressees(decision) == NOBODY:
        yield "naam en adres van de geadresseerde"
    if not _letter_text(decision, "kenmerk"):
        yield "het kenmerk"


def _cooperative(decision: Decision) -> Line:
    name = decision.cooperative
    line = _line("cooperatie", name, NO_SENDER)
    return (Text("Sociale coöperatie "), *line) if name and "coöperatie" not in name.lower() else line


def _line(name: str, text: str | None, otherwise: str) -> Line:
    return (Value(clean(text), name, Kind.TEXT),) if text else (Text(otherwise),)


def _letter_text(decision: Decision, name: str) -> str | None:
    value = decision.letter.get(name)
    return clean(value) if isinstance(value, str) and value else None


def _procedure_date(decision: Decision, name: str) -> str | None:
    written = decision.procedure.get(name)
    return printed(written, Kind.DATE) if written else None


def _address_lines(value: object) -> Iterator[Iterator[Line]]:
    match value:
        case str():
            yield _written_lines(value)
        case dict():
            yield (line for part in value.values() for line in _texts(part))
        case list() | tuple():
            for one in value:
                yield from _address_lines(one)
        case _:
            return


def _texts(value: object) -> Iterator[Line]:
    match value:
        case str():
            yield from _written_lines(value)
        case list() | tuple():
            for one in value:
                yield from _texts(one)
        case _:
            return


def _written_lines(text: str) -> Iterator[Line]:
    for line in clean(text).splitlines():
        if line.strip():
            yield (Value(line.strip(), "brief.geadresseerden", Kind.TEXT),)
