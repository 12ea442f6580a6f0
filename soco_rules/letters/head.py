"""What stands around the words of a letter: sender, addressees, reference lines, signature, and why it is a concept."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from typing import assert_never

from soco_rules.letters.grounds import printed
from soco_rules.letters.tree import Address
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Signature
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.values import Kind
from soco_rules.model.values import capital

COOPERATIVE = "cooperatie"
COUNCIL = "raad"
ON_BEHALF = "namens deze,"
NOT_ADOPTED = "Het voorstel is nog niet door een bevoegd persoon vastgesteld."
JUDGEMENT_NEEDED = "Bij deze uitkomst hoort nog het oordeel van een persoon."
ONLY_FOR_REVIEW = "Dit bestand is bedoeld om na te lezen; de brief zelf is een PDF."
UNSIGNED = "Nog niet ondertekend"
NO_ADDRESSEE = "Naam en adres nog invullen"
NO_SENDER = "Afzender nog invullen"
NOBODY = (Address(((Text(NO_ADDRESSEE),),)),)


def concept(decided: Decision | Adoption) -> Iterator[str]:
    """Why the letter is not final: nobody adopted it, and what the decision itself says."""
    match decided:
        case Adoption():
            yield from decided.effective.provisional
            yield from (f"In de brief ontbreekt {what}." for what in missing(decided.effective))
        case Decision():
            yield NOT_ADOPTED
            yield from (JUDGEMENT_NEEDED,) if decided.status is DecisionStatus.JUDGEMENT_NEEDED else ()
            yield from decided.provisional


def as_lines(reasons: Iterable[str]) -> tuple[Line, ...]:
    """Reasons as the letter shows them, each once."""
    return tuple((Value(clean(reason), "voorlopig_omdat", Kind.TEXT),) for reason in dict.fromkeys(reasons))


def sender(decision: Decision, style: HouseStyle = PLAIN) -> Address:
    """The cooperative where it decides, else the municipality as its house style names it."""
    if decision.decider == COOPERATIVE:
        return Address((_cooperative(decision),))
    if style.sender:
        return Address(tuple((Value(clean(line), "huisstijl.afzender", Kind.TEXT),) for line in style.sender))
    municipality = _line("gemeente", decision.municipality, NO_SENDER)
    return Address(((Text("Gemeente "), *municipality) if decision.municipality else municipality,))


def addressees(decision: Decision) -> tuple[Address, ...]:
    """Each person to whom the letter goes, with as many lines as the case gives."""
    found = tuple(
        Address(lines) for lines in map(tuple, _address_lines(decision.letter.get("geadresseerden"))) if lines
    )
    return found or NOBODY


def details(decided: Decision | Adoption) -> tuple[Detail, ...]:
    """The lines with date, reference, handler and the day of the application, as far as known."""
    decision = _decision(decided)
    known = (
        *_days(decided),
        ("Ons kenmerk", _letter_text(decision, "kenmerk"), "brief.kenmerk"),
        ("Behandeld door", _letter_text(decision, "behandelaar"), "brief.behandelaar"),
        ("Telefoon", _letter_text(decision, "telefoon"), "brief.telefoon"),
        ("Ontvangen op", _procedure_date(decision, "ontvangen"), "procedure.ontvangen"),
        ("Bijlagen", _letter_text(decision, "bijlagen"), "brief.bijlagen"),
        *_mandate(decided),
    )
    return tuple(Detail(label, (Value(text, name, Kind.TEXT),)) for label, text, name in known if text)


def signature(decided: Decision | Adoption) -> Signature:
    """For which body, and who signed on behalf of it (Awb 10:10); of a proposal, that nobody has.

    The cooperative has no mandate from a bestuursorgaan: who represents it signs for it.
    """
    decision = _decision(decided)
    body = _cooperative(decision) if decision.decider == COOPERATIVE else _authority(decision)
    match decided:
        case Decision():
            return Signature((body, (Text(UNSIGNED),)))
        case Adoption():
            name = _line("vaststelling.door", decided.by, UNSIGNED)
            function = _line("vaststelling.functie", decided.function, UNSIGNED)
            if decision.decider == COOPERATIVE:
                return Signature((body, name, function))
            return Signature(((*body, Text(",")), (Text(ON_BEHALF),), name, function))
        case _:
            assert_never(decided)


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


def _decision(decided: Decision | Adoption) -> Decision:
    return decided.effective if isinstance(decided, Adoption) else decided


def _days(decided: Decision | Adoption) -> tuple[tuple[str, str | None, str], ...]:
    match decided:
        case Decision():
            return (("Datum van het voorstel", printed(decided.decision_date, Kind.DATE), "besluitdatum"),)
        case Adoption():
            what = "het besluit" if decided.effective.is_appealable else "de beslissing"
            return (
                (f"Datum van {what}", printed(decided.date, Kind.DATE), "vaststelling.datum"),
                ("Verzonden op", printed(decided.sent_on, Kind.DATE), "vaststelling.verzonden_op"),
            )
        case _:
            assert_never(decided)


def _mandate(decided: Decision | Adoption) -> tuple[tuple[str, str | None, str], ...]:
    """Under which mandate was signed; what represents the cooperative is a matter of its own."""
    if not isinstance(decided, Adoption) or decided.mandate is None or decided.mandate.body == COOPERATIVE:
        return ()
    return (("Mandaat", clean(decided.mandate.source), "vaststelling.mandaat"),)


def _authority(decision: Decision) -> Line:
    name = decision.authority
    if decision.decider == COUNCIL:
        name = f"de raad van de gemeente {decision.municipality}" if decision.municipality else None
    return _line("bestuursorgaan", capital(name) if name else None, NO_SENDER)


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


_NOT_ON_PAPER = frozenset({"aanhef", "rol", "namens"})
"""What the case says of an addressee and is no line of an address."""


def _address_lines(value: object) -> Iterator[Iterator[Line]]:
    match value:
        case str():
            yield _written_lines(value)
        case dict():
            yield (line for key, part in value.items() if key not in _NOT_ON_PAPER for line in _texts(part))
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
