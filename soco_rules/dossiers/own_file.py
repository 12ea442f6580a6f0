"""Everything that is kept of one person, as a document for that person and as data (AVG article 15).

Nothing of other members is in it. Of the partner it has what counts for the household, and not the BSN (article 15(4)).
"""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.compiler.layers import Stack
from soco_rules.dossiers.own_decisions import decisions
from soco_rules.dossiers.own_decisions import waiting
from soco_rules.dossiers.own_explained import about
from soco_rules.dossiers.own_explained import rights
from soco_rules.dossiers.own_explained import use
from soco_rules.dossiers.own_words import asked
from soco_rules.dossiers.own_words import day
from soco_rules.dossiers.own_words import heading
from soco_rules.dossiers.own_words import line
from soco_rules.dossiers.own_words import moment
from soco_rules.dossiers.own_words import month
from soco_rules.dossiers.own_words import named
from soco_rules.dossiers.own_words import paragraph
from soco_rules.dossiers.own_words import said
from soco_rules.dossiers.own_words import shown
from soco_rules.dossiers.own_words import table
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.present import lines_of
from soco_rules.dossiers.present import person_of
from soco_rules.dossiers.present import round_of
from soco_rules.dossiers.retention import Keeping
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Line
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Consulted
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import InvoiceLine
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.dossier import SentLetter
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.values import Per
from soco_rules.model.values import iso_day

_DONE = {
    Act.OPENED: "dossier geopend",
    Act.PERSON: "vastgelegd wie u bent",
    Act.FACT: "gegevens vastgelegd",
    Act.JUDGEMENT: "oordelen vastgelegd",
    Act.INVOICE: "factuurregels vastgelegd",
    Act.PROPOSAL: "voorstel voor een besluit bewaard",
    Act.FIRST_SIGNATURE: "eerste handtekening gezet",
    Act.RETURNED: "voorstel teruggegeven",
    Act.ADOPTION: "besluit genomen",
    Act.LETTER: "brief bewaard",
    Act.MADE_KNOWN: "vastgelegd wanneer een besluit is verzonden of uitgereikt",
    Act.REOPENED: "besluit heropend",
    Act.OBJECTION: "uw bezwaar vastgelegd",
    Act.OBJECTION_STEP: "stap in uw bezwaar vastgelegd",
    Act.OBJECTION_DECIDED: "besluit op uw bezwaar genomen",
    Act.ASSIGNED: "dossier toegewezen",
    Act.CONSULTED: "dossier ingezien",
}


def own_file(
    stack: Stack, dossier: Dossier, keeping: Keeping, on: int, *, style: HouseStyle = PLAIN
) -> Document:
    """What is kept of a person on a day, for that person to read."""
    blocks = (
        *about(dossier),
        *_who(dossier),
        *_facts(stack, dossier),
        *_judgements(stack, dossier),
        *_lines(stack, dossier),
        *decisions(stack, dossier),
        *waiting(stack, dossier),
        *_letters(dossier),
        *_log(dossier),
        *use(stack, dossier, keeping),
        *rights(),
    )
    return Document(
        title=line("Wat er over u is vastgelegd"),
        details=tuple(_details(stack, dossier, on)),
        blocks=blocks,
        day=on,
        style=style,
    )


def own_data(stack: Stack, dossier: Dossier, keeping: Keeping) -> dict[str, object]:
    """The same as data: every act as it is stored; a letter is a file beside it."""
    own = {entry.number for entry in dossier.entries}
    return {
        "overeenkomst": stack.lowest.reference,
        "dossier": dossier.number,
        "stand": keeping.state,
        "bewaren_tot_en_met": None if keeping.last_day is None else iso_day(keeping.last_day),
        "handelingen": [
            {
                "nummer": entry.number,
                "handeling": entry.act,
                "besluit": entry.subject,
                "maand": entry.month,
                "op": entry.at,
                "door": _who_did(entry),
                "inhoud": _stored(entry, own),
            }
            for entry in dossier.entries
        ],
    }


def letter_name(number: int, letter: SentLetter) -> str:
    """The name of the file of a letter beside the own file."""
    suffix = {"application/pdf": "pdf", "text/html": "html"}.get(letter.media_type, "bin")
    return f"brief-{number}.{suffix}"


def _stored(entry: Entry, own: set[int]) -> object:
    content = entry.content
    if content is None:
        return None
    data = content.model_dump(mode="json", by_alias=True, exclude={"content"})
    match content:
        case SentLetter():
            return {**data, "bestand": letter_name(entry.number, content)}
        case Person(partner_bsn=str()):
            return {**data, "bsn_partner": "vastgelegd; staat hier niet, want het is van een ander"}
        case _:
            for origin in data.get("herkomst", ()):
                origin["handelingen"] = [number for number in origin["handelingen"] if number in own]
            return data


def _details(stack: Stack, dossier: Dossier, on: int) -> Iterator[Detail]:
    person = person_of(dossier)
    lowest = stack.lowest
    if person is not None:
        yield Detail("Over", line(said(person.name)))
    yield Detail("Dossier", line(f"{dossier.number} van {lowest.reference}"))
    yield Detail("Bij", line(lowest.title))
    if lowest.municipality is not None:
        yield Detail("Van", line(lowest.municipality.authority))
    yield Detail("Gemaakt op", line(day(on)))


