"""Making an adopted decision known (Awb 3:41): whether and when that was done, and recording that it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.present import adoptions
from soco_rules.dossiers.present import contents
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import AdoptedInShort
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import MadeKnown
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date

Findings = tuple[Diagnostic, ...]
CODE = "bekendmaking"


@dataclass(frozen=True, slots=True)
class Known:
    """How an adopted decision was made known.

    `day` is a day number, None while the dossier does not say that it was. `letter` is the mark of a letter of one's
    own, `is_kept` whether the letter itself is in the dossier. `recorded` is the act that told it afterwards.
    """

    day: int | None
    letter: str
    is_kept: bool
    recorded: Entry | None = None


def known_of(dossier: Dossier, entry: Entry, short: AdoptedInShort) -> Known:
    """How one adoption was made known: as was recorded last, else as was meant when a letter was ready then."""
    is_kept, recorded = _is_kept(dossier, entry), _recorded(dossier, entry.number)
    if recorded:
        last, said = recorded[-1]
        mark = next((each.letter for _, each in reversed(recorded) if each.letter), short.own_letter)
        return Known(parse_date(said.date), mark, is_kept, last)
    day = parse_date(short.sent_on) if is_kept or short.own_letter else None
    return Known(day, short.own_letter, is_kept)


def made_known(
    dossier: Dossier, adoption: int, *, day: int, letter: str, reason: str, today: int
) -> tuple[Draft | None, Findings]:
    """The act that says on which day an adoption was really made known, or everything that is wrong with it.

    `day` and `today` are day numbers; `letter` is the mark of a letter of one's own, `reason` why what stood there
    before was wrong.
    """
    found = {entry.number: (entry, short) for entry, short in adoptions(dossier)}
    if adoption not in found:
        known = ", ".join(map(str, found)) or "geen"
        message = f"Handeling {adoption} van dossier {dossier.number} is geen vaststelling."
        remedy = f"kies een vaststelling van dit dossier: {known}"
        return None, (finding(CODE, place_of(dossier.number), message, remedy=remedy),)
    entry, short = found[adoption]
    said = MadeKnown(adoption=adoption, date=iso_day(day), letter=letter.strip(), reason=reason.strip())
    wrong = tuple(
        finding(CODE, place_of(dossier.number), message, remedy=remedy)
        for message, remedy in _wrong(dossier, entry, short, said, today)
    )
    return (None, wrong) if wrong else (Draft(said, dossier.number, entry.subject, entry.month), ())


def _wrong(
    dossier: Dossier, entry: Entry, short: AdoptedInShort, said: MadeKnown, today: int
) -> Iterator[tuple[str, str]]:
    """What is wrong, each with what to do about it."""
    if not short.is_appealable:
        yield (
            f"Handeling {entry.number} is geen beschikking; er loopt geen termijn voor bezwaar.",
            "leg alleen van een beschikking vast dat zij is bekendgemaakt",
        )
        return
    known = known_of(dossier, entry, short)
    has_letter = bool(said.letter or known.letter or known.is_kept)
    yield from not_known_on(known, said, parse_date(short.date), today, has_letter=has_letter)


def not_known_on(
    known: Known, said: MadeKnown, adopted: int, today: int, *, has_letter: bool
) -> Iterator[tuple[str, str]]:
    """What is wrong with a day on which a decision of the day `adopted` would be made known."""
    day = parse_date(said.date)
    if day < adopted:
        yield (
            f"{as_dutch(day, Kind.DATE)} is voor de dag van vaststellen, {as_dutch(adopted, Kind.DATE)}.",
            "geef --verzonden-op met de dag waarop de brief is verzonden of uitgereikt",
        )
    if day > today:
        yield (
            f"{as_dutch(day, Kind.DATE)} moet nog komen.",
            "geef --verzonden-op als de brief is verzonden of uitgereikt",
        )
    if not has_letter:
        yield (
            "Er staat geen brief bij dit besluit in het dossier, en er is geen eigen brief genoemd.",
            "geef --eigen-brief",
        )
    if not said.letter.isprintable():
        yield (
            "In het kenmerk van de brief staat een teken dat niet te zien is.",
            "geef --eigen-brief op één regel",
        )
    yield from _again(known, said)


def _again(known: Known, said: MadeKnown) -> Iterator[tuple[str, str]]:
    """Recording it twice says nothing; recording it otherwise needs a reason."""
    if known.recorded is None:
        return
    before = encoded_as_dutch(iso_day(known.day), Kind.DATE) if known.day is not None else ""
    if known.day == parse_date(said.date) and said.letter in {"", known.letter}:
        yield (
            f"Dit staat er al: bekendgemaakt op {before} (handeling {known.recorded.number}).",
            "laat het zo",
        )
    elif not said.reason:
        yield (
            f"Handeling {known.recorded.number} zegt dat het op {before} is bekendgemaakt, en er staat niet waarom dat anders is.",
            "geef --reden",
        )


def _recorded(dossier: Dossier, adoption: int) -> list[tuple[Entry, MadeKnown]]:
    return [(entry, said) for entry, said in contents(dossier, MadeKnown) if said.adoption == adoption]


def _is_kept(dossier: Dossier, adoption: Entry) -> bool:
    """Whether the letter of an adoption is in the dossier: it came after it and before the next of the same besluit.

    The letter itself is not read: it is a file of some hundred kilobytes.
    """
    about = (adoption.subject, adoption.month)
    after = (
        entry
        for entry in dossier.entries
        if entry.number > adoption.number
        and entry.act in {Act.ADOPTION, Act.OBJECTION_DECIDED, Act.LETTER}
        and (entry.subject, entry.month) == about
    )
    return next((entry.act is Act.LETTER for entry in after), False)