def _who(dossier: Dossier) -> Iterator[Block]:
    rows: list[tuple[Line, ...]] = []
    for entry, person in contents(dossier, Person):
        told = (
            ("naam", person.name),
            ("adres", ", ".join(person.address)),
            ("lidnummer", person.member_number),
            ("burgerservicenummer", person.bsn),
            ("naam van uw partner", person.partner_name),
            ("burgerservicenummer van uw partner", "is vastgelegd" if person.partner_bsn else None),
        )
        rows += [(line(what), line(said(text)), *_written(entry)) for what, text in told if text]
    yield heading("Wie u bent")
    if not rows:
        yield paragraph("Dit is niet vastgelegd.")
        return
    yield table(("Wat", "Wat er staat", "Vastgelegd op", "Door"), rows)
    if any(person.partner_bsn for _, person in contents(dossier, Person)):
        yield paragraph("Het nummer van uw partner staat hier niet, want het is niet van u.")
    if name := round_of(dossier):
        yield paragraph("U doet mee in de ronde ", said(name), ".")


def _facts(stack: Stack, dossier: Dossier) -> Iterator[Block]:
    rows = [
        (
            asked(stack, fact.name, fact.role),
            shown(stack, fact.name, fact.value),
            _time(stack, fact),
            line(said(fact.source), ", ", day(fact.date), "; vastgelegd op ", *_recorded(entry)),
        )
        for entry, fact in contents(dossier, ReportedFact)
    ]
    yield heading("Gegevens")
    yield paragraph("Ook wat later is verbeterd of niet meer geldt, staat hier: niets wordt overschreven.")
    yield table(("Gegeven", "Waarde", "Geldt", "Bron"), rows)


def _judgements(stack: Stack, dossier: Dossier) -> Iterator[Block]:
    rows = [
        (
            asked(stack, judged.name, judged.role),
            shown(stack, judged.name, judged.value),
            line(said(judged.by), ", ", day(judged.date)),
            line(said(judged.reason)),
            _time(stack, judged),
        )
        for _, judged in contents(dossier, GivenJudgement)
    ]
    if rows:
        yield heading("Oordelen van mensen")
        yield table(("Waarover", "Oordeel", "Van", "Reden", "Geldt"), rows)


def _lines(stack: Stack, dossier: Dossier) -> Iterator[Block]:
    counting = {each.entry.number for each in lines_of(dossier)}
    rows = []
    for entry, each in contents(dossier, InvoiceLine):
        facts = [part for name, text in each.facts.items() for part in (*_told(stack, name, text), "; ")]
        counts = "ja" if entry.number in counting else "nee, ingetrokken of vervangen"
        rows.append((line(said(each.mark)), line(*facts[:-1]), line(said(each.source)), line(counts)))
    if rows:
        yield heading("Factuurregels")
        yield table(("Kenmerk", "Wat er staat", "Bron", "Telt mee"), rows)


def _told(stack: Stack, name: str, text: str | None) -> Line:
    return line(*named(name, None), " ", *shown(stack, name, text))


def _letters(dossier: Dossier) -> Iterator[Block]:
    rows = [
        (line(day(letter.date)), line(f"besluit {letter.adoption}"), line(letter_name(entry.number, letter)))
        for entry, letter in contents(dossier, SentLetter)
    ]
    if rows:
        yield heading("Brieven")
        yield paragraph("Elke brief zit als bestand bij dit overzicht.")
        yield table(("Datum", "Bij", "Bestand"), rows)


def _log(dossier: Dossier) -> Iterator[Block]:
    yield heading("Wie iets met uw dossier deed")
    rows: list[tuple[Line, ...]] = []
    last: tuple[str, str, str] | None = None
    about = {
        **{entry.number: each.purpose for entry, each in contents(dossier, Consulted)},
        **{
            entry.number: f"{each.to or 'aan niemand'}{f' ({each.reason})' if each.reason else ''}"
            for entry, each in contents(dossier, Assigned)
        },
    }
    for entry in dossier.entries:
        what = _DONE.get(entry.act, str(entry.act))
        if entry.number in about:
            what = f"{what}: {about[entry.number]}"
        this = (entry.at[:16], entry.by, what)
        if this != last:
            rows.append((line(moment(entry.at)), line(what), line(said(_who_did(entry)))))
        last = this
    yield table(("Wanneer (UTC)", "Wat", "Wie"), rows)
    yield paragraph(
        "Wie uw dossier bekeek, staat hier één keer per dag en zonder naam. De gemeente houdt de naam wel bij. Dat "
        "iemand een lijst met de namen van alle deelnemers bekeek, wordt apart bijgehouden."
    )


def _who_did(entry: Entry) -> str:
    """Who did it; of who only read it is told when and what for, and not the name (AVG article 15; CJEU C-579/21)."""
    return "een medewerker" if entry.act is Act.CONSULTED else entry.by


def _recorded(entry: Entry) -> Line:
    return line(day(entry.at[:10]), " door ", said(entry.by))


def _written(entry: Entry) -> tuple[Line, Line]:
    return line(day(entry.at[:10])), line(said(entry.by))


def _time(stack: Stack, each: ReportedFact | GivenJudgement) -> Line:
    fact = stack.facts.get(each.name)
    if fact is not None and Per.MONTH in fact.type.per:
        return line(month(each.valid_from))
    if fact is not None and Per.YEAR in fact.type.per:
        return line(each.valid_from[:4])
    if fact is not None and fact.type.is_timeless:
        return line("voor elke dag")
    until = (" tot en met ", day(each.valid_to)) if each.valid_to else ()
    return line("vanaf ", day(each.valid_from), *until)
